/*
 * date_parse.c - the written forms: numbers and months.
 *
 *      day     = d/m/y | y-m-d | d Month [y] | Month d, y | d/m (in brackets)
 *      core    = day | d - day | day - day
 *      month   = Month [y] | Month - Month [y] | Month y - Month y
 *
 * A form that has the shape of a day but a number that no calendar has ("31
 * April", year 0) is read whole and comes out as impossible, so that its parts
 * are not taken for something else.
 */
#include "extract/date_private.h"

/* A dash, "hingga", "sampai (dengan)", "s/d", "s.d.": tokens read, or 0. */
int
wt_parse_separator(struct wt_lexer *lex, int i)
{
	if (wt_lex_mark(lex, i, '-'))
		return wt_lex_mark(lex, i + 1, '-') ? 2 : 1;
	if (wt_lex_cue(lex, i, WT_CUE_RANGE))
		return wt_lex_is(lex, i + 1, "dengan") ? 2 : 1;
	if (wt_lex_is(lex, i, "s") && (wt_lex_mark(lex, i + 1, '/') || wt_lex_mark(lex, i + 1, '.')) &&
	    wt_lex_is(lex, i + 2, "d"))
		return wt_lex_mark(lex, i + 3, '.') ? 4 : 3;
	return 0;
}

/* A month, by its name or by an abbreviation with or without its point. */
int
wt_parse_month(struct wt_lexer *lex, int i, int8_t *month)
{
	const struct wt_date_token *t = wt_lex(lex, i);
	bool brief = t->end - t->start <= 4;

	if (t->word == NULL || (t->word->month == 0 && t->word->english == 0))
		return 0;
	if (brief && !t->capital && !wt_lex_is(lex, i, "mei") && !wt_lex_is(lex, i, "juni") &&
	    !wt_lex_is(lex, i, "juli"))
		return 0;
	*month = (int8_t)(t->word->month != 0 ? t->word->month : t->word->english);
	brief = brief && !(t->word->month >= 5 && t->word->month <= 7 && t->end - t->start > 2 &&
	    (t->word->key.len == 4 || t->word->month == 5));
	return brief && wt_lex_mark(lex, i + 1, '.') && wt_lex(lex, i + 1)->gap == 0 ? 2 : 1;
}

/* Is token i glued to digits that follow it, as in a phone or law number? */
bool
wt_parse_glued(struct wt_lexer *lex, int i)
{
	const struct wt_date_token *t = wt_lex(lex, i), *u;

	if (t->gap != 0 || t->kind == WT_TOK_END)
		return false;
	if (t->kind == WT_TOK_WORD)
		return true;
	if (t->punct == '/' || t->punct == '%')
		return true;
	u = wt_lex(lex, i + 1);
	return (t->punct == '.' || t->punct == ',' || t->punct == ':' || t->punct == '-') &&
	    u->kind == WT_TOK_NUMBER && u->gap == 0;
}

/* A year behind a day and month: "2021", ", 2021", "tahun 2021". */
static int
year_after(struct wt_lexer *lex, int i, int16_t *year)
{
	const struct wt_date_token *t;
	int skip = 0;

	if (wt_lex_mark(lex, i, ',') || wt_lex_mark(lex, i, '-'))
		skip = 1;
	else if (wt_lex(lex, i)->word != NULL && wt_lex(lex, i)->word->unit == WT_UNIT_YEAR)
		skip = 1;
	t = wt_lex(lex, i + skip);
	if (t->kind != WT_TOK_NUMBER || t->gap == 2 || (t->gap == 0 && skip == 0))
		return 0;
	if (t->digits == 4 && !(skip == 0 && wt_parse_glued(lex, i + 1) &&
	    !wt_lex_mark(lex, i + 1, '-'))) {
		*year = (int16_t)(t->value == 0 ? -1 : t->value);
		return skip + 1;
	}
	if (skip == 0 && !wt_parse_glued(lex, i + 1) &&
	    (t->digits > 4 || (t->value == 0 && t->digits == 1 &&
	    wt_lex(lex, i + 1)->kind != WT_TOK_WORD))) {
		*year = -1;
		return 1;
	}
	return 0;
}

