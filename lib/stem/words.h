/*
 * words.h - a line of text as the words a stemmer takes.
 *
 * For sastrawi the words are what its text rules say: runs of [a-z0-9-] after
 * lower-casing ASCII; every other byte separates, a letter beyond ASCII too.
 * For the other modes the line is made valid UTF-8 (text/utf8.h) and lower
 * case, letters and digits of any script count, and an apostrophe between
 * two letters stays in its word.
 */
#ifndef WT_STEM_WORDS_H
#define WT_STEM_WORDS_H

#include "base/arena.h"
#include "stem/stem.h"

struct wt_stem_words {
	struct wt_span rest;    /* private */
	bool ascii;             /* private: the rules of sastrawi */
};

/* Begin a line; its words live in the arena.  WT_OK or WT_ENOMEM. */
int wt_stem_words_open(struct wt_stem_words *w, enum wt_stem_mode mode, struct wt_span line,
    struct wt_arena *a);

/* The next word; false at the end. */
bool wt_stem_words_next(struct wt_stem_words *w, struct wt_span *word);

#endif
