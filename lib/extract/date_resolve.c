/*
 * date_resolve.c - from what is written to the days that are meant.
 *
 * Each expression is worked out by the function for its kind; one that returns
 * false leaves the hit unresolved.  The bounds of "awal", "pertengahan" and
 * "akhir" are thirds: months 1-4, 5-8, 9-12 of a year, days 1-10, 11-20, 21-end
 * of a month, years 0-3, 4-6, 7-9 of a decade, days 1-2, 3-4, 6-7 of a week.
 */
#include "extract/date_private.h"

#include <stdlib.h>

#define INHERIT 300             /* bytes over which a written year goes on */

struct resolver {
	const struct wt_date_expr *exprs;
	size_t count;
	const struct wt_holidays *holidays;
	const struct wt_date_context *context;
	const struct wt_date_hit *previous;     /* the last one resolved, or NULL */
};

static void
span(struct wt_date_hit *hit, uint32_t from, uint32_t to, int precision)
{
	hit->from = from;
	hit->to = to;
	hit->precision = (uint8_t)precision;
}

/*
 * The year that forms without one may count from.  A year that the text only
 * speaks of is none: in 1,756 articles it was the year of publication in two
 * of five.
 */
static int
year_now(const struct resolver *r)
{
	return r->context->source == WT_ANCHOR_YEAR ? 0 : r->context->year;
}

static void
anchored(const struct resolver *r, struct wt_date_hit *hit, bool by_day)
{
	hit->anchor = r->context->source;
	hit->anchor_date = by_day && r->context->day != 0 ? r->context->day :
	    wt_iso_make(r->context->year, 0, 0);
}

static bool
ends(struct wt_date_hit *hit, uint32_t from, uint32_t to)
{
	if (from == 0 || to == 0 || wt_iso_first(from) > wt_iso_first(to))
		return false;
	span(hit, from, to, WT_DATE_RANGE);
	return true;
}

/* A month or its beginning, middle or end. */
static bool
month(struct wt_date_hit *hit, uint32_t date, int part)
{
	static const uint32_t first[] = { 0, 1, 11, 21 }, last[] = { 0, 10, 20, 0 };
	uint32_t end = wt_iso_last(date);

	if (date == 0)
		return false;
	if (part == WT_PART_NONE)
		span(hit, date, date, WT_DATE_MONTH);
	else
		span(hit, date | first[part],
		    part == WT_PART_END ? end : date | last[part], WT_DATE_PART);
	return true;
}

static bool
year(struct wt_date_hit *hit, int y, int part)
{
	if (y < 1 || y > 9999)
		return false;
	if (part == WT_PART_NONE)
		span(hit, wt_iso_make(y, 0, 0), wt_iso_make(y, 0, 0), WT_DATE_YEAR);
	else
		span(hit, wt_iso_make(y, 4 * part - 3, 0), wt_iso_make(y, 4 * part, 0),
		    WT_DATE_PART);
	return true;
}

static bool
decade(struct wt_date_hit *hit, int first, int part)
{
	static const int8_t from[] = { 0, 0, 4, 7 }, to[] = { 9, 3, 6, 9 };

	if (first < 1 || first > 9990)
		return false;
	span(hit, wt_iso_make(first + from[part], 0, 0), wt_iso_make(first + to[part], 0, 0),
	    part == WT_PART_NONE ? WT_DATE_DECADE : WT_DATE_PART);
	return true;
}

static bool
week(struct wt_date_hit *hit, uint32_t monday, int part)
{
	static const int8_t from[] = { 0, 0, 2, 5 }, to[] = { 6, 1, 3, 6 };

	if (monday == 0 || wt_day_add(monday, 6) == 0)
		return false;
	span(hit, wt_day_add(monday, from[part]), wt_day_add(monday, to[part]),
	    part == WT_PART_NONE ? WT_DATE_WEEK : WT_DATE_PART);
	return true;
}

static uint32_t
full(const struct wt_expr_day *d)
{
	return d->year > 0 && wt_day_valid(d->year, d->month, d->day) ?
	    wt_iso_make(d->year, d->month, d->day) : 0;
}

/*
 * Was the month written first?  Only if the weekday fits so, and no other day
 * that is known speaks for the usual order: a wrong weekday is far commoner than
 * an American date.
 */
