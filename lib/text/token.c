/*
 * token.c - one pass over the bytes, behind token.h.
 *
 * The scanner looks at the class of the character in front and hands over to a
 * function for words, numbers or signs, which finds the end.  Code points are
 * counted by what they are not: continuation bytes met so far.
 */
#include "text/token.h"
#include "base/buf.h"
#include "base/err.h"
#include "text/abbreviation.h"
#include "text/utf8.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#define LONGEST ((size_t)1 << 31)
#define SEGMENT 4               /* letters of a part of "S.Sos", at most */
#define PARTS 8                 /* of "a.n." or "tegalkota.go.id"; bounds looking ahead */

struct scanner {
	const char *base, *at, *end;
	struct wt_arena *arena;
	char *small;            /* room for the text in lower case, and for one block more */
	struct wt_token *tokens, *next, *full;  /* all, behind the last, and the end of the room */
	uint32_t extra;         /* continuation bytes before `at` */
	uint8_t gap;
	bool space;
};

/* The class of the character at p, and its length; past the end, other. */
static inline enum wt_char_class
class_at(const struct scanner *s, const char *p, unsigned *len)
{
	*len = 1;
	if (p >= s->end)
		return WT_CHAR_OTHER;
	if ((uint8_t)*p < 128)
		return (enum wt_char_class)wt_ascii_class[(uint8_t)*p];
	return wt_utf8_class(wt_utf8_decode(p, s->end, len));
}

static bool
is_letter(enum wt_char_class class)
{
	return class == WT_CHAR_LOWER || class == WT_CHAR_UPPER;
}

static bool
is_alnum_at(const struct scanner *s, const char *p)
{
	unsigned len;
	enum wt_char_class class = class_at(s, p, &len);

	return is_letter(class) || class == WT_CHAR_DIGIT;
}

static bool
is_digit_at(const struct scanner *s, const char *p)
{
	return p < s->end && *p >= '0' && *p <= '9';
}

/* The end of letters and digits from p on. */
static const char *
skip_alnum(const struct scanner *s, const char *p)
{
	unsigned len;
	enum wt_char_class class;

	while (class = class_at(s, p, &len), is_letter(class) || class == WT_CHAR_DIGIT)
		p += len;
	return p;
}

/* The length of an apostrophe at p: ' or U+2019, else 0. */
static size_t
apostrophe(const struct scanner *s, const char *p)
{
	if (p < s->end && (*p == '\'' || *p == '`'))
		return 1;
	return s->end - p >= 3 && memcmp(p, "\xe2\x80\x99", 3) == 0 ? 3 : 0;
}

static bool
same_letters(struct wt_span a, struct wt_span b)
{
	if (a.len != b.len)
		return false;
	for (size_t i = 0; i < a.len; i++)
		if ((a.at[i] | 32) != (b.at[i] | 32))
			return false;
	return true;
}

/* Do two names meet at this hyphen, so that it parts them? */
static bool
parts_names(const struct scanner *s, const char *word, const char *hyphen)
{
	unsigned len;
	const char *next = skip_alnum(s, hyphen + 1);

	if (class_at(s, word, &len) != WT_CHAR_UPPER || class_at(s, hyphen + 1, &len) != WT_CHAR_UPPER)
		return false;
	return !same_letters(wt_span_make(word, (size_t)(hyphen - word)),
	    wt_span_make(hyphen + 1, (size_t)(next - hyphen - 1)));
}

/* The end of the word at p: letters and digits, joined by apostrophes and hyphens. */
static const char *
skip_word(const struct scanner *s, const char *p)
{
	const char *word = p;
	size_t mark;

	for (;;) {
		p = skip_alnum(s, p);
		mark = apostrophe(s, p);
		if (mark > 0 && p > word && is_alnum_at(s, p + mark)) {
			p += mark;
		} else if (p < s->end && *p == '-' && is_alnum_at(s, p + 1) && !parts_names(s, word, p)) {
			p++;
		} else {
			return p;
		}
	}
}

/*
 * The end of an address whose sure part ends at p: white space, quotes and < > end
 * it, and signs at its end belong to the sentence.
 */
