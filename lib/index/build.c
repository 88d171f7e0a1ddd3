/*
 * build.c - the writer of an index: runs, commits, merges; FORMAT.md, section 9.
 *
 * Files that no manifest names (runs, segments of a commit that did not come to its
 * end) are removed when a writer opens the index, and after each commit.
 */
#include "index/build.h"
#include "base/hash.h"
#include "base/save.h"
#include "index/index_private.h"
#include "index/merge.h"
#include "index/run.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define MEMORY_DEFAULT ((size_t)128 << 20)
#define MEMORY_LEAST ((size_t)1 << 20)
#define COMPACT_DEFAULT ((uint64_t)1 << 30)
#define THREADS_MAX 64u
#define RUNS_MAX 32u            /* more are merged into one */
#define LEVEL_DEFAULT 5
#define FILES_MAX 8u            /* segments of a large index */
#define WORK_NAME "next.tmp"    /* a segment while it is written */

/* A spilled run. */
struct spill {
	char *path;             /* owned */
	struct wt_segment *segment;     /* owned */
	uint64_t *orders;       /* owned: of each document */
};

struct wt_build {
	char *path;             /* owned */
	int lock;               /* descriptor, or -1 */
	struct wt_build_options options;
	struct wt_buf meta, preset;     /* what the options borrow */
	struct wt_index *index; /* what is committed, or NULL */
	uint8_t **dead;         /* owned: by segment, documents deleted since; or NULL */
	struct wt_run *runs[THREADS_MAX];       /* by worker, made when used */
	pthread_mutex_t mutex;  /* holds what follows while workers add */
	struct spill *spills;   /* owned */
	uint32_t spill_count;
	size_t spill_cap;
	uint32_t spill_number;  /* for names */
};

static int
no_memory(const char *path, struct wt_error *error)
{
	return wt_error_set(error, WT_ENOMEM, 0, "%s: out of memory", path);
}

static int
system_error(const char *path, const char *what, struct wt_error *error)
{
	int number = errno;

	return wt_error_set(error, wt_code_of_errno(number), 0, "%s: %s: %s", path, what,
	    strerror(number));
}

/* ---- the folder ---- */

static bool
ends(const char *name, const char *ending)
{
	return wt_span_ends(wt_span_of(name), wt_span_of(ending));
}

/* Does the committed index name this file? */
static bool
is_named(const struct wt_build *b, const char *name)
{
	for (uint32_t i = 0; b->index != NULL && i < b->index->manifest.count; i++) {
		const struct wt_part *part = &b->index->manifest.parts[i];
		char *segment = wt_path_segment("", part), *mask = wt_path_mask("", part);
		bool named = segment == NULL || mask == NULL || strcmp(segment + 1, name) == 0 ||
		    (part->deleted > 0 && strcmp(mask + 1, name) == 0);

		free(segment);
		free(mask);
		if (named)
			return true;
	}
	return false;
}

/* Remove what was left behind.  What cannot be removed is left for the next time. */
static void
sweep(const struct wt_build *b)
{
	DIR *folder = opendir(b->path);
	struct dirent *entry;

	while (folder != NULL && (entry = readdir(folder)) != NULL) {
		const char *name = entry->d_name;
		char *path;

		if (!ends(name, ".tmp") && !ends(name, ".new") &&
		    ((!ends(name, ".seg") && !ends(name, ".del")) || is_named(b, name)))
			continue;
		path = wt_path_join(b->path, name);
		if (path != NULL)
			unlink(path);
		free(path);
	}
	if (folder != NULL)
		closedir(folder);
}

static int
take_lock(struct wt_build *b, struct wt_error *error)
{
	char *path = wt_path_join(b->path, WT_LOCK_NAME);
	int code = WT_OK;

	if (path == NULL)
		return no_memory(b->path, error);
	b->lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
	if (b->lock < 0)
		code = system_error(path, "cannot open", error);
	else if (flock(b->lock, LOCK_EX | LOCK_NB) != 0)
		code = errno == EWOULDBLOCK ? wt_error_set(error, WT_EBUSY, 0,
		    "%s: another program is writing to this index", b->path) :
		    system_error(path, "cannot lock", error);
	free(path);
	return code;
}

