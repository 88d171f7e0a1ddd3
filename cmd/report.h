/*
 * report.h - rows of an answer as the user wants them: a table that fits his
 * terminal, CSV, TSV, JSON or JSON lines; or kept, for a caller that shows them
 * in another way.
 */
#ifndef WT_CMD_REPORT_H
#define WT_CMD_REPORT_H

#include "base/arena.h"
#include "ingest/row.h"

#include <stdio.h>

enum report_format {
	REPORT_AUTO,            /* a table on a terminal, else CSV */
	REPORT_TABLE,
	REPORT_CSV,
	REPORT_TSV,
	REPORT_JSON,
	REPORT_JSONL,
	REPORT_KEPT             /* nothing is printed: the cells stay until the report is closed */
};

/* The format of a name; false if there is none. */
bool report_format_named(const char *name, enum report_format *format);

/* What "auto" means here. */
enum report_format report_format_resolve(enum report_format format);

struct report {
	enum report_format format;
	FILE *to;                               /* borrowed; a table goes to stdout all the same */
	const struct wt_schema_column *columns; /* NULL before report_begin */
	size_t width;                           /* columns of the table */
	size_t rows;
	struct wt_row row;                      /* private from here */
	struct wt_buf out;
	struct wt_arena arena;
	struct wt_span *cells;                  /* of a table, or kept: row by row */
	struct wt_span *notes;                  /* one for each row */
	size_t count, cap, notes_cap;
	int err;
};

/* Zeroed but for format and `to`, a report can be handed to who knows its columns: */
void report_begin(struct report *r, const struct wt_schema_column *columns);

/* The same in one, to stdout. */
void report_open(struct report *r, const struct wt_schema_column *columns, enum report_format format);

void report_cell(struct report *r, struct wt_span cell);
void report_number(struct report *r, uint64_t number);
void report_percent(struct report *r, unsigned percent);

/* End a row; a note is a line below it, in a table only. */
void report_end(struct report *r, struct wt_span note);

/* A cell of a kept report, with a NUL behind it; valid until the close. */
struct wt_span report_kept(const struct report *r, size_t row, size_t column);

/* Print what is left and release everything: WT_OK or WT_ENOMEM.  Accepts one never begun. */
int report_close(struct report *r);

/* Is standard output a terminal that takes colours?  NO_COLOR says no. */
bool report_colour(void);

/* Columns of the terminal, or 100. */
size_t report_width(void);

/* A line of text, broken between words where it is wider, with `front` before it and as many spaces. */
void report_wrap(const char *front, struct wt_span text);

/* Keep both answers, and that it is one, when standard output goes elsewhere from now on. */
void report_keep_terminal(void);

#endif
