/* when.c - from bytes to tokens and facts, behind when.h. */
#include "extract/when.h"
#include "text/utf8.h"

#include <stdio.h>

static const struct wt_span none = { "", 0 };

/* The tokens that a run of bytes touches: false if there are none. */
static bool
tokens_of(const struct wt_work *w, uint32_t start, uint32_t end, uint32_t *first, uint32_t *last)
{
	const struct wt_token *t = w->doc->tokens;
	uint32_t low = 0, high = w->doc->ntokens;

	while (low < high) {
		uint32_t mid = low + (high - low) / 2;

		if (t[mid].end <= start)
			low = mid + 1;
		else
			high = mid;
	}
	*first = low;
	while (low < w->doc->ntokens && t[low].start < end)
		low++;
	*last = low;
	return *last > *first;
}

static void
cover_free(struct wt_work *w, uint32_t first, uint32_t last, enum wt_cover cover)
{
	for (uint32_t i = first; i < last; i++)
		if (w->cover[i] == WT_COVER_NONE)
			w->cover[i] = (uint8_t)cover;
}

/* Narrow a mention from whole tokens to the bytes that were found. */
static void
narrow(struct wt_work *w, struct wt_mention *m, uint32_t first, uint32_t start, uint32_t end)
{
	const struct wt_token *t = &w->doc->tokens[first];
	bool apart = t->start < w->doc->body_start;
	struct wt_span before;

	m->surface = wt_span_make(w->doc->text.at + start, end - start);
	before = start >= t->start ? wt_span_make(w->doc->text.at + t->start, start - t->start) : none;
	m->start = start - (apart ? 0 : w->doc->body_start);
	m->end = end - (apart ? 0 : w->doc->body_start);
	m->cp_start = t->cp_start + (uint32_t)wt_utf8_count(before) - (apart ? 0 : w->doc->body_cp);
	m->cp_end = m->cp_start + (uint32_t)wt_utf8_count(m->surface);
}

static struct wt_span
iso(struct wt_work *w, uint32_t date)
{
	char text[WT_ISO_MAX];
	size_t len = wt_iso_put(date, text);

	return wt_arena_copy(w->arena, wt_span_make(text, len));
}

static void
add_date(struct wt_work *w, const struct wt_date_hit *hit)
{
	static const char *const agrees[] = { "", "yes", "no" };
	struct wt_facts *f = w->facts;
	struct wt_date_fact *d;
	char anchor[WT_ANCHOR_TEXT_MAX];
	uint32_t first, last, m;

	if (!tokens_of(w, hit->start, hit->end, &first, &last))
		return;
	cover_free(w, first, last, WT_COVER_DATE);
	m = wt_work_mention(w, WT_DATE, first, last, none, hit->method,
	    hit->from == 0 ? 40 : hit->approximate ? 60 : 95);
	if (m == WT_NO_MENTION ||
	    (d = wt_work_grow(w, f->dates, f->ndates, &w->dates_cap, sizeof *d)) == NULL)
		return;
	narrow(w, &f->mentions[m], first, hit->start, hit->end);
	f->dates = d;
	f->dates[f->ndates++] = (struct wt_date_fact){ .mention = m, .from = iso(w, hit->from),
	    .to = iso(w, hit->to), .precision = wt_span_of(wt_date_precision_name(hit->precision)),
	    .anchor = wt_arena_copy(w->arena, wt_span_make(anchor, wt_date_anchor_put(hit, anchor))),
	    .agrees = wt_span_of(agrees[hit->weekday_agrees > 2 ? 0 : hit->weekday_agrees]) };
}

static void
add_amount(struct wt_work *w, const struct wt_amount_hit *hit)
{
	struct wt_facts *f = w->facts;
	struct wt_amount_fact *a;
	uint32_t first, last, m;

	if (!tokens_of(w, hit->start, hit->end, &first, &last))
		return;
	cover_free(w, first, last, WT_COVER_AMOUNT);
	m = wt_work_mention(w, WT_AMOUNT, first, last, none, hit->method, 90);
	if (m == WT_NO_MENTION ||
	    (a = wt_work_grow(w, f->amounts, f->namounts, &w->amounts_cap, sizeof *a)) == NULL)
		return;
	narrow(w, &f->mentions[m], first, hit->start, hit->end);
	f->amounts = a;
	f->amounts[f->namounts++] = (struct wt_amount_fact){ .mention = m, .value = hit->value,
	    .value_to = hit->value_to, .unit = hit->unit,
	    .modifier = wt_span_of(wt_amount_modifier_name(hit->modifier)) };
}

