/*
 * analyse.c - words of a text, behind analyse.h.
 */
#include "analyse/analyse.h"
#include "analyse/analyse_private.h"
#include "stem/stem.h"
#include "text/token.h"
#include "text/utf8.h"


#include <stdlib.h>

#define LONGEST 200             /* bytes of a word; the rest of a longer one is left out */

int
wt_analyser_open(const struct wt_dict *dict, struct wt_analyser **out, struct wt_error *error)
{
	struct wt_analyser *an = calloc(1, sizeof *an);
	int code;

	*out = NULL;
	if (an == NULL)
		return wt_error_set(error, WT_ENOMEM, 0, "memory ran out");
	an->dict = dict;
	if ((code = wt_stemmer_open_warta(wt_dict_section(dict, "ROOT"), &an->stemmer, error)) != WT_OK ||
	    (code = wt_dict_error(dict, error)) != WT_OK) {
		wt_analyser_close(an);
		return code;
	}
	*out = an;
	return WT_OK;
}

void
wt_analyser_close(struct wt_analyser *an)
{
	if (an == NULL)
		return;
	wt_stemmer_close(an->stemmer);
	free(an);
}

/* At most LONGEST bytes, cut between characters. */
static struct wt_span
shorten(struct wt_span s)
{
	if (s.len <= LONGEST)
		return s;
	s.len = LONGEST;
	while (s.len > 0 && ((unsigned char)s.at[s.len] & 0xc0) == 0x80)
		s.len--;
	return s;
}

/* A token's norm as a word: without the full stops behind an abbreviation. */
static struct wt_span
norm_of(const struct wt_token *t)
{
	struct wt_span norm = t->norm;

	if (t->kind == WT_TOKEN_ABBREVIATION)
		while (norm.len > 1 && norm.at[norm.len - 1] == '.')
			norm.len--;
	return shorten(norm);
}

/* A mark and a word, in the arena. */
static struct wt_span
marked(struct wt_arena *arena, char mark, struct wt_span word)
{
	char *at = wt_arena_alloc(arena, word.len + 1);

	if (at == NULL)
		return wt_span_make("", 0);
	at[0] = mark;
	memcpy(at + 1, word.at, word.len);
	return wt_span_make(at, word.len + 1);
}

int
wt_analyse_token(struct wt_analyser *an, struct wt_arena *arena, const struct wt_token *t,
    struct wt_word *w)
{
	struct wt_span norm = norm_of(t), stem = norm;
	int code = WT_OK;

	if (t->kind == WT_TOKEN_WORD)
		code = wt_stem(an->stemmer, norm, 0, &stem);
	w->position = 0;
	w->start = t->start;
	w->end = t->end;
	w->form = marked(arena, WT_TERM_FORM, norm);
	w->stopword = wt_stem_is_stopword(an->stemmer, norm);
	if (wt_span_eq(stem, norm) && w->form.len > 0)
		w->term = wt_span_make(w->form.at + 1, norm.len);
	else
		w->term = wt_arena_copy(arena, shorten(stem));
	return code != WT_OK ? code : arena->err;
}

int
wt_analyse_words(struct wt_analyser *an, struct wt_arena *arena, struct wt_span text,
    struct wt_word **words, size_t *count)
{
	struct wt_token *tokens;
	uint32_t ntokens;
	int code;

	*count = 0;
	if ((code = wt_tokenize(arena, text, &tokens, &ntokens)) != WT_OK)
		return code;
	if ((*words = wt_arena_array(arena, (size_t)ntokens + 1, sizeof **words)) == NULL)
		return WT_ENOMEM;
	for (uint32_t i = 0; i < ntokens; i++) {
		struct wt_word *w = &(*words)[*count];

		if (tokens[i].kind == WT_TOKEN_PUNCT)
			continue;
		if ((code = wt_analyse_token(an, arena, &tokens[i], w)) != WT_OK)
			return code;
		w->position = (uint32_t)*count;
		(*count)++;
	}
	return WT_OK;
}

int
wt_analyse_spell(struct wt_analyser *an, struct wt_arena *arena, struct wt_span word,
    const char *mark, struct wt_span *spelt)
{
	struct wt_span clean;
	uint32_t replaced;
	int code;

	(void)an;
	if ((code = wt_utf8_clean(arena, word, &clean, &replaced)) != WT_OK)
		return code;
	clean = shorten(wt_utf8_lower(arena, clean));
	*spelt = wt_arena_printf(arena, "%s%.*s", mark, (int)clean.len, clean.at);
	return arena->err;
}

struct wt_span
wt_analyse_title(struct wt_arena *arena, struct wt_span term)
{
	return marked(arena, WT_TERM_TITLE, term);
}
