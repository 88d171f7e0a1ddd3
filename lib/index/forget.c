/*
 * forget.c - give memory of a mapped segment back; see segment_private.h.
 *
 * A merge reads each page of its sources once, and pages that were read count as
 * memory of the process until they are given back.  posix_madvise does not do that in
 * the C library at hand, and madvise is not in POSIX.
 */
#define _DEFAULT_SOURCE
#include "index/segment_private.h"

#include <sys/mman.h>

void
wt_segment_forget(const struct wt_segment *s)
{
#if defined(MADV_DONTNEED)
	if (s->size > 0)
		madvise((void *)(uintptr_t)s->at, (size_t)s->size, MADV_DONTNEED);
#else
	(void)s;
#endif
}
