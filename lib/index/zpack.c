/* zpack.c - see zpack.h. */
#include "index/zpack.h"

#include <stdbool.h>
#include <stdlib.h>
#include <zlib.h>

#define WINDOW (-15)            /* 32 KB, without header and checksum */
#define MORE ((size_t)512)      /* bytes beyond what is asked for: the last ones are slow */

struct wt_packer {
	z_stream stream;
	struct wt_span preset;
};

struct wt_unpacker {
	z_stream stream;
	size_t size;
	bool ended;
};

int
wt_packer_open(int level, struct wt_span preset, struct wt_packer **out)
{
	struct wt_packer *p = calloc(1, sizeof *p);

	*out = NULL;
	if (p == NULL)
		return WT_ENOMEM;
	p->preset = preset;
	if (deflateInit2(&p->stream, level, Z_DEFLATED, WINDOW, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
		free(p);
		return WT_ENOMEM;
	}
	*out = p;
	return WT_OK;
}

void
wt_packer_close(struct wt_packer *p)
{
	if (p == NULL)
		return;
	deflateEnd(&p->stream);
	free(p);
}

int
wt_packer_pack(struct wt_packer *p, struct wt_span bytes, struct wt_buf *out)
{
	size_t most = deflateBound(&p->stream, (uLong)bytes.len);
	char *room = wt_buf_room(out, most);

	if (room == NULL || deflateReset(&p->stream) != Z_OK)
		return WT_ENOMEM;
	if (p->preset.len > 0 && deflateSetDictionary(&p->stream,
	    (const Bytef *)p->preset.at, (uInt)p->preset.len) != Z_OK)
		return WT_EINVAL;
	p->stream.next_in = (z_const Bytef *)(uintptr_t)bytes.at;
	p->stream.avail_in = (uInt)bytes.len;
	p->stream.next_out = (Bytef *)room;
	p->stream.avail_out = (uInt)most;
	if (deflate(&p->stream, Z_FINISH) != Z_STREAM_END)
		return WT_ENOMEM;
	out->len += most - p->stream.avail_out;
	return WT_OK;
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