static bool
month_first(const struct resolver *r, const struct wt_date_expr *e, uint32_t *other)
{
	uint32_t day = full(&e->a), near = r->context->day;

	*other = wt_iso_make(e->a.year, e->a.day, e->a.month);
	if (wt_weekday(*other) != e->weekday)
		return false;
	if (near == 0 || near == *other || near == day)
		near = wt_date_in_url(r->context->url);
	for (size_t i = 0; i < r->count && near == 0; i++)
		if (full(&r->exprs[i].a) != 0 && full(&r->exprs[i].a) != day)
			near = full(&r->exprs[i].a);
	return near == 0 || abs(wt_day_number(*other) - wt_day_number(near)) <
	    abs(wt_day_number(day) - wt_day_number(near));
}

/* A day written in full; the weekday may show that the month was written first. */
static bool
whole_day(const struct resolver *r, const struct wt_date_expr *e, struct wt_date_hit *hit)
{
	uint32_t day = full(&e->a), other;

	if (day == 0)
		return false;
	if (e->weekday != 0) {
		hit->weekday_agrees = wt_weekday(day) == e->weekday ? WT_AGREES_YES :
		    WT_AGREES_NO;
		if (hit->weekday_agrees == WT_AGREES_NO && e->swappable &&
		    month_first(r, e, &other)) {
			day = other;
			hit->weekday_agrees = WT_AGREES_YES;
			hit->method = "month-first";
		}
	}
	span(hit, day, day, WT_DATE_DAY);
	return true;
}

/* The year that another mention of the same day writes, or 0. */
static int
written_elsewhere(const struct resolver *r, const struct wt_date_expr *e)
{
	for (size_t i = 0; i < r->count; i++)
		if (r->exprs[i].kind == WT_EXPR_DATE && r->exprs[i].a.year > 0 &&
		    r->exprs[i].a.month == e->a.month && r->exprs[i].a.day == e->a.day)
			return r->exprs[i].a.year;
	return 0;
}

static bool
yearless_day(const struct resolver *r, const struct wt_date_expr *e, struct wt_date_hit *hit)
{
	uint32_t anchor = r->context->day, day;
	const struct wt_date_hit *p = r->previous;
	struct wt_date_expr dated = *e;

	if (e->weekday == 0 && e->direction == WT_NO_DIRECTION &&
	    (dated.a.year = (int16_t)written_elsewhere(r, e)) != 0)
		return whole_day(r, &dated, hit);
	if (anchor == 0 && year_now(r) == 0 && e->direction == WT_NO_DIRECTION && p != NULL &&
	    wt_iso_day(p->to) != 0 && e->start - p->end < INHERIT) {
		/* "5 Maret 2017 ... pada 7 Maret": the year goes on. */
		day = wt_date_nearest(e, p->to, &hit->weekday_agrees);
		hit->anchor = WT_ANCHOR_PREVIOUS;
		hit->anchor_date = p->to;
		span(hit, day, day, WT_DATE_DAY);
		return day != 0;
	}
	if (anchor == 0 && year_now(r) == 0)
		return false;
	if (anchor == 0) {
		/* The record gives a month or a year only. */
		bool month_known = wt_iso_month(r->context->record) != 0;

		dated.a.year = (int16_t)r->context->year;
		anchored(r, hit, false);
		if (e->weekday == 0 && !month_known)
			return whole_day(r, &dated, hit);
		anchor = wt_iso_make(r->context->year,
		    month_known ? wt_iso_month(r->context->record) : 7, month_known ? 15 : 1);
	}
	day = wt_date_nearest(e, anchor, &hit->weekday_agrees);
	if (day == 0)
		return false;
	anchored(r, hit, true);
	if (day == r->context->day && r->context->source == WT_ANCHOR_TEXT) {
		hit->anchor = WT_ANCHOR_YEAR;
		hit->anchor_date = wt_iso_make(r->context->year, 0, 0);
	}
	span(hit, day, day, WT_DATE_DAY);
	return true;
}

