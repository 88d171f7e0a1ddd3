/*
 * alike.c - near copies by bands of their sketches, behind alike.h.
 *
 * Documents with one sketch are one class, of which one takes part in the rest.  Then,
 * for each of 36 bands, classes are sorted by three values: of two that are alike by
 * half or more some band has all three equal with a probability of 0.99, of those alike
 * by two thirds of 0.9999, while of 16 million strangers one pair does.  What meets in
 * a band is compared in full.  (Leskovec, Rajaraman, Ullman, "Mining of Massive
 * Datasets", chapter 3.)  Where more than 128 meet, as by a paragraph that a thousand
 * articles end with, they are parted by other bytes first.
 *
 * At last the classes are gone through from the earliest on: one that is like an
 * original before it is a copy of the earliest of these, else it is an original.  So
 * likeness is not passed on: a copy resembles its original itself.
 */
#include "index/alike.h"
#include "base/buf.h"
#include "base/bytes.h"
#include "base/hash.h"

#include <stdlib.h>

#define BANDS 36u
#define WORK ((size_t)32 << 20) /* bytes for the keys of bands, if need be more */
#define MEET 128u               /* documents that are compared each with each */

bool
wt_sketch_alike(const uint8_t *a, const uint8_t *b)
{
	uint64_t marks_a = wt_get64(a + WT_SKETCH_VALUES), marks_b = wt_get64(b + WT_SKETCH_VALUES);
	int bits_a = __builtin_popcountll(marks_a), bits_b = __builtin_popcountll(marks_b);
	int least = bits_a < bits_b ? bits_a : bits_b;
	unsigned same = 0, any = 0;

	for (size_t i = 0; i < WT_SKETCH_VALUES; i++) {
		same += a[i] == b[i];
		any |= a[i];
	}
	if (any == 0 || same < WT_SKETCH_LEAST)
		return false;
	return least < WT_SKETCH_MARKS || __builtin_popcountll(marks_a & marks_b) * 2 >= least;
}

struct search {
	const struct wt_sketches *s;
	uint64_t *keys, *scratch;       /* owned: a key above, a number below */
	uint32_t *firsts;               /* owned: the document of each class with the lowest number */
	uint32_t nfirsts;
	struct wt_copy *members;        /* owned: the others, with the first as "original" */
	size_t nmembers, members_cap;
	uint64_t *edges;                /* owned: classes that are alike, the lower number above */
	size_t nedges, edges_cap;
	uint8_t (*met)[WT_SKETCH];      /* owned: sketches of those that meet */
};

/* Sort by `bytes` bytes of the key, the lowest first; equal ones stay in order. */
static void
sort_keys(uint64_t *keys, uint64_t *scratch, size_t n, unsigned bytes)
{
	for (unsigned k = 0; k < bytes; k++) {
		size_t starts[257] = { 0 };

		for (size_t i = 0; i < n; i++)
			starts[(keys[i] >> (32 + k * 8) & 0xff) + 1]++;
		for (int b = 0; b < 256; b++)
			starts[b + 1] += starts[b];
		for (size_t i = 0; i < n; i++)
			scratch[starts[keys[i] >> (32 + k * 8) & 0xff]++] = keys[i];
		memcpy(keys, scratch, n * sizeof *keys);
	}
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

static bool
is_none(const uint8_t *sketch)
{
	static const uint8_t none[WT_SKETCH];

	return memcmp(sketch, none, WT_SKETCH) == 0;
}

/* ---- classes ---- */

static int
add_member(struct search *f, uint32_t first, uint32_t number)
{
	struct wt_copy *at = wt_grow(f->members, &f->members_cap, f->nmembers + 1, sizeof *at);

	if (at == NULL)
		return WT_ENOMEM;
	f->members = at;
	at[f->nmembers++] = (struct wt_copy){ first, number };
	return WT_OK;
}

/* Part a run of equal hashes into classes: nearly always it is one. */
static int
class_run(struct search *f, const uint64_t *keys, size_t n)
{
	uint32_t firsts[16], count = 0;
	uint8_t one[WT_SKETCH], other[WT_SKETCH];
	int code = WT_OK;

	for (size_t i = 0; i < n && code == WT_OK; i++) {
		uint32_t number = (uint32_t)keys[i], k = 0;

		if (n == 1) {
			f->firsts[f->nfirsts++] = number;
			break;
		}
		code = f->s->get(f->s->context, number, one);
		for (; k < count && code == WT_OK; k++)
			if ((code = f->s->get(f->s->context, firsts[k], other)) == WT_OK &&
			    memcmp(one, other, WT_SKETCH) == 0)
				break;
		if (code == WT_OK && k < count) {
			code = add_member(f, firsts[k], number);
		} else if (code == WT_OK) {
			f->firsts[f->nfirsts++] = number;
			if (count < 16)
				firsts[count++] = number;
		}
	}
	return code;
}

static int
make_classes(struct search *f)
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
		sort_keys(f->keys, f->scratch, n, 4);
	for (size_t i = 0, len; i < n && code == WT_OK; i += len) {
		len = run_length(f->keys, i, n);
		code = class_run(f, f->keys + i, len);
	}
	return code;
}

