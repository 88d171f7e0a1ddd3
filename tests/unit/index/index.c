/* The number of a commit: another one for other contents, the same wherever these are. */
#include "index/read.h"
#include "tests/check.h"

#include <stdio.h>
#include <stdlib.h>

#define FIRST "build/index-test-1"
#define SECOND "build/index-test-2"

static int
add(struct wt_build *b, const char *key, uint64_t hash)
{
	return wt_build_add(b, 0, &(struct wt_addition){ .key = wt_span_of(key), .hash = hash, .date = 7 }, NULL);
}

/* A commit that adds a document, or deletes one for the hash 0. */
static bool
commit(const char *path, const char *key, uint64_t hash)
{
	const struct wt_build_options options = { .memory = 1 << 20, .compact = 1 };
	struct wt_build *b;
	bool good = wt_build_open(path, &options, &b, NULL) == WT_OK;

	good = good && (hash == 0 ? wt_build_delete(b, wt_span_of(key), NULL) : add(b, key, hash)) == WT_OK &&
	    wt_build_commit(b, NULL) == WT_OK;
	wt_build_close(b);
	return good;
}

/* 0 if there is none. */
static uint64_t
identity(const char *path)
{
	struct wt_index *ix;
	uint64_t number = 0;

	if (wt_index_open(path, &ix, NULL) == WT_OK)
		number = wt_index_identity(ix);
	wt_index_close(ix);
	return number;
}

static void
test(void)
{
	struct wt_index *old = NULL;
	uint64_t one = 0, two, three = 0;

	CHECK(commit(FIRST, "a", 1) && (one = identity(FIRST)) != 0 && one == identity(FIRST), "the same twice");
	CHECK(commit(SECOND, "a", 1) && identity(SECOND) == one, "the same in another folder");
	CHECK(wt_index_open(FIRST, &old, NULL) == WT_OK && commit(FIRST, "b", 2), "one more");
	two = identity(FIRST);
	CHECK(two != one && wt_index_identity(old) == one, "another after a commit, but not of the snapshot");
	wt_index_close(old);
	CHECK(commit(FIRST, "b", 0) && (three = identity(FIRST)) != two && three != 0, "another after a deletion");
	CHECK(commit(SECOND, "a", 3) && identity(SECOND) != one, "another after a replacement");
}

int
main(void)
{
	if (system("rm -rf " FIRST " " SECOND) != 0)
		printf("# the folders cannot be removed\n");
	test();
	if (system("rm -rf " FIRST " " SECOND) != 0)
		printf("# the folders cannot be removed\n");
	return check_done();
}
