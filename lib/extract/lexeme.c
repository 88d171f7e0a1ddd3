/*
 * lexeme.c - a hash table of lexemes, behind lexeme.h.
 *
 * Open addressing over slots of a hash and a pointer.  Words and other tokens of
 * the same letters are different lexemes, since only words are stemmed.  Tokens
 * are taken in batches: while one waits for its slot, and then for its lexeme, the
 * others' are on the way.
 */
#include "extract/lexeme.h"
#include "base/hash.h"
#include "stem/word_hash.h"

#include <stdlib.h>

#define SLOTS 16384u            /* at first; a power of two */
#define MOST 131072u            /* lexemes before an article, at most: more are forgotten */
#define BATCH 32

struct slot {
	uint64_t hash;
	struct wt_lexeme *lexeme;       /* NULL in an empty slot */
};

struct wt_lexemes {
	struct wt_lexeme_sources from;
	struct slot *slots;
	uint32_t mask, count, age;
	struct wt_arena arena;
};

struct wt_lexemes *
wt_lexemes_new(const struct wt_lexeme_sources *sources)
{
	struct wt_lexemes *x = calloc(1, sizeof *x);

	if (x == NULL || (x->slots = calloc(SLOTS, sizeof *x->slots)) == NULL) {
		free(x);
		return NULL;
	}
	x->from = *sources;
	x->mask = SLOTS - 1;
	return x;
}

void
wt_lexemes_free(struct wt_lexemes *x)
{
	if (x == NULL)
		return;
	wt_arena_free(&x->arena);
	free(x->slots);
	free(x);
}

static void
forget(struct wt_lexemes *x)
{
	/* What one article of a million words has made large is given back. */
	struct slot *fresh = x->mask > MOST * 8 ? calloc(SLOTS, sizeof *fresh) : NULL;

	if (fresh != NULL) {
		free(x->slots);
		x->slots = fresh;
		x->mask = SLOTS - 1;
	} else {
		memset(x->slots, 0, ((size_t)x->mask + 1) * sizeof *x->slots);
	}
	wt_arena_reset(&x->arena);
	x->count = 0;
	x->age++;
}

uint32_t
wt_lexemes_age(const struct wt_lexemes *x)
{
	return x->age;
}

static int
grow(struct wt_lexemes *x)
{
	uint32_t mask = x->mask * 2 + 1;
	struct slot *slots = calloc((size_t)mask + 1, sizeof *slots);

	if (slots == NULL)
		return WT_ENOMEM;
	for (uint32_t i = 0; i <= x->mask; i++) {
		uint32_t at = (uint32_t)x->slots[i].hash & mask;

		if (x->slots[i].lexeme == NULL)
			continue;
		while (slots[at].lexeme != NULL)
			at = (at + 1) & mask;
		slots[at] = x->slots[i];
	}
	free(x->slots);
	x->slots = slots;
	x->mask = mask;
	return WT_OK;
}

/* The form of a verb: me- or di- before a root. */
static bool
is_verb(const struct wt_lexeme *l)
{
	return l->norm.len >= 5 &&
	    (wt_span_starts(l->norm, WT_SPAN("me")) || wt_span_starts(l->norm, WT_SPAN("di"))) &&
	    (l->lists >> WT_LIST_NO_VERB & 1) == 0 && !wt_span_eq(l->norm, l->stem);
}

/* The bits of enum wt_begins that a word has. */
static uint64_t
begins_of(const struct wt_lexemes *x, const struct wt_lexeme *l)
{
	const uint64_t matters = WT_LIST_BIT(WT_LIST_CRIME) | WT_LIST_BIT(WT_LIST_SPORT) |
	    WT_LIST_BIT(WT_LIST_ELECTION) | WT_LIST_BIT(WT_LIST_ACCIDENT) | WT_LIST_BIT(WT_LIST_STAGE) |
	    WT_LIST_BIT(WT_LIST_MARKET) | WT_LIST_BIT(WT_LIST_WAR);
	const struct {
		enum wt_begins what;
		bool so;
	} all[] = {
		{ WT_BEGINS_DATE, wt_date_may_begin(x->from.dates, l->norm) },
		{ WT_BEGINS_AMOUNT, wt_amount_may_begin(x->from.amounts, l->norm) },
		{ WT_BEGINS_ACTION, l->action.row != WT_NO_ROW },
		{ WT_BEGINS_PATTERN, l->pattern.edges > 0 },
		{ WT_BEGINS_GOVERNMENT, (l->lists & WT_LIST_BIT(WT_LIST_GOVERNMENT)) != 0 },
		{ WT_BEGINS_LANDMARK, (l->lists & WT_LIST_BIT(WT_LIST_LANDMARK)) != 0 },
		{ WT_BEGINS_MATTER, (l->lists & matters) != 0 },
		{ WT_BEGINS_INTRODUCTION, wt_span_is(l->norm, "(") || wt_span_is(l->norm, "berinisial") ||
		    wt_span_is(l->norm, "inisial") },
		{ WT_BEGINS_DEPUTY, wt_span_is(l->norm, "wakilnya") },
	};
	uint64_t bits = 0;

	for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
		bits |= all[i].so ? WT_BEGINS_BIT(all[i].what) : 0;
	return bits;
}

/* Made of a known word with affixes of two letters at least: "shaleh" and "saleh" are spellings; names end in -wan. */
static bool
is_derived(const struct wt_lexemes *x, const struct wt_lexeme *l)
{
	return l->norm.len > 5 && l->stem.len + 2 <= l->norm.len && !wt_span_ends(l->norm, WT_SPAN("wan")) &&
	    !wt_span_ends(l->norm, WT_SPAN("wati")) && wt_stem_is_word(x->from.stemmer, l->stem);
}

