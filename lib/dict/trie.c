/* trie.c - edges in a hash while growing, sorted once at the end. */
#include "dict/trie.h"
#include "base/bytes.h"
#include "base/err.h"

#include <stdlib.h>

static size_t
slot_of(const struct wt_trie *t, uint32_t node, uint32_t word)
{
	uint64_t key = (uint64_t)node << 32 | word;

	/* Fibonacci hashing: the top bits of a multiple of 2^64 / phi. */
	return (size_t)(key * UINT64_C(0x9e3779b97f4a7c15) >> 20) & (t->nslots - 1);
}

static size_t
find_slot(const struct wt_trie *t, uint32_t node, uint32_t word)
{
	size_t at = slot_of(t, node, word);

	while (t->slots[at] != 0) {
		const struct wt_trie_edge *e = &t->edges[t->slots[at] - 1];

		if (e->node == node && e->word == word)
			break;
		at = (at + 1) & (t->nslots - 1);
	}
	return at;
}

static int
grow_slots(struct wt_trie *t)
{
	size_t count = t->nslots == 0 ? 4096 : t->nslots * 2;
	uint32_t *slots = calloc(count, sizeof *slots);

	if (slots == NULL)
		return WT_ENOMEM;
	free(t->slots);
	t->slots = slots;
	t->nslots = count;
	for (size_t i = 0; i < t->nedges; i++)
		t->slots[find_slot(t, t->edges[i].node, t->edges[i].word)] = (uint32_t)i + 1;
	return WT_OK;
}

int
wt_trie_init(struct wt_trie *t)
{
	*t = (struct wt_trie){ .nnodes = 1 };
	return grow_slots(t);
}

void
wt_trie_free(struct wt_trie *t)
{
	free(t->edges);
	free(t->entries);
	free(t->slots);
	*t = (struct wt_trie){ 0 };
}

int
wt_trie_step(struct wt_trie *t, uint32_t node, uint32_t word, uint32_t *next)
{
	struct wt_trie_edge *edges;
	size_t at;

	if (t->nedges * 2 >= t->nslots && grow_slots(t) != WT_OK)
		return WT_ENOMEM;
	at = find_slot(t, node, word);
	if (t->slots[at] == 0) {
		edges = wt_grow(t->edges, &t->edges_cap, t->nedges + 1, sizeof *edges);
		if (edges == NULL)
			return WT_ENOMEM;
		t->edges = edges;
		edges[t->nedges++] = (struct wt_trie_edge){ node, word, t->nnodes++ };
		t->slots[at] = (uint32_t)t->nedges;
	}
	*next = t->edges[t->slots[at] - 1].child;
	return WT_OK;
}

int
wt_trie_add(struct wt_trie *t, uint32_t node, enum wt_phrase_kind kind, enum wt_phrase_case shape,
    uint32_t row)
{
	struct wt_trie_entry *entries;

	entries = wt_grow(t->entries, &t->entries_cap, t->nentries + 1, sizeof *entries);
	if (entries == NULL)
		return WT_ENOMEM;
	t->entries = entries;
	entries[t->nentries++] = (struct wt_trie_entry){ node, row, (uint8_t)kind, (uint8_t)shape };
	return WT_OK;
}

static int
by_node_and_word(const void *left, const void *right)
{
	const struct wt_trie_edge *a = left, *b = right;

	if (a->node != b->node)
		return a->node < b->node ? -1 : 1;
	return (a->word > b->word) - (a->word < b->word);
}

static int
by_node_kind_row(const void *left, const void *right)
{
	const struct wt_trie_entry *a = left, *b = right;

	if (a->node != b->node)
		return a->node < b->node ? -1 : 1;
	if (a->kind != b->kind)
		return a->kind < b->kind ? -1 : 1;
	if (a->row != b->row)
		return a->row < b->row ? -1 : 1;
	return (a->shape > b->shape) - (a->shape < b->shape);
}

/* One entry a node, kind and row: the one that asks least of the writing, which sorts first. */
static void
drop_repeats(struct wt_trie *t)
{
	size_t kept = 0;

	for (size_t i = 0; i < t->nentries; i++) {
		const struct wt_trie_entry *e = &t->entries[i];

		if (kept > 0 && t->entries[kept - 1].node == e->node &&
		    t->entries[kept - 1].kind == e->kind && t->entries[kept - 1].row == e->row)
			continue;
		t->entries[kept++] = *e;
	}
	t->nentries = kept;
}

int
wt_trie_write(struct wt_trie *t, uint32_t nwords, struct wt_buf *nodes, struct wt_buf *edges,
    struct wt_buf *starts, struct wt_buf *entries)
{
	size_t e = 0, n = 0;
	char *start;

	if (t->nedges > 0)
		qsort(t->edges, t->nedges, sizeof *t->edges, by_node_and_word);
	if (t->nentries > 0)
		qsort(t->entries, t->nentries, sizeof *t->entries, by_node_kind_row);
	drop_repeats(t);
	if ((start = wt_buf_room(starts, ((size_t)nwords + 1) * 4)) == NULL)
		return WT_ENOMEM;
	memset(start, 0, ((size_t)nwords + 1) * 4);
	starts->len += ((size_t)nwords + 1) * 4;
	for (uint32_t node = 0; node < t->nnodes; node++) {
		size_t first_edge = e, first_entry = n;
		uint32_t kinds = 0;

		for (; e < t->nedges && t->edges[e].node == node; e++) {
			wt_buf_put32(edges, t->edges[e].word);
			wt_buf_put32(edges, t->edges[e].child);
			if (node == 0)
				wt_set32(start + (size_t)t->edges[e].word * 4, t->edges[e].child);
		}
		for (; n < t->nentries && t->entries[n].node == node; n++) {
			kinds |= UINT32_C(1) << t->entries[n].kind;
			wt_buf_putc(entries, (char)t->entries[n].kind);
			wt_buf_putc(entries, (char)t->entries[n].shape);
			wt_buf_put(entries, "\0", 2);
			wt_buf_put32(entries, t->entries[n].row);
		}
		wt_buf_put32(nodes, (uint32_t)first_edge);
		wt_buf_put32(nodes, (uint32_t)(e - first_edge));
		wt_buf_put32(nodes, (uint32_t)first_entry);
		wt_buf_put32(nodes, (uint32_t)(n - first_entry));
		wt_buf_put32(nodes, kinds);
	}
	return nodes->err != WT_OK ? nodes->err : edges->err != WT_OK ? edges->err : entries->err;
}
