/*
 * date_relative.c - the forms that lean on something: weekdays, "tahun lalu",
 * parts of months and years, quarters, years and runs of years.
 */
#include "extract/date_private.h"

/* A four-digit number that can be a year, not glued to more digits. */
static bool
year_at(struct wt_lexer *lex, int i)
{
	const struct wt_date_token *t = wt_lex(lex, i);

	return t->kind == WT_TOK_NUMBER && t->digits == 4 && t->value >= 1000 && t->value <= 2200;
}

static bool
glued(struct wt_lexer *lex, int i)
{
	const struct wt_date_token *t = wt_lex(lex, i);

	return t->gap == 0 && ((t->kind == WT_TOK_WORD) || (t->kind == WT_TOK_PUNCT &&
	    (t->punct == '.' || t->punct == ',' || t->punct == '/' || t->punct == '-') &&
	    wt_lex(lex, i + 1)->kind == WT_TOK_NUMBER && wt_lex(lex, i + 1)->gap == 0));
}

/* "1990-an", "90an", "'90-an": tokens read. */
static int
decade(struct wt_lexer *lex, int i, struct wt_date_expr *e)
{
	const struct wt_date_token *t = wt_lex(lex, i);
	int n = wt_lex_mark(lex, i + 1, '-') ? 2 : 1;

	if (t->kind != WT_TOK_NUMBER || (t->digits != 4 && t->digits != 2) || t->value % 10 != 0 ||
	    !wt_lex_is(lex, i + n, "an") || wt_lex(lex, i + n)->gap != 0)
		return 0;
	if (t->digits == 4 && (t->value < 1500 || t->value > 2190))
		return 0;
	if (wt_lex_cue(lex, i + n + 1, WT_CUE_COUNTED))         /* "2000-an warga" */
		return 0;
	e->kind = WT_EXPR_DECADE;
	e->method = "decade";
	e->a.year = (int16_t)(t->digits == 4 ? t->value : t->value + 1900);
	return n + 1;
}

/* A year, a run of years or a decade at token i. */
int
wt_parse_year(struct wt_lexer *lex, int i, struct wt_date_expr *e)
{
	const struct wt_date_token *t;
	int n, gap;

	if (wt_lex(lex, i)->digits == 4 && (n = decade(lex, i, e)) > 0)
		return n;
	if (!year_at(lex, i) || (wt_lex_mark(lex, i + 1, '-') && wt_lex_is(lex, i + 2, "an")))
		return 0;
	e->kind = WT_EXPR_DATE;
	e->method = "year";
	e->a = (struct wt_expr_day){ .year = (int16_t)wt_lex(lex, i)->value };
	gap = wt_lex_mark(lex, i + 1, '/') ? 1 : wt_parse_separator(lex, i + 1);
	t = wt_lex(lex, i + 1 + gap);
	if (gap > 0 && t->kind == WT_TOK_WORD && t->word != NULL && t->word->unit == WT_UNIT_YEAR)
		t = wt_lex(lex, i + 1 + ++gap);
	if (gap > 0 && year_at(lex, i + 1 + gap) && !glued(lex, i + 2 + gap)) {
		e->b = (struct wt_expr_day){ .year = (int16_t)t->value };
	} else if (gap == 1 && t->kind == WT_TOK_NUMBER && t->digits == 2 && t->gap == 0 &&
	    t->value == (e->a.year + 1) % 100 && !glued(lex, i + 3)) {
		e->b = (struct wt_expr_day){ .year = (int16_t)(e->a.year + 1) };
	} else {
		if (wt_lex_known(lex, i + 1)->cues & WT_CUE_HIJRI && e->a.year >= 1300 &&
		    e->a.year < 1600) {
			e->kind = WT_EXPR_FIXED;
			e->approximate = true;
			e->method = "hijri-year";
			e->from = wt_hijri_day(e->a.year, 1, 1);
			e->to = wt_hijri_day(e->a.year, 12, wt_hijri_month_days(e->a.year, 12));
			return 2;
		}
		return 1 + wt_parse_direction(lex, i + 1, &e->direction);
	}
	e->method = "year-range";
	e->kind = e->b.year >= e->a.year && e->b.year - e->a.year <= 1000 ?
	    WT_EXPR_RANGE : WT_EXPR_IMPOSSIBLE;
	return 2 + gap;
}

