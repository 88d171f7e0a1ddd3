/*
 * What dates are counted from: the record, the page, the text, the url; offsets;
 * weekdays that contradict; the date of publication; tables that are wrong.
 */
#include "tests/check.h"
#include "tests/unit/extract/dates.h"

#include <string.h>

static const struct {
	const char *what, *record, *url, *text, *dates, *published, *method;
	bool conflict;
} articles[] = {
	{ "the record comes first", "2022-12-09", "", "kata dia, Rabu (7/12). Besok ada rapat.",
	    "2022-12-07|2022-12-10", "2022-12-09", "record", false },
	{ "the first dated sentence", "", "", "Rapat dibuka.\nKata dia, Selasa (10/3/2020). Tahun ini "
	    "ada dua, besok satu.", "2020-03-10|2020|2020-03-11", "2020-03-10",
	    "first-dated-sentence", false },
	{ "the weekday finds the year near those named", "", "", "Wali Kota, Selasa (21/6), membuka "
	    "Smart City 2022. Nota diteken pada 21 April lalu. Sejak tahun 2017 ada, tahun 2021 juga.",
	    "2022-06-21|2022|2022-04-21|2017|2021", "2022-06-21", "first-dated-sentence", false },
	{ "a dated line of the page, and events far from it", "", "", "DECEMBER 9, 2022\nRadar\n\n"
	    "Target selesai akhir 2022, ujar kepala dinas kepada wartawan, Rabu (7/9). Pekan depan "
	    "masih ada pelatihan untuk semua.", "2022-12-09|2022-09/2022-12|2022-09-07|"
	    "2022-12-12/2022-12-18", "2022-12-09", "furniture", true },
	{ "a dateline", "", "", "BREBES, 5 Februari 2020 - Bupati membuka pasar. Kemarin hujan turun "
	    "di sana sampai sore dan jalan tergenang.", "2020-02-05|2020-02-04", "2020-02-05",
	    "dateline", false },
	{ "a url chooses between years that fit", "", "https://x.id/20180205122020-20/judul",
	    "Air tiba Senin (5/2) siang. Akhir tahun lalu jebol.",
	    "2018-02-05|2017-09/2017-12", "2018-02-05", "first-dated-sentence", false },
	{ "a url alone dates nothing", "", "https://x.id/2017/04/10/judul",
	    "Pada 31 Maret lalu ia berangkat. Hari ini ia pulang.", "-|-", "2017-04-10", "url",
	    false },
	{ "a url does not heal a contradiction", "", "https://x.id/2017/11/19/judul",
	    "di Monas, Minggu (19/10).", "-", "2017-11-19", "url", false },
	{ "a bracket beside the date of the url", "", "https://x.id/2017/08/18/judul",
	    "Sebelumnya, Pos Kota (16/8) memberitakan.", "2017-08-16", "2017-08-16",
	    "first-dated-sentence", false },
	{ "nothing to count from", "", "", "Kemarin, besok, bulan depan, Rabu (7/9), 14 Agustus lalu.",
	    "-|-|-|-|-", "", "", false },
	{ "a year that the text names is no anchor", "", "", "Sejak 2015 ada. Tahun ini tidak.",
	    "2015|-", "", "", false },
	{ "a day that is planned is not the day of report", "", "", "Pawai akan digelar Sabtu "
	    "(25/11/2017). Persiapan selesai, kata dia, Rabu (22/11/2017). Besok libur.",
	    "2017-11-25|2017-11-22|2017-11-23", "2017-11-22", "first-dated-sentence", false },
	{ "the year goes on", "", "", "Sidang pada 5 Maret 2017 ditunda ke 7 Maret.",
	    "2017-03-05|2017-03-07", "", "", false },
	{ "the date before", "", "", "Ia ditetapkan sejak 24 Januari 2018. Sehari kemudian ia dicegah.",
	    "2018-01-24|2018-01-25", "", "", false },
	{ "kemarin in speech is vague", "", "", "Kata dia, Minggu (17/12/2017): \"Ini kemarin ada.\" "
	    "Kemarin hujan.", "2017-12-17|-|2017-12-16", "2017-12-17", "first-dated-sentence", false },
	{ "a weekday near the day of report", "", "", "Gubernur, Sabtu, memberi piagam pada malam "
	    "Anugerah 2017, Jumat (22/12) malam.", "2017-12-23|2017|2017-12-22", "2017-12-22",
	    "first-dated-sentence", false },
	{ "a coming weekday", "2022-12-09", "", "Rapat akan digelar Senin.", "2022-12-12",
	    "2022-12-09", "record", false },
	{ "a record with a month only", "2022-12", "", "Rabu (7/12), 3 Juli, tahun lalu, kemarin",
	    "2022-12-07|2022-07-03|2021|-", "2022-12", "record", false },
	{ "no break space and dashes", "2021-06-15", "", "Senin\xc2\xa0(14/6/2021) dan 1\xe2\x80\x93"
	    "3 Juni 2021", "2021-06-14|2021-06-01/2021-06-03", "2021-06-15", "record", false },
	{ "behind quotes", "2021-06-15", "", "\xe2\x80\x9cSenin (14/6) libur,\xe2\x80\x9d \xe2\x80\x98"
	    "Tahun 2020\xe2\x80\x99", "2021-06-14|2020", "2021-06-15", "record", false },
	{ "bad UTF-8 is stepped over", "2021-06-15", "", "\xff\xfe Senin (14/6) \xe2\x80", "2021-06-14",
	    "2021-06-15", "record", false },
	{ "lines do not run together", "2021-06-15", "", "pukul 5\nMaret 2020", "2020-03",
	    "2021-06-15", "record", false },
	{ "an empty text", "2021-06-15", "", "", "", "2021-06-15", "record", false },
};

