/*
 * date_pattern.c - the forms that an editor of the tables may add.
 *
 * A row of date_patterns has a name, the word that triggers it (its first), a
 * kind, a value and a PCRE2 pattern, which must match from that word on.  The
 * kinds and the named groups they read:
 *
 *      ignore                          what matches is no date
 *      date        year month day weekday, and year2 month2 day2 for a range
 *      relative    value unit:count; group number multiplies the count
 *      after       the same, from the date before in the text
 *      period      value quarter, third or half; number year
 */
#include "extract/date_private.h"
#include "extract/pattern.h"
#include "base/arena.h"
#include "base/buf.h"

#include <stdlib.h>

struct row {
	struct wt_pattern pattern;
	const char *name;
	uint8_t kind, unit;
	uint16_t next;
	int count;
};

struct wt_date_patterns {
	struct row *rows;
	size_t count, cap;
	struct wt_arena names;
};

static int
named(struct wt_span value, const char *const *names)
{
	for (int i = 1; names[i] != NULL; i++)
		if (wt_span_is(value, names[i]))
			return i;
	return 0;
}

static bool
read_kind(struct row *row, struct wt_span kind, struct wt_span value)
{
	static const char *const units[] = { "", "day", "week", "month", "year", "decade", NULL };
	static const char *const periods[] = { "", "quarter", "third", "half", NULL };
	struct wt_span unit;
	bool minus;

	if (wt_span_is(kind, "ignore")) {
		row->kind = WT_EXPR_IGNORE;
		return true;
	}
	if (wt_span_is(kind, "date")) {
		row->kind = WT_EXPR_DATE;
		return true;
	}
	if (wt_span_is(kind, "period")) {
		row->kind = WT_EXPR_PERIOD;
		row->unit = (uint8_t)named(value, periods);
		return row->unit != 0;
	}
	if (!wt_span_is(kind, "relative") && !wt_span_is(kind, "after"))
		return false;
	row->kind = wt_span_is(kind, "after") ? WT_EXPR_AFTER : WT_EXPR_RELATIVE;
	if (!wt_span_cut(&value, ':', &unit) || value.len == 0 || value.len > 4)
		return false;
	minus = value.at[0] == '-';
	for (size_t i = minus; i < value.len; i++)
		row->count = row->count * 10 + (value.at[i] - '0');
	row->count = minus ? -row->count : row->count;
	row->unit = (uint8_t)named(unit, units);
	return row->unit != 0;
}

static int
add(struct wt_date_patterns *p, const struct wt_table_rows *in, struct wt_date_vocabulary *words,
    struct wt_error *error)
{
	struct row row = { .pattern = { .source = in->cell[4], .file = "date_patterns",
		.line = in->line } }, *grown;
	struct wt_date_word *word;

	if (!read_kind(&row, in->cell[2], in->cell[3]) || in->cell[1].len == 0)
		return wt_error_set(error, WT_ESYNTAX, in->line,
		    "date_patterns:%u: unknown kind or value", in->line);
	word = wt_date_vocabulary_trigger(words, in->cell[1]);
	row.name = wt_arena_copy(&p->names, in->cell[0]).at;
	grown = wt_grow(p->rows, &p->cap, p->count + 1, sizeof *grown);
	/* The old array is gone once it has grown, whatever else failed. */
	if (grown != NULL)
		p->rows = grown;
	if (word == NULL || grown == NULL || p->names.err != WT_OK || p->count >= 65000)
		return WT_ENOMEM;
	row.next = word->pattern;
	p->rows[p->count++] = row;
	word->pattern = (uint16_t)p->count;
	return WT_OK;
}

int
wt_date_patterns_open(struct wt_date_patterns **out, const struct wt_table_source *source,
    struct wt_date_vocabulary *words, struct wt_error *error)
{
	static const char *const columns[] =
	    { "name", "trigger", "kind", "value", "pattern", NULL };
	struct wt_table_rows *rows = calloc(1, sizeof *rows);
	struct wt_date_patterns *p = calloc(1, sizeof *p);
	int code = WT_ENOMEM;