/* What follows a weekday's date in brackets: up to and with the closing one. */
static int
close_bracket(struct wt_lexer *lex, int i)
{
	int n = wt_parse_tail(lex, i);

	if (wt_lex_mark(lex, i + n, ')'))
		return n + 1;
	return n;
}

/* The date beside a weekday: "(7/9)", ", 16 Oktober 2023", "tanggal 5/2/2020". */
static int
dated(struct wt_lexer *lex, int i, struct wt_date_expr *e)
{
	int start = i, n;
	bool open;

	if (wt_lex_mark(lex, i, ','))
		i++;
	if (wt_lex_known(lex, i)->cues & WT_CUE_LEAD)
		i++;
	open = wt_lex_mark(lex, i, '(');
	if (open) {
		i++;
		if (wt_lex_known(lex, i)->cues & (WT_CUE_LEAD | WT_CUE_DAYPART))
			i++;
		if (wt_lex_mark(lex, i, ','))
			i++;
	}
	if (wt_lex(lex, i)->gap == 2 || (n = wt_parse_core(lex, i, true, e)) == 0)
		return 0;
	e->bracket = true;
	i += n;
	if (open)
		i += close_bracket(lex, i);
	i += wt_parse_tail(lex, i);
	i += wt_parse_direction(lex, i, &e->direction);
	return i - start;
}

/* "pekan depan", "minggu lalu" behind a weekday. */
static int
week_after(struct wt_lexer *lex, int i, struct wt_date_expr *e)
{
	int8_t direction;

	if (wt_lex_known(lex, i)->unit != WT_UNIT_WEEK ||
	    wt_parse_direction(lex, i + 1, &direction) == 0)
		return 0;
	e->weekday_week = true;
	e->amount = direction;
	return 2;
}

/* Is "minggu" with what follows a week rather than Sunday? */
static bool
week_meant(struct wt_lexer *lex, const struct wt_date_token *before)
{
	const struct wt_date_token *t = wt_lex(lex, 0);
	int8_t direction;

	if (wt_lex_known(lex, 0)->unit != WT_UNIT_WEEK)
		return false;
	if (!t->capital)
		return true;
	if (wt_lex_known(lex, 1)->ordinal != 0 || wt_lex_is(lex, 1, "ke"))
		return true;
	return wt_parse_direction(lex, 1, &direction) > 0 &&
	    (before->kind == WT_TOK_END || before->kind == WT_TOK_PUNCT) && !t->upper;
}

static bool
coming(const struct wt_lexer *lex, uint32_t at)
{
	for (int i = 0; i < 7; i++) {
		struct wt_date_token t = wt_lex_before(lex, at);

		if (t.kind == WT_TOK_END || (t.kind == WT_TOK_PUNCT && t.punct == '.'))
			return false;
		if (t.word != NULL && (t.word->cues & WT_CUE_FUTURE))
			return true;
		if (t.start == at)
			return false;
		at = t.start;
	}
	return false;
}

/* Are there an odd number of quotation marks before `at` on its line? */
static bool
quoted(const struct wt_lexer *lex, uint32_t at)
{
	bool open = false;
	uint32_t least = at > 2000 ? at - 2000 : 0;

	for (uint32_t i = at; i > least && lex->text[i - 1] != '\n'; i--) {
		const unsigned char *p = lex->text + i - 1;

		if (*p == '"')
			open = !open;
		else if (*p == 0x9c && i >= 3 && p[-1] == 0x80 && p[-2] == 0xe2)
			return true;
		else if (*p == 0x9d && i >= 3 && p[-1] == 0x80 && p[-2] == 0xe2)
			return false;
	}
	return open;
}

static int
bare_weekday(struct wt_lexer *lex, int i, const struct wt_date_token *before,
    struct wt_date_expr *e)
{
	int n = i, more;

