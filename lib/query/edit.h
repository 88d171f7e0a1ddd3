/*
 * edit.h - the words one edit away from a word, walked in order of bytes.
 *
 * An edit inserts, removes or replaces one character, or swaps two neighbours; the
 * word itself counts too.  Characters are code points of UTF-8.
 *
 * This is the automaton of such words, without its table: where a string leaves the
 * word, at most four spellings of the rest are left, so the next string that is
 * accepted can be written down.  A walk over an ordered dictionary seeks from one to
 * the next and so touches a few hundred entries, not all.
 */
#ifndef WT_QUERY_EDIT_H
#define WT_QUERY_EDIT_H

#include "base/buf.h"
#include "base/span.h"

/* Whether `word` and `other` are one edit apart or equal. */
bool wt_edit_near(struct wt_span word, struct wt_span other);

/*
 * Put into `next` a string above `at` with nothing accepted between the two; it may be
 * accepted itself or not.  False if nothing above `at` can be accepted.  `next->err`
 * says if memory ran out.
 */
bool wt_edit_next(struct wt_span word, struct wt_span at, struct wt_buf *next);

#endif
