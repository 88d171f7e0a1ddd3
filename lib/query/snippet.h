/*
 * snippet.h - the passage of a text that shows most of a query.
 */
#ifndef WT_QUERY_SNIPPET_H
#define WT_QUERY_SNIPPET_H

#include "query/mark.h"

struct wt_snippet {
	size_t start, end;              /* bytes of the text: whole words */
	bool before, after;             /* words were left out there */
	struct wt_mark *marks;          /* in bytes of the text, apart, in order */
	size_t mark_count;
};

/*
 * The passage of at most `most` bytes (more only for one match that is longer) with
 * most of the words and phrases of the query, then most matches, then the earliest;
 * without a match, the beginning.  It starts at a sentence where one starts near.
 * The marks are in the arena.  WT_OK or WT_ENOMEM.
 */
int wt_snippet_make(const struct wt_marker *m, const struct wt_marked *text, size_t most,
    struct wt_arena *arena, struct wt_snippet *out);

#endif
