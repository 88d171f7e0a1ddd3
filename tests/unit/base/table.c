/* Interning: numbers in order of appearance, found again, forgotten together. */
#include "base/err.h"
#include "base/table.h"
#include "tests/check.h"

#include <stdio.h>

#define MANY 20000

static struct wt_span
key_of(uint32_t i, char *bytes, size_t size)
{
	return wt_span_make(bytes, (size_t)snprintf(bytes, size, "kata%u", i));
}

int
main(void)
{
	struct wt_table t = { 0 };
	char bytes[32];
	uint32_t id;
	bool ok = true;

	CHECK(wt_table_find(&t, WT_SPAN("a")) == WT_NO_ID, "an empty table finds nothing");
	wt_table_clear(&t);
	CHECK(t.count == 0, "an empty table can be cleared");
	for (uint32_t i = 0; i < MANY; i++)
		ok = ok && wt_table_intern(&t, key_of(i, bytes, sizeof bytes), &id) == WT_OK &&
		    id == i;
	CHECK(ok && t.count == MANY, "new keys get the next numbers");
	for (uint32_t i = 0; i < MANY; i++) {
		struct wt_span key = key_of(i, bytes, sizeof bytes);

		ok = ok && wt_table_intern(&t, key, &id) == WT_OK && id == i &&
		    wt_table_find(&t, key) == i && wt_span_eq(t.keys[i], key);
	}
	CHECK(ok && t.count == MANY, "known keys keep theirs, whatever grew since");
	CHECK(wt_table_find(&t, WT_SPAN("kata")) == WT_NO_ID &&
	    wt_table_find(&t, WT_SPAN("kata20000")) == WT_NO_ID,
	    "a front and a neighbour are other keys");
	CHECK(wt_table_intern(&t, wt_span_make(NULL, 0), &id) == WT_OK && id == MANY &&
	    wt_table_find(&t, WT_SPAN("")) == MANY, "the empty key is a key");
	CHECK(wt_table_intern(&t, wt_span_make("a\0", 2), &id) == WT_OK && id == MANY + 1 &&
	    wt_table_find(&t, WT_SPAN("a")) == WT_NO_ID, "NUL is a byte of a key");
	wt_table_clear(&t);
	CHECK(t.count == 0 && wt_table_find(&t, WT_SPAN("kata7")) == WT_NO_ID, "cleared");
	CHECK(wt_table_intern(&t, WT_SPAN("kata7"), &id) == WT_OK && id == 0,
	    "numbers begin again");
	wt_table_free(&t);
	CHECK(wt_table_find(&t, WT_SPAN("kata7")) == WT_NO_ID, "freed");
	wt_table_free(&t);
	return check_done();
}
