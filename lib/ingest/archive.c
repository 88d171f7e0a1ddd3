/* archive.c - behind archive.h. */
#include "ingest/archive.h"
#include "ingest/walk.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define BLOCK ((size_t)65536)   /* bytes that the library gets at once */
#define MEMBERS 10000000u       /* members of an archive, at most */

/* A bomb unpacks to so much, and so many times what it was packed in; texts come to tens of times. */
#define BOMB_SIZE ((uint64_t)128 << 20)
#define BOMB_TIMES 200

struct wt_archive {
	struct archive *reader;
	struct wt_stream *stream;       /* owned: its bytes */
	size_t given;           /* of them, to the reader; not taken yet */
	char *name;             /* owned: of the file, without its last ending */
	unsigned members;
	bool bomb;
	uint64_t unpacked;      /* bytes of all members, so far */
};

bool
wt_archive_named(struct wt_span name)
{
	static const char *const endings[] = { ".gz", ".xz", ".zst", ".bz2", ".zip", ".tar", ".tgz" };

	for (size_t i = 0; i < sizeof endings / sizeof endings[0]; i++)
		if (wt_file_ending_is(name, endings[i]))
			return true;
	return false;
}

/* What the library says, without a line end. */
static int
fail(struct wt_archive *a, int code, struct wt_error *error)
{
	const char *text = archive_error_string(a->reader);

	return wt_error_set(error, code, 0, "the archive cannot be read: %s",
	    text == NULL ? "unknown format" : text);
}

/* Formats and compressions are named one by one: "all" would run programs. */
static void
support(struct archive *r)
{
	archive_read_support_filter_gzip(r);
	archive_read_support_filter_xz(r);
	archive_read_support_filter_zstd(r);
	archive_read_support_filter_bzip2(r);
	archive_read_support_format_tar(r);
	archive_read_support_format_zip(r);
	archive_read_support_format_raw(r);
	archive_read_support_format_empty(r);
}

/* For the library: a block of the stream, which stays until the next is asked for. */
static la_ssize_t
read_block(struct archive *reader, void *context, const void **bytes)
{
	struct wt_archive *a = context;
	struct wt_span block;
	int code;

	wt_stream_drop(a->stream, a->given);
	if ((code = wt_stream_peek(a->stream, BLOCK, &block)) != WT_OK) {
		archive_set_error(reader, EIO, "%s", wt_strerror(code));
		return -1;
	}
	a->given = block.len;
	*bytes = block.at;
	return (la_ssize_t)block.len;
}

int
wt_archive_open(struct wt_stream *s, const char *path, struct wt_archive **out,
    struct wt_error *error)
{
	struct wt_archive *a = calloc(1, sizeof *a);
	const char *slash = strrchr(path, '/'), *base = slash == NULL ? path : slash + 1;
	char *dot;

	*out = NULL;
	if (a == NULL) {
		wt_stream_close(s);
		return wt_error_set(error, WT_ENOMEM, 0, "memory ran out");
	}
	a->stream = s;
	if ((a->name = strdup(base)) == NULL || (a->reader = archive_read_new()) == NULL) {
		wt_archive_close(a);
		return wt_error_set(error, WT_ENOMEM, 0, "memory ran out");
	}
	dot = wt_archive_named(wt_span_of(base)) ? strrchr(a->name, '.') : NULL;
	if (dot != NULL && dot > a->name)
		*dot = '\0';
	support(a->reader);
	/* A file is opened anew, since the list at the end of a .zip tells more than its front. */
	if ((strcmp(path, "-") == 0 ? archive_read_open(a->reader, a, NULL, read_block, NULL) :
	    archive_read_open_filename(a->reader, path, BLOCK)) != ARCHIVE_OK) {
		int code = fail(a, WT_ECORRUPT, error);

		wt_archive_close(a);
		return code;
	}
	*out = a;
	return WT_OK;
}

void
wt_archive_close(struct wt_archive *a)
{
	if (a == NULL)
		return;
	if (a->reader != NULL)
		archive_read_free(a->reader);
	wt_stream_close(a->stream);
	free(a->name);
	free(a);
}

/* Count bytes that came out; is it a bomb? */
static bool
explodes(struct wt_archive *a, size_t bytes)
{
	la_int64_t packed = archive_filter_bytes(a->reader, -1);

	a->unpacked += bytes;
	return a->unpacked > BOMB_SIZE && packed > 0 && a->unpacked / BOMB_TIMES > (uint64_t)packed;
}

