/*
 * readings.h - all ways to read a word as a root with affixes, and the best one.
 *
 * A reading takes up to three prefixes off the front, and off the end a
 * particle, a possessive and a derivational suffix, in that order, such that a
 * root is left.  The roots know which affixes they take (roots.h); a reading
 * of known affixes goes before one that is only possible, then the root used
 * in more ways goes first, then the longer one.
 */
#ifndef WT_STEM_READINGS_H
#define WT_STEM_READINGS_H

#include "stem/roots.h"
#include "stem/trace.h"

#define WT_READING_LONGEST 64   /* bytes of a word that is read */

struct wt_reading {
	char at[WT_READING_LONGEST];    /* the root's letters; rewritten ones in place */
	size_t len;                     /* 0: there is no reading */
	struct wt_root root;
	bool known;                     /* the root is known to take these affixes */
	int score;
};

/* Find the best reading of a word of at most WT_READING_LONGEST bytes. */
void wt_readings_best(const struct wt_roots *roots, const struct wt_stem_trace *trace,
    struct wt_span word, struct wt_reading *best);

#endif