static const char *
skip_path(const struct scanner *s, const char *p)
{
	const char *sure = p;
	unsigned len;
	enum wt_char_class class;

	while (p < s->end && strchr("\"<>", *p) == NULL) {
		class = class_at(s, p, &len);
		if (class == WT_CHAR_SPACE || class == WT_CHAR_OTHER ||
		    (len == 3 && memcmp(p, "\xe2\x80", 2) == 0))
			break;
		p += len;
	}
	while (p > sure && strchr(".,);:!?]'", p[-1]) != NULL)
		p--;
	return p;
}

static bool
is_domain_end(struct wt_span s)
{
	static const char *const ends[] = { "com", "id", "co", "net", "org", "go", "tv", "info", "news", "ac" };

	for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++)
		if (same_letters(s, wt_span_of(ends[i])))
			return true;
	return false;
}

/* "REDAKSI24.COM", "tegalkota.go.id": words joined by full stops, ending in a domain. */
static const char *
skip_domain(const struct scanner *s, const char *p)
{
	const char *last = p, *end = skip_word(s, p), *good = NULL;

	for (int parts = 0; parts < PARTS && end < s->end && *end == '.' && end > last &&
	    is_alnum_at(s, end + 1); parts++) {
		last = end + 1;
		end = skip_word(s, last);
		if (is_domain_end(wt_span_make(last, (size_t)(end - last))))
			good = end;
	}
	if (good != NULL && good < s->end && *good == '/')
		good = skip_path(s, good);
	return good;
}

/* "S.Sos", "M.Si.", "K.H.", "a.n.": short parts joined by full stops.  NULL if it is none. */
static const char *
skip_dotted(const struct scanner *s, const char *p)
{
	const char *end = skip_alnum(s, p), *part;
	unsigned len;

	if (end - p > SEGMENT || end >= s->end || *end != '.')
		return NULL;
	if (class_at(s, p, &len) != WT_CHAR_UPPER)
		return s->end - p >= 4 && end == p + 1 && p[3] == '.' && wt_ascii_class[p[2] & 127] == WT_CHAR_LOWER &&
		    (uint8_t)p[2] < 128 && !is_alnum_at(s, p + 4) ? p + 4 : NULL;
	part = end + 1;
	if (!is_letter(class_at(s, part, &len)))
		return NULL;
	for (int parts = 0; parts < PARTS; parts++) {
		end = skip_alnum(s, part);
		if (end == part || end - part > SEGMENT)
			return NULL;
		if (end >= s->end || *end != '.')
			return end;
		part = end + 1;
		if (!is_letter(class_at(s, part, &len)))
			return part;
	}
	return NULL;
}

static bool
is_number_joint(char c)
{
	return c == '.' || c == ',' || c == '/' || c == ':' || c == '-';
}

static const char *
skip_number(const struct scanner *s, const char *p)
{
	for (;;) {
		while (is_digit_at(s, p))
			p++;
		if (p >= s->end || !is_number_joint(*p) || !is_digit_at(s, p + 1))
			return p;
		p++;
	}
}

static bool
starts_with(const struct scanner *s, const char *prefix)
{
	size_t len = strlen(prefix);

	return (size_t)(s->end - s->at) >= len && memcmp(s->at, prefix, len) == 0;
}

static const char *
skip_address(const struct scanner *s)
{
	size_t prefix = starts_with(s, "http://") ? 7 : starts_with(s, "https://") ? 8 :
	    starts_with(s, "www.") ? 4 : 0;

	if (prefix == 0 || !is_alnum_at(s, s->at + prefix))
		return NULL;
	return skip_path(s, s->at + prefix);
}

static enum wt_token_shape
shape_of(const struct scanner *s, const char *p, const char *end)
{
	unsigned len;
	size_t upper = 0, lower = 0;
	bool first = false;

	for (const char *q = p; q < end; q += len) {
		enum wt_char_class class = class_at(s, q, &len);

		if (class == WT_CHAR_UPPER) {
			first = first || (lower == 0 && upper == 0);
			upper++;
		} else if (class == WT_CHAR_LOWER) {
			lower++;
		}
	}
	if (upper == 0)
		return lower == 0 ? WT_SHAPE_NONE : WT_SHAPE_LOWER;
	if (lower == 0)
		return WT_SHAPE_UPPER;
	return first ? WT_SHAPE_CAPITAL : WT_SHAPE_MIXED;
}

