/*
 * words.h - numbers for very many short strings, close together in memory.
 *
 * It does what base/table.h does with less memory: a look-up touches a slot and
 * an entry, which holds the bytes and a counter of the caller beside them.
 */
#ifndef WT_INDEX_WORDS_H
#define WT_INDEX_WORDS_H

#include "base/buf.h"
#include "base/err.h"
#include "base/span.h"

#include <stdint.h>

struct wt_word_slot {
	uint32_t check;         /* upper half of the hash */
	uint32_t at;            /* of the entry, or UINT32_MAX */
};

struct wt_words {
	struct wt_word_slot *slots;     /* owned, private */
	uint32_t mask;                  /* private: slots less one */
	uint32_t count;
	struct wt_buf bytes;            /* private: entries */
	uint32_t *at;                   /* owned: by number, where its entry is */
	size_t at_cap;
};

/*
 * Where the entry of a string is, made if need be with the value `fresh`: WT_OK or
 * WT_ENOMEM.  Strings have at most 255 bytes.
 */
int wt_words_intern(struct wt_words *w, struct wt_span key, uint64_t hash, uint32_t fresh,
    uint32_t *at);

/*
 * Memory is slow beside the rest: with the hashes (wt_hash) of some strings to come,
 * call for their slots first, then for their entries, and look them up then.
 */
static inline void
wt_words_call_slot(const struct wt_words *w, uint64_t hash)
{
	if (w->slots != NULL)
		__builtin_prefetch(&w->slots[(uint32_t)hash & w->mask]);
}

static inline void
wt_words_call_entry(const struct wt_words *w, uint64_t hash)
{
	if (w->slots != NULL && w->slots[(uint32_t)hash & w->mask].at != UINT32_MAX)
		__builtin_prefetch(w->bytes.at + w->slots[(uint32_t)hash & w->mask].at);
}

/* The same for an entry that is known. */
static inline void
wt_words_call(const struct wt_words *w, uint32_t at)
{
	__builtin_prefetch(w->bytes.at + at);
}

/* Of an entry: its number from 0, the caller's value, the bytes (until the next intern). */
uint32_t wt_words_number(const struct wt_words *w, uint32_t at);
struct wt_span wt_words_bytes(const struct wt_words *w, uint32_t at);
uint32_t wt_words_value(const struct wt_words *w, uint32_t at);
void wt_words_set(struct wt_words *w, uint32_t at, uint32_t value);

/* Bytes of memory it takes. */
size_t wt_words_size(const struct wt_words *w);

void wt_words_clear(struct wt_words *w);
void wt_words_free(struct wt_words *w);

#endif
