/* zpack.c - see zpack.h. */
#include "index/zpack.h"

#include <stdbool.h>
#include <stdlib.h>
#include <zlib.h>

#define WINDOW (-15)            /* 32 KB, without header and checksum */
#define MORE ((size_t)512)      /* bytes beyond what is asked for: the last ones are slow */

#define HEAD 16                 /* bytes before what deflate is given: the size, aligned */
#define SPARE 8                 /* pieces of memory kept for the next block; deflate takes five */

/* What deflate gave back, for the next that asks for as much: each block starts from a copy. */
struct spare {
	void *at[SPARE];
	size_t size[SPARE];
};

struct wt_packer {
	z_stream primed;        /* with the preset read in; never used itself */
	struct spare spare;
};

struct wt_unpacker {
	z_stream stream;
	size_t size;
	bool ended;
};

/* Memory is led by its size, so that it can be told when it comes back. */
static void *
take(void *opaque, uInt count, uInt size)
{
	struct spare *spare = opaque;
	size_t bytes = (size_t)count * size + HEAD;
	char *at;

	for (size_t i = 0; i < SPARE; i++) {
		if (spare->at[i] == NULL || spare->size[i] != bytes)
			continue;
		at = spare->at[i];
		spare->at[i] = NULL;
		return at + HEAD;
	}
	if ((at = malloc(bytes)) == NULL)
		return NULL;
	memcpy(at, &bytes, sizeof bytes);
	return at + HEAD;
}

static void
give(void *opaque, void *address)
{
	struct spare *spare = opaque;
	char *at = (char *)address - HEAD;

	for (size_t i = 0; i < SPARE; i++) {
		if (spare->at[i] != NULL)
			continue;
		spare->at[i] = at;
		memcpy(&spare->size[i], at, sizeof spare->size[i]);
		return;
	}
	free(at);
}

int
wt_packer_open(int level, struct wt_span preset, struct wt_packer **out)
{
	struct wt_packer *p = calloc(1, sizeof *p);

	*out = NULL;
	if (p == NULL)
		return WT_ENOMEM;
	p->primed.zalloc = take;
	p->primed.zfree = give;
	p->primed.opaque = &p->spare;
	if (deflateInit2(&p->primed, level, Z_DEFLATED, WINDOW, 8, Z_DEFAULT_STRATEGY) != Z_OK ||
	    (preset.len > 0 && deflateSetDictionary(&p->primed, (const Bytef *)preset.at,
	    (uInt)preset.len) != Z_OK)) {
		wt_packer_close(p);
		return WT_ENOMEM;
	}
	/*
	 * The usual level, but with a match of 6 bytes it looks less, with one of 10 no
	 * further, for a better one: with a preset most matches are good.  A twelfth
	 * quicker, of the text 0.02 % longer.
	 */
	if (level == 6)
		deflateTune(&p->primed, 6, 10, 128, 128);
	*out = p;
	return WT_OK;
}

void
wt_packer_close(struct wt_packer *p)
{
	if (p == NULL)
		return;
	deflateEnd(&p->primed);
	for (size_t i = 0; i < SPARE; i++)
		free(p->spare.at[i]);
	free(p);
}

int
wt_packer_pack(struct wt_packer *p, struct wt_span bytes, struct wt_buf *out)
{
	size_t most = deflateBound(&p->primed, (uLong)bytes.len);
	char *room = wt_buf_room(out, most);
	z_stream stream;
	bool done;

	/* To copy what the preset left takes a fraction of the time of reading it again. */
	if (room == NULL || deflateCopy(&stream, &p->primed) != Z_OK)
		return WT_ENOMEM;
	stream.next_in = (z_const Bytef *)(uintptr_t)bytes.at;
	stream.avail_in = (uInt)bytes.len;
	stream.next_out = (Bytef *)room;
	stream.avail_out = (uInt)most;
	done = deflate(&stream, Z_FINISH) == Z_STREAM_END;
	if (done)
		out->len += most - stream.avail_out;
	deflateEnd(&stream);
	return done ? WT_OK : WT_ENOMEM;
}

int
wt_unpacker_open(struct wt_unpacker **out)
{
	struct wt_unpacker *u = calloc(1, sizeof *u);

	*out = NULL;
	if (u == NULL)
		return WT_ENOMEM;
	if (inflateInit2(&u->stream, WINDOW) != Z_OK) {
		free(u);
		return WT_ENOMEM;
	}
	*out = u;
	return WT_OK;
}

void
wt_unpacker_close(struct wt_unpacker *u)
{
	if (u == NULL)
		return;
	inflateEnd(&u->stream);
	free(u);
}

int
wt_unpacker_start(struct wt_unpacker *u, struct wt_span preset, struct wt_span bytes, char *out,
    size_t size)
{
	if (inflateReset(&u->stream) != Z_OK)
		return WT_ECORRUPT;
	if (preset.len > 0 && inflateSetDictionary(&u->stream, (const Bytef *)preset.at,
	    (uInt)preset.len) != Z_OK)
		return WT_ENOMEM;
	u->stream.next_in = (z_const Bytef *)(uintptr_t)bytes.at;
	u->stream.avail_in = (uInt)bytes.len;
	u->stream.next_out = (Bytef *)out;
	u->size = size;
	u->ended = false;
	return WT_OK;
}

/* See that the stream ends here, with no byte more. */
static int
finish(struct wt_unpacker *u)
{
	Bytef none;
	int code;

	if (u->ended)
		return WT_OK;
	u->stream.next_out = &none;
	u->stream.avail_out = 1;
	code = inflate(&u->stream, Z_FINISH);
	if (code == Z_MEM_ERROR)
		return WT_ENOMEM;
	u->ended = code == Z_STREAM_END && u->stream.avail_in == 0 && u->stream.avail_out == 1;
	return u->ended ? WT_OK : WT_ECORRUPT;
}

int
wt_unpacker_reach(struct wt_unpacker *u, size_t end, size_t *have)
{
	int code = Z_OK;

	*have = u->stream.total_out;
	if (end > u->size)
		return WT_ECORRUPT;
	if (end > *have) {
		end = u->size - end > MORE ? end + MORE : u->size;
		u->stream.avail_out = (uInt)(end - *have);
		code = inflate(&u->stream, Z_SYNC_FLUSH);
		*have = u->stream.total_out;
		if (code == Z_MEM_ERROR)
			return WT_ENOMEM;
		if (*have != end || (code == Z_STREAM_END && (end != u->size || u->stream.avail_in != 0)))
			return WT_ECORRUPT;
		u->ended = code == Z_STREAM_END;
	}
	return *have == u->size ? finish(u) : WT_OK;
}
