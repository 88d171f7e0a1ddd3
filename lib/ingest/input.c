/* input.c - the file that is open, and unique ids; behind input.h. */
#include "ingest/input.h"
#include "base/tally.h"
#include "ingest/archive.h"
#include "ingest/clean.h"
#include "ingest/columns.h"
#include "ingest/guess.h"
#include "ingest/html.h"
#include "ingest/stream.h"
#include "ingest/warc.h"

#include <stdlib.h>
#include <string.h>

#define ID_MAX 400              /* bytes of an id; the rest of a longer one is cut off */

struct wt_input {
	struct wt_skips *skips;
	const struct wt_inputs *options;
	struct wt_walk *walk;
	struct wt_stream *stream;       /* of the open file, or NULL */
	struct wt_json_file *json;      /* of the open file, or NULL */
	struct wt_columns *columns;     /* of the open file, or NULL */
	struct wt_warc *warc;           /* of the open file, or NULL */
	struct wt_archive *archive;     /* that the open file is in, or NULL */
	char *archive_path;             /* owned */
	bool barren;                    /* no article in it yet */
	enum wt_file_kind kind;
	char *path;                     /* owned: of the open file */
	size_t root;                    /* bytes of it that are the folder named by the user */
	uint64_t line;
	bool encoding_told, date_told;  /* of the open file */
	bool empty;                     /* no record of the open file yet, good or bad */
	uint64_t bytes, count;
	struct wt_tally ids;            /* how often each was used */
};

int
wt_input_open(const struct wt_inputs *inputs, struct wt_skips *skips, struct wt_input **out,
    struct wt_error *error)
{
	struct wt_input *in = calloc(1, sizeof *in);
	int code;

	*out = NULL;
	if (in == NULL)
		return wt_error_set(error, WT_ENOMEM, 0, "memory ran out");
	in->skips = skips;
	in->options = inputs;
	if ((code = wt_walk_open(&inputs->names, skips, &in->walk, error)) != WT_OK) {
		wt_input_close(in);
		return code;
	}
	*out = in;
	return WT_OK;
}

static void
close_file(struct wt_input *in)
{
	if (in->stream != NULL && in->archive == NULL)
		in->bytes += wt_stream_taken(in->stream);
	wt_columns_close(in->columns);
	wt_warc_close(in->warc);
	wt_stream_close(in->stream);
	wt_json_file_close(in->json);
	free(in->path);
	in->stream = NULL;
	in->columns = NULL;
	in->warc = NULL;
	in->json = NULL;
	in->path = NULL;
	in->line = 0;
	in->encoding_told = in->date_told = false;
}

static void
close_archive(struct wt_input *in)
{
	if (in->archive != NULL)
		in->bytes += wt_archive_taken(in->archive);
	wt_archive_close(in->archive);
	free(in->archive_path);
	in->archive = NULL;
	in->archive_path = NULL;
}

void
wt_input_close(struct wt_input *in)
{
	if (in == NULL)
		return;
	close_file(in);
	close_archive(in);
	wt_walk_close(in->walk);
	wt_tally_free(&in->ids);
	free(in);
}

static void
skip(struct wt_input *in, uint64_t position, const char *reason)
{
	wt_skips_add(in->skips, in->count * 2, wt_span_of(in->path != NULL ? in->path :
	    in->archive_path), position, "%s", reason);
}

/* A .json file is small enough to be read at once. */
static int
open_json(struct wt_input *in, struct wt_error *error)
{
	struct wt_span bytes;
	int code = wt_stream_rest(in->stream, WT_LINE_LIMIT, &bytes);

	if (code == WT_ELIMIT)
		return wt_error_set(error, code, 0, "a JSON file of more than %zu bytes", WT_LINE_LIMIT);
	if (code != WT_OK)
		return wt_error_set(error, code, 0, "%s", wt_strerror(code));
	return wt_json_file_open(bytes, &in->json, error);
}

/* Say how a file is read that is not in UTF-8, once. */
static void
tell_encoding(struct wt_input *in, const struct wt_encoded *e)
{
	static const char *const ways[] = { "read as %s, as its first bytes say",
	    "read as %s, as it says", "read as %s, judging by its bytes" };

	if (e->encoding == WT_ENCODING_UTF8 || in->encoding_told)
		return;
	in->encoding_told = true;
	if (e->by == WT_ENCODING_BY_BYTES || in->options->tell_encodings)
		wt_skips_notice(in->skips, wt_span_of(in->path), 0, ways[e->by],
		    wt_encoding_name(e->encoding));
}

