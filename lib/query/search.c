/* search.c - parse, plan, and a scan for each segment; behind search.h. */
#include "query/search.h"
#include "query/best.h"
#include "query/fold.h"
#include "query/order.h"

#include <stdlib.h>

struct wt_query {
	struct wt_rules rules;
	struct wt_arena arena;
	struct wt_node *tree;
	struct wt_planner planner;
	struct wt_plan *plan;
	const struct wt_copies *copies; /* borrowed: NULL unless folded */
};

int
wt_query_open(const struct wt_index *ix, const struct wt_rules *rules, struct wt_span text,
    struct wt_query **out, struct wt_error *error)
{
	struct wt_query *q = calloc(1, sizeof *q);
	int err = WT_OK;

	*out = NULL;
	if (q == NULL)
		return wt_error_set(error, WT_ENOMEM, 0, "memory ran out");
	q->rules = *rules;
	q->planner.index = ix;
	q->planner.rules = &q->rules;
	q->planner.arena = &q->arena;
	q->planner.error = error;
	if (text.at != NULL)
		err = wt_query_parse(&q->arena, text, &q->tree, error);
	if (err == WT_OK)
		err = wt_plan_make(&q->planner, q->tree, &q->plan);
	q->planner.error = NULL;
	if (err != WT_OK)
		wt_query_close(q);
	else
		*out = q;
	return err;
}

void
wt_query_close(struct wt_query *q)
{
	if (q == NULL)
		return;
	wt_plan_free(&q->planner);
	wt_arena_free(&q->arena);
	free(q);
}

void
wt_query_fold(struct wt_query *q, const struct wt_copies *copies)
{
	q->copies = copies != NULL && wt_copies_count(copies) > 0 ? copies : NULL;
}

/* Say what was damaged, if that is known.  An answer that met damage is none. */
static int
report(struct wt_query *q, int err, struct wt_error *error)
{
	if (err == WT_OK)
		return wt_index_error(q->planner.index, error);
	if (err == WT_ELIMIT)
		return wt_error_set(error, err, 0, "a prefix in NEAR stands for more than %d words",
		    WT_SOURCE_LISTS);
	wt_error_set(error, err, 0, "%s", wt_strerror(err));
	if (err == WT_ECORRUPT)
		wt_index_error(q->planner.index, error);
	return err;
}

/* ---- sets ---- */

/* Set the bits of the live matches of a segment, and count them. */
static int
collect(struct wt_query *q, uint32_t segment, uint64_t *bits, uint64_t *count)
{
	struct wt_scan scan;
	struct wt_iter *it;
	int err = wt_scan_open(&scan, &q->planner, segment, false);

	if (err == WT_OK && (it = wt_iter_open(&scan, q->plan)) != NULL)
		wt_iter_collect(it, 0, scan.docs, bits, NULL);
	if (err == WT_OK)
		err = scan.err;
	if (err == WT_OK)
		err = wt_segment_error(scan.segment);
	*count += wt_bits_live(bits, scan.segment);
	wt_scan_close(&scan);
	return err;
}

int
wt_query_matches(struct wt_query *q, struct wt_matches *matches, struct wt_error *error)
{
	int err = wt_matches_open(matches, q->planner.index);

	for (uint32_t s = 0; s < matches->segments && err == WT_OK; s++)
		err = collect(q, s, matches->bits[s], &matches->count);
	if (err == WT_OK && q->copies != NULL)
		wt_fold_matches(q->copies, matches, NULL);
	if (err != WT_OK)
		wt_matches_free(matches);
	return report(q, err, error);
}

/* Whether the dictionary alone knows how many documents of a segment match. */
static bool
known_count(const struct wt_query *q, uint32_t segment, uint64_t *count)
{
	const struct wt_segment *s = wt_index_segment(q->planner.index, segment);
	const struct wt_entries *entries;

	if (wt_segment_deleted(s) != 0)
		return false;
	if (q->plan->kind == WT_PLAN_ALL) {
		*count += wt_segment_docs(s);
		return true;
	}
	if ((q->plan->kind != WT_PLAN_TEXT && q->plan->kind != WT_PLAN_FLAGS) ||
	    q->plan->slot_count != 1)
		return false;
	entries = &q->plan->slots[0].entries[segment];
	if (entries->count > 1)
		return false;
	*count += entries->count == 1 ? entries->at[0].docs : 0;
	return true;
}

