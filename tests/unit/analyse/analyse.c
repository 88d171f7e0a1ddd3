/* analyse.c - words, values and flags against a dictionary of a few rows. */
#include "analyse/analyse.h"
#include "analyse/region.h"
#include "dict/compile.h"
#include "stem/lists.h"
#include "tests/check.h"

#include <stdlib.h>

#define SOURCE(table, text) { table, table ".tsv", { text, sizeof(text) - 1 } }

static const struct wt_dict_source sources[] = {
	SOURCE("regions", "code\tlevel\tname\tparent\tlat\tlon\n"
	    "36\tprovinsi\tBanten\t\t\t\n75\tprovinsi\tGorontalo\t\t\t\n"
	    "36.04\tkabupaten\tSerang\t36\t\t\n36.73\tkota\tSerang\t36\t\t\n"
	    "75.01\tkabupaten\tGorontalo\t75\t\t\n"
	    "36.04.05\tkecamatan\tKramatwatu\t36.04\t\t\n36.73.01.1001\tkelurahan\tSerang\t36.73.01\t\t\n"),
	SOURCE("region_aliases", "alias\tcodes\tkind\tnote\nBanten Raya\t36.04|36.73\talias\t\n"),
	SOURCE("region_qualifiers", "phrase\tlevels\tkind\nkota\tkota\tword\nkabupaten\tkabupaten\tword\n"
	    "kab.\tkabupaten\tword\nkelurahan\tkelurahan\tword\n"),
	SOURCE("sectors", "sector\tname\tlaw\nkesehatan\tKesehatan\t\npangan\tPangan\t\n"),
	SOURCE("programmes", "programme_id\tname\tparent_id\tsector\tkind\tvariants\tstems\tnot\n"
	    "smart-city\tSmart City\t\tpangan\tnamed\tkota cerdas|kota pintar\t\t\n"
	    "alun-alun\talun-alun\trth\tpangan\tnamed\t\t\t\n"
	    "rth\truang terbuka hijau (RTH)\t\tpangan\tnamed\t\t\t\n"),
};

static struct wt_dict *
open_dict(struct wt_buf *bytes)
{
	static const char roots[] = "bangun\nkota\ntata\nbanjir\n", stops[] = "word\nyang\ndi\n";
	struct wt_stem_sources lists = { .roots = { "roots", { roots, sizeof roots - 1 } },
	    .stopwords = { "stopwords", { stops, sizeof stops - 1 } } };
	struct wt_dict_extra extra = { .name = "ROOT" };
	struct wt_error error = { 0 };
	struct wt_buf block = { 0 };
	struct wt_dict *dict = NULL;

	if (wt_stem_compile(&lists, &block, &error) == WT_OK) {
		extra.bytes = wt_buf_span(&block);
		if (wt_dict_compile(sources, sizeof sources / sizeof sources[0], &extra, 1, bytes,
		    &error) == WT_OK)
			wt_dict_open_bytes(wt_buf_span(bytes), "test", &dict, &error);
	}
	wt_buf_free(&block);
	if (dict == NULL)
		printf("# %s\n", error.text);
	return dict;
}

/* The regions of a name: codes with spaces between. */
static void
test_regions(const struct wt_dict *dict, struct wt_arena *a)
{
	static const struct {
		const char *value, *codes;
	} rows[] = {
		{ "Serang", "36.04 36.73" }, { "serang", "36.04 36.73" }, { "Kota Serang", "36.73" },
		{ "KABUPATEN SERANG", "36.04" }, { "Kab. Serang", "36.04" }, { "36.73", "36.73" },
		{ "ID.36.73", "36.73" }, { "id.36", "36" }, { "Banten", "36" }, { "Gorontalo", "75" },
		{ "Banten Raya", "36.04 36.73" }, { "Kramatwatu", "36.04.05" },
		{ "Kelurahan Serang", "36.73.01.1001" }, { "Atlantis", "" }, { "36.99", "" }, { "", "" },
		{ "Kota", "" }, { " Serang ", "36.04 36.73" },
	};

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct wt_span *codes, got = wt_span_make("", 0);
		size_t count;
		int code = wt_regions_named(dict, a, wt_span_of(rows[i].value), &codes, &count);

		for (size_t k = 0; k < count; k++)
			got = wt_arena_printf(a, "%.*s%s%.*s", (int)got.len, got.at, k > 0 ? " " : "",
			    (int)codes[k].len, codes[k].at);
		CHECK(code == WT_OK && wt_span_is(got, rows[i].codes), "region '%s' is '%.*s'",
		    rows[i].value, (int)got.len, got.at);
	}
}

