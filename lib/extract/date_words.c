/*
 * date_words.c - an open hash table of the words of dates.
 *
 * There are a few hundred words; the table has four times as many slots, so
 * that a word of the text that is none of them is told apart at once.
 */
#include "extract/date_words.h"
#include "base/arena.h"
#include "base/bytes.h"

#include <stdlib.h>

struct wt_date_vocabulary {
	struct wt_date_word *slots;
	uint32_t mask, count;
	uint64_t filter[WT_DATE_FILTER_BITS / 64];
	uint16_t lengths[WT_DATE_KEYS];
	struct wt_arena bytes;
};

static const struct {
	const char *kind, *value;       /* value NULL: a number */
	uint32_t cue;
	uint8_t meaning;
} kinds[] = {
	{ "daypart", NULL, WT_CUE_DAYPART | WT_CUE_TRIGGER, 0 }, { "zone", NULL, WT_CUE_ZONE, 0 },
	{ "clock", NULL, WT_CUE_CLOCK | WT_CUE_TRIGGER, 0 }, { "range", "1", WT_CUE_RANGE, 0 },
	{ "range", "2", WT_CUE_AND, 0 }, { "lead", NULL, WT_CUE_LEAD, 0 },
	{ "era", "hijri", WT_CUE_HIJRI, 0 }, { "era", "common", WT_CUE_COMMON, 0 },
	{ "term", "year", WT_CUE_TERM | WT_CUE_TRIGGER, 0 }, { "term", "budget", WT_CUE_BUDGET, 0 },
	{ "law", NULL, WT_CUE_LAW, 0 }, { "number-sign", NULL, WT_CUE_NUMBER, 0 },
	{ "street", NULL, WT_CUE_STREET, 0 }, { "every", NULL, WT_CUE_EVERY, 0 },
	{ "future", NULL, WT_CUE_FUTURE, 0 }, { "span", NULL, WT_CUE_SPAN, 0 },
	{ "count", NULL, WT_CUE_COUNT, 0 }, { "counted", NULL, WT_CUE_COUNTED, 0 },
};

/* Lower case without apostrophes: the length, or 0 if it is too long. */
static size_t
fold(const char *at, size_t len, char out[WT_DATE_WORD_MAX])
{
	size_t n = 0;

	for (size_t i = 0; i < len; i++) {
		char c = at[i];

		if (c == '\'' || c == '`')
			continue;
		if (c == '\xe2' && i + 2 < len && at[i + 1] == '\x80') {
			i += 2;
			continue;
		}
		if (n == WT_DATE_WORD_MAX)
			return 0;
		out[n++] = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
	}
	return n;
}

static uint32_t
hash(const char *at, size_t len)
{
	uint32_t h = 2166136261u;

	for (size_t i = 0; i < len; i++)
		h = (h ^ (unsigned char)at[i]) * 16777619u;
	return h ^ h >> 15;
}

static struct wt_date_word *
slot(const struct wt_date_vocabulary *v, const char *at, size_t len)
{
	for (uint32_t i = hash(at, len);; i++) {
		struct wt_date_word *word = &v->slots[i & v->mask];

		if (word->key.len == 0 ||
		    (word->key.len == len && memcmp(word->key.at, at, len) == 0))
			return word;
	}
}

static int
resize(struct wt_date_vocabulary *v, uint32_t slots)
{
	struct wt_date_word *old = v->slots, *fresh = calloc(slots, sizeof *fresh);
	uint32_t count = old == NULL ? 0 : v->mask + 1;

	if (fresh == NULL)
		return WT_ENOMEM;
	v->slots = fresh;
	v->mask = slots - 1;
	for (uint32_t i = 0; i < count; i++)
		if (old[i].key.len > 0)
			*slot(v, old[i].key.at, old[i].key.len) = old[i];
	free(old);
	return WT_OK;
}

