/* Every kind of token, with its offsets; and what must hold for any text. */
#include "base/err.h"
#include "tests/check.h"
#include "tests/random.h"
#include "text/token.h"
#include "text/utf8.h"

#define HOSTILE ((size_t)1 << 17)       /* bytes; work that takes their square shows */

/* Tokens as "W(kata) N(16)": the letter is the kind. */
static void
render(struct wt_buf *out, struct wt_span text, const struct wt_token *tokens, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++) {
		wt_buf_printf(out, "%s%c(", i > 0 ? " " : "", "WNMAUP"[tokens[i].kind]);
		wt_buf_putspan(out, wt_token_text(text, &tokens[i]));
		wt_buf_putc(out, ')');
	}
}

static const struct { const char *what, *text, *tokens; } kinds[] = {
	{ "words", "pembangunan alun-alun", "W(pembangunan) W(alun-alun)" },
	{ "an apostrophe inside", "Jum'at ma\xe2\x80\x99ruf", "W(Jum'at) W(ma\xe2\x80\x99ruf)" },
	{ "a quoted word", "'kota'", "P(') W(kota) P(')" },
	{ "letters and digits", "COVID-19 G20 3D", "W(COVID-19) W(G20) W(3D)" },
	{ "ordinals", "ke-77 1990-an", "W(ke-77) W(1990-an)" },
	{ "a reduplication with a suffix", "undang-undangnya", "W(undang-undangnya)" },
	{ "a reduplicated name", "Undang-Undang", "W(Undang-Undang)" },
	{ "two names", "Jakarta-Bogor", "W(Jakarta) P(-) W(Bogor)" },
	{ "three names", "Jakarta-Bogor-Depok", "W(Jakarta) P(-) W(Bogor) P(-) W(Depok)" },
	{ "a capital behind a prefix", "non-ASN pro-Jokowi", "W(non-ASN) W(pro-Jokowi)" },
	{ "a hyphen at the end", "kata- kata", "W(kata) P(-) W(kata)" },
	{ "letters of other scripts", "\xc3\x89" "cole \xe4\xba\xac", "W(\xc3\x89"
	    "cole) W(\xe4\xba\xac)" },
	{ "digits of other scripts", "\xd9\xa0\xd9\xa1", "W(\xd9\xa0\xd9\xa1)" },
	{ "numbers", "16 10.000 1,5 09.00", "N(16) N(10.000) N(1,5) N(09.00)" },
	{ "dates and ranges", "5/2/2020 2019-2024 10:30", "N(5/2/2020) N(2019-2024) N(10:30)" },
	{ "a number at a sentence's end", "2020. Ia", "N(2020) P(.) W(Ia)" },
	{ "a number before a comma", "16, 17", "N(16) P(,) N(17)" },
	{ "a percentage", "5,3%", "N(5,3) P(%)" },
	{ "a unit right behind", "5km 2,5kg", "W(5km) W(2,5kg)" },
	{ "money", "Rp230 Rp1,5 Rp.500", "M(Rp230) M(Rp1,5) M(Rp.500)" },
	{ "money at a sentence's end", "Rp1,5.", "M(Rp1,5) P(.)" },
	{ "money with a dash", "Rp5.000,-", "M(Rp5.000) P(,) P(-)" },
	{ "a range of money", "Rp5-Rp10", "M(Rp5) P(-) M(Rp10)" },
	{ "Rp alone", "Rp 5 Rp. 5", "W(Rp) N(5) A(Rp.) N(5)" },
	{ "titles", "H. Dr. Drs. K.H.", "A(H.) A(Dr.) A(Drs.) A(K.H.)" },
	{ "degrees", "S.Sos., M.Si", "A(S.Sos.) P(,) A(M.Si)" },
	{ "small abbreviations", "a.n. dll.", "A(a.n.) A(dll.)" },
	{ "letters of a list", "a.b c.d.e", "W(a) P(.) W(b) W(c) P(.) W(d) P(.) W(e)" },
	{ "a number's word", "No. 5 no. 5", "A(No.) N(5) A(no.) N(5)" },
	{ "a page", "hal. 5", "A(hal.) N(5)" },
	{ "a matter", "banyak hal. Ia", "W(banyak) W(hal) P(.) W(Ia)" },
	{ "a plain word before a stop", "kota.", "W(kota) P(.)" },
	{ "an initial", "M. Yusuf", "A(M.) W(Yusuf)" },
	{ "too long for a degree", "Kota.Serang", "W(Kota) P(.) W(Serang)" },
	{ "addresses", "https://a.id/b?c=d www.x.co", "U(https://a.id/b?c=d) U(www.x.co)" },
	{ "an address at a sentence's end", "lihat https://a.id/b.",
	    "W(lihat) U(https://a.id/b) P(.)" },
	{ "an address in brackets", "(www.a.id)", "P(() U(www.a.id) P())" },
	{ "an address in quotes", "\xe2\x80\x9cwww.a.id/b\xe2\x80\x9d ya",
	    "P(\xe2\x80\x9c) U(www.a.id/b) P(\xe2\x80\x9d) W(ya)" },
	{ "an address before a wide space", "www.a.id\xc2\xa0ya", "U(www.a.id) W(ya)" },
	{ "the front of an address alone", "http:// www.", "W(http) P(:) P(/) P(/) W(www) P(.)" },
	{ "domains", "REDAKSI24.COM tegalkota.go.id 24jam.com",
	    "U(REDAKSI24.COM) U(tegalkota.go.id) U(24jam.com)" },
	{ "a domain with a path", "kota.go.id/berita, ya", "U(kota.go.id/berita) P(,) W(ya)" },
	{ "a domain at a sentence's end", "kota.go.id. Ia", "U(kota.go.id) P(.) W(Ia)" },
	{ "a name in a network", "@pemkot_serang @", "U(@pemkot) P(_) W(serang) P(@)" },
	{ "signs", "(a), b; c: d!", "P(() W(a) P()) P(,) W(b) P(;) W(c) P(:) W(d) P(!)" },
	{ "runs of signs", "a ... b -- c ||", "W(a) P(...) W(b) P(--) W(c) P(||)" },
	{ "quotes do not run together", "\"\"", "P(\") P(\")" },
	{ "dashes and smileys", "\xe2\x80\x93 \xf0\x9f\x98\x80",
	    "P(\xe2\x80\x93) P(\xf0\x9f\x98\x80)" },
	{ "controls are nothing", "a\x01" "b", "W(a) W(b)" },
	{ "only white space", " \t\r\n", "" },
	{ "nothing", "", "" },
};

