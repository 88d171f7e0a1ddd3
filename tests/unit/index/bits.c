/* Streams of bits: each code by table and by round trip, and what happens at the end. */
#include "index/bits.h"
#include "index/format.h"
#include "tests/check.h"
#include "tests/unit/index/corpus.h"

/* Bits a value takes. */
static size_t
bits_of(const struct wt_bits_out *w)
{
	return w->len * 8 + w->fill;
}

static void
test_codes(void)
{
	static const struct {
		const char *what;
		uint32_t value, range;  /* range 0: gamma */
		size_t bits;
	} rows[] = {
		{ "0 of 1", 0, 1, 0 }, { "0 of 2", 0, 2, 1 }, { "1 of 2", 1, 2, 1 },
		{ "0 of 3", 0, 3, 1 }, { "1 of 3", 1, 3, 2 }, { "2 of 3", 2, 3, 2 },
		{ "2 of 5", 2, 5, 2 }, { "3 of 5", 3, 5, 3 },
		{ "the last of 2^31", ((uint32_t)1 << 31) - 1, (uint32_t)1 << 31, 31 },
		{ "gamma of 1", 1, 0, 1 }, { "gamma of 2", 2, 0, 3 }, { "gamma of 7", 7, 0, 5 },
		{ "gamma of 2^32 - 1", UINT32_MAX, 0, 63 },
	};

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct wt_bits_out w = { 0 };
		uint8_t bytes[32] = { 0 };
		struct wt_bits r;
		uint32_t value;
		size_t bits;

		if (rows[i].range > 0)
			wt_bits_put_bounded(&w, rows[i].value, rows[i].range);
		else
			wt_bits_put_gamma(&w, rows[i].value);
		bits = bits_of(&w);
		wt_bits_align(&w);
		memcpy(bytes, w.len == 0 ? bytes : w.at, w.len);
		r = wt_bits_make(bytes, w.len);
		value = rows[i].range > 0 ? wt_bits_bounded(&r, rows[i].range) :
		    wt_bits_gamma(&r);
		CHECK(bits == rows[i].bits && value == rows[i].value && wt_bits_done(&r),
		    "%s: %u bits", rows[i].what, (unsigned)bits);
		wt_bits_free(&w);
	}
}

static uint32_t
pick_sorted(struct random *r, uint32_t *values, uint32_t low, uint32_t end)
{
	uint32_t count = 0, step = 1 + random_below(r, 50);

	for (uint32_t v = low + random_below(r, step); v < end && count < 300;
	    v += 1 + random_below(r, step))
		values[count++] = v;
	return count;
}

static void
test_sorted(void)
{
	struct random r = { 4 };
	unsigned wrong = 0, cut = 0;

	for (unsigned n = 0; n < 3000; n++) {
		uint32_t low = random_below(&r, 1000), end = low + 1 + random_below(&r, 3000);
		uint32_t values[300], again[300] = { 0 };
		uint32_t count = pick_sorted(&r, values, low, end);
		struct wt_bits_out w = { 0 };
		uint8_t bytes[4096] = { 0 };
		struct wt_bits in;

		wt_bits_put_sorted(&w, values, count, low, end);
		wt_bits_align(&w);
		memcpy(bytes, w.len == 0 ? bytes : w.at, w.len);
		in = wt_bits_make(bytes, w.len);
		wt_bits_sorted(&in, again, count, low, end);
		wrong += memcmp(values, again, count * sizeof *values) != 0 || !wt_bits_done(&in);
		if (w.len > 1) {
			in = wt_bits_make(bytes, w.len / 2);
			wt_bits_sorted(&in, again, count, low, end);
			/* What is read past the end still rises and stays below the end. */
			for (uint32_t i = 0; i < count; i++)
				cut += again[i] >= end || (i > 0 && again[i] <= again[i - 1]);
			cut += !in.bad;
		}
		wt_bits_free(&w);
	}
	CHECK(wrong == 0, "sorted values come back: %u did not", wrong);
	CHECK(cut == 0, "values past the end are noticed: %u were not", cut);
}

static void
test_packed(void)
{
	unsigned wrong = 0;

	for (unsigned width = 0; width <= 40; width += 5) {
		struct wt_bits_out w = { 0 };
		uint8_t bytes[600] = { 0 };

		for (uint64_t i = 0; i < 100; i++)
			wt_bits_put64(&w, (i * 0x9e3779b97f4a7c15u) &
			    (((uint64_t)1 << width) - 1), width);
		wt_bits_align(&w);
		memcpy(bytes, w.len == 0 ? bytes : w.at, w.len);
		for (uint64_t i = 0; i < 100; i++)
			wrong += wt_packed_get64(bytes, i, width) !=
			    ((i * 0x9e3779b97f4a7c15u) & (((uint64_t)1 << width) - 1));
		wrong += w.len != wt_packed_size(100, width);
		wt_bits_free(&w);
	}
	CHECK(wrong == 0, "packed arrays");
}

static void
test_norms(void)
{
	unsigned wrong = 0;

	for (unsigned i = 0; i < 255; i++)
		wrong += wt_norm_value((uint8_t)i) >= wt_norm_value((uint8_t)(i + 1));
	for (uint32_t length = 0; length < 3000000; length += 1 + length / 50) {
		uint32_t low = wt_norm_value(wt_norm_floor(length));
		uint32_t high = wt_norm_value(wt_norm_ceil(length));
		uint32_t near = wt_norm_value(wt_norm_near(length));

		wrong += low > length || high < length || (near != low && near != high) ||
		    (length < 16 && near != length) ||
		    (near > length ? near - length : length - near) > length / 8;
	}
	CHECK(wrong == 0, "the scale of lengths");
	CHECK(wt_width(0) == 0 && wt_width(1) == 1 && wt_width(255) == 8 && wt_width(256) == 9 &&
	    wt_width_bytes(0) == 1 && wt_width_bytes(255) == 1 && wt_width_bytes(256) == 2,
	    "widths");
}

int
main(void)
{
	test_codes();
	test_sorted();
	test_packed();
	test_norms();
	return check_done();
}
