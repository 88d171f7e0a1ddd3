/*
 * write_streams.c - stored streams: FORMAT.md, section 8.
 *
 * Documents are gathered into blocks, some dozens of blocks are packed side by
 * side by the threads, and are then written in order.
 */
#include "base/varint.h"
#include "index/build.h"
#include "index/presets.h"
#include "index/write.h"
#include "index/zpack.h"

#include <pthread.h>

#define BATCH 64u               /* blocks packed side by side */
#define THREADS_MAX 64u

struct block {
	struct wt_buf lens, bytes;      /* what goes in */
	struct wt_buf packed;
};

struct course {
	struct wt_writer *w;
	const struct wt_stream_plan *plan;
	uint32_t stream;
	const struct wt_buf *preset;
	struct wt_buf firsts;           /* 4 bytes: first document of each block */
	struct wt_buf starts;           /* 8 bytes: where it starts */
	struct block blocks[BATCH];
	uint32_t count;                 /* of the blocks in hand */
	unsigned threads;
	struct wt_packer *packers[THREADS_MAX];
};

struct helper {
	struct course *course;
	unsigned number;
	int code;
	pthread_t thread;
};

static int
pack_block(struct block *b, struct wt_packer *packer)
{
	size_t size, head;
	int code;

	wt_buf_putspan(&b->lens, wt_buf_span(&b->bytes));
	if (b->lens.err != WT_OK || b->bytes.err != WT_OK)
		return WT_ENOMEM;
	size = b->lens.len;
	wt_buf_clear(&b->packed);
	if (packer != NULL) {
		wt_buf_putvarint(&b->packed, (uint64_t)size << 1 | WT_METHOD_DEFLATE);
		head = b->packed.len;
		code = wt_packer_pack(packer, wt_buf_span(&b->lens), &b->packed);
		if (code != WT_OK || b->packed.len - head < size)
			return code;
		wt_buf_clear(&b->packed);
	}
	wt_buf_putvarint(&b->packed, (uint64_t)size << 1 | WT_METHOD_RAW);
	wt_buf_putspan(&b->packed, wt_buf_span(&b->lens));
	return b->packed.err;
}

static void *
help(void *argument)
{
	struct helper *h = argument;
	struct course *c = h->course;

	for (uint32_t i = h->number; i < c->count && h->code == WT_OK; i += c->threads)
		h->code = pack_block(&c->blocks[i], c->packers[h->number]);
	return NULL;
}

/* Pack the blocks in hand.  A thread that cannot be had is done without. */
static int
pack_blocks(struct course *c)
{
	struct helper helpers[THREADS_MAX] = { 0 };
	bool running[THREADS_MAX] = { false };
	int code = WT_OK;

	for (unsigned i = 0; i < c->threads; i++) {
		helpers[i].course = c;
		helpers[i].number = i;
		if (i > 0)
			running[i] = pthread_create(&helpers[i].thread, NULL, help,
			    &helpers[i]) == 0;
	}
	for (unsigned i = 0; i < c->threads; i++) {
		if (running[i])
			pthread_join(helpers[i].thread, NULL);
		else
			help(&helpers[i]);
		if (code == WT_OK)
			code = helpers[i].code;
	}
	return code;
}

static int
flush_blocks(struct course *c)
{
	uint64_t start = c->w->out.start[WT_SEC_BLOCKS + c->stream];
	int code = pack_blocks(c);

	for (uint32_t i = 0; i < c->count; i++) {
		struct block *b = &c->blocks[i];

		if (code == WT_OK) {
			wt_buf_put64(&c->starts, c->w->out.at - start);
			wt_out_put(&c->w->out, b->packed.at, b->packed.len);
		}
		wt_buf_clear(&b->lens);
		wt_buf_clear(&b->bytes);
	}
	c->count = 0;
	return code;
}

static int
add_bytes(struct course *c, uint32_t doc, struct wt_span bytes, bool *fresh)
{
	struct block *b = &c->blocks[c->count];

	if (bytes.len > WT_STORED_MAX / 2)
		return WT_ELIMIT;
	if (*fresh)
		wt_buf_put32(&c->firsts, doc);
	wt_buf_putvarint(&b->lens, bytes.len);
	wt_buf_putspan(&b->bytes, bytes);
	*fresh = b->bytes.len >= (c->stream == WT_STREAM_META ? WT_STORED_SMALL : WT_STORED_BLOCK);
	if (*fresh && ++c->count == BATCH)
		return flush_blocks(c);
	return WT_OK;
}

