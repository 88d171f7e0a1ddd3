/* index_private.h - a snapshot of an index from inside. */
#ifndef WT_INDEX_INDEX_PRIVATE_H
#define WT_INDEX_INDEX_PRIVATE_H

#include "index/manifest.h"
#include "index/segment_private.h"

struct wt_index {
	struct wt_manifest manifest;
	struct wt_segment **segments;   /* owned */
};

#endif
