/* iter_bool.c - AND with what is taken away, and OR; behind iter.h. */
#include "query/iter.h"

#include <stdlib.h>

#define WALK 8          /* a document is walked over so many times faster than looked for */

/* ---- AND ---- */

struct all_of {
	struct wt_iter it;
	struct wt_iter **must, **out;   /* must: cheapest first */
	size_t must_count, out_count;
};

static uint32_t
all_bound(struct wt_iter *it, uint32_t target, uint32_t *last)
{
	struct all_of *a = (struct all_of *)it;
	uint32_t sum = 0, one_last;

	*last = WT_NO_DOC;
	for (size_t i = 0; i < a->must_count; i++) {
		if (a->must[i]->most == 0)
			continue;
		sum += wt_iter_bound(a->must[i], target, &one_last);
		if (one_last < *last)
			*last = one_last;
	}
	return sum;
}

/* Tell each child what it has to bring, if all others bring their most. */
static void
share_least(struct all_of *a)
{
	for (size_t i = 0; i < a->must_count; i++) {
		uint32_t others = a->it.most - a->must[i]->most;

		a->must[i]->least = a->it.least > others ? a->it.least - others : 0;
	}
}

/* The next document from target on that every child has, or WT_NO_DOC. */
static uint32_t
meet(struct all_of *a, uint32_t target)
{
	for (size_t i = 0; i < a->must_count; ) {
		struct wt_iter *child = a->must[i];

		wt_iter_seek(child, target);
		if (child->doc == WT_NO_DOC)
			return WT_NO_DOC;
		i = child->doc > target && i > 0 ? 0 : i + 1;
		target = child->doc;
	}
	return target;
}

static bool
taken_away(struct all_of *a, uint32_t doc)
{
	for (size_t i = 0; i < a->out_count; i++) {
		wt_iter_seek(a->out[i], doc);
		if (a->out[i]->doc == doc)
			return true;
	}
	return false;
}

static void
all_seek(struct wt_iter *it, uint32_t target)
{
	struct all_of *a = (struct all_of *)it;
	uint32_t last = 0;
	bool checked = false;

	it->doc = WT_NO_DOC;
	share_least(a);
	while (it->scan->err == WT_OK) {
		if (it->least > 0 && (!checked || target > last)) {
			if (all_bound(it, target, &last) < it->least) {
				if (last == WT_NO_DOC)
					return;
				target = last + 1;
				continue;
			}
			checked = true;
		}
		if ((target = meet(a, target)) == WT_NO_DOC)
			return;
		if (it->least > 0 && target > last)
			continue;
		if (!taken_away(a, target)) {
			it->doc = target;
			return;
		}
		target++;
	}
}

static uint32_t
all_score(struct wt_iter *it)
{
	struct all_of *a = (struct all_of *)it;
	uint32_t sum = 0;

	for (size_t i = 0; i < a->must_count; i++) {
		if (a->must[i]->most > 0)
			sum += wt_iter_score(a->must[i]);
	}
	return sum;
}

/*
 * Whether it is cheaper to walk all of `child` than to look for each of the documents
 * that the cheapest child has.
 */
static bool
worth_walking(const struct all_of *a, const struct wt_iter *child)
{
	return child->cost / WALK < a->must[0]->cost;
}

/* Keep the bits that are set, or not set, for `child` too, looking for each. */
static void
look_up(struct wt_iter *child, bool wanted, uint32_t base, size_t words, uint64_t *bits,
    uint32_t *scores)
{
	for (size_t i = 0; i < words; i++) {
		for (uint64_t left = bits[i]; left != 0; left &= left - 1) {
			uint64_t bit = left & (0 - left);
			uint32_t at = (uint32_t)i * 64 + (uint32_t)__builtin_ctzll(left);

			wt_iter_seek(child, base + at);
			if ((child->doc == base + at) != wanted)
				bits[i] &= ~bit;
			else if (wanted && scores != NULL)
				scores[at] += wt_iter_score(child);
		}
	}
}

/* The same, walking all of the child if that is cheaper. */
static void
intersect(struct all_of *a, struct wt_iter *child, bool wanted, uint32_t base, uint32_t end,
    uint64_t *bits, uint64_t *spare, uint32_t *scores)
{
	size_t words = (end - base + (size_t)63) / 64;

	wt_iter_seek(child, base);
	if (!worth_walking(a, child)) {
		look_up(child, wanted, base, words, bits, scores);
		return;
	}
	memset(spare, 0, words * sizeof *spare);
	wt_iter_collect(child, base, end, spare, wanted ? scores : NULL);
	for (size_t i = 0; i < words; i++)
		bits[i] &= wanted ? spare[i] : ~spare[i];
}

/*
 * The matches from base to end, all at once: from the cheapest child, cut down by the
 * others.  `set` has room for twice the bits, `scores` (or NULL) is zeroed.
 */
