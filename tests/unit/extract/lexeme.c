/* What is kept of a word: the same as asking for it, in any order and however many there are. */
#include "extract/lexeme.h"
#include "dict/compile.h"
#include "dict/phrase.h"
#include "tests/check.h"
#include "tests/unit/extract/sentences.h"

#include <stdio.h>

#define MANY 300000u    /* different words: more than are kept */

struct tools {
	struct wt_dict *dict;
	struct wt_lexicon lexicon;
	struct wt_stemmer *stemmer;
	struct wt_word_lists lists;
	struct wt_date_finder *dates;
	struct wt_amount_finder *amounts;
	struct wt_lexemes *lexemes;
};

/* A token, and what its lexeme says. */
static const struct {
	const char *norm;
	enum wt_token_kind kind;
	const char *stem;
	bool stopword, verb, acts;
	enum wt_word_list list, not_list;
} rows[] = {
	{ "membangun", WT_TOKEN_WORD, "bangun", false, true, true, WT_WORD_LISTS, WT_LIST_NO_VERB },
	{ "pembangunannya", WT_TOKEN_WORD, "bangun", false, false, true, WT_WORD_LISTS, WT_LIST_WE },
	{ "menengah", WT_TOKEN_WORD, "tengah", false, false, false, WT_LIST_NO_VERB, WT_LIST_WE },
	{ "membangun", WT_TOKEN_ABBREVIATION, "membangun", false, false, false, WT_WORD_LISTS,
	    WT_LIST_WE },
	{ "bangun", WT_TOKEN_WORD, "bangun", false, false, false, WT_WORD_LISTS, WT_LIST_WE },
	{ "dibangun", WT_TOKEN_WORD, "bangun", false, true, true, WT_WORD_LISTS, WT_LIST_WE },
	{ "kami", WT_TOKEN_WORD, "kami", true, false, false, WT_LIST_WE, WT_LIST_POINTER },
	{ "untuk", WT_TOKEN_WORD, "untuk", true, false, false, WT_LIST_PURPOSE, WT_LIST_WE },
	{ "untuk", WT_TOKEN_WORD, "untuk", true, false, false, WT_LIST_LINK, WT_LIST_POINTER },
	{ "?", WT_TOKEN_PUNCT, "?", false, false, false, WT_LIST_QUESTION, WT_LIST_DEMAND },
	{ "zzyzx", WT_TOKEN_WORD, "zzyzx", false, false, false, WT_WORD_LISTS, WT_LIST_CRIME },
};

static struct wt_token
token(const char *norm, enum wt_token_kind kind)
{
	return (struct wt_token){ .norm = wt_span_of(norm), .kind = (uint8_t)kind };
}

static void
check_rows(const struct tools *u, const char *when)
{
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct wt_token t = token(rows[i].norm, rows[i].kind);
		const struct wt_lexeme *l = NULL;

		CHECK(wt_lexemes_find(u->lexemes, &t, 1, &l) == WT_OK && l != NULL &&
		    wt_span_is(l->norm, rows[i].norm) && wt_span_is(l->stem, rows[i].stem) &&
		    l->phrase.number == wt_dict_word(u->dict, t.norm) &&
		    l->pattern.number == wt_phrase_stem_number(u->dict, l->stem) &&
		    l->stopword == rows[i].stopword && l->verb == rows[i].verb &&
		    (l->begins >> WT_BEGINS_ACTION & 1) == rows[i].acts,
		    "%s, %s", rows[i].norm, when);
		CHECK((rows[i].list == WT_WORD_LISTS || (l->lists >> rows[i].list & 1) == 1) &&
		    (l->lists >> rows[i].not_list & 1) == 0, "%s, its lists, %s", rows[i].norm, when);
	}
}

/* Many words at once, then more calls: all have lexemes of their own, equal words the same one. */
static void
check_many(const struct tools *u)
{
	struct wt_token *tokens = calloc(MANY, sizeof *tokens);
	const struct wt_lexeme **found = calloc(MANY, sizeof *found);
	char (*words)[8] = calloc(MANY, sizeof *words);
	uint32_t wrong = 0;

	for (uint32_t i = 0; i < MANY; i++) {
		snprintf(words[i], sizeof words[i], "w%u", i % (MANY - 1));
		tokens[i] = token(words[i], WT_TOKEN_WORD);
	}
	CHECK(wt_lexemes_find(u->lexemes, tokens, MANY, found) == WT_OK, "many words");
	for (uint32_t i = 0; i < MANY; i++)
		wrong += !wt_span_is(found[i]->norm, words[i]);
	CHECK(wrong == 0 && found[0] == found[MANY - 1] && found[0] != found[1],
	    "each of many words has its own lexeme");
	check_rows(u, "after many words");
	free(words);
	free(found);
	free(tokens);
}

/* Tables of lists that are refused, and the word that the message names. */
static const struct {
	const char *text, *named;
} bad[] = {
	{ "list\twords\n", "accident" },
	{ "list\twords\nno such list\tkata\n", "no such list" },
	{ "list\twords\naccident\ttewas\n", "acts" },
};

static void
check_bad(void)
{
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
		const struct wt_dict_source source = { "word_lists", "word_lists.tsv",
		    wt_span_of(bad[i].text) };
		struct wt_error error = { 0 };
		struct wt_buf bytes = { 0 };
		struct wt_dict *d = NULL;
		struct wt_word_lists lists;

		CHECK(wt_dict_compile(&source, 1, NULL, 0, &bytes, &error) == WT_OK &&
		    wt_dict_open_bytes(wt_buf_span(&bytes), "bad", &d, &error) == WT_OK &&
		    wt_word_lists_open(d, &lists, &error) == WT_ENOENT &&
		    strstr(error.text, bad[i].named) != NULL, "refused: %s", error.text);
		wt_word_lists_close(&lists);
		wt_dict_close(d);
		wt_buf_free(&bytes);
	}
}

static bool
open_lexemes(struct tools *u)
{
	struct wt_error error = { 0 };

	if (wt_lexicon_open(u->dict, &u->lexicon, &error) != WT_OK ||
	    wt_date_finder_open(u->dict, &u->dates, &error) != WT_OK ||
	    wt_amount_finder_open(u->dict, &u->amounts, &error) != WT_OK)
		return false;
	u->lexemes = wt_lexemes_new(&(struct wt_lexeme_sources){ .lexicon = &u->lexicon, .stemmer = u->stemmer,
	    .lists = &u->lists, .dates = u->dates, .amounts = u->amounts });
	return u->lexemes != NULL;
}

int
main(int argc, char **argv)
{
	struct tools u = { 0 };
	struct wt_extractor *x = NULL;
	struct wt_error error = { 0 };

	(void)argc;
	if (!sentences_open(argv[0], &u.dict, &x))
		return check_done();
	CHECK(wt_stemmer_open(wt_dict_section(u.dict, "ROOT"), WT_STEM_WARTA, &u.stemmer, &error) == WT_OK &&
	    wt_word_lists_open(u.dict, &u.lists, &error) == WT_OK &&
	    open_lexemes(&u), "opened %s", error.text);
	check_rows(&u, "at first");
	check_rows(&u, "again");
	check_many(&u);
	check_bad();
	wt_lexemes_free(u.lexemes);
	wt_date_finder_close(u.dates);
	wt_amount_finder_close(u.amounts);
	wt_word_lists_close(&u.lists);
	wt_lexicon_close(&u.lexicon);
	wt_stemmer_close(u.stemmer);
	wt_extractor_close(x);
	wt_dict_close(u.dict);
	return check_done();
}