static int
open_committed(struct wt_build *b, struct wt_error *error)
{
	int code = wt_index_open(b->path, &b->index, error);

	if (code == WT_ENOENT)
		return WT_OK;
	if (code != WT_OK)
		return code;
	if (!wt_span_eq(wt_index_meta(b->index), wt_buf_span(&b->meta)))
		return wt_error_set(error, WT_EVERSION, 0,
		    "%s: the index was made by other rules and has to be made anew", b->path);
	b->dead = calloc((size_t)b->index->manifest.count + 1, sizeof *b->dead);
	return b->dead == NULL ? no_memory(b->path, error) : WT_OK;
}

static void
close_committed(struct wt_build *b)
{
	for (uint32_t i = 0; b->dead != NULL && i < b->index->manifest.count; i++)
		free(b->dead[i]);
	free(b->dead);
	b->dead = NULL;
	wt_index_close(b->index);
	b->index = NULL;
}

static int
copy_options(struct wt_build *b, const char *path, const struct wt_build_options *options)
{
	size_t size = strlen(path) + 1;

	b->path = malloc(size);
	if (b->path == NULL)
		return WT_ENOMEM;
	memcpy(b->path, path, size);
	b->options = *options;
	if (b->options.memory == 0)
		b->options.memory = MEMORY_DEFAULT;
	if (b->options.memory < MEMORY_LEAST)
		b->options.memory = MEMORY_LEAST;
	if (b->options.threads < 1)
		b->options.threads = 1;
	if (b->options.threads > THREADS_MAX)
		b->options.threads = THREADS_MAX;
	if (b->options.level < 1 || b->options.level > 9)
		b->options.level = LEVEL_DEFAULT;
	if (b->options.compact == 0)
		b->options.compact = COMPACT_DEFAULT;
	wt_buf_putspan(&b->meta, options->meta);
	wt_buf_putspan(&b->preset, options->preset);
	b->options.meta = wt_buf_span(&b->meta);
	b->options.preset = wt_buf_span(&b->preset);
	return b->meta.err != WT_OK ? b->meta.err : b->preset.err;
}

int
wt_build_open(const char *path, const struct wt_build_options *options, struct wt_build **out,
    struct wt_error *error)
{
	struct wt_build *b = calloc(1, sizeof *b);
	int code;

	*out = NULL;
	if (b == NULL)
		return no_memory(path, error);
	b->lock = -1;
	pthread_mutex_init(&b->mutex, NULL);
	code = copy_options(b, path, options);
	if (code != WT_OK)
		no_memory(path, error);
	else if (mkdir(path, 0777) != 0 && errno != EEXIST)
		code = system_error(path, "cannot make the folder", error);
	if (code == WT_OK)
		code = take_lock(b, error);
	if (code == WT_OK)
		code = open_committed(b, error);
	if (code != WT_OK) {
		wt_build_close(b);
		return code;
	}
	sweep(b);
	*out = b;
	return WT_OK;
}

/* ---- runs ---- */

static void
drop_spill(struct spill *s)
{
	wt_segment_close(s->segment);
	if (s->path != NULL)
		unlink(s->path);
	free(s->path);
	free(s->orders);
}

static void
drop_spills(struct wt_build *b)
{
	for (uint32_t i = 0; i < b->spill_count; i++)
		drop_spill(&b->spills[i]);
	b->spill_count = 0;
}

static char *
spill_path(struct wt_build *b)
{
	char name[WT_PATH_ROOM];

	pthread_mutex_lock(&b->mutex);
	snprintf(name, sizeof name, "run-%u.tmp", (unsigned)b->spill_number++);
	pthread_mutex_unlock(&b->mutex);
	return wt_path_join(b->path, name);
}

static int
keep_spill(struct wt_build *b, const struct spill *s)
{
	struct spill *at;

	pthread_mutex_lock(&b->mutex);
	at = wt_grow(b->spills, &b->spill_cap, (size_t)b->spill_count + 1, sizeof *at);
	if (at != NULL) {
		b->spills = at;
		at[b->spill_count++] = *s;
	}
	pthread_mutex_unlock(&b->mutex);
	return at == NULL ? WT_ENOMEM : WT_OK;
}