static void
fill_set(struct all_of *a, uint32_t base, uint32_t end, uint64_t *set, uint32_t *scores)
{
	size_t words = (end - base + (size_t)63) / 64;

	memset(set, 0, words * sizeof *set);
	wt_iter_seek(a->must[0], base);
	wt_iter_collect(a->must[0], base, end, set, scores);
	for (size_t i = 1; i < a->must_count; i++)
		intersect(a, a->must[i], true, base, end, set, set + words, scores);
	for (size_t i = 0; i < a->out_count; i++)
		intersect(a, a->out[i], false, base, end, set, set + words, NULL);
}

static void
all_collect(struct wt_iter *it, uint32_t base, uint32_t end, uint64_t *bits, uint32_t *scores)
{
	struct all_of *a = (struct all_of *)it;
	size_t words = (end - base + (size_t)63) / 64;
	bool walk = false;
	uint64_t *set;

	for (size_t i = 1; i < a->must_count; i++)
		walk = walk || worth_walking(a, a->must[i]);
	for (size_t i = 0; i < a->out_count; i++)
		walk = walk || worth_walking(a, a->out[i]);
	if (scores != NULL || !walk) {
		wt_iter_collect_each(it, base, end, bits, scores);
		return;
	}
	if ((set = malloc((words * 2 + 1) * sizeof *set)) == NULL) {
		wt_scan_fail(it->scan, WT_ENOMEM);
		it->doc = WT_NO_DOC;
		return;
	}
	fill_set(a, base, end, set, NULL);
	for (size_t i = 0; i < words; i++)
		bits[i] |= set[i];
	free(set);
	all_seek(it, end);
}

/* The first document from the current one on in blocks that may reach `least`. */
static uint32_t
worth_from(struct wt_iter *it, uint32_t end, uint32_t least)
{
	uint32_t at = it->doc, last = 0;

	while (at < end && all_bound(it, at, &last) < least)
		at = last < end ? last + 1 : end;
	return at;
}

static uint32_t
all_above(struct wt_iter *it, uint32_t end, uint32_t least, uint32_t *docs, uint32_t *scores)
{
	struct all_of *a = (struct all_of *)it;
	uint32_t from = worth_from(it, end, least), sums[WT_ITER_ROOM], n = 0;
	uint64_t set[2 * WT_ITER_ROOM / 64];

	end = end - from < WT_ITER_ROOM ? end : from + WT_ITER_ROOM;
	if (from < end) {
		memset(sums, 0, (end - from) * sizeof *sums);
		fill_set(a, from, end, set, sums);
		for (uint32_t i = 0; i < (end - from + 63) / 64; i++) {
			for (uint64_t left = set[i]; left != 0; left &= left - 1) {
				uint32_t at = i * 64 + (uint32_t)__builtin_ctzll(left);

				docs[n] = from + at;
				scores[n] = sums[at];
				n += sums[at] >= least;
			}
		}
	}
	all_seek(it, end);
	return n;
}

bool
wt_iter_is_dense(const struct wt_iter *it)
{
	const struct all_of *a = (const struct all_of *)it;

	return it->ops->collect == all_collect && a->must_count > 1 &&
	    worth_walking(a, a->must[1]);
}

static const struct wt_iter_ops all_ops = { all_seek, all_score, all_bound, all_collect,
	all_above, NULL };

/* Put a child into its place by cost. */
static void
insert(struct all_of *a, struct wt_iter *child)
{
	size_t at = a->must_count++;

	for (; at > 0 && a->must[at - 1]->cost > child->cost; at--)
		a->must[at] = a->must[at - 1];
	a->must[at] = child;
	a->it.most += child->most;
}

/* Open the children, until one shows that nothing matches. */
static void
open_children(struct all_of *a, const struct wt_plan *plan)
{
	bool ranked = a->it.scan->ranked;
	bool empty = false;

	for (size_t i = 0; i < plan->child_count && !empty; i++) {
		struct wt_iter *child;

		if (plan->children[i]->negated)
			continue;
		if ((child = wt_iter_open(a->it.scan, plan->children[i])) == NULL)
			return;
		insert(a, child);
		empty = child->doc == WT_NO_DOC;
	}
	a->it.scan->ranked = false;
	for (size_t i = 0; i < plan->child_count && !empty; i++) {
		struct wt_iter *child;

		if (!plan->children[i]->negated)
			continue;
		if ((child = wt_iter_open(a->it.scan, plan->children[i])) == NULL)
			break;
		a->out[a->out_count++] = child;
	}
	a->it.scan->ranked = ranked;
}

