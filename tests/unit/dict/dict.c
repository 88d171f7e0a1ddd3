/* Compiled dictionaries: what they answer, and that no damage makes them more than wrong. */
#include "base/bytes.h"
#include "base/hash.h"
#include "dict/dict.h"
#include "dict/format.h"
#include "dict/phrase.h"
#include "tests/check.h"
#include "tests/random.h"
#include "tests/unit/dict/tables.h"

#include <stdlib.h>
#include <unistd.h>

/* Every answer of a dictionary as text. */
static void
ask(const struct wt_dict *d, struct wt_buf *out)
{
	static const char text[] = "Dinas Sosial (Dinsos) Serang Tangerang Selatan rumah layak huni Banten rumah sakit";
	struct wt_arena a = { 0 };
	struct wt_document doc;
	struct wt_phrases p;
	struct wt_phrase_entry e;
	uint32_t node, entry, entries;

	for (int t = -1; t <= wt_dict_tables(d); t++) {
		wt_buf_putspan(out, wt_dict_table_name(d, t));
		for (int c = -1; c <= wt_dict_columns(d, t); c++)
			wt_buf_putstring(out, wt_dict_column_name(d, t, c));
		for (uint32_t r = 0; r <= wt_dict_rows(d, t); r++) {
			wt_buf_put32(out, wt_dict_line(d, t, r));
			for (int c = -1; c <= wt_dict_columns(d, t); c++)
				wt_buf_putstring(out, wt_dict_cell(d, t, r, c));
		}
	}
	wt_document_read(&a, WT_SPAN(""), WT_SPAN(text), &doc);
	if (wt_phrases_find(d, &doc, wt_phrase_starts(d, &doc, &a), &a, &p) == WT_OK)
		for (uint32_t m = 0; m < p.count; m++)
			for (uint32_t i = 0; i < p.matches[m].entries; i++)
				if (wt_phrase_entry(d, p.matches[m].entry + i, &e))
					wt_buf_printf(out, "%u-%u:%d/%d/%u ", p.matches[m].first,
					    p.matches[m].last, (int)e.kind, (int)e.shape, e.row);
	node = wt_phrase_step(d, 0, wt_phrase_stem_number(d, WT_SPAN("bangun")));
	node = wt_phrase_step(d, node, wt_phrase_stem_number(d, WT_SPAN("rumah")));
	wt_phrase_node_entries(d, node, &entry, &entries);
	wt_buf_printf(out, "%u", entries);
	wt_arena_free(&a);
}

static void
check_answers(const struct wt_dict *d)
{
	int t = wt_dict_table(d, "regions");

	CHECK(wt_dict_tables(d) == 5 && wt_span_is(wt_dict_table_name(d, 0), "agencies") &&
	    wt_dict_table(d, "agencies") == 0, "tables, by name");
	CHECK(t >= 0 && wt_dict_rows(d, t) == 4 && wt_dict_columns(d, t) == 2, "rows and columns");
	CHECK(wt_dict_column(d, t, "name") == 1 && wt_dict_column(d, t, "none") == WT_NO_COLUMN &&
	    wt_span_is(wt_dict_column_name(d, t, 1), "name"), "names of columns");
	CHECK(wt_span_is(wt_dict_cell(d, t, 3, 1), "Tangerang Selatan") && wt_dict_line(d, t,
	    3) == 5, "a cell and its line");
	CHECK(wt_dict_cell(d, t, 4, 1).len == 0 && wt_dict_cell(d, t, 0, 2).len == 0 &&
	    wt_dict_cell(d, t, 0, -1).len == 0 && wt_dict_line(d, t, 4) == 0,
	    "past the end there is nothing");
	CHECK(wt_dict_table(d, "none") == WT_NO_TABLE && wt_dict_rows(d, WT_NO_TABLE) == 0 &&
	    wt_dict_columns(d, 99) == 0 && wt_dict_table_name(d, 99).len == 0 &&
	    wt_dict_column(d, WT_NO_TABLE, "name") == WT_NO_COLUMN, "no such table");
	CHECK(wt_dict_version(d) != 0, "a version");
}

