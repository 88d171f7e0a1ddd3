/* Compiling tables: overlays, errors with file and line, the same bytes in any order. */
#include "dict/dict.h"
#include "tests/check.h"
#include "tests/unit/dict/tables.h"

#include <stdlib.h>

#define NAMES "agency_id\tname\tvariants\n"

/* Compile up to three sources of one table and list its rows as "id=name;". */
static const struct {
	const char *what, *table, *first, *second, *third, *rows;
} overlays[] = {
	{ "one file", "agencies", NAMES "a\tAlfa\t\nb\tBeta\t\n", NULL, NULL, "a=Alfa;b=Beta;" },
	{ "a row is replaced in its place", "agencies", NAMES "a\tAlfa\t\nb\tBeta\t\n",
	    NAMES "a\tGama\t\n", NULL, "a=Gama;b=Beta;" },
	{ "a row is added", "agencies", NAMES "a\tAlfa\t\n", NAMES "c\tGama\t\n", NULL,
	    "a=Alfa;c=Gama;" },
	{ "a row is taken out", "agencies", NAMES "a\tAlfa\t\nb\tBeta\t\n", NAMES "-a\t\t\n",
	    NULL, "b=Beta;" },
	{ "a row that is not there", "agencies", NAMES "a\tAlfa\t\n", NAMES "-c\t\t\n", NULL,
	    "a=Alfa;" },
	{ "taken out and put back", "agencies", NAMES "a\tAlfa\t\nb\tBeta\t\n", NAMES "-a\t\t\n",
	    NAMES "a\tGama\t\n", "a=Gama;b=Beta;" },
	{ "replaced twice", "agencies", NAMES "a\tAlfa\t\n", NAMES "a\tBeta\t\n",
	    NAMES "a\tGama\t\n", "a=Gama;" },
	{ "added and taken out", "agencies", NAMES, NAMES "a\tAlfa\t\n", NAMES "-a\t\t\n", "" },
	{ "a table with no key is only added to", "notes", "word\tmeaning\na\tb\n",
	    "word\tmeaning\n-a\tb\na\tc\n", NULL, "a=b;-a=b;a=c;" },
	{ "a minus alone is a key", "agencies", NAMES "-\tAlfa\t\n", NULL, NULL, "-=Alfa;" },
};

static void
check_overlays(void)
{
	for (size_t i = 0; i < sizeof overlays / sizeof overlays[0]; i++) {
		const char *texts[3] = { overlays[i].first, overlays[i].second, overlays[i].third };
		struct wt_dict_source sources[3];
		struct wt_buf out = { 0 }, got = { 0 };
		struct wt_dict *d = NULL;
		struct wt_error error = { 0 };
		size_t n = 0;

		for (; n < 3 && texts[n] != NULL; n++)
			sources[n] = (struct wt_dict_source){ overlays[i].table,
			    n == 0 ? "a.tsv" : n == 1 ? "b.tsv" : "c.tsv", wt_span_of(texts[n]) };
		if (wt_dict_compile(sources, n, NULL, 0, &out, &error) == WT_OK &&
		    wt_dict_open_bytes(wt_buf_span(&out), "small", &d, &error) == WT_OK) {
			int table = wt_dict_table(d, overlays[i].table);

			for (uint32_t r = 0; r < wt_dict_rows(d, table); r++) {
				wt_buf_putspan(&got, wt_dict_cell(d, table, r, 0));
				wt_buf_putc(&got, '=');
				wt_buf_putspan(&got, wt_dict_cell(d, table, r, 1));
				wt_buf_putc(&got, ';');
			}
		}
		CHECK(d != NULL && wt_span_is(wt_buf_span(&got), overlays[i].rows), "%s",
		    overlays[i].what);
		wt_dict_close(d);
		wt_buf_free(&got);
		wt_buf_free(&out);
	}
}

#define P "programme_id\tname\tvariants\tstems\tnot\n"
static const char many_words[] = NAMES "a\t"
    "a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a\t\n";

/* A file of its own, or laid over the first. */
static const struct { const char *what, *table, *first, *second, *error; } errors[] = {
	{ "a cell missing", "agencies", NAMES "a\tAlfa\t\nb\tBeta\n", NULL, "a.tsv:3: 2 cells" },
	{ "a key twice", "agencies", NAMES "a\tAlfa\t\nb\tBeta\t\na\tGama\t\n", NULL,
	    "a.tsv:4: the key stands twice in this file: a" },
	{ "a key twice in what is laid over", "agencies", NAMES "a\tAlfa\t\n",
	    NAMES "a\tBeta\t\na\tGama\t\n", "b.tsv:3: the key stands twice in this file: a" },
	{ "a key and its removal in one file", "agencies", NAMES "a\tAlfa\t\n-a\t\t\n", NULL,
	    "a.tsv:3: the key stands twice in this file: a" },
	{ "an empty key", "agencies", NAMES "\tAlfa\t\n", NULL, "a.tsv:2: the key is empty" },
	{ "other columns", "agencies", NAMES "a\tAlfa\t\n", "agency_id\tvariants\tname\n",
	    "b.tsv:1: columns differ from those of a.tsv" },
	{ "fewer columns", "agencies", NAMES "a\tAlfa\t\n", "agency_id\tname\n",
	    "b.tsv:1: columns differ from those of a.tsv" },
	{ "no such column", "agencies", "agency_id\tname\na\tAlfa\n", NULL,
	    "a.tsv:1: no column named variants" },
	{ "broken UTF-8", "agencies", NAMES "a\tAlfa\t\nb\tBe\xff\t\n", NULL,
	    "a.tsv:3: not valid UTF-8" },
	{ "broken UTF-8 in the header", "agencies", "agency_id\tname\tvariants\t\xff\n", NULL,
	    "a.tsv:1: not valid UTF-8" },
	{ "an unknown class", "programmes", P "a\tb\tc\tdidik|{bangun} rumah\t\n", NULL,
	    "a.tsv:2: no such class in programme_actions.tsv: {bangun}" },
	{ "a class that does not close", "programmes", P "a\tb\tc\t{bangun rumah\t\n", NULL,
	    "a.tsv:2: a class is not closed: {bangun" },
	{ "an empty class", "programmes", P "a\tb\tc\t{}\t\n", NULL,
	    "a.tsv:2: a class is not closed: {}" },
	{ "a pattern without end", "programmes", P "a\tb\tc\ta b c d e f g h i j k l m n o\t\n",
	    NULL, "a.tsv:2: a pattern of too many words" },
	{ "a phrase without end", "agencies", many_words, NULL,
	    "a.tsv:2: a phrase of too many words" },
	{ "nothing", "agencies", "", NULL, "a.tsv: no header line" },
};

