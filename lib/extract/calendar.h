/*
 * calendar.h - days, weekdays, weeks and the two calendars of the news.
 *
 * The Gregorian calendar is used for every year from 1 to 9999 (proleptic), as
 * ISO 8601 does.  The Hijri calendar is the tabular (civil) one: 30-year cycle
 * with leap years 2 5 7 10 13 16 18 21 24 26 29, epoch 16 July 622 Julian.  The
 * days announced in Indonesia may differ from it by one or two, so what comes
 * from it is marked approximate by the callers.
 *
 * A packed date holds a day, a month or a year in 32 bits, so that packed dates
 * of one precision compare as numbers: year << 9 | month << 5 | day, where month
 * and day are 0 when the date is coarser.  0 is no date.
 */
#ifndef WT_EXTRACT_CALENDAR_H
#define WT_EXTRACT_CALENDAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define WT_ISO_MAX 11           /* bytes of "9999-12-31" and a NUL */

static inline uint32_t
wt_iso_make(int year, int month, int day)
{
	return (uint32_t)year << 9 | (uint32_t)month << 5 | (uint32_t)day;
}

static inline int
wt_iso_year(uint32_t date)
{
	return (int)(date >> 9);
}

static inline int
wt_iso_month(uint32_t date)
{
	return (int)(date >> 5 & 15);
}

static inline int
wt_iso_day(uint32_t date)
{
	return (int)(date & 31);
}

/* "2022-09-07", "2022-09", "2022" or "": the length; a NUL follows. */
size_t wt_iso_put(uint32_t date, char out[WT_ISO_MAX]);

/* Read exactly one ISO day, month or year; 0 if it is none. */
uint32_t wt_iso_get(const char *at, size_t len);

/* The first and the last day of a packed day, month or year. */
uint32_t wt_iso_first(uint32_t date);
uint32_t wt_iso_last(uint32_t date);

bool wt_year_leap(int year);
int wt_month_days(int year, int month);         /* month 1 to 12 */
bool wt_day_valid(int year, int month, int day); /* year 1 to 9999 */

/* Days since 1970-01-01 of a packed day, and back; 0 outside the years 1 to 9999. */
int32_t wt_day_number(uint32_t day);
uint32_t wt_day_of_number(int32_t number);

/* A packed day some days later or earlier; a packed month some months later. */
uint32_t wt_day_add(uint32_t day, int days);
uint32_t wt_month_add(uint32_t month, int months);

/* 1 = Monday to 7 = Sunday. */
int wt_weekday(uint32_t day);

/* The Monday of the ISO week of a day. */
uint32_t wt_week_start(uint32_t day);

/* The packed day of a Hijri day, or 0 if there is no such day: years 1 to 1600. */
uint32_t wt_hijri_day(int year, int month, int day);
int wt_hijri_month_days(int year, int month);
void wt_hijri_of_day(uint32_t day, int *year, int *month, int *date);

/* Easter Sunday (Gregorian), from which Good Friday and Ascension are counted. */
uint32_t wt_easter(int year);

#endif
