/*
 * person_signs.h - how sure it is that a run of capitalised words is a person.
 */
#ifndef WT_EXTRACT_PERSON_SIGNS_H
#define WT_EXTRACT_PERSON_SIGNS_H

#include "extract/name.h"

/* Percent, from the words themselves and what stands around them. */
unsigned wt_person_signs(const struct wt_work *w, const struct wt_name *n);

/* Does a comma or "dan" join the run to somebody who is known already? */
bool wt_beside_person(const struct wt_work *w, const struct wt_name *n);

/*
 * Does a verb of speech begin with token i?  `after`: one whose speaker stands
 * behind it ("kata Arief"); else one whose speaker stands before ("Arief mengatakan").
 */
bool wt_speaks(const struct wt_work *w, uint32_t i, bool after);

#endif