/* Open bytes, ask everything; the answers, or nothing where it refuses. */
static int
open_and_ask(struct wt_span bytes, struct wt_buf *answers)
{
	/* A copy of just this length, so that a read past it is seen. */
	char *copy = malloc(bytes.len + (bytes.len == 0));
	struct wt_dict *d = NULL;
	struct wt_error error = { 0 };
	int code;

	if (copy == NULL)
		return WT_ENOMEM;
	if (bytes.len > 0)
		memcpy(copy, bytes.at, bytes.len);
	code = wt_dict_open_bytes(wt_span_make(copy, bytes.len), "small", &d, &error);
	if (code == WT_OK)
		ask(d, answers);
	else if (d != NULL || error.code != code || strncmp(error.text, "small: ", 7) != 0)
		code = 1;
	wt_dict_close(d);
	free(copy);
	return code;
}

static void
check_damage(struct wt_span bytes, struct wt_span wanted)
{
	struct wt_buf b = { 0 }, got = { 0 };
	size_t flips = 0, cuts = 0, sealed = 0;

	wt_buf_putspan(&b, bytes);
	for (size_t i = 0; i < bytes.len; i++) {
		int code;

		b.at[i] = (char)(b.at[i] ^ (1 << i % 8));
		wt_buf_clear(&got);
		code = open_and_ask(wt_buf_span(&b), &got);
		flips += code == WT_ECORRUPT || code == WT_EVERSION || (code == WT_OK &&
		    wt_span_eq(wt_buf_span(&got), wanted));
		b.at[i] = bytes.at[i];
	}
	CHECK(flips == bytes.len, "a flipped bit gives an error or the same answers");
	for (size_t len = 0; len < bytes.len; len++)
		cuts += open_and_ask(wt_span_make(bytes.at, len), &got) == WT_ECORRUPT;
	CHECK(cuts == bytes.len, "a dictionary cut short is refused at every length");
	/* A hostile writer seals what it damaged: any answer, but an end and no read outside. */
	for (size_t i = 8; i < bytes.len; i++) {
		static const char values[] = { 0, 1, 0x7f, (char)0x80, (char)0xff };

		for (size_t k = 0; k < sizeof values; k++) {
			int code;

			b.at[i] = values[k];
			wt_dict_seal(b.at, b.len);
			wt_buf_clear(&got);
			code = open_and_ask(wt_buf_span(&b), &got);
			sealed += code == WT_OK || code == WT_ECORRUPT || code == WT_EVERSION;
			memcpy(b.at, bytes.at, bytes.len);
		}
	}
	CHECK(sealed == (bytes.len - 8) * 5, "a sealed wrong byte ends well");
	wt_buf_free(&b);
	wt_buf_free(&got);
}

/* Numbers anywhere, several at once, sealed. */
static void
check_random(struct wt_span bytes)
{
	struct wt_buf b = { 0 }, got = { 0 };
	uint64_t state = 74;
	bool ok = true;

	wt_buf_putspan(&b, bytes);
	for (int round = 0; ok && round < 4000; round++) {
		int code;

		for (uint32_t n = 1 + random_below(&state, 4); n > 0; n--) {
			size_t at = 12 + random_below(&state, (uint32_t)(bytes.len - 16) / 4) * 4;

			wt_set32(b.at + at, random_below(&state,
			    2) == 0 ? (uint32_t)random_next(&state) :
			    random_below(&state, (uint32_t)bytes.len));
		}
		wt_dict_seal(b.at, b.len);
		wt_buf_clear(&got);
		code = open_and_ask(wt_buf_span(&b), &got);
		ok = code == WT_OK || code == WT_ECORRUPT || code == WT_EVERSION;
		if (!ok)
			printf("# round %d: %d\n", round, code);
		memcpy(b.at, bytes.at, bytes.len);
	}
	CHECK(ok, "sealed wrong numbers end well");
	wt_buf_free(&b);
	wt_buf_free(&got);
}

/* All tables of a dictionary as text. */
static void
ask_tables(const struct wt_dict *d, struct wt_buf *out)
{
	for (int t = 0; t < wt_dict_tables(d); t++) {
		wt_buf_putstring(out, wt_dict_table_name(d, t));
		for (int c = 0; c < wt_dict_columns(d, t); c++)
			wt_buf_putstring(out, wt_dict_column_name(d, t, c));
		for (uint32_t r = 0; r < wt_dict_rows(d, t); r++)
			for (int c = 0; c < wt_dict_columns(d, t); c++)
				wt_buf_putstring(out, wt_dict_cell(d, t, r, c));
	}
	wt_buf_putstring(out, wt_dict_section(d, "OWN"));
}

