/*
 * date.c - the finder of date.h: its tables, and the scan.
 *
 * The scan steps from word to word.  A word is looked up only if its first three
 * letters begin some word of the tables (one bit of a small map), digits are
 * looked at always; so most of a text costs a few instructions a word.  Where a
 * date may begin, the patterns of that word are tried, then the holidays, then
 * the regular forms of date_parse.c.
 */
#include "extract/date_private.h"
#include "base/buf.h"

#include <stdlib.h>

enum { OTHER, LETTER, DIGIT };

struct wt_date_finder {
	struct wt_date_vocabulary *words;
	struct wt_date_patterns *patterns;
	struct wt_holidays holidays;
	struct wt_date_exprs exprs;
	struct wt_lexer lex;
	uint8_t class[256];
};

static int
finder_open(const struct wt_table_source source[3], struct wt_date_finder **out,
    struct wt_error *error)
{
	struct wt_date_finder *f = calloc(1, sizeof *f);
	int code;

	*out = NULL;
	if (f == NULL)
		return WT_ENOMEM;
	code = wt_date_vocabulary_open(&source[0], &f->words, error);
	if (code == WT_OK)
		code = wt_date_patterns_open(&f->patterns, &source[1], f->words, error);
	if (code == WT_OK)
		code = wt_holidays_open(&f->holidays, &source[2], f->words, error);
	if (code != WT_OK) {
		wt_date_finder_close(f);
		return code;
	}
	for (int c = 0; c < 256; c++)
		f->class[c] = c >= '0' && c <= '9' ? DIGIT :
		    (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80 ? LETTER : OTHER;
	*out = f;
	return WT_OK;
}

int
wt_date_finder_open(const struct wt_dict *dict, struct wt_date_finder **out,
    struct wt_error *error)
{
	const struct wt_table_source source[3] = {
		{ .dict = dict, .name = "date_words" }, { .dict = dict, .name = "date_patterns" },
		{ .dict = dict, .name = "date_holidays" },
	};

	return finder_open(source, out, error);
}

int
wt_date_finder_read(const struct wt_date_tables *tables, struct wt_date_finder **out,
    struct wt_error *error)
{
	const struct wt_table_source source[3] = {
		{ .bytes = tables->words, .name = "date_words" },
		{ .bytes = tables->patterns, .name = "date_patterns" },
		{ .bytes = tables->holidays, .name = "date_holidays" },
	};

