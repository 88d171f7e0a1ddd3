/* encoding.c - behind encoding.h. */
#include "ingest/encoding.h"
#include "ingest/fields.h"
#include "text/utf8.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>

#define DECLARED ((size_t)4096) /* bytes of a page in which it names its encoding */
#define LABEL 40                /* bytes of a label */
#define PIECE ((size_t)16 << 10) /* bytes converted at a time */
#define REPLACEMENT "\xef\xbf\xbd"

const char *
wt_encoding_name(enum wt_encoding encoding)
{
	static const char *const names[] = { "UTF-8", "UTF-16LE", "UTF-16BE", "WINDOWS-1252", "unknown" };

	return names[encoding];
}

static char
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

static bool
letter(unsigned char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

enum wt_encoding
wt_encoding_labelled(struct wt_span label)
{
	/* What the WHATWG standard makes windows-1252 is that here. */
	static const struct {
		const char *label;
		enum wt_encoding encoding;
	} rows[] = {
		{ "utf-8", WT_ENCODING_UTF8 }, { "utf8", WT_ENCODING_UTF8 },
		{ "windows-1252", WT_ENCODING_WINDOWS_1252 }, { "cp1252", WT_ENCODING_WINDOWS_1252 },
		{ "x-cp1252", WT_ENCODING_WINDOWS_1252 }, { "iso-8859-1", WT_ENCODING_WINDOWS_1252 },
		{ "iso8859-1", WT_ENCODING_WINDOWS_1252 }, { "iso_8859-1", WT_ENCODING_WINDOWS_1252 },
		{ "latin1", WT_ENCODING_WINDOWS_1252 }, { "l1", WT_ENCODING_WINDOWS_1252 },
		{ "us-ascii", WT_ENCODING_WINDOWS_1252 }, { "ascii", WT_ENCODING_WINDOWS_1252 },
		/* A page that could say this in ASCII is not in UTF-16. */
		{ "utf-16", WT_ENCODING_UTF8 }, { "utf-16le", WT_ENCODING_UTF8 },
		{ "utf-16be", WT_ENCODING_UTF8 },
	};

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		if (wt_span_same(label, wt_span_of(rows[i].label)))
			return rows[i].encoding;
	return WT_ENCODING_UNKNOWN;
}

/* Where a word in lower case begins in a text of any case; its length if nowhere. */
static size_t
find_word(struct wt_span text, size_t from, const char *word)
{
	size_t len = strlen(word);

	for (size_t i = from; i + len <= text.len; i++) {
		size_t k = 0;

		while (k < len && lower(text.at[i + k]) == word[k])
			k++;
		if (k == len)
			return i;
	}
	return text.len;
}

/* The label behind `at`: an equals sign, perhaps a quotation mark, the label. */
static struct wt_span
read_label(struct wt_span text, size_t at)
{
	size_t start, len = 0;

	while (at < text.len && (text.at[at] == ' ' || text.at[at] == '='))
		at++;
	if (at < text.len && (text.at[at] == '"' || text.at[at] == '\''))
		at++;
	for (start = at; at < text.len && len < LABEL; at++, len++)
		if (!letter((unsigned char)text.at[at]) && (text.at[at] < '0' || text.at[at] > '9') &&
		    text.at[at] != '-' && text.at[at] != '_')
			break;
	return wt_span_make(text.at + start, len);
}

struct wt_span
wt_encoding_declared(struct wt_span page)
{
	size_t at, end;

	if (page.len > DECLARED)
		page.len = DECLARED;
	if (wt_span_starts(page, WT_SPAN("<?xml"))) {
		end = find_word(page, 0, "?>");
		at = find_word(page, 0, "encoding");
		if (at < end)
			return read_label(page, at + 8);
	}
	for (at = find_word(page, 0, "<meta"); at < page.len; at = find_word(page, at + 5, "<meta")) {
		const char *close = memchr(page.at + at, '>', page.len - at);
		size_t found = find_word(page, at, "charset");

		end = close == NULL ? page.len : (size_t)(close - page.at);
		if (found < end)
			return read_label(wt_span_make(page.at, end), found + 7);
	}
	return wt_span_make("", 0);
}

/* UTF-16 of mostly ASCII text: NUL in nearly every other place, and in no other. */
static enum wt_encoding
of_nuls(struct wt_span front)
{
	size_t nuls[2] = { 0 }, pairs = front.len / 2;

	for (size_t i = 0; i < 2 * pairs; i++)
		nuls[i % 2] += front.at[i] == '\0';
	if (pairs >= 8 && nuls[0] == 0 && nuls[1] * 10 >= pairs * 9)
		return WT_ENCODING_UTF16LE;
	if (pairs >= 8 && nuls[1] == 0 && nuls[0] * 10 >= pairs * 9)
		return WT_ENCODING_UTF16BE;
	return WT_ENCODING_UTF8;
}

struct wt_encoded
wt_encoding_of_front(struct wt_span front, size_t *mark)
{
	static const struct {
		struct wt_span mark;
		enum wt_encoding encoding;
	} marks[] = {
		{ { "\xef\xbb\xbf", 3 }, WT_ENCODING_UTF8 }, { { "\xff\xfe", 2 }, WT_ENCODING_UTF16LE },
		{ { "\xfe\xff", 2 }, WT_ENCODING_UTF16BE },
	};

	for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
		*mark = marks[i].mark.len;
		if (wt_span_starts(front, marks[i].mark))
			return (struct wt_encoded){ marks[i].encoding, WT_ENCODING_BY_MARK };
	}
	*mark = 0;
	return (struct wt_encoded){ of_nuls(front), WT_ENCODING_BY_BYTES };
}

