/*
 * presets.h - the preset dictionaries of stored streams, trained on a sample of the documents.
 *
 * Training goes on beside what the caller does between begin and end, where there are
 * threads for it.  The result depends on the set of documents alone.
 */
#ifndef WT_INDEX_PRESETS_H
#define WT_INDEX_PRESETS_H

#include "index/write.h"

/*
 * Take samples of the streams that `used` has bits for, by the plan's fetch, and begin.
 * WT_OK, WT_ENOMEM, or what fetch returns; *out is released by wt_presets_close.
 */
int wt_presets_begin(const struct wt_stream_plan *plan, uint32_t docs, uint32_t used,
    struct wt_presets **out);

/* Train what is left, wait for the rest, and give each stream its own; owned by the caller then. */
int wt_presets_end(struct wt_presets *p, struct wt_buf presets[]);

/* Wait for what goes on, and forget all.  Accepts NULL. */
void wt_presets_close(struct wt_presets *p);

#endif
