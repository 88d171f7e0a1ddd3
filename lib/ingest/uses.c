/* uses.c - behind uses.h. */
#include "ingest/uses.h"
#include "base/buf.h"
#include "extract/lexeme.h"
#include "text/document.h"

#include <stdlib.h>

#define TITLE_GAP 8u            /* positions between title and text, so that no phrase spans them */
#define AHEAD 8u
#define KNOWN_MOST ((size_t)1 << 19)    /* words whose room is kept when they are forgotten */

/* A word with its terms, each behind the mark of titles: "Tbangun", "T=pembangunan". */
struct wt_known_word {
	const char *term, *form;        /* in the arena */
	uint8_t term_len, form_len;     /* with the mark */
	uint8_t kind;                   /* enum wt_token_kind of who asked */
	struct wt_use_note text, title;
};

/* A part of an article's tokens. */
struct part {
	const struct wt_token *tokens;
	const struct wt_lexeme *const *lexemes;
	uint32_t count, base;           /* base: the position of its first word */
	uint32_t from, to;              /* bytes in which words are the title's too */
};

void
wt_uses_free(struct wt_uses *u)
{
	free(u->at);
	free(u->known);
	wt_arena_free(&u->words);
	*u = (struct wt_uses){ 0 };
}

static int
push(struct wt_uses *u, const struct wt_use *use)
{
	struct wt_use *at = wt_grow(u->at, &u->cap, u->count + 1, sizeof *at);

	if (at == NULL)
		return WT_ENOMEM;
	u->at = at;
	at[u->count++] = *use;
	return WT_OK;
}

/* A use, and of a word of the title a second one; in order of terms, as the build wants them. */
static int
push_both(struct wt_uses *u, const struct wt_use *text, const struct wt_use *title)
{
	bool before = text->term.len > 0 && text->term.at[0] < WT_TERM_TITLE;
	int code = push(u, before ? text : title);

	return code == WT_OK ? push(u, before ? title : text) : code;
}

/* ---- words that are known by number ---- */

static void
forget(struct wt_uses *u, uint32_t age)
{
	if (u->known_cap > KNOWN_MOST) {
		free(u->known);
		u->known = NULL;
		u->known_cap = 0;
	}
	if (u->known_cap > 0)
		memset(u->known, 0, u->known_cap * sizeof *u->known);
	wt_arena_reset(&u->words);
	u->age = age;
}

static int
make_room(struct wt_uses *u, uint32_t number)
{
	size_t had = u->known_cap;
	struct wt_known_word **known;

	if (number < had)
		return WT_OK;
	if ((known = wt_grow(u->known, &u->known_cap, (size_t)number + 1, sizeof *known)) == NULL)
		return WT_ENOMEM;
	memset(known + had, 0, (u->known_cap - had) * sizeof *known);
	u->known = known;
	return WT_OK;
}

/* The word of a token; NULL without memory. */
static struct wt_known_word *
find(struct wt_uses *u, const struct wt_token *t, const struct wt_lexeme *lexeme)
{
	struct wt_known_word *k;
	struct wt_span term, form;
	struct wt_word w;

	if (make_room(u, lexeme->number) != WT_OK)
		return NULL;
	if ((k = u->known[lexeme->number]) != NULL && k->kind == t->kind)
		return k;
	if (wt_analyse_token(u->analyser, &u->words, t, &w) != WT_OK)
		return NULL;
	term = wt_analyse_title(&u->words, w.term);
	form = wt_analyse_title(&u->words, w.form);
	k = wt_arena_alloc(&u->words, sizeof *k);
	if (u->words.err != WT_OK)
		return NULL;
	*k = (struct wt_known_word){ .term = term.at, .form = form.at, .kind = t->kind,
	    .term_len = (uint8_t)term.len, .form_len = (uint8_t)form.len };
	u->known[lexeme->number] = k;
	return k;
}

static int
add_token(struct wt_uses *u, const struct part *p, uint32_t i, uint32_t position)
{
	const struct wt_token *t = &p->tokens[i];
	struct wt_known_word *k = find(u, t, p->lexemes[i]);
	struct wt_use text, title;

	if (k == NULL)
		return WT_ENOMEM;
	text = (struct wt_use){ wt_span_make(k->term + 1, k->term_len - 1u),
	    wt_span_make(k->form + 1, k->form_len - 1u), position, &k->text };
	if (t->start < p->from || t->start >= p->to)
		return push(u, &text);
	title = (struct wt_use){ wt_span_make(k->term, k->term_len),
	    wt_span_make(k->form, k->form_len), position, &k->title };
	return push_both(u, &text, &title);
}

/* Memory is slow beside the rest: call for what tokens to come lead to, in two steps. */
static void
call_ahead(const struct wt_uses *u, const struct part *p, uint32_t i)
{
	uint32_t number;

	if (p->count - i <= 2 * AHEAD)
		return;
	if ((number = p->lexemes[i + 2 * AHEAD]->number) < u->known_cap)
		__builtin_prefetch(&u->known[number]);
	if ((number = p->lexemes[i + AHEAD]->number) < u->known_cap && u->known[number] != NULL)
		__builtin_prefetch(u->known[number]);
}

static int
add_part(struct wt_uses *u, const struct part *p)
{
	uint32_t words = 0;
	int code = WT_OK;

	for (uint32_t i = 0; i < p->count && code == WT_OK; i++) {
		call_ahead(u, p, i);
		if (p->tokens[i].kind == WT_TOKEN_PUNCT)
			continue;
		if (p->base + words < WT_POSITION_MAX)
			code = add_token(u, p, i, p->base + words);
		words++;
	}
	u->length = p->base + words;
	return code;
}

int
wt_uses_make(struct wt_uses *u, const struct wt_result *r)
{
	const struct wt_document *d = r->document;
	struct part title = { d->tokens, r->lexemes, 0, 0, 0, UINT32_MAX };
	struct part text = { d->tokens, r->lexemes, d->ntokens, 0, 0, 0 };
	int code;

	u->count = 0;
	u->length = 0;
	if (u->age != r->lexeme_age)
		forget(u, r->lexeme_age);
	if (r->title_inside) {
		text.from = (uint32_t)(r->title.at - r->text.at);
		text.to = text.from + (uint32_t)r->title.len;
		return add_part(u, &text);
	}
	while (title.count < d->ntokens && d->tokens[title.count].start < d->body_start)
		title.count++;
	code = add_part(u, &title);
	text.tokens += title.count;
	text.lexemes += title.count;
	text.count -= title.count;
	text.base = u->length == 0 ? 0 : u->length + TITLE_GAP;
	return code == WT_OK ? add_part(u, &text) : code;
}
