/*
 * roots_format.h - what the maker and the reader of a block of roots share.
 *
 * The bytes are described in roots.c.
 */
#ifndef WT_STEM_ROOTS_FORMAT_H
#define WT_STEM_ROOTS_FORMAT_H

#include <stdint.h>

#define WT_ROOTS_MAGIC "WTRT"
#define WT_ROOTS_VERSION 3
#define WT_ROOTS_HEADER 28      /* bytes before the filter */
#define WT_ROOTS_HEAD 6         /* bytes of an entry before its word */
#define WT_ROOTS_TAG_BITS 10
#define WT_ROOTS_TAG ((1u << WT_ROOTS_TAG_BITS) - 1)
#define WT_ROOTS_PROBES 64      /* slots a word may be in */

/* The first slot of a word with this hash. */
static inline uint32_t
wt_roots_first(uint64_t hash, uint32_t nslots)
{
	return (uint32_t)(((hash >> 32) * nslots) >> 32);
}

/* The bit of the filter that a word with this hash sets; nbits is a power of two. */
static inline uint32_t
wt_roots_bit(uint64_t hash, uint32_t nbits)
{
	return (uint32_t)(hash >> WT_ROOTS_TAG_BITS) & (nbits - 1);
}

#endif
