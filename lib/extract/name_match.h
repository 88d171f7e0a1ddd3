/*
 * name_match.h - are two names, in lower case, one person's?
 */
#ifndef WT_EXTRACT_NAME_MATCH_H
#define WT_EXTRACT_NAME_MATCH_H

#include "base/span.h"

#include <stdint.h>

/* Are the words of `part` in `whole`, in order?  Both in lower case. */
bool wt_name_is_part(struct wt_span part, struct wt_span whole);

/*
 * "Siti Mashita Soeparno" and "Siti Masitha Soeparno": the same words but for a letter or
 * two inside one of them.  Brothers and sisters differ at the end: "Saputra", "Saputri".
 */
bool wt_name_is_misspelt(struct wt_span a, struct wt_span b);

/*
 * The first bytes of a name's words, as a set of bits.  A name is part of another
 * only if its set is, since no word stands for one that begins otherwise: most
 * pairs of names are told apart without a look at their words.
 */
uint64_t wt_name_initials(struct wt_span lower);

#endif
