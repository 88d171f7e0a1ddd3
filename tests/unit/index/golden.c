/*
 * Golden indexes: those of every version of the format that was ever released are read
 * as they were meant.  tests/golden/index-N was written by make_golden below when
 * version N was new; GOLDEN=1 writes that of the version of this source again.
 */
#include "index/format.h"
#include "index/read.h"
#include "tests/check.h"
#include "tests/unit/index/corpus.h"

static const struct model_shape golden_shape = { 150, 40, 30, 0, 3, 20 };
#define GOLDEN_SEED 1945

static int
make_golden(const char *path)
{
	struct wt_build_options options = { .meta = WT_SPAN("golden") };
	struct wt_build *b;
	struct model m;
	int code = wt_build_open(path, &options, &b, NULL);

	model_make(&m, GOLDEN_SEED, &golden_shape);
	for (uint32_t i = 0; i < m.count && code == WT_OK; i++)
		code = wt_build_add(b, 0, &m.docs[i].doc, NULL);
	if (code == WT_OK)
		code = wt_build_commit(b, NULL);
	wt_build_close(b);
	model_free(&m);
	return code;
}

static int
put_line(void *context, struct wt_span line)
{
	wt_buf_putspan(context, line);
	wt_buf_putc(context, '\n');
	return 0;
}

/* All that an index holds, as text. */
static int
print(const char *path, struct wt_buf *out)
{
	static const char *const sections[] = { "documents", "postings", "columns", "streams" };
	struct wt_index *ix;
	int code = wt_index_open(path, &ix, NULL);

	wt_buf_clear(out);
	for (size_t i = 0; i < 4 && code == WT_OK; i++)
		code = wt_index_dump(ix, wt_span_of(sections[i]), put_line, out, NULL);
	wt_index_close(ix);
	return code;
}

/* One more document. */
static int
add_one(const char *path)
{
	struct wt_build_options options = { .meta = WT_SPAN("golden") };
	struct wt_addition doc = { .key = WT_SPAN("one more"), .date = 3, .length = 1 };
	struct wt_build *b;
	int code = wt_build_open(path, &options, &b, NULL);

	if (code == WT_OK)
		code = wt_build_add(b, 0, &doc, NULL);
	if (code == WT_OK)
		code = wt_build_commit(b, NULL);
	wt_build_close(b);
	return code;
}

/* The manifest names files by the hash of their bytes. */
static int
print_manifest(const char *path, struct wt_buf *out)
{
	struct wt_index *ix;
	int code = wt_index_open(path, &ix, NULL);

	wt_buf_clear(out);
	if (code == WT_OK)
		code = wt_index_dump(ix, WT_SPAN("manifest"), put_line, out, NULL);
	wt_index_close(ix);
	return code;
}

/* Whatever version an index has, adding to it gives the same bytes of the newest. */
static void
test_adding(const char *folder, unsigned version)
{
	struct wt_buf fresh = { 0 }, old = { 0 };
	char path[256], again[256], command[600];

	snprintf(path, sizeof path, "%s/fresh-%u", folder, version);
	snprintf(again, sizeof again, "%s/old-%u", folder, version);
	snprintf(command, sizeof command, "cp -R tests/golden/index-%u %s", version, again);
	CHECK(make_golden(path) == WT_OK && add_one(path) == WT_OK &&
	    print_manifest(path, &fresh) == WT_OK, "an index of now is added to");
	CHECK(system(command) == 0 && add_one(again) == WT_OK &&
	    wt_index_verify(again, NULL, NULL, NULL) == WT_OK &&
	    print_manifest(again, &old) == WT_OK &&
	    wt_span_eq(wt_buf_span(&old), wt_buf_span(&fresh)), "one of version %u is, too", version);
	wt_buf_free(&fresh);
	wt_buf_free(&old);
	remove_folder(path);
	remove_folder(again);
}

int
main(void)
{
	struct wt_buf fresh = { 0 }, old = { 0 };
	char folder[200], path[256];

	make_folder(folder);
	snprintf(path, sizeof path, "%s/index", folder);
	CHECK(make_golden(path) == WT_OK && print(path, &fresh) == WT_OK, "an index made now");
	if (getenv("GOLDEN") != NULL) {
		char golden[100];

		snprintf(golden, sizeof golden, "tests/golden/index-%u", WT_FORMAT_VERSION);
		remove_folder(golden);
		CHECK(make_golden(golden) == WT_OK, "%s is written anew", golden);
	}
	for (unsigned version = 1; version <= WT_FORMAT_VERSION; version++) {
		snprintf(path, sizeof path, "tests/golden/index-%u", version);
		CHECK(wt_index_verify(path, NULL, NULL, NULL) == WT_OK, "%s is whole", path);
		CHECK(print(path, &old) == WT_OK && wt_span_eq(wt_buf_span(&old),
		    wt_buf_span(&fresh)), "%s is read as it was meant", path);
	}
	for (unsigned version = 1; version <= WT_FORMAT_VERSION; version++)
		test_adding(folder, version);
	wt_buf_free(&fresh);
	wt_buf_free(&old);
	remove_folder(folder);
	return check_done();
}
