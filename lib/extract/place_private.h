/*
 * place_private.h - what the rules that settle regions share: place_resolve.c for
 * provinces, kabupaten and kota, place_small.c for what lies inside them.
 */
#ifndef WT_EXTRACT_PLACE_PRIVATE_H
#define WT_EXTRACT_PLACE_PRIVATE_H

#include "extract/work.h"

#define WT_SETTLED 256          /* different regions of an article that settle others, at most */

/* The different regions that are settled so far, and whether a qualifier did it. */
struct wt_settled {
	uint32_t rows[WT_SETTLED];
	bool qualified[WT_SETTLED];
	uint32_t count;
};

static inline const struct wt_regions *
wt_place_regions(const struct wt_work *w)
{
	return &w->lex->regions;
}

static inline enum wt_level
wt_place_level(const struct wt_work *w, uint32_t row)
{
	return wt_region_level(wt_place_regions(w), row);
}

static inline void
wt_place_settle(struct wt_place *p, uint32_t row, const char *method, unsigned confidence)
{
	p->row = row;
	p->method = method;
	p->confidence = (uint8_t)confidence;
}

static inline bool
wt_place_open(const struct wt_place *p)
{
	return p->row == WT_NO_REGION && !p->group && !p->dropped;
}

static inline bool
wt_place_has_level(const struct wt_work *w, const struct wt_place *p, unsigned levels)
{
	for (uint32_t i = 0; i < p->nrows; i++)
		if (wt_region_has_level(wt_place_regions(w), p->rows[i], levels))
			return true;
	return false;
}

static inline bool
wt_place_has_row(const struct wt_place *p, uint32_t row)
{
	for (uint32_t i = 0; i < p->nrows; i++)
		if (p->rows[i] == row)
			return true;
	return false;
}

/* The one candidate with a level in `levels`, or WT_NO_REGION for none or several. */
uint32_t wt_place_only(const struct wt_work *w, const struct wt_place *p, unsigned levels);

/* Do only commas and joining words stand between two places? */
bool wt_places_listed(const struct wt_work *w, const struct wt_place *a, const struct wt_place *b);

/* Gather what is settled; an article's regions repeat, so the list is short. */
void wt_places_gather(const struct wt_work *w, struct wt_settled *s);

/* Drop names that are words here, and settle districts and villages (place_small.c). */
void wt_places_settle_small(struct wt_work *w);

#endif
