/*
 * trie.h - build the phrase automaton: sequences of word numbers to entries.
 *
 * Used while compiling only; the reader walks the bytes of NODES, EDGES, STARTS
 * and ENTRIES (dict/format.h).
 */
#ifndef WT_DICT_TRIE_H
#define WT_DICT_TRIE_H

#include "base/buf.h"
#include "dict/kinds.h"

struct wt_trie_edge {
	uint32_t node, word, child;
};

struct wt_trie_entry {
	uint32_t node, row;
	uint8_t kind, shape;
};

struct wt_trie {
	struct wt_trie_edge *edges;     /* owned; in order of making */
	size_t nedges, edges_cap;
	struct wt_trie_entry *entries;  /* owned */
	size_t nentries, entries_cap;
	uint32_t nnodes;                /* node 0 is the start and always there */
	uint32_t *slots;                /* private: edge + 1 by (node, word) */
	size_t nslots;
};

int wt_trie_init(struct wt_trie *t);
void wt_trie_free(struct wt_trie *t);

/* The node behind `node` over `word`, made if need be: WT_OK or WT_ENOMEM. */
int wt_trie_step(struct wt_trie *t, uint32_t node, uint32_t word, uint32_t *next);

int wt_trie_add(struct wt_trie *t, uint32_t node, enum wt_phrase_kind kind,
    enum wt_phrase_case shape, uint32_t row);

/* The four sections; `nwords` is the highest word number. */
int wt_trie_write(struct wt_trie *t, uint32_t nwords, struct wt_buf *nodes, struct wt_buf *edges,
    struct wt_buf *starts, struct wt_buf *entries);

#endif
