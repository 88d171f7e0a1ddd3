/*
 * date_number.c - what a number in a text begins: a day, a year, a list, or none.
 *
 * Most numbers begin no date, so the bytes behind one are looked at before it is
 * cut into tokens.  Numbers that look like dates but are the numbers of laws,
 * streets, letters or phones are read whole, so that no part of them is taken
 * for a date.
 */
#include "extract/date_private.h"

/* Several days of one month: "16, 17 dan 18 Agustus 2017".  The first is 0 tokens if it is none. */
static uint32_t
day_list(struct wt_lexer *lex, struct wt_date_exprs *out)
{
	struct wt_date_expr last = { .direction = WT_NO_DIRECTION };
	uint32_t start[8], end[8];
	int8_t day[8];
	int count = 0, i = 0, n = 0;

	for (; count < 8; count++) {
		struct wt_date_token t = *wt_lex(lex, i);

		if (t.kind != WT_TOK_NUMBER || t.digits > 2 || t.value < 1 || t.value > 31)
			return 0;
		if (count > 0 && (n = wt_parse_core(lex, i, false, &last)) > 0)
			break;
		start[count] = t.start;
		end[count] = t.end;
		day[count] = (int8_t)t.value;
		i++;
		if (wt_lex_mark(lex, i, ','))
			i++;
		else if (!wt_lex_cue(lex, i, WT_CUE_AND) && !wt_lex_mark(lex, i, '&'))
			return 0;
		if (wt_lex_cue(lex, i, WT_CUE_AND) || wt_lex_mark(lex, i, '&'))
			i++;
	}
	if (n == 0 || count == 0 || last.kind != WT_EXPR_DATE || last.method[3] == '-')
		if (n == 0 || last.kind != WT_EXPR_DATE)
			return 0;
	for (int k = 0; k < count; k++) {
		struct wt_date_expr e = last;

		e.start = start[k];
		e.end = end[k];
		e.a.day = day[k];
		e.kind = wt_expr_day_exists(&e.a) ? WT_EXPR_DATE : WT_EXPR_IMPOSSIBLE;
		e.method = "day-list";
		wt_date_exprs_add(out, &e);
	}
	last.start = wt_lex(lex, i)->start;
	last.end = wt_lex(lex, i + n - 1)->end;
	wt_date_exprs_add(out, &last);
	return last.end;
}

/* A Hijri month at token i, of one word or two. */
static int
hijri_month(struct wt_lexer *lex, int i, int *month)
{
	const struct wt_date_token *t = wt_lex(lex, i);

	if (t->word == NULL || t->word->hijri == 0)
		return 0;
	*month = t->word->hijri;
	if ((wt_lex_is(lex, i, "rabiul") || wt_lex_is(lex, i, "rabi") || wt_lex_is(lex, i, "jumadil") ||
	    wt_lex_is(lex, i, "jumada") || wt_lex_is(lex, i, "jumadal"))) {
		if (wt_lex_is(lex, i + 1, "akhir") || wt_lex_is(lex, i + 1, "tsani") ||
		    wt_lex_is(lex, i + 1, "akhirah"))
			++*month;
		else if (!wt_lex_is(lex, i + 1, "awal") && !wt_lex_is(lex, i + 1, "ula"))
			return 0;
		return 2;
	}
	return 1;
}

/* "12 Rabiul Awal 1442 H", "Ramadan 1444 Hijriah". */
int
wt_parse_hijri(struct wt_lexer *lex, int i, struct wt_date_expr *e)
{
	const struct wt_date_token *t = wt_lex(lex, i);
	int day = 0, month = 0, n = 0, more, year;

	if (t->kind == WT_TOK_NUMBER) {
		if (t->digits > 2)
			return 0;
		day = t->value;
		n = 1;
	}
	if ((more = hijri_month(lex, i + n, &month)) == 0)
		return 0;
	n += more;
	t = wt_lex(lex, i + n);
	if (t->kind != WT_TOK_NUMBER || t->digits != 4 || t->value < 1300 || t->value > 1600)
		return 0;
	year = t->value;
	n += wt_lex_cue(lex, i + n + 1, WT_CUE_HIJRI) ? 2 : 1;
	e->kind = WT_EXPR_FIXED;
	e->method = day != 0 ? "hijri-day" : "hijri-month";
	e->approximate = true;
	e->from = wt_hijri_day(year, month, n > 0 && day != 0 ? day : 1);
	e->to = day != 0 ? e->from : wt_hijri_day(year, month, wt_hijri_month_days(year, month));
	if (e->from == 0 || (day == 0 && e->to == 0) || (wt_lex(lex, i)->kind == WT_TOK_NUMBER &&
	    day == 0))
		e->kind = WT_EXPR_IMPOSSIBLE;
	return n;
}

