/*
 * fold.h - of near copies that match, one.
 *
 * A group of copies counts once: as the first of its members that matches, in the order
 * of index/copies.h, which is the original if that matches.
 */
#ifndef WT_QUERY_FOLD_H
#define WT_QUERY_FOLD_H

#include "index/copies.h"
#include "query/matches.h"

/*
 * Take all but one of each group out of `found`, and out of `all` (may be NULL) all but
 * the same one; where none is found, all but the original.  `all` holds all of `found`.
 */
void wt_fold_matches(const struct wt_copies *c, struct wt_matches *found, struct wt_matches *all);

/* The member of a group that stands for it among matches; false if none matches. */
bool wt_fold_first(const struct wt_copies *c, uint32_t group, const struct wt_matches *m,
    struct wt_place *first);

#endif
