/* write_docs.c - what is kept of each document: FORMAT.md, section 4. */
#include "base/hash.h"
#include "base/varint.h"
#include "index/build.h"
#include "index/write.h"

#include <stdlib.h>

/* Days on which documents fall, in order, and the first document of each. */
struct days {
	struct wt_buf date, first;      /* 4 bytes each */
	uint32_t undated;               /* documents before the first */
	uint32_t base, last;
	uint32_t count;
};

struct key_place {
	uint64_t hash;
	uint32_t doc;
};

static void
add_day(struct days *d, uint32_t doc, int32_t date)
{
	if (date == WT_NO_DATE) {
		d->undated = doc + 1;
		return;
	}
	if (d->count == 0)
		d->base = (uint32_t)date;
	else if (d->last == (uint32_t)date - d->base)
		return;
	d->last = (uint32_t)date - d->base;
	wt_buf_put32(&d->date, d->last);
	wt_buf_put32(&d->first, doc);
	d->count++;
}

static void
write_days(struct wt_writer *w, const struct days *d)
{
	unsigned width_date = wt_width(d->last), width_doc = wt_width(w->foot.docs);

	wt_out_begin(&w->out, WT_SEC_DATE);
	wt_out_put32(&w->out, d->undated);
	wt_out_put32(&w->out, d->count);
	wt_out_put32(&w->out, d->base);
	wt_out_put32(&w->out, width_date | width_doc << 8);
	for (int part = 0; part < 2; part++) {
		const struct wt_buf *from = part == 0 ? &d->date : &d->first;

		wt_bits_clear(&w->bits);
		for (uint32_t i = 0; i < d->count; i++)
			wt_bits_put(&w->bits, wt_get32(from->at + (size_t)i * 4),
			    part == 0 ? width_date : width_doc);
		wt_bits_align(&w->bits);
		wt_out_put(&w->out, w->bits.at, w->bits.len);
	}
	wt_out_end(&w->out, WT_SEC_DATE);
}

/* Lengths, dates and hashes: the first pass over the rows. */
static int
write_numbers(struct wt_writer *w, wt_row_fn *row, void *context)
{
	struct wt_buf hashes = { 0 };
	struct days days = { 0 };
	struct wt_row r;
	int code = WT_OK;

	for (uint32_t doc = 0; doc < w->foot.docs && code == WT_OK; doc++) {
		uint8_t bytes[8];

		if ((code = row(context, doc, &r)) != WT_OK)
			break;
		w->norms[doc] = r.norm;
		w->extents[doc] = r.extent;
		w->foot.length += wt_norm_value(r.norm);
		wt_set64(bytes, r.hash);
		wt_buf_put(&hashes, bytes, 5);
		add_day(&days, doc, r.date);
	}
	if (code == WT_OK && (hashes.err != WT_OK || days.date.err != WT_OK ||
	    days.first.err != WT_OK))
		code = WT_ENOMEM;
	if (code == WT_OK) {
		wt_out_begin(&w->out, WT_SEC_NORM);
		wt_out_put(&w->out, w->norms, w->foot.docs);
		wt_out_end(&w->out, WT_SEC_NORM);
		wt_out_begin(&w->out, WT_SEC_EXTENT);
		wt_out_put(&w->out, w->extents, w->foot.docs);
		wt_out_end(&w->out, WT_SEC_EXTENT);
		write_days(w, &days);
		wt_out_begin(&w->out, WT_SEC_HASH);
		wt_out_put(&w->out, hashes.at, hashes.len);
		wt_out_end(&w->out, WT_SEC_HASH);
	}
	wt_buf_free(&hashes);
	wt_buf_free(&days.date);
	wt_buf_free(&days.first);
	return code;
}

static void
put_key(struct wt_writer *w, uint32_t doc, const struct wt_buf *last, struct wt_span key)
{
	uint8_t head[2 * WT_VARINT_MAX];
	size_t shared = 0, len = 0;

	if (doc % WT_KEY_BLOCK != 0) {
		while (shared < last->len && shared < key.len && last->at[shared] == key.at[shared])
			shared++;
		len = wt_varint_put(head, shared);
	}
	len += wt_varint_put(head + len, key.len - shared);
	wt_out_put(&w->out, head, len);
	wt_out_put(&w->out, key.at + shared, key.len - shared);
}

