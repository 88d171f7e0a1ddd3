/*
 * regions.h - codes, levels and names of regions, read from the dictionary.
 *
 * A region is named by its row in the table `regions` while an article is in
 * work.  Its Kemendagri code says its level and, by its parts, what contains it.
 */
#ifndef WT_EXTRACT_REGIONS_H
#define WT_EXTRACT_REGIONS_H

#include "base/arena.h"
#include "dict/dict.h"

/* Bits, so that a set of levels is a number. */
enum wt_level {
	WT_LEVEL_PROVINSI = 1,
	WT_LEVEL_KABUPATEN = 2,
	WT_LEVEL_KOTA = 4,
	WT_LEVEL_KECAMATAN = 8,
	WT_LEVEL_KELURAHAN = 16,
	WT_LEVEL_DESA = 32
};
#define WT_LEVELS_BIG (WT_LEVEL_PROVINSI | WT_LEVEL_KABUPATEN | WT_LEVEL_KOTA)
#define WT_LEVELS_SMALL (WT_LEVEL_KECAMATAN | WT_LEVEL_KELURAHAN | WT_LEVEL_DESA)
#define WT_LEVELS_ALL (WT_LEVELS_BIG | WT_LEVELS_SMALL)

#define WT_NO_REGION UINT32_MAX

struct wt_regions {
	const struct wt_dict *dict;
	int table, code, name, lat, lon;        /* columns */
	uint32_t first[4];      /* private: the first row of codes of 2, 5, 8, 13 letters */
	uint32_t rows;
};

/* WT_OK, or WT_ENOENT if the dictionary has no such table. */
int wt_regions_open(const struct wt_dict *dict, struct wt_regions *out, struct wt_error *error);

struct wt_span wt_region_code(const struct wt_regions *r, uint32_t row);
struct wt_span wt_region_name(const struct wt_regions *r, uint32_t row);
enum wt_level wt_region_level(const struct wt_regions *r, uint32_t row);

/* Is the level of a region in `levels`? */
static inline bool
wt_region_has_level(const struct wt_regions *r, uint32_t row, unsigned levels)
{
	/* The length of its code, which its row tells, leaves one level or two. */
	unsigned may = row < r->first[1] ? WT_LEVEL_PROVINSI :
	    row < r->first[2] ? WT_LEVEL_KABUPATEN | WT_LEVEL_KOTA :
	    row < r->first[3] ? WT_LEVEL_KECAMATAN : WT_LEVEL_KELURAHAN | WT_LEVEL_DESA;

	if ((levels & may) == 0 || (levels & may) == may)
		return (levels & may) != 0;
	return (wt_region_level(r, row) & levels) != 0;
}

/* The row of a code, or WT_NO_REGION. */
uint32_t wt_region_find(const struct wt_regions *r, struct wt_span code);

/* Is `inner` inside `outer`, or the same? */
bool wt_region_inside(const struct wt_regions *r, uint32_t inner, uint32_t outer);

/* "Kota Serang", "Kabupaten Serang", "Banten", "Kecamatan Dawan": in the arena. */
struct wt_span wt_region_title(const struct wt_regions *r, uint32_t row, struct wt_arena *a);

/* "ID.36.73": in the arena. */
struct wt_span wt_region_id(const struct wt_regions *r, uint32_t row, struct wt_arena *a);

/* The levels named in a cell "kabupaten|kota", as a set; 0 for words it does not know. */
unsigned wt_levels_named(struct wt_span cell);

/* "provinsi", "kabupaten", ... */
const char *wt_level_name(enum wt_level level);

#endif
