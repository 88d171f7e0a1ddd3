/* serve_link.c - links, and queries with one condition more or less; behind serve.h. */
#include "cmd/serve.h"
#include "query/lex.h"

#include <string.h>

/* ---- links ---- */

/* All but unreserved characters as %XX. */
void
put_value(struct wt_buf *out, struct wt_span s)
{
	static const char digits[] = "0123456789ABCDEF";

	for (size_t i = 0; i < s.len; i++) {
		unsigned char c = (unsigned char)s.at[i];

		if ((c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') ||
		    (c != '\0' && strchr("-._~", c) != NULL)) {
			wt_buf_putc(out, (char)c);
		} else {
			wt_buf_putc(out, '%');
			wt_buf_putc(out, digits[c >> 4]);
			wt_buf_putc(out, digits[c & 15]);
		}
	}
}

#define STATES 7

/* What was asked for beside the query; a value is empty if nothing was. */
struct state {
	const char *name;
	char value[16];
};

static void
states_of(const struct request *q, struct state s[STATES])
{
	static const char *const sorts[] = { "", "newest", "oldest" };
	static const char *const levels[] = { "", "kabupaten", "province" };
	unsigned least = q->options.least;

	s[0] = (struct state){ .name = "lang" };
	s[1] = (struct state){ .name = "sort" };
	s[2] = (struct state){ .name = "level" };
	s[3] = (struct state){ .name = "min" };
	s[4] = (struct state){ .name = "by" };
	s[5] = (struct state){ .name = "n" };
	s[6] = (struct state){ .name = "keep-duplicates" };
	if (q->language_given)
		strcpy(s[0].value, q->language == SPEAK_INDONESIAN ? "id" : "en");
	strcpy(s[1].value, sorts[q->sort]);
	strcpy(s[2].value, levels[q->options.level]);
	if (least > 0)
		snprintf(s[3].value, sizeof s[3].value, "%u.%02u", least / 100, least % 100);
	if (q->by != NULL && timeline_period(q->by) && strcmp(q->by, "month") != 0)
		strcpy(s[4].value, q->by);
	if (q->limit > 0)
		snprintf(s[5].value, sizeof s[5].value, "%u", q->limit);
	if (q->keep_copies)
		strcpy(s[6].value, "1");
}

static void
put_url(struct wt_buf *out, const struct request *q, const char *path, struct wt_span query,
    const char *name, struct wt_span value, const char *and)
{
	struct state s[STATES];

	states_of(q, s);
	wt_buf_printf(out, "%s?q=", path);
	put_value(out, query);
	if (name != NULL && value.len > 0) {
		wt_buf_printf(out, "%s%s=", and, name);
		put_value(out, value);
	}
	for (size_t i = 0; i < STATES; i++)
		if (s[i].value[0] != '\0' && (name == NULL || strcmp(name, s[i].name) != 0))
			wt_buf_printf(out, "%s%s=%s", and, s[i].name, s[i].value);
}

void
put_link(struct wt_buf *out, const struct request *q, const char *path, struct wt_span query,
    const char *name, struct wt_span value)
{
	put_url(out, q, path, query, name, value, "&amp;");
}

void
put_location(struct wt_buf *out, const struct request *q, const char *path, struct wt_span query)
{
	put_url(out, q, path, query, NULL, query, "&");
}

void
put_hidden(struct wt_buf *out, const struct request *q)
{
	struct state s[STATES];

	states_of(q, s);
	for (size_t i = 0; i < STATES; i++)
		if (s[i].value[0] != '\0')
			wt_buf_printf(out, "<input type=\"hidden\" name=\"%s\" value=\"%s\">\n",
			    s[i].name, s[i].value);
}

/* ---- pieces of a query ---- */

bool
query_cut(struct wt_span *rest, struct wt_span *piece)
{
	size_t at = 0, space, quote, start;
	bool quoted = false;
	int depth = 0;

	while ((space = wt_query_space(*rest, at)) > 0)
		at += space;
	start = at;
	while (at < rest->len) {
		space = wt_query_space(*rest, at);
		if (space > 0 && !quoted && depth <= 0)
			break;
		quote = wt_query_quote(*rest, at);
		quoted ^= quote > 0;
		if (!quoted && quote == 0)
			depth += (rest->at[at] == '(') - (rest->at[at] == ')');
		at += quote > 0 ? quote : space > 0 ? space : 1;
	}
	*piece = wt_span_make(rest->at + start, at - start);
	*rest = wt_span_make(rest->at + at, rest->len - at);
	return piece->len > 0;
}

static bool
is_or(struct wt_span piece)
{
	return wt_span_is(piece, "OR") || wt_span_is(piece, "ATAU");
}

bool
query_is_operator(struct wt_span piece)
{
	return is_or(piece) || wt_span_is(piece, "AND") || wt_span_is(piece, "DAN") ||
	    wt_span_is(piece, "NOT") || wt_span_is(piece, "BUKAN") ||
	    wt_span_starts(piece, WT_SPAN("NEAR"));
}

/* Is there an OR outside parentheses and quotes? */
static bool
has_or(struct wt_span query)
{
	struct wt_span piece;

	while (query_cut(&query, &piece))
		if (is_or(piece))
			return true;
	return false;
}

static struct wt_span
query_of(const struct request *q)
{
	return q->query.at == NULL ? wt_span_make("", 0) : q->query;
}

/* A query and one condition more. */
static struct wt_span
and_too(struct wt_arena *arena, struct wt_span query, struct wt_span term)
{
	bool group = has_or(query);

	return wt_arena_printf(arena, "%s%.*s%s%s%.*s", group ? "(" : "", (int)query.len, query.at,
	    group ? ")" : "", query.len > 0 ? " " : "", (int)term.len, term.at);
}

/* A query without one of its pieces. */
static struct wt_span
without(struct wt_arena *arena, struct wt_span query, struct wt_span piece)
{
	struct wt_span before = wt_span_trim(wt_span_make(query.at, (size_t)(piece.at - query.at)));
	const char *end = piece.at + piece.len;
	struct wt_span behind = wt_span_trim(wt_span_make(end, (size_t)(query.at + query.len - end)));

	/* Nor with the word that tied it to the one before. */
	if (wt_span_ends(before, WT_SPAN(" AND")) || wt_span_ends(before, WT_SPAN(" DAN")))
		before = wt_span_trim(wt_span_make(before.at, before.len - 4));

	return wt_arena_printf(arena, "%.*s%s%.*s", (int)before.len, before.at,
	    before.len > 0 && behind.len > 0 ? " " : "", (int)behind.len, behind.at);
}

struct wt_span
query_with(struct request *q, const char *field, struct wt_span value, bool *had)
{
	struct wt_span query = query_of(q), rest = query, piece, term;

	value = wt_arena_copy(&q->arena, value);
	for (size_t i = 0; i < value.len; i++)
		if (value.at[i] == '"')
			((char *)(uintptr_t)value.at)[i] = ' ';
	term = wt_arena_printf(&q->arena, "%s:\"%.*s\"", field, (int)value.len, value.at);
	*had = false;
	while (!*had && query_cut(&rest, &piece))
		*had = wt_span_eq(piece, term);
	return *had ? without(&q->arena, query, piece) : and_too(&q->arena, query, term);
}

/* ---- dates ---- */

/* Cut the next limit of the dates of publication from a query; `value` is without its quotes. */
static bool
cut_dates(struct wt_span *rest, struct wt_span *piece, struct wt_span *value)
{
	static const struct wt_span names[] = { { "date:", 5 }, { "tanggal:", 8 } };
	bool alone = true;

	while (query_cut(rest, piece)) {
		for (size_t i = 0; i < 2 && alone; i++) {
			if (!wt_span_starts(*piece, names[i]))
				continue;
			*value = wt_span_make(piece->at + names[i].len, piece->len - names[i].len);
			if (value->len >= 2 && value->at[0] == '"' && value->at[value->len - 1] == '"')
				*value = wt_span_make(value->at + 1, value->len - 2);
			return true;
		}
		alone = !query_is_operator(*piece) || wt_span_is(*piece, "AND") ||
		    wt_span_is(*piece, "DAN");
	}
	return false;
}

/* Where ".." is, or the length. */
static size_t
dots(struct wt_span s)
{
	for (size_t i = 0; i + 2 <= s.len; i++)
		if (s.at[i] == '.' && s.at[i + 1] == '.')
			return i;
	return s.len;
}

void
query_dates(const struct request *q, struct wt_span *from, struct wt_span *to)
{
	struct wt_span rest = query_of(q), piece, value;
	size_t at;

	*from = *to = wt_span_make("", 0);
	if (has_or(rest) || !cut_dates(&rest, &piece, &value))
		return;
	at = dots(value);
	*from = wt_span_make(value.at, at);
	*to = at < value.len ? wt_span_make(value.at + at + 2, value.len - at - 2) : *from;
}

struct wt_span
query_between(struct request *q, struct wt_span from, struct wt_span to)
{
	struct wt_span query = query_of(q), rest = query, piece, value, range;

	while (!has_or(query) && cut_dates(&rest, &piece, &value))
		rest = query = without(&q->arena, query, piece);
	if (from.len == 0 && to.len == 0)
		return query;
	range = wt_span_eq(from, to) ?
	    wt_arena_printf(&q->arena, "date:\"%.*s\"", (int)from.len, from.at) :
	    wt_arena_printf(&q->arena, "date:\"%.*s..%.*s\"", (int)from.len, from.at, (int)to.len,
	    to.at);
	return and_too(&q->arena, query, range);
}