	if (!wt_lex(lex, 0)->capital && !(wt_lex_known(lex, 0)->unit == WT_UNIT_DAY && i > 1))
		return 0;
	if (wt_span_ends(wt_lex_known(lex, i - 1)->key, WT_SPAN("day")))       /* English: "Friday" */
		return 0;
	if (before->word != NULL && (before->word->cues & (WT_CUE_EVERY | WT_CUE_STREET)))
		return 0;
	e->kind = WT_EXPR_WEEKDAY;
	e->method = "weekday";
	n += wt_parse_dayparts(lex, n);
	if ((more = week_after(lex, n, e)) == 0)
		more = wt_parse_direction(lex, n, &e->direction);
	n += more;
	n += wt_parse_tail(lex, n);
	/* "Minggu" between commas or after "pada" is Sunday; "Senin-Jumat" is every week. */
	if (wt_lex_mark(lex, n, '-') && wt_lex_known(lex, n + 1)->weekday != 0)
		return 0;
	if ((wt_lex_known(lex, n)->cues & WT_CUE_RANGE) && wt_lex_known(lex, n + 1)->weekday != 0)
		return 0;
	e->coming = coming(lex, wt_lex(lex, 0)->start);
	return n;
}

/* Words between a weekday and its date in brackets: "lalu", "pekan depan", "waktu setempat". */
static int
between(struct wt_lexer *lex, int i, struct wt_date_expr *e)
{
	int n = wt_lex_known(lex, i)->unit == WT_UNIT_WEEK ? 1 : 0;
	int8_t direction = WT_NO_DIRECTION;

	n += wt_parse_direction(lex, i + n, &direction);
	if (n == 0 && wt_lex_known(lex, i)->relative != 0)
		n = 1;
	else if (n == 0 && wt_lex_is(lex, i, "waktu"))
		n = 2;
	else if (n == 0 && (wt_lex_known(lex, i)->cues & WT_CUE_ZONE))
		n = 1;
	if (n == 0 || !wt_lex_mark(lex, i + n, '('))
		return 0;
	e->direction = direction == 0 ? WT_NO_DIRECTION : direction;
	return n;
}

/* A weekday at token 0, or at token 1 behind "hari". */
int
wt_parse_weekday(struct wt_lexer *lex, struct wt_date_expr *e)
{
	struct wt_date_token before = wt_lex_before(lex, wt_lex(lex, 0)->start);
	int i = wt_lex_known(lex, 0)->unit == WT_UNIT_DAY ? 1 : 0, n, second;

	e->weekday = wt_lex_known(lex, i)->weekday;
	if (e->weekday == 0 || (i == 1 && wt_lex(lex, 1)->gap == 2))
		return 0;
	if (i == 0 && week_meant(lex, &before) && !wt_lex_mark(lex, 1, '(') &&
	    !(wt_lex_mark(lex, 1, ',') && wt_lex(lex, 2)->kind == WT_TOK_NUMBER))
		return 0;
	i++;
	second = wt_lex_known(lex, i)->cues & WT_CUE_AND || wt_lex_mark(lex, i, '/') ? 1 :
	    wt_parse_separator(lex, i);
	if (second > 0 && wt_lex_known(lex, i + second)->weekday != 0 &&
	    wt_lex(lex, i + second)->capital) {
		e->weekday_b = wt_lex_known(lex, i + second)->weekday;
		n = i + second + 1;
		n += wt_parse_dayparts(lex, n);
		second = dated(lex, n, e);
		if (second > 0 && e->kind == WT_EXPR_RANGE)
			return n + second;
		*e = (struct wt_date_expr){ .kind = WT_EXPR_IGNORE, .weekday = e->weekday };
		return wt_lex_known(lex, i)->cues & WT_CUE_AND ? 0 : n;
	}
	n = i + wt_parse_dayparts(lex, i);
	n += between(lex, n, e);
	second = dated(lex, n, e);
	if (second > 0) {
		e->coming = coming(lex, wt_lex(lex, 0)->start);
		return n + second;
	}
	*e = (struct wt_date_expr){ .weekday = e->weekday, .direction = WT_NO_DIRECTION };
	return bare_weekday(lex, i, &before, e);
}

static void
relative(struct wt_date_expr *e, int unit, int32_t amount)
{
	e->kind = WT_EXPR_RELATIVE;
	e->unit = (uint8_t)unit;
	e->amount = amount;
	e->method = "relative";
}

