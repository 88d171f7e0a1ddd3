/*
 * token.h - the words, numbers, signs and addresses of a text.
 *
 * Tokens cover every character that is not white space, in order, and do not
 * overlap.  What stays whole, since a reader takes it as one:
 *
 *      words            pembangunan, Jum'at, kata-kata, COVID-19, ke-77, 1990-an
 *      numbers          16, 10.000, 1,5, 09.00, 5/2/2020, 2019-2024
 *      money            Rp230, Rp1,5
 *      abbreviations    H., Dr., S.Sos., K.H., No., with their full stop
 *      addresses        https://..., REDAKSI24.COM, tegalkota.go.id, @name
 *
 * Two names joined by a hyphen ("Jakarta-Bogor") are three tokens; a
 * reduplication ("Undang-Undang") is one.
 */
#ifndef WT_TEXT_TOKEN_H
#define WT_TEXT_TOKEN_H

#include "base/arena.h"

#include <stdint.h>

enum wt_token_kind {
	WT_TOKEN_WORD,          /* letters, perhaps with digits, hyphens, apostrophes */
	WT_TOKEN_NUMBER,        /* digits with . , / : - between them */
	WT_TOKEN_MONEY,         /* Rp with a number behind it */
	WT_TOKEN_ABBREVIATION,  /* a word with its full stops */
	WT_TOKEN_URL,
	WT_TOKEN_PUNCT          /* one sign; runs of - . | are one token */
};

enum wt_token_shape {
	WT_SHAPE_NONE,          /* no letters */
	WT_SHAPE_LOWER,         /* kata */
	WT_SHAPE_CAPITAL,       /* Kata, McDonald: starts with a capital, has a small letter */
	WT_SHAPE_UPPER,         /* KATA, one-letter A too */
	WT_SHAPE_MIXED          /* iPhone: a capital further on */
};

struct wt_token {
	uint32_t start, end;    /* bytes into the text, end exclusive */
	uint32_t cp_start, cp_end; /* the same in code points */
	struct wt_span norm;    /* lower case; in the text or the arena */
	uint32_t sentence;      /* number of its sentence, from 0 (set by sentence.h) */
	uint8_t kind;           /* enum wt_token_kind */
	uint8_t shape;          /* enum wt_token_shape */
	uint8_t zone;           /* enum wt_zone (set by zone.h) */
	uint8_t gap;            /* line ends before it: 0, 1 or 2 (an empty line) */
	bool space;             /* white space, or the start, before it */
};

/*
 * Split clean text (text/utf8.h) of less than 2 GB.  The tokens live in the
 * arena.  WT_OK, WT_ENOMEM or WT_ELIMIT.
 */
int wt_tokenize(struct wt_arena *a, struct wt_span text, struct wt_token **tokens, uint32_t *count);

/* The bytes of a token. */
static inline struct wt_span
wt_token_text(struct wt_span text, const struct wt_token *t)
{
	return wt_span_make(text.at + t->start, t->end - t->start);
}

#endif
