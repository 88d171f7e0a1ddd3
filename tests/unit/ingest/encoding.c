/* encoding.c - which encoding bytes are in, and what they become. */
#include "ingest/encoding.h"
#include "tests/check.h"

#include <stdlib.h>

static void
test_bytes(void)
{
	/* Each row: what, bytes, what is declared, encoding, how, UTF-8. */
	static const struct {
		const char *what, *bytes, *label;
		enum wt_encoding encoding;
		enum wt_encoding_by by;
		const char *utf8;
	} rows[] = {
#define U WT_ENCODING_UTF8
#define W WT_ENCODING_WINDOWS_1252
#define X WT_ENCODING_UNKNOWN
#define B WT_ENCODING_BY_BYTES
#define N WT_ENCODING_BY_NAME
		{ "ASCII", "Kota Serang", "", U, B, "Kota Serang" },
		{ "ASCII, whatever is declared", "Kota Serang", "iso-8859-1", U, B, "Kota Serang" },
		{ "UTF-8, whatever is declared", "caf\xc3\xa9", "iso-8859-1", U, B, "caf\xc3\xa9" },
		{ "an accented letter in a word", "Festival Caf\xe9 di Pidi\xe9", "", W, B,
		    "Festival Caf\xc3\xa9 di Pidi\xc3\xa9" },
		{ "quotation marks and a dash", "\x93Segera,\x94 ujarnya \x96 Jumat", "", W, B,
		    "\xe2\x80\x9cSegera,\xe2\x80\x9d ujarnya \xe2\x80\x93 Jumat" },
		{ "quotation marks around an accented word", "kafe \x93" "Caf\xe9\x94 buka", "", W, B,
		    "kafe \xe2\x80\x9c" "Caf\xc3\xa9\xe2\x80\x9d buka" },
		{ "a word of capitals", "PANGLIMA COUD\xc9 TIBA", "", W, B, "PANGLIMA COUD\xc3\x89 TIBA" },
		{ "a degree, a half", "suhu 30\xb0 dan \xbd liter", "", W, B,
		    "suhu 30\xc2\xb0 dan \xc2\xbd liter" },
		{ "a letter of its own", "menu \xe0 la carte", "", W, B, "menu \xc3\xa0 la carte" },
		{ "letters among no letters", "Warga \xff\xfe Serang", "", U, B, "Warga \xff\xfe Serang" },
		{ "UTF-8 beside a fault", "caf\xc3\xa9 \x94 kota", "", U, B, "caf\xc3\xa9 \x94 kota" },
		{ "UTF-8 cut off behind a letter", "Wali kota caf\xc3", "", U, B, "Wali kota caf\xc3" },
		{ "UTF-8 that lost its rest inside a word", "Wali kota caf\xc3s", "", U, B,
		    "Wali kota caf\xc3s" },
		{ "a quotation mark of UTF-8 that lost its rest", "kata \xe2Kami kata", "", U, B,
		    "kata \xe2Kami kata" },
		{ "a byte that Windows-1252 does not have", "Caf\xe9 di kota \x81", "", U, B,
		    "Caf\xe9 di kota \x81" },
		{ "declared, though no letter stands there", "Warga \xfe Serang", "Latin1", W, N,
		    "Warga \xc3\xbe Serang" },
		{ "declared in capitals", "menu \xe1 la carte", "ISO-8859-1", W, N, "menu \xc3\xa1 la carte" },
		{ "declared to be UTF-8", "Festival Caf\xe9 di kota", "utf-8", W, B,
		    "Festival Caf\xc3\xa9 di kota" },
		{ "undefined bytes of what is declared", "kota \x81 itu", "cp1252", W, N,
		    "kota \xef\xbf\xbd itu" },
		{ "an encoding that is not known", "\xb1\xb1 kota", "gb2312", X, N, "" },
		{ "an encoding that is not known, in ASCII", "kota", "gb2312", U, B, "kota" },
		{ "no text", "\xb1\xfe\x80\xff\x81\xfd kota", "", X, B, "" },
#undef U
#undef W
#undef X
#undef B
#undef N
	};

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct wt_arena arena = { 0 };
		struct wt_error error = { 0 };
		struct wt_encoded e;
		struct wt_span utf8;
		int code = wt_encoding_read(&arena, wt_span_of(rows[i].bytes), wt_span_of(rows[i].label),
		    &utf8, &e, &error);
		bool known = e.encoding != WT_ENCODING_UNKNOWN;

		CHECK(e.encoding == rows[i].encoding && e.by == rows[i].by &&
		    code == (known ? WT_OK : WT_EINVAL) && (!known || wt_span_is(utf8, rows[i].utf8)),
		    "%s: %s, %.*s", rows[i].what, wt_encoding_name(e.encoding), (int)utf8.len, utf8.at);
		wt_arena_free(&arena);
	}
}