/* A byte of 128 and more that is a letter in Windows-1252. */
static bool
accented(unsigned char c)
{
	static const char others[] = "\x83\x8a\x8c\x8e\x9a\x9c\x9e\x9f";

	return c >= 0xc0 ? c != 0xd7 && c != 0xf7 : c != 0 && strchr(others, (char)c) != NULL;
}

/* A byte with which the characters begin that Indonesian texts in UTF-8 have beside ASCII. */
static bool
leads(unsigned char c)
{
	return c == 0xc2 || c == 0xc3 || c == 0xe2 || c == 0xf0;
}

/* Can s[i], an accented letter, stand where it does? */
static bool
letter_fits(struct wt_span s, size_t i)
{
	unsigned char c = (unsigned char)s.at[i], before = i == 0 ? ' ' : (unsigned char)s.at[i - 1];
	unsigned char after = i + 1 == s.len ? ' ' : (unsigned char)s.at[i + 1];

	/* Of one letter there are "a la carte" with its accent, and the letter spoken of. */
	if (!letter(before) && !letter(after))
		return (c == 0xe0 || c == 0xe9) && before < 0x80 && after < 0x80;
	/* What a UTF-8 character leaves that lost its rest. */
	if (leads(c) && !letter(after))
		return false;
	if (c >= 0xc0 && c < 0xdf)
		return before < 'a' || before > 'z';
	return after < 'A' || after > 'Z';
}

/* Do the bytes above 127 make sense as Windows-1252? */
static bool
fits_1252(struct wt_span s)
{
	/* Not there, or of no word that is at home in an Indonesian newspaper: eth, thorn, y with dots. */
	static const char strange[] = "\x81\x88\x8d\x8f\x90\x98\x9d\xd0\xde\xf0\xfe\xff";
	size_t high = 0;

	for (size_t i = 0; i < s.len; i++) {
		unsigned char c = (unsigned char)s.at[i];

		if (c < 0x80)
			continue;
		high++;
		if (strchr(strange, (char)c) != NULL || (accented(c) && !letter_fits(s, i)))
			return false;
	}
	return high * 4 <= s.len;
}

struct wt_encoded
wt_encoding_of(struct wt_span bytes, struct wt_span label)
{
	struct wt_encoded result = { WT_ENCODING_UTF8, WT_ENCODING_BY_BYTES };
	struct wt_utf8_survey survey;
	enum wt_encoding declared;

	wt_utf8_survey(bytes, &survey);
	if (survey.invalid == 0)
		return result;
	declared = label.len == 0 ? WT_ENCODING_UTF8 : wt_encoding_labelled(label);
	if (declared != WT_ENCODING_UTF8)
		return (struct wt_encoded){ declared, WT_ENCODING_BY_NAME };
	if (survey.several == 0 && survey.nuls == 0 && fits_1252(bytes))
		result.encoding = WT_ENCODING_WINDOWS_1252;
	else if ((survey.invalid + survey.nuls) * 4 > bytes.len)
		result.encoding = WT_ENCODING_UNKNOWN;
	return result;
}

/*
 * Convert a piece behind `out`; what means nothing becomes U+FFFD.  `last`: nothing comes
 * behind it.  How many bytes of it were used; 0 with out->err if memory ran out.
 */
