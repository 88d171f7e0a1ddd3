/* table.c - open addressing with linear probes, at most half full. */
#include "base/table.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/hash.h"

#include <stdlib.h>

struct wt_table_slot {
	uint32_t check;         /* upper half of the hash */
	uint32_t id;            /* WT_NO_ID where the slot is free */
};

static struct wt_table_slot *
find_slot(const struct wt_table *t, struct wt_span key, uint64_t hash)
{
	uint32_t at = (uint32_t)hash & t->mask;
	uint32_t check = (uint32_t)(hash >> 32);

	while (t->slots[at].id != WT_NO_ID &&
	    (t->slots[at].check != check || !wt_span_eq(t->keys[t->slots[at].id], key)))
		at = (at + 1) & t->mask;
	return &t->slots[at];
}

static int
grow_slots(struct wt_table *t)
{
	size_t count = t->slots == NULL ? 64 : ((size_t)t->mask + 1) * 2;
	struct wt_table_slot *old = t->slots, *slots;

	if (count > (size_t)1 << 31 || (slots = malloc(count * sizeof *slots)) == NULL)
		return WT_ENOMEM;
	memset(slots, 0xff, count * sizeof *slots);
	t->slots = slots;
	t->mask = (uint32_t)count - 1;
	for (uint32_t id = 0; id < t->count; id++) {
		uint64_t hash = wt_hash(t->keys[id]);

		*find_slot(t, t->keys[id], hash) = (struct wt_table_slot){ (uint32_t)(hash >> 32), id };
	}
	free(old);
	return WT_OK;
}

int
wt_table_intern(struct wt_table *t, struct wt_span key, uint32_t *id)
{
	uint64_t hash = wt_hash(key);
	struct wt_table_slot *slot;
	struct wt_span *keys;

	if ((t->slots == NULL || t->count >= t->mask / 2) && grow_slots(t) != WT_OK)
		return WT_ENOMEM;
	slot = find_slot(t, key, hash);
	if (slot->id == WT_NO_ID) {
		keys = wt_grow(t->keys, &t->keys_cap, (size_t)t->count + 1, sizeof *keys);
		if (keys == NULL)
			return WT_ENOMEM;
		t->keys = keys;
		t->keys[t->count] = wt_arena_copy(&t->bytes, key);
		if (t->bytes.err != WT_OK)
			return WT_ENOMEM;
		*slot = (struct wt_table_slot){ (uint32_t)(hash >> 32), t->count++ };
	}
	*id = slot->id;
	return WT_OK;
}

uint32_t
wt_table_find(const struct wt_table *t, struct wt_span key)
{
	return t->slots == NULL ? WT_NO_ID : find_slot(t, key, wt_hash(key))->id;
}

void
wt_table_clear(struct wt_table *t)
{
	if (t->slots != NULL)
		memset(t->slots, 0xff, ((size_t)t->mask + 1) * sizeof *t->slots);
	t->count = 0;
	wt_arena_reset(&t->bytes);
}

void
wt_table_free(struct wt_table *t)
{
	free(t->slots);
	free(t->keys);
	wt_arena_free(&t->bytes);
	*t = (struct wt_table){ 0 };
}
