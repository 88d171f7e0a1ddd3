/* word_lists.c - the table word_lists, behind word_lists.h. */
#include "extract/word_lists.h"
#include "base/buf.h"

#include <stdlib.h>

_Static_assert(WT_WORD_LISTS <= 64, "a list is a bit");

/* In the order of enum wt_word_list. */
static const char *const names[WT_WORD_LISTS] = {
	"accident", "acts", "aim", "alias", "any quote", "area", "auxiliary", "body", "calls",
	"clause", "clause start", "counter", "crime", "demand", "direction", "election",
	"explains", "filler", "first number", "former", "goes on", "government", "holds", "hollow",
	"hollow alone", "house", "joint", "landmark", "level", "link", "market", "measure",
	"money", "money source", "name end", "no verb", "object end", "particle", "past",
	"place word", "pointer", "preposition", "private", "purpose", "question", "quote mark",
	"role", "seat", "set aside", "short name", "sport", "stage", "subject", "subject end", "target",
	"time past", "trouble", "turn", "war", "we", "where",
};

/* A list that no rule asks for is a mistake, and one without words would silence a rule. */
static int
name_list(struct wt_span name, uint32_t line, enum wt_word_list *list, struct wt_error *error)
{
	for (int i = 0; i < WT_WORD_LISTS; i++) {
		if (wt_span_is(name, names[i])) {
			*list = (enum wt_word_list)i;
			return WT_OK;
		}
	}
	return wt_error_set(error, WT_ENOENT, line, "word_lists.tsv:%u: no rule asks for a list \"%.*s\"",
	    line, (int)(name.len > 60 ? 60 : name.len), name.at);
}

static int
add_words(struct wt_word_lists *l, struct wt_span words, enum wt_word_list list)
{
	struct wt_span word;

	while (wt_span_cut(&words, '|', &word)) {
		uint32_t before = l->words.count, id = 0;
		uint64_t *grown;
		int code = wt_table_intern(&l->words, wt_span_trim(word), &id);

		if (code != WT_OK)
			return code;
		if ((grown = wt_grow(l->bits, &l->bits_cap, (size_t)id + 1, sizeof *grown)) == NULL)
			return WT_ENOMEM;
		l->bits = grown;
		if (l->words.count > before)
			l->bits[id] = 0;
		l->bits[id] |= UINT64_C(1) << list;
	}
	return WT_OK;
}

int
wt_word_lists_open(const struct wt_dict *dict, struct wt_word_lists *out, struct wt_error *error)
{
	int table = wt_dict_table(dict, "word_lists"), name = wt_dict_column(dict, table, "list");
	int words = wt_dict_column(dict, table, "words"), code;
	uint64_t filled = 0;

	*out = (struct wt_word_lists){ 0 };
	for (uint32_t row = 0; row < wt_dict_rows(dict, table); row++) {
		enum wt_word_list list = WT_WORD_LISTS;

		if ((code = name_list(wt_dict_cell(dict, table, row, name), wt_dict_line(dict, table, row),
		    &list, error)) != WT_OK)
			return code;
		if (add_words(out, wt_dict_cell(dict, table, row, words), list) != WT_OK)
			return wt_error_set(error, WT_ENOMEM, 0, "out of memory");
		filled |= UINT64_C(1) << list;
	}
	for (int i = 0; i < WT_WORD_LISTS; i++)
		if ((filled >> i & 1) == 0)
			return wt_error_set(error, WT_ENOENT, 0,
			    "the dictionary has no word list \"%s\"; make it again with `warta dict`", names[i]);
	return WT_OK;
}

void
wt_word_lists_close(struct wt_word_lists *l)
{
	wt_table_free(&l->words);
	free(l->bits);
	*l = (struct wt_word_lists){ 0 };
}

uint64_t
wt_word_lists_of(const struct wt_word_lists *l, struct wt_span word)
{
	uint32_t id = wt_table_find(&l->words, word);

	return id == WT_NO_ID ? 0 : l->bits[id];
}
