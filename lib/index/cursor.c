/*
 * cursor.c - documents and frequencies of a list: FORMAT.md, section 5.
 *
 * Whatever the bytes hold, documents rise and stay below those of the segment,
 * and frequencies are at least 1.
 */
#include "index/cursor_private.h"
#include "index/pack.h"

#include <stdlib.h>

#define SAFE_GAPS ((uint32_t)1 << 24)   /* 128 gaps below this cannot run over */

void
wt_cursor_stop(struct wt_cursor *c, int err)
{
	c->doc = WT_NO_DOC;
	c->freq = 0;
	c->at = c->count = 0;
	c->block = c->blocks;
	if (c->err == WT_OK)
		c->err = err;
}

static void
fail(struct wt_cursor *c, const char *what)
{
	wt_cursor_stop(c, wt_segment_damage(c->segment, c->entry.at, what));
}

/* A number of 1 to 8 bytes of the table of skips. */
static inline uint64_t
wide(const uint8_t *at, uint32_t number, unsigned bytes)
{
	return wt_bits_load(at + (size_t)number * bytes) &
	    (bytes == 8 ? UINT64_MAX : ((uint64_t)1 << bytes * 8) - 1);
}

static inline uint32_t
last_doc(const struct wt_cursor *c, uint32_t block)
{
	return (uint32_t)wide(c->skip, block, c->wide_doc);
}

/* Where a block starts, or where the last one ends. */
static uint64_t
list_start(const struct wt_cursor *c, uint32_t block)
{
	return block == 0 ? 0 :
	    wide(c->skip + (size_t)c->full * c->wide_doc, block - 1, c->wide_list);
}

static uint64_t
place_start(const struct wt_cursor *c, uint32_t block)
{
	return block == 0 ? 0 : wide(c->skip + (size_t)c->full * (c->wide_doc + c->wide_list),
	    block - 1, c->wide_place);
}

static uint8_t
skip_impact(const struct wt_cursor *c, uint32_t block)
{
	return c->wide_place == 0 ? 255 :
	    c->skip[(size_t)c->full * (c->wide_doc + c->wide_list + c->wide_place) + block];
}

bool
wt_cursor_places(struct wt_cursor *c, uint64_t *at, uint64_t *len)
{
	uint64_t start = place_start(c, c->block), end = c->entry.places_len;

	if (c->block + 1 < c->blocks || c->block + 1 == c->full)
		end = place_start(c, c->block + 1);
	if (start > end || end > c->entry.places_len)
		return false;
	*at = c->places + start;
	*len = end - start;
	return true;
}

/* Gaps that could run over 32 bits are added with care; false: they do. */
static bool
add_gaps(uint32_t *docs, uint32_t before, uint32_t limit)
{
	uint64_t doc = before;          /* one less than 0 is all ones */

	if (before == UINT32_MAX)
		doc = UINT64_MAX;
	for (uint32_t i = 0; i < WT_BLOCK; i++) {
		doc += (uint64_t)docs[i] + 1;
		if (doc >= limit)
			return false;
		docs[i] = (uint32_t)doc;
	}
	return true;
}

static bool
unpack_block(struct wt_cursor *c, const uint8_t *at, uint64_t len, uint32_t before)
{
	uint32_t all = 0, last = last_doc(c, c->block);
	size_t used = wt_unpack(at, (size_t)len, c->docs, &all);

	if (used == 0)
		return false;
	if (all >= SAFE_GAPS) {
		if (!add_gaps(c->docs, before, c->segment->docs))
			return false;
	} else {
		wt_unpack_gaps(c->docs, before);
	}
	if (c->docs[WT_BLOCK - 1] != last || last >= c->segment->docs)
		return false;
	if (!c->entry.positions) {
		for (uint32_t i = 0; i < WT_BLOCK; i++)
			c->freqs[i] = 1;
		return used == len;
	}
	if (wt_unpack(at + used, (size_t)len - used, c->freqs, &all) != len - used ||
	    all >= WT_POSITION_MAX)
		return false;
	for (uint32_t i = 0; i < WT_BLOCK; i++)
		c->freqs[i]++;
	return true;
}

static void
load_full(struct wt_cursor *c)
{
	uint32_t before = c->block == 0 ? UINT32_MAX : last_doc(c, c->block - 1);
	uint64_t start = list_start(c, c->block), end = list_start(c, c->block + 1);
	const uint8_t *at;

	if (start > end || end > c->entry.len || (before != UINT32_MAX &&
	    before >= c->segment->docs)) {
		fail(c, "a table of skips does not rise");
		return;
	}
	at = wt_segment_need(c->segment, c->list + start, end - start);
	if (at == NULL)
		wt_cursor_stop(c, WT_ECORRUPT);
	else if (!unpack_block(c, at, end - start, before))
		fail(c, "a block of postings makes no sense");
	else
		c->count = WT_BLOCK;
}

