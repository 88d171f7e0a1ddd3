/*
 * schema.h - the tables: names, columns, types, keys and meanings.
 *
 * One description serves the header rows, the types of JSON lines and
 * datapackage.json, so that they cannot disagree.
 */
#ifndef WT_INGEST_SCHEMA_H
#define WT_INGEST_SCHEMA_H

#include "base/span.h"

enum wt_table_number {
	WT_TABLE_ARTICLES, WT_TABLE_REGIONS, WT_TABLE_ENTITIES, WT_TABLE_MENTIONS, WT_TABLE_DATES,
	WT_TABLE_AMOUNTS, WT_TABLE_PROGRAMMES, WT_TABLE_CLAIMS, WT_TABLE_TOKENS, WT_TABLE_SKIPPED
};
#define WT_TABLE_COUNT 10

enum wt_column_type {
	WT_COLUMN_STRING,
	WT_COLUMN_INTEGER,
	WT_COLUMN_NUMBER,
	WT_COLUMN_BOOLEAN,      /* yes or no */
	WT_COLUMN_JSON          /* in JSON lines a value of JSON as it is; else a string */
};

struct wt_schema_column {
	const char *name;       /* NULL behind the last */
	enum wt_column_type type;
	const char *refers;     /* the table whose id it is, or NULL */
	const char *meaning;
};

struct wt_schema {
	const char *name;
	const char *key;        /* the column that identifies a row, or NULL */
	const char *meaning;
	const struct wt_schema_column *columns;
};

const struct wt_schema *wt_schema_of(enum wt_table_number table);

/* The table of a name; false if there is none. */
bool wt_schema_named(struct wt_span name, enum wt_table_number *table);

#endif
