/* weigh.c - behind weigh.h. */
#include "query/weigh.h"

#include <math.h>

#define ROUNDING 2      /* units that float arithmetic may be wrong by */

void
wt_weights_open(struct wt_weights *w, const struct wt_index *ix)
{
	struct wt_index_counts counts;
	double all;

	wt_index_count(ix, &counts);
	all = (double)counts.documents + (double)counts.deleted;
	w->documents = all;
	w->average = all > 0 && (double)counts.length > all ? (float)((double)counts.length / all) :
	    1.0f;
	for (int i = 0; i < 256; i++) {
		float length = (float)wt_length_of((uint8_t)i);

		w->lengths[i] = WT_BM25_K1 * (1 - WT_BM25_B + WT_BM25_B * length / w->average);
	}
}

double
wt_idf(const struct wt_weights *w, double docs)
{
	if (docs > w->documents)
		docs = w->documents;
	return log(1 + (w->documents - docs + 0.5) / (docs + 0.5));
}

/* Written so that a compiler can take four at a time. */
void
wt_weigh_block(const struct wt_weights *w, float weight, const uint32_t *docs,
    const uint32_t *freqs, const uint8_t *norms, uint32_t *parts)
{
	float lengths[WT_BLOCK];
	int32_t whole[WT_BLOCK];

	for (int i = 0; i < WT_BLOCK; i++)
		lengths[i] = w->lengths[norms[docs[i]]];
	for (int i = 0; i < WT_BLOCK; i++) {
		float tf = (float)(int32_t)freqs[i];

		whole[i] = (int32_t)(weight * tf / (tf + lengths[i]));
	}
	memcpy(parts, whole, sizeof whole);
}

uint32_t
wt_weigh_bound(const struct wt_weights *w, const struct wt_segment *s, float weight,
    uint8_t impact)
{
	float part = wt_impact_bound(s, impact, w->average);
	float bound = weight / (WT_BM25_K1 + 1) * part;

	return (bound < weight ? (uint32_t)bound : (uint32_t)weight) + ROUNDING;
}

uint32_t
wt_weigh_most(float weight)
{
	return weight > 0 ? (uint32_t)weight + ROUNDING : 0;
}
