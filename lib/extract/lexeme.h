/*
 * lexeme.h - what the dictionaries say of a word, whatever the text around it.
 *
 * A thousand articles have a hundred thousand different words and many millions
 * of tokens.  Its stem, its number in the dictionary, whether it is a stop word
 * and on which lists it stands are found when a word is first met and kept; a
 * token then has all of it for one look.  What is kept depends on the word alone,
 * so answers do not depend on which articles came before.
 */
#ifndef WT_EXTRACT_LEXEME_H
#define WT_EXTRACT_LEXEME_H

#include "dict/phrase.h"
#include "extract/amount.h"
#include "extract/date.h"
#include "extract/verb_form.h"
#include "extract/word_lists.h"
#include "stem/stem.h"
#include "text/token.h"

/*
 * What may begin with a token: bits behind those of the kinds of phrases.  A rule asks
 * for the tokens that have its bits (wt_work_next) and for all else only there.
 */
enum wt_begins {
	WT_BEGINS_DATE = WT_PHRASE_KINDS,
	WT_BEGINS_AMOUNT,
	WT_BEGINS_ACTION,               /* it is a form of one of programme_verbs */
	WT_BEGINS_PATTERN,              /* its stem begins a stem pattern */
	WT_BEGINS_GOVERNMENT,           /* on the list of that name, as below */
	WT_BEGINS_LANDMARK,
	WT_BEGINS_MATTER,               /* on one of the lists of claim_gate.c */
	WT_BEGINS_INTRODUCTION,         /* "(" or "berinisial": an abbreviation may follow */
	WT_BEGINS_DEPUTY,               /* "wakilnya" */
	WT_BEGINS_NAME,                 /* of the token, not of the word: it has a capital */
	WT_BEGINS_PLACE                 /* of the token, too: a qualifier of regions ends before it */
};

#define WT_BEGINS_BIT(what) (UINT64_C(1) << (what))

#define WT_LEXEME_LETTERS 24    /* bytes of a word that lie in the struct */

/* What is asked of most tokens comes first: it shares a line of the cache with the word. */
struct wt_lexeme {
	char letters[WT_LEXEME_LETTERS]; /* private: what norm points to, of all but long words */
	struct wt_span norm;            /* lower case */
	uint64_t lists;                 /* bit l: it is on list l (word_lists.h) */
	uint64_t begins;                /* bit b: enum wt_begins, without the kinds of phrases */
	bool stopword;
	bool known;                     /* it is a word of the language as it stands */
	bool derived;                   /* it is made of one by affixes */
	bool role;                      /* it, or it without -nya, says what somebody is: "warga", "istrinya" */
	bool agent;                     /* a noun in pe- for somebody who does something: "penjual" */
	bool name_end;                  /* ends as names do and hardly any other word: "Suparmo", "Ekawati" */
	bool verb;                      /* has the form of a verb in me- or di- */
	uint32_t number;                /* of all that are kept, from 0 */
	uint64_t hash;                  /* wt_hash of norm */
	struct wt_span stem;            /* of a word; of all else norm itself, the same span */
	struct wt_phrase_start phrase;  /* the phrases that begin with norm */
	struct wt_phrase_start pattern; /* the stem patterns that begin with its stem */
	struct wt_verb_form action;
};

struct wt_lexemes;

/* Who is asked of a word. */
struct wt_lexeme_sources {
	const struct wt_lexicon *lexicon;
	struct wt_stemmer *stemmer;
	const struct wt_word_lists *lists;
	const struct wt_date_finder *dates;
	const struct wt_amount_finder *amounts;
};

/* The sources are borrowed, and stay valid while it is used.  NULL without memory. */
struct wt_lexemes *wt_lexemes_new(const struct wt_lexeme_sources *sources);
void wt_lexemes_free(struct wt_lexemes *x);

/*
 * The lexeme of each token, out[0 .. count); they are valid until the next call.
 * WT_OK or WT_ENOMEM.
 */
int wt_lexemes_find(struct wt_lexemes *x, const struct wt_token *tokens, uint32_t count,
    const struct wt_lexeme **out);

/* How often all were forgotten: as long as it stays, numbers mean what they meant. */
uint32_t wt_lexemes_age(const struct wt_lexemes *x);

#endif
