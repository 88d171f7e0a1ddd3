/* merge_private.h - a merge from inside: documents, lists and columns, a file each. */
#ifndef WT_INDEX_MERGE_PRIVATE_H
#define WT_INDEX_MERGE_PRIVATE_H

#include "index/merge.h"

struct wt_origin {
	uint32_t source, doc;
};

struct wt_merge {
	const struct wt_source *sources;
	uint32_t count;
	struct wt_writer w;
	uint32_t docs;
	struct wt_origin *origins;      /* owned: where each document comes from */
	uint32_t **numbers;             /* owned: of each source, the new number of a document */
	struct wt_buf key;              /* the key given last */
	struct wt_stored *stored;       /* owned: of each source */
};

/* Number the live documents by date and key. */
int wt_merge_order(struct wt_merge *m);

int wt_merge_lists(struct wt_merge *m);
int wt_merge_columns(struct wt_merge *m);

#endif