static size_t
convert(iconv_t cd, struct wt_span piece, size_t unit, bool last, struct wt_buf *out)
{
	char *in = (char *)(uintptr_t)piece.at;
	size_t left = piece.len;

	while (left > 0 && out->err == WT_OK) {
		char *to = wt_buf_room(out, left * 3 + 8);
		size_t room = left * 3 + 8;

		if (to == NULL)
			break;
		if (iconv(cd, &in, &left, &to, &room) == (size_t)-1 && errno == EINVAL && !last) {
			out->len = (size_t)(to - out->at);
			break;
		}
		out->len = (size_t)(to - out->at);
		if (left > 0) {
			size_t bad = left < unit ? left : unit;

			wt_buf_puts(out, REPLACEMENT);
			in += bad;
			left -= bad;
		}
	}
	return piece.len - left;
}

static size_t
unit_of(enum wt_encoding encoding)
{
	return encoding == WT_ENCODING_UTF16LE || encoding == WT_ENCODING_UTF16BE ? 2 : 1;
}

int
wt_encoding_decode(struct wt_arena *arena, struct wt_span bytes, enum wt_encoding encoding,
    struct wt_span *utf8)
{
	struct wt_buf out = { 0 };
	iconv_t cd;
	int code;

	*utf8 = bytes;
	if (encoding == WT_ENCODING_UTF8)
		return WT_OK;
	if (encoding == WT_ENCODING_UNKNOWN ||
	    (cd = iconv_open("UTF-8", wt_encoding_name(encoding))) == (iconv_t)-1)
		return WT_EINVAL;
	convert(cd, bytes, unit_of(encoding), true, &out);
	iconv_close(cd);
	*utf8 = wt_arena_copy(arena, wt_buf_span(&out));
	code = out.err != WT_OK ? out.err : arena->err;
	wt_buf_free(&out);
	return code;
}

int
wt_encoding_read(struct wt_arena *arena, struct wt_span bytes, struct wt_span label,
    struct wt_span *utf8, struct wt_encoded *encoded, struct wt_error *error)
{
	int code;

	*encoded = wt_encoding_of(bytes, label);
	code = wt_encoding_decode(arena, bytes, encoded->encoding, utf8);
	if (code == WT_ENOMEM)
		return wt_error_set(error, code, 0, "memory ran out");
	if (code != WT_OK && encoded->by == WT_ENCODING_BY_NAME)
		return wt_error_set(error, code, 0, "the encoding '%.*s' is not known", (int)label.len,
		    label.at);
	if (code != WT_OK)
		return wt_error_set(error, code, 0, "not text in UTF-8, UTF-16 or Windows-1252");
	return WT_OK;
}

/* ---- a stream over a stream ---- */

struct converter {
	struct wt_stream *from; /* owned */
	iconv_t cd;             /* owned */
	size_t unit;
	struct wt_buf out;      /* converted, from `at` on not given yet */
	size_t at;
};

static void
close_converter(void *context)
{
	struct converter *c = context;

	wt_stream_close(c->from);
	iconv_close(c->cd);
	wt_buf_free(&c->out);
	free(c);
}

/* Convert some more; an unfinished character at the end of a piece waits for the next. */
static int
refill(struct converter *c)
{
	struct wt_span piece;
	int code = wt_stream_peek(c->from, PIECE, &piece);

	c->at = 0;
	wt_buf_clear(&c->out);
	if (code == WT_OK) {
		wt_stream_drop(c->from, convert(c->cd, piece, c->unit, piece.len < PIECE, &c->out));
		code = c->out.err;
	}
	return code;
}

static long
read_converted(void *context, char *bytes, size_t size)
{
	struct converter *c = context;
	size_t n;
	int code;

	if (c->at == c->out.len && (code = refill(c)) != WT_OK)
		return code;
	n = c->out.len - c->at < size ? c->out.len - c->at : size;
	if (n > 0)
		memcpy(bytes, c->out.at + c->at, n);
	c->at += n;
	return (long)n;
}

int
wt_encoding_stream(struct wt_stream *s, enum wt_encoding encoding, struct wt_stream **out)
{
	struct converter *c = calloc(1, sizeof *c);

	*out = NULL;
	if (c == NULL || wt_stream_of(read_converted, c, out) != WT_OK) {
		free(c);
		return WT_ENOMEM;
	}
	c->unit = unit_of(encoding);
	c->cd = iconv_open("UTF-8", wt_encoding_name(encoding));
	if (c->cd == (iconv_t)-1) {
		wt_stream_close(*out);
		*out = NULL;
		free(c);
		return WT_EINVAL;
	}
	c->from = s;
	wt_stream_on_close(*out, close_converter);
	return WT_OK;
}
