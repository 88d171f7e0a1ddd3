/*
 * sentence.h - where sentences end.
 *
 * A sentence ends at . ! ? with the quotes and brackets that close behind it,
 * if what follows starts like a sentence; at the end of a paragraph; and where
 * the zone changes.  Abbreviations keep their full stop inside their token, so
 * "Dr. H. Asep, S.Sos., M.Si." does not end one.
 */
#ifndef WT_TEXT_SENTENCE_H
#define WT_TEXT_SENTENCE_H

#include "text/document.h"

/* Fill sentences of a document and number its tokens: WT_OK or WT_ENOMEM. */
int wt_sentences_split(struct wt_arena *a, struct wt_document *d);

#endif