/* Say that a record's date cannot be read, once a file. */
static void
tell_date(struct wt_input *in, const struct wt_record *r)
{
	struct wt_span date = r->article.date;

	if (!r->undated || in->date_told)
		return;
	in->date_told = true;
	wt_skips_notice(in->skips, wt_span_of(in->path), r->position, "the date '%.*s' cannot be read; the text "
	    "has to date the article, and others of this file that are like it", (int)(date.len < 80 ? date.len : 80), date.at);
}

/* Make UTF-8 of the stream where its front is no UTF-8; a mark at the front goes. */
static int
recode(struct wt_input *in, struct wt_error *error)
{
	struct wt_stream *utf8;
	struct wt_encoded e;
	struct wt_span front;
	size_t mark;
	int code = wt_stream_peek(in->stream, 4096, &front);

	if (code != WT_OK)
		return wt_error_set(error, code, 0, "%s", wt_strerror(code));
	e = wt_encoding_of_front(front, &mark);
	wt_stream_drop(in->stream, mark);
	if (e.encoding == WT_ENCODING_UTF8)
		return WT_OK;
	tell_encoding(in, &e);
	if ((code = wt_encoding_stream(in->stream, e.encoding, &utf8)) != WT_OK)
		return wt_error_set(error, code, 0, "%s is not known here", wt_encoding_name(e.encoding));
	in->stream = utf8;
	return WT_OK;
}

/* Make the stream ready to give records, by the ending of the file's name and its first bytes. */
static int
begin(struct wt_input *in, const char *name, struct wt_error *error)
{
	struct wt_span front;
	int code;

	in->empty = true;
	in->kind = wt_file_kind_of(wt_span_of(name));
	if (in->kind != WT_FILE_ARCHIVE) {
		if ((code = recode(in, error)) != WT_OK)
			return code;
		if ((code = wt_stream_peek(in->stream, WT_GUESS_BYTES, &front)) != WT_OK)
			return wt_error_set(error, code, 0, "%s", wt_strerror(code));
		in->kind = wt_guess_kind(front, in->kind, &in->options->fields);
	}
	if (in->kind == WT_FILE_JSON)
		return open_json(in, error);
	if (in->kind == WT_FILE_COLUMNS)
		return wt_columns_open(in->stream, &in->options->fields, &in->columns, error);
	if (in->kind == WT_FILE_WARC)
		return wt_warc_open(in->stream, &in->warc, error);
	if (in->kind == WT_FILE_ARCHIVE)
		return wt_error_set(error, WT_EINVAL, 0, "an archive in an archive");
	return WT_OK;
}

/* Is `name` the last part of a path, perhaps without its last ending? */
static bool
stem_is(const char *path, const char *name)
{
	const char *slash = strrchr(path, '/'), *base = slash == NULL ? path : slash + 1;
	size_t len = strlen(name);

	if (strncmp(base, name, len) != 0)
		return false;
	return base[len] == '\0' || (base[len] == '.' && strchr(base + len + 1, '.') == NULL);
}

/* The path of a member; *named: its own ending tells what it is. */
static int
name_member(struct wt_input *in, const char *name, bool *named)
{
	size_t len = strlen(in->archive_path);

	*named = !stem_is(in->archive_path, name);
	if ((in->path = malloc(len + strlen(name) + 2)) == NULL)
		return WT_ENOMEM;
	memcpy(in->path, in->archive_path, len + 1);
	if (*named) {
		in->path[len] = '/';
		strcpy(in->path + len + 1, name);
	}
	return WT_OK;
}

/* The next member of the open archive; WT_ENOENT behind its last. */
static int
open_member(struct wt_input *in, struct wt_error *error)
{
	const char *name = "";
	bool named;
	int code;

	for (;;) {
		if ((code = wt_archive_next(in->archive, &name, &in->stream, error)) != WT_OK)
			return code;
		if (name_member(in, name, &named) != WT_OK)
			return WT_ENOMEM;
		if (!named || wt_file_kind_of(wt_span_of(name)) != WT_FILE_OTHER) {
			in->barren = false;
			return begin(in, name, error);
		}
		/* Other files of an archive are as little articles as those of a folder. */
		close_file(in);
	}
}

