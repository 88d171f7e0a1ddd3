/*
 * serve_pool.c - readers of an index that grows; behind serve.h.
 *
 * Each reader has a snapshot of its own.  Before it is handed out, the manifest
 * is looked at: a writer replaces that file with each commit, so another inode,
 * time or size means another commit, and the index is opened anew.
 */
#include "cmd/serve.h"
#include "index/format.h"
#include "index/manifest.h"

#include <pthread.h>
#include <stdlib.h>
#include <sys/stat.h>

/* What is known of the manifest that a reader opened. */
struct seen {
	dev_t device;
	ino_t inode;
	off_t size;
	struct timespec time;
};

struct reader {
	struct opened o;                /* first: pool_give gets its address */
	struct seen seen;
	bool open, taken;
};

struct pool {
	const char *path;
	char *manifest;
	struct wt_dict *dict;
	struct cache *cache;
	pthread_mutex_t lock;
	pthread_cond_t given;
	unsigned count;
	struct reader readers[];
};

static struct seen
look(const struct pool *p)
{
	struct stat st;

	if (stat(p->manifest, &st) != 0)
		return (struct seen){ .size = -1 };
	return (struct seen){ st.st_dev, st.st_ino, st.st_size, st.st_mtim };
}

static bool
same(const struct seen *a, const struct seen *b)
{
	return a->device == b->device && a->inode == b->inode && a->size == b->size &&
	    a->time.tv_sec == b->time.tv_sec && a->time.tv_nsec == b->time.tv_nsec;
}

/* Look first, then open: a commit between is met the next time. */
static int
refresh(struct pool *p, struct reader *r, struct wt_error *error)
{
	struct seen now = look(p);
	int code;

	if (r->open && same(&now, &r->seen))
		return WT_OK;
	if (r->open)
		cmd_index_detach(&r->o);
	code = cmd_index_attach(p->path, p->dict, &r->o, error);
	r->open = code == WT_OK;
	r->seen = now;
	if (!r->open)
		cmd_index_detach(&r->o);
	return code;
}

int
pool_open(const char *path, const char *overlay, unsigned count, struct pool **out)
{
	struct pool *p = calloc(1, sizeof *p + count * sizeof p->readers[0]);
	struct wt_error error = { 0 };
	int code;

	if ((*out = p) == NULL) {
		wt_error_set(&error, WT_ENOMEM, 0, "memory ran out");
		return cmd_fail_run("serve", &error);
	}
	pthread_mutex_init(&p->lock, NULL);
	pthread_cond_init(&p->given, NULL);
	p->path = path;
	p->count = count;
	p->cache = cache_open();
	if (p->cache == NULL || (p->manifest = wt_path_join(path, WT_MANIFEST_NAME)) == NULL)
		code = wt_error_set(&error, WT_ENOMEM, 0, "memory ran out");
	else if ((code = cmd_dict_open(overlay, &p->dict, &error)) == WT_OK)
		code = refresh(p, &p->readers[0], &error);
	if (code != WT_OK)
		return cmd_fail_run("serve", &error);
	cmd_index_compare("serve", path, &p->readers[0].o);
	return CMD_OK;
}

void
pool_close(struct pool *p)
{
	if (p == NULL)
		return;
	for (unsigned i = 0; i < p->count; i++)
		if (p->readers[i].open)
			cmd_index_detach(&p->readers[i].o);
	cmd_dict_close(p->dict);
	cache_close(p->cache);
	pthread_cond_destroy(&p->given);
	pthread_mutex_destroy(&p->lock);
	free(p->manifest);
	free(p);
}

/* A reader that nobody has, an open one if there is one. */
static struct reader *
idle(struct pool *p)
{
	struct reader *found = NULL;

	for (unsigned i = 0; i < p->count; i++)
		if (!p->readers[i].taken && (found == NULL || (p->readers[i].open && !found->open)))
			found = &p->readers[i];
	return found;
}

int
pool_take(struct pool *p, struct opened **out, struct wt_error *error)
{
	struct reader *r;
	int code;

	pthread_mutex_lock(&p->lock);
	while ((r = idle(p)) == NULL)
		pthread_cond_wait(&p->given, &p->lock);
	r->taken = true;
	pthread_mutex_unlock(&p->lock);
	code = refresh(p, r, error);
	*out = code == WT_OK ? &r->o : NULL;
	if (code != WT_OK)
		pool_give(p, &r->o);
	return code;
}

void
pool_give(struct pool *p, struct opened *o)
{
	struct reader *r = (struct reader *)o;

	pthread_mutex_lock(&p->lock);
	r->taken = false;
	pthread_cond_signal(&p->given);
	pthread_mutex_unlock(&p->lock);
}

struct cache *
pool_cache(struct pool *p)
{
	return p->cache;
}
