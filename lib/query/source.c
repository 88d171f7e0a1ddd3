/*
 * source.c - behind source.h.
 *
 * A union is joined by counting in an array over all documents if it is dense, else
 * by sorting its postings as numbers of 64 bits, the document above the frequency.
 */
#include "query/source.h"

#include <stdlib.h>

#define DENSE 16        /* a posting for so many documents is worth an array */

/* Call for each posting of the entry: counts[doc] += freq, or pairs[n++]. */
static int
each_posting(const struct wt_segment *segment, const struct wt_entry *entry, uint32_t *counts,
    uint64_t *pairs, size_t *n)
{
	struct wt_cursor c;
	const uint32_t *docs, *freqs;
	uint32_t run;
	int err;

	wt_cursor_open(&c, segment, entry);
	while ((run = wt_cursor_run(&c, &docs, &freqs)) > 0) {
		for (uint32_t i = 0; i < run; i++) {
			if (counts != NULL)
				counts[docs[i]] += freqs[i];
			else
				pairs[(*n)++] = (uint64_t)docs[i] << 32 | freqs[i];
		}
		wt_cursor_skip(&c);
	}
	err = c.err;
	wt_cursor_close(&c);
	return err;
}

static int
join_dense(struct wt_source *s)
{
	uint32_t docs = wt_segment_docs(s->segment);
	uint32_t *counts = calloc(docs + (size_t)1, sizeof *counts);
	size_t n = 0;
	int err = counts == NULL ? WT_ENOMEM : WT_OK;

	for (size_t i = 0; i < s->entries->count && err == WT_OK; i++)
		err = each_posting(s->segment, &s->entries->at[i], counts, NULL, &n);
	for (uint32_t doc = 0; doc < docs && err == WT_OK; doc++)
		s->docs += counts[doc] > 0;
	s->list = malloc((s->docs + (size_t)1) * sizeof *s->list);
	s->freqs = malloc((s->docs + (size_t)1) * sizeof *s->freqs);
	if (s->list == NULL || s->freqs == NULL)
		err = WT_ENOMEM;
	for (uint32_t doc = 0; doc < docs && err == WT_OK; doc++) {
		if (counts[doc] > 0) {
			s->list[n] = doc;
			s->freqs[n++] = counts[doc];
		}
	}
	free(counts);
	return err;
}

static int
by_value(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return (x > y) - (x < y);
}

static int
join_sparse(struct wt_source *s, size_t postings)
{
	uint64_t *pairs = malloc((postings + 1) * sizeof *pairs);
	size_t n = 0;
	int err = WT_OK;

	s->list = malloc((postings + 1) * sizeof *s->list);
	s->freqs = malloc((postings + 1) * sizeof *s->freqs);
	if (pairs == NULL || s->list == NULL || s->freqs == NULL)
		err = WT_ENOMEM;
	for (size_t i = 0; i < s->entries->count && err == WT_OK; i++)
		err = each_posting(s->segment, &s->entries->at[i], NULL, pairs, &n);
	if (err == WT_OK && n > 0)
		qsort(pairs, n, sizeof *pairs, by_value);
	for (size_t i = 0; i < n && err == WT_OK; i++) {
		uint32_t doc = (uint32_t)(pairs[i] >> 32);

		if (s->docs > 0 && s->list[s->docs - 1] == doc) {
			s->freqs[s->docs - 1] += (uint32_t)pairs[i];
		} else {
			s->list[s->docs] = doc;
			s->freqs[s->docs++] = (uint32_t)pairs[i];
		}
	}
	free(pairs);
	return err;
}

/* Stand on posting `at` of a union. */
static void
stand(struct wt_source *s, uint32_t at)
{
	s->at = at;
	s->doc = at < s->docs ? s->list[at] : WT_NO_DOC;
	s->freq = at < s->docs ? s->freqs[at] : 0;
}

/* Take over where the cursor stands. */
static void
follow(struct wt_source *s)
{
	s->doc = s->cursor->doc;
	s->err = s->cursor->err;
}

int
wt_source_open(struct wt_source *s, const struct wt_segment *segment,
    const struct wt_entries *entries)
{
	uint64_t postings = wt_entries_docs(entries);

	*s = (struct wt_source){ .doc = WT_NO_DOC, .segment = segment, .entries = entries };
	if (entries->count == 1) {
		if ((s->cursor = malloc(sizeof *s->cursor)) == NULL)
			return s->err = WT_ENOMEM;
		wt_cursor_open(s->cursor, segment, &entries->at[0]);
		s->docs = entries->at[0].docs;
		s->impact = entries->at[0].impact;
		follow(s);
		return s->err;
	}
	if (postings > wt_segment_docs(segment) / DENSE)
		s->err = join_dense(s);
	else if (postings > 0)
		s->err = join_sparse(s, (size_t)postings);
	if (s->err == WT_OK)
		stand(s, 0);
	return s->err;
}

