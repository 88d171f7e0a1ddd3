/*
 * edit.c - behind edit.h.
 *
 * Let `at` share the first i characters of the word and go on with c, another one.
 * Whatever starts so and is accepted has spent its edit at i, and is
 *
 *      word[..i] c word[i+1..]          c replaces
 *      word[..i] c word[i..]            c is inserted
 *      word[..i] word[i+1..]            word[i] is removed, if c == word[i+1]
 *      word[..i] c word[i] word[i+2..]  the two are swapped, if c == word[i+1]
 *
 * If none of them is above `at`, what starts with word[..i] c is passed whole.
 */
#include "query/edit.h"
#include "base/err.h"

/* Bytes of the character at s.at[at]; bytes that are not UTF-8 count as one each. */
static size_t
width(struct wt_span s, size_t at)
{
	size_t len = 1;

	while (at + len < s.len && len < 4 && ((unsigned char)s.at[at] & 0xc0) == 0xc0 &&
	    ((unsigned char)s.at[at + len] & 0xc0) == 0x80)
		len++;
	return len;
}

/* Bytes of the characters that both start with. */
static size_t
shared(struct wt_span a, struct wt_span b)
{
	size_t at = 0;

	while (at < a.len && at < b.len) {
		size_t len = width(a, at);

		if (len != width(b, at) || memcmp(a.at + at, b.at + at, len) != 0)
			break;
		at += len;
	}
	return at;
}

static struct wt_span
from(struct wt_span s, size_t at)
{
	return at >= s.len ? wt_span_make("", 0) : wt_span_make(s.at + at, s.len - at);
}

static struct wt_span
character(struct wt_span s, size_t at)
{
	return at >= s.len ? wt_span_make("", 0) : wt_span_make(s.at + at, width(s, at));
}

bool
wt_edit_near(struct wt_span word, struct wt_span other)
{
	size_t at = shared(word, other);
	struct wt_span a = from(word, at), b = from(other, at);
	struct wt_span a1, b1, a2, b2;

	if (a.len == 0 && b.len == 0)
		return true;
	a1 = character(a, 0);
	b1 = character(b, 0);
	if (wt_span_eq(from(a, a1.len), from(b, b1.len)) ||     /* replaced, or one is at its end */
	    wt_span_eq(a, from(b, b1.len)) || wt_span_eq(from(a, a1.len), b))
		return true;
	a2 = character(a, a1.len);
	b2 = character(b, b1.len);
	return wt_span_eq(a1, b2) && wt_span_eq(a2, b1) && a1.len > 0 && b1.len > 0 &&
	    wt_span_eq(from(a, a1.len + a2.len), from(b, b1.len + b2.len));
}

/* Keep word[..i] parts in `best` if that is above `at` and below what is there. */
static void
offer(struct wt_buf *best, bool *found, struct wt_span at, struct wt_span start,
    const struct wt_span parts[3])
{
	struct wt_buf b = { 0 };

	wt_buf_putspan(&b, start);
	for (int i = 0; i < 3; i++)
		wt_buf_putspan(&b, parts[i]);
	if (b.err == WT_OK && wt_span_cmp(wt_buf_span(&b), at) > 0 &&
	    (!*found || wt_span_cmp(wt_buf_span(&b), wt_buf_span(best)) < 0)) {
		wt_buf_clear(best);
		wt_buf_putspan(best, wt_buf_span(&b));
		*found = true;
	}
	if (b.err != WT_OK)
		best->err = b.err;
	wt_buf_free(&b);
}

/* The least of the four spellings above `at`. */
static bool
next_in_branch(struct wt_span word, struct wt_span at, size_t i, struct wt_buf *next)
{
	struct wt_span start = wt_span_make(word.at, i), none = { "", 0 };
	struct wt_span c = character(at, i), w = character(word, i);
	struct wt_span after = character(word, i + w.len);
	bool found = false;

	if (w.len > 0)
		offer(next, &found, at, start,
		    (struct wt_span[3]){ c, from(word, i + w.len), none });
	offer(next, &found, at, start, (struct wt_span[3]){ c, from(word, i), none });
	if (after.len > 0 && wt_span_eq(c, after)) {
		offer(next, &found, at, start,
		    (struct wt_span[3]){ from(word, i + w.len), none, none });
		offer(next, &found, at, start,
		    (struct wt_span[3]){ c, w, from(word, i + w.len + after.len) });
	}
	return found;
}

bool
wt_edit_next(struct wt_span word, struct wt_span at, struct wt_buf *next)
{
	size_t i = shared(word, at);

	wt_buf_clear(next);
	if (i == at.len) {
		/* All that starts with `at` may be accepted: the next string of all. */
		wt_buf_putspan(next, at);
		wt_buf_putc(next, '\0');
		return true;
	}
	if (next_in_branch(word, at, i, next))
		return true;
	/* Past everything that starts with word[..i] c: its last byte, plus one. */
	wt_buf_putspan(next, wt_span_make(at.at, i + width(at, i)));
	while (next->len > 0 && (unsigned char)next->at[next->len - 1] == 0xff)
		next->len--;
	if (next->len == 0)
		return false;
	next->at[next->len - 1] = (char)((unsigned char)next->at[next->len - 1] + 1);
	return true;
}