/* A fraction or a ratio rather than a day: "(2/3)" without a word of time before it. */
static bool
fraction(struct wt_lexer *lex, const struct wt_expr_day *d)
{
	struct wt_date_token before = wt_lex_before(lex, wt_lex(lex, 0)->start);
	struct wt_date_token word = wt_lex_before(lex, before.start);

	if (d->day >= d->month || d->month > 10)
		return word.word != NULL && (word.word->cues & (WT_CUE_NUMBER | WT_CUE_COUNT));
	return !(word.kind == WT_TOK_WORD && word.capital);
}

/* Digits that are no date although they look like one: numbers of laws, streets, phones. */
static uint32_t
trap(struct wt_lexer *lex, const struct wt_date_token *before, struct wt_date_exprs *out)
{
	struct wt_date_expr e = { .kind = WT_EXPR_EVIDENCE, .method = "law-number" };
	struct wt_date_token a = *wt_lex(lex, 0), b = *wt_lex(lex, 2);
	bool law = before->word != NULL && (before->word->cues & (WT_CUE_LAW | WT_CUE_NUMBER));

	if (before->word != NULL && (before->word->cues & WT_CUE_STREET) && before->gap) {
		int n = wt_parse_core(lex, 0, false, &e);

		e.kind = WT_EXPR_IGNORE;
		e.method = "street";
		return n > 0 ? wt_date_commit(lex, n, &e, out) : 0;
	}
	if (wt_lex_mark(lex, 1, '/') && wt_lex(lex, 1)->gap == 0 && b.kind == WT_TOK_NUMBER &&
	    b.gap == 0 && b.digits == 4 && b.value >= 1900 && b.value <= 2100 &&
	    (a.digits < 4 || law) && !(wt_parse_glued(lex, 3) && !law)) {
		e.a.year = (int16_t)b.value;
		return wt_date_commit(lex, 3, &e, out);
	}
	if (law && wt_lex_mark(lex, 1, '/')) {
		int n = 1;

		while ((wt_lex_mark(lex, n, '/') || wt_lex_mark(lex, n, '-') || wt_lex_mark(lex, n, '.')) &&
		    wt_lex(lex, n)->gap == 0 && wt_lex(lex, n + 1)->gap == 0 &&
		    wt_lex(lex, n + 1)->kind != WT_TOK_END &&
		    wt_lex(lex, n + 1)->kind != WT_TOK_PUNCT && n < 20)
			n += 2;
		e.kind = WT_EXPR_IGNORE;
		return wt_date_commit(lex, n, &e, out);
	}
	return 0;
}

/* Does a lone number of four digits stand where a year does, rather than a count? */
static bool
year_stands(struct wt_lexer *lex, const struct wt_date_token *before, int n)
{
	const struct wt_date_token *t = wt_lex(lex, 0), *after = wt_lex(lex, n);

	if (t->value < 1900 || t->value > 2100 || t->digits != 4)
		return false;
	if (wt_parse_glued(lex, n) || wt_lex_mark(lex, n, '%'))
		return false;
	if (before->word != NULL && (before->word->cues & WT_CUE_COUNT))
		return false;
	if (before->kind == WT_TOK_PUNCT && (before->punct == '$' || before->punct == '#'))
		return false;
	if (before->kind == WT_TOK_WORD && before->upper && before->end - before->start <= 3 &&
	    before->word != NULL && (before->word->cues & WT_CUE_COUNTED))
		return false;
	return !(after->word != NULL && (after->word->cues & WT_CUE_COUNTED) && after->gap == 1);
}

/* What the bytes behind a number leave possible, before anything is cut into tokens. */
enum look { LOOK_NOTHING, LOOK_YEAR, LOOK_ALL };

static enum look
behind_blank(const struct wt_lexer *lex, uint32_t at, uint32_t digits)
{
	const unsigned char *text = lex->text;
	const struct wt_date_word *word;
	uint32_t end;

	while (at < lex->len && text[at] == ' ')
		at++;
	if (at == lex->len || text[at] == ')' || text[at] == '(' || text[at] == '\n')
		return digits == 4 ? LOOK_YEAR : LOOK_NOTHING;
	if ((text[at] | 0x20) < 'a' || (text[at] | 0x20) > 'z')
		return digits == 3 ? LOOK_NOTHING : LOOK_ALL;
	for (end = at; end < lex->len && (text[end] | 0x20) >= 'a' && (text[end] | 0x20) <= 'z';)
		end++;
	if (digits == 4)
		return LOOK_YEAR;
	if (end - at == 1)              /* "s/d" */
		return text[at] == 's' ? LOOK_ALL : LOOK_NOTHING;
	word = wt_date_vocabulary_find(lex->words, (const char *)text + at, end - at);
	return word != NULL && (word->month != 0 || word->english != 0 || word->hijri != 0 ||
	    word->unit != 0 || (word->cues & (WT_CUE_RANGE | WT_CUE_AND | WT_CUE_ZONE)) != 0) ?
	    LOOK_ALL : LOOK_NOTHING;
}

