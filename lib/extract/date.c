/*
 * date.c - the finder of date.h: its tables, and the scan.
 *
 * The scan marks, 64 bytes at a time, where words and numbers begin.  A word is
 * looked up only if its length and first four letters are those of some word of
 * the tables (one bit of a small map); numbers are looked at always; so most of
 * a text costs a few instructions a word.  Where a date may begin, the patterns
 * of that word are tried, then the holidays, then the regular forms of
 * date_parse.c.
 */
#include "extract/date_private.h"
#include "base/buf.h"
#include "base/bytes.h"

#include <stdlib.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

struct wt_date_finder {
	struct wt_date_vocabulary *words;
	struct wt_date_patterns *patterns;
	struct wt_holidays holidays;
	struct wt_date_exprs exprs;
	struct wt_lexer lex;
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

/* Is a digit the tail of something longer: "1.2020", "VIII/2017"? */
static bool
inside(const unsigned char *text, uint32_t at)
{
	if (at == 0)
		return false;
	switch (text[at - 1]) {
	case '.':
	case ',':
	case ':':
	case '-':
		return at > 1 && text[at - 2] >= '0' && text[at - 2] <= '9';
	case '/':
		return at > 1 && (text[at - 2] >= 0x80 || (text[at - 2] >= '0' &&
		    text[at - 2] <= '9') || (text[at - 2] | 0x20) >= 'a');
	default:
		return false;
	}
}

#ifdef __SSE2__
/* Which of 16 bytes are ASCII letters or digits. */
static unsigned
alnum16(const unsigned char *p)
{
	__m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)p);
	__m128i lower = _mm_or_si128(bytes, _mm_set1_epi8(0x20));
	/* Signed comparison: bytes of 0x80 and more are negative, and no letters. */
	__m128i letters = _mm_and_si128(_mm_cmpgt_epi8(lower, _mm_set1_epi8('a' - 1)),
	    _mm_cmplt_epi8(lower, _mm_set1_epi8('z' + 1)));
	__m128i digits = _mm_and_si128(_mm_cmpgt_epi8(bytes, _mm_set1_epi8('0' - 1)),
	    _mm_cmplt_epi8(bytes, _mm_set1_epi8('9' + 1)));

	return (unsigned)_mm_movemask_epi8(_mm_or_si128(letters, digits));
}
#else
static unsigned
alnum16(const unsigned char *p)
{
	unsigned bits = 0;

	for (unsigned i = 0; i < 16; i++)
		bits |= (unsigned)((p[i] >= '0' && p[i] <= '9') ||
		    ((p[i] | 0x20) >= 'a' && (p[i] | 0x20) <= 'z')) << i;
	return bits;
}
#endif

/* Which of the next 64 bytes are ASCII letters or digits; past the end none is. */
static uint64_t
alnum64(const unsigned char *text, uint32_t at, uint32_t len)
{
	unsigned char last[64] = { 0 };
	const unsigned char *p = text + at;

	if (len - at < 64) {
		memcpy(last, p, len - at);
		p = last;
	}
	return (uint64_t)alnum16(p) | (uint64_t)alnum16(p + 16) << 16 |
	    (uint64_t)alnum16(p + 32) << 32 | (uint64_t)alnum16(p + 48) << 48;
}

/* Does a letter that ASCII lacks stand before `at`?  Then no word begins there. */
static bool
after_letter(const unsigned char *text, uint32_t at)
{
	if (at == 0 || text[at - 1] < 0x80)
		return false;
	if (at >= 3 && text[at - 3] == 0xe2 && text[at - 2] == 0x80)
		return false;
	return !(at >= 2 && text[at - 2] == 0xc2);
}

/* Four bytes from `at`, as wt_get32; zeros past the end. */
static uint32_t
four(const unsigned char *text, uint32_t at, uint32_t len)
{
	unsigned char bytes[4] = { 0, 0, 0, 0 };

	if (len - at >= 4)
		return wt_get32(text + at);
	memcpy(bytes, text + at, len - at);
	return wt_get32(bytes);
}

/* A word of `size` bytes that passes the filter: where what it begins ends, or 0. */
static int64_t
at_start(struct wt_date_finder *f, struct wt_span span, uint32_t at, uint32_t size,
    struct wt_error *error)
{
	const unsigned char *text = (const unsigned char *)span.at;
	uint32_t end = at + size;
	const struct wt_date_word *word;
	bool longer = end < span.len && (text[end] == '\'' || text[end] == 0xe2);

	word = longer ? NULL : wt_date_vocabulary_find(f->words, span.at + at, size);
	if (word == NULL) {
		wt_lex_open(&f->lex, at);               /* perhaps "jum'at" or "Q3" */
		word = wt_lex(&f->lex, 0)->word;
	}
	if (word == NULL || (word->cues & WT_CUE_TRIGGER) == 0 || after_letter(text, at))
		return 0;
	return at_word(f, span, at, word, error);
}

/* A number: where the date it begins ends, or 0. */
static int64_t
at_digit(struct wt_date_finder *f, const unsigned char *text, uint32_t at)
{
	if (inside(text, at))
		return 0;
	wt_lex_open(&f->lex, at);
	return wt_date_parse(&f->lex, &f->exprs);
}