/* The entry of a word, made if need be; NULL without memory or if it is no word. */
static struct wt_date_word *
enter(struct wt_date_vocabulary *v, struct wt_span text)
{
	char folded[WT_DATE_WORD_MAX];
	size_t len = fold(text.at, text.len, folded);
	struct wt_date_word *word;

	if (len == 0)
		return NULL;
	if (v->count * 4 >= v->mask && resize(v, (v->mask + 1) * 2) != WT_OK) {
		v->bytes.err = WT_ENOMEM;
		return NULL;
	}
	word = slot(v, folded, len);
	if (word->key.len == 0) {
		struct wt_span key = wt_arena_copy(&v->bytes, wt_span_make(folded, len));

		if (v->bytes.err != WT_OK)
			return NULL;
		*word = (struct wt_date_word){
			.key = key, .number = -1, .direction = WT_NO_DIRECTION
		};
		v->count++;
	}
	return word;
}

static int
named(struct wt_span value, const char *const *names)
{
	for (int i = 1; names[i] != NULL; i++)
		if (wt_span_is(value, names[i]))
			return i;
	return 0;
}

static int
whole(struct wt_span value)
{
	bool minus = value.len > 0 && value.at[0] == '-';
	int n = 0;

	for (size_t i = minus; i < value.len && i < 5; i++)
		if (value.at[i] >= '0' && value.at[i] <= '9')
			n = n * 10 + (value.at[i] - '0');
	return minus ? -n : n;
}

/* Give a word one of the meanings that have a field; false if the kind is none of them. */
static bool
mean(struct wt_date_word *word, struct wt_span kind, struct wt_span value)
{
	static const char *const units[] =
	    { "", "day", "week", "month", "year", "decade", "century", NULL };
	static const char *const periods[] = { "", "quarter", "third", "half", NULL };
	static const char *const parts[] = { "", "start", "middle", "end", NULL };
	bool trigger = true;
	int n = whole(value);

	if (wt_span_is(kind, "weekday") && n >= 1 && n <= 7)
		word->weekday = (uint8_t)n;
	else if (wt_span_is(kind, "month") && n >= 1 && n <= 12)
		word->month = (uint8_t)n;
	else if (wt_span_is(kind, "english") && n >= 1 && n <= 12)
		word->english = (uint8_t)n;
	else if (wt_span_is(kind, "hijri") && n >= 1 && n <= 12)
		word->hijri = (uint8_t)n;
	else if (wt_span_is(kind, "unit") && named(value, units) > 0)
		word->unit = (uint8_t)named(value, units);
	else if (wt_span_is(kind, "one") && named(value, units) > 0)
		word->one = (uint8_t)named(value, units);
	else if (wt_span_is(kind, "period") && named(value, periods) > 0)
		word->period = (uint8_t)named(value, periods);
	else if (wt_span_is(kind, "part") && named(value, parts) > 0)
		word->part = (uint8_t)named(value, parts);
	else if (wt_span_is(kind, "relative") && n >= -9 && n <= 9 && n != 0)
		word->relative = (int8_t)n;
	else if (wt_span_is(kind, "number") && n >= 0 && n <= 1000)
		word->number = (int16_t)n;
	else
		trigger = false;
	if (trigger)
		word->cues |= WT_CUE_TRIGGER;
	else if (wt_span_is(kind, "direction") && n >= -1 && n <= 1)
		word->direction = (int8_t)n;
	else if (wt_span_is(kind, "ordinal") && n >= 1 && n <= 9)
		word->ordinal = (uint8_t)n;
	else if (wt_span_is(kind, "scale"))
		word->scale = (int16_t)(n == 0 ? -10 : n <= 1000 ? n : 0);
	else
		return false;
	return true;
}

static bool
cue(struct wt_date_word *word, struct wt_span kind, struct wt_span value)
{
	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
		if (wt_span_is(kind, kinds[i].kind) &&
		    (kinds[i].value == NULL || wt_span_is(value, kinds[i].value))) {
			word->cues |= kinds[i].cue;
			return true;
		}
	}
	return false;
}

static void
note_hash(struct wt_date_vocabulary *v, const char *at, size_t len)
{
	char first[4] = { 0, 0, 0, 0 };
	unsigned hash;

	memcpy(first, at, len < 4 ? len : 4);
	hash = wt_date_filter_hash(wt_get32(first), (uint32_t)len);
	v->filter[hash / 64] |= UINT64_C(1) << hash % 64;
}

