/* Spans: comparing, cutting, trimming; all of them with empty and NULL spans too. */
#include "base/span.h"
#include "tests/check.h"

#define NONE ((struct wt_span){ NULL, 0 })

static int
sign(int n)
{
	return (n > 0) - (n < 0);
}

static void
check_order(void)
{
	static const struct {
		const char *what, *a, *b;
		int order;
		bool starts, ends;
	} rows[] = {
		{ "the same", "kota", "kota", 0, true, true },
		{ "a front", "kota serang", "kota", 1, true, false },
		{ "a back", "kota serang", "serang", -1, false, true },
		{ "a longer one", "kota", "kota ", -1, false, false },
		{ "empty and empty", "", "", 0, true, true },
		{ "something and empty", "a", "", 1, true, true },
		{ "bytes above 127 are large", "\xc3\xa9", "z", 1, false, false },
		{ "an inner difference", "kata", "kota", -1, false, false },
	};

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct wt_span a = wt_span_of(rows[i].a), b = wt_span_of(rows[i].b);

		CHECK(sign(wt_span_cmp(a, b)) == rows[i].order &&
		    sign(wt_span_cmp(b, a)) == -rows[i].order, "order: %s", rows[i].what);
		CHECK(wt_span_eq(a, b) == (rows[i].order == 0), "equal: %s", rows[i].what);
		CHECK(wt_span_is(a, rows[i].b) == (rows[i].order == 0), "is: %s", rows[i].what);
		CHECK(wt_span_starts(a, b) == rows[i].starts, "starts: %s", rows[i].what);
		CHECK(wt_span_ends(a, b) == rows[i].ends, "ends: %s", rows[i].what);
	}
	CHECK(wt_span_eq(NONE, WT_SPAN("")) && wt_span_cmp(NONE, WT_SPAN("")) == 0 &&
	    wt_span_starts(WT_SPAN("a"), NONE) && wt_span_ends(WT_SPAN("a"), NONE),
	    "no bytes at all");
	CHECK(!wt_span_eq(wt_span_make("a\0b", 3), wt_span_make("a\0c", 3)),
	    "NUL is a byte like others");
	CHECK(wt_span_of(NULL).len == 0, "a NULL string is empty");
}

static void
check_cut(void)
{
	static const struct {
		const char *what, *text, *parts;        /* parts joined by '+' */
	} rows[] = {
		{ "three", "a|b|c", "a+b+c+" },
		{ "one", "abc", "abc+" },
		{ "an empty one between", "a||c", "a++c+" },
		{ "a separator in front", "|a", "+a+" },
		{ "a separator behind", "a|", "a++" },
		{ "nothing is one empty part", "", "+" },
	};

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct wt_span rest = wt_span_of(rows[i].text), part;
		char joined[32];
		size_t len = 0;

		while (len < 16 && wt_span_cut(&rest, '|', &part)) {
			memcpy(joined + len, part.at, part.len);
			len += part.len;
			joined[len++] = '+';
		}
		CHECK(wt_span_is(wt_span_make(joined, len), rows[i].parts) && rest.at == NULL,
		    "cut: %s",
		    rows[i].what);
	}
	struct wt_span none = NONE, part;
	CHECK(!wt_span_cut(&none, '|', &part), "cut: NULL has no parts");
}

static void
check_trim(void)
{
	static const struct { const char *text, *trimmed; } rows[] = {
		{ " a ", "a" }, { "\t\n\v\f\ra b\r\n", "a b" }, { "  ", "" }, { "", "" }, { "a",
		    "a" },
		{ "\xc2\xa0" "a", "\xc2\xa0" "a" }, { "a\x08", "a\x08" }, { "a\x0e", "a\x0e" },
	};

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		CHECK(wt_span_is(wt_span_trim(wt_span_of(rows[i].text)), rows[i].trimmed),
		    "trim %zu", i);
	CHECK(wt_span_trim(NONE).len == 0, "trim: NULL");
}

static void
check_listed(void)
{
	static const char *const words[] = { "anak", "anggota", "guru", "ketua", "ketuanya", "yang" };
	static const struct { const char *text; bool listed; } rows[] = {
		{ "anak", true }, { "anggota", true }, { "guru", true }, { "ketua", true },
		{ "ketuanya", true }, { "yang", true }, { "", false }, { "a", false },
		{ "ketu", false }, { "ketuan", false }, { "yangg", false }, { "hakim", false },
	};

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		CHECK(wt_span_listed(wt_span_of(rows[i].text), words, sizeof words / sizeof words[0]) ==
		    rows[i].listed, "listed: \"%s\"", rows[i].text);
	CHECK(!wt_span_listed(NONE, words, 6) && !wt_span_listed(WT_SPAN("a"), words, 0),
	    "listed: NULL, and no list");
	CHECK(wt_span_is(NONE, "") && !wt_span_is(NONE, "a") && !wt_span_is(WT_SPAN("a"), ""),
	    "is: empty on either side");
}

int
main(void)
{
	check_listed();
	check_order();
	check_cut();
	check_trim();
	return check_done();
}
