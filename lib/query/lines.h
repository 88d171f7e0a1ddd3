/*
 * lines.h - lines of a concordance in order, however many there are.
 *
 * Lines are ordered by words beside the keyword, as they are written but in lower case,
 * by bytes; a word that is not there comes first.  Lines that are equal stay in the
 * order in which they were added.
 *
 *      if ((err = wt_lines_open(&options, &l)) == WT_OK)
 *              ... wt_lines_add(l, &line, text, keyword) ...
 *      err = wt_lines_sort(l);
 *      while (err == WT_OK && (err = wt_lines_next(l, &line)) == WT_OK && line != NULL)
 *              show(line);
 *      wt_lines_close(l);
 */
#ifndef WT_QUERY_LINES_H
#define WT_QUERY_LINES_H

#include "query/concord.h"

struct wt_lines_options {
	const struct wt_concord_key *keys;      /* copied */
	size_t key_count;
	size_t limit;           /* so many lines are wanted; 0: all */
	const char *folder;     /* for files without a name, borrowed; NULL: /tmp */
	size_t keep;            /* bytes of lines that may be in memory; 0: 32 MB */
};

struct wt_lines;

/* WT_OK or WT_ENOMEM. */
int wt_lines_open(const struct wt_lines_options *options, struct wt_lines **out);
void wt_lines_close(struct wt_lines *l);        /* accepts NULL */

/* Add a copy of a line.  WT_OK, WT_ENOMEM, WT_EIO and other errors of a file. */
int wt_lines_add(struct wt_lines *l, const struct wt_line *line, const struct wt_marked *text,
    const struct wt_keyword *keyword);

/* No more will be added: stand before the first.  Errors as above. */
int wt_lines_sort(struct wt_lines *l);

/* The next line, valid until the next call; NULL behind the last.  Errors as above. */
int wt_lines_next(struct wt_lines *l, const struct wt_line **line);

#endif
