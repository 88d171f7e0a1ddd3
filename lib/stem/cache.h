/*
 * cache.h - a fixed number of words and their stems.
 *
 * Two words share a place and the older one gives way, so the memory is fixed
 * (it is taken in two steps) and nothing is searched.  Words and stems too long for a place
 * are not kept.
 */
#ifndef WT_STEM_CACHE_H
#define WT_STEM_CACHE_H

#include "base/span.h"

#include <stdint.h>

struct wt_stem_cache;

/* An empty cache, or NULL. */
struct wt_stem_cache *wt_stem_cache_new(void);
void wt_stem_cache_free(struct wt_stem_cache *c);

/* The stem of a word, valid until the next put; or false. */
bool wt_stem_cache_get(const struct wt_stem_cache *c, struct wt_span word, struct wt_span *stem);

/* Keep a stem. */
void wt_stem_cache_put(struct wt_stem_cache *c, struct wt_span word, struct wt_span stem);

#endif