static int
count_folded(struct wt_query *q, uint64_t *count, struct wt_error *error)
{
	struct wt_matches m = { 0 };
	int err = wt_query_matches(q, &m, error);

	*count = m.count;
	wt_matches_free(&m);
	return err;
}

int
wt_query_count(struct wt_query *q, uint64_t *count, struct wt_error *error)
{
	int err = WT_OK;

	*count = 0;
	if (q->copies != NULL)
		return count_folded(q, count, error);
	for (uint32_t s = 0; s < q->planner.segments && err == WT_OK; s++) {
		uint32_t docs = wt_segment_docs(wt_index_segment(q->planner.index, s));
		uint64_t *bits;

		if (known_count(q, s, count))
			continue;
		if ((bits = calloc(docs / 64 + (size_t)1, sizeof *bits)) == NULL)
			err = WT_ENOMEM;
		else
			err = collect(q, s, bits, count);
		free(bits);
	}
	return report(q, err, error);
}

/* ---- by score ---- */

static int
top_by_score(struct wt_query *q, size_t offset, size_t limit, struct wt_found *found,
    size_t *count)
{
	struct wt_top top;
	struct wt_scan scan;
	int err = WT_OK;

	wt_top_open(&top, offset + limit);
	for (uint32_t s = 0; s < q->planner.segments && err == WT_OK; s++) {
		if ((err = wt_scan_open(&scan, &q->planner, s, true)) == WT_OK)
			err = wt_best_offer(&scan, q->plan, &top);
		wt_scan_close(&scan);
	}
	wt_top_sort(&top);
	for (size_t i = offset; i < top.count && err == WT_OK; i++) {
		const struct wt_hit *hit = &top.heap[i];

		found[(*count)++] = (struct wt_found){ hit->segment, hit->doc,
		    wt_document_date(wt_index_segment(q->planner.index, hit->segment), hit->doc),
		    (double)hit->score / (double)q->planner.unit };
	}
	wt_top_close(&top);
	return err;
}

/* ---- by score, copies folded ---- */

/* Does one document match? */
static int
matches_one(struct wt_query *q, struct wt_place p, bool *yes)
{
	struct wt_scan scan;
	struct wt_iter *it;
	int err = wt_scan_open(&scan, &q->planner, p.segment, false);

	*yes = false;
	if (err == WT_OK && (it = wt_iter_open(&scan, q->plan)) != NULL) {
		wt_iter_seek(it, p.doc);
		*yes = it->doc == p.doc && wt_segment_live(scan.segment, p.doc);
	}
	if (err == WT_OK)
		err = scan.err;
	wt_scan_close(&scan);
	return err;
}

/* Let the first member of its group that matches stand in the place of a copy. */
static int
show_first(struct wt_query *q, struct wt_found *found)
{
	uint32_t group = wt_copies_group(q->copies, found->segment, found->doc), i = 0;
	struct wt_place p;
	bool yes = false;
	int err = WT_OK;

	if (group == WT_NO_GROUP)
		return WT_OK;
	for (; err == WT_OK && !yes && i < wt_copies_size(q->copies, group); i++) {
		p = wt_copies_member(q->copies, group, i);
		if (p.segment == found->segment && p.doc == found->doc)
			return WT_OK;
		err = matches_one(q, p, &yes);
	}
	if (yes) {
		found->segment = p.segment;
		found->doc = p.doc;
		found->date = wt_document_date(wt_index_segment(q->planner.index, p.segment), p.doc);
	}
	return err;
}

