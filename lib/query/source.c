/*
 * source.c - behind source.h.
 *
 * A union is joined by counting in an array over all documents if it is dense, else
 * by sorting its postings as numbers of 64 bits, the document above the frequency.
 */
#include "query/source.h"

#include <stdlib.h>

#define DENSE 16        /* a posting for so many documents is worth an array */

/* Call for each posting of the entry: counts[doc] += freq, or pairs[n++]. */
static int
each_posting(const struct wt_segment *segment, const struct wt_entry *entry, uint32_t *counts,
    uint64_t *pairs, size_t *n)
{
	struct wt_cursor c;
	const uint32_t *docs, *freqs;
	uint32_t run;
	int err;

	wt_cursor_open(&c, segment, entry);
	while ((freqs = wt_cursor_freqs(&c)) != NULL) {
		run = wt_cursor_run(&c, &docs);
		for (uint32_t i = 0; i < run; i++) {
			if (counts != NULL)
				counts[docs[i]] += freqs[i];
			else
				pairs[(*n)++] = (uint64_t)docs[i] << 32 | freqs[i];
		}
		wt_cursor_skip(&c);
	}
	err = c.err;
	wt_cursor_close(&c);
	return err;
}

/* Room for the documents of a union and their frequencies. */
static int
make_room(struct wt_source *s, size_t most)
{
	s->joined = malloc((most + 1) * 2 * sizeof *s->joined);
	return s->joined == NULL ? WT_ENOMEM : WT_OK;
}

static int
join_dense(struct wt_source *s)
{
	uint32_t docs = wt_segment_docs(s->segment);
	uint32_t *counts = calloc(docs + (size_t)1, sizeof *counts);
	size_t n = 0;
	int err = counts == NULL ? WT_ENOMEM : WT_OK;

	for (size_t i = 0; i < s->entries->count && err == WT_OK; i++)
		err = each_posting(s->segment, &s->entries->at[i], counts, NULL, &n);
	for (uint32_t doc = 0; doc < docs && err == WT_OK; doc++)
		s->docs += counts[doc] > 0;
	if (err == WT_OK)
		err = make_room(s, s->docs);
	for (uint32_t doc = 0; doc < docs && err == WT_OK; doc++) {
		if (counts[doc] > 0) {
			s->joined[n] = doc;
			s->joined[s->docs + n++] = counts[doc];
		}
	}
	free(counts);
	return err;
}

static int
by_value(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return (x > y) - (x < y);
}

/* Make one pair of those with the same document: how many are left. */
static size_t
add_up(uint64_t *pairs, size_t n)
{
	size_t kept = 0;

	for (size_t i = 0; i < n; i++) {
		if (kept > 0 && pairs[kept - 1] >> 32 == pairs[i] >> 32)
			pairs[kept - 1] += pairs[i] & UINT32_MAX;
		else
			pairs[kept++] = pairs[i];
	}
	return kept;
}

static int
join_sparse(struct wt_source *s, size_t postings)
{
	uint64_t *pairs = malloc((postings + 1) * sizeof *pairs);
	size_t n = 0;
	int err = pairs == NULL ? WT_ENOMEM : WT_OK;

	for (size_t i = 0; i < s->entries->count && err == WT_OK; i++)
		err = each_posting(s->segment, &s->entries->at[i], NULL, pairs, &n);
	if (err == WT_OK) {
		qsort(pairs, n, sizeof *pairs, by_value);
		s->docs = (uint32_t)add_up(pairs, n);
		err = make_room(s, s->docs);
	}
	for (uint32_t i = 0; i < s->docs && err == WT_OK; i++) {
		s->joined[i] = (uint32_t)(pairs[i] >> 32);
		s->joined[s->docs + i] = (uint32_t)pairs[i];
	}
	free(pairs);
	return err;
}

/* Take the documents from the one on that the cursor stands on. */
static void
take_run(struct wt_source *s)
{
	s->at = s->taken = 0;
	s->freqs = NULL;
	s->len = wt_cursor_run(s->cursor, &s->list);
	s->doc = s->cursor->doc;
	if (s->cursor->err != WT_OK)
		s->err = s->cursor->err;
}

/* The cursor has moved.  The documents of a bitmap are not taken before they are needed. */
static void
follow(struct wt_source *s)
{
	uint32_t first, count;

	if (wt_cursor_bits(s->cursor, &first, &count) == NULL) {
		take_run(s);
	} else {
		s->doc = s->cursor->doc;
		s->at = s->taken = s->len = 0;
		s->freqs = NULL;
	}
}

/* Lead the cursor to the current posting. */
static void
lead(struct wt_source *s)
{
	if (s->at > s->taken) {
		wt_cursor_step(s->cursor, s->at - s->taken);
		s->taken = s->at;
	}
}

