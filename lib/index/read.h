/*
 * read.h - read an index: a snapshot of its segments, mapped.
 *
 * wt_index_open sees one commit and keeps seeing it, whatever a writer does.
 * Opening reads the manifest and the foot of each segment, nothing that grows
 * with the data.  Every page is held against its checksum when it is first
 * touched.  Damage gives WT_ECORRUPT from the function that met it (sticky in
 * iterators and cursors) and wt_index_error tells the file and the offset.
 *
 * An index may be shared by threads; iterators, cursors and caches belong to
 * one thread each.  All must be closed before the index.  Spans point into the
 * map and last as long as the index, if nothing else is said.
 *
 * Documents are numbered from 0 in each segment, by date and key.
 */
#ifndef WT_INDEX_READ_H
#define WT_INDEX_READ_H

#include "base/buf.h"
#include "base/err.h"
#include "base/span.h"
#include "index/build.h"

#include <stdbool.h>
#include <stdint.h>

#define WT_NO_DOC UINT32_MAX    /* above every document */
#define WT_BLOCK 128            /* postings of a block */

/* BM25 as the stored impacts know it: tf * (K1 + 1) / (tf + K1 * (1 - B + B * len / avg)). */
#define WT_BM25_K1 1.2f
#define WT_BM25_B 0.75f

struct wt_index;
struct wt_segment;
struct wt_places;
struct wt_unpacker;

/* WT_ENOENT: no index there; WT_EVERSION, WT_ECORRUPT, WT_EACCES, WT_EIO, WT_ENOMEM. */
int wt_index_open(const char *path, struct wt_index **out, struct wt_error *error);
void wt_index_close(struct wt_index *ix);

/* The first damage met in any segment, or WT_OK.  Returns its code. */
int wt_index_error(const struct wt_index *ix, struct wt_error *error);

struct wt_index_counts {
	uint64_t documents;     /* live ones */
	uint64_t deleted;       /* in segments, not live */
	uint64_t length;        /* sum of the lengths of all in segments */
	uint64_t occurrences;
	uint64_t bytes;         /* of all files */
	uint32_t segments;
	uint32_t version;       /* of the format */
	uint32_t copies;        /* live documents that are near copies of others: copies.h */
};

void wt_index_count(const struct wt_index *ix, struct wt_index_counts *counts);

/* The caller's own words, from wt_build_options. */
struct wt_span wt_index_meta(const struct wt_index *ix);

/*
 * A number for what the commit has: that of another commit differs, whenever and wherever
 * it was made.  Two snapshots with one number have the same segments and documents.
 */
uint64_t wt_index_identity(const struct wt_index *ix);

/* Segments by number, below counts.segments. */
const struct wt_segment *wt_index_segment(const struct wt_index *ix, uint32_t number);

/* The document with a key: WT_OK, or WT_ENOENT if no live one has it, WT_ECORRUPT. */
int wt_index_find(const struct wt_index *ix, struct wt_span key, uint32_t *segment,
    uint32_t *doc);

/* ---- segments ---- */

uint32_t wt_segment_docs(const struct wt_segment *s);           /* live or not */
uint32_t wt_segment_deleted(const struct wt_segment *s);        /* 0: all are live */
uint64_t wt_segment_length(const struct wt_segment *s);         /* sum of lengths */
bool wt_segment_live(const struct wt_segment *s, uint32_t doc);

/*
 * The mask of the deleted: bit (doc % 8) of byte doc / 8, or NULL when all are live.
 */
const uint8_t *wt_segment_mask(const struct wt_segment *s);

/* WT_OK or the first damage met in the segment. */
int wt_segment_error(const struct wt_segment *s);

/*
 * Of a document, below wt_segment_docs.  Numbers are 0 where the page is damaged:
 * look at wt_segment_error at the end.
 */
int32_t wt_document_date(const struct wt_segment *s, uint32_t doc);
uint32_t wt_document_length(const struct wt_segment *s, uint32_t doc);  /* as it was kept */
uint64_t wt_document_hash(const struct wt_segment *s, uint32_t doc);

/*
 * The length as a byte, for tables of 256 weights; wt_length_of says what the byte
 * means.  wt_segment_norms gives all at once (checked here), or NULL if damaged.
 */
uint8_t wt_document_norm(const struct wt_segment *s, uint32_t doc);
const uint8_t *wt_segment_norms(const struct wt_segment *s);
uint32_t wt_length_of(uint8_t norm);

/* The key, put in `out` in place of what was there. */
int wt_document_key(const struct wt_segment *s, uint32_t doc, struct wt_buf *out);

/* Documents [*first, *end) have dates from..to, both inclusive.  WT_NO_DATE is a date. */
int wt_segment_dates(const struct wt_segment *s, int32_t from, int32_t to, uint32_t *first,
    uint32_t *end);

/* ---- the dictionary ---- */