/* A quarter, third or half of a year. */
static int
period(struct wt_lexer *lex, struct wt_date_expr *e)
{
	int n = 1, more, skip;
	bool half = wt_lex_known(lex, 0)->period == WT_PERIOD_HALF;

	e->kind = WT_EXPR_PERIOD;
	e->period = wt_lex_known(lex, 0)->period;
	e->method = "period";
	if (wt_lex_known(lex, n)->ordinal != 0) {
		e->amount = wt_lex_known(lex, n++)->ordinal;
	} else if (wt_lex_is(lex, n, "ke") && wt_lex_mark(lex, n + 1, '-')) {
		e->amount = wt_lex(lex, n + 2)->value;
		n += 3;
	} else if (wt_lex(lex, n)->kind == WT_TOK_NUMBER && wt_lex(lex, n)->digits == 1) {
		e->amount = wt_lex(lex, n++)->value;
	} else if ((more = wt_parse_direction(lex, n, &e->direction)) > 0) {
		return half ? 0 : n + more;
	} else {
		return 0;
	}
	if (e->amount < 1 || e->amount > (half ? 2 : e->period == WT_PERIOD_THIRD ? 3 : 4))
		return 0;
	skip = wt_lex_mark(lex, n, '/') || wt_lex_mark(lex, n, '-') || wt_lex_mark(lex, n, ',');
	if (skip == 0 && wt_lex_known(lex, n)->unit == WT_UNIT_YEAR) {
		more = wt_parse_direction(lex, n + 1, &e->direction);
		if (more > 0)
			return n + 1 + more;
		skip = wt_lex_known(lex, n + 1)->cues & WT_CUE_BUDGET ? 2 : 1;
	}
	if (year_at(lex, n + skip) && !glued(lex, n + skip + 1)) {
		e->a.year = (int16_t)wt_lex(lex, n + skip)->value;
		return n + skip + 1;
	}
	more = wt_parse_direction(lex, n, &e->direction);
	return half && more == 0 ? 0 : n + more;
}

/* "awal", "pertengahan", "akhir" of a month, a year, a decade or a week. */
static int
part(struct wt_lexer *lex, struct wt_date_expr *e)
{
	int unit = wt_lex_known(lex, 1)->unit, n, more;
	int8_t month;

	e->part = wt_lex_known(lex, 0)->part;
	if (unit == WT_UNIT_YEAR || unit == WT_UNIT_NONE || unit == WT_UNIT_DECADE) {
		int skip = unit != WT_UNIT_NONE;

		if ((n = decade(lex, 1 + skip, e)) > 0 ||
		    (unit != WT_UNIT_DECADE && year_at(lex, 1 + skip) && !glued(lex, 2 + skip) &&
		    !(wt_lex_known(lex, 2 + skip)->cues & WT_CUE_COUNTED) &&
		    (n = wt_parse_year(lex, 1 + skip, e)) > 0)) {
			e->method = "part-of-year";
			return 1 + skip + n;
		}
	}
	n = unit == WT_UNIT_MONTH ? 2 : 1;
	if ((unit == WT_UNIT_MONTH || unit == WT_UNIT_NONE) &&
	    wt_parse_month(lex, n, &month) > 0) {
		more = wt_parse_months(lex, n, e);
		if (e->kind == WT_EXPR_RANGE)
			return 0;
		e->method = "part-of-month";
		return n + more;
	}
	if (unit != WT_UNIT_YEAR && unit != WT_UNIT_MONTH && unit != WT_UNIT_WEEK &&
	    unit != WT_UNIT_DECADE)
		return 0;
	if ((more = wt_parse_direction(lex, 2, &e->direction)) > 0) {
		/* "akhir tahun nanti" is still this year's. */
		relative(e, unit, wt_lex_is(lex, 2, "nanti") ? 0 : e->direction);
		return 2 + more;
	}
	if (unit == WT_UNIT_WEEK || unit == WT_UNIT_DECADE || wt_lex_known(lex, 2)->hijri != 0 ||
	    wt_lex_cue(lex, 2, WT_CUE_BUDGET) || wt_lex_is(lex, 2, "puasa") ||
	    wt_lex_is(lex, 2, "suci"))
		return 0;
	relative(e, unit, 0);
	return 2;
}