/* Open a file for its tables and read them: the code, or that of damage met on the way. */
static int
read_tables(const char *path, struct wt_buf *out)
{
	struct wt_error error = { 0 };
	struct wt_dict *d = NULL;
	int code = wt_dict_open_tables(path, &d, &error);

	wt_buf_clear(out);
	if (code == WT_OK) {
		ask_tables(d, out);
		code = wt_dict_error(d, &error);
	}
	if (code != error.code || (code != WT_OK && strstr(error.text, path) == NULL))
		code = 1;
	wt_dict_close(d);
	return code;
}

/* Opened page by page: every flipped bit of what is read is told, the others change nothing. */
static void
check_pages(void)
{
	static char own[20000];
	struct wt_dict_extra extra = { "OWN", { own, sizeof own } };
	struct wt_buf bytes = { 0 }, wanted = { 0 }, got = { 0 };
	char path[] = "warta-dict-XXXXXX";
	int fd = mkstemp(path);
	size_t good = 0, told = 0;
	struct wt_dict *d = NULL;

	memset(own, 'o', sizeof own);
	CHECK(fd >= 0 && wt_dict_compile(small_tables, SMALL_TABLES, &extra, 1, &bytes, NULL) == WT_OK &&
	    write(fd, bytes.at, bytes.len) == (ssize_t)bytes.len, "a file");
	CHECK(read_tables(path, &wanted) == WT_OK && wanted.len > sizeof own, "its tables");
	for (size_t i = 0; i < bytes.len; i++) {
		char flipped = (char)(bytes.at[i] ^ (1 << i % 8));
		int code;

		if (pwrite(fd, &flipped, 1, (off_t)i) != 1)
			break;
		code = read_tables(path, &got);
		told += code == WT_ECORRUPT;
		good += code == WT_ECORRUPT || code == WT_EVERSION ||
		    (code == WT_OK && wt_span_eq(wt_buf_span(&got), wt_buf_span(&wanted)));
		if (pwrite(fd, &bytes.at[i], 1, (off_t)i) != 1)
			break;
	}
	CHECK(good == bytes.len, "a flipped bit gives an error or the same tables");
	CHECK(told > sizeof own, "it is told where it was read: %zu", told);
	CHECK(wt_dict_open_tables(path, &d, NULL) == WT_OK && wt_dict_word(d, WT_SPAN("serang")) == 0,
	    "no words in one opened for its tables");
	wt_dict_close(d);
	close(fd);
	unlink(path);
	wt_buf_free(&bytes);
	wt_buf_free(&wanted);
	wt_buf_free(&got);
}

static void
check_files(struct wt_span bytes)
{
	char path[] = "warta-dict-XXXXXX";
	int fd = mkstemp(path);
	struct wt_dict *d = NULL, *second = NULL;
	struct wt_error error = { 0 };

	CHECK(wt_dict_open("none/warta.dict", &d, &error) == WT_ENOENT && d == NULL &&
	    strstr(error.text, "none/warta.dict") != NULL, "no such file");
	if (fd < 0 || write(fd, bytes.at, bytes.len) != (ssize_t)bytes.len)
		return;
	close(fd);
	CHECK(wt_dict_open(path, &d, &error) == WT_OK && wt_dict_open(path, &second,
	    &error) == WT_OK, "a file, twice");
	CHECK(d != NULL && second != NULL && wt_dict_version(d) == wt_dict_version(second),
	    "of one version");
	wt_dict_close(d);
	wt_dict_close(second);
	wt_dict_close(NULL);
	CHECK(truncate(path, 100) == 0 && wt_dict_open(path, &d, &error) == WT_ECORRUPT &&
	    d == NULL &&
	    strstr(error.text, path) != NULL, "a file cut short");
	CHECK(truncate(path, 0) == 0 && wt_dict_open(path, &d, &error) == WT_ECORRUPT &&
	    d == NULL, "an empty file");
	unlink(path);
}

int
main(void)
{
	struct wt_buf out = { 0 }, wanted = { 0 };
	struct wt_dict *d = NULL;
	struct wt_error error = { 0 };

	CHECK(wt_dict_compile(small_tables, SMALL_TABLES, NULL, 0, &out, &error) == WT_OK &&
	    wt_dict_open_bytes(wt_buf_span(&out), "small", &d, &error) == WT_OK,
	    "a small dictionary %s", error.text);
	if (d == NULL)
		return check_done();
	check_answers(d);
	ask(d, &wanted);
	wt_dict_close(d);
	check_damage(wt_buf_span(&out), wt_buf_span(&wanted));
	check_random(wt_buf_span(&out));
	check_files(wt_buf_span(&out));
	check_pages();
	wt_buf_free(&out);
	wt_buf_free(&wanted);
	return check_done();
}
