/*
 * Any bytes: the cleaned text is valid, cleaning it again changes nothing, and
 * lower case keeps the number of characters.
 */
#include "base/err.h"
#include "text/utf8.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Does decoding and coding by the definition give the same bytes? */
static int
is_valid(struct wt_span s)
{
	const char *at = s.at, *end = s.at + s.len;

	while (at < end) {
		unsigned len;
		uint32_t c = wt_utf8_decode(at, end, &len);

		for (unsigned i = 1; i < len; i++)
			if (((uint8_t)at[i] & 0xc0) != 0x80)
				return 0;
		if (c == 0 || c > 0x10ffff || (c >= 0xd800 && c < 0xe000) ||
		    len != (c < 0x80 ? 1u : c < 0x800 ? 2u : c < 0x10000 ? 3u : 4u))
			return 0;
		at += len;
	}
	return at == end;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct wt_arena a = { 0 };
	struct wt_span text = wt_span_make((const char *)data, size), clean, again, lower;
	uint32_t replaced, more;

	if (wt_utf8_clean(&a, text, &clean, &replaced) != WT_OK || !is_valid(clean))
		abort();
	/* A BOM behind a BOM comes to the front, and goes too. */
	if (wt_utf8_clean(&a, clean, &again, &more) != WT_OK || more != 0 ||
	    (!wt_span_eq(again, clean) && !wt_span_starts(clean, WT_SPAN("\xef\xbb\xbf"))))
		abort();
	lower = wt_utf8_lower(&a, clean);
	if (!is_valid(lower) || wt_utf8_count(lower) != wt_utf8_count(clean))
		abort();
	wt_arena_free(&a);
	return 0;
}
