/* stored.c - read stored streams: FORMAT.md, section 8. */
#include "base/varint.h"
#include "index/segment_private.h"
#include "index/zpack.h"

/* The head of the directory of a stream. */
struct stream {
	uint32_t number, blocks;
	unsigned width_doc, width_at;
	uint64_t starts_at;
};

void
wt_stored_free(struct wt_stored *c)
{
	wt_buf_free(&c->bytes);
	wt_buf_free(&c->starts);
	wt_unpacker_close(c->unpacker);
	*c = (struct wt_stored){ 0 };
}

static enum wt_section
directory_of(const struct stream *t)
{
	return (enum wt_section)(WT_SEC_STREAM + t->number);
}

static enum wt_section
blocks_of(const struct stream *t)
{
	return (enum wt_section)(WT_SEC_BLOCKS + t->number);
}

static bool
open_stream(const struct wt_segment *s, uint32_t number, struct stream *t)
{
	const uint8_t *head;

	t->number = number;
	head = wt_section_need(s, directory_of(t), 0, 8);
	if (head == NULL)
		return false;
	t->blocks = wt_get32(head);
	t->width_doc = head[4];
	t->width_at = head[5];
	t->starts_at = 8 + wt_packed_size(t->blocks, t->width_doc);
	if (t->blocks > 0 && t->width_doc <= 32 && t->width_at <= 56 && t->starts_at +
	    wt_packed_size(t->blocks, t->width_at) == s->sections[directory_of(t)].len)
		return true;
	wt_segment_damage(s, s->sections[directory_of(t)].at, "a stream makes no sense");
	return false;
}

/* The first document of a block; behind the last block: the number of documents. */
static bool
first_doc(const struct wt_segment *s, const struct stream *t, uint32_t block, uint32_t *doc)
{
	uint64_t value = s->docs;

	if (block < t->blocks &&
	    !wt_section_packed(s, directory_of(t), 8, block, t->width_doc, &value))
		return false;
	*doc = value > s->docs ? s->docs : (uint32_t)value;
	return true;
}

bool
wt_stream_block(const struct wt_segment *s, uint32_t stream, uint32_t number, uint32_t *first,
    uint32_t *end)
{
	struct stream t;

	return s->sections[WT_SEC_STREAM + stream].len > 0 && open_stream(s, stream, &t) &&
	    number < t.blocks && first_doc(s, &t, number, first) &&
	    first_doc(s, &t, number + 1, end);
}

/* The block that holds a document. */
static bool
find_block(const struct wt_segment *s, const struct stream *t, uint32_t doc, uint32_t *block)
{
	uint32_t low = 0, high = t->blocks - 1, first;

	while (low < high) {
		uint32_t middle = low + (high - low + 1) / 2;

		if (!first_doc(s, t, middle, &first))
			return false;
		if (first <= doc)
			low = middle;
		else
			high = middle - 1;
	}
	*block = low;
	return true;
}

static const uint8_t *
block_bytes(const struct wt_segment *s, const struct stream *t, uint32_t block, uint64_t *len)
{
	uint64_t start, end = s->sections[blocks_of(t)].len;

	if (!wt_section_packed(s, directory_of(t), t->starts_at, block, t->width_at, &start) ||
	    (block + 1 < t->blocks && !wt_section_packed(s, directory_of(t), t->starts_at,
	    (uint64_t)block + 1, t->width_at, &end)))
		return NULL;
	if (start > end) {
		wt_segment_damage(s, s->sections[directory_of(t)].at, "blocks do not rise");
		return NULL;
	}
	*len = end - start;
	return wt_section_need(s, blocks_of(t), start, end - start);
}

static int
start_unpacking(const struct wt_segment *s, const struct stream *t, struct wt_span packed,
    struct wt_stored *cache)
{
	enum wt_section section = (enum wt_section)(WT_SEC_PRESET + t->number);
	uint64_t len = s->sections[section].len;
	const uint8_t *preset = len == 0 ? NULL : wt_section_need(s, section, 0, len);
	char *room = wt_buf_room(&cache->bytes, cache->size + 1);
	int code;

	if (len > 0 && preset == NULL)
		return WT_ECORRUPT;
	if (room == NULL)
		return WT_ENOMEM;
	if (cache->unpacker == NULL && (code = wt_unpacker_open(&cache->unpacker)) != WT_OK)
		return code;
	return wt_unpacker_start(cache->unpacker, wt_span_make((const char *)preset, (size_t)len),
	    packed, room, cache->size);
}

/* Have the first `end` bytes of the block. */
static int
reach(struct wt_stored *cache, uint64_t end)
{
	if (end <= cache->bytes.len && (end < cache->size || cache->bytes.len == cache->size))
		return WT_OK;
	if (end > cache->size || cache->unpacker == NULL)
		return WT_ECORRUPT;
	return wt_unpacker_reach(cache->unpacker, (size_t)end, &cache->bytes.len);
}

