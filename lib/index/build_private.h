/*
 * build_private.h - a writer from inside: build.c opens and adds, commit.c commits and
 * merges, pending.c goes on where another writer was broken off.
 */
#ifndef WT_INDEX_BUILD_PRIVATE_H
#define WT_INDEX_BUILD_PRIVATE_H

#include "index/build.h"
#include "index/index_private.h"
#include "index/merge.h"
#include "index/run.h"

#include <pthread.h>
#include <stdatomic.h>

#define WT_THREADS_MAX 64u

/* A spilled run. */
struct wt_spill {
	char *path;             /* owned */
	struct wt_segment *segment;     /* owned */
	uint64_t *orders;       /* owned: of each document; NULL: of a run of another writer */
	uint64_t size, hash;
	uint32_t number;        /* in its name */
	uint8_t *seen;          /* owned, or NULL: documents of another writer's run that were looked up */
};

struct wt_build {
	char *path;             /* owned */
	int lock;               /* descriptor, or -1 */
	struct wt_build_options options;
	struct wt_buf meta, preset;     /* what the options borrow */
	struct wt_index *index; /* what is committed, or NULL */
	uint8_t **dead;         /* owned: by segment, documents deleted since; or NULL */
	uint8_t **seen;         /* owned: by segment, documents that were looked up; or NULL */
	bool pruned;            /* what was taken over and not looked up goes */
	struct wt_run *runs[WT_THREADS_MAX];       /* by worker, made when used */
	pthread_mutex_t adding; /* held to add while all workers share the first run ... */
	bool apart;             /* ... and to see if they do not any more */
	pthread_mutex_t mutex;  /* holds what follows while workers add */
	struct wt_spill *spills;   /* owned */
	uint32_t spill_count;
	size_t spill_cap;
	uint32_t spill_number;  /* for names */
	atomic_uint stamps;     /* given to runs so far */
	uint32_t listed;        /* spills, from the first, that the list of what is pending names */
	bool pending;           /* there is such a list, of this writer or taken over by it */
	struct wt_spill *recovered;     /* owned: what was taken over, the oldest first */
	uint32_t recovered_count;
};

/* Errors with the path of the index in front. */
int wt_build_no_memory(const char *path, struct wt_error *error);
int wt_build_system_error(const char *path, const char *what, struct wt_error *error);

/* Map the committed index, if there is one; let go of it. */
int wt_build_open_committed(struct wt_build *b, struct wt_error *error);
void wt_build_close_committed(struct wt_build *b);

/* Remove what the committed index does not name.  What cannot be removed stays. */
void wt_build_sweep(const struct wt_build *b);

/*
 * A list of runs on disk, from which the next writer can go on.  wt_pending_open takes over
 * what another one left, if it fits; WT_OK or WT_ENOMEM.  wt_pending_find asks it as
 * wt_build_lookup does, wt_pending_take gives it as sources, wt_pending_forget removes it.
 */
int wt_pending_open(struct wt_build *b);
int wt_pending_write(struct wt_build *b, struct wt_error *error);
int wt_pending_find(const struct wt_build *b, struct wt_span key, uint64_t *hash);
void wt_pending_take(struct wt_build *b, struct wt_source *sources);
bool wt_pending_named(const struct wt_build *b, const char *name);
void wt_pending_forget(struct wt_build *b);

char *wt_path_run(const char *folder, uint32_t number);
void wt_spill_drop(struct wt_spill *s, bool remove);

/* Write all that workers hold to files. */
int wt_build_spill_all(struct wt_build *b, struct wt_error *error);
void wt_build_drop_spills(struct wt_build *b);

#endif
