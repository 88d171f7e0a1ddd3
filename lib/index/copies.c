/*
 * copies.c - the file of copies, behind copies.h.
 *
 * In the file documents have one number over all segments, those of a segment behind
 * those of the one before.
 */
#include "index/copies.h"
#include "base/bytes.h"
#include "base/hash.h"
#include "base/save.h"
#include "base/spool.h"
#include "index/alike.h"
#include "index/index_private.h"

#include <stdlib.h>

#define HEAD 16u
#define PAIR 8u
#define KEEP ((size_t)64 << 20) /* sketches of a million documents; those of more are read from disk */
#define SKETCHES (WT_FORGET_EACH / WT_SKETCH)

/* Documents of the segments before each, and behind the last all. */
static int
make_bases(const struct wt_index *ix, uint32_t **bases)
{
	uint64_t all = 0;

	if ((*bases = calloc((size_t)ix->manifest.count + 1, sizeof **bases)) == NULL)
		return WT_ENOMEM;
	for (uint32_t i = 0; i < ix->manifest.count; i++) {
		all += ix->segments[i]->docs;
		if (all >= UINT32_MAX)
			return WT_ELIMIT;
		(*bases)[i + 1] = (uint32_t)all;
	}
	return WT_OK;
}

static struct wt_place
place_of(const struct wt_index *ix, const uint32_t *bases, uint32_t number)
{
	uint32_t segment = 0;

	while (segment + 1 < ix->manifest.count && number >= bases[segment + 1])
		segment++;
	return (struct wt_place){ segment, number - bases[segment] };
}

/* ---- finding ---- */

struct finding {
	const struct wt_index *ix;
	uint32_t *bases;                /* owned */
	struct wt_spool sketches;       /* of all documents, by number */
	struct wt_buf key, other;
};

static int
gather_segment(struct finding *f, const struct wt_segment *s)
{
	static const uint8_t none[WT_SKETCH];
	struct wt_stored cache = { 0 };
	struct wt_span bytes;
	int code = WT_OK;

	for (uint32_t doc = 0; doc < s->docs && code == WT_OK; doc++) {
		code = wt_document_stream(s, doc, WT_STREAM_SKETCH, &cache, &bytes);
		if (code == WT_OK && (bytes.len != WT_SKETCH || !wt_segment_live(s, doc)))
			bytes = wt_span_make((const char *)none, WT_SKETCH);
		wt_spool_put(&f->sketches, bytes.at, bytes.len);
		if (doc % SKETCHES == SKETCHES - 1)
			wt_segment_forget(s);
	}
	wt_stored_free(&cache);
	wt_segment_forget(s);
	return code != WT_OK ? code : f->sketches.err;
}

static int
get_sketch(void *context, uint32_t number, uint8_t sketch[WT_SKETCH])
{
	struct finding *f = context;

	return wt_spool_get(&f->sketches, (uint64_t)number * WT_SKETCH, sketch, WT_SKETCH);
}

static int
get_day(void *context, uint32_t number, int32_t *day)
{
	struct finding *f = context;
	struct wt_place p = place_of(f->ix, f->bases, number);

	*day = wt_document_date(f->ix->segments[p.segment], p.doc);
	return WT_OK;
}

/* By date, those without one last, then by key. */
static int
is_before(void *context, uint32_t a, uint32_t b, bool *yes)
{
	struct finding *f = context;
	struct wt_place p = place_of(f->ix, f->bases, a), q = place_of(f->ix, f->bases, b);
	const struct wt_segment *s = f->ix->segments[p.segment], *t = f->ix->segments[q.segment];
	int32_t date = wt_document_date(s, p.doc), other = wt_document_date(t, q.doc);
	int code = WT_OK;

	if (date != other) {
		*yes = date != WT_NO_DATE && (other == WT_NO_DATE || date < other);
	} else if (p.segment == q.segment) {
		*yes = p.doc < q.doc;
	} else if ((code = wt_document_key(s, p.doc, &f->key)) == WT_OK &&
	    (code = wt_document_key(t, q.doc, &f->other)) == WT_OK) {
		*yes = wt_span_cmp(wt_buf_span(&f->key), wt_buf_span(&f->other)) < 0;
	}
	return code;
}

