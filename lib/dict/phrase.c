/* phrase.c - walk the automaton from every token, behind phrase.h. */
#include "dict/phrase.h"
#include "base/buf.h"
#include "base/bytes.h"
#include "dict/dict_private.h"
#include "dict/format.h"

#include <stdlib.h>

struct finder {
	const struct wt_dict *dict;
	struct wt_arena *arena;
	struct wt_phrase_match *matches;
	size_t count, cap;
};

/* The node behind edges [low, low + count) over a word, or 0. */
static uint32_t
follow(const struct wt_dict *d, uint32_t low, uint32_t count, uint32_t word)
{
	uint32_t high = low + count;

	while (low < high) {
		uint32_t mid = low + (high - low) / 2;
		const char *p = d->edges.at + (size_t)mid * WT_DICT_EDGE;
		uint32_t next = wt_get32(p);

		if (next == word)
			return wt_get32(p + 4);
		if (next < word)
			low = mid + 1;
		else
			high = mid;
	}
	return 0;
}

/* The edges of a node that lie in EDGES. */
static uint32_t
edges_of(const struct wt_dict *d, uint32_t node, uint32_t *low)
{
	const char *p = d->nodes.at + (size_t)node * WT_DICT_NODE;
	uint32_t count = wt_get32(p + 4);

	*low = wt_get32(p);
	return *low > d->nedges || count > d->nedges - *low ? 0 : count;
}

/* The node behind `node` over a word, or 0. */
static uint32_t
step(const struct wt_dict *d, uint32_t node, uint32_t word)
{
	uint32_t low, count;

	if (node >= d->nnodes || word == 0)
		return 0;
	if (node == 0)
		return word <= d->nwords ? wt_get32(d->starts.at + (size_t)word * 4) : 0;
	count = edges_of(d, node, &low);
	return follow(d, low, count, word);
}

void
wt_phrase_node_entries(const struct wt_dict *d, uint32_t node, uint32_t *entry, uint32_t *entries)
{
	*entry = *entries = 0;
	if (node == 0 || node >= d->nnodes)
		return;
	*entry = wt_get32(d->nodes.at + (size_t)node * WT_DICT_NODE + 8);
	*entries = wt_get32(d->nodes.at + (size_t)node * WT_DICT_NODE + 12);
	if (*entry > d->nentries || *entries > d->nentries - *entry)
		*entry = *entries = 0;
}

/* Room for one more match: its place, or NULL without memory. */
static inline struct wt_phrase_match *
room(struct finder *f)
{
	struct wt_phrase_match *grown;
	size_t cap = f->cap == 0 ? 256 : f->cap * 2;

	if (f->count < f->cap)
		return &f->matches[f->count++];
	if ((grown = wt_arena_alloc(f->arena, cap * sizeof *grown)) == NULL)
		return NULL;
	if (f->count > 0)
		memcpy(grown, f->matches, f->count * sizeof *grown);
	f->matches = grown;
	f->cap = cap;
	return &f->matches[f->count++];
}

/* Is a phrase whose first word is this token written as an entry asks? */
static bool
fits(const struct wt_token *t, enum wt_phrase_case asked)
{
	switch (asked) {
	case WT_CASE_ANY:
		return true;
	case WT_CASE_CAPITAL:
		return t->shape != WT_SHAPE_LOWER || t->norm.at[0] <= '9';
	default:
		return t->shape == WT_SHAPE_UPPER || t->shape == WT_SHAPE_NONE;
	}
}

/* The kinds of a range of entries by what they ask for. */
static void
read_kinds(const struct wt_dict *d, uint32_t entry, uint32_t entries, uint32_t kinds[3])
{
	struct wt_phrase_entry e;

	kinds[0] = kinds[1] = kinds[2] = 0;
	for (uint32_t i = 0; i < entries; i++)
		if (wt_phrase_entry(d, entry + i, &e))
			kinds[e.shape] |= UINT32_C(1) << e.kind;
}

