/*
 * zpack.h - raw deflate with a preset dictionary; the only user of zlib.
 *
 * A packer or unpacker keeps its memory from block to block and belongs to one
 * thread.
 */
#ifndef WT_INDEX_ZPACK_H
#define WT_INDEX_ZPACK_H

#include "base/buf.h"
#include "base/err.h"
#include "base/span.h"

#define WT_PRESET_MAX ((size_t)32 << 10)        /* the window of deflate */

struct wt_packer;
struct wt_unpacker;

/* Levels 1 to 9.  The preset, which may be empty, stays the caller's. */
int wt_packer_open(int level, struct wt_span preset, struct wt_packer **out);
void wt_packer_close(struct wt_packer *p);

/* Pack bytes behind what is in `out`: WT_OK or WT_ENOMEM. */
int wt_packer_pack(struct wt_packer *p, struct wt_span bytes, struct wt_buf *out);

int wt_unpacker_open(struct wt_unpacker **out);
void wt_unpacker_close(struct wt_unpacker *u);

/*
 * Begin to unpack `bytes`, which hold `size` bytes, to `out`.  The spans stay the
 * caller's until the next start.
 */
int wt_unpacker_start(struct wt_unpacker *u, struct wt_span preset, struct wt_span bytes,
    char *out, size_t size);

/*
 * Go on until the first `end` bytes are there, or some more: *have says how many.  At the
 * end of all it is seen that nothing follows.  WT_OK, or WT_ECORRUPT, WT_ENOMEM.
 */
int wt_unpacker_reach(struct wt_unpacker *u, size_t end, size_t *have);

/*
 * Train a preset dictionary of at most `size` bytes on a sample (owned by `out`): the
 * stretches whose runs of bytes occur in most blocks, the best of them last, where deflate
 * finds them at the least distance.
 */
int wt_preset_train(struct wt_span sample, size_t size, struct wt_buf *out);

#endif