/* Open a file that the walk found.  Archives are told by their first bytes, whatever their names. */
static int
open_path(struct wt_input *in, const char *path, struct wt_error *error)
{
	struct wt_span front;
	int code;

	if ((in->path = strdup(path)) == NULL)
		return WT_ENOMEM;
	if ((code = wt_stream_open(path, &in->stream, error)) != WT_OK)
		return code;
	if ((code = wt_stream_peek(in->stream, WT_GUESS_BYTES, &front)) != WT_OK)
		return wt_error_set(error, code, 0, "%s", wt_strerror(code));
	if (!wt_guess_archive(front) && wt_file_kind_of(wt_span_of(path)) != WT_FILE_ARCHIVE)
		return begin(in, path, error);
	code = wt_archive_open(in->stream, path, &in->archive, error);
	in->stream = NULL;
	if (code != WT_OK)
		return code;
	in->archive_path = in->path;
	in->path = NULL;
	in->barren = true;
	return open_member(in, error);
}

/* Why the open file cannot be read. */
static const char *
reason_of(const struct wt_input *in, int code, const struct wt_error *error)
{
	const char *bomb = in->archive == NULL ? NULL : wt_archive_bomb(in->archive);

	return code == WT_ECORRUPT && bomb != NULL ? bomb : error->text;
}

/* Open the next file that can be opened. */
static int
open_next(struct wt_input *in)
{
	struct wt_error error = { 0 };
	const char *path;
	bool given;
	int code;

	for (;;) {
		if (in->archive != NULL) {
			code = open_member(in, &error);
		} else {
			if ((code = wt_walk_next(in->walk, in->count * 2, &path, &given)) != WT_OK)
				return code;
			in->root = wt_walk_root(in->walk);
			code = open_path(in, path, &error);
		}
		if (code == WT_OK || code == WT_ENOMEM)
			return code;
		if (code != WT_ENOENT || in->archive == NULL)
			skip(in, 0, reason_of(in, code, &error));
		else if (in->barren)
			skip(in, 0, "no articles in this archive");
		close_file(in);
		/* A member that is refused leaves the rest of its archive. */
		if (in->archive != NULL && (code == WT_ENOENT || code == WT_ECORRUPT || code == WT_EIO))
			close_archive(in);
	}
}

static int
next_line(struct wt_input *in, struct wt_record *r, struct wt_error *error)
{
	struct wt_span line;
	int code;

	do {
		in->line++;
		code = wt_stream_line(in->stream, WT_LINE_LIMIT, &line);
	} while (code == WT_OK && wt_span_trim(line).len == 0);
	if (code == WT_ENOENT)
		return code;
	r->position = in->line;
	if (code == WT_ELIMIT)
		return wt_error_set(error, code, 0, "a line of more than %zu bytes", WT_LINE_LIMIT);
	if (code != WT_OK)
		return wt_error_set(error, code, 0, "%s", wt_strerror(code));
	return wt_record_json(r, line, &in->options->fields, error);
}

static int
whole_page(struct wt_input *in, struct wt_record *r, struct wt_error *error)
{
	struct wt_span bytes;
	int code;

	if (in->line++ > 0)
		return WT_ENOENT;
	code = wt_stream_rest(in->stream, WT_HTML_LIMIT, &bytes);
	if (code == WT_ELIMIT)
		return wt_error_set(error, code, 0, "a page of more than %zu bytes", WT_HTML_LIMIT);
	if (code != WT_OK)
		return wt_error_set(error, code, 0, "%s", wt_strerror(code));
	if (wt_span_trim(bytes).len == 0)
		return wt_error_set(error, WT_EINVAL, 0, "no text");
	return wt_record_html(r, bytes, wt_span_make("", 0), error);
}

static int
whole_text(struct wt_input *in, struct wt_record *r, struct wt_error *error)
{
	struct wt_span bytes;
	int code;

	if (in->line++ > 0)
		return WT_ENOENT;
	code = wt_stream_rest(in->stream, WT_TEXT_LIMIT, &bytes);
	if (code == WT_ELIMIT)
		return wt_error_set(error, code, 0, "an article of more than %zu bytes", WT_TEXT_LIMIT);
	if (code != WT_OK)
		return wt_error_set(error, code, 0, "%s", wt_strerror(code));
	return wt_record_text(r, bytes, error);
}

/* The next record of the open file; WT_ENOENT at its end. */
static int
next_record(struct wt_input *in, struct wt_record *r, struct wt_error *error)
{
	r->position = 0;
	switch (in->kind) {
	case WT_FILE_JSONL:
		return next_line(in, r, error);
	case WT_FILE_JSON:
		return wt_json_file_next(in->json, r, &in->options->fields, error);
	case WT_FILE_COLUMNS:
		return wt_columns_next(in->columns, r, error);
	case WT_FILE_WARC:
		return wt_warc_next(in->warc, r, error);
	case WT_FILE_HTML:
		return whole_page(in, r, error);
	default:
		return whole_text(in, r, error);
	}
}

