/*
 * place_resolve.c - which region a name means.
 *
 * Serang is a kota, a kabupaten, a kecamatan and many desa.  The rules run from
 * the surest to the weakest, and each works only on what the ones before it left:
 *
 *      qualifier    "Kota Serang", "Bupati Serang": one candidate of that level is left
 *      unique       one province, kabupaten or kota has the name
 *      list         "Kabupaten Lebak, Pandeglang dan Tangerang": the level of its list
 *      elsewhere    the article names it with a qualifier, and always the same one
 *      contained    a kecamatan, kelurahan or desa of one candidate is named
 *      office       the article speaks of a wali kota and of no bupati, or the reverse
 *      default      what readers take the bare name for (table region_defaults)
 *
 * What is left then stays unresolved, with its candidates.  Districts and
 * villages without their word count only behind a word of place and inside a
 * region that the article names.
 */
#include "extract/place_private.h"
#include "text/utf8.h"

#define LISTED 8        /* candidates shown of an unresolved name, at most */
#define LIST 64         /* names of a list looked at on either side, at most */

uint32_t
wt_place_only(const struct wt_work *w, const struct wt_place *p, unsigned levels)
{
	uint32_t found = WT_NO_REGION;

	for (uint32_t i = 0; i < p->nrows; i++) {
		if (!wt_region_has_level(wt_place_regions(w), p->rows[i], levels))
			continue;
		if (found != WT_NO_REGION)
			return WT_NO_REGION;
		found = p->rows[i];
	}
	return found;
}

/* "Bogor Raya" is more than any one region. */
static bool
is_raya(const struct wt_work *w, const struct wt_place *p)
{
	return wt_work_joined(w, p->last - 1) && wt_work_is(w, p->last, "raya") &&
	    wt_work_capital(w, p->last);
}

void
wt_places_gather(const struct wt_work *w, struct wt_settled *s)
{
	s->count = 0;
	for (uint32_t i = 0; i < w->nplaces; i++) {
		const struct wt_place *p = &w->places[i];
		uint32_t k = 0;

		if (p->row == WT_NO_REGION || p->dropped)
			continue;
		while (k < s->count && s->rows[k] != p->row)
			k++;
		if (k == WT_SETTLED)
			continue;
		if (k == s->count) {
			s->rows[s->count] = p->row;
			s->qualified[s->count++] = false;
		}
		s->qualified[k] = s->qualified[k] || p->levels != 0;
	}
}

bool
wt_places_listed(const struct wt_work *w, const struct wt_place *a, const struct wt_place *b)
{
	if (b->start < a->last || b->start - a->last > 3 || b->start == a->last ||
	    w->doc->tokens[a->first].sentence != w->doc->tokens[b->first].sentence)
		return false;
	for (uint32_t i = a->last; i < b->start; i++)
		if (!wt_work_listed(w, i, WT_LIST_JOINT))
			return false;
	return true;
}

static void
rule_certain(struct wt_work *w, struct wt_place *p)
{
	uint32_t row;

	if (p->group) {
		p->method = "group";
		p->confidence = 90;
		return;
	}
	if (is_raya(w, p) && (p->levels & WT_LEVELS_SMALL) == 0)
		return;
	if (p->levels != 0 && (p->levels & WT_LEVELS_BIG) != 0 &&
	    (row = wt_place_only(w, p, p->levels)) != WT_NO_REGION)
		wt_place_settle(p, row, "qualifier", 98);
	else if (p->levels == 0 && (row = wt_place_only(w, p, WT_LEVELS_BIG)) != WT_NO_REGION)
		wt_place_settle(p, row, "unique", 94);
	else if (p->levels != 0 && (p->levels & WT_LEVELS_BIG) != 0 && !wt_place_has_level(w, p, p->levels) &&
	    (row = wt_place_only(w, p, WT_LEVELS_BIG)) != WT_NO_REGION)
		wt_place_settle(p, row, "unique-despite-qualifier", p->strict ? 60 : 85);
}

/* Does a joining word (not just a comma) close the list that place k is in? */
static bool
is_closed_list(const struct wt_work *w, uint32_t k)
{
	for (uint32_t end = k + LIST; k < end && k + 1 < w->nplaces &&
	    wt_places_listed(w, &w->places[k], &w->places[k + 1]); k++)
		for (uint32_t i = w->places[k].last; i < w->places[k + 1].start; i++)
			if (!wt_work_is(w, i, ","))
				return true;
	return false;
}

/* Is one of b's candidates what contains one of a's: "Desa Aan, Banjarangkan"? */
static bool
may_contain(const struct wt_work *w, const struct wt_place *b, const struct wt_place *a)
{
	for (uint32_t i = 0; i < b->nrows; i++)
		for (uint32_t k = 0; k < a->nrows; k++)
			if (b->rows[i] != a->rows[k] &&
			    wt_region_inside(wt_place_regions(w), a->rows[k], b->rows[i]))
				return true;
	return false;
}

