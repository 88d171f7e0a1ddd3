/*
 * date_holiday.c - days that are known by their names.
 *
 * The table date_holidays has, for each, its names ("|" between them, # for the
 * number in "HUT ke-77 RI"), a rule and the days that were announced:
 *
 *      08-17           the same day every year
 *      hijri-10-01     a day of the tabular Hijri year, where none was announced
 *      easter-2        days from Easter Sunday
 *      dates           only the announced days
 */
#include "extract/date_private.h"
#include "base/buf.h"

#include <stdlib.h>

static bool
two(struct wt_span s, size_t at, int16_t *value)
{
	if (s.len < at + 2 || s.at[at] < '0' || s.at[at] > '9' || s.at[at + 1] < '0' ||
	    s.at[at + 1] > '9')
		return false;
	*value = (int16_t)((s.at[at] - '0') * 10 + (s.at[at + 1] - '0'));
	return true;
}

static bool
read_rule(struct wt_span rule, struct wt_holiday *h)
{
	if (wt_span_is(rule, "dates"))
		return true;
	if (wt_span_starts(rule, WT_SPAN("easter"))) {
		h->easter = true;
		for (size_t i = 7; i < rule.len && i < 10; i++)
			h->day = (int16_t)(h->day * 10 + (rule.at[i] - '0'));
		if (rule.len > 6 && rule.at[6] == '-')
			h->day = (int16_t)-h->day;
		return rule.len > 7;
	}
	if (wt_span_starts(rule, WT_SPAN("hijri-"))) {
		h->hijri = true;
		rule = wt_span_make(rule.at + 6, rule.len - 6);
	}
	return rule.len == 5 && two(rule, 0, &h->month) && two(rule, 3, &h->day);
}

static int
add_days(struct wt_holidays *h, struct wt_holiday *item, struct wt_span dates)
{
	struct wt_span one;

	item->dates = (uint32_t)h->day_count;
	while (dates.len > 0 && wt_span_cut(&dates, ',', &one)) {
		uint32_t day = wt_iso_get(one.at, one.len), *grown;

		if (wt_iso_day(day) == 0)
			return WT_ESYNTAX;
		grown = wt_grow(h->days, &h->day_cap, h->day_count + 1, sizeof *grown);
		if (grown == NULL)
			return WT_ENOMEM;
		h->days = grown;
		h->days[h->day_count++] = day;
		item->count++;
	}
	return WT_OK;
}

static int
add_names(struct wt_holidays *h, struct wt_span names, bool alone,
    struct wt_date_vocabulary *words)
{
	struct wt_span one;

	while (wt_span_cut(&names, '|', &one)) {
		struct wt_holiday_name *grown;
		struct wt_date_word *word;
		size_t first = 0;

		while (first < one.len && one.at[first] != ' ')
			first++;
		word = wt_date_vocabulary_trigger(words, wt_span_make(one.at, first));
		grown = wt_grow(h->names, &h->name_cap, h->name_count + 1, sizeof *grown);
		if (word == NULL || grown == NULL || h->name_count >= 65000)
			return WT_ENOMEM;
		h->names = grown;
		h->names[h->name_count] = (struct wt_holiday_name){
			.text = one, .holiday = (uint16_t)h->count, .next = word->holiday,
			.alone = alone
		};
		word->holiday = (uint16_t)++h->name_count;
	}
	return WT_OK;
}

static int
add(struct wt_holidays *h, const struct wt_table_rows *row, struct wt_date_vocabulary *words,
    struct wt_error *error)
{
	struct wt_holiday item = { 0 }, *grown;
	int code;

	if (!read_rule(row->cell[1], &item) || row->cell[0].len == 0)
		return wt_error_set(error, WT_ESYNTAX, row->line,
		    "date_holidays:%u: unknown rule", row->line);
	for (size_t i = 0; i < row->cell[2].len && i < 4; i++)
		item.first_year = (int16_t)(item.first_year * 10 + (row->cell[2].at[i] - '0'));
	code = add_days(h, &item, row->cell[3]);
	if (code == WT_ESYNTAX)
		return wt_error_set(error, code, row->line,
		    "date_holidays:%u: dates are YYYY-MM-DD with commas", row->line);
	if (code == WT_OK)
		code = add_names(h, row->cell[0], !wt_span_is(row->cell[4], "no"), words);
	if (code != WT_OK)
		return code;
	grown = wt_grow(h->items, &h->cap, h->count + 1, sizeof *grown);
	if (grown == NULL)
		return WT_ENOMEM;
	h->items = grown;
	h->items[h->count++] = item;
	return WT_OK;
}

int
wt_holidays_open(struct wt_holidays *h, const struct wt_table_source *source,
    struct wt_date_vocabulary *words, struct wt_error *error)
{
	static const char *const columns[] =
	    { "names", "rule", "first_year", "dates", "alone", NULL };
	struct wt_table_rows *rows = calloc(1, sizeof *rows);
	int code = rows == NULL ? WT_ENOMEM : wt_table_rows_open(rows, source, columns, error);

	while (code == WT_OK && (code = wt_table_rows_next(rows, error)) == 1)
		code = add(h, rows, words, error);
	free(rows);
	return code;
}

void
wt_holidays_close(struct wt_holidays *h)
{
	free(h->items);
	free(h->names);
	free(h->days);
}