/* Copies and their originals, numbered over all segments. */
static int
find(const struct wt_index *ix, const char *folder, struct wt_copy **copies, size_t *count)
{
	struct finding f = { .ix = ix, .sketches = { .folder = folder, .keep = KEEP } };
	struct wt_sketches s = { &f, 0, get_sketch, get_day, is_before };
	int code = make_bases(ix, &f.bases);

	*copies = NULL;
	*count = 0;
	for (uint32_t i = 0; i < ix->manifest.count && code == WT_OK; i++)
		code = gather_segment(&f, ix->segments[i]);
	if (code == WT_OK) {
		s.count = f.bases[ix->manifest.count];
		code = wt_copies_find(&s, copies, count);
	}
	if (code == WT_OK)
		code = wt_index_error(ix, NULL);
	free(f.bases);
	wt_spool_free(&f.sketches);
	wt_buf_free(&f.key);
	wt_buf_free(&f.other);
	return code == WT_ELIMIT ? WT_OK : code;
}

/* ---- writing ---- */

struct numbered {
	uint32_t copy, pair;
};

static int
by_copy(const void *a, const void *b)
{
	const struct numbered *x = a, *y = b;

	return (x->copy > y->copy) - (x->copy < y->copy);
}

/* Pairs, then their numbers in order of the copies. */
static int
encode(struct wt_buf *out, const struct wt_copy *copies, size_t count)
{
	struct numbered *order = malloc(count * sizeof *order);

	if (order == NULL)
		return WT_ENOMEM;
	wt_buf_put(out, WT_COPIES_MAGIC, 8);
	wt_buf_put32(out, WT_FORMAT_VERSION);
	wt_buf_put32(out, (uint32_t)count);
	for (size_t i = 0; i < count; i++) {
		wt_buf_put32(out, copies[i].original);
		wt_buf_put32(out, copies[i].copy);
		order[i] = (struct numbered){ copies[i].copy, (uint32_t)i };
	}
	qsort(order, count, sizeof *order, by_copy);
	for (size_t i = 0; i < count; i++)
		wt_buf_put32(out, order[i].pair);
	free(order);
	return out->err;
}

static int
write_file(struct wt_manifest *m, const char *folder, const struct wt_copy *copies, size_t count,
    struct wt_error *error)
{
	struct wt_buf bytes = { 0 };
	char *path = NULL;
	int code = encode(&bytes, copies, count);

	if (code == WT_OK) {
		m->copies = (uint32_t)count;
		m->copies_hash = wt_hash(wt_buf_span(&bytes));
		path = wt_path_copies(folder, m);
	}
	if (path == NULL) {
		code = wt_error_set(error, WT_ENOMEM, 0, "%s: out of memory", folder);
	} else {
		code = wt_save_bytes(path, wt_buf_span(&bytes), error);
	}
	free(path);
	wt_buf_free(&bytes);
	return code;
}

int
wt_copies_write(struct wt_manifest *m, const char *folder, struct wt_error *error)
{
	struct wt_copy *copies = NULL;
	struct wt_index ix = { .manifest = { .parts = m->parts, .count = m->count } };
	size_t count = 0;
	int code = wt_index_open_parts(&ix, folder, error);

	if (code == WT_OK && (code = find(&ix, folder, &copies, &count)) != WT_OK &&
	    wt_index_error(&ix, error) == WT_OK)
		wt_error_set(error, code, 0, "%s: %s", folder, wt_strerror(code));
	wt_index_close_parts(&ix);
	if (code == WT_OK && count > 0)
		code = write_file(m, folder, copies, count, error);
	free(copies);
	return code;
}

/* ---- reading ---- */

struct wt_copies {
	const struct wt_index *ix;
	uint32_t *bases;                /* owned */
	const uint8_t *pairs, *order;
	uint32_t count;
};

static uint32_t
original_of(const struct wt_copies *c, uint32_t pair)
{
	return wt_get32(c->pairs + (size_t)pair * PAIR);
}

static uint32_t
copy_of(const struct wt_copies *c, uint32_t pair)
{
	return wt_get32(c->pairs + (size_t)pair * PAIR + 4);
}

static uint32_t
nth_copy(const struct wt_copies *c, uint32_t n)
{
	return wt_get32(c->order + (size_t)n * 4);
}

/* Numbers that lead nowhere would be used as indexes. */
static bool
is_sound(const struct wt_copies *c)
{
	uint32_t all = c->bases[c->ix->manifest.count];

	for (uint32_t i = 0; i < c->count; i++)
		if (original_of(c, i) >= all || copy_of(c, i) >= all || nth_copy(c, i) >= c->count ||
		    (i > 0 && original_of(c, i) < original_of(c, i - 1)) ||
		    (i > 0 && copy_of(c, nth_copy(c, i)) <= copy_of(c, nth_copy(c, i - 1))))
			return false;
	return true;
}