/*
 * What the dictionary says of a term or a form.  `docs` and `count` are exact, and
 * count documents that are not live too.
 */
struct wt_entry {
	uint32_t docs;          /* documents, at least 1 */
	uint64_t count;         /* occurrences; equal to docs for a flag */
	uint8_t impact;         /* no posting has a higher one; see wt_impact_bound */
	bool positions;         /* false for a flag */
	bool form;              /* the entry of a form, not of a term */
	bool inside;            /* private: the postings are in the dictionary */
	uint32_t number;        /* private: of a form: which of its term */
	uint32_t forms;         /* private: forms of a term */
	uint64_t at;            /* private: where the postings are; of a form: entry of its term */
	uint64_t len, places_len;       /* private: bytes, as the dictionary tells them */
};

/*
 * Look a term up, then a form; WT_OK, WT_ENOENT, WT_ECORRUPT.  If several terms have the
 * same form this is the first of its entries, and an iterator meets them all.
 */
int wt_term_find(const struct wt_segment *s, struct wt_span term, struct wt_entry *entry);

/*
 * Walk the terms and forms in order of bytes:
 *
 *      for (wt_terms_open(&t, s, prefix); wt_span_starts(t.term, prefix) && !t.end;
 *          wt_terms_next(&t))
 *              use(t.term, &t.entry);
 *      if (t.err != WT_OK) ...
 */
struct wt_terms {
	struct wt_span term;            /* into `bytes`: valid until the next move */
	struct wt_entry entry;
	bool end;                       /* no more, or damage */
	int err;
	const struct wt_segment *segment;       /* private */
	uint64_t number;                        /* private: of the entry */
	uint64_t post;                          /* private: where the next list is */
	uint64_t target;                        /* private: entry of the last form's term */
	const uint8_t *at, *stop;               /* private */
	char bytes[WT_TERM_MAX + 1];            /* private */
};

/* Stand on the first term >= from. */
void wt_terms_open(struct wt_terms *t, const struct wt_segment *s, struct wt_span from);
void wt_terms_next(struct wt_terms *t);

/* Terms and forms in the segment. */
uint64_t wt_segment_terms(const struct wt_segment *s);

/* ---- postings ---- */

/*
 * A cursor stands on a posting.  The entry of a form gives the documents with that
 * form, its frequencies and its positions.  Deleted documents are not left out.
 * About 2 KB; do not copy.  Close it: positions take memory of their own.
 */
struct wt_cursor {
	uint32_t doc;           /* below wt_segment_docs, or WT_NO_DOC at the end */
	int err;                /* WT_OK, or why the walk ended early */

	uint32_t block_last;    /* wt_cursor_block: no document of the block is above */
	uint8_t block_impact;   /* wt_cursor_block: no posting of it has a higher one */

	const struct wt_segment *segment;       /* private from here */
	struct wt_entry entry;          /* of the list */
	bool form;                      /* only postings with form `number` */
	uint32_t number;
	uint32_t full, blocks;          /* full blocks; and the tail */
	uint32_t block, shallow;        /* block in hand; block of wt_cursor_block */
	uint32_t at, count;             /* posting in the block, postings of it */
	uint32_t last;                  /* document of the last of them */
	bool has_docs, has_freqs;       /* those of the block in hand are decoded */
	const uint8_t *set;             /* the block in hand as a bitmap, or NULL */
	uint32_t set_first, set_bits;   /* document of its first bit; how many it has */
	uint32_t looks;                 /* seeks in the bitmap */
	const uint8_t *freq_bytes;      /* those that are not decoded yet */
	size_t freq_len;
	unsigned wide[4];               /* see wt_skip_table_lay */
	const uint8_t *skip[4];         /* the columns of the table of skips */
	uint64_t list, places;          /* where blocks and positions start */
	uint64_t bit;                   /* of a short list: where the positions start */
	struct wt_places *pos;          /* owned: made when positions are first asked for */
	uint32_t docs[WT_BLOCK];
	uint32_t freqs[WT_BLOCK];
};

/* Stand on the first posting. */
void wt_cursor_open(struct wt_cursor *c, const struct wt_segment *s,
    const struct wt_entry *entry);
void wt_cursor_close(struct wt_cursor *c);

void wt_cursor_next(struct wt_cursor *c);

/* Move forward, if need be, to the first posting with doc >= target. */
void wt_cursor_seek(struct wt_cursor *c, uint32_t target);

/*
 * Without moving: fill block_last and block_impact for the block that would hold the
 * first document >= target (not below c->doc).  Past the last: WT_NO_DOC and 0.
 */
void wt_cursor_block(struct wt_cursor *c, uint32_t target);

/*
 * The documents from the current one to the end of its block, as an array valid until
 * the next move; returns how many, 0 at the end.  wt_cursor_skip steps over them.
 */
uint32_t wt_cursor_run(struct wt_cursor *c, const uint32_t **docs);
void wt_cursor_skip(struct wt_cursor *c);

