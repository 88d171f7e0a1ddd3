/*
 * Blocks of the dictionary: whatever the bytes hold, a walk ends, terms have at most
 * their length, and entries point into the segment.
 *
 *      input = u8:entries u8:start of a second block bytes
 */
#include "tests/fuzz/index_fake.h"

#include "base/bytes.h"

#define HEAD 64u

static void
must(int condition)
{
	if (!condition)
		abort();
}

static void
walk(const struct wt_segment *s, struct wt_span from)
{
	struct wt_entry entry;
	struct wt_terms t;
	uint64_t count = 0;

	for (wt_terms_open(&t, s, from); !t.end; wt_terms_next(&t)) {
		must(t.term.len <= WT_TERM_MAX && count++ < s->terms);
		must(t.entry.docs > 0 && t.entry.docs <= s->docs);
		must(t.entry.form || t.entry.at <= s->size);
		must(!t.entry.inside || t.entry.at + t.entry.len <= s->size);
		if (t.entry.form)
			wt_term_by_number(s, t.entry.at, &entry);
	}
	wt_term_find(s, from, &entry);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	uint8_t *bytes;
	struct fake f;
	size_t second;

	if (size < 3)
		return 0;
	/* A directory of one or two blocks, then the blocks. */
	bytes = calloc(1, HEAD + size);
	second = data[1];
	wt_set32(bytes, data[0] > WT_TERM_BLOCK ? 2 : 1);
	wt_set32(bytes + 4, 16);
	wt_set16(bytes + 10, (uint16_t)second);
	memcpy(bytes + HEAD, data + 2, size - 2);
	fake_open(&f, bytes, HEAD + size - 2, 1000);
	fake_section(&f, WT_SEC_TERMDIR, 0, data[0] > WT_TERM_BLOCK ? 12 : 10);
	fake_section(&f, WT_SEC_TERM, HEAD, size - 2);
	fake_section(&f, WT_SEC_POST, HEAD, size - 2);
	f.segment.terms = data[0] > 2 * WT_TERM_BLOCK ? 2 * WT_TERM_BLOCK : data[0];
	walk(&f.segment, wt_span_make("", 0));
	walk(&f.segment, wt_span_make((const char *)data, size < 5 ? size : 5));
	fake_close(&f);
	free(bytes);
	return 0;
}
