/* stem.c - the ways to a stem behind one interface, and the cache in front of them. */
#include "stem/stem.h"
#include "stem/cache.h"
#include "stem/sastrawi.h"
#include "stem/snowball.h"
#include "stem/warta.h"

#include <stdlib.h>

struct wt_stemmer {
	enum wt_stem_mode mode;
	bool cached;
	struct wt_roots roots;
	struct wt_sastrawi sastrawi;
	struct wt_warta warta;
	struct wt_snowball *snowball;           /* in that mode only */
	struct wt_stem_cache *cache;
};

int
wt_stem_mode_named(struct wt_span name, enum wt_stem_mode *mode)
{
	static const char *const names[] = { "warta", "sastrawi", "snowball", "none" };

	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		if (wt_span_is(name, names[i])) {
			*mode = (enum wt_stem_mode)i;
			return WT_OK;
		}
	return WT_EINVAL;
}

int
wt_stemmer_open(struct wt_span block, enum wt_stem_mode mode, struct wt_stemmer **out,
    struct wt_error *error)
{
	struct wt_stemmer *s = calloc(1, sizeof *s);
	int err = WT_ENOMEM;

	*out = NULL;
	if (s == NULL)
		goto fail;
	s->mode = mode;
	s->cached = true;
	if ((s->cache = wt_stem_cache_new()) == NULL)
		goto fail;
	if (mode == WT_STEM_SNOWBALL && (s->snowball = wt_snowball_open()) == NULL)
		goto fail;
	if ((err = wt_roots_open(&s->roots, block, error)) != WT_OK)
		goto fail;
	s->sastrawi.roots = s->warta.roots = &s->roots;
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
	wt_buf_free(&s->sastrawi.scratch);
	wt_snowball_close(s->snowball);
	wt_stem_cache_free(s->cache);
	free(s);
}

void
wt_stemmer_cache(struct wt_stemmer *s, bool on)
{
	s->cached = on;
}

static int
compute(struct wt_stemmer *s, struct wt_span word, struct wt_span *stem)
{
	switch (s->mode) {
	case WT_STEM_SNOWBALL:
		return wt_snowball_stem(s->snowball, word, stem) ? WT_OK : WT_ENOMEM;
	case WT_STEM_NONE:
		*stem = word;
		return WT_OK;
	case WT_STEM_SASTRAWI:
		return wt_sastrawi_stem(&s->sastrawi, word, stem);
	case WT_STEM_WARTA:
	default:
		wt_warta_stem(&s->warta, word, stem);
		return WT_OK;
	}
}

int
wt_stem(struct wt_stemmer *s, struct wt_span word, unsigned flags, struct wt_span *stem)
{
	int err;

	if ((flags & WT_STEM_PROTECTED) != 0 || s->mode == WT_STEM_NONE) {
		*stem = word;
		return WT_OK;
	}
	if (!s->cached)
		return compute(s, word, stem);
	if (wt_stem_cache_get(s->cache, word, stem))
		return WT_OK;
	if ((err = compute(s, word, stem)) == WT_OK)
		wt_stem_cache_put(s->cache, word, *stem);
	return err;
}

int
wt_stem_explain(struct wt_stemmer *s, struct wt_span word, const struct wt_stem_trace *trace,
    struct wt_span *stem)
{
	int err;

	s->sastrawi.trace = s->warta.trace = trace;
	err = compute(s, word, stem);
	s->sastrawi.trace = s->warta.trace = NULL;
	return err;
}

bool
wt_stem_is_stopword(const struct wt_stemmer *s, struct wt_span word)
{
	return (wt_roots_find(&s->roots, word.at, word.len).bits & WT_ROOT_STOPWORD) != 0;
}

bool
wt_stem_is_word(const struct wt_stemmer *s, struct wt_span word)
{
	return (wt_roots_find(&s->roots, word.at, word.len).bits &
	    (WT_ROOT | WT_ROOT_EXCEPTION | WT_ROOT_FUNCTION)) != 0;
}
