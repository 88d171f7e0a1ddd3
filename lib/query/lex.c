/* lex.c - look at bytes, keep no state, behind lex.h. */
#include "query/lex.h"

static bool
at_bytes(struct wt_span s, size_t at, const char *bytes, size_t len)
{
	return s.len - at >= len && memcmp(s.at + at, bytes, len) == 0;
}

size_t
wt_query_space(struct wt_span query, size_t at)
{
	unsigned char c;

	if (at >= query.len)
		return 0;
	c = (unsigned char)query.at[at];
	if (c <= ' ' || c == 0x7f)
		return 1;
	if (at_bytes(query, at, "\xc2\xa0", 2))         /* U+00A0 no-break space */
		return 2;
	if (at_bytes(query, at, "\xe3\x80\x80", 3) ||   /* U+3000 ideographic space */
	    at_bytes(query, at, "\xe2\x80\xaf", 3) ||   /* U+202F narrow no-break space */
	    at_bytes(query, at, "\xe2\x80\x8b", 3) ||   /* U+200B zero width space */
	    at_bytes(query, at, "\xef\xbb\xbf", 3))     /* U+FEFF byte order mark */
		return 3;
	return 0;
}

size_t
wt_query_quote(struct wt_span query, size_t at)
{
	if (at >= query.len)
		return 0;
	if (query.at[at] == '"')
		return 1;
	if (at_bytes(query, at, "\xe2\x80\x9c", 3) ||   /* U+201C and U+201D curly quotes */
	    at_bytes(query, at, "\xe2\x80\x9d", 3) ||
	    at_bytes(query, at, "\xe2\x80\x9e", 3))     /* U+201E low quote */
		return 3;
	return 0;
}

/* How many bytes the character at s.at[at] has; 0 if it is not valid UTF-8. */
static size_t
character(struct wt_span s, size_t at)
{
	static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	unsigned char c = (unsigned char)s.at[at];
	size_t len = c < 0x80 ? 1 : c < 0xc2 ? 0 : c < 0xe0 ? 2 : c < 0xf0 ? 3 : c < 0xf5 ? 4 : 0;
	uint32_t value;

	if (len <= 1 || s.len - at < len)
		return len == 1 ? 1 : 0;
	value = c & (0xffu >> (len + 1));
	for (size_t i = 1; i < len; i++) {
		unsigned char next = (unsigned char)s.at[at + i];

		if ((next & 0xc0) != 0x80)
			return 0;
		value = value << 6 | (next & 0x3f);
	}
	if (value < least[len] || value > 0x10ffff || (value >= 0xd800 && value < 0xe000))
		return 0;
	return len;
}

size_t
wt_query_valid(struct wt_span query)
{
	size_t at = 0, len;

	while (at < query.len && (len = character(query, at)) > 0)
		at += len;
	return at;
}

/* Whether a word or an operator ends at byte `at`. */
static bool
ends(struct wt_span query, size_t at)
{
	return at >= query.len || query.at[at] == '(' || query.at[at] == ')' ||
	    wt_query_space(query, at) > 0 || wt_query_quote(query, at) > 0;
}

static enum wt_lex_kind
word_kind(struct wt_span word)
{
	if (wt_span_is(word, "AND") || wt_span_is(word, "DAN"))
		return WT_LEX_AND;
	if (wt_span_is(word, "OR") || wt_span_is(word, "ATAU"))
		return WT_LEX_OR;
	if (wt_span_is(word, "NOT") || wt_span_is(word, "BUKAN"))
		return WT_LEX_NOT;
	if (wt_span_is(word, "NEAR") || wt_span_starts(word, WT_SPAN("NEAR/")))
		return WT_LEX_NEAR;
	return WT_LEX_WORD;
}

static void
read_word(struct wt_span query, struct wt_query_lexeme *l)
{
	size_t end = l->offset;

	while (!ends(query, end))
		end++;
	l->len = end - l->offset;
	l->text = wt_span_make(query.at + l->offset, l->len);
	l->kind = word_kind(l->text);
}

static void
read_quote(struct wt_span query, size_t mark, struct wt_query_lexeme *l)
{
	size_t start = l->offset + mark, end = start;

	while (end < query.len && wt_query_quote(query, end) == 0)
		end++;
	l->kind = WT_LEX_QUOTE;
	l->open = end == query.len;
	l->text = wt_span_make(query.at + start, end - start);
	l->len = end + wt_query_quote(query, end) - l->offset;
}

struct wt_query_lexeme
wt_query_lex(struct wt_span query, size_t at)
{
	struct wt_query_lexeme l = { .kind = WT_LEX_END };
	size_t mark;

	while ((mark = wt_query_space(query, at)) > 0)
		at += mark;
	l.offset = at;
	l.text = wt_span_make("", 0);
	if (at >= query.len) {
		l.offset = query.len;
	} else if (query.at[at] == '(' || query.at[at] == ')') {
		l.kind = query.at[at] == '(' ? WT_LEX_OPEN : WT_LEX_CLOSE;
		l.len = 1;
	} else if ((mark = wt_query_quote(query, at)) > 0) {
		read_quote(query, mark, &l);
	} else if (query.at[at] == '-' && at + 1 < query.len && query.at[at + 1] != ')' &&
	    wt_query_space(query, at + 1) == 0) {
		l.kind = WT_LEX_NOT;
		l.len = 1;
	} else {
		read_word(query, &l);
	}
	return l;
}
