/* likeness.c - behind likeness.h. */
#include "ingest/likeness.h"
#include "base/err.h"
#include "text/utf8.h"

#define WORDS 64                /* words of a name that are looked at */

static bool
is_sign(uint32_t c)
{
	static const uint32_t signs[] = { '.', ',', '\'', 0x2019, '`', '"', 0x201c, 0x201d, '(', ')', '[',
	    ']', '/', '-' };

	for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
		if (signs[i] == c)
			return true;
	return false;
}

/* White space folded to single spaces, none at the ends. */
static struct wt_span
fold(struct wt_arena *a, struct wt_span s)
{
	char *at = wt_arena_alloc(a, s.len + 1);
	const char *p = s.at, *end = s.len == 0 ? s.at : s.at + s.len;
	size_t len = 0;

	if (at == NULL)
		return wt_span_make("", 0);
	while (p < end) {
		unsigned n;
		uint32_t c = wt_utf8_decode(p, end, &n);

		if (wt_utf8_class(c) == WT_CHAR_SPACE) {
			if (len > 0 && at[len - 1] != ' ')
				at[len++] = ' ';
		} else {
			memcpy(at + len, p, n);
			len += n;
		}
		p += n;
	}
	return wt_span_make(at, len > 0 && at[len - 1] == ' ' ? len - 1 : len);
}

/* Every `from` as `to`, from left to right. */
static struct wt_span
replace(struct wt_arena *a, struct wt_span s, const char *from, const char *to)
{
	size_t from_len = strlen(from), to_len = strlen(to), len = 0;
	char *at;

	if (!wt_like_within(s, wt_span_make(from, from_len)))
		return s;
	if ((at = wt_arena_alloc(a, s.len * (to_len + 1) + 1)) == NULL)
		return s;
	for (size_t i = 0; i < s.len; ) {
		if (i + from_len <= s.len && memcmp(s.at + i, from, from_len) == 0) {
			memcpy(at + len, to, to_len);
			len += to_len;
			i += from_len;
		} else {
			at[len++] = s.at[i++];
		}
	}
	return wt_span_make(at, len);
}

struct wt_span
wt_like_plain(struct wt_arena *a, struct wt_span s)
{
	struct wt_span clean;
	uint32_t replaced;
	const char *p, *end;
	char *at;
	size_t len = 0;

	if (wt_utf8_clean(a, s, &clean, &replaced) != WT_OK)
		return wt_span_make("", 0);
	s = replace(a, wt_utf8_lower(a, clean), "walikota", "wali kota");
	if ((at = wt_arena_alloc(a, s.len + 1)) == NULL)
		return wt_span_make("", 0);
	for (p = s.at, end = s.len == 0 ? p : p + s.len; p < end; ) {
		unsigned n;

		if (is_sign(wt_utf8_decode(p, end, &n))) {
			at[len++] = ' ';
		} else {
			memcpy(at + len, p, n);
			len += n;
		}
		p += n;
	}
	return fold(a, wt_span_make(at, len));
}

static bool
is_degree(struct wt_span word)
{
	static const char *const degrees[] = { "h", "hj", "kh", "drs", "dra", "dr", "ir", "prof", "se",
	    "sh", "mh", "msi", "mm", "mpd", "spd", "sip", "ssos", "map", "st", "mt", "msc", "ap", "akp",
	    "kombes", "pol", "brigjen", "irjen", "letkol", "kolonel", "mayor", "kapten", "tni", "inf",
	    "cpl" };

	for (size_t i = 0; i < sizeof degrees / sizeof degrees[0]; i++)
		if (wt_span_is(word, degrees[i]))
			return true;
	return false;
}

static bool
in_word(uint32_t c)
{
	enum wt_char_class class = wt_utf8_class(c);

	return c == '_' || class == WT_CHAR_LOWER || class == WT_CHAR_UPPER || class == WT_CHAR_DIGIT;
}