/* Write what a worker has gathered to a file of its own. */
static int
spill(struct wt_build *b, unsigned worker, struct wt_error *error)
{
	struct wt_run_plan plan = { .path = NULL, .threads = 1 };
	struct spill s = { 0 };
	uint64_t size = 0, hash = 0;
	int code = WT_OK;

	if (b->runs[worker] == NULL || wt_run_docs(b->runs[worker]) == 0)
		return WT_OK;
	if ((s.path = spill_path(b)) == NULL)
		return no_memory(b->path, error);
	plan.path = s.path;
	code = wt_run_write(b->runs[worker], &plan, &s.orders, &size, &hash, error);
	if (code == WT_OK)
		code = wt_segment_open(s.path, size, hash, &s.segment, error);
	if (code == WT_OK && (code = keep_spill(b, &s)) != WT_OK)
		no_memory(b->path, error);
	if (code != WT_OK)
		drop_spill(&s);
	return code;
}

struct spiller {
	struct wt_build *b;
	unsigned worker;
	struct wt_error error;
	int code;
	bool running;
	pthread_t thread;
};

static void *
spill_beside(void *argument)
{
	struct spiller *s = argument;

	s->code = spill(s->b, s->worker, &s->error);
	return NULL;
}

/* Spill what all workers hold, side by side; without a thread, one after the other. */
static int
spill_all(struct wt_build *b, struct wt_error *error)
{
	struct spiller *spillers = calloc(b->options.threads, sizeof *spillers);
	int code = WT_OK;

	if (spillers == NULL)
		return no_memory(b->path, error);
	for (unsigned i = 0; i < b->options.threads; i++) {
		spillers[i].b = b;
		spillers[i].worker = i;
		spillers[i].running = i > 0 && b->runs[i] != NULL && pthread_create(
		    &spillers[i].thread, NULL, spill_beside, &spillers[i]) == 0;
	}
	for (unsigned i = 0; i < b->options.threads; i++) {
		if (spillers[i].running)
			pthread_join(spillers[i].thread, NULL);
		else
			spill_beside(&spillers[i]);
		if (code == WT_OK && spillers[i].code != WT_OK) {
			code = spillers[i].code;
			if (error != NULL)
				*error = spillers[i].error;
		}
	}
	free(spillers);
	return code;
}

int
wt_build_add(struct wt_build *b, unsigned worker, const struct wt_document *doc,
    struct wt_error *error)
{
	int code;

	if (worker >= b->options.threads)
		return wt_error_set(error, WT_EINVAL, 0, "there is no such worker");
	if (b->runs[worker] == NULL && (b->runs[worker] = wt_run_make()) == NULL)
		return no_memory(b->path, error);
	code = wt_run_add(b->runs[worker], doc, error);
	if (code == WT_OK &&
	    wt_run_size(b->runs[worker]) >= b->options.memory / b->options.threads)
		code = spill(b, worker, error);
	return code;
}

int
wt_build_lookup(const struct wt_build *b, struct wt_span key, uint64_t *hash)
{
	uint32_t segment, doc;
	int code;

	*hash = 0;
	if (b->index == NULL)
		return WT_ENOENT;
	code = wt_index_find(b->index, key, &segment, &doc);
	if (code != WT_OK)
		return code;
	*hash = wt_document_hash(b->index->segments[segment], doc);
	return wt_segment_error(b->index->segments[segment]);
}

static int
mark(uint8_t **mask, uint32_t docs, uint32_t doc)
{
	if (*mask == NULL && (*mask = calloc(((size_t)docs + 7) / 8, 1)) == NULL)
		return WT_ENOMEM;
	(*mask)[doc / 8] = (uint8_t)((*mask)[doc / 8] | 1 << (doc % 8));
	return WT_OK;
}

