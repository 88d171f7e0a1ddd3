/* utf8.c - the only user of utf8proc; ASCII, most of the news, never reaches it. */
#include "text/utf8.h"
#include "base/buf.h"
#include "base/bytes.h"
#include "base/err.h"

#include <stdlib.h>
#include <utf8proc.h>

#define MARKS 30                /* combining marks in a row, at most */

#define S WT_CHAR_SPACE
#define P WT_CHAR_PUNCT
#define D WT_CHAR_DIGIT
#define U WT_CHAR_UPPER
#define L WT_CHAR_LOWER
const uint8_t wt_ascii_class[128] = {
	0, 0, 0, 0, 0, 0, 0, 0, 0, S, S, S, S, S, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
	S, P, P, P, P, P, P, P, P, P, P, P, P, P, P, P, D, D, D, D, D, D, D, D, D, D, P, P, P, P, P, P,
	P, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U, P, P, P, P, P,
	P, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, P, P, P, P, 0,
};
#undef S
#undef P
#undef D
#undef U
#undef L

/* How many bytes at the front are ASCII without NUL. */
static size_t
ascii_run(struct wt_span s)
{
	size_t n = 0;

	while (s.len - n >= 8) {
		uint64_t eight = wt_get64(s.at + n);

		/* A top bit, or a zero byte (Mycroft's test). */
		if (((eight | (eight - UINT64_C(0x0101010101010101))) & UINT64_C(0x8080808080808080)) != 0)
			break;
		n += 8;
	}
	while (n < s.len && s.at[n] != 0 && (uint8_t)s.at[n] < 128)
		n++;
	return n;
}

/* The length of the valid character at the front, or 0; *bad is what to skip if 0. */
static size_t
valid_char(const uint8_t *p, size_t left, size_t *bad)
{
	size_t need = p[0] < 0x80 ? 1 : p[0] >= 0xc2 && p[0] < 0xe0 ? 2 :
	    p[0] >= 0xe0 && p[0] < 0xf0 ? 3 : p[0] >= 0xf0 && p[0] < 0xf5 ? 4 : 0;
	uint8_t low = p[0] == 0xe0 ? 0xa0 : p[0] == 0xf0 ? 0x90 : 0x80;
	uint8_t high = p[0] == 0xed ? 0x9f : p[0] == 0xf4 ? 0x8f : 0xbf;

	*bad = 1;
	if (need == 1)
		return p[0] != 0;
	for (size_t i = 1; i < need; i++) {
		if (i >= left || p[i] < low || p[i] > high)
			return 0;
		*bad = i + 1;
		low = 0x80;
		high = 0xbf;
	}
	return need;
}

static bool
is_mark(const char *at, size_t len)
{
	unsigned n;

	return utf8proc_get_property((utf8proc_int32_t)wt_utf8_decode(at, at + len, &n))->combining_class > 0;
}

/* May composing change text for this character, or what stands around it? */
static bool
may_compose(const uint8_t *p)
{
	/* U+0300 and up may hold marks; U+2002..203F (spaces, dashes, quotes) and U+2080..20BF (money) never compose. */
	return p[0] >= 0xcc && !(p[0] == 0xe2 && ((p[1] == 0x80 && p[2] >= 0x82) || p[1] == 0x82));
}

/*
 * Copy with U+FFFD for what is not valid; *marks says if composing may change it.
 * Sorting marks takes the square of their number: behind MARKS in a row comes
 * U+034F, which ends the run (Standard Annex 15, "Stream-Safe Text Format").
 */
