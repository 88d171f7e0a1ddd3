/* order.c - a front in each segment; the first of them is next.  Behind order.h. */
#include "query/order.h"

#include <stdlib.h>

/* Where the walk over the matches of one segment stands. */
struct wt_front {
	uint32_t doc;           /* WT_NO_DOC at the end */
	uint32_t undated;       /* documents below this have no date; they come last */
	int32_t date;
};

/* The nearest match from `doc` on, upwards below `end`; WT_NO_DOC if there is none. */
static uint32_t
match_above(const struct wt_matches *m, uint32_t segment, uint32_t doc, uint32_t end)
{
	uint32_t in = segment;

	return wt_matches_next(m, &in, &doc) && in == segment && doc < end ? doc : WT_NO_DOC;
}

/* The nearest match below `doc` and not below `least`. */
static uint32_t
match_below(const struct wt_matches *m, uint32_t segment, uint32_t doc, uint32_t least)
{
	while (doc > least) {
		uint64_t left = m->bits[segment][(doc - 1) / 64] << (63 - (doc - 1) % 64);

		if (left != 0) {
			doc -= 1 + (uint32_t)__builtin_clzll(left);
			return doc >= least ? doc : WT_NO_DOC;
		}
		doc = (doc - 1) / 64 * 64;
	}
	return WT_NO_DOC;
}

/* Move a front on; `first`: to its start.  Documents without a date follow the others. */
static void
move_front(struct wt_order *o, uint32_t segment, bool first)
{
	struct wt_front *f = &o->fronts[segment];
	uint32_t docs = o->m->docs[segment];
	bool dated = first || f->doc >= f->undated;

	if (dated && o->up)
		f->doc = match_above(o->m, segment, first ? f->undated : f->doc + 1, docs);
	else if (dated)
		f->doc = match_below(o->m, segment, first ? docs : f->doc, f->undated);
	else
		f->doc = match_above(o->m, segment, f->doc + 1, f->undated);
	if (dated && f->doc == WT_NO_DOC)
		f->doc = match_above(o->m, segment, 0, f->undated);
	if (f->doc != WT_NO_DOC)
		f->date = wt_document_date(wt_index_segment(o->ix, segment), f->doc);
}

int
wt_order_open(struct wt_order *o, const struct wt_index *ix, const struct wt_matches *m,
    enum wt_sort sort)
{
	*o = (struct wt_order){ .ix = ix, .m = m, .up = sort == WT_SORT_OLDEST };
	if ((o->fronts = calloc(m->segments + (size_t)1, sizeof *o->fronts)) == NULL)
		return o->err = WT_ENOMEM;
	for (uint32_t s = 0; s < m->segments && o->err == WT_OK; s++) {
		uint32_t first;

		o->err = wt_segment_dates(wt_index_segment(ix, s), WT_NO_DATE, WT_NO_DATE, &first,
		    &o->fronts[s].undated);
		if (o->err == WT_OK)
			move_front(o, s, true);
	}
	return o->err;
}

void
wt_order_close(struct wt_order *o)
{
	free(o->fronts);
	wt_buf_free(&o->keys[0]);
	wt_buf_free(&o->keys[1]);
	*o = (struct wt_order){ 0 };
}

/* Of one day: whether the key of a's document comes before that of b's. */
static bool
key_before(struct wt_order *o, uint32_t a, uint32_t b)
{
	const uint32_t segments[] = { a, b };
	int order;

	for (int i = 0; i < 2 && o->err == WT_OK; i++)
		o->err = wt_document_key(wt_index_segment(o->ix, segments[i]), o->fronts[segments[i]].doc,
		    &o->keys[i]);
	order = wt_span_cmp(wt_buf_span(&o->keys[0]), wt_buf_span(&o->keys[1]));
	return o->up || o->fronts[a].date == WT_NO_DATE ? order < 0 : order > 0;
}

/* Whether the document of segment `a` comes before that of `b`. */
static bool
comes_before(struct wt_order *o, uint32_t a, uint32_t b)
{
	const struct wt_front *x = &o->fronts[a], *y = &o->fronts[b];

	if (x->doc == WT_NO_DOC || y->doc == WT_NO_DOC)
		return y->doc == WT_NO_DOC && x->doc != WT_NO_DOC;
	if (x->date == y->date)
		return key_before(o, a, b);
	if (x->date == WT_NO_DATE || y->date == WT_NO_DATE)
		return x->date != WT_NO_DATE;
	return o->up ? x->date < y->date : x->date > y->date;
}

bool
wt_order_next(struct wt_order *o, uint32_t *segment, uint32_t *doc)
{
	uint32_t best = 0;

	if (o->err != WT_OK || o->m->segments == 0)
		return false;
	for (uint32_t s = 1; s < o->m->segments; s++)
		best = comes_before(o, s, best) ? s : best;
	*segment = best;
	*doc = o->fronts[best].doc;
	if (*doc == WT_NO_DOC || o->err != WT_OK)
		return false;
	move_front(o, best, false);
	return true;
}
