/*
 * date_lex.c - cut a stretch of text into words, numbers and marks.
 *
 * Only what a date can be made of is told apart: runs of letters (bytes above
 * 127 are letters, but for the dashes, quotes and spaces of U+2000 to U+203F
 * and the no-break space), runs of digits, single marks.
 */
#include "extract/date_private.h"

static bool
letter(unsigned char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0xc3 || c == '_';
}

static bool
digit(unsigned char c)
{
	return c >= '0' && c <= '9';
}

/* The mark of U+2000 to U+203F at p, as ASCII: ' ' for spaces, 0 if there is none. */
static char
general(const unsigned char *p, const unsigned char *end)
{
	if (end - p < 3 || p[0] != 0xe2 || p[1] != 0x80)
		return 0;
	if (p[2] <= 0x8f || p[2] == 0xaf)
		return ' ';
	if (p[2] <= 0x95)
		return '-';
	if (p[2] == 0x98 || p[2] == 0x99)
		return '\'';
	return p[2] >= 0x9c && p[2] <= 0x9f ? '"' : '.';
}

/* The length of a blank at p, or 0. */
static unsigned
blank(const unsigned char *p, const unsigned char *end)
{
	if (*p == ' ' || (*p >= '\t' && *p <= '\r'))
		return 1;
	if (*p == 0xc2 && end - p >= 2 && p[1] == 0xa0)
		return 2;
	return general(p, end) == ' ' ? 3 : 0;
}

static const unsigned char *
word_end(const unsigned char *p, const unsigned char *end)
{
	while (p < end) {
		char mark;

		if ((*p | 0x20) >= 'a' && (*p | 0x20) <= 'z') {
			p++;
			continue;
		}
		mark = general(p, end);
		if (letter(*p) && mark == 0)
			p++;
		else if (*p >= 0x80 && mark == 0 && !(*p == 0xc2 && end - p >= 2 && p[1] == 0xa0))
			p++;
		else if (*p == '\'' && end - p >= 2 && letter(p[1]))
			p++;
		else if (mark == '\'' && end - p >= 4 && letter(p[3]))
			p += 3;
		else
			break;
	}
	return p;
}

static void
number(struct wt_date_token *t, const unsigned char *p, const unsigned char *end)
{
	int32_t value = 0;
	unsigned n = 0;

	for (; p + n < end && digit(p[n]); n++) {
		if (n < 9)
			value = value * 10 + (p[n] - '0');
	}
	t->kind = WT_TOK_NUMBER;
	t->digits = (uint8_t)(n < 255 ? n : 255);
	t->value = n <= 9 ? value : -1;
	t->end = t->start + n;
}

/* Does any word of the vocabulary begin so and have this length? */
static bool
possible(const struct wt_lexer *lex, const unsigned char *p, size_t len,
    const unsigned char *end)
{
	unsigned char first[3] = { 0, 0, 0 };
	uint32_t lengths;

	memcpy(first, p, end - p < 3 ? (size_t)(end - p) : 3);
	lengths = lex->lengths[wt_date_letters_key(first)];
	/* Apostrophes do not count: one of ASCII, or one of three bytes. */
	return (lengths & (wt_date_length_bits(len) | wt_date_length_bits(len - 1) |
	    (len > 3 ? wt_date_length_bits(len - 3) : 0))) != 0;
}

static void
word(const struct wt_lexer *lex, struct wt_date_token *t, const unsigned char *p,
    const unsigned char *end)
{
	const unsigned char *stop = word_end(p, end);

	t->kind = WT_TOK_WORD;
	t->end = t->start + (uint32_t)(stop - p);
	t->capital = *p >= 'A' && *p <= 'Z';
	t->upper = t->capital && stop - p > 1 && p[1] >= 'A' && p[1] <= 'Z';
	t->word = possible(lex, p, (size_t)(stop - p), end) ?
	    wt_date_vocabulary_find(lex->words, (const char *)p, (size_t)(stop - p)) : NULL;
}

