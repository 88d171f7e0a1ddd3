/*
 * model.h - the query language by a linear scan, to hold the engine against.
 *
 * Documents are arrays of words; a query is answered by looking at every document.
 * Nothing is shared with the engine but the parser, the count of documents that the
 * dictionary keeps for a term, and the formula of a weight.
 */
#ifndef WT_TESTS_UNIT_QUERY_MODEL_H
#define WT_TESTS_UNIT_QUERY_MODEL_H

#include "query/search.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define MODEL_WORDS 40          /* words of the language */
#define MODEL_LENGTH 40         /* most words of a document */
#define MODEL_TITLE 2.0f        /* weight of the title */
#define MODEL_REGIONS 10
#define MODEL_FIRST_DAY 18262   /* 2020-01-01 */

struct model_doc {
	uint8_t words[MODEL_LENGTH];    /* numbers of words; the title comes first */
	uint32_t count, title;
	int32_t date;                   /* days, or WT_NO_DATE */
	uint32_t regions;               /* bit i: region Ri */
	uint32_t mention;               /* a date in the text, 0: none */
	bool live;
	char key[16];
	uint32_t segment, doc;          /* where the index has it */
	bool match;                     /* of the last query */
	uint32_t score;                 /* in units */
};

struct model {
	struct model_doc *docs;
	uint32_t count;
	const struct wt_index *index;
	struct wt_weights weights;
	char words[MODEL_WORDS][8];     /* of the language; none twice */
};

static inline uint32_t
model_random(uint64_t *state, uint32_t below)
{
	*state ^= *state << 13;
	*state ^= *state >> 7;
	*state ^= *state << 17;
	return (uint32_t)((*state >> 11) % below);
}

/* ---- the rules ---- */

/* The stem is what stands before "an". */
static inline struct wt_span
model_stem(struct wt_span word)
{
	if (word.len > 2 && wt_span_ends(word, WT_SPAN("an")))
		word.len -= 2;
	return word;
}

static inline bool
model_letter(char c)
{
	return c >= 'a' && c <= 'z';
}

static inline int
model_tokens(void *context, struct wt_arena *arena, struct wt_span text,
    struct wt_query_token **out, size_t *count)
{
	(void)context;
	*count = 0;
	if ((*out = wt_arena_array(arena, text.len + 1, sizeof **out)) == NULL)
		return WT_ENOMEM;
	for (size_t at = 0, end; at < text.len; at = end + 1) {
		struct wt_span word;

		for (end = at; end < text.len && model_letter(text.at[end]); end++)
			;
		if (end == at)
			continue;
		word = wt_span_make(text.at + at, end - at);
		(*out)[*count] = (struct wt_query_token){ at, end, (uint32_t)*count,
		    model_stem(word),
		    wt_arena_printf(arena, "=%.*s", (int)word.len, word.at),
		    wt_span_is(word, "di") };
		++*count;
	}
	return arena->err;
}

static inline int
model_terms(void *context, struct wt_arena *arena, struct wt_span text, enum wt_field field,
    bool exact, struct wt_query_term **out, size_t *count)
{
	struct wt_query_token *tokens;
	int err = model_tokens(context, arena, text, &tokens, count);

	if (err != WT_OK || (*out = wt_arena_array(arena, *count, sizeof **out)) == NULL)
		return WT_ENOMEM;
	for (size_t i = 0; i < *count; i++) {
		struct wt_span term = exact ? tokens[i].form : tokens[i].term;

		if (field == WT_FIELD_TITLE)
			term = wt_arena_printf(arena, "T%.*s", (int)term.len, term.at);
		(*out)[i] = (struct wt_query_term){ term, tokens[i].position };
	}
	return WT_OK;
}

static inline int
model_spell(void *context, struct wt_arena *arena, struct wt_span word, enum wt_field field,
    struct wt_span *spelt, size_t *mark)
{
	(void)context;
	*mark = field == WT_FIELD_TITLE ? 2 : 1;
	*spelt = wt_arena_printf(arena, "%s%.*s", field == WT_FIELD_TITLE ? "T=" : "=",
	    (int)word.len, word.at);
	return arena->err;
}

