/*
 * build.c - the writer of an index: its folder, its lock, and the runs of its workers.
 *
 * Files that neither the manifest nor the list of pending runs names (segments of a commit
 * that did not come to its end) are removed when a writer opens the index, and after each
 * commit.
 */
#include "index/build_private.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define MEMORY_DEFAULT ((size_t)96 << 20)
#define MEMORY_LEAST ((size_t)1 << 20)
#define MEMORY_MOST ((size_t)8 << 30)   /* of a worker: occurrences are counted in 32 bits */
#define COMPACT_DEFAULT ((uint64_t)1 << 30)
#define LEVEL_DEFAULT 6

int
wt_build_no_memory(const char *path, struct wt_error *error)
{
	return wt_error_set(error, WT_ENOMEM, 0, "%s: out of memory", path);
}

int
wt_build_system_error(const char *path, const char *what, struct wt_error *error)
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
	if (b->index != NULL && b->index->manifest.copies > 0) {
		char *path = wt_path_copies("", &b->index->manifest);
		bool named = path == NULL || strcmp(path + 1, name) == 0;

		free(path);
		if (named)
			return true;
	}
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
void
wt_build_sweep(const struct wt_build *b)
{
	DIR *folder = opendir(b->path);
	struct dirent *entry;

	while (folder != NULL && (entry = readdir(folder)) != NULL) {
		const char *name = entry->d_name;
		char *path;

		if (wt_pending_named(b, name))
			continue;
		if (!ends(name, ".tmp") && !ends(name, ".new") &&
		    strcmp(name, WT_PENDING_NAME) != 0 && ((!ends(name, ".seg") && !ends(name, ".del") && !ends(name, ".dup")) ||
		    is_named(b, name)))
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
		return wt_build_no_memory(b->path, error);
	b->lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
	if (b->lock < 0)
		code = wt_build_system_error(path, "cannot open", error);
	else if (flock(b->lock, LOCK_EX | LOCK_NB) != 0)
		code = errno == EWOULDBLOCK ? wt_error_set(error, WT_EBUSY, 0,
		    "%s: another program is writing to this index", b->path) :
		    wt_build_system_error(path, "cannot lock", error);
	free(path);
	return code;
}

int
wt_build_open_committed(struct wt_build *b, struct wt_error *error)
{
	int code;

	if (b->options.anew)
		return WT_OK;
	code = wt_index_open(b->path, &b->index, error);
	if (code == WT_ENOENT)
		return WT_OK;
	if (code != WT_OK)
		return code;
	if (!wt_span_eq(wt_index_meta(b->index), wt_buf_span(&b->meta)))
		return wt_error_set(error, WT_EVERSION, 0,
		    "%s: the index was made by other rules and has to be made anew", b->path);
	b->dead = calloc((size_t)b->index->manifest.count + 1, sizeof *b->dead);
	b->seen = calloc((size_t)b->index->manifest.count + 1, sizeof *b->seen);
	return b->dead == NULL || b->seen == NULL ? wt_build_no_memory(b->path, error) : WT_OK;
}

void
wt_build_close_committed(struct wt_build *b)
{
	for (uint32_t i = 0; b->dead != NULL && i < b->index->manifest.count; i++)
		free(b->dead[i]);
	for (uint32_t i = 0; b->seen != NULL && i < b->index->manifest.count; i++)
		free(b->seen[i]);
	free(b->dead);
	free(b->seen);
	b->dead = b->seen = NULL;
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
	if (b->options.threads > WT_THREADS_MAX)
		b->options.threads = WT_THREADS_MAX;
	if (b->options.level < 1 || b->options.level > 9)
		b->options.level = LEVEL_DEFAULT;
	if (b->options.memory / b->options.threads > MEMORY_MOST)
		b->options.memory = MEMORY_MOST * b->options.threads;
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
		return wt_build_no_memory(path, error);
	b->lock = -1;
	pthread_mutex_init(&b->mutex, NULL);
	pthread_mutex_init(&b->adding, NULL);
	code = copy_options(b, path, options);
	if (code != WT_OK)
		wt_build_no_memory(path, error);
	else if (mkdir(path, 0777) != 0 && errno != EEXIST)
		code = wt_build_system_error(path, "cannot make the folder", error);
	if (code == WT_OK)
		code = take_lock(b, error);
	if (code == WT_OK)
		code = wt_build_open_committed(b, error);
	if (code == WT_OK && (code = wt_pending_open(b)) != WT_OK)
		wt_build_no_memory(path, error);
	if (code != WT_OK) {
		wt_build_close(b);
		return code;
	}
	/* Built anew, what is there stays until the commit. */
	if (!b->options.anew)
		wt_build_sweep(b);
	*out = b;
	return WT_OK;
}

/* ---- runs ---- */

void
wt_build_drop_spills(struct wt_build *b)
{
	for (uint32_t i = 0; i < b->spill_count; i++)
		wt_spill_drop(&b->spills[i], true);
	b->spill_count = 0;
}

static char *
spill_path(struct wt_build *b, uint32_t *number)
{
	pthread_mutex_lock(&b->mutex);
	*number = b->spill_number++;
	pthread_mutex_unlock(&b->mutex);
	return wt_path_run(b->path, *number);
}

static int
keep_spill(struct wt_build *b, const struct wt_spill *s)
{
	struct wt_spill *at;

	pthread_mutex_lock(&b->mutex);
	at = wt_grow(b->spills, &b->spill_cap, (size_t)b->spill_count + 1, sizeof *at);
	if (at != NULL) {
		b->spills = at;
		at[b->spill_count++] = *s;
	}
	pthread_mutex_unlock(&b->mutex);
	return at == NULL ? WT_ENOMEM : WT_OK;
}

/* Write what a worker has gathered to a file of its own; the run is empty then. */
static int
spill(struct wt_build *b, struct wt_run *run, struct wt_error *error)
{
	struct wt_run_plan plan = { .path = NULL, .threads = 1 };
	struct wt_spill s = { 0 };
	uint32_t docs;
	int code = WT_OK;

	if (run == NULL || wt_run_docs(run) == 0)
		return WT_OK;
	if ((s.path = spill_path(b, &s.number)) == NULL)
		return wt_build_no_memory(b->path, error);
	plan.path = s.path;
	code = wt_run_write(run, &plan, &s.orders, &docs, &s.size, &s.hash, error);
	if (code == WT_OK)
		code = wt_segment_open(s.path, s.size, s.hash, &s.segment, error);
	if (code == WT_OK && (code = keep_spill(b, &s)) != WT_OK)
		wt_build_no_memory(b->path, error);
	if (code != WT_OK)
		wt_spill_drop(&s, true);
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

	s->code = spill(s->b, s->b->runs[s->worker], &s->error);
	return NULL;
}

/* Spill what all workers hold, side by side; without a thread, one after the other. */
int
wt_build_spill_all(struct wt_build *b, struct wt_error *error)
{
	struct spiller *spillers = calloc(b->options.threads, sizeof *spillers);
	int code = WT_OK;

	if (spillers == NULL)
		return wt_build_no_memory(b->path, error);
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

/* Spill a run that is full, and write down that it can be gone on from. */
static int
spill_full(struct wt_build *b, struct wt_run *run, struct wt_error *error)
{
	int code = spill(b, run, error);

	if (code != WT_OK)
		return code;
	pthread_mutex_lock(&b->mutex);
	code = wt_pending_write(b, error);
	pthread_mutex_unlock(&b->mutex);
	return code;
}

/* Add to a run; is it full then, with so many bytes? */
static int
add(struct wt_build *b, unsigned worker, const struct wt_addition *doc, size_t most, bool *full,
    struct wt_error *error)
{
	int code;

	*full = false;
	if (b->runs[worker] == NULL && (b->runs[worker] = wt_run_make(&b->stamps)) == NULL)
		return wt_build_no_memory(b->path, error);
	code = wt_run_add(b->runs[worker], doc, error);
	*full = code == WT_OK && wt_run_size(b->runs[worker]) >= most;
	return code;
}

/* Let go of the run that all shared, once it is full: each worker makes one of its own. */
static struct wt_run *
take_shared(struct wt_build *b)
{
	struct wt_run *run = b->runs[0];

	b->runs[0] = NULL;
	b->apart = true;
	return run;
}

/*
 * Adding takes little of the time that a document needs, and what is in one run needs no
 * merge: so workers take turns with one until it fills the memory.  From then on each has
 * a run of its own, so that none waits while another one spills.
 */
int
wt_build_add(struct wt_build *b, unsigned worker, const struct wt_addition *doc,
    struct wt_error *error)
{
	struct wt_run *shared = NULL;
	bool apart, full = false;
	int code = WT_OK;

	if (worker >= b->options.threads)
		return wt_error_set(error, WT_EINVAL, 0, "there is no such worker");
	pthread_mutex_lock(&b->adding);
	apart = b->apart;
	if (!apart)
		code = add(b, 0, doc, b->options.memory, &full, error);
	if (full)
		shared = take_shared(b);
	pthread_mutex_unlock(&b->adding);
	if (!apart) {
		if (shared != NULL)
			code = spill_full(b, shared, error);
		wt_run_free(shared);
		return code;
	}
	code = add(b, worker, doc, b->options.memory / b->options.threads, &full, error);
	return full ? spill_full(b, b->runs[worker], error) : code;
}

static int
mark(uint8_t **mask, uint32_t docs, uint32_t doc)
{
	if (*mask == NULL && (*mask = calloc(((size_t)docs + 7) / 8, 1)) == NULL)
		return WT_ENOMEM;
	(*mask)[doc / 8] = (uint8_t)((*mask)[doc / 8] | 1 << (doc % 8));
	return WT_OK;
}

/* The hash of a committed document, which is seen then. */
static int
find_committed(const struct wt_build *b, struct wt_span key, uint64_t *hash)
{
	uint32_t segment, doc;
	int code = b->index == NULL ? WT_ENOENT : wt_index_find(b->index, key, &segment, &doc);

	if (code == WT_OK)
		code = mark(&b->seen[segment], b->index->segments[segment]->docs, doc);
	if (code != WT_OK)
		return code;
	*hash = wt_document_hash(b->index->segments[segment], doc);
	return wt_segment_error(b->index->segments[segment]);
}

int
wt_build_lookup(const struct wt_build *b, struct wt_span key, uint64_t *hash)
{
	uint64_t later = 0;
	int code, found = wt_pending_find(b, key, &later);

	*hash = 0;
	code = find_committed(b, key, hash);
	if (found != WT_OK)
		return found == WT_ENOENT ? code : found;
	*hash = later;
	return code == WT_ENOENT ? WT_OK : code;
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
		wt_build_no_memory(b->path, error);
	return code;
}

static bool
marked(const uint8_t *mask, uint32_t doc)
{
	return mask != NULL && (mask[doc / 8] >> doc % 8 & 1) != 0;
}

int
wt_build_prune(struct wt_build *b, uint64_t *count, struct wt_error *error)
{
	int code = WT_OK;

	*count = 0;
	b->pruned = true;
	for (uint32_t i = 0; b->index != NULL && i < b->index->manifest.count; i++) {
		const struct wt_segment *s = b->index->segments[i];

		for (uint32_t doc = 0; doc < s->docs && code == WT_OK; doc++) {
			if (!wt_segment_live(s, doc) || marked(b->dead[i], doc) ||
			    marked(b->seen[i], doc))
				continue;
			code = mark(&b->dead[i], s->docs, doc);
			++*count;
		}
	}
	return code == WT_OK ? code : wt_build_no_memory(b->path, error);
}

void
wt_build_close(struct wt_build *b)
{
	if (b == NULL)
		return;
	for (unsigned i = 0; i < WT_THREADS_MAX; i++)
		wt_run_free(b->runs[i]);
	/* What is listed waits for the next writer. */
	for (uint32_t i = 0; i < b->spill_count; i++)
		wt_spill_drop(&b->spills[i], i >= b->listed);
	free(b->spills);
	for (uint32_t i = 0; i < b->recovered_count; i++)
		wt_spill_drop(&b->recovered[i], false);
	free(b->recovered);
	wt_build_close_committed(b);
	if (b->lock >= 0)
		close(b->lock);
	pthread_mutex_destroy(&b->mutex);
	pthread_mutex_destroy(&b->adding);
	wt_buf_free(&b->meta);
	wt_buf_free(&b->preset);
	free(b->path);
	free(b);
}
