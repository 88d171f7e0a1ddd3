/*
 * cursor.c - documents and frequencies of a list: FORMAT.md, section 5.
 *
 * Whatever the bytes hold, documents rise and stay below those of the segment,
 * and frequencies are at least 1.
 */
#include "index/cursor_private.h"
#include "index/pack.h"

#include <stdlib.h>

#define LOOKS 8         /* seeks in a bitmap, then it is decoded */

void
wt_cursor_stop(struct wt_cursor *c, int err)
{
	c->doc = WT_NO_DOC;
	c->at = c->count = c->last = 0;
	c->set = NULL;
	c->block = c->blocks;
	if (c->err == WT_OK)
		c->err = err;
}

static void
fail(struct wt_cursor *c, const char *what)
{
	wt_cursor_stop(c, wt_segment_damage(c->segment, c->entry.at, what));
}

/* An item of the table of skips. */
static inline uint64_t
skip_item(const struct wt_cursor *c, enum wt_skip_column column, uint32_t block)
{
	return wt_packed_get64(c->skip[column], block, c->wide[column]);
}

static inline uint32_t
last_doc(const struct wt_cursor *c, uint32_t block)
{
	return (uint32_t)skip_item(c, WT_SKIP_DOC, block);
}

/* Where a block starts, or where the last one ends. */
static uint64_t
list_start(const struct wt_cursor *c, uint32_t block)
{
	return block == 0 ? 0 : skip_item(c, WT_SKIP_LIST, block - 1);
}

static uint64_t
place_start(const struct wt_cursor *c, uint32_t block)
{
	return block == 0 ? 0 : skip_item(c, WT_SKIP_PLACE, block - 1);
}

static uint8_t
skip_impact(const struct wt_cursor *c, uint32_t block)
{
	return c->entry.positions ? (uint8_t)skip_item(c, WT_SKIP_IMPACT, block) : 255;
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

/* The first posting from `at` on with a document of target or above. */
static uint32_t
find_in_block(const struct wt_cursor *c, uint32_t target)
{
	const uint32_t *base = c->docs + c->at;
	uint32_t len = c->count - c->at;

	while (len > 1) {
		uint32_t half = len / 2;

		base += half & (0 - (uint32_t)(base[half - 1] < target));
		len -= half;
	}
	return (uint32_t)(base - c->docs) + (*base < target);
}

/* Take up the documents of a full block; its frequencies are left for later. */
static bool
take_block(struct wt_cursor *c, const uint8_t *at, uint64_t len, uint32_t before)
{
	uint32_t last = last_doc(c, c->block);
	size_t used;

	c->last = last;
	if (last >= c->segment->docs || len == 0)
		return false;
	if (at[0] == WT_SET_HEAD && c->segment->version > 1) {
		c->set_first = before + 1;
		c->set_bits = last - before;
		if (last < c->set_first ||
		    (used = wt_set_size(at, (size_t)len, c->set_bits)) == 0)
			return false;
		c->set = at + 1;
		c->looks = 0;
		c->doc = c->set_first + wt_set_next(c->set, 0);
	} else {
		used = wt_docs_unpack(at, (size_t)len, before, last, c->docs);
		if (used == 0)
			return false;
		c->has_docs = true;
		c->doc = c->docs[0];
	}
	c->freq_bytes = at + used;
	c->freq_len = (size_t)len - used;
	return c->entry.positions == (c->freq_len > 0);
}

/* Decode the documents of a bitmap, and find the current one among them. */
static void
need_docs(struct wt_cursor *c)
{
	if (c->has_docs || c->set == NULL)
		return;
	c->has_docs = true;
	if (!wt_set_unpack(c->set, c->set_bits, c->set_first, c->docs)) {
		fail(c, "a bitmap has not as many bits as postings");
		return;
	}
	c->at = 0;
	if (c->doc != c->docs[0])
		c->at = find_in_block(c, c->doc);
}

static void
need_freqs(struct wt_cursor *c)
{
	uint32_t all = 0;

	if (c->has_freqs || c->doc == WT_NO_DOC)
		return;
	if (!c->entry.positions) {
		memset(c->freqs, 0, sizeof c->freqs);
	} else if (wt_unpack(c->freq_bytes, c->freq_len, c->freqs, &all) != c->freq_len ||
	    all >= WT_POSITION_MAX) {
		fail(c, "frequencies of postings make no sense");
		return;
	}
	for (uint32_t i = 0; i < WT_BLOCK; i++)
		c->freqs[i]++;
	c->has_freqs = true;
}

void
wt_cursor_decode_all(struct wt_cursor *c)
{
	need_docs(c);
	need_freqs(c);
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
	else if (!take_block(c, at, end - start, before))
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
		c->set = NULL;
		c->has_docs = c->has_freqs = block >= c->full;
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
		if (c->count > 0 && c->has_docs) {
			c->doc = c->docs[0];
			c->last = c->docs[c->count - 1];
		}
		if (c->count > 0)
			return;
	}
	wt_cursor_stop(c, WT_OK);
}