static int16_t
century(const struct wt_date_token *t)
{
	if (t->digits == 4)
		return (int16_t)(t->value == 0 ? -1 : t->value);
	return (int16_t)(t->value + (t->value <= 50 ? 2000 : 1900));
}

static bool
set_day(struct wt_expr_day *out, int32_t day, int32_t month, int16_t year)
{
	if (day < 1 || day > 31 || month < 1 || month > 12)
		return false;
	*out = (struct wt_expr_day){ .year = year, .month = (int8_t)month, .day = (int8_t)day };
	return true;
}

/* y-m-d with dashes, slashes or points. */
static int
iso(struct wt_lexer *lex, int i, struct wt_expr_day *out)
{
	const struct wt_date_token *t = wt_lex(lex, i);
	char sign = wt_lex(lex, i + 1)->punct;
	struct wt_date_token month, day;

	if (t->digits != 4 || (sign != '-' && sign != '/' && sign != '.') ||
	    wt_lex(lex, i + 1)->gap != 0)
		return 0;
	month = *wt_lex(lex, i + 2);
	day = *wt_lex(lex, i + 4);
	if (month.kind != WT_TOK_NUMBER || month.gap != 0 || month.digits > 2 ||
	    !wt_lex_mark(lex, i + 3, sign) || wt_lex(lex, i + 3)->gap != 0 ||
	    day.kind != WT_TOK_NUMBER || day.gap != 0 || day.digits > 2)
		return 0;
	if (wt_parse_glued(lex, i + 5) && !wt_lex_is(lex, i + 5, "t"))
		return 0;
	return set_day(out, day.value, month.value, (int16_t)(t->value == 0 ? -1 : t->value)) ?
	    5 : 0;
}

/* d/m/y, d-m-y, d.m.y; in brackets the year may have two digits. */
static int
numeric(struct wt_lexer *lex, int i, bool bracket, struct wt_expr_day *out, bool *swappable)
{
	struct wt_date_token a = *wt_lex(lex, i), b = *wt_lex(lex, i + 2), y = *wt_lex(lex, i + 4);
	char sign = wt_lex(lex, i + 1)->punct, second = wt_lex(lex, i + 3)->punct;

	if (a.digits > 2 || b.kind != WT_TOK_NUMBER || b.digits > 2 || y.kind != WT_TOK_NUMBER ||
	    (sign != '/' && sign != '-' && sign != '.') ||
	    (second != sign && !(bracket && (second == '-' || second == '/'))))
		return 0;
	if (!bracket && (wt_lex(lex, i + 1)->gap + b.gap + wt_lex(lex, i + 3)->gap + y.gap) > 0)
		return 0;
	if (y.digits != 4 && !(bracket && y.digits == 2 && second == sign && sign != '.'))
		return 0;
	/* "10.1.2019" is a version. */
	if (sign != '/' && (century(&y) < 1800 || century(&y) > 2199 ||
	    (sign == '.' && b.digits != 2)))
		return 0;
	if (wt_parse_glued(lex, i + 5) && !wt_lex_mark(lex, i + 5, '-'))
		return 0;
	*swappable = a.value <= 12 && b.value <= 12 && a.value != b.value;
	if (b.value > 12 && a.value <= 12)
		return set_day(out, b.value, a.value, century(&y)) ? 5 : 0;
	return set_day(out, a.value, b.value, century(&y)) ? 5 : 0;
}

/* d/m, only where the press writes it so. */
static int
short_numeric(struct wt_lexer *lex, int i, bool bracket, struct wt_expr_day *out)
{
	struct wt_date_token a = *wt_lex(lex, i), b = *wt_lex(lex, i + 2);

	if (!bracket || a.digits > 2 || b.kind != WT_TOK_NUMBER || b.digits > 2 ||
	    !wt_lex_mark(lex, i + 1, '/') || (wt_parse_glued(lex, i + 3) && !wt_lex_mark(lex, i + 3, '-')))
		return 0;
	return set_day(out, a.value, b.value, 0) ? 3 : 0;
}