static void
test_articles(struct date_tables *t)
{
	for (size_t i = 0; i < sizeof articles / sizeof articles[0]; i++) {
		struct wt_span text = wt_span_of(articles[i].text);
		struct wt_date_context context = {
			.record = wt_iso_get(articles[i].record, strlen(articles[i].record)),
			.url = wt_span_of(articles[i].url)
		};
		struct wt_published published;
		struct wt_date_hit *hits;
		size_t count = dates_find(t, text, &context, &hits);
		char got[1024], day[WT_ISO_MAX];

		CHECK(strcmp(dates_text(hits, count, got, sizeof got), articles[i].dates) == 0,
		    "%s: %s", articles[i].what, got);
		wt_date_published(text, hits, count, &context, &published);
		wt_iso_put(published.date, day);
		CHECK(strcmp(day, articles[i].published) == 0 &&
		    strcmp(published.method, articles[i].method) == 0 &&
		    published.conflict == articles[i].conflict, "%s: published %s, %s",
		    articles[i].what, day, published.method);
	}
}

static const struct {
	const char *text, *from;
	int agrees;
} weekdays[] = {
	{ "Rabu (5/2/2020)", "2020-02-05", WT_AGREES_YES },
	{ "Selasa (5/2/2020)", "2020-02-05", WT_AGREES_NO },
	{ "5/2/2020", "2020-02-05", WT_AGREES_UNKNOWN },
	{ "Rabu (2/5/2020)", "2020-02-05", WT_AGREES_YES },
	{ "Rabu (2/5/2020), sejak 1 Mei 2020", "2020-05-02", WT_AGREES_NO },
	{ "Sabtu-Minggu (8-9/2/2020)", "2020-02-08", WT_AGREES_YES },
	{ "Jumat-Minggu (8-9/2/2020)", "2020-02-08", WT_AGREES_NO },
};

static void
test_weekdays(struct date_tables *t)
{
	for (size_t i = 0; i < sizeof weekdays / sizeof weekdays[0]; i++) {
		struct wt_date_context context = { 0 };
		struct wt_date_hit *hits;
		size_t count = dates_find(t, wt_span_of(weekdays[i].text), &context, &hits);
		char day[WT_ISO_MAX] = "";

		if (count > 0)
			wt_iso_put(hits[0].from, day);
		CHECK(count > 0 && strcmp(day, weekdays[i].from) == 0 &&
		    hits[0].weekday_agrees == weekdays[i].agrees, "%s: %s", weekdays[i].text, day);
	}
}

