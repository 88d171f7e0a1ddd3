/*
 * originals.c - of classes that are alike, which are originals: the end of the search of
 * alike.c.
 *
 * The classes are gone through from the earliest on: one that is like an original before
 * it is a copy of the earliest of these, else it is an original.  So likeness is not passed
 * on: a copy resembles its original itself.
 */
#include "index/alike_private.h"

#include <stdlib.h>
#include <string.h>

/* A class that has several documents or is like another. */
struct node {
	uint32_t head;          /* its earliest document */
	uint32_t rank;          /* among all nodes by their heads */
	uint32_t original;      /* node of its original; itself if it is one */
};

struct choice {
	const struct wt_sketches *s;
	struct node *nodes;     /* owned: in order of heads */
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

/* The node of a class that has one. */
static struct node *
node_of(const struct choice *c, uint32_t head)
{
	uint32_t low = 0, high = c->count;

	while (high - low > 1) {
		uint32_t mid = low + (high - low) / 2;

		if (c->nodes[mid].head <= head)
			low = mid;
		else
			high = mid;
	}
	return &c->nodes[low];
}

static int
make_nodes(struct choice *c, const struct wt_search *f)
{
	size_t most = f->nedges * 2 + f->nmembers, n = 0;
	uint32_t *heads = malloc((most + 1) * sizeof *heads);

	if (heads == NULL)
		return WT_ENOMEM;
	for (size_t i = 0; i < f->nedges; i++) {
		heads[n++] = (uint32_t)(f->edges[i] >> 32);
		heads[n++] = (uint32_t)f->edges[i];
	}
	for (size_t i = 0; i < f->nmembers; i++)
		heads[n++] = f->members[i].original;
	qsort(heads, n, sizeof *heads, wt_by_number);
	c->nodes = malloc((n + 1) * sizeof *c->nodes);
	c->order = malloc((n + 1) * 2 * sizeof *c->order);
	for (size_t i = 0; i < n && c->nodes != NULL; i++)
		if (c->count == 0 || c->nodes[c->count - 1].head != heads[i])
			c->nodes[c->count++] = (struct node){ .head = heads[i] };
	free(heads);
	return c->nodes == NULL || c->order == NULL ? WT_ENOMEM : WT_OK;
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
choose_originals(struct choice *c, const struct wt_search *f)
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
	qsort(pairs, f->nedges, sizeof *pairs, wt_by_value);
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
write_copies(struct choice *c, const struct wt_search *f, struct wt_copy **copies, size_t *count)
{
	size_t most = c->count + f->nmembers;
	struct wt_copy *list = malloc((most + 1) * 2 * sizeof *list);

	if (list == NULL)
		return WT_ENOMEM;
	for (uint32_t i = 0; i < c->count; i++)
		put_copy(list, count, c->nodes[c->nodes[i].original].head, c->nodes[i].head);
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

int
wt_originals_choose(const struct wt_search *f, struct wt_copy **copies, size_t *count)
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
