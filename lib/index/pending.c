/*
 * pending.c - what a writer that was broken off leaves to the next: FORMAT.md, section 10.
 *
 *      pending = "wartapen" u32:version u32:meta_size u32:runs u32:anew u64:base run* meta u64:hash
 *      run     = u64:size u64:hash u32:number u32:documents
 *
 * Runs are listed when memory was full, not by the clock, and readers do not see them: so
 * neither the bytes of an index nor what it answers depend on where a writer was stopped.
 */
#include "base/bytes.h"
#include "base/hash.h"
#include "base/map.h"
#include "base/save.h"
#include "index/build_private.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define HEAD 32u                /* bytes in front of the runs */
#define RUN 24u

char *
wt_path_run(const char *folder, uint32_t number)
{
	char name[WT_PATH_ROOM];

	snprintf(name, sizeof name, "run-%u.tmp", (unsigned)number);
	return wt_path_join(folder, name);
}

void
wt_spill_drop(struct wt_spill *s, bool remove)
{
	wt_segment_close(s->segment);
	if (s->path != NULL && remove)
		unlink(s->path);
	free(s->path);
	free(s->orders);
	free(s->seen);
	*s = (struct wt_spill){ 0 };
}

/* The hash of the manifest that is committed, or 0: what runs would be added to. */
static uint64_t
base_of(const struct wt_build *b)
{
	const struct wt_buf *bytes = b->index == NULL ? NULL : &b->index->manifest.bytes;

	return bytes == NULL || bytes->len < 8 ? 0 : wt_get64(bytes->at + bytes->len - 8);
}

/* ---- writing ---- */

static void
put_run(struct wt_buf *out, const struct wt_spill *s)
{
	wt_buf_put64(out, s->size);
	wt_buf_put64(out, s->hash);
	wt_buf_put32(out, s->number);
	wt_buf_put32(out, s->segment->docs);
}

int
wt_pending_write(struct wt_build *b, struct wt_error *error)
{
	char *path = wt_path_join(b->path, WT_PENDING_NAME);
	struct wt_buf out = { 0 };
	int code;

	wt_buf_put(&out, WT_PENDING_MAGIC, 8);
	wt_buf_put32(&out, WT_FORMAT_VERSION);
	wt_buf_put32(&out, (uint32_t)b->meta.len);
	wt_buf_put32(&out, b->recovered_count + b->spill_count);
	wt_buf_put32(&out, b->options.anew);
	wt_buf_put64(&out, base_of(b));
	for (uint32_t i = 0; i < b->recovered_count; i++)
		put_run(&out, &b->recovered[i]);
	for (uint32_t i = 0; i < b->spill_count; i++)
		put_run(&out, &b->spills[i]);
	wt_buf_putspan(&out, wt_buf_span(&b->meta));
	wt_buf_put64(&out, wt_hash(wt_buf_span(&out)));
	code = path == NULL || out.err != WT_OK ? wt_build_no_memory(b->path, error) :
	    wt_save_bytes(path, wt_buf_span(&out), error);
	if (code == WT_OK)
		b->listed = b->spill_count;
	b->pending = b->pending || code == WT_OK;
	wt_buf_free(&out);
	free(path);
	return code;
}

void
wt_pending_forget(struct wt_build *b)
{
	char *path = wt_path_join(b->path, WT_PENDING_NAME);

	if (path != NULL && b->pending)
		unlink(path);
	free(path);
	b->pending = false;
	for (uint32_t i = 0; i < b->recovered_count; i++)
		wt_spill_drop(&b->recovered[i], true);
	free(b->recovered);
	b->recovered = NULL;
	b->recovered_count = b->listed = 0;
}

/* ---- reading ---- */

static int
recover(struct wt_build *b, const uint8_t *at)
{
	struct wt_spill *s = &b->recovered[b->recovered_count++];
	uint32_t docs = wt_get32(at + 20);
	int code;

	s->size = wt_get64(at);
	s->hash = wt_get64(at + 8);
	s->number = wt_get32(at + 16);
	if ((s->path = wt_path_run(b->path, s->number)) == NULL)
		return WT_ENOMEM;
	code = wt_segment_open(s->path, s->size, s->hash, &s->segment, NULL);
	if (code != WT_OK)
		return code;
	if (s->segment->docs != docs)
		return WT_ECORRUPT;
	if ((s->seen = calloc(((size_t)docs + 7) / 8, 1)) == NULL)
		return WT_ENOMEM;
	if (s->number >= b->spill_number)
		b->spill_number = s->number + 1;
	return WT_OK;
}

