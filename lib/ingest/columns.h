/*
 * columns.h - records from CSV and TSV: the only user of libcsv.
 *
 * The first row names the columns; those of the same names as the keys of JSON
 * records (record.h) are taken, in any case of letters; or those that the user names.  The separator is found
 * in the first line: tab, semicolon or comma.
 */
#ifndef WT_INGEST_COLUMNS_H
#define WT_INGEST_COLUMNS_H

#include "ingest/record.h"
#include "ingest/stream.h"

struct wt_columns;

/*
 * The stream is borrowed.  WT_OK, WT_ENOMEM, WT_EINVAL: no column for the text, or none
 * of a name that the user gave.
 */
int wt_columns_open(struct wt_stream *s, const struct wt_field_names *names,
    struct wt_columns **out, struct wt_error *error);
void wt_columns_close(struct wt_columns *c);

/* The next row as a record; WT_ENOENT at the end.  Faults of a row do not end the rest. */
int wt_columns_next(struct wt_columns *c, struct wt_record *r, struct wt_error *error);

#endif
