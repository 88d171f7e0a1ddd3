/*
 * The n-th allocation fails, for n = 1, 2, 3 and so on: building, committing, reading and
 * verifying give an error and leave the index as it was, or do not need that memory.
 */
#include "index/read.h"
#include "tests/check.h"
#include "tests/unit/index/corpus.h"

#if defined(__SANITIZE_ADDRESS__) || !defined(__GLIBC__)

int
main(void)
{
	CHECK(1, "left out: allocation belongs to somebody else here");
	return check_done();
}

#else

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *at, size_t size);

static unsigned long allocations, fail_at;      /* fail_at 0: never */

static bool
fails(void)
{
	return ++allocations == fail_at;
}

void *
malloc(size_t size)
{
	return fails() ? NULL : __libc_malloc(size);
}

void *
calloc(size_t count, size_t size)
{
	return fails() ? NULL : __libc_calloc(count, size);
}

void *
realloc(void *at, size_t size)
{
	return fails() ? NULL : __libc_realloc(at, size);
}

static int
ignore_line(void *context, struct wt_span line)
{
	(void)line;
	++*(unsigned long *)context;
	return 0;
}

static int
verify(const char *path, unsigned long *lines)
{
	return wt_index_verify(path, ignore_line, lines, NULL);
}

static int
dump(const char *path, unsigned long *lines)
{
	struct wt_index *ix;
	int code = wt_index_open(path, &ix, NULL);

	if (code == WT_OK)
		code = wt_index_dump(ix, WT_SPAN("postings"), ignore_line, lines, NULL);
	if (code == WT_OK)
		code = wt_index_dump(ix, WT_SPAN("columns"), ignore_line, lines, NULL);
	if (code == WT_OK)
		code = wt_index_dump(ix, WT_SPAN("streams"), ignore_line, lines, NULL);
	wt_index_close(ix);
	return code;
}

/* Add all and delete one, and commit. */
static int
change(const char *path, const struct model *m, uint32_t from, uint32_t to)
{
	struct wt_build_options options = { .memory = 1 };
	struct wt_build *b;
	int code = wt_build_open(path, &options, &b, NULL);

	for (uint32_t i = from; i < to && code == WT_OK; i++)
		code = wt_build_add(b, 0, &m->docs[i].doc, NULL);
	if (code == WT_OK && from > 0)
		code = wt_build_delete(b, m->docs[0].doc.key, NULL);
	if (code == WT_OK)
		code = wt_build_commit(b, NULL);
	wt_build_close(b);
	return code;
}

/* Documents of an index, or a number no index has. */
static uint64_t
documents(const char *path)
{
	struct wt_index_counts counts = { .documents = 1000 };
	struct wt_index *ix;

	if (wt_index_open(path, &ix, NULL) == WT_OK)
		wt_index_count(ix, &counts);
	wt_index_close(ix);
	return counts.documents;
}

static void
copy(const char *from, const char *to)
{
	char command[1200];

	snprintf(command, sizeof command, "rm -rf '%s' && cp -r '%s' '%s'", to, from, to);
	if (system(command) != 0)
		abort();
}

static void
test_change(const char *base, const char *path, const struct model *m)
{
	unsigned long n, bad = 0;
	int code = WT_ENOMEM;

	for (n = 1; code != WT_OK && n < 100000; n++) {
		copy(base, path);
		allocations = 0;
		fail_at = n;
		code = change(path, m, 30, 60);
		fail_at = 0;
		if (code == WT_OK ? documents(path) != 59 :
		    code != WT_ENOMEM || (documents(path) != 30 && documents(path) != 59))
			bad++;
	}
	CHECK(bad == 0 && code == WT_OK, "a change: %lu allocations, %lu failures went wrong", n,
	    bad);
}

static void
test_reading(const char *path, int (*read)(const char *path, unsigned long *lines))
{
	unsigned long n, whole = 0, lines = 0, bad = 0;
	int code = WT_ENOMEM;

	read(path, &whole);
	for (n = 1; code != WT_OK && n < 100000; n++) {
		allocations = 0;
		lines = 0;
		fail_at = n;
		code = read(path, &lines);
		fail_at = 0;
		bad += code != WT_OK && code != WT_ENOMEM;
	}
	CHECK(bad == 0 && code == WT_OK && lines == whole,
	    "reading: %lu allocations, %lu failures went wrong", n, bad);
}

int
main(void)
{
	struct model_shape shape = { 60, 40, 30, 0, 3, 5 };
	char folder[200], base[256], path[256];
	struct model m;

	make_folder(folder);
	snprintf(base, sizeof base, "%s/base", folder);
	snprintf(path, sizeof path, "%s/path", folder);
	model_make(&m, 3, &shape);
	CHECK(change(base, &m, 0, 30) == WT_OK, "an index to begin with");
	test_change(base, path, &m);
	test_reading(path, verify);
	test_reading(path, dump);
	model_free(&m);
	remove_folder(folder);
	return check_done();
}

#endif
