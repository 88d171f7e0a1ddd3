/*
 * index.c - open a snapshot of an index.
 *
 * Between reading the manifest and mapping its files a writer may commit and
 * remove them.  Then the manifest has changed, and is read again.
 */
#include "index/index_private.h"
#include "base/hash.h"

#include <stdlib.h>

#define TRIES 100

static int
open_part(struct wt_index *ix, const char *folder, uint32_t number, struct wt_error *error)
{
	const struct wt_part *part = &ix->manifest.parts[number];
	char *path = wt_path_segment(folder, part), *mask = wt_path_mask(folder, part);
	struct wt_segment **s = &ix->segments[number];
	int code = WT_ENOMEM;

	if (path == NULL || mask == NULL)
		wt_error_set(error, code, 0, "%s: out of memory", folder);
	else
		code = wt_segment_open(path, part->size, part->hash, s, error);
	if (code == WT_OK && (*s)->docs != part->docs)
		code = wt_error_set(error, WT_ECORRUPT, 0,
		    "%s: damaged: not the documents the manifest says", path);
	if (code == WT_OK && part->deleted > 0)
		code = wt_segment_open_mask(*s, mask, part->deleted, part->mask, error);
	free(path);
	free(mask);
	return code;
}

int
wt_index_open_parts(struct wt_index *ix, const char *folder, struct wt_error *error)
{
	int code = WT_OK;

	ix->segments = calloc((size_t)ix->manifest.count + 1, sizeof(struct wt_segment *));
	if (ix->segments == NULL)
		return wt_error_set(error, WT_ENOMEM, 0, "%s: out of memory", folder);
	for (uint32_t i = 0; i < ix->manifest.count && code == WT_OK; i++)
		code = open_part(ix, folder, i, error);
	return code;
}

void
wt_index_close_parts(struct wt_index *ix)
{
	for (uint32_t i = 0; ix->segments != NULL && i < ix->manifest.count; i++)
		wt_segment_close(ix->segments[i]);
	free(ix->segments);
	ix->segments = NULL;
}

static int
open_copies(struct wt_index *ix, const char *folder, struct wt_error *error)
{
	char *path;
	int code;

	if (ix->manifest.copies == 0)
		return WT_OK;
	if ((path = wt_path_copies(folder, &ix->manifest)) == NULL)
		return wt_error_set(error, WT_ENOMEM, 0, "%s: out of memory", folder);
	code = wt_map_open(&ix->copies_map, path, error);
	free(path);
	return code;
}

/* A file is missing: has the manifest changed since? */
static bool
changed(const struct wt_index *ix, const char *folder)
{
	struct wt_manifest m;
	bool differs;

	if (wt_manifest_read(&m, folder, NULL) != WT_OK)
		return true;
	differs = !wt_span_eq(wt_buf_span(&m.bytes), wt_buf_span(&ix->manifest.bytes));
	wt_manifest_free(&m);
	return differs;
}

int
wt_index_open(const char *path, struct wt_index **out, struct wt_error *error)
{
	int code = WT_ENOENT;

	*out = NULL;
	for (int i = 0; i < TRIES && code == WT_ENOENT; i++) {
		struct wt_index *ix = calloc(1, sizeof *ix);

		if (ix == NULL)
			return wt_error_set(error, WT_ENOMEM, 0, "%s: out of memory", path);
		code = wt_manifest_read(&ix->manifest, path, error);
		if (code != WT_OK) {
			wt_index_close(ix);
			return code;
		}
		code = wt_index_open_parts(ix, path, error);
		if (code == WT_OK)
			code = open_copies(ix, path, error);
		if (code == WT_OK) {
			*out = ix;
			return WT_OK;
		}
		/* A file the manifest names is not there, and never will be. */
		if (code == WT_ENOENT && !changed(ix, path)) {
			code = WT_ECORRUPT;
			if (error != NULL)
				error->code = code;
		}
		wt_index_close(ix);
	}
	return code;
}

void
wt_index_close(struct wt_index *ix)
{
	if (ix == NULL)
		return;
	wt_index_close_parts(ix);
	wt_map_close(&ix->copies_map);
	wt_manifest_free(&ix->manifest);
	free(ix);
}

int
wt_index_error(const struct wt_index *ix, struct wt_error *error)
{
	for (uint32_t i = 0; i < ix->manifest.count; i++) {
		const struct wt_guard *g = ix->segments[i]->guard;

		if (atomic_load(&g->state) == 0)
			continue;
		while (atomic_load(&g->state) == 1)
			;       /* another thread is writing the text */
		if (error != NULL)
			*error = g->error;
		return WT_ECORRUPT;
	}
	return WT_OK;
}

void
wt_index_count(const struct wt_index *ix, struct wt_index_counts *counts)
{
	*counts = (struct wt_index_counts){
		.segments = ix->manifest.count, .version = ix->manifest.version,
		.copies = ix->manifest.copies,
		.bytes = ix->manifest.bytes.len + ix->copies_map.bytes.len
	};
	for (uint32_t i = 0; i < ix->manifest.count; i++) {
		const struct wt_segment *s = ix->segments[i];

		counts->documents += s->docs - s->deleted;
		counts->deleted += s->deleted;
		counts->length += s->length;
		counts->occurrences += s->occurrences;
		counts->bytes += s->size + s->mask_map.bytes.len;
	}
}

struct wt_span
wt_index_meta(const struct wt_index *ix)
{
	return wt_buf_span(&ix->manifest.meta);
}

uint64_t
wt_index_identity(const struct wt_index *ix)
{
	return wt_hash(wt_buf_span(&ix->manifest.bytes));
}

const struct wt_segment *
wt_index_segment(const struct wt_index *ix, uint32_t number)
{
	return ix->segments[number];
}

int
wt_index_find(const struct wt_index *ix, struct wt_span key, uint32_t *segment, uint32_t *doc)
{
	for (uint32_t i = 0; i < ix->manifest.count; i++) {
		int code = wt_segment_find(ix->segments[i], key, doc);

		if (code == WT_OK && wt_segment_live(ix->segments[i], *doc)) {
			*segment = i;
			return WT_OK;
		}
		if (code != WT_OK && code != WT_ENOENT)
			return code;
	}
	return WT_ENOENT;
}

bool
wt_index_size(const struct wt_index *ix, uint32_t number, struct wt_span *name, uint64_t *bytes)
{
	if (number >= WT_SECTIONS)
		return false;
	*name = wt_span_make(wt_section_names[number], 4);
	*bytes = 0;
	for (uint32_t i = 0; i < ix->manifest.count; i++)
		*bytes += ix->segments[i]->sections[number].len;
	return true;
}
