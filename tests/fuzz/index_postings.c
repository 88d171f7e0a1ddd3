/*
 * Lists of postings: whatever the bytes hold, documents rise and stay below their
 * number, positions rise and stay below their bound, and a jump goes where steps go.
 *
 *      input = u8:documents u8:n u8:kind u8:more u8:forms u8:places bytes
 */
#include "tests/fuzz/index_fake.h"

static void
must(int condition)
{
	if (!condition)
		abort();
}

static uint32_t
walk(const struct wt_segment *s, const struct wt_entry *entry, uint32_t target)
{
	const uint32_t *positions;
	uint32_t least = 0, hit = WT_NO_DOC, count;
	struct wt_cursor c;
	int err;

	for (wt_cursor_open(&c, s, entry); c.doc != WT_NO_DOC; wt_cursor_next(&c)) {
		must(c.doc >= least && c.doc < s->docs && c.freq > 0);
		if (c.doc >= target && hit == WT_NO_DOC)
			hit = c.doc;
		least = c.doc + 1;
		wt_cursor_block(&c, c.doc);
		if (c.freq > 5000 || wt_cursor_positions(&c, &positions, &count) != WT_OK)
			continue;
		for (uint32_t i = 1; i < count; i++)
			must(positions[i] > positions[i - 1]);
		must(count == 0 || positions[count - 1] < WT_POSITION_MAX * 8);
	}
	err = c.err;
	wt_cursor_close(&c);
	return err == WT_OK ? hit : WT_NO_DOC - 1;
}

static void
jump(const struct wt_segment *s, const struct wt_entry *entry, uint32_t target, uint32_t hit)
{
	struct wt_cursor c;

	wt_cursor_open(&c, s, entry);
	wt_cursor_seek(&c, target);
	/* Where a walk meets damage a jump may pass it by, or meet it too. */
	must(hit == WT_NO_DOC - 1 || c.doc == hit);
	wt_cursor_close(&c);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct wt_entry entry = { 0 };
	struct fake f;
	uint32_t docs, target, hit;

	if (size < 6)
		return 0;
	docs = 1 + data[0] * 8u;
	fake_open(&f, data, size, docs);
	if (size > docs + 6) {
		fake_section(&f, WT_SEC_EXTENT, size - docs, docs);
		size -= docs;
	}
	entry.docs = 1 + (data[1] * 3u) % docs;
	entry.positions = data[2] % 3 > 0;
	entry.count = entry.docs + data[3];
	entry.forms = entry.positions && data[2] % 3 == 2 ? 1 + data[4] % 5u : 0;
	entry.inside = entry.docs < WT_BLOCK_DOCS;
	entry.at = 6;
	entry.len = size - 6;
	if (!entry.inside) {
		entry.places_len = entry.positions ? entry.len * data[5] / 256 : 0;
		entry.len -= entry.places_len;
	}
	target = data[size / 2] * 8u;
	hit = walk(&f.segment, &entry, target);
	jump(&f.segment, &entry, target, hit);
	fake_close(&f);
	return 0;
}
