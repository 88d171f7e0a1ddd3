/*
 * named.c - behind named.h.
 *
 * A name that cannot have the first word is passed over by a look at its letters: a root
 * stands in its derivations but for its first letter (tata in penataan, sapu in menyapu).
 */
#include "query/named.h"
#include "text/utf8.h"

struct search {
	const struct wt_dict *dict;
	struct wt_analyser *analyser;
	struct wt_arena scratch;
	const struct wt_word *words;
	size_t word_count;
	struct wt_span letters;         /* that a name must have; may be empty */
};

static bool
has_letters(struct wt_span text, struct wt_span letters)
{
	for (size_t i = 0; i + letters.len <= text.len; i++)
		if (letters.len == 0 || memcmp(text.at + i, letters.at, letters.len) == 0)
			return true;
	return false;
}

/* Does a name have all words? */
static int
ask_name(struct search *s, struct wt_span name, bool *yes)
{
	struct wt_word *words;
	size_t count, found = 0;
	int code;

	*yes = false;
	wt_arena_reset(&s->scratch);
	if (!has_letters(wt_utf8_lower(&s->scratch, name), s->letters))
		return s->scratch.err;
	if ((code = wt_analyse_words(s->analyser, &s->scratch, name, &words, &count)) != WT_OK)
		return code;
	for (size_t i = 0; i < s->word_count; i++) {
		size_t k = 0;

		while (k < count && !wt_span_eq(words[k].term, s->words[i].term))
			k++;
		found += k < count;
	}
	*yes = found == s->word_count;
	return WT_OK;
}

static int
ask_row(struct search *s, struct wt_span name, struct wt_span variants, bool *yes)
{
	struct wt_span variant;
	int code = ask_name(s, name, yes);

	while (code == WT_OK && !*yes && wt_span_cut(&variants, '|', &variant))
		code = ask_name(s, variant, yes);
	return code;
}

int
wt_programmes_named(const struct wt_dict *dict, struct wt_analyser *analyser,
    struct wt_arena *arena, const struct wt_word *words, size_t word_count, struct wt_span **ids,
    size_t *count)
{
	struct search s = { .dict = dict, .analyser = analyser, .words = words,
	    .word_count = word_count };
	int table = wt_dict_table(dict, "programmes");
	int key = wt_dict_column(dict, table, "programme_id");
	int name = wt_dict_column(dict, table, "name"), variants = wt_dict_column(dict, table, "variants");
	uint32_t rows = wt_dict_rows(dict, table);
	int code = WT_OK;

	*count = 0;
	if ((*ids = wt_arena_array(arena, rows + (size_t)1, sizeof **ids)) == NULL)
		return WT_ENOMEM;
	if (word_count > 0 && words[0].term.len > 3)
		s.letters = wt_span_make(words[0].term.at + 1, words[0].term.len - 1);
	for (uint32_t row = 0; row < rows && code == WT_OK && word_count > 0; row++) {
		bool yes;

		code = ask_row(&s, wt_dict_cell(dict, table, row, name),
		    wt_dict_cell(dict, table, row, variants), &yes);
		if (code == WT_OK && yes)
			(*ids)[(*count)++] = wt_dict_cell(dict, table, row, key);
	}
	wt_arena_free(&s.scratch);
	return code;
}
