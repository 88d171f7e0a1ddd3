/* likeness.c - names that an evaluation takes for the same. */
#include "ingest/likeness.h"
#include "ingest/row.h"
#include "tests/check.h"

static void
test_forms(struct wt_arena *a)
{
	static const struct {
		const char *name, *plain, *person, *agency;
	} rows[] = {
		{ "H. Asep, S.Sos., M.Si.", "h asep s sos m si", "asep s sos m si", "h asep s sos m si" },
		{ "Dr Budi SE", "dr budi se", "budi", "dr budi se" },
		{ "Pemkot  Serang", "pemkot serang", "pemkot serang", "pemerintah kota serang" },
		{ "Walikota Tegal", "wali kota tegal", "wali kota tegal", "wali kota tegal" },
		{ "DPRD Kab. Lebak", "dprd kab lebak", "dprd kab lebak",
		    "dewan perwakilan rakyat daerah kabupaten lebak" },
		{ "Ma\xe2\x80\x99ruf", "ma ruf", "ma ruf", "ma ruf" }, { "", "", "", "" },
		{ "h", "h", "", "h" }, { "Kementerian PU RI", "kementerian pu ri", "kementerian pu ri",
		    "kementerian pu" },
	};

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct wt_span name = wt_span_of(rows[i].name);

		CHECK(wt_span_is(wt_like_plain(a, name), rows[i].plain) &&
		    wt_span_is(wt_like_person(a, name), rows[i].person) &&
		    wt_span_is(wt_like_agency(a, name), rows[i].agency), "forms of '%s'", rows[i].name);
	}
}

static void
test_same(void)
{
	static const struct {
		const char *a, *b;
		bool same, half;
	} rows[] = {
		{ "budi", "budi", true, true }, { "budi", "budi santoso", false, true },
		{ "budi santoso", "haji budi santoso", true, true },
		{ "budi santoso", "budi hadi santoso", false, true }, { "budi", "asep", false, false },
		{ "", "", true, false }, { "", "budi", false, false },
	};

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct wt_span a = wt_span_of(rows[i].a), b = wt_span_of(rows[i].b);

		CHECK(wt_like_same(a, b) == rows[i].same && wt_like_same(b, a) == rows[i].same &&
		    wt_like_half(a, b) == rows[i].half, "'%s' and '%s'", rows[i].a, rows[i].b);
	}
}

/* Cells in the three formats. */
static void
test_rows(void)
{
	static const struct wt_schema_column columns[] = { { "a", WT_COLUMN_STRING, NULL, "" },
	    { "n", WT_COLUMN_NUMBER, NULL, "" }, { "b", WT_COLUMN_BOOLEAN, NULL, "" },
	    { NULL, WT_COLUMN_STRING, NULL, NULL } };
	static const char *const want[] = { "a,n,b\n\"x,\"\"y\"\"\",1.5,yes\n,,no\n",
	    "a\tn\tb\n\"x,\"\"y\"\"\"\t1.5\tyes\n\t\tno\n",
	    "{\"a\":\"x,\\\"y\\\"\",\"n\":1.5,\"b\":true}\n{\"a\":null,\"n\":null,\"b\":false}\n" };

	for (int i = 0; i < 3; i++) {
		struct wt_buf out = { 0 };
		struct wt_row row;

		wt_row_open(&row, &out, columns, (enum wt_row_format)i, false);
		wt_row_header(&row);
		wt_row_text(&row, "x,\"y\"");
		wt_row_text(&row, "1.5");
		wt_row_text(&row, "yes");
		wt_row_end(&row);
		wt_row_text(&row, "");
		wt_row_text(&row, "");
		wt_row_text(&row, "no");
		wt_row_end(&row);
		CHECK(wt_span_is(wt_buf_span(&out), want[i]), "rows in format %d: %.*s", i, (int)out.len, out.at);
		wt_buf_free(&out);
	}
}

int
main(void)
{
	struct wt_arena a = { 0 };

	test_forms(&a);
	test_same();
	test_rows();
	wt_arena_free(&a);
	return check_done();
}
