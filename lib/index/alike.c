/*
 * alike.c - near copies by bands of their sketches, behind alike.h.
 *
 * Documents with one sketch are one class, of which the earliest takes part in the rest.
 * Then, for each of 36 bands, classes are sorted by three values: of two that are alike by
 * half or more some band has all three equal with a probability of 0.99, of those alike
 * by two thirds of 0.9999, while of 16 million strangers one pair does.  What meets in
 * a band is compared in full.  (Leskovec, Rajaraman, Ullman, "Mining of Massive
 * Datasets", chapter 3.)  Where more than 128 meet, as by a paragraph that a thousand
 * articles end with, they are parted by other bytes first.
 */
#include "index/alike_private.h"
#include "base/buf.h"
#include "base/bytes.h"
#include "base/hash.h"
#include "index/build.h"

#include <stdlib.h>

#define BANDS 36u
#define WORK ((size_t)32 << 20) /* bytes for the keys of bands, if need be more */
#define DIGIT 12u
#define MEET 128u               /* documents that are compared each with each */

static bool
is_none(const uint8_t *sketch)
{
	static const uint8_t none[WT_SKETCH];

	return memcmp(sketch, none, WT_SKETCH) == 0;
}

/* Values that are equal in place, eight at once: a byte of `x` is 0 where two are equal. */
static unsigned
count_equal(const uint8_t *a, const uint8_t *b)
{
	const uint64_t low = UINT64_C(0x7f7f7f7f7f7f7f7f), ones = UINT64_C(0x0101010101010101);
	uint64_t sums = 0;

	for (unsigned i = 0; i < WT_SKETCH_VALUES; i += 8) {
		uint64_t x = wt_get64(a + i) ^ wt_get64(b + i);

		if (WT_SKETCH_VALUES - i < 8)
			x |= UINT64_MAX << (WT_SKETCH_VALUES - i) * 8;
		sums += ~(((x & low) + low) | x | low) >> 7;
	}
	return (unsigned)(sums * ones >> 56);
}

bool
wt_sketch_alike(const uint8_t *a, const uint8_t *b)
{
	uint64_t marks_a, marks_b;
	int bits_a, bits_b, least;

	if (count_equal(a, b) < WT_SKETCH_LEAST || is_none(a))
		return false;
	marks_a = wt_get64(a + WT_SKETCH_MARKS_AT);
	marks_b = wt_get64(b + WT_SKETCH_MARKS_AT);
	bits_a = __builtin_popcountll(marks_a);
	bits_b = __builtin_popcountll(marks_b);
	least = bits_a < bits_b ? bits_a : bits_b;
	return least < WT_SKETCH_MARKS || __builtin_popcountll(marks_a & marks_b) * 2 >= least;
}

bool
wt_days_near(int32_t a, int32_t b)
{
	int64_t apart = (int64_t)a - b;

	return a == WT_NO_DATE || b == WT_NO_DATE || (apart <= WT_COPY_DAYS && apart >= -WT_COPY_DAYS);
}

int
wt_by_value(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return (x > y) - (x < y);
}

int
wt_by_number(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return (x > y) - (x < y);
}

/* A stable pass over DIGIT bits of the keys from `shift` on. */
static void
sort_pass(const uint64_t *from, uint64_t *to, size_t n, unsigned shift)
{
	size_t starts[(1u << DIGIT) + 1] = { 0 };

	for (size_t i = 0; i < n; i++)
		starts[(from[i] >> shift & ((1u << DIGIT) - 1)) + 1]++;
	for (size_t b = 0; b < 1u << DIGIT; b++)
		starts[b + 1] += starts[b];
	for (size_t i = 0; i < n; i++)
		to[starts[from[i] >> shift & ((1u << DIGIT) - 1)]++] = from[i];
}

/* Sort by keys of `bits` bits.  Numbers come in order, and those of a key stay so. */
static void
sort_keys(uint64_t *keys, uint64_t *scratch, size_t n, unsigned bits)
{
	uint64_t *from = keys, *to = scratch;

	if (n < 1u << DIGIT) {
		qsort(keys, n, sizeof *keys, wt_by_value);
		return;
	}
	for (unsigned done = 0; done < bits; done += DIGIT) {
		sort_pass(from, to, n, 32 + done);
		to = from;
		from = from == keys ? scratch : keys;
	}
	if (from != keys)
		memcpy(keys, from, n * sizeof *keys);
}

/* How many from `at` on have the same key? */
static size_t
run_length(const uint64_t *keys, size_t at, size_t n)
{
	size_t end = at + 1;

	while (end < n && keys[end] >> 32 == keys[at] >> 32)
		end++;
	return end - at;
}

/* ---- classes ---- */

static int
add_member(struct wt_search *f, uint32_t head, uint32_t number)
{
	struct wt_copy *at = wt_grow(f->members, &f->members_cap, f->nmembers + 1, sizeof *at);

	if (at == NULL)
		return WT_ENOMEM;
	f->members = at;
	at[f->nmembers++] = (struct wt_copy){ head, number };
	return WT_OK;
}

