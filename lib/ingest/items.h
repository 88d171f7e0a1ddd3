/*
 * items.h - things with ids and a few words each, kept on disk until they are written.
 *
 * In memory an item takes about 40 bytes, and its id for the time of sorting.
 */
#ifndef WT_INGEST_ITEMS_H
#define WT_INGEST_ITEMS_H

#include "base/arena.h"
#include "base/spool.h"
#include "base/tally.h"

#define WT_ITEM_FIELDS 8

struct wt_items {
	uint32_t count;                 /* items are numbered from 0 */
	struct wt_tally numbers;        /* private: number + 1 by id */
	struct wt_spool records;
	uint64_t *places;               /* owned */
	size_t cap;
	struct wt_buf bytes;            /* of the item read last */
};

/* Zeroed, with records.folder set if there is one, it has none. */
void wt_items_free(struct wt_items *t);

#define WT_NO_ITEM UINT32_MAX

/* The number of an id, or WT_NO_ITEM. */
uint32_t wt_items_find(const struct wt_items *t, struct wt_span id);

/*
 * The number of the item whose id is the first field; a new one is kept with all its
 * fields.  WT_NO_ITEM: memory or the disk failed.
 */
uint32_t wt_items_take(struct wt_items *t, const struct wt_span *fields, size_t count);

/* The fields of an item, valid until the next call: WT_OK, WT_EIO, WT_ENOMEM. */
int wt_items_get(struct wt_items *t, uint32_t number, struct wt_span *fields, size_t count);

/* The numbers of all items in order of their ids, released by free: WT_OK, WT_EIO, WT_ENOMEM. */
int wt_items_sort(struct wt_items *t, uint32_t **numbers);

#endif
