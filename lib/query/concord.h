/*
 * concord.h - lines of a concordance: a keyword between its contexts, and what they may be
 * ordered by; lines.h puts them in order.
 */
#ifndef WT_QUERY_CONCORD_H
#define WT_QUERY_CONCORD_H

#include "query/keyword.h"

#define WT_CONCORD_KEYS 8       /* most keys of an order */
#define WT_CONCORD_WORD 20      /* farthest word */

enum wt_concord_by {
	WT_BY_DATE,             /* of publication */
	WT_BY_KEYWORD,
	WT_BY_LEFT,             /* word 1 is next to the keyword */
	WT_BY_RIGHT
};

struct wt_concord_key {
	enum wt_concord_by by;
	unsigned word;          /* 1 to WT_CONCORD_WORD, of LEFT and RIGHT */
	bool down;              /* the other way round */
};

/*
 * Read an order: "1L,2R,0,-date", of at most WT_CONCORD_KEYS keys, "-" for the other way
 * round.  WT_OK or WT_EINVAL.
 */
int wt_concord_keys(struct wt_span text, struct wt_concord_key *keys, size_t *count);

struct wt_line {
	struct wt_span article, published, source;
	struct wt_span left, keyword, right;    /* they adjoin in the text */
	uint32_t start, end;                    /* of the keyword: code points of the text */
	int32_t date;                           /* days since 1970-01-01, or WT_NO_DATE */
	bool title;                             /* the text is a title */
};

/*
 * Set left, keyword and right: whole words of at most `width` columns on each side,
 * borrowed from the text; white space counts as one column a character.
 */
void wt_line_cut(struct wt_line *line, const struct wt_marked *text,
    const struct wt_keyword *keyword, size_t width);

#endif
