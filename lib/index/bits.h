/*
 * bits.h - streams of bits, lowest bit first, and the codes made of them.
 *
 * A reader does not trust its bytes: past the end it gives zeros and sets
 * `bad`.  It loads 8 bytes at a time, so 8 bytes behind the end must be readable
 * (in a segment other sections follow).  The codes have no spare spellings:
 *
 *      bounded(r)      a value below r, in floor or ceil of log2 r bits
 *      gamma           a value from 1 on, in 2 floor(log2 v) + 1 bits
 *      sorted(n, r)    n increasing values below r: the middle one, then both
 *                      halves, each bounded by what is known (binary interpolative
 *                      coding: Moffat and Stuiver, 2000)
 */
#ifndef WT_INDEX_BITS_H
#define WT_INDEX_BITS_H

#include "base/bytes.h"
#include "base/err.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Bytes owned by the writer, with a sticky error.  Zeroed is empty. */
struct wt_bits_out {
	uint8_t *at;
	size_t len, cap;        /* whole bytes written; room */
	uint64_t last;          /* private: bits that fill no byte yet */
	unsigned fill;          /* private: how many */
	int err;                /* WT_OK or WT_ENOMEM */
};

struct wt_bits {
	const uint8_t *at;
	uint64_t pos, end;      /* in bits */
	bool bad;               /* a read went past the end */
};

int wt_bits_grow(struct wt_bits_out *w);        /* private */
void wt_bits_clear(struct wt_bits_out *w);
void wt_bits_free(struct wt_bits_out *w);

/* Fill the last byte with zeros. */
void wt_bits_align(struct wt_bits_out *w);

/* The lowest `count` bits of a value, at most 32; the others must be 0. */
static inline void
wt_bits_put(struct wt_bits_out *w, uint32_t value, unsigned count)
{
	w->last |= (uint64_t)value << w->fill;
	w->fill += count;
	if (w->fill >= 32) {
		if (w->cap - w->len < 8 && wt_bits_grow(w) != WT_OK)
			return;
		wt_set32(w->at + w->len, (uint32_t)w->last);
		w->len += 4;
		w->last >>= 32;
		w->fill -= 32;
	}
}

/* How many bits were written. */
static inline uint64_t
wt_bits_put_count(const struct wt_bits_out *w)
{
	return (uint64_t)w->len * 8 + w->fill;
}

/* The same for at most 64. */
static inline void
wt_bits_put64(struct wt_bits_out *w, uint64_t value, unsigned count)
{
	wt_bits_put(w, (uint32_t)value, count < 32 ? count : 32);
	if (count > 32)
		wt_bits_put(w, (uint32_t)(value >> 32), count - 32);
}

static inline uint64_t
wt_bits_load(const uint8_t *at)
{
#if defined(__x86_64__)
	uint64_t value;

	memcpy(&value, at, sizeof value);
	return value;
#else
	return wt_get64(at);
#endif
}

/* The next `count` bits, at most 32. */
static inline uint32_t
wt_bits_get(struct wt_bits *r, unsigned count)
{
	uint64_t value;

	if (count > r->end - r->pos) {
		r->bad = true;
		r->pos = r->end;
		return 0;
	}
	value = wt_bits_load(r->at + (r->pos >> 3)) >> (r->pos & 7);
	r->pos += count;
	return (uint32_t)(value & (((uint64_t)1 << count) - 1));
}

static inline struct wt_bits
wt_bits_make(const uint8_t *at, size_t len)
{
	return (struct wt_bits){ at, 0, (uint64_t)len * 8, false };
}

/* A value below `range`, which is at least 1 and at most 2^31. */
static inline void
wt_bits_put_bounded(struct wt_bits_out *w, uint32_t value, uint32_t range)
{
	unsigned bits = 31u - (unsigned)__builtin_clz(range);
	uint32_t small = ((uint32_t)2 << bits) - range;
	uint32_t longer = value >= small, above = value - small;

	/* Written without a branch: which of the two it is cannot be foretold. */
	value = longer ? (small + (above >> 1)) | (above & 1) << bits : value;
	wt_bits_put(w, value, bits + longer);
}

static inline uint32_t
wt_bits_bounded(struct wt_bits *r, uint32_t range)
{
	unsigned bits = 31u - (unsigned)__builtin_clz(range);
	uint32_t small = ((uint32_t)2 << bits) - range;
	uint32_t value = wt_bits_get(r, bits);

	if (value >= small)
		value += value - small + wt_bits_get(r, 1);
	return value;
}

/*
 * The same from bit *pos on, where 32 bits are left: without a branch that depends on
 * them, and with the place in a register.
 */
static inline uint32_t
wt_bits_bounded_from(const uint8_t *at, uint64_t *pos, uint32_t range)
{
	unsigned bits = 31u - (unsigned)__builtin_clz(range);
	uint32_t small = ((uint32_t)2 << bits) - range;
	uint64_t window = wt_bits_load(at + (*pos >> 3)) >> (*pos & 7);
	uint32_t value = (uint32_t)(window & (((uint64_t)1 << bits) - 1));
	uint32_t longer = value >= small;

	*pos += bits + longer;
	return value + ((value - small + (uint32_t)(window >> bits & 1)) & (0 - longer));
}

/* A value of at least 1. */
static inline void
wt_bits_put_gamma(struct wt_bits_out *w, uint32_t value)
{
	unsigned bits = 31u - (unsigned)__builtin_clz(value);

	wt_bits_put(w, 0, bits);
	wt_bits_put(w, 1, 1);
	wt_bits_put(w, value & (((uint32_t)1 << bits) - 1), bits);
}

static inline uint32_t
wt_bits_gamma(struct wt_bits *r)
{
	uint32_t window = 0;
	unsigned zeros;

	if (r->pos < r->end)
		window = (uint32_t)(wt_bits_load(r->at + (r->pos >> 3)) >> (r->pos & 7));
	if (window == 0) {
		r->bad = true;
		r->pos = r->end;
		return 1;
	}
	zeros = (unsigned)__builtin_ctz(window);
	wt_bits_get(r, zeros + 1);
	return wt_bits_get(r, zeros) | (uint32_t)1 << zeros;
}

/* `count` increasing values from low to below `end`, where count <= end - low. */
void wt_bits_put_sorted(struct wt_bits_out *w, const uint32_t *values, uint32_t count,
    uint32_t low, uint32_t end);
void wt_bits_sorted(struct wt_bits *r, uint32_t *values, uint32_t count, uint32_t low,
    uint32_t end);

/*
 * The same values from bit `pos` on, where 32 bits for each are left.  Returns the place
 * behind the last bit.
 */
uint64_t wt_bits_sorted_from(const uint8_t *at, uint64_t pos, uint32_t *values, uint32_t count,
    uint32_t low, uint32_t end);

/* True when all was read: nothing went wrong, and less than a byte of zeros is left. */
bool wt_bits_done(struct wt_bits *r);

/* Item `number` of an array of `width` bits each, at most 56 (0: all are 0). */
static inline uint64_t
wt_packed_get64(const uint8_t *at, uint64_t number, unsigned width)
{
	uint64_t pos = number * width;

	return wt_bits_load(at + (pos >> 3)) >> (pos & 7) & (((uint64_t)1 << width) - 1);
}

/* Bytes of such an array. */
static inline uint64_t
wt_packed_size(uint64_t count, unsigned width)
{
	return (count * width + 7) / 8;
}

#endif