/* `count` postings as bits, from `low` on. */
static bool
get_bits(struct wt_cursor *c, struct wt_bits *bits, uint32_t count, uint32_t low, bool freqs)
{
	if (low > c->segment->docs || count > c->segment->docs - low)
		return false;
	wt_bits_sorted(bits, c->docs, count, low, c->segment->docs);
	for (uint32_t i = 0; i < count; i++) {
		c->freqs[i] = freqs ? wt_bits_gamma(bits) : 1;
		if (c->freqs[i] > WT_POSITION_MAX)
			return false;
	}
	return !bits->bad;
}

static void
load_tail(struct wt_cursor *c)
{
	uint32_t count = c->entry.docs - c->full * WT_BLOCK;
	uint64_t start = list_start(c, c->full);
	uint64_t skip = c->entry.positions ? 1 : 0;     /* the impact */
	const uint8_t *at = NULL;
	struct wt_bits bits;

	if (start + skip <= c->entry.len)
		at = wt_segment_need(c->segment, c->list + start, c->entry.len - start);
	if (at == NULL) {
		fail(c, "a list has no tail");
		return;
	}
	bits = wt_bits_make(at + skip, (size_t)(c->entry.len - start - skip));
	if (!get_bits(c, &bits, count, last_doc(c, c->full - 1) + 1, c->entry.positions) ||
	    !wt_bits_done(&bits))
		fail(c, "the tail of a list makes no sense");
	else
		c->count = count;
}

static void
load_short(struct wt_cursor *c)
{
	const uint8_t *at = wt_segment_need(c->segment, c->entry.at, c->entry.len);
	uint32_t count = c->entry.docs;
	struct wt_bits bits;

	if (at == NULL) {
		wt_cursor_stop(c, WT_ECORRUPT);
		return;
	}
	bits = wt_bits_make(at, (size_t)c->entry.len);
	if (!get_bits(c, &bits, count, 0, count > 1 && c->entry.count != count)) {
		fail(c, "a short list makes no sense");
		return;
	}
	if (count == 1) {
		if (c->entry.count > WT_POSITION_MAX) {
			fail(c, "a short list has too many positions");
			return;
		}
		c->freqs[0] = (uint32_t)c->entry.count;
	}
	c->bit = bits.pos;
	c->count = count;
}

/* Take a block in hand and stand on its first posting. */
static void
load(struct wt_cursor *c, uint32_t block)
{
	for (; block < c->blocks; block++) {
		c->block = block;
		c->at = 0;
		if (block < c->full)
			load_full(c);
		else if (c->full > 0)
			load_tail(c);
		else
			load_short(c);
		if (c->err == WT_OK && c->form && wt_places_choose(c) != WT_OK)
			wt_cursor_stop(c, WT_ECORRUPT);
		if (c->err != WT_OK)
			return;
		if (c->count > 0) {
			c->doc = c->docs[0];
			c->freq = c->freqs[0];
			return;
		}
	}
	wt_cursor_stop(c, WT_OK);
}

/* The table of skips, for a list of full blocks. */
static int
open_skips(struct wt_cursor *c)
{
	const struct wt_segment *s = c->segment;
	uint64_t size;

	c->full = c->entry.docs / WT_BLOCK;
	c->blocks = (c->entry.docs + WT_BLOCK - 1) / WT_BLOCK;
	if (c->full == 0)
		return WT_OK;
	c->wide_doc = wt_width_bytes(s->docs - 1);
	c->wide_list = wt_width_bytes(c->entry.len);
	c->wide_place = c->entry.positions ? wt_width_bytes(c->entry.places_len) : 0;
	size = c->wide_doc + c->wide_list + c->wide_place + (c->wide_place > 0 ? 1 : 0);
	size *= c->full;
	c->skip = wt_segment_need(s, c->entry.at, size);
	c->list = c->entry.at + size;
	c->places = c->list + c->entry.len;
	return c->skip == NULL ? WT_ECORRUPT : WT_OK;
}

