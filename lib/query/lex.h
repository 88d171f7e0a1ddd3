/*
 * lex.h - the words and signs of a query.
 *
 * Whitespace separates and is skipped.  A word runs up to the next space, quote
 * or parenthesis; AND OR NOT NEAR DAN ATAU BUKAN in capitals are operators.  A
 * "-" is a negation where something follows it at once, else a word.  Straight
 * and curly quotes are the same.
 */
#ifndef WT_QUERY_LEX_H
#define WT_QUERY_LEX_H

#include "base/err.h"
#include "base/span.h"

#include <stdint.h>

enum wt_lex_kind {
	WT_LEX_END,
	WT_LEX_OPEN,            /* ( */
	WT_LEX_CLOSE,           /* ) */
	WT_LEX_AND,
	WT_LEX_OR,
	WT_LEX_NOT,             /* also a leading "-" */
	WT_LEX_NEAR,            /* NEAR or NEAR/..., to be read by the parser */
	WT_LEX_QUOTE,           /* an opening quote: `text` is what it encloses, or see `open` */
	WT_LEX_WORD
};

struct wt_query_lexeme {
	enum wt_lex_kind kind;
	size_t offset, len;     /* in the query, with quotes */
	struct wt_span text;    /* without quotes */
	bool open;              /* QUOTE: no closing quote was found */
};

/* What stands at or behind byte `at` of the query. */
struct wt_query_lexeme wt_query_lex(struct wt_span query, size_t at);

/* The length of the white space, or of the quote, at byte `at`; 0 if there is none. */
size_t wt_query_space(struct wt_span query, size_t at);
size_t wt_query_quote(struct wt_span query, size_t at);

/* The first byte that is not valid UTF-8, or the length. */
size_t wt_query_valid(struct wt_span query);

#endif
