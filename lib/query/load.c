/* load.c - stored streams back to articles and facts, behind load.h. */
#include "query/load.h"
#include "base/varint.h"

void
wt_loader_free(struct wt_loader *l)
{
	for (int i = 0; i < WT_STREAMS; i++)
		wt_stored_free(&l->caches[i]);
}

/* A stream of a document, copied to the arena. */
static int
load(struct wt_loader *l, const struct wt_segment *s, uint32_t doc, uint32_t stream,
    struct wt_arena *arena, struct wt_span *out)
{
	struct wt_span bytes;
	int code = wt_document_stream(s, doc, stream, &l->caches[stream], &bytes);

	if (code != WT_OK)
		return code;
	*out = wt_arena_copy(arena, bytes);
	return arena->err;
}

static bool
cut_string(const uint8_t **at, const uint8_t *end, struct wt_span *s)
{
	uint32_t len;

	if (!wt_varint_get(at, end, &len) || len > (size_t)(end - *at))
		return false;
	*s = wt_span_make((const char *)*at, len);
	*at += len;
	return true;
}

int
wt_load_story(struct wt_loader *l, const struct wt_segment *s, uint32_t doc,
    struct wt_arena *arena, struct wt_story *story)
{
	struct wt_span *const fields[] = { &story->title, &story->published, &story->source,
	    &story->url, &story->path, &story->primary_region_id, &story->regions };
	const uint8_t *at, *end;
	struct wt_span bytes;
	uint32_t flags;
	int code = load(l, s, doc, WT_STREAM_META, arena, &bytes);

	*story = (struct wt_story){ 0 };
	if (code != WT_OK)
		return code;
	at = (const uint8_t *)bytes.at;
	end = bytes.len == 0 ? at : at + bytes.len;
	if (!wt_varint_get(&at, end, &flags) || flags > 1)
		return WT_ECORRUPT;
	story->title_inside = flags != 0;
	for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++)
		if (!cut_string(&at, end, fields[i]))
			return WT_ECORRUPT;
	return at == end ? WT_OK : WT_ECORRUPT;
}

int
wt_load_text(struct wt_loader *l, const struct wt_segment *s, uint32_t doc,
    struct wt_arena *arena, struct wt_span *text)
{
	return load(l, s, doc, WT_STREAM_TEXT, arena, text);
}

/* What the facts do not repeat: the fields of the story and the key. */
static int
load_known(struct wt_loader *l, const struct wt_segment *s, uint32_t doc, struct wt_arena *arena,
    struct wt_facts *f)
{
	struct wt_buf key = { 0 };
	struct wt_story story;
	int code = wt_load_story(l, s, doc, arena, &story);

	if (code == WT_OK)
		code = wt_document_key(s, doc, &key);
	f->article_id = code == WT_OK ? wt_arena_copy(arena, wt_buf_span(&key)) : wt_span_make("", 0);
	wt_buf_free(&key);
	f->path = story.path;
	f->url = story.url;
	f->source = story.source;
	f->title = story.title;
	f->published = story.published;
	f->primary_region_id = story.primary_region_id;
	return code;
}

int
wt_load_facts(struct wt_loader *l, const struct wt_segment *s, uint32_t doc,
    struct wt_arena *arena, struct wt_facts *facts)
{
	struct wt_span bytes, text;
	int code;

	*facts = (struct wt_facts){ 0 };
	if ((code = load(l, s, doc, WT_STREAM_CLAIMS, arena, &bytes)) != WT_OK ||
	    (code = wt_facts_decode_claims(bytes, arena, facts)) != WT_OK ||
	    (code = load_known(l, s, doc, arena, facts)) != WT_OK ||
	    (code = wt_load_text(l, s, doc, arena, &text)) != WT_OK ||
	    (code = load(l, s, doc, WT_STREAM_FACTS, arena, &bytes)) != WT_OK)
		return code;
	return wt_facts_decode(bytes, text, arena, facts);
}
