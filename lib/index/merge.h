/*
 * merge.h - write one segment of the live documents of several.
 *
 * The result depends on the documents alone, not on how they were spread: what was
 * deleted leaves no trace.
 */
#ifndef WT_INDEX_MERGE_H
#define WT_INDEX_MERGE_H

#include "index/read.h"
#include "index/write.h"

struct wt_source {
	const struct wt_segment *segment;
	uint8_t *dead;          /* a bit for each document, besides the mask; may be NULL */
	const uint64_t *orders; /* of each document, or NULL: older than any with orders */
};

/*
 * Of documents with one key mark all but one dead (masks are made as needed, owned by
 * the caller): the highest order stays, then the highest hash, then the last source.
 */
int wt_sources_unite(struct wt_source *sources, uint32_t count);

static inline bool
wt_source_live(const struct wt_source *s, uint32_t doc)
{
	return wt_segment_live(s->segment, doc) &&
	    (s->dead == NULL || (s->dead[doc / 8] >> (doc % 8) & 1) == 0);
}

struct wt_merge_plan {
	const char *path;
	int level;
	unsigned threads;
	struct wt_span preset;
};

/* Live documents of all are written; *docs tells how many.  None: no file is made. */
int wt_segments_merge(const struct wt_source *sources, uint32_t count,
    const struct wt_merge_plan *plan, uint32_t *docs, uint64_t *size, uint64_t *hash,
    struct wt_error *error);

#endif
