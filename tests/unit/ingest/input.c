/* input.c - lines, records and ids as they come from files. */
#include "ingest/input.h"
#include "ingest/stream.h"
#include "tests/check.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* Gives its text a few bytes at a time. */
struct drip {
	const char *text;
	size_t len, at, step;
};

static long
drip(void *context, char *bytes, size_t size)
{
	struct drip *d = context;
	size_t n = d->len - d->at;

	n = n < d->step ? n : d->step;
	n = n < size ? n : size;
	memcpy(bytes, d->text + d->at, n);
	d->at += n;
	return (long)n;
}

/* Lines in brackets; ! is a line that is too long. */
static void
test_lines(void)
{
	static const struct {
		const char *text;
		size_t limit;
		const char *lines;
	} rows[] = {
		{ "", 10, "" }, { "a", 10, "[a]" }, { "a\n", 10, "[a]" }, { "a\nb", 10, "[a][b]" },
		{ "a\r\nb\r\n", 10, "[a][b]" }, { "\n\na", 10, "[][][a]" },
		{ "12345678901\nx\n", 10, "![x]" }, { "x\n12345678901", 10, "[x]!" },
		{ "1234567890\n", 10, "[1234567890]" }, { "12345678901", 10, "!" },
		{ "123456789012345678901234567890\n\n", 10, "![]" },
	};

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		for (size_t step = 1; step < 9; step += 3) {
			struct drip d = { rows[i].text, strlen(rows[i].text), 0, step };
			struct wt_stream *s;
			struct wt_span line;
			char got[200] = "";
			size_t len = 0;
			int code;

			wt_stream_of(drip, &d, &s);
			while ((code = wt_stream_line(s, rows[i].limit, &line)) == WT_OK || code == WT_ELIMIT)
				len += (size_t)snprintf(got + len, sizeof got - len, code == WT_OK ? "[%.*s]" : "!",
				    (int)line.len, line.at);
			wt_stream_close(s);
			CHECK(code == WT_ENOENT && strcmp(got, rows[i].lines) == 0, "lines %zu by %zu: %s", i, step,
			    got);
		}
	}
}

static void
test_json(void)
{
	static const struct {
		const char *what, *line;
		int code;
		const char *id, *title, *date, *text;
	} rows[] = {
		{ "English keys", "{\"id\":\"a\",\"title\":\"T\",\"date\":\"2020\",\"text\":\"isi\"}", WT_OK,
		    "a", "T", "2020", "isi" },
		{ "Indonesian keys", "{\"judul\":\"T\",\"tanggal\":\"2020\",\"isi\":\"teks\"}", WT_OK, "", "T",
		    "2020", "teks" },
		{ "a number as id", "{\"id\":17,\"text\":\"x\"}", WT_OK, "17", "", "", "x" },
		{ "a fraction is no id", "{\"id\":1.5,\"text\":\"x\"}", WT_OK, "", "", "", "x" },
		{ "of a key that comes twice, the last", "{\"text\":\"a\",\"text\":\"b\"}", WT_OK, "", "", "", "b" },
		{ "half a surrogate pair", "{\"text\":\"a\\ud800b\"}", WT_OK, "", "", "", "a\xef\xbf\xbd" "b" },
		{ "an escaped NUL", "{\"text\":\"a\\u0000b\"}", WT_ESYNTAX, "", "", "", "" },
		{ "a line end in a string", "{\"text\":\"a\nb\"}", WT_ESYNTAX, "", "", "", "" },
		{ "an unknown escape", "{\"text\":\"a\\qb\"}", WT_ESYNTAX, "", "", "", "" },
		{ "more behind it", "{\"text\":\"a\"} {}", WT_ESYNTAX, "", "", "", "" },
		{ "null is nothing", "{\"id\":null,\"title\":null,\"text\":\"x\"}", WT_OK, "", "", "", "x" },
		{ "no text", "{\"id\":\"a\"}", WT_EINVAL, "a", "", "", "" },
		{ "white space only", "{\"text\":\" \\n \"}", WT_EINVAL, "", "", "", "" },
		{ "text of a wrong kind", "{\"text\":{}}", WT_EINVAL, "", "", "", "" },
		{ "no object", "[1]", WT_EINVAL, "", "", "", "" },
		{ "cut off", "{\"text\":\"x", WT_ESYNTAX, "", "", "", "" },
		{ "invalid UTF-8 is replaced", "{\"text\":\"a\xff\"}", WT_OK, "", "", "", "a\xef\xbf\xbd" },
		{ "controls become spaces", "{\"text\":\"a\\u001bb\\u009bc\",\"title\":\"x\\ny\"}", WT_OK, "",
		    "x y", "", "a b  c" },
	};

	static const struct wt_field_names usual;

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct wt_record r = { .order = 0 };
		struct wt_error error = { 0 };
		int code = wt_record_json(&r, wt_span_of(rows[i].line), &usual, &error);

		CHECK(code == rows[i].code && wt_span_is(r.article.id, rows[i].id) &&
		    wt_span_is(r.article.title, rows[i].title) && wt_span_is(r.article.date, rows[i].date) &&
		    wt_span_is(r.article.text, rows[i].text), "%s", rows[i].what);
		wt_record_free(&r);
	}
}

static void
write_file(const char *path, const char *text)
{
	FILE *f = fopen(path, "w");

	if (f != NULL) {
		fputs(text, f);
		fclose(f);
	}
}

/* Ids are unique, in order of names, and each fault is told. */
static void
test_ids(void)
{
	static const char *const ids[] = { "berita", "a", "a-2", "b.3", "berita-2", "a-3", "a-2-2" };
	char folder[] = "/tmp/warta-input-XXXXXX", path[64];
	const char *paths[2];
	struct wt_inputs inputs = { .names = { .paths = paths, .count = 2 } };
	struct wt_skips skips = { 0 };
	struct wt_record r = { .order = 0 };
	struct wt_input *in;
	size_t n = 0;

	CHECK(mkdtemp(folder) != NULL, "a folder");
	snprintf(path, sizeof path, "%s/a.txt", folder);
	write_file(path, "isi");
	snprintf(path, sizeof path, "%s/b.jsonl", folder);
	write_file(path, "{\"id\":\"a\",\"text\":\"x\"}\n{}\n{\"text\":\"x\"}\n{\"id\":\"berita\",\"text\":\"x\"}\n"
	    "{\"id\":\"a\",\"text\":\"x\"}\n{\"id\":\"a-2\",\"text\":\"x\"}\n");
	snprintf(path, sizeof path, "%s/berita.txt", folder);
	write_file(path, "isi");
	paths[0] = path;
	paths[1] = folder;
	CHECK(wt_input_open(&inputs, &skips, &in, NULL) == WT_OK, "an input");
	while (wt_input_next(in, &r) == WT_OK && n < sizeof ids / sizeof ids[0]) {
		CHECK(wt_span_is(r.article.id, ids[n]) && r.order == n, "id %zu: %.*s", n,
		    (int)r.article.id.len, r.article.id.at);
		n++;
	}
	CHECK(n == sizeof ids / sizeof ids[0], "%zu articles", n);
	CHECK(skips.count == 1 && skips.at[0].position == 2, "one record is told");
	wt_input_close(in);
	wt_record_free(&r);
	wt_skips_free(&skips);
	unlink(path);
	snprintf(path, sizeof path, "%s/a.txt", folder);
	unlink(path);
	snprintf(path, sizeof path, "%s/b.jsonl", folder);
	unlink(path);
	rmdir(folder);
}

int
main(void)
{
	test_lines();
	test_json();
	test_ids();
	return check_done();
}
