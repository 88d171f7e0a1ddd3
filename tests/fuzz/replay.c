/*
 * replay.c - run a fuzz target over files, without a fuzzer.
 *
 * Linked with one target at a time, or included behind it with SEEDS, a folder, as
 * its argument when there is none.  Each argument is a file, or a folder whose files
 * are taken.  Every file is also cut short at eight places, so that the seeds say a
 * little more than themselves.
 */
#include "base/map.h"
#include "tests/check.h"

#include <dirent.h>
#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
run_bytes(struct wt_span bytes, size_t len)
{
	/* A copy of just this length, so that a read past it is seen. */
	uint8_t *copy = malloc(len == 0 ? 1 : len);

	if (copy == NULL)
		return;
	if (len > 0)
		memcpy(copy, bytes.at, len);
	LLVMFuzzerTestOneInput(copy, len);
	free(copy);
}

static void
run_file(const char *path)
{
	struct wt_map m;
	struct wt_error error = { 0 };

	if (wt_map_open(&m, path, &error) != WT_OK) {
		CHECK(0, "%s", error.text);
		return;
	}
	for (size_t i = 0; i < 8; i++)
		run_bytes(m.bytes, m.bytes.len * i / 8);
	run_bytes(m.bytes, m.bytes.len);
	CHECK(1, "%s", path);
	wt_map_close(&m);
}

static int
is_seed(const struct dirent *entry)
{
	return entry->d_name[0] != '.';
}

static void
run_path(const char *path)
{
	struct dirent **names;
	int n = scandir(path, &names, is_seed, alphasort);

	if (n < 0)
		run_file(path);
	for (int k = 0; k < n; k++) {
		char inside[1024];

		snprintf(inside, sizeof inside, "%s/%s", path, names[k]->d_name);
		run_file(inside);
		free(names[k]);
	}
	if (n >= 0)
		free(names);
}

int
main(int argc, char **argv)
{
	for (int i = 1; i < argc; i++)
		run_path(argv[i]);
#ifdef SEEDS
	if (argc < 2)
		run_path(SEEDS);
#endif
	return check_done();
}
