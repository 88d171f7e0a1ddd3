/*
 * best.c - behind best.h.
 *
 * A query that is one iterator is walked with its `least` raised as the heap fills.
 *
 * Alternatives are taken in windows of documents, as MaxScore does.  In a window each
 * clause has a bound, the highest of its blocks there.  The clauses with the lowest
 * bounds, as long as together they stay below the least score that gets in, cannot
 * carry a document on their own: only the others, the essential ones, are walked.
 * Their scores are added up in an array; where the sum and the bounds of the rest
 * reach the least, the rest is looked up, highest bound first, until it is clear that
 * the document cannot get in, or its score is known.
 */
#include "query/best.h"

#define WINDOW 4096     /* documents; the arrays fit a cache of the first level */

struct clause {
	struct wt_iter *it;
	uint32_t bound;         /* in the window */
};

struct best {
	struct wt_scan *scan;
	struct wt_top *top;
	const uint8_t *deleted; /* NULL: none is */
	struct clause *clauses; /* lowest bound first */
	size_t count;
	uint64_t rest;          /* sum of the bounds of those that are not essential */
	size_t first;           /* the first essential one */
	uint64_t bits[WINDOW / 64];
	uint32_t scores[WINDOW], docs[WT_ITER_ROOM];
};

static void
offer(struct best *b, uint32_t doc, uint32_t score)
{
	if (b->deleted != NULL && (b->deleted[doc / 8] >> doc % 8 & 1) != 0)
		return;
	wt_scan_fail(b->scan, wt_top_offer(b->top, b->scan->number, doc, score));
}

/* ---- one iterator ---- */

static void
walk(struct best *b, struct wt_iter *it)
{
	while (it->doc != WT_NO_DOC && b->scan->err == WT_OK) {
		uint32_t doc = it->doc, score = wt_iter_score(it);

		if (score >= it->least)
			offer(b, doc, score);
		it->least = wt_top_least(b->top);
		wt_iter_seek(it, doc + 1);
	}
}

/* ---- alternatives ---- */

/* The highest bound of a clause in [from, end); lowers *reach to where it holds. */
static uint32_t
window_bound(struct wt_iter *it, uint32_t from, uint32_t end, uint32_t *reach)
{
	uint32_t highest = 0, last = 0;

	if (it->doc >= end) {
		if (it->doc != WT_NO_DOC && it->doc - 1 < *reach)
			*reach = it->doc - 1;
		return 0;
	}
	for (uint32_t at = from; at < end; at = last + 1) {
		uint32_t bound = wt_iter_bound(it, at, &last);

		highest = bound > highest ? bound : highest;
		if (last == WT_NO_DOC)
			break;
	}
	if (last < *reach)
		*reach = last;
	return highest;
}

/* Bound all clauses, order them, and find the essential ones. */
static void
divide(struct best *b, uint32_t from, uint32_t end, uint32_t *reach)
{
	uint32_t least = wt_top_least(b->top);

	*reach = WT_NO_DOC;
	for (size_t i = 0; i < b->count; i++) {
		struct clause c = b->clauses[i];
		size_t at = i;

		c.bound = window_bound(c.it, from, end, reach);
		for (; at > 0 && b->clauses[at - 1].bound > c.bound; at--)
			b->clauses[at] = b->clauses[at - 1];
		b->clauses[at] = c;
	}
	b->rest = 0;
	for (b->first = 0; b->first < b->count; b->first++) {
		if (b->rest + b->clauses[b->first].bound >= least)
			break;
		b->rest += b->clauses[b->first].bound;
	}
}

/* Add what the clauses that are not essential say of a document, and offer it. */
static void
finish(struct best *b, uint32_t doc, uint32_t score)
{
	uint64_t rest = b->rest;
	uint32_t least = wt_top_least(b->top);

	for (size_t i = b->first; i-- > 0; ) {
		struct wt_iter *it = b->clauses[i].it;

		if (score + rest < least)
			return;
		rest -= b->clauses[i].bound;
		wt_iter_seek(it, doc);
		if (it->doc == doc)
			score += wt_iter_score(it);
	}
	if (score >= least)
		offer(b, doc, score);
}

/* One clause is essential: only what it scores high enough itself needs a look. */
static void
walk_one(struct best *b, uint32_t from, uint32_t end)
{
	struct wt_iter *it = b->clauses[b->first].it;

	wt_iter_seek(it, from);
	while (it->doc < end && b->scan->err == WT_OK) {
		uint32_t least = wt_top_least(b->top), n;

		least = least > b->rest ? least - (uint32_t)b->rest : 0;
		n = wt_iter_above(it, end, least, b->docs, b->scores);
		for (uint32_t i = 0; i < n; i++)
			finish(b, b->docs[i], b->scores[i]);
	}
}

