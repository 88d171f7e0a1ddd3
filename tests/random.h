/*
 * random.h - the same numbers and the same hostile texts in every run.
 *
 * SplitMix64 (Steele, Lea, Flood, "Fast splittable pseudorandom number generators",
 * 2014).  A test prints the number of the round that failed; it fails again alone.
 */
#ifndef WT_TESTS_RANDOM_H
#define WT_TESTS_RANDOM_H

#include "base/buf.h"

#include <stdint.h>

static inline uint64_t
random_next(uint64_t *state)
{
	uint64_t z = *state += UINT64_C(0x9e3779b97f4a7c15);

	z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
	return z ^ z >> 31;
}

static inline uint32_t
random_below(uint64_t *state, uint32_t limit)
{
	return (uint32_t)(random_next(state) % limit);
}

/* Pieces of news and of nonsense, valid and not, in a row. */
static inline void
random_text(uint64_t *state, struct wt_buf *out, uint32_t pieces)
{
	static const char *const list[] = { "Serang", "kata", " ", " ", " ", " ", "\n", "\n\n",
	    ".", ",", ". ", "\"", "(", ")",
	    "Rp", "1,5", "Dr.", "S.Sos.", "-", "\xe2\x80\x93", "\xe2\x80\x9c", "\xe2\x80\x9d",
	    "\xe2\x80\x99", "BACA JUGA:",
	    "5/2/2020", "https://", "tegalkota.go.id", "@", "COVID-19", "kata-kata", "H.", "A.",
	    "a.n.", "No.", "hal.", "1990-an",
	    "\xc3\xa9", "e\xcc\x81", "\xcc\x81", "\xcc\x96", "\xe4\xba\xac", "\xf0\x9f\x98\x80",
	    "\xef\xbf\xbd", "\xc2\xa0", "\xe2\x80\x8b",
	    "\xef\xbb\xbf", "\xc8\xba", "\xc4\xb0", "\xff", "\xc3", "\xe2\x80", "\xed\xa0\x80",
	    "\xc0\xaf", "\xf4\x90\x80\x80", "\xf0\x9f", "!", "?",
	    ":", "/", "|", "* ", "\r\n", "\t", "'", "Jum'at", "(fdr/nda)", "Editor: ", "Banten",
	    "di", "Wali Kota", "Pemkot ", "\xe2\x80\xa8",
	    "\xd9\xa0\xd9\xa1", "\xe0\xa5\xa7" };

	while (pieces-- > 0) {
		uint32_t pick = random_below(state, sizeof list / sizeof list[0] + 2);

		if (pick < sizeof list / sizeof list[0])
			wt_buf_puts(out, list[pick]);
		else
			wt_buf_putc(out, (char)random_below(state, 256));
	}
}

/* One piece over and over, to `size` bytes. */
static inline void
random_repeat(struct wt_buf *out, const char *piece, size_t size)
{
	while (out->len < size && out->err == 0)
		wt_buf_puts(out, piece);
}

#endif
