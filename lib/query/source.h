/*
 * source.h - the postings of one place in a query: one list, or the union of many.
 *
 * A prefix, a fuzzy word, a province or a range of days stands for many entries of
 * the dictionary.  Their lists are joined once into arrays of documents and summed
 * frequencies; from then on both kinds are walked alike.
 */
#ifndef WT_QUERY_SOURCE_H
#define WT_QUERY_SOURCE_H

#include "query/expand.h"

/* Lists that can be open at once to join positions; more is WT_ELIMIT. */
#define WT_SOURCE_LISTS 4096

struct wt_source {
	uint32_t doc;                   /* WT_NO_DOC at the end */
	uint32_t docs;                  /* documents in all; of a union that is joined, exact */
	int err;
	const uint32_t *list;           /* private from here: the postings at hand */
	const uint32_t *freqs;          /* of a cursor NULL until they are asked for */
	uint32_t at, len;               /* the current one of them; how many they are, ... */
	uint32_t taken;                 /* ... and how many of them the cursor has passed */
	const struct wt_segment *segment;
	const struct wt_entries *entries;
	struct wt_cursor *cursor;       /* owned: of a single list; stands in the run at hand */
	uint32_t *joined;               /* owned: documents of a union, frequencies behind */
	struct wt_cursor *lists;        /* owned: for the positions of a union */
	uint32_t *places;               /* owned */
	size_t places_cap;
	uint8_t impact;                 /* highest of a single list */
};

/*
 * Stand on the first posting of the union of the entries, which stay borrowed.
 * WT_OK, WT_ENOMEM, WT_ECORRUPT; close it in any case.
 */
int wt_source_open(struct wt_source *s, const struct wt_segment *segment,
    const struct wt_entries *entries);
void wt_source_close(struct wt_source *s);

/* Behind wt_source_seek: the way that is not short. */
void wt_source_seek_far(struct wt_source *s, uint32_t target);

/* Move forward, if need be, to the first posting with doc >= target. */
static inline void
wt_source_seek(struct wt_source *s, uint32_t target)
{
	if (s->doc >= target)
		return;
	if (s->len - s->at > 1 && s->list[s->at + 1] >= target)
		s->doc = s->list[++s->at];
	else
		wt_source_seek_far(s, target);
}

/* Have s->freqs; false: they are damaged, and the source is at its end. */
bool wt_source_need_freqs(struct wt_source *s);

/* Of the current posting. */
static inline uint32_t
wt_source_freq(struct wt_source *s)
{
	return s->freqs != NULL || wt_source_need_freqs(s) ? s->freqs[s->at] : 0;
}

/*
 * The documents at hand, from the current one on: how many, 0 at the end.  They are
 * valid until the next move; wt_source_skip steps over them.
 */
uint32_t wt_source_run(struct wt_source *s, const uint32_t **docs);

/* The frequencies of a run that is not empty; NULL: they are damaged. */
const uint32_t *wt_source_freqs(struct wt_source *s);

/* The postings at hand as bits, as wt_cursor_bits. */
const uint8_t *wt_source_bits(const struct wt_source *s, uint32_t *first, uint32_t *count);

void wt_source_skip(struct wt_source *s);

/*
 * The impacts of documents from target to *last; false if nothing is known, which
 * then holds to the end.  Past the last posting: 0.
 */
bool wt_source_bound(struct wt_source *s, uint32_t target, uint32_t *last, uint8_t *impact);

/*
 * The documents that two sources have in common, found a run at a time: so the searches for
 * them need not wait for each other.  Others may ask the sources, but not move them.
 */
struct wt_pair {
	struct wt_source *few, *many;   /* borrowed, and not the same */
	uint32_t doc;                   /* where both stand, if `met`; WT_NO_DOC at the end */
	bool met;
	uint32_t count, next;           /* private from here: those found; the next of them */
	uint32_t done;                  /* documents below this were looked at */
	uint32_t at_few[WT_BLOCK], at_many[WT_BLOCK];
};

void wt_pair_open(struct wt_pair *p, struct wt_source *few, struct wt_source *many);

/* Stand both on the first document from target on that both have; it, or WT_NO_DOC. */
uint32_t wt_pair_seek(struct wt_pair *p, uint32_t target);

/* Positions of the current posting, increasing, each once; valid until the next call. */
int wt_source_positions(struct wt_source *s, const uint32_t **positions, uint32_t *count);

#endif
