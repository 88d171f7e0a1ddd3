/*
 * order.h - matches by date of publication, over all segments, one after another.
 *
 * Articles of one day come in the order of their keys, so that the order does not depend
 * on how the index came to be; those without a date come last.
 *
 *      if ((err = wt_order_open(&o, ix, &matches, WT_SORT_OLDEST)) == WT_OK)
 *              while (wt_order_next(&o, &segment, &doc))
 *                      use(segment, doc);
 *      err = err != WT_OK ? err : o.err;
 *      wt_order_close(&o);
 */
#ifndef WT_QUERY_ORDER_H
#define WT_QUERY_ORDER_H

#include "query/search.h"

struct wt_front;

struct wt_order {
	int err;                        /* WT_OK, or why the walk ended early */
	const struct wt_index *ix;      /* private from here */
	const struct wt_matches *m;
	bool up;                        /* the oldest first */
	struct wt_front *fronts;        /* owned: one for each segment */
	struct wt_buf keys[2];          /* owned: to compare */
};

/*
 * Oldest first for WT_SORT_OLDEST, else newest first.  WT_OK, WT_ENOMEM, WT_ECORRUPT;
 * close it in any case.
 */
int wt_order_open(struct wt_order *o, const struct wt_index *ix, const struct wt_matches *m,
    enum wt_sort sort);
void wt_order_close(struct wt_order *o);

/* The next match; false at the end or after an error. */
bool wt_order_next(struct wt_order *o, uint32_t *segment, uint32_t *doc);

#endif