static int
grow(struct scanner *s)
{
	size_t count = (size_t)(s->next - s->tokens);
	size_t cap = count == 0 ? (size_t)(s->end - s->base) / 5 + 16 : count * 2;
	struct wt_token *t = wt_arena_alloc(s->arena, cap * sizeof *t);

	if (t == NULL)
		return WT_ENOMEM;
	if (count > 0)
		memcpy(t, s->tokens, count * sizeof *t);
	s->tokens = t;
	s->next = t + count;
	s->full = t + cap;
	return WT_OK;
}

/* A token of the bytes up to `end`, of which `extra` are continuation bytes; there is room for it. */
static inline struct wt_token *
push(struct scanner *s, const char *end, uint32_t extra, enum wt_token_kind kind)
{
	struct wt_token *t = s->next++;

	t->start = (uint32_t)(s->at - s->base);
	t->end = (uint32_t)(end - s->base);
	t->cp_start = t->start - s->extra;
	s->extra += extra;
	t->cp_end = t->end - s->extra;
	t->norm = wt_span_make(s->at, (size_t)(end - s->at));
	t->sentence = 0;
	t->kind = (uint8_t)kind;
	t->shape = WT_SHAPE_NONE;
	t->zone = 0;
	t->gap = s->gap;
	t->space = s->space;
	s->at = end;
	s->gap = 0;
	s->space = false;
	return t;
}

static int
add(struct scanner *s, const char *end, enum wt_token_kind kind)
{
	const char *at = s->at;
	struct wt_token *t;
	uint32_t extra = 0;

	for (const char *p = at; p < end; p++)
		extra += ((uint8_t)*p & 0xc0) == 0x80;
	t = push(s, end, extra, kind);
	if (kind != WT_TOKEN_PUNCT && kind != WT_TOKEN_NUMBER) {
		t->shape = (uint8_t)shape_of(s, at, end);
		if (t->shape > WT_SHAPE_LOWER)
			t->norm = wt_utf8_lower(s->arena, t->norm);
	}
	return s->arena->err;
}

#ifdef __SSE2__
#define BLOCK 16                /* bytes looked at together */

/* The letters at the start of 16 bytes, and as bits which of them are capitals. */
static unsigned
letters16(const char *p, unsigned *capitals)
{
	__m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)p);
	__m128i lower = _mm_or_si128(bytes, _mm_set1_epi8(0x20));
	/* Signed comparison: bytes of 0x80 and more are negative, and no letters. */
	unsigned letters = (unsigned)_mm_movemask_epi8(_mm_and_si128(
	    _mm_cmpgt_epi8(lower, _mm_set1_epi8('a' - 1)), _mm_cmplt_epi8(lower, _mm_set1_epi8('z' + 1))));
	unsigned count = (unsigned)__builtin_ctz(~letters);

	*capitals = (unsigned)_mm_movemask_epi8(_mm_cmplt_epi8(bytes, _mm_set1_epi8('Z' + 1))) &
	    ((1u << count) - 1);
	return count;
}
#else
#define BLOCK 1

static unsigned
letters16(const char *p, unsigned *capitals)
{
	*capitals = *p >= 'A' && *p <= 'Z';
	return *capitals != 0 || (*p >= 'a' && *p <= 'z');
}
#endif

/* The end of the ASCII letters at p; is there a capital among them? */
static inline const char *
skip_letters(const struct scanner *s, const char *p, bool *capital)
{
	unsigned capitals, count;

	*capital = false;
	while (s->end - p >= BLOCK) {
		count = letters16(p, &capitals);
		*capital |= capitals != 0;
		p += count;
		if (count < BLOCK)
			return p;
	}
	for (; p < s->end && (uint8_t)*p < 128; p++) {
		uint8_t class = wt_ascii_class[(uint8_t)*p];

		if (class != WT_CHAR_LOWER && class != WT_CHAR_UPPER)
			break;
		*capital |= class == WT_CHAR_UPPER;
	}
	return p;
}

