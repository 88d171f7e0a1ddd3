/*
 * likeness.h - when two names are taken for the same in an evaluation.
 *
 * Names are compared without case, punctuation, titles and degrees, and with
 * abbreviations of government written out.  Two names of persons are alike when
 * they are equal or when the shorter, of two words or more, is a part of the longer.
 */
#ifndef WT_INGEST_LIKENESS_H
#define WT_INGEST_LIKENESS_H

#include "base/arena.h"

/* In the arena: lower case, signs as spaces, single spaces. */
struct wt_span wt_like_plain(struct wt_arena *a, struct wt_span s);

/* The same without titles and degrees. */
struct wt_span wt_like_person(struct wt_arena *a, struct wt_span s);

/* The same as plain with abbreviations of agencies and offices in full. */
struct wt_span wt_like_agency(struct wt_arena *a, struct wt_span s);

/* Of two persons' names, as wt_like_person gives them. */
bool wt_like_same(struct wt_span a, struct wt_span b);

/* Do two lists of words share half of the shorter one's? */
bool wt_like_half(struct wt_span a, struct wt_span b);

/* Is `part` somewhere in `whole`? */
bool wt_like_within(struct wt_span whole, struct wt_span part);

#endif
