/* dates.h - a finder made from the tables in dictionaries/, for the tests of dates. */
#ifndef WT_TESTS_DATES_H
#define WT_TESTS_DATES_H

#include "base/map.h"
#include "extract/date.h"

#include <stdio.h>
#include <stdlib.h>

struct date_tables {
	struct wt_map words, patterns, holidays;
	struct wt_date_finder *finder;
	struct wt_arena arena;
};

static inline void
dates_open(struct date_tables *t)
{
	struct wt_error error = { 0 };
	struct wt_date_tables tables;

	if (wt_map_open(&t->words, "dictionaries/date_words.tsv", &error) != WT_OK ||
	    wt_map_open(&t->patterns, "dictionaries/date_patterns.tsv", &error) != WT_OK ||
	    wt_map_open(&t->holidays, "dictionaries/date_holidays.tsv", &error) != WT_OK) {
		printf("Bail out! %s\n", error.text);
		exit(1);
	}
	tables = (struct wt_date_tables){ t->words.bytes, t->patterns.bytes, t->holidays.bytes };
	if (wt_date_finder_read(&tables, &t->finder, &error) != WT_OK) {
		printf("Bail out! %s\n", error.text);
		exit(1);
	}
}

static inline void
dates_close(struct date_tables *t)
{
	wt_date_finder_close(t->finder);
	wt_arena_free(&t->arena);
	wt_map_close(&t->words);
	wt_map_close(&t->patterns);
	wt_map_close(&t->holidays);
}

/* The same by way of the words in which a date may begin. */
static inline size_t
dates_find_in(struct date_tables *t, struct wt_span text, struct wt_date_context *context,
    struct wt_date_hit **hits)
{
	struct wt_range *items = wt_arena_array(&t->arena, text.len + 1, sizeof *items);
	struct wt_ranges where = { .items = items };
	struct wt_error error = { 0 };
	size_t count = 0;

	for (uint32_t i = 0, end; i < text.len; i = end + 1) {
		for (end = i; end < text.len && text.at[end] != ' ' && text.at[end] != '\n';)
			end++;
		if (wt_date_may_begin(t->finder, wt_span_make(text.at + i, end - i)))
			items[where.count++] = (struct wt_range){ i, end };
	}
	wt_date_find_in(t->finder, text, &where, context, &t->arena, hits, &count, &error);
	return count;
}

/* The hits of a text; valid until the next call. */
static inline size_t
dates_find(struct date_tables *t, struct wt_span text, struct wt_date_context *context,
    struct wt_date_hit **hits)
{
	struct wt_date_context again = *context;
	struct wt_error error = { 0 };
	struct wt_date_hit *in;
	size_t count;

	wt_arena_reset(&t->arena);
	if (wt_date_find(t->finder, text, context, &t->arena, hits, &count, &error) != WT_OK) {
		printf("Bail out! %s\n", error.text);
		exit(1);
	}
	if (dates_find_in(t, text, &again, &in) != count ||
	    (count > 0 && memcmp(in, *hits, count * sizeof **hits) != 0)) {
		printf("Bail out! by words other dates are found: %.*s\n", (int)text.len, text.at);
		exit(1);
	}
	return count;
}

/* "2022-09-07/2022-09-08|2023|-": the hits in order, "-" for one unresolved. */
static inline const char *
dates_text(const struct wt_date_hit *hits, size_t count, char *out, size_t size)
{
	size_t n = 0;

	out[0] = '\0';
	for (size_t i = 0; i < count && n + 30 < size; i++) {
		if (i > 0)
			out[n++] = '|';
		if (hits[i].from == 0)
			out[n++] = '-';
		n += wt_iso_put(hits[i].from, out + n);
		if (hits[i].to != hits[i].from) {
			out[n++] = '/';
			n += wt_iso_put(hits[i].to, out + n);
		}
		out[n] = '\0';
	}
	return out;
}

#endif
