/*
 * guess.h - words that no root on the lists explains.
 *
 * In order: the informal forms of Jakarta (ngambil for mengambil, mainin for
 * mainkan), which must lead to a known root; -wan and -wati after a root; and
 * affixes so plain that the rest is a root no list has, such as -nya, di-kan
 * and me-kan in new words (merumorkan, rumor).
 */
#ifndef WT_STEM_GUESS_H
#define WT_STEM_GUESS_H

#include "stem/readings.h"

/* The stem, in best->at; false if nothing can be said. */
bool wt_stem_guess(const struct wt_roots *roots, const struct wt_stem_trace *trace,
    struct wt_span word, struct wt_reading *best);

#endif