static void
test_names(const struct wt_dict *dict, struct wt_arena *a)
{
	static const char *const rows[][2] = { { "36", "Banten" }, { "36.73", "Kota Serang" },
	    { "36.04", "Kabupaten Serang" }, { "36.04.05", "Kecamatan Kramatwatu" },
	    { "36.73.01.1001", "Kelurahan Serang" }, { "99", "99" } };

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		CHECK(wt_span_is(wt_region_display(dict, a, wt_span_of(rows[i][0])), rows[i][1]),
		    "%s is shown as %s", rows[i][0], rows[i][1]);
}

/* Words as term/form@position, with '-' behind stop words. */
static void
test_words(struct wt_analyser *an, struct wt_arena *a)
{
	static const struct {
		const char *text, *words;
	} rows[] = {
		{ "", "" }, { "...", "" },
		{ "Pembangunan kota", "bangun/=pembangunan@0 kota/=kota@1" },
		{ "Kota, yang ditata!", "kota/=kota@0 yang/=yang@1- tata/=ditata@2" },
		{ "Dr. Asep", "dr/=dr@0 asep/=asep@1" },
		{ "tahun 2022", "tahun/=tahun@0 2022/=2022@1" },
	};

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct wt_span got = wt_span_make("", 0);
		struct wt_word *words;
		size_t count;
		int code = wt_analyse_words(an, a, wt_span_of(rows[i].text), &words, &count);

		for (size_t k = 0; k < count; k++)
			got = wt_arena_printf(a, "%.*s%s%.*s/%.*s@%u%s", (int)got.len, got.at, k > 0 ? " " : "",
			    (int)words[k].term.len, words[k].term.at, (int)words[k].form.len, words[k].form.at,
			    (unsigned)words[k].position, words[k].stopword ? "-" : "");
		CHECK(code == WT_OK && wt_span_is(got, rows[i].words), "'%s' is '%.*s'", rows[i].text,
		    (int)got.len, got.at);
	}
}

static void
test_values(struct wt_analyser *an, struct wt_arena *a)
{
	static const struct {
		enum wt_flag flag;
		const char *value;
		int code;
		const char *flags;
	} rows[] = {
		{ WT_FLAG_REGION, "Kota Serang", WT_OK, "R36.73" },
		{ WT_FLAG_REGION, "Atlantis", WT_ENOENT, "" },
		{ WT_FLAG_STATUS, "direncanakan", WT_OK, "Splanned" },
		{ WT_FLAG_STATUS, "Completed", WT_OK, "Scompleted" },
		{ WT_FLAG_STATUS, "entah", WT_ENOENT, "" },
		{ WT_FLAG_SECTOR, "kesehatan", WT_OK, "Ukesehatan" },
		{ WT_FLAG_SECTOR, "antariksa", WT_ENOENT, "" },
		{ WT_FLAG_OFFICIAL, "Dr. Asep  Contoh", WT_OK, "Odr asep contoh" },
		{ WT_FLAG_PROGRAMME, "Kota Cerdas", WT_OK, "Pkota cerdas Psmart-city" },
		{ WT_FLAG_SOURCE, "Banten Pos", WT_OK, "Nbanten pos" },
	};

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct wt_span got = wt_span_make("", 0);
		struct wt_flag_range *ranges;
		struct wt_error error = { 0 };
		size_t count;
		int code = wt_analyse_value(an, a, rows[i].flag, wt_span_of(rows[i].value), &ranges, &count,
		    &error);

		for (size_t k = 0; k < count; k++)
			got = wt_arena_printf(a, "%.*s%s%.*s", (int)got.len, got.at, k > 0 ? " " : "",
			    (int)ranges[k].first.len, ranges[k].first.at);
		CHECK(code == rows[i].code && wt_span_is(got, rows[i].flags), "value '%s' is '%.*s'",
		    rows[i].value, (int)got.len, got.at);
	}
}

