/*
 * abbreviation.h - words that Indonesian writes with a full stop.
 *
 * From the abbreviations of *Ejaan Bahasa Indonesia yang Disempurnakan* and the
 * habits of newspapers.  Academic degrees ("S.Sos.") need no list: they have a
 * full stop inside.
 */
#ifndef WT_TEXT_ABBREVIATION_H
#define WT_TEXT_ABBREVIATION_H

#include "base/span.h"

/* Does a full stop behind this word (as written) belong to it? */
bool wt_abbreviation_known(struct wt_span word);

/* Is it one before a number only, "hal. 5", and a plain word elsewhere: "banyak hal."? */
bool wt_abbreviation_numbers(struct wt_span word);

/* May a sentence end with this abbreviation (with its full stop): "dll.", "Tbk." */
bool wt_abbreviation_closes(struct wt_span token);

/* Is this capitalised word (as written) one that opens sentences: "Ia", "Menurut"? */
bool wt_opens_sentence(struct wt_span word);

#endif
