/* out.c - see out.h. */
#include "index/out.h"
#include "base/bytes.h"
#include "base/hash.h"

static void
put_page(struct wt_out *o, const void *bytes, size_t len)
{
	wt_buf_put32(&o->sums, wt_checksum(bytes, len));
	wt_save_put(&o->save, bytes, len);
}

void
wt_out_put(struct wt_out *o, const void *bytes, size_t len)
{
	const uint8_t *p = bytes;

	o->at += len;
	if (o->memory != NULL) {
		wt_buf_put(o->memory, bytes, len);
		return;
	}
	while (len > 0) {
		size_t part = WT_PAGE - o->fill;

		if (o->fill == 0 && len >= WT_PAGE) {
			put_page(o, p, WT_PAGE);
			p += WT_PAGE;
			len -= WT_PAGE;
			continue;
		}
		if (part > len)
			part = len;
		memcpy(o->page + o->fill, p, part);
		p += part;
		len -= part;
		o->fill += (uint32_t)part;
		if (o->fill == WT_PAGE) {
			put_page(o, o->page, WT_PAGE);
			o->fill = 0;
		}
	}
}

void
wt_out_put32(struct wt_out *o, uint32_t value)
{
	uint8_t bytes[4];

	wt_set32(bytes, value);
	wt_out_put(o, bytes, sizeof bytes);
}

void
wt_out_put64(struct wt_out *o, uint64_t value)
{
	uint8_t bytes[8];

	wt_set64(bytes, value);
	wt_out_put(o, bytes, sizeof bytes);
}

static void
align(struct wt_out *o)
{
	static const uint8_t zeros[8];

	wt_out_put(o, zeros, (size_t)(-o->at & 7));
}

int
wt_out_open(struct wt_out *o, const char *path, struct wt_error *error)
{
	int code;

	memset(o, 0, sizeof *o);
	code = wt_save_open(&o->save, path, error);
	if (code != WT_OK) {
		wt_save_cancel(&o->save);
		return code;
	}
	wt_out_put(o, WT_SEGMENT_MAGIC, 8);
	wt_out_put32(o, WT_FORMAT_VERSION);
	wt_out_put32(o, 0);
	return WT_OK;
}

void
wt_out_begin(struct wt_out *o, enum wt_section section)
{
	align(o);
	o->start[section] = o->at;
}

void
wt_out_end(struct wt_out *o, enum wt_section section)
{
	o->len[section] = o->at - o->start[section];
}

/* The counts, the sections, the checksums of the checksums. */
static void
make_foot(const struct wt_out *o, const struct wt_foot *foot, struct wt_buf *b)
{
	uint32_t sections = 0;

	for (size_t i = 0; i < WT_SECTIONS; i++)
		sections += o->len[i] > 0;
	wt_buf_put32(b, sections);
	wt_buf_put32(b, foot->docs);
	wt_buf_put64(b, foot->length);
	wt_buf_put64(b, foot->occurrences);
	wt_buf_put64(b, foot->terms);
	wt_buf_put64(b, foot->lists);
	wt_buf_put64(b, o->at);
	for (size_t i = 0; i < WT_SECTIONS; i++) {
		if (o->len[i] == 0)
			continue;
		wt_buf_put(b, wt_section_names[i], 4);
		wt_buf_put32(b, 0);
		wt_buf_put64(b, o->start[i]);
		wt_buf_put64(b, o->len[i]);
	}
	for (size_t i = 0; i < o->sums.len; i += WT_PAGE)
		wt_buf_put32(b, wt_checksum(o->sums.at + i,
		    o->sums.len - i < WT_PAGE ? o->sums.len - i : WT_PAGE));
	wt_buf_put32(b, (uint32_t)b->len + 16);
	wt_buf_put32(b, 0);
	wt_buf_put64(b, wt_hash(wt_buf_span(b)));
}

int
wt_out_finish(struct wt_out *o, const struct wt_foot *foot, uint64_t *size, uint64_t *hash,
    struct wt_error *error)
{
	struct wt_buf b = { 0 };
	int code;

	align(o);
	if (o->fill > 0)
		put_page(o, o->page, o->fill);
	make_foot(o, foot, &b);
	code = o->sums.err != WT_OK ? o->sums.err : b.err;
	if (code != WT_OK) {
		wt_buf_free(&b);
		return wt_error_set(error, code, 0, "out of memory");
	}
	wt_save_put(&o->save, o->sums.at, o->sums.len);
	wt_save_put(&o->save, b.at, b.len);
	*size = o->at + o->sums.len + b.len;
	*hash = wt_get64(b.at + b.len - 8);
	wt_buf_free(&b);
	return wt_save_commit(&o->save, error);
}

void
wt_out_close(struct wt_out *o)
{
	wt_save_cancel(&o->save);
	wt_buf_free(&o->sums);
}