static void
test_front(void)
{
#define FRONT(bytes) { bytes, sizeof bytes - 1 }
	static const struct {
		const char *what;
		struct wt_span front;
		size_t mark;
		enum wt_encoding encoding;
	} rows[] = {
		{ "nothing", FRONT(""), 0, WT_ENCODING_UTF8 },
		{ "text", FRONT("Kota Serang membangun"), 0, WT_ENCODING_UTF8 },
		{ "a mark of UTF-8", FRONT("\xef\xbb\xbfKota"), 3, WT_ENCODING_UTF8 },
		{ "a mark of UTF-16", FRONT("\xff\xfeK\0o\0"), 2, WT_ENCODING_UTF16LE },
		{ "the other one", FRONT("\xfe\xff\0K\0o"), 2, WT_ENCODING_UTF16BE },
		{ "UTF-16 without a mark", FRONT("K\0o\0t\0a\0 \0s\0e\0r\0"), 0, WT_ENCODING_UTF16LE },
		{ "the other one without", FRONT("\0K\0o\0t\0a\0 \0s\0e\0r"), 0, WT_ENCODING_UTF16BE },
		{ "too little to tell", FRONT("K\0o\0t\0a\0"), 0, WT_ENCODING_UTF8 },
		{ "NUL in both places", FRONT("K\0\0\0t\0a\0 \0s\0e\0r\0"), 0, WT_ENCODING_UTF8 },
		{ "NUL in few places", FRONT("K\0o\0tatatata\0 \0s\0e\0"), 0, WT_ENCODING_UTF8 },
	};

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		size_t mark = 9;
		struct wt_encoded e = wt_encoding_of_front(rows[i].front, &mark);

		CHECK(e.encoding == rows[i].encoding && mark == rows[i].mark &&
		    (e.by == WT_ENCODING_BY_MARK) == (mark > 0), "%s", rows[i].what);
	}
}

static void
test_declared(void)
{
	static const struct {
		const char *page, *label;
	} rows[] = {
		{ "<html><head><meta charset=\"utf-8\">", "utf-8" }, { "<META CHARSET=iso-8859-1>", "iso-8859-1" },
		{ "<meta name=a content=b><meta charset = 'windows-1252' />", "windows-1252" },
		{ "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=ISO-8859-1\">", "ISO-8859-1" },
		{ "<?xml version=\"1.0\" encoding=\"latin1\"?><html>", "latin1" },
		{ "<?xml version=\"1.0\"?><html encoding=x><meta charset=y>", "y" },
		{ "<p>charset=x</p>", "" }, { "<meta name=x> charset=y", "" }, { "<meta charset", "" },
		{ "<meta charset=", "" }, { "", "" },
	};

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct wt_span label = wt_encoding_declared(wt_span_of(rows[i].page));

		CHECK(wt_span_is(label, rows[i].label), "%s: %.*s", rows[i].page, (int)label.len, label.at);
	}
	CHECK(wt_encoding_labelled(wt_span_make("utf-8\0x", 7)) == WT_ENCODING_UNKNOWN, "a NUL in a label");
}

/* Gives its bytes a few at a time. */
struct drip {
	struct wt_span rest;
	size_t step;
};

static long
drip(void *context, char *bytes, size_t size)
{
	struct drip *d = context;
	size_t n = d->rest.len < d->step ? d->rest.len : d->step;

	n = n < size ? n : size;
	memcpy(bytes, d->rest.at, n);
	d->rest = wt_span_make(d->rest.at + n, d->rest.len - n);
	return (long)n;
}

/* A stream of UTF-16: a letter of three bytes, one behind U+FFFF, half of one, half a unit at the end. */
static void
test_stream(void)
{
	static const char bytes[] = "a\0\x13\x20\n\0\x3d\xd8\x00\xde\x3d\xd8x\0y";
	static const char utf8[] = "\xe2\x80\x93\n\xf0\x9f\x98\x80\xef\xbf\xbdx\xef\xbf\xbd";
	size_t repeats = 9000;
	char *many = malloc(repeats * 2 + sizeof bytes);

	if (many == NULL)
		return;
	for (size_t i = 0; i < repeats; i++)
		memcpy(many + 2 * i, "a", 2);
	memcpy(many + 2 * repeats, bytes + 2, sizeof bytes - 3);
	for (size_t step = 1; step < 40000; step = step * 7 + 1) {
		struct drip d = { wt_span_make(many, 2 * repeats + sizeof bytes - 3), step };
		struct wt_stream *raw, *s = NULL;
		struct wt_span got;

		wt_stream_of(drip, &d, &raw);
		CHECK(wt_encoding_stream(raw, WT_ENCODING_UTF16LE, &s) == WT_OK &&
		    wt_stream_rest(s, 1 << 20, &got) == WT_OK && got.len == repeats + sizeof utf8 - 1 &&
		    memcmp(got.at + repeats, utf8, sizeof utf8 - 1) == 0 && got.at[repeats - 1] == 'a',
		    "UTF-16 by %zu", step);
		wt_stream_close(s);
	}
	free(many);
}

int
main(void)
{
	test_bytes();
	test_front();
	test_declared();
	test_stream();
	return check_done();
}
