/*
 * value.c - what the value of a query's field stands for, behind analyse.h.
 */
#include "analyse/analyse.h"
#include "analyse/analyse_private.h"
#include "analyse/region.h"
#include "text/token.h"
#include "text/utf8.h"

/* Statuses by their Indonesian names, next to those of the tables. */
static const char *const statuses[][2] = {
	{ "planned", "planned" }, { "direncanakan", "planned" }, { "rencana", "planned" },
	{ "agreed", "agreed" }, { "disepakati", "agreed" }, { "sepakat", "agreed" },
	{ "ongoing", "ongoing" }, { "berjalan", "ongoing" }, { "berlangsung", "ongoing" },
	{ "completed", "completed" }, { "selesai", "completed" }, { "rampung", "completed" },
	{ "stalled", "stalled" }, { "mangkrak", "stalled" }, { "terhenti", "stalled" },
	{ "tertunda", "stalled" },
	{ "cancelled", "cancelled" }, { "dibatalkan", "cancelled" }, { "batal", "cancelled" },
	{ "unknown", "unknown" }, { "tidak diketahui", "unknown" },
};

static struct wt_flag_range *
new_ranges(struct wt_arena *arena, size_t count)
{
	return wt_arena_array(arena, count + 1, sizeof(struct wt_flag_range));
}

static int
one(struct wt_arena *arena, enum wt_flag flag, struct wt_span value,
    struct wt_flag_range **ranges, size_t *count)
{
	if ((*ranges = new_ranges(arena, 1)) == NULL)
		return WT_ENOMEM;
	(*ranges)[0].first = wt_arena_printf(arena, "%c%.*s", flag, (int)value.len, value.at);
	*count = 1;
	return arena->err;
}

static int
region_value(struct wt_analyser *an, struct wt_arena *arena, struct wt_span value,
    struct wt_flag_range **ranges, size_t *count, struct wt_error *error)
{
	struct wt_span *codes;
	size_t n;
	int code = wt_regions_named(an->dict, arena, value, &codes, &n);

	if (code != WT_OK)
		return code;
	if (n == 0)
		return wt_error_set(error, WT_ENOENT, 0, "no region is named '%.*s'",
		    (int)(value.len < 80 ? value.len : 80), value.at);
	if ((*ranges = new_ranges(arena, n)) == NULL)
		return WT_ENOMEM;
	for (size_t i = 0; i < n; i++)
		(*ranges)[i].first = wt_arena_printf(arena, "%c%.*s", WT_FLAG_REGION,
		    (int)codes[i].len, codes[i].at);
	*count = n;
	return arena->err;
}

static int
status_value(struct wt_arena *arena, struct wt_span value, struct wt_flag_range **ranges,
    size_t *count, struct wt_error *error)
{
	for (size_t i = 0; i < sizeof statuses / sizeof statuses[0]; i++)
		if (wt_span_is(value, statuses[i][0]))
			return one(arena, WT_FLAG_STATUS, wt_span_of(statuses[i][1]), ranges, count);
	return wt_error_set(error, WT_ENOENT, 0,
	    "no status is named '%.*s'; planned, agreed, ongoing, completed, stalled, cancelled, unknown",
	    (int)(value.len < 80 ? value.len : 80), value.at);
}

/* Sectors whose name holds the value: "kesehatan", "ruang". */
static int
sector_value(struct wt_analyser *an, struct wt_arena *arena, struct wt_span value,
    struct wt_flag_range **ranges, size_t *count, struct wt_error *error)
{
	int table = wt_dict_table(an->dict, "sectors");
	int key = wt_dict_column(an->dict, table, "sector");
	uint32_t rows = wt_dict_rows(an->dict, table);

	*count = 0;
	if ((*ranges = new_ranges(arena, rows)) == NULL)
		return WT_ENOMEM;
	for (uint32_t row = 0; row < rows; row++) {
		struct wt_span id = wt_dict_cell(an->dict, table, row, key);

		for (size_t i = 0; i + value.len <= id.len && value.len > 0; i++) {
			if (memcmp(id.at + i, value.at, value.len) == 0) {
				(*ranges)[(*count)++].first = wt_arena_printf(arena, "%c%.*s",
				    WT_FLAG_SECTOR, (int)id.len, id.at);
				break;
			}
		}
	}
	if (*count == 0)
		return wt_error_set(error, WT_ENOENT, 0, "no sector is named '%.*s'",
		    (int)(value.len < 80 ? value.len : 80), value.at);
	return arena->err;
}

/* Does a list divided by '|' hold this name, in any case of letters? */
static bool
holds(struct wt_arena *arena, struct wt_span list, struct wt_span name)
{
	struct wt_span part;

	while (wt_span_cut(&list, '|', &part))
		if (part.len == name.len && wt_span_eq(wt_utf8_lower(arena, part), name))
			return true;
	return false;
}

