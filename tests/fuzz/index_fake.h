/*
 * index_fake.h - a segment in memory whose pages are all taken for checked, so that a
 * fuzzer's bytes reach the readers behind the checksums.
 */
#ifndef WT_TESTS_INDEX_FAKE_H
#define WT_TESTS_INDEX_FAKE_H

#include "index/segment_private.h"

#include <stdlib.h>

struct fake {
	struct wt_segment segment;
	struct wt_guard guard;
	uint8_t *bytes;         /* owned; 64 readable bytes behind the end */
};

/* A segment of `docs` documents over a copy of the bytes, without sections. */
static inline void
fake_open(struct fake *f, const uint8_t *bytes, size_t size, uint32_t docs)
{
	struct wt_segment *s = &f->segment;

	memset(f, 0, sizeof *f);
	f->bytes = calloc(1, size + 64);
	memcpy(f->bytes, bytes, size);
	s->at = f->bytes;
	s->size = s->data_end = size;
	s->pages = size / WT_PAGE + 2;
	s->checked = malloc(s->pages * sizeof *s->checked);
	memset((void *)s->checked, 1, s->pages * sizeof *s->checked);
	s->guard = &f->guard;
	s->path = (char *)(uintptr_t)"fuzz";
	s->version = WT_FORMAT_VERSION;
	s->docs = docs;
	s->average = 100;
	s->occurrences = (uint64_t)1 << 40;
	for (unsigned i = 0; i < 256; i++)
		s->lengths[i] = wt_norm_value((uint8_t)i);
}

static inline void
fake_section(struct fake *f, enum wt_section section, uint64_t at, uint64_t len)
{
	f->segment.sections[section].at = at;
	f->segment.sections[section].len = len;
}

static inline void
fake_close(struct fake *f)
{
	free((void *)f->segment.checked);
	free(f->bytes);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#endif