static void
check_errors(void)
{
	for (size_t i = 0; i < sizeof errors / sizeof errors[0]; i++) {
		struct wt_dict_source sources[2] = {
			{ errors[i].table, "a.tsv", wt_span_of(errors[i].first) },
			{ errors[i].table, "b.tsv", wt_span_of(errors[i].second) },
		};
		struct wt_buf out = { 0 };
		struct wt_error error = { 0 };
		size_t n = errors[i].second == NULL ? 1 : 2;
		int code = wt_dict_compile(sources, n, NULL, 0, &out, &error);

		CHECK(code == WT_ESYNTAX && error.code == code &&
		    strncmp(error.text, errors[i].error, strlen(errors[i].error)) == 0, "%s",
		    errors[i].what);
		if (code != WT_ESYNTAX || strncmp(error.text, errors[i].error,
		    strlen(errors[i].error)) != 0)
			printf("# got %d %s\n", code, error.text);
		CHECK(wt_dict_compile(sources, n, NULL, 0, &out, NULL) == WT_ESYNTAX,
		    "no error wanted: %s", errors[i].what);
		wt_buf_free(&out);
	}
}

/* Every order of the five sources gives the same bytes. */
static void
permute(struct wt_dict_source *sources, size_t from, struct wt_span wanted, int *same, int *all)
{
	if (from == SMALL_TABLES) {
		struct wt_buf out = { 0 };

		(*all)++;
		*same += wt_dict_compile(sources, SMALL_TABLES, NULL, 0, &out, NULL) == WT_OK &&
		    wt_span_eq(wt_buf_span(&out), wanted);
		wt_buf_free(&out);
		return;
	}
	for (size_t i = from; i < SMALL_TABLES; i++) {
		struct wt_dict_source held = sources[from];

		sources[from] = sources[i];
		sources[i] = held;
		permute(sources, from + 1, wanted, same, all);
		sources[i] = sources[from];
		sources[from] = held;
	}
}

static void
check_order(void)
{
	struct wt_dict_source sources[SMALL_TABLES];
	struct wt_buf out = { 0 };
	int same = 0, all = 0;

	memcpy(sources, small_tables, sizeof sources);
	CHECK(wt_dict_compile(sources, SMALL_TABLES, NULL, 0, &out, NULL) == WT_OK,
	    "a small dictionary");
	permute(sources, 0, wt_buf_span(&out), &same, &all);
	CHECK(all == 120 && same == all, "the same bytes in every order of the sources");
	wt_buf_free(&out);
}

/* What stands in the buffer stays, and sections of other layers come back. */
static void
check_sections(void)
{
	static const struct wt_dict_extra extras[] = { { "ROOT", TEXT("abc") }, { "EIGHT888",
	    TEXT("") } };
	struct wt_buf out = { 0 };
	struct wt_dict *d = NULL;
	struct wt_error error = { 0 };

	wt_buf_puts(&out, "front");
	CHECK(wt_dict_compile(small_tables, SMALL_TABLES, extras, 2, &out, &error) == WT_OK &&
	    wt_span_starts(wt_buf_span(&out), WT_SPAN("front")), "the dictionary is appended");
	memmove(out.at, out.at + 5, out.len -= 5);
	CHECK(wt_dict_open_bytes(wt_buf_span(&out), "small", &d, &error) == WT_OK,
	    "and can be read from there");
	if (d != NULL) {
		CHECK(wt_span_is(wt_dict_section(d, "ROOT"), "abc"), "a section");
		CHECK(wt_dict_section(d, "EIGHT888").len == 0 && wt_dict_section(d,
		    "EIGHT888").at != NULL, "an empty section");
		CHECK(wt_dict_section(d, "NONE").at == NULL, "no such section");
	}
	wt_dict_close(d);
	wt_buf_free(&out);
	CHECK(wt_dict_compile(NULL, 0, NULL, 0, &out, &error) == WT_OK &&
	    wt_dict_open_bytes(wt_buf_span(&out), "empty", &d, &error) == WT_OK &&
	    wt_dict_tables(d) == 0,
	    "a dictionary of nothing");
	wt_dict_close(d);
	wt_buf_free(&out);
}

int
main(void)
{
	check_overlays();
	check_errors();
	check_order();
	check_sections();
	return check_done();
}
