/*
 * search.h - ask an index.
 *
 *      if ((err = wt_query_open(ix, &rules, text, &q, &error)) == WT_OK &&
 *          (err = wt_query_top(q, WT_SORT_SCORE, 0, 10, hits, &count, &error)) == WT_OK)
 *              show(hits, count);
 *      wt_query_close(q);
 *
 * Errors of the query point at the character: error->offset is a byte of the text.
 * A query may be asked several times; it belongs to one thread, as its rules do.
 */
#ifndef WT_QUERY_SEARCH_H
#define WT_QUERY_SEARCH_H

#include "index/copies.h"
#include "index/read.h"
#include "query/matches.h"
#include "query/plan.h"
#include "query/rules.h"

struct wt_query;

/*
 * Parse and look up a query.  A span whose `at` is NULL asks for every document.
 * WT_ESYNTAX, WT_ELIMIT, WT_ENOENT (a value that is not known): the query is at fault.
 * WT_ECORRUPT, WT_ENOMEM.  The index and the rules are borrowed.
 */
int wt_query_open(const struct wt_index *ix, const struct wt_rules *rules, struct wt_span text,
    struct wt_query **out, struct wt_error *error);
void wt_query_close(struct wt_query *q);        /* accepts NULL */

/*
 * Let each group of near copies be found and counted once from now on: as the first of
 * its members that matches; by score it has the place of the best.  The copies are
 * borrowed; NULL: every document for itself, as at first.
 */
void wt_query_fold(struct wt_query *q, const struct wt_copies *copies);

enum wt_sort {
	WT_SORT_SCORE,          /* best first; equal ones in the order of the index; if the query
				   has nothing to rank by, as WT_SORT_NEWEST */
	WT_SORT_NEWEST,         /* latest date first, those without one last */
	WT_SORT_OLDEST          /* earliest date first, those without one last */
};

struct wt_found {
	uint32_t segment, doc;
	int32_t date;           /* days since 1970-01-01, or WT_NO_DATE */
	double score;           /* 0 unless sorted by it */
};

/*
 * Put matches offset .. offset + limit - 1 in that order into found[0..limit); *count
 * says how many there were.  WT_OK, WT_ECORRUPT, WT_ENOMEM.
 */
int wt_query_top(struct wt_query *q, enum wt_sort sort, size_t offset, size_t limit,
    struct wt_found *found, size_t *count, struct wt_error *error);

/* Whether the query has words to rank by, not values and dates only. */
bool wt_query_is_ranked(const struct wt_query *q);

/* How many documents match, exactly. */
int wt_query_count(struct wt_query *q, uint64_t *count, struct wt_error *error);

/* All of them; released by wt_matches_free. */
int wt_query_matches(struct wt_query *q, struct wt_matches *matches, struct wt_error *error);

/* The tree and the plan, borrowed; the tree is NULL for every document. */
const struct wt_node *wt_query_tree(const struct wt_query *q);
const struct wt_plan *wt_query_plan(const struct wt_query *q);
const struct wt_rules *wt_query_rules(const struct wt_query *q);

#endif