/* d Month [y], d-Month-y. */
static int
worded(struct wt_lexer *lex, int i, struct wt_expr_day *out)
{
	const struct wt_date_token *t = wt_lex(lex, i);
	int32_t day = t->value;
	int dash = wt_lex_mark(lex, i + 1, '-'), n, more;
	int8_t month;
	int16_t year = 0;

	if (t->digits > 2 || day > 39 || (n = wt_parse_month(lex, i + 1 + dash, &month)) == 0 ||
	    wt_lex(lex, i + 1 + dash)->gap == 2 || (wt_lex(lex, i + 1)->gap == 0 && dash == 0))
		return 0;
	n += 1 + dash;
	more = year_after(lex, i + n, &year);
	if (dash && more == 0)
		return 0;
	if ((day < 1 || day > 31) && more == 0)
		return 0;
	*out = (struct wt_expr_day){ .year = year, .month = month,
		.day = (int8_t)(day == 0 ? 32 : day) };
	return n + more;
}

/* Month d, y as English page furniture has it. */
static int
english(struct wt_lexer *lex, int i, struct wt_expr_day *out)
{
	int8_t month;
	int n = wt_parse_month(lex, i, &month), comma;
	struct wt_date_token day, year;

	if (n == 0)
		return 0;
	day = *wt_lex(lex, i + n);
	comma = wt_lex_mark(lex, i + n + 1, ',');
	year = *wt_lex(lex, i + n + 1 + comma);
	if (day.kind != WT_TOK_NUMBER || day.digits > 2 || day.value > 31 || day.value == 0 ||
	    year.kind != WT_TOK_NUMBER || year.digits != 4 || year.gap == 2 || year.value == 0 ||
	    (comma == 0 && year.gap == 0) || wt_parse_glued(lex, i + n + 2 + comma))
		return 0;
	*out = (struct wt_expr_day){ .year = (int16_t)year.value, .month = month,
		.day = (int8_t)day.value };
	return n + 2 + comma;
}

static int
single(struct wt_lexer *lex, int i, bool bracket, struct wt_expr_day *out, bool *swappable)
{
	int n;

	*swappable = false;
	if (wt_lex(lex, i)->kind == WT_TOK_WORD)
		return english(lex, i, out);
	if (wt_lex(lex, i)->kind != WT_TOK_NUMBER)
		return 0;
	if ((n = iso(lex, i, out)) > 0 || (n = numeric(lex, i, bracket, out, swappable)) > 0 ||
	    (n = worded(lex, i, out)) > 0)
		return n;
	return short_numeric(lex, i, bracket, out);
}

bool
wt_expr_day_exists(const struct wt_expr_day *d)
{
	return d->year >= 0 && wt_day_valid(d->year == 0 ? 2000 : d->year, d->month, d->day);
}

/* Give the end of a range that lacks a year the year of the other. */
static void
share_year(struct wt_expr_day *a, struct wt_expr_day *b)
{
	bool over = a->month > b->month || (a->month == b->month && a->day > b->day);

	if (a->year == 0 && b->year > 0)
		a->year = (int16_t)(b->year - over);
	else if (b->year == 0 && a->year > 0)
		b->year = (int16_t)(a->year + over);
}

static int
finish_range(struct wt_date_expr *e, int n)
{
	share_year(&e->a, &e->b);
	e->kind = wt_expr_day_exists(&e->a) && wt_expr_day_exists(&e->b) ? WT_EXPR_RANGE :
	    WT_EXPR_IMPOSSIBLE;
	if (e->kind == WT_EXPR_RANGE && e->a.year > 0 && wt_iso_make(e->a.year, e->a.month,
	    e->a.day) > wt_iso_make(e->b.year, e->b.month, e->b.day))
		e->kind = WT_EXPR_IMPOSSIBLE;
	e->method = "day-range";
	return n;
}