static bool
yearless_month(const struct resolver *r, const struct wt_date_expr *e, struct wt_date_hit *hit)
{
	uint32_t anchor = r->context->day;
	int now = wt_iso_month(anchor), y = year_now(r), want = e->a.month;

	if (y == 0)
		return false;
	anchored(r, hit, true);
	if (anchor != 0 && e->direction == -1)
		y -= want > now;
	else if (anchor != 0 && e->direction == 1)
		y += want < now;
	else if (anchor != 0 && e->direction == WT_NO_DIRECTION)
		y += want - now > 6 ? -1 : now - want > 6 ? 1 : 0;
	return month(hit, wt_iso_make(y, want, 0), e->part);
}

static bool date(const struct resolver *r, const struct wt_date_expr *e,
    struct wt_date_hit *hit);
static bool range(const struct resolver *r, const struct wt_date_expr *e,
    struct wt_date_hit *hit);

/* "September tahun lalu": the year is told by its distance. */
static bool
other_year(const struct resolver *r, const struct wt_date_expr *e, struct wt_date_hit *hit)
{
	struct wt_date_expr dated = *e;
	int y = year_now(r) + (int)e->amount;

	if (year_now(r) == 0)
		return false;
	dated.unit = WT_UNIT_NONE;
	dated.a.year = (int16_t)y;
	if (e->kind == WT_EXPR_RANGE) {
		dated.b.year = (int16_t)y;
		dated.a.year = (int16_t)(y - (e->a.month > e->b.month));
	}
	if (!(e->kind == WT_EXPR_RANGE ? range(r, &dated, hit) : date(r, &dated, hit)))
		return false;
	anchored(r, hit, false);
	return true;
}

static bool
date(const struct resolver *r, const struct wt_date_expr *e, struct wt_date_hit *hit)
{
	if (e->unit == WT_UNIT_YEAR && e->a.year == 0)
		return other_year(r, e, hit);
	if (e->a.day != 0)
		return e->a.year != 0 ? whole_day(r, e, hit) : yearless_day(r, e, hit);
	if (e->a.month != 0)
		return e->a.year != 0 ?
		    month(hit, wt_iso_make(e->a.year, e->a.month, 0), e->part) :
		    yearless_month(r, e, hit);
	return year(hit, e->a.year, e->part);
}

static bool
day_range(const struct resolver *r, const struct wt_date_expr *e, struct wt_date_hit *hit)
{
	if (e->unit == WT_UNIT_YEAR && e->a.year == 0)
		return other_year(r, e, hit);
	struct wt_date_expr last = *e;
	uint32_t from, to;

	if (e->a.year != 0) {
		from = full(&e->a);
		to = full(&e->b);
	} else {
		last.a = e->b;
		last.weekday = e->weekday_b;
		if (!yearless_day(r, &last, hit))
			return false;
		to = hit->from;
		last.a = e->a;
		last.a.year = (int16_t)(wt_iso_year(to) - (e->a.month > e->b.month));
		from = full(&last.a);
	}
	if (from != 0 && e->weekday != 0)
		hit->weekday_agrees = wt_weekday(from) == e->weekday ? WT_AGREES_YES :
		    WT_AGREES_NO;
	return ends(hit, from, to);
}

static bool
range(const struct resolver *r, const struct wt_date_expr *e, struct wt_date_hit *hit)
{
	if (e->unit == WT_UNIT_YEAR && e->a.year == 0)
		return other_year(r, e, hit);
	if (e->a.day != 0)
		return day_range(r, e, hit);
	if (e->a.month != 0 && e->a.year == 0) {
		struct wt_date_expr last = { .kind = WT_EXPR_DATE, .a = e->b,
			.direction = e->direction };

		if (!yearless_month(r, &last, hit))
			return false;
		return ends(hit, wt_iso_make(wt_iso_year(hit->from) - (e->a.month > e->b.month),
		    e->a.month, 0), hit->from);
	}
	return ends(hit, wt_iso_make(e->a.year, e->a.month, 0),
	    wt_iso_make(e->b.year, e->b.month, 0));
}

