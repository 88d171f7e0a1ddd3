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
	uint32_t kinds;                 /* bit k: there is an entry of kind k */
};

struct wt_phrase_entry {
	enum wt_phrase_kind kind;
	enum wt_phrase_case shape;      /* how it has to be written */
	uint32_t row;                   /* of the kind's table */
};

struct wt_phrases {
	struct wt_phrase_match *matches; /* by first token, the longest first */
	uint32_t count;
	uint32_t *at;           /* at[i]: the first match with first >= i; tokens + 1 of them */
	uint32_t *kinds;        /* kinds[i]: of all matches that begin with token i, together */
	const uint32_t *words;  /* words[i]: the number of token i's word, or 0 */
};

/*
 * Find them.  `words` has the number of each token's word (wt_dict_word) if the
 * caller knows them, and is borrowed by `out`; NULL looks them up.  All else lives
 * in the arena.  WT_OK or WT_ENOMEM.
 */
int wt_phrases_find(const struct wt_dict *dict, const struct wt_document *doc,
    const uint32_t *words, struct wt_arena *a, struct wt_phrases *out);

/* Entry `i` of the automaton: false, and nothing filled, if there is no such one. */
bool wt_phrase_entry(const struct wt_dict *dict, uint32_t i, struct wt_phrase_entry *entry);

/* Is the match written as the entry asks?  A text all in capitals satisfies both. */
bool wt_phrase_case_fits(const struct wt_document *doc, const struct wt_phrase_match *match,
    const struct wt_phrase_entry *entry);

/*
 * Stem patterns, step by step: the number of a root in them, or 0; the node behind
 * `node` (0: the start) over the root of a number, or 0 if no pattern goes on so;
 * both in one; and the entries of a node.
 */
uint32_t wt_phrase_stem_number(const struct wt_dict *dict, struct wt_span root);
uint32_t wt_phrase_step(const struct wt_dict *dict, uint32_t node, uint32_t number);
uint32_t wt_phrase_step_stem(const struct wt_dict *dict, uint32_t node, struct wt_span root);
void wt_phrase_node_entries(const struct wt_dict *dict, uint32_t node, uint32_t *entry,
    uint32_t *entries);

#endif
