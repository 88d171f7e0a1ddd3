/* Any bytes become valid, composed Unicode; what is valid stays where it is. */
#include "base/err.h"
#include "tests/check.h"
#include "tests/random.h"
#include "text/utf8.h"

/* A second opinion, by the table of Unicode 15, section 3.9 (table 3-7). */
static bool
is_valid(struct wt_span s)
{
	static const struct { uint8_t low, high, next_low, next_high, more; } rows[] = {
		{ 0x01, 0x7f, 0, 0, 0 }, { 0xc2, 0xdf, 0x80, 0xbf, 0 }, { 0xe0, 0xe0, 0xa0, 0xbf,
		    1 },
		{ 0xe1, 0xec, 0x80, 0xbf, 1 }, { 0xed, 0xed, 0x80, 0x9f, 1 }, { 0xee, 0xef, 0x80,
		    0xbf, 1 },
		{ 0xf0, 0xf0, 0x90, 0xbf, 2 }, { 0xf1, 0xf3, 0x80, 0xbf, 2 }, { 0xf4, 0xf4, 0x80,
		    0x8f, 2 },
	};
	const uint8_t *p = (const uint8_t *)s.at, *end = p + s.len;

	while (p < end) {
		size_t i = 0;

		while (i < 9 && (*p < rows[i].low || *p > rows[i].high))
			i++;
		if (i == 9)
			return false;
		if (*p++ < 0x80)
			continue;
		if (p == end || *p < rows[i].next_low || *p > rows[i].next_high)
			return false;
		p++;
		for (int n = 0; n < rows[i].more; n++, p++)
			if (p == end || (*p & 0xc0) != 0x80)
				return false;
	}
	return true;
}

#define BAD "\xef\xbf\xbd"

static void
check_rows(void)
{
	static const struct {
		const char *what, *text, *clean;
		uint32_t replaced;
	} rows[] = {
		{ "ASCII", "Kota Serang\r\n\t", "Kota Serang\r\n\t", 0 },
		{ "nothing", "", "", 0 },
		{ "two, three and four bytes", "\xc3\xa9\xe4\xba\xac\xf0\x9f\x98\x80",
		    "\xc3\xa9\xe4\xba\xac\xf0\x9f\x98\x80", 0 },
		{ "the last code point", "\xf4\x8f\xbf\xbf", "\xf4\x8f\xbf\xbf", 0 },
		{ "a byte past it", "\xf4\x90\x80\x80", BAD BAD BAD BAD, 4 },
		{ "a lone byte", "a\xff" "b", "a" BAD "b", 1 },
		{ "a continuation with no start", "a\x80" "b", "a" BAD "b", 1 },
		{ "a start with no continuation", "a\xc3", "a" BAD, 1 },
		{ "a start before a letter", "\xc3" "b", BAD "b", 1 },
		{ "a broken part counts once", "\xe4\xba" "x", BAD "x", 1 },
		{ "a broken part of three", "\xf0\x9f\x98" "x", BAD "x", 1 },
		{ "a surrogate", "\xed\xa0\x80", BAD BAD BAD, 3 },
		{ "the last before the surrogates", "\xed\x9f\xbf", "\xed\x9f\xbf", 0 },
		{ "an overlong slash", "\xc0\xaf", BAD BAD, 2 },
		{ "an overlong of three", "\xe0\x80\xaf", BAD BAD BAD, 3 },
		{ "an overlong of four", "\xf0\x80\x80\xaf", BAD BAD BAD BAD, 4 },
		{ "a BOM in front", "\xef\xbb\xbf" "Kota", "Kota", 0 },
		{ "a BOM alone", "\xef\xbb\xbf", "", 0 },
		{ "a BOM further on stays", "a\xef\xbb\xbf", "a\xef\xbb\xbf", 0 },
		{ "an accent is composed", "cafe\xcc\x81", "caf\xc3\xa9", 0 },
		{ "two accents in the wrong order", "a\xcc\x81\xcc\xa3", "\xe1\xba\xa1\xcc\x81",
		    0 },
		{ "Hangul", "\xe1\x84\x80\xe1\x85\xa1", "\xea\xb0\x80", 0 },
		{ "an en quad is an en space", "a\xe2\x80\x80" "b", "a\xe2\x80\x82" "b", 0 },
		{ "quotes and dashes stay", "\xe2\x80\x9c" "a\xe2\x80\x9d \xe2\x80\x93",
		    "\xe2\x80\x9c" "a\xe2\x80\x9d \xe2\x80\x93", 0 },
	};
	struct wt_arena a = { 0 };

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct wt_span clean, text = wt_span_of(rows[i].text);
		uint32_t replaced;
		int code = wt_utf8_clean(&a, text, &clean, &replaced);

		CHECK(code == WT_OK && wt_span_is(clean, rows[i].clean) &&
		    replaced == rows[i].replaced, "clean: %s",
		    rows[i].what);
		CHECK(is_valid(clean) && (clean.at == text.at || !wt_span_eq(clean, text)),
		    "valid, and borrowed where nothing changed: %s", rows[i].what);
	}
	struct wt_span clean;
	uint32_t replaced;
	CHECK(wt_utf8_clean(&a, wt_span_make("Kota\0Serang\0", 12), &clean, &replaced) == WT_OK &&
	    replaced == 2 && wt_span_is(clean, "Kota" BAD "Serang" BAD), "NUL bytes are replaced");
	CHECK(wt_utf8_clean(&a, wt_span_make(NULL, 0), &clean, &replaced) == WT_OK &&
	    clean.len == 0,
	    "no bytes at all");
	wt_arena_free(&a);
}