void
wt_cursor_open(struct wt_cursor *c, const struct wt_segment *s, const struct wt_entry *entry)
{
	int code = WT_OK;

	memset(c, 0, offsetof(struct wt_cursor, docs));
	c->segment = s;
	c->entry = *entry;
	if (entry->form) {
		c->form = true;
		c->number = entry->number;
		code = wt_term_by_number(s, entry->at, &c->entry);
		if (code == WT_OK && (c->entry.form || c->number >= c->entry.forms))
			code = wt_segment_damage(s, s->sections[WT_SEC_TERM].at,
			    "a form of no term");
	}
	/* If all have the form there is nothing to choose. */
	if (c->entry.forms == 1)
		c->form = false;
	if (code == WT_OK)
		code = open_skips(c);
	if (code != WT_OK)
		wt_cursor_stop(c, code);
	else
		load(c, 0);
}

void
wt_cursor_close(struct wt_cursor *c)
{
	wt_places_free(c->pos);
	c->pos = NULL;
}

void
wt_cursor_next(struct wt_cursor *c)
{
	if (++c->at < c->count) {
		c->doc = c->docs[c->at];
		c->freq = c->freqs[c->at];
	} else {
		load(c, c->block + 1);
	}
}

/* The first block from `block` on whose last document is target or above. */
static uint32_t
find_block(const struct wt_cursor *c, uint32_t block, uint32_t target)
{
	uint32_t step = 1, low = block, high;

	while (low < c->full && last_doc(c, low) < target) {
		block = low + 1;
		low += step;
		step *= 2;
	}
	high = low < c->full ? low : c->full;
	while (block < high) {
		uint32_t middle = block + (high - block) / 2;

		if (last_doc(c, middle) < target)
			block = middle + 1;
		else
			high = middle;
	}
	return block;
}

/* The first posting from `at` on with a document of target or above. */
static uint32_t
find_in_block(const struct wt_cursor *c, uint32_t target)
{
	const uint32_t *base = c->docs + c->at;
	uint32_t len = c->count - c->at;

	while (len > 1) {
		uint32_t half = len / 2;

		base += base[half - 1] < target ? half : 0;
		len -= half;
	}
	return (uint32_t)(base - c->docs) + (*base < target);
}

void
wt_cursor_seek(struct wt_cursor *c, uint32_t target)
{
	if (target <= c->doc)
		return;
	if (c->docs[c->count - 1] < target) {
		uint32_t block = c->block + 1;

		if (c->full > 0)
			block = find_block(c, block, target);
		load(c, block);
		if (target <= c->doc)
			return;
		/* Of a form the postings left may all lie before the target. */
		if (c->docs[c->count - 1] < target) {
			wt_cursor_seek(c, target);
			return;
		}
	}
	c->at = find_in_block(c, target);
	c->doc = c->docs[c->at];
	c->freq = c->freqs[c->at];
}

void
wt_cursor_block(struct wt_cursor *c, uint32_t target)
{
	const uint8_t *tail;

	c->block_last = WT_NO_DOC;
	c->block_impact = 0;
	if (c->doc == WT_NO_DOC || target >= c->segment->docs)
		return;
	if (c->full == 0) {
		if (target > c->docs[c->count - 1])
			return;
		c->block_last = c->docs[c->count - 1];
		c->block_impact = c->entry.impact;
		return;
	}
	if (c->shallow < c->block ||
	    (c->shallow > c->block && target <= last_doc(c, c->shallow - 1)))
		c->shallow = c->block;
	c->shallow = find_block(c, c->shallow, target);
	if (c->shallow < c->full) {
		c->block_last = last_doc(c, c->shallow);
		c->block_impact = skip_impact(c, c->shallow);
	} else if (c->shallow < c->blocks) {
		c->block_last = c->segment->docs - 1;
		tail = !c->entry.positions ? NULL :
		    wt_segment_need(c->segment, c->list + list_start(c, c->full), 1);
		c->block_impact = tail == NULL ? 255 : *tail;
	}
}

uint32_t
wt_cursor_run(struct wt_cursor *c, const uint32_t **docs, const uint32_t **freqs)
{
	*docs = c->docs + c->at;
	*freqs = c->freqs + c->at;
	return c->count - c->at;
}

void
wt_cursor_skip(struct wt_cursor *c)
{
	if (c->doc != WT_NO_DOC)
		load(c, c->block + 1);
}

float
wt_impact_bound(const struct wt_segment *s, uint8_t impact, float average)
{
	float bound = (float)impact / 255 * (WT_BM25_K1 + 1);

	/* Where documents seem shorter beside the average they weigh more. */
	if (average > s->average)
		bound *= average / s->average;
	bound *= 1.00001f;
	return bound < WT_BM25_K1 + 1 ? bound : WT_BM25_K1 + 1;
}
