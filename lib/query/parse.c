/*
 * parse.c - recursive descent behind parse.h.
 *
 * One function a rule of the grammar.  Each returns a tree, or NULL once the
 * parser has failed.  Only parentheses recurse, and they are counted.
 */
#include "query/parse.h"
#include "query/lex.h"

#include <stdarg.h>
#include <stdio.h>

#define NEAR_DEFAULT 10

struct parser {
	struct wt_arena *arena;
	struct wt_span query;           /* in the arena */
	struct wt_query_lexeme now;           /* the one to be read next */
	unsigned depth, clauses;
	enum wt_field field;            /* named before the parentheses around */
	int err;
	struct wt_error *error;
};

static struct wt_node *parse_either(struct parser *p);

/* Keep an error and its place; NULL, for the caller to return. */
static void *fail(struct parser *p, int code, size_t offset, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

static void *
fail(struct parser *p, int code, size_t offset, const char *format, ...)
{
	va_list args;

	p->err = wt_error_set(p->error, code, offset, "%s", "");
	if (p->error != NULL) {
		va_start(args, format);
		vsnprintf(p->error->text, sizeof p->error->text, format, args);
		va_end(args);
	}
	return NULL;
}

static void
move_to(struct parser *p, size_t at)
{
	p->now = wt_query_lex(p->query, at);
}

static void
advance(struct parser *p)
{
	move_to(p, p->now.offset + p->now.len);
}

static struct wt_node *
new_node(struct parser *p, enum wt_node_kind kind, size_t offset, size_t len)
{
	struct wt_node *n = wt_arena_array(p->arena, 1, sizeof *n);

	if (n == NULL)
		return fail(p, WT_ENOMEM, offset, "memory ran out");
	n->kind = kind;
	n->offset = offset;
	n->len = len;
	n->text = wt_span_make("", 0);
	return n;
}

/* What a lexeme is called in a message. */
static const char *
name_of(const struct wt_query_lexeme *l)
{
	switch (l->kind) {
	case WT_LEX_END:
		return "the end";
	case WT_LEX_OPEN:
		return "\"(\"";
	case WT_LEX_CLOSE:
		return "\")\"";
	case WT_LEX_AND:
		return "AND";
	case WT_LEX_OR:
		return "OR";
	case WT_LEX_NOT:
		return "a negation";
	case WT_LEX_NEAR:
		return "NEAR";
	default:
		return "a word";
	}
}

static struct wt_node *
add_leaf(struct parser *p, enum wt_node_kind kind, struct wt_span text, size_t offset, size_t len)
{
	struct wt_node *n;

	if (++p->clauses > WT_QUERY_CLAUSES)
		return fail(p, WT_ELIMIT, offset, "more than %d words, phrases and values",
		    WT_QUERY_CLAUSES);
	if ((n = new_node(p, kind, offset, len)) != NULL) {
		n->text = text;
		n->field = p->field;
	}
	return n;
}

/* A date or a range of dates, as a word or between quotes. */
static struct wt_node *
date_leaf(struct parser *p, struct wt_span text, size_t offset)
{
	struct wt_node *n = add_leaf(p, WT_NODE_DATES, text, offset, text.len);

	if (n == NULL)
		return NULL;
	p->err = wt_field_dates(text, &n->from, &n->to, p->error);
	if (p->err != WT_OK) {
		if (p->error != NULL)
			p->error->offset += offset;
		return NULL;
	}
	return n;
}

static bool
is_blank(struct wt_span s)
{
	size_t at = 0, len;

	while ((len = wt_query_space(s, at)) > 0)
		at += len;
	return at >= s.len;
}

/* Text between quotes, the lexeme `now`; `start` is where "=" or the field began. */
static struct wt_node *
parse_quoted(struct parser *p, bool exact, size_t start)
{
	struct wt_query_lexeme l = p->now;
	struct wt_node *n;

	if (l.open)
		return fail(p, WT_ESYNTAX, l.offset, "this quote is not closed");
	if (is_blank(l.text))
		return fail(p, WT_ESYNTAX, l.offset, "nothing stands between these quotes");
	if (exact && !wt_field_is_text(p->field))
		return fail(p, WT_ESYNTAX, start, "\"=\" works in text and title only");
	if (wt_field_is_dates(p->field))
		n = date_leaf(p, l.text, (size_t)(l.text.at - p->query.at));
	else
		n = add_leaf(p, WT_NODE_PHRASE, l.text, start, l.offset + l.len - start);
	if (n != NULL)
		n->exact = exact;
	advance(p);
	return n;
}

/* The kind of a word by the sign at its end, which is cut off. */
static enum wt_node_kind
cut_suffix(struct wt_span *word)
{
	if (wt_span_ends(*word, WT_SPAN("*"))) {
		word->len--;
		return WT_NODE_PREFIX;
	}
	if (wt_span_ends(*word, WT_SPAN("~1")))
		word->len--;
	if (wt_span_ends(*word, WT_SPAN("~"))) {
		word->len--;
		return WT_NODE_FUZZY;
	}
	return WT_NODE_WORD;
}

/* Refuse what cannot be meant in the signs around a word. */
static bool
check_word(struct parser *p, enum wt_node_kind kind, bool exact, struct wt_span word, size_t start)
{
	size_t at = (size_t)(word.at - p->query.at);
	const char *star = word.len == 0 ? NULL : memchr(word.at, '*', word.len);
	const char *sign = kind == WT_NODE_PREFIX ? "*" : "~";

	if (word.len == 0 && kind == WT_NODE_WORD)
		fail(p, WT_ESYNTAX, start, "a word has to follow \"=\" at once");
	else if (word.len == 0)
		fail(p, WT_ESYNTAX, at, "a word has to stand before \"%s\"", sign);
	else if (star != NULL)
		fail(p, WT_ESYNTAX, (size_t)(star - p->query.at),
		    "\"*\" can stand at the end of a word only");
	else if (kind == WT_NODE_WORD && word.len >= 2 && word.at[word.len - 2] == '~' &&
	    word.at[word.len - 1] >= '0' && word.at[word.len - 1] <= '9')
		fail(p, WT_ESYNTAX, at + word.len - 1, "\"~\" allows one edit, no other number");
	else if (exact && kind != WT_NODE_WORD)
		fail(p, WT_ESYNTAX, start, "\"=\" and \"%s\" do not go together", sign);
	else if ((exact || kind != WT_NODE_WORD) && !wt_field_is_text(p->field))
		fail(p, WT_ESYNTAX, exact ? start : at + word.len,
		    "\"%s\" works in text and title only", exact ? "=" : sign);
	return p->err == WT_OK;
}

/*
 * A word from byte `at` of the query to the end of the lexeme `now`, or the quoted
 * text that stands there.  `start` is where it began, with its field.
 */
static struct wt_node *
parse_leaf(struct parser *p, size_t at, size_t start)
{
	size_t end = p->now.offset + p->now.len;
	bool exact = at < end && p->query.at[at] == '=' && !wt_field_is_dates(p->field);
	struct wt_span word;
	enum wt_node_kind kind;
	struct wt_node *n;

	if (exact)
		at++;
	if (at >= end && (wt_query_quote(p->query, at) > 0)) {
		move_to(p, at);
		return parse_quoted(p, exact, start);
	}
	word = wt_span_make(p->query.at + at, end - at);
	advance(p);
	if (wt_field_is_dates(p->field))
		return date_leaf(p, word, at);
	kind = cut_suffix(&word);
	if (!check_word(p, kind, exact, word, exact ? at - 1 : at))
		return NULL;
	n = add_leaf(p, kind, word, start, end - start);
	if (n != NULL)
		n->exact = exact;
	return n;
}

static struct wt_node *
parse_group(struct parser *p)
{
	size_t open = p->now.offset;
	struct wt_node *n;

	if (p->depth == WT_QUERY_DEPTH)
		return fail(p, WT_ELIMIT, open, "more than %d parentheses within each other",
		    WT_QUERY_DEPTH);
	advance(p);
	if (p->now.kind == WT_LEX_CLOSE)
		return fail(p, WT_ESYNTAX, open, "nothing stands between these parentheses");
	p->depth++;
	n = parse_either(p);
	p->depth--;
	if (n == NULL)
		return NULL;
	if (p->now.kind != WT_LEX_CLOSE)
		return fail(p, WT_ESYNTAX, open, "this parenthesis is not closed");
	advance(p);
	return n;
}

/*
 * The bytes of "name:" at the start of a word, or 0.  A colon that ends a word
 * without being a field's, and the one of "https://", are text.
 */
static size_t
field_prefix(struct parser *p, enum wt_field *field)
{
	struct wt_span word = p->now.text;
	size_t colon = 0, after;

	while (colon < word.len && ((word.at[colon] >= 'a' && word.at[colon] <= 'z') ||
	    (word.at[colon] >= 'A' && word.at[colon] <= 'Z')))
		colon++;
	if (colon == 0 || colon == word.len || word.at[colon] != ':')
		return 0;
	if (wt_field_find(wt_span_make(word.at, colon), field))
		return colon + 1;
	after = p->now.offset + colon + 1;
	if (colon + 1 < word.len ? word.at[colon + 1] != '/' : wt_query_quote(p->query, after) > 0 ||
	    (after < p->query.len && p->query.at[after] == '('))
		fail(p, WT_ESYNTAX, p->now.offset, "there is no field \"%.*s\"; the fields are "
		    "title region official agency programme sector status source date mentions, or "
		    "judul wilayah pejabat instansi program urusan status sumber tanggal disebut",
		    colon > 40 ? 40 : (int)colon, word.at);
	return 0;
}

/* What follows "name:" at byte `at`: a word, a quote or a group, without a space between. */
static struct wt_node *
parse_value(struct parser *p, enum wt_field field, size_t at)
{
	enum wt_field outer = p->field;
	size_t start = p->now.offset, end = start + p->now.len;
	struct wt_node *n;

	if (outer != WT_FIELD_TEXT)
		return fail(p, WT_ESYNTAX, start, "a field inside the field \"%s\"",
		    wt_field_name(outer));
	p->field = field;
	if (at < end || wt_query_quote(p->query, at) > 0) {
		n = parse_leaf(p, at, start);
	} else if (at < p->query.len && p->query.at[at] == '(') {
		move_to(p, at);
		n = parse_group(p);
	} else {
		n = fail(p, WT_ESYNTAX, start, "a value has to follow \"%.*s\" at once",
		    (int)(at - start), p->query.at + start);
	}
	p->field = outer;
	return n;
}

static struct wt_node *
parse_primary(struct parser *p)
{
	enum wt_field field;
	size_t prefix;

	switch (p->now.kind) {
	case WT_LEX_OPEN:
		return parse_group(p);
	case WT_LEX_QUOTE:
		return parse_quoted(p, false, p->now.offset);
	case WT_LEX_WORD:
		prefix = field_prefix(p, &field);
		if (p->err != WT_OK)
			return NULL;
		if (prefix > 0)
			return parse_value(p, field, p->now.offset + prefix);
		return parse_leaf(p, p->now.offset, p->now.offset);
	default:
		return fail(p, WT_ESYNTAX, p->now.offset, "a word is missing before %s",
		    name_of(&p->now));
	}
}

/* Put `n` behind the list at *tail; a list of the same kind gives up its children instead. */
static struct wt_node **
append(struct wt_node **tail, enum wt_node_kind kind, struct wt_node *n)
{
	*tail = n->kind == kind ? n->child : n;
	while (*tail != NULL)
		tail = &(*tail)->next;
	return tail;
}

static struct wt_node *
new_list(struct parser *p, enum wt_node_kind kind, struct wt_node *first, struct wt_node ***tail)
{
	struct wt_node *n = new_node(p, kind, first->offset, first->len);

	if (n != NULL)
		*tail = append(&n->child, kind, first);
	return n;
}

/* Read NEAR or NEAR/n: the distance, or 0 after a failure. */
static uint32_t
near_distance(struct parser *p)
{
	struct wt_span digits = p->now.text;
	uint32_t distance = 0;

	if (digits.len == 4)
		return NEAR_DEFAULT;
	for (size_t i = 5; i < digits.len; i++) {
		if (digits.at[i] < '0' || digits.at[i] > '9' || distance > WT_QUERY_NEAR) {
			distance = 0;
			break;
		}
		distance = distance * 10 + (uint32_t)(digits.at[i] - '0');
	}
	if (distance == 0 || distance > WT_QUERY_NEAR) {
		fail(p, WT_ESYNTAX, p->now.offset + 5, "NEAR/ takes a number from 1 to %d",
		    WT_QUERY_NEAR);
		return 0;
	}
	return distance;
}

/* Only words with places, in one field, can be near each other. */
static bool
check_near(struct parser *p, const struct wt_node *n, const struct wt_node *first)
{
	if (n->kind > WT_NODE_FUZZY || !wt_field_is_text(n->field))
		fail(p, WT_ESYNTAX, n->offset, "NEAR stands between words and phrases only");
	else if (n->field != first->field)
		fail(p, WT_ESYNTAX, n->offset, "NEAR cannot join title and text");
	return p->err == WT_OK;
}

static struct wt_node *
parse_near(struct parser *p)
{
	struct wt_node *first = parse_primary(p), *list = NULL, **tail = NULL;

	while (first != NULL && p->now.kind == WT_LEX_NEAR) {
		uint32_t distance = near_distance(p);
		struct wt_node *n;

		if (distance == 0)
			return NULL;
		advance(p);
		if ((n = parse_primary(p)) == NULL || !check_near(p, first, first) ||
		    !check_near(p, n, first))
			return NULL;
		if (list == NULL && (list = new_list(p, WT_NODE_NEAR, first, &tail)) == NULL)
			return NULL;
		n->distance = distance;
		tail = append(tail, WT_NODE_NEAR, n);
		list->len = n->offset + n->len - list->offset;
	}
	return list == NULL ? first : list;
}

static struct wt_node *
parse_unary(struct parser *p)
{
	struct wt_node *n, *negation;
	size_t offset = p->now.offset;
	bool negated = false;

	for (; p->now.kind == WT_LEX_NOT; advance(p))
		negated = !negated;
	if ((n = parse_near(p)) == NULL || !negated)
		return n;
	if (n->kind == WT_NODE_NOT)
		return n->child;
	if ((negation = new_node(p, WT_NODE_NOT, offset, n->offset + n->len - offset)) != NULL)
		negation->child = n;
	return negation;
}

static bool
starts_unary(enum wt_lex_kind kind)
{
	return kind == WT_LEX_WORD || kind == WT_LEX_QUOTE || kind == WT_LEX_OPEN ||
	    kind == WT_LEX_NOT;
}

/* One operand after another, with AND between them or nothing. */
static struct wt_node *
parse_all(struct parser *p)
{
	struct wt_node *first = parse_unary(p), *list = NULL, **tail = NULL;

	while (first != NULL && (p->now.kind == WT_LEX_AND || starts_unary(p->now.kind))) {
		struct wt_node *n;

		if (p->now.kind == WT_LEX_AND)
			advance(p);
		if ((n = parse_unary(p)) == NULL)
			return NULL;
		if (list == NULL && (list = new_list(p, WT_NODE_AND, first, &tail)) == NULL)
			return NULL;
		list->len = n->offset + n->len - list->offset;
		tail = append(tail, WT_NODE_AND, n);
	}
	return list == NULL ? first : list;
}

static struct wt_node *
parse_either(struct parser *p)
{
	struct wt_node *first = parse_all(p), *list = NULL, **tail = NULL;

	while (first != NULL && p->now.kind == WT_LEX_OR) {
		struct wt_node *n;

		advance(p);
		if ((n = parse_all(p)) == NULL)
			return NULL;
		if (list == NULL && (list = new_list(p, WT_NODE_OR, first, &tail)) == NULL)
			return NULL;
		list->len = n->offset + n->len - list->offset;
		tail = append(tail, WT_NODE_OR, n);
	}
	return list == NULL ? first : list;
}

/* Find a negation that has nothing to take away from. */
static void
check_negations(struct parser *p, const struct wt_node *n, bool allowed)
{
	bool positive = false;

	if (n->kind == WT_NODE_NOT && !allowed) {
		fail(p, WT_ESYNTAX, n->offset,
		    "a negation needs something beside it to take away from");
		return;
	}
	for (const struct wt_node *c = n->child; c != NULL; c = c->next)
		positive = positive || c->kind != WT_NODE_NOT;
	for (const struct wt_node *c = n->child; c != NULL && p->err == WT_OK; c = c->next)
		check_negations(p, c, n->kind == WT_NODE_AND && positive);
}

int
wt_query_parse(struct wt_arena *arena, struct wt_span query, struct wt_node **root,
    struct wt_error *error)
{
	struct parser p = { .arena = arena, .error = error };
	size_t valid;

	*root = NULL;
	if (query.len > WT_QUERY_BYTES)
		return wt_error_set(error, WT_ELIMIT, WT_QUERY_BYTES, "a query has at most %zu bytes",
		    WT_QUERY_BYTES);
	if ((valid = wt_query_valid(query)) < query.len)
		return wt_error_set(error, WT_ESYNTAX, valid, "not valid UTF-8");
	p.query = wt_arena_copy(arena, query);
	if (arena->err != WT_OK)
		return wt_error_set(error, WT_ENOMEM, 0, "memory ran out");
	move_to(&p, 0);
	if (p.now.kind == WT_LEX_END)
		return wt_error_set(error, WT_ESYNTAX, p.now.offset, "the query is empty");
	if ((*root = parse_either(&p)) != NULL && p.now.kind == WT_LEX_CLOSE)
		fail(&p, WT_ESYNTAX, p.now.offset, "no parenthesis is open here");
	else if (*root != NULL && p.now.kind != WT_LEX_END)
		fail(&p, WT_ESYNTAX, p.now.offset, "%s cannot stand here", name_of(&p.now));
	if (p.err == WT_OK)
		check_negations(&p, *root, false);
	if (p.err != WT_OK)
		*root = NULL;
	return p.err;
}