/* The day at the front of a time in ISO 8601; packed, or 0. */
static uint32_t
iso_of(struct wt_span time)
{
	return wt_iso_get(time.at, time.len < 10 ? time.len : 10);
}

static void
fill_published(struct wt_work *w, const struct wt_published *p)
{
	struct wt_facts *f = w->facts;
	uint32_t fetched;

	if (p->date == 0) {
		/* Better than nothing for a chronology, but no dates are counted from it. */
		fetched = iso_of(w->article->fetched);
		if (wt_iso_day(fetched) != 0) {
			f->published = iso(w, fetched);
			f->published_precision = wt_span_of(wt_date_precision_name(WT_DATE_DAY));
			f->published_method = WT_SPAN("fetched");
		}
		return;
	}
	f->published = iso(w, p->date);
	f->published_precision = wt_span_of(wt_date_precision_name(p->precision));
	f->published_method = p->conflict ?
	    wt_arena_printf(w->arena, "%s, in conflict with the text", p->method) : wt_span_of(p->method);
}

/* The tokens in which a date, or an amount, may begin: false without memory. */
static bool
find_ranges(const struct wt_work *w, struct wt_ranges *dates, struct wt_ranges *amounts)
{
	const uint64_t date = WT_BEGINS_BIT(WT_BEGINS_DATE), amount = WT_BEGINS_BIT(WT_BEGINS_AMOUNT);
	uint32_t n = w->doc->ntokens;
	struct wt_range *d = wt_arena_alloc(w->arena, ((size_t)n + 1) * sizeof *d);
	struct wt_range *a = wt_arena_alloc(w->arena, ((size_t)n + 1) * sizeof *a);

	*dates = (struct wt_ranges){ .items = d };
	*amounts = (struct wt_ranges){ .items = a };
	if (d == NULL || a == NULL)
		return false;
	/* Of the words, since the tokens' own bits are not there where no rules are to run. */
	for (uint32_t i = 0; i < n; i++) {
		uint64_t begins = w->lexemes[i]->begins & (date | amount);
		const struct wt_token *t = &w->doc->tokens[i];

		if (begins == 0)
			continue;
		if ((begins & date) != 0)
			d[dates->count++] = (struct wt_range){ t->start, t->end };
		if ((begins & amount) != 0)
			a[amounts->count++] = (struct wt_range){ t->start, t->end };
	}
	return true;
}

/* The dates of title and text, which stand in one buffer, and that of publication. */
static int
find_dates(struct wt_work *w, const struct wt_when *when, const struct wt_ranges *in,
    struct wt_date_hit **hits, size_t *count)
{
	struct wt_date_context context = { .url = w->article->url,
	    .record = iso_of(w->article->date) };
	struct wt_published published = { 0 };
	int code = wt_date_find_in(when->dates, w->doc->text, in, &context, w->arena, hits, count,
	    when->error);

	if (code == WT_OK)
		wt_date_published(w->doc->text, *hits, *count, &context, &published);
	fill_published(w, &published);
	return code;
}

void
wt_when_find(struct wt_work *w, const struct wt_when *when)
{
	struct wt_date_hit *hits;
	struct wt_amount_hit *amounts;
	struct wt_ranges dates, in;
	size_t count;
	int code;

	if (!find_ranges(w, &dates, &in)) {
		w->err = WT_ENOMEM;
		return;
	}
	code = find_dates(w, when, &dates, &hits, &count);
	for (size_t i = 0; code == WT_OK && i < count; i++)
		add_date(w, &hits[i]);
	if (code == WT_OK)
		code = wt_amount_find_in(when->amounts, w->doc->text, &in, w->arena, &amounts, &count);
	for (size_t i = 0; code == WT_OK && i < count; i++)
		add_amount(w, &amounts[i]);
	if (code != WT_OK)
		w->err = code;
}

void
wt_when_published(struct wt_work *w, const struct wt_when *when)
{
	struct wt_date_context context = { .url = w->article->url,
	    .record = iso_of(w->article->date) };
	struct wt_published published = { 0 };
	struct wt_date_hit *hits;
	struct wt_ranges dates, amounts;
	size_t count;

	if (iso_of(w->article->date) != 0) {
		wt_date_published(w->doc->text, NULL, 0, &context, &published);
		fill_published(w, &published);
	} else if (!find_ranges(w, &dates, &amounts)) {
		w->err = WT_ENOMEM;
	} else {
		w->err = find_dates(w, when, &dates, &hits, &count);
	}
}
