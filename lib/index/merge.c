/* merge.c - the frame of a merge, and its documents and streams; see merge.h. */
#include "index/merge_private.h"
#include "index/presets.h"

#include <stdlib.h>

void
wt_merge_forget(const struct wt_merge *m, size_t *bytes)
{
	for (uint32_t i = 0; i < m->count; i++)
		wt_segment_forget(m->sources[i].segment);
	*bytes = 0;
}

static int
give_row(void *context, uint32_t doc, struct wt_row *row)
{
	struct wt_merge *m = context;
	const struct wt_origin *o = &m->origins[doc];
	const struct wt_segment *s = m->sources[o->source].segment;
	const uint8_t *extent = wt_section_need(s, WT_SEC_EXTENT, o->doc, 1);
	int code = wt_document_key(s, o->doc, &m->key);

	if (extent == NULL)
		return WT_ECORRUPT;
	*row = (struct wt_row){
		.key = wt_buf_span(&m->key), .date = wt_document_date(s, o->doc),
		.norm = wt_document_norm(s, o->doc), .extent = *extent,
		.hash = wt_document_hash(s, o->doc)
	};
	return code == WT_OK ? wt_segment_error(s) : code;
}

static int
give_stream(void *context, uint32_t doc, uint32_t stream, struct wt_span *out)
{
	struct wt_merge *m = context;
	const struct wt_origin *o = &m->origins[doc];
	struct wt_stored *stored = &m->stored[o->source];
	bool had = stored->full && stored->stream == stream;
	uint32_t block = stored->block;
	int code;

	if (m->fetched > WT_FORGET_EACH)
		wt_merge_forget(m, &m->fetched);
	code = wt_document_stream(m->sources[o->source].segment, o->doc, stream, stored, out);
	/* A whole block was touched, however short the stream; a sample takes one here, one there. */
	if (!had || stored->block != block)
		m->fetched += stored->bytes.len;
	if (had && stored->block != block && stored->block != block + 1)
		m->fetched += WT_FORGET_AROUND;
	return code;
}

/* Does any document have bytes of a stream? */
static int
stream_used(struct wt_merge *m, uint32_t stream, bool *used)
{
	int code = WT_OK;

	*used = false;
	for (uint32_t i = 0; i < m->count; i++) {
		const struct wt_segment *s = m->sources[i].segment;
		struct wt_span bytes;

		if (s->sections[WT_SEC_STREAM + stream].len == 0)
			continue;
		for (uint32_t doc = 0; doc < s->docs && !*used && code == WT_OK; doc++) {
			if (m->numbers[i][doc] == WT_NO_DOC)
				continue;
			code = wt_document_stream(s, doc, stream, &m->stored[i], &bytes);
			*used = code == WT_OK && bytes.len > 0;
		}
	}
	return code;
}

static int
write_streams(struct wt_merge *m, const struct wt_merge_plan *plan)
{
	struct wt_stream_plan streams = {
		.fetch = give_stream, .context = m, .sample = m->w.key_order,
		.preset = plan->preset, .level = plan->level, .threads = plan->threads
	};
	struct wt_presets *presets;
	uint32_t used = 0;
	int code = WT_OK;

	m->stored = calloc(m->count, sizeof *m->stored);
	if (m->stored == NULL)
		return WT_ENOMEM;
	for (uint32_t i = 0; i < WT_STREAMS && code == WT_OK; i++) {
		bool any;

		code = stream_used(m, i, &any);
		used |= any ? (uint32_t)1 << i : 0;
	}
	if (code != WT_OK)
		return code;
	code = wt_presets_begin(&streams, m->w.foot.docs, used, &presets);
	if (code == WT_OK)
		code = wt_write_streams(&m->w, used, &streams, presets);
	wt_presets_close(presets);
	return code;
}

static int
write_all(struct wt_merge *m, const struct wt_merge_plan *plan)
{
	int code = wt_write_docs(&m->w, m->docs, give_row, m);

	if (code == WT_OK)
		code = wt_merge_lists(m, plan->threads);
	if (code == WT_OK) {
		wt_write_terms(&m->w);
		code = m->w.err;
	}
	wt_merge_forget(m, &m->fetched);
	if (code == WT_OK)
		code = wt_merge_columns(m);
	wt_merge_forget(m, &m->fetched);
	return code == WT_OK ? write_streams(m, plan) : code;
}

static void
release(struct wt_merge *m)
{
	wt_buf_free(&m->key);
	free(m->origins);
	for (uint32_t i = 0; i < m->count && m->numbers != NULL; i++)
		free(m->numbers[i]);
	free(m->numbers);
	for (uint32_t i = 0; i < m->count && m->stored != NULL; i++)
		wt_stored_free(&m->stored[i]);
	free(m->stored);
}

/* The first damage of a source says more than its code. */
static int
tell(const struct wt_merge *m, int code, struct wt_error *error)
{
	for (uint32_t i = 0; i < m->count && code == WT_ECORRUPT; i++) {
		if (wt_segment_error(m->sources[i].segment) == WT_OK)
			continue;
		if (error != NULL)
			*error = m->sources[i].segment->guard->error;
		return code;
	}
	return wt_error_set(error, code, 0, "cannot merge: %s", wt_strerror(code));
}

int
wt_segments_merge(const struct wt_source *sources, uint32_t count,
    const struct wt_merge_plan *plan, uint32_t *docs, uint64_t *size, uint64_t *hash,
    struct wt_error *error)
{
	struct wt_merge m = { .sources = sources, .count = count };
	int code = wt_merge_order(&m);

	*docs = m.docs;
	if (code != WT_OK) {
		tell(&m, code, error);
	} else if (m.docs > 0 && (code = wt_writer_open(&m.w, plan->path, error)) == WT_OK) {
		code = write_all(&m, plan);
		/* Damage that gave a number 0 on the way counts too. */
		for (uint32_t i = 0; i < count && code == WT_OK; i++)
			code = wt_segment_error(sources[i].segment);
		if (code != WT_OK)
			tell(&m, code, error);
		else
			code = wt_writer_finish(&m.w, size, hash, error);
		wt_writer_close(&m.w);
	}
	release(&m);
	return code;
}
