/* progress.h - a line on stderr that says how far a run is, if stderr is a terminal. */
#ifndef WT_CMD_PROGRESS_H
#define WT_CMD_PROGRESS_H

#include "ingest/pipeline.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <time.h>

struct progress {
	bool shown;             /* private from here */
	struct timespec start, last;
	pthread_t measurer;     /* looks how much there is, meanwhile */
	bool measuring;
	atomic_bool stop;
	atomic_ullong total;    /* bytes of all inputs; 0: not known, or not yet */
	const struct wt_names *names;
	unsigned notices;
	const char *command;
};

/* Begin; the inputs, which are borrowed, are measured only where a line will be shown. */
void progress_open(struct progress *p, const char *command, const struct wt_names *names,
    bool quiet);

/* pipeline.h's progress; context is the struct. */
void progress_tell(void *context, const struct wt_progress *now);

/* skip.h's tell: a line on stderr for each; context is the struct. */
void progress_skip(void *context, const struct wt_skip *skip, bool notice);

/* Wipe the line away, and say how many notices were kept back. */
void progress_close(struct progress *p);

#endif
