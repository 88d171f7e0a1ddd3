/*
 * varint.h - unsigned numbers in 1 to 10 bytes, seven bits a byte, lowest first.
 *
 * Every byte but the last has its top bit set (LEB128).  A spelling with spare
 * bytes is refused, so that a value has one encoding only.
 */
#ifndef WT_BASE_VARINT_H
#define WT_BASE_VARINT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define WT_VARINT_MAX 10        /* bytes of the longest */

/* Write a value to at[0..WT_VARINT_MAX): how many bytes it took. */
static inline size_t
wt_varint_put(uint8_t *at, uint64_t value)
{
	size_t n = 0;

	while (value >= 0x80) {
		at[n++] = (uint8_t)(value | 0x80);
		value >>= 7;
	}
	at[n++] = (uint8_t)value;
	return n;
}

/* Read a value and step *at over it; false, with *at unmoved, if it is damaged. */
static inline bool
wt_varint_get64(const uint8_t **at, const uint8_t *end, uint64_t *value)
{
	const uint8_t *p = *at;
	uint64_t sum = 0;
	unsigned shift = 0;

	while (p < end && shift < 64) {
		uint8_t byte = *p++;

		if (shift == 63 && byte > 1)
			return false;
		sum |= (uint64_t)(byte & 0x7f) << shift;
		if (byte < 0x80) {
			if (byte == 0 && shift > 0)
				return false;
			*at = p;
			*value = sum;
			return true;
		}
		shift += 7;
	}
	return false;
}

/* The same for values below 2 to the 32nd. */
static inline bool
wt_varint_get(const uint8_t **at, const uint8_t *end, uint32_t *value)
{
	const uint8_t *p = *at;
	uint64_t wide;

	if (!wt_varint_get64(&p, end, &wide) || wide > UINT32_MAX)
		return false;
	*at = p;
	*value = (uint32_t)wide;
	return true;
}

#endif
