/*
 * iter.h - walk the documents of one segment that match a plan.
 *
 * An iterator stands on a match and moves forward only.  For ranking it is told the
 * least score that is still of interest and may then pass over documents that cannot
 * reach it; with `least` 0 it stops at every match.  Deleted documents are not left
 * out here.  Scores are in the units of query/weigh.h.
 */
#ifndef WT_QUERY_ITER_H
#define WT_QUERY_ITER_H

#include "base/arena.h"
#include "query/plan.h"
#include "query/source.h"

struct wt_iter;

/* What the iterators of one segment share. */
struct wt_scan {
	const struct wt_segment *segment;
	uint32_t number;                /* of the segment */
	uint32_t docs;
	bool ranked;                    /* scores will be asked for */
	const uint8_t *norms;           /* NULL unless ranked */
	const struct wt_weights *weights;
	struct wt_arena arena;          /* owned */
	struct wt_iter *all;            /* private: to be closed */
	int err;                        /* the first of any iterator */
};

struct wt_iter_ops {
	/* Move to the first match >= target (above doc) that may be of interest. */
	void (*seek)(struct wt_iter *it, uint32_t target);
	/* Of the current match. */
	uint32_t (*score)(struct wt_iter *it);
	/* The highest score from target to *last, which is at least target. */
	uint32_t (*bound)(struct wt_iter *it, uint32_t target, uint32_t *last);
	/* See wt_iter_collect. */
	void (*collect)(struct wt_iter *it, uint32_t base, uint32_t end, uint64_t *bits,
	    uint32_t *scores);
	/* See wt_iter_above. */
	uint32_t (*above)(struct wt_iter *it, uint32_t end, uint32_t least, uint32_t *docs,
	    uint32_t *scores);
	void (*close)(struct wt_iter *it);
};

struct wt_iter {
	uint32_t doc;                   /* WT_NO_DOC at the end */
	uint32_t least;                 /* set by the owner, never lowered */
	uint32_t most;                  /* no score is higher */
	uint64_t cost;                  /* documents to walk, about */
	const struct wt_iter_ops *ops;  /* private from here */
	struct wt_scan *scan;
	struct wt_iter *next_open;
};

/* Prepare a segment: WT_OK or an error.  Close it in any case; it closes its iterators. */
int wt_scan_open(struct wt_scan *scan, const struct wt_planner *p, uint32_t number, bool ranked);
void wt_scan_close(struct wt_scan *scan);

/* Keep the first error. */
void wt_scan_fail(struct wt_scan *scan, int err);

/*
 * An iterator over the matches of a plan, standing on the first; owned by the scan.
 * NULL if memory ran out, which scan->err says too.
 */
struct wt_iter *wt_iter_open(struct wt_scan *scan, const struct wt_plan *plan);

static inline void
wt_iter_seek(struct wt_iter *it, uint32_t target)
{
	if (it->doc < target)
		it->ops->seek(it, target);
}

static inline uint32_t
wt_iter_score(struct wt_iter *it)
{
	return it->ops->score(it);
}

static inline uint32_t
wt_iter_bound(struct wt_iter *it, uint32_t target, uint32_t *last)
{
	return it->ops->bound(it, target, last);
}

/*
 * Set bit doc - base of `bits` for each match below `end`, from the current one (not
 * below base) on, and move to the first match behind.  If `scores` is not NULL, add the
 * score to scores[doc - base].  Only with `least` 0.
 */
static inline void
wt_iter_collect(struct wt_iter *it, uint32_t base, uint32_t end, uint64_t *bits,
    uint32_t *scores)
{
	if (it->doc < end)
		it->ops->collect(it, base, end, bits, scores);
}

#define WT_ITER_ROOM 4096       /* matches that wt_iter_above can give at once, at most */

/*
 * Put some of the matches below `end` that score at least `least` into docs and scores,
 * which have room for WT_ITER_ROOM, and move behind them; how many.  It may be none although
 * more follow: all are through when doc >= end.  Only with `it->least` 0.
 */
static inline uint32_t
wt_iter_above(struct wt_iter *it, uint32_t end, uint32_t least, uint32_t *docs, uint32_t *scores)
{
	return it->doc < end ? it->ops->above(it, end, least, docs, scores) : 0;
}

static inline void
wt_bit_set(uint64_t *bits, uint32_t number)
{
	bits[number / 64] |= (uint64_t)1 << number % 64;
}

/* Where there is no better way: one by one. */
void wt_iter_collect_each(struct wt_iter *it, uint32_t base, uint32_t end, uint64_t *bits,
    uint32_t *scores);

uint32_t wt_iter_above_each(struct wt_iter *it, uint32_t end, uint32_t least, uint32_t *docs,
    uint32_t *scores);

/* For the modules that make iterators: room for one, registered with the scan. */
void *wt_iter_new(struct wt_scan *scan, size_t size, const struct wt_iter_ops *ops);

/* An iterator for each kind of plan; each stands on its first match. */
struct wt_iter *wt_iter_word(struct wt_scan *scan, const struct wt_plan *plan);
struct wt_iter *wt_iter_phrase(struct wt_scan *scan, const struct wt_plan *plan);
struct wt_iter *wt_iter_text(struct wt_scan *scan, const struct wt_plan *plan);  /* no bonus */
struct wt_iter *wt_iter_range(struct wt_scan *scan, uint32_t first, uint32_t end);
struct wt_iter *wt_iter_all_of(struct wt_scan *scan, const struct wt_plan *plan);
bool wt_iter_is_dense(const struct wt_iter *it);        /* better with wt_iter_above */
struct wt_iter *wt_iter_any_of(struct wt_scan *scan, const struct wt_plan *plan);

/* The matches of `main`, whose scores `bonus` raises where it matches too. */
struct wt_iter *wt_iter_bonus(struct wt_scan *scan, struct wt_iter *main, struct wt_iter *bonus);

#endif
