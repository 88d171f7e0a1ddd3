/* CSV cells: what is quoted, what is defused, and what is left as it is. */
#include "base/csv.h"
#include "tests/check.h"

static void
check_cells(void)
{
	static const struct {
		const char *what, *cell, *plain, *defused;
	} rows[] = {
		{ "a word", "Serang", "Serang", "Serang" },
		{ "nothing", "", "", "" },
		{ "a comma", "a,b", "\"a,b\"", "\"a,b\"" },
		{ "a quote", "a\"b", "\"a\"\"b\"", "\"a\"\"b\"" },
		{ "a line end", "a\nb", "\"a\nb\"", "\"a\nb\"" },
		{ "a carriage return", "a\rb", "\"a\rb\"", "\"a\rb\"" },
		{ "a space in front", " a", "\" a\"", "\" a\"" },
		{ "a space behind", "a ", "\"a \"", "\"a \"" },
		{ "a space inside", "a b", "a b", "a b" },
		{ "a TAB inside", "a\tb", "a\tb", "a\tb" },
		{ "a formula", "=1+1", "=1+1", "'=1+1" },
		{ "a formula with a comma", "=a,b", "\"=a,b\"", "\"'=a,b\"" },
		{ "a plus", "+cmd", "+cmd", "'+cmd" },
		{ "a minus", "-cmd", "-cmd", "'-cmd" },
		{ "an at", "@SUM", "@SUM", "'@SUM" },
		{ "a TAB in front", "\t=1", "\t=1", "'\t=1" },
		{ "a CR in front", "\r=1", "\"\r=1\"", "\"'\r=1\"" },
		{ "a negative number", "-7.105", "-7.105", "-7.105" },
		{ "a number with its sign", "+62", "+62", "+62" },
		{ "a sum that begins like a number", "-1+1", "-1+1", "'-1+1" },
		{ "a minus alone", "-", "-", "'-" },
		{ "an equals sign before digits", "=12", "=12", "'=12" },
		{ "a formula sign further on", "a=1", "a=1", "a=1" },
	};
	struct wt_buf out = { 0 };

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct wt_csv csv = { .out = &out, .separator = ',' };

		wt_buf_clear(&out);
		wt_csv_text(&csv, rows[i].cell);
		CHECK(wt_span_is(wt_buf_span(&out), rows[i].plain), "plain: %s", rows[i].what);
		csv = (struct wt_csv){ .out = &out, .separator = ',', .defuse = true };
		wt_buf_clear(&out);
		wt_csv_text(&csv, rows[i].cell);
		CHECK(wt_span_is(wt_buf_span(&out), rows[i].defused), "defused: %s", rows[i].what);
	}
	wt_buf_free(&out);
}

int
main(void)
{
	static const char *const header[] = { "id", "name", NULL };
	struct wt_buf out = { 0 };
	struct wt_csv csv = { .out = &out, .separator = ',' };

	check_cells();
	wt_csv_row(&csv, header);
	wt_csv_number(&csv, UINT64_MAX);
	wt_csv_cell(&csv, wt_span_make(NULL, 0));
	wt_csv_end(&csv);
	CHECK(wt_span_is(wt_buf_span(&out), "id,name\n18446744073709551615,\n"), "rows");
	wt_buf_clear(&out);
	csv.separator = '\t';
	wt_csv_text(&csv, "a,b");
	wt_csv_text(&csv, "a\tb");
	wt_csv_end(&csv);
	CHECK(wt_span_is(wt_buf_span(&out), "a,b\t\"a\tb\"\n"),
	    "the separator is what is quoted for");
	wt_buf_free(&out);
	return check_done();
}