/* d - day: "1-3 Maret 2021", "16 hingga 22 Januari", "1-3/3/2021". */
static int
short_range(struct wt_lexer *lex, int i, bool bracket, struct wt_date_expr *e)
{
	struct wt_date_token first = *wt_lex(lex, i);
	int gap = first.kind == WT_TOK_NUMBER && first.digits <= 2 ?
	    wt_parse_separator(lex, i + 1) : 0, n;
	bool swappable;

	if (gap == 0 || wt_lex(lex, i + 1 + gap)->kind != WT_TOK_NUMBER ||
	    (n = single(lex, i + 1 + gap, bracket, &e->b, &swappable)) == 0 ||
	    wt_lex(lex, i + 1 + gap)->digits > 2 || first.value < 1 || first.value > e->b.day)
		return 0;
	e->a = e->b;
	e->a.day = (int8_t)first.value;
	return finish_range(e, 1 + gap + n);
}

int
wt_parse_core(struct wt_lexer *lex, int i, bool bracket, struct wt_date_expr *e)
{
	struct wt_expr_day other;
	bool swappable;
	int n, gap, more;

	if (wt_lex(lex, i)->kind == WT_TOK_NUMBER &&
	    iso(lex, i, &e->a) == 0 && numeric(lex, i, bracket, &e->a, &e->swappable) == 0 &&
	    (n = short_range(lex, i, bracket, e)) > 0)
		return n;
	n = single(lex, i, bracket, &e->a, &e->swappable);
	if (n == 0)
		return 0;
	gap = wt_parse_separator(lex, i + n);
	more = gap > 0 ? single(lex, i + n + gap, bracket, &other, &swappable) : 0;
	if (more > 0) {
		e->b = other;
		return finish_range(e, n + gap + more);
	}
	e->kind = wt_expr_day_exists(&e->a) ? WT_EXPR_DATE : WT_EXPR_IMPOSSIBLE;
	e->method = e->a.year != 0 ? "day" : "day-month";
	return n;
}

/* "malam", "dini hari", "siang": tokens read. */
int
wt_parse_dayparts(struct wt_lexer *lex, int i)
{
	int n = 0;

	while (wt_lex_cue(lex, i + n, WT_CUE_DAYPART) && wt_lex(lex, i + n)->gap < 2) {
		n++;
		if (wt_lex(lex, i + n)->word != NULL &&
		    wt_lex(lex, i + n)->word->unit == WT_UNIT_DAY && !wt_lex_is(lex, i + n + 1, "ini"))
			n++;
	}
	return n;
}

/* "pukul 09.00 WIB", "sekitar pukul 10", parts of the day: what goes with a date. */
int
wt_parse_tail(struct wt_lexer *lex, int i)
{
	int n = 0, start = i;

	for (;;) {
		int at = i;

		if (wt_lex_mark(lex, at, ','))
			at++;
		if (wt_lex_is(lex, at, "sekitar") || wt_lex_is(lex, at, "mulai") || wt_lex_is(lex, at, "tepat"))
			at++;
		if (wt_parse_dayparts(lex, at) > 0) {
			n = at + wt_parse_dayparts(lex, at);
		} else if (wt_lex_cue(lex, at, WT_CUE_CLOCK) &&
		    wt_lex(lex, at + 1)->kind == WT_TOK_NUMBER) {
			n = at + 2;
			if ((wt_lex_mark(lex, n, '.') || wt_lex_mark(lex, n, ':')) &&
			    wt_lex(lex, n + 1)->kind == WT_TOK_NUMBER &&
			    wt_lex(lex, n + 1)->gap == 0)
				n += 2;
			if (wt_lex_cue(lex, n, WT_CUE_ZONE))
				n++;
		} else if (wt_lex(lex, at)->kind == WT_TOK_NUMBER &&
		    wt_lex(lex, at)->digits <= 2 &&
		    (wt_lex_mark(lex, at + 1, '.') || wt_lex_mark(lex, at + 1, ':')) &&
		    wt_lex(lex, at + 2)->digits == 2 && wt_lex_cue(lex, at + 3, WT_CUE_ZONE)) {
			n = at + 4;
		} else {
			return i - start;
		}
		i = n;
	}
}