void
wt_source_close(struct wt_source *s)
{
	if (s->cursor != NULL)
		wt_cursor_close(s->cursor);
	for (size_t i = 0; s->lists != NULL && i < s->entries->count; i++)
		wt_cursor_close(&s->lists[i]);
	free(s->cursor);
	free(s->lists);
	free(s->list);
	free(s->freqs);
	free(s->joined);
	*s = (struct wt_source){ .doc = WT_NO_DOC };
}

/* The first posting of the union at or behind `at` whose document is at least target. */
static uint32_t
gallop(const struct wt_source *s, uint32_t target)
{
	uint32_t low = s->at, step = 1, high;

	while (low + step < s->docs && s->list[low + step] < target) {
		low += step;
		step *= 2;
	}
	high = step < s->docs - low ? low + step : s->docs;
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;

		if (s->list[middle] < target)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

void
wt_source_seek(struct wt_source *s, uint32_t target)
{
	if (s->doc >= target)
		return;
	if (s->cursor != NULL) {
		wt_cursor_seek(s->cursor, target);
		follow(s);
	} else {
		stand(s, gallop(s, target));
	}
}

bool
wt_source_bound(struct wt_source *s, uint32_t target, uint32_t *last, uint8_t *impact)
{
	*last = WT_NO_DOC;
	*impact = 0;
	if (s->doc == WT_NO_DOC)
		return true;
	if (s->cursor == NULL)
		return false;
	wt_cursor_block(s->cursor, target > s->doc ? target : s->doc);
	*last = s->cursor->block_last;
	*impact = s->cursor->block_impact;
	return true;
}

uint32_t
wt_source_run(struct wt_source *s, const uint32_t **docs, const uint32_t **freqs)
{
	if (s->cursor != NULL)
		return wt_cursor_run(s->cursor, docs, freqs);
	if (s->at >= s->docs)
		return 0;
	*docs = s->list + s->at;
	*freqs = s->freqs + s->at;
	return s->docs - s->at;
}

void
wt_source_skip(struct wt_source *s)
{
	if (s->cursor != NULL) {
		wt_cursor_skip(s->cursor);
		follow(s);
	} else {
		stand(s, s->docs);
	}
}

static int
open_lists(struct wt_source *s)
{
	if (s->entries->count > WT_SOURCE_LISTS)
		return WT_ELIMIT;
	if ((s->lists = calloc(s->entries->count, sizeof *s->lists)) == NULL)
		return WT_ENOMEM;
	for (size_t i = 0; i < s->entries->count; i++)
		wt_cursor_open(&s->lists[i], s->segment, &s->entries->at[i]);
	return WT_OK;
}

static int
by_number(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return (x > y) - (x < y);
}

/* Add the positions of one list at the current document. */
static int
join_positions(struct wt_source *s, struct wt_cursor *c, size_t *n)
{
	const uint32_t *positions;
	uint32_t count, *joined;
	int err;

	wt_cursor_seek(c, s->doc);
	if (c->doc != s->doc)
		return c->err;
	if ((err = wt_cursor_positions(c, &positions, &count)) != WT_OK || count == 0)
		return err;
	joined = wt_grow(s->joined, &s->joined_cap, *n + count, sizeof *joined);
	if (joined == NULL)
		return WT_ENOMEM;
	s->joined = joined;
	memcpy(joined + *n, positions, count * sizeof *joined);
	*n += count;
	return WT_OK;
}

int
wt_source_positions(struct wt_source *s, const uint32_t **positions, uint32_t *count)
{
	size_t n = 0, kept = 0;

	*count = 0;
	if (s->cursor != NULL) {
		int err = wt_cursor_positions(s->cursor, positions, count);

		if (err != WT_OK)
			s->err = err;
		return err;
	}
	if (s->lists == NULL && s->err == WT_OK)
		s->err = open_lists(s);
	for (size_t i = 0; s->err == WT_OK && i < s->entries->count; i++)
		s->err = join_positions(s, &s->lists[i], &n);
	if (s->err != WT_OK || n == 0)
		return s->err;
	qsort(s->joined, n, sizeof *s->joined, by_number);
	for (size_t i = 0; i < n; i++) {
		if (kept == 0 || s->joined[i] != s->joined[kept - 1])
			s->joined[kept++] = s->joined[i];
	}
	*positions = s->joined;
	*count = (uint32_t)kept;
	return WT_OK;
}