int
wt_build_delete(struct wt_build *b, struct wt_span key, struct wt_error *error)
{
	uint32_t segment, doc;
	int code = b->index == NULL ? WT_ENOENT : wt_index_find(b->index, key, &segment, &doc);

	if (code == WT_ENOENT)
		return wt_error_set(error, code, 0, "%.*s: no such document",
		    (int)(key.len < 80 ? key.len : 80), key.len == 0 ? "" : key.at);
	if (code == WT_OK && b->dead[segment] != NULL &&
	    (b->dead[segment][doc / 8] >> (doc % 8) & 1) != 0)
		return wt_error_set(error, WT_ENOENT, 0, "%.*s: no such document",
		    (int)(key.len < 80 ? key.len : 80), key.at);
	if (code == WT_OK)
		code = mark(&b->dead[segment], b->index->segments[segment]->docs, doc);
	if (code == WT_ECORRUPT)
		wt_index_error(b->index, error);
	else if (code != WT_OK)
		no_memory(b->path, error);
	return code;
}

/* ---- commit ---- */

/* What a commit is made of: committed segments first, then runs. */
struct commit {
	struct wt_build *b;
	struct wt_source *sources;      /* owned, as are their masks of runs */
	uint32_t committed, count;
	bool *kept;                     /* owned: a committed segment that stays as it is */
	struct wt_manifest manifest;    /* the next */
};

static uint32_t
count_dead(const struct wt_source *s)
{
	uint32_t dead = 0;

	for (uint32_t doc = 0; doc < s->segment->docs; doc++)
		dead += !wt_source_live(s, doc);
	return dead;
}

static int
list_sources(struct commit *c)
{
	struct wt_build *b = c->b;

	c->committed = b->index == NULL ? 0 : b->index->manifest.count;
	c->count = c->committed + b->spill_count;
	c->sources = calloc((size_t)c->count + 1, sizeof *c->sources);
	c->kept = calloc((size_t)c->count + 1, sizeof *c->kept);
	if (c->sources == NULL || c->kept == NULL)
		return WT_ENOMEM;
	for (uint32_t i = 0; i < c->committed; i++) {
		c->sources[i].segment = b->index->segments[i];
		c->sources[i].dead = b->dead[i];
		b->dead[i] = NULL;
	}
	for (uint32_t i = 0; i < b->spill_count; i++) {
		c->sources[c->committed + i].segment = b->spills[i].segment;
		c->sources[c->committed + i].orders = b->spills[i].orders;
	}
	return wt_sources_unite(c->sources, c->count);
}

/*
 * Which committed segments stay?  None while all are small, so that one is left.  Of a
 * large index those stay that are larger than twice what is merged, unless half of
 * their documents are dead or there are too many of them.
 */
static void
choose_kept(struct commit *c)
{
	uint64_t all = 0, merged = 0;
	uint32_t kept = 0;
	bool moved = true;

	for (uint32_t i = 0; i < c->count; i++) {
		all += c->sources[i].segment->size;
		if (i >= c->committed)
			merged += c->sources[i].segment->size;
	}
	for (uint32_t i = 0; i < c->committed && all > c->b->options.compact; i++) {
		c->kept[i] = count_dead(&c->sources[i]) <= c->sources[i].segment->docs / 2;
		kept += c->kept[i];
	}
	while (moved) {
		moved = false;
		for (uint32_t i = 0; i < c->committed; i++) {
			uint64_t size = c->sources[i].segment->size;

			if (!c->kept[i] || (size > merged * 2 && kept <= FILES_MAX))
				continue;
			c->kept[i] = false;
			merged += size;
			kept--;
			moved = true;
		}
	}
}

static int
write_mask(struct commit *c, const struct wt_source *s, struct wt_part *part,
    struct wt_error *error)
{
	struct wt_buf bytes = { 0 };
	struct wt_save save;
	char *path;
	int code;

	wt_buf_put(&bytes, WT_MASK_MAGIC, 8);
	wt_buf_put32(&bytes, WT_FORMAT_VERSION);
	wt_buf_put32(&bytes, s->segment->docs);
	for (uint32_t doc = 0; doc < s->segment->docs; doc += 8) {
		unsigned byte = 0;

		for (uint32_t k = 0; k < 8 && doc + k < s->segment->docs; k++)
			byte |= wt_source_live(s, doc + k) ? 0 : 1u << k;
		wt_buf_putc(&bytes, (char)byte);
	}
	part->mask = wt_hash(wt_buf_span(&bytes));
	path = wt_path_mask(c->b->path, part);
	if (path == NULL || bytes.err != WT_OK) {
		code = no_memory(c->b->path, error);
	} else if ((code = wt_save_open(&save, path, error)) != WT_OK) {
		wt_save_cancel(&save);
	} else {
		wt_save_put(&save, bytes.at, bytes.len);
		code = wt_save_commit(&save, error);
	}
	free(path);
	wt_buf_free(&bytes);
	return code;
}