/* A weekday alone.  The day of report is behind it by a week at most, or it is near. */
static bool
weekday(const struct resolver *r, const struct wt_date_expr *e, struct wt_date_hit *hit)
{
	uint32_t anchor = r->context->day, day;
	int back;

	if (anchor == 0)
		return false;
	back = (wt_weekday(anchor) - e->weekday + 7) % 7;       /* days since the last one */
	if (e->weekday_week)
		day = wt_day_add(wt_week_start(anchor), (int)e->amount * 7 + e->weekday - 1);
	else if (e->direction == 0)
		day = wt_day_add(wt_week_start(anchor), e->weekday - 1);
	else if (e->direction == -1)
		day = wt_day_add(anchor, back == 0 ? -7 : -back);
	else if (e->direction == 1)
		day = wt_day_add(anchor, 7 - back);
	else if (r->context->source != WT_ANCHOR_RECORD &&
	    r->context->source != WT_ANCHOR_FURNITURE)
		day = wt_day_add(anchor, back > 3 ? 7 - back : -back);
	else
		day = wt_day_add(anchor, e->coming && back > 0 ? 7 - back : -back);
	if (day == 0)
		return false;
	anchored(r, hit, true);
	span(hit, day, day, WT_DATE_DAY);
	return true;
}

static bool
relative(const struct resolver *r, const struct wt_date_expr *e, struct wt_date_hit *hit)
{
	uint32_t anchor = r->context->day, day;
	int y = year_now(r), n = (int)e->amount;

	if (y == 0 || (anchor == 0 && e->unit != WT_UNIT_YEAR && e->unit != WT_UNIT_DECADE))
		return false;
	/* In speech "kemarin" is any time before. */
	if (e->quoted && n == -1 && e->unit == WT_UNIT_DAY)
		return false;
	anchored(r, hit, e->unit != WT_UNIT_YEAR && e->unit != WT_UNIT_DECADE);
	switch (e->unit) {
	case WT_UNIT_DAY:
		day = wt_day_add(anchor, n);
		if (e->b.month != 0)
			return ends(hit, day, wt_day_add(anchor, e->b.day));
		span(hit, day, day, WT_DATE_DAY);
		return day != 0;
	case WT_UNIT_WEEK:
		return week(hit, wt_day_add(wt_week_start(anchor), 7 * n), e->part);
	case WT_UNIT_MONTH:
		return month(hit, wt_month_add(anchor, n), e->part);
	case WT_UNIT_DECADE:
		if (e->method[0] == 'c')        /* counted: "satu dekade lalu" */
			return year(hit, y + 10 * n, WT_PART_NONE);
		return decade(hit, (y / 10 + n) * 10, e->part);
	default:
		return year(hit, y + n, e->part);
	}
}

static bool
period(const struct resolver *r, const struct wt_date_expr *e, struct wt_date_hit *hit)
{
	int length = e->period == WT_PERIOD_QUARTER ? 3 : e->period == WT_PERIOD_THIRD ? 4 : 6;
	int y = e->a.year, number = (int)e->amount, last;

	if (y == 0) {
		y = year_now(r);
		if (y == 0 || (number == 0 && r->context->day == 0))
			return false;
		anchored(r, hit, number == 0);
		if (number == 0)
			number = (wt_iso_month(r->context->day) - 1) / length + 1 + e->direction;
		else if (e->direction != WT_NO_DIRECTION)
			y += e->direction;
		while (number < 1) {
			number += 12 / length;
			y--;
		}
		while (number > 12 / length) {
			number -= 12 / length;
			y++;
		}
	}
	last = number * length;
	if (!ends(hit, wt_iso_make(y, last - length + 1, 0), wt_iso_make(y, last, 0)))
		return false;
	hit->precision = length == 3 ? WT_DATE_QUARTER : length == 6 ? WT_DATE_HALF :
	    WT_DATE_RANGE;
	return true;
}

/* "sehari kemudian": from the date before it, if that is near. */
static bool
after(const struct resolver *r, const struct wt_date_expr *e, struct wt_date_hit *hit)
{
	const struct wt_date_hit *p = r->previous;
	uint32_t day;

	if (p == NULL || e->start - p->end > 400)
		return false;
	hit->anchor = WT_ANCHOR_PREVIOUS;
	hit->anchor_date = p->to;
	if (e->unit == WT_UNIT_YEAR)
		return p->precision == WT_DATE_YEAR &&
		    year(hit, wt_iso_year(p->to) + (int)e->amount, WT_PART_NONE);
	if (e->unit == WT_UNIT_MONTH && wt_iso_month(p->to) != 0)
		return month(hit, wt_month_add(p->to, (int)e->amount), WT_PART_NONE);
	if (wt_iso_day(p->to) == 0 || e->unit == WT_UNIT_DECADE)
		return false;
	if (e->unit == WT_UNIT_WEEK)
		return week(hit, wt_day_add(wt_week_start(p->to), 7 * (int)e->amount),
		    WT_PART_NONE);
	day = wt_day_add(e->amount > 0 ? p->to : p->from, (int)e->amount);
	span(hit, day, day, WT_DATE_DAY);
	return day != 0;
}

