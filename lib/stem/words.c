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

/* Is the byte in a word, in lower case already? */
static bool
is_word_byte(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
}

/* A copy with the capitals of ASCII made small. */
static int
copy_lower(struct wt_arena *a, struct wt_span *s)
{
	char *at = wt_arena_alloc(a, s->len + 1);

	if (at == NULL)
		return WT_ENOMEM;
	for (size_t i = 0; i < s->len; i++) {
		char c = s->at[i];

		at[i] = c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
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

bool
wt_stem_words_next(struct wt_stem_words *w, struct wt_span *word)
{
	const char *at = w->rest.at, *end = at + w->rest.len, *from;
	size_t len;

	while (at < end && letter_length(w, at, end, false) == 0)
		at++;
	from = at;
	while (at < end && (len = letter_length(w, at, end, at > from)) > 0)
		at += len;
	*word = wt_span_make(from, (size_t)(at - from));
	w->rest = wt_span_make(at, (size_t)(end - at));
	return word->len > 0;
}
