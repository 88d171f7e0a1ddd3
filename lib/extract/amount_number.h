/* amount_number.h - read numbers exactly, as digits and a power of ten. */
#ifndef WT_EXTRACT_AMOUNT_NUMBER_H
#define WT_EXTRACT_AMOUNT_NUMBER_H

#include "base/arena.h"
#include "extract/amount_words.h"

#define WT_NUMBER_DIGITS 30

struct wt_number {
	char digits[WT_NUMBER_DIGITS];  /* without leading zeros, unless it is 0 */
	int count;                      /* of the digits; 0: no number */
	int power;                      /* of ten, by which the digits are multiplied */
	bool comma3;                    /* "1,200": a decimal, unless things are counted */
	bool about;                     /* "jutaan" */
	size_t end;                     /* bytes: behind it */
};

/* A number in digits at text[at], which is a digit: "1.200", "2,5", "45.9", "1.000,00". */
void wt_number_digits(struct wt_span text, size_t at, struct wt_number *n);

/* A number in words at text[at]: "dua ratus lima puluh". */
void wt_number_words(const struct wt_amount_words *w, struct wt_span text, size_t at,
    struct wt_number *n);

/* Scales behind it ("juta"); the short ones ("M", "jt") only behind money. */
void wt_number_scale(const struct wt_amount_words *w, struct wt_span text, bool money,
    struct wt_number *n);

/* Plain decimal text, in the arena. */
struct wt_span wt_number_text(const struct wt_number *n, struct wt_arena *arena);

/* "1,200" of things that are counted whole is a thousand and two hundred. */
void wt_number_whole(struct wt_number *n);

#endif