/* Several are essential: add them up, then look at the sums in order. */
static void
walk_many(struct best *b, uint32_t from, uint32_t end)
{
	memset(b->bits, 0, sizeof b->bits);
	memset(b->scores, 0, sizeof b->scores);
	for (size_t i = b->first; i < b->count; i++) {
		wt_iter_seek(b->clauses[i].it, from);
		wt_iter_collect(b->clauses[i].it, from, end, b->bits, b->scores);
	}
	for (uint32_t i = 0; i < WINDOW / 64; i++) {
		for (uint64_t left = b->bits[i]; left != 0; left &= left - 1) {
			uint32_t at = i * 64 + (uint32_t)__builtin_ctzll(left);

			if (b->scores[at] + b->rest >= wt_top_least(b->top))
				finish(b, from + at, b->scores[at]);
		}
	}
}

static uint32_t
first_doc(const struct best *b)
{
	uint32_t doc = WT_NO_DOC;

	for (size_t i = 0; i < b->count; i++)
		doc = b->clauses[i].it->doc < doc ? b->clauses[i].it->doc : doc;
	return doc;
}

static void
walk_windows(struct best *b)
{
	uint32_t from = first_doc(b), end, reach, least_doc;

	while (from < b->scan->docs && b->scan->err == WT_OK) {
		end = b->scan->docs - from > WINDOW ? from + WINDOW : b->scan->docs;
		divide(b, from, end, &reach);
		if (b->first == b->count && reach == WT_NO_DOC)
			break;
		if (b->first == b->count && reach >= end)
			end = reach + 1;
		else if (b->first + 1 == b->count)
			walk_one(b, from, end);
		else if (b->first < b->count)
			walk_many(b, from, end);
		least_doc = first_doc(b);
		from = least_doc > end ? least_doc : end;
	}
}

/* ---- which way ---- */

static void
add_clause(struct best *b, struct wt_iter *it)
{
	if (it == NULL) {
		wt_scan_fail(b->scan, WT_ENOMEM);
		return;
	}
	if (it->doc != WT_NO_DOC)
		b->clauses[b->count++].it = it;
}

/* The word or phrase, and its bonus, as clauses: what the title has the text has too. */
static void
add_text(struct best *b, const struct wt_plan *plan)
{
	add_clause(b, wt_iter_text(b->scan, plan));
	if (plan->bonus != NULL && plan->weight > 0)
		add_clause(b, wt_iter_text(b->scan, plan->bonus));
}

static bool
is_alternatives(const struct wt_plan *plan)
{
	return plan->kind == WT_PLAN_OR || (plan->kind == WT_PLAN_TEXT && plan->slot_count == 1);
}

static void
open_clauses(struct best *b, const struct wt_plan *plan)
{
	size_t most = plan->child_count * 2 + 2;

	b->clauses = wt_arena_array(&b->scan->arena, most, sizeof *b->clauses);
	if (b->clauses == NULL) {
		wt_scan_fail(b->scan, WT_ENOMEM);
		return;
	}
	if (plan->kind == WT_PLAN_TEXT)
		add_text(b, plan);
	for (size_t i = 0; i < plan->child_count && b->scan->err == WT_OK; i++) {
		if (plan->children[i]->kind == WT_PLAN_TEXT)
			add_text(b, plan->children[i]);
		else
			add_clause(b, wt_iter_open(b->scan, plan->children[i]));
	}
}

int
wt_best_offer(struct wt_scan *scan, const struct wt_plan *plan, struct wt_top *top)
{
	struct best *b = wt_arena_alloc(&scan->arena, sizeof *b);
	struct wt_iter *it;

	if (b == NULL) {
		wt_scan_fail(scan, WT_ENOMEM);
		return scan->err;
	}
	b->scan = scan;
	b->top = top;
	b->deleted = wt_segment_mask(scan->segment);
	b->clauses = NULL;
	b->count = 0;
	if (is_alternatives(plan)) {
		open_clauses(b, plan);
		if (scan->err == WT_OK)
			walk_windows(b);
	} else if ((it = wt_iter_open(scan, plan)) != NULL && wt_iter_is_dense(it)) {
		struct clause one = { it, 0 };

		b->clauses = &one;
		b->count = 1;
		b->rest = b->first = 0;
		walk_one(b, 0, scan->docs);
	} else if (it != NULL) {
		walk(b, it);
	}
	if (scan->err == WT_OK)
		scan->err = wt_segment_error(scan->segment);
	return scan->err;
}
