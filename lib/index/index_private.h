/* index_private.h - a snapshot of an index from inside. */
#ifndef WT_INDEX_INDEX_PRIVATE_H
#define WT_INDEX_INDEX_PRIVATE_H

#include "index/manifest.h"
#include "index/segment_private.h"

struct wt_index {
	struct wt_manifest manifest;
	struct wt_segment **segments;   /* owned */
	struct wt_map copies_map;       /* empty if there are none */
};

/* Open the segments that the manifest of an index names; let go of them. */
int wt_index_open_parts(struct wt_index *ix, const char *folder, struct wt_error *error);
void wt_index_close_parts(struct wt_index *ix);

#endif
