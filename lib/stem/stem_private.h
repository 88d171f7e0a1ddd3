/* stem_private.h - what stem.c and modes.c share. */
#ifndef WT_STEM_STEM_PRIVATE_H
#define WT_STEM_STEM_PRIVATE_H

#include "stem/cache.h"
#include "stem/stem.h"
#include "stem/warta.h"

/* A way to a stem that is not the default. */
struct wt_stem_way {
	int (*stem)(void *state, struct wt_span word, const struct wt_stem_trace *trace,
	    struct wt_span *stem);
	void (*close)(void *state);
};

struct wt_stemmer {
	bool cached;
	struct wt_roots roots;
	struct wt_warta warta;
	struct wt_stem_cache *cache;            /* owned */
	const struct wt_stem_way *way;          /* NULL: warta's */
	void *state;                            /* of the way, owned */
};

#endif
