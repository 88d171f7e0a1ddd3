/* alike_private.h - the search for copies from inside: alike.c finds pairs, originals.c chooses. */
#ifndef WT_INDEX_ALIKE_PRIVATE_H
#define WT_INDEX_ALIKE_PRIVATE_H

#include "index/alike.h"

struct wt_search {
	const struct wt_sketches *s;
	uint64_t *keys, *scratch;       /* owned: a key above, a number below */
	uint32_t *heads;                /* owned: the earliest document of each class, by number */
	uint32_t nheads;
	struct wt_copy *members;        /* owned: the others, with the head as "original" */
	size_t nmembers, members_cap;
	uint64_t *edges;                /* owned: classes that are alike, the lower number above */
	size_t nedges, edges_cap;
	uint8_t (*met)[WT_SKETCH];      /* owned: sketches of those that meet */
};

/* For qsort: uint64_t, uint32_t. */
int wt_by_value(const void *a, const void *b);
int wt_by_number(const void *a, const void *b);

/* Choose the originals: see wt_copies_find. */
int wt_originals_choose(const struct wt_search *f, struct wt_copy **copies, size_t *count);

#endif