static int
replace_invalid(struct wt_span text, struct wt_buf *out, uint32_t *replaced, bool *marks)
{
	size_t i = 0, len, bad, row = 0;

	if (text.len >= 3 && memcmp(text.at, "\xef\xbb\xbf", 3) == 0)
		i = 3;
	while (i < text.len && out->err == WT_OK) {
		size_t run = ascii_run(wt_span_make(text.at + i, text.len - i));

		wt_buf_put(out, text.at + i, run);
		i += run;
		row = run > 0 ? 0 : row;
		if (i == text.len)
			break;
		len = valid_char((const uint8_t *)text.at + i, text.len - i, &bad);
		if (len == 0) {
			wt_buf_puts(out, "\xef\xbf\xbd");
			(*replaced)++;
			i += bad;
			continue;
		}
		if (may_compose((const uint8_t *)text.at + i)) {
			*marks = true;
			row = is_mark(text.at + i, len) ? row + 1 : 0;
			if (row > MARKS) {
				wt_buf_puts(out, "\xcd\x8f");
				row = 1;
			}
		} else {
			row = 0;
		}
		wt_buf_put(out, text.at + i, len);
		i += len;
	}
	return out->err;
}

void
wt_utf8_survey(struct wt_span text, struct wt_utf8_survey *survey)
{
	size_t i = 0, len, bad;

	*survey = (struct wt_utf8_survey){ 0 };
	while (i < text.len) {
		i += ascii_run(wt_span_make(text.at + i, text.len - i));
		if (i == text.len)
			break;
		len = valid_char((const uint8_t *)text.at + i, text.len - i, &bad);
		if (len > 1)
			survey->several++;
		else if (text.at[i] == '\0')
			survey->nuls++;
		else
			survey->invalid++;
		i += len > 0 ? len : bad;
	}
}

static int
compose(struct wt_buf *b)
{
	utf8proc_uint8_t *composed = NULL;
	utf8proc_ssize_t len = utf8proc_map((const utf8proc_uint8_t *)b->at, (utf8proc_ssize_t)b->len,
	    &composed, UTF8PROC_STABLE | UTF8PROC_COMPOSE);

	if (len < 0)
		return WT_ENOMEM;
	wt_buf_clear(b);
	wt_buf_put(b, composed, (size_t)len);
	free(composed);
	return b->err;
}

int
wt_utf8_clean(struct wt_arena *a, struct wt_span text, struct wt_span *clean, uint32_t *replaced)
{
	struct wt_buf out = { 0 };
	bool marks = false;
	int code;

	*replaced = 0;
	*clean = text;
	if (ascii_run(text) == text.len)
		return WT_OK;
	code = replace_invalid(text, &out, replaced, &marks);
	if (code == WT_OK && marks)
		code = compose(&out);
	if (code == WT_OK && !wt_span_eq(wt_buf_span(&out), text)) {
		*clean = wt_arena_copy(a, wt_buf_span(&out));
		code = a->err;
	}
	wt_buf_free(&out);
	return code;
}

uint32_t
wt_utf8_decode(const char *at, const char *end, unsigned *len)
{
	const uint8_t *p = (const uint8_t *)at;
	size_t left = (size_t)(end - at);

	if (p[0] >= 0xf0 && left >= 4) {
		*len = 4;
		return (uint32_t)(p[0] & 7) << 18 | (uint32_t)(p[1] & 63) << 12 |
		    (uint32_t)(p[2] & 63) << 6 | (p[3] & 63u);
	}
	if (p[0] >= 0xe0 && left >= 3) {
		*len = 3;
		return (uint32_t)(p[0] & 15) << 12 | (uint32_t)(p[1] & 63) << 6 | (p[2] & 63u);
	}
	if (p[0] >= 0xc0 && left >= 2) {
		*len = 2;
		return (uint32_t)(p[0] & 31) << 6 | (p[1] & 63u);
	}
	*len = 1;
	return p[0];
}

enum wt_char_class
wt_utf8_class(uint32_t codepoint)
{
	if (codepoint < 128)
		return (enum wt_char_class)wt_ascii_class[codepoint];
	switch (utf8proc_category((utf8proc_int32_t)codepoint)) {
	case UTF8PROC_CATEGORY_LU: case UTF8PROC_CATEGORY_LT:
		return WT_CHAR_UPPER;
	case UTF8PROC_CATEGORY_LL: case UTF8PROC_CATEGORY_LM: case UTF8PROC_CATEGORY_LO:
	case UTF8PROC_CATEGORY_MN: case UTF8PROC_CATEGORY_MC:
		return WT_CHAR_LOWER;
	case UTF8PROC_CATEGORY_ND:
		return WT_CHAR_DIGIT;
	case UTF8PROC_CATEGORY_ZS: case UTF8PROC_CATEGORY_ZL: case UTF8PROC_CATEGORY_ZP:
		return WT_CHAR_SPACE;
	case UTF8PROC_CATEGORY_CC: case UTF8PROC_CATEGORY_CF: case UTF8PROC_CATEGORY_CN:
		return codepoint == 0x85 ? WT_CHAR_SPACE : WT_CHAR_OTHER;
	default:
		return WT_CHAR_PUNCT;
	}
}

