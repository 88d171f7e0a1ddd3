/*
 * A whole segment: bytes of a right one are changed, its checksums are made right again,
 * and everything is read.  Nothing may crash, whatever it says.
 *
 *      input = (u16:offset u8:value)*
 */
#include "tests/fuzz/index_fake.h"
#include "tests/unit/index/corpus.h"
#include "tests/unit/index/seal.h"

#include <dirent.h>
#include <unistd.h>

struct base {
	char folder[200];
	char path[300];         /* of the segment */
	uint8_t *bytes, *changed;
	size_t size;
};

static void
build(struct base *b)
{
	static const struct model_shape shape = { 200, 30, 25, 0, 3, 20 };
	struct wt_build_options options = { 0 };
	struct wt_build *build = NULL;
	struct model m;
	int code;

	make_folder(b->folder);
	model_make(&m, 8, &shape);
	code = wt_build_open(b->folder, &options, &build, NULL);
	for (uint32_t i = 0; i < m.count && code == WT_OK; i++)
		code = wt_build_add(build, 0, &m.docs[i].doc, NULL);
	if (code != WT_OK || wt_build_commit(build, NULL) != WT_OK)
		abort();
	wt_build_close(build);
	model_free(&m);
}

static void
load(struct base *b)
{
	struct dirent *entry;
	DIR *dir;
	FILE *in;

	build(b);
	dir = opendir(b->folder);
	while ((entry = readdir(dir)) != NULL)
		if (strstr(entry->d_name, ".seg") != NULL)
			snprintf(b->path, sizeof b->path, "%s/%.40s", b->folder, entry->d_name);
	closedir(dir);
	b->bytes = malloc(1 << 20);
	b->changed = malloc(1 << 20);
	in = fopen(b->path, "rb");
	b->size = fread(b->bytes, 1, 1 << 20, in);
	fclose(in);
}

static void
read_lists(const struct wt_segment *s)
{
	struct wt_terms t;
	struct wt_cursor c;

	for (wt_terms_open(&t, s, wt_span_make("", 0)); !t.end; wt_terms_next(&t)) {
		const uint32_t *positions;
		uint32_t count;

		for (wt_cursor_open(&c, s, &t.entry); c.doc != WT_NO_DOC; wt_cursor_next(&c)) {
			if (c.doc >= s->docs)
				abort();
			if (wt_cursor_freq(&c) < 5000)
				wt_cursor_positions(&c, &positions, &count);
		}
		wt_cursor_close(&c);
	}
}

static void
read_docs(const struct wt_segment *s)
{
	struct wt_stored cache = { 0 };
	struct wt_buf key = { 0 };
	uint32_t first, end;

	wt_segment_dates(s, -10, 10, &first, &end);
	if (first > end || end > s->docs)
		abort();
	for (uint32_t doc = 0; doc < s->docs && doc < 1000; doc++) {
		struct wt_column column;
		struct wt_span bytes;
		uint32_t ids[8], other;

		wt_document_date(s, doc);
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
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct base base;
	struct wt_segment *s;
	FILE *out;

	if (base.bytes == NULL)
		load(&base);
	memcpy(base.changed, base.bytes, base.size);
	for (size_t i = 0; i + 3 <= size; i += 3)
		base.changed[wt_get16(data + i) % base.size] = data[i + 2];
	if (!seal(base.changed, base.size))
		return 0;
	out = fopen(base.path, "wb");
	if (out == NULL || fwrite(base.changed, 1, base.size, out) != base.size ||
	    fclose(out) != 0)
		abort();
	if (wt_segment_open(base.path, 0, 0, &s, NULL) != WT_OK)
		return 0;
	read_lists(s);
	read_docs(s);
	wt_segment_close(s);
	return 0;
}