static int
read_file(struct wt_copies *c)
{
	const struct wt_manifest *m = &c->ix->manifest;
	struct wt_span bytes = c->ix->copies_map.bytes;
	int code = make_bases(c->ix, &c->bases);

	c->count = m->copies;
	if (code != WT_OK || m->copies == 0)
		return code;
	if (bytes.len != HEAD + (size_t)m->copies * (PAIR + 4) ||
	    memcmp(bytes.at, WT_COPIES_MAGIC, 8) != 0 || wt_get32(bytes.at + 12) != m->copies ||
	    wt_hash(bytes) != m->copies_hash)
		return WT_ECORRUPT;
	c->pairs = (const uint8_t *)bytes.at + HEAD;
	c->order = c->pairs + (size_t)m->copies * PAIR;
	return is_sound(c) ? WT_OK : WT_ECORRUPT;
}

int
wt_copies_open(const struct wt_index *ix, struct wt_copies **out, struct wt_error *error)
{
	struct wt_copies *c = calloc(1, sizeof *c);
	int code = WT_ENOMEM;

	*out = NULL;
	if (c != NULL) {
		c->ix = ix;
		code = read_file(c);
	}
	if (code == WT_OK) {
		*out = c;
		return WT_OK;
	}
	wt_copies_close(c);
	if (code == WT_ECORRUPT)
		return wt_error_set(error, code, 0, "%016llx.dup: damaged",
		    (unsigned long long)ix->manifest.copies_hash);
	return wt_error_set(error, code, 0, "%s", wt_strerror(code));
}

void
wt_copies_close(struct wt_copies *c)
{
	if (c == NULL)
		return;
	free(c->bases);
	free(c);
}

uint32_t
wt_copies_count(const struct wt_copies *c)
{
	return c->count;
}

/* The first pair whose original is not below a number. */
static uint32_t
first_pair(const struct wt_copies *c, uint32_t original)
{
	uint32_t low = 0, high = c->count;

	while (low < high) {
		uint32_t mid = low + (high - low) / 2;

		if (original_of(c, mid) < original)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* The pair of a copy, or WT_NO_GROUP. */
static uint32_t
pair_of(const struct wt_copies *c, uint32_t copy)
{
	uint32_t low = 0, high = c->count;

	while (low < high) {
		uint32_t mid = low + (high - low) / 2, pair = nth_copy(c, mid);

		if (copy_of(c, pair) == copy)
			return pair;
		if (copy_of(c, pair) < copy)
			low = mid + 1;
		else
			high = mid;
	}
	return WT_NO_GROUP;
}

uint32_t
wt_copies_group(const struct wt_copies *c, uint32_t segment, uint32_t doc)
{
	uint32_t number = c->bases[segment] + doc, pair;

	if (c->count == 0)
		return WT_NO_GROUP;
	if ((pair = pair_of(c, number)) != WT_NO_GROUP)
		return first_pair(c, original_of(c, pair));
	pair = first_pair(c, number);
	return pair < c->count && original_of(c, pair) == number ? pair : WT_NO_GROUP;
}

uint32_t
wt_copies_size(const struct wt_copies *c, uint32_t group)
{
	return 1 + first_pair(c, original_of(c, group) + 1) - group;
}

struct wt_place
wt_copies_member(const struct wt_copies *c, uint32_t group, uint32_t number)
{
	return place_of(c->ix, c->bases, number == 0 ? original_of(c, group) :
	    copy_of(c, group + number - 1));
}

uint32_t
wt_copies_next(const struct wt_copies *c, uint32_t group)
{
	return group + wt_copies_size(c, group) - 1;
}

int
wt_copies_check(const struct wt_index *ix, const char *folder)
{
	struct wt_copies *c = NULL;
	struct wt_copy *copies = NULL;
	size_t count = 0;
	int code = wt_copies_open(ix, &c, NULL);

	if (code == WT_OK)
		code = find(ix, folder, &copies, &count);
	if (code == WT_OK && (c == NULL || count != c->count))
		code = WT_ECORRUPT;
	for (uint32_t i = 0; i < count && code == WT_OK; i++)
		if (original_of(c, i) != copies[i].original || copy_of(c, i) != copies[i].copy)
			code = WT_ECORRUPT;
	free(copies);
	wt_copies_close(c);
	return code;
}
