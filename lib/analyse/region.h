/*
 * region.h - the regions that a name or a code stands for.
 */
#ifndef WT_ANALYSE_REGION_H
#define WT_ANALYSE_REGION_H

#include "base/arena.h"
#include "dict/dict.h"

/*
 * The codes that the value of a query stands for: "36.73", "ID.36.73", "Kota
 * Serang", "Banten", "Serang" (both), "Sumut".  Of a bare name the highest level
 * that knows it is taken, kabupaten and kota as one.  WT_OK (none is not an
 * error) or WT_ENOMEM.
 */
int wt_regions_named(const struct wt_dict *dict, struct wt_arena *arena, struct wt_span value,
    struct wt_span **codes, size_t *count);

/* The row of a code, or WT_NO_ROW. */
uint32_t wt_region_row(const struct wt_dict *dict, int table, struct wt_span code);

/* The name as people write it: "Kota Serang", "Kabupaten Serang", "Banten", "Kecamatan Kasemen". */
struct wt_span wt_region_display(const struct wt_dict *dict, struct wt_arena *arena,
    struct wt_span code);

/* A region id without its "ID.". */
static inline struct wt_span
wt_region_code(struct wt_span id)
{
	if (wt_span_starts(id, WT_SPAN("ID.")))
		return wt_span_make(id.at + 3, id.len - 3);
	return id;
}

#endif
