/*
 * guess.h - the kind of a file by its first bytes.
 */
#ifndef WT_INGEST_GUESS_H
#define WT_INGEST_GUESS_H

#include "ingest/fields.h"
#include "ingest/walk.h"

#define WT_GUESS_BYTES ((size_t)65536)  /* that are enough to tell */

/* Do they begin an archive or a compressed file? */
bool wt_guess_archive(struct wt_span front);

/*
 * The kind of a file that is in UTF-8 and no archive.  `kind` is what its name says: it
 * counts, but for WT_FILE_OTHER, and that JSON lines and whole JSON are often named alike.
 * Rows are told by the names of their columns.
 */
enum wt_file_kind wt_guess_kind(struct wt_span front, enum wt_file_kind kind,
    const struct wt_field_names *names);

/* The separator that the first line has most of: comma, semicolon, tab or bar. */
char wt_guess_separator(struct wt_span front);

#endif