static void
next(struct wt_lexer *lex)
{
	struct wt_date_token *t = &lex->tokens[lex->count++];
	const unsigned char *end = lex->text + lex->len, *p = lex->text + lex->at;
	unsigned step;

	*t = (struct wt_date_token){ .kind = WT_TOK_END };
	while (p < end && (step = blank(p, end)) > 0) {
		t->gap = *p == '\n' || *p == '\r' || t->gap == 2 ? 2 : 1;
		p += step;
	}
	t->start = t->end = (uint32_t)(p - lex->text);
	if (p < end && digit(*p)) {
		number(t, p, end);
	} else if (p < end && (letter(*p) || *p >= 0x80) && general(p, end) == 0) {
		word(lex, t, p, end);
	} else if (p < end) {
		t->kind = WT_TOK_PUNCT;
		t->punct = general(p, end) != 0 ? general(p, end) : (char)*p;
		t->end = t->start + (general(p, end) != 0 ? 3 : 1);
	}
	lex->at = t->end;
}

void
wt_lex_open(struct wt_lexer *lex, uint32_t at)
{
	lex->at = at;
	lex->count = 0;
}

const struct wt_date_token *
wt_lex(struct wt_lexer *lex, int i)
{
	static const struct wt_date_token none = { .kind = WT_TOK_END };

	if (i >= WT_LEX_TOKENS || i < 0)
		return &none;
	while (lex->count <= i)
		next(lex);
	return &lex->tokens[i];
}

bool
wt_lex_mark(struct wt_lexer *lex, int i, char c)
{
	const struct wt_date_token *t = wt_lex(lex, i);

	return t->kind == WT_TOK_PUNCT && t->punct == c;
}

bool
wt_lex_cue(struct wt_lexer *lex, int i, uint32_t cues)
{
	return (wt_lex_known(lex, i)->cues & cues) != 0;
}

bool
wt_lex_is(struct wt_lexer *lex, int i, const char *word)
{
	const struct wt_date_token *t = wt_lex(lex, i);
	size_t len = strlen(word);

	if (t->kind != WT_TOK_WORD || t->end - t->start != len)
		return false;
	for (size_t k = 0; k < len; k++)
		if ((lex->text[t->start + k] | 0x20) != word[k])
			return false;
	return true;
}

const struct wt_date_word *
wt_lex_known(struct wt_lexer *lex, int i)
{
	static const struct wt_date_word none = { .number = -1, .direction = WT_NO_DIRECTION };
	const struct wt_date_token *t = wt_lex(lex, i);

	return t->word != NULL ? t->word : &none;
}

struct wt_date_token
wt_lex_before(const struct wt_lexer *lex, uint32_t at)
{
	struct wt_date_token t = { .kind = WT_TOK_END, .start = at, .end = at };
	const unsigned char *text = lex->text;
	uint32_t end = at, start;

	while (end > 0 && (text[end - 1] == ' ' || text[end - 1] == '\t'))
		end--;
	t.gap = end < at;
	if (end == 0 || text[end - 1] == '\n')
		return t;
	for (start = end; start > 0 && at - start < 48; start--)
		if (!letter(text[start - 1]) && !digit(text[start - 1]) &&
		    !(text[start - 1] >= 0x80 && text[start - 1] <= 0xbf))
			break;
	if (start == end) {
		t.kind = WT_TOK_PUNCT;
		t.punct = (char)text[end - 1];
		t.start = end - 1;
		t.end = end;
		return t;
	}
	t.start = start;
	t.end = end;
	if (digit(text[start]))
		number(&t, text + start, text + end);
	else if (letter(text[start]))
		word(lex, &t, text + start, text + end);
	else
		t.kind = WT_TOK_PUNCT;
	t.gap = end < at;
	t.end = end;
	return t;
}
