/*
 * region.c - names of regions to codes and back, behind region.h.
 *
 * The table is in order of levels, so that a walk may stop at the end of the
 * first level that knows a name: a query seldom reads more than 552 rows.
 */
#include "analyse/region.h"
#include "base/buf.h"
#include "text/utf8.h"

struct table {
	const struct wt_dict *dict;
	int number, code, level, name;
};

struct list {
	struct wt_arena *arena;
	struct wt_span *at;
	size_t count, cap;
};

static void
open_table(struct table *t, const struct wt_dict *dict)
{
	t->dict = dict;
	t->number = wt_dict_table(dict, "regions");
	t->code = wt_dict_column(dict, t->number, "code");
	t->level = wt_dict_column(dict, t->number, "level");
	t->name = wt_dict_column(dict, t->number, "name");
}

static int
add(struct list *l, struct wt_span code)
{
	if (l->count == l->cap) {
		size_t cap = l->cap == 0 ? 8 : l->cap * 2;
		struct wt_span *at = wt_arena_array(l->arena, cap, sizeof *at);

		if (at == NULL)
			return WT_ENOMEM;
		if (l->count > 0)
			memcpy(at, l->at, l->count * sizeof *at);
		l->at = at;
		l->cap = cap;
	}
	l->at[l->count++] = code;
	return WT_OK;
}

/* Is `word` one of the parts of a list divided by '|'? */
static bool
listed(struct wt_span list, struct wt_span word)
{
	struct wt_span part;

	while (wt_span_cut(&list, '|', &part))
		if (wt_span_eq(part, word))
			return true;
	return false;
}

/* 0: provinsi, 1: kabupaten and kota, 2: kecamatan, 3: desa and kelurahan. */
static int
rank_of(struct wt_span level)
{
	if (wt_span_is(level, "provinsi"))
		return 0;
	if (wt_span_is(level, "kabupaten") || wt_span_is(level, "kota"))
		return 1;
	return wt_span_is(level, "kecamatan") ? 2 : 3;
}

/* Regions of that name: of the given levels, or, if none are given, of the highest. */
static int
find_name(const struct table *t, struct wt_span name, struct wt_span levels, struct list *l)
{
	uint32_t rows = wt_dict_rows(t->dict, t->number);
	int found = -1, code;

	for (uint32_t row = 0; row < rows; row++) {
		struct wt_span level = wt_dict_cell(t->dict, t->number, row, t->level);

		if (levels.len == 0 && found >= 0 && rank_of(level) != found)
			break;
		if ((levels.len > 0 && !listed(levels, level)) ||
		    !wt_span_same(wt_dict_cell(t->dict, t->number, row, t->name), name))
			continue;
		found = rank_of(level);
		if ((code = add(l, wt_dict_cell(t->dict, t->number, row, t->code))) != WT_OK)
			return code;
	}
	return WT_OK;
}

static int
find_alias(const struct wt_dict *dict, struct wt_span name, struct list *l)
{
	int number = wt_dict_table(dict, "region_aliases"), code = WT_OK;
	int alias = wt_dict_column(dict, number, "alias"), codes = wt_dict_column(dict, number, "codes");

	for (uint32_t row = 0; row < wt_dict_rows(dict, number) && code == WT_OK; row++) {
		struct wt_span list, part;

		if (!wt_span_same(wt_dict_cell(dict, number, row, alias), name))
			continue;
		list = wt_dict_cell(dict, number, row, codes);
		while (code == WT_OK && wt_span_cut(&list, '|', &part))
			code = add(l, part);
	}
	return code;
}

