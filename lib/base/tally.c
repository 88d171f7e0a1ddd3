/* tally.c - open addressing with linear probes, at most three quarters full. */
#include "base/tally.h"
#include "base/err.h"
#include "base/hash.h"

#include <stdlib.h>

static uint64_t
hash_of(struct wt_span s)
{
	uint64_t hash = wt_hash(s);

	return hash == 0 ? 1 : hash;
}

static uint32_t
place_of(const struct wt_tally *t, uint64_t hash)
{
	uint32_t at = (uint32_t)hash & t->mask;

	while (t->hashes[at] != 0 && t->hashes[at] != hash)
		at = (at + 1) & t->mask;
	return at;
}

static int
grow(struct wt_tally *t)
{
	struct wt_tally old = *t;
	size_t places = old.hashes == NULL ? 64 : ((size_t)old.mask + 1) * 2;

	if (places > (size_t)1 << 31)
		return WT_ENOMEM;
	t->hashes = calloc(places, sizeof *t->hashes);
	t->numbers = calloc(places, sizeof *t->numbers);
	if (t->hashes == NULL || t->numbers == NULL) {
		free(t->hashes);
		free(t->numbers);
		*t = old;
		return WT_ENOMEM;
	}
	t->mask = (uint32_t)places - 1;
	for (size_t i = 0; old.hashes != NULL && i <= old.mask; i++) {
		uint32_t at;

		if (old.hashes[i] == 0)
			continue;
		at = place_of(t, old.hashes[i]);
		t->hashes[at] = old.hashes[i];
		t->numbers[at] = old.numbers[i];
	}
	free(old.hashes);
	free(old.numbers);
	return WT_OK;
}

uint32_t *
wt_tally_at(struct wt_tally *t, struct wt_span s)
{
	uint64_t hash = hash_of(s);
	uint32_t at;

	if ((t->hashes == NULL || t->used >= t->mask / 4 * 3) && grow(t) != WT_OK)
		return NULL;
	at = place_of(t, hash);
	t->used += t->hashes[at] == 0;
	t->hashes[at] = hash;
	return &t->numbers[at];
}

uint32_t
wt_tally_find(const struct wt_tally *t, struct wt_span s)
{
	return t->hashes == NULL ? 0 : t->numbers[place_of(t, hash_of(s))];
}

void
wt_tally_free(struct wt_tally *t)
{
	free(t->hashes);
	free(t->numbers);
	*t = (struct wt_tally){ 0 };
}
