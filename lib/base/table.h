/*
 * table.h - numbers for byte strings, in order of first appearance.
 *
 * Interning gives each different string the next number from 0.  The table
 * keeps copies of the strings, valid until it is cleared or freed.
 */
#ifndef WT_BASE_TABLE_H
#define WT_BASE_TABLE_H

#include "base/arena.h"

#include <stdint.h>

#define WT_NO_ID UINT32_MAX

struct wt_table_slot;

struct wt_table {
	struct wt_table_slot *slots;    /* private */
	struct wt_span *keys;           /* keys[id], id < count */
	uint32_t count;
	uint32_t mask;                  /* private: slots less one, or 0 */
	size_t keys_cap;                /* private */
	struct wt_arena bytes;          /* private */
};

/* The number of a key, made if need be: WT_OK or WT_ENOMEM. */
int wt_table_intern(struct wt_table *t, struct wt_span key, uint32_t *id);

/* The number of a key, or WT_NO_ID. */
uint32_t wt_table_find(const struct wt_table *t, struct wt_span key);

void wt_table_clear(struct wt_table *t);
void wt_table_free(struct wt_table *t);

#endif