static void
check_kinds(void)
{
	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
		struct wt_arena a = { 0 };
		struct wt_buf out = { 0 };
		struct wt_span text = wt_span_of(kinds[i].text);
		struct wt_token *tokens;
		uint32_t count;
		int code = wt_tokenize(&a, text, &tokens, &count);

		render(&out, text, tokens, count);
		CHECK(code == WT_OK && wt_span_is(wt_buf_span(&out), kinds[i].tokens), "%s",
		    kinds[i].what);
		if (!wt_span_is(wt_buf_span(&out), kinds[i].tokens))
			printf("# got %.*s\n", (int)out.len, out.len > 0 ? out.at : "");
		wt_buf_free(&out);
		wt_arena_free(&a);
	}
}

static void
check_shapes(void)
{
	static const struct { const char *text, *norm; enum wt_token_shape shape; } rows[] = {
		{ "kata", "kata", WT_SHAPE_LOWER }, { "Kata", "kata", WT_SHAPE_CAPITAL },
		{ "McDonald", "mcdonald", WT_SHAPE_CAPITAL }, { "KATA", "kata", WT_SHAPE_UPPER },
		{ "A", "a", WT_SHAPE_UPPER }, { "iPhone", "iphone", WT_SHAPE_MIXED }, { "e-KTP",
		    "e-ktp", WT_SHAPE_MIXED },
		{ "16", "16", WT_SHAPE_NONE }, { "COVID-19", "covid-19", WT_SHAPE_UPPER },
		    { "3D", "3d", WT_SHAPE_UPPER },
		{ "Rp5", "rp5", WT_SHAPE_CAPITAL }, { "H.", "h.", WT_SHAPE_UPPER }, { "(", "(",
		    WT_SHAPE_NONE },
		{ "\xc3\x89tude", "\xc3\xa9tude", WT_SHAPE_CAPITAL }, { "\xe4\xba\xac",
		    "\xe4\xba\xac", WT_SHAPE_LOWER },
		{ "REDAKSI24.COM", "redaksi24.com", WT_SHAPE_UPPER },
	};

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct wt_arena a = { 0 };
		struct wt_token *t;
		uint32_t count;

		wt_tokenize(&a, wt_span_of(rows[i].text), &t, &count);
		CHECK(count == 1 && t[0].shape == rows[i].shape && wt_span_is(t[0].norm,
		    rows[i].norm), "shape of %s",
		    rows[i].text);
		wt_arena_free(&a);
	}
}

