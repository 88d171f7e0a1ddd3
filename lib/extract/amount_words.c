/* amount_words.c - the table behind amount_words.h. */
#include "extract/amount_words.h"
#include "extract/amount.h"
#include "extract/date_words.h"
#include "base/buf.h"
#include "base/table.h"

#include <stdlib.h>

#define ENTRY_MAX 48            /* bytes of an entry */
#define WORDS_MAX 5             /* words of an entry */

struct wt_amount_words {
	struct wt_table keys;
	struct wt_amount_word *items;   /* by the number of the key */
	size_t cap;
	uint64_t filter[WT_DATE_KEYS / 64];
	uint32_t kinds[256];            /* of all entries that begin with this byte */
	uint64_t lengths[256];          /* bit n at c: an entry of n bytes begins with c */
};

static const struct {
	const char *kind;
	uint32_t bits;
} kinds[] = {
	{ "currency", WT_UNITS_CURRENCY }, { "money", WT_UNITS_MONEY },
	{ "percent", WT_UNITS_PERCENT }, { "measure", WT_UNITS_MEASURE },
	{ "count", WT_UNITS_COUNT }, { "scale", WT_UNITS_SCALE },
	{ "scale-about", WT_UNITS_SCALE_ABOUT }, { "scale-short", WT_UNITS_SCALE_SHORT },
	{ "number", WT_UNITS_NUMBER }, { "tens", WT_UNITS_TENS }, { "teens", WT_UNITS_TEENS },
	{ "hundreds", WT_UNITS_HUNDREDS }, { "modifier", WT_UNITS_MODIFIER },
	{ "after", WT_UNITS_AFTER }, { "range", WT_UNITS_RANGE },
	{ "between", WT_UNITS_BETWEEN }, { "not-before", WT_UNITS_NOT_BEFORE },
};

static uint8_t
modifier(struct wt_span name)
{
	for (int i = WT_AMOUNT_ABOUT; i <= WT_AMOUNT_MOST; i++)
		if (wt_span_is(name, wt_amount_modifier_name(i)))
			return (uint8_t)i;
	return WT_AMOUNT_EXACT;
}

static int32_t
whole(struct wt_span s)
{
	int32_t n = 0;

	for (size_t i = 0; i < s.len && i < 7; i++)
		if (s.at[i] >= '0' && s.at[i] <= '9')
			n = n * 10 + (s.at[i] - '0');
	return n;
}

static int
add(struct wt_amount_words *w, const struct wt_table_rows *row, struct wt_error *error)
{
	struct wt_amount_word *grown, *item;
	uint32_t id, before = w->keys.count, bits = 0;
	struct wt_span key = row->cell[0];

	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
		if (wt_span_is(row->cell[1], kinds[i].kind))
			bits = kinds[i].bits;
	if (bits == 0 || key.len == 0 || key.len > ENTRY_MAX)
		return wt_error_set(error, WT_ESYNTAX, row->line,
		    "amount_units:%u: unknown kind, or not a word of 1 to %d bytes", row->line,
		    ENTRY_MAX);
	if (wt_table_intern(&w->keys, key, &id) != WT_OK)
		return WT_ENOMEM;
	grown = wt_grow(w->items, &w->cap, (size_t)id + 1, sizeof *grown);
	if (grown == NULL)
		return WT_ENOMEM;
	w->items = grown;
	item = &w->items[id];
	if (id == before)
		*item = (struct wt_amount_word){ 0 };
	if (bits == WT_UNITS_RANGE && wt_span_is(row->cell[2], "2"))
		bits = WT_UNITS_RANGE_AND;
	item->kinds |= bits;
	if (bits & (WT_UNITS_UNIT | WT_UNITS_CURRENCY))
		item->unit = row->cell[2];
	if (bits & (WT_UNITS_SCALES | WT_UNITS_SCALE_SHORT | WT_UNITS_NUMBERS))
		item->number = whole(row->cell[2]);
	if (bits & (WT_UNITS_MODIFIER | WT_UNITS_AFTER))
		item->modifier = modifier(row->cell[2]);
	w->kinds[(uint8_t)key.at[0]] |= bits;
	w->lengths[(uint8_t)key.at[0]] |= UINT64_C(1) << key.len;
	if ((bits & WT_UNITS_NUMBER) && key.len >= 3) {
		unsigned bit = wt_date_letters_key((const unsigned char *)key.at);

		w->filter[bit / 64] |= UINT64_C(1) << bit % 64;
	}
	return WT_OK;
}

