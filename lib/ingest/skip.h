/*
 * skip.h - what was left out, where and why.
 *
 * Notices are about records that were kept, though not as they were (an id
 * that had to be made unique); they are no reason for exit status 3.
 */
#ifndef WT_INGEST_SKIP_H
#define WT_INGEST_SKIP_H

#include "base/arena.h"

#include <stdint.h>

struct wt_skip {
	struct wt_span path;
	uint64_t position;      /* line or record, from 1; 0: the whole file */
	struct wt_span reason;  /* one line */
	uint64_t order;         /* twice the number of the article it stands before; one more: its own */
	size_t number;          /* private: in order of telling */
};

/* Zeroed is empty. */
struct wt_skips {
	struct wt_skip *at;
	size_t count, cap;
	struct wt_arena arena;
	int err;                /* WT_OK or WT_ENOMEM */

	/* Told of each at once, if set. */
	void (*tell)(void *context, const struct wt_skip *skip, bool notice);
	void *context;
};

void wt_skips_add(struct wt_skips *s, uint64_t order, struct wt_span path, uint64_t position,
    const char *format, ...) __attribute__((format(printf, 5, 6)));

/* Something worth a line, though nothing was left out. */
void wt_skips_notice(struct wt_skips *s, struct wt_span path, uint64_t position,
    const char *format, ...) __attribute__((format(printf, 4, 5)));

/* Put them in the order of the input. */
void wt_skips_sort(struct wt_skips *s);
void wt_skips_free(struct wt_skips *s);

#endif
