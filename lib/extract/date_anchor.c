/*
 * date_anchor.c - what the dates of an article are counted from.
 *
 * The record's date of publication comes first, then a dated line of the page,
 * then the first day of report in the text.  The press writes that day without
 * its year ("Rabu (7/9)"); the year is the likeliest one given the weekdays and
 * the years of which the article speaks.
 *
 * How likely an article of year y is to speak of year y + d was counted in 1,756
 * Indonesian articles whose year is known, once for years beside a month and
 * once for years alone; the tables hold the natural logarithms times 10.  A
 * weekday contradicts its date in 3.7 % of 16,064 cases: ln 0.037 is -3.3.  The
 * date in a url is evidence as strong, but only for a year in which the weekday
 * fits.
 */
#include "extract/date_private.h"

#include <stdlib.h>

#define FIRST_YEAR 1950
#define LAST_YEAR 2060
#define CONTRADICTS (-33)
#define CONTRADICTION_DAYS 150  /* a slip nearby is likelier than a fit a year away */
#define URL_FITS 80
#define EVIDENCE_MAX 64         /* different years of an article that are weighed */

struct evidence {
	int year;
	bool full;              /* beside a month */
};

static int
likelihood(int offset, bool full)
{
	static const int8_t with_month[] = { -75, -57, -38, -14, -29, -40, -47, -56, -57, -58 };
	static const int8_t alone[] = { -59, -48, -53, -45, -37, -28, -20, -27, -27, -31, -33,
		-35, -38, -38, -38, -40 };

	if (full)
		return offset > 3 ? -80 : offset < -6 ? -65 : with_month[3 - offset];
	return offset > 6 ? -65 : offset < -20 ? -57 : offset < -14 ? -45 :
	    offset < -9 ? -42 : alone[6 - offset];
}

/*
 * News on the web is mostly of these years; where the evidence is thin this keeps
 * a year of which an article tells as history from being taken for its own.
 */
static int
prior(int year)
{
	if (year < 1998)
		return -80;
	return year < 2008 ? -30 : year < 2013 ? -12 : year < 2026 ? 0 : year < 2029 ? -12 : -60;
}

static size_t
note(struct evidence *list, size_t count, int year, bool full)
{
	if (year < FIRST_YEAR || year > LAST_YEAR)
		return count;
	for (size_t i = 0; i < count; i++) {
		if (list[i].year == year) {
			list[i].full |= full;
			return count;
		}
	}
	if (count < EVIDENCE_MAX)
		list[count++] = (struct evidence){ year, full };
	return count;
}

/* The years that are written, each once. */
static size_t
gather(const struct wt_date_expr *exprs, size_t count, struct evidence *list)
{
	size_t n = 0;

	for (size_t i = 0; i < count; i++) {
		const struct wt_date_expr *e = &exprs[i];
		bool full = e->a.month != 0 || e->kind == WT_EXPR_PERIOD;

		if (e->kind == WT_EXPR_FIXED && !e->approximate)
			n = note(list, n, wt_iso_year(e->from), true);
		if (e->kind != WT_EXPR_DATE && e->kind != WT_EXPR_RANGE &&
		    e->kind != WT_EXPR_EVIDENCE && e->kind != WT_EXPR_PERIOD)
			continue;
		n = note(list, n, e->a.year, full);
		if (e->kind == WT_EXPR_RANGE && e->b.year != 0)
			n = note(list, n, e->b.year, full);
	}
	return n;
}

/* A day in a url: 2018/02/05, 20180205, 2018-02-05; packed, or 0. */
uint32_t
wt_date_in_url(struct wt_span url)
{
	for (size_t i = 0; i + 8 <= url.len; i++) {
		char digits[11] = "0000-00-00";
		size_t n = 0, k = i;

		if ((url.at[i] != '2' && url.at[i] != '1') ||
		    (i > 0 && url.at[i - 1] >= '0' && url.at[i - 1] <= '9'))
			continue;
		for (; k < url.len && n < 8; k++) {
			char c = url.at[k];

			if (c >= '0' && c <= '9')
				digits[n + (n >= 4) + (n >= 6)] = c, n++;
			else if ((c != '/' && c != '-') || (n != 4 && n != 6))
				break;
		}
		if (n == 8 && wt_iso_get(digits, 10) != 0 &&
		    wt_iso_year(wt_iso_get(digits, 10)) >= 1990 &&
		    wt_iso_year(wt_iso_get(digits, 10)) <= LAST_YEAR)
			return wt_iso_get(digits, 10);
	}
	return 0;
}

static bool
weekday_date(const struct wt_date_expr *e)
{
	return (e->kind == WT_EXPR_DATE || e->kind == WT_EXPR_RANGE) && e->weekday != 0 &&
	    e->a.day != 0 && e->a.month != 0;
}

static uint32_t
day_in(const struct wt_expr_day *d, int year)
{
	return wt_day_valid(year, d->month, d->day) ? wt_iso_make(year, d->month, d->day) : 0;
}

