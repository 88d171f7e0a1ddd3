/* The calendars: known days, every day both ways, and what is no day at all. */
#include "extract/calendar.h"
#include "tests/check.h"

#include <string.h>

static const struct {
	const char *iso;
	int weekday;
	const char *monday;
	int hijri[3];
} days[] = {
	{ "1945-08-17", 5, "1945-08-13", { 1364, 9, 8 } },
	{ "1970-01-01", 4, "1969-12-29", { 1389, 10, 22 } },
	{ "2000-02-29", 2, "2000-02-28", { 1420, 11, 24 } },
	{ "2020-02-05", 3, "2020-02-03", { 1441, 6, 10 } },
	{ "2021-01-01", 5, "2020-12-28", { 1442, 5, 17 } },
	{ "2023-03-23", 4, "2023-03-20", { 1444, 9, 1 } },
	{ "2023-07-19", 3, "2023-07-17", { 1445, 1, 1 } },
	{ "2100-12-31", 5, "2100-12-27", { 1524, 10, 29 } },
};

static const struct {
	const char *text;
	uint32_t date;
} texts[] = {
	{ "2022", 2022u << 9 }, { "2022-09", 2022u << 9 | 9u << 5 },
	{ "2022-09-07", 2022u << 9 | 9u << 5 | 7 }, { "0001-01-01", 1u << 9 | 1u << 5 | 1 },
	{ "", 0 }, { "0000", 0 }, { "2022-13", 0 }, { "2022-00", 0 }, { "2022-9", 0 },
	{ "2021-02-29", 0 }, { "2022-04-31", 0 }, { "2022-09-00", 0 }, { "22-09-07", 0 },
	{ "2022-09-07T", 0 }, { "2022/09/07", 0 }, { "2022-09-0a", 0 }, { "-022-09-07", 0 },
};

static const struct {
	int year, month, day;
} easters[] = {
	{ 1818, 3, 22 }, { 1943, 4, 25 }, { 2000, 4, 23 }, { 2021, 4, 4 }, { 2038, 4, 25 },
};

static void
test_days(void)
{
	for (size_t i = 0; i < sizeof days / sizeof days[0]; i++) {
		uint32_t day = wt_iso_get(days[i].iso, 10);
		char monday[WT_ISO_MAX];
		int hijri[3];

		wt_iso_put(wt_week_start(day), monday);
		wt_hijri_of_day(day, &hijri[0], &hijri[1], &hijri[2]);
		CHECK(wt_weekday(day) == days[i].weekday && strcmp(monday, days[i].monday) == 0,
		    "%s: the weekday and its Monday", days[i].iso);
		CHECK(memcmp(hijri, days[i].hijri, sizeof hijri) == 0, "%s: Hijri %d-%d-%d",
		    days[i].iso, hijri[0], hijri[1], hijri[2]);
		CHECK(wt_hijri_day(hijri[0], hijri[1], hijri[2]) == day, "%s: and back",
		    days[i].iso);
	}
	for (size_t i = 0; i < sizeof easters / sizeof easters[0]; i++)
		CHECK(wt_easter(easters[i].year) == wt_iso_make(easters[i].year, easters[i].month,
		    easters[i].day), "Easter of %d", easters[i].year);
}

static void
test_texts(void)
{
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		char out[WT_ISO_MAX];

		CHECK(wt_iso_get(texts[i].text, strlen(texts[i].text)) == texts[i].date,
		    "read '%s'", texts[i].text);
		wt_iso_put(texts[i].date, out);
		CHECK(strcmp(out, texts[i].date == 0 ? "" : texts[i].text) == 0, "write '%s'",
		    texts[i].text);
	}
}

/* Every day there is: its number and back, the next one, its weekday after the last. */
static void
test_every_day(void)
{
	int wrong = 0, weekday = 1;     /* 0001-01-01 was a Monday */
	uint32_t last = 0;

	for (int32_t n = -719162; n <= 2932896; n++) {
		uint32_t day = wt_day_of_number(n);

		wrong += wt_day_number(day) != n || day <= last || wt_weekday(day) != weekday ||
		    !wt_day_valid(wt_iso_year(day), wt_iso_month(day), wt_iso_day(day));
		weekday = weekday % 7 + 1;
		last = day;
	}
	CHECK(wrong == 0, "all days of the years 1 to 9999");
	CHECK(wt_day_of_number(-719163) == 0 && wt_day_of_number(2932897) == 0, "none beyond");
	wrong = 0;
	for (int32_t n = -492148; n < 74800; n++) {
		int year, month, date;

		wt_hijri_of_day(wt_day_of_number(n), &year, &month, &date);
		wrong += wt_hijri_day(year, month, date) != wt_day_of_number(n);
	}
	CHECK(wrong == 0, "all days of the Hijri years 1 to 1600");
}

static void
test_bounds(void)
{
	CHECK(wt_hijri_day(0, 1, 1) == 0 && wt_hijri_day(1601, 1, 1) == 0, "Hijri years");
	CHECK(wt_hijri_day(1442, 2, 30) == 0 && wt_hijri_day(1442, 13, 1) == 0 &&
	    wt_hijri_day(1442, 1, 0) == 0, "impossible Hijri days");
	CHECK(wt_hijri_day(1442, 12, 30) != 0 && wt_hijri_day(1441, 12, 30) == 0,
	    "the Hijri leap day");
	CHECK(wt_month_add(wt_iso_make(2021, 1, 31), -1) == wt_iso_make(2020, 12, 0) &&
	    wt_month_add(wt_iso_make(1, 1, 0), -1) == 0 &&
	    wt_month_add(wt_iso_make(9999, 12, 0), 1) == 0, "months");
	CHECK(wt_day_add(wt_iso_make(9999, 12, 31), 1) == 0, "the day after the last");
	CHECK(wt_iso_last(wt_iso_make(2020, 2, 0)) == wt_iso_make(2020, 2, 29) &&
	    wt_iso_first(wt_iso_make(2020, 0, 0)) == wt_iso_make(2020, 1, 1), "first and last");
}

int
main(void)
{
	test_days();
	test_texts();
	test_every_day();
	test_bounds();
	return check_done();
}
