/*
 * word_hash.h - the hash of a short word and the comparison of two, inline.
 *
 * Most words have 4 to 16 bytes and are hashed several times while their
 * affixes are tried, so the call counts more than the mixing.  The values are
 * the same on every machine: the compiled roots store words by them.
 */
#ifndef WT_STEM_WORD_HASH_H
#define WT_STEM_WORD_HASH_H

#include "base/bytes.h"

#include <stdbool.h>
#include <stddef.h>

static inline uint64_t
wt_word_hash(const char *at, size_t len)
{
	const uint64_t odd = 0x9e3779b97f4a7c15u;
	uint64_t h = (uint64_t)len * 0xd6e8feb86659fd93u, tail = 0;

	while (len > 8) {
		h = (h ^ wt_get64(at)) * odd;
		h ^= h >> 32;
		at += 8;
		len -= 8;
	}
	if (len >= 4)
		tail = wt_get32(at) | (uint64_t)wt_get32(at + len - 4) << 32;
	else if (len > 0)
		tail = (uint64_t)(uint8_t)at[0] | (uint64_t)(uint8_t)at[len / 2] << 8 |
		    (uint64_t)(uint8_t)at[len - 1] << 16;
	h = (h ^ tail) * odd;
	return h ^ h >> 32;
}

/* Are two words of one length the same?  memcmp without the call. */
static inline bool
wt_word_same(const char *a, const char *b, size_t len)
{
	if (len >= 8) {
		for (size_t i = 0; i + 8 < len; i += 8)
			if (wt_get64(a + i) != wt_get64(b + i))
				return false;
		return wt_get64(a + len - 8) == wt_get64(b + len - 8);
	}
	if (len >= 4)
		return wt_get32(a) == wt_get32(b) &&
		    wt_get32(a + len - 4) == wt_get32(b + len - 4);
	for (size_t i = 0; i < len; i++)
		if (a[i] != b[i])
			return false;
	return true;
}

#endif