/* "r0" to "r9"; "all" of them; "none" of them; dates of mentions. */
static inline int
model_values(void *context, struct wt_arena *arena, const struct wt_node *leaf,
    struct wt_query_range **out, size_t *count, struct wt_error *error)
{
	(void)context;
	*out = wt_arena_array(arena, 1, sizeof **out);
	*count = 1;
	if (leaf->kind == WT_NODE_DATES) {
		(*out)->first = wt_arena_printf(arena, "D%08u", (unsigned)leaf->from);
		(*out)->last = wt_arena_printf(arena, "D%08u", (unsigned)leaf->to);
	} else if (wt_span_is(leaf->text, "all")) {
		**out = (struct wt_query_range){ WT_SPAN("R0"), WT_SPAN("R9") };
	} else if (wt_span_is(leaf->text, "none")) {
		*count = 0;
	} else if (leaf->text.len == 2 && leaf->text.at[0] == 'r') {
		(*out)->first = wt_arena_printf(arena, "R%c", leaf->text.at[1]);
	} else {
		return wt_error_set(error, WT_ENOENT, 0, "no region is called so");
	}
	return arena->err;
}

static inline struct wt_rules
model_rules(void)
{
	return (struct wt_rules){ NULL, MODEL_TITLE, model_terms, model_spell, model_values,
		model_tokens, 0 };
}

/* Words made of few letters, so that stems, prefixes and edits meet. */
static inline void
model_language(struct model *m, uint64_t *random)
{
	for (uint32_t n = 0, tries = 0; n < MODEL_WORDS; tries++) {
		char word[8];
		uint32_t len = 1 + model_random(random, 4), i;

		for (i = 0; i < len; i++)
			word[i] = (char)('a' + model_random(random, 3));
		word[len] = '\0';
		if (model_random(random, 3) == 0)
			memcpy(word + len, "an", 3);
		for (i = 0; i < n && strcmp(m->words[i], word) != 0; i++)
			;
		if (i == n)
			memcpy(m->words[n++], word, sizeof word);
	}
}

/* ---- answers ---- */

/* A leaf with its words, for one document. */
struct model_leaf {
	const struct model *model;
	const struct wt_node *node;
	struct wt_query_token *words;
	size_t count;
};

static inline uint32_t
model_least(uint32_t a, uint32_t b)
{
	return a < b ? a : b;
}

/* Insertions, removals, replacements and swaps of neighbours between two words. */
static inline uint32_t
model_edits(struct wt_span a, struct wt_span b)
{
	uint32_t d[12][12] = { { 0 } };

	for (size_t i = 0; i <= a.len; i++) {
		for (size_t j = 0; j <= b.len; j++) {
			if (i == 0 || j == 0) {
				d[i][j] = (uint32_t)(i + j);
				continue;
			}
			d[i][j] = model_least(d[i - 1][j - 1] + (a.at[i - 1] != b.at[j - 1]),
			    model_least(d[i - 1][j], d[i][j - 1]) + 1);
			if (i > 1 && j > 1 && a.at[i - 1] == b.at[j - 2] &&
			    a.at[i - 2] == b.at[j - 1])
				d[i][j] = model_least(d[i][j], d[i - 2][j - 2] + 1);
		}
	}
	return d[a.len][b.len];
}

/* Whether a word of the language is what word `n` of the leaf asks for. */
static inline bool
model_is(const struct model_leaf *l, size_t n, const char *word)
{
	struct wt_span w = wt_span_of(word);

	if (l->node->kind == WT_NODE_PREFIX)
		return wt_span_starts(w, l->node->text);
	if (l->node->kind == WT_NODE_FUZZY)
		return model_edits(l->node->text, w) <= 1;
	if (l->node->exact)
		return l->words[n].form.len == w.len + 1 &&
		    memcmp(l->words[n].form.at + 1, w.at, w.len) == 0;
	return wt_span_eq(l->words[n].term, model_stem(w));
}

