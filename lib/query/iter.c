/* iter.c - scans, the choice of an iterator, and the simple ones: ranges and bonuses. */
#include "query/iter.h"

int
wt_scan_open(struct wt_scan *scan, const struct wt_planner *p, uint32_t number, bool ranked)
{
	*scan = (struct wt_scan){ .segment = wt_index_segment(p->index, number), .number = number,
	    .ranked = ranked, .weights = &p->weights };
	scan->docs = wt_segment_docs(scan->segment);
	if (ranked && (scan->norms = wt_segment_norms(scan->segment)) == NULL) {
		scan->err = wt_segment_error(scan->segment);
		if (scan->err == WT_OK && scan->docs > 0)
			scan->err = WT_ECORRUPT;
	}
	return scan->err;
}

void
wt_scan_close(struct wt_scan *scan)
{
	for (struct wt_iter *it = scan->all; it != NULL; it = it->next_open) {
		if (it->ops->close != NULL)
			it->ops->close(it);
	}
	wt_arena_free(&scan->arena);
	scan->all = NULL;
}

void
wt_scan_fail(struct wt_scan *scan, int err)
{
	if (scan->err == WT_OK)
		scan->err = err;
}

void *
wt_iter_new(struct wt_scan *scan, size_t size, const struct wt_iter_ops *ops)
{
	struct wt_iter *it = wt_arena_array(&scan->arena, 1, size);

	if (it == NULL) {
		wt_scan_fail(scan, WT_ENOMEM);
		return NULL;
	}
	it->ops = ops;
	it->scan = scan;
	it->next_open = scan->all;
	scan->all = it;
	return it;
}

void
wt_iter_collect_each(struct wt_iter *it, uint32_t base, uint32_t end, uint64_t *bits,
    uint32_t *scores)
{
	while (it->doc < end) {
		wt_bit_set(bits, it->doc - base);
		if (scores != NULL)
			scores[it->doc - base] += wt_iter_score(it);
		wt_iter_seek(it, it->doc + 1);
	}
}

uint32_t
wt_iter_above_each(struct wt_iter *it, uint32_t end, uint32_t least, uint32_t *docs,
    uint32_t *scores)
{
	uint32_t last;

	if (least > 0 && wt_iter_bound(it, it->doc, &last) < least) {
		wt_iter_seek(it, last < end ? last + 1 : end);
		return 0;
	}
	*docs = it->doc;
	*scores = wt_iter_score(it);
	wt_iter_seek(it, it->doc + 1);
	return *scores >= least;
}

/* ---- ranges ---- */

struct range {
	struct wt_iter it;
	uint32_t first, end;
};

static void
range_seek(struct wt_iter *it, uint32_t target)
{
	struct range *r = (struct range *)it;

	if (target < r->first)
		target = r->first;
	it->doc = target < r->end && it->least == 0 ? target : WT_NO_DOC;
}

static uint32_t
range_score(struct wt_iter *it)
{
	(void)it;
	return 0;
}

static uint32_t
range_bound(struct wt_iter *it, uint32_t target, uint32_t *last)
{
	(void)it;
	(void)target;
	*last = WT_NO_DOC;
	return 0;
}

static const struct wt_iter_ops range_ops = { range_seek, range_score, range_bound,
	wt_iter_collect_each, wt_iter_above_each, NULL };

struct wt_iter *
wt_iter_range(struct wt_scan *scan, uint32_t first, uint32_t end)
{
	struct range *r = wt_iter_new(scan, sizeof *r, &range_ops);

	if (r == NULL)
		return NULL;
	r->first = first;
	r->end = end < scan->docs ? end : scan->docs;
	r->it.cost = r->end > first ? r->end - first : 0;
	range_seek(&r->it, 0);
	return &r->it;
}

