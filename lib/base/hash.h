/*
 * hash.h - 64-bit hashes of bytes, by XXH3 of the xxHash library.
 *
 * The values are the same on every machine and go into files: as checksums of
 * sections and as ids made of content.
 */
#ifndef WT_BASE_HASH_H
#define WT_BASE_HASH_H

#include "base/span.h"

#include <stdint.h>

uint64_t wt_hash(struct wt_span s);

/* The last `digits` digits of a hash in base 16, with zeros in front. */
void wt_hash_digits(uint64_t hash, char *out, unsigned digits);

/* A checksum of 32 bits: the lower half of the hash. */
uint32_t wt_checksum(const void *bytes, size_t len);

#endif
