/*
 * matches.h - a set of documents of an index: a bit for each.
 *
 *      uint32_t segment = 0, doc = 0;
 *
 *      for (; wt_matches_next(m, &segment, &doc); doc++)
 *              use(segment, doc);
 */
#ifndef WT_QUERY_MATCHES_H
#define WT_QUERY_MATCHES_H

#include "base/arena.h"
#include "index/read.h"

struct wt_matches {
	uint64_t **bits;        /* owned: of each segment, bit doc % 64 of word doc / 64 */
	uint32_t *docs;         /* owned: documents of each segment */
	uint32_t segments;
	uint64_t count;         /* documents in the set */
};

/* An empty set: WT_OK or WT_ENOMEM. */
int wt_matches_open(struct wt_matches *m, const struct wt_index *ix);
void wt_matches_free(struct wt_matches *m);

/* Stand on the first document at or behind *doc of *segment; false at the end. */
bool wt_matches_next(const struct wt_matches *m, uint32_t *segment, uint32_t *doc);

static inline bool
wt_matches_has(const struct wt_matches *m, uint32_t segment, uint32_t doc)
{
	return (m->bits[segment][doc / 64] >> doc % 64 & 1) != 0;
}

/* Take the deleted out of the bits of a segment, and say how many are left. */
uint64_t wt_bits_live(uint64_t *bits, const struct wt_segment *s);

/* ---- facets ---- */

struct wt_facet {
	struct wt_span value;   /* in the arena */
	uint64_t count;         /* matches that have it */
};

/*
 * The values of a column among the matches, those with most matches first, then in
 * order of bytes.  Nothing for a column that is not there.  WT_OK, WT_ENOMEM,
 * WT_ECORRUPT.
 */
int wt_facets_count(const struct wt_index *ix, const struct wt_matches *m, struct wt_span column,
    struct wt_arena *arena, struct wt_facet **facets, size_t *count);

#endif
