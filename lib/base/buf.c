/* buf.c - growth by doubling, behind buf.h. */
#include "base/buf.h"
#include "base/bytes.h"
#include "base/err.h"
#include "base/varint.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

void
wt_buf_free(struct wt_buf *b)
{
	free(b->at);
	*b = (struct wt_buf){ 0 };
}

void
wt_buf_clear(struct wt_buf *b)
{
	b->len = 0;
	b->err = WT_OK;
}

char *
wt_buf_room(struct wt_buf *b, size_t more)
{
	char *at;

	if (b->err != WT_OK)
		return NULL;
	if (b->cap - b->len >= more && b->at != NULL)
		return b->at + b->len;
	if (more > SIZE_MAX / 4 - b->len ||
	    (at = wt_grow(b->at, &b->cap, b->len + more, 1)) == NULL) {
		b->err = WT_ENOMEM;
		return NULL;
	}
	b->at = at;
	return b->at + b->len;
}

void
wt_buf_put(struct wt_buf *b, const void *bytes, size_t len)
{
	char *room;

	if (len == 0)
		return;
	room = wt_buf_room(b, len);
	if (room != NULL) {
		memcpy(room, bytes, len);
		b->len += len;
	}
}

void
wt_buf_putspan(struct wt_buf *b, struct wt_span s)
{
	wt_buf_put(b, s.at, s.len);
}

void
wt_buf_puts(struct wt_buf *b, const char *string)
{
	wt_buf_put(b, string, strlen(string));
}

void
wt_buf_putc(struct wt_buf *b, char c)
{
	wt_buf_put(b, &c, 1);
}

void
wt_buf_put32(struct wt_buf *b, uint32_t value)
{
	uint8_t bytes[4];

	wt_set32(bytes, value);
	wt_buf_put(b, bytes, sizeof bytes);
}

void
wt_buf_put64(struct wt_buf *b, uint64_t value)
{
	uint8_t bytes[8];

	wt_set64(bytes, value);
	wt_buf_put(b, bytes, sizeof bytes);
}

void
wt_buf_printf(struct wt_buf *b, const char *format, ...)
{
	va_list args, again;
	char *room;
	int len;

	va_start(args, format);
	va_copy(again, args);
	len = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (len >= 0 && (room = wt_buf_room(b, (size_t)len + 1)) != NULL) {
		vsnprintf(room, (size_t)len + 1, format, again);
		b->len += (size_t)len;
	}
	va_end(again);
}

void
wt_buf_putvarint(struct wt_buf *b, uint64_t value)
{
	uint8_t bytes[WT_VARINT_MAX];

	wt_buf_put(b, bytes, wt_varint_put(bytes, value));
}

void
wt_buf_putstring(struct wt_buf *b, struct wt_span s)
{
	wt_buf_putvarint(b, s.len);
	wt_buf_putspan(b, s);
}

void *
wt_grow(void *items, size_t *cap, size_t need, size_t size)
{
	size_t next = *cap < 8 ? 8 : *cap;
	void *grown;

	if (need <= *cap && items != NULL)
		return items;
	while (next < need) {
		if (next > SIZE_MAX / 2 / size)
			return NULL;
		next *= 2;
	}
	grown = realloc(items, next * size);
	if (grown != NULL)
		*cap = next;
	return grown;
}