struct wt_span
wt_like_person(struct wt_arena *a, struct wt_span s)
{
	struct wt_span plain = wt_like_plain(a, s);
	char *at = wt_arena_alloc(a, plain.len + 1);
	const char *p = plain.at, *end = plain.len == 0 ? p : p + plain.len;
	size_t len = 0, start = 0;

	if (at == NULL)
		return wt_span_make("", 0);
	/* A run of letters and digits that is a degree becomes a space. */
	while (p < end) {
		unsigned n;
		bool inside = in_word(wt_utf8_decode(p, end, &n));

		if (!inside && len > start && is_degree(wt_span_make(at + start, len - start))) {
			at[start] = ' ';
			len = start + 1;
		}
		memcpy(at + len, p, n);
		len += n;
		p += n;
		if (!inside)
			start = len;
	}
	if (len > start && is_degree(wt_span_make(at + start, len - start)))
		len = start;
	return fold(a, wt_span_make(at, len));
}

struct wt_span
wt_like_agency(struct wt_arena *a, struct wt_span s)
{
	static const char *const pairs[][2] = {
		{ "pemkot", "pemerintah kota" }, { "pemkab", "pemerintah kabupaten" },
		{ "pemprov", "pemerintah provinsi" }, { "pemda", "pemerintah daerah" },
		{ "sekda", "sekretaris daerah" }, { "kadis", "kepala dinas" },
		{ "wagub", "wakil gubernur" }, { "wawali", "wakil wali kota" },
		{ "wabup", "wakil bupati" }, { "kab ", "kabupaten " },
		{ "satpol pp", "satuan polisi pamong praja" }, { "mendagri", "menteri dalam negeri" },
		{ "dprd", "dewan perwakilan rakyat daerah" }, { "kemen ", "kementerian " },
		{ "dki jakarta", "jakarta" }, { "provinsi ", "" }, { "republik indonesia", "" },
		{ " ri", "" },
	};
	struct wt_span plain = wt_like_plain(a, s);

	plain = wt_arena_printf(a, "%.*s ", (int)plain.len, plain.at);
	for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++)
		plain = replace(a, plain, pairs[i][0], pairs[i][1]);
	return fold(a, plain);
}

static size_t
split(struct wt_span s, struct wt_span *words)
{
	size_t n = 0;

	if (s.len == 0)
		return 0;
	while (n < WORDS && wt_span_cut(&s, ' ', &words[n]))
		n++;
	return n;
}

bool
wt_like_same(struct wt_span a, struct wt_span b)
{
	struct wt_span x[WORDS], y[WORDS];
	size_t nx = split(a, x), ny = split(b, y);

	if (wt_span_eq(a, b))
		return true;
	if (nx > ny)
		return wt_like_same(b, a);
	for (size_t i = 0; nx >= 2 && i + nx <= ny; i++) {
		size_t k = 0;

		while (k < nx && wt_span_eq(x[k], y[i + k]))
			k++;
		if (k == nx)
			return true;
	}
	return false;
}

static size_t
different(struct wt_span *words, size_t n)
{
	size_t kept = 0;

	for (size_t i = 0; i < n; i++) {
		size_t k = 0;

		while (k < kept && !wt_span_eq(words[k], words[i]))
			k++;
		if (k == kept)
			words[kept++] = words[i];
	}
	return kept;
}

bool
wt_like_half(struct wt_span a, struct wt_span b)
{
	struct wt_span x[WORDS], y[WORDS];
	size_t nx = different(x, split(a, x)), ny = different(y, split(b, y)), shared = 0;

	for (size_t i = 0; i < nx; i++)
		for (size_t k = 0; k < ny; k++)
			shared += wt_span_eq(x[i], y[k]);
	return shared > 0 && shared * 2 >= (nx < ny ? nx : ny);
}

bool
wt_like_within(struct wt_span whole, struct wt_span part)
{
	for (size_t i = 0; i + part.len <= whole.len; i++)
		if (part.len == 0 || memcmp(whole.at + i, part.at, part.len) == 0)
			return true;
	return false;
}