static enum look
look(const struct wt_lexer *lex, uint32_t at)
{
	const unsigned char *text = lex->text;
	uint32_t end = at, digits, next;
	unsigned char c;

	while (end < lex->len && text[end] >= '0' && text[end] <= '9' && end - at < 6)
		end++;
	digits = end - at;
	if (digits > 4)
		return LOOK_NOTHING;
	if (end == lex->len)
		return digits == 4 ? LOOK_YEAR : LOOK_NOTHING;
	c = text[end];
	if (c == ' ' || c >= 0x80)
		return c == ' ' ? behind_blank(lex, end, digits) : LOOK_ALL;
	if (digits == 3)
		return LOOK_NOTHING;
	for (next = end + 1; next < lex->len && text[next] >= '0' && text[next] <= '9'; )
		next++;
	switch (c) {
	case '-':
	case '/':
		return LOOK_ALL;
	case '.':
		/* Groups of thousands, sentence ends; but also 05.03.2021 and 09.00 WIB. */
		return next - end - 1 == 1 || next - end - 1 == 2 ? LOOK_ALL :
		    digits == 4 && next == end + 1 ? LOOK_YEAR : LOOK_NOTHING;
	case ':':
		return digits <= 2 && next > end + 1 ? LOOK_ALL :
		    digits == 4 ? LOOK_YEAR : LOOK_NOTHING;
	case ',':
		if (next > end + 1)
			return LOOK_NOTHING;
		return digits == 4 ? LOOK_YEAR : end + 2 < lex->len && text[end + 1] == ' ' &&
		    text[end + 2] >= '0' && text[end + 2] <= '9' ? LOOK_ALL : LOOK_NOTHING;
	case 'a':
	case 'H':
		return LOOK_YEAR;
	default:
		return digits == 4 && ((c | 0x20) < 'a' || (c | 0x20) > 'z') ?
		    LOOK_YEAR : LOOK_NOTHING;
	}
}

static uint32_t
year_form(struct wt_lexer *lex, const struct wt_date_token *before, struct wt_date_exprs *out)
{
	struct wt_date_expr e = { .direction = WT_NO_DIRECTION };
	int n = wt_parse_year(lex, 0, &e);

	if (n == 0 || (e.kind == WT_EXPR_DATE && !year_stands(lex, before, 1)))
		return 0;
	if (e.kind == WT_EXPR_RANGE && before->word != NULL &&
	    (before->word->cues & (WT_CUE_COUNT | WT_CUE_NUMBER)))
		return 0;
	return wt_date_commit(lex, n, &e, out);
}

uint32_t
wt_date_parse_number(struct wt_lexer *lex, struct wt_date_exprs *out)
{
	struct wt_date_expr e = { .direction = WT_NO_DIRECTION };
	struct wt_date_token before;
	enum look seen = look(lex, lex->at);
	uint32_t end;
	bool bracket;
	int n;

	if (seen == LOOK_NOTHING)
		return 0;
	before = wt_lex_before(lex, wt_lex(lex, 0)->start);
	if (seen == LOOK_YEAR)
		return year_form(lex, &before, out);
	bracket = before.kind == WT_TOK_PUNCT && before.punct == '(';
	if ((end = trap(lex, &before, out)) > 0)
		return end;
	if ((n = wt_parse_hijri(lex, 0, &e)) > 0)
		return wt_date_commit(lex, n, &e, out);
	if ((n = wt_parse_core(lex, 0, bracket, &e)) > 0) {
		if (e.a.year == 0 && wt_lex(lex, 1)->punct == '/' &&
		    (e.kind == WT_EXPR_IMPOSSIBLE || fraction(lex, &e.a)))
			return 0;
		e.bracket = bracket && e.kind == WT_EXPR_DATE && wt_lex(lex, 1)->punct == '/';
		n += wt_parse_relative_year(lex, n, &e);
		n += wt_parse_direction(lex, n, &e.direction);
		n += wt_parse_tail(lex, n);
		return wt_date_commit(lex, n, &e, out);
	}
	if ((end = day_list(lex, out)) > 0)
		return end;
	e = (struct wt_date_expr){ .direction = WT_NO_DIRECTION };
	if ((n = wt_parse_relative(lex, &e)) > 0)
		return wt_date_commit(lex, n, &e, out);
	if ((end = year_form(lex, &before, out)) > 0)
		return end;
	if (wt_lex(lex, 0)->digits <= 2 && (wt_lex_mark(lex, 1, '.') || wt_lex_mark(lex, 1, ':')) &&
	    (n = wt_parse_tail(lex, 0)) > 0) {
		e.kind = WT_EXPR_TIME;
		e.method = "time";
		return wt_date_commit(lex, n, &e, out);
	}
	return 0;
}