static const struct {
	const char *text, *surface, *method;
} surfaces[] = {
	{ "Pada Rabu (5/2/2020) malam, ia", "Rabu (5/2/2020) malam", "day" },
	{ "pada hari Rabu, 5 Februari 2020 pukul 09.00 WIB di",
	    "hari Rabu, 5 Februari 2020 pukul 09.00 WIB", "day" },
	{ "hingga 31 April 2021 itu", "31 April 2021", "impossible" },
	{ "sejak 5 Maret 99999", "5 Maret 99999", "impossible" },
	{ "sejak 30 Safar 1442 H.", "30 Safar 1442 H", "impossible" },
	{ "APBD 2023.", "2023", "year" },
	{ "tahun anggaran 2016,", "tahun anggaran 2016", "budget-year" },
	{ "untuk TA 2023/2024 saja", "TA 2023/2024", "budget-year" },
	{ "HUT ke-77 RI.", "HUT ke-77 RI", "holiday" },
	{ "pada 14 Agustus yang lalu.", "14 Agustus yang lalu", "day-month" },
	{ "5 Juni. Lalu", "5 Juni", "day-month" },
};

static void
test_surfaces(struct date_tables *t)
{
	for (size_t i = 0; i < sizeof surfaces / sizeof surfaces[0]; i++) {
		struct wt_date_context context = { .record = wt_iso_make(2021, 6, 15) };
		struct wt_span text = wt_span_of(surfaces[i].text), surface = { NULL, 0 };
		struct wt_date_hit *hits;

		if (dates_find(t, text, &context, &hits) == 1)
			surface = wt_span_make(text.at + hits[0].start, hits[0].end - hits[0].start);
		CHECK(wt_span_is(surface, surfaces[i].surface) &&
		    strcmp(hits[0].method, surfaces[i].method) == 0, "%s: %.*s", surfaces[i].text,
		    (int)surface.len, surface.at == NULL ? "" : surface.at);
	}
}

/* A title is read with the anchor of its article. */
static void
test_title(struct date_tables *t)
{
	struct wt_date_context context = { 0 };
	struct wt_date_hit *hits;
	size_t count;
	char got[100];

	dates_find(t, WT_SPAN("kata dia, Minggu (27/8/2017)."), &context, &hits);
	count = dates_find(t, WT_SPAN("tahun depan guru naik gaji"), &context, &hits);
	CHECK(strcmp(dates_text(hits, count, got, sizeof got), "2018") == 0, "a title: %s", got);
	CHECK(hits[0].anchor == WT_ANCHOR_TEXT &&
	    wt_date_anchor_put(&hits[0], got) == 9 && strcmp(got, "text:2017") == 0, "its anchor");
}

static void
test_times(struct date_tables *t)
{
	struct wt_date_context context = { .record = wt_iso_make(2021, 6, 15) };
	struct wt_date_hit *hits;

	CHECK(dates_find(t, WT_SPAN("pukul 09.00 WIB"), &context, &hits) == 0, "times are left out");
	context.times = true;
	CHECK(dates_find(t, WT_SPAN("pukul 09.00 WIB"), &context, &hits) == 1 &&
	    hits[0].precision == WT_DATE_TIME && hits[0].from == 0, "or told, if asked for");
}

