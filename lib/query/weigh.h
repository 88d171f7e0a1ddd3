/*
 * weigh.h - BM25 in whole numbers.
 *
 * The score of a document is the sum, over the words of the query, of
 *
 *      idf * tf * (k1 + 1) / (tf + k1 * (1 - b + b * length / average))
 *      idf = ln(1 + (documents - n + 0.5) / (n + 0.5))
 *
 * with n, documents and average of the whole index.  Each part is cut to a whole
 * number of units before it is added: so the sum does not depend on the order of
 * adding, and every way to find the best documents gives the same ones.
 */
#ifndef WT_QUERY_WEIGH_H
#define WT_QUERY_WEIGH_H

#include "index/read.h"

#define WT_SCORE_UNIT 65536.0f          /* units of a score of 1 */
#define WT_SCORE_MOST ((uint64_t)1 << 30)       /* no sum is higher */

/* What weights share, of an index. */
struct wt_weights {
	double documents;
	float average;          /* length of a document, at least 1 */
	float lengths[256];     /* k1 * (1 - b + b * length / average), by norm */
};

void wt_weights_open(struct wt_weights *w, const struct wt_index *ix);

double wt_idf(const struct wt_weights *w, double docs);

/* The part of one word, where weight is idf * (k1 + 1) in units. */
static inline uint32_t
wt_weigh(const struct wt_weights *w, float weight, uint32_t freq, uint8_t norm)
{
	float tf = (float)freq;

	return (uint32_t)(int32_t)(weight * tf / (tf + w->lengths[norm]));
}

/* The parts of a whole block of postings, the same numbers. */
void wt_weigh_block(const struct wt_weights *w, float weight, const uint32_t *docs,
    const uint32_t *freqs, const uint8_t *norms, uint32_t *parts);

/* No part is higher where no impact is. */
uint32_t wt_weigh_bound(const struct wt_weights *w, const struct wt_segment *s, float weight,
    uint8_t impact);

/* No part is higher at all. */
uint32_t wt_weigh_most(float weight);

#endif