/* Documents that the index keeps for a term. */
static inline double
model_docs(const struct model *m, const char *format, const char *word, int len)
{
	struct wt_index_counts counts;
	char term[32];
	double docs = 0;

	wt_index_count(m->index, &counts);
	snprintf(term, sizeof term, format, len, word);
	for (uint32_t s = 0; s < counts.segments; s++) {
		struct wt_entry entry;

		if (wt_term_find(wt_index_segment(m->index, s), wt_span_of(term), &entry) == WT_OK)
			docs += entry.docs;
	}
	return docs;
}

static inline double
model_idf(const struct model_leaf *l, size_t n)
{
	bool title = l->node->field == WT_FIELD_TITLE;
	bool forms = l->node->exact || l->node->kind >= WT_NODE_PREFIX;
	double docs = 0;

	if (!forms)
		return wt_idf(&l->model->weights, model_docs(l->model, title ? "T%.*s" : "%.*s",
		    l->words[n].term.at, (int)l->words[n].term.len));
	for (int w = 0; w < MODEL_WORDS; w++) {
		if (model_is(l, n, l->model->words[w]))
			docs += model_docs(l->model, title ? "T=%.*s" : "=%.*s",
			    l->model->words[w], 8);
	}
	return wt_idf(&l->model->weights, docs);
}

static inline bool
model_stands(const struct model_leaf *l, const struct model_doc *d, uint32_t at, uint32_t end)
{
	for (size_t n = 0; n < l->count; n++) {
		if (at + n >= end || !model_is(l, n, l->model->words[d->words[at + n]]))
			return false;
	}
	return true;
}

/* Fill in the words of a leaf; none if it has none that are indexed. */
static inline struct model_leaf
model_leaf(const struct model *m, struct wt_arena *arena, const struct wt_node *node)
{
	struct model_leaf l = { m, node, NULL, 0 };

	if (node->kind == WT_NODE_PREFIX || node->kind == WT_NODE_FUZZY)
		l.count = 1;
	else
		model_tokens(NULL, arena, node->text, &l.words, &l.count);
	return l;
}

/* How often leaves first[0..n), near each other, occur among the first `end` words. */
static inline uint32_t
model_frequency(const struct model_leaf *leaves, size_t n, const struct model_doc *d, uint32_t end)
{
	bool before[MODEL_LENGTH], now[MODEL_LENGTH];
	uint32_t fewest = UINT32_MAX;

	for (size_t i = 0; i < n; i++) {
		uint32_t count = 0, span = (uint32_t)leaves[i].count;

		for (uint32_t at = 0; at < end; at++) {
			now[at] = model_stands(&leaves[i], d, at, end);
			if (i > 0 && now[at]) {
				uint32_t other = (uint32_t)leaves[i - 1].count;
				uint32_t far = leaves[i].node->distance;
				bool near = false;

				for (uint32_t a = 0; a < end; a++)
					near = near || (before[a] &&
					    ((a + other <= at && at - (a + other - 1) <= far) ||
					    (a >= at + span && a - (at + span - 1) <= far)));
				now[at] = near;
			}
			count += now[at];
		}
		memcpy(before, now, sizeof before);
		fewest = count < fewest ? count : fewest;
	}
	return fewest;
}

