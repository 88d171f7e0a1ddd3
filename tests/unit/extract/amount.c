/* Amounts: value, range, unit and modifier of each way they are written; and what is none. */
#include "base/map.h"
#include "extract/amount.h"
#include "tests/check.h"

#include <stdlib.h>
#include <string.h>

/* value, or value..value_to; unit; modifier */
static const struct {
	const char *text, *surface, *value, *value_to, *unit;
	int modifier;
} rows[] = {
	{ "Rp230 Miliar", "Rp230 Miliar", "230000000000", "", "IDR", WT_AMOUNT_EXACT },
	{ "sebesar Rp 799 miliar.", "Rp 799 miliar", "799000000000", "", "IDR", WT_AMOUNT_EXACT },
	{ "Rp1,5 triliun", "Rp1,5 triliun", "1500000000000", "", "IDR", WT_AMOUNT_EXACT },
	{ "Rp 10.000", "Rp 10.000", "10000", "", "IDR", WT_AMOUNT_EXACT },
	{ "Rp 2 juta lebih", "Rp 2 juta lebih", "2000000", "", "IDR", WT_AMOUNT_OVER },
	{ "Rp. 1.250.000,-", "Rp. 1.250.000,-", "1250000", "", "IDR", WT_AMOUNT_EXACT },
	{ "Rp 1.250.000,50", "Rp 1.250.000,50", "1250000.5", "", "IDR", WT_AMOUNT_EXACT },
	{ "Rp 99.928.243.570", "Rp 99.928.243.570", "99928243570", "", "IDR", WT_AMOUNT_EXACT },
	{ "Rp 5 M", "Rp 5 M", "5000000000", "", "IDR", WT_AMOUNT_EXACT },
	{ "Rp 750 jt", "Rp 750 jt", "750000000", "", "IDR", WT_AMOUNT_EXACT },
	{ "Rp 10 jutaan", "Rp 10 jutaan", "10000000", "", "IDR", WT_AMOUNT_ABOUT },
	{ "(Rp 200 juta)", "Rp 200 juta", "200000000", "", "IDR", WT_AMOUNT_EXACT },
	{ "USD 3 juta", "USD 3 juta", "3000000", "", "USD", WT_AMOUNT_EXACT },
	{ "US$ 84,2 juta", "US$ 84,2 juta", "84200000", "", "USD", WT_AMOUNT_EXACT },
	{ "5 juta dolar AS", "5 juta dolar AS", "5000000", "", "USD", WT_AMOUNT_EXACT },
	{ "10 ribu euro", "10 ribu euro", "10000", "", "EUR", WT_AMOUNT_EXACT },
	{ "DP 0 rupiah", "0 rupiah", "0", "", "IDR", WT_AMOUNT_EXACT },
	{ "45 persen", "45 persen", "45", "", "%", WT_AMOUNT_EXACT },
	{ "45.9 persen", "45.9 persen", "45.9", "", "%", WT_AMOUNT_EXACT },
	{ "5,27%", "5,27%", "5.27", "", "%", WT_AMOUNT_EXACT },
	{ "0,5 persen", "0,5 persen", "0.5", "", "%", WT_AMOUNT_EXACT },
	{ "1.200 hektare", "1.200 hektare", "1200", "", "ha", WT_AMOUNT_EXACT },
	{ "25 kilometer", "25 kilometer", "25", "", "km", WT_AMOUNT_EXACT },
	{ "3,12 juta meter persegi", "3,12 juta meter persegi", "3120000", "", "m2", WT_AMOUNT_EXACT },
	{ "16 km2", "16 km2", "16", "", "km2", WT_AMOUNT_EXACT },
	{ "1.5 juta orang", "1.5 juta orang", "1500000", "", "orang", WT_AMOUNT_EXACT },
	{ "3.000 kepala keluarga", "3.000 kepala keluarga", "3000", "", "KK", WT_AMOUNT_EXACT },
	{ "16 indikator", "16 indikator", "16", "", "indikator", WT_AMOUNT_EXACT },
	{ "1,200 orang", "1,200 orang", "1200", "", "orang", WT_AMOUNT_EXACT },
	{ "1,200 hektare", "1,200 hektare", "1.2", "", "ha", WT_AMOUNT_EXACT },
	{ "dua ratus juta rupiah", "dua ratus juta rupiah", "200000000", "", "IDR", WT_AMOUNT_EXACT },
	{ "dua juta lima ratus ribu rupiah", "dua juta lima ratus ribu rupiah", "2500000", "", "IDR",
	    WT_AMOUNT_EXACT },
	{ "seratus dua puluh lima kepala keluarga", "seratus dua puluh lima kepala keluarga", "125", "",
	    "KK", WT_AMOUNT_EXACT },
	{ "sebelas desa", "sebelas desa", "11", "", "desa", WT_AMOUNT_EXACT },
	{ "tujuh belas persen", "tujuh belas persen", "17", "", "%", WT_AMOUNT_EXACT },
	{ "antara Rp 5 juta dan Rp 10 juta", "Rp 5 juta dan Rp 10 juta", "5000000", "10000000", "IDR",
	    WT_AMOUNT_EXACT },
	{ "Rp 5-10 juta", "Rp 5-10 juta", "5000000", "10000000", "IDR", WT_AMOUNT_EXACT },
	{ "Rp12,5 miliar hingga Rp14 miliar", "Rp12,5 miliar hingga Rp14 miliar", "12500000000",
	    "14000000000", "IDR", WT_AMOUNT_EXACT },
	{ "20 sampai 30 unit", "20 sampai 30 unit", "20", "30", "unit", WT_AMOUNT_EXACT },
	{ "6 - 7 meter", "6 - 7 meter", "6", "7", "m", WT_AMOUNT_EXACT },
	{ "sekitar 1.500 orang", "1.500 orang", "1500", "", "orang", WT_AMOUNT_ABOUT },
	{ "kurang lebih 45 persen", "45 persen", "45", "", "%", WT_AMOUNT_ABOUT },
	{ "lebih dari 2.000 warga", "2.000 warga", "2000", "", "warga", WT_AMOUNT_OVER },
	{ "kurang dari 10 km", "10 km", "10", "", "km", WT_AMOUNT_UNDER },
	{ "minimal 20 kursi", "20 kursi", "20", "", "kursi", WT_AMOUNT_LEAST },
	{ "maksimum Rp 50 miliar", "Rp 50 miliar", "50000000000", "", "IDR", WT_AMOUNT_MOST },
	{ "300.000 lebih warga", "300.000 lebih warga", "300000", "", "warga", WT_AMOUNT_OVER },
	{ "menang 3-2", NULL, "", "", "", 0 },
	{ "5 M", NULL, "", "", "", 0 },
	{ "Nomor 5 orang", NULL, "", "", "", 0 },
	{ "versi 1.2.3 unit", NULL, "", "", "", 0 },
	{ "SMAN 1 Kota Serang", NULL, "", "", "", 0 },
	{ "RT 03 RW 06", NULL, "", "", "", 0 },
	{ "ke-3 orang", NULL, "", "", "", 0 },
	{ "tahun 2020", NULL, "", "", "", 0 },
	{ "12/5 orang", NULL, "", "", "", 0 },
	{ "9999999999999999999999999999999 orang", NULL, "", "", "", 0 },
	{ "salah satu warga", NULL, "", "", "", 0 },
	{ "Rp", NULL, "", "", "", 0 },
	{ "", NULL, "", "", "", 0 },
};