static int
write_blocks(struct course *c)
{
	bool fresh = true;
	int code = WT_OK;

	wt_out_begin(&c->w->out, (enum wt_section)(WT_SEC_BLOCKS + c->stream));
	for (uint32_t doc = 0; doc < c->w->foot.docs && code == WT_OK; doc++) {
		struct wt_span bytes = { NULL, 0 };

		code = c->plan->fetch(c->plan->context, doc, c->stream, &bytes);
		if (code == WT_OK)
			code = add_bytes(c, doc, bytes, &fresh);
	}
	if (!fresh)
		c->count++;
	if (code == WT_OK)
		code = flush_blocks(c);
	wt_out_end(&c->w->out, (enum wt_section)(WT_SEC_BLOCKS + c->stream));
	return code != WT_OK || c->starts.err == WT_OK ? code : WT_ENOMEM;
}

static void
write_directory(struct course *c)
{
	struct wt_writer *w = c->w;
	enum wt_section section = (enum wt_section)(WT_SEC_STREAM + c->stream);
	uint32_t blocks = (uint32_t)(c->firsts.len / 4);
	unsigned width_doc = wt_width(w->foot.docs), width_at;

	width_at = wt_width(w->out.len[WT_SEC_BLOCKS + c->stream]);
	wt_out_begin(&w->out, section);
	wt_out_put32(&w->out, blocks);
	wt_out_put32(&w->out, width_doc | width_at << 8);
	wt_bits_clear(&w->bits);
	for (uint32_t i = 0; i < blocks; i++)
		wt_bits_put(&w->bits, wt_get32(c->firsts.at + (size_t)i * 4), width_doc);
	wt_bits_align(&w->bits);
	wt_out_put(&w->out, w->bits.at, w->bits.len);
	wt_bits_clear(&w->bits);
	for (uint32_t i = 0; i < blocks; i++)
		wt_bits_put64(&w->bits, wt_get64(c->starts.at + (size_t)i * 8), width_at);
	wt_bits_align(&w->bits);
	wt_out_put(&w->out, w->bits.at, w->bits.len);
	wt_out_end(&w->out, section);
}

static int
prepare(struct course *c)
{
	struct wt_out *o = &c->w->out;
	int code = WT_OK;

	c->threads = c->plan->threads < 1 ? 1 : c->plan->threads;
	if (c->threads > THREADS_MAX)
		c->threads = THREADS_MAX;
	/* Sketches are chance: packing would save a tenth, and each commit reads them all. */
	if (c->plan->level == 0 || c->stream == WT_STREAM_SKETCH)
		return WT_OK;
	for (unsigned i = 0; i < c->threads && code == WT_OK; i++)
		code = wt_packer_open(c->plan->level, wt_buf_span(c->preset), &c->packers[i]);
	if (code == WT_OK) {
		wt_out_begin(o, (enum wt_section)(WT_SEC_PRESET + c->stream));
		wt_out_put(o, c->preset->at, c->preset->len);
		wt_out_end(o, (enum wt_section)(WT_SEC_PRESET + c->stream));
	}
	return code;
}

static void
release(struct course *c)
{
	for (unsigned i = 0; i < BATCH; i++) {
		wt_buf_free(&c->blocks[i].lens);
		wt_buf_free(&c->blocks[i].bytes);
		wt_buf_free(&c->blocks[i].packed);
	}
	for (unsigned i = 0; i < THREADS_MAX; i++)
		wt_packer_close(c->packers[i]);
	wt_buf_free(&c->firsts);
	wt_buf_free(&c->starts);
}

int
wt_write_streams(struct wt_writer *w, uint32_t used, const struct wt_stream_plan *plan,
    struct wt_presets *trained)
{
	struct wt_buf presets[WT_STREAMS] = { { 0 } };
	int code = w->err;

	if (code == WT_OK)
		code = wt_presets_end(trained, presets);
	for (uint32_t stream = 0; stream < WT_STREAMS && code == WT_OK; stream++) {
		struct course c = { .w = w, .plan = plan, .stream = stream, .preset = &presets[stream] };

		if ((used >> stream & 1) == 0)
			continue;
		code = prepare(&c);
		if (code == WT_OK)
			code = write_blocks(&c);
		if (code == WT_OK && c.firsts.err != WT_OK)
			code = WT_ENOMEM;
		if (code == WT_OK)
			write_directory(&c);
		release(&c);
	}
	for (uint32_t stream = 0; stream < WT_STREAMS; stream++)
		wt_buf_free(&presets[stream]);
	return code;
}
