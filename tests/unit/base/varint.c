/* Varints: round trips, and the spellings that must be refused. */
#include "base/varint.h"
#include "tests/check.h"

int
main(void)
{
	static const uint64_t values[] = { 0, 1, 127, 128, 16383, 16384, UINT32_MAX,
	    (uint64_t)UINT32_MAX + 1, UINT64_MAX };
	static const struct {
		const char *what;
		uint8_t bytes[11];
		size_t len;
	} bad[] = {
		{ "no bytes", { 0 }, 0 },
		{ "an end inside", { 0x80 }, 1 },
		{ "a spare byte", { 0x80, 0 }, 2 },
		{ "more than 64 bits", { 255, 255, 255, 255, 255, 255, 255, 255, 255, 2 }, 10 },
		{ "eleven bytes", { 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1 }, 11 },
	};
	uint8_t bytes[WT_VARINT_MAX];

	for (size_t i = 0; i < sizeof values / sizeof values[0]; i++) {
		const uint8_t *at = bytes;
		uint64_t value = 0;
		uint32_t narrow = 0;
		size_t len = wt_varint_put(bytes, values[i]);

		CHECK(wt_varint_get64(&at, bytes + len, &value) && value == values[i] &&
		    at == bytes + len, "round trip of %llu", (unsigned long long)values[i]);
		at = bytes;
		CHECK(wt_varint_get(&at, bytes + len, &narrow) == (values[i] <= UINT32_MAX),
		    "32 bits of %llu", (unsigned long long)values[i]);
	}
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
		const uint8_t *at = bad[i].bytes;
		uint64_t value;

		CHECK(!wt_varint_get64(&at, bad[i].bytes + bad[i].len, &value) &&
		    at == bad[i].bytes, "refused: %s", bad[i].what);
	}
	return check_done();
}
