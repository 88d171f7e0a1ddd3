/* Mapped files: what is there, and a code with the path for what is not. */
#include "base/map.h"
#include "tests/check.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "warta-map-XXXXXX";

static const char *
path_of(const char *name)
{
	static char path[64];

	snprintf(path, sizeof path, "%s/%s", folder, name);
	return path;
}

static void
write_file(const char *name, const char *text)
{
	FILE *f = fopen(path_of(name), "wb");

	if (f != NULL) {
		fputs(text, f);
		fclose(f);
	}
}

static void
check_files(void)
{
	struct wt_map m;
	struct wt_error error = { 0 };

	write_file("some", "Kota Serang");
	CHECK(wt_map_open(&m, path_of("some"), &error) == WT_OK && wt_span_is(m.bytes,
	    "Kota Serang"), "a file");
	unlink(path_of("some"));
	CHECK(wt_span_is(m.bytes, "Kota Serang"), "its bytes stay when it is removed");
	wt_map_close(&m);
	CHECK(m.bytes.len == 0, "closed");
	wt_map_close(&m);
	write_file("empty", "");
	CHECK(wt_map_open(&m, path_of("empty"), &error) == WT_OK && m.bytes.len == 0 &&
	    m.bytes.at != NULL,
	    "an empty file");
	wt_map_close(&m);
	unlink(path_of("empty"));
}

static void
check_failures(void)
{
	static const struct { const char *what, *name; int code; } rows[] = {
		{ "nothing there", "none", WT_ENOENT },
		{ "a folder", ".", WT_EIO },
		{ "a pipe, which must not block", "pipe", WT_EIO },
		{ "a file as a folder", "file/none", WT_ENOENT },
	};
	struct wt_map m;

	mkfifo(path_of("pipe"), 0600);
	write_file("file", "x");
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct wt_error error = { 0 };
		int code = wt_map_open(&m, path_of(rows[i].name), &error);

		CHECK(code == rows[i].code && error.code == code && m.bytes.len == 0 &&
		    strstr(error.text, path_of(rows[i].name)) != NULL, "%s", rows[i].what);
		CHECK(wt_map_open(&m, path_of(rows[i].name), NULL) == rows[i].code,
		    "no error wanted: %s",
		    rows[i].what);
		wt_map_close(&m);
	}
	unlink(path_of("pipe"));
	unlink(path_of("file"));
}

int
main(void)
{
	if (mkdtemp(folder) == NULL) {
		printf("1..0 # SKIP cannot make a folder here\n");
		return 0;
	}
	check_files();
	check_failures();
	rmdir(folder);
	return check_done();
}
