/*
 * amount.h - find the amounts in a text: money, shares, measures and counts.
 *
 * "Rp230 miliar" is 230000000000 IDR, "45 persen" is 45 with unit %, "3.000
 * kepala keluarga" is 3000 with unit KK.  A point groups thousands and a comma
 * is the decimal sign, except where the digits can only mean the other ("45.9
 * persen", "1.5 juta").  Units, scales and number words come from the table
 * amount_units.  Offsets are bytes of the text.  A finder serves
 * one thread at a time.
 */
#ifndef WT_EXTRACT_AMOUNT_H
#define WT_EXTRACT_AMOUNT_H

#include "base/arena.h"
#include "extract/range.h"
#include "base/err.h"
#include "base/span.h"

#include <stdbool.h>
#include <stdint.h>

struct wt_dict;
struct wt_amount_finder;

enum wt_amount_modifier {
	WT_AMOUNT_EXACT,
	WT_AMOUNT_ABOUT,        /* sekitar, kurang lebih, hampir, -an */
	WT_AMOUNT_OVER,         /* lebih dari, di atas, lebih (after it) */
	WT_AMOUNT_UNDER,        /* kurang dari, di bawah */
	WT_AMOUNT_LEAST,        /* minimal, paling sedikit, setidaknya */
	WT_AMOUNT_MOST          /* maksimal, paling banyak, hingga */
};

struct wt_amount_hit {
	uint32_t start, end;    /* bytes */
	struct wt_span value;   /* plain decimal, "230000000000", "1.5"; in the arena */
	struct wt_span value_to; /* of a range, else empty; in the arena */
	struct wt_span unit;    /* normalised: IDR, USD, %, ha, km, KK, ...; as long as the finder */
	uint8_t modifier;       /* enum wt_amount_modifier */
	const char *method;     /* money, percent, unit, words, ... */
};

int wt_amount_finder_open(const struct wt_dict *dict, struct wt_amount_finder **out,
    struct wt_error *error);

/* The same from the bytes of the TSV files, which must stay while it is used. */
int wt_amount_finder_read(struct wt_span units, struct wt_amount_finder **out,
    struct wt_error *error);
void wt_amount_finder_close(struct wt_amount_finder *f);

/* Find the amounts, in order, without overlap, as an array in the arena. */
int wt_amount_find(struct wt_amount_finder *f, struct wt_span text, struct wt_arena *arena,
    struct wt_amount_hit **hits, size_t *count);

/* The same for amounts that begin in some parts of the text: whole words, all those in which one may. */
int wt_amount_find_in(struct wt_amount_finder *f, struct wt_span text, const struct wt_ranges *where,
    struct wt_arena *arena, struct wt_amount_hit **hits, size_t *count);

/* May an amount begin in this word: one without white space, in whatever case? */
bool wt_amount_may_begin(const struct wt_amount_finder *f, struct wt_span word);


/* "", "about", "over", "under", "least", "most". */
const char *wt_amount_modifier_name(int modifier);

#endif