static bool
holiday(const struct resolver *r, const struct wt_date_expr *e, struct wt_date_hit *hit)
{
	const struct wt_holidays *h = r->holidays;
	size_t which = (size_t)e->holiday;
	int y = e->a.year, source = r->context->source;
	uint32_t day = 0;

	if (y == 0 && e->amount > 0 && h->items[which].first_year > 0) {
		y = h->items[which].first_year + (int)e->amount;
	} else if (y == 0 && e->direction != WT_NO_DIRECTION && year_now(r) != 0) {
		y = r->context->year + e->direction;
		anchored(r, hit, false);
	} else if (y == 0) {
		/* Alone it is the one nearest to the day of publication, if that is known. */
		int32_t least = INT32_MAX;

		if (r->context->day == 0 ||
		    (source != WT_ANCHOR_RECORD && source != WT_ANCHOR_FURNITURE))
			return false;
		anchored(r, hit, true);
		for (int k = r->context->year - 1; k <= r->context->year + 1; k++) {
			bool approximate;
			uint32_t one = wt_holiday_day(h, which, k, &approximate);
			int32_t away = one == 0 ? INT32_MAX :
			    abs(wt_day_number(one) - wt_day_number(r->context->day));

			if (away < least) {
				least = away;
				y = k;
			}
		}
	}
	if (y > 0)
		day = wt_holiday_day(h, which, y, &hit->approximate);
	span(hit, day, day, WT_DATE_DAY);
	return day != 0;
}

static bool
work_out(const struct resolver *r, const struct wt_date_expr *e, struct wt_date_hit *hit)
{
	switch (e->kind) {
	case WT_EXPR_DATE:
		return date(r, e, hit);
	case WT_EXPR_RANGE:
		return range(r, e, hit);
	case WT_EXPR_WEEKDAY:
		return weekday(r, e, hit);
	case WT_EXPR_RELATIVE:
		return relative(r, e, hit);
	case WT_EXPR_PERIOD:
		return period(r, e, hit);
	case WT_EXPR_DECADE:
		return decade(hit, e->a.year, e->part);
	case WT_EXPR_FIXED:
		hit->approximate = e->approximate;
		if (e->from == 0 || e->to == 0)
			return false;
		span(hit, e->from, e->to, e->from == e->to ? WT_DATE_DAY : WT_DATE_RANGE);
		return true;
	case WT_EXPR_HOLIDAY:
		return e->holiday >= 0 && (size_t)e->holiday < r->holidays->count &&
		    holiday(r, e, hit);
	case WT_EXPR_AFTER:
		return after(r, e, hit);
	default:
		return false;
	}
}

size_t
wt_date_resolve(const struct wt_date_expr *exprs, size_t count,
    const struct wt_holidays *holidays, const struct wt_date_context *context,
    struct wt_date_hit *hits)
{
	struct resolver r = { exprs, count, holidays, context, NULL };
	size_t n = 0;

	for (size_t i = 0; i < count; i++) {
		const struct wt_date_expr *e = &exprs[i];
		struct wt_date_hit hit = { .start = e->start, .end = e->end, .method = e->method };

		if (e->kind == WT_EXPR_IGNORE || e->kind == WT_EXPR_EVIDENCE ||
		    (e->kind == WT_EXPR_TIME && !context->times))
			continue;
		if (!work_out(&r, e, &hit))
			hit = (struct wt_date_hit){ .start = e->start, .end = e->end,
				.method = e->kind == WT_EXPR_IMPOSSIBLE ? "impossible" : e->method,
				.precision = e->kind == WT_EXPR_TIME ? WT_DATE_TIME : WT_DATE_NONE };
		hits[n] = hit;
		if (hit.from != 0)
			r.previous = &hits[n];
		n++;
	}
	return n;
}
