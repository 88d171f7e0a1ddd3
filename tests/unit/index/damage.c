/*
 * Damage: every flipped bit, every truncation and every missing file of a small index
 * is noticed, sampled ones of a larger one are, and bytes that make no sense under
 * right checksums do not crash a reader.
 */
#include "index/read.h"
#include "index/segment_private.h"
#include "tests/check.h"
#include "tests/unit/index/corpus.h"
#include "tests/unit/index/seal.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- all that can be read, as one number ---- */

static int
add_line(void *context, struct wt_span line)
{
	uint64_t *digest = context;

	*digest = *digest * 0x9e3779b97f4a7c15u + wt_hash(line);
	return 0;
}

static int
read_all(const char *path, uint64_t *digest)
{
	static const char *const sections[] = { "documents", "postings", "columns", "streams" };
	struct wt_error error = { 0 };
	struct wt_index *ix;
	int code = wt_index_open(path, &ix, &error);

	*digest = 0;
	if (code != WT_OK)
		return error.text[0] == '\0' ? WT_EINVAL : code;
	for (size_t i = 0; i < 4 && code == WT_OK; i++)
		code = wt_index_dump(ix, wt_span_of(sections[i]), add_line, digest, &error);
	if (code != WT_OK && error.text[0] == '\0')
		code = WT_EINVAL;
	wt_index_close(ix);
	return code;
}

/* ---- files ---- */

struct file {
	char path[400];
	uint8_t *bytes;
	size_t size;
};

static void
write_file(const struct file *f, const uint8_t *bytes, size_t size)
{
	FILE *out = fopen(f->path, "wb");

	if (out == NULL || fwrite(bytes, 1, size, out) != size || fclose(out) != 0)
		abort();
}

static size_t
read_files(const char *folder, struct file *files, size_t room)
{
	DIR *dir = opendir(folder);
	struct dirent *entry;
	size_t count = 0;

	while (dir != NULL && (entry = readdir(dir)) != NULL && count < room) {
		struct file *f = &files[count];
		FILE *in;

		if (entry->d_name[0] == '.' || strcmp(entry->d_name, "lock") == 0)
			continue;
		snprintf(f->path, sizeof f->path, "%s/%s", folder, entry->d_name);
		if ((in = fopen(f->path, "rb")) == NULL)
			abort();
		f->bytes = malloc((size_t)1 << 23);
		f->size = fread(f->bytes, 1, (size_t)1 << 23, in);
		fclose(in);
		count++;
	}
	if (dir != NULL)
		closedir(dir);
	return count;
}

static void
free_files(struct file *files, size_t count)
{
	for (size_t i = 0; i < count; i++)
		free(files[i].bytes);
}

static void
build(const char *path, const struct model *m)
{
	struct wt_build_options options = { .meta = WT_SPAN("rules") };
	struct wt_build *b;
	int code = wt_build_open(path, &options, &b, NULL);

	for (uint32_t i = 0; i < m->count && code == WT_OK; i++)
		code = wt_build_add(b, 0, &m->docs[i].doc, NULL);
	if (code == WT_OK)
		code = wt_build_commit(b, NULL);
	wt_build_close(b);
	CHECK(code == WT_OK, "an index of %u documents", (unsigned)m->count);
}

/* ---- the tests ---- */

/*
 * How many flipped bits of a file go unnoticed.  All bits of each byte are flipped, or
 * one of each, or those of some bytes only, where an unread page may be damaged.
 */
static unsigned
flip_all(const char *folder, const struct file *f, uint64_t whole, size_t step, bool all)
{
	int fd = open(f->path, O_RDWR);
	unsigned unnoticed = 0;

	for (size_t i = 0; i < f->size; i += step) {
		for (unsigned bit = all ? 0 : (unsigned)i % 8; bit < 8; bit += all ? 1 : 8) {
			uint8_t byte = (uint8_t)(f->bytes[i] ^ 1u << bit);
			uint64_t digest;
			int code;

			if (pwrite(fd, &byte, 1, (off_t)i) != 1)
				abort();
			code = read_all(folder, &digest);
			if (code != WT_ECORRUPT && code != WT_EVERSION &&
			    !(code == WT_OK && digest == whole && step > 1))
				unnoticed++;
		}
		if (pwrite(fd, &f->bytes[i], 1, (off_t)i) != 1)
			abort();
	}
	close(fd);
	return unnoticed;
}

static unsigned
cut_all(const char *folder, const struct file *f)
{
	unsigned unnoticed = 0;
	uint64_t digest;

	for (size_t size = f->size; size-- > 0;) {
		if (truncate(f->path, (off_t)size) != 0)
			abort();
		unnoticed += read_all(folder, &digest) != WT_ECORRUPT;
	}
	write_file(f, f->bytes, f->size);
	return unnoticed;
}

static void
test_small(const char *folder, const struct model_shape *shape, bool all)
{
	struct file files[8];
	struct model m;
	uint64_t whole, digest;
	size_t count;

	model_make(&m, 5, shape);
	build(folder, &m);
	CHECK(read_all(folder, &whole) == WT_OK, "all can be read");
	count = read_files(folder, files, 8);
	CHECK(count == 2, "a manifest and a segment");
	for (size_t i = 0; i < count; i++) {
		unsigned unnoticed = flip_all(folder, &files[i], whole, 1, all);

		CHECK(unnoticed == 0, "flipped bits of a file of %u bytes: %u unnoticed",
		    (unsigned)files[i].size, unnoticed);
		unnoticed = cut_all(folder, &files[i]);
		CHECK(unnoticed == 0, "truncations: %u unnoticed", unnoticed);
		files[i].bytes[files[i].size] = 0;
		write_file(&files[i], files[i].bytes, files[i].size + 1);
		CHECK(read_all(folder, &digest) == WT_ECORRUPT, "a byte too many");
		unlink(files[i].path);
		CHECK(read_all(folder, &digest) != WT_OK, "a missing file");
		write_file(&files[i], files[i].bytes, files[i].size);
	}
	CHECK(read_all(folder, &digest) == WT_OK && digest == whole, "all is back");
	free_files(files, count);
	model_free(&m);
	remove_folder(folder);
}

