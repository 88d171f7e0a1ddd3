/*
 * pack.c - the codec of pack.h.
 *
 * The width of a block is the one that makes it shortest, the lowest of equals,
 * so that the same numbers give the same bytes.
 */
#include "index/pack.h"
#include "base/bytes.h"
#include "index/format.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#define EXCEPTIONS 64u

void
wt_pack_lanes_plain(uint8_t *at, const uint32_t *numbers, unsigned width)
{
	memset(at, 0, (size_t)width * 16);
	for (unsigned i = 0; i < WT_PACK; i++) {
		unsigned bit = i / 4 * width, word = bit / 32, shift = bit % 32;
		uint8_t *lane = at + word * 16 + i % 4 * 4;

		if (width == 0)
			break;
		wt_set32(lane, wt_get32(lane) | numbers[i] << shift);
		if (shift + width > 32)
			wt_set32(lane + 16, numbers[i] >> (32 - shift));
	}
}

void
wt_unpack_lanes_plain(const uint8_t *at, uint32_t *numbers, unsigned width)
{
	uint32_t mask = width == 32 ? UINT32_MAX : ((uint32_t)1 << width) - 1;

	if (width == 0) {
		memset(numbers, 0, WT_PACK * sizeof *numbers);
		return;
	}
	for (unsigned i = 0; i < WT_PACK; i++) {
		unsigned bit = i / 4 * width, word = bit / 32, shift = bit % 32;
		const uint8_t *lane = at + word * 16 + i % 4 * 4;
		uint32_t value = wt_get32(lane) >> shift;

		if (shift + width > 32)
			value |= wt_get32(lane + 16) << (32 - shift);
		numbers[i] = value & mask;
	}
}

#if defined(__SSE2__)

void
wt_pack_lanes(uint8_t *at, const uint32_t *numbers, unsigned width)
{
	__m128i word = _mm_setzero_si128();
	unsigned shift = 0;

	if (width == 0)
		return;
	for (unsigned row = 0; row < WT_PACK / 4; row++) {
		__m128i v = _mm_loadu_si128((const __m128i *)(const void *)(numbers + row * 4));

		word = _mm_or_si128(word, _mm_sll_epi32(v, _mm_cvtsi32_si128((int)shift)));
		shift += width;
		if (shift >= 32) {
			_mm_storeu_si128((__m128i *)(void *)at, word);
			at += 16;
			shift -= 32;
			/* A shift by 32 gives zeros, as it should where nothing is left. */
			word = _mm_srl_epi32(v, _mm_cvtsi32_si128((int)(width - shift)));
		}
	}
}

/* Where the width is a constant the compiler knows each shift and step. */
static inline __attribute__((always_inline)) void
unpack_width(const uint8_t *at, uint32_t *numbers, unsigned width)
{
	const __m128i *in = (const __m128i *)(const void *)at;
	__m128i mask = _mm_set1_epi32((int)(width == 32 ? UINT32_MAX : ((uint32_t)1 << width) - 1));
	__m128i word = _mm_loadu_si128(in++);
	unsigned shift = 0;

#pragma GCC unroll 32
	for (unsigned row = 0; row < WT_PACK / 4; row++) {
		__m128i v = _mm_srl_epi32(word, _mm_cvtsi32_si128((int)shift));

		shift += width;
		if (shift >= 32 && row < WT_PACK / 4 - 1) {
			word = _mm_loadu_si128(in++);
			shift -= 32;
			v = _mm_or_si128(v, _mm_sll_epi32(word,
			    _mm_cvtsi32_si128((int)(width - shift))));
		}
		_mm_storeu_si128((__m128i *)(void *)(numbers + row * 4), _mm_and_si128(v, mask));
	}
}

void
wt_unpack_lanes(const uint8_t *at, uint32_t *numbers, unsigned width)
{
	switch (width) {
	case 0: memset(numbers, 0, WT_PACK * sizeof *numbers); break;
	case 1: unpack_width(at, numbers, 1); break;
	case 2: unpack_width(at, numbers, 2); break;
	case 3: unpack_width(at, numbers, 3); break;
	case 4: unpack_width(at, numbers, 4); break;
	case 5: unpack_width(at, numbers, 5); break;
	case 6: unpack_width(at, numbers, 6); break;
	case 7: unpack_width(at, numbers, 7); break;
	case 8: unpack_width(at, numbers, 8); break;
	case 9: unpack_width(at, numbers, 9); break;
	case 10: unpack_width(at, numbers, 10); break;
	default: unpack_width(at, numbers, width); break;
	}
}

#else

void
wt_pack_lanes(uint8_t *at, const uint32_t *numbers, unsigned width)
{
	wt_pack_lanes_plain(at, numbers, width);
}

void
wt_unpack_lanes(const uint8_t *at, uint32_t *numbers, unsigned width)
{
	wt_unpack_lanes_plain(at, numbers, width);
}

#endif

/* The best width, by how many numbers have each width. */
static unsigned
best_width(const unsigned *counts, unsigned most, unsigned *exceptions)
{
	size_t best = (size_t)most * 16;
	unsigned width = most, above = 0;

	*exceptions = 0;
	for (unsigned w = most; w-- > 0;) {
		size_t size;

		above += counts[w + 1];
		if (above >= WT_PACK)
			break;
		size = (size_t)w * 16 + 2 + above + ((size_t)above * (most - w) + 7) / 8;
		if (size <= best) {
			best = size;
			width = w;
			*exceptions = above;
		}
	}
	return width;
}

