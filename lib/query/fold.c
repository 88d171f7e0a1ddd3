/* fold.c - behind fold.h. */
#include "query/fold.h"

bool
wt_fold_first(const struct wt_copies *c, uint32_t group, const struct wt_matches *m,
    struct wt_place *first)
{
	uint32_t size = wt_copies_size(c, group);

	for (uint32_t i = 0; i < size; i++) {
		*first = wt_copies_member(c, group, i);
		if (wt_matches_has(m, first->segment, first->doc))
			return true;
	}
	return false;
}

/* Take the members of a group out, but for one. */
static void
keep_one(const struct wt_copies *c, uint32_t group, struct wt_matches *m, struct wt_place one)
{
	uint32_t size = wt_copies_size(c, group);

	for (uint32_t i = 0; i < size; i++) {
		struct wt_place p = wt_copies_member(c, group, i);

		if ((p.segment == one.segment && p.doc == one.doc) ||
		    !wt_matches_has(m, p.segment, p.doc))
			continue;
		m->bits[p.segment][p.doc / 64] &= ~((uint64_t)1 << p.doc % 64);
		m->count--;
	}
}

void
wt_fold_matches(const struct wt_copies *c, struct wt_matches *found, struct wt_matches *all)
{
	for (uint32_t g = 0; g < wt_copies_count(c); g = wt_copies_next(c, g)) {
		struct wt_place one;

		if (wt_fold_first(c, g, found, &one))
			keep_one(c, g, found, one);
		else
			one = wt_copies_member(c, g, 0);
		if (all != NULL)
			keep_one(c, g, all, one);
	}
}