/* A file too large to be checked when it is opened: pages are checked as they are met. */
static void
test_large(const char *folder)
{
	struct model_shape shape = { 900, 20000, 300, 0, 3, 30 };
	struct file files[8];
	struct model m;
	uint64_t whole;
	size_t count;
	unsigned large = 0;

	model_make(&m, 6, &shape);
	build(folder, &m);
	CHECK(read_all(folder, &whole) == WT_OK, "all of a larger index can be read");
	count = read_files(folder, files, 8);
	for (size_t i = 0; i < count; i++) {
		unsigned unnoticed;

		if (files[i].size < WT_SMALL_FILE)
			continue;
		large++;
		unnoticed = flip_all(folder, &files[i], whole, files[i].size / 12, false);
		CHECK(unnoticed == 0, "flipped bits of a file of %u bytes: %u unnoticed",
		    (unsigned)files[i].size, unnoticed);
	}
	CHECK(large == 1, "a file large enough for this test");
	free_files(files, count);
	model_free(&m);
	remove_folder(folder);
}

/* Read a segment without a manifest in every way there is. */
static void
read_segment(const char *path)
{
	struct wt_segment *s;
	struct wt_terms t;
	struct wt_cursor c;
	struct wt_stored cache = { 0 };
	struct wt_buf key = { 0 };

	if (wt_segment_open(path, 0, 0, &s, NULL) != WT_OK)
		return;
	for (wt_terms_open(&t, s, wt_span_make("", 0)); !t.end; wt_terms_next(&t)) {
		const uint32_t *positions;
		uint32_t count, least = 0;

		wt_cursor_open(&c, s, &t.entry);
		while (c.doc != WT_NO_DOC) {
			if (c.doc < least || c.doc >= wt_segment_docs(s))
				abort();
			if (wt_cursor_freq(&c) == 0) {
				if (c.err == WT_OK || c.doc != WT_NO_DOC)
					abort();
				break;
			}
			least = c.doc + 1;
			wt_cursor_block(&c, c.doc);
			if (wt_cursor_positions(&c, &positions, &count) != WT_OK)
				break;
			if (least % 3 == 0)
				wt_cursor_seek(&c, least + 20);
			else
				wt_cursor_next(&c);
		}
		wt_cursor_close(&c);
	}
	for (uint32_t doc = 0; doc < wt_segment_docs(s); doc++) {
		struct wt_span bytes;
		uint32_t other, ids[8];
		struct wt_column column;

		wt_document_date(s, doc);
		wt_document_length(s, doc);
		if (wt_document_key(s, doc, &key) == WT_OK)
			wt_segment_find(s, wt_buf_span(&key), &other);
		for (uint32_t k = 0; k < WT_STREAMS; k++)
			wt_document_stream(s, doc, k, &cache, &bytes);
		for (uint32_t k = 0; wt_column_open(s, k, &column) == WT_OK; k++) {
			uint32_t n = wt_column_get(&column, doc, ids, 8);

			for (uint32_t i = 0; i < n && i < 8; i++)
				wt_column_value(&column, ids[i]);
		}
	}
	wt_stored_free(&cache);
	wt_buf_free(&key);
	wt_segment_close(s);
}

static void
test_nonsense(const char *folder)
{
	struct model_shape shape = { 300, 30, 25, 0, 3, 20 };
	struct random r = { 99 };
	struct file files[8];
	struct model m;
	size_t count;
	unsigned tries = 0, tries_wanted = getenv("FUZZ_TIME") == NULL ? 100 : 5000;

	model_make(&m, 7, &shape);
	build(folder, &m);
	count = read_files(folder, files, 8);
	for (size_t i = 0; i < count; i++) {
		uint8_t *bytes = malloc(files[i].size);

		for (unsigned k = 0; k < tries_wanted &&
		    strstr(files[i].path, ".seg") != NULL; k++) {
			memcpy(bytes, files[i].bytes, files[i].size);
			for (uint32_t n = 1 + random_below(&r, 3); n > 0; n--)
				bytes[random_below(&r, (uint32_t)files[i].size)] =
				    (uint8_t)random_next(&r);
			if (!seal(bytes, files[i].size))
				continue;
			write_file(&files[i], bytes, files[i].size);
			read_segment(files[i].path);
			tries++;
		}
		free(bytes);
	}
	CHECK(tries > tries_wanted / 2, "nonsense under right checksums is survived: %u times",
	    tries);
	free_files(files, count);
	model_free(&m);
	remove_folder(folder);
}

int
main(void)
{
	static const struct model_shape tiny = { 9, 12, 5, 0, 2, 3 };
	static const struct model_shape small = { 130, 6, 1, 0, 2, 3 };
	char folder[200];

	make_folder(folder);
	test_small(folder, &tiny, true);
	test_small(folder, &small, getenv("FUZZ_TIME") != NULL);
	test_large(folder);
	test_nonsense(folder);
	return check_done();
}