/* The longest word for a level in front of the name: its levels and what is left. */
static bool
cut_qualifier(const struct wt_dict *dict, struct wt_span *name, struct wt_span *levels)
{
	int number = wt_dict_table(dict, "region_qualifiers");
	int phrase = wt_dict_column(dict, number, "phrase");
	int level = wt_dict_column(dict, number, "levels");
	size_t longest = 0;

	for (uint32_t row = 0; row < wt_dict_rows(dict, number); row++) {
		struct wt_span p = wt_dict_cell(dict, number, row, phrase);

		if (p.len > longest && name->len > p.len + 1 && name->at[p.len] == ' ' &&
		    wt_span_same(wt_span_make(name->at, p.len), p)) {
			longest = p.len;
			*levels = wt_dict_cell(dict, number, row, level);
		}
	}
	if (longest == 0)
		return false;
	*name = wt_span_trim(wt_span_make(name->at + longest + 1, name->len - longest - 1));
	return true;
}

uint32_t
wt_region_row(const struct wt_dict *dict, int table, struct wt_span code)
{
	int column = wt_dict_column(dict, table, "code");
	uint32_t low = 0, high = wt_dict_rows(dict, table), rows = high;

	/* In order of levels, which is that of lengths, and of codes. */
	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		struct wt_span at = wt_dict_cell(dict, table, middle, column);
		int order = at.len != code.len ? (at.len < code.len ? -1 : 1) : wt_span_cmp(at, code);

		if (order == 0)
			return middle;
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	/* A user's own table may be in any order. */
	for (uint32_t row = 0; row < rows; row++)
		if (wt_span_eq(wt_dict_cell(dict, table, row, column), code))
			return row;
	return WT_NO_ROW;
}

int
wt_regions_named(const struct wt_dict *dict, struct wt_arena *arena, struct wt_span value,
    struct wt_span **codes, size_t *count)
{
	struct list l = { .arena = arena };
	struct wt_span rest = wt_span_trim(value), code = rest, levels = { NULL, 0 };
	struct table t;
	uint32_t row;
	int err = WT_OK;

	open_table(&t, dict);
	if (code.len > 3 && wt_span_same(wt_span_make(code.at, 3), WT_SPAN("ID.")))
		code = wt_span_make(code.at + 3, code.len - 3);
	if (code.len > 0 && code.at[0] >= '0' && code.at[0] <= '9') {
		row = wt_region_row(dict, t.number, code);
		if (row != WT_NO_ROW)
			err = add(&l, wt_dict_cell(dict, t.number, row, t.code));
	} else {
		err = find_alias(dict, rest, &l);
		if (err == WT_OK && l.count == 0 && cut_qualifier(dict, &rest, &levels))
			err = find_name(&t, rest, levels, &l);
		if (err == WT_OK && l.count == 0)
			err = find_name(&t, wt_span_trim(value), wt_span_make("", 0), &l);
	}
	*codes = l.at;
	*count = l.count;
	return err != WT_OK ? err : wt_dict_error(dict, NULL);
}

/* What stands before the name of a region of this level. */
static const char *
title_of(struct wt_span level)
{
	static const char *const titles[][2] = { { "kota", "Kota " }, { "kabupaten", "Kabupaten " },
	    { "kecamatan", "Kecamatan " }, { "kelurahan", "Kelurahan " }, { "desa", "Desa " } };

	for (size_t i = 0; i < sizeof titles / sizeof titles[0]; i++)
		if (wt_span_is(level, titles[i][0]))
			return titles[i][1];
	return "";
}

struct wt_span
wt_region_display(const struct wt_dict *dict, struct wt_arena *arena, struct wt_span code)
{
	struct wt_span name;
	const char *title;
	struct table t;
	uint32_t row;

	open_table(&t, dict);
	if ((row = wt_region_row(dict, t.number, code)) == WT_NO_ROW)
		return code;
	name = wt_dict_cell(dict, t.number, row, t.name);
	title = title_of(wt_dict_cell(dict, t.number, row, t.level));
	if (*title == '\0' || wt_span_starts(name, wt_span_of(title)))
		return name;
	return wt_arena_printf(arena, "%s%.*s", title, (int)name.len, name.at);
}