/* A second day behind "kemarin" or "hari ini": "kemarin sampai hari ini". */
static int
second_day(struct wt_lexer *lex, int i, struct wt_date_expr *e)
{
	int gap = wt_parse_separator(lex, i), amount, n;

	if (gap == 0)
		return 0;
	amount = wt_lex_known(lex, i + gap)->relative;
	n = gap + 1;
	if (amount == 0) {
		if (wt_lex_known(lex, i + gap)->unit != WT_UNIT_DAY || !wt_lex_is(lex, i + n, "ini"))
			return 0;
		n++;
	}
	if (amount <= e->amount)
		return 0;
	e->b.month = 1;
	e->b.day = (int8_t)amount;
	e->method = "day-words";
	return n;
}

/* "tahun ...", "bulan ...", "pekan ...", "hari ...", "dekade ...". */
static int
unit(struct wt_lexer *lex, struct wt_date_expr *e)
{
	struct wt_date_token before;
	int u = wt_lex_known(lex, 0)->unit, n = 1, more;

	if (wt_lex(lex, 1)->gap == 2)
		return 0;
	if (u == WT_UNIT_DAY && wt_lex_known(lex, 1)->weekday != 0)
		return wt_parse_weekday(lex, e);
	if (u == WT_UNIT_DAY && wt_lex_known(lex, 1)->relative != 0)
		return 0;
	if (u == WT_UNIT_YEAR) {
		while (wt_lex_known(lex, n)->cues & WT_CUE_BUDGET)
			n++;
		if (wt_lex_mark(lex, n, '(') || wt_lex_mark(lex, n, '\''))
			return 0;
		if ((more = decade(lex, n, e)) > 0 || (more = wt_parse_year(lex, n, e)) > 0) {
			if (e->method[4] == '\0')
				e->method = n > 1 ? "budget-year" : "year-word";
			return n + more;
		}
	}
	if (u == WT_UNIT_DECADE && (more = decade(lex, 1, e)) > 0)
		return 1 + more;
	if (u == WT_UNIT_MONTH && (more = wt_parse_months(lex, 1, e)) > 0)
		return 1 + more;
	more = wt_parse_direction(lex, n, &e->direction);
	if (more == 0 || u == WT_UNIT_CENTURY || (u == WT_UNIT_DAY && e->direction != 0))
		return 0;
	/* "satu tahun ini", "beberapa minggu lalu" name no year or week. */
	before = wt_lex_before(lex, wt_lex(lex, 0)->start);
	if (before.kind == WT_TOK_NUMBER || (before.word != NULL && before.kind == WT_TOK_WORD &&
	    (before.word->number >= 0 || before.word->scale != 0 ||
	    (before.word->cues & (WT_CUE_COUNT | WT_CUE_EVERY)))))
		return 0;
	relative(e, u, e->direction);
	n += more;
	return u == WT_UNIT_DAY ? n + second_day(lex, n, e) : n;
}

/* "kemudian", "setelahnya", "sebelumnya" behind a number of units: +1, -1, or 0. */
static int
after(struct wt_lexer *lex, int i)
{
	if (wt_lex_is(lex, i, "kemudian") || wt_lex_is(lex, i, "setelahnya") ||
	    wt_lex_is(lex, i, "sesudahnya") || wt_lex_is(lex, i, "berikutnya"))
		return 1;
	return wt_lex_is(lex, i, "sebelumnya") ? -1 : 0;
}

static int
counted(struct wt_lexer *lex, int u, int32_t amount, int n, struct wt_date_expr *e)
{
	int more, way;

	if (amount < 1 || amount > 999 || u == WT_UNIT_NONE || u == WT_UNIT_CENTURY)
		return 0;
	if ((way = after(lex, n)) != 0) {
		e->kind = WT_EXPR_AFTER;
		e->unit = (uint8_t)u;
		e->amount = way * amount;
		e->method = "after-previous";
		return n + 1;
	}
	if (wt_lex_is(lex, n, "lagi") || (wt_lex_is(lex, n, "yang") && wt_lex_is(lex, n + 1, "akan") &&
	    wt_lex_is(lex, n + 2, "datang"))) {
		relative(e, u, amount);
		e->method = "count-relative";
		return n + (wt_lex_is(lex, n, "lagi") ? 1 : 3);
	}
	more = wt_parse_direction(lex, n, &e->direction);
	if (more == 0 || e->direction == 0 || wt_lex_is(lex, n, "depan") || wt_lex_is(lex, n, "kemarin") ||
	    wt_lex_is(lex, n, "besok"))
		return 0;
	relative(e, u, e->direction * amount);
	e->method = "count-relative";
	return n + more;
}

