/* write.c - the frame of a segment that is written; see write.h. */
#include "index/write.h"

#include <stdlib.h>

int
wt_writer_open(struct wt_writer *w, const char *path, struct wt_error *error)
{
	memset(w, 0, sizeof *w);
	return wt_out_open(&w->out, path, error);
}

int
wt_writer_finish(struct wt_writer *w, uint64_t *size, uint64_t *hash, struct wt_error *error)
{
	if (w->err == WT_OK)
		w->err = w->bits.err;
	if (w->err != WT_OK)
		return wt_error_set(error, w->err, 0, "%s", wt_strerror(w->err));
	return wt_out_finish(&w->out, &w->foot, size, hash, error);
}

void
wt_writer_close(struct wt_writer *w)
{
	if (w->out.memory == NULL)
		wt_out_close(&w->out);
	free(w->norms);
	free(w->extents);
	free(w->key_order);
	free(w->aliases);
	free(w->symbols);
	free(w->ranks);
	wt_buf_free(&w->terms);
	wt_buf_free(&w->skip);
	wt_buf_free(&w->blocks);
	wt_buf_free(&w->places);
	wt_arena_free(&w->names);
	wt_bits_free(&w->bits);
	wt_bits_free(&w->jumps);
}

void
wt_write_directory(struct wt_writer *w, enum wt_section section, const struct wt_buf *starts)
{
	size_t count = starts->len / 4;
	unsigned width = wt_width(count == 0 ? 0 : wt_get32(starts->at + starts->len - 4));

	wt_out_begin(&w->out, section);
	wt_out_put32(&w->out, (uint32_t)count);
	wt_out_put32(&w->out, width);
	wt_bits_clear(&w->bits);
	for (size_t i = 0; i < count; i++)
		wt_bits_put(&w->bits, wt_get32(starts->at + i * 4), width);
	wt_bits_align(&w->bits);
	wt_out_put(&w->out, w->bits.at, w->bits.len);
	wt_out_end(&w->out, section);
}
