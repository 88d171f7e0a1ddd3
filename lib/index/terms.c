/* terms.c - look terms up and walk them: FORMAT.md, section 6. */
#include "base/varint.h"
#include "index/block.h"
#include "index/segment_private.h"

static void
stop(struct wt_terms *t, int err)
{
	t->end = true;
	t->err = err;
	t->term = wt_span_make(t->bytes, 0);
}

static void
fail(struct wt_terms *t, const char *what)
{
	const struct wt_segment *s = t->segment;

	stop(t, wt_segment_damage(s, s->sections[WT_SEC_TERM].at, what));
}

/* Make the bytes of a block ready: the iterator stands before its first entry. */
static bool
load_block(struct wt_terms *t, uint64_t block)
{
	const struct wt_segment *s = t->segment;
	uint64_t start, end;

	if (!wt_directory_range(s, WT_SEC_TERMDIR, WT_SEC_TERM, (uint32_t)block, &start, &end) ||
	    (t->at = wt_section_need(s, WT_SEC_TERM, start, end - start)) == NULL) {
		fail(t, "no such block of terms");
		return false;
	}
	t->stop = t->at + (end - start);
	t->number = block * WT_TERM_BLOCK;
	t->target = 0;
	t->term.len = 0;
	if (!wt_varint_get64(&t->at, t->stop, &t->post) ||
	    t->post > s->sections[WT_SEC_POST].len) {
		fail(t, "a block of terms has no head");
		return false;
	}
	return true;
}

/* A length of 15 goes on in a varint. */
static bool
get_length(struct wt_terms *t, uint32_t *length)
{
	uint32_t more;

	if (*length < 15)
		return true;
	if (!wt_varint_get(&t->at, t->stop, &more) || more > WT_TERM_MAX)
		return false;
	*length += more;
	return true;
}

static bool
get_term(struct wt_terms *t)
{
	uint32_t shared, fresh;

	if (t->at >= t->stop)
		return false;
	shared = *t->at >> 4;
	fresh = *t->at++ & 15;
	if (!get_length(t, &shared) || !get_length(t, &fresh) || shared > t->term.len ||
	    fresh > (size_t)(t->stop - t->at) || shared + fresh > WT_TERM_MAX)
		return false;
	memcpy(t->bytes + shared, t->at, fresh);
	t->at += fresh;
	t->term = wt_span_make(t->bytes, shared + fresh);
	return true;
}

static bool
get_alias(struct wt_terms *t, uint64_t head)
{
	struct wt_entry *e = &t->entry;
	uint64_t target, docs, more = 0;

	if (!wt_varint_get64(&t->at, t->stop, &target) ||
	    !wt_varint_get64(&t->at, t->stop, &docs) ||
	    ((docs & 1) != 0 && (!wt_varint_get64(&t->at, t->stop, &more) ||
	    more++ >= t->segment->occurrences)))
		return false;
	e->at = t->target = wt_unzigzag(target, t->target);
	e->number = (uint32_t)(head >> 3);
	e->docs = (uint32_t)(docs >> 1);
	e->count = more + e->docs;
	e->form = e->positions = true;
	e->impact = 255;
	return docs >> 1 > 0 && docs >> 1 <= t->segment->docs && e->at < t->segment->terms &&
	    head >> 3 < UINT32_MAX;
}

static bool
get_place(struct wt_terms *t)
{
	struct wt_entry *e = &t->entry;
	const struct wt_segment *s = t->segment;
	struct wt_skip_table skips;
	uint64_t size;

	e->impact = 255;
	if (e->inside) {
		e->at = (uint64_t)(t->at - s->at);
		t->at += e->len;
		return true;
	}
	e->at = s->sections[WT_SEC_POST].at + t->post;
	size = e->len;
	if (e->docs >= WT_BLOCK_DOCS) {
		/* The table of skips comes first. */
		if (e->places_len > s->size || !wt_skip_table_lay(&skips, s->version, s->docs,
		    e->docs / WT_BLOCK_DOCS, e->len, e->places_len, !e->positions))
			return false;
		size += e->places_len + skips.size;
	}
	if (size > s->sections[WT_SEC_POST].len - t->post)
		return false;
	t->post += size;
	return true;
}

/* Forms of a list, and occurrences beyond one of each document. */
static bool
get_counts(struct wt_terms *t, unsigned kind)
{
	struct wt_entry *e = &t->entry;
	uint64_t more;
	uint32_t forms;

	e->forms = kind == WT_KIND_FORM;
	if (kind == WT_KIND_FORMS) {
		if (!wt_varint_get(&t->at, t->stop, &forms) || forms > UINT32_MAX - 2)
			return false;
		e->forms = forms + 2;
	}
	e->count = e->docs;
	if (!wt_varint_get64(&t->at, t->stop, &e->len))
		return false;
	if (kind == WT_KIND_FLAG)
		return true;
	more = e->len & 3;
	e->len >>= 2;
	e->count += more;
	if (more < 3)
		return true;
	if (!wt_varint_get64(&t->at, t->stop, &more) || more > t->segment->occurrences)
		return false;
	e->count += more;
	return true;
}