static bool
has(const struct wt_flags *f, const char *flag)
{
	for (size_t i = 0; i < f->count; i++)
		if (wt_span_is(f->at[i], flag))
			return true;
	return false;
}

static void
test_flags(const struct wt_dict *dict, struct wt_arena *a)
{
	struct wt_flags f = { .arena = a };
	static const char *const there[] = { "R36", "R36.73", "R36.73.01", "Palun-alun", "Prth",
	    "Owali kota", "Okota serang", "Odewan perwakilan rakyat daerah", "Obudi", "Dd20220621",
	    "Dm202206", "Dy2022", "Splanned",
	    "Owakil ketua dewan perwakilan rakyat daerah" };
	static const char *const absent[] = { "R3", "R36.7", "Owakil ketua dewan perwakilan rakyat" };

	wt_flags_region(&f, WT_SPAN("ID.36.73.01"));
	wt_flags_programme(&f, dict, WT_SPAN("alun-alun"), WT_SPAN("alun-alun"));
	wt_flags_name(&f, WT_FLAG_OFFICIAL, WT_SPAN("Budi, wali kota Serang"));
	wt_flags_name(&f, WT_FLAG_OFFICIAL, WT_SPAN("Wakil Ketua Dewan Perwakilan Rakyat Daerah"));
	wt_flags_dates(&f, WT_SPAN("2022-06-21"), WT_SPAN("2022-06-21"));
	wt_flags_dates(&f, WT_SPAN("2022-06"), WT_SPAN("2022"));
	wt_flags_value(&f, WT_FLAG_STATUS, WT_SPAN("planned"));
	CHECK(f.err == WT_OK, "flags without an error");
	for (size_t i = 0; i < sizeof there / sizeof there[0]; i++)
		CHECK(has(&f, there[i]), "flag %s", there[i]);
	for (size_t i = 0; i < sizeof absent / sizeof absent[0]; i++)
		CHECK(!has(&f, absent[i]), "no flag %s", absent[i]);
}

/* Is a flag of a date within the ranges of days? */
static void
test_dates(struct wt_arena *a)
{
	static const struct {
		uint32_t from, to;
		const char *flag;
		bool within;
	} rows[] = {
		{ 20220601, 20220630, "Dd20220621", true }, { 20220601, 20220630, "Dm202206", true },
		{ 20220602, 20220630, "Dm202206", false }, { 20220601, 20220615, "Dm202206", false },
		{ 20220101, 20221231, "Dy2022", true }, { 20220101, 20221230, "Dy2022", false },
		{ 20220601, 20220630, "Dy2022", false }, { 20220601, 20220630, "Dd20220701", false },
	};

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct wt_flag_range *ranges;
		struct wt_span flag = wt_span_of(rows[i].flag);
		bool within = false;
		size_t count;

		wt_analyse_dates(a, rows[i].from, rows[i].to, &ranges, &count);
		for (size_t k = 0; k < count; k++)
			within = within || (wt_span_cmp(flag, ranges[k].first) >= 0 &&
			    wt_span_cmp(flag, ranges[k].last) <= 0);
		CHECK(within == rows[i].within, "%s in %u..%u", rows[i].flag, (unsigned)rows[i].from,
		    (unsigned)rows[i].to);
	}
}

int
main(void)
{
	struct wt_buf bytes = { 0 };
	struct wt_arena a = { 0 };
	struct wt_analyser *an = NULL;
	struct wt_error error = { 0 };
	struct wt_dict *dict = open_dict(&bytes);

	CHECK(dict != NULL && wt_analyser_open(dict, &an, &error) == WT_OK, "an analyser: %s", error.text);
	if (an != NULL) {
		test_regions(dict, &a);
		test_names(dict, &a);
		test_words(an, &a);
		test_values(an, &a);
		test_flags(dict, &a);
		test_dates(&a);
	}
	wt_analyser_close(an);
	wt_dict_close(dict);
	wt_buf_free(&bytes);
	wt_arena_free(&a);
	return check_done();
}
