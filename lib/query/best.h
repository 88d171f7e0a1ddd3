/*
 * best.h - the best matches of one segment, offered to a heap.
 *
 * What comes out is what scoring every match would give; blocks of postings whose
 * bounds show that nothing of them can get in are passed over.
 */
#ifndef WT_QUERY_BEST_H
#define WT_QUERY_BEST_H

#include "query/iter.h"
#include "query/top.h"

/* Offer the matches of a plan in a ranked scan: WT_OK or the first error. */
int wt_best_offer(struct wt_scan *scan, const struct wt_plan *plan, struct wt_top *top);

#endif
