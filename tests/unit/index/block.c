/* Parts of long lists: the table of skips, documents of a block, jumps into positions. */
#include "index/block.h"
#include "index/pack.h"
#include "tests/check.h"
#include "tests/unit/index/corpus.h"

/* Each row: every `step`th document from `from` on, above `before`; bytes expected. */
static const struct {
	const char *what;
	uint32_t least, from, step;
	size_t size;
} rows[] = {
	{ "all documents", 0, 0, 1, 1 },
	{ "every second", 0, 0, 2, 17 },
	{ "all but a few", 0, 3, 1, 3 + 1 + 1 },
	{ "every third", 0, 2, 3, 33 },
	{ "far away", 1000000, 3000000, 1, 3 + 1 + 3 },
};

static void
test_rows(void)
{
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		uint32_t docs[WT_PACK], again[WT_PACK];
		uint8_t bytes[WT_PACK_MAX + 8] = { 0 };
		uint32_t last;
		size_t size;

		for (uint32_t k = 0; k < WT_PACK; k++)
			docs[k] = rows[i].from + k * rows[i].step;
		last = docs[WT_PACK - 1];
		size = wt_docs_pack(bytes, docs, rows[i].least);
		CHECK(size == rows[i].size &&
		    wt_docs_unpack(bytes, size, rows[i].least - 1, last, again) == size &&
		    memcmp(docs, again, sizeof docs) == 0, "%s: %u bytes", rows[i].what,
		    (unsigned)size);
		CHECK(wt_docs_unpack(bytes, size, rows[i].least - 1, last + 1, again) == 0,
		    "%s: another last document is damage", rows[i].what);
	}
}

/* Documents of all densities: what is read is what was written, by bits or by gaps. */
static void
test_random(void)
{
	struct random r = { 7 };
	unsigned wrong = 0, sets = 0;

	for (unsigned n = 0; n < 3000; n++) {
		uint32_t docs[WT_PACK], again[WT_PACK], least = random_below(&r, 1 << 20), bits;
		uint8_t bytes[WT_PACK_MAX + 8];
		size_t size;

		docs[0] = least + random_below(&r, 5);
		for (uint32_t i = 1; i < WT_PACK; i++)
			docs[i] = docs[i - 1] + 1 + random_below(&r, 2) *
			    random_below(&r, 1 + n % 12);
		bits = docs[WT_PACK - 1] - least + 1;
		size = wt_docs_pack(bytes, docs, least);
		if (bytes[0] == WT_SET_HEAD) {
			sets++;
			wrong += wt_set_size(bytes, size + 1, bits) != size ||
			    wt_set_size(bytes, size, bits + 8) != 0 ||
			    wt_set_size(bytes, size, bits - 1) == size ||
			    !wt_set_unpack(bytes + 1, bits, least, again);
			for (uint32_t i = 1; i < WT_PACK; i++)
				wrong += wt_set_next(bytes + 1, docs[i - 1] - least + 1) !=
				    docs[i] - least;
		} else {
			wrong += wt_docs_unpack(bytes, size, least - 1, docs[WT_PACK - 1],
			    again) != size;
		}
		wrong += memcmp(docs, again, sizeof docs) != 0;
	}
	CHECK(wrong == 0, "blocks of documents come back: %u did not", wrong);
	CHECK(sets > 500 && sets < 2500, "some are bitmaps: %u", sets);
}

static void
test_refused(void)
{
	uint8_t set[40] = { WT_SET_HEAD };
	uint32_t docs[WT_PACK];

	memset(set + 1, 0xff, 16);
	CHECK(wt_set_size(set, 18, 128) == 17 && wt_set_unpack(set + 1, 128, 5, docs) &&
	    docs[0] == 5 && docs[127] == 132, "128 bits");
	CHECK(wt_set_size(set, 16, 128) == 0, "a bitmap cut short");
	CHECK(wt_set_size(set, 18, 127) == 0, "fewer bits than documents");
	CHECK(wt_set_size(set, 18, 129) == 0, "no bit for the last document");
	set[17] = 1;
	CHECK(wt_set_size(set, 18, 129) == 18, "129 bits");
	CHECK(!wt_set_unpack(set + 1, 129, 0, docs), "a document too many");
	set[1] = 0xfe;
	CHECK(wt_set_unpack(set + 1, 129, 0, docs) && docs[0] == 1, "one that is not there");
	set[1] = 0xfc;
	CHECK(!wt_set_unpack(set + 1, 129, 0, docs), "a document too few");
	set[17] = 3;
	CHECK(wt_set_size(set, 19, 129) == 0, "a bit behind the last");
}

/* Each row: a list, and what its table takes. */
static void
test_skips(void)
{
	static const struct {
		const char *what;
		uint32_t version, docs, full;
		uint64_t list, places, size;
		bool flag, fits;
	} tables[] = {
		{ "bits", 2, 1000, 8, 100, 200, 10 + 7 + 8 + 8, false, true },
		{ "bits that end in a byte", 2, 1000, 3, 100, 200, 4 + 3 + 3 + 3, false, true },
		{ "a flag", 2, 1000, 8, 100, 0, 10 + 7, true, true },
		{ "the bytes of version 1", 1, 1000, 8, 100, 200, 16 + 8 + 8 + 8, false, true },
		{ "the longest", 2, 1000, 8, (uint64_t)1 << 55, 1, 10 + 56 + 1 + 8, false, true },
		{ "too long a list", 2, 1000, 8, (uint64_t)1 << 56, 1, 0, false, false },
		{ "places too long", 2, 1000, 8, 1, (uint64_t)1 << 60, 0, false, false },
	};

	for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++) {
		struct wt_skip_table k;
		bool fits = wt_skip_table_lay(&k, tables[i].version, tables[i].docs, tables[i].full,
		    tables[i].list, tables[i].places, tables[i].flag);

		CHECK(fits == tables[i].fits && (!fits || k.size == tables[i].size), "%s: %u bytes",
		    tables[i].what, (unsigned)k.size);
	}
}

static void
test_jumps(void)
{
	struct wt_jumps j;
	uint32_t freqs[WT_PACK];

	for (uint32_t i = 0; i < WT_PACK; i++)
		freqs[i] = 1;
	wt_jumps_expect(&j, freqs, 128);
	CHECK(wt_jumps_at(&j, 0) == 128 && wt_jumps_at(&j, 6) == 112 * 8, "a byte each");
	freqs[0] = 129;
	wt_jumps_expect(&j, freqs, 256);
	CHECK(wt_jumps_at(&j, 0) == 144 * 8 && wt_jumps_at(&j, 6) == 240 * 8, "one has half of all");
	wt_jumps_expect(&j, freqs, 100);
	CHECK(wt_jumps_at(&j, 3) == 192 * 800 / 256, "less than half a byte each");
}

int
main(void)
{
	test_rows();
	test_random();
	test_refused();
	test_skips();
	test_jumps();
	return check_done();
}
