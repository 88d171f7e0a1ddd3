/*
 * tally.h - a number for each of very many strings, which are known by their hashes only.
 *
 * 12 bytes a string, twice that on average.  Two strings with one hash of 64 bits share
 * a number; among a million that happens once in thirty million times.
 */
#ifndef WT_BASE_TALLY_H
#define WT_BASE_TALLY_H

#include "base/span.h"

#include <stdint.h>

struct wt_tally {
	uint64_t *hashes;       /* private: 0 where a place is free */
	uint32_t *numbers;
	uint32_t used, mask;    /* places less one, or 0 */
};

/*
 * The number of a string, to be read and changed until the next call; 0 when it is new.
 * NULL if memory ran out.
 */
uint32_t *wt_tally_at(struct wt_tally *t, struct wt_span s);

/* The number of a string, 0 if it was never asked for. */
uint32_t wt_tally_find(const struct wt_tally *t, struct wt_span s);

void wt_tally_free(struct wt_tally *t);

#endif