static void
check_lower(void)
{
	static const struct { const char *what, *text, *lower; } rows[] = {
		{ "capitals", "KOTA Serang", "kota serang" },
		{ "digits and signs", "COVID-19", "covid-19" },
		{ "capitals of two bytes", "\xc3\x89" "A", "\xc3\xa9" "a" },
		{ "two bytes become three", "\xc8\xba\xc8\xba\xc8\xba",
		    "\xe2\xb1\xa5\xe2\xb1\xa5\xe2\xb1\xa5" },
		{ "letters without capitals", "\xe4\xba\xac", "\xe4\xba\xac" },
		{ "nothing", "", "" },
	};
	struct wt_arena a = { 0 };
	struct wt_span s = WT_SPAN("kota serang 5");

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		CHECK(wt_span_is(wt_utf8_lower(&a, wt_span_of(rows[i].text)), rows[i].lower),
		    "lower: %s", rows[i].what);
	CHECK(wt_utf8_lower(&a, s).at == s.at, "lower: borrowed where nothing changes");
	wt_arena_free(&a);
}

static void
check_classes(void)
{
	static const struct { uint32_t codepoint; enum wt_char_class class; } rows[] = {
		{ 'a', WT_CHAR_LOWER }, { 'Z', WT_CHAR_UPPER }, { '7', WT_CHAR_DIGIT }, { '.',
		    WT_CHAR_PUNCT },
		{ '`', WT_CHAR_PUNCT }, { '~', WT_CHAR_PUNCT }, { ' ', WT_CHAR_SPACE }, { '\n',
		    WT_CHAR_SPACE },
		{ '\v', WT_CHAR_SPACE }, { 0x0e, WT_CHAR_OTHER }, { 0x7f, WT_CHAR_OTHER },
		    { 0x85, WT_CHAR_SPACE },
		{ 0xa0, WT_CHAR_SPACE }, { 0xc9, WT_CHAR_UPPER }, { 0xe9, WT_CHAR_LOWER },
		    { 0x4eac, WT_CHAR_LOWER },
		{ 0x660, WT_CHAR_DIGIT }, { 0x2013, WT_CHAR_PUNCT }, { 0x20ac, WT_CHAR_PUNCT },
		    { 0x200b, WT_CHAR_OTHER },
		{ 0x2028, WT_CHAR_SPACE }, { 0x3000, WT_CHAR_SPACE }, { 0xfffd, WT_CHAR_PUNCT },
		    { 0x1f600, WT_CHAR_PUNCT },
		{ 0x301, WT_CHAR_LOWER }, { 0x10ffff, WT_CHAR_OTHER },
	};

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		CHECK(wt_utf8_class(rows[i].codepoint) == rows[i].class, "class of U+%04X",
		    (unsigned)rows[i].codepoint);
}

