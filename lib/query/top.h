/*
 * top.h - the best so many documents of those that are offered.
 *
 * Documents must be offered in order of segment and number.  Of two with the same
 * score the earlier one is better, so a later one has to score higher to get in.
 */
#ifndef WT_QUERY_TOP_H
#define WT_QUERY_TOP_H

#include "base/err.h"

#include <stddef.h>
#include <stdint.h>

struct wt_hit {
	uint32_t segment, doc;
	uint32_t score;         /* in units */
};

struct wt_top {
	struct wt_hit *heap;    /* owned; the worst on top, until wt_top_sort */
	size_t count, room, cap;
};

void wt_top_open(struct wt_top *top, size_t room);
void wt_top_close(struct wt_top *top);

/* The least score that would get in now. */
static inline uint32_t
wt_top_least(const struct wt_top *top)
{
	return top->count == top->room && top->room > 0 ? top->heap[0].score + 1 : 0;
}

/* Offer a document: WT_OK or WT_ENOMEM. */
int wt_top_offer(struct wt_top *top, uint32_t segment, uint32_t doc, uint32_t score);

/* Put the best first; nothing may be offered any more. */
void wt_top_sort(struct wt_top *top);

#endif
