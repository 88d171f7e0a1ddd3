/* items.c - behind items.h.  A record is its fields, a string each. */
#include "ingest/items.h"
#include "base/err.h"

#include <stdlib.h>

void
wt_items_free(struct wt_items *t)
{
	wt_tally_free(&t->numbers);
	wt_spool_free(&t->records);
	free(t->places);
	wt_buf_free(&t->bytes);
	t->places = NULL;
	t->count = 0;
	t->cap = 0;
}

uint32_t
wt_items_find(const struct wt_items *t, struct wt_span id)
{
	/* Of none, 0 less 1 is WT_NO_ITEM. */
	return wt_tally_find(&t->numbers, id) - 1;
}

uint32_t
wt_items_take(struct wt_items *t, const struct wt_span *fields, size_t count)
{
	uint32_t *number = wt_tally_at(&t->numbers, fields[0]);
	uint64_t *places;

	if (number == NULL || t->records.err != WT_OK)
		return WT_NO_ITEM;
	if (*number > 0)
		return *number - 1;
	if ((places = wt_grow(t->places, &t->cap, (size_t)t->count + 1, sizeof *places)) == NULL)
		return WT_NO_ITEM;
	t->places = places;
	places[t->count] = t->records.size;
	for (size_t i = 0; i < count; i++)
		wt_spool_putstring(&t->records, fields[i]);
	if (t->records.err != WT_OK)
		return WT_NO_ITEM;
	*number = ++t->count;
	return t->count - 1;
}

int
wt_items_get(struct wt_items *t, uint32_t number, struct wt_span *fields, size_t count)
{
	size_t ends[WT_ITEM_FIELDS];
	struct wt_buf one = { 0 };
	uint64_t at = t->places[number];
	int code = WT_OK;

	wt_buf_clear(&t->bytes);
	for (size_t i = 0; i < count && i < WT_ITEM_FIELDS && code == WT_OK; i++) {
		code = wt_spool_getstring(&t->records, &at, &one);
		wt_buf_putspan(&t->bytes, wt_buf_span(&one));
		ends[i] = t->bytes.len;
	}
	wt_buf_free(&one);
	if (code != WT_OK || t->bytes.err != WT_OK)
		return code != WT_OK ? code : t->bytes.err;
	for (size_t i = 0; i < count; i++)
		fields[i] = wt_span_make(t->bytes.at + (i == 0 ? 0 : ends[i - 1]),
		    ends[i] - (i == 0 ? 0 : ends[i - 1]));
	return WT_OK;
}

/* ---- sorting ---- */

struct order {
	struct wt_span id;
	uint32_t number;
};

static int
by_id(const void *a, const void *b)
{
	return wt_span_cmp(((const struct order *)a)->id, ((const struct order *)b)->id);
}

static int
read_ids(struct wt_items *t, struct order *order, struct wt_arena *arena)
{
	int code = WT_OK;

	for (uint32_t i = 0; i < t->count && code == WT_OK; i++) {
		struct wt_span id;

		if ((code = wt_items_get(t, i, &id, 1)) == WT_OK)
			order[i] = (struct order){ wt_arena_copy(arena, id), i };
	}
	return code != WT_OK ? code : arena->err;
}

int
wt_items_sort(struct wt_items *t, uint32_t **numbers)
{
	struct order *order = malloc(((size_t)t->count + 1) * sizeof *order);
	struct wt_arena arena = { 0 };
	int code = order == NULL ? WT_ENOMEM : read_ids(t, order, &arena);

	*numbers = NULL;
	if (code == WT_OK) {
		if (t->count > 0)
			qsort(order, t->count, sizeof *order, by_id);
		if ((*numbers = malloc(((size_t)t->count + 1) * sizeof **numbers)) == NULL)
			code = WT_ENOMEM;
	}
	for (uint32_t i = 0; code == WT_OK && i < t->count; i++)
		(*numbers)[i] = order[i].number;
	wt_arena_free(&arena);
	free(order);
	return code;
}