static int
by_hash(const void *x, const void *y)
{
	const struct key_place *a = x, *b = y;

	if (a->hash != b->hash)
		return a->hash < b->hash ? -1 : 1;
	return a->doc < b->doc ? -1 : a->doc > b->doc;
}

static void
write_key_order(struct wt_writer *w, struct key_place *places)
{
	unsigned width = wt_width(w->foot.docs - 1);

	qsort(places, w->foot.docs, sizeof *places, by_hash);
	wt_out_begin(&w->out, WT_SEC_KEYHASH);
	wt_bits_clear(&w->bits);
	for (uint32_t i = 0; i < w->foot.docs; i++)
		wt_bits_put(&w->bits, w->key_order[i] = places[i].doc, width);
	wt_bits_align(&w->bits);
	wt_out_put(&w->out, w->bits.at, w->bits.len);
	wt_out_end(&w->out, WT_SEC_KEYHASH);
}

/* The keys: the second pass. */
static int
write_keys(struct wt_writer *w, wt_row_fn *row, void *context)
{
	struct key_place *places = malloc(w->foot.docs * sizeof *places);
	struct wt_buf last = { 0 }, starts = { 0 };
	struct wt_row r;
	int code = places == NULL ? WT_ENOMEM : WT_OK;

	wt_out_begin(&w->out, WT_SEC_KEYS);
	for (uint32_t doc = 0; doc < w->foot.docs && code == WT_OK; doc++) {
		if ((code = row(context, doc, &r)) != WT_OK)
			break;
		if (doc % WT_KEY_BLOCK == 0)
			wt_buf_put32(&starts,
			    (uint32_t)(w->out.at - w->out.start[WT_SEC_KEYS]));
		put_key(w, doc, &last, r.key);
		wt_buf_clear(&last);
		wt_buf_putspan(&last, r.key);
		places[doc] = (struct key_place){ wt_hash(r.key), doc };
	}
	wt_out_end(&w->out, WT_SEC_KEYS);
	if (code == WT_OK && (last.err != WT_OK || starts.err != WT_OK))
		code = WT_ENOMEM;
	if (code == WT_OK && w->out.len[WT_SEC_KEYS] >= WT_FOUR_GB)
		code = WT_ELIMIT;
	if (code == WT_OK) {
		wt_write_directory(w, WT_SEC_KEYDIR, &starts);
		write_key_order(w, places);
	}
	wt_buf_free(&last);
	wt_buf_free(&starts);
	free(places);
	return code;
}

/* K of BM25, in thousandths, for each length. */
static void
weigh_lengths(struct wt_writer *w)
{
	for (unsigned norm = 0; norm < 256; norm++) {
		uint64_t length = wt_norm_value((uint8_t)norm);
		uint64_t sum = w->foot.length == 0 ? 1 : w->foot.length;
		uint64_t part = 900 * length * w->foot.docs / sum;

		w->bounds[norm] = (uint32_t)length;
		w->weight[norm] = 300 + (uint32_t)(part < UINT32_MAX / 2 ? part : UINT32_MAX / 2);
	}
}

int
wt_write_docs(struct wt_writer *w, uint32_t docs, wt_row_fn *row, void *context)
{
	int code;

	w->foot.docs = docs;
	w->norms = malloc(docs);
	w->extents = malloc(docs);
	w->key_order = malloc(docs * sizeof *w->key_order);
	if (w->norms == NULL || w->extents == NULL || w->key_order == NULL)
		return WT_ENOMEM;
	code = write_numbers(w, row, context);
	if (code != WT_OK)
		return code;
	weigh_lengths(w);
	code = write_keys(w, row, context);
	wt_out_begin(&w->out, WT_SEC_POST);
	return code;
}
