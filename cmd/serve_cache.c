/*
 * serve_cache.c - what was found before; behind serve.h.
 *
 * A list in the order of use.  It is short, so it is searched from its front.  What is
 * held when it is forgotten stays until it is let go.
 */
#include "cmd/serve.h"

#include <pthread.h>
#include <stdlib.h>

#define MOST 64                         /* answers */
#define BYTES ((size_t)64 << 20)        /* of all of them */
#define LARGEST (BYTES / 2)             /* of one */

struct cache {
	pthread_mutex_t lock;
	struct kept *newest, *oldest;
	unsigned count;
	size_t bytes;
};

struct cache *
cache_open(void)
{
	struct cache *c = calloc(1, sizeof *c);

	if (c != NULL)
		pthread_mutex_init(&c->lock, NULL);
	return c;
}

static void
free_kept(struct kept *k)
{
	wt_arena_free(&k->arena);
	wt_buf_free(&k->key);
	free(k);
}

static size_t
size_of(const struct kept *k)
{
	return sizeof *k + k->key.cap + wt_arena_size(&k->arena);
}

/* Take one out of the list. */
static void
unlink_kept(struct cache *c, struct kept *k)
{
	*(k->newer != NULL ? &k->newer->older : &c->newest) = k->older;
	*(k->older != NULL ? &k->older->newer : &c->oldest) = k->newer;
	k->newer = k->older = NULL;
	c->count--;
	c->bytes -= size_of(k);
}

static void
link_kept(struct cache *c, struct kept *k)
{
	k->older = c->newest;
	*(c->newest != NULL ? &c->newest->newer : &c->oldest) = k;
	c->newest = k;
	c->count++;
	c->bytes += size_of(k);
}

/* Let go of it; the list holds what is in it, too. */
static void
drop(struct kept *k)
{
	if (--k->held == 0)
		free_kept(k);
}

void
cache_close(struct cache *c)
{
	struct kept *k;

	if (c == NULL)
		return;
	while ((k = c->oldest) != NULL) {
		unlink_kept(c, k);
		drop(k);
	}
	pthread_mutex_destroy(&c->lock);
	free(c);
}

static struct kept *
look(const struct cache *c, struct wt_span key)
{
	struct kept *k = c->newest;

	while (k != NULL && !wt_span_eq(wt_buf_span(&k->key), key))
		k = k->older;
	return k;
}

struct kept *
cache_find(struct cache *c, struct wt_span key)
{
	struct kept *k;

	pthread_mutex_lock(&c->lock);
	if ((k = look(c, key)) != NULL) {
		unlink_kept(c, k);
		link_kept(c, k);
		k->held++;
	}
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
	if (look(c, key) == NULL) {
		k->held++;
		link_kept(c, k);
		while (c->count > MOST || c->bytes > BYTES) {
			struct kept *last = c->oldest;

			unlink_kept(c, last);
			drop(last);
		}
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
