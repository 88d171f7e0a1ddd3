/* matches.c - bit sets, behind matches.h. */
#include "query/matches.h"
#include "base/bytes.h"

#include <stdlib.h>

int
wt_matches_open(struct wt_matches *m, const struct wt_index *ix)
{
	struct wt_index_counts counts;

	wt_index_count(ix, &counts);
	*m = (struct wt_matches){ 0 };
	m->bits = calloc(counts.segments + (size_t)1, sizeof *m->bits);
	m->docs = calloc(counts.segments + (size_t)1, sizeof *m->docs);
	if (m->bits == NULL || m->docs == NULL)
		goto fail;
	for (; m->segments < counts.segments; m->segments++) {
		uint32_t docs = wt_segment_docs(wt_index_segment(ix, m->segments));

		m->docs[m->segments] = docs;
		m->bits[m->segments] = calloc(docs / 64 + (size_t)1, sizeof **m->bits);
		if (m->bits[m->segments] == NULL)
			goto fail;
	}
	return WT_OK;
fail:
	wt_matches_free(m);
	return WT_ENOMEM;
}

void
wt_matches_free(struct wt_matches *m)
{
	for (uint32_t s = 0; s < m->segments; s++)
		free(m->bits[s]);
	free(m->bits);
	free(m->docs);
	*m = (struct wt_matches){ 0 };
}

bool
wt_matches_next(const struct wt_matches *m, uint32_t *segment, uint32_t *doc)
{
	for (; *segment < m->segments; ++*segment, *doc = 0) {
		const uint64_t *bits = m->bits[*segment];
		uint32_t docs = m->docs[*segment], word = *doc / 64;
		uint64_t left;

		if (*doc >= docs)
			continue;
		left = bits[word] >> *doc % 64 << *doc % 64;
		while (left == 0 && ++word < docs / 64 + 1)
			left = bits[word];
		if (left != 0) {
			*doc = word * 64 + (uint32_t)__builtin_ctzll(left);
			return true;
		}
	}
	return false;
}

uint64_t
wt_bits_live(uint64_t *bits, const struct wt_segment *s)
{
	const uint8_t *mask = wt_segment_mask(s);
	uint32_t docs = wt_segment_docs(s);
	uint64_t count = 0;

	for (uint32_t byte = 0; mask != NULL && byte < (docs + 7) / 8; byte++)
		bits[byte / 8] &= ~((uint64_t)mask[byte] << byte % 8 * 8);
	for (uint32_t i = 0; i < docs / 64 + 1; i++)
		count += wt_count_bits(bits[i]);
	return count;
}
