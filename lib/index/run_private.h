/* run_private.h - a run from inside: run.c fills it, run_write.c sorts and writes. */
#ifndef WT_INDEX_RUN_PRIVATE_H
#define WT_INDEX_RUN_PRIVATE_H

#include "base/table.h"
#include "index/run.h"
#include "index/words.h"

struct wt_run_doc {
	struct wt_span key;             /* in the table of keys */
	int32_t date;
	uint32_t cells, cell_count;     /* first of wt_run.cells */
	uint32_t streams[WT_STREAMS];   /* lengths */
	uint64_t streams_at, uses_at;   /* in wt_run.stored, wt_run.uses */
	uint64_t hash, order;
	uint8_t norm, extent;
	bool dead;                      /* replaced by another of this run */
};

/* The spelling of a term: forms of equal bytes but other terms are chained. */
struct wt_run_form {
	uint32_t term;                  /* its entry */
	uint32_t bytes;                 /* its entry in the table of forms */
	uint32_t next;                  /* another form of these bytes, or WT_NO_ID */
};

struct wt_run_cell {
	uint32_t column, value;
};

struct wt_run {
	struct wt_table keys, columns, values;
	struct wt_words terms, flags;   /* value: occurrences */
	struct wt_words forms;          /* value: the first of form_list, or WT_NO_ID */
	struct wt_run_doc *docs;        /* owned */
	uint32_t doc_count;
	uint32_t *newest;               /* owned: by number of key, its document */
	struct wt_run_form *form_list;  /* owned */
	uint32_t form_count;
	struct wt_run_cell *cells;      /* owned */
	size_t cell_count;
	/*
	 * Uses of each document: varint:count (varint:term varint:gap varint:form)* and
	 * varint:count varint:flag*, where gap is from the position before and form is
	 * 0 or 1 + number of form_list.
	 */
	struct wt_buf uses;
	struct wt_buf stored;
	uint64_t occurrences, flag_total;
	size_t names;                   /* bytes of strings in tables, about */
	size_t doc_cap, newest_cap, form_cap, cell_cap;
	atomic_uint *stamps;
	uint32_t stamp;                 /* of notes that hold; another one when it is cleared */
	struct wt_use *sorted;          /* owned: scratch */
	size_t sorted_cap;
};

/* Everything but the memory. */
void wt_run_clear(struct wt_run *r);

/* Write the columns of `docs` documents, which are those of the run in this order. */
int wt_run_columns(const struct wt_run *r, const uint32_t *order, uint32_t docs,
    struct wt_writer *w);

#endif
