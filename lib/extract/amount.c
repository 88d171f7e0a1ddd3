/*
 * amount.c - the finder of amount.h.
 *
 *      amount = [currency] number [scale] [range number [scale]] [unit] ["lebih"]
 *
 * with a currency before it or a unit behind it; a number alone is no amount.
 * The scan stops at digits and at words that begin like a number word.  What
 * stands before ("sekitar", "lebih dari") is not part of the surface; it gives
 * the modifier.
 */
#include "extract/amount.h"
#include "extract/amount_number.h"
#include "extract/date_words.h"
#include "base/buf.h"

#include <stdlib.h>

struct wt_amount_finder {
	struct wt_amount_words *words;
	struct wt_amount_hit *hits;     /* kept from text to text */
	size_t count, cap;
};

static int
finder_open(const struct wt_table_source *source, struct wt_amount_finder **out,
    struct wt_error *error)
{
	struct wt_amount_finder *f = calloc(1, sizeof *f);
	int code = f == NULL ? WT_ENOMEM : wt_amount_words_open(source, &f->words, error);

	if (code != WT_OK) {
		wt_amount_finder_close(f);
		f = NULL;
	}
	*out = f;
	return code;
}

int
wt_amount_finder_open(const struct wt_dict *dict, struct wt_amount_finder **out,
    struct wt_error *error)
{
	const struct wt_table_source source = { .dict = dict, .name = "amount_units" };

	return finder_open(&source, out, error);
}

int
wt_amount_finder_read(struct wt_span units, struct wt_amount_finder **out,
    struct wt_error *error)
{
	const struct wt_table_source source = { .bytes = units, .name = "amount_units" };

	return finder_open(&source, out, error);
}

void
wt_amount_finder_close(struct wt_amount_finder *f)
{
	if (f == NULL)
		return;
	wt_amount_words_close(f->words);
	free(f->hits);
	free(f);
}

static bool
letter(char c)
{
	return (unsigned)(c | 32) - 'a' < 26;
}

