/* concord.c - behind concord.h. */
#include "query/concord.h"
#include "text/utf8.h"

/* ---- keys ---- */

static bool
read_key(struct wt_span text, struct wt_concord_key *key)
{
	*key = (struct wt_concord_key){ .by = WT_BY_DATE };
	if (text.len > 0 && *text.at == '-') {
		key->down = true;
		text = wt_span_make(text.at + 1, text.len - 1);
	}
	if (wt_span_is(text, "date"))
		return true;
	if (wt_span_is(text, "0")) {
		key->by = WT_BY_KEYWORD;
		return true;
	}
	if (text.len < 2 || text.len > 3 || *text.at == '0')
		return false;
	for (size_t i = 0; i + 1 < text.len; i++) {
		if (text.at[i] < '0' || text.at[i] > '9')
			return false;
		key->word = key->word * 10 + (unsigned)(text.at[i] - '0');
	}
	key->by = text.at[text.len - 1] == 'L' || text.at[text.len - 1] == 'l' ? WT_BY_LEFT : WT_BY_RIGHT;
	return key->word >= 1 && key->word <= WT_CONCORD_WORD &&
	    strchr("LlRr", text.at[text.len - 1]) != NULL;
}

int
wt_concord_keys(struct wt_span text, struct wt_concord_key *keys, size_t *count)
{
	struct wt_span part;

	*count = 0;
	while (wt_span_cut(&text, ',', &part))
		if (*count == WT_CONCORD_KEYS || !read_key(part, &keys[(*count)++]))
			return WT_EINVAL;
	return *count > 0 ? WT_OK : WT_EINVAL;
}

/* ---- contexts ---- */

static bool
is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Columns of the character at `at`. */
static size_t
columns_at(struct wt_span text, size_t at)
{
	unsigned len;

	if (is_space(text.at[at]))
		return 1;
	return wt_utf8_width(wt_utf8_decode(text.at + at, text.at + text.len, &len));
}

static bool
inside_character(struct wt_span text, size_t at)
{
	return at < text.len && ((unsigned char)text.at[at] & 0xc0) == 0x80;
}

/* Where the context before `end` starts. */
static size_t
back(struct wt_span text, size_t end, size_t width)
{
	size_t at = end, used = 0;

	while (at > 0) {
		size_t one = at - 1;

		while (one > 0 && inside_character(text, one))
			one--;
		if ((used += columns_at(text, one)) > width)
			break;
		at = one;
	}
	/* Not with a part of a word. */
	if (at > 0 && !is_space(text.at[at - 1]))
		while (at < end && !is_space(text.at[at]))
			at++;
	return at;
}

/* Where the context from `start` on ends. */
static size_t
forth(struct wt_span text, size_t start, size_t width)
{
	size_t at = start, used = 0;

	while (at < text.len && (used += columns_at(text, at)) <= width) {
		do
			at++;
		while (inside_character(text, at));
	}
	if (at < text.len && !is_space(text.at[at]))
		while (at > start && !is_space(text.at[at - 1]))
			at--;
	return at;
}

void
wt_line_cut(struct wt_line *line, const struct wt_marked *text,
    const struct wt_keyword *keyword, size_t width)
{
	struct wt_span all = text->text;
	size_t start = text->tokens[keyword->first].start, end = text->tokens[keyword->last].end;
	size_t from = back(all, start, width), to = forth(all, end, width);

	while (from < start && is_space(all.at[from]))
		from++;
	while (to > end && is_space(all.at[to - 1]))
		to--;
	line->left = wt_span_make(all.at + from, start - from);
	line->keyword = wt_span_make(all.at + start, end - start);
	line->right = wt_span_make(all.at + end, to - end);
}
