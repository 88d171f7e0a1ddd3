/*
 * run.h - documents gathered in memory, to be written as a segment.
 *
 * A run belongs to one worker.  It keeps documents as they come; their order, and
 * that of the terms, is made when it is written.
 */
#ifndef WT_INDEX_RUN_H
#define WT_INDEX_RUN_H

#include "index/build.h"
#include "index/write.h"

#include <stdatomic.h>

struct wt_run;

/* `stamps` is counted on, and borrowed while the run is used: notes of uses tell runs by it. */
struct wt_run *wt_run_make(atomic_uint *stamps);
void wt_run_free(struct wt_run *r);

/* As wt_build_add. */
int wt_run_add(struct wt_run *r, const struct wt_addition *doc, struct wt_error *error);

/* Bytes it takes, and will take while it is written; documents in it. */
size_t wt_run_size(const struct wt_run *r);
uint32_t wt_run_docs(const struct wt_run *r);

/*
 * Write all as a segment, of which `orders` (owned by the caller, to be freed) gets the
 * order of each document.  The run is empty then.
 */
struct wt_run_plan {
	const char *path;
	int level;              /* of the stored streams, 0: not packed */
	unsigned threads;
	struct wt_span preset;
};

int wt_run_write(struct wt_run *r, const struct wt_run_plan *plan, uint64_t **orders,
    uint32_t *docs, uint64_t *size, uint64_t *hash, struct wt_error *error);

#endif
