/*
 * phrase.h - find the phrases of the dictionaries in a document.
 *
 * One walk finds every phrase at every token, all lengths, all kinds.  A match
 * is a node of the automaton; its entries say which rows of which tables have
 * that phrase (the name Serang: a kabupaten, a kota, a kecamatan, many desa).
 * Case is not part of the match: each entry says how it wants to be written.
 */
#ifndef WT_DICT_PHRASE_H
#define WT_DICT_PHRASE_H

#include "dict/dict.h"
#include "dict/kinds.h"
#include "text/document.h"

struct wt_phrase_match {
	uint32_t first, last;           /* tokens, last exclusive */
	uint32_t entry, entries;        /* the first entry, and how many */
	uint32_t kinds;                 /* bit k: there is an entry of kind k written as it asks */
};

/* What begins with a word: the same in every text, so that who keeps words keeps this with them. */
struct wt_phrase_start {
	uint32_t number;                /* of the word (wt_dict_word), or 0 */
	uint32_t entry, entries;        /* of the phrase that is this word alone */
	uint32_t kinds[3];              /* of these entries by what they ask for (enum wt_phrase_case): bit k */
	uint32_t edge, edges;           /* the words that go on from here */
	uint64_t next;                  /* bit n % 64 is set for the number n of each of them */
};

struct wt_phrase_entry {
	enum wt_phrase_kind kind;
	enum wt_phrase_case shape;      /* how it has to be written */
	uint32_t row;                   /* of the kind's table */
};

/*
 * The matches of a document.  A word alone that is not written as any of its entries asks
 * makes none, and a stop word makes none: half of all words are such, and nobody asks for them.
 */
struct wt_phrases {
	struct wt_phrase_match *matches; /* by first token, the longest first */
	uint32_t count;
	uint32_t *at;           /* at[i]: the first match with first >= i; tokens + 1 of them */
	uint32_t *kinds;        /* kinds[i]: of all matches that begin with token i, together */
	const struct wt_phrase_start *const *starts;    /* of each token, as they were given */
};

/* What begins with the word of this number (0: none). */
void wt_phrase_start_read(const struct wt_dict *dict, uint32_t number, struct wt_phrase_start *out);

/*
 * What goes on from `start` over the word of a number: a node for wt_phrase_step and
 * wt_phrase_node_entries, or 0.
 */
uint32_t wt_phrase_follow(const struct wt_dict *dict, const struct wt_phrase_start *start,
    uint32_t number);
static inline uint32_t
wt_phrase_next(const struct wt_dict *dict, const struct wt_phrase_start *start, uint32_t number)
{
	/* Hardly any two words stand together in a phrase. */
	return (start->next >> number % 64 & 1) == 0 ? 0 : wt_phrase_follow(dict, start, number);
}

/* The same for each token, in the arena; NULL without memory. */
const struct wt_phrase_start *const *wt_phrase_starts(const struct wt_dict *dict,
    const struct wt_document *doc, struct wt_arena *a);

/*
 * Find them, given what begins with each token, which `out` borrows.  All else
 * lives in the arena.  WT_OK or WT_ENOMEM.
 */
int wt_phrases_find(const struct wt_dict *dict, const struct wt_document *doc,
    const struct wt_phrase_start *const *starts, struct wt_arena *a, struct wt_phrases *out);

/* Entry `i` of the automaton: false, and nothing filled, if there is no such one. */
bool wt_phrase_entry(const struct wt_dict *dict, uint32_t i, struct wt_phrase_entry *entry);

/* Is the match written as the entry asks?  A text all in capitals satisfies both. */
bool wt_phrase_case_fits(const struct wt_document *doc, const struct wt_phrase_match *match,
    const struct wt_phrase_entry *entry);

/*
 * Stem patterns, step by step: the number of a root in them, or 0; the node behind
 * `node` (0: the start) over the root of a number, or 0 if no pattern goes on so;
 * and the entries of a node.
 */
uint32_t wt_phrase_stem_number(const struct wt_dict *dict, struct wt_span root);
uint32_t wt_phrase_step(const struct wt_dict *dict, uint32_t node, uint32_t number);
void wt_phrase_node_entries(const struct wt_dict *dict, uint32_t node, uint32_t *entry,
    uint32_t *entries);

#endif
