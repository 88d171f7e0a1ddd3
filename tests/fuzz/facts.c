/*
 * Any bytes as encoded facts, the first byte choosing claims or the rest: refused
 * as damaged, or facts whose numbers keep their bounds and whose bytes are these.
 */
#include "base/err.h"
#include "extract/facts.h"

#include <stdlib.h>

static const struct wt_span text = { "Di Kota Serang, kata Syafrudin.", 31 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
check_bounds(const struct wt_facts *f)
{
	for (uint32_t i = 0; i < f->nentities; i++)
		if ((unsigned)f->entities[i].type >= WT_TYPES)
			abort();
	for (uint32_t i = 0; i < f->nmentions; i++)
		if ((unsigned)f->mentions[i].type >= WT_TYPES || f->mentions[i].confidence > 100)
			abort();
	for (uint32_t i = 0; i < f->ndates; i++)
		if (f->dates[i].mention >= f->nmentions)
			abort();
	for (uint32_t i = 0; i < f->namounts; i++)
		if (f->amounts[i].mention >= f->nmentions)
			abort();
	for (uint32_t i = 0; i < f->nclaims; i++)
		if ((unsigned)f->claims[i].status >= WT_STATUSES || f->claims[i].confidence > 100)
			abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct wt_arena a = { 0 };
	struct wt_buf again = { 0 };
	struct wt_facts f = { 0 };
	struct wt_span bytes;
	int claims, code;

	if (size == 0)
		return 0;
	claims = data[0] & 1;
	bytes = wt_span_make((const char *)data + 1, size - 1);
	f.title = WT_SPAN("Bupati Serang");
	code = claims ? wt_facts_decode_claims(bytes, &a, &f) : wt_facts_decode(bytes, text, &a, &f);
	if (code == WT_OK) {
		check_bounds(&f);
		if (claims)
			wt_facts_encode_claims(&f, &again);
		else
			wt_facts_encode(&f, text, &again);
		if (!wt_span_eq(wt_buf_span(&again), bytes))
			abort();
	} else if (code != WT_ECORRUPT && code != WT_EVERSION) {
		abort();
	}
	wt_buf_free(&again);
	wt_arena_free(&a);
	return 0;
}