/* Bytes of the ending of a name, with its dot; 0 if it has none or nothing else. */
static size_t
ending_of(struct wt_span name)
{
	for (size_t i = name.len; i > 1; i--)
		if (name.at[i - 1] == '.')
			return name.len - i + 1;
	return 0;
}

/* The name of a file without folders and endings. */
static struct wt_span
stem_of(const char *path)
{
	const char *slash = strrchr(path, '/');
	struct wt_span name = wt_span_of(slash == NULL ? path : slash + 1);

	if (wt_span_is(name, "-"))
		return WT_SPAN("stdin");
	while (wt_archive_named(name) && ending_of(name) > 0)
		name.len -= ending_of(name);
	name.len -= ending_of(name);
	return name;
}

static struct wt_span
shorten(struct wt_span id)
{
	if (id.len <= ID_MAX)
		return id;
	id.len = ID_MAX;
	while (id.len > 0 && ((unsigned char)id.at[id.len] & 0xc0) == 0x80)
		id.len--;
	return id;
}

/* How often an id was used before; counts this use. */
static int
count_use(struct wt_input *in, struct wt_span id, uint32_t *before)
{
	uint32_t *uses = wt_tally_at(&in->ids, id);

	if (uses == NULL)
		return WT_ENOMEM;
	*before = (*uses)++;
	return WT_OK;
}

/* Give the record an id that no other of this run has. */
static int
set_id(struct wt_input *in, struct wt_record *r)
{
	struct wt_span own = shorten(r->article.id), id = own;
	uint32_t before, again;
	int code;

	if (own.len == 0) {
		struct wt_span stem = shorten(wt_clean_line(&r->arena, stem_of(in->path)));

		id = own = r->position == 0 ? stem : wt_arena_printf(&r->arena, "%.*s.%llu",
		    (int)stem.len, stem.at, (unsigned long long)r->position);
	}
	while ((code = count_use(in, id, &before)) == WT_OK && before > 0) {
		uint32_t number = wt_tally_find(&in->ids, own);

		if (wt_span_eq(id, own) && r->article.id.len > 0)
			wt_skips_notice(in->skips, wt_span_of(in->path), r->position,
			    "the id '%.*s' was there before; made unique", (int)(own.len < 80 ? own.len : 80),
			    own.at);
		id = wt_arena_printf(&r->arena, "%.*s-%lu", (int)own.len, own.at, (unsigned long)number);
		if (!wt_span_eq(id, own) && wt_tally_find(&in->ids, id) > 0 &&
		    (code = count_use(in, own, &again)) != WT_OK)
			break;
	}
	r->article.id = id;
	return code != WT_OK ? code : r->arena.err;
}

int
wt_input_next(struct wt_input *in, struct wt_record *r)
{
	struct wt_error error = { 0 };
	int code;

	for (;;) {
		if (in->stream == NULL && (code = open_next(in)) != WT_OK)
			return code;
		wt_arena_reset(&r->arena);
		r->article = (struct wt_article){ 0 };
		r->replaced = 0;
		r->undated = false;
		r->encoded = (struct wt_encoded){ 0 };
		code = next_record(in, r, &error);
		if (code == WT_ENOMEM)
			return code;
		if (code == WT_OK)
			break;
		if (code != WT_ENOENT)
			skip(in, r->position, reason_of(in, code, &error));
		else if (in->empty)
			skip(in, 0, "no articles in this file");
		in->empty = false;
		/* After a fault of the file itself there is nothing more to read from it. */
		if (code == WT_ENOENT || code == WT_EIO || code == WT_EACCES || code == WT_ECORRUPT)
			close_file(in);
	}
	tell_encoding(in, &r->encoded);
	tell_date(in, r);
	r->file = wt_clean_line(&r->arena, wt_span_of(in->path));
	/* The same articles give the same rows wherever their folder lies. */
	r->article.path = in->root == 0 || in->root >= strlen(in->path) ? r->file :
	    wt_clean_line(&r->arena, wt_span_of(in->path + in->root));
	r->order = in->count++;
	in->empty = false;
	return set_id(in, r);
}

uint64_t
wt_input_bytes(const struct wt_input *in)
{
	if (in->archive != NULL)
		return in->bytes + wt_archive_taken(in->archive);
	return in->bytes + (in->stream == NULL ? 0 : wt_stream_taken(in->stream));
}

uint64_t
wt_input_count(const struct wt_input *in)
{
	return in->count;
}
