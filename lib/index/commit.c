/*
 * commit.c - commit what a writer holds, and merge whole indexes: FORMAT.md, section 10.
 */
#include "base/hash.h"
#include "base/save.h"
#include "index/build_private.h"
#include "index/copies.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define FILES_MAX 8u            /* segments of a large index that stay */
#define GROUP 24u               /* segments merged at once */
#define WORK_NAME "next.tmp"    /* a segment while it is written */

/* What a commit is made of: committed segments first, then runs, those taken over first. */
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
	uint32_t first;

	c->committed = b->index == NULL ? 0 : b->index->manifest.count;
	first = c->committed + b->recovered_count;
	c->count = first + b->spill_count;
	c->sources = calloc((size_t)c->count + 1, sizeof *c->sources);
	c->kept = calloc((size_t)c->count + 1, sizeof *c->kept);
	if (c->sources == NULL || c->kept == NULL)
		return WT_ENOMEM;
	for (uint32_t i = 0; i < c->committed; i++) {
		c->sources[i].segment = b->index->segments[i];
		c->sources[i].dead = b->dead[i];
		b->dead[i] = NULL;
	}
	wt_pending_take(b, c->sources + c->committed);
	for (uint32_t i = 0; i < b->spill_count; i++) {
		c->sources[first + i].segment = b->spills[i].segment;
		c->sources[first + i].orders = b->spills[i].orders;
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
		code = wt_build_no_memory(c->b->path, error);
	} else {
		code = wt_save_bytes(path, wt_buf_span(&bytes), error);
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
			code = wt_build_no_memory(c->b->path, error);
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
		return wt_build_no_memory(b->path, error);
	if (rename(from, path) != 0)
		code = wt_build_system_error(path, "cannot rename", error);
	free(path);
	return code;
}

/* Segments that are merged, and those made on the way. */
struct pile {
	struct wt_source *sources;      /* owned; what they point to is not */
	uint32_t count;
	struct wt_segment **made;       /* owned */
	char **paths;                   /* owned */
	uint32_t made_count;
};

/* Merge sources [from, from + count) into a file that takes their place, unpacked. */
static int
merge_group(const struct wt_build *b, struct pile *p, uint32_t from, uint32_t count,
    struct wt_error *error)
{
	struct wt_merge_plan plan = { .level = 0, .threads = b->options.threads };
	char name[WT_PATH_ROOM], *path;
	uint64_t size = 0, hash = 0;
	uint32_t docs = 0;
	int code;

	snprintf(name, sizeof name, "merge-%u.tmp", (unsigned)p->made_count);
	if ((path = wt_path_join(b->path, name)) == NULL)
		return wt_build_no_memory(b->path, error);
	p->paths[p->made_count] = path;
	plan.path = path;
	code = wt_segments_merge(p->sources + from, count, &plan, &docs, &size, &hash, error);
	if (code == WT_OK && docs > 0)
		code = wt_segment_open(path, size, hash, &p->made[p->made_count], error);
	if (code != WT_OK)
		return code;
	memmove(p->sources + from + (docs > 0), p->sources + from + count,
	    (p->count - from - count) * sizeof *p->sources);
	p->count -= count - (docs > 0);
	if (docs > 0)
		p->sources[from] = (struct wt_source){ .segment = p->made[p->made_count] };
	p->made_count++;
	return WT_OK;
}

/* Merge groups until few enough are left to be merged at once. */
static int
merge_groups(const struct wt_build *b, struct pile *p, struct wt_error *error)
{
	int code = WT_OK;

	p->made = calloc((size_t)p->count + 1, sizeof(struct wt_segment *));
	p->paths = calloc((size_t)p->count + 1, sizeof(char *));
	if (p->made == NULL || p->paths == NULL)
		return wt_build_no_memory(b->path, error);
	while (p->count > GROUP && code == WT_OK)
		for (uint32_t i = 0; i + GROUP <= p->count && code == WT_OK; i++)
			code = merge_group(b, p, i, GROUP, error);
	return code;
}

static void
free_pile(struct pile *p)
{
	for (uint32_t i = 0; p->made != NULL && i < p->made_count; i++)
		wt_segment_close(p->made[i]);
	for (uint32_t i = 0; p->paths != NULL && i <= p->made_count; i++) {
		if (p->paths[i] != NULL)
			unlink(p->paths[i]);
		free(p->paths[i]);
	}
	free(p->made);
	free(p->paths);
	free(p->sources);
}

/* Merge all that does not stay into a segment of the next manifest. */
static int
merge_rest(struct commit *c, struct wt_error *error)
{
	const struct wt_build *b = c->b;
	struct wt_merge_plan plan = { .level = b->options.level, .threads = b->options.threads,
	    .preset = b->options.preset };
	struct pile p = { .sources = calloc((size_t)c->count + 1, sizeof *p.sources) };
	char *path = wt_path_join(b->path, WORK_NAME);
	struct wt_part part = { 0 };
	int code = WT_OK;

	for (uint32_t i = 0; i < c->count && p.sources != NULL; i++)
		if (!c->kept[i])
			p.sources[p.count++] = c->sources[i];
	plan.path = path;
	if (p.sources == NULL || path == NULL)
		code = wt_build_no_memory(b->path, error);
	if (code == WT_OK)
		code = merge_groups(b, &p, error);
	if (code == WT_OK)
		code = wt_segments_merge(p.sources, p.count, &plan, &part.docs, &part.size,
		    &part.hash, error);
	if (code == WT_OK && part.docs > 0) {
		code = rename_segment(b, path, &part, error);
		if (code == WT_OK && wt_manifest_add(&c->manifest, &part) != WT_OK)
			code = wt_build_no_memory(b->path, error);
	}
	if (code == WT_OK)
		code = wt_sync_folder(b->path, error);
	free_pile(&p);
	free(path);
	return code;
}