/* Hand a qualifier on along a list: "Kecamatan Cipocok Jaya, Curug dan Walantaka". */
static void
rule_list_qualifier(struct wt_work *w, uint32_t k)
{
	struct wt_place *a = &w->places[k - 1], *b = &w->places[k];
	uint32_t row;

	if (a->levels == 0 || b->levels != 0 || a->dropped || !wt_places_listed(w, a, b) ||
	    !wt_place_has_level(w, b, a->levels) || may_contain(w, b, a) || !is_closed_list(w, k - 1))
		return;
	b->levels = a->levels;
	b->office = a->office;
	b->strict = false;
	if ((b->levels & WT_LEVELS_BIG) != 0 && (row = wt_place_only(w, b, b->levels)) != WT_NO_REGION)
		wt_place_settle(b, row, "list", 90);
}

/* An ambiguous member takes the one level that all settled members of its list have. */
static void
rule_list_level(struct wt_work *w, uint32_t k)
{
	struct wt_place *p = &w->places[k];
	unsigned levels = 0;
	uint32_t from = k, to = k, row;

	if (!wt_place_open(p) || p->levels != 0 || is_raya(w, p))
		return;
	while (from > 0 && k - from < LIST && wt_places_listed(w, &w->places[from - 1], &w->places[from]))
		from--;
	while (to + 1 < w->nplaces && to - k < LIST && wt_places_listed(w, &w->places[to], &w->places[to + 1]))
		to++;
	for (uint32_t i = from; i <= to; i++)
		if (w->places[i].row != WT_NO_REGION)
			levels |= wt_place_level(w, w->places[i].row);
	if ((levels & (levels - 1)) == 0 && levels != 0 && to - from >= 1 &&
	    (row = wt_place_only(w, p, levels & WT_LEVELS_BIG)) != WT_NO_REGION)
		wt_place_settle(p, row, "list", 85);
}

/* The same name settled elsewhere, always as the same region. */
static void
rule_elsewhere(struct wt_work *w, struct wt_place *p, const struct wt_settled *s)
{
	uint32_t found = WT_NO_REGION;

	if (!wt_place_open(p) || is_raya(w, p) || p->levels != 0)
		return;
	for (uint32_t i = 0; i < s->count; i++) {
		if (!wt_place_has_row(p, s->rows[i]) ||
		    !wt_region_has_level(wt_place_regions(w), s->rows[i], WT_LEVELS_BIG))
			continue;
		if (found != WT_NO_REGION)
			return;
		found = s->rows[i];
	}
	if (found != WT_NO_REGION)
		wt_place_settle(p, found, "elsewhere", 88);
}

/* A smaller region that only one candidate can contain. */
static void
rule_contained(struct wt_work *w, struct wt_place *p)
{
	uint32_t found = WT_NO_REGION;

	if (!wt_place_open(p) || is_raya(w, p) || !wt_place_has_level(w, p, WT_LEVELS_BIG))
		return;
	for (uint32_t i = 0; i < p->nrows; i++) {
		if ((wt_place_level(w, p->rows[i]) & (WT_LEVEL_KABUPATEN | WT_LEVEL_KOTA)) == 0)
			continue;
		for (uint32_t k = 0, looked = 0; k < w->nplaces && looked < LIST; k++) {
			const struct wt_place *q = &w->places[k];
			bool inside = false;

			looked += (q->levels & WT_LEVELS_SMALL) != 0;
			if ((q->levels & WT_LEVELS_SMALL) == 0 || q->dropped)
				continue;
			for (uint32_t n = 0; n < q->nrows && !inside; n++)
				inside = q->rows[n] != p->rows[i] &&
				    wt_region_inside(wt_place_regions(w), q->rows[n], p->rows[i]);
			if (!inside)
				continue;
			if (found != WT_NO_REGION && found != p->rows[i])
				return;
			found = p->rows[i];
		}
	}
	if (found != WT_NO_REGION)
		wt_place_settle(p, found, "contained", 85);
}

/* Which of the two governments the article speaks of: a level, or 0 for both or none. */
static unsigned
offices_in_article(const struct wt_work *w)
{
	static const char *const words[][2] = { { "pemkot", "kota" }, { "walikota", "kota" }, { "pemkab", "kabupaten" },
	    { "bupati", "kabupaten" }, { "wabup", "kabupaten" }, { "wawali", "kota" } };
	const uint64_t what = WT_BEGINS_BIT(WT_BEGINS_GOVERNMENT);
	uint32_t n = w->doc->ntokens;
	unsigned levels = 0;

	for (uint32_t i = wt_work_next(w, 0, n, what); i < n; i = wt_work_next(w, i + 1, n, what)) {
		if (w->doc->tokens[i].zone == WT_ZONE_RELATED || w->doc->tokens[i].zone == WT_ZONE_FURNITURE)
			continue;
		if (wt_work_is(w, i, "wali") && wt_work_is(w, i + 1, "kota"))
			levels |= WT_LEVEL_KOTA;
		for (size_t k = 0; k < sizeof words / sizeof words[0]; k++)
			if (wt_work_is(w, i, words[k][0]))
				levels |= wt_levels_named(wt_span_of(words[k][1]));
	}
	return (levels & (levels - 1)) == 0 ? levels : 0;
}