static const char bomb_text[] = "it unpacks to hundreds of times its size";

/* Read what is left of a member that nobody wants: the library would inflate a bomb to pass over it. */
static int
drain(struct wt_archive *a, struct wt_error *error)
{
	const void *bytes;
	size_t size;
	la_int64_t offset;
	int code;

	if (archive_filter_code(a->reader, 0) == ARCHIVE_FILTER_NONE)
		return WT_OK;
	while ((code = archive_read_data_block(a->reader, &bytes, &size, &offset)) == ARCHIVE_OK)
		if (explodes(a, size))
			return wt_error_set(error, WT_ECORRUPT, 0, "%s", bomb_text);
	return code == ARCHIVE_EOF || code == ARCHIVE_WARN ? WT_OK : fail(a, WT_ECORRUPT, error);
}

static long
read_member(void *context, char *bytes, size_t size)
{
	struct wt_archive *a = context;
	la_ssize_t n = archive_read_data(a->reader, bytes, size);

	if (n > 0 && explodes(a, (size_t)n))
		a->bomb = true;
	return n < 0 || a->bomb ? (long)WT_ECORRUPT : (long)n;
}

/* Does a name stay inside: not absolute, without ".."? */
static bool
stays_inside(const char *name)
{
	struct wt_span rest = wt_span_of(name), part;

	if (*name == '/' || *name == '\0')
		return false;
	while (wt_span_cut(&rest, '/', &part))
		if (wt_span_is(part, ".."))
			return false;
	return true;
}

int
wt_archive_next(struct wt_archive *a, const char **name, struct wt_stream **stream,
    struct wt_error *error)
{
	struct archive_entry *entry;
	int code;

	*stream = NULL;
	/* A compressed file has one member; to look for more would inflate the rest of a bomb. */
	if (a->members > 0 && archive_format(a->reader) == ARCHIVE_FORMAT_RAW)
		return WT_ENOENT;
	if (a->bomb)
		return WT_ENOENT;
	do {
		if (a->members > 0 && (code = drain(a, error)) != WT_OK)
			return code;
		code = archive_read_next_header(a->reader, &entry);
		if (code == ARCHIVE_EOF || a->members++ == MEMBERS)
			return WT_ENOENT;
		if (code != ARCHIVE_OK && code != ARCHIVE_WARN)
			return fail(a, WT_ECORRUPT, error);
	} while (archive_entry_filetype(entry) != AE_IFREG || archive_entry_hardlink(entry) != NULL);
	*name = archive_format(a->reader) == ARCHIVE_FORMAT_RAW ? a->name : archive_entry_pathname(entry);
	if (*name == NULL)
		*name = "?";
	if (!stays_inside(*name))
		return wt_error_set(error, WT_EINVAL, 0, "the name '%.100s' leads out of the archive", *name);
	return wt_stream_of(read_member, a, stream);
}

uint64_t
wt_archive_taken(const struct wt_archive *a)
{
	la_int64_t packed = archive_filter_bytes(a->reader, -1);

	return packed < 0 ? 0 : (uint64_t)packed;
}

const char *
wt_archive_bomb(const struct wt_archive *a)
{
	return a->bomb ? bomb_text : NULL;
}

int
wt_archive_inflate(struct wt_span bytes, size_t limit, struct wt_buf *out, struct wt_error *error)
{
	struct wt_archive a = { .reader = archive_read_new() };
	struct archive_entry *entry;
	size_t before = out->len;
	la_ssize_t n = 0;
	int code = WT_OK;

	if (a.reader == NULL)
		return wt_error_set(error, WT_ENOMEM, 0, "memory ran out");
	archive_read_support_filter_gzip(a.reader);
	archive_read_support_format_raw(a.reader);
	if (archive_read_open_memory(a.reader, bytes.at, bytes.len) != ARCHIVE_OK ||
	    archive_read_next_header(a.reader, &entry) != ARCHIVE_OK)
		code = fail(&a, WT_EINVAL, error);
	while (code == WT_OK && out->err == WT_OK && out->len - before <= limit) {
		char *room = wt_buf_room(out, 65536);

		if (room == NULL || (n = archive_read_data(a.reader, room, 65536)) <= 0)
			break;
		out->len += (size_t)n;
	}
	if (n < 0)
		code = fail(&a, WT_EINVAL, error);
	else if (out->len - before > limit)
		code = wt_error_set(error, WT_ELIMIT, 0, "a page of more than %zu bytes", limit);
	archive_read_free(a.reader);
	return out->err != WT_OK ? out->err : code;
}
