/*
 * serve_cache.c - what was found before; behind serve.h.
 *
 * A list in the order of use, which is short.  What is held when it is forgotten stays
 * until it is let go.
 */
#include "cmd/serve.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#define MOST 64                         /* answers */
#define BYTES ((size_t)64 << 20)        /* of all of them */
#define LARGEST (BYTES / 2)             /* of one */

struct cache {
	pthread_mutex_t lock;
	struct kept *list[MOST];        /* the one used last in front; each is held here, too */
	size_t count, bytes;
};

struct cache *
cache_open(void)
{
	struct cache *c = calloc(1, sizeof *c);

	if (c != NULL)
		pthread_mutex_init(&c->lock, NULL);
	return c;
}

static size_t
size_of(const struct kept *k)
{
	return sizeof *k + k->key.cap + wt_arena_size(&k->arena);
}

static void
drop(struct kept *k)
{
	if (--k->held > 0)
		return;
	wt_arena_free(&k->arena);
	wt_buf_free(&k->key);
	free(k);
}

static void
forget_last(struct cache *c)
{
	struct kept *k = c->list[--c->count];

	c->bytes -= size_of(k);
	drop(k);
}

void
cache_close(struct cache *c)
{
	if (c == NULL)
		return;
	while (c->count > 0)
		forget_last(c);
	pthread_mutex_destroy(&c->lock);
	free(c);
}

/* Move what has this key to the front: NULL if there is nothing. */
static struct kept *
use(struct cache *c, struct wt_span key)
{
	for (size_t i = 0; i < c->count; i++) {
		struct kept *k = c->list[i];

		if (!wt_span_eq(wt_buf_span(&k->key), key))
			continue;
		memmove(&c->list[1], &c->list[0], i * sizeof c->list[0]);
		return c->list[0] = k;
	}
	return NULL;
}

struct kept *
cache_find(struct cache *c, struct wt_span key)
{
	struct kept *k;

	pthread_mutex_lock(&c->lock);
	if ((k = use(c, key)) != NULL)
		k->held++;
	pthread_mutex_unlock(&c->lock);
	return k;
}

struct kept *
cache_make(void)
{
	struct kept *k = calloc(1, sizeof *k);

	if (k != NULL)
		k->held = 1;
	return k;
}

void
cache_add(struct cache *c, struct wt_span key, struct kept *k)
{
	wt_buf_putspan(&k->key, key);
	if (k->key.err != WT_OK || k->arena.err != WT_OK || size_of(k) > LARGEST)
		return;
	pthread_mutex_lock(&c->lock);
	if (use(c, key) == NULL) {
		while (c->count == MOST || c->bytes + size_of(k) > BYTES)
			forget_last(c);
		memmove(&c->list[1], &c->list[0], c->count++ * sizeof c->list[0]);
		c->list[0] = k;
		c->bytes += size_of(k);
		k->held++;
	}
	pthread_mutex_unlock(&c->lock);
}

void
cache_let_go(struct cache *c, struct kept *k)
{
	if (k == NULL)
		return;
	pthread_mutex_lock(&c->lock);
	drop(k);
	pthread_mutex_unlock(&c->lock);
}
