/* facet.c - count values by number in each segment, then by their bytes over all. */
#include "base/table.h"
#include "query/matches.h"

#include <stdlib.h>

struct tally {
	struct wt_table values;
	uint64_t *counts;
	size_t cap;
};

/* Count the values of the matches of one segment by number. */
static int
count_segment(const struct wt_column *c, const struct wt_matches *m, uint32_t segment,
    uint64_t *counts)
{
	uint32_t *ids = calloc(c->most + (size_t)1, sizeof *ids), doc = 0, in = segment;

	if (ids == NULL)
		return WT_ENOMEM;
	for (; wt_matches_next(m, &in, &doc) && in == segment; doc++) {
		uint32_t n = wt_column_get(c, doc, ids, c->most);

		for (uint32_t i = 0; i < n && i < c->most; i++) {
			if (ids[i] < c->values)
				counts[ids[i]]++;
		}
	}
	free(ids);
	return WT_OK;
}

/* Add the counts of a segment to those of all. */
static int
add_counts(struct tally *t, const struct wt_column *c, const uint64_t *counts)
{
	for (uint32_t id = 0; id < c->values; id++) {
		uint64_t *all;
		uint32_t number;

		if (counts[id] == 0)
			continue;
		if (wt_table_intern(&t->values, wt_column_value(c, id), &number) != WT_OK)
			return WT_ENOMEM;
		if (number >= t->cap) {
			size_t old = t->cap;

			if ((all = wt_grow(t->counts, &t->cap, number + (size_t)1,
			    sizeof *all)) == NULL)
				return WT_ENOMEM;
			t->counts = all;
			memset(all + old, 0, (t->cap - old) * sizeof *all);
		}
		t->counts[number] += counts[id];
	}
	return WT_OK;
}

static int
tally_segment(struct tally *t, const struct wt_index *ix, const struct wt_matches *m,
    uint32_t segment, struct wt_span column)
{
	struct wt_column c;
	uint64_t *counts;
	int err = wt_column_find(wt_index_segment(ix, segment), column, &c);

	if (err != WT_OK)
		return err == WT_ENOENT ? WT_OK : err;
	if ((counts = calloc(c.values + (size_t)1, sizeof *counts)) == NULL)
		return WT_ENOMEM;
	err = count_segment(&c, m, segment, counts);
	if (err == WT_OK)
		err = add_counts(t, &c, counts);
	free(counts);
	return err == WT_OK ? wt_segment_error(wt_index_segment(ix, segment)) : err;
}

static int
by_count(const void *left, const void *right)
{
	const struct wt_facet *a = left, *b = right;

	if (a->count != b->count)
		return a->count > b->count ? -1 : 1;
	return wt_span_cmp(a->value, b->value);
}

int
wt_facets_count(const struct wt_index *ix, const struct wt_matches *m, struct wt_span column,
    struct wt_arena *arena, struct wt_facet **facets, size_t *count)
{
	struct tally t = { 0 };
	int err = WT_OK;

	*count = 0;
	for (uint32_t s = 0; s < m->segments && err == WT_OK; s++)
		err = tally_segment(&t, ix, m, s, column);
	if (err == WT_OK &&
	    (*facets = wt_arena_array(arena, t.values.count, sizeof **facets)) == NULL)
		err = WT_ENOMEM;
	for (uint32_t i = 0; err == WT_OK && i < t.values.count; i++) {
		(*facets)[i].value = wt_arena_copy(arena, t.values.keys[i]);
		(*facets)[i].count = t.counts[i];
		++*count;
	}
	if (err == WT_OK && (err = arena->err) == WT_OK && *count > 1)
		qsort(*facets, *count, sizeof **facets, by_count);
	wt_table_free(&t.values);
	free(t.counts);
	return err;
}
