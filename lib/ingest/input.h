/*
 * input.h - files, folders and standard input as a row of articles.
 *
 * What cannot be read is told to `skips` with its place, and the rest goes on.
 * Ids are unique in a run: a second "berita" becomes "berita-2".  A file's path
 * is kept below the folder that the user named, as he would write it.
 */
#ifndef WT_INGEST_INPUT_H
#define WT_INGEST_INPUT_H

#include "ingest/record.h"
#include "ingest/skip.h"
#include "ingest/walk.h"

struct wt_input;

/* What is read, and how. */
struct wt_inputs {
	struct wt_names names;
	struct wt_field_names fields;   /* of tables and JSON records */
	bool tell_encodings;            /* those that are declared too, not only those that are guessed */
};

/*
 * What `inputs` points to and `skips` are borrowed until wt_input_close.  WT_OK; WT_ENOMEM;
 * what opening a list of files gave.
 */
int wt_input_open(const struct wt_inputs *inputs, struct wt_skips *skips, struct wt_input **out,
    struct wt_error *error);
void wt_input_close(struct wt_input *in);

/* The next article in place of the last: WT_OK, WT_ENOENT at the end, WT_ENOMEM. */
int wt_input_next(struct wt_input *in, struct wt_record *record);

/* Bytes of files read (of archives, as they are packed) and articles given so far. */
uint64_t wt_input_bytes(const struct wt_input *in);
uint64_t wt_input_count(const struct wt_input *in);

#endif
