/*
 * date_words.h - what the words of dates mean: months, weekdays, numbers, cues.
 *
 * The vocabulary is made from the table date_words (word, kind, value).  A word
 * may have several meanings ("minggu" is a week and Sunday); each has a field of
 * its own here.  Words are looked up without regard to case and apostrophes.
 */
#ifndef WT_EXTRACT_DATE_WORDS_H
#define WT_EXTRACT_DATE_WORDS_H

#include "extract/date_table.h"

#include <stdint.h>

#define WT_DATE_WORD_MAX 24     /* bytes of a word, at most */
#define WT_NO_DIRECTION 2

enum wt_date_unit {
	WT_UNIT_NONE, WT_UNIT_DAY, WT_UNIT_WEEK, WT_UNIT_MONTH, WT_UNIT_YEAR, WT_UNIT_DECADE,
	WT_UNIT_CENTURY
};

enum wt_date_period { WT_PERIOD_NONE, WT_PERIOD_QUARTER, WT_PERIOD_THIRD, WT_PERIOD_HALF };

enum wt_date_part { WT_PART_NONE, WT_PART_START, WT_PART_MIDDLE, WT_PART_END };

/* Cues, as bits. */
enum {
	WT_CUE_DAYPART = 1, WT_CUE_ZONE = 2, WT_CUE_CLOCK = 4, WT_CUE_RANGE = 8, WT_CUE_AND = 16,
	WT_CUE_LEAD = 32, WT_CUE_HIJRI = 64, WT_CUE_COMMON = 128, WT_CUE_TERM = 256,
	WT_CUE_BUDGET = 512, WT_CUE_LAW = 1024, WT_CUE_NUMBER = 2048, WT_CUE_STREET = 4096,
	WT_CUE_EVERY = 8192, WT_CUE_FUTURE = 16384, WT_CUE_SPAN = 32768, WT_CUE_COUNT = 65536,
	WT_CUE_COUNTED = 131072, WT_CUE_TRIGGER = 262144
};

struct wt_date_word {
	struct wt_span key;     /* lower case, without apostrophes; private copy */
	uint32_t cues;
	int16_t number;         /* a number word's value, or -1 */
	int16_t scale;          /* 10, 100, 1000; -10 for "belas"; 0 for none */
	uint16_t pattern;       /* 1 + the last pattern it starts, or 0 */
	uint16_t holiday;       /* 1 + the last name of a holiday it starts, or 0 */
	uint8_t weekday, month, english, hijri; /* from 1, or 0 */
	uint8_t unit, one, period, part, ordinal;
	int8_t direction;       /* -1, 0, 1 or WT_NO_DIRECTION */
	int8_t relative;        /* days from today, or 0 */
};

struct wt_date_vocabulary;

int wt_date_vocabulary_open(const struct wt_table_source *words,
    struct wt_date_vocabulary **out, struct wt_error *error);
void wt_date_vocabulary_close(struct wt_date_vocabulary *v);

/* Make a word start patterns: its entry, new if need be, or NULL without memory. */
struct wt_date_word *wt_date_vocabulary_trigger(struct wt_date_vocabulary *v, struct wt_span word);

/* The entry of a word as it stands in a text, or NULL. */
const struct wt_date_word *wt_date_vocabulary_find(const struct wt_date_vocabulary *v,
    const char *at, size_t len);

/*
 * Could a date begin with a word of this length and these first four bytes?  One
 * bit for each hash of the two, over the words with the cue WT_CUE_TRIGGER.
 */
#define WT_DATE_FILTER_BITS 65536
const uint64_t *wt_date_vocabulary_filter(const struct wt_date_vocabulary *v);

/* The hash; `four` is what wt_get32 reads, len the length of the word, at least 1. */
static inline unsigned
wt_date_filter_hash(uint32_t four, uint32_t len)
{
	if (len < 4)
		four &= UINT32_MAX >> (32 - 8 * len);
	return ((four | 0x20202020u) * 2654435761u + len * 2246822519u) >> 16;
}

#define WT_DATE_KEYS 32768      /* of the first three letters */

/*
 * For the first three letters, the lengths of the words that begin with them: bit
 * n for a word of n bytes; bit 15 stands for 15 and more.
 */
const uint16_t *wt_date_vocabulary_lengths(const struct wt_date_vocabulary *v);

static inline unsigned
wt_date_letters_key(const unsigned char *at)
{
	return (at[0] & 31u) << 10 | (at[1] & 31u) << 5 | (at[2] & 31u);
}

static inline uint32_t
wt_date_length_bits(size_t len)
{
	return UINT32_C(1) << (len < 15 ? len : 15);
}

#endif