/* Does the text at token i spell a name?  Tokens read, or 0; *number is what stood for #. */
static int
spells(struct wt_lexer *lex, struct wt_span name, int32_t *number)
{
	size_t at = 0;
	int i = 0;

	while (at < name.len) {
		const struct wt_date_token *t = wt_lex(lex, i);

		if (name.at[at] == ' ') {
			at++;
			if (t->gap != 1)
				return 0;
			continue;
		}
		if (name.at[at] == '#') {
			if (t->kind != WT_TOK_NUMBER || t->digits > 4)
				return 0;
			*number = t->value;
			at++;
			i++;
			continue;
		}
		if (t->kind == WT_TOK_END || at + (t->end - t->start) > name.len)
			return 0;
		for (uint32_t k = t->start; k < t->end; k++, at++) {
			unsigned char a = lex->text[k], b = (unsigned char)name.at[at];

			if ((a >= 'A' && a <= 'Z' ? a + 32 : a) != (b >= 'A' && b <= 'Z' ? b + 32 : b))
				return 0;
		}
		i++;
	}
	return i;
}

/* What follows a name: "ke-77", "2022", "tahun 2022", "1444 H", "tahun ini". */
static int
year_of(struct wt_lexer *lex, int i, struct wt_date_expr *e, bool *dated)
{
	int start = i;
	const struct wt_date_token *t;
	int8_t way;

	if (wt_lex_is(lex, i, "yang") && wt_lex_is(lex, i + 1, "ke"))
		i++;
	t = wt_lex(lex, i);
	if (e->amount == 0 && t->kind == WT_TOK_WORD && t->end - t->start == 2 &&
	    lex->text[t->start] == 'k' && lex->text[t->start + 1] == 'e') {
		int k = wt_lex(lex, i + 1)->punct == '-' ? i + 2 : i + 1;

		if (wt_lex(lex, k)->kind == WT_TOK_NUMBER && wt_lex(lex, k)->digits <= 4) {
			e->amount = wt_lex(lex, k)->value;
			i = k + 1;
		}
	}
	t = wt_lex(lex, i);
	if (t->word != NULL && t->word->unit == WT_UNIT_YEAR) {
		if (wt_parse_direction(lex, i + 1, &way) == 1) {
			e->direction = way;
			*dated = true;
			return i + 2 - start;
		}
		i++;
		t = wt_lex(lex, i);
	}
	if (t->kind != WT_TOK_NUMBER || t->digits != 4 || t->gap == 2)
		return (t->kind == WT_TOK_NUMBER ? 0 : i) - start > 0 &&
		    wt_lex(lex, i - 1)->kind == WT_TOK_NUMBER ? i - start : 0;
	if (t->value >= 1900 && t->value <= 2100) {
		e->a.year = (int16_t)t->value;
		*dated = true;
		return i + 1 - start;
	}
	if (t->value >= 1350 && t->value <= 1550) {
		e->b.year = (int16_t)t->value;
		*dated = true;
		t = wt_lex(lex, i + 1);
		return i + (t->word != NULL && (t->word->cues & WT_CUE_HIJRI) ? 2 : 1) - start;
	}
	return i - start;
}

int
wt_holiday_parse(const struct wt_holidays *h, struct wt_lexer *lex, struct wt_date_expr *e)
{
	const struct wt_holiday_name *best = NULL;
	int longest = 0;
	int32_t number = 0, found = 0;
	bool dated = false;

	if (!wt_lex(lex, 0)->capital)
		return 0;
	for (unsigned i = wt_lex(lex, 0)->word->holiday; i != 0; i = h->names[i - 1].next) {
		int n = spells(lex, h->names[i - 1].text, &number);

		if (n > longest) {
			longest = n;
			best = &h->names[i - 1];
			found = number;
		}
		number = 0;
	}
	if (best == NULL)
		return 0;
	*e = (struct wt_date_expr){ .kind = WT_EXPR_HOLIDAY, .holiday = (int16_t)best->holiday,
		.direction = WT_NO_DIRECTION, .amount = found, .method = "holiday" };
	longest += year_of(lex, longest, e, &dated);
	if (e->b.year != 0) {
		const struct wt_holiday *item = &h->items[best->holiday];

		if (!item->hijri)
			return 0;
		e->a.year = (int16_t)wt_iso_year(
		    wt_hijri_day(e->b.year, item->month, item->day));
	}
	if (!best->alone && !dated)
		return 0;
	return longest;
}

/* The day of a Hijri month and day that falls into a year; the first, if two do. */
static uint32_t
hijri_in(int year, int month, int day)
{
	int hijri, unused;

	wt_hijri_of_day(wt_iso_make(year, 1, 1), &hijri, &unused, &unused);
	for (int k = hijri; k <= hijri + 1; k++) {
		uint32_t found = wt_hijri_day(k, month, day);

		if (wt_iso_year(found) == year)
			return found;
	}
	return 0;
}

uint32_t
wt_holiday_day(const struct wt_holidays *h, size_t which, int year, bool *approximate)
{
	const struct wt_holiday *item = &h->items[which];

	*approximate = false;
	for (uint32_t i = 0; i < item->count; i++)
		if (wt_iso_year(h->days[item->dates + i]) == year)
			return h->days[item->dates + i];
	if (year < 1900 || year > 2150)
		return 0;
	if (item->easter)
		return wt_day_add(wt_easter(year), item->day);
	if (item->hijri) {
		*approximate = true;
		return hijri_in(year, item->month, item->day);
	}
	return item->month == 0 ? 0 : wt_iso_make(year, item->month, item->day);
}
