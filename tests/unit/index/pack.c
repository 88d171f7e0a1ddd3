/* Blocks of 128 numbers: sizes by table, round trips, the portable twin, and damage. */
#include "index/pack.h"
#include "tests/check.h"
#include "tests/unit/index/corpus.h"

/* Each row: most numbers are `plain`, `others` of them are `large`; bytes expected. */
static const struct {
	const char *what;
	uint32_t plain, large;
	unsigned others;
	size_t size;
} rows[] = {
	{ "all zero", 0, 0, 0, 1 },
	{ "all one", 1, 0, 0, 17 },
	{ "all 127", 127, 0, 0, 113 },
	{ "all of 32 bits", UINT32_MAX, 0, 0, 513 },
	{ "zeros but one", 0, 1, 1, 3 + 1 + 1 },
	{ "zeros but one of 32 bits", 0, UINT32_MAX, 1, 3 + 1 + 4 },
	{ "ones and three of ten bits", 1, 1000, 3, 3 + 16 + 3 + 4 },
	{ "half and half: no exceptions", 0, 255, 64, 1 + 128 },
	{ "exceptions would not pay", 7, 15, 100, 65 },
};

static void
fill(uint32_t *numbers, uint32_t plain, uint32_t large, unsigned others)
{
	for (unsigned i = 0; i < WT_PACK; i++)
		numbers[i] = plain;
	for (unsigned i = 0; i < others; i++)
		numbers[i * 37 % WT_PACK] = large;
}

static void
test_rows(void)
{
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		uint8_t bytes[WT_PACK_MAX];
		uint32_t numbers[WT_PACK], again[WT_PACK], all;
		size_t size, cut = 0;

		fill(numbers, rows[i].plain, rows[i].large, rows[i].others);
		size = wt_pack(bytes, numbers);
		for (size_t len = 0; len < size; len++)
			cut += wt_unpack(bytes, len, again, &all) != 0;
		CHECK(size == rows[i].size && wt_unpack(bytes, size, again, &all) == size &&
		    memcmp(numbers, again, sizeof again) == 0 && cut == 0 &&
		    (all & (rows[i].plain | rows[i].large)) == (rows[i].plain | rows[i].large),
		    "%s: %u bytes", rows[i].what, (unsigned)size);
	}
}

static void
test_twin(void)
{
	struct random r = { 1 };

	for (unsigned width = 0; width <= 32; width++) {
		uint32_t mask = width == 32 ? UINT32_MAX : ((uint32_t)1 << width) - 1;
		uint8_t fast[WT_PACK_MAX] = { 0 }, plain[WT_PACK_MAX] = { 0 };
		uint32_t numbers[WT_PACK], again[WT_PACK], twin[WT_PACK];

		for (unsigned i = 0; i < WT_PACK; i++)
			numbers[i] = (random_next(&r) << 1 ^ random_next(&r)) & mask;
		wt_pack_lanes(fast, numbers, width);
		wt_pack_lanes_plain(plain, numbers, width);
		wt_unpack_lanes(fast, again, width);
		wt_unpack_lanes_plain(fast, twin, width);
		CHECK(memcmp(fast, plain, sizeof fast) == 0 &&
		    memcmp(numbers, again, sizeof again) == 0 &&
		    memcmp(numbers, twin, sizeof twin) == 0, "the twin at %u bits", width);
	}
}

static void
test_random(void)
{
	struct random r = { 2 };
	unsigned wrong = 0;

	for (unsigned n = 0; n < 5000; n++) {
		uint32_t numbers[WT_PACK], again[WT_PACK], all;
		uint8_t bytes[WT_PACK_MAX + 8];
		unsigned width = random_below(&r, 20), rare = 2 + random_below(&r, 60);
		size_t size;

		for (unsigned i = 0; i < WT_PACK; i++) {
			numbers[i] = random_next(&r) & (((uint32_t)1 << width) - 1);
			if (random_below(&r, rare) == 0)
				numbers[i] = random_next(&r) >> random_below(&r, 31);
		}
		size = wt_pack(bytes, numbers);
		wrong += size > 1 + width * 16 + 128 * 5 ||
		    wt_unpack(bytes, size, again, &all) != size ||
		    memcmp(numbers, again, sizeof again) != 0;
	}
	CHECK(wrong == 0, "random blocks come back: %u did not", wrong);
}

/* Each row: bytes that no writer leaves. */
static void
test_refused(void)
{
	static const struct {
		const char *what;
		uint8_t bytes[8];
		size_t len;
	} bad[] = {
		{ "no bytes", { 0 }, 0 },
		{ "a width of 33", { 33 }, 1 },
		{ "an unknown bit", { 128 }, 1 },
		{ "no exceptions where some are told", { 64, 0, 1 }, 3 },
		{ "128 exceptions", { 64, 128, 1 }, 3 },
		{ "exceptions of no bits", { 64, 1, 0, 5 }, 4 },
		{ "exceptions of 33 bits", { 64, 1, 33, 5, 1, 0, 0, 0 }, 8 },
		{ "an exception past the block", { 64, 1, 1, 128, 1 }, 5 },
		{ "an exception of zero", { 64, 1, 1, 5, 0 }, 5 },
		{ "exceptions that do not rise", { 64, 2, 1, 5, 5, 3 }, 6 },
		{ "spare bits behind the exceptions", { 64, 1, 1, 5, 3 }, 5 },
	};

	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
		uint32_t numbers[WT_PACK], all;

		CHECK(wt_unpack(bad[i].bytes, bad[i].len, numbers, &all) == 0, "refused: %s",
		    bad[i].what);
	}
}

static void
test_gaps(void)
{
	uint32_t numbers[WT_PACK];
	unsigned wrong = 0;

	for (unsigned i = 0; i < WT_PACK; i++)
		numbers[i] = i % 5;
	wt_unpack_gaps(numbers, UINT32_MAX);
	for (uint32_t i = 0, doc = 0; i < WT_PACK; i++, doc++) {
		doc += i % 5;
		wrong += numbers[i] != doc;
	}
	CHECK(wrong == 0, "gaps add up");
}

int
main(void)
{
	test_rows();
	test_twin();
	test_random();
	test_refused();
	test_gaps();
	return check_done();
}