/* Those of them that are written as they ask. */
static uint32_t
fitting(const struct wt_token *first, const uint32_t kinds[3])
{
	uint32_t fit = kinds[WT_CASE_ANY];

	if (kinds[WT_CASE_CAPITAL] != 0 && fits(first, WT_CASE_CAPITAL))
		fit |= kinds[WT_CASE_CAPITAL];
	if (kinds[WT_CASE_UPPER] != 0 && fits(first, WT_CASE_UPPER))
		fit |= kinds[WT_CASE_UPPER];
	return fit;
}

/* The match that ends with a node, if it has entries. */
static int
add_node(struct finder *f, const struct wt_document *doc, uint32_t first, uint32_t last, uint32_t node)
{
	uint32_t kinds[3], entry, entries;
	struct wt_phrase_match *m;

	wt_phrase_node_entries(f->dict, node, &entry, &entries);
	if (entries == 0)
		return WT_OK;
	read_kinds(f->dict, entry, entries, kinds);
	if ((m = room(f)) == NULL)
		return WT_ENOMEM;
	*m = (struct wt_phrase_match){ first, last, entry, entries, fitting(&doc->tokens[first], kinds) };
	return WT_OK;
}

/* Phrases of two words and more that begin with token i. */
static int
find_longer(struct finder *f, const struct wt_document *doc,
    const struct wt_phrase_start *const *starts, uint32_t i)
{
	uint32_t node = 0;
	int code = WT_OK;

	for (uint32_t k = i + 1; k < doc->ntokens && k - i < WT_DICT_PHRASE_WORDS &&
	    code == WT_OK; k++) {
		/* A phrase does not run over an empty line. */
		if (starts[k]->number == 0 || doc->tokens[k].gap > 1)
			break;
		node = node == 0 ? wt_phrase_next(f->dict, starts[i], starts[k]->number) :
		    step(f->dict, node, starts[k]->number);
		if (node == 0)
			break;
		code = add_node(f, doc, i, k + 1, node);
	}
	return code;
}

/* The kinds of phrases that a token is of itself. */
static inline uint32_t
own_kinds(const struct wt_token *t, const struct wt_phrase_start *s)
{
	return s->entries == 0 ? 0 : fitting(t, s->kinds) & ~(UINT32_C(1) << WT_PHRASE_STOPWORD);
}

/* May a phrase of two words or more begin with token i? */
static inline bool
goes_on(const struct wt_document *doc, const struct wt_phrase_start *const *starts, uint32_t i)
{
	return i + 1 < doc->ntokens && (starts[i]->next >> starts[i + 1]->number % 64 & 1) != 0;
}

/* The longest of the matches from `from` on to the front; the kinds of all. */
static uint32_t
turn(struct finder *f, size_t from)
{
	uint32_t kinds = 0;

	for (size_t i = from; i < f->count; i++)
		kinds |= f->matches[i].kinds;
	for (size_t a = from, b = f->count; b > a + 1; a++, b--) {
		struct wt_phrase_match m = f->matches[a];

		f->matches[a] = f->matches[b - 1];
		f->matches[b - 1] = m;
	}
	return kinds;
}

void
wt_phrase_start_read(const struct wt_dict *dict, uint32_t number, struct wt_phrase_start *out)
{
	uint32_t node = step(dict, 0, number);

	*out = (struct wt_phrase_start){ .number = number };
	if (node == 0 || node >= dict->nnodes)
		return;
	wt_phrase_node_entries(dict, node, &out->entry, &out->entries);
	read_kinds(dict, out->entry, out->entries, out->kinds);
	out->edges = edges_of(dict, node, &out->edge);
	for (uint32_t i = 0; i < out->edges; i++)
		out->next |= UINT64_C(1)
		    << wt_get32(dict->edges.at + (size_t)(out->edge + i) * WT_DICT_EDGE) % 64;
}