/* Bit 7 of each of eight ASCII bytes that is a capital. */
static uint64_t
capitals_of(uint64_t eight)
{
	const uint64_t ones = UINT64_C(0x0101010101010101);

	return (eight + ones * (0x80 - 'A')) & ~(eight + ones * (0x7f - 'Z')) & ones * 0x80;
}

/* How many bytes at the front are ASCII and no capitals. */
static size_t
small_run(struct wt_span s)
{
	size_t n = 0;

	while (s.len - n >= 8) {
		uint64_t eight = wt_get64(s.at + n);

		if ((eight & UINT64_C(0x8080808080808080)) != 0 || capitals_of(eight) != 0)
			break;
		n += 8;
	}
	while (n < s.len && (uint8_t)s.at[n] < 128 && wt_ascii_class[(uint8_t)s.at[n]] != WT_CHAR_UPPER)
		n++;
	return n;
}

struct wt_span
wt_utf8_lower(struct wt_arena *a, struct wt_span s)
{
	size_t i = small_run(s);
	char *out, *p;

	/* No simple lower case mapping takes more than one byte more: 2 bytes become 3 at most. */
	if (i == s.len || (out = wt_arena_alloc(a, s.len * 3 / 2 + 4)) == NULL)
		return s;
	memcpy(out, s.at, i);
	p = out + i;
	while (i < s.len) {
		uint8_t byte = (uint8_t)s.at[i];
		uint64_t eight = s.len - i < 8 ? UINT64_MAX : wt_get64(s.at + i);
		unsigned len;

		if ((eight & UINT64_C(0x8080808080808080)) == 0) {
			wt_set64(p, eight | capitals_of(eight) >> 2);
			p += 8;
			i += 8;
		} else if (byte < 128) {
			*p++ = wt_ascii_class[byte] == WT_CHAR_UPPER ? (char)(byte | 32) : (char)byte;
			i++;
		} else {
			uint32_t c = wt_utf8_decode(s.at + i, s.at + s.len, &len);

			p += utf8proc_encode_char(utf8proc_tolower((utf8proc_int32_t)c), (utf8proc_uint8_t *)p);
			i += len;
		}
	}
	return wt_span_make(out, (size_t)(p - out));
}

size_t
wt_utf8_count(struct wt_span s)
{
	size_t n = 0, i = 0;

	/* Eight bytes at a time: bit 7 of ~byte | byte << 1 is set in all but continuation bytes. */
	for (; s.len - i >= 8; i += 8) {
		uint64_t eight = wt_get64(s.at + i);
		uint64_t starts = (~eight | eight << 1) >> 7 & UINT64_C(0x0101010101010101);

		n += starts * UINT64_C(0x0101010101010101) >> 56;
	}
	for (; i < s.len; i++)
		n += ((uint8_t)s.at[i] & 0xc0) != 0x80;
	return n;
}

unsigned
wt_utf8_width(uint32_t codepoint)
{
	int width = codepoint >= 0x20 && codepoint < 0x7f ? 1 :
	    utf8proc_charwidth((utf8proc_int32_t)codepoint);

	return width < 0 ? 0 : width > 2 ? 2 : (unsigned)width;
}

size_t
wt_utf8_columns(struct wt_span s)
{
	size_t columns = 0;
	unsigned len;

	for (size_t i = 0; i < s.len; i += len)
		columns += wt_utf8_width(wt_utf8_decode(s.at + i, s.at + s.len, &len));
	return columns;
}