static size_t
put_exceptions(uint8_t *at, const uint32_t *numbers, unsigned width, unsigned high,
    unsigned exceptions)
{
	uint8_t *index = at, *highs = at + exceptions;
	uint64_t last = 0;
	unsigned fill = 0;
	size_t len = 0;

	for (unsigned i = 0; i < WT_PACK; i++) {
		uint32_t above = width == 32 ? 0 : numbers[i] >> width;

		if (above == 0)
			continue;
		*index++ = (uint8_t)i;
		last |= (uint64_t)above << fill;
		for (fill += high; fill >= 8; fill -= 8, last >>= 8)
			highs[len++] = (uint8_t)last;
	}
	if (fill > 0)
		highs[len++] = (uint8_t)last;
	return exceptions + len;
}

/* How many numbers have each width.  Two tables, so that equal neighbours do not wait. */
static void
count_widths(const uint32_t *numbers, unsigned *counts)
{
	uint8_t even[33] = { 0 }, odd[33] = { 0 };

	for (unsigned i = 0; i < WT_PACK; i += 2) {
		even[wt_width(numbers[i])]++;
		odd[wt_width(numbers[i + 1])]++;
	}
	for (unsigned w = 0; w <= 32; w++)
		counts[w] = (unsigned)even[w] + odd[w];
}

size_t
wt_pack(uint8_t *at, const uint32_t *numbers)
{
	unsigned counts[33], width, most = 32, exceptions;
	uint32_t low[WT_PACK], mask;
	uint8_t *p = at;

	count_widths(numbers, counts);
	while (most > 0 && counts[most] == 0)
		most--;
	width = best_width(counts, most, &exceptions);
	mask = width == 32 ? UINT32_MAX : ((uint32_t)1 << width) - 1;
	for (unsigned i = 0; i < WT_PACK; i++)
		low[i] = numbers[i] & mask;
	*p++ = (uint8_t)(width | (exceptions > 0 ? EXCEPTIONS : 0));
	if (exceptions > 0) {
		*p++ = (uint8_t)exceptions;
		*p++ = (uint8_t)(most - width);
	}
	wt_pack_lanes(p, low, width);
	p += (size_t)width * 16;
	if (exceptions > 0)
		p += put_exceptions(p, numbers, width, most - width, exceptions);
	return (size_t)(p - at);
}

/* Lay the highs over the low bits; false if an index does not rise. */
static int
get_exceptions(const uint8_t *at, uint32_t *numbers, unsigned width, unsigned high,
    unsigned exceptions, uint32_t *all)
{
	const uint8_t *highs = at + exceptions;
	uint64_t last = 0;
	unsigned fill = 0, next = 0;

	for (unsigned i = 0; i < exceptions; i++) {
		uint32_t above;

		for (; fill < high; fill += 8)
			last |= (uint64_t)*highs++ << fill;
		above = (uint32_t)(last & (((uint64_t)1 << high) - 1));
		last >>= high;
		fill -= high;
		if (at[i] < next || at[i] >= WT_PACK || above == 0)
			return 0;
		next = at[i] + 1u;
		numbers[at[i]] |= above << width;
		*all |= above << width;
	}
	return last == 0;
}

size_t
wt_unpack(const uint8_t *at, size_t len, uint32_t *numbers, uint32_t *all)
{
	unsigned width, exceptions = 0, high = 0;
	size_t head = 1, size;

	if (len == 0)
		return 0;
	width = at[0] & (EXCEPTIONS - 1);
	if (at[0] >= EXCEPTIONS * 2 || width > 32)
		return 0;
	if (at[0] & EXCEPTIONS) {
		if (len < 3)
			return 0;
		head = 3;
		exceptions = at[1];
		high = at[2];
		if (exceptions == 0 || exceptions >= WT_PACK || high == 0 || high + width > 32)
			return 0;
	}
	size = head + (size_t)width * 16;
	if (size + exceptions + ((size_t)exceptions * high + 7) / 8 > len)
		return 0;
	wt_unpack_lanes(at + head, numbers, width);
	*all = width == 32 ? UINT32_MAX : ((uint32_t)1 << width) - 1;
	if (exceptions == 0)
		return size;
	if (!get_exceptions(at + size, numbers, width, high, exceptions, all))
		return 0;
	return size + exceptions + ((size_t)exceptions * high + 7) / 8;
}

void
wt_unpack_gaps(uint32_t *numbers, uint32_t before)
{
#if defined(__SSE2__)
	__m128i carry = _mm_set1_epi32((int)before), one = _mm_set1_epi32(1);

	for (unsigned row = 0; row < WT_PACK / 4; row++) {
		__m128i *at = (__m128i *)(void *)(numbers + row * 4);
		__m128i v = _mm_add_epi32(_mm_loadu_si128(at), one);

		v = _mm_add_epi32(v, _mm_slli_si128(v, 4));
		v = _mm_add_epi32(v, _mm_slli_si128(v, 8));
		v = _mm_add_epi32(v, carry);
		_mm_storeu_si128(at, v);
		carry = _mm_shuffle_epi32(v, 0xff);
	}
#else
	for (unsigned i = 0; i < WT_PACK; i++)
		before = numbers[i] += before + 1;
#endif
}
