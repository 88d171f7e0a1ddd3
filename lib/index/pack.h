/*
 * pack.h - blocks of 128 numbers, bit-packed with exceptions.
 *
 *      block      = head [count width] packed [indexes highs]
 *      head       = a byte: bits of each number (0 to 32), plus 64 if there are exceptions
 *      packed     = 128 numbers, their lowest bits: 16 bytes for each bit
 *      count      = a byte: exceptions, 1 to 127; width: a byte: bits of their highs
 *      indexes    = a byte each, increasing
 *      highs      = the bits above, `width` each, lowest bit first, ends at a byte
 *
 * Packed numbers stand in four lanes: number i in lane i % 4, so that four are
 * packed and unpacked at once with SSE2.  Other machines run a portable twin that
 * reads and writes the same bytes.
 */
#ifndef WT_INDEX_PACK_H
#define WT_INDEX_PACK_H

#include <stddef.h>
#include <stdint.h>

#define WT_PACK 128
#define WT_PACK_MAX (1 + 16 * 32)       /* bytes of the longest block */

/* Write 128 numbers to at[0..WT_PACK_MAX): how many bytes it took. */
size_t wt_pack(uint8_t *at, const uint32_t *numbers);

/*
 * Read 128 numbers from at[0..len): how many bytes they took, or 0 if they are
 * damaged.  `*all` gets the OR of all numbers.
 */
size_t wt_unpack(const uint8_t *at, size_t len, uint32_t *numbers, uint32_t *all);

/* Replace numbers by their running sums: each is the one before, plus 1, plus itself. */
void wt_unpack_gaps(uint32_t *numbers, uint32_t before);

/* The portable twin of the inner loops, for tests: the same values and bytes. */
void wt_pack_lanes_plain(uint8_t *at, const uint32_t *numbers, unsigned width);
void wt_unpack_lanes_plain(const uint8_t *at, uint32_t *numbers, unsigned width);
void wt_pack_lanes(uint8_t *at, const uint32_t *numbers, unsigned width);
void wt_unpack_lanes(const uint8_t *at, uint32_t *numbers, unsigned width);

#endif
