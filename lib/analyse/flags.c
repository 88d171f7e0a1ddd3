/*
 * flags.c - what a document is marked with, behind analyse.h.
 */
#include "analyse/analyse.h"
#include "analyse/region.h"
#include "text/token.h"
#include "text/utf8.h"

#include <string.h>

#define RUN 4                   /* words of a run */
#define LONGEST 200             /* bytes of a flag; longer ones are left out */
#define ANCESTORS 8             /* programmes above one, at most */

static void
add(struct wt_flags *f, struct wt_span term)
{
	if (f->err == WT_OK)
		f->err = f->arena->err;
	if (f->err != WT_OK || term.len > LONGEST)
		return;
	if (f->count == f->cap) {
		size_t cap = f->cap == 0 ? 64 : f->cap * 2;
		struct wt_span *at = wt_arena_array(f->arena, cap, sizeof *at);

		if (at == NULL) {
			f->err = WT_ENOMEM;
			return;
		}
		if (f->count > 0)
			memcpy(at, f->at, f->count * sizeof *at);
		f->at = at;
		f->cap = cap;
	}
	f->at[f->count++] = term;
}

void
wt_flags_region(struct wt_flags *f, struct wt_span id)
{
	struct wt_span code = wt_region_code(id);

	for (size_t i = 1; i <= code.len; i++)
		if (i == code.len || code.at[i] == '.')
			add(f, wt_arena_printf(f->arena, "%c%.*s", WT_FLAG_REGION, (int)i, code.at));
}

void
wt_flags_value(struct wt_flags *f, enum wt_flag flag, struct wt_span value)
{
	if (value.len > 0 && value.len < LONGEST) {
		value = wt_utf8_lower(f->arena, value);
		add(f, wt_arena_printf(f->arena, "%c%.*s", flag, (int)value.len, value.at));
	}
}

/* The words first to last, last exclusive, with a space between. */
static struct wt_span
join(struct wt_flags *f, enum wt_flag flag, const struct wt_span *words, size_t count)
{
	size_t len = 1;
	char *at;

	for (size_t i = 0; i < count; i++)
		len += words[i].len + (i > 0);
	if (len > LONGEST || (at = wt_arena_alloc(f->arena, len)) == NULL)
		return wt_span_make("", LONGEST + 1);
	at[0] = (char)flag;
	len = 1;
	for (size_t i = 0; i < count; i++) {
		if (i > 0)
			at[len++] = ' ';
		memcpy(at + len, words[i].at, words[i].len);
		len += words[i].len;
	}
	return wt_span_make(at, len);
}

/* The words of a name in lower case, signs left out. */
static struct wt_span *
words_of(struct wt_arena *arena, struct wt_span name, size_t *count, int *err)
{
	struct wt_token *tokens;
	struct wt_span *words;
	uint32_t n;

	*count = 0;
	if ((*err = wt_tokenize(arena, name, &tokens, &n)) != WT_OK)
		return NULL;
	if ((words = wt_arena_array(arena, (size_t)n + 1, sizeof *words)) == NULL) {
		*err = WT_ENOMEM;
		return NULL;
	}
	for (uint32_t i = 0; i < n; i++) {
		struct wt_span norm = tokens[i].norm;

		while (norm.len > 1 && norm.at[norm.len - 1] == '.')
			norm.len--;
		if (tokens[i].kind != WT_TOKEN_PUNCT)
			words[(*count)++] = norm;
	}
	return words;
}

void
wt_flags_name(struct wt_flags *f, enum wt_flag flag, struct wt_span name)
{
	struct wt_span *words;
	size_t count;

	if (f->err != WT_OK || name.len == 0)
		return;
	words = words_of(f->arena, name, &count, &f->err);
	for (size_t i = 0; i < count; i++)
		for (size_t n = 1; n <= RUN && i + n <= count; n++)
			add(f, join(f, flag, words + i, n));
	if (count > RUN)
		add(f, join(f, flag, words, count));
}

/* The programme above one in the dictionary; empty if there is none. */
static struct wt_span
parent_of(const struct wt_dict *dict, struct wt_span id)
{
	int table = wt_dict_table(dict, "programmes");
	int key = wt_dict_column(dict, table, "programme_id");
	int parent = wt_dict_column(dict, table, "parent_id");

	for (uint32_t row = 0; row < wt_dict_rows(dict, table); row++)
		if (wt_span_eq(wt_dict_cell(dict, table, row, key), id))
			return wt_dict_cell(dict, table, row, parent);
	return wt_span_make("", 0);
}

void
wt_flags_programme(struct wt_flags *f, const struct wt_dict *dict, struct wt_span id,
    struct wt_span name)
{
	wt_flags_name(f, WT_FLAG_PROGRAMME, name);
	for (int i = 0; i < ANCESTORS && id.len > 0; i++) {
		wt_flags_value(f, WT_FLAG_PROGRAMME, id);
		id = parent_of(dict, id);
	}
}

/* One end of a range: 2022, 2022-06 or 2022-06-21. */
static void
add_date(struct wt_flags *f, struct wt_span date)
{
	const char *at = date.at;

	if (date.len >= 10)
		add(f, wt_arena_printf(f->arena, "Dd%.4s%.2s%.2s", at, at + 5, at + 8));
	else if (date.len == 7)
		add(f, wt_arena_printf(f->arena, "Dm%.4s%.2s", at, at + 5));
	else if (date.len == 4)
		add(f, wt_arena_printf(f->arena, "Dy%.4s", at));
}

void
wt_flags_dates(struct wt_flags *f, struct wt_span from, struct wt_span to)
{
	add_date(f, from);
	if (!wt_span_eq(from, to))
		add_date(f, to);
}