static bool
is_ascii_alnum(unsigned char c)
{
	return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

/* The length of the word at bit `bit` of a block; it may go on behind the block. */
static uint32_t
word_size(const unsigned char *text, uint32_t at, uint32_t len, uint64_t in_word, unsigned bit)
{
	uint64_t gap = ~(in_word >> bit);
	uint32_t size = gap == 0 ? 64 : (uint32_t)__builtin_ctzll(gap);

	if (bit + size >= 64)
		while (at + size < len && is_ascii_alnum(text[at + size]))
			size++;
	return size;
}

static void
open_scan(struct wt_date_finder *f, struct wt_span span)
{
	f->exprs.count = 0;
	f->exprs.err = WT_OK;
	f->lex.text = (const unsigned char *)span.at;
	f->lex.len = (uint32_t)span.len;
	f->lex.words = f->words;
	f->lex.lengths = wt_date_vocabulary_lengths(f->words);
}

/* Read what may begin with the words whose first bytes are the bits of a block; *done moves on. */
static int
scan_starts(struct wt_date_finder *f, struct wt_span span, uint32_t base, uint64_t in_word,
    uint64_t starts, int64_t *done, struct wt_error *error)
{
	const unsigned char *text = (const unsigned char *)span.at;
	const uint64_t *filter = wt_date_vocabulary_filter(f->words);
	uint32_t len = (uint32_t)span.len;

	for (; starts != 0; starts &= starts - 1) {
		uint32_t at = base + (uint32_t)__builtin_ctzll(starts);
		int64_t end = 0;

		if (at < *done)
			continue;
		if (text[at] <= '9') {
			end = at_digit(f, text, at);
		} else {
			uint32_t size = word_size(text, at, len, in_word, at - base);
			unsigned hash = wt_date_filter_hash(four(text, at, len), size);

			if (filter[hash / 64] >> hash % 64 & 1)
				end = at_start(f, span, at, size, error);
		}
		if (end < 0)
			return (int)end;
		if (end > *done)
			*done = end;
	}
	return WT_OK;
}

static int
scan(struct wt_date_finder *f, struct wt_span span, struct wt_error *error)
{
	const unsigned char *text = (const unsigned char *)span.at;
	uint32_t len = (uint32_t)span.len;
	int64_t done = 0;               /* everything before it is read */
	uint64_t carry = 0;             /* the last byte of the block before was in a word */
	int code;

	for (uint32_t base = 0; base < len; base += 64) {
		uint64_t in_word = alnum64(text, base, len);
		uint64_t starts = in_word & ~(in_word << 1 | carry);

		carry = in_word >> 63;
		if ((code = scan_starts(f, span, base, in_word, starts, &done, error)) != WT_OK)
			return code;
		if (len - base <= 64)
			break;
	}
	return f->exprs.err;
}

/* The same for parts of the text, each a word or a few. */
static int
scan_in(struct wt_date_finder *f, struct wt_span span, const struct wt_ranges *where,
    struct wt_error *error)
{
	const unsigned char *text = (const unsigned char *)span.at;
	uint32_t len = (uint32_t)span.len;
	int64_t done = 0;
	int code;

	for (uint32_t i = 0; i < where->count; i++) {
		const struct wt_range *r = &where->items[i];
		uint64_t carry = r->start > 0 && is_ascii_alnum(text[r->start - 1]);

		for (uint32_t base = r->start; base < r->end; base += 64) {
			uint64_t in_word = alnum64(text, base, len);
			uint64_t starts = in_word & ~(in_word << 1 | carry);

			carry = in_word >> 63;
			if (r->end - base < 64)
				starts &= (UINT64_C(1) << (r->end - base)) - 1;
			if ((code = scan_starts(f, span, base, in_word, starts, &done, error)) != WT_OK)
				return code;
			if (len - base <= 64)
				break;
		}
	}
	return f->exprs.err;
}

bool
wt_date_may_begin(const struct wt_date_finder *f, struct wt_span word)
{
	const unsigned char *text = (const unsigned char *)word.at;
	const uint64_t *filter = wt_date_vocabulary_filter(f->words);
	uint32_t len = (uint32_t)word.len;

	for (uint32_t i = 0; i < len; i++) {
		uint32_t size = 0;
		unsigned hash;

		while (i + size < len && is_ascii_alnum(text[i + size]))
			size++;
		if (size == 0)
			continue;
		hash = wt_date_filter_hash(four(text, i, len), size);
		if (text[i] <= '9' || (filter[hash / 64] >> hash % 64 & 1) != 0)
			return true;
		i += size;
	}
	return false;
}

/* Date what the scan found. */
static int
resolve(struct wt_date_finder *f, struct wt_span text, struct wt_date_context *context,
    struct wt_arena *arena, struct wt_date_hit **hits, size_t *count)
{
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

int
wt_date_find_in(struct wt_date_finder *f, struct wt_span text, const struct wt_ranges *where,
    struct wt_date_context *context, struct wt_arena *arena, struct wt_date_hit **hits,
    size_t *count, struct wt_error *error)
{
	int code;

	*hits = NULL;
	*count = 0;
	if (text.len >= UINT32_MAX)
		return wt_error_set(error, WT_ELIMIT, 0, "a text of 4 GiB or more");
	open_scan(f, text);
	code = where == NULL ? scan(f, text, error) : scan_in(f, text, where, error);
	return code == WT_OK ? resolve(f, text, context, arena, hits, count) : code;
}

int
wt_date_find(struct wt_date_finder *f, struct wt_span text, struct wt_date_context *context,
    struct wt_arena *arena, struct wt_date_hit **hits, size_t *count, struct wt_error *error)
{
	return wt_date_find_in(f, text, NULL, context, arena, hits, count, error);
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
