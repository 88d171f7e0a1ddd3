/* snowball.c - a thin cover over libstemmer. */
#include "stem/snowball.h"

#include <libstemmer.h>
#include <limits.h>

/* The library's type under our name. */
static struct sb_stemmer *
inside(struct wt_snowball *s)
{
	return (struct sb_stemmer *)s;
}

struct wt_snowball *
wt_snowball_open(void)
{
	return (struct wt_snowball *)sb_stemmer_new("indonesian", "UTF_8");
}

void
wt_snowball_close(struct wt_snowball *s)
{
	if (s != NULL)
		sb_stemmer_delete(inside(s));
}

bool
wt_snowball_stem(struct wt_snowball *s, struct wt_span word, struct wt_span *stem)
{
	const sb_symbol *out;

	*stem = word;
	if (word.len == 0 || word.len > INT_MAX / 4)
		return true;
	out = sb_stemmer_stem(inside(s), (const sb_symbol *)word.at, (int)word.len);
	if (out == NULL)
		return false;
	*stem = wt_span_make((const char *)out, (size_t)sb_stemmer_length(inside(s)));
	return true;
}
