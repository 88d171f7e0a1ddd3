/*
 * seal.h - make the checksums of a segment right again after its bytes were changed,
 * so that a test gets past them to what the reader makes of nonsense.
 */
#ifndef WT_TESTS_SEAL_H
#define WT_TESTS_SEAL_H

#include "base/bytes.h"
#include "base/hash.h"
#include "index/format.h"

#include <stdbool.h>

/* The bytes of a whole file.  False: the foot is too broken to find them. */
static inline bool
seal(uint8_t *at, size_t size)
{
	uint8_t *foot, *sums, *tops;
	uint64_t len, data_end, pages;

	if (size < 96)
		return false;
	memcpy(at, WT_SEGMENT_MAGIC, 8);
	wt_set32(at + 8, WT_FORMAT_VERSION);
	len = wt_get32(at + size - 16);
	if (len < 64 || len > size - 16)
		return false;
	foot = at + size - len;
	data_end = wt_get64(foot + 40);
	pages = (data_end + WT_PAGE - 1) / WT_PAGE;
	if (data_end > size || data_end + pages * 4 + len != size)
		return false;
	sums = at + data_end;
	for (uint64_t i = 0; i < pages; i++) {
		uint64_t start = i * WT_PAGE, left = data_end - start;

		wt_set32(sums + i * 4, wt_checksum(at + start,
		    (size_t)(left < WT_PAGE ? left : WT_PAGE)));
	}
	tops = foot + 48 + (uint64_t)wt_get32(foot) * 24;
	if (tops + (pages * 4 + WT_PAGE - 1) / WT_PAGE * 4 + 16 != at + size)
		return false;
	for (uint64_t i = 0; i * WT_PAGE < pages * 4; i++) {
		uint64_t start = i * WT_PAGE, left = pages * 4 - start;

		wt_set32(tops + i * 4, wt_checksum(sums + start,
		    (size_t)(left < WT_PAGE ? left : WT_PAGE)));
	}
	wt_set64(at + size - 8, wt_hash(wt_span_make((const char *)foot, (size_t)len - 8)));
	return true;
}

#endif
