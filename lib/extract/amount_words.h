/*
 * amount_words.h - units, currencies, scales, number words and cues of amounts.
 *
 * Made from the table amount_units (word, kind, value).  An entry may be of up
 * to four words ("meter persegi").  Where several begin at one place the longest
 * is meant.
 */
#ifndef WT_EXTRACT_AMOUNT_WORDS_H
#define WT_EXTRACT_AMOUNT_WORDS_H

#include "extract/date_table.h"

#include <stdint.h>

/* What an entry can be, as bits: one word may be several ("m": a metre, a billion). */
enum {
	WT_UNITS_CURRENCY = 1, WT_UNITS_MONEY = 2, WT_UNITS_PERCENT = 4, WT_UNITS_MEASURE = 8,
	WT_UNITS_COUNT = 16, WT_UNITS_SCALE = 32, WT_UNITS_SCALE_ABOUT = 64,
	WT_UNITS_SCALE_SHORT = 128, WT_UNITS_NUMBER = 256, WT_UNITS_TENS = 512,
	WT_UNITS_TEENS = 1024, WT_UNITS_HUNDREDS = 2048, WT_UNITS_MODIFIER = 4096,
	WT_UNITS_AFTER = 8192, WT_UNITS_RANGE = 16384, WT_UNITS_RANGE_AND = 32768,
	WT_UNITS_BETWEEN = 65536, WT_UNITS_NOT_BEFORE = 131072
};

#define WT_UNITS_UNIT (WT_UNITS_MONEY | WT_UNITS_PERCENT | WT_UNITS_MEASURE | WT_UNITS_COUNT)
#define WT_UNITS_SCALES (WT_UNITS_SCALE | WT_UNITS_SCALE_ABOUT)
#define WT_UNITS_NUMBERS (WT_UNITS_NUMBER | WT_UNITS_TENS | WT_UNITS_TEENS | WT_UNITS_HUNDREDS)

struct wt_amount_word {
	uint32_t kinds;
	struct wt_span unit;    /* of a unit or currency */
	int32_t number;         /* of a number word, or the power of ten of a scale */
	uint8_t modifier;       /* enum wt_amount_modifier */
};

struct wt_amount_words;

int wt_amount_words_open(const struct wt_table_source *source, struct wt_amount_words **out,
    struct wt_error *error);
void wt_amount_words_close(struct wt_amount_words *w);

/*
 * The longest entry of some of these kinds that begins at text[at] and ends at
 * a word's end: it, with *end behind it, or NULL.
 */
const struct wt_amount_word *wt_amount_words_at(const struct wt_amount_words *w,
    struct wt_span text, size_t at, uint32_t kinds, size_t *end);

/* The entry that a stretch of text is, or NULL. */
const struct wt_amount_word *wt_amount_words_find(const struct wt_amount_words *w,
    struct wt_span word);

/* May a number word begin with these three letters?  See date_words.h. */
const uint64_t *wt_amount_words_filter(const struct wt_amount_words *w);

#endif
