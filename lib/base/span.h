/*
 * span.h - a run of bytes that somebody else owns.
 *
 * Text is passed as spans into the article, an arena or a mapped file.  A span
 * borrows: it is valid as long as what it points into.  It has no NUL at its end.
 */
#ifndef WT_BASE_SPAN_H
#define WT_BASE_SPAN_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct wt_span {
	const char *at;         /* may be NULL when len is 0 */
	size_t len;             /* bytes */
};

/* A span of a string literal. */
#define WT_SPAN(literal) ((struct wt_span){ (literal), sizeof(literal) - 1 })

static inline struct wt_span
wt_span_make(const char *at, size_t len)
{
	return (struct wt_span){ at, len };
}

static inline struct wt_span
wt_span_of(const char *string)
{
	return (struct wt_span){ string, string == NULL ? 0 : strlen(string) };
}

static inline bool
wt_span_eq(struct wt_span a, struct wt_span b)
{
	return a.len == b.len && (a.len == 0 || memcmp(a.at, b.at, a.len) == 0);
}

static inline bool
wt_span_is(struct wt_span a, const char *string)
{
	/* The first byte answers most questions, before the string's length is counted. */
	if (a.len == 0 || string == NULL || a.at[0] != string[0])
		return a.len == 0 && (string == NULL || string[0] == '\0');
	return wt_span_eq(a, wt_span_of(string));
}

/* The same but for the case of ASCII letters? */
static inline bool
wt_span_same(struct wt_span a, struct wt_span b)
{
	bool same = a.len == b.len;

	for (size_t i = 0; same && i < a.len; i++) {
		unsigned char x = (unsigned char)a.at[i], y = (unsigned char)b.at[i];

		same = x == y || ((x ^ y) == 0x20 && (x | 0x20) >= 'a' && (x | 0x20) <= 'z');
	}
	return same;
}

/* Order by bytes, shorter first: below, at or above zero. */
static inline int
wt_span_cmp(struct wt_span a, struct wt_span b)
{
	size_t least = a.len < b.len ? a.len : b.len;
	int order = least == 0 ? 0 : memcmp(a.at, b.at, least);

	if (order != 0)
		return order;
	return (a.len > b.len) - (a.len < b.len);
}

/* Is it one of these strings, which are in the order of their bytes? */
static inline bool
wt_span_listed(struct wt_span a, const char *const *strings, size_t count)
{
	size_t low = 0, high = count;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		int order = wt_span_cmp(a, wt_span_of(strings[mid]));

		if (order == 0)
			return true;
		if (order < 0)
			high = mid;
		else
			low = mid + 1;
	}
	return false;
}

static inline bool
wt_span_starts(struct wt_span a, struct wt_span prefix)
{
	return a.len >= prefix.len && (prefix.len == 0 || memcmp(a.at, prefix.at, prefix.len) == 0);
}

static inline bool
wt_span_ends(struct wt_span a, struct wt_span suffix)
{
	return a.len >= suffix.len &&
	    (suffix.len == 0 || memcmp(a.at + a.len - suffix.len, suffix.at, suffix.len) == 0);
}

/*
 * Cut the part before the first `separator` off the front of *rest.  At the end
 * returns false.  An empty rest gives one empty part only if `rest->at` is set,
 * and is then at its end: (struct wt_span){ NULL, 0 }.
 */
static inline bool
wt_span_cut(struct wt_span *rest, char separator, struct wt_span *part)
{
	const char *hit;

	if (rest->at == NULL)
		return false;
	hit = rest->len == 0 ? NULL : memchr(rest->at, separator, rest->len);
	if (hit == NULL) {
		*part = *rest;
		*rest = (struct wt_span){ NULL, 0 };
	} else {
		*part = wt_span_make(rest->at, (size_t)(hit - rest->at));
		*rest = wt_span_make(hit + 1, rest->len - part->len - 1);
	}
	return true;
}

/* Without ASCII white space at both ends. */
static inline struct wt_span
wt_span_trim(struct wt_span a)
{
	while (a.len > 0 && (*a.at == ' ' || (*a.at >= '\t' && *a.at <= '\r'))) {
		a.at++;
		a.len--;
	}
	while (a.len > 0 && (a.at[a.len - 1] == ' ' ||
	    (a.at[a.len - 1] >= '\t' && a.at[a.len - 1] <= '\r')))
		a.len--;
	return a;
}

#endif
