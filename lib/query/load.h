/*
 * load.h - what an index stores of an article: a line of results, the text, the facts.
 *
 * The streams are those that ingest/store.h writes.
 */
#ifndef WT_QUERY_LOAD_H
#define WT_QUERY_LOAD_H

#include "extract/facts.h"
#include "index/read.h"

struct wt_story {
	struct wt_span title, published, source, url, path, primary_region_id;
	struct wt_span regions;         /* ids of those it is about, '|' between, most mentioned first */
	bool title_inside;              /* the title is a part of the text */
};

/* The blocks inflated last; zeroed is empty. */
struct wt_loader {
	struct wt_stored caches[WT_STREAMS];
};

void wt_loader_free(struct wt_loader *l);

/*
 * Read a document.  Spans are copies in the arena.  WT_OK, WT_ENOMEM, WT_ECORRUPT.
 * wt_load_facts fills both parts.
 */
int wt_load_story(struct wt_loader *l, const struct wt_segment *s, uint32_t doc,
    struct wt_arena *arena, struct wt_story *story);
int wt_load_text(struct wt_loader *l, const struct wt_segment *s, uint32_t doc,
    struct wt_arena *arena, struct wt_span *text);
int wt_load_facts(struct wt_loader *l, const struct wt_segment *s, uint32_t doc,
    struct wt_arena *arena, struct wt_facts *facts);

#endif
