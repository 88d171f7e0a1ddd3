/*
 * buf.h - bytes that grow, with a sticky error; and arrays that grow.
 *
 * A zeroed struct is an empty buffer.  When memory runs out `err` becomes
 * WT_ENOMEM and every later call does nothing, so that a writer checks once.
 */
#ifndef WT_BASE_BUF_H
#define WT_BASE_BUF_H

#include "base/span.h"

#include <stdint.h>

struct wt_buf {
	char *at;               /* owned; not ended by NUL */
	size_t len, cap;
	int err;                /* WT_OK or the first error */
};

void wt_buf_free(struct wt_buf *b);

/* Forget the bytes and the error, keep the memory. */
void wt_buf_clear(struct wt_buf *b);

/* Room for `more` bytes behind the last, or NULL; `len` does not change. */
char *wt_buf_room(struct wt_buf *b, size_t more);

void wt_buf_put(struct wt_buf *b, const void *bytes, size_t len);
void wt_buf_putspan(struct wt_buf *b, struct wt_span s);
void wt_buf_puts(struct wt_buf *b, const char *string);
void wt_buf_putc(struct wt_buf *b, char c);
void wt_buf_put32(struct wt_buf *b, uint32_t value);
void wt_buf_put64(struct wt_buf *b, uint64_t value);
void wt_buf_printf(struct wt_buf *b, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* A varint (base/varint.h) of a value; a varint of the length and then bytes. */
void wt_buf_putvarint(struct wt_buf *b, uint64_t value);
void wt_buf_putstring(struct wt_buf *b, struct wt_span s);

static inline struct wt_span
wt_buf_span(const struct wt_buf *b)
{
	return wt_span_make(b->at, b->len);
}

/*
 * Make an array of `size`-byte items hold `need` of them: the array, perhaps
 * moved, with *cap raised, or NULL, when the old one still stands.  Use:
 *
 *      if ((p = wt_grow(v->items, &v->cap, v->n + 1, sizeof *p)) == NULL)
 *              return WT_ENOMEM;
 *      v->items = p;
 */
void *wt_grow(void *items, size_t *cap, size_t need, size_t size);

#endif