/* A class while its documents come, by number. */
struct class {
	uint32_t first, head;
	uint32_t at;            /* of search.heads */
};

/* A document whose sketch is that of a class. */
static int
join(struct wt_search *f, struct class *c, uint32_t number)
{
	bool earlier = false;
	int code = f->s->before(f->s->context, number, c->head, &earlier);

	if (earlier)
		c->head = number;
	return code == WT_OK ? add_member(f, c->first, number) : code;
}

/* The class of a sketch among those of one hash, or `count`. */
static int
find_class(const struct wt_search *f, const struct class *classes, uint32_t count, const uint8_t *sketch,
    uint32_t *found)
{
	uint8_t other[WT_SKETCH];
	int code = WT_OK;

	for (*found = 0; *found < count; ++*found)
		if ((code = f->s->get(f->s->context, classes[*found].first, other)) != WT_OK ||
		    memcmp(sketch, other, WT_SKETCH) == 0)
			break;
	return code;
}

/* Members from `from` on are of these classes: from now on the heads stand for them. */
static void
put_heads(struct wt_search *f, const struct class *classes, uint32_t count, size_t from)
{
	for (; from < f->nmembers; from++) {
		struct wt_copy *m = &f->members[from];
		const struct class *c = classes;

		while (c->first != m->original)
			c++;
		m->original = c->head;
		if (m->copy == c->head)
			m->copy = c->first;
	}
	for (uint32_t i = 0; i < count; i++)
		f->heads[classes[i].at] = classes[i].head;
}

/* Part a run of equal hashes into classes: nearly always it is one. */
static int
class_run(struct wt_search *f, const uint64_t *keys, size_t n)
{
	struct class classes[16];
	uint32_t count = 0, k = 0;
	uint8_t sketch[WT_SKETCH];
	size_t from = f->nmembers;
	int code = WT_OK;

	for (size_t i = 0; i < n && code == WT_OK; i++) {
		uint32_t number = (uint32_t)keys[i];

		if (n > 1 && (code = f->s->get(f->s->context, number, sketch)) == WT_OK)
			code = find_class(f, classes, count, sketch, &k);
		if (code == WT_OK && k < count) {
			code = join(f, &classes[k], number);
		} else if (code == WT_OK) {
			if (count < 16)
				classes[count++] = (struct class){ number, number, f->nheads };
			f->heads[f->nheads++] = number;
		}
	}
	if (n > 1)
		put_heads(f, classes, count, from);
	return code;
}

static int
make_classes(struct wt_search *f)
{
	uint8_t sketch[WT_SKETCH];
	size_t n = 0;
	int code = WT_OK;

	for (uint32_t i = 0; i < f->s->count && code == WT_OK; i++) {
		code = f->s->get(f->s->context, i, sketch);
		if (code == WT_OK && !is_none(sketch))
			f->keys[n++] = (uint64_t)wt_checksum(sketch, WT_SKETCH) << 32 | i;
	}
	if (code == WT_OK)
		sort_keys(f->keys, f->scratch, n, 32);
	for (size_t i = 0, len; i < n && code == WT_OK; i += len) {
		len = run_length(f->keys, i, n);
		code = class_run(f, f->keys + i, len);
	}
	/* Sketches are read in order, many times. */
	if (f->nheads > 1)
		qsort(f->heads, f->nheads, sizeof *f->heads, wt_by_number);
	return code;
}

/* ---- classes that are alike ---- */

/* In order, each once. */
static void
sort_edges(struct wt_search *f)
{
	size_t kept = 0;

	if (f->nedges > 1)
		qsort(f->edges, f->nedges, sizeof *f->edges, wt_by_value);
	for (size_t i = 0; i < f->nedges; i++)
		if (kept == 0 || f->edges[kept - 1] != f->edges[i])
			f->edges[kept++] = f->edges[i];
	f->nedges = kept;
}

static int
add_edge(struct wt_search *f, uint32_t a, uint32_t b)
{
	if (f->nedges == f->edges_cap) {
		uint64_t *at;

		/* Two that are alike meet in many bands. */
		sort_edges(f);
		if (f->nedges * 2 >= f->edges_cap) {
			if ((at = wt_grow(f->edges, &f->edges_cap, f->edges_cap * 2 + 64,
			    sizeof *at)) == NULL)
				return WT_ENOMEM;
			f->edges = at;
		}
	}
	f->edges[f->nedges++] = a < b ? (uint64_t)a << 32 | b : (uint64_t)b << 32 | a;
	return WT_OK;
}

/* Two that are alike but for their dates. */
static int
meet_dates(struct wt_search *f, uint32_t a, uint32_t b)
{
	int32_t day = 0, other = 0;
	int code = f->s->day(f->s->context, a, &day);

	if (code == WT_OK)
		code = f->s->day(f->s->context, b, &other);
	return code == WT_OK && wt_days_near(day, other) ? add_edge(f, a, b) : code;
}