/* Segments that stay go into the next manifest, with a new mask if one is needed. */
static int
keep_segments(struct commit *c, struct wt_error *error)
{
	int code = WT_OK;

	for (uint32_t i = 0; i < c->committed && code == WT_OK; i++) {
		struct wt_part part = c->b->index->manifest.parts[i];
		uint32_t dead;

		if (!c->kept[i])
			continue;
		dead = count_dead(&c->sources[i]);
		if (dead > part.deleted) {
			part.deleted = dead;
			code = write_mask(c, &c->sources[i], &part, error);
		}
		if (code == WT_OK && wt_manifest_add(&c->manifest, &part) != WT_OK)
			code = no_memory(c->b->path, error);
	}
	return code;
}

static int
rename_segment(const struct wt_build *b, const char *from, const struct wt_part *part,
    struct wt_error *error)
{
	char *path = wt_path_segment(b->path, part);
	int code = WT_OK;

	if (path == NULL)
		return no_memory(b->path, error);
	if (rename(from, path) != 0)
		code = system_error(path, "cannot rename", error);
	free(path);
	return code;
}

/* Merge all that does not stay into a segment of the next manifest. */
static int
merge_rest(struct commit *c, struct wt_error *error)
{
	const struct wt_build *b = c->b;
	struct wt_source *merged = calloc((size_t)c->count + 1, sizeof *merged);
	struct wt_merge_plan plan = { .level = b->options.level, .threads = b->options.threads,
	    .preset = b->options.preset };
	char *path = wt_path_join(b->path, WORK_NAME);
	struct wt_part part = { 0 };
	uint32_t count = 0;
	int code = WT_ENOMEM;

	for (uint32_t i = 0; i < c->count && merged != NULL; i++)
		if (!c->kept[i])
			merged[count++] = c->sources[i];
	plan.path = path;
	if (merged == NULL || path == NULL)
		no_memory(b->path, error);
	else
		code = wt_segments_merge(merged, count, &plan, &part.docs, &part.size, &part.hash,
		    error);
	if (code == WT_OK && part.docs > 0) {
		code = rename_segment(b, path, &part, error);
		if (code == WT_OK && wt_manifest_add(&c->manifest, &part) != WT_OK)
			code = no_memory(b->path, error);
	}
	if (code == WT_OK)
		code = wt_sync_folder(b->path, error);
	free(path);
	free(merged);
	return code;
}

/* Is the index as it should be without a commit? */
static bool
is_idle(const struct wt_build *b)
{
	if (b->index == NULL || b->spill_count > 0)
		return false;
	for (uint32_t i = 0; i < b->index->manifest.count; i++)
		if (b->dead[i] != NULL)
			return false;
	return true;
}

static int
make_commit(struct commit *c, struct wt_error *error)
{
	struct wt_build *b = c->b;
	int code = list_sources(c);

	if (code == WT_ECORRUPT) {
		wt_error_set(error, code, 0, "%s: damaged", b->path);
		if (b->index != NULL)
			wt_index_error(b->index, error);
		return code;
	}
	if (code == WT_OK) {
		wt_buf_putspan(&c->manifest.meta, b->options.meta);
		code = c->manifest.meta.err;
	}
	if (code != WT_OK)
		return no_memory(b->path, error);
	choose_kept(c);
	code = keep_segments(c, error);
	if (code == WT_OK)
		code = merge_rest(c, error);
	return code == WT_OK ? wt_manifest_write(&c->manifest, b->path, error) : code;
}

int
wt_build_commit(struct wt_build *b, struct wt_error *error)
{
	struct commit c = { .b = b };
	int code = spill_all(b, error);

	if (code != WT_OK || is_idle(b))
		return code;
	code = make_commit(&c, error);
	for (uint32_t i = 0; i < c.count && c.sources != NULL; i++)
		free(c.sources[i].dead);
	free(c.sources);
	free(c.kept);
	wt_manifest_free(&c.manifest);
	if (code != WT_OK)
		return code;
	drop_spills(b);
	close_committed(b);
	code = open_committed(b, error);
	if (code == WT_OK)
		sweep(b);
	return code;
}