/*
 * Lower case of ASCII letters and full stops, at their own place in the scanner's
 * buffer: a block that is copied whole reaches over places that are not written yet.
 */
static inline struct wt_span
lower_ascii(struct scanner *s, struct wt_span word)
{
	char *out = s->small + (word.at - s->base);

#ifdef __SSE2__
	if (word.len <= BLOCK && s->end - word.at >= BLOCK) {
		__m128i bytes = _mm_loadu_si128((const __m128i *)(const void *)word.at);

		_mm_storeu_si128((__m128i *)(void *)out, _mm_or_si128(bytes, _mm_set1_epi8(0x20)));
		return wt_span_make(out, word.len);
	}
#endif
	for (size_t i = 0; i < word.len; i++)
		out[i] = (char)(word.at[i] | 32);
	return wt_span_make(out, word.len);
}

static bool
is_ascii_alnum(char c)
{
	return (c >= '0' && c <= '9') || (unsigned)((c | 32) - 'a') < 26;
}

/* Does what stands behind a run of letters leave it a plain word, whatever comes later? */
static inline bool
ends_plainly(const struct scanner *s, const char *p)
{
	bool last = p + 1 >= s->end;

	if (p == s->end || *p == ' ')
		return true;
	switch (*p) {
	case '\n': case '\t': case '\r': case ',': case '"': case ')': case '(':
	case ';': case '?': case '!': case ']': case '[': case '/':
		return true;
	case ':':               /* "https://" */
		return last || p[1] != '/';
	case '-': case '.':     /* "kata-kata", "S.Sos": only a sign with no letter behind it parts */
		return last || ((uint8_t)p[1] < 128 && !is_ascii_alnum(p[1]));
	default:
		return false;
	}
}

/* The shape of ASCII letters with a capital among them. */
static enum wt_token_shape
capital_shape(const char *word, const char *end)
{
	const char *p = word;

	while (p < end && *p <= 'Z')
		p++;
	return p == end ? WT_SHAPE_UPPER : p > word ? WT_SHAPE_CAPITAL : WT_SHAPE_MIXED;
}

/* Does the full stop at `stop` belong to the word before it? */
static bool
is_abbreviation(const struct scanner *s, const char *stop)
{
	struct wt_span word = wt_span_make(s->at, (size_t)(stop - s->at));
	const char *next = stop + 1;

	while (next < s->end && *next == ' ')
		next++;
	return wt_abbreviation_known(word) && (!wt_abbreviation_numbers(word) || is_digit_at(s, next));
}

/*
 * Most words are ASCII letters with a space or a sign behind them.  False, and
 * nothing done, for all others.
 */
static inline bool
scan_plain(struct scanner *s)
{
	bool capital, stop;
	const char *word = s->at, *p = skip_letters(s, word, &capital);
	struct wt_token *t;

	if (p == word || !ends_plainly(s, p))
		return false;
	stop = p < s->end && *p == '.' && is_abbreviation(s, p);
	t = push(s, p + stop, 0, stop ? WT_TOKEN_ABBREVIATION : WT_TOKEN_WORD);
	t->shape = WT_SHAPE_LOWER;
	if (capital) {
		t->shape = (uint8_t)capital_shape(word, p);
		/* The bit that makes capitals small is set in a full stop. */
		t->norm = lower_ascii(s, t->norm);
	}
	return true;
}

static int
scan_word(struct scanner *s)
{
	const char *end = skip_address(s);

	if (end != NULL || (end = skip_domain(s, s->at)) != NULL)
		return add(s, end, WT_TOKEN_URL);
	if ((end = skip_dotted(s, s->at)) != NULL)
		return add(s, end, WT_TOKEN_ABBREVIATION);
	if (starts_with(s, "Rp") && is_digit_at(s, s->at + 2))
		return add(s, skip_number(s, s->at + 2), WT_TOKEN_MONEY);
	if (starts_with(s, "Rp.") && is_digit_at(s, s->at + 3))
		return add(s, skip_number(s, s->at + 3), WT_TOKEN_MONEY);
	end = skip_word(s, s->at);
	if (end < s->end && *end == '.' && is_abbreviation(s, end))
		return add(s, end + 1, WT_TOKEN_ABBREVIATION);
	return add(s, end, WT_TOKEN_WORD);
}

