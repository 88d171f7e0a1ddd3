/* Buffers and arrays that grow: what is written, and the error that stays. */
#include "base/buf.h"
#include "base/err.h"
#include "tests/check.h"

#include <stdlib.h>

static void
check_writes(void)
{
	struct wt_buf b = { 0 };
	bool ok = true;

	wt_buf_puts(&b, "ab");
	wt_buf_putc(&b, 'c');
	wt_buf_putspan(&b, WT_SPAN("de"));
	wt_buf_put(&b, NULL, 0);
	wt_buf_printf(&b, "%d-%s", 7, "x");
	CHECK(wt_span_is(wt_buf_span(&b), "abcde7-x") && b.err == WT_OK, "text");
	wt_buf_clear(&b);
	wt_buf_put32(&b, 0x04030201);
	wt_buf_put64(&b, UINT64_C(0x0807060504030201));
	wt_buf_putvarint(&b, 300);
	wt_buf_putstring(&b, WT_SPAN("hi"));
	CHECK(wt_span_eq(wt_buf_span(&b),
	    wt_span_make("\1\2\3\4\1\2\3\4\5\6\7\x08\xac\x02\x02hi", 17)),
	    "numbers and strings");
	wt_buf_clear(&b);
	for (int i = 0; i < 100000; i++)
		wt_buf_putc(&b, (char)(i % 251));
	for (int i = 0; i < 100000; i++)
		ok = ok && b.at[i] == (char)(i % 251);
	CHECK(ok && b.len == 100000, "what is written stays when the buffer moves");
	wt_buf_free(&b);
	CHECK(b.at == NULL && b.len == 0 && b.cap == 0, "free leaves an empty buffer");
	wt_buf_puts(&b, "again");
	CHECK(wt_span_is(wt_buf_span(&b), "again"), "and it can be used again");
	wt_buf_free(&b);
}

static void
check_room(void)
{
	struct wt_buf b = { 0 };
	char *room = wt_buf_room(&b, 0);

	CHECK(room != NULL && b.len == 0, "room for nothing is there");
	room = wt_buf_room(&b, 1000);
	CHECK(room != NULL && b.cap >= 1000 && b.len == 0, "room does not change the length");
	CHECK(wt_buf_room(&b, SIZE_MAX) == NULL && b.err == WT_ENOMEM, "no room for everything");
	wt_buf_puts(&b, "x");
	wt_buf_printf(&b, "%s", "x");
	CHECK(b.len == 0 && wt_buf_room(&b, 1) == NULL, "the error stays, and nothing is written");
	wt_buf_clear(&b);
	wt_buf_puts(&b, "x");
	CHECK(b.len == 1 && b.err == WT_OK, "clear forgets the error");
	wt_buf_puts(&b, "y");
	CHECK(wt_buf_room(&b, SIZE_MAX - 1) == NULL && b.err == WT_ENOMEM && b.len == 2,
	    "a sum that would wrap around is refused");
	wt_buf_free(&b);
}

static void
check_grow(void)
{
	size_t cap = 0;
	uint32_t *items = NULL, *grown;
	bool ok = true;

	for (uint32_t n = 0; n < 10000; n++) {
		grown = wt_grow(items, &cap, n + 1, sizeof *items);
		if (grown == NULL || cap < n + 1)
			break;
		items = grown;
		items[n] = n;
	}
	for (uint32_t n = 0; n < 10000; n++)
		ok = ok && items[n] == n;
	CHECK(ok, "an array keeps its items");
	CHECK(wt_grow(items, &cap, 5, sizeof *items) == items, "enough is enough");
	CHECK(wt_grow(items, &cap, SIZE_MAX / 2, sizeof *items) == NULL && items[9999] == 9999 &&
	    cap >= 10000, "what cannot be had leaves the old array");
	free(items);
}

int
main(void)
{
	check_writes();
	check_room();
	check_grow();
	return check_done();
}