/* Go to the posting `ahead` of the current one in its run, which was asked for. */
static inline void
wt_cursor_step(struct wt_cursor *c, uint32_t ahead)
{
	if (ahead < c->count - c->at) {
		c->at += ahead;
		c->doc = c->docs[c->at];
	}
}

/*
 * The frequencies of the same postings, from the current one on; NULL at the end and where
 * they are damaged.
 */
const uint32_t *wt_cursor_freqs(struct wt_cursor *c);

/* Of the current posting, at least 1; 0 where wt_cursor_freqs is NULL. */
uint32_t wt_cursor_freq(struct wt_cursor *c);

/*
 * The block in hand as bits, if it is stored so and its run was not asked for: bit i stands
 * for document *first + i, also before the current one.  Else NULL.
 */
const uint8_t *wt_cursor_bits(const struct wt_cursor *c, uint32_t *first, uint32_t *count);

/*
 * Positions of the current posting, increasing, as many as its frequency; valid until the next
 * call.  Returns WT_OK; a flag has none (*count is 0).
 */
int wt_cursor_positions(struct wt_cursor *c, const uint32_t **positions, uint32_t *count);

/*
 * An upper bound of the BM25 part (without idf, 0 to K1 + 1) of a posting with at
 * most this impact, where the average length is `average`.
 */
float wt_impact_bound(const struct wt_segment *s, uint8_t impact, float average);

/* The part itself. */
static inline float
wt_bm25_part(uint32_t freq, uint32_t length, float average)
{
	float tf = (float)freq;

	return tf * (WT_BM25_K1 + 1) /
	    (tf + WT_BM25_K1 * (1 - WT_BM25_B + WT_BM25_B * (float)length / average));
}

/* ---- stored streams ---- */

/* The block read last, inflated as far as it was asked for.  Zeroed is empty. */
struct wt_stored {
	struct wt_buf bytes;            /* private from here: those that are there */
	size_t size;                    /* of the whole block */
	size_t head;                    /* of these, lengths; then come the documents */
	struct wt_buf starts;           /* 4 bytes: where each starts behind the lengths, and the end */
	const struct wt_segment *segment;
	struct wt_unpacker *unpacker;
	uint32_t stream, block;
	uint32_t first, end;            /* documents */
	bool full;
};

void wt_stored_free(struct wt_stored *c);

/*
 * The bytes of a stream of a document, empty if it has none; valid until the next
 * call with the same cache.  WT_OK, WT_ECORRUPT, WT_ENOMEM.
 */
int wt_document_stream(const struct wt_segment *s, uint32_t doc, uint32_t stream,
    struct wt_stored *cache, struct wt_span *out);

/* ---- columns ---- */

/* A column of a segment.  Values are numbered from 0 in order of bytes. */
struct wt_column {
	struct wt_span name;
	uint32_t values;                /* different ones */
	uint32_t most;                  /* values of the document that has most of them */
	const struct wt_segment *segment;       /* private from here */
	uint64_t starts, ids, offsets, bytes, bytes_len, total;
	unsigned width_start, width_id, width_offset;
};

uint32_t wt_segment_columns(const struct wt_segment *s);

/* A column by number, or by name: WT_OK, WT_ENOENT, WT_ECORRUPT. */
int wt_column_open(const struct wt_segment *s, uint32_t number, struct wt_column *c);
int wt_column_find(const struct wt_segment *s, struct wt_span name, struct wt_column *c);

/* The text of a value, for id < values; empty where damaged. */
struct wt_span wt_column_value(const struct wt_column *c, uint32_t id);

/* The number of a value, or WT_ENOENT. */
int wt_column_lookup(const struct wt_column *c, struct wt_span value, uint32_t *id);

/*
 * Values of a document, increasing, at most `room` of them: how many it has.  Damage
 * gives 0 and shows in wt_segment_error.
 */
uint32_t wt_column_get(const struct wt_column *c, uint32_t doc, uint32_t *ids, uint32_t room);

/* ---- the whole ---- */

/* One line of output, without its newline; not 0: stop. */
typedef int wt_line_fn(void *context, struct wt_span line);

/*
 * Check everything: checksums, order, counts, and that terms, postings, documents,
 * streams and columns agree.  Each finding is a line.  WT_OK, or the first error.
 */
int wt_index_verify(const char *path, wt_line_fn *line, void *context, struct wt_error *error);

/*
 * Print a section as text: manifest, segments, documents, terms, postings, columns,
 * streams, copies; empty: the first two.  WT_ENOENT: no such section.
 */
int wt_index_dump(const struct wt_index *ix, struct wt_span section, wt_line_fn *line,
    void *context, struct wt_error *error);

/* Bytes of a section for statistics: name and size of the next, from *number 0 on. */
bool wt_index_size(const struct wt_index *ix, uint32_t number, struct wt_span *name,
    uint64_t *bytes);

#endif
