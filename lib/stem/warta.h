/*
 * warta.h - the project's own stemmer: lists, readings, reduplication and guesses.
 */
#ifndef WT_STEM_WARTA_H
#define WT_STEM_WARTA_H

#include "stem/readings.h"

struct wt_warta {
	const struct wt_roots *roots;           /* borrowed */
	const struct wt_stem_trace *trace;      /* borrowed; NULL if nobody listens */
	struct wt_reading best;                 /* private: holds the stem */
	char joined[WT_READING_LONGEST];        /* private: a reduplication made one word */
};

/* The stem; it borrows the word, the roots or this struct, so it is valid until the next call. */
void wt_warta_stem(struct wt_warta *w, struct wt_span word, struct wt_span *stem);

#endif
