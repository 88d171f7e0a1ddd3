/*
 * rules.h - what the query layer has to know of the language and the fields.
 *
 * The index holds byte strings.  Which strings a text or a value stands for is
 * decided by these functions, which must agree with those that built the index.
 * A test passes rules of ten lines.
 *
 * What they return lives in the arena or longer.  Each returns WT_OK or an error.
 */
#ifndef WT_QUERY_RULES_H
#define WT_QUERY_RULES_H

#include "base/arena.h"
#include "base/err.h"
#include "query/field.h"
#include "query/parse.h"

/* A term to be looked up; terms at one position are alternatives. */
struct wt_query_term {
	struct wt_span term;
	uint32_t position;
};

/* Terms from `first` to `last`, in order of bytes; if `last` is empty, `first` alone. */
struct wt_query_range {
	struct wt_span first, last;
};

/* A word of a stored text, as it was indexed. */
struct wt_query_token {
	size_t start, end;              /* bytes of the text */
	uint32_t position;              /* increasing */
	struct wt_span term;
	struct wt_span form;            /* empty if it has none but the term */
	bool stopword;                  /* so common that it tells little */
};

struct wt_rules {
	void *context;

	/*
	 * A word of the text counts so many times more if the title has it too; 0: not at
	 * all.  Terms of the title must also be in the text, with their positions.
	 */
	float title_weight;

	/*
	 * The terms of a text, for a field that is text or title; `exact`: forms rather
	 * than stems.  None for a text without words, or with words that are not indexed.
	 */
	int (*terms)(void *context, struct wt_arena *arena, struct wt_span text,
	    enum wt_field field, bool exact, struct wt_query_term **terms, size_t *count);

	/*
	 * For prefix and fuzzy: the word as forms of that field are spelt in the index, and
	 * how many bytes in front of it are the mark of forms, to be taken as they are.
	 */
	int (*spell)(void *context, struct wt_arena *arena, struct wt_span word,
	    enum wt_field field, struct wt_span *spelt, size_t *mark);

	/*
	 * The flags of a value of another field: leaf->text, or leaf->from and leaf->to for
	 * mentions.  An unknown value is WT_ENOENT with one line that says so; the place is
	 * added by the caller.  No ranges: nothing matches.
	 */
	int (*values)(void *context, struct wt_arena *arena, const struct wt_node *leaf,
	    struct wt_query_range **ranges, size_t *count, struct wt_error *error);

	/* The words of a stored text, for snippets; terms and forms without a title's mark. */
	int (*tokens)(void *context, struct wt_arena *arena, struct wt_span text,
	    struct wt_query_token **tokens, size_t *count);

	unsigned absent;                /* fields the index was made without: bit f for field f */
};

#define WT_TITLE_WEIGHT 1.5f    /* chosen by eye, on news */

/* The rules of the analyser, which is borrowed and belongs to one thread. */
struct wt_analyser;
struct wt_rules wt_rules_of(struct wt_analyser *an);

#endif