/* ---- classes that are alike ---- */

static int
by_value(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return (x > y) - (x < y);
}

/* In order, each once. */
static void
sort_edges(struct search *f)
{
	size_t kept = 0;

	if (f->nedges > 1)
		qsort(f->edges, f->nedges, sizeof *f->edges, by_value);
	for (size_t i = 0; i < f->nedges; i++)
		if (kept == 0 || f->edges[kept - 1] != f->edges[i])
			f->edges[kept++] = f->edges[i];
	f->nedges = kept;
}

static int
add_edge(struct search *f, uint32_t a, uint32_t b)
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

/* Compare each with each. */
static int
meet(struct search *f, const uint64_t *keys, size_t n)
{
	int code = WT_OK;

	for (size_t i = 0; i < n && code == WT_OK; i++)
		code = f->s->get(f->s->context, (uint32_t)keys[i], f->met[i]);
	for (size_t i = 0; i < n; i++)
		for (size_t k = i + 1; k < n && code == WT_OK; k++)
			if (wt_sketch_alike(f->met[i], f->met[k]))
				code = add_edge(f, (uint32_t)keys[i], (uint32_t)keys[k]);
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
part(struct search *f, uint64_t *keys, size_t n, unsigned at)
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
		sort_keys(keys, f->scratch, n, 3);
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
look_through(struct search *f, unsigned band, unsigned count)
{
	uint8_t sketch[WT_SKETCH];
	size_t n = f->nfirsts;
	int code = WT_OK;

	for (size_t i = 0; i < n && code == WT_OK; i++) {
		code = f->s->get(f->s->context, f->firsts[i], sketch);
		for (unsigned k = 0; k < count; k++)
			f->keys[k * n + i] = band_key(sketch, band + k) | f->firsts[i];
	}
	for (unsigned k = 0; k < count && code == WT_OK; k++) {
		uint64_t *keys = f->keys + k * n;

		sort_keys(keys, f->scratch, n, 3);
		for (size_t i = 0, len; i < n && code == WT_OK; i += len) {
			len = run_length(keys, i, n);
			code = part(f, keys + i, len, 0);
		}
	}
	return code;
}

static int
make_edges(struct search *f, unsigned at_once)
{
	int code = WT_OK;

	for (unsigned band = 0; band < BANDS && code == WT_OK; band += at_once)
		code = look_through(f, band, band + at_once < BANDS ? at_once : BANDS - band);
	sort_edges(f);
	return code;
}

/* ---- originals ---- */

/* A class that has several documents or is like another. */
struct node {
	uint32_t first;         /* its document with the lowest number */
	uint32_t head;          /* its earliest */
	uint32_t rank;          /* among all nodes by their heads */
	uint32_t original;      /* node of its original; itself if it is one */
};

struct choice {
	const struct wt_sketches *s;
	struct node *nodes;     /* owned: in order of `first` */
	uint32_t count;
	uint32_t *order;        /* owned: nodes by rank */
	int err;
};

static bool
before(struct choice *c, uint32_t a, uint32_t b)
{
	bool yes = false;
	int code = c->err == WT_OK ? c->s->before(c->s->context, a, b, &yes) : c->err;

	if (c->err == WT_OK)
		c->err = code;
	return yes;
}

/* The node of a document that is the first of its class, or NULL. */
static struct node *
node_of(const struct choice *c, uint32_t first)
{
	uint32_t low = 0, high = c->count;

	while (low < high) {
		uint32_t mid = low + (high - low) / 2;

		if (c->nodes[mid].first == first)
			return &c->nodes[mid];
		if (c->nodes[mid].first < first)
			low = mid + 1;
		else
			high = mid;
	}
	return NULL;
}

static int
by_number(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return (x > y) - (x < y);
}

static int
make_nodes(struct choice *c, const struct search *f)
{
	size_t most = f->nedges * 2 + f->nmembers, n = 0;
	uint32_t *firsts = malloc((most + 1) * sizeof *firsts);

	if (firsts == NULL)
		return WT_ENOMEM;
	for (size_t i = 0; i < f->nedges; i++) {
		firsts[n++] = (uint32_t)(f->edges[i] >> 32);
		firsts[n++] = (uint32_t)f->edges[i];
	}
	for (size_t i = 0; i < f->nmembers; i++)
		firsts[n++] = f->members[i].original;
	qsort(firsts, n, sizeof *firsts, by_number);
	c->nodes = malloc((n + 1) * sizeof *c->nodes);
	c->order = malloc((n + 1) * 2 * sizeof *c->order);
	for (size_t i = 0; i < n && c->nodes != NULL; i++)
		if (c->count == 0 || c->nodes[c->count - 1].first != firsts[i])
			c->nodes[c->count++] = (struct node){ .first = firsts[i], .head = firsts[i] };
	free(firsts);
	if (c->nodes == NULL || c->order == NULL)
		return WT_ENOMEM;
	for (size_t i = 0; i < f->nmembers; i++) {
		struct node *node = node_of(c, f->members[i].original);

		if (before(c, f->members[i].copy, node->head))
			node->head = f->members[i].copy;
	}
	return c->err;
}

/* Merge sort, from short runs to long ones. */
static void
sort_nodes(struct choice *c)
{
	uint32_t n = c->count, *from = c->order, *to = c->order + n;

	for (uint32_t i = 0; i < n; i++)
		from[i] = i;
	for (size_t run = 1; run < n; run *= 2) {
		uint32_t *other = from;

		for (size_t at = 0; at < n; at += run * 2) {
			size_t mid = at + run < n ? at + run : n, end = mid + run < n ? mid + run : n;
			size_t a = at, b = mid, k = at;

			while (k < end) {
				bool second = a == mid || (b < end &&
				    before(c, c->nodes[from[b]].head, c->nodes[from[a]].head));

				to[k++] = from[second ? b++ : a++];
			}
		}
		from = to;
		to = other;
	}
	if (from != c->order)
		memmove(c->order, from, n * sizeof *from);
	for (uint32_t i = 0; i < n; i++)
		c->nodes[c->order[i]].rank = i;
}

/* From the earliest on: a copy of the earliest original it is like, or an original. */
static int
choose_originals(struct choice *c, const struct search *f)
{
	uint64_t *pairs = malloc((f->nedges + 1) * sizeof *pairs);

	if (pairs == NULL)
		return WT_ENOMEM;
	/* The rank of the later one above, that of the earlier below. */
	for (size_t i = 0; i < f->nedges; i++) {
		uint32_t a = node_of(c, (uint32_t)(f->edges[i] >> 32))->rank;
		uint32_t b = node_of(c, (uint32_t)f->edges[i])->rank;

		pairs[i] = a > b ? (uint64_t)a << 32 | b : (uint64_t)b << 32 | a;
	}
	qsort(pairs, f->nedges, sizeof *pairs, by_value);
	for (uint32_t i = 0; i < c->count; i++)
		c->nodes[i].original = i;
	for (size_t i = 0; i < f->nedges; i++) {
		struct node *late = &c->nodes[c->order[pairs[i] >> 32]];
		uint32_t early = c->order[(uint32_t)pairs[i]];

		if (c->order[late->rank] == late->original && c->nodes[early].original == early)
			late->original = early;
	}
	free(pairs);
	return WT_OK;
}

/* ---- the answer ---- */

static void
put_copy(struct wt_copy *list, size_t *count, uint32_t original, uint32_t copy)
{
	if (original != copy)
		list[(*count)++] = (struct wt_copy){ original, copy };
}

static bool
copy_before(struct choice *c, const struct wt_copy *a, const struct wt_copy *b)
{
	if (a->original != b->original)
		return a->original < b->original;
	return before(c, a->copy, b->copy);
}

static void
sort_copies(struct choice *c, struct wt_copy *list, struct wt_copy *scratch, size_t n)
{
	size_t mid = n / 2, a = 0, b = mid;

	if (n < 2)
		return;
	sort_copies(c, list, scratch, mid);
	sort_copies(c, list + mid, scratch, n - mid);
	memcpy(scratch, list, n * sizeof *list);
	for (size_t k = 0; k < n; k++) {
		bool second = a == mid || (b < n && copy_before(c, &scratch[b], &scratch[a]));

		list[k] = scratch[second ? b++ : a++];
	}
}

static int
write_copies(struct choice *c, const struct search *f, struct wt_copy **copies, size_t *count)
{
	size_t most = c->count + f->nmembers;
	struct wt_copy *list = malloc((most + 1) * 2 * sizeof *list);

	if (list == NULL)
		return WT_ENOMEM;
	for (uint32_t i = 0; i < c->count; i++)
		put_copy(list, count, c->nodes[c->nodes[i].original].head, c->nodes[i].first);
	for (size_t i = 0; i < f->nmembers; i++) {
		const struct node *node = node_of(c, f->members[i].original);

		put_copy(list, count, c->nodes[node->original].head, f->members[i].copy);
	}
	sort_copies(c, list, list + most + 1, *count);
	if (c->err != WT_OK)
		free(list);
	else
		*copies = list;
	return c->err;
}

static int
choose(const struct search *f, struct wt_copy **copies, size_t *count)
{
	struct choice c = { .s = f->s };
	int code = make_nodes(&c, f);

	if (code == WT_OK) {
		sort_nodes(&c);
		code = c.err;
	}
	if (code == WT_OK)
		code = choose_originals(&c, f);
	if (code == WT_OK)
		code = write_copies(&c, f, copies, count);
	free(c.nodes);
	free(c.order);
	return code;
}

int
wt_copies_find(const struct wt_sketches *s, struct wt_copy **copies, size_t *count)
{
	struct search f = { .s = s };
	size_t n = (size_t)s->count + 1, at_once = WORK / (n * sizeof *f.keys);
	int code = WT_ENOMEM;

	*copies = NULL;
	*count = 0;
	at_once = at_once < 1 ? 1 : at_once > BANDS ? BANDS : at_once;
	f.keys = malloc(n * at_once * sizeof *f.keys);
	f.scratch = malloc(n * sizeof *f.scratch);
	f.firsts = malloc(n * sizeof *f.firsts);
	f.met = malloc(MEET * sizeof *f.met);
	if (f.keys != NULL && f.scratch != NULL && f.firsts != NULL && f.met != NULL &&
	    (code = make_classes(&f)) == WT_OK)
		code = make_edges(&f, (unsigned)at_once);
	free(f.keys);
	free(f.scratch);
	free(f.firsts);
	free(f.met);
	if (code == WT_OK && f.nedges + f.nmembers > 0)
		code = choose(&f, copies, count);
	free(f.members);
	free(f.edges);
	if (*count == 0) {
		free(*copies);
		*copies = NULL;
	}
	return code;
}
