/*
 * date_table.h - rows of a table, from the compiled dictionary or from its TSV.
 *
 * Cells are borrowed from either, and stay as long as it does.
 */
#ifndef WT_EXTRACT_DATE_TABLE_H
#define WT_EXTRACT_DATE_TABLE_H

#include "base/err.h"
#include "base/span.h"
#include "dict/dict.h"
#include "dict/tsv.h"

#define WT_TABLE_COLUMNS 6

struct wt_table_source {
	const struct wt_dict *dict;     /* or NULL, and then: */
	struct wt_span bytes;
	const char *name;               /* of the table; also for messages */
};

struct wt_table_rows {
	struct wt_span cell[WT_TABLE_COLUMNS];  /* in the order asked for */
	uint32_t line;
	struct wt_table_source source;  /* private from here on */
	struct wt_tsv tsv;
	int table, count, columns[WT_TABLE_COLUMNS];
	uint32_t row;
};

/*
 * Begin to read the columns of a table, a NULL behind the last name.  A table
 * that is not there has no rows.  WT_OK, or WT_ESYNTAX if a column is missing.
 */
int wt_table_rows_open(struct wt_table_rows *r, const struct wt_table_source *source,
    const char *const *columns, struct wt_error *error);

/* The next row: 1, 0 at the end, or WT_ESYNTAX. */
int wt_table_rows_next(struct wt_table_rows *r, struct wt_error *error);

#endif