/* Are as many found by way of the words in which an amount may begin? */
static bool
same_by_words(struct wt_amount_finder *finder, struct wt_span text, struct wt_arena *arena,
    size_t count)
{
	struct wt_range *items = wt_arena_array(arena, text.len + 1, sizeof *items);
	struct wt_ranges where = { .items = items };
	struct wt_amount_hit *hits;
	size_t found;

	for (uint32_t i = 0, end; i < text.len; i = end + 1) {
		for (end = i; end < text.len && text.at[end] != ' ' && text.at[end] != '\n';)
			end++;
		if (wt_amount_may_begin(finder, wt_span_make(text.at + i, end - i)))
			items[where.count++] = (struct wt_range){ i, end };
	}
	return wt_amount_find_in(finder, text, &where, arena, &hits, &found) == WT_OK && found == count;
}

static void
test_rows(struct wt_amount_finder *finder)
{
	struct wt_arena arena = { 0 };

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct wt_span text = wt_span_of(rows[i].text);
		struct wt_amount_hit *hits;
		size_t count;
		int code = wt_amount_find(finder, text, &arena, &hits, &count);
		bool right = code == WT_OK && count == (rows[i].surface != NULL) &&
		    same_by_words(finder, text, &arena, count);

		if (right && count == 1)
			right = wt_span_is(wt_span_make(text.at + hits[0].start,
			    hits[0].end - hits[0].start), rows[i].surface) &&
			    wt_span_is(hits[0].value, rows[i].value) &&
			    wt_span_is(hits[0].value_to, rows[i].value_to) &&
			    wt_span_is(hits[0].unit, rows[i].unit) &&
			    hits[0].modifier == rows[i].modifier;
		CHECK(right, "%s: %.*s %.*s", rows[i].text, count > 0 ? (int)hits[0].value.len : 0,
		    count > 0 ? hits[0].value.at : "", count > 0 ? (int)hits[0].unit.len : 0,
		    count > 0 ? hits[0].unit.at : "");
		wt_arena_reset(&arena);
	}
	wt_arena_free(&arena);
}

/* Every whole number in digits and with points comes back as itself. */
static void
test_numbers(struct wt_amount_finder *finder)
{
	struct wt_arena arena = { 0 };
	int wrong = 0;

	for (long n = 1; n < 3000000; n += n < 2000 ? 1 : 1237) {
		char text[64], plain[32];
		struct wt_amount_hit *hits;
		size_t count;

		if (n >= 1000000)
			snprintf(text, sizeof text, "Rp %ld.%03ld.%03ld", n / 1000000, n / 1000 % 1000,
			    n % 1000);
		else if (n >= 1000)
			snprintf(text, sizeof text, "Rp %ld.%03ld", n / 1000, n % 1000);
		else
			snprintf(text, sizeof text, "Rp %ld", n);
		snprintf(plain, sizeof plain, "%ld", n);
		wrong += wt_amount_find(finder, wt_span_of(text), &arena, &hits, &count) != WT_OK ||
		    count != 1 || !wt_span_is(hits[0].value, plain);
		wt_arena_reset(&arena);
	}
	CHECK(wrong == 0, "numbers with points");
	wt_arena_free(&arena);
}

int
main(void)
{
	struct wt_amount_finder *finder = NULL;
	struct wt_error error = { 0 };
	struct wt_map units;

	if (wt_map_open(&units, "dictionaries/amount_units.tsv", &error) != WT_OK ||
	    wt_amount_finder_read(units.bytes, &finder, &error) != WT_OK) {
		printf("Bail out! %s\n", error.text);
		return 1;
	}
	test_rows(finder);
	test_numbers(finder);
	wt_amount_finder_close(finder);
	CHECK(wt_amount_finder_read(WT_SPAN("word\tkind\tvalue\nkm\tlength\tkm\n"), &finder, &error) ==
	    WT_ESYNTAX && error.offset == 2, "an unknown kind: %s", error.text);
	wt_map_close(&units);
	return check_done();
}
