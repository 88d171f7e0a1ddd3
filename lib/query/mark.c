/* mark.c - behind mark.h. */
#include "query/mark.h"
#include "analyse/analyse.h"
#include "query/edit.h"

#include <stdlib.h>

struct leaf {
	const struct wt_node *node;
	struct wt_query_term *terms;    /* of a word or a phrase */
	size_t count;
	struct wt_span spelt;           /* of a prefix or a fuzzy word */
	size_t mark;
};

struct wt_marker {
	const struct wt_rules *rules;
	struct leaf *leaves;
	size_t count;
};

/* Add a leaf, unless it is a value. */
static int
add_leaf(struct wt_marker *m, struct wt_arena *arena, const struct wt_node *node)
{
	struct leaf l = { .node = node };
	int err;

	if (!wt_field_is_text(node->field))
		return WT_OK;
	if (node->kind == WT_NODE_PREFIX || node->kind == WT_NODE_FUZZY)
		err = m->rules->spell(m->rules->context, arena, node->text, WT_FIELD_TEXT,
		    &l.spelt, &l.mark);
	else
		err = m->rules->terms(m->rules->context, arena, node->text, WT_FIELD_TEXT,
		    node->exact, &l.terms, &l.count);
	if (err != WT_OK)
		return err;
	if (l.count > 0 || l.spelt.len > l.mark)
		m->leaves[m->count++] = l;
	return WT_OK;
}

static size_t
count_leaves(const struct wt_node *node)
{
	size_t count = node->child == NULL;

	for (const struct wt_node *c = node->child; c != NULL; c = c->next)
		count += count_leaves(c);
	return count;
}

static int
add_leaves(struct wt_marker *m, struct wt_arena *arena, const struct wt_node *node)
{
	int err = WT_OK;

	if (node->kind == WT_NODE_NOT)
		return WT_OK;
	if (node->child == NULL)
		return add_leaf(m, arena, node);
	for (const struct wt_node *c = node->child; c != NULL && err == WT_OK; c = c->next)
		err = add_leaves(m, arena, c);
	return err;
}

int
wt_marker_open(struct wt_arena *arena, const struct wt_rules *rules, const struct wt_node *tree,
    struct wt_marker **out)
{
	struct wt_marker *m = wt_arena_array(arena, 1, sizeof *m);

	*out = m;
	if (m == NULL)
		return WT_ENOMEM;
	m->rules = rules;
	if (tree == NULL)
		return WT_OK;
	m->leaves = wt_arena_array(arena, count_leaves(tree), sizeof *m->leaves);
	return m->leaves == NULL ? WT_ENOMEM : add_leaves(m, arena, tree);
}

uint32_t
wt_marker_leaves(const struct wt_marker *m)
{
	return (uint32_t)m->count;
}

const struct wt_node *
wt_marker_node(const struct wt_marker *m, uint32_t leaf)
{
	return m->leaves[leaf].node;
}

static bool
is_spelt(const struct leaf *l, const struct wt_query_token *t)
{
	size_t mark = l->mark;

	if (l->node->kind == WT_NODE_PREFIX)
		return wt_span_starts(t->form, l->spelt);
	return t->form.len > mark && l->spelt.len > mark &&
	    memcmp(t->form.at, l->spelt.at, mark) == 0 &&
	    wt_edit_near(wt_span_make(l->spelt.at + mark, l->spelt.len - mark),
	    wt_span_make(t->form.at + mark, t->form.len - mark));
}

static bool
is_term(struct wt_span term, const struct wt_query_token *t)
{
	return wt_span_eq(term, t->term) || (t->form.len > 0 && wt_span_eq(term, t->form));
}

/*
 * Whether a leaf stands at token `first`; *last is then its last token.  Terms at one
 * position are alternatives.
 */
static bool
stands(const struct leaf *l, const struct wt_marked *m, size_t first, size_t *last)
{
	size_t at = first;

	*last = first;
	if (l->spelt.len > 0)
		return is_spelt(l, &m->tokens[first]);
	for (size_t i = 0; i < l->count; ) {
		uint32_t offset = l->terms[i].position - l->terms[0].position;
		uint32_t position = m->tokens[first].position + offset;
		bool found = false;

		while (at < m->token_count && m->tokens[at].position < position)
			at++;
		if (at == m->token_count || m->tokens[at].position != position)
			return false;
		for (; i < l->count &&
		    l->terms[i].position - l->terms[0].position == offset; i++)
			found = found || is_term(l->terms[i].term, &m->tokens[at]);
		if (!found)
			return false;
		*last = at;
	}
	return true;
}

static int
by_start(const void *left, const void *right)
{
	const struct wt_mark *a = left, *b = right;

	if (a->start != b->start)
		return a->start < b->start ? -1 : 1;
	if (a->end != b->end)
		return a->end > b->end ? -1 : 1;
	return (a->leaf > b->leaf) - (a->leaf < b->leaf);
}

/* Mark where a leaf stands; with no room, only count. */
static size_t
mark_leaf(const struct leaf *l, uint32_t number, const struct wt_marked *text,
    struct wt_mark *marks)
{
	size_t count = 0, last;

	for (size_t i = 0; i < text->token_count; i++) {
		if (!stands(l, text, i, &last))
			continue;
		if (marks != NULL)
			marks[count] = (struct wt_mark){ text->tokens[i].start,
			    text->tokens[last].end, number };
		count++;
	}
	return count;
}

int
wt_marker_mark(const struct wt_marker *m, struct wt_arena *arena, struct wt_span text,
    bool title, struct wt_marked *out)
{
	size_t count = 0;
	int err;

	*out = (struct wt_marked){ .text = text };
	err = m->rules->tokens(m->rules->context, arena, text, &out->tokens, &out->token_count);
	if (err != WT_OK)
		return err;
	for (size_t i = 0; i < m->count; i++)
		count += mark_leaf(&m->leaves[i], (uint32_t)i, out, NULL);
	if ((out->marks = wt_arena_array(arena, count, sizeof *out->marks)) == NULL)
		return WT_ENOMEM;
	for (size_t i = 0; i < m->count; i++) {
		if (m->leaves[i].node->field == WT_FIELD_TITLE && !title)
			continue;
		out->mark_count += mark_leaf(&m->leaves[i], (uint32_t)i, out,
		    out->marks + out->mark_count);
	}
	if (out->mark_count > 1)
		qsort(out->marks, out->mark_count, sizeof *out->marks, by_start);
	return WT_OK;
}

struct wt_span
wt_marked_norm(const struct wt_marked *text, size_t word)
{
	const struct wt_query_token *t = &text->tokens[word];

	if (t->form.len == 0)
		return t->term;
	return t->form.at[0] == WT_TERM_FORM ? wt_span_make(t->form.at + 1, t->form.len - 1) : t->form;
}

size_t
wt_marked_at(const struct wt_marked *text, size_t byte)
{
	size_t low = 0, high = text->token_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (text->tokens[middle].end <= byte)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}
