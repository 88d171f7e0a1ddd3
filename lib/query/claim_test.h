/*
 * claim_test.h - does a claim match a query?
 *
 * See pursuit.h for what matching means.  A test is made once for a query and
 * asked for every claim of the articles in its `candidates`.
 */
#ifndef WT_QUERY_CLAIM_TEST_H
#define WT_QUERY_CLAIM_TEST_H

#include "query/pursuit.h"

struct wt_claim_test;

/*
 * Make the test of a query, which lives in the arena but for what
 * wt_claim_test_close releases.  Errors as of wt_query_open.
 */
int wt_claim_test_open(const struct wt_index *ix, const struct wt_pursuit_options *options,
    struct wt_span query, struct wt_arena *arena, struct wt_claim_test **out,
    struct wt_error *error);
void wt_claim_test_close(struct wt_claim_test *t);

/* Articles that may have a claim that matches. */
const struct wt_matches *wt_claim_test_candidates(const struct wt_claim_test *t);

/* Does the claim of a document match?  `scratch` is used for the answer.  Or an error below 0. */
int wt_claim_test_ask(const struct wt_claim_test *t, uint32_t segment, uint32_t doc,
    const struct wt_claim *claim, const struct wt_programme *programme, struct wt_arena *scratch);

#endif
