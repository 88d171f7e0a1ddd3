/*
 * words.c - open addressing over entries in one buffer; see words.h.
 *
 *      entry = u32:number u32:value u8:length bytes
 */
#include "index/words.h"
#include "base/bytes.h"
#include "base/hash.h"

#include <stdlib.h>

#define HEAD 9u                 /* bytes of an entry before those of the string */
#define FREE UINT32_MAX
#define FIRST_SLOTS ((size_t)1 << 12)

static inline uint32_t
load32(const char *at)
{
	uint32_t value;

	memcpy(&value, at, sizeof value);
	return value;
}

static inline bool
holds(const struct wt_words *w, uint32_t at, struct wt_span key)
{
	const char *entry = w->bytes.at + at;

	return (uint8_t)entry[8] == key.len && memcmp(entry + HEAD, key.at, key.len) == 0;
}

static inline struct wt_word_slot *
find_slot(const struct wt_words *w, struct wt_span key, uint64_t hash)
{
	uint32_t i = (uint32_t)hash & w->mask, check = (uint32_t)(hash >> 32);

	while (w->slots[i].at != FREE &&
	    (w->slots[i].check != check || !holds(w, w->slots[i].at, key)))
		i = (i + 1) & w->mask;
	return &w->slots[i];
}

/* All strings are different: no need to compare them. */
static int
grow_slots(struct wt_words *w)
{
	size_t count = w->slots == NULL ? FIRST_SLOTS : ((size_t)w->mask + 1) * 2;
	struct wt_word_slot *slots;

	if (count > (size_t)1 << 31 || (slots = malloc(count * sizeof *slots)) == NULL)
		return WT_ENOMEM;
	memset(slots, 0xff, count * sizeof *slots);
	free(w->slots);
	w->slots = slots;
	w->mask = (uint32_t)count - 1;
	for (uint32_t id = 0; id < w->count; id++) {
		uint64_t hash = wt_hash(wt_words_bytes(w, w->at[id]));
		uint32_t i = (uint32_t)hash & w->mask;

		while (slots[i].at != FREE)
			i = (i + 1) & w->mask;
		slots[i] = (struct wt_word_slot){ (uint32_t)(hash >> 32), w->at[id] };
	}
	return WT_OK;
}

static int
add(struct wt_words *w, struct wt_span key, uint32_t fresh, uint32_t *at)
{
	uint32_t *where = wt_grow(w->at, &w->at_cap, (size_t)w->count + 1, sizeof *where);
	uint8_t head[HEAD];

	if (where == NULL || w->bytes.len > UINT32_MAX - 1024)
		return WT_ENOMEM;
	w->at = where;
	*at = (uint32_t)w->bytes.len;
	memcpy(head, &w->count, 4);
	memcpy(head + 4, &fresh, 4);
	head[8] = (uint8_t)key.len;
	wt_buf_put(&w->bytes, head, HEAD);
	wt_buf_putspan(&w->bytes, key);
	if (w->bytes.err != WT_OK)
		return WT_ENOMEM;
	where[w->count++] = *at;
	return WT_OK;
}

int
wt_words_intern(struct wt_words *w, struct wt_span key, uint64_t hash, uint32_t fresh,
    uint32_t *at)
{
	struct wt_word_slot *slot;
	int code;

	if ((w->slots == NULL || w->count >= w->mask / 2) && grow_slots(w) != WT_OK)
		return WT_ENOMEM;
	slot = find_slot(w, key, hash);
	if (slot->at != FREE) {
		*at = slot->at;
		return WT_OK;
	}
	code = add(w, key, fresh, at);
	if (code == WT_OK)
		*slot = (struct wt_word_slot){ (uint32_t)(hash >> 32), *at };
	return code;
}

uint32_t
wt_words_number(const struct wt_words *w, uint32_t at)
{
	return load32(w->bytes.at + at);
}

struct wt_span
wt_words_bytes(const struct wt_words *w, uint32_t at)
{
	return wt_span_make(w->bytes.at + at + HEAD, (uint8_t)w->bytes.at[at + 8]);
}

uint32_t
wt_words_value(const struct wt_words *w, uint32_t at)
{
	return load32(w->bytes.at + at + 4);
}

void
wt_words_set(struct wt_words *w, uint32_t at, uint32_t value)
{
	memcpy(w->bytes.at + at + 4, &value, sizeof value);
}

size_t
wt_words_size(const struct wt_words *w)
{
	return w->bytes.cap + w->at_cap * sizeof *w->at +
	    (w->slots == NULL ? 0 : ((size_t)w->mask + 1) * sizeof *w->slots);
}

void
wt_words_clear(struct wt_words *w)
{
	if (w->slots != NULL)
		memset(w->slots, 0xff, ((size_t)w->mask + 1) * sizeof *w->slots);
	w->count = 0;
	wt_buf_clear(&w->bytes);
}

void
wt_words_free(struct wt_words *w)
{
	free(w->slots);
	free(w->at);
	wt_buf_free(&w->bytes);
	*w = (struct wt_words){ 0 };
}
