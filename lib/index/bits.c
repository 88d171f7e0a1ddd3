/* bits.c - the slow halves of bits.h. */
#include "index/bits.h"
#include "base/buf.h"

#include <stdlib.h>

int
wt_bits_grow(struct wt_bits_out *w)
{
	uint8_t *at = w->err == WT_OK ? wt_grow(w->at, &w->cap, w->len + 64, 1) : NULL;

	if (at != NULL) {
		w->at = at;
		return WT_OK;
	}
	/* Forget the bits, so that `fill` stays below 32. */
	w->err = WT_ENOMEM;
	w->last = 0;
	w->fill = 0;
	return w->err;
}

void
wt_bits_clear(struct wt_bits_out *w)
{
	w->len = 0;
	w->last = 0;
	w->fill = 0;
}

void
wt_bits_free(struct wt_bits_out *w)
{
	free(w->at);
	*w = (struct wt_bits_out){ 0 };
}

void
wt_bits_align(struct wt_bits_out *w)
{
	if (w->fill > 0 && w->cap - w->len < 8 && wt_bits_grow(w) != WT_OK)
		return;
	while (w->fill > 0) {
		w->at[w->len++] = (uint8_t)w->last;
		w->last >>= 8;
		w->fill = w->fill > 8 ? w->fill - 8 : 0;
	}
}

void
wt_bits_put_sorted(struct wt_bits_out *w, const uint32_t *values, uint32_t count, uint32_t low,
    uint32_t end)
{
	while (count > 0) {
		uint32_t half = count / 2, middle = values[half];

		/* `half` values lie below the middle one and count - half - 1 above it. */
		wt_bits_put_bounded(w, middle - low - half, end - low - count + 1);
		wt_bits_put_sorted(w, values, half, low, middle);
		values += half + 1;
		count -= half + 1;
		low = middle + 1;
	}
}

/* The same as below for up to three values, without a loop. */
static inline uint64_t
get_few(const uint8_t *at, uint64_t pos, uint32_t *values, uint32_t count, uint32_t low,
    uint32_t end)
{
	uint32_t middle;

	if (count < 2) {
		if (count > 0)
			values[0] = low + wt_bits_bounded_from(at, &pos, end - low);
		return pos;
	}
	values[1] = middle = low + 1 + wt_bits_bounded_from(at, &pos, end - low - count + 1);
	values[0] = low + wt_bits_bounded_from(at, &pos, middle - low);
	if (count > 2)
		values[2] = middle + 1 + wt_bits_bounded_from(at, &pos, end - middle - 1);
	return pos;
}

uint64_t
wt_bits_sorted_from(const uint8_t *at, uint64_t pos, uint32_t *values, uint32_t count, uint32_t low,
    uint32_t end)
{
	while (count > 3) {
		uint32_t half = count / 2;
		uint32_t middle = low + half +
		    wt_bits_bounded_from(at, &pos, end - low - count + 1);

		values[half] = middle;
		if (half > 3)
			pos = wt_bits_sorted_from(at, pos, values, half, low, middle);
		else
			pos = get_few(at, pos, values, half, low, middle);
		values += half + 1;
		count -= half + 1;
		low = middle + 1;
	}
	return get_few(at, pos, values, count, low, end);
}

void
wt_bits_sorted(struct wt_bits *r, uint32_t *values, uint32_t count, uint32_t low, uint32_t end)
{
	/* No value takes more than 32 bits. */
	if ((uint64_t)count * 32 <= r->end - r->pos) {
		r->pos = wt_bits_sorted_from(r->at, r->pos, values, count, low, end);
		return;
	}
	while (count > 0) {
		uint32_t half = count / 2;
		uint32_t middle = low + half + wt_bits_bounded(r, end - low - count + 1);

		values[half] = middle;
		if (half > 0)
			wt_bits_sorted(r, values, half, low, middle);
		values += half + 1;
		count -= half + 1;
		low = middle + 1;
	}
}

bool
wt_bits_done(struct wt_bits *r)
{
	unsigned left = (unsigned)(r->end - r->pos);

	return !r->bad && r->end - r->pos < 8 && wt_bits_get(r, left) == 0;
}