static const struct {
	const char *what, *words, *patterns, *holidays, *text, *error;
} tables[] = {
	{ "no tables at all", "", "", "", "5 Mei 2020", NULL },
	{ "an unknown kind", "word\tkind\tvalue\nmei\tmoon\t5\n", "", "", "",
	    "date_words:2: unknown kind or value: moon 5" },
	{ "a month too many", "word\tkind\tvalue\nmei\tmonth\t13\n", "", "", "",
	    "date_words:2: unknown kind or value: month 13" },
	{ "a column too few", "word\tkind\nmei\tmonth\n", "", "", "", "date_words: no column value" },
	{ "a pattern of no kind", "", "name\ttrigger\tkind\tvalue\tpattern\nx\tx\ty\t\tx\n", "", "",
	    "date_patterns:2: unknown kind or value" },
	{ "a pattern that is never used", "", "name\ttrigger\tkind\tvalue\tpattern\n"
	    "x\tbad\tignore\t\t(\n", "", "good", NULL },
	{ "a pattern that does not compile", "", "name\ttrigger\tkind\tvalue\tpattern\n"
	    "x\tbad\tignore\t\tbad(\n", "", "is bad", "date_patterns:2: pattern: missing closing "
	    "parenthesis at byte 4" },
	{ "a pattern that never ends", "", "name\ttrigger\tkind\tvalue\tpattern\n"
	    "x\taaa\tignore\t\t(a+a+)+$\n", "", "aaa aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", NULL },
	{ "a holiday without a rule", "", "", "names\trule\tfirst_year\tdates\talone\nHari X\t\t\t\t\n",
	    "", "date_holidays:2: unknown rule" },
	{ "a holiday on no day", "", "", "names\trule\tfirst_year\tdates\talone\n"
	    "Hari X\tdates\t\t2021-02-30\t\n", "", "date_holidays:2: dates are YYYY-MM-DD with commas" },
};

static void
test_tables(void)
{
	for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++) {
		struct wt_date_tables bytes = { wt_span_of(tables[i].words),
			wt_span_of(tables[i].patterns), wt_span_of(tables[i].holidays) };
		struct wt_date_context context = { 0 };
		struct wt_date_finder *finder = NULL;
		struct wt_error error = { 0 };
		struct wt_arena arena = { 0 };
		struct wt_date_hit *hits;
		size_t count;
		int code = wt_date_finder_read(&bytes, &finder, &error);

		if (code == WT_OK)
			code = wt_date_find(finder, wt_span_of(tables[i].text), &context, &arena,
			    &hits, &count, &error);
		CHECK(tables[i].error == NULL ? code == WT_OK : code == WT_ESYNTAX &&
		    strcmp(error.text, tables[i].error) == 0, "%s: %s", tables[i].what, error.text);
		wt_date_finder_close(finder);
		wt_arena_free(&arena);
	}
}

/* A user's pattern beside the rules. */
static void
test_user_pattern(void)
{
	struct wt_date_tables bytes = {
		WT_SPAN("word\tkind\tvalue\nmaret\tmonth\t3\nkedua\tordinal\t2\n"),
		WT_SPAN("name\ttrigger\tkind\tvalue\tpattern\nsupersemar\tsupersemar\tdate\t\t"
		    "Supersemar\\s(?<day>\\d+)\\s(?<month>\\w+)\\s(?<year>\\d{4})\n"
		    "term\tterm\tperiod\tthird\tterm\\s(?<number>\\w+)\\s(?<year>\\d{4})\n"),
		{ NULL, 0 } };
	struct wt_date_context context = { 0 };
	struct wt_date_finder *finder = NULL;
	struct wt_error error = { 0 };
	struct wt_arena arena = { 0 };
	struct wt_date_hit *hits = NULL;
	size_t count = 0;
	char got[100] = "";

	if (wt_date_finder_read(&bytes, &finder, &error) == WT_OK)
		wt_date_find(finder, WT_SPAN("Supersemar 11 Maret 1966, term kedua 2020"), &context,
		    &arena, &hits, &count, &error);
	CHECK(strcmp(dates_text(hits, count, got, sizeof got), "1966-03-11|2020-05/2020-08") == 0 &&
	    strcmp(hits[0].method, "supersemar") == 0, "patterns of a user: %s", got);
	wt_date_finder_close(finder);
	wt_arena_free(&arena);
}

int
main(void)
{
	struct date_tables t = { 0 };

	dates_open(&t);
	test_articles(&t);
	test_weekdays(&t);
	test_surfaces(&t);
	test_title(&t);
	test_times(&t);
	test_tables();
	test_user_pattern();
	dates_close(&t);
	return check_done();
}