bool
wt_source_need_freqs(struct wt_source *s)
{
	if (s->freqs != NULL || s->doc == WT_NO_DOC)
		return s->freqs != NULL;
	if (s->len == 0)
		take_run(s);
	if ((s->freqs = wt_cursor_freqs(s->cursor)) != NULL) {
		s->freqs -= s->taken;
		return true;
	}
	take_run(s);    /* nothing any more: damage */
	return false;
}

/* Stand on posting `at` of those at hand, or at the end. */
static void
stand(struct wt_source *s, uint32_t at)
{
	s->at = at;
	s->doc = at < s->len ? s->list[at] : WT_NO_DOC;
}

static int
open_union(struct wt_source *s)
{
	uint64_t postings = wt_entries_docs(s->entries);
	int err;

	if (postings == 0)
		return WT_OK;
	err = postings > wt_segment_docs(s->segment) / DENSE ? join_dense(s) :
	    join_sparse(s, (size_t)postings);
	if (err != WT_OK)
		return err;
	s->list = s->joined;
	s->freqs = s->joined + s->docs;
	s->len = s->docs;
	stand(s, 0);
	return WT_OK;
}

int
wt_source_open(struct wt_source *s, const struct wt_segment *segment,
    const struct wt_entries *entries)
{
	*s = (struct wt_source){ .doc = WT_NO_DOC, .segment = segment, .entries = entries };
	if (entries->count != 1)
		return s->err = open_union(s);
	if ((s->cursor = malloc(sizeof *s->cursor)) == NULL)
		return s->err = WT_ENOMEM;
	wt_cursor_open(s->cursor, segment, &entries->at[0]);
	s->docs = entries->at[0].docs;
	s->impact = entries->at[0].impact;
	follow(s);
	return s->err;
}

void
wt_source_close(struct wt_source *s)
{
	if (s->cursor != NULL)
		wt_cursor_close(s->cursor);
	for (size_t i = 0; s->lists != NULL && i < s->entries->count; i++)
		wt_cursor_close(&s->lists[i]);
	free(s->cursor);
	free(s->lists);
	free(s->joined);
	free(s->places);
	*s = (struct wt_source){ .doc = WT_NO_DOC };
}

/* How many of 16 increasing numbers are below the target. */
static inline uint32_t
count_below(const uint32_t *list, uint32_t target)
{
	uint32_t below = 0;

	for (uint32_t i = 0; i < 16; i++)
		below += (int32_t)list[i] < (int32_t)target;    /* no document has 32 bits */
	return below;
}

/* The first posting at hand behind `at` whose document is at least target, which is there. */
static uint32_t
gallop(const struct wt_source *s, uint32_t target)
{
	uint32_t low = s->at + 1, step = 16, high;

	while (s->len - low > step && s->list[low + step - 1] < target) {
		low += step;
		step *= 2;
	}
	high = s->len - low > step ? low + step : s->len;
	while (high - low > 16) {
		uint32_t middle = low + (high - low) / 2;

		if (s->list[middle - 1] < target)
			low = middle;
		else
			high = middle;
	}
	if (s->len - low >= 16)         /* without a branch that depends on the numbers */
		return low + count_below(s->list + low, target);
	while (s->list[low] < target)
		low++;
	return low;
}

void
wt_source_seek_far(struct wt_source *s, uint32_t target)
{
	if (s->len > 0 && s->list[s->len - 1] >= target) {
		stand(s, gallop(s, target));
	} else if (s->cursor != NULL) {
		wt_cursor_seek(s->cursor, target);
		follow(s);
	} else {
		stand(s, s->len);
	}
}

uint32_t
wt_source_run(struct wt_source *s, const uint32_t **docs)
{
	if (s->len == 0 && s->doc != WT_NO_DOC)
		take_run(s);
	*docs = s->list + s->at;
	return s->len - s->at;
}

const uint32_t *
wt_source_freqs(struct wt_source *s)
{
	return wt_source_need_freqs(s) ? s->freqs + s->at : NULL;
}

const uint8_t *
wt_source_bits(const struct wt_source *s, uint32_t *first, uint32_t *count)
{
	return s->len > 0 || s->cursor == NULL ? NULL : wt_cursor_bits(s->cursor, first, count);
}

void
wt_source_skip(struct wt_source *s)
{
	if (s->cursor != NULL) {
		wt_cursor_skip(s->cursor);
		follow(s);
	} else {
		stand(s, s->len);
	}
}

bool
wt_source_bound(struct wt_source *s, uint32_t target, uint32_t *last, uint8_t *impact)
{
	*last = WT_NO_DOC;
	*impact = 0;
	if (s->doc == WT_NO_DOC)
		return true;
	if (s->cursor == NULL)
		return false;
	wt_cursor_block(s->cursor, target > s->doc ? target : s->doc);
	*last = s->cursor->block_last;
	*impact = s->cursor->block_impact;
	return true;
}

