/*
 * roots.c - look-ups in the block of words.
 *
 *      block = "WTRT" version:32 count:32 longest:32 nbits:32 nslots:32 nbytes:32
 *              filter[nbits / 8] slot:32[nslots] entries[nbytes]
 *      slot  = 0, or place << 10 | tag         place: entry's offset / 4, tag: of the hash
 *      entry = len:8 bits:8 weight:8 stemlen:8 affixes:16 word stem, padded to 4 bytes
 *
 * A word's first slot is (high half of its hash * nslots) >> 32; it is in that
 * slot or one of the next WT_ROOTS_PROBES - 1, which wrap around, and no empty
 * slot lies between.  The first entry begins at 4, so that no used slot is 0.
 *
 * Most look-ups are of words that are not there.  A word sets one bit of the
 * filter, which is small enough for the nearest cache and turns nine in ten
 * of those away.  nbits is a power of two, 8 or more.
 */
#include "stem/roots.h"
#include "stem/roots_format.h"
#include "stem/word_hash.h"

static const uint8_t *
find(const struct wt_roots *r, const char *at, size_t len)
{
	uint64_t hash;
	uint32_t slot, i;

	if (len == 0 || len > r->longest)
		return NULL;
	hash = wt_word_hash(at, len);
	i = wt_roots_bit(hash, r->nbits);
	if ((r->filter[i / 8] >> i % 8 & 1) == 0)
		return NULL;
	i = wt_roots_first(hash, r->nslots);
	for (unsigned probes = 0; probes < WT_ROOTS_PROBES; probes++) {
		slot = wt_get32(r->slots + 4 * (size_t)i);
		if (slot == 0)
			return NULL;
		if ((slot & WT_ROOTS_TAG) == (hash & WT_ROOTS_TAG)) {
			size_t place = (size_t)(slot >> WT_ROOTS_TAG_BITS) * 4;
			const uint8_t *entry = r->entries + place;

			if (place + WT_ROOTS_HEAD + len <= r->nbytes && entry[0] == len &&
			    wt_word_same((const char *)entry + WT_ROOTS_HEAD, at, len))
				return entry;
		}
		if (++i == r->nslots)
			i = 0;
	}
	return NULL;
}

int
wt_roots_open(struct wt_roots *r, struct wt_span block, struct wt_error *error)
{
	const uint8_t *p = (const uint8_t *)block.at;

	*r = (struct wt_roots){ .nslots = 0 };
	if (block.len == 0)
		return WT_OK;
	if (block.len < WT_ROOTS_HEADER || memcmp(p, WT_ROOTS_MAGIC, 4) != 0)
		return wt_error_set(error, WT_ECORRUPT, 0, "not a block of roots");
	if (wt_get32(p + 4) != WT_ROOTS_VERSION)
		return wt_error_set(error, WT_EVERSION, 4, "roots of version %u, not %u",
		    (unsigned)wt_get32(p + 4), (unsigned)WT_ROOTS_VERSION);
	r->count = wt_get32(p + 8);
	r->longest = wt_get32(p + 12);
	r->nbits = wt_get32(p + 16);
	r->nslots = wt_get32(p + 20);
	r->nbytes = wt_get32(p + 24);
	if (r->nslots == 0 || r->longest > WT_ROOT_LONGEST || r->nbits < 8 ||
	    (r->nbits & (r->nbits - 1)) != 0 || r->nbits / 8 + (uint64_t)r->nslots * 4 +
	    r->nbytes != block.len - WT_ROOTS_HEADER) {
		*r = (struct wt_roots){ .nslots = 0 };
		return wt_error_set(error, WT_ECORRUPT, 8, "the block of roots has a damaged head");
	}
	r->filter = p + WT_ROOTS_HEADER;
	r->slots = r->filter + r->nbits / 8;
	r->entries = r->slots + 4 * (size_t)r->nslots;
	return WT_OK;
}

struct wt_root
wt_roots_find(const struct wt_roots *r, const char *at, size_t len)
{
	const uint8_t *entry = find(r, at, len);
	struct wt_root root = { .bits = 0 };
	const uint8_t *stem;

	if (entry == NULL)
		return root;
	root.bits = entry[1];
	root.weight = entry[2];
	root.affixes = wt_get16(entry + 4);
	stem = entry + WT_ROOTS_HEAD + len;
	if (entry[3] <= r->entries + r->nbytes - stem)
		root.stem = wt_span_make((const char *)stem, entry[3]);
	return root;
}

bool
wt_roots_has(const struct wt_roots *r, const char *at, size_t len)
{
	const uint8_t *entry = find(r, at, len);

	return entry != NULL && (entry[1] & WT_ROOT) != 0;
}
