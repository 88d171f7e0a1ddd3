/*
 * keyword.h - the words that a concordance puts in the middle.
 *
 * A word, a phrase, a prefix or a fuzzy word is a keyword wherever it stands; the
 * words of a NEAR are one together, from the first to the last, where they are near
 * enough.  What is asked for in the title counts there only.  Of keywords that overlap
 * the first stays, of those that begin together the longest.
 */
#ifndef WT_QUERY_KEYWORD_H
#define WT_QUERY_KEYWORD_H

#include "query/mark.h"

struct wt_keyword {
	size_t first, last;             /* words of the text, both included */
};

/*
 * The keywords of a text that was marked with its title, apart and in order, in the
 * arena; the bytes from title_start to title_end are the title.  `tree` is the one that
 * the marker was made of.  WT_OK or WT_ENOMEM.
 */
int wt_keywords_find(const struct wt_marker *m, const struct wt_node *tree, struct wt_arena *arena,
    const struct wt_marked *text, size_t title_start, size_t title_end,
    struct wt_keyword **keywords, size_t *count);

#endif
