/*
 * build.h - make, extend and merge an index.
 *
 * An index is a folder.  One writer at a time holds it (a second one is
 * refused with WT_EBUSY); readers are never blocked, and see the last commit.
 * Nothing that was added can be seen, and nothing is lost by a crash, before
 * wt_build_commit returns; FORMAT.md, section 10, tells the protocol.
 *
 * The index knows byte strings and numbers, no language: what a term is, which
 * prefix marks a field and what a stream holds is the caller's affair.
 *
 * Up to `compact` bytes an index is kept as one segment whose documents are in
 * order of date and key, so that its bytes depend on the documents and the
 * options alone: not on threads, batches, or the order of input.
 */
#ifndef WT_INDEX_BUILD_H
#define WT_INDEX_BUILD_H

#include "base/err.h"
#include "base/span.h"

#include <stdbool.h>
#include <stdint.h>

#define WT_STREAMS 8            /* stored streams of a document, numbered from 0 */
#define WT_STREAM_META 0        /* by agreement: what describes the article */
#define WT_STREAM_TEXT 1        /* the article; packed with the preset dictionary */
#define WT_STREAM_FACTS 2
#define WT_STREAM_CLAIMS 3
#define WT_STREAM_SKETCH 4      /* 64 bytes by which near copies are found: alike.h */

#define WT_TERM_MAX 255         /* bytes of a term or a form, at least 1 */
#define WT_KEY_MAX 1023         /* bytes of a key, at least 1 */
#define WT_VALUE_MAX 4095       /* bytes of a value of a column */
#define WT_COLUMNS_MAX 64       /* different columns of an index */
#define WT_POSITION_MAX ((uint32_t)1 << 28)     /* positions are below this */
#define WT_NO_DATE INT32_MIN    /* sorts before every date */

/*
 * One occurrence of a term at a position.  The form, if not empty, is the exact
 * spelling there: it gets an entry of its own in the dictionary, which walks
 * those occurrences of `term` that have this form, and costs far less than a
 * second term would.  Give forms a prefix of their own, and leave `form` empty
 * where it would say nothing new.  Example: term "bangun", form "=pembangunan".
 * A term has at most one occurrence at a position of a document; others are dropped.
 */
struct wt_use {
	struct wt_span term;
	struct wt_span form;
	uint32_t position;
	struct wt_use_note *note;       /* borrowed during the call; may be NULL */
};

/*
 * Where a caller that adds one word over and over lets the build write down where it has
 * it, so that it is looked up once.  Zeroed at first, then the build's own; for one pair of
 * term and form, one worker and one build.
 */
struct wt_use_note {
	uint32_t stamp, term, form;
};

/* One value of a document in a named column; values of a document are a set. */
struct wt_cell {
	struct wt_span column;
	struct wt_span value;
};

struct wt_addition {
	struct wt_span key;             /* unique; a later one replaces an earlier one */
	int32_t date;                   /* days since 1970-01-01, or WT_NO_DATE */
	uint32_t length;                /* in terms, for ranking; kept to 6 % */
	uint64_t hash;                  /* of the content; its low 40 bits are kept */
	uint64_t order;                 /* of two documents with one key the higher stays */
	const struct wt_use *uses;      /* in any order */
	size_t use_count;
	const struct wt_span *flags;    /* terms without positions; a repetition is dropped */
	size_t flag_count;
	const struct wt_cell *cells;
	size_t cell_count;
	struct wt_span streams[WT_STREAMS];
};

/* Zeroed options are the defaults. */
struct wt_build_options {
	size_t memory;          /* bytes of buffers in all; 0: 96 MB; at least 1 MB are used */
	unsigned threads;       /* workers that add, and helpers of a commit; 0: 1; at most 64 */
	int level;              /* of zlib, 1 to 9; 0: 6; 5 is a third faster, 2 % longer */
	uint64_t compact;       /* keep one segment up to so many bytes; 0: 1 GB */
	bool anew;              /* what is there goes when the first commit is done, whatever it is */
	struct wt_span meta;    /* the caller's own words, such as the version of its rules */
	struct wt_span preset;  /* preset dictionary for the text; empty: trained on it */
};

struct wt_build;

/*
 * Open the index in folder `path` for writing; a folder that is not there is
 * made.  WT_EBUSY: another writer has it.  WT_EVERSION: it was made with another
 * meta (the caller may build it anew).  WT_EACCES, WT_EIO, WT_ECORRUPT,
 * WT_ENOMEM.  The spans of the options are copied.  Released by wt_build_close.
 */
int wt_build_open(const char *path, const struct wt_build_options *options,
    struct wt_build **out, struct wt_error *error);

/*
 * WT_OK and the hash (40 bits) of the committed document with this key, or
 * WT_ENOENT: lets the caller leave out what did not change.  Not by two threads at once.
 * An index built anew takes over only those documents of an earlier writer that are looked up.
 */
int wt_build_lookup(const struct wt_build *b, struct wt_span key, uint64_t *hash);

/*
 * Add or replace a document; everything is copied.  Worker is below `threads`;
 * different workers may add at the same time.  WT_EINVAL, WT_ELIMIT: this document
 * is refused, others go on.  WT_ENOMEM, WT_EIO: the build can only be closed.
 */
int wt_build_add(struct wt_build *b, unsigned worker, const struct wt_addition *doc,
    struct wt_error *error);

/*
 * Take a committed document out; WT_ENOENT if there is none.  A document added with
 * this key since the last commit stays.  Not while a worker adds.
 */
int wt_build_delete(struct wt_build *b, struct wt_span key, struct wt_error *error);

/*
 * Take out all documents that wt_build_lookup was not asked for since the index was opened
 * or committed, so that it has what is in a collection now; *count is told how many.  Not
 * while a worker adds.  WT_ENOMEM.
 */
int wt_build_prune(struct wt_build *b, uint64_t *count, struct wt_error *error);

/*
 * Make all additions and deletions last; after it more may follow.  Not while a
 * worker adds.  After an error the index on disk is as it was, or, if only the
 * last sync failed, as it should be; the build can only be closed.
 */
int wt_build_commit(struct wt_build *b, struct wt_error *error);

/*
 * Make what was added last without a commit: the next writer with the same meta goes on
 * from it, one that builds anew only if this one did.  So it is with most of what was
 * added, whenever memory was full, whatever then ends the writer: what it did is not lost.
 * Deletions are not kept.
 */
int wt_build_keep(struct wt_build *b, struct wt_error *error);

/* Documents taken over from a writer that was broken off; wt_build_lookup finds them too. */
uint64_t wt_build_recovered(const struct wt_build *b);

/* Let go of the folder; what was neither committed nor kept is forgotten.  Accepts NULL. */
void wt_build_close(struct wt_build *b);

/*
 * Make the index `path` (which must hold none) of several others: the same bytes
 * as if all were added at once.  Of documents with one key that of the last path
 * stays.  WT_EVERSION: they have different meta.
 */
int wt_index_merge(const char *path, const char *const *paths, size_t count,
    const struct wt_build_options *options, struct wt_error *error);

#endif