static bool
is_role(const struct wt_lexemes *x, const struct wt_lexeme *l)
{
	uint64_t lists = l->lists;

	if (l->norm.len > 6 && wt_span_ends(l->norm, WT_SPAN("nya")))
		lists |= wt_word_lists_of(x->from.lists, wt_span_make(l->norm.at, l->norm.len - 3));
	return (lists >> WT_LIST_ROLE & 1) != 0;
}

static bool
ends_like_name(const struct wt_lexemes *x, struct wt_span norm)
{
	for (size_t n = 3; n <= 5 && n + 2 < norm.len; n++)
		if ((wt_word_lists_of(x->from.lists, wt_span_make(norm.at + norm.len - n, n)) >> WT_LIST_NAME_END & 1) != 0)
			return true;
	return false;
}

/* What rules about persons ask of a word. */
static void
tell_of_persons(const struct wt_lexemes *x, struct wt_lexeme *l)
{
	l->derived = is_derived(x, l);
	l->role = is_role(x, l);
	l->agent = l->norm.len > 5 && wt_span_starts(l->norm, WT_SPAN("pe")) && !wt_span_ends(l->norm, WT_SPAN("an")) &&
	    l->stem.len + 2 <= l->norm.len;
	l->name_end = !l->known && ends_like_name(x, l->norm);
}

static struct wt_lexeme *
make(struct wt_lexemes *x, struct wt_span norm, bool word)
{
	struct wt_lexeme *l = wt_arena_array(&x->arena, 1, sizeof *l);
	struct wt_span stem = norm;

	if (l == NULL)
		return NULL;
	l->number = x->count;
	if (norm.len > sizeof l->letters)
		l->norm = wt_arena_copy(&x->arena, norm);
	else
		l->norm = wt_span_make(memcpy(l->letters, norm.at, norm.len), norm.len);
	l->stem = l->norm;
	l->hash = wt_hash(l->norm);
	if (word && wt_stem(x->from.stemmer, norm, 0, &stem) != WT_OK) {
		x->arena.err = WT_ENOMEM;
		return NULL;
	}
	if (!wt_span_eq(stem, norm))
		l->stem = wt_arena_copy(&x->arena, stem);
	l->lists = wt_word_lists_of(x->from.lists, norm);
	wt_phrase_start_read(x->from.lexicon->dict, wt_dict_word(x->from.lexicon->dict, norm), &l->phrase);
	wt_phrase_start_read(x->from.lexicon->dict, wt_phrase_stem_number(x->from.lexicon->dict, l->stem), &l->pattern);
	wt_stem_tell(x->from.stemmer, norm, &l->stopword, &l->known);
	l->known = l->known && word;
	if (word)
		tell_of_persons(x, l);
	l->verb = word && is_verb(l);
	l->action.row = WT_NO_ROW;
	if (word)
		l->action = wt_verb_form_of(x->from.lexicon, &(struct wt_verb_word){ .norm = l->norm,
		    .stem = l->stem, .pattern = &l->pattern, .verb = l->verb });
	l->begins = begins_of(x, l);
	x->count++;
	return x->arena.err == WT_OK ? l : NULL;
}

/* The lexeme of a token whose hash is known, made if need be; NULL without memory. */
static const struct wt_lexeme *
lookup(struct wt_lexemes *x, const struct wt_token *t, uint64_t hash)
{
	uint32_t at = (uint32_t)hash & x->mask;
	struct wt_lexeme *made;

	for (; x->slots[at].lexeme != NULL; at = (at + 1) & x->mask)
		if (x->slots[at].hash == hash && x->slots[at].lexeme->norm.len == t->norm.len &&
		    wt_word_same(x->slots[at].lexeme->norm.at, t->norm.at, t->norm.len))
			return x->slots[at].lexeme;
	if ((made = make(x, t->norm, t->kind == WT_TOKEN_WORD)) == NULL)
		return NULL;
	x->slots[at] = (struct slot){ hash, made };
	return made;
}

int
wt_lexemes_find(struct wt_lexemes *x, const struct wt_token *tokens, uint32_t count,
    const struct wt_lexeme **out)
{
	uint64_t hashes[BATCH];

	/* After a failure nothing is whole that was being made. */
	if (x->count > MOST || x->arena.err != WT_OK)
		forget(x);
	for (uint32_t from = 0; from < count; from += BATCH) {
		uint32_t n = count - from < BATCH ? count - from : BATCH;

		while (((uint64_t)x->count + n) * 2 > x->mask)
			if (grow(x) != WT_OK)
				return WT_ENOMEM;
		for (uint32_t i = 0; i < n; i++) {
			const struct wt_token *t = &tokens[from + i];

			/* The hashes of words are odd, those of the rest even. */
			hashes[i] = (wt_word_hash(t->norm.at, t->norm.len) << 1) |
			    (t->kind == WT_TOKEN_WORD);
			__builtin_prefetch(&x->slots[hashes[i] & x->mask]);
		}
		for (uint32_t i = 0; i < n; i++)
			__builtin_prefetch(x->slots[hashes[i] & x->mask].lexeme);
		for (uint32_t i = 0; i < n; i++)
			if ((out[from + i] = lookup(x, &tokens[from + i], hashes[i])) == NULL)
				return WT_ENOMEM;
	}
	return WT_OK;
}
