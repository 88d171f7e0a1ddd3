/*
 * block.h - the parts of a long list: its table of skips, the documents of a block, and
 * where the positions of some of its postings start.  FORMAT.md, section 5, has the bytes.
 */
#ifndef WT_INDEX_BLOCK_H
#define WT_INDEX_BLOCK_H

#include "index/bits.h"
#include "index/format.h"

/* ---- the table of skips ---- */

enum wt_skip_column { WT_SKIP_DOC, WT_SKIP_LIST, WT_SKIP_PLACE, WT_SKIP_IMPACT, WT_SKIP_COLUMNS };

/* How the columns lie: each packed in its width, and ending at a byte. */
struct wt_skip_table {
	unsigned width[WT_SKIP_COLUMNS];        /* bits of an item; 0: there is no such column */
	uint64_t column[WT_SKIP_COLUMNS];       /* where it starts, in the table */
	uint64_t size;                          /* bytes of the table */
};

/*
 * The table of a list with `full` blocks, in a segment of so many documents.  `list` and
 * `places` are the sizes of its parts; a flag has no places.  False: no list is so large.
 */
bool wt_skip_table_lay(struct wt_skip_table *k, uint32_t version, uint32_t segment_docs, uint32_t full,
    uint64_t list, uint64_t places, bool flag);

/* ---- documents ---- */

#define WT_SET_HEAD 128u        /* the byte before a bitmap; a block of gaps has none that high */

/*
 * Write 128 documents, increasing and not below `least`, as gaps or as a bitmap, what is
 * shorter: how many bytes it took, at most WT_PACK_MAX.
 */
size_t wt_docs_pack(uint8_t *at, const uint32_t *docs, uint32_t least);

/*
 * Read gaps from at[0..len): how many bytes they took, or 0 if they are damaged.  The
 * documents are above `before` (UINT32_MAX: from 0 on); the last is `last`.
 */
size_t wt_docs_unpack(const uint8_t *at, size_t len, uint32_t before, uint32_t last,
    uint32_t *docs);

/* The bytes that a bitmap of so many bits takes at at[0..len), or 0 if it does not end well. */
size_t wt_set_size(const uint8_t *at, size_t len, uint32_t bits);

/* The first bit that is set from `bit` on, in a bitmap that ends with one. */
static inline uint32_t
wt_set_next(const uint8_t *set, uint32_t bit)
{
	uint64_t left;

	while ((left = wt_bits_load(set + bit / 8) >> bit % 8) == 0)
		bit += 64 - bit % 8;
	return bit + (uint32_t)__builtin_ctzll(left);
}

/* The 128 documents of a bitmap whose first bit stands for `base`; false: they are not 128. */
bool wt_set_unpack(const uint8_t *set, uint32_t bits, uint32_t base, uint32_t *docs);

/* ---- jumps into positions ---- */

#define WT_JUMP 16u             /* postings from one to the next */
#define WT_JUMPS 7u             /* of a full block: to postings 16, 32 ... 112 */

/* Where positions of postings start, in bits, as far as their frequencies tell. */
struct wt_jumps {
	uint64_t step;          /* bits of an occurrence, 16 binary places */
	uint32_t sums[WT_JUMPS];        /* of the frequencies before */
};

/* `size` is that of the positions in bytes. */
void wt_jumps_expect(struct wt_jumps *j, const uint32_t *freqs, uint64_t size);

static inline uint64_t
wt_jumps_at(const struct wt_jumps *j, unsigned number)
{
	return j->step * j->sums[number] >> 16;
}

#endif