/* How well the weekdays without years fit if the report is of this day. */
static int
fitting(const struct wt_date_expr *exprs, size_t count, uint32_t anchor)
{
	int score = 0;
	uint32_t seen[8] = { 0 };
	unsigned n = 0;

	for (size_t i = 0; i < count && n < 8; i++) {
		uint8_t agrees = WT_AGREES_UNKNOWN;
		uint32_t day;
		bool again = false;

		if (!weekday_date(&exprs[i]) || exprs[i].a.year != 0)
			continue;
		day = wt_date_nearest(&exprs[i], anchor, &agrees);
		for (unsigned k = 0; k < n; k++)
			again |= seen[k] == day;
		if (again)
			continue;
		seen[n++] = day;
		if (agrees == WT_AGREES_NO ||
		    abs(wt_day_number(day) - wt_day_number(anchor)) > 200)
			score += CONTRADICTS;
	}
	return score;
}

/* The year of a report whose day and month are written, or 0. */
static int
report_year(const struct wt_date_expr *exprs, size_t count, const struct wt_date_expr *report,
    const struct evidence *list, size_t years, uint32_t url, bool *by_url)
{
	int best = 0, best_score = -1000000;

	*by_url = false;
	if (years == 0 && url == 0)
		return 0;
	for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
		int score = prior(year);
		uint32_t day;
		bool fits, near;

		for (size_t i = 0; i < years; i++)
			score += likelihood(list[i].year - year, list[i].full);
		/* Only a date in the url adds to that. */
		if (score + (url != 0 ? URL_FITS : 0) <= best_score ||
		    (day = day_in(&report->a, year)) == 0)
			continue;
		fits = report->weekday == 0 || wt_weekday(day) == report->weekday;
		near = url != 0 && fits && abs(wt_day_number(day) - wt_day_number(url)) <=
		    (report->weekday == 0 ? 10 : 60);
		score += (fits ? 0 : CONTRADICTS) + (near ? URL_FITS : 0);
		if (score > best_score)
			score += fitting(exprs, count, day) / 2;
		if (score > best_score) {
			best_score = score;
			best = year;
			*by_url = near;
		}
	}
	/* "(16/8)" with no weekday is believed only beside a date in the url. */
	return *by_url || (years > 0 && report->weekday != 0) ? best : 0;
}

static int
likely_year(const struct evidence *list, size_t years)
{
	int best = 0, best_score = -1000000;

	for (size_t k = 0; k < years; k++) {
		int score = 0;

		for (size_t i = 0; i < years; i++)
			score += likelihood(list[i].year - list[k].year, list[i].full);
		if (score > best_score) {
			best_score = score;
			best = list[k].year;
		}
	}
	return best;
}

#define OWN_LINE 120    /* bytes of a line that holds a date and little else */
#define PAGE_HEAD 4000  /* bytes in which the head of a page lies */

/* Is a full date all that its line holds, but for a few words such as a byline? */
static bool
own_line(struct wt_span text, const struct wt_date_expr *e)
{
	size_t start = e->start, end = e->end, letters = 0, lines = 0;

	while (start > 0 && text.at[start - 1] != '\n' && end - start <= OWN_LINE)
		start--;
	while (end < text.len && text.at[end] != '\n' && end - start <= OWN_LINE)
		end++;
	if (end - start > OWN_LINE)
		return false;
	for (size_t i = start; i < end; i++)
		if ((i < e->start || i >= e->end) && ((text.at[i] | 32) >= 'a') &&
		    (text.at[i] | 32) <= 'z')
			letters++;
	/* Eight lines or a page's head before it are too many, whatever stands there. */
	if (start > PAGE_HEAD)
		lines = 8;
	for (size_t i = 0; i < start && lines < 8; i++)
		lines += text.at[i] == '\n';
	return letters <= 24 && (lines < 8 || text.len - end < 200) &&
	    text.len > end - start + 40;
}

static bool
dateline(struct wt_span text, const struct wt_date_expr *e)
{
	size_t end = e->end;

	if (e->start > 120)
		return false;
	while (end < text.len && (text.at[end] == ' ' || text.at[end] == ')'))
		end++;
	return end < text.len && (text.at[end] == '-' || (text.len - end > 2 &&
	    memcmp(text.at + end, "\xe2\x80", 2) == 0 &&
	    (text.at[end + 2] == '\x93' || text.at[end + 2] == '\x94')));
}

static bool
full(const struct wt_date_expr *e)
{
	return e->kind == WT_EXPR_DATE && e->a.year > 0 && e->a.month != 0 && e->a.day != 0;
}

/* The day written in full, the American order undone if only so the weekday fits. */
static uint32_t
written(const struct wt_date_expr *e)
{
	uint32_t day = wt_iso_make(e->a.year, e->a.month, e->a.day), other;

	if (e->swappable && e->weekday != 0 && wt_weekday(day) != e->weekday) {
		other = wt_iso_make(e->a.year, e->a.day, e->a.month);
		if (wt_weekday(other) == e->weekday)
			return other;
	}
	return day;
}