/* The segments are there: find their copies, and let the manifest name all. */
static int
seal(struct commit *c, struct wt_error *error)
{
	int code = wt_copies_write(&c->manifest, c->b->path, error);

	return code == WT_OK ? wt_manifest_write(&c->manifest, c->b->path, error) : code;
}

/*
 * A first commit of one run needs no merge: the run is written as the segment, with the
 * same bytes.
 */
static struct wt_run *
only_run(const struct wt_build *b)
{
	struct wt_run *only = NULL;

	if ((b->index != NULL && b->index->manifest.count > 0) || b->spill_count > 0 ||
	    b->recovered_count > 0)
		return NULL;
	for (unsigned i = 0; i < b->options.threads; i++) {
		if (b->runs[i] == NULL || wt_run_docs(b->runs[i]) == 0)
			continue;
		if (only != NULL)
			return NULL;
		only = b->runs[i];
	}
	return only;
}

static int
write_only(struct commit *c, struct wt_run *run, struct wt_error *error)
{
	const struct wt_build *b = c->b;
	struct wt_run_plan plan = { .level = b->options.level, .threads = b->options.threads,
	    .preset = b->options.preset };
	char *path = wt_path_join(b->path, WORK_NAME);
	struct wt_part part = { 0 };
	uint64_t *orders = NULL;
	int code;

	wt_buf_putspan(&c->manifest.meta, b->options.meta);
	if (path == NULL || c->manifest.meta.err != WT_OK) {
		code = wt_build_no_memory(b->path, error);
	} else {
		plan.path = path;
		code = wt_run_write(run, &plan, &orders, &part.docs, &part.size, &part.hash,
		    error);
	}
	free(orders);
	if (code == WT_OK)
		code = rename_segment(b, path, &part, error);
	if (code == WT_OK && wt_manifest_add(&c->manifest, &part) != WT_OK)
		code = wt_build_no_memory(b->path, error);
	if (code == WT_OK)
		code = wt_sync_folder(b->path, error);
	free(path);
	return code == WT_OK ? seal(c, error) : code;
}

/* Is the index as it should be without a commit? */
static bool
is_idle(const struct wt_build *b)
{
	if (b->index == NULL || b->spill_count > 0 || b->recovered_count > 0)
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
		return wt_build_no_memory(b->path, error);
	choose_kept(c);
	code = keep_segments(c, error);
	if (code == WT_OK)
		code = merge_rest(c, error);
	return code == WT_OK ? seal(c, error) : code;
}

/* Write all that is held as the next commit; nothing changes if there is nothing. */
static int
write_commit(struct wt_build *b, struct wt_error *error)
{
	struct commit c = { .b = b };
	struct wt_run *only = only_run(b);
	int code = WT_OK;

	if (only != NULL)
		code = write_only(&c, only, error);
	else
		code = wt_build_spill_all(b, error);
	/* A commit of a long run takes a while: what is added is not lost to it. */
	if (code == WT_OK && b->pending && b->listed < b->spill_count)
		code = wt_pending_write(b, error);
	/* What runs held in memory is better used by the merge. */
	for (unsigned i = 0; i < b->options.threads; i++) {
		wt_run_free(b->runs[i]);
		b->runs[i] = NULL;
	}
	if (code == WT_OK && only == NULL && !is_idle(b))
		code = make_commit(&c, error);
	for (uint32_t i = 0; i < c.count && c.sources != NULL; i++)
		free(c.sources[i].dead);
	free(c.sources);
	free(c.kept);
	wt_manifest_free(&c.manifest);
	return code;
}

int
wt_build_commit(struct wt_build *b, struct wt_error *error)
{
	int code = write_commit(b, error);

	/* Nobody shall go on from what is damaged. */
	if (code == WT_ECORRUPT && b->recovered_count > 0)
		wt_pending_forget(b);
	if (code != WT_OK)
		return code;
	wt_pending_forget(b);
	wt_build_drop_spills(b);
	wt_build_close_committed(b);
	b->options.anew = b->apart = b->pruned = false;
	code = wt_build_open_committed(b, error);
	if (code == WT_OK)
		wt_build_sweep(b);
	return code;
}

int
wt_build_keep(struct wt_build *b, struct wt_error *error)
{
	int code = wt_build_spill_all(b, error);

	return code == WT_OK && b->listed < b->spill_count ? wt_pending_write(b, error) : code;
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
		return wt_build_no_memory(paths[0], error);
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
		code = wt_build_no_memory(path, error);
	else if ((code = wt_sources_unite(sources, count)) != WT_OK)
		wt_error_set(error, code, 0, "%s: %s", path, wt_strerror(code));
	if (code == WT_OK)
		code = merge_rest(&c, error);
	if (code == WT_OK)
		code = seal(&c, error);
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
		return wt_build_no_memory(path, error);
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