/* Match and score of a word, a phrase or NEAR; false if no word of it is indexed. */
static inline bool
model_text(struct model *m, struct wt_arena *arena, const struct wt_node *node, bool *match,
    uint32_t *score)
{
	const struct wt_node *first = node->kind == WT_NODE_NEAR ? node->child : node;
	struct model_leaf leaves[16];
	size_t n = 0;
	double idf = 0;
	float weight;

	for (const struct wt_node *c = first; c != NULL && n < 16;
	    c = node->kind == WT_NODE_NEAR ? c->next : NULL) {
		leaves[n] = model_leaf(m, arena, c);
		for (size_t i = 0; i < leaves[n].count; i++)
			idf += model_idf(&leaves[n], i);
		n += leaves[n].count > 0;
	}
	if (n == 0)
		return false;
	weight = (float)(idf * (WT_BM25_K1 + 1) * WT_SCORE_UNIT);
	for (uint32_t i = 0; i < m->count; i++) {
		const struct model_doc *d = &m->docs[i];
		const struct wt_segment *s = wt_index_segment(m->index, d->segment);
		uint32_t all = model_frequency(leaves, n, d, d->count);
		uint32_t title = model_frequency(leaves, n, d, d->title);
		uint8_t norm = d->live ? wt_document_norm(s, d->doc) : 0;

		if (first->field == WT_FIELD_TITLE)
			all = title;
		match[i] = all > 0;
		score[i] = all > 0 ? wt_weigh(&m->weights, weight, all, norm) : 0;
		if (first->field == WT_FIELD_TEXT && title > 0)
			score[i] += wt_weigh(&m->weights, weight * MODEL_TITLE, title, norm);
	}
	return true;
}

/* A day as year * 10000 + month * 100 + day. */
static inline uint32_t
model_calendar(int32_t day)
{
	time_t seconds = (time_t)day * 86400;
	struct tm tm;

	gmtime_r(&seconds, &tm);
	return (uint32_t)((tm.tm_year + 1900) * 10000 + (tm.tm_mon + 1) * 100 + tm.tm_mday);
}

static inline bool
model_value(const struct wt_node *leaf, const struct model_doc *d)
{
	uint32_t day = d->date == WT_NO_DATE ? 0 : model_calendar(d->date);

	if (leaf->kind == WT_NODE_DATES && leaf->field == WT_FIELD_MENTIONS)
		day = d->mention;
	if (leaf->kind == WT_NODE_DATES)
		return day != 0 && day >= leaf->from && day <= leaf->to;
	if (wt_span_is(leaf->text, "all"))
		return d->regions != 0;
	return leaf->text.len == 2 && (d->regions >> (leaf->text.at[1] - '0') & 1) != 0;
}

/* Fill match and score for each document; false if the node holds no indexed word. */
static inline bool
model_node(struct model *m, struct wt_arena *arena, const struct wt_node *node, bool *match,
    uint32_t *score)
{
	bool *one = wt_arena_array(arena, m->count + (size_t)1, sizeof *one), any = false;
	uint32_t *points = wt_arena_array(arena, m->count + (size_t)1, sizeof *points);

	memset(score, 0, m->count * sizeof *score);
	if (node->kind == WT_NODE_NEAR || (node->child == NULL && wt_field_is_text(node->field)))
		return model_text(m, arena, node, match, score);
	for (uint32_t i = 0; i < m->count; i++)
		match[i] = node->child == NULL ? model_value(node, &m->docs[i]) :
		    node->kind == WT_NODE_AND;
	for (const struct wt_node *c = node->child; c != NULL; c = c->next) {
		bool negated = c->kind == WT_NODE_NOT;

		if (!model_node(m, arena, negated ? c->child : c, one, points))
			continue;
		any = any || !negated;
		for (uint32_t i = 0; i < m->count; i++) {
			if (node->kind == WT_NODE_AND)
				match[i] = match[i] && one[i] != negated;
			else
				match[i] = match[i] || one[i];
			if (!negated && one[i])
				score[i] += points[i];
		}
	}
	return any || node->child == NULL;
}

/* Set match and score of every document. */
static inline void
model_answer(struct model *m, const struct wt_node *root)
{
	struct wt_arena arena = { 0 };
	bool *match = wt_arena_array(&arena, m->count + (size_t)1, sizeof *match);
	uint32_t *score = wt_arena_array(&arena, m->count + (size_t)1, sizeof *score);

	wt_weights_open(&m->weights, m->index);
	for (uint32_t i = 0; root == NULL && i < m->count; i++)
		match[i] = true;
	if (root != NULL)
		model_node(m, &arena, root, match, score);
	for (uint32_t i = 0; i < m->count; i++) {
		m->docs[i].match = match[i] && m->docs[i].live;
		m->docs[i].score = score[i];
	}
	wt_arena_free(&arena);
}

#endif