int
wt_amount_words_open(const struct wt_table_source *source, struct wt_amount_words **out,
    struct wt_error *error)
{
	static const char *const columns[] = { "word", "kind", "value", NULL };
	struct wt_amount_words *w = calloc(1, sizeof *w);
	struct wt_table_rows *rows = calloc(1, sizeof *rows);
	int code = WT_ENOMEM;

	if (w != NULL && rows != NULL)
		code = wt_table_rows_open(rows, source, columns, error);
	while (code == WT_OK && (code = wt_table_rows_next(rows, error)) == 1)
		code = add(w, rows, error);
	free(rows);
	if (code != WT_OK) {
		wt_amount_words_close(w);
		w = NULL;
	}
	*out = w;
	return code;
}

void
wt_amount_words_close(struct wt_amount_words *w)
{
	if (w == NULL)
		return;
	wt_table_free(&w->keys);
	free(w->items);
	free(w);
}

static char
lower(char c)
{
	return (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
}

const struct wt_amount_word *
wt_amount_words_find(const struct wt_amount_words *w, struct wt_span word)
{
	char key[ENTRY_MAX];
	uint32_t id;

	if (word.len == 0 || word.len > sizeof key ||
	    (w->lengths[(uint8_t)lower(word.at[0])] >> word.len & 1) == 0)
		return NULL;
	for (size_t i = 0; i < word.len; i++)
		key[i] = lower(word.at[i]);
	id = wt_table_find(&w->keys, wt_span_make(key, word.len));
	return id == WT_NO_ID ? NULL : &w->items[id];
}

static bool
letter(char c)
{
	return (unsigned)(c | 32) - 'a' < 26;
}

/* Where a word ends that begins at `at`: letters, and marks such as % or /. */
static size_t
word_end(struct wt_span text, size_t at)
{
	size_t start = at;

	while (at < text.len && (letter(text.at[at]) || (unsigned char)text.at[at] >= 0x80 ||
	    ((text.at[at] == '/' || text.at[at] == '-') && at > start && at + 1 < text.len &&
	    letter(text.at[at + 1])) || (at > start && (text.at[at] == '2' || text.at[at] == '3') &&
	    letter(text.at[at - 1]))))
		at++;
	if (at == start && at < text.len && text.at[at] != ' ')
		at++;
	return at;
}

const struct wt_amount_word *
wt_amount_words_at(const struct wt_amount_words *w, struct wt_span text, size_t at,
    uint32_t wanted, size_t *end)
{
	const struct wt_amount_word *best = NULL;
	size_t start = at;
	uint64_t lengths;

	if (at >= text.len || (w->kinds[(uint8_t)lower(text.at[at])] & wanted) == 0)
		return NULL;
	lengths = w->lengths[(uint8_t)lower(text.at[at])];
	for (int i = 0; i < WORDS_MAX && at < text.len; i++) {
		const struct wt_amount_word *word;
		size_t stop = word_end(text, at);

		/* No entry that begins so is as long as this or longer. */
		if (stop == at || stop - start > ENTRY_MAX || lengths >> (stop - start) == 0)
			break;
		word = wt_amount_words_find(w, wt_span_make(text.at + start, stop - start));
		if (word != NULL && (word->kinds & wanted)) {
			best = word;
			*end = stop;
		}
		if (stop >= text.len || text.at[stop] != ' ')
			break;
		at = stop + 1;
	}
	return best;
}

const uint64_t *
wt_amount_words_filter(const struct wt_amount_words *w)
{
	return w->filter;
}
