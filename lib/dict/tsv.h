/*
 * tsv.h - tables as an editor writes them.
 *
 * A header line, then a line a row, cells parted by TAB, LF or CRLF ends.  A
 * line that starts with # is a comment, an empty line nothing.  No quoting: a
 * cell holds no TAB and no line end.
 */
#ifndef WT_DICT_TSV_H
#define WT_DICT_TSV_H

#include "base/err.h"
#include "base/span.h"

#define WT_TSV_COLUMNS 32       /* columns of a table, at most */
#define WT_TSV_LINE 65536       /* bytes of a line, at most */

struct wt_tsv {
	const char *path;               /* borrowed, for messages */
	struct wt_span rest;            /* private */
	struct wt_span header[WT_TSV_COLUMNS];
	struct wt_span cell[WT_TSV_COLUMNS];    /* of the row in hand; into the bytes */
	unsigned columns;
	uint32_t line;                  /* of the row in hand, from 1 */
};

/*
 * Begin to read `bytes`, which must stay while the reader is used.  WT_OK, or
 * WT_ESYNTAX with file and line (no header, a column twice, too many).
 */
int wt_tsv_open(struct wt_tsv *t, const char *path, struct wt_span bytes, struct wt_error *error);

/* Read the next row: 1, or 0 at the end, or WT_ESYNTAX with file and line. */
int wt_tsv_next(struct wt_tsv *t, struct wt_error *error);

/* The number of a column, or -1. */
int wt_tsv_column(const struct wt_tsv *t, const char *name);

#endif