	if (rows != NULL && p != NULL)
		code = wt_table_rows_open(rows, source, columns, error);
	while (code == WT_OK && (code = wt_table_rows_next(rows, error)) == 1)
		code = add(p, rows, words, error);
	free(rows);
	if (code != WT_OK) {
		wt_date_patterns_close(p);
		p = NULL;
	}
	*out = p;
	return code;
}

void
wt_date_patterns_close(struct wt_date_patterns *p)
{
	if (p == NULL)
		return;
	for (size_t i = 0; i < p->count; i++)
		wt_pattern_close(&p->rows[i].pattern);
	free(p->rows);
	wt_arena_free(&p->names);
	free(p);
}

/* A group as a number: digits, a number word or an ordinal; 0 if it is absent. */
static int
number(const struct row *row, struct wt_span text, const struct wt_date_vocabulary *words,
    const char *name)
{
	struct wt_span s = wt_pattern_group(&row->pattern, text, name);
	const struct wt_date_word *word;
	int value = 0;

	if (s.len == 0 || s.len > 24)
		return 0;
	if (s.at[0] >= '0' && s.at[0] <= '9') {
		for (size_t i = 0; i < s.len && i < 4 && s.at[i] >= '0' && s.at[i] <= '9'; i++)
			value = value * 10 + (s.at[i] - '0');
		return value;
	}
	word = wt_date_vocabulary_find(words, s.at, s.len);
	if (word == NULL)
		return 0;
	return word->ordinal != 0 ? word->ordinal : word->number > 0 ? word->number :
	    word->month != 0 ? word->month : word->english != 0 ? word->english : word->weekday;
}

static int16_t
year(const struct row *row, struct wt_span text, const struct wt_date_vocabulary *words,
    const char *name)
{
	struct wt_span s = wt_pattern_group(&row->pattern, text, name);
	int value = number(row, text, words, name);

	return (int16_t)(s.len == 2 ? value + (value <= 50 ? 2000 : 1900) : value);
}

static bool
read_day(const struct row *row, struct wt_span text, const struct wt_date_vocabulary *words,
    bool second, struct wt_expr_day *d)
{
	int month = number(row, text, words, second ? "month2" : "month");
	int day = number(row, text, words, second ? "day2" : "day");

	d->year = year(row, text, words, second ? "year2" : "year");
	if (month > 12 || day > 31 || (day != 0 && month == 0))
		return false;
	d->month = (int8_t)month;
	d->day = (int8_t)day;
	return d->year != 0 || month != 0;
}

static bool
fill(const struct row *row, struct wt_span text, const struct wt_date_vocabulary *words,
    struct wt_date_expr *e)
{
	int count = number(row, text, words, "number");

	*e = (struct wt_date_expr){ .kind = row->kind, .method = row->name,
		.direction = WT_NO_DIRECTION };
	switch (row->kind) {
	case WT_EXPR_DATE:
		e->weekday = (uint8_t)number(row, text, words, "weekday");
		if (e->weekday > 7 || !read_day(row, text, words, false, &e->a))
			return false;
		if (read_day(row, text, words, true, &e->b)) {
			e->kind = WT_EXPR_RANGE;
			return (e->a.month == 0) == (e->b.month == 0) &&
			    (e->a.day == 0) == (e->b.day == 0);
		}
		return true;
	case WT_EXPR_PERIOD:
		e->period = row->unit;
		e->amount = count;
		e->a.year = year(row, text, words, "year");
		return count >= 1 && count <= 4;
	case WT_EXPR_RELATIVE:
	case WT_EXPR_AFTER:
		e->unit = row->unit;
		e->amount = row->count * (count > 0 ? count : 1);
		return true;
	default:
		return true;
	}
}

int64_t
wt_date_patterns_try(struct wt_date_patterns *p, unsigned first, struct wt_span text,
    uint32_t at, const struct wt_date_vocabulary *words, struct wt_date_expr *e,
    struct wt_error *error)
{
	for (unsigned i = first; i != 0; i = p->rows[i - 1].next) {
		struct row *row = &p->rows[i - 1];
		int n = wt_pattern_match(&row->pattern, text, at, error);

		if (n < 0)
			return n;
		if (n > 0 && fill(row, text, words, e)) {
			e->start = at;
			e->end = at + (uint32_t)n;
			return e->end;
		}
	}
	return 0;
}