static int
scan_number(struct scanner *s)
{
	const char *end = skip_number(s, s->at);
	unsigned len;

	/* "3D", "1990-an", "24jam.com": letters right behind make it a word. */
	if (is_letter(class_at(s, end, &len)) ||
	    (end < s->end && *end == '-' && is_letter(class_at(s, end + 1, &len)))) {
		const char *domain = skip_domain(s, s->at);

		if (domain != NULL)
			return add(s, domain, WT_TOKEN_URL);
		return add(s, skip_word(s, end), WT_TOKEN_WORD);
	}
	return add(s, end, WT_TOKEN_NUMBER);
}

static int
scan_sign(struct scanner *s, unsigned len)
{
	const char *end = s->at + len;

	if (*s->at == '@' && is_alnum_at(s, end))
		return add(s, skip_word(s, end), WT_TOKEN_URL);
	while (len == 1 && end < s->end && *end == *s->at && strchr("-.|=*_", *end) != NULL)
		end++;
	push(s, end, len - 1, WT_TOKEN_PUNCT);
	return WT_OK;
}

/* LF, CR with no LF behind it, and the separators of lines and paragraphs U+2028 and U+2029. */
static bool
is_line_end(const struct scanner *s)
{
	if (*s->at == '\r')
		return s->at + 1 == s->end || s->at[1] != '\n';
	return *s->at == '\n' || (s->end - s->at >= 3 && memcmp(s->at, "\xe2\x80", 2) == 0 &&
	    ((uint8_t)s->at[2] & 0xfe) == 0xa8);
}

/*
 * Step over white space and what is no character, noting line ends: the class of the
 * character behind it and its length, or WT_CHAR_SPACE at the end.
 */
static inline enum wt_char_class
skip_space(struct scanner *s, unsigned *length)
{
	unsigned len;
	enum wt_char_class class;

	/* Nearly always one space. */
	if (s->at < s->end && *s->at == ' ') {
		s->space = true;
		s->at++;
	}
	while (s->at < s->end) {
		class = class_at(s, s->at, &len);
		if (class != WT_CHAR_SPACE && class != WT_CHAR_OTHER) {
			*length = len;
			return class;
		}
		if (s->gap < 2 && is_line_end(s))
			s->gap++;
		s->space = s->space || class == WT_CHAR_SPACE;
		s->extra += len - 1;
		s->at += len;
	}
	return WT_CHAR_SPACE;
}

int
wt_tokenize(struct wt_arena *a, struct wt_span text, struct wt_token **tokens, uint32_t *count)
{
	struct scanner s = { .base = text.at, .at = text.at, .arena = a, .space = true };
	enum wt_char_class class;
	unsigned len = 1;
	int code = WT_OK;

	*tokens = NULL;
	*count = 0;
	if (text.len >= LONGEST)
		return WT_ELIMIT;
	if ((s.small = wt_arena_alloc(a, text.len + BLOCK)) == NULL)
		return WT_ENOMEM;
	/* Nothing may be added to NULL. */
	s.end = text.len == 0 ? s.at : s.at + text.len;
	while (code == WT_OK && (class = skip_space(&s, &len)) != WT_CHAR_SPACE) {
		if (s.next == s.full && (code = grow(&s)) != WT_OK)
			break;
		if (is_letter(class) && scan_plain(&s))
			continue;
		if (is_letter(class))
			code = scan_word(&s);
		else if (class == WT_CHAR_DIGIT && len == 1)
			code = scan_number(&s);
		else if (class == WT_CHAR_DIGIT)
			code = add(&s, skip_word(&s, s.at), WT_TOKEN_WORD);
		else
			code = scan_sign(&s, len);
	}
	*tokens = s.tokens;
	*count = (uint32_t)(s.next - s.tokens);
	return code;
}
