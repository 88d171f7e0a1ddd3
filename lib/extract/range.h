/*
 * range.h - parts of a text in which a date or an amount may begin.
 *
 * Who knows the words of a text, and has asked once of each different word whether
 * one may begin in it, need not have all of its bytes read again.
 */
#ifndef WT_EXTRACT_RANGE_H
#define WT_EXTRACT_RANGE_H

#include <stdint.h>

struct wt_range {
	uint32_t start, end;            /* bytes, end exclusive */
};

/* In order and without overlap. */
struct wt_ranges {
	const struct wt_range *items;
	uint32_t count;
};

#endif
