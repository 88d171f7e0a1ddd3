/*
 * cursor_private.h - what cursor.c and places.c share.
 *
 * cursor.c knows documents and frequencies, places.c positions and forms.
 */
#ifndef WT_INDEX_CURSOR_PRIVATE_H
#define WT_INDEX_CURSOR_PRIVATE_H

#include "index/block.h"
#include "index/segment_private.h"

/* Positions of the block in hand, decoded posting by posting, and its forms. */
struct wt_places {
	uint32_t block;                 /* whose positions `bits` gives, or WT_NO_DOC */
	uint32_t next;                  /* posting of the block whose positions come next */
	struct wt_bits bits;
	uint64_t start;                 /* bit of the positions of the first posting */
	const uint8_t *jumps;           /* what is told of the jumps of the block ... */
	unsigned jump_width;            /* ... in so many bits each, 0: there are none */
	struct wt_jumps expected;       /* ... and what frequencies tell */
	const uint8_t *extents;         /* bounds of documents extent_first ... */
	uint32_t extent_first, extent_end;      /* ... to below extent_end, checked */
	uint32_t *positions;            /* owned: of the posting before `next` */
	uint32_t *chosen;               /* owned: those that have the form */
	uint32_t count, chosen_count;
	size_t cap, chosen_cap;
	uint32_t forms_block;           /* whose forms are in `forms`, or WT_NO_DOC */
	uint32_t *forms;                /* owned: of each position of the block */
	size_t forms_cap;
	uint32_t starts[WT_BLOCK + 1];  /* where those of each posting start */
	uint32_t total;                 /* postings of the block, chosen or not */
	uint8_t origin[WT_BLOCK];       /* of a chosen posting: its place in the block */
	uint32_t docs[WT_BLOCK];        /* of all postings of the block ... */
	uint32_t freqs[WT_BLOCK];       /* ... if the cursor walks a form */
};

/* Stop the cursor: at the end, or because of an error. */
void wt_cursor_stop(struct wt_cursor *c, int err);

/* Decode the documents and frequencies of the block in hand; damage stops the cursor. */
void wt_cursor_decode_all(struct wt_cursor *c);

static inline void
wt_cursor_decode(struct wt_cursor *c)
{
	if (!c->has_docs || !c->has_freqs)
		wt_cursor_decode_all(c);
}

/* Where the positions of the block in hand lie in the file; false if damaged. */
bool wt_cursor_places(struct wt_cursor *c, uint64_t *at, uint64_t *len);

/* Keep of the block in hand the postings that have the form the cursor walks. */
int wt_places_choose(struct wt_cursor *c);

/*
 * Whether a jump leads to where the positions read last end, if one does; for a cursor that
 * walks posting by posting.
 */
bool wt_cursor_jumps(const struct wt_cursor *c);

void wt_places_free(struct wt_places *p);

#endif
