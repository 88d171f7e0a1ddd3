/*
 * cache.c - direct-mapped places of half a cache line.
 *
 * A million words of news hold about 45,000 different ones; there are 65,536
 * places, 2 MB.  A place holds the word and behind it the stem.  Two places
 * share a line and are one set: a new word goes first and moves the other one
 * back.  Whoever asks for few words touches little memory: there are 1,024
 * places until 2,048 words were put.
 */
#include "stem/cache.h"
#include "stem/word_hash.h"

#include <stdlib.h>

#define SETS 32768u
#define FEW 512u                /* sets at first ... */
#define MANY 2048u              /* ... until so many words were put */
#define PLACE 30                /* bytes for a word and its stem */

struct place {
	uint8_t word, stem;     /* lengths; word is 0 in an empty place */
	char bytes[PLACE];
};

struct wt_stem_cache {
	struct place (*sets)[2], (*few)[2];     /* the first ones stay: a stem may be in them */
	uint32_t mask;          /* sets less one */
	uint32_t puts;          /* up to MANY */
};

static bool
holds(const struct place *p, struct wt_span word)
{
	return p->word == word.len && wt_word_same(p->bytes, word.at, word.len);
}

struct wt_stem_cache *
wt_stem_cache_new(void)
{
	struct wt_stem_cache *c = calloc(1, sizeof *c);

	if (c == NULL || (c->few = calloc(FEW, sizeof *c->few)) == NULL) {
		free(c);
		return NULL;
	}
	c->sets = c->few;
	c->mask = FEW - 1;
	return c;
}

void
wt_stem_cache_free(struct wt_stem_cache *c)
{
	if (c == NULL)
		return;
	if (c->sets != c->few)
		free(c->sets);
	free(c->few);
	free(c);
}

/* Begin again with all sets; without memory for them the few remain. */
static void
grow(struct wt_stem_cache *c)
{
	struct place (*sets)[2] = calloc(SETS, sizeof *sets);

	if (sets == NULL)
		return;
	c->sets = sets;
	c->mask = SETS - 1;
}

bool
wt_stem_cache_get(const struct wt_stem_cache *c, struct wt_span word, struct wt_span *stem)
{
	const struct place *set;

	if (word.len == 0 || word.len > PLACE)
		return false;
	set = c->sets[wt_word_hash(word.at, word.len) & c->mask];
	if (!holds(set, word) && !holds(++set, word))
		return false;
	*stem = wt_span_make(set->bytes + set->word, set->stem);
	return true;
}

void
wt_stem_cache_put(struct wt_stem_cache *c, struct wt_span word, struct wt_span stem)
{
	struct place *set;

	if (word.len == 0 || word.len > PLACE || stem.len > PLACE - word.len)
		return;
	if (c->puts < MANY && ++c->puts == MANY)
		grow(c);
	set = c->sets[wt_word_hash(word.at, word.len) & c->mask];
	set[1] = set[0];
	set->word = (uint8_t)word.len;
	set->stem = (uint8_t)stem.len;
	memcpy(set->bytes, word.at, word.len);
	if (stem.len > 0)
		memcpy(set->bytes + word.len, stem.at, stem.len);
}
