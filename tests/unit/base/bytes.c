/* Numbers of files: little-endian at any address, every byte in its place. */
#include "base/bytes.h"
#include "tests/check.h"

#include <stdbool.h>

int
main(void)
{
	static const uint64_t values[] = { 0, 1, 0xff, 0x100, 0x8000, UINT16_MAX, UINT32_MAX,
	    UINT64_C(0x0102030405060708), UINT64_C(0x8000000000000000), UINT64_MAX };
	static const uint8_t order[8] = { 8, 7, 6, 5, 4, 3, 2, 1 };
	uint8_t bytes[24];

	for (size_t i = 0; i < sizeof values / sizeof values[0]; i++) {
		for (size_t at = 0; at < 8; at++) {
			bool ok;

			memset(bytes, 0xaa, sizeof bytes);
			wt_set64(bytes + at + 1, values[i]);
			ok = wt_get64(bytes + at + 1) == values[i] && bytes[at] == 0xaa &&
			    bytes[at + 9] == 0xaa;
			memset(bytes, 0xaa, sizeof bytes);
			wt_set32(bytes + at + 1, (uint32_t)values[i]);
			ok = ok && wt_get32(bytes + at + 1) == (uint32_t)values[i] &&
			    bytes[at] == 0xaa &&
			    bytes[at + 5] == 0xaa;
			memset(bytes, 0xaa, sizeof bytes);
			wt_set16(bytes + at + 1, (uint16_t)values[i]);
			ok = ok && wt_get16(bytes + at + 1) == (uint16_t)values[i] &&
			    bytes[at] == 0xaa &&
			    bytes[at + 3] == 0xaa;
			CHECK(ok, "value %zu at address %zu", i, at + 1);
		}
	}
	wt_set64(bytes, UINT64_C(0x0102030405060708));
	CHECK(memcmp(bytes, order, 8) == 0, "the lowest byte first, 64 bits");
	wt_set32(bytes, 0x05060708);
	CHECK(memcmp(bytes, order, 4) == 0, "the lowest byte first, 32 bits");
	wt_set16(bytes, 0x0708);
	CHECK(memcmp(bytes, order, 2) == 0, "the lowest byte first, 16 bits");
	return check_done();
}