/* Compare each with each. */
static int
meet(struct wt_search *f, const uint64_t *keys, size_t n)
{
	int code = WT_OK;

	for (size_t i = 0; i < n && code == WT_OK; i++)
		code = f->s->get(f->s->context, (uint32_t)keys[i], f->met[i]);
	for (size_t i = 0; i < n; i++)
		for (size_t k = i + 1; k < n && code == WT_OK; k++)
			if (wt_sketch_alike(f->met[i], f->met[k]))
				code = meet_dates(f, (uint32_t)keys[i], (uint32_t)keys[k]);
	return code;
}

/* Three bytes of a sketch from `at` on, in a ring. */
static uint64_t
three_of(const uint8_t *sketch, unsigned at, unsigned step, unsigned ring)
{
	uint64_t key = 0;

	for (unsigned k = 0; k < 3; k++)
		key = key << 8 | sketch[(at + k * step) % ring];
	return key << 32;
}

/* Those that meet: few are compared, many are parted by the bytes from `at` on. */
static int
part(struct wt_search *f, uint64_t *keys, size_t n, unsigned at)
{
	uint8_t sketch[WT_SKETCH];
	int code = WT_OK;

	if (n <= MEET)
		return n < 2 ? WT_OK : meet(f, keys, n);
	if (at >= WT_SKETCH)
		return WT_OK;
	for (size_t i = 0; i < n && code == WT_OK; i++) {
		code = f->s->get(f->s->context, (uint32_t)keys[i], sketch);
		keys[i] = three_of(sketch, at, 1, WT_SKETCH) | (uint32_t)keys[i];
	}
	if (code == WT_OK)
		sort_keys(keys, f->scratch, n, 24);
	for (size_t i = 0, len; i < n && code == WT_OK; i += len) {
		len = run_length(keys, i, n);
		code = part(f, keys + i, len, at + 3);
	}
	return code;
}

/* The first half of the bands takes neighbouring values, the second distant ones. */
static uint64_t
band_key(const uint8_t *sketch, unsigned band)
{
	return band < BANDS / 2 ? three_of(sketch, band * 3, 1, WT_SKETCH_VALUES) :
	    three_of(sketch, band - BANDS / 2, BANDS / 2, WT_SKETCH_VALUES);
}

/* Look through `count` bands, whose keys are gathered in one pass over the sketches. */
static int
look_through(struct wt_search *f, unsigned band, unsigned count)
{
	uint8_t sketch[WT_SKETCH];
	size_t n = f->nheads;
	int code = WT_OK;

	for (size_t i = 0; i < n && code == WT_OK; i++) {
		code = f->s->get(f->s->context, f->heads[i], sketch);
		for (unsigned k = 0; k < count; k++)
			f->keys[k * n + i] = band_key(sketch, band + k) | f->heads[i];
	}
	for (unsigned k = 0; k < count && code == WT_OK; k++) {
		uint64_t *keys = f->keys + k * n;

		sort_keys(keys, f->scratch, n, 24);
		for (size_t i = 0, len; i < n && code == WT_OK; i += len) {
			len = run_length(keys, i, n);
			code = part(f, keys + i, len, 0);
		}
	}
	return code;
}

static int
make_edges(struct wt_search *f, unsigned at_once)
{
	int code = WT_OK;

	for (unsigned band = 0; band < BANDS && code == WT_OK; band += at_once)
		code = look_through(f, band, band + at_once < BANDS ? at_once : BANDS - band);
	sort_edges(f);
	return code;
}

int
wt_copies_find(const struct wt_sketches *s, struct wt_copy **copies, size_t *count)
{
	struct wt_search f = { .s = s };
	size_t n = (size_t)s->count + 1, at_once = WORK / (n * sizeof *f.keys);
	int code = WT_ENOMEM;

	*copies = NULL;
	*count = 0;
	at_once = at_once < 1 ? 1 : at_once > BANDS ? BANDS : at_once;
	f.keys = malloc(n * at_once * sizeof *f.keys);
	f.scratch = malloc(n * sizeof *f.scratch);
	f.heads = malloc(n * sizeof *f.heads);
	f.met = malloc(MEET * sizeof *f.met);
	if (f.keys != NULL && f.scratch != NULL && f.heads != NULL && f.met != NULL &&
	    (code = make_classes(&f)) == WT_OK)
		code = make_edges(&f, (unsigned)at_once);
	free(f.keys);
	free(f.scratch);
	free(f.heads);
	free(f.met);
	if (code == WT_OK && f.nedges + f.nmembers > 0)
		code = wt_originals_choose(&f, copies, count);
	free(f.members);
	free(f.edges);
	if (*count == 0) {
		free(*copies);
		*copies = NULL;
	}
	return code;
}
