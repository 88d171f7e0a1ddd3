/*
 * stem.c - the way to a stem, and the cache in front of it.
 *
 * Ways that are not the default are put in by modes.c, so that a program that
 * does not use them need not have them, nor load libstemmer.
 */
#include "stem/stem.h"
#include "stem/stem_private.h"

#include <stdlib.h>

int
wt_stemmer_open_warta(struct wt_span block, struct wt_stemmer **out, struct wt_error *error)
{
	struct wt_stemmer *s = calloc(1, sizeof *s);
	int err = WT_ENOMEM;

	*out = NULL;
	if (s == NULL || (s->cache = wt_stem_cache_new()) == NULL)
		goto fail;
	if ((err = wt_roots_open(&s->roots, block, error)) != WT_OK)
		goto fail;
	s->cached = true;
	s->warta.roots = &s->roots;
	*out = s;
	return WT_OK;
fail:
	if (err == WT_ENOMEM)
		wt_error_set(error, err, 0, "no memory for a stemmer");
	wt_stemmer_close(s);
	return err;
}

void
wt_stemmer_close(struct wt_stemmer *s)
{
	if (s == NULL)
		return;
	if (s->way != NULL)
		s->way->close(s->state);
	wt_stem_cache_free(s->cache);
	free(s);
}

void
wt_stemmer_cache(struct wt_stemmer *s, bool on)
{
	s->cached = on;
}

static int
compute(struct wt_stemmer *s, struct wt_span word, const struct wt_stem_trace *trace,
    struct wt_span *stem)
{
	if (s->way != NULL)
		return s->way->stem(s->state, word, trace, stem);
	s->warta.trace = trace;
	wt_warta_stem(&s->warta, word, stem);
	return WT_OK;
}

int
wt_stem(struct wt_stemmer *s, struct wt_span word, unsigned flags, struct wt_span *stem)
{
	int err;

	if ((flags & WT_STEM_PROTECTED) != 0) {
		*stem = word;
		return WT_OK;
	}
	if (!s->cached)
		return compute(s, word, NULL, stem);
	if (wt_stem_cache_get(s->cache, word, stem))
		return WT_OK;
	if ((err = compute(s, word, NULL, stem)) == WT_OK)
		wt_stem_cache_put(s->cache, word, *stem);
	return err;
}

int
wt_stem_explain(struct wt_stemmer *s, struct wt_span word, const struct wt_stem_trace *trace,
    struct wt_span *stem)
{
	return compute(s, word, trace, stem);
}

void
wt_stem_tell(const struct wt_stemmer *s, struct wt_span word, bool *stopword, bool *known)
{
	unsigned bits = wt_roots_find(&s->roots, word.at, word.len).bits;

	*stopword = (bits & WT_ROOT_STOPWORD) != 0;
	*known = (bits & (WT_ROOT | WT_ROOT_EXCEPTION | WT_ROOT_FUNCTION)) != 0;
}

bool
wt_stem_is_stopword(const struct wt_stemmer *s, struct wt_span word)
{
	bool stopword, known;

	wt_stem_tell(s, word, &stopword, &known);
	return stopword;
}

bool
wt_stem_is_word(const struct wt_stemmer *s, struct wt_span word)
{
	bool stopword, known;

	wt_stem_tell(s, word, &stopword, &known);
	return known;
}
