/* hash.c - the only user of xxHash. */
#define XXH_INLINE_ALL
#include "base/hash.h"

#include <xxhash.h>

uint64_t
wt_hash(struct wt_span s)
{
	return XXH3_64bits(s.at, s.len);
}

void
wt_hash_digits(uint64_t hash, char *out, unsigned digits)
{
	for (; digits > 0; digits--, hash >>= 4)
		out[digits - 1] = "0123456789abcdef"[hash & 15];
}

uint32_t
wt_checksum(const void *bytes, size_t len)
{
	return (uint32_t)XXH3_64bits(bytes, len);
}