/* Rows of a table whose name or variants are the value: their ids, behind what is there; none if
   the value is an id itself. */
static int
known_ids(struct wt_analyser *an, struct wt_arena *arena, enum wt_flag flag, struct wt_span value,
    struct wt_flag_range **ranges, size_t *count)
{
	int table = wt_dict_table(an->dict, "programmes");
	int key = wt_dict_column(an->dict, table, "programme_id");
	int name = wt_dict_column(an->dict, table, "name");
	int variants = wt_dict_column(an->dict, table, "variants");
	struct wt_flag_range *more = new_ranges(arena, (size_t)wt_dict_rows(an->dict, table) + 1);

	if (more == NULL)
		return WT_ENOMEM;
	for (uint32_t row = 0; row < wt_dict_rows(an->dict, table); row++)
		if (wt_span_eq(wt_dict_cell(an->dict, table, row, key), value))
			return WT_OK;
	more[0] = (*ranges)[0];
	for (uint32_t row = 0; row < wt_dict_rows(an->dict, table); row++) {
		struct wt_span id = wt_dict_cell(an->dict, table, row, key);

		if (holds(arena, wt_dict_cell(an->dict, table, row, name), value) ||
		    holds(arena, wt_dict_cell(an->dict, table, row, variants), value))
			more[(*count)++].first = wt_arena_printf(arena, "%c%.*s", flag, (int)id.len, id.at);
	}
	*ranges = more;
	return arena->err;
}

/* A name as flags have it: words in lower case with single spaces between. */
static int
normalise(struct wt_arena *arena, struct wt_span value, struct wt_span *out)
{
	struct wt_token *tokens;
	struct wt_span joined = wt_span_make("", 0);
	uint32_t count;
	int code = wt_tokenize(arena, value, &tokens, &count);

	if (code != WT_OK)
		return code;
	for (uint32_t i = 0; i < count; i++) {
		struct wt_span norm = tokens[i].norm;

		while (norm.len > 1 && norm.at[norm.len - 1] == '.')
			norm.len--;
		if (tokens[i].kind == WT_TOKEN_PUNCT)
			continue;
		joined = wt_arena_printf(arena, "%.*s%s%.*s", (int)joined.len, joined.at,
		    joined.len > 0 ? " " : "", (int)norm.len, norm.at);
		if (joined.len > 1024)
			break;
	}
	*out = joined;
	return arena->err;
}

int
wt_analyse_value(struct wt_analyser *an, struct wt_arena *arena, enum wt_flag flag,
    struct wt_span value, struct wt_flag_range **ranges, size_t *count, struct wt_error *error)
{
	struct wt_span clean, name;
	uint32_t replaced;
	int code;

	*ranges = NULL;
	*count = 0;
	if ((code = wt_utf8_clean(arena, value, &clean, &replaced)) != WT_OK)
		return code;
	clean = wt_span_trim(clean);
	if (flag == WT_FLAG_REGION)
		return region_value(an, arena, clean, ranges, count, error);
	clean = wt_utf8_lower(arena, clean);
	if (flag == WT_FLAG_STATUS)
		return status_value(arena, clean, ranges, count, error);
	if (flag == WT_FLAG_SECTOR)
		return sector_value(an, arena, clean, ranges, count, error);
	if ((code = normalise(arena, clean, &name)) != WT_OK ||
	    (code = one(arena, flag, name, ranges, count)) != WT_OK)
		return code;
	return flag == WT_FLAG_PROGRAMME ? known_ids(an, arena, flag, name, ranges, count) : WT_OK;
}

int
wt_analyse_dates(struct wt_arena *arena, uint32_t from, uint32_t to,
    struct wt_flag_range **ranges, size_t *count)
{
	/* Months and years count when they lie within from..to as a whole. */
	uint32_t month_from = from / 100 + (from % 100 > 1), month_to = to / 100 - (to % 100 < 28);
	uint32_t year_from = from / 10000 + (from % 10000 > 101);
	uint32_t year_to = to / 10000 - (to % 10000 < 1231);

	*count = 3;
	if ((*ranges = new_ranges(arena, *count)) == NULL)
		return WT_ENOMEM;
	(*ranges)[0].first = wt_arena_printf(arena, "Dd%08u", from);
	(*ranges)[0].last = wt_arena_printf(arena, "Dd%08u", to);
	(*ranges)[1].first = wt_arena_printf(arena, "Dm%06u", month_from);
	(*ranges)[1].last = wt_arena_printf(arena, "Dm%06u", month_to);
	(*ranges)[2].first = wt_arena_printf(arena, "Dy%04u", year_from);
	(*ranges)[2].last = wt_arena_printf(arena, "Dy%04u", year_to);
	return arena->err;
}
