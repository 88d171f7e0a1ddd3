/* modes.c - the ways to a stem by name. */
#include "stem/sastrawi.h"
#include "stem/snowball.h"
#include "stem/stem_private.h"

#include <stdlib.h>

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

static int
stem_sastrawi(void *state, struct wt_span word, const struct wt_stem_trace *trace,
    struct wt_span *stem)
{
	struct wt_sastrawi *s = state;

	s->trace = trace;
	return wt_sastrawi_stem(s, word, stem);
}

static void
close_sastrawi(void *state)
{
	struct wt_sastrawi *s = state;

	wt_buf_free(&s->scratch);
	free(s);
}

static int
stem_snowball(void *state, struct wt_span word, const struct wt_stem_trace *trace,
    struct wt_span *stem)
{
	(void)trace;
	return wt_snowball_stem(state, word, stem) ? WT_OK : WT_ENOMEM;
}

static void
close_snowball(void *state)
{
	wt_snowball_close(state);
}

static int
stem_none(void *state, struct wt_span word, const struct wt_stem_trace *trace,
    struct wt_span *stem)
{
	(void)state;
	(void)trace;
	*stem = word;
	return WT_OK;
}

static void
close_none(void *state)
{
	(void)state;
}

/* Put a way into a stemmer; false if memory ran out. */
static bool
use(struct wt_stemmer *s, enum wt_stem_mode mode)
{
	static const struct wt_stem_way sastrawi = { stem_sastrawi, close_sastrawi },
	    snowball = { stem_snowball, close_snowball }, none = { stem_none, close_none };
	struct wt_sastrawi *own;

	switch (mode) {
	case WT_STEM_SASTRAWI:
		if ((own = calloc(1, sizeof *own)) == NULL)
			return false;
		own->roots = &s->roots;
		s->state = own;
		s->way = &sastrawi;
		return true;
	case WT_STEM_SNOWBALL:
		if ((s->state = wt_snowball_open()) == NULL)
			return false;
		s->way = &snowball;
		return true;
	case WT_STEM_NONE:
		s->way = &none;
		return true;
	default:
		return true;
	}
}

int
wt_stemmer_open(struct wt_span block, enum wt_stem_mode mode, struct wt_stemmer **out,
    struct wt_error *error)
{
	int err = wt_stemmer_open_warta(block, out, error);

	if (err != WT_OK || use(*out, mode))
		return err;
	wt_stemmer_close(*out);
	*out = NULL;
	return wt_error_set(error, WT_ENOMEM, 0, "no memory for a stemmer");
}
