/*
 * Blocks of 128 numbers: numbers come back as they were, by the fast code and by its
 * portable twin; bytes are refused or stand for numbers that give the same numbers again.
 */
#include "index/pack.h"
#include "tests/fuzz/index_fake.h"

static void
must(int condition)
{
	if (!condition)
		abort();
}

static void
check_numbers(const uint32_t *numbers)
{
	uint8_t bytes[WT_PACK_MAX * 2] = { 0 }, plain[WT_PACK_MAX] = { 0 };
	uint32_t again[WT_PACK], all;
	size_t len = wt_pack(bytes, numbers);

	must(len <= WT_PACK_MAX && wt_unpack(bytes, len, again, &all) == len);
	must(memcmp(numbers, again, sizeof again) == 0);
	must(len == 0 || wt_unpack(bytes, len - 1, again, &all) == 0);
	for (unsigned width = 0; width <= 32; width++) {
		uint32_t low[WT_PACK];

		for (unsigned i = 0; i < WT_PACK; i++)
			low[i] = width == 32 ? numbers[i] :
			    numbers[i] & (((uint32_t)1 << width) - 1);
		wt_pack_lanes(bytes, low, width);
		wt_pack_lanes_plain(plain, low, width);
		must(memcmp(bytes, plain, width * 16) == 0);
		wt_unpack_lanes(plain, again, width);
		must(memcmp(low, again, sizeof low) == 0);
		wt_unpack_lanes_plain(plain, again, width);
		must(memcmp(low, again, sizeof low) == 0);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	uint32_t numbers[WT_PACK] = { 0 }, all;
	size_t used = size < sizeof numbers ? size : sizeof numbers;

	for (size_t i = 0; i < used; i++)
		numbers[i / 4] |= (uint32_t)data[i] << i % 4 * 8;
	check_numbers(numbers);
	/* Small numbers with few large ones are what blocks mostly hold. */
	for (size_t i = 0; i < WT_PACK; i++)
		numbers[i] = i >= size ? 0 :
		    data[i] < 250 ? data[i] % 16 : (uint32_t)data[i] << 12;
	check_numbers(numbers);
	if (wt_unpack(data, size, numbers, &all) > 0)
		check_numbers(numbers);
	return 0;
}
