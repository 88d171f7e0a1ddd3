/*
 * concord.c - behind concord.h.
 *
 * With a limit the lines that are not among the best so far are dropped when there are
 * twice as many: what is kept moves to another arena, so that memory is bounded by the
 * limit and not by the lines.
 */
#include "query/concord.h"
#include "base/buf.h"
#include "index/build.h"
#include "text/utf8.h"

#include <stdlib.h>

#define SPARE 1024              /* lines beyond twice the limit before some are dropped */

struct entry {
	struct wt_line line;            /* first: a pointer to it is one to the entry */
	uint64_t number;
	const struct wt_concord *order;
	struct wt_span words[];         /* of each key */
};

struct wt_concord {
	struct wt_concord_key keys[WT_CONCORD_KEYS];
	size_t nkeys, limit;
	struct wt_arena arenas[2];
	int arena;                      /* the one in use */
	const struct entry **list;      /* owned */
	size_t count, cap;
	uint64_t number;
};

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

/* ---- lines in order ---- */

int
wt_concord_open(const struct wt_concord_key *keys, size_t count, size_t limit,
    struct wt_concord **out)
{
	struct wt_concord *c = *out = calloc(1, sizeof *c);

	if (c == NULL)
		return WT_ENOMEM;
	c->nkeys = count < WT_CONCORD_KEYS ? count : WT_CONCORD_KEYS;
	c->limit = limit;
	memcpy(c->keys, keys, c->nkeys * sizeof *keys);
	return WT_OK;
}

void
wt_concord_close(struct wt_concord *c)
{
	if (c == NULL)
		return;
	wt_arena_free(&c->arenas[0]);
	wt_arena_free(&c->arenas[1]);
	free(c->list);
	free(c);
}

/* The words of the keyword with spaces between, in lower case. */
static struct wt_span
keyword_words(struct wt_arena *arena, const struct wt_marked *text, const struct wt_keyword *k)
{
	size_t len = 0, at = 0;
	char *joined;

	for (size_t i = k->first; i <= k->last; i++)
		len += wt_marked_norm(text, i).len + 1;
	if ((joined = wt_arena_alloc(arena, len)) == NULL)
		return wt_span_make("", 0);
	for (size_t i = k->first; i <= k->last; i++) {
		struct wt_span word = wt_marked_norm(text, i);

		memcpy(joined + at, word.at, word.len);
		at += word.len;
		joined[at++] = ' ';
	}
	return wt_span_make(joined, len - 1);
}

static struct wt_span
key_words(struct wt_arena *arena, const struct wt_concord_key *key, const struct wt_marked *text,
    const struct wt_keyword *k)
{
	if (key->by == WT_BY_KEYWORD)
		return keyword_words(arena, text, k);
	if (key->by == WT_BY_LEFT && k->first >= key->word)
		return wt_arena_copy(arena, wt_marked_norm(text, k->first - key->word));
	if (key->by == WT_BY_RIGHT && k->last + key->word < text->token_count)
		return wt_arena_copy(arena, wt_marked_norm(text, k->last + key->word));
	return wt_span_make("", 0);
}

/* Dates in order; none comes last, either way. */
static int
by_date(int32_t a, int32_t b, bool down)
{
	if ((a == WT_NO_DATE) != (b == WT_NO_DATE))
		return a == WT_NO_DATE ? 1 : -1;
	return down ? (a < b) - (a > b) : (a > b) - (a < b);
}

static int
by_keys(const void *left, const void *right)
{
	const struct entry *a = *(const struct entry *const *)left;
	const struct entry *b = *(const struct entry *const *)right;
	const struct wt_concord *c = a->order;

	for (size_t i = 0; i < c->nkeys; i++) {
		bool down = c->keys[i].down;
		int order = c->keys[i].by == WT_BY_DATE ? by_date(a->line.date, b->line.date, down) :
		    down ? wt_span_cmp(b->words[i], a->words[i]) : wt_span_cmp(a->words[i], b->words[i]);

		if (order != 0)
			return order;
	}
	return (a->number > b->number) - (a->number < b->number);
}

/* An entry with copies of all its spans; NULL without memory. */
static struct entry *
copy_entry(struct wt_concord *c, struct wt_arena *arena, const struct wt_line *line)
{
	struct entry *e = wt_arena_alloc(arena, sizeof *e + c->nkeys * sizeof *e->words);
	struct wt_line copy = *line;
	struct wt_span *const spans[] = { &copy.article, &copy.published, &copy.source, &copy.left,
	    &copy.keyword, &copy.right };

	if (e == NULL)
		return NULL;
	for (size_t i = 0; i < sizeof spans / sizeof spans[0]; i++)
		*spans[i] = wt_arena_copy(arena, *spans[i]);
	e->line = copy;
	e->order = c;
	return e;
}

static void
sort(struct wt_concord *c)
{
	if (c->count > 1)
		qsort(c->list, c->count, sizeof(struct entry *), by_keys);
}

/* Drop the lines that the limit leaves out, with their memory. */
static int
drop(struct wt_concord *c)
{
	struct wt_arena *to = &c->arenas[!c->arena];

	sort(c);
	c->count = c->limit;
	for (size_t i = 0; i < c->count; i++) {
		const struct entry *from = c->list[i];
		struct entry *e = copy_entry(c, to, &from->line);

		if (e == NULL)
			return WT_ENOMEM;
		e->number = from->number;
		for (size_t k = 0; k < c->nkeys; k++)
			e->words[k] = wt_arena_copy(to, from->words[k]);
		c->list[i] = e;
	}
	wt_arena_free(&c->arenas[c->arena]);
	c->arena = !c->arena;
	return to->err;
}

int
wt_concord_add(struct wt_concord *c, const struct wt_line *line, const struct wt_marked *text,
    const struct wt_keyword *keyword)
{
	struct wt_arena *arena = &c->arenas[c->arena];
	const struct entry **list = wt_grow(c->list, &c->cap, c->count + 1, sizeof *list);
	struct entry *e;

	if (list == NULL)
		return WT_ENOMEM;
	c->list = list;
	if ((e = copy_entry(c, arena, line)) == NULL)
		return WT_ENOMEM;
	e->number = c->number++;
	for (size_t i = 0; i < c->nkeys; i++)
		e->words[i] = key_words(arena, &c->keys[i], text, keyword);
	list[c->count++] = e;
	if (arena->err != WT_OK)
		return arena->err;
	return c->limit > 0 && c->count >= c->limit * 2 + SPARE ? drop(c) : WT_OK;
}

int
wt_concord_lines(struct wt_concord *c, const struct wt_line *const **lines, size_t *count)
{
	const struct wt_line **out = wt_arena_array(&c->arenas[c->arena], c->count + 1, sizeof *out);

	if (out == NULL)
		return WT_ENOMEM;
	sort(c);
	*count = c->limit > 0 && c->count > c->limit ? c->limit : c->count;
	for (size_t i = 0; i < *count; i++)
		out[i] = &c->list[i]->line;
	*lines = out;
	return WT_OK;
}
