/* clean.c - behind clean.h. */
#include "ingest/clean.h"
#include "base/bytes.h"
#include "base/err.h"
#include "text/utf8.h"

/* Is there a control character at byte i: C0, DEL, or C1 in two bytes? */
static size_t
control(struct wt_span s, size_t i)
{
	unsigned char c = (unsigned char)s.at[i];

	if ((c < 0x20 && c != 0 && c != '\t' && c != '\n' && c != '\r') || c == 0x7f)
		return 1;
	if (c == 0xc2 && i + 1 < s.len && (unsigned char)s.at[i + 1] >= 0x80 &&
	    (unsigned char)s.at[i + 1] < 0xa0)
		return 2;
	return 0;
}

/* May eight bytes hold a control character or its first byte, or a line end? */
static bool
may_hold(uint64_t eight)
{
	const uint64_t ones = UINT64_C(0x0101010101010101), tops = ones * 0x80;
	uint64_t del = eight ^ ones * 0x7f, c2 = eight ^ ones * 0xc2;

	/* A byte below 0x20, then a zero byte (Mycroft's tests). */
	return ((((eight - ones * 0x20) & ~eight) | ((del - ones) & ~del) | ((c2 - ones) & ~c2)) & tops) != 0;
}

struct wt_span
wt_clean_text(struct wt_arena *a, struct wt_span text)
{
	char *at = wt_arena_alloc(a, text.len + 1);

	if (at == NULL)
		return wt_span_make("", 0);
	if (text.len > 0)
		memcpy(at, text.at, text.len);
	at[text.len] = '\0';
	for (size_t i = 0; i < text.len; ) {
		size_t n;

		if (text.len - i >= 8 && !may_hold(wt_get64(text.at + i))) {
			i += 8;
			continue;
		}
		if ((n = control(text, i)) > 0)
			memset(at + i, ' ', n);
		i += n == 0 ? 1 : n;
	}
	return wt_span_make(at, text.len);
}

struct wt_span
wt_clean_line(struct wt_arena *a, struct wt_span text)
{
	struct wt_span clean;
	uint32_t replaced;
	char *at;

	if (wt_utf8_clean(a, text, &clean, &replaced) != WT_OK)
		return wt_span_make("", 0);
	clean = wt_clean_text(a, clean);
	/* It is a copy of our own. */
	at = (char *)(uintptr_t)clean.at;
	for (size_t i = 0; i < clean.len; i++)
		if (at[i] == '\n' || at[i] == '\r' || at[i] == '\t')
			at[i] = ' ';
	return clean;
}
