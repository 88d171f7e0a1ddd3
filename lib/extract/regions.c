/* regions.c - the table of regions, behind regions.h. */
#include "extract/regions.h"

/* Codes have 2, 5, 8 or 13 letters: the level is their place in this list. */
static const size_t lengths[4] = { 2, 5, 8, 13 };

int
wt_regions_open(const struct wt_dict *dict, struct wt_regions *out, struct wt_error *error)
{
	uint32_t row = 0;

	*out = (struct wt_regions){ .dict = dict, .table = wt_dict_table(dict, "regions") };
	out->code = wt_dict_column(dict, out->table, "code");
	out->name = wt_dict_column(dict, out->table, "name");
	out->lat = wt_dict_column(dict, out->table, "lat");
	out->lon = wt_dict_column(dict, out->table, "lon");
	out->rows = wt_dict_rows(dict, out->table);
	if (out->code < 0 || out->name < 0)
		return wt_error_set(error, WT_ENOENT, 0, "the dictionary has no table regions with code and name");
	/* The table has the levels one behind the other, each by code: halves find the seams. */
	for (int i = 0; i < 4; i++) {
		uint32_t low = row, high = out->rows;

		while (low < high) {
			uint32_t mid = low + (high - low) / 2;

			if (wt_region_code(out, mid).len < lengths[i])
				low = mid + 1;
			else
				high = mid;
		}
		out->first[i] = row = low;
	}
	return WT_OK;
}

struct wt_span
wt_region_code(const struct wt_regions *r, uint32_t row)
{
	return wt_dict_cell(r->dict, r->table, row, r->code);
}

struct wt_span
wt_region_name(const struct wt_regions *r, uint32_t row)
{
	return wt_dict_cell(r->dict, r->table, row, r->name);
}

enum wt_level
wt_region_level(const struct wt_regions *r, uint32_t row)
{
	struct wt_span code;

	/* The seams tell all but the two of one length apart. */
	if (row < r->first[1])
		return WT_LEVEL_PROVINSI;
	if (row >= r->first[2] && row < r->first[3])
		return WT_LEVEL_KECAMATAN;
	code = wt_region_code(r, row);
	if (code.len == 5)
		return code.at[3] >= '7' ? WT_LEVEL_KOTA : WT_LEVEL_KABUPATEN;
	return code.len == 13 && code.at[9] == '1' ? WT_LEVEL_KELURAHAN : WT_LEVEL_DESA;
}

uint32_t
wt_region_find(const struct wt_regions *r, struct wt_span code)
{
	for (int i = 0; i < 4; i++) {
		uint32_t low = r->first[i], high = i < 3 ? r->first[i + 1] : r->rows;

		if (code.len != lengths[i])
			continue;
		while (low < high) {
			uint32_t mid = low + (high - low) / 2;
			int order = wt_span_cmp(wt_region_code(r, mid), code);

			if (order == 0)
				return mid;
			if (order < 0)
				low = mid + 1;
			else
				high = mid;
		}
	}
	return WT_NO_REGION;
}

bool
wt_region_inside(const struct wt_regions *r, uint32_t inner, uint32_t outer)
{
	return wt_span_starts(wt_region_code(r, inner), wt_region_code(r, outer));
}

const char *
wt_level_name(enum wt_level level)
{
	switch (level) {
	case WT_LEVEL_PROVINSI: return "provinsi";
	case WT_LEVEL_KABUPATEN: return "kabupaten";
	case WT_LEVEL_KOTA: return "kota";
	case WT_LEVEL_KECAMATAN: return "kecamatan";
	case WT_LEVEL_KELURAHAN: return "kelurahan";
	default: return "desa";
	}
}

struct wt_span
wt_region_title(const struct wt_regions *r, uint32_t row, struct wt_arena *a)
{
	struct wt_span name = wt_region_name(r, row);
	const char *word = wt_level_name(wt_region_level(r, row));
	const char capital = (char)(word[0] - 32);

	if (wt_region_level(r, row) == WT_LEVEL_PROVINSI)
		return name;
	return WT_ARENA_JOIN(a, wt_span_make(&capital, 1), wt_span_of(word + 1), WT_SPAN(" "), name);
}

struct wt_span
wt_region_id(const struct wt_regions *r, uint32_t row, struct wt_arena *a)
{
	return WT_ARENA_JOIN(a, WT_SPAN("ID."), wt_region_code(r, row));
}

unsigned
wt_levels_named(struct wt_span cell)
{
	unsigned levels = 0;
	struct wt_span word;

	while (wt_span_cut(&cell, '|', &word))
		for (unsigned level = WT_LEVEL_PROVINSI; level <= WT_LEVEL_DESA; level <<= 1)
			if (wt_span_is(wt_span_trim(word), wt_level_name((enum wt_level)level)))
				levels |= level;
	return levels;
}