/* Is it what this writer can go on from?  An index made anew is none that grows. */
static bool
fits(const struct wt_build *b, struct wt_span bytes, uint64_t *runs)
{
	const uint8_t *at = (const uint8_t *)bytes.at;
	uint64_t meta;

	if (bytes.len < HEAD + 8 || memcmp(at, WT_PENDING_MAGIC, 8) != 0 ||
	    wt_get32(at + 8) != WT_FORMAT_VERSION ||
	    wt_get64(at + bytes.len - 8) != wt_hash(wt_span_make(bytes.at, bytes.len - 8)))
		return false;
	meta = wt_get32(at + 12);
	*runs = wt_get32(at + 16);
	if (HEAD + *runs * RUN + meta + 8 != bytes.len || !wt_span_eq(wt_buf_span(&b->meta),
	    wt_span_make(bytes.at + HEAD + *runs * RUN, (size_t)meta)))
		return false;
	return b->options.anew ||
	    (wt_get32(at + 20) == 0 && wt_get64(at + 24) == base_of(b));
}

int
wt_pending_open(struct wt_build *b)
{
	char *path = wt_path_join(b->path, WT_PENDING_NAME);
	struct wt_map map = { 0 };
	uint64_t runs = 0;
	int code = path == NULL ? WT_ENOMEM : wt_map_open(&map, path, NULL);

	free(path);
	if (code != WT_OK)
		return code == WT_ENOMEM ? code : WT_OK;
	if (fits(b, map.bytes, &runs)) {
		b->recovered = calloc((size_t)runs + 1, sizeof *b->recovered);
		code = b->recovered == NULL ? WT_ENOMEM : WT_OK;
		for (uint64_t i = 0; i < runs && code == WT_OK; i++)
			code = recover(b, (const uint8_t *)map.bytes.at + HEAD + i * RUN);
		b->pending = code == WT_OK;
	}
	wt_map_close(&map);
	/* What cannot be read any more is made again. */
	if (code != WT_OK && code != WT_ENOMEM) {
		wt_pending_forget(b);
		code = WT_OK;
	}
	return code;
}

int
wt_pending_find(const struct wt_build *b, struct wt_span key, uint64_t *hash)
{
	for (uint32_t i = b->recovered_count; i > 0; i--) {
		const struct wt_spill *s = &b->recovered[i - 1];
		uint32_t doc;
		int code = wt_segment_find(s->segment, key, &doc);

		if (code == WT_ENOENT)
			continue;
		if (code == WT_OK)
			s->seen[doc / 8] = (uint8_t)(s->seen[doc / 8] | 1u << doc % 8);
		if (code == WT_OK)
			*hash = wt_document_hash(s->segment, doc);
		return code != WT_OK ? code : wt_segment_error(s->segment);
	}
	return WT_ENOENT;
}

/* Of an index made anew, or pruned, what is taken over and was not looked up goes. */
void
wt_pending_take(struct wt_build *b, struct wt_source *sources)
{
	for (uint32_t i = 0; i < b->recovered_count; i++) {
		struct wt_spill *s = &b->recovered[i];

		sources[i].segment = s->segment;
		if (!b->options.anew && !b->pruned)
			continue;
		for (uint32_t k = 0; k < (s->segment->docs + 7) / 8; k++)
			s->seen[k] = (uint8_t)~s->seen[k];
		sources[i].dead = s->seen;
		s->seen = NULL;
	}
}

bool
wt_pending_named(const struct wt_build *b, const char *name)
{
	char run[WT_PATH_ROOM];
	bool named = b->pending && strcmp(name, WT_PENDING_NAME) == 0;

	for (uint32_t i = 0; i < b->recovered_count && !named; i++) {
		snprintf(run, sizeof run, "run-%u.tmp", (unsigned)b->recovered[i].number);
		named = strcmp(name, run) == 0;
	}
	return named;
}

uint64_t
wt_build_recovered(const struct wt_build *b)
{
	uint64_t docs = 0;

	for (uint32_t i = 0; i < b->recovered_count; i++)
		docs += b->recovered[i].segment->docs;
	return docs;
}
