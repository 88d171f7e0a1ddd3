/*
 * verb_form.h - which action of the table programme_verbs a word is, and how it is written.
 *
 * A word is an action by its root ("membangun"), by its noun ("pembangunan") or by
 * either with -nya ("pembangunannya").  The answer depends on the word alone.
 */
#ifndef WT_EXTRACT_VERB_FORM_H
#define WT_EXTRACT_VERB_FORM_H

#include "dict/phrase.h"
#include "extract/lexicon.h"

struct wt_verb_form {
	uint32_t row;                   /* of programme_verbs, the first that fits, or WT_NO_ROW */
	enum {
		WT_FORM_NOUN,           /* "pembangunan", "Raperda" */
		WT_FORM_ACTIVE,         /* "membangun" */
		WT_FORM_PASSIVE,        /* "dibangun" */
		WT_FORM_BACK            /* "pembangunannya" */
	} form;
};

/* A word as it has to be known before: lower case, its stem, and if it has the form of a verb. */
struct wt_verb_word {
	struct wt_span norm, stem;
	const struct wt_phrase_start *pattern;  /* what begins with the stem */
	bool verb;                              /* me- or di- */
};

struct wt_verb_form wt_verb_form_of(const struct wt_lexicon *l, const struct wt_verb_word *word);

#endif
