/*
 * bytes.h - fixed-width little-endian numbers in files.
 *
 * Files are read and written through these, never by casting a struct onto a
 * map, so that layout, alignment and byte order of the machine do not matter.
 */
#ifndef WT_BASE_BYTES_H
#define WT_BASE_BYTES_H

#include <stdint.h>
#include <string.h>

static inline uint16_t
wt_get16(const void *at)
{
	const uint8_t *p = at;

	return (uint16_t)(p[0] | p[1] << 8);
}

static inline uint32_t
wt_get32(const void *at)
{
	const uint8_t *p = at;

	return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
}

static inline uint64_t
wt_get64(const void *at)
{
	const uint8_t *p = at;

	return (uint64_t)wt_get32(p) | (uint64_t)wt_get32(p + 4) << 32;
}

static inline void
wt_set16(void *at, uint16_t value)
{
	uint8_t *p = at;

	p[0] = (uint8_t)value;
	p[1] = (uint8_t)(value >> 8);
}

static inline void
wt_set32(void *at, uint32_t value)
{
	uint8_t *p = at;

	p[0] = (uint8_t)value;
	p[1] = (uint8_t)(value >> 8);
	p[2] = (uint8_t)(value >> 16);
	p[3] = (uint8_t)(value >> 24);
}

static inline void
wt_set64(void *at, uint64_t value)
{
	uint8_t *p = at;

	wt_set32(p, (uint32_t)value);
	wt_set32(p + 4, (uint32_t)(value >> 32));
}

/* How many bits are set. */
static inline unsigned
wt_count_bits(uint64_t word)
{
#ifdef __POPCNT__
	return (unsigned)__builtin_popcountll(word);
#else
	word -= word >> 1 & 0x5555555555555555u;
	word = (word & 0x3333333333333333u) + (word >> 2 & 0x3333333333333333u);
	word = (word + (word >> 4)) & 0x0f0f0f0f0f0f0f0fu;
	return (unsigned)(word * 0x0101010101010101u >> 56);
#endif
}

#endif
