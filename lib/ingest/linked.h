/*
 * linked.h - what a page says of its article in JSON-LD (schema.org).
 *
 * The object of a kind that ends with Article, NewsArticle, BlogPosting and the like is
 * taken, wherever it stands: alone, in a list, or under @graph.
 */
#ifndef WT_INGEST_LINKED_H
#define WT_INGEST_LINKED_H

#include "base/arena.h"

struct wt_linked {
	struct wt_span headline, published, publisher, url, body;       /* in the arena; may be empty */
};

/* Add what a script says to what is known; what is no JSON says nothing but perhaps its date. */
void wt_linked_read(struct wt_span json, struct wt_arena *arena, struct wt_linked *out);

#endif