static int
open_lists(struct wt_source *s)
{
	if (s->entries->count > WT_SOURCE_LISTS)
		return WT_ELIMIT;
	if ((s->lists = calloc(s->entries->count, sizeof *s->lists)) == NULL)
		return WT_ENOMEM;
	for (size_t i = 0; i < s->entries->count; i++)
		wt_cursor_open(&s->lists[i], s->segment, &s->entries->at[i]);
	return WT_OK;
}

static int
by_number(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return (x > y) - (x < y);
}

/* Add the positions of one list at the current document. */
static int
join_positions(struct wt_source *s, struct wt_cursor *c, size_t *n)
{
	const uint32_t *positions;
	uint32_t count, *places;
	int err;

	wt_cursor_seek(c, s->doc);
	if (c->doc != s->doc)
		return c->err;
	if ((err = wt_cursor_positions(c, &positions, &count)) != WT_OK || count == 0)
		return err;
	places = wt_grow(s->places, &s->places_cap, *n + count, sizeof *places);
	if (places == NULL)
		return WT_ENOMEM;
	s->places = places;
	memcpy(places + *n, positions, count * sizeof *places);
	*n += count;
	return WT_OK;
}

int
wt_source_positions(struct wt_source *s, const uint32_t **positions, uint32_t *count)
{
	size_t n = 0, kept = 0;

	*count = 0;
	if (s->cursor != NULL) {
		lead(s);
		s->err = wt_cursor_positions(s->cursor, positions, count);
		return s->err;
	}
	if (s->lists == NULL && s->err == WT_OK)
		s->err = open_lists(s);
	for (size_t i = 0; s->err == WT_OK && i < s->entries->count; i++)
		s->err = join_positions(s, &s->lists[i], &n);
	if (s->err != WT_OK || n == 0)
		return s->err;
	qsort(s->places, n, sizeof *s->places, by_number);
	for (size_t i = 0; i < n; i++) {
		if (kept == 0 || s->places[i] != s->places[kept - 1])
			s->places[kept++] = s->places[i];
	}
	*positions = s->places;
	*count = (uint32_t)kept;
	return WT_OK;
}

/* ---- two sources ---- */

void
wt_pair_open(struct wt_pair *p, struct wt_source *few, struct wt_source *many)
{
	p->few = few;
	p->many = many;
	p->count = p->next = p->done = 0;
	p->met = false;
}

/*
 * The first of n increasing numbers that is at least target; the last is.  Added up so that
 * no compiler makes a branch of it, which could not be foretold.
 */
static inline uint32_t
lower_bound(const uint32_t *list, uint32_t n, uint32_t target)
{
	const uint32_t *base = list;

	while (n > 1) {
		uint32_t half = n / 2;

		base += half & (0 - (uint32_t)(base[half - 1] < target));
		n -= half;
	}
	return (uint32_t)(base - list);
}

/* Look for the next of `few` at hand among those of `many` at hand. */
static void
join_runs(struct wt_pair *p)
{
	const uint32_t *few, *many;
	uint32_t few_count = wt_source_run(p->few, &few);
	uint32_t many_count = wt_source_run(p->many, &many);
	uint32_t n = 0, i = 0;

	few_count = few_count < WT_BLOCK ? few_count : WT_BLOCK;
	for (; many_count > 0 && i < few_count && few[i] <= many[many_count - 1]; i++) {
		uint32_t at = lower_bound(many, many_count, few[i]);

		p->at_few[n] = p->few->at + i;
		p->at_many[n] = p->many->at + at;
		n += many[at] == few[i];
	}
	if (i > 0)
		p->done = few[i - 1] + 1;
	p->count = n;
	p->next = 0;
}

/* Find more documents from target on; false: there are none, or a source is damaged. */
static bool
find_more(struct wt_pair *p, uint32_t target)
{
	struct wt_source *few = p->few, *many = p->many;

	p->count = p->next = 0;
	while (p->count == 0) {
		wt_source_seek(few, target > p->done ? target : p->done);
		if (many->doc < few->doc)
			wt_source_seek_far(many, few->doc);
		if (few->doc < many->doc)
			wt_source_seek(few, many->doc);
		if (few->doc == WT_NO_DOC || many->doc == WT_NO_DOC)
			return false;
		join_runs(p);
		if (few->err != WT_OK || many->err != WT_OK)
			return false;
	}
	return true;
}

uint32_t
wt_pair_seek(struct wt_pair *p, uint32_t target)
{
	if (p->met && p->doc >= target)
		return p->doc;
	p->met = true;
	do {
		while (p->next < p->count && p->few->err == WT_OK && p->many->err == WT_OK) {
			uint32_t i = p->next++;

			p->doc = p->few->list[p->at_few[i]];
			if (p->doc < target)
				continue;
			stand(p->few, p->at_few[i]);
			stand(p->many, p->at_many[i]);
			return p->doc;
		}
	} while (find_more(p, target));
	return p->doc = WT_NO_DOC;
}
