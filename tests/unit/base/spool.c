/* spool.c - records put aside are read back, from memory and from disk. */
#include "base/spool.h"
#include "base/err.h"
#include "tests/check.h"
#include "tests/random.h"

#include <stdio.h>

#define RECORDS 30000

/* A record of a number: 0 to 600 bytes, or now and then more than a window. */
static void
make(uint32_t number, struct wt_buf *out)
{
	uint64_t seed = number;
	uint32_t len = random_below(&seed, number % 5000 == 4999 ? 200000 : 600);

	wt_buf_clear(out);
	for (uint32_t i = 0; i < len; i++)
		wt_buf_putc(out, (char)random_next(&seed));
}

static void
test_spool(size_t keep, const char *what)
{
	static uint64_t places[RECORDS];
	struct wt_spool s = { .keep = keep };
	struct wt_buf want = { 0 }, got = { 0 };
	uint64_t at = 0, seed = 3;
	uint32_t wrong = 0;

	for (uint32_t i = 0; i < RECORDS; i++) {
		make(i, &want);
		places[i] = s.size;
		wt_spool_putstring(&s, wt_buf_span(&want));
	}
	CHECK(s.err == WT_OK && s.size > 8000000, "%s: %llu bytes", what, (unsigned long long)s.size);
	for (uint32_t i = 0; i < RECORDS; i++) {
		make(i, &want);
		wrong += at != places[i] || wt_spool_getstring(&s, &at, &got) != WT_OK ||
		    !wt_span_eq(wt_buf_span(&want), wt_buf_span(&got));
	}
	CHECK(wrong == 0 && at == s.size, "%s: in order", what);
	for (uint32_t i = 0; i < 3000; i++) {
		uint32_t number = random_below(&seed, RECORDS);

		make(number, &want);
		at = places[number];
		wrong += wt_spool_getstring(&s, &at, &got) != WT_OK ||
		    !wt_span_eq(wt_buf_span(&want), wt_buf_span(&got));
		/* What is added between reads is there too. */
		if (i % 100 == 0)
			wt_spool_put(&s, "x", 1);
	}
	CHECK(wrong == 0, "%s: in any order", what);
	at = s.size;
	CHECK(wt_spool_get(&s, at - 1, places, 1) == WT_OK && *(char *)places == 'x' &&
	    wt_spool_get(&s, at - 1, places, 2) == WT_EINVAL && wt_spool_get(&s, at + 5, places, 1) == WT_EINVAL &&
	    wt_spool_getstring(&s, &at, &got) == WT_EINVAL && s.err == WT_OK, "%s: not behind the end", what);
	wt_spool_free(&s);
	wt_buf_free(&want);
	wt_buf_free(&got);
}

int
main(void)
{
	struct wt_spool nowhere = { .folder = "/nowhere/at/all", .keep = 100 };
	char bytes[200] = "";

	test_spool((size_t)64 << 20, "in memory");
	test_spool(0, "usual");
	test_spool(1000, "on disk");
	wt_spool_put(&nowhere, bytes, 50);
	CHECK(nowhere.err == WT_OK && wt_spool_get(&nowhere, 0, bytes, 50) == WT_OK, "no file is needed");
	wt_spool_put(&nowhere, bytes, 100);
	CHECK(nowhere.err == WT_ENOENT && wt_spool_get(&nowhere, 0, bytes, 50) == WT_ENOENT,
	    "a folder that is not there");
	wt_spool_free(&nowhere);
	return check_done();
}
