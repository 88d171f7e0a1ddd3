/*
 * Lists of postings: whatever the bytes hold, documents rise and stay below their
 * number, positions rise and stay below their bound, and a jump goes where steps go.
 *
 * A first bit of the fifth byte asks for the format before.
 *
 *      input = u8:documents u8:n u8:kind u8:more u8:forms u8:places bytes
 */
#include "index/cursor_private.h"
#include "tests/fuzz/index_fake.h"

static void
must(int condition)
{
	if (!condition)
		abort();
}

/* What stands at the first document from the target on. */
struct hit {
	uint32_t doc;           /* WT_NO_DOC - 1: the walk met damage */
	uint32_t count, first, last;    /* positions */
	int sound;              /* jumps into positions lead where steps do */
};

static void
keep(struct hit *h, uint32_t doc, const uint32_t *positions, uint32_t count)
{
	h->doc = doc;
	h->count = count;
	h->first = count > 0 ? positions[0] : 0;
	h->last = count > 0 ? positions[count - 1] : 0;
}

static struct hit
walk(const struct wt_segment *s, const struct wt_entry *entry, uint32_t target)
{
	const uint32_t *positions;
	struct hit hit = { .doc = WT_NO_DOC, .sound = 1 };
	uint32_t least = 0, count;
	struct wt_cursor c;

	for (wt_cursor_open(&c, s, entry); c.doc != WT_NO_DOC; wt_cursor_next(&c)) {
		must(c.doc >= least && c.doc < s->docs);
		if (wt_cursor_freq(&c) == 0) {
			must(c.err != WT_OK && c.doc == WT_NO_DOC);
			break;
		}
		least = c.doc + 1;
		wt_cursor_block(&c, c.doc);
		if (wt_cursor_freq(&c) > 5000 || wt_cursor_positions(&c, &positions, &count) != WT_OK) {
			hit.sound = 0;
			continue;
		}
		hit.sound &= wt_cursor_jumps(&c);
		if (c.doc >= target && hit.doc == WT_NO_DOC)
			keep(&hit, c.doc, positions, count);
		for (uint32_t i = 1; i < count; i++)
			must(positions[i] > positions[i - 1]);
		must(count == 0 || positions[count - 1] < WT_POSITION_MAX * 8);
	}
	if (c.err != WT_OK)
		hit.doc = WT_NO_DOC - 1;
	wt_cursor_close(&c);
	return hit;
}

static void
jump(const struct wt_segment *s, const struct wt_entry *entry, uint32_t target,
    const struct hit *hit)
{
	const uint32_t *positions;
	uint32_t count;
	struct wt_cursor c;

	wt_cursor_open(&c, s, entry);
	wt_cursor_seek(&c, target);
	/* Where a walk meets damage a jump may pass it by, or meet it too. */
	if (hit->doc != WT_NO_DOC - 1 && hit->sound) {
		must(c.doc == hit->doc);
		must(wt_cursor_positions(&c, &positions, &count) == WT_OK && count == hit->count);
		must(count == 0 || (positions[0] == hit->first &&
		    positions[count - 1] == hit->last));
	}
	wt_cursor_close(&c);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct wt_entry entry = { 0 };
	struct fake f;
	uint32_t docs, target;
	struct hit hit;

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
	f.segment.version = data[4] < 128 ? WT_FORMAT_VERSION : WT_FORMAT_OLDEST;
	hit = walk(&f.segment, &entry, target);
	jump(&f.segment, &entry, target, &hit);
	fake_close(&f);
	return 0;
}
