/*
 * parse.h - the query language, as a tree.
 *
 *      query   = either
 *      either  = all { ("OR" | "ATAU") all }
 *      all     = unary { ["AND" | "DAN"] unary }
 *      unary   = { "NOT" | "BUKAN" | "-" } near
 *      near    = primary { "NEAR" ["/" number] primary }
 *      primary = "(" either ")" | field ":" "(" either ")" | [field ":"] leaf
 *      leaf    = ["="] word | ["="] '"' text '"' | word "*" | word "~" | dates
 *
 * So AND binds tighter than OR, written or not, and operators count in capitals
 * only.  A word runs to the next space, quote or parenthesis.  A field before a
 * parenthesis holds for every leaf in it.  The fields `date` and `mentions` take
 * days, months, years and ranges of them (query/field.h).  NEAR/n wants at most
 * n words from one to the other, in any order; NEAR alone is NEAR/10.
 *
 * A negation takes away from what stands beside it: each run of AND must hold
 * something that is not negated, and OR cannot join a negation.
 */
#ifndef WT_QUERY_PARSE_H
#define WT_QUERY_PARSE_H

#include "base/arena.h"
#include "base/err.h"
#include "query/field.h"

#define WT_QUERY_BYTES ((size_t)64 << 10)       /* the longest query */
#define WT_QUERY_DEPTH 64                       /* parentheses within each other */
#define WT_QUERY_CLAUSES 1024                   /* words, phrases and values in all */
#define WT_QUERY_NEAR 1000                      /* the widest NEAR */

enum wt_node_kind {
	WT_NODE_WORD,           /* text, perhaps `exact` */
	WT_NODE_PHRASE,         /* text between quotes, perhaps `exact` */
	WT_NODE_PREFIX,         /* text is the start of the word */
	WT_NODE_FUZZY,          /* text is one edit away, or none */
	WT_NODE_DATES,          /* from..to; field is date or mentions */
	WT_NODE_AND,            /* children; those of kind NOT are taken away */
	WT_NODE_OR,             /* children, at least two */
	WT_NODE_NOT,            /* one child; stands below AND only */
	WT_NODE_NEAR            /* children are leaves of one text field */
};

struct wt_node {
	enum wt_node_kind kind;
	enum wt_field field;            /* of a leaf; WT_FIELD_TEXT if none was named */
	bool exact;                     /* no stemming: "=" was written */
	uint32_t from, to;              /* DATES: year * 10000 + month * 100 + day, inclusive */
	uint32_t distance;              /* below NEAR: words from the child before, at most */
	struct wt_span text;            /* of a leaf: in the arena, valid UTF-8 */
	size_t offset, len;             /* the bytes of the query it was read from */
	struct wt_node *child;          /* the first of the list, or NULL */
	struct wt_node *next;           /* the sibling behind, or NULL */
};

/*
 * Parse a query into `arena`, which owns the tree.  WT_OK; WT_ESYNTAX or
 * WT_ELIMIT with error->offset at the byte that is wrong; or WT_ENOMEM.
 */
int wt_query_parse(struct wt_arena *arena, struct wt_span query, struct wt_node **root,
    struct wt_error *error);

#endif
