/*
 * date_private.h - what the parts of the date finder share.
 *
 * An expression is what a parser or a pattern read: the fields that are written,
 * nothing that has to be worked out.  The resolver turns it into a hit.
 */
#ifndef WT_EXTRACT_DATE_PRIVATE_H
#define WT_EXTRACT_DATE_PRIVATE_H

#include "extract/date.h"
#include "extract/date_words.h"

enum wt_expr_kind {
	WT_EXPR_DATE,           /* a, as far as it is written */
	WT_EXPR_RANGE,          /* a to b */
	WT_EXPR_WEEKDAY,        /* weekday; amount weeks from this one if unit is week */
	WT_EXPR_RELATIVE,       /* amount units from the anchor */
	WT_EXPR_PERIOD,         /* quarter, third or half number `amount` of a.year */
	WT_EXPR_DECADE,         /* a.year .. a.year + 9 */
	WT_EXPR_FIXED,          /* from and to are known */
	WT_EXPR_HOLIDAY,        /* the day `holiday` of a.year, or the nearest */
	WT_EXPR_AFTER,          /* amount units from the date before in the text */
	WT_EXPR_EVIDENCE,       /* the year of a law number: not a date, but it tells of its time */
	WT_EXPR_IMPOSSIBLE,     /* the form of a date, but no such day */
	WT_EXPR_TIME,
	WT_EXPR_IGNORE          /* a pattern says that this is no date */
};

struct wt_expr_day {
	int16_t year;           /* 0: not written */
	int8_t month, day;
};

struct wt_date_expr {
	uint32_t start, end;
	struct wt_expr_day a, b; /* of a relative day, b.month 1: to b.day days from the anchor */
	uint32_t from, to;      /* of WT_EXPR_FIXED */
	const char *method;
	int32_t amount;
	int16_t holiday;        /* row of the table of holidays */
	uint8_t kind;           /* enum wt_expr_kind */
	uint8_t unit;           /* enum wt_date_unit; of a date: the year is amount from this one */
	uint8_t period;         /* enum wt_date_period */
	uint8_t part;           /* enum wt_date_part */
	uint8_t weekday, weekday_b;
	int8_t direction;       /* -1 past, 0 this, 1 coming, WT_NO_DIRECTION */
	bool bracket;           /* written as the press writes the day of report: "Rabu (7/9)" */
	bool swappable;         /* could be month/day/year */
	bool approximate;
	bool quoted;            /* inside quotation marks */
	bool coming;            /* a word before it speaks of the future */
	bool weekday_week;      /* "pekan depan" after a weekday: count weeks */
};

enum wt_token_kind { WT_TOK_END, WT_TOK_WORD, WT_TOK_NUMBER, WT_TOK_PUNCT };

struct wt_date_token {
	uint32_t start, end;
	const struct wt_date_word *word;        /* or NULL */
	int32_t value;          /* of a number; -1 if above 999999999 */
	uint8_t kind, digits;
	uint8_t gap;            /* before it: 0 nothing, 1 blanks, 2 a line end */
	char punct;             /* dashes are '-', quotes '"' */
	bool capital, upper;
};

#define WT_LEX_TOKENS 40

/* The tokens from one place of the text on, made as they are asked for. */
struct wt_lexer {
	const unsigned char *text;
	uint32_t len;
	const struct wt_date_vocabulary *words;
	const uint16_t *lengths;        /* wt_date_vocabulary_lengths(words) */
	uint32_t at;            /* where the next token begins */
	int count;
	struct wt_date_token tokens[WT_LEX_TOKENS];
};

void wt_lex_open(struct wt_lexer *lex, uint32_t at);

/* Token i from the start, or an end token. */
const struct wt_date_token *wt_lex(struct wt_lexer *lex, int i);

/* Is token i this mark; a word with one of these cues; this word, here in lower case? */
bool wt_lex_mark(struct wt_lexer *lex, int i, char c);
bool wt_lex_cue(struct wt_lexer *lex, int i, uint32_t cues);
bool wt_lex_is(struct wt_lexer *lex, int i, const char *word);

/* What token i means: an entry without any meaning if it is no word of the tables. */
const struct wt_date_word *wt_lex_known(struct wt_lexer *lex, int i);

/* The word or number that ends before `at` on the same line, skipping blanks; its kind or END. */
struct wt_date_token wt_lex_before(const struct wt_lexer *lex, uint32_t at);

/* Expressions found so far; the array is kept from text to text. */
struct wt_date_exprs {
	struct wt_date_expr *items;
	size_t count, cap;
	int err;
};

struct wt_date_expr *wt_date_exprs_add(struct wt_date_exprs *list, const struct wt_date_expr *e);

/*
 * Read the regular form that begins at lex token 0, if there is one: it is added
 * to the list, and the end of what was read comes back, or 0.
 */