uint32_t
wt_phrase_follow(const struct wt_dict *dict, const struct wt_phrase_start *start, uint32_t number)
{
	return follow(dict, start->edge, start->edges, number);
}

const struct wt_phrase_start *const *
wt_phrase_starts(const struct wt_dict *dict, const struct wt_document *doc, struct wt_arena *a)
{
	struct wt_phrase_start *items = wt_arena_array(a, (size_t)doc->ntokens + 1, sizeof *items);
	const struct wt_phrase_start **starts =
	    wt_arena_array(a, (size_t)doc->ntokens + 1, sizeof *starts);

	if (items == NULL || starts == NULL)
		return NULL;
	for (uint32_t i = 0; i < doc->ntokens; i++) {
		wt_phrase_start_read(dict, wt_dict_word(dict, doc->tokens[i].norm), &items[i]);
		starts[i] = &items[i];
	}
	return (const struct wt_phrase_start *const *)starts;
}

int
wt_phrases_find(const struct wt_dict *dict, const struct wt_document *doc,
    const struct wt_phrase_start *const *starts, struct wt_arena *a, struct wt_phrases *out)
{
	struct finder f = { .dict = dict, .arena = a };
	int code = WT_OK;

	*out = (struct wt_phrases){ .starts = starts };
	out->at = wt_arena_alloc(a, ((size_t)doc->ntokens + 1) * sizeof *out->at);
	out->kinds = wt_arena_alloc(a, ((size_t)doc->ntokens + 1) * sizeof *out->kinds);
	if (starts == NULL || out->at == NULL || out->kinds == NULL)
		return WT_ENOMEM;
	for (uint32_t i = 0; i < doc->ntokens && code == WT_OK; i++) {
		const struct wt_phrase_start *s = starts[i];
		uint32_t own = own_kinds(&doc->tokens[i], s);
		struct wt_phrase_match *m;

		out->at[i] = (uint32_t)f.count;
		out->kinds[i] = own;
		if (goes_on(doc, starts, i)) {
			code = find_longer(&f, doc, starts, i);
			out->kinds[i] |= turn(&f, out->at[i]);
		}
		if (own == 0)
			continue;
		if ((m = room(&f)) == NULL)
			return WT_ENOMEM;
		*m = (struct wt_phrase_match){ i, i + 1, s->entry, s->entries, own };
	}
	out->at[doc->ntokens] = (uint32_t)f.count;
	out->matches = f.matches;
	out->count = (uint32_t)f.count;
	return code;
}

bool
wt_phrase_entry(const struct wt_dict *d, uint32_t i, struct wt_phrase_entry *entry)
{
	const uint8_t *p;

	if (i >= d->nentries)
		return false;
	p = (const uint8_t *)d->entries.at + (size_t)i * WT_DICT_ENTRY;
	if (p[0] >= WT_PHRASE_KINDS || p[1] > WT_CASE_UPPER)
		return false;
	entry->kind = (enum wt_phrase_kind)p[0];
	entry->shape = (enum wt_phrase_case)p[1];
	entry->row = wt_get32(p + 4);
	return true;
}

bool
wt_phrase_case_fits(const struct wt_document *doc, const struct wt_phrase_match *match,
    const struct wt_phrase_entry *entry)
{
	return fits(&doc->tokens[match->first], entry->shape);
}

uint32_t
wt_phrase_stem_number(const struct wt_dict *dict, struct wt_span root)
{
	char key[WT_DICT_WORD_BYTES];

	if (root.len + 1 > sizeof key)
		return 0;
	key[0] = WT_DICT_STEM_MARK;
	memcpy(key + 1, root.at, root.len);
	return wt_dict_word(dict, wt_span_make(key, root.len + 1));
}

uint32_t
wt_phrase_step(const struct wt_dict *dict, uint32_t node, uint32_t number)
{
	return step(dict, node, number);
}
