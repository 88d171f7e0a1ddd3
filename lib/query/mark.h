/*
 * mark.h - where the words of a query stand in a text.
 *
 * The text is analysed again by the rules of the query, so a stemmed word is found in
 * any form.  A phrase is marked where all of it stands, as one; the words of a NEAR
 * wherever they stand.  What is negated is not marked.
 */
#ifndef WT_QUERY_MARK_H
#define WT_QUERY_MARK_H

#include "query/rules.h"

struct wt_mark {
	size_t start, end;      /* bytes of the text */
	uint32_t leaf;          /* which word or phrase of the query, from 0 */
};

struct wt_marker;

/*
 * The words of a parsed query, in an arena; the rules and the tree (which may be NULL)
 * are borrowed.  WT_OK or WT_ENOMEM.
 */
int wt_marker_open(struct wt_arena *arena, const struct wt_rules *rules,
    const struct wt_node *tree, struct wt_marker **out);

/* Words and phrases of the query that can be marked. */
uint32_t wt_marker_leaves(const struct wt_marker *m);

/* What a leaf was made of: a word, a phrase, a prefix or a fuzzy word; for leaf < leaves. */
const struct wt_node *wt_marker_node(const struct wt_marker *m, uint32_t leaf);

/* A text with its words and marks, in an arena. */
struct wt_marked {
	struct wt_span text;
	struct wt_query_token *tokens;
	size_t token_count;
	struct wt_mark *marks;          /* in order of start; they may overlap */
	size_t mark_count;
};

/* Mark a text; `title` lets words asked for in the title count too.  WT_OK, WT_ENOMEM. */
int wt_marker_mark(const struct wt_marker *m, struct wt_arena *arena, struct wt_span text,
    bool title, struct wt_marked *out);

/* A word as it is written, in lower case. */
struct wt_span wt_marked_norm(const struct wt_marked *text, size_t word);

/* The first word that ends behind a byte, or token_count. */
size_t wt_marked_at(const struct wt_marked *text, size_t byte);

#endif