/* "lalu", "yang lalu", "mendatang", "nanti", "ini". */
int
wt_parse_direction(struct wt_lexer *lex, int i, int8_t *direction)
{
	int skip = wt_lex_is(lex, i, "yang") ? 1 : 0;
	const struct wt_date_token *t = wt_lex(lex, i + skip);

	if (t->word == NULL || t->word->direction == WT_NO_DIRECTION || t->gap == 2 ||
	    wt_lex_is(lex, i, "lagi"))
		return 0;
	if (skip && wt_lex_is(lex, i + 1, "ini"))
		return 0;
	*direction = t->word->direction;
	return skip + 1;
}

/* "dua", "dua puluh lima", "12", "seratus": tokens read, or 0. */
int
wt_parse_number(struct wt_lexer *lex, int i, int32_t *value)
{
	const struct wt_date_token *t = wt_lex(lex, i);
	int32_t sum = 0, last = 0;
	int n = 0;

	if (t->kind == WT_TOK_NUMBER) {
		*value = t->value;
		return t->digits <= 4 ? 1 : 0;
	}
	for (; (t = wt_lex(lex, i + n))->word != NULL && n < 12; n++) {
		if (t->word->number >= 0 && last == 0)
			last = t->word->number;
		else if (t->word->scale == -10 && last > 0 && last < 10)
			last += 10;
		else if (t->word->scale > 0 && last > 0 && last < t->word->scale) {
			sum += last * t->word->scale;
			last = 0;
		} else
			break;
		if (last >= 100) {
			sum += last;
			last = 0;
		}
	}
	*value = sum + last;
	return n;
}

/* "tahun lalu" behind a day or a month without a year: it counts from this year. */
int
wt_parse_relative_year(struct wt_lexer *lex, int i, struct wt_date_expr *e)
{
	const struct wt_date_token *t = wt_lex(lex, i);
	int8_t direction;
	int n;

	if (e->a.year != 0 || t->word == NULL || t->word->unit != WT_UNIT_YEAR || t->gap == 2 ||
	    (n = wt_parse_direction(lex, i + 1, &direction)) == 0)
		return 0;
	e->unit = WT_UNIT_YEAR;
	e->amount = direction;
	return n + 1;
}

/* A month with or without a year, and ranges of months. */
int
wt_parse_months(struct wt_lexer *lex, int i, struct wt_date_expr *e)
{
	int16_t year = 0;
	int8_t month, second;
	int n = wt_parse_month(lex, i, &month), more, gap;

	if (n == 0)
		return 0;
	more = year_after(lex, i + n, &year);
	e->a = (struct wt_expr_day){ .year = year, .month = month };
	e->kind = year < 0 ? WT_EXPR_IMPOSSIBLE : WT_EXPR_DATE;
	e->method = year != 0 ? "month" : "month-alone";
	n += more;
	gap = wt_parse_separator(lex, i + n);
	if (gap > 0 && (more = wt_parse_month(lex, i + n + gap, &second)) > 0) {
		e->b = (struct wt_expr_day){ .month = second };
		n += gap + more;
		n += year_after(lex, i + n, &e->b.year);
		share_year(&e->a, &e->b);
		e->kind = e->a.year >= 0 && e->b.year >= 0 && wt_iso_make(e->a.year, e->a.month, 0)
		    <= wt_iso_make(e->b.year, e->b.month, 0) ? WT_EXPR_RANGE : WT_EXPR_IMPOSSIBLE;
		e->method = "month-range";
	}
	more = wt_parse_relative_year(lex, n + i, e);
	return n + (more > 0 ? more : wt_parse_direction(lex, n + i, &e->direction));
}