static struct wt_iter *
dates(struct wt_scan *scan, const struct wt_plan *plan)
{
	uint32_t first = 0, end = 0;
	int err = wt_segment_dates(scan->segment, plan->from, plan->to, &first, &end);

	if (err != WT_OK)
		wt_scan_fail(scan, err);
	return wt_iter_range(scan, first, err == WT_OK ? end : first);
}

/* ---- bonuses ---- */

struct bonus {
	struct wt_iter it;
	struct wt_iter *main, *more;
};

static void
bonus_seek(struct wt_iter *it, uint32_t target)
{
	struct bonus *b = (struct bonus *)it;

	b->main->least = it->least > b->more->most ? it->least - b->more->most : 0;
	wt_iter_seek(b->main, target);
	it->doc = b->main->doc;
}

static uint32_t
bonus_score(struct wt_iter *it)
{
	struct bonus *b = (struct bonus *)it;
	uint32_t score = wt_iter_score(b->main);

	wt_iter_seek(b->more, it->doc);
	return b->more->doc == it->doc ? score + wt_iter_score(b->more) : score;
}

static uint32_t
bonus_bound(struct wt_iter *it, uint32_t target, uint32_t *last)
{
	struct bonus *b = (struct bonus *)it;
	uint32_t more_last, bound = wt_iter_bound(b->main, target, last);

	if (b->more->doc > target && b->more->doc != WT_NO_DOC && *last < b->more->doc)
		return bound;
	bound += wt_iter_bound(b->more, target, &more_last);
	if (more_last < *last)
		*last = more_last;
	return bound;
}

/* What the title has the text has too, so the bonus sets no bit of its own. */
static void
bonus_collect(struct wt_iter *it, uint32_t base, uint32_t end, uint64_t *bits, uint32_t *scores)
{
	struct bonus *b = (struct bonus *)it;

	if (scores != NULL) {
		wt_iter_seek(b->more, it->doc);
		wt_iter_collect(b->more, base, end, bits, scores);
	}
	wt_iter_collect(b->main, base, end, bits, scores);
	it->doc = b->main->doc;
}

static const struct wt_iter_ops bonus_ops = { bonus_seek, bonus_score, bonus_bound,
	bonus_collect, wt_iter_above_each, NULL };

struct wt_iter *
wt_iter_bonus(struct wt_scan *scan, struct wt_iter *main, struct wt_iter *bonus)
{
	struct bonus *b;

	if (main == NULL || bonus == NULL || bonus->doc == WT_NO_DOC)
		return main;
	if ((b = wt_iter_new(scan, sizeof *b, &bonus_ops)) == NULL)
		return NULL;
	b->main = main;
	b->more = bonus;
	b->it.cost = main->cost;
	b->it.most = main->most + bonus->most;
	b->it.doc = main->doc;
	return &b->it;
}

/* ---- the choice ---- */

struct wt_iter *
wt_iter_text(struct wt_scan *scan, const struct wt_plan *plan)
{
	return plan->slot_count == 1 ? wt_iter_word(scan, plan) : wt_iter_phrase(scan, plan);
}

static struct wt_iter *
text(struct wt_scan *scan, const struct wt_plan *plan)
{
	struct wt_iter *main = wt_iter_text(scan, plan);

	if (plan->bonus == NULL || !scan->ranked || plan->weight <= 0)
		return main;
	return wt_iter_bonus(scan, main, wt_iter_text(scan, plan->bonus));
}

struct wt_iter *
wt_iter_open(struct wt_scan *scan, const struct wt_plan *plan)
{
	switch (plan->kind) {
	case WT_PLAN_ALL:
		return wt_iter_range(scan, 0, scan->docs);
	case WT_PLAN_DATES:
		return dates(scan, plan);
	case WT_PLAN_FLAGS:
		return wt_iter_word(scan, plan);
	case WT_PLAN_TEXT:
		return text(scan, plan);
	case WT_PLAN_AND:
		return wt_iter_all_of(scan, plan);
	default:
		return wt_iter_any_of(scan, plan);
	}
}
