/*
 * Texts from anywhere: dates and amounts lie inside the text, in order, apart from
 * each other; dates are days, months or years that exist, from before to; the same
 * text gives the same answer again.  The first byte chooses what is known beside it.
 */
#include "base/map.h"
#include "extract/amount.h"
#include "extract/date.h"

#include <stdint.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct wt_date_finder *dates;
static struct wt_amount_finder *amounts;

static void
need(bool condition)
{
	if (!condition)
		abort();
}

/* The tables are those of the tree the fuzzer is run in. */
static void
set_up(void)
{
	static struct wt_map words, patterns, holidays, units;
	struct wt_error error;

	need(wt_map_open(&words, "dictionaries/date_words.tsv", &error) == WT_OK);
	need(wt_map_open(&patterns, "dictionaries/date_patterns.tsv", &error) == WT_OK);
	need(wt_map_open(&holidays, "dictionaries/date_holidays.tsv", &error) == WT_OK);
	need(wt_map_open(&units, "dictionaries/amount_units.tsv", &error) == WT_OK);
	need(wt_date_finder_read(&(struct wt_date_tables){ words.bytes, patterns.bytes,
	    holidays.bytes }, &dates, &error) == WT_OK);
	need(wt_amount_finder_read(units.bytes, &amounts, &error) == WT_OK);
}

static bool
valid(uint32_t date)
{
	char text[WT_ISO_MAX];
	size_t len = wt_iso_put(date, text);

	return wt_iso_get(text, len) == date;
}

static void
check_dates(struct wt_span text, struct wt_date_context known)
{
	struct wt_date_context first = known, second = known;
	struct wt_arena arena = { 0 };
	struct wt_error error = { 0 };
	struct wt_date_hit *hits, *again;
	struct wt_published published;
	size_t count, count_again, end = 0;

	need(wt_date_find(dates, text, &first, &arena, &hits, &count, &error) == WT_OK);
	for (size_t i = 0; i < count; i++) {
		need(hits[i].start >= end && hits[i].end > hits[i].start && hits[i].end <= text.len);
		need(valid(hits[i].from) && valid(hits[i].to) && hits[i].method != NULL);
		need((hits[i].from == 0) == (hits[i].to == 0));
		need(wt_iso_first(hits[i].from) <= wt_iso_last(hits[i].to));
		need((hits[i].from == 0) == (hits[i].precision == WT_DATE_NONE ||
		    hits[i].precision == WT_DATE_TIME));
		end = hits[i].end;
	}
	need(wt_date_find(dates, text, &second, &arena, &again, &count_again, &error) == WT_OK);
	need(count == count_again);
	for (size_t i = 0; i < count; i++)
		need(hits[i].start == again[i].start && hits[i].from == again[i].from);
	wt_date_published(text, hits, count, &first, &published);
	need(valid(published.date) && published.end <= text.len);
	wt_arena_free(&arena);
}

static void
check_amounts(struct wt_span text)
{
	struct wt_arena arena = { 0 };
	struct wt_amount_hit *hits;
	size_t count, end = 0;

	need(wt_amount_find(amounts, text, &arena, &hits, &count) == WT_OK);
	for (size_t i = 0; i < count; i++) {
		need(hits[i].start >= end && hits[i].end > hits[i].start && hits[i].end <= text.len);
		need(hits[i].value.len > 0 && hits[i].unit.len > 0);
		end = hits[i].end;
	}
	wt_arena_free(&arena);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct wt_date_context context = { .times = true };
	struct wt_span text;

	if (dates == NULL)
		set_up();
	if (size == 0)
		return 0;
	if (data[0] & 1)
		context.record = wt_iso_make(2022, 12, data[0] & 8 ? 9 : 0);
	if (data[0] & 2)
		context.url = WT_SPAN("https://x.id/2018/02/05/judul");
	text = wt_span_make((const char *)data + 1, size - 1);
	if (data[0] & 4)
		context.title = text;
	check_dates(text, context);
	check_amounts(text);
	return 0;
}