/* How much an expression looks like the day of the report, 0 to 4. */
static int
rank(const struct wt_date_expr *e)
{
	if (!weekday_date(e))
		return e->kind == WT_EXPR_DATE && e->bracket && e->a.year == 0;
	return e->kind == WT_EXPR_RANGE ? 1 : e->coming || e->direction == 1 ? 2 :
	    e->direction == -1 ? 3 : 4;
}

static void
from_page(const struct wt_date_expr *exprs, size_t count, struct wt_span text,
    struct wt_date_context *context)
{
	for (size_t i = 0; i < count; i++) {
		if (!full(&exprs[i]))
			continue;
		if (own_line(text, &exprs[i]) || dateline(text, &exprs[i])) {
			context->day = written(&exprs[i]);
			context->year = wt_iso_year(context->day);
			context->source = WT_ANCHOR_FURNITURE;
			return;
		}
	}
}

/* The day of one expression that may be the day of the report, or 0. */
static uint32_t
report_day(const struct wt_date_expr *exprs, size_t count, const struct wt_date_expr *e,
    const struct evidence *list, size_t years, uint32_t url, bool *by_url)
{
	int year = e->a.year;

	*by_url = false;
	if (full(e))
		return written(e);
	if (year == 0)
		year = report_year(exprs, count, e, list, years, url, by_url);
	return year == 0 ? 0 : day_in(&e->a, year);
}

static void
from_text(const struct wt_date_expr *exprs, size_t count, const struct evidence *list,
    size_t years, struct wt_date_context *context)
{
	uint32_t url = wt_date_in_url(context->url);
	bool reports = false;

	/* The first of the most likely kind whose year can be told. */
	for (int r = 4; r > 0; r--) {
		for (size_t i = 0; i < count; i++) {
			bool by_url;

			if (rank(&exprs[i]) != r)
				continue;
			reports = true;
			context->day = report_day(exprs, count, &exprs[i], list, years, url, &by_url);
			if (context->day == 0)
				continue;
			context->year = wt_iso_year(context->day);
			context->source = by_url ? WT_ANCHOR_URL : WT_ANCHOR_TEXT;
			return;
		}
	}
	if (!reports) {
		context->year = likely_year(list, years);
		context->source = context->year != 0 ? WT_ANCHOR_YEAR : WT_ANCHOR_NONE;
	}
}

void
wt_date_anchor_settle(const struct wt_date_expr *exprs, size_t count, struct wt_span text,
    struct wt_date_context *context)
{
	struct evidence list[EVIDENCE_MAX];
	size_t years;

	context->settled = true;
	context->day = 0;
	context->year = 0;
	context->source = WT_ANCHOR_NONE;
	if (context->record != 0) {
		context->year = wt_iso_year(context->record);
		context->day = wt_iso_day(context->record) != 0 ? context->record : 0;
		context->source = WT_ANCHOR_RECORD;
		return;
	}
	from_page(exprs, count, text, context);
	if (context->day != 0)
		return;
	years = gather(exprs, count, list);
	if (context->title.len > 0) {
		/* The title's years count too; its dates are not reported. */
		for (size_t i = 0; i + 4 <= context->title.len; i++) {
			bool before = i > 0 && context->title.at[i - 1] >= '0' &&
			    context->title.at[i - 1] <= '9';
			bool behind = i + 4 < context->title.len &&
			    context->title.at[i + 4] >= '0' && context->title.at[i + 4] <= '9';

			if (!before && !behind && (context->title.at[i] == '1' ||
			    context->title.at[i] == '2'))
				years = note(list, years, wt_iso_year(
				    wt_iso_get(context->title.at + i, 4)), false);
		}
	}
	from_text(exprs, count, list, years, context);
}

uint32_t
wt_date_nearest(const struct wt_date_expr *e, uint32_t anchor, uint8_t *agrees)
{
	int32_t base = wt_day_number(anchor), best_cost = INT32_MAX;
	int reach = e->a.month == 2 && e->a.day == 29 ? 8 : 1;
	uint32_t best = 0;

	for (int year = wt_iso_year(anchor) - reach; year <= wt_iso_year(anchor) + reach; year++) {
		uint32_t day = year > 0 ? day_in(&e->a, year) : 0;
		int32_t away, cost;

		if (day == 0)
			continue;
		away = wt_day_number(day) - base;
		cost = away > 0 ? away + away / 4 : -away;      /* news is mostly of the past */
		if (e->weekday != 0 && wt_weekday(day) != e->weekday)
			cost += CONTRADICTION_DAYS;
		if ((e->direction == -1 && away > 0) || (e->direction == 1 && away < 0))
			cost += 10000;
		if (cost < best_cost) {
			best_cost = cost;
			best = day;
		}
	}
	if (e->weekday != 0 && best != 0)
		*agrees = wt_weekday(best) == e->weekday ? WT_AGREES_YES : WT_AGREES_NO;
	return best;
}