void
wt_build_close(struct wt_build *b)
{
	if (b == NULL)
		return;
	for (unsigned i = 0; i < THREADS_MAX; i++)
		wt_run_free(b->runs[i]);
	drop_spills(b);
	free(b->spills);
	close_committed(b);
	if (b->lock >= 0)
		close(b->lock);
	pthread_mutex_destroy(&b->mutex);
	wt_buf_free(&b->meta);
	wt_buf_free(&b->preset);
	free(b->path);
	free(b);
}

/* ---- merging whole indexes ---- */

/* The segments of all indexes as sources. */
static int
open_sources(const char *const *paths, size_t count, struct wt_index **indexes,
    struct wt_source **sources, uint32_t *total, struct wt_error *error)
{
	int code = WT_OK;

	for (size_t i = 0; i < count && code == WT_OK; i++) {
		code = wt_index_open(paths[i], &indexes[i], error);
		if (code == WT_OK && !wt_span_eq(wt_index_meta(indexes[i]),
		    wt_index_meta(indexes[0])))
			code = wt_error_set(error, WT_EVERSION, 0,
			    "%s: was made by other rules than %s", paths[i], paths[0]);
		if (code == WT_OK)
			*total += indexes[i]->manifest.count;
	}
	if (code != WT_OK)
		return code;
	*sources = calloc((size_t)*total + 1, sizeof **sources);
	if (*sources == NULL)
		return no_memory(paths[0], error);
	for (size_t i = 0, k = 0; i < count; i++)
		for (uint32_t n = 0; n < indexes[i]->manifest.count; n++)
			(*sources)[k++].segment = indexes[i]->segments[n];
	return WT_OK;
}

/* Write the sources as the one segment of a new index. */
static int
write_merged(const char *path, struct wt_source *sources, uint32_t count,
    const struct wt_build_options *options, struct wt_error *error)
{
	struct commit c = { .committed = 0 };
	int code = wt_build_open(path, options, &c.b, error);

	if (code != WT_OK)
		return code;
	c.sources = sources;
	c.count = count;
	c.kept = calloc((size_t)count + 1, sizeof *c.kept);
	wt_buf_putspan(&c.manifest.meta, c.b->options.meta);
	if (c.b->index != NULL)
		code = wt_error_set(error, WT_EINVAL, 0, "%s: there is an index already", path);
	else if (c.kept == NULL || c.manifest.meta.err != WT_OK)
		code = no_memory(path, error);
	else if ((code = wt_sources_unite(sources, count)) != WT_OK)
		wt_error_set(error, code, 0, "%s: %s", path, wt_strerror(code));
	if (code == WT_OK)
		code = merge_rest(&c, error);
	if (code == WT_OK)
		code = wt_manifest_write(&c.manifest, path, error);
	free(c.kept);
	wt_manifest_free(&c.manifest);
	wt_build_close(c.b);
	return code;
}

int
wt_index_merge(const char *path, const char *const *paths, size_t count,
    const struct wt_build_options *options, struct wt_error *error)
{
	struct wt_index **indexes = calloc(count + 1, sizeof(struct wt_index *));
	struct wt_build_options with_meta = *options;
	struct wt_source *sources = NULL;
	uint32_t total = 0;
	int code;

	if (indexes == NULL)
		return no_memory(path, error);
	if (count == 0)
		code = wt_error_set(error, WT_EINVAL, 0, "%s: nothing to merge", path);
	else
		code = open_sources(paths, count, indexes, &sources, &total, error);
	if (code == WT_OK) {
		with_meta.meta = wt_index_meta(indexes[0]);
		code = write_merged(path, sources, total, &with_meta, error);
	}
	for (uint32_t i = 0; i < total && sources != NULL; i++)
		free(sources[i].dead);
	free(sources);
	for (size_t i = 0; i < count; i++)
		wt_index_close(indexes[i]);
	free(indexes);
	return code;
}
