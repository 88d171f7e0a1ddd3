/*
 * place_spelling.c - "Kecamatan Hahjamukti" is Harjamukti, in an article on Kota Cirebon.
 *
 * Only names behind their own word, only inside a kabupaten or kota that the
 * article names, and only if one name there is nearer than all others: one
 * letter of five, or two of eight, changed, left out or put in.
 */
#include "extract/distance.h"
#include "extract/work.h"
#include "text/utf8.h"

/* The first row of the table, within a level, whose code is at least `code`. */
static uint32_t
first_inside(const struct wt_regions *r, int level, struct wt_span code)
{
	uint32_t low = r->first[level], high = level < 3 ? r->first[level + 1] : r->rows;

	while (low < high) {
		uint32_t mid = low + (high - low) / 2;

		if (wt_span_cmp(wt_region_code(r, mid), code) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

struct search {
	struct wt_work *w;
	struct wt_span name;    /* lower case */
	unsigned levels, best;
	uint32_t row;
	bool tied;
};

/* Compare with every region of a level inside `outer`. */
static void
search_level(struct search *s, uint32_t outer, int level)
{
	const struct wt_regions *r = &s->w->lex->regions;
	struct wt_span code = wt_region_code(r, outer);

	for (uint32_t row = first_inside(r, level, code); row < r->rows &&
	    wt_span_starts(wt_region_code(r, row), code); row++) {
		unsigned d;

		if (!wt_region_has_level(r, row, s->levels))
			continue;
		d = wt_distance(s->name, wt_utf8_lower(s->w->arena, wt_region_name(r, row)), s->best);
		if (d > s->best || row == s->row)
			continue;
		s->tied = d == s->best && s->row != WT_NO_REGION;
		s->best = d;
		s->row = row;
	}
}

static void
search_all(struct search *s)
{
	uint32_t done[8], ndone = 0;

	for (uint32_t i = 0; i < s->w->nplaces && ndone < 8; i++) {
		const struct wt_place *q = &s->w->places[i];
		bool again = false;

		if (q->row == WT_NO_REGION || q->dropped || (wt_region_level(&s->w->lex->regions, q->row) &
		    (WT_LEVEL_KABUPATEN | WT_LEVEL_KOTA)) == 0)
			continue;
		for (uint32_t k = 0; k < ndone; k++)
			again = again || done[k] == q->row;
		if (again)
			continue;
		done[ndone++] = q->row;
		if ((s->levels & WT_LEVEL_KECAMATAN) != 0)
			search_level(s, q->row, 2);
		else
			search_level(s, q->row, 3);
	}
}

void
wt_place_respell(struct wt_work *w, struct wt_place *p)
{
	for (uint32_t last = p->last; last > p->first; last--) {
		struct search s = { .w = w, .levels = p->levels, .row = WT_NO_REGION,
		    .name = wt_utf8_lower(w->arena, wt_work_clean(w, p->first, last)) };

		if (s.name.len < 5)
			continue;
		s.best = s.name.len >= 8 ? 2 : 1;
		search_all(&s);
		if (s.row != WT_NO_REGION && !s.tied) {
			p->last = last;
			p->row = s.row;
			p->method = "respelt";
			p->confidence = 65;
			return;
		}
	}
	p->dropped = true;
}
