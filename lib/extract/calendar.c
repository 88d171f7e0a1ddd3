/*
 * calendar.c - the arithmetic behind calendar.h.
 *
 * Days are counted in years that begin in March, so that the leap day is the
 * last of its year and the months before it have fixed lengths: the days before
 * month m (March = 0) are (153 m + 2) / 5.  400 years are 146097 days.  The
 * tabular Hijri year has months of 30 and 29 days in turn, the twelfth with one
 * more in 11 of 30 years: 354 y + (11 y + 3) / 30 days go before year y.  Easter
 * follows the anonymous Gregorian algorithm (Nature, 1876).
 */
#include "extract/calendar.h"

#define DAYS_400 146097
#define EPOCH_1970 719468               /* 1970-01-01 counted from 0000-03-01 */
#define HIJRI_EPOCH (-492148)           /* 1 Muharram 1 in days since 1970-01-01 */

bool
wt_year_leap(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

int
wt_month_days(int year, int month)
{
	static const int8_t days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

	if (month < 1 || month > 12)
		return 0;
	return days[month - 1] + (month == 2 && wt_year_leap(year));
}

bool
wt_day_valid(int year, int month, int day)
{
	return year >= 1 && year <= 9999 && day >= 1 && day <= wt_month_days(year, month);
}

int32_t
wt_day_number(uint32_t day)
{
	int32_t year = wt_iso_year(day), month = wt_iso_month(day);
	int32_t era, of_era, of_year;

	year -= month <= 2;
	era = year / 400;
	of_era = year % 400;
	of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + wt_iso_day(day) - 1;
	return era * DAYS_400 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - EPOCH_1970;
}

uint32_t
wt_day_of_number(int32_t number)
{
	int32_t day, era, of_era, year, month;

	if (number < -719162 || number > 2932896)       /* 0001-01-01 and 9999-12-31 */
		return 0;
	day = number + EPOCH_1970;
	era = day / DAYS_400;
	day %= DAYS_400;
	of_era = (day - day / 1460 + day / 36524 - day / 146096) / 365;
	day -= of_era * 365 + of_era / 4 - of_era / 100;
	month = (5 * day + 2) / 153;
	day -= (153 * month + 2) / 5;
	month += month < 10 ? 3 : -9;
	year = era * 400 + of_era + (month <= 2);
	return wt_iso_make(year, month, day + 1);
}

uint32_t
wt_day_add(uint32_t day, int days)
{
	return wt_day_of_number(wt_day_number(day) + days);
}

uint32_t
wt_month_add(uint32_t month, int months)
{
	int count = wt_iso_year(month) * 12 + wt_iso_month(month) - 1 + months;

	if (count < 12 || count >= 120000)
		return 0;
	return wt_iso_make(count / 12, count % 12 + 1, 0);
}

int
wt_weekday(uint32_t day)
{
	int32_t since = wt_day_number(day) + 3;         /* 1969-12-29 was a Monday */

	return (since % 7 + 7) % 7 + 1;
}

uint32_t
wt_week_start(uint32_t day)
{
	return wt_day_add(day, 1 - wt_weekday(day));
}

uint32_t
wt_iso_first(uint32_t date)
{
	if (date == 0)
		return 0;
	return wt_iso_make(wt_iso_year(date), wt_iso_month(date) == 0 ? 1 : wt_iso_month(date),
	    wt_iso_day(date) == 0 ? 1 : wt_iso_day(date));
}

uint32_t
wt_iso_last(uint32_t date)
{
	int year = wt_iso_year(date);
	int month = wt_iso_month(date) == 0 ? 12 : wt_iso_month(date);

	if (date == 0 || wt_iso_day(date) != 0)
		return date;
	return wt_iso_make(year, month, wt_month_days(year, month));
}

static char *
digits(char *out, int value, int count)
{
	for (int i = count - 1; i >= 0; i--) {
		out[i] = (char)('0' + value % 10);
		value /= 10;
	}
	return out + count;
}

size_t
wt_iso_put(uint32_t date, char out[WT_ISO_MAX])
{
	char *p = out;

	if (date != 0 && wt_iso_year(date) <= 9999) {
		p = digits(p, wt_iso_year(date), 4);
		if (wt_iso_month(date) != 0) {
			*p++ = '-';
			p = digits(p, wt_iso_month(date), 2);
		}
		if (wt_iso_day(date) != 0) {
			*p++ = '-';
			p = digits(p, wt_iso_day(date), 2);
		}
	}
	*p = '\0';
	return (size_t)(p - out);
}

static bool
number(const char *at, size_t len, int *value)
{
	*value = 0;
	for (size_t i = 0; i < len; i++) {
		if (at[i] < '0' || at[i] > '9')
			return false;
		*value = *value * 10 + (at[i] - '0');
	}
	return true;
}

uint32_t
wt_iso_get(const char *at, size_t len)
{
	int year, month = 0, day = 0;

	if (len != 4 && len != 7 && len != 10)
		return 0;
	if (!number(at, 4, &year) || year < 1)
		return 0;
	if (len >= 7 && (at[4] != '-' || !number(at + 5, 2, &month) || month < 1 || month > 12))
		return 0;
	if (len == 10 && (at[7] != '-' || !number(at + 8, 2, &day) ||
	    !wt_day_valid(year, month, day)))
		return 0;
	return wt_iso_make(year, month, day);
}

static bool
hijri_leap(int year)
{
	return (11 * year + 14) % 30 < 11;
}

int
wt_hijri_month_days(int year, int month)
{
	if (month < 1 || month > 12)
		return 0;
	return month % 2 == 1 || (month == 12 && hijri_leap(year)) ? 30 : 29;
}

/* Days since 1970 of a Hijri day that exists. */
static int32_t
hijri_number(int year, int month, int day)
{
	return HIJRI_EPOCH + 354 * (year - 1) + (11 * year + 3) / 30 +
	    29 * (month - 1) + month / 2 + day - 1;
}

uint32_t
wt_hijri_day(int year, int month, int day)
{
	if (year < 1 || year > 1600 || day < 1 || day > wt_hijri_month_days(year, month))
		return 0;
	return wt_day_of_number(hijri_number(year, month, day));
}

void
wt_hijri_of_day(uint32_t day, int *year, int *month, int *date)
{
	int32_t n = wt_day_number(day);

	*year = (int)((30 * (int64_t)(n - HIJRI_EPOCH) + 10646) / 10631);
	while (*year > 1 && hijri_number(*year, 1, 1) > n)
		--*year;
	*month = 12;
	while (*month > 1 && hijri_number(*year, *month, 1) > n)
		--*month;
	*date = (int)(n - hijri_number(*year, *month, 1)) + 1;
}

uint32_t
wt_easter(int year)
{
	int a = year % 19, b = year / 100, c = year % 100;
	int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
	int h = (19 * a + b - d - g + 15) % 30;
	int i = c / 4, k = c % 4;
	int l = (32 + 2 * e + 2 * i - h - k) % 7;
	int m = (a + 11 * h + 22 * l) / 451;
	int n = h + l - 7 * m + 114;

	return wt_iso_make(year, n / 31, n % 31 + 1);
}