/*
 * In a block the lengths of the documents come first, then their bytes.  Lengths take
 * 1 to 5 bytes, mostly 2.  Many documents may have none, so they are added up once.
 */
static int
add_lengths(struct wt_stored *cache)
{
	uint64_t sum = 0, here = 0, head = 0;
	uint32_t count = cache->end - cache->first;
	char *starts;
	int code;

	wt_buf_clear(&cache->starts);
	if (count > cache->size)
		return WT_ECORRUPT;
	if ((starts = wt_buf_room(&cache->starts, ((size_t)count + 1) * 4)) == NULL)
		return WT_ENOMEM;
	for (uint32_t i = 0; i < count; i++) {
		uint64_t most = cache->size - head < 5 ? cache->size : head + 5;
		const uint8_t *at, *end;

		if (most > cache->bytes.len &&
		    (code = reach(cache, most + (cache->size - most) / 16)) != WT_OK)
			return code;
		at = (const uint8_t *)cache->bytes.at + head;
		end = (const uint8_t *)cache->bytes.at + most;
		wt_set32(starts + (size_t)i * 4, (uint32_t)sum);
		if (!wt_varint_get64(&at, end, &here) || here > cache->size - sum)
			return WT_ECORRUPT;
		head = (uint64_t)(at - (const uint8_t *)cache->bytes.at);
		sum += here;
	}
	wt_set32(starts + (size_t)count * 4, (uint32_t)sum);
	cache->head = (size_t)head;
	return head + sum == cache->size ? WT_OK : WT_ECORRUPT;
}

static int
open_block(const struct wt_segment *s, const struct stream *t, uint32_t block,
    struct wt_stored *cache)
{
	uint64_t len = 0, head;
	const uint8_t *at = block_bytes(s, t, block, &len), *end;
	int code = WT_ECORRUPT;

	cache->full = false;
	wt_buf_clear(&cache->bytes);
	if (at == NULL)
		return WT_ECORRUPT;
	end = at + len;
	if (wt_varint_get64(&at, end, &head) && head >> 1 <= WT_STORED_MAX) {
		struct wt_span packed = wt_span_make((const char *)at, (size_t)(end - at));

		cache->size = (size_t)(head >> 1);
		if ((head & 1) == WT_METHOD_DEFLATE) {
			code = start_unpacking(s, t, packed, cache);
		} else if (cache->size == packed.len) {
			wt_buf_putspan(&cache->bytes, packed);
			code = cache->bytes.err;
		}
	}
	if (code == WT_OK)
		code = add_lengths(cache);
	if (code != WT_OK)
		return code;
	cache->segment = s;
	cache->stream = t->number;
	cache->block = block;
	cache->full = true;
	return WT_OK;
}

/* Have the block that holds a document. */
static int
find_document(const struct wt_segment *s, uint32_t doc, uint32_t stream, struct wt_stored *cache)
{
	struct stream t;
	uint32_t block;
	int code;

	if (cache->full && cache->segment == s && cache->stream == stream && doc >= cache->first &&
	    doc < cache->end)
		return WT_OK;
	cache->full = false;
	if (!open_stream(s, stream, &t) || !find_block(s, &t, doc, &block) ||
	    !first_doc(s, &t, block, &cache->first) || !first_doc(s, &t, block + 1, &cache->end))
		return WT_ECORRUPT;
	if (doc < cache->first || doc >= cache->end)
		return wt_segment_damage(s, s->sections[directory_of(&t)].at,
		    "no block holds a document");
	code = open_block(s, &t, block, cache);
	return code == WT_ECORRUPT ? wt_segment_damage(s, s->sections[blocks_of(&t)].at,
	    "a stored block cannot be unpacked") : code;
}

int
wt_document_stream(const struct wt_segment *s, uint32_t doc, uint32_t stream,
    struct wt_stored *cache, struct wt_span *out)
{
	const char *start;
	uint64_t from, to;
	int code;

	*out = wt_span_make("", 0);
	if (stream >= WT_STREAMS || doc >= s->docs)
		return WT_EINVAL;
	if (s->sections[WT_SEC_STREAM + stream].len == 0)
		return WT_OK;
	if ((code = find_document(s, doc, stream, cache)) != WT_OK)
		return code;
	start = cache->starts.at + (size_t)(doc - cache->first) * 4;
	from = cache->head + (uint64_t)wt_get32(start);
	to = cache->head + (uint64_t)wt_get32(start + 4);
	if ((code = reach(cache, to)) != WT_OK) {
		cache->full = false;
		return code != WT_ECORRUPT ? code : wt_segment_damage(s,
		    s->sections[WT_SEC_BLOCKS + stream].at, "a stored block cannot be unpacked");
	}
	*out = wt_span_make(cache->bytes.at + from, (size_t)(to - from));
	return WT_OK;
}
