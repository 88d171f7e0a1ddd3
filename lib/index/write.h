/*
 * write.h - write one segment, whoever has its documents and lists.
 *
 * Runs in memory and merges both feed this, in one order: documents, lists by
 * term, columns, streams.  What is written depends on what is fed alone.
 */
#ifndef WT_INDEX_WRITE_H
#define WT_INDEX_WRITE_H

#include "base/arena.h"
#include "index/bits.h"
#include "index/out.h"

#include <stdbool.h>

struct wt_writer {
	struct wt_out out;
	struct wt_foot foot;
	uint8_t *norms, *extents;       /* owned: of each document */
	uint32_t *key_order;            /* owned: documents in order of the hash of the key */
	uint32_t weight[256];           /* private: of a length, for impacts */
	uint32_t bounds[256];           /* private: wt_norm_value */
	struct wt_buf terms;            /* private: entries of lists, see write_terms.c */
	struct wt_arena names;          /* private: forms */
	struct wt_alias *aliases;       /* private, owned */
	size_t alias_count, alias_cap;
	struct wt_symbol *symbols;      /* private, owned: scratch of write_list.c */
	uint32_t *ranks;                /* private, owned: scratch */
	size_t symbol_cap, rank_cap;
	struct wt_bits_out bits, jumps; /* private: scratch */
	struct wt_buf skip, blocks, places;
	int err;                        /* WT_OK or WT_ENOMEM */
};

int wt_writer_open(struct wt_writer *w, const char *path, struct wt_error *error);
int wt_writer_finish(struct wt_writer *w, uint64_t *size, uint64_t *hash,
    struct wt_error *error);
void wt_writer_close(struct wt_writer *w);

/*
 * A section that tells where blocks start: numbers of 4 bytes, increasing, become
 *
 *      directory = u32:count u32:width packed
 */
void wt_write_directory(struct wt_writer *w, enum wt_section section,
    const struct wt_buf *starts);

/* ---- documents ---- */

struct wt_row {
	struct wt_span key;     /* valid until the next row is asked for */
	int32_t date;
	uint8_t norm, extent;
	uint64_t hash;
};

/* Give row `doc`; WT_OK or an error. */
typedef int wt_row_fn(void *context, uint32_t doc, struct wt_row *row);

/* Rows are in order of date and key; each is asked for twice.  Lists come next. */
int wt_write_docs(struct wt_writer *w, uint32_t docs, wt_row_fn *row, void *context);

/* ---- lists ---- */

/* All postings of a term.  A symbol is a form that occurs; see write_list.c for the order. */
struct wt_list {
	struct wt_span term;
	uint32_t docs;                  /* at least 1 */
	const uint32_t *doc;            /* increasing */
	const uint32_t *freq;           /* NULL for a flag */
	const uint32_t *positions;      /* of all postings, one after the other */
	const uint32_t *symbol;         /* of each position, or NULL when there are no forms */
	const struct wt_span *forms;    /* of each symbol; an empty one: no form */
	uint32_t symbols;
};

void wt_write_list(struct wt_writer *w, const struct wt_list *list);

/* After the last list: the dictionary. */
void wt_write_terms(struct wt_writer *w);

/*
 * A part of the lists can be written beside others: to a writer of its own, which keeps
 * it in memory until it is added to the whole, part after part in order of terms.
 */
struct wt_part_writer {
	struct wt_writer w;
	struct wt_buf bytes;
};

void wt_part_open(struct wt_part_writer *p, const struct wt_writer *whole);
void wt_part_add(struct wt_part_writer *p, struct wt_writer *whole);    /* and forget it */
void wt_part_close(struct wt_part_writer *p);

/* Private to write_list.c and write_terms.c: what the dictionary says of a list. */
struct wt_list_entry {
	struct wt_span term;
	enum wt_kind kind;
	uint32_t docs, forms;
	uint64_t count;
	uint8_t impact;
	struct wt_span inside;  /* a short list, up to WT_INLINE_MAX bytes */
	uint64_t list_len, places_len;  /* otherwise: what the entry says */
	uint64_t size;                  /* and all its bytes in the section of postings */
};

void wt_write_entry(struct wt_writer *w, const struct wt_list_entry *entry);

/* A form of the list whose entry is written next. */
void wt_write_alias(struct wt_writer *w, struct wt_span form, uint32_t number, uint32_t docs,
    uint64_t count);

/* ---- columns ---- */

/*
 * Values of a column, sorted, and of each document, as numbers of values, sorted.  Sizes of
 * all columns come before their bytes, so those wait in memory, packed.
 */
struct wt_column_data {
	struct wt_span name;
	const struct wt_span *values;   /* borrowed, as is the name */
	uint32_t value_count;           /* at least 1 */
	uint32_t most;                  /* values of the document that has most of them */
	uint64_t total;
	unsigned width_start, width_id;
	struct wt_bits_out starts, ids; /* owned; no starts: each document has one value */
};

/*
 * Pack what the documents have: starts[docs + 1] tells where the ids of each start.  WT_OK,
 * WT_ENOMEM; in both cases released by wt_column_free.
 */
int wt_column_pack(struct wt_column_data *c, uint32_t docs, const uint32_t *starts,
    const uint32_t *ids);
void wt_column_free(struct wt_column_data *c);

/* Columns in order of names. */
void wt_write_columns(struct wt_writer *w, const struct wt_column_data *columns, size_t count);

/* ---- streams ---- */

/*
 * Give the bytes of a stream of a document, valid until the next call.  It is called
 * for a sample of the documents, and then for all of them in order.
 */
typedef int wt_stream_fn(void *context, uint32_t doc, uint32_t stream, struct wt_span *out);

struct wt_stream_plan {
	wt_stream_fn *fetch;
	void *context;
	const uint32_t *sample; /* all documents in order of the hash of their keys */
	struct wt_span preset;  /* for the text; empty: trained */
	int level;              /* 0: packed by no method at all */
	unsigned threads;
};

/*
 * `used` has a bit for each stream that any document has.  `trained` was begun with the same
 * and is borrowed: its presets are taken out of it.  WT_OK, WT_ENOMEM, WT_ELIMIT, or what
 * fetch returns.
 */
struct wt_presets;
int wt_write_streams(struct wt_writer *w, uint32_t used, const struct wt_stream_plan *plan,
    struct wt_presets *trained);

#endif