static bool
wordy(char c)
{
	return letter(c) || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

static size_t
skip(struct wt_span text, size_t at)
{
	while (at < text.len && text.at[at] == ' ')
		at++;
	return at;
}

/* Where the word begins that ends at `end`. */
static size_t
word_start(struct wt_span text, size_t end)
{
	size_t at = end;

	while (at > 0 && end - at < 24 && text.at[at - 1] != ' ' && text.at[at - 1] != '\n' &&
	    text.at[at - 1] != '(' && text.at[at - 1] != '"' && text.at[at - 1] != ',')
		at--;
	return at;
}

/* The currency right before `at`: its entry with *start at it, or NULL. */
static const struct wt_amount_word *
currency_before(const struct wt_amount_finder *f, struct wt_span text, size_t at, size_t *start)
{
	const struct wt_amount_word *word;
	size_t end = at;

	while (end > 0 && at - end < 2 && text.at[end - 1] == ' ')
		end--;
	*start = word_start(text, end);
	word = wt_amount_words_find(f->words, wt_span_make(text.at + *start, end - *start));
	return word != NULL && (word->kinds & WT_UNITS_CURRENCY) ? word : NULL;
}

/* The cue of one or two words before `at`, or NULL. */
static const struct wt_amount_word *
cue_before(const struct wt_amount_finder *f, struct wt_span text, size_t at, uint32_t kinds)
{
	size_t end = at, start;
	const struct wt_amount_word *word = NULL, *longer;

	while (end > 0 && text.at[end - 1] == ' ')
		end--;
	start = word_start(text, end);
	word = wt_amount_words_find(f->words, wt_span_make(text.at + start, end - start));
	if (word != NULL && (word->kinds & kinds) == 0)
		word = NULL;
	if (start < 2 || text.at[start - 1] != ' ')
		return word;
	start = word_start(text, start - 1);
	longer = wt_amount_words_find(f->words, wt_span_make(text.at + start, end - start));
	return longer != NULL && (longer->kinds & kinds) ? longer : word;
}

/* A unit at `at`; counted things are written small, or all in capitals. */
static const struct wt_amount_word *
unit_at(const struct wt_amount_finder *f, struct wt_span text, size_t at, size_t *end)
{
	const struct wt_amount_word *word =
	    wt_amount_words_at(f->words, text, at, WT_UNITS_UNIT, end);
	bool capital;

	if (word == NULL)
		return NULL;
	if (*end < text.len && wordy(text.at[*end]))
		return NULL;
	capital = text.at[at] >= 'A' && text.at[at] <= 'Z';
	if (capital && *end == at + 1)          /* "5 M" is no length */
		return NULL;
	if (capital && (word->kinds & WT_UNITS_COUNT) && *end > at + 1 &&
	    !(text.at[at + 1] >= 'A' && text.at[at + 1] <= 'Z'))
		return NULL;
	return word;
}

#define MODIFIER_OPEN UINT8_MAX         /* no word behind the number tells it */

struct reading {
	struct wt_number from, to;
	const struct wt_amount_word *currency, *unit;
	size_t start, end;
	uint8_t modifier;
	bool in_words;
};

/* The word that joins the two numbers of a range at `at`, or NULL: "sampai"; behind "antara" also "dan". */
static const struct wt_amount_word *
range_at(const struct wt_amount_finder *f, struct wt_span text, const struct reading *r, size_t at,
    size_t *end)
{
	uint32_t kinds = WT_UNITS_RANGE;

	if (wt_amount_words_at(f->words, text, at, WT_UNITS_RANGE_AND, end) != NULL &&
	    cue_before(f, text, r->start, WT_UNITS_BETWEEN) != NULL)
		kinds |= WT_UNITS_RANGE_AND;
	return wt_amount_words_at(f->words, text, at, kinds, end);
}

/* The second number of a range behind r->from.end, or nothing. */
static void
read_range(const struct wt_amount_finder *f, struct wt_span text, struct reading *r)
{
	size_t at = skip(text, r->from.end), end;
	const struct wt_amount_word *currency = NULL;

	if (range_at(f, text, r, at, &end) == NULL)
		return;
	at = skip(text, end);
	if (at < text.len && (letter(text.at[at]) || text.at[at] == '$')) {
		size_t stop = at;

		while (stop < text.len && stop - at < 5 &&
		    (letter(text.at[stop]) || text.at[stop] == '$' || text.at[stop] == '.'))
			stop++;
		currency = wt_amount_words_find(f->words, wt_span_make(text.at + at, stop - at));
		if (currency != NULL && (currency->kinds & WT_UNITS_CURRENCY))
			at = skip(text, stop);
		else
			currency = NULL;
	}
	if (at >= text.len)
		return;
	if (text.at[at] >= '0' && text.at[at] <= '9')
		wt_number_digits(text, at, &r->to);
	else if (r->in_words)
		wt_number_words(f->words, text, at, &r->to);
	if (r->to.count == 0)
		return;
	wt_number_scale(f->words, text, r->currency != NULL, &r->to);
}

/* A range counts only if it ascends; "5-10 juta" shares its scale. */
static bool
share_scale(struct reading *r)
{
	int from = r->from.count + r->from.power, to = r->to.count + r->to.power;

	if (r->to.power > 0 && r->from.power <= 0 && from <= r->to.count + 3)
		r->from.power += r->to.power;
	from = r->from.count + r->from.power;
	return from < to || (from == to && memcmp(r->from.digits, r->to.digits,
	    (size_t)(r->from.count < r->to.count ? r->from.count : r->to.count)) <= 0);
}

static uint8_t
modifier_of(const struct wt_amount_finder *f, struct wt_span text, const struct reading *r)
{
	const struct wt_amount_word *cue = cue_before(f, text, r->start, WT_UNITS_MODIFIER);

	if (cue != NULL)
		return cue->modifier;
	return r->from.about ? WT_AMOUNT_ABOUT : WT_AMOUNT_EXACT;
}

/* What stands behind the numbers: a unit, "lebih".  False if it is no amount. */
static bool
read_unit(const struct wt_amount_finder *f, struct wt_span text, struct reading *r)
{
	const struct wt_amount_word *word;
	size_t at = skip(text, r->end), end;
	bool more = false;

	word = at < text.len ? wt_amount_words_at(f->words, text, at, WT_UNITS_AFTER, &end) : NULL;
	if (word != NULL) {
		r->modifier = word->modifier;
		more = true;
		at = skip(text, end);
		if (r->currency != NULL) {
			r->end = end;
			return true;
		}
	}
	word = at < text.len ? unit_at(f, text, at, &end) : NULL;
	if (r->currency != NULL) {
		if (word != NULL && (word->kinds & WT_UNITS_MONEY) &&
		    wt_span_eq(word->unit, r->currency->unit))
			r->end = end;
		return true;
	}
	if (word == NULL)
		return false;
	r->unit = word;
	r->end = end;
	if (!more) {
		at = skip(text, end);
		word = at < text.len ?
		    wt_amount_words_at(f->words, text, at, WT_UNITS_AFTER, &end) : NULL;
		/* "5 km lebih", but not "5 km lebih jauh". */
		if (word != NULL && (skip(text, end) == text.len || !letter(text.at[skip(text, end)]))) {
			r->modifier = word->modifier;
			r->end = end;
		}
	}
	return true;
}

static int
emit(struct wt_amount_finder *f, const struct reading *r, struct wt_arena *arena)
{
	struct wt_amount_hit *grown = wt_grow(f->hits, &f->cap, f->count + 1, sizeof *grown);
	const struct wt_amount_word *unit = r->currency != NULL ? r->currency : r->unit;
	struct wt_number from = r->from, to = r->to;

	if (grown == NULL)
		return WT_ENOMEM;
	f->hits = grown;
	if (unit->kinds & (WT_UNITS_COUNT | WT_UNITS_CURRENCY)) {
		wt_number_whole(&from);
		wt_number_whole(&to);
	}
	f->hits[f->count++] = (struct wt_amount_hit){
		.start = (uint32_t)r->start, .end = (uint32_t)r->end,
		.value = wt_number_text(&from, arena),
		.value_to = to.count > 0 ? wt_number_text(&to, arena) : wt_span_make(NULL, 0),
		.unit = unit->unit, .modifier = r->modifier,
		.method = r->in_words ? "words" : r->currency != NULL ||
		    (unit->kinds & WT_UNITS_MONEY) ? "money" :
		    unit->kinds & WT_UNITS_PERCENT ? "percent" :
		    unit->kinds & WT_UNITS_MEASURE ? "measure" : "count",
	};
	return arena->err;
}

/* Is a digit part of a word or a longer number, or named as one ("Nomor 5", "ke-3")? */
static bool
not_alone(const struct wt_amount_finder *f, struct wt_span text, size_t at, bool currency)
{
	char c = at > 0 ? text.at[at - 1] : ' ';

	if (currency)
		return false;
	if (letter(c) || c == '-' || c == '/' || c == '+')
		return true;
	if ((c == '.' || c == ',' || c == ':') && at > 1 && text.at[at - 2] >= '0' &&
	    text.at[at - 2] <= '9')
		return true;
	return cue_before(f, text, at, WT_UNITS_NOT_BEFORE) != NULL;
}

/* Read an amount at `at`: where to go on. */
static int
read_amount(struct wt_amount_finder *f, struct wt_span text, size_t at, bool in_words,
    struct wt_arena *arena, size_t *next)
{
	struct reading r = { .start = at, .in_words = in_words, .modifier = MODIFIER_OPEN };
	size_t start = at;

	if (in_words) {
		wt_number_words(f->words, text, at, &r.from);
	} else {
		r.currency = currency_before(f, text, at, &start);
		wt_number_digits(text, at, &r.from);
	}
	*next = r.from.end > at ? r.from.end : at + 1;
	if (r.from.count == 0)
		return WT_OK;
	if (r.currency != NULL)
		r.start = start;
	wt_number_scale(f->words, text, r.currency != NULL, &r.from);
	read_range(f, text, &r);
	if (r.to.count > 0 && !share_scale(&r))
		r.to.count = 0;
	r.end = r.to.count > 0 ? r.to.end : r.from.end;
	if (r.currency != NULL && r.end + 1 < text.len && memcmp(text.at + r.end, ",-", 2) == 0)
		r.end += 2;
	/* Most numbers have no unit: what stands before is looked up for those that have one. */
	if (!read_unit(f, text, &r) || not_alone(f, text, at, r.currency != NULL))
		return WT_OK;
	if (r.modifier == MODIFIER_OPEN)
		r.modifier = modifier_of(f, text, &r);
	*next = r.end;
	return emit(f, &r, arena);
}

/* Read the amounts that begin in the bytes from *at to `end`; *at moves behind what was read. */
static int
scan(struct wt_amount_finder *f, struct wt_span text, size_t end, struct wt_arena *arena, size_t *at)
{
	const uint64_t *filter = wt_amount_words_filter(f->words);
	int code = WT_OK;

	while (*at < end && code == WT_OK) {
		unsigned key;

		if (text.at[*at] >= '0' && text.at[*at] <= '9') {
			code = read_amount(f, text, *at, false, arena, at);
			continue;
		}
		if (!letter(text.at[*at])) {
			++*at;
			continue;
		}
		key = text.len - *at < 3 ? 0 :
		    wt_date_letters_key((const unsigned char *)text.at + *at);
		if (key != 0 && (filter[key / 64] >> key % 64 & 1) != 0) {
			size_t next;

			code = read_amount(f, text, *at, true, arena, &next);
			*at = next > *at ? next : *at + 1;
		}
		while (*at < text.len && letter(text.at[*at]))
			++*at;
	}
	return code;
}

bool
wt_amount_may_begin(const struct wt_amount_finder *f, struct wt_span word)
{
	size_t end;

	const uint64_t *filter = wt_amount_words_filter(f->words);

	for (size_t i = 0; i < word.len; i++) {
		unsigned key;

		if (word.at[i] >= '0' && word.at[i] <= '9')
			return true;
		if (!letter(word.at[i]))
			continue;
		key = word.len - i < 3 ? 0 : wt_date_letters_key((const unsigned char *)word.at + i);
		if ((filter[key / 64] >> key % 64 & 1) != 0 && wt_amount_words_at(f->words, word, i, WT_UNITS_NUMBER, &end) != NULL)
			return true;
		while (i + 1 < word.len && letter(word.at[i + 1]))
			i++;
	}
	return false;
}

int
wt_amount_find_in(struct wt_amount_finder *f, struct wt_span text, const struct wt_ranges *where,
    struct wt_arena *arena, struct wt_amount_hit **hits, size_t *count)
{
	const struct wt_range whole = { 0, (uint32_t)text.len };
	const struct wt_ranges all = { &whole, 1 };
	size_t at = 0;
	int code = WT_OK;

	*hits = NULL;
	*count = f->count = 0;
	if (text.len >= UINT32_MAX)
		return WT_ELIMIT;
	if (where == NULL)
		where = &all;
	for (uint32_t i = 0; i < where->count && code == WT_OK; i++) {
		if (at < where->items[i].start)
			at = where->items[i].start;
		code = scan(f, text, where->items[i].end, arena, &at);
	}
	if (code != WT_OK || f->count == 0)
		return code;
	*hits = wt_arena_array(arena, f->count, sizeof **hits);
	if (*hits == NULL)
		return WT_ENOMEM;
	memcpy(*hits, f->hits, f->count * sizeof **hits);
	*count = f->count;
	return WT_OK;
}

int
wt_amount_find(struct wt_amount_finder *f, struct wt_span text, struct wt_arena *arena,
    struct wt_amount_hit **hits, size_t *count)
{
	return wt_amount_find_in(f, text, NULL, arena, hits, count);
}

const char *
wt_amount_modifier_name(int modifier)
{
	static const char *const names[] = { "", "about", "over", "under", "least", "most" };

	return modifier < 0 || modifier > WT_AMOUNT_MOST ? "" : names[modifier];
}
