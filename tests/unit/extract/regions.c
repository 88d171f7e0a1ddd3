/* Regions: codes, levels, titles, and what contains what. */
#include "dict/compile.h"
#include "extract/regions.h"
#include "tests/check.h"

/* Each level behind the one above it, by code, as the table is. */
static const char table[] = "code\tname\tlat\tlon\n"
    "31\tDKI Jakarta\t\t\n36\tBanten\t\t\n"
    "36.04\tSerang\t\t\n36.71\tTangerang\t\t\n36.73\tSerang\t\t\n"
    "36.04.01\tKramatwatu\t\t\n36.73.01\tSerang\t\t\n"
    "36.04.01.2001\tWanayasa\t\t\n36.73.01.1001\tCipare\t\t\n";

static const struct { const char *code, *title, *id; enum wt_level level; } rows[] = {
	{ "36", "Banten", "ID.36", WT_LEVEL_PROVINSI },
	{ "36.04", "Kabupaten Serang", "ID.36.04", WT_LEVEL_KABUPATEN },
	{ "36.73", "Kota Serang", "ID.36.73", WT_LEVEL_KOTA },
	{ "36.73.01", "Kecamatan Serang", "ID.36.73.01", WT_LEVEL_KECAMATAN },
	{ "36.73.01.1001", "Kelurahan Cipare", "ID.36.73.01.1001", WT_LEVEL_KELURAHAN },
	{ "36.04.01.2001", "Desa Wanayasa", "ID.36.04.01.2001", WT_LEVEL_DESA },
};

static const struct { const char *inner, *outer; bool inside; } nests[] = {
	{ "36.73.01.1001", "36", true }, { "36.73.01.1001", "36.73", true }, { "36.73", "36.73",
	    true },
	{ "36.73.01", "36.04", false }, { "36", "36.73", false }, { "31", "36", false },
};

static const struct { const char *cell; unsigned levels; } names[] = {
	{ "kota", WT_LEVEL_KOTA }, { "kabupaten|kota", WT_LEVEL_KABUPATEN | WT_LEVEL_KOTA },
	{ "desa | kelurahan", WT_LEVEL_DESA | WT_LEVEL_KELURAHAN }, { "", 0 }, { "rt|rw", 0 },
	{ "provinsi|kecamatan", WT_LEVEL_PROVINSI | WT_LEVEL_KECAMATAN }, { "Kota", 0 },
};

static void
check_table(const struct wt_regions *r)
{
	static const char *const unknown[] = { "", "3", "99", "36.99", "36.73.99",
	    "36.73.01.9999", "36.7", "36.73.01.10011", "banten" };
	struct wt_arena a = { 0 };

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		uint32_t row = wt_region_find(r, wt_span_of(rows[i].code));

		CHECK(row != WT_NO_REGION && wt_span_is(wt_region_code(r, row), rows[i].code),
		    "found %s", rows[i].code);
		CHECK(wt_region_level(r, row) == rows[i].level, "level of %s", rows[i].code);
		CHECK(wt_span_is(wt_region_title(r, row, &a), rows[i].title), "title of %s",
		    rows[i].code);
		CHECK(wt_span_is(wt_region_id(r, row, &a), rows[i].id), "id of %s", rows[i].code);
	}
	for (uint32_t row = 0; row < r->rows; row++)
		CHECK(wt_region_find(r, wt_region_code(r, row)) == row, "row %u is found", row);
	for (size_t i = 0; i < sizeof unknown / sizeof unknown[0]; i++)
		CHECK(wt_region_find(r, wt_span_of(unknown[i])) == WT_NO_REGION, "unknown: '%s'",
		    unknown[i]);
	for (size_t i = 0; i < sizeof nests / sizeof nests[0]; i++)
		CHECK(wt_region_inside(r, wt_region_find(r, wt_span_of(nests[i].inner)),
		    wt_region_find(r, wt_span_of(nests[i].outer))) == nests[i].inside,
		    "%s in %s", nests[i].inner, nests[i].outer);
	wt_arena_free(&a);
}

static bool
open_table(const char *text, struct wt_buf *bytes, struct wt_dict **d)
{
	struct wt_dict_source source = { "regions", "regions.tsv", wt_span_of(text) };

	*d = NULL;
	wt_buf_clear(bytes);
	return wt_dict_compile(&source, 1, NULL, 0, bytes, NULL) == WT_OK &&
	    wt_dict_open_bytes(wt_buf_span(bytes), "small", d, NULL) == WT_OK;
}

int
main(void)
{
	struct wt_buf bytes = { 0 };
	struct wt_dict *d;
	struct wt_regions r;
	struct wt_error error = { 0 };

	CHECK(open_table(table, &bytes, &d) && wt_regions_open(d, &r, &error) == WT_OK &&
	    r.rows == 9, "open");
	if (d != NULL)
		check_table(&r);
	wt_dict_close(d);
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		CHECK(wt_levels_named(wt_span_of(names[i].cell)) == names[i].levels,
		    "levels of '%s'", names[i].cell);
	CHECK(open_table("code\tname\n36.73\tSerang\n", &bytes, &d) && wt_regions_open(d, &r,
	    &error) == WT_OK &&
	    wt_region_find(&r, WT_SPAN("36.73")) == 0 && wt_region_find(&r,
	    WT_SPAN("36")) == WT_NO_REGION,
	    "a table of one level");
	wt_dict_close(d);
	CHECK(wt_dict_compile(NULL, 0, NULL, 0, (wt_buf_clear(&bytes), &bytes), NULL) == WT_OK &&
	    wt_dict_open_bytes(wt_buf_span(&bytes), "empty", &d, NULL) == WT_OK &&
	    wt_regions_open(d, &r, &error) == WT_ENOENT && error.text[0] != '\0', "no such table");
	wt_dict_close(d);
	wt_buf_free(&bytes);
	return check_done();
}