struct wt_iter *
wt_iter_all_of(struct wt_scan *scan, const struct wt_plan *plan)
{
	struct all_of *a = wt_iter_new(scan, sizeof *a, &all_ops);

	if (a == NULL)
		return NULL;
	a->it.doc = WT_NO_DOC;
	a->must = wt_arena_array(&scan->arena, plan->child_count, sizeof(struct wt_iter *));
	a->out = wt_arena_array(&scan->arena, plan->child_count, sizeof(struct wt_iter *));
	if (a->must == NULL || a->out == NULL) {
		wt_scan_fail(scan, WT_ENOMEM);
		return NULL;
	}
	open_children(a, plan);
	if (a->must_count == 0)
		return &a->it;
	a->it.cost = a->must[0]->cost;
	for (size_t i = 0; i < a->must_count; i++) {
		if (a->must[i]->doc == WT_NO_DOC)
			return &a->it;
	}
	all_seek(&a->it, 0);
	return &a->it;
}

/* ---- OR ---- */

struct any_of {
	struct wt_iter it;
	struct wt_iter **heap;          /* the child with the least document on top */
	size_t count;
};

static void
sift_down(struct any_of *a, size_t at)
{
	struct wt_iter *moved = a->heap[at];

	for (;;) {
		size_t child = 2 * at + 1;

		if (child >= a->count)
			break;
		if (child + 1 < a->count && a->heap[child + 1]->doc < a->heap[child]->doc)
			child++;
		if (a->heap[child]->doc >= moved->doc)
			break;
		a->heap[at] = a->heap[child];
		at = child;
	}
	a->heap[at] = moved;
}

static uint32_t
any_bound(struct wt_iter *it, uint32_t target, uint32_t *last)
{
	struct any_of *a = (struct any_of *)it;
	uint32_t one_last;
	uint64_t sum = 0;

	*last = WT_NO_DOC;
	for (size_t i = 0; i < a->count; i++) {
		if (a->heap[i]->most == 0)
			continue;
		sum += wt_iter_bound(a->heap[i], target, &one_last);
		if (one_last < *last)
			*last = one_last;
	}
	return sum < it->most ? (uint32_t)sum : it->most;
}

static void
any_seek(struct wt_iter *it, uint32_t target)
{
	struct any_of *a = (struct any_of *)it;
	uint32_t last;

	while (it->least > 0 && any_bound(it, target, &last) < it->least) {
		if (last == WT_NO_DOC) {
			it->doc = WT_NO_DOC;
			return;
		}
		target = last + 1;
	}
	while (a->count > 0 && a->heap[0]->doc < target) {
		wt_iter_seek(a->heap[0], target);
		sift_down(a, 0);
	}
	it->doc = a->count > 0 ? a->heap[0]->doc : WT_NO_DOC;
}

/* The sum over those of the heap below `at` that stand on the document. */
static uint32_t
score_below(struct any_of *a, size_t at)
{
	uint32_t sum = 0;

	if (at >= a->count || a->heap[at]->doc != a->it.doc)
		return 0;
	if (a->heap[at]->most > 0)
		sum = wt_iter_score(a->heap[at]);
	return sum + score_below(a, 2 * at + 1) + score_below(a, 2 * at + 2);
}

static uint32_t
any_score(struct wt_iter *it)
{
	return score_below((struct any_of *)it, 0);
}

static void
any_collect(struct wt_iter *it, uint32_t base, uint32_t end, uint64_t *bits, uint32_t *scores)
{
	struct any_of *a = (struct any_of *)it;

	for (size_t i = 0; i < a->count; i++)
		wt_iter_collect(a->heap[i], base, end, bits, scores);
	for (size_t i = a->count; i-- > 0; )
		sift_down(a, i);
	it->doc = a->count > 0 ? a->heap[0]->doc : WT_NO_DOC;
}

static const struct wt_iter_ops any_ops = { any_seek, any_score, any_bound, any_collect,
	wt_iter_above_each, NULL };

struct wt_iter *
wt_iter_any_of(struct wt_scan *scan, const struct wt_plan *plan)
{
	struct any_of *a = wt_iter_new(scan, sizeof *a, &any_ops);

	if (a == NULL)
		return NULL;
	a->heap = wt_arena_array(&scan->arena, plan->child_count, sizeof(struct wt_iter *));
	if (a->heap == NULL) {
		wt_scan_fail(scan, WT_ENOMEM);
		return NULL;
	}
	for (size_t i = 0; i < plan->child_count; i++) {
		struct wt_iter *child = wt_iter_open(scan, plan->children[i]);

		if (child == NULL)
			return NULL;
		if (child->doc == WT_NO_DOC)
			continue;
		a->heap[a->count++] = child;
		a->it.cost += child->cost;
		a->it.most += child->most;
	}
	for (size_t i = a->count; i-- > 0; )
		sift_down(a, i);
	a->it.doc = a->count > 0 ? a->heap[0]->doc : WT_NO_DOC;
	return &a->it;
}