	return finder_open(source, out, error);
}

void
wt_date_finder_close(struct wt_date_finder *f)
{
	if (f == NULL)
		return;
	wt_date_vocabulary_close(f->words);
	wt_date_patterns_close(f->patterns);
	wt_holidays_close(&f->holidays);
	free(f->exprs.items);
	free(f);
}

struct wt_date_expr *
wt_date_exprs_add(struct wt_date_exprs *list, const struct wt_date_expr *e)
{
	struct wt_date_expr *grown;

	grown = wt_grow(list->items, &list->cap, list->count + 1, sizeof *grown);
	if (grown == NULL) {
		list->err = WT_ENOMEM;
		return NULL;
	}
	list->items = grown;
	list->items[list->count] = *e;
	return &list->items[list->count++];
}

/* Try the forms that may begin with a word: where one ends, 0, or an error. */
static int64_t
at_word(struct wt_date_finder *f, struct wt_span text, uint32_t at,
    const struct wt_date_word *word, struct wt_error *error)
{
	struct wt_date_expr e;
	int64_t end = 0;
	int n;

	if (word->pattern != 0) {
		end = wt_date_patterns_try(f->patterns, word->pattern, text, at, f->words, &e,
		    error);
		if (end > 0)
			wt_date_exprs_add(&f->exprs, &e);
		if (end != 0)
			return end;
	}
	wt_lex_open(&f->lex, at);
	if (word->holiday != 0 && wt_lex(&f->lex, 0)->word == word &&
	    (n = wt_holiday_parse(&f->holidays, &f->lex, &e)) > 0) {
		e.start = at;
		e.end = wt_lex(&f->lex, n - 1)->end;
		wt_date_exprs_add(&f->exprs, &e);
		return e.end;
	}
	return wt_date_parse(&f->lex, &f->exprs);
}

/* Is a digit the tail of something longer: "1.2020", "VIII/2017", "A2000"? */
static bool
inside(const struct wt_date_finder *f, const unsigned char *text, uint32_t at)
{
	if (at == 0)
		return false;
	switch (text[at - 1]) {
	case '.':
	case ',':
	case ':':
	case '-':
		return at > 1 && f->class[text[at - 2]] == DIGIT;
	case '/':
		return at > 1 && f->class[text[at - 2]] != OTHER;
	default:
		return false;
	}
}

static uint32_t
run_end(const struct wt_date_finder *f, const unsigned char *text, uint32_t at, uint32_t len)
{
	while (at < len && f->class[text[at]] != OTHER)
		at++;
	return at;
}

static int
scan(struct wt_date_finder *f, struct wt_span span, struct wt_error *error)
{
	const unsigned char *text = (const unsigned char *)span.at;
	const uint64_t *filter = wt_date_vocabulary_filter(f->words);
	uint32_t at = 0, len = (uint32_t)span.len;

	f->exprs.count = 0;
	f->exprs.err = WT_OK;
	f->lex.text = text;
	f->lex.len = len;
	f->lex.words = f->words;
	while (at < len) {
		const struct wt_date_word *word;
		unsigned char first[3] = { 0, 0, 0 };
		uint32_t start = at, end;
		int64_t found = 0;
		unsigned key;

		if (f->class[text[at]] == OTHER) {
			at++;
			continue;
		}
		if (f->class[text[at]] == DIGIT) {
			if (!inside(f, text, at)) {
				wt_lex_open(&f->lex, at);
				found = wt_date_parse(&f->lex, &f->exprs);
			}
			while (at < len && f->class[text[at]] == DIGIT)
				at++;
			/* "2x11", "41persen": letters that follow digits begin no date. */
			at = found > 0 ? (uint32_t)found : run_end(f, text, at, len);
			continue;
		}
		memcpy(first, text + at, len - at < 3 ? len - at : 3);
		key = wt_date_filter_key(first);
		end = run_end(f, text, at, len);
		at = end;
		if ((filter[key / 64] >> key % 64 & 1) == 0)
			continue;
		/* "jum'at": the word goes on behind an apostrophe. */
		if (end + 1 < len && text[end] == '\'' && f->class[text[end + 1]] == LETTER)
			end = run_end(f, text, end + 1, len);
		word = wt_date_vocabulary_find(f->words, span.at + start, end - start);
		if (word == NULL && text[start] < 0x80) {
			wt_lex_open(&f->lex, start);
			word = wt_lex(&f->lex, 0)->word;
		}
		if (word == NULL || (word->cues & WT_CUE_TRIGGER) == 0)
			continue;
		found = at_word(f, span, start, word, error);
		if (found < 0)
			return (int)found;
		if (found > at)
			at = (uint32_t)found;
	}
	return f->exprs.err;
}

int
wt_date_find(struct wt_date_finder *f, struct wt_span text, struct wt_date_context *context,
    struct wt_arena *arena, struct wt_date_hit **hits, size_t *count, struct wt_error *error)
{
	int code;

	*hits = NULL;
	*count = 0;
	if (text.len >= UINT32_MAX)
		return wt_error_set(error, WT_ELIMIT, 0, "a text of 4 GiB or more");
	if ((code = scan(f, text, error)) != WT_OK)
		return code;
	if (!context->settled)
		wt_date_anchor_settle(f->exprs.items, f->exprs.count, text, context);
	if (f->exprs.count == 0)
		return WT_OK;
	*hits = wt_arena_array(arena, f->exprs.count, sizeof **hits);
	if (*hits == NULL)
		return WT_ENOMEM;
	*count = wt_date_resolve(f->exprs.items, f->exprs.count, &f->holidays, context, *hits);
	return WT_OK;
}

const char *
wt_date_precision_name(int precision)
{
	static const char *const names[] = { "", "day", "week", "month", "quarter", "half", "year",
		"decade", "part", "range", "time" };

	return precision < 0 || precision > WT_DATE_TIME ? "" : names[precision];
}

const char *
wt_date_anchor_name(int anchor)
{
	static const char *const names[] =
	    { "", "record", "furniture", "text", "year", "url", "previous" };

	return anchor < 0 || anchor > WT_ANCHOR_PREVIOUS ? "" : names[anchor];
}

size_t
wt_date_anchor_put(const struct wt_date_hit *hit, char out[WT_ANCHOR_TEXT_MAX])
{
	const char *name = wt_date_anchor_name(hit->anchor);
	size_t n = strlen(name);

	memcpy(out, name, n + 1);
	if (n > 0 && hit->anchor_date != 0) {
		out[n++] = ':';
		n += wt_iso_put(hit->anchor_date, out + n);
	}
	return n;
}
