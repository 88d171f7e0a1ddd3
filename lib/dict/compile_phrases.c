/*
 * compile_phrases.c - cells to phrases of the trie, behind compile_private.h.
 *
 * They are cut into words as the tokens of an article are, so that both agree.
 */
#include "dict/compile_private.h"
#include "dict/format.h"
#include "text/token.h"
#include "text/utf8.h"

#define STEM_COST 14            /* of a stem pattern, at most: 1 for a root, ... */
#define STEM_CLASS 5            /* ... 5 for a class, since the branches multiply */

static int
word_number(struct wt_compiler *c, struct wt_span word, uint32_t *number)
{
	int code = wt_table_intern(&c->words, word, number);

	(*number)++;
	return code;
}

static enum wt_phrase_case
case_of(const struct wt_token *tokens, uint32_t count, bool any_case)
{
	bool upper = true;
	size_t letters = 0;

	for (uint32_t i = 0; i < count; i++) {
		if (tokens[i].shape == WT_SHAPE_NONE)
			continue;
		upper = upper && tokens[i].shape == WT_SHAPE_UPPER;
		letters += tokens[i].norm.len;
	}
	if (upper && letters >= 2)
		return WT_CASE_UPPER;
	if (any_case || tokens[0].shape == WT_SHAPE_LOWER || tokens[0].shape == WT_SHAPE_NONE)
		return WT_CASE_ANY;
	return WT_CASE_CAPITAL;
}

static int
add_phrase(struct wt_compiler *c, const struct wt_phrase_spec *spec, const struct wt_compile_row *r,
    struct wt_span phrase, uint32_t row)
{
	struct wt_token *tokens;
	uint32_t count, node = 0, number;
	int code;

	wt_arena_reset(&c->scratch);
	if ((code = wt_tokenize(&c->scratch, phrase, &tokens, &count)) != WT_OK || count == 0)
		return code;
	if (count > WT_DICT_PHRASE_WORDS)
		return wt_compile_refuse(c, r, "a phrase of too many words", phrase);
	for (uint32_t i = 0; i < count; i++)
		if ((code = word_number(c, tokens[i].norm, &number)) != WT_OK ||
		    (code = wt_trie_step(&c->trie, node, number, &node)) != WT_OK)
			return code;
	return wt_trie_add(&c->trie, node, spec->kind, case_of(tokens, count, spec->any_case), row);
}

/* "Program Keluarga Harapan (PKH)": the part before the brackets, or the whole. */
static struct wt_span
before_brackets(struct wt_span phrase)
{
	const char *open = phrase.len == 0 || phrase.at[phrase.len - 1] != ')' ? NULL :
	    memchr(phrase.at, '(', phrase.len);

	return open == NULL || open == phrase.at ? phrase :
	    wt_span_trim(wt_span_make(phrase.at, (size_t)(open - phrase.at)));
}

/* The roots of an action class, or an empty span. */
static struct wt_span
class_roots(struct wt_compiler *c, struct wt_span class)
{
	const struct wt_compile_sheet *s = wt_compile_sheet(c, "programme_actions");

	if (s != NULL && s->columns >= 2)
		for (size_t i = 0; i < s->nrows; i++)
			if (wt_span_eq(s->rows[i]->cells[0], class))
				return s->rows[i]->cells[1];
	return wt_span_make("", 0);
}

static int
step_root(struct wt_compiler *c, uint32_t node, struct wt_span root, uint32_t *next)
{
	char key[WT_DICT_WORD_BYTES];
	uint32_t number;
	int code;

	root = wt_span_trim(root);
	if (root.len == 0 || root.len + 1 > sizeof key)
		return WT_EINVAL;
	key[0] = WT_DICT_STEM_MARK;
	memcpy(key + 1, root.at, root.len);
	if ((code = word_number(c, wt_span_make(key, root.len + 1), &number)) != WT_OK)
		return code;
	return wt_trie_step(&c->trie, node, number, next);
}

/* Add a stem pattern from `rest` on behind `node`, which may cost `left` at most; a class branches. */
static int
add_stems(struct wt_compiler *c, const struct wt_compile_row *r, uint32_t node, struct wt_span rest, int left,
    enum wt_phrase_kind kind, uint32_t row)
{
	struct wt_span part, root;
	uint32_t next;
	int code;

	do {
		if (!wt_span_cut(&rest, ' ', &part))
			return wt_trie_add(&c->trie, node, kind, WT_CASE_ANY, row);
	} while (part.len == 0);
	if ((left -= part.at[0] == '{' ? STEM_CLASS : 1) < 0)
		return wt_compile_refuse(c, r, "a pattern of too many words, at", part);
	if (part.at[0] != '{') {
		code = step_root(c, node, part, &next);
		return code == WT_EINVAL ? wt_compile_refuse(c, r, "not a root", part) :
		    code != WT_OK ? code : add_stems(c, r, next, rest, left, kind, row);
	}
	if (part.len < 3 || part.at[part.len - 1] != '}')
		return wt_compile_refuse(c, r, "a class is not closed", part);
	struct wt_span roots = class_roots(c, wt_span_make(part.at + 1, part.len - 2));
	if (roots.len == 0)
		return wt_compile_refuse(c, r, "no such class in programme_actions.tsv", part);
	while (wt_span_cut(&roots, '|', &root)) {
		if ((code = step_root(c, node, root, &next)) != WT_OK ||
		    (code = add_stems(c, r, next, rest, left, kind, row)) != WT_OK)
			return code == WT_EINVAL ? wt_compile_refuse(c, r, "an empty root in class",
			    part) : code;
	}
	return WT_OK;
}

static int
add_cell(struct wt_compiler *c, const struct wt_phrase_spec *spec, const struct wt_compile_row *r,
    struct wt_span cell, uint32_t row)
{
	struct wt_span phrase, plain;
	int code = WT_OK;

	while (code == WT_OK && wt_span_cut(&cell, '|', &phrase)) {
		phrase = wt_span_trim(phrase);
		if (phrase.len == 0)
			continue;
		if (spec->stems) {
			code = add_stems(c, r, 0, phrase, STEM_COST, spec->kind, row);
			continue;
		}
		code = add_phrase(c, spec, r, phrase, row);
		plain = before_brackets(phrase);
		if (code == WT_OK && plain.len < phrase.len)
			code = add_phrase(c, spec, r, plain, row);
	}
	return code;
}

int
wt_compile_phrases(struct wt_compiler *c, const struct wt_phrase_spec *spec)
{
	struct wt_compile_sheet *s = wt_compile_sheet(c, spec->table);
	int code = WT_OK, column = -1;

	if (s == NULL)
		return WT_OK;
	for (unsigned i = 0; i < s->columns; i++)
		if (wt_span_is(s->header[i], spec->column))
			column = (int)i;
	if (column < 0)
		return wt_error_set(c->error, WT_ESYNTAX, 1, "%s:1: no column named %s", s->path,
		    spec->column);
	for (size_t i = 0; i < s->nrows && code == WT_OK; i++)
		code = add_cell(c, spec, s->rows[i], s->rows[i]->cells[column], (uint32_t)i);
	return code;
}
