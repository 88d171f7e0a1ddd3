/*
 * cache.c - direct-mapped places of half a cache line.
 *
 * A million words of news hold about 45,000 different ones; there are 65,536
 * places, 2 MB, touched as they are used.  A place holds the word and behind
 * it the stem.  Two places share a line and are one set: a new word goes first
 * and moves the other one back.
 */
#include "stem/cache.h"
#include "stem/word_hash.h"

#include <stdlib.h>

#define SETS 32768u
#define PLACE 30                /* bytes for a word and its stem */

struct place {
	uint8_t word, stem;     /* lengths; word is 0 in an empty place */
	char bytes[PLACE];
};

struct wt_stem_cache {
	struct place sets[SETS][2];
};

static bool
holds(const struct place *p, struct wt_span word)
{
	return p->word == word.len && wt_word_same(p->bytes, word.at, word.len);
}

struct wt_stem_cache *
wt_stem_cache_new(void)
{
	return calloc(1, sizeof(struct wt_stem_cache));
}

void
wt_stem_cache_free(struct wt_stem_cache *c)
{
	free(c);
}

bool
wt_stem_cache_get(const struct wt_stem_cache *c, struct wt_span word, struct wt_span *stem)
{
	const struct place *set;

	if (word.len == 0 || word.len > PLACE)
		return false;
	set = c->sets[wt_word_hash(word.at, word.len) % SETS];
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
	set = c->sets[wt_word_hash(word.at, word.len) % SETS];
	set[1] = set[0];
	set->word = (uint8_t)word.len;
	set->stem = (uint8_t)stem.len;
	memcpy(set->bytes, word.at, word.len);
	if (stem.len > 0)
		memcpy(set->bytes + word.len, stem.at, stem.len);
}
