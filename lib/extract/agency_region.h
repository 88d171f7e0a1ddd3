/*
 * agency_region.h - join an agency to its region, and the two to one name.
 */
#ifndef WT_EXTRACT_AGENCY_REGION_H
#define WT_EXTRACT_AGENCY_REGION_H

#include "extract/work.h"

/* Behind "(ABBR)" at token i, if it is short; else i.  *abbr is the token inside, or UINT32_MAX. */
uint32_t wt_agency_brackets(const struct wt_work *w, uint32_t i, uint32_t *abbr);

/* A name in full with its region, "Dinas Sosial Kota Tegal": as it is without one.  Lies in the arena. */
struct wt_span wt_agency_full_name(struct wt_work *w, struct wt_span name, uint32_t region);

/*
 * Find the region of a body whose name without one is `base`, and widen the body
 * over the region's tokens.  scope is that of its table; levels are those of its
 * government, 0 for provinces, kabupaten and kota.
 */
void wt_agency_join_region(struct wt_work *w, struct wt_body *b, struct wt_span base,
    struct wt_span scope, unsigned levels);

#endif
