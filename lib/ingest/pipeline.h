/*
 * pipeline.h - read, extract, hand on: on several threads, in one order.
 *
 * Each worker reads the next article (one at a time), extracts its facts (at the
 * same time), prepares what it will write (at the same time) and commits it (one
 * at a time, in the order of the input).  So what comes out does not depend on
 * the number of threads, and no more articles are in memory than threads.  Where a
 * sink commits nothing, an article that takes long does not hold up those behind it.
 */
#ifndef WT_INGEST_PIPELINE_H
#define WT_INGEST_PIPELINE_H

#include "extract/extract.h"
#include "index/alike.h"
#include "ingest/input.h"
#include "ingest/journal.h"

#include <stdatomic.h>

/* One article, valid during the call. */
struct wt_result {
	const struct wt_record *record;
	const struct wt_facts *facts;
	struct wt_span title, text;     /* clean, as offsets of the facts count in them */
	bool title_inside;              /* the title is the beginning of the text */
	uint64_t order;
	uint8_t sketch[WT_SKETCH];      /* by which near copies are found */

	/* Of an article that was extracted now: its words (extract/extract.h); else NULL. */
	const struct wt_document *document;
	const struct wt_lexeme *const *lexemes;
	uint32_t lexeme_age;
};

struct wt_sink {
	void *context;

	/*
	 * Before extraction, one at a time and in order: is this article wanted?  May be
	 * NULL: all are.
	 */
	bool (*wanted)(void *context, const struct wt_record *record);

	/* By several threads at once, in any order; worker is below the number of threads. */
	int (*prepare)(void *context, unsigned worker, const struct wt_result *r,
	    struct wt_error *error);

	/* One at a time, in order.  May be NULL. */
	int (*commit)(void *context, unsigned worker, const struct wt_result *r,
	    struct wt_error *error);
};

struct wt_progress {
	uint64_t articles, bytes, skipped;
};

struct wt_pipeline {
	const struct wt_dict *dict;
	unsigned threads;               /* 0: 1; at most 64 */
	unsigned flags;                 /* of wt_extract */
	struct wt_skips *skips;
	struct wt_sink sink;
	struct wt_journal *journal;     /* of results, read and grown; may be NULL */
	const atomic_bool *stop;        /* no article is begun once it is set; may be NULL */
	void (*progress)(void *context, const struct wt_progress *p);   /* may be NULL */
	void *progress_context;
};

/*
 * Run all articles of `inputs` through the sink.  Articles that cannot be extracted
 * are told to skips.  WT_OK, also where it was stopped, or the first error that ends the run.
 */
int wt_pipeline_run(const struct wt_pipeline *p, const struct wt_inputs *inputs,
    struct wt_error *error);

/* The number of threads for "as many as there are processors". */
unsigned wt_processors(void);

#endif
