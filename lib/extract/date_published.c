/*
 * date_published.c - when an article was published, and how that is known.
 *
 * The record is believed first, then a dated line of the page or the dateline,
 * then the first day of report in the text, then the url.  What disagrees is
 * not smoothed away: `conflict` says that the days of report lie far from it.
 */
#include "extract/date_private.h"

#include <stdlib.h>

#define FAR 45                  /* days */

/* Does a hit read like the day of report: a weekday with a date? */
static bool
report(const struct wt_date_hit *h)
{
	return h->precision == WT_DATE_DAY && h->weekday_agrees != WT_AGREES_UNKNOWN;
}

static bool
far(const struct wt_date_hit *hits, size_t count, uint32_t date)
{
	bool any = false;

	for (size_t i = 0; i < count; i++) {
		if (!report(&hits[i]))
			continue;
		if (abs(wt_day_number(hits[i].from) - wt_day_number(date)) <= FAR)
			return false;
		any = true;
	}
	return any;
}

static const struct wt_date_hit *
hit_of(const struct wt_date_hit *hits, size_t count, uint32_t day)
{
	for (size_t i = 0; i < count; i++)
		if (hits[i].from == day && hits[i].to == day &&
		    hits[i].anchor != WT_ANCHOR_PREVIOUS)
			return &hits[i];
	return NULL;
}

static bool
line_start(struct wt_span text, uint32_t at)
{
	uint32_t newline = at;

	while (newline > 0 && text.at[newline - 1] != '\n')
		newline--;
	return newline == 0 && at > 0;
}

void
wt_date_published(struct wt_span text, const struct wt_date_hit *hits, size_t count,
    const struct wt_date_context *context, struct wt_published *out)
{
	const struct wt_date_hit *hit;

	*out = (struct wt_published){ .method = "" };
	if (context->record != 0) {
		out->date = context->record;
		out->method = "record";
		out->precision = wt_iso_day(out->date) != 0 ? WT_DATE_DAY :
		    wt_iso_month(out->date) != 0 ? WT_DATE_MONTH : WT_DATE_YEAR;
	} else if (context->day != 0) {
		hit = hit_of(hits, count, context->day);
		out->date = context->day;
		out->precision = WT_DATE_DAY;
		out->method = context->source != WT_ANCHOR_FURNITURE ? "first-dated-sentence" :
		    hit != NULL && line_start(text, hit->start) ? "dateline" : "furniture";
		if (hit != NULL) {
			out->start = hit->start;
			out->end = hit->end;
		}
	} else if ((out->date = wt_date_in_url(context->url)) != 0) {
		out->precision = WT_DATE_DAY;
		out->method = "url";
	}
	if (wt_iso_day(out->date) != 0)
		out->conflict = far(hits, count, out->date);
}