uint32_t wt_date_parse(struct wt_lexer *lex, struct wt_date_exprs *out);

/* A number at token 0: the same, for date_number.c. */
uint32_t wt_date_parse_number(struct wt_lexer *lex, struct wt_date_exprs *out);

/* Add an expression that token 0 to n - 1 spell: its end, or 0 if n is 0. */
uint32_t wt_date_commit(struct wt_lexer *lex, int n, struct wt_date_expr *e,
    struct wt_date_exprs *out);

/* Is there such a day?  Without a year, 29 February may exist. */
bool wt_expr_day_exists(const struct wt_expr_day *d);

/* Parts of it, for weekdays and relative forms: tokens read, or 0. */
int wt_parse_core(struct wt_lexer *lex, int i, bool bracket, struct wt_date_expr *e);
int wt_parse_separator(struct wt_lexer *lex, int i);
int wt_parse_month(struct wt_lexer *lex, int i, int8_t *month);
int wt_parse_number(struct wt_lexer *lex, int i, int32_t *value);
int wt_parse_direction(struct wt_lexer *lex, int i, int8_t *direction);
int wt_parse_tail(struct wt_lexer *lex, int i);
int wt_parse_dayparts(struct wt_lexer *lex, int i);
int wt_parse_months(struct wt_lexer *lex, int i, struct wt_date_expr *e);
int wt_parse_weekday(struct wt_lexer *lex, struct wt_date_expr *e);
int wt_parse_relative(struct wt_lexer *lex, struct wt_date_expr *e);
int wt_parse_year(struct wt_lexer *lex, int i, struct wt_date_expr *e);
int wt_parse_hijri(struct wt_lexer *lex, int i, struct wt_date_expr *e);
int wt_parse_relative_year(struct wt_lexer *lex, int i, struct wt_date_expr *e);
bool wt_parse_glued(struct wt_lexer *lex, int i);

/* What the holidays of the table are. */
struct wt_holiday {
	uint32_t dates;         /* the first of its announced days, and how many */
	uint32_t count;
	int16_t month, day;     /* month 0 and not only dates: days from Easter */
	int16_t first_year;     /* to which the number of "ke-77" is added, or 0 */
	bool hijri, easter;
};

struct wt_holiday_name {
	struct wt_span text;    /* borrowed */
	uint16_t holiday, next; /* next: 1 + another name with the same first word, or 0 */
	bool alone;             /* means a day without a year beside it */
};

struct wt_holidays {
	struct wt_holiday *items;
	struct wt_holiday_name *names;
	uint32_t *days;         /* announced, ascending for each holiday */
	size_t count, cap, name_count, name_cap, day_count, day_cap;
};

int wt_holidays_open(struct wt_holidays *h, const struct wt_table_source *source,
    struct wt_date_vocabulary *words, struct wt_error *error);
void wt_holidays_close(struct wt_holidays *h);

/* The longest name at token 0, from the word's chain of names: tokens read, or 0. */
int wt_holiday_parse(const struct wt_holidays *h, struct wt_lexer *lex, struct wt_date_expr *e);

/* The day of a holiday in a year, or 0; *approximate if the tabular calendar gave it. */
uint32_t wt_holiday_day(const struct wt_holidays *h, size_t which, int year, bool *approximate);

/* The patterns of the table. */
struct wt_date_patterns;

int wt_date_patterns_open(struct wt_date_patterns **out, const struct wt_table_source *source,
    struct wt_date_vocabulary *words, struct wt_error *error);
void wt_date_patterns_close(struct wt_date_patterns *p);

/*
 * Try the chain of patterns that begins with number `first` (from 1) at text[at]:
 * the end of what one matched, with *e filled in, 0 if none does, or an error.
 */
int64_t wt_date_patterns_try(struct wt_date_patterns *p, unsigned first, struct wt_span text,
    uint32_t at, const struct wt_date_vocabulary *words, struct wt_date_expr *e,
    struct wt_error *error);

/* Decide what the dates of an article are counted from (see date.h). */
void wt_date_anchor_settle(const struct wt_date_expr *exprs, size_t count,
    struct wt_span text, struct wt_date_context *context);

/* A day in a url: 2018/02/05, 20180205, 2018-02-05; packed, or 0. */
uint32_t wt_date_in_url(struct wt_span url);

/* The day that a weekday, a day and a month without a year mean near a day; *agrees is set. */
uint32_t wt_date_nearest(const struct wt_date_expr *e, uint32_t anchor, uint8_t *agrees);

/* Turn the expressions into hits, at most `count`: how many. */
size_t wt_date_resolve(const struct wt_date_expr *exprs, size_t count,
    const struct wt_holidays *holidays, const struct wt_date_context *context,
    struct wt_date_hit *hits);

#endif
