/*
 * tables.h - facts to the tables of the user: a file for each, or one to a stream.
 *
 * Rows of mentions, dates, amounts, claims and tokens go out as the articles come; only
 * what is named is kept in memory (gather.h).  The rows of the articles themselves wait
 * on disk until all are there, since only then it is known which are near copies
 * (repeats.h); copies have rows like any other, but are not counted.  Files appear under
 * their names when everything is written.
 */
#ifndef WT_INGEST_TABLES_H
#define WT_INGEST_TABLES_H

#include "ingest/gather.h"
#include "ingest/pipeline.h"

struct wt_tables;

/* Bytes of a table that goes to a stream: WT_OK or an error. */
typedef int wt_write_fn(void *context, const void *bytes, size_t len);

struct wt_tables_options {
	const struct wt_dict *dict;     /* borrowed */
	const char *folder;             /* made if it is not there; NULL: to `write` */
	int only;                       /* enum wt_table_number, or -1: all */
	bool tokens;                    /* the token table too */
	bool excel;                     /* a BOM, and cells a spreadsheet would run defused */
	bool copies_known;              /* the facts say of what an article is a copy */
	bool count_copies;              /* copies count like any other article */
	enum wt_row_format format;
	wt_write_fn *write;
	void *write_context;
	unsigned threads;               /* workers that prepare rows */
	const char *name, *version;     /* of the program, for datapackage.json */
};

int wt_tables_open(const struct wt_tables_options *options, struct wt_tables **out,
    struct wt_error *error);

/* The rows of an article: pipeline.h's prepare and commit. */
int wt_tables_prepare(void *tables, unsigned worker, const struct wt_result *r,
    struct wt_error *error);
int wt_tables_commit(void *tables, unsigned worker, const struct wt_result *r,
    struct wt_error *error);

/* Write the rest (what was skipped too) and let the files appear. */
int wt_tables_finish(struct wt_tables *t, struct wt_skips *skips, struct wt_error *error);

/* Accepts NULL.  Without wt_tables_finish nothing is left behind. */
void wt_tables_close(struct wt_tables *t);

#endif
