/* Files that appear whole or not at all. */
#include "base/map.h"
#include "base/save.h"
#include "tests/check.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "warta-save-XXXXXX";
static char target[64], aside[64];

static bool
target_is(const char *text)
{
	struct wt_map m;
	bool same;

	if (wt_map_open(&m, target, NULL) != WT_OK)
		return text == NULL;
	same = text != NULL && wt_span_is(m.bytes, text);
	wt_map_close(&m);
	return same;
}

static void
check_commit(void)
{
	struct wt_save s;
	struct wt_error error = { 0 };

	CHECK(wt_save_open(&s, target, &error) == WT_OK, "open");
	wt_save_put(&s, "old", 3);
	CHECK(target_is(NULL) && s.written == 3, "nothing is there before the commit");
	CHECK(wt_save_commit(&s, &error) == WT_OK && target_is("old"), "all is there behind it");
	CHECK(access(aside, F_OK) != 0, "and nothing beside it");
	wt_save_cancel(&s);
	CHECK(target_is("old"), "cancel behind a commit is harmless");
	CHECK(wt_save_open(&s, target, &error) == WT_OK, "open again");
	wt_save_put(&s, "new", 3);
	CHECK(target_is("old"), "the old file stays until the commit");
	wt_save_cancel(&s);
	CHECK(target_is("old") && access(aside, F_OK) != 0, "and after a cancel");
	wt_save_cancel(&s);
}

/* Pieces below, at and above the size of the buffer, against the same bytes in memory. */
static void
check_sizes(void)
{
	static const size_t sizes[] = { 1, 262143, 1, 262144, 2, 262145, 0, 700000, 5 };
	struct wt_save s;
	struct wt_buf all = { 0 };
	struct wt_map m = { 0 };
	char *bytes = malloc(700000);

	for (size_t i = 0; bytes != NULL && i < 700000; i++)
		bytes[i] = (char)(i * 31 >> 3);
	wt_save_open(&s, target, NULL);
	for (size_t i = 0; bytes != NULL && i < sizeof sizes / sizeof sizes[0]; i++) {
		wt_save_put(&s, bytes, sizes[i]);
		wt_buf_put(&all, bytes, sizes[i]);
	}
	CHECK(s.written == all.len, "written counts all bytes");
	CHECK(wt_save_commit(&s, NULL) == WT_OK && wt_map_open(&m, target, NULL) == WT_OK &&
	    wt_span_eq(m.bytes, wt_buf_span(&all)), "pieces of all sizes arrive in order");
	wt_map_close(&m);
	wt_buf_free(&all);
	free(bytes);
}

static void
check_failures(void)
{
	struct wt_save s;
	struct wt_error error = { 0 };
	char path[96];

	snprintf(path, sizeof path, "%s/none/file", folder);
	CHECK(wt_save_open(&s, path, &error) == WT_ENOENT && strstr(error.text, path) != NULL,
	    "no folder: a code and the path");
	wt_save_put(&s, "x", 1);
	CHECK(wt_save_commit(&s, &error) == WT_ENOENT, "the first error is kept to the commit");
	/* The target is a folder: the rename fails, and the file beside it goes away. */
	unlink(target);
	mkdir(target, 0700);
	CHECK(wt_save_open(&s, target, &error) == WT_OK, "open over a folder");
	wt_save_put(&s, "x", 1);
	CHECK(wt_save_commit(&s, &error) != WT_OK && strstr(error.text, target) != NULL,
	    "a rename that fails is an error");
	CHECK(access(aside, F_OK) != 0, "and leaves no trace");
	rmdir(target);
	/* A file that can never be flushed. */
	if (access("/dev/full", W_OK) == 0 && symlink("/dev/full", aside) == 0) {
		CHECK(wt_save_open(&s, target, &error) == WT_OK, "open on a full device");
		wt_save_put(&s, "x", 1);
		CHECK(wt_save_commit(&s, &error) == WT_EIO && target_is(NULL),
		    "a full device is an error");
		CHECK(access(aside, F_OK) != 0, "and leaves no trace there");
	}
	CHECK(wt_sync_folder(folder, &error) == WT_OK, "a folder is synced");
	CHECK(wt_sync_folder(path, &error) == WT_ENOENT, "no folder to sync");
}

int
main(void)
{
	if (mkdtemp(folder) == NULL) {
		printf("1..0 # SKIP cannot make a folder here\n");
		return 0;
	}
	snprintf(target, sizeof target, "%s/file", folder);
	snprintf(aside, sizeof aside, "%s/file.new", folder);
	check_commit();
	check_sizes();
	check_failures();
	rmdir(folder);
	return check_done();
}
