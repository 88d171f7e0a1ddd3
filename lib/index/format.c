/* format.c - names of sections and the scale of lengths; see format.h. */
#include "index/format.h"

const char wt_section_names[WT_SECTIONS][5] = {
	"NORM", "EXTN", "DATE", "HASH", "KEYS", "KDIR", "KHSH", "POST", "TERM", "TDIR", "COLS",
	"SD00", "SD01", "SD02", "SD03", "SD04", "SD05", "SD06", "SD07", "SB00", "SB01",
	"SB02", "SB03", "SB04", "SB05", "SB06", "SB07", "SP00", "SP01", "SP02", "SP03", "SP04",
	"SP05", "SP06", "SP07"
};

#define FINE_OCTAVES 11u        /* 2^4 to 2^15 in 16 steps each */
#define FINE_END (16u + 16u * FINE_OCTAVES)     /* 192 */

uint32_t
wt_norm_value(uint8_t norm)
{
	uint32_t n = norm;

	if (n < 16)
		return n;
	if (n < FINE_END)
		return (16 + n % 16) << (n / 16 - 1);
	n -= FINE_END;
	return (4 + n % 4) << (13 + n / 4);
}

uint8_t
wt_norm_floor(uint32_t length)
{
	unsigned low = 0, high = 255;

	while (low < high) {
		unsigned middle = (low + high + 1) / 2;

		if (wt_norm_value((uint8_t)middle) <= length)
			low = middle;
		else
			high = middle - 1;
	}
	return (uint8_t)low;
}

uint8_t
wt_norm_ceil(uint32_t length)
{
	uint8_t norm = wt_norm_floor(length);

	return norm < 255 && wt_norm_value(norm) < length ? (uint8_t)(norm + 1) : norm;
}

uint8_t
wt_norm_near(uint32_t length)
{
	uint8_t low = wt_norm_floor(length), high = wt_norm_ceil(length);
	uint32_t above = wt_norm_value(high);

	return above < length || length - wt_norm_value(low) <= above - length ? low : high;
}
