/*
 * report.h - rows of an answer as the user wants them: a table that fits his
 * terminal, CSV, TSV, JSON or JSON lines.
 */
#ifndef WT_CMD_REPORT_H
#define WT_CMD_REPORT_H

#include "base/arena.h"
#include "ingest/row.h"

enum report_format {
	REPORT_AUTO,            /* a table on a terminal, else CSV */
	REPORT_TABLE,
	REPORT_CSV,
	REPORT_TSV,
	REPORT_JSON,
	REPORT_JSONL
};

/* The format of a name; false if there is none. */
bool report_format_named(const char *name, enum report_format *format);

/* What "auto" means here. */
enum report_format report_format_resolve(enum report_format format);

struct report {
	enum report_format format;              /* private from here */
	const struct wt_schema_column *columns;
	size_t width;                           /* columns of the table */
	struct wt_row row;
	struct wt_buf out;
	struct wt_arena arena;
	struct wt_span *cells;                  /* of the table, row by row */
	struct wt_span *notes;                  /* one for each row */
	size_t count, cap, notes_cap, rows;
	int err;
};

void report_open(struct report *r, const struct wt_schema_column *columns, enum report_format format);

void report_cell(struct report *r, struct wt_span cell);
void report_number(struct report *r, uint64_t number);
void report_percent(struct report *r, unsigned percent);

/* End a row; a note is a line below it, in a table only. */
void report_end(struct report *r, struct wt_span note);

/* Print what is left and release everything: WT_OK or WT_ENOMEM. */
int report_close(struct report *r);

/* Is standard output a terminal that takes colours?  NO_COLOR says no. */
bool report_colour(void);

/* Columns of the terminal, or 100. */
size_t report_width(void);

#endif
