/*
 * utf8.h - valid, composed Unicode from any bytes; classes and case of letters.
 *
 * The only user of utf8proc.  Unicode 15, Standard Annex 15 (NFC).
 */
#ifndef WT_TEXT_UTF8_H
#define WT_TEXT_UTF8_H

#include "base/arena.h"

#include <stdint.h>

enum wt_char_class {
	WT_CHAR_OTHER,          /* marks, controls, unassigned */
	WT_CHAR_SPACE,          /* white space, line ends too */
	WT_CHAR_LOWER,          /* letters without capital form, too */
	WT_CHAR_UPPER,
	WT_CHAR_DIGIT,
	WT_CHAR_PUNCT           /* punctuation and symbols */
};

/* The class of each byte below 128. */
extern const uint8_t wt_ascii_class[128];

/*
 * Make text valid and composed: invalid bytes become U+FFFD, one for each
 * maximal broken part, counted in *replaced; a BOM at the start and NUL bytes
 * are taken out as invalid are.  More than 30 combining marks in a row are parted
 * by U+034F.  The result borrows `text` where nothing had to change, else it lives
 * in the arena.  WT_OK or WT_ENOMEM.
 */
int wt_utf8_clean(struct wt_arena *a, struct wt_span text, struct wt_span *clean,
    uint32_t *replaced);

/* What bytes look like, read as UTF-8. */
struct wt_utf8_survey {
	size_t several;         /* valid characters of several bytes */
	size_t invalid;         /* broken parts, as wt_utf8_clean counts them but for NUL */
	size_t nuls;
};

void wt_utf8_survey(struct wt_span text, struct wt_utf8_survey *survey);

/* Decode the code point at `at` (valid UTF-8, at < end) and give its length in bytes. */
uint32_t wt_utf8_decode(const char *at, const char *end, unsigned *len);

enum wt_char_class wt_utf8_class(uint32_t codepoint);

/* Lower case of valid UTF-8, simple mappings; borrowed where nothing changes. */
struct wt_span wt_utf8_lower(struct wt_arena *a, struct wt_span s);

/* How many code points valid UTF-8 holds. */
size_t wt_utf8_count(struct wt_span s);

/* Columns of a terminal: of a code point, 0 to 2; of valid UTF-8. */
unsigned wt_utf8_width(uint32_t codepoint);
size_t wt_utf8_columns(struct wt_span s);

#endif
