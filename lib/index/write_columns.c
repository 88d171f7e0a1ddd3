/* write_columns.c - columns: FORMAT.md, section 7. */
#include "index/write.h"

/* Where the parts of a column are, counted from the start of the section. */
struct place {
	uint64_t name, offsets, bytes, starts, ids;
	uint64_t bytes_len;
	unsigned width_offset;
};

/* Every document has exactly one value: then no starts are kept. */
static bool
is_single(const uint32_t *starts, uint32_t docs)
{
	for (uint32_t i = 0; i <= docs; i++)
		if (starts[i] != i)
			return false;
	return true;
}

static void
pack(struct wt_bits_out *out, const uint32_t *numbers, size_t count, unsigned width)
{
	for (size_t i = 0; i < count; i++)
		wt_bits_put(out, numbers[i], width);
	wt_bits_align(out);
}

int
wt_column_pack(struct wt_column_data *c, uint32_t docs, const uint32_t *starts,
    const uint32_t *ids)
{
	c->total = starts[docs];
	for (uint32_t i = 0; i < docs; i++)
		if (starts[i + 1] - starts[i] > c->most)
			c->most = starts[i + 1] - starts[i];
	c->width_start = is_single(starts, docs) ? 0 : wt_width(c->total);
	c->width_id = wt_width(c->value_count - 1);
	if (c->width_start > 0)
		pack(&c->starts, starts, (size_t)docs + 1, c->width_start);
	pack(&c->ids, ids, (size_t)c->total, c->width_id);
	return c->starts.err != WT_OK ? c->starts.err : c->ids.err;
}

void
wt_column_free(struct wt_column_data *c)
{
	wt_bits_free(&c->starts);
	wt_bits_free(&c->ids);
}

/* Lay the parts out from `at` on: where the next column may begin. */
static uint64_t
lay_out(const struct wt_column_data *c, struct place *p, uint64_t at)
{
	for (uint32_t i = 0; i < c->value_count; i++)
		p->bytes_len += c->values[i].len;
	p->width_offset = wt_width(p->bytes_len);
	p->name = at;
	p->bytes = p->name + c->name.len;
	p->offsets = p->bytes + p->bytes_len;
	p->starts = p->offsets + wt_packed_size((uint64_t)c->value_count + 1, p->width_offset);
	p->ids = p->starts + c->starts.len;
	return p->ids + c->ids.len;
}

static void
put_record(struct wt_out *o, const struct wt_column_data *c, const struct place *p)
{
	wt_out_put64(o, p->name);
	wt_out_put64(o, p->bytes);
	wt_out_put64(o, p->offsets);
	wt_out_put64(o, p->starts);
	wt_out_put64(o, p->ids);
	wt_out_put64(o, p->bytes_len);
	wt_out_put64(o, c->total);
	wt_out_put32(o, (uint32_t)c->name.len);
	wt_out_put32(o, c->value_count);
	wt_out_put32(o, c->most);
	wt_out_put32(o, p->width_offset | c->width_start << 8 | c->width_id << 16);
	wt_out_put64(o, 0);
}

static void
put_column(struct wt_writer *w, const struct wt_column_data *c, const struct place *p)
{
	uint64_t offset = 0;

	wt_out_put(&w->out, c->name.at, c->name.len);
	for (uint32_t i = 0; i < c->value_count; i++)
		wt_out_put(&w->out, c->values[i].at, c->values[i].len);
	wt_bits_clear(&w->bits);
	for (uint32_t i = 0; i <= c->value_count; i++) {
		wt_bits_put(&w->bits, (uint32_t)offset, p->width_offset);
		offset += i < c->value_count ? c->values[i].len : 0;
	}
	wt_bits_align(&w->bits);
	wt_out_put(&w->out, w->bits.at, w->bits.len);
	wt_out_put(&w->out, c->starts.at, c->starts.len);
	wt_out_put(&w->out, c->ids.at, c->ids.len);
}

void
wt_write_columns(struct wt_writer *w, const struct wt_column_data *columns, size_t count)
{
	struct place places[64] = { 0 };
	uint64_t at = 8 + count * WT_COLUMN_RECORD;

	if (count == 0 || w->err != WT_OK)
		return;
	for (size_t i = 0; i < count; i++) {
		at = lay_out(&columns[i], &places[i], at);
		if (places[i].bytes_len >= WT_FOUR_GB) {
			w->err = WT_ELIMIT;
			return;
		}
	}
	wt_out_begin(&w->out, WT_SEC_COLUMN);
	wt_out_put32(&w->out, (uint32_t)count);
	wt_out_put32(&w->out, 0);
	for (size_t i = 0; i < count; i++)
		put_record(&w->out, &columns[i], &places[i]);
	for (size_t i = 0; i < count; i++)
		put_column(w, &columns[i], &places[i]);
	wt_out_end(&w->out, WT_SEC_COLUMN);
}