/* Let a word, here as the table spells it, be found by its first letters. */
static void
note_filter(struct wt_date_vocabulary *v, const struct wt_date_word *word, struct wt_span spelt)
{
	const unsigned char *at = (const unsigned char *)word->key.at;
	uint16_t bit = (uint16_t)wt_date_length_bits(word->key.len);
	size_t letters = 0;

	/* What follows a short word may be anything. */
	for (unsigned i = 0; i < 1024; i++)
		if (word->key.len > 2 ? i == 0 : word->key.len == 1 ||
		    i >> 5 == (at[1] & 31u))
			v->lengths[word->key.len > 2 ? wt_date_letters_key(at) :
			    (at[0] & 31u) << 10 | i] |= bit;
	if ((word->cues & WT_CUE_TRIGGER) == 0)
		return;
	/* "jum'at" is found by what goes before its apostrophe. */
	while (letters < spelt.len && spelt.at[letters] != '\'' && spelt.at[letters] != '\xe2')
		letters++;
	note_hash(v, spelt.at, letters);
	/* A letter alone is a trigger only before a digit: "Q3". */
	for (char digit = '1'; word->key.len == 1 && digit <= '4'; digit++)
		note_hash(v, (const char[]){ (char)at[0], digit }, 2);
}

struct wt_date_word *
wt_date_vocabulary_trigger(struct wt_date_vocabulary *v, struct wt_span word)
{
	struct wt_date_word *entry = enter(v, word);

	if (entry != NULL) {
		entry->cues |= WT_CUE_TRIGGER;
		note_filter(v, entry, word);
	}
	return entry;
}

static int
fill(struct wt_date_vocabulary *v, struct wt_table_rows *rows, struct wt_error *error)
{
	int more;

	while ((more = wt_table_rows_next(rows, error)) == 1) {
		struct wt_date_word *word = enter(v, rows->cell[0]);

		if (word == NULL && v->bytes.err == WT_OK)
			return wt_error_set(error, WT_ESYNTAX, rows->line,
			    "date_words:%u: not a word of 1 to %d bytes", rows->line,
			    WT_DATE_WORD_MAX);
		if (word == NULL)
			return WT_ENOMEM;
		if (!mean(word, rows->cell[1], rows->cell[2]) &&
		    !cue(word, rows->cell[1], rows->cell[2]))
			return wt_error_set(error, WT_ESYNTAX, rows->line,
			    "date_words:%u: unknown kind or value: %.*s %.*s", rows->line,
			    (int)(rows->cell[1].len < 40 ? rows->cell[1].len : 40),
			    rows->cell[1].at,
			    (int)(rows->cell[2].len < 40 ? rows->cell[2].len : 40),
			    rows->cell[2].at);
		note_filter(v, word, rows->cell[0]);
	}
	return more;
}

int
wt_date_vocabulary_open(const struct wt_table_source *words,
    struct wt_date_vocabulary **out, struct wt_error *error)
{
	static const char *const columns[] = { "word", "kind", "value", NULL };
	struct wt_date_vocabulary *v = calloc(1, sizeof *v);
	struct wt_table_rows *rows = calloc(1, sizeof *rows);
	int code = WT_ENOMEM;

	if (v != NULL && rows != NULL && (code = resize(v, 2048)) == WT_OK &&
	    (code = wt_table_rows_open(rows, words, columns, error)) == WT_OK)
		code = fill(v, rows, error);
	free(rows);
	if (code != WT_OK) {
		wt_date_vocabulary_close(v);
		v = NULL;
	}
	*out = v;
	return code;
}

void
wt_date_vocabulary_close(struct wt_date_vocabulary *v)
{
	if (v == NULL)
		return;
	free(v->slots);
	wt_arena_free(&v->bytes);
	free(v);
}

const struct wt_date_word *
wt_date_vocabulary_find(const struct wt_date_vocabulary *v, const char *at, size_t len)
{
	char folded[WT_DATE_WORD_MAX];
	const struct wt_date_word *word;
	size_t n;

	if (len > WT_DATE_WORD_MAX + 6 || (n = fold(at, len, folded)) == 0)
		return NULL;
	word = slot(v, folded, n);
	return word->key.len == 0 ? NULL : word;
}

const uint16_t *
wt_date_vocabulary_lengths(const struct wt_date_vocabulary *v)
{
	return v->lengths;
}

const uint64_t *
wt_date_vocabulary_filter(const struct wt_date_vocabulary *v)
{
	return v->filter;
}
