/* words.c - normal text for stemmers. */
#include "stem/words.h"
#include "text/utf8.h"

#define APOSTROPHE '\''

static bool
is_ascii(struct wt_span s)
{
	unsigned char all = 0;

	for (size_t i = 0; i < s.len; i++)
		all |= (unsigned char)s.at[i];
	return all < 0x80;
}

/* What a byte of ASCII becomes in a word; 0 for what separates words, and beyond ASCII. */
static const char in_word[256] = {
	['-'] = '-', ['0'] = '0', '1', '2', '3', '4', '5', '6', '7', '8', '9',
	['A'] = 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm',
	'n', 'o', 'p', 'q', 'r', 's', 't', 'u', 'v', 'w', 'x', 'y', 'z',
	['a'] = 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm',
	'n', 'o', 'p', 'q', 'r', 's', 't', 'u', 'v', 'w', 'x', 'y', 'z'
};

static inline bool
is_word_byte(char c)
{
	return in_word[(unsigned char)c] != 0;
}

/* A copy with the capitals of ASCII made small. */
static int
copy_lower(struct wt_arena *a, struct wt_span *s)
{
	char *at = wt_arena_alloc(a, s->len + 1);

	if (at == NULL)
		return WT_ENOMEM;
	for (size_t i = 0; i < s->len; i++) {
		char c = in_word[(unsigned char)s->at[i]];

		at[i] = c != 0 ? c : s->at[i];
	}
	s->at = at;
	return WT_OK;
}

int
wt_stem_words_open(struct wt_stem_words *w, enum wt_stem_mode mode, struct wt_span line,
    struct wt_arena *a)
{
	uint32_t replaced = 0;
	int err;

	w->ascii = mode == WT_STEM_SASTRAWI;
	if (!w->ascii && !is_ascii(line)) {
		if ((err = wt_utf8_clean(a, line, &line, &replaced)) != WT_OK)
			return err;
		line = wt_utf8_lower(a, line);
		err = a->err;
	} else {
		err = copy_lower(a, &line);
	}
	w->rest = line;
	return err;
}

/* The length of the letter, digit or joining sign at `at`, or 0 for what separates words. */
static size_t
letter_length(const struct wt_stem_words *w, const char *at, const char *end, bool inside)
{
	unsigned len;
	uint32_t code;

	if (is_word_byte(*at))
		return 1;
	if (w->ascii)
		return 0;
	if (*at == APOSTROPHE)
		return inside && end - at > 1 && is_word_byte(at[1]) && at[1] != '-' ? 1 : 0;
	if ((unsigned char)*at < 0x80)
		return 0;
	code = wt_utf8_decode(at, end, &len);
	switch (wt_utf8_class(code)) {
	case WT_CHAR_LOWER:
	case WT_CHAR_UPPER:
	case WT_CHAR_DIGIT:
		return len;
	case WT_CHAR_OTHER:
		return inside && code >= 0x300 ? len : 0;
	case WT_CHAR_SPACE:
	case WT_CHAR_PUNCT:
	default:
		return 0;
	}
}

/* Hyphens alone are no word; for sastrawi they are. */
static bool
is_word(const struct wt_stem_words *w, struct wt_span s)
{
	if (w->ascii)
		return s.len > 0;
	for (size_t i = 0; i < s.len; i++)
		if (s.at[i] != '-')
			return true;
	return false;
}

bool
wt_stem_words_next(struct wt_stem_words *w, struct wt_span *word)
{
	const char *at = w->rest.at, *end = at + w->rest.len, *from;
	size_t len;

	do {
		/* From one character to the next: what follows in the bytes of one is none. */
		while (at < end && !is_word_byte(*at) && letter_length(w, at, end, false) == 0)
			for (at++; at < end && ((unsigned char)*at & 0xc0) == 0x80; at++)
				;
		from = at;
		for (;;) {
			while (at < end && is_word_byte(*at))
				at++;
			if (at == end || (len = letter_length(w, at, end, at > from)) == 0)
				break;
			at += len;
		}
		*word = wt_span_make(from, (size_t)(at - from));
	} while (at < end && !is_word(w, *word));
	w->rest = wt_span_make(at, (size_t)(end - at));
	return is_word(w, *word);
}