/* Decoding gives the code points back, and counting counts them. */
static void
check_decode(void)
{
	struct wt_span s = WT_SPAN("a\xc3\xa9\xe4\xba\xac\xf0\x9f\x98\x80");
	static const struct { uint32_t codepoint; unsigned len; } rows[] = { { 'a', 1 }, { 0xe9,
	    2 }, { 0x4eac, 3 }, { 0x1f600, 4 } };
	const char *at = s.at;

	for (size_t i = 0; i < 4; i++) {
		unsigned len;

		CHECK(wt_utf8_decode(at, s.at + s.len, &len) == rows[i].codepoint &&
		    len == rows[i].len, "decode %u bytes",
		    rows[i].len);
		at += len;
	}
	CHECK(wt_utf8_columns(WT_SPAN("kota")) == 4 && wt_utf8_columns(WT_SPAN("\xe6\xb0\xb4 e\xcc\x81")) == 4 &&
	    wt_utf8_columns(wt_span_make(NULL, 0)) == 0, "columns: wide characters and accents");
	CHECK(wt_utf8_width('\t') == 0 && wt_utf8_width(0x200b) == 0 && wt_utf8_width('~') == 1,
	    "columns: controls have none");
	CHECK(wt_utf8_count(s) == 4 && wt_utf8_count(wt_span_make(NULL, 0)) == 0, "count");
}

/* Random bytes and pieces: valid, composed (cleaning again changes nothing), counted. */
static void
check_random(void)
{
	uint64_t state = 36;
	bool ok = true;

	for (int round = 0; ok && round < 1000; round++) {
		struct wt_arena a = { 0 };
		struct wt_buf text = { 0 };
		struct wt_span clean, again, lower;
		uint32_t replaced, more;

		if (round % 2 == 0)
			random_text(&state, &text, random_below(&state, 40));
		else
			for (uint32_t n = random_below(&state, 64); n > 0; n--)
				wt_buf_putc(&text, (char)(random_next(&state) >> 13));
		ok = wt_utf8_clean(&a, wt_buf_span(&text), &clean, &replaced) == WT_OK &&
		    is_valid(clean) &&
		    (replaced > 0) == !is_valid(wt_buf_span(&text)) &&
		    wt_utf8_clean(&a, clean, &again, &more) == WT_OK && more == 0;
		/* A BOM behind a BOM comes to the front, and goes too. */
		ok = ok && (wt_span_eq(again, clean) || wt_span_starts(clean,
		    WT_SPAN("\xef\xbb\xbf")));
		lower = wt_utf8_lower(&a, clean);
		ok = ok && is_valid(lower) && wt_utf8_count(lower) == wt_utf8_count(clean);
		if (!ok)
			printf("# round %d\n", round);
		wt_buf_free(&text);
		wt_arena_free(&a);
	}
	CHECK(ok, "any bytes become valid and stay so");
}

/* Marks that sort badly: a million of them must not take their square. */
static void
check_marks(void)
{
	struct wt_arena a = { 0 };
	struct wt_buf text = { 0 };
	struct wt_span clean;
	uint32_t replaced;

	wt_buf_puts(&text, "a");
	random_repeat(&text, "\xcc\x81\xcc\x96", (size_t)1 << 21);
	CHECK(wt_utf8_clean(&a, wt_buf_span(&text), &clean, &replaced) == WT_OK &&
	    is_valid(clean) &&
	    replaced == 0, "a million marks in a row end in good time");
	wt_buf_clear(&text);
	wt_buf_puts(&text, "a");
	random_repeat(&text, "\xcc\x96", 61);
	CHECK(wt_utf8_clean(&a, wt_buf_span(&text), &clean, &replaced) == WT_OK &&
	    clean.len == text.len,
	    "thirty marks are left alone");
	wt_buf_puts(&text, "\xcc\x96");
	CHECK(wt_utf8_clean(&a, wt_buf_span(&text), &clean, &replaced) == WT_OK &&
	    clean.len == text.len + 2, "the next one is parted from them");
	wt_buf_free(&text);
	wt_arena_free(&a);
}

int
main(void)
{
	check_rows();
	check_lower();
	check_classes();
	check_decode();
	check_random();
	check_marks();
	return check_done();
}