/* "dua hari lalu", "5 tahun yang lalu", "tiga bulan lagi". */
static int
count(struct wt_lexer *lex, struct wt_date_expr *e)
{
	struct wt_date_token before;
	int32_t amount;
	int n = wt_parse_number(lex, 0, &amount), found;

	if (n == 0 || wt_lex_known(lex, n)->unit == WT_UNIT_NONE)
		return 0;
	found = counted(lex, wt_lex_known(lex, n)->unit, amount, n + 1, e);
	if (found == 0)
		return 0;
	before = wt_lex_before(lex, wt_lex(lex, 0)->start);
	/* A duration ("selama tiga pekan mendatang") and a span ("dua hingga tiga hari lalu"). */
	if (before.kind == WT_TOK_PUNCT && before.punct == '-')
		return 0;
	if (before.word != NULL && (before.word->cues & WT_CUE_RANGE))
		return 0;
	if (before.word != NULL && (before.word->cues & WT_CUE_SPAN) && e->amount > 0)
		return 0;
	return found;
}

/* "kemarin", "besok", "lusa", with a part of the day. */
static int
day_word(struct wt_lexer *lex, struct wt_date_expr *e)
{
	struct wt_date_token before = wt_lex_before(lex, wt_lex(lex, 0)->start);
	int n = 1;

	relative(e, WT_UNIT_DAY, wt_lex_known(lex, 0)->relative);
	e->method = "day-word";
	if (e->amount == -1 && wt_lex_known(lex, 1)->relative == 2) {
		e->amount = -2;
		n = 2;
	}
	if (before.kind == WT_TOK_PUNCT && before.punct == '-')
		return 0;
	if (before.word != NULL && (before.word->unit == WT_UNIT_DAY ||
	    (before.word->cues & WT_CUE_TERM)) && e->amount > 0)
		return 0;
	e->quoted = quoted(lex, wt_lex(lex, 0)->start);
	n += wt_parse_dayparts(lex, n);
	return n + second_day(lex, n, e);
}

/* "malam ini", "pagi tadi". */
static int
daypart(struct wt_lexer *lex, struct wt_date_expr *e)
{
	if (!wt_lex_is(lex, 1, "ini") && !wt_lex_is(lex, 1, "tadi"))
		return 0;
	relative(e, WT_UNIT_DAY, 0);
	e->method = "part-of-day";
	return 2;
}

/* "periode 2019-2024", "musim 2017/2018". */
static int
term(struct wt_lexer *lex, struct wt_date_expr *e)
{
	int skip = wt_lex_known(lex, 1)->unit == WT_UNIT_YEAR ? 2 : 1, n;
	int8_t month;

	if (wt_lex(lex, 1)->gap == 2)
		return 0;
	if ((n = decade(lex, skip, e)) > 0)
		return skip + n;
	if (wt_lex(lex, skip)->kind != WT_TOK_NUMBER ||
	    wt_lex(lex, skip)->digits != 4 || wt_parse_month(lex, skip + 1, &month) > 0)
		return 0;
	n = wt_parse_year(lex, skip, e);
	if (n > 0 && e->kind == WT_EXPR_DATE && glued(lex, skip + n))
		return 0;
	return n > 0 ? skip + n : 0;
}

int
wt_parse_relative(struct wt_lexer *lex, struct wt_date_expr *e)
{
	const struct wt_date_word *word = wt_lex_known(lex, 0);
	int n = 0;

	if (wt_lex(lex, 0)->kind == WT_TOK_NUMBER)
		return count(lex, e);
	if (word->part != 0)
		n = part(lex, e);
	if (n == 0 && word->period != 0)
		n = period(lex, e);
	if (n == 0 && word->unit != 0)
		n = unit(lex, e);
	if (n == 0 && word->one != 0)
		n = counted(lex, word->one, 1, 1, e);
	if (n == 0 && word->relative != 0)
		n = day_word(lex, e);
	if (n == 0 && word->number >= 0)
		n = count(lex, e);
	if (n == 0 && (word->cues & WT_CUE_DAYPART))
		n = daypart(lex, e);
	if (n == 0 && (word->cues & WT_CUE_TERM))
		n = term(lex, e);
	return n;
}