/* Keep the best of each group in a list in order of scores; how many are left. */
static int
fold_found(struct wt_query *q, struct wt_found *list, size_t *count)
{
	uint64_t *seen = calloc(wt_copies_count(q->copies) / 64 + (size_t)1, sizeof *seen);
	size_t kept = 0;

	if (seen == NULL)
		return WT_ENOMEM;
	for (size_t i = 0; i < *count; i++) {
		uint32_t group = wt_copies_group(q->copies, list[i].segment, list[i].doc);

		if (group != WT_NO_GROUP && (seen[group / 64] >> group % 64 & 1) != 0)
			continue;
		if (group != WT_NO_GROUP)
			wt_bit_set(seen, group);
		list[kept++] = list[i];
	}
	*count = kept;
	free(seen);
	return WT_OK;
}

/* More than is wanted is looked for, until enough is left or there is no more. */
static int
top_folded(struct wt_query *q, size_t offset, size_t limit, struct wt_found *found, size_t *count)
{
	size_t want = offset + limit, ask = want + 16, got, kept = 0;
	struct wt_found *list = NULL, *more;
	int err = WT_OK;

	for (;; ask *= 2) {
		if (ask > SIZE_MAX / 4 / sizeof *list ||
		    (more = realloc(list, ask * sizeof *list)) == NULL) {
			err = WT_ENOMEM;
			break;
		}
		list = more;
		got = 0;
		if ((err = top_by_score(q, 0, ask, list, &got)) != WT_OK)
			break;
		kept = got;
		if ((err = fold_found(q, list, &kept)) != WT_OK || kept >= want || got < ask)
			break;
	}
	for (size_t i = offset; err == WT_OK && i < kept && i < want; i++) {
		found[*count] = list[i];
		err = show_first(q, &found[(*count)++]);
	}
	free(list);
	return err;
}

/* ---- by date ---- */

static int
top_by_date(struct wt_query *q, enum wt_sort sort, size_t offset, size_t limit,
    struct wt_found *found, size_t *count)
{
	const struct wt_index *ix = q->planner.index;
	struct wt_matches m = { 0 };
	struct wt_order o = { 0 };
	uint32_t segment, doc;
	int err = wt_query_matches(q, &m, NULL);

	if (err == WT_OK)
		err = wt_order_open(&o, ix, &m, sort);
	for (size_t i = 0; err == WT_OK && i < offset + limit && wt_order_next(&o, &segment, &doc); i++) {
		if (i >= offset)
			found[(*count)++] = (struct wt_found){ segment, doc,
			    wt_document_date(wt_index_segment(ix, segment), doc), 0 };
	}
	err = err != WT_OK ? err : o.err;
	wt_order_close(&o);
	wt_matches_free(&m);
	return err;
}

static bool
is_ranked(const struct wt_plan *plan)
{
	for (size_t i = 0; i < plan->child_count; i++) {
		if (!plan->children[i]->negated && is_ranked(plan->children[i]))
			return true;
	}
	return plan->kind == WT_PLAN_TEXT;
}

bool
wt_query_is_ranked(const struct wt_query *q)
{
	return is_ranked(q->plan);
}

int
wt_query_top(struct wt_query *q, enum wt_sort sort, size_t offset, size_t limit,
    struct wt_found *found, size_t *count, struct wt_error *error)
{
	int err;

	*count = 0;
	if (limit > SIZE_MAX / 2 || offset > SIZE_MAX / 2)
		return wt_error_set(error, WT_ELIMIT, 0, "too many results asked for");
	if (limit == 0)
		return WT_OK;
	if (sort == WT_SORT_SCORE && wt_query_is_ranked(q))
		err = q->copies == NULL ? top_by_score(q, offset, limit, found, count) :
		    top_folded(q, offset, limit, found, count);
	else
		err = top_by_date(q, sort == WT_SORT_OLDEST ? sort : WT_SORT_NEWEST, offset, limit, found, count);
	return report(q, err, error);
}

const struct wt_node *
wt_query_tree(const struct wt_query *q)
{
	return q->tree;
}

const struct wt_plan *
wt_query_plan(const struct wt_query *q)
{
	return q->plan;
}

const struct wt_rules *
wt_query_rules(const struct wt_query *q)
{
	return &q->rules;
}
