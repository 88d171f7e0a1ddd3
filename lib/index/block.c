/* block.c - behind block.h. */
#include "index/block.h"
#include "index/pack.h"

#define SAFE_GAPS ((uint32_t)1 << 24)   /* 128 gaps below this cannot run over */
#define WIDTH_MAX 56u                   /* what wt_packed_get64 can read */

/* ---- the table of skips ---- */

bool
wt_skip_table_lay(struct wt_skip_table *k, uint32_t version, uint32_t segment_docs, uint32_t full,
    uint64_t list, uint64_t places, bool flag)
{
	uint64_t most[WT_SKIP_COLUMNS] = { segment_docs - 1, list, places, UINT8_MAX };
	unsigned columns = flag ? WT_SKIP_PLACE : WT_SKIP_COLUMNS;

	*k = (struct wt_skip_table){ .size = 0 };
	for (unsigned i = 0; i < columns; i++) {
		/* Version 1 had whole bytes. */
		k->width[i] = version == 1 ? wt_width_bytes(most[i]) * 8 : wt_width(most[i]);
		if (k->width[i] > WIDTH_MAX)
			return false;
		k->column[i] = k->size;
		k->size += wt_packed_size(full, k->width[i]);
	}
	return true;
}

/* ---- documents ---- */

/* Gaps that could run over 32 bits are added with care; false: they do. */
static bool
add_gaps(uint32_t *docs, uint32_t before, uint32_t last)
{
	uint64_t doc = before;          /* one less than 0 is all ones */

	if (before == UINT32_MAX)
		doc = UINT64_MAX;
	for (uint32_t i = 0; i < WT_PACK; i++) {
		doc += (uint64_t)docs[i] + 1;
		if (doc > last)
			return false;
		docs[i] = (uint32_t)doc;
	}
	return true;
}

size_t
wt_docs_unpack(const uint8_t *at, size_t len, uint32_t before, uint32_t last, uint32_t *docs)
{
	uint32_t all = 0;
	size_t used = wt_unpack(at, len, docs, &all);

	if (used == 0)
		return 0;
	if (all < SAFE_GAPS)
		wt_unpack_gaps(docs, before);
	else if (!add_gaps(docs, before, last))
		return 0;
	return docs[WT_PACK - 1] == last ? used : 0;
}

size_t
wt_docs_pack(uint8_t *at, const uint32_t *docs, uint32_t least)
{
	uint32_t gaps[WT_PACK], bits = docs[WT_PACK - 1] - least + 1, next = least;
	size_t size, bytes = 1 + ((size_t)bits + 7) / 8;

	for (uint32_t i = 0; i < WT_PACK; i++) {
		gaps[i] = docs[i] - next;
		next = docs[i] + 1;
	}
	size = wt_pack(at, gaps);
	if (bytes > size)
		return size;
	memset(at, 0, bytes);
	at[0] = WT_SET_HEAD;
	for (uint32_t i = 0; i < WT_PACK; i++)
		at[1 + (docs[i] - least) / 8] |= (uint8_t)(1u << (docs[i] - least) % 8);
	return bytes;
}

size_t
wt_set_size(const uint8_t *at, size_t len, uint32_t bits)
{
	size_t bytes = ((size_t)bits + 7) / 8;

	if (bits < WT_PACK || bytes >= len || at[0] != WT_SET_HEAD ||
	    at[bytes] >> (bits - 1) % 8 != 1)
		return 0;
	return 1 + bytes;
}

bool
wt_set_unpack(const uint8_t *set, uint32_t bits, uint32_t base, uint32_t *docs)
{
	unsigned left = WT_PACK;

	for (uint32_t bit = 0; bit < bits; bit += 64, base += 64) {
		uint64_t word = wt_bits_load(set + bit / 8);
		unsigned count;

		if (bits - bit < 64)
			word &= ((uint64_t)1 << (bits - bit)) - 1;
		if ((count = wt_count_bits(word)) > left)
			return false;
		left -= count;
		for (; word != 0; word &= word - 1)
			*docs++ = base + (uint32_t)__builtin_ctzll(word);
	}
	return left == 0;
}

/* ---- jumps into positions ---- */

void
wt_jumps_expect(struct wt_jumps *j, const uint32_t *freqs, uint64_t size)
{
	uint32_t sum = 0;

	for (unsigned part = 0; part <= WT_JUMPS; part++) {
		uint32_t own = 0;

		for (unsigned i = 0; i < WT_JUMP; i++)
			own += freqs[part * WT_JUMP + i];
		sum += own;
		if (part < WT_JUMPS)
			j->sums[part] = sum;
	}
	j->step = (size << 19) / (sum > 0 ? sum : 1);
}
