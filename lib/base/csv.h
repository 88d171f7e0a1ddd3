/*
 * csv.h - rows of RFC 4180, with LF line ends.
 *
 * A cell is quoted only if it holds a comma, a quote or a line end, or begins
 * or ends with a space.  With `defuse`, a cell that a spreadsheet would run as a
 * formula (= + - @ TAB CR in front) gets an apostrophe before it; numbers are
 * left alone.
 */
#ifndef WT_BASE_CSV_H
#define WT_BASE_CSV_H

#include "base/buf.h"

struct wt_csv {
	struct wt_buf *out;     /* borrowed; keeps the error */
	char separator;         /* ',' or TAB */
	bool defuse;
	bool started;           /* private: a cell of this row is written */
};

void wt_csv_cell(struct wt_csv *c, struct wt_span cell);
void wt_csv_text(struct wt_csv *c, const char *cell);
void wt_csv_number(struct wt_csv *c, uint64_t number);
void wt_csv_end(struct wt_csv *c);

/* A header or a row of strings; the list ends with NULL. */
void wt_csv_row(struct wt_csv *c, const char *const *cells);

#endif
