/* refill.c - behind refill.h. */
#include "cmd/refill.h"

/* Bytes of the conversion that begins here with '%'; 0 if it is none.  Its letter is the last. */
static size_t
conversion(const char *at)
{
	size_t n = 1;

	if (at[0] != '%' || at[1] == '%')
		return 0;
	n += strspn(at + n, "-+ #0123456789.*");
	n += strspn(at + n, "hlzjt");
	return at[n] == '\0' ? 0 : n + 1;
}

/* The text of a format up to its next conversion: one byte of it for each of `out`. */
static size_t
literal(const char **format, char *out, size_t size)
{
	size_t n = 0;

	while (**format != '\0' && conversion(*format) == 0 && n < size) {
		out[n++] = **format;
		*format += **format == '%' && (*format)[1] == '%' ? 2 : 1;
	}
	return n;
}

static bool
may_hold(char letter, struct wt_span s)
{
	static const char digits[] = "0123456789abcdefx.-";

	if (strchr("diuxXfgeop", letter) == NULL)
		return true;
	for (size_t i = 0; i < s.len; i++)
		if (strchr(digits, s.at[i]) == NULL || s.at[i] == '\0')
			return false;
	return s.len > 0;
}

/* Where `part` begins in `text`; its last place if `last`.  text.len + 1: nowhere. */
static size_t
find(struct wt_span text, struct wt_span part, bool last)
{
	if (last)
		return wt_span_ends(text, part) ? text.len - part.len : text.len + 1;
	for (size_t i = 0; i + part.len <= text.len; i++)
		if (memcmp(text.at + i, part.at, part.len) == 0)
			return i;
	return text.len + 1;
}

int
refill_match(const char *format, struct wt_span text, struct wt_span *holes, size_t *letters)
{
	char room[400];
	struct wt_span part = wt_span_make(room, literal(&format, room, sizeof room));
	int count = 0;

	if (!wt_span_starts(text, part))
		return -1;
	*letters = part.len;
	text = wt_span_make(text.at + part.len, text.len - part.len);
	while (*format != '\0') {
		size_t skip = conversion(format), at;
		char letter = format[skip == 0 ? 0 : skip - 1];

		if (skip == 0 || count == REFILL_HOLES)
			return -1;
		format += skip;
		part.len = literal(&format, room, sizeof room);
		at = find(text, part, *format == '\0');
		if (at > text.len || !may_hold(letter, wt_span_make(text.at, at)))
			return -1;
		holes[count++] = wt_span_make(text.at, at);
		*letters += part.len;
		text = wt_span_make(text.at + at + part.len, text.len - at - part.len);
	}
	return text.len == 0 ? count : -1;
}

static void
put(char *room, size_t size, size_t *used, struct wt_span s)
{
	for (size_t i = 0; i < s.len && *used + 1 < size; i++)
		room[(*used)++] = s.at[i];
}

void
refill_write(const char *format, const struct wt_span *holes, int count, char *room, size_t size)
{
	char part[400];
	size_t used = 0, skip;

	for (int i = 0; i <= count; i++) {
		put(room, size, &used, wt_span_make(part, literal(&format, part, sizeof part)));
		if (i < count && (skip = conversion(format)) > 0) {
			put(room, size, &used, holes[i]);
			format += skip;
		}
	}
	if (size > 0)
		room[used] = '\0';
}
