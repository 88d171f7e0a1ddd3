/*
 * collocate.h - which words stand near the keywords of a query more often than chance has it.
 *
 * Words within a window around the keywords are counted, each once, be it near two of
 * them; the keywords themselves are left out.  How often a word occurs in all articles
 * the dictionary of the index knows.  The two are weighed by the log-likelihood ratio G2
 * of Dunning, "Accurate Methods for the Statistics of Surprise and Coincidence",
 * Computational Linguistics 19 (1993), over the table
 *
 *                          the word        other words
 *      near a keyword      near            window - near
 *      elsewhere           total - near    all - window - total + near
 *
 * and by logDice of Rychly, "A Lexicographer-Friendly Association Score" (RASLAN 2008):
 * 14 + log2(2 near / (keywords + total)).
 */
#ifndef WT_QUERY_COLLOCATE_H
#define WT_QUERY_COLLOCATE_H

#include "index/read.h"
#include "query/keyword.h"

struct wt_collocate_options {
	unsigned left, right;           /* words of the window on each side */
	bool forms;                     /* words as they are written, else their stems */
	bool stopwords;                 /* those too */
	uint32_t least;                 /* occurrences near a keyword, at least */
};

struct wt_collocate {
	struct wt_span word;            /* in the arena */
	uint64_t near, total;
	double expected;                /* near, if chance had it */
	double log_likelihood, log_dice;
};

struct wt_collocates;

/* WT_OK or WT_ENOMEM.  The options are copied. */
int wt_collocates_open(const struct wt_collocate_options *options, struct wt_collocates **out);
void wt_collocates_close(struct wt_collocates *c);      /* accepts NULL */

/* Count the words around the keywords of a text.  WT_OK or WT_ENOMEM. */
int wt_collocates_add(struct wt_collocates *c, const struct wt_marked *text,
    const struct wt_keyword *keywords, size_t count);

/*
 * Leave a text out of all articles: of an article that was deleted, which the dictionary
 * counts still.  Behind the last wt_collocates_add.
 */
void wt_collocates_leave_out(struct wt_collocates *c, const struct wt_marked *text);

/*
 * The words that stand near more often than expected, by log-likelihood, then by near,
 * both downwards, then in order of bytes; in the arena.  WT_OK, WT_ENOMEM, WT_ECORRUPT.
 */
int wt_collocates_rank(const struct wt_collocates *c, const struct wt_index *ix,
    struct wt_arena *arena, struct wt_collocate **rows, size_t *count);

/* G2 of the table above. */
double wt_log_likelihood(uint64_t near, uint64_t total, uint64_t window, uint64_t all);

#endif