/* The table of skips, for a list of full blocks. */
static int
open_skips(struct wt_cursor *c)
{
	const struct wt_segment *s = c->segment;
	const uint8_t *table;
	struct wt_skip_table k;

	c->full = c->entry.docs / WT_BLOCK;
	c->blocks = (c->entry.docs + WT_BLOCK - 1) / WT_BLOCK;
	if (c->full == 0)
		return WT_OK;
	if (!wt_skip_table_lay(&k, s->version, s->docs, c->full, c->entry.len, c->entry.places_len,
	    !c->entry.positions))
		return wt_segment_damage(s, c->entry.at, "a list is larger than any");
	if ((table = wt_segment_need(s, c->entry.at, k.size)) == NULL)
		return WT_ECORRUPT;
	for (unsigned i = 0; i < WT_SKIP_COLUMNS; i++) {
		c->wide[i] = k.width[i];
		c->skip[i] = table + k.column[i];
	}
	c->list = c->entry.at + k.size;
	c->places = c->list + c->entry.len;
	return WT_OK;
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
	need_docs(c);
	if (++c->at < c->count)
		c->doc = c->docs[c->at];
	else
		load(c, c->block + 1);
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

void
wt_cursor_seek(struct wt_cursor *c, uint32_t target)
{
	if (target <= c->doc)
		return;
	if (c->last < target) {
		uint32_t block = c->block + 1;

		if (c->full > 0)
			block = find_block(c, block, target);
		load(c, block);
		if (target <= c->doc)
			return;
		/* Of a form the postings left may all lie before the target. */
		if (c->last < target) {
			wt_cursor_seek(c, target);
			return;
		}
	}
	if (!c->has_docs && c->looks++ < LOOKS) {
		c->doc = c->set_first + wt_set_next(c->set, target - c->set_first);
		return;
	}
	need_docs(c);
	c->at = find_in_block(c, target);
	c->doc = c->docs[c->at];
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
		if (target > c->last)
			return;
		c->block_last = c->last;
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
wt_cursor_run(struct wt_cursor *c, const uint32_t **docs)
{
	need_docs(c);
	*docs = c->docs + c->at;
	return c->count - c->at;
}

const uint32_t *
wt_cursor_freqs(struct wt_cursor *c)
{
	wt_cursor_decode(c);
	return c->doc == WT_NO_DOC ? NULL : c->freqs + c->at;
}

uint32_t
wt_cursor_freq(struct wt_cursor *c)
{
	const uint32_t *freqs = wt_cursor_freqs(c);

	return freqs == NULL ? 0 : *freqs;
}

const uint8_t *
wt_cursor_bits(const struct wt_cursor *c, uint32_t *first, uint32_t *count)
{
	*first = c->set_first;
	*count = c->set_bits;
	return c->has_docs ? NULL : c->set;
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