static bool
get_list(struct wt_terms *t, uint64_t head)
{
	struct wt_entry *e = &t->entry;
	unsigned kind = head & 7;
	uint8_t impact = 255;

	if (head >> 3 == 0 || head >> 3 > t->segment->docs || kind > WT_KIND_FORM)
		return false;
	e->docs = (uint32_t)(head >> 3);
	e->positions = kind != WT_KIND_FLAG;
	if (!get_counts(t, kind))
		return false;
	e->inside = e->docs < WT_BLOCK_DOCS && e->len <= WT_INLINE_MAX;
	if (e->inside)
		return e->len <= (uint64_t)(t->stop - t->at) && get_place(t);
	if (e->len > t->segment->size)
		return false;
	if (e->positions && e->docs >= WT_BLOCK_DOCS &&
	    !wt_varint_get64(&t->at, t->stop, &e->places_len))
		return false;
	if (e->positions) {
		if (t->at >= t->stop)
			return false;
		impact = *t->at++;
	}
	if (!get_place(t))
		return false;
	e->impact = impact;
	return true;
}

/* Read the entry behind the last one of the same block. */
static bool
get_entry(struct wt_terms *t)
{
	uint64_t head;

	t->entry = (struct wt_entry){ 0 };
	if (get_term(t) && wt_varint_get64(&t->at, t->stop, &head) &&
	    ((head & 7) == WT_KIND_ALIAS ? get_alias(t, head) : get_list(t, head)))
		return true;
	fail(t, "an entry of the dictionary makes no sense");
	return false;
}

void
wt_terms_next(struct wt_terms *t)
{
	if (t->end)
		return;
	if (t->number + 1 >= t->segment->terms) {
		stop(t, t->at == t->stop ? WT_OK : wt_segment_damage(t->segment,
		    t->segment->sections[WT_SEC_TERM].at, "bytes behind the last term"));
		return;
	}
	t->number++;
	if (t->number % WT_TERM_BLOCK == 0 && !load_block(t, t->number / WT_TERM_BLOCK))
		return;
	get_entry(t);
}

/* The first term of a block, without the rest of its entry. */
static bool
first_term(struct wt_terms *t, uint64_t block)
{
	if (!load_block(t, block))
		return false;
	if (get_term(t))
		return true;
	fail(t, "a block of terms has no first term");
	return false;
}

void
wt_terms_block(struct wt_terms *t, const struct wt_segment *s, uint64_t block)
{
	t->segment = s;
	t->end = false;
	t->err = WT_OK;
	t->term = wt_span_make(t->bytes, 0);
	if (load_block(t, block))
		get_entry(t);
}

void
wt_terms_open(struct wt_terms *t, const struct wt_segment *s, struct wt_span from)
{
	uint64_t low = 0, high = (s->terms + WT_TERM_BLOCK - 1) / WT_TERM_BLOCK;

	t->segment = s;
	t->end = false;
	t->err = WT_OK;
	t->term = wt_span_make(t->bytes, 0);
	t->entry = (struct wt_entry){ 0 };
	if (s->terms == 0) {
		stop(t, WT_OK);
		return;
	}
	/* The first block that starts at `from` or above: the term is in that before it. */
	while (low < high) {
		uint64_t middle = low + (high - low) / 2;

		if (!first_term(t, middle))
			return;
		if (wt_span_cmp(t->term, from) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	if (!load_block(t, low > 0 ? low - 1 : 0) || !get_entry(t))
		return;
	while (!t->end && wt_span_cmp(t->term, from) < 0)
		wt_terms_next(t);
}

int
wt_term_find(const struct wt_segment *s, struct wt_span term, struct wt_entry *entry)
{
	struct wt_terms t;

	wt_terms_open(&t, s, term);
	if (t.err != WT_OK)
		return t.err;
	if (t.end || !wt_span_eq(t.term, term))
		return WT_ENOENT;
	*entry = t.entry;
	return WT_OK;
}

int
wt_term_by_number(const struct wt_segment *s, uint64_t number, struct wt_entry *entry)
{
	struct wt_terms t;

	if (number >= s->terms)
		return wt_segment_damage(s, s->sections[WT_SEC_TERM].at, "a form of no term");
	wt_terms_block(&t, s, number / WT_TERM_BLOCK);
	while (!t.end && t.number < number)
		wt_terms_next(&t);
	if (t.err != WT_OK)
		return t.err;
	*entry = t.entry;
	return WT_OK;
}