static void
check_places(void)
{
	static const struct {
		const char *what;
		uint32_t start, end, cp_start, cp_end;
		uint8_t gap;
		bool space;
	} rows[] = {
		{ "the first", 1, 3, 1, 2, 0, true },
		{ "a sign with nothing before it", 3, 4, 2, 3, 0, false },
		{ "one behind a wide space", 6, 10, 4, 5, 0, true },
		{ "one on the next line", 12, 13, 7, 8, 1, true },
		{ "one behind an empty line", 16, 17, 11, 12, 2, true },
		{ "one behind many empty lines", 20, 21, 15, 16, 2, true },
		{ "one behind a carriage return", 22, 23, 17, 18, 1, true },
		{ "one behind a line separator", 26, 27, 19, 20, 1, true },
	};
	struct wt_span text = WT_SPAN(" \xc3\xa9,\xc2\xa0\xf0\x9f\x98\x80\r\na\n\r\nb\n\n\nc\rd\xe2\x80\xa8" "e");
	struct wt_arena a = { 0 };
	struct wt_token *t;
	uint32_t count;

	wt_tokenize(&a, text, &t, &count);
	CHECK(count == sizeof rows / sizeof rows[0], "all tokens are there");
	for (uint32_t i = 0; i < count; i++)
		CHECK(t[i].start == rows[i].start && t[i].end == rows[i].end &&
		    t[i].cp_start == rows[i].cp_start &&
		    t[i].cp_end == rows[i].cp_end && t[i].gap == rows[i].gap &&
		    t[i].space == rows[i].space, "%s",
		    rows[i].what);
	wt_arena_free(&a);
}

/* Is there nothing but white space and what is no character between two offsets? */
static bool
is_blank(struct wt_span text, size_t from, size_t to)
{
	while (from < to) {
		unsigned len;
		enum wt_char_class class = wt_utf8_class(wt_utf8_decode(text.at + from,
		    text.at + to, &len));

		if (class != WT_CHAR_SPACE && class != WT_CHAR_OTHER)
			return false;
		from += len;
	}
	return true;
}

/* Tokens cover the text in order, and their code points are what counting says. */
static bool
holds(struct wt_span text, const struct wt_token *t, uint32_t count)
{
	size_t at = 0, points = 0;

	for (uint32_t i = 0; i < count; i++) {
		if (t[i].start < at || t[i].end <= t[i].start || t[i].end > text.len ||
		    !is_blank(text, at, t[i].start) || t[i].kind > WT_TOKEN_PUNCT ||
		    t[i].norm.len == 0)
			return false;
		points += wt_utf8_count(wt_span_make(text.at + at, t[i].start - at));
		if (t[i].cp_start != points)
			return false;
		points += wt_utf8_count(wt_token_text(text, &t[i]));
		if (t[i].cp_end != points)
			return false;
		at = t[i].end;
	}
	return is_blank(text, at, text.len);
}

static void
check_random(void)
{
	uint64_t state = 73;
	bool ok = true;

	for (int round = 0; ok && round < 1000; round++) {
		struct wt_arena a = { 0 };
		struct wt_buf bytes = { 0 };
		struct wt_span text;
		struct wt_token *tokens;
		uint32_t count, replaced;

		random_text(&state, &bytes, random_below(&state, 60));
		ok = wt_utf8_clean(&a, wt_buf_span(&bytes), &text, &replaced) == WT_OK &&
		    wt_tokenize(&a, text, &tokens, &count) == WT_OK && holds(text, tokens, count);
		if (!ok)
			printf("# round %d: %.*s\n", round, (int)text.len, text.at);
		wt_buf_free(&bytes);
		wt_arena_free(&a);
	}
	CHECK(ok, "tokens cover any text, in order, and count its code points");
}

/* Much of one thing: it ends, and the tokens still cover it. */
static void
check_hostile(void)
{
	static const char *const pieces[] = { "A.", "a-", "A-", "(", "\"", "a", "a.", "1.", "1-",
	    "a'", "Rp", "www.", "https://a", "@", "a.co.",
	    "S.Sos.", "\xe2\x80\x9c", "\xc3\xa9", "Aa-", "hal. ", "hal.  \n", "kota.id/", ".",
	    "- " };

	for (size_t i = 0; i < sizeof pieces / sizeof pieces[0]; i++) {
		struct wt_arena a = { 0 };
		struct wt_buf text = { 0 };
		struct wt_token *tokens;
		uint32_t count;

		random_repeat(&text, pieces[i], HOSTILE);
		CHECK(wt_tokenize(&a, wt_buf_span(&text), &tokens, &count) == WT_OK &&
		    holds(wt_buf_span(&text), tokens, count), "much of %.6s",
		    i == 20 ? "hal. LF" : pieces[i]);
		wt_buf_free(&text);
		wt_arena_free(&a);
	}
}

int
main(void)
{
	check_kinds();
	check_shapes();
	check_places();
	check_random();
	check_hostile();
	return check_done();
}