static void
rule_office(struct wt_work *w, struct wt_place *p, unsigned level)
{
	uint32_t row;

	if (!wt_place_open(p) || level == 0 || is_raya(w, p) || (p->levels != 0 && (p->levels & level) == 0))
		return;
	if ((row = wt_place_only(w, p, level)) != WT_NO_REGION)
		wt_place_settle(p, row, "office", 80);
}

static void
rule_default(struct wt_work *w, struct wt_place *p)
{
	const struct wt_lexicon *l = w->lex;
	struct wt_span name;

	if (!wt_place_open(p) || is_raya(w, p) || (p->levels != 0 && p->office && (p->levels & WT_LEVELS_SMALL) != 0))
		return;
	name = wt_utf8_lower(w->arena, wt_work_clean(w, p->first, p->last));
	for (uint32_t i = 0; i < l->ndefaults; i++) {
		uint32_t row = l->defaults[i].region;

		if (wt_span_eq(l->defaults[i].lower, name) && row != WT_NO_REGION && wt_place_has_row(p, row) &&
		    (p->levels == 0 || (p->levels & wt_place_level(w, row)) != 0))
			wt_place_settle(p, row, "default", 75);
	}
}

static struct wt_span
list_candidates(struct wt_work *w, const struct wt_place *p)
{
	struct wt_span text = wt_span_of(p->group ? "group: all of" : "ambiguous: candidates");
	unsigned levels = p->levels != 0 && wt_place_has_level(w, p, p->levels) ? p->levels :
	    wt_place_has_level(w, p, WT_LEVELS_BIG) ? WT_LEVELS_BIG : WT_LEVELS_ALL;
	uint32_t listed = 0;

	for (uint32_t i = 0; i < p->nrows && listed < LISTED; i++) {
		struct wt_span id;

		if ((wt_place_level(w, p->rows[i]) & levels) == 0)
			continue;
		id = wt_region_id(wt_place_regions(w), p->rows[i], w->arena);
		text = WT_ARENA_JOIN(w->arena, text, WT_SPAN(" "), id);
		listed++;
	}
	return text;
}

static void
report(struct wt_work *w, struct wt_place *p)
{
	static const struct wt_span none = { "", 0 };
	uint32_t m;

	if (p->dropped)
		return;
	wt_work_cover(w, p->start, p->last, WT_COVER_REGION);
	if (p->row != WT_NO_REGION) {
		wt_work_mention(w, WT_REGION, p->start, p->last,
		    wt_region_id(wt_place_regions(w), p->row, w->arena), p->method, p->confidence);
		return;
	}
	m = wt_work_mention(w, WT_REGION, p->start, p->last, none, "ambiguous", 50);
	if (m != WT_NO_MENTION)
		w->facts->mentions[m].method = list_candidates(w, p);
}

/* The region that the article is about: named most, its government counting more. */
static void
choose_primary(struct wt_work *w)
{
	uint32_t best = 0;

	w->primary = WT_NO_REGION;
	for (uint32_t i = 0; i < w->nplaces && i < 512; i++) {
		uint32_t score = 0, row = w->places[i].row;

		if (row == WT_NO_REGION || w->places[i].dropped ||
		    !wt_region_has_level(wt_place_regions(w), row, WT_LEVELS_BIG))
			continue;
		for (uint32_t k = 0; k < w->nplaces && k < 512; k++) {
			const struct wt_place *q = &w->places[k];
			uint8_t zone = w->doc->tokens[q->first].zone;

			if (q->row != row || q->dropped || zone == WT_ZONE_RELATED)
				continue;
			score += zone == WT_ZONE_DATELINE ? 1 : q->office ? 4 : zone == WT_ZONE_TITLE ? 3 : 2;
		}
		/* A kabupaten or kota says more than its province. */
		if (wt_place_level(w, row) != WT_LEVEL_PROVINSI)
			score = score * 3 / 2;
		if (score > best) {
			best = score;
			w->primary = row;
		}
	}
}

void
wt_places_resolve(struct wt_work *w)
{
	unsigned office = offices_in_article(w);
	struct wt_settled s;

	for (uint32_t i = 0; i < w->nplaces; i++)
		rule_certain(w, &w->places[i]);
	for (uint32_t i = 1; i < w->nplaces; i++)
		rule_list_qualifier(w, i);
	for (uint32_t i = 0; i < w->nplaces; i++)
		rule_list_level(w, i);
	wt_places_gather(w, &s);
	for (uint32_t i = 0; i < w->nplaces; i++)
		rule_elsewhere(w, &w->places[i], &s);
	for (uint32_t i = 0; i < w->nplaces; i++)
		rule_contained(w, &w->places[i]);
	for (uint32_t i = 0; i < w->nplaces; i++)
		rule_office(w, &w->places[i], office);
	for (uint32_t i = 0; i < w->nplaces; i++)
		rule_default(w, &w->places[i]);
	wt_places_settle_small(w);
	choose_primary(w);
	for (uint32_t i = 0; i < w->nplaces && w->err == WT_OK; i++)
		report(w, &w->places[i]);
}
