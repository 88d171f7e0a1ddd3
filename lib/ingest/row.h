/*
 * row.h - rows of a table as CSV, TSV or JSON lines.
 *
 * Cells are given in the order of the columns; an empty cell is a missing value
 * and, in JSON, null.
 */
#ifndef WT_INGEST_ROW_H
#define WT_INGEST_ROW_H

#include "base/csv.h"
#include "ingest/schema.h"

#include <stdint.h>

enum wt_row_format {
	WT_ROW_CSV,
	WT_ROW_TSV,
	WT_ROW_JSONL
};

struct wt_row {
	struct wt_csv csv;                      /* private from here */
	const struct wt_schema_column *columns;
	size_t column;
	enum wt_row_format format;
};

/* Rows of `columns` go behind `out`, which is borrowed and keeps the error. */
void wt_row_open(struct wt_row *r, struct wt_buf *out, const struct wt_schema_column *columns,
    enum wt_row_format format, bool defuse);

/* The names of the columns; nothing for JSON lines. */
void wt_row_header(struct wt_row *r);

/* Go on with a row whose first `column` cells, at least one, are elsewhere. */
void wt_row_resume(struct wt_row *r, size_t column);

void wt_row_cell(struct wt_row *r, struct wt_span cell);
void wt_row_text(struct wt_row *r, const char *cell);
void wt_row_number(struct wt_row *r, uint64_t number);

/* A number in percent as a fraction: 95 is 0.95. */
void wt_row_percent(struct wt_row *r, unsigned percent);

/* An article's id, a dot with a letter, and a number. */
void wt_row_id(struct wt_row *r, struct wt_span article, char letter, uint32_t number);

void wt_row_end(struct wt_row *r);

/* A JSON string, with quotes. */
void wt_json_string(struct wt_buf *out, struct wt_span s);

#endif
