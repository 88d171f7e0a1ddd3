/*
 * roots_build.h - make the block of words that roots.h reads.
 *
 * Words are added one by one, in any order; adding a word again joins what is
 * said of it.  A zeroed struct is an empty one.  The block depends only on
 * what was added and in which order.
 */
#ifndef WT_STEM_ROOTS_BUILD_H
#define WT_STEM_ROOTS_BUILD_H

#include "base/buf.h"
#include "base/table.h"
#include "stem/roots.h"

struct wt_roots_build {
	struct wt_table words;          /* private */
	struct wt_root *items;          /* private: items[id] goes with words.keys[id] */
	size_t cap;                     /* private */
};

/*
 * The item of a word, to be filled in, valid until the next call; NULL if
 * memory ran out.  The caller checks that 1 <= word.len <= WT_ROOT_LONGEST,
 * and that item->stem is no longer than that and stays valid until the write.
 */
struct wt_root *wt_roots_item(struct wt_roots_build *b, struct wt_span word);

/* Append the block to out: WT_OK, WT_ENOMEM, or WT_ELIMIT for more than 16 MB of words. */
int wt_roots_write(const struct wt_roots_build *b, struct wt_buf *out);

void wt_roots_build_free(struct wt_roots_build *b);

#endif