/* Could a lone month be a name of a person or thing ("Juni Rahmawati", "Mei Lan")? */
static bool
part_of_name(struct wt_lexer *lex, int n)
{
	const struct wt_date_token *first = wt_lex(lex, 0), *after = wt_lex(lex, n);
	struct wt_date_token before = wt_lex_before(lex, first->start);

	if (!first->capital || (first->end - first->start <= 4 && first->word->month != 5 &&
	    first->word->month != 6 && first->word->month != 7))
		return true;
	if (after->kind == WT_TOK_WORD && after->capital && after->word == NULL && after->gap == 1)
		return true;
	return before.kind == WT_TOK_WORD && before.capital && before.word == NULL && before.gap &&
	    first->end - first->start <= 5;
}

/* A month at token 0. */
static int
month_alone(struct wt_lexer *lex, struct wt_date_expr *e)
{
	int n = english(lex, 0, &e->a);

	if (n > 0) {
		e->kind = wt_expr_day_exists(&e->a) ? WT_EXPR_DATE : WT_EXPR_IMPOSSIBLE;
		e->method = "month-day-year";
		return n;
	}
	n = wt_parse_months(lex, 0, e);
	if (n == 0)
		return 0;
	if (e->a.year == 0 && (wt_lex(lex, 0)->word->month == 0 || (e->unit == WT_UNIT_NONE &&
	    e->direction == WT_NO_DIRECTION && part_of_name(lex, n))))
		return 0;
	return n;
}

uint32_t
wt_date_commit(struct wt_lexer *lex, int n, struct wt_date_expr *e, struct wt_date_exprs *out)
{
	if (n == 0)
		return 0;
	e->start = wt_lex(lex, 0)->start;
	e->end = wt_lex(lex, n - 1)->end;
	wt_date_exprs_add(out, e);
	return e->end;
}

/* A day in words: "tujuh belas Agustus 1945". */
static int
spelled(struct wt_lexer *lex, struct wt_date_expr *e)
{
	int32_t day;
	struct wt_date_token before;
	int n = wt_parse_number(lex, 0, &day), more;

	if (n == 0 || day < 1 || day > 31 || !wt_lex(lex, n)->capital ||
	    (more = wt_parse_month(lex, n, &e->a.month)) == 0)
		return 0;
	n += more;
	n += year_after(lex, n, &e->a.year);
	e->a.day = (int8_t)day;
	e->kind = wt_expr_day_exists(&e->a) ? WT_EXPR_DATE : WT_EXPR_IMPOSSIBLE;
	e->method = "day-in-words";
	/* "Institut Teknologi Sepuluh Nopember" is no day. */
	before = wt_lex_before(lex, wt_lex(lex, 0)->start);
	if (before.kind == WT_TOK_WORD && before.capital && (before.word == NULL ||
	    (before.word->cues & WT_CUE_STREET)))
		e->kind = WT_EXPR_IGNORE;
	return n;
}

uint32_t
wt_date_parse(struct wt_lexer *lex, struct wt_date_exprs *out)
{
	struct wt_date_expr e = { .direction = WT_NO_DIRECTION };
	const struct wt_date_token *t;
	const struct wt_date_word *word;
	int n = 0;

	if (lex->count == 0 && lex->at < lex->len && lex->text[lex->at] <= '9')
		return wt_date_parse_number(lex, out);
	t = wt_lex(lex, 0);
	word = t->word;
	if (word == NULL)
		return 0;
	/* A number word counts something that is known: "dua hari", "lima Maret". */
	if (word->number >= 0 && wt_lex(lex, 1)->word == NULL)
		return 0;
	if (word->weekday != 0)
		n = wt_parse_weekday(lex, &e);
	if (n == 0 && (word->month != 0 || word->english != 0))
		n = month_alone(lex, &e);
	if (n == 0 && word->hijri != 0)
		n = wt_parse_hijri(lex, 0, &e);
	if (n == 0 && word->number >= 0)
		n = spelled(lex, &e);
	if (n == 0)
		n = wt_parse_relative(lex, &e);
	if (n == 0 && (word->cues & WT_CUE_CLOCK) &&
	    wt_lex_before(lex, t->start).kind != WT_TOK_NUMBER && (n = wt_parse_tail(lex, 0)) > 0) {
		e.kind = WT_EXPR_TIME;
		e.method = "time";
	}
	return wt_date_commit(lex, n, &e, out);
}
