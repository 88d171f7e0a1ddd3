/* Arenas: alignment, bytes that stay, sizes that cannot be, and reuse. */
#include "base/arena.h"
#include "base/err.h"
#include "tests/check.h"

#include <stdint.h>

static void
check_pieces(void)
{
	struct wt_arena a = { 0 };
	uint8_t *pieces[300];
	bool aligned = true, kept = true;

	for (size_t i = 0; i < 300; i++) {
		pieces[i] = wt_arena_alloc(&a, i * 7);
		aligned = aligned && pieces[i] != NULL &&
		    (uintptr_t)pieces[i] % _Alignof(max_align_t) == 0;
		memset(pieces[i], (int)i & 0xff, i * 7);
	}
	for (size_t i = 0; i < 300; i++)
		for (size_t k = 0; k < i * 7; k++)
			kept = kept && pieces[i][k] == (uint8_t)i;
	CHECK(aligned, "every piece is aligned");
	CHECK(kept, "no piece lies over another");
	CHECK(wt_arena_alloc(&a, (size_t)1 << 22) != NULL, "a piece larger than any block so far");
	CHECK(wt_arena_size(&a) > ((size_t)1 << 22) + 300 * 299 * 7 / 2 && wt_arena_size(&a) < (size_t)8 << 20,
	    "the memory of all pieces");
	wt_arena_reset(&a);
	CHECK(a.err == WT_OK && wt_arena_alloc(&a, 1) != NULL, "an arena goes on after a reset");
	wt_arena_free(&a);
	CHECK(wt_arena_size(&a) == 0 && a.first == NULL && wt_arena_alloc(&a, 1) != NULL, "and after a free");
	wt_arena_free(&a);
	wt_arena_free(&a);
}

static void
check_strings(void)
{
	struct wt_arena a = { 0 };
	struct wt_span s = wt_arena_copy(&a, wt_span_make("a\0b", 3));
	uint32_t *zeroed;
	bool zero = true;

	CHECK(wt_span_eq(s, wt_span_make("a\0b", 3)) && s.at[3] == '\0', "a copy ends with NUL");
	s = wt_arena_copy(&a, wt_span_make(NULL, 0));
	CHECK(s.len == 0 && s.at[0] == '\0', "a copy of nothing");
	s = wt_arena_printf(&a, "%s-%d", "ID", 36);
	CHECK(wt_span_is(s, "ID-36") && s.at[5] == '\0', "a formatted string");
	s = WT_ARENA_JOIN(&a, WT_SPAN("ID"), wt_span_make(NULL, 0), WT_SPAN("."), WT_SPAN("36"));
	CHECK(wt_span_is(s, "ID.36") && s.at[5] == '\0', "joined strings, one of them empty");
	memset(wt_arena_alloc(&a, 4096), 0xff, 4096);
	wt_arena_reset(&a);
	zeroed = wt_arena_array(&a, 1024, sizeof *zeroed);
	for (int i = 0; i < 1024; i++)
		zero = zero && zeroed[i] == 0;
	CHECK(zero, "an array is zeroed, also over old bytes");
	CHECK(wt_arena_array(&a, 0, 8) != NULL && wt_arena_array(&a, 8, 0) != NULL,
	    "an array of nothing");
	wt_arena_free(&a);
}

static void
check_limits(void)
{
	static const struct { const char *what; size_t count, size; } rows[] = {
		{ "more than half of all memory", 1, SIZE_MAX / 2 },
		{ "more than there is an address for", 1, SIZE_MAX },
		{ "a product that wraps around", SIZE_MAX / 8 + 2, 8 },
		{ "a product just too large", SIZE_MAX / 4, 2 },
	};
	struct wt_arena a = { 0 };

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		CHECK(wt_arena_array(&a, rows[i].count, rows[i].size) == NULL &&
		    a.err == WT_ENOMEM, "%s",
		    rows[i].what);
		CHECK(wt_arena_alloc(&a, 1) == NULL && wt_arena_copy(&a, WT_SPAN("x")).len == 0 &&
		    wt_arena_printf(&a, "x").len == 0 && WT_ARENA_JOIN(&a, WT_SPAN("x")).len == 0, "the error stays: %s", rows[i].what);
		wt_arena_reset(&a);
	}
	CHECK(wt_arena_alloc(&a, SIZE_MAX - 3) == NULL && a.err == WT_ENOMEM,
	    "a size that rounds up past the end sets the error");
	wt_arena_free(&a);
}

int
main(void)
{
	check_pieces();
	check_strings();
	check_limits();
	return check_done();
}
