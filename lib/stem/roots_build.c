/*
 * roots_build.c - the maker of the block that roots.c describes.
 *
 * Three slots for every two words keep the probes short.  A block in which a
 * word would lie too far from its first slot is laid again with more slots.
 */
#include "stem/roots_build.h"
#include "base/bytes.h"
#include "stem/roots_format.h"
#include "stem/word_hash.h"

#include <stdlib.h>

#define MOST_SLOTS (1u << 26)

/* Words without a bit were added and withdrawn again: they are not stored. */
static bool
kept(const struct wt_roots_build *b, uint32_t id)
{
	return b->items[id].bits != 0;
}

static void
put_entry(struct wt_buf *out, struct wt_span word, const struct wt_root *item)
{
	uint8_t head[WT_ROOTS_HEAD];

	head[0] = (uint8_t)word.len;
	head[1] = (uint8_t)item->bits;
	head[2] = (uint8_t)(item->weight < 255 ? item->weight : 255);
	head[3] = (uint8_t)item->stem.len;
	wt_set16(head + 4, (uint16_t)item->affixes);
	wt_buf_put(out, head, sizeof head);
	wt_buf_putspan(out, word);
	wt_buf_putspan(out, item->stem);
}

/* The entries, each at a multiple of 4 from the first byte of `out`; places[id] is where. */
static void
put_entries(const struct wt_roots_build *b, struct wt_buf *out, uint32_t *places)
{
	wt_buf_put32(out, 0);
	for (uint32_t id = 0; id < b->words.count && out->err == WT_OK; id++) {
		if (!kept(b, id))
			continue;
		places[id] = (uint32_t)(out->len / 4);
		put_entry(out, b->words.keys[id], &b->items[id]);
		while (out->len % 4 != 0 && out->err == WT_OK)
			wt_buf_putc(out, '\0');
	}
}

/* Lay the words into empty slots; false if one is too far from its first. */
static bool
fill_slots(const struct wt_roots_build *b, const uint32_t *places, uint32_t *slots,
    uint32_t nslots)
{
	for (uint32_t id = 0; id < b->words.count; id++) {
		struct wt_span word = b->words.keys[id];
		uint64_t hash = wt_word_hash(word.at, word.len);
		uint32_t i = wt_roots_first(hash, nslots);
		unsigned probes = 0;

		if (!kept(b, id))
			continue;
		for (; slots[i] != 0; i = i + 1 == nslots ? 0 : i + 1)
			if (++probes == WT_ROOTS_PROBES)
				return false;
		slots[i] = places[id] << WT_ROOTS_TAG_BITS | (uint32_t)(hash & WT_ROOTS_TAG);
	}
	return true;
}

/* Slots that fit; NULL if memory ran out. */
static uint32_t *
make_slots(const struct wt_roots_build *b, const uint32_t *places, uint32_t *nslots)
{
	uint32_t *slots;

	*nslots = b->words.count / 2 * 3 + 8;
	while (*nslots < MOST_SLOTS && (slots = calloc(*nslots, sizeof *slots)) != NULL) {
		if (fill_slots(b, places, slots, *nslots))
			return slots;
		free(slots);
		*nslots += *nslots / 4;
	}
	return NULL;
}

/* The filter, with eight bits or more for each word; NULL if memory ran out. */
static uint8_t *
make_filter(const struct wt_roots_build *b, uint32_t *nbits)
{
	uint8_t *filter;

	for (*nbits = 64; *nbits / 8 < b->words.count; *nbits *= 2)
		;
	if ((filter = calloc(*nbits / 8, 1)) == NULL)
		return NULL;
	for (uint32_t id = 0; id < b->words.count; id++)
		if (kept(b, id)) {
			struct wt_span word = b->words.keys[id];
			uint32_t bit = wt_roots_bit(wt_word_hash(word.at, word.len), *nbits);

			filter[bit / 8] |= (uint8_t)(1u << bit % 8);
		}
	return filter;
}

/* How many words there are, and the bytes of the longest. */
static void
measure(const struct wt_roots_build *b, uint32_t *count, uint32_t *longest)
{
	*count = *longest = 0;
	for (uint32_t id = 0; id < b->words.count; id++)
		if (kept(b, id)) {
			(*count)++;
			if (b->words.keys[id].len > *longest)
				*longest = (uint32_t)b->words.keys[id].len;
		}
}

struct wt_root *
wt_roots_item(struct wt_roots_build *b, struct wt_span word)
{
	uint32_t id, before = b->words.count;
	struct wt_root *items;

	if (wt_table_intern(&b->words, word, &id) != WT_OK)
		return NULL;
	if (id >= before) {
		items = wt_grow(b->items, &b->cap, (size_t)id + 1, sizeof *items);
		if (items == NULL)
			return NULL;
		b->items = items;
		items[id] = (struct wt_root){ .bits = 0 };
	}
	return &b->items[id];
}

int
wt_roots_write(const struct wt_roots_build *b, struct wt_buf *out)
{
	uint32_t *places, *slots = NULL, nbits = 0, nslots = 0, count, longest;
	uint8_t *filter = NULL;
	struct wt_buf entries = { .at = NULL };
	int err = WT_ENOMEM;

	if ((places = calloc((size_t)b->words.count + 1, sizeof *places)) == NULL)
		return WT_ENOMEM;
	put_entries(b, &entries, places);
	if (entries.err != WT_OK)
		goto out;
	err = WT_ELIMIT;
	if (entries.len / 4 >= (size_t)1 << (32 - WT_ROOTS_TAG_BITS))
		goto out;
	err = WT_ENOMEM;
	if ((filter = make_filter(b, &nbits)) == NULL ||
	    (slots = make_slots(b, places, &nslots)) == NULL)
		goto out;
	measure(b, &count, &longest);
	wt_buf_put(out, WT_ROOTS_MAGIC, 4);
	wt_buf_put32(out, WT_ROOTS_VERSION);
	wt_buf_put32(out, count);
	wt_buf_put32(out, longest);
	wt_buf_put32(out, nbits);
	wt_buf_put32(out, nslots);
	wt_buf_put32(out, (uint32_t)entries.len);
	wt_buf_put(out, filter, nbits / 8);
	for (uint32_t i = 0; i < nslots; i++)
		wt_buf_put32(out, slots[i]);
	wt_buf_put(out, entries.at, entries.len);
	err = out->err;
out:
	free(slots);
	free(filter);
	free(places);
	wt_buf_free(&entries);
	return err;
}

void
wt_roots_build_free(struct wt_roots_build *b)
{
	wt_table_free(&b->words);
	free(b->items);
	*b = (struct wt_roots_build){ .items = NULL };
}
