/*
 * place_small.c - names that are words, and districts and villages, behind
 * place_private.h.
 *
 * They are so many, and of such everyday names, that they count only inside a region
 * that the article names, and without their own word ("Kecamatan") only behind a word
 * of place.
 */
#include "extract/place_private.h"

static bool
behind_place_word(const struct wt_work *w, uint32_t i)
{
	if (i == 0 || w->doc->tokens[i].sentence != w->doc->tokens[i - 1].sentence)
		return false;
	if (w->doc->tokens[i - 1].kind == WT_TOKEN_NUMBER && i > 1)
		return wt_work_is(w, i - 2, "rw") || wt_work_is(w, i - 2, "rt");
	return wt_work_listed(w, i - 1, WT_LIST_PLACE_WORD);
}

/* Is the name alone between words that are not part of a longer name? */
static bool
stands_alone(const struct wt_work *w, const struct wt_place *p)
{
	/* The first word of a sentence has its capital anyway: "Warga Batu". */
	bool opens = p->first > 0 &&
	    w->doc->sentences[w->doc->tokens[p->first].sentence].first + 1 == p->first;
	bool before = p->first > 0 && wt_work_joined(w, p->first - 1) && !opens &&
	    wt_work_capital(w, p->first - 1);
	bool behind = wt_work_joined(w, p->last - 1) && wt_work_capital(w, p->last);

	return !before && !behind;
}

/*
 * "Polres Metro Bekasi", "Polda Metro Jaya": the word is part of the office's name, since a
 * region stands behind it or the name goes on.
 */
static bool
inside_office(const struct wt_work *w, uint32_t k)
{
	const struct wt_place *p = &w->places[k];
	struct wt_phrase_match m;
	struct wt_phrase_entry e;

	if (!p->office)
		return false;
	if (k + 1 < w->nplaces && w->places[k + 1].first == p->last && w->places[k + 1].office &&
	    wt_work_joined(w, p->last - 1))
		return true;
	return p->first > 0 && wt_work_phrase(w, p->first - 1, WT_PHRASE_AGENCY, &m, &e) && m.last > p->last;
}

/* A name that is also a word needs a sign that the region is meant. */
static void
rule_common(struct wt_work *w, uint32_t k, const struct wt_settled *s)
{
	struct wt_place *p = &w->places[k];
	struct wt_phrase_match m;
	struct wt_phrase_entry e;

	if (p->dropped || w->doc->tokens[p->first].zone == WT_ZONE_DATELINE ||
	    !wt_work_phrase(w, p->first, WT_PHRASE_COMMON, &m, &e) || m.last != p->last)
		return;
	if (p->levels != 0) {
		p->dropped = inside_office(w, k);
		return;
	}
	if (wt_place_behind_agency(w, p->first))
		return;
	if (!stands_alone(w, p)) {
		p->dropped = true;
		return;
	}
	if (behind_place_word(w, p->first) || (k > 0 && wt_places_listed(w, &w->places[k - 1], p)) ||
	    (k + 1 < w->nplaces && wt_places_listed(w, p, &w->places[k + 1])))
		return;
	for (uint32_t i = 0; i < s->count; i++)
		if (s->qualified[i] && wt_place_has_row(p, s->rows[i]))
			return;
	p->dropped = true;
}

/* Candidates inside a settled region of the article: the one, or WT_NO_REGION; *count of them. */
static uint32_t
inside_settled(const struct wt_work *w, const struct wt_place *p, const struct wt_settled *s,
    unsigned outer, unsigned levels, uint32_t *count)
{
	uint32_t found = WT_NO_REGION, kecamatan = WT_NO_REGION, kecamatans = 0;

	*count = 0;
	for (uint32_t i = 0; i < p->nrows; i++) {
		bool inside = false;

		if (!wt_region_has_level(wt_place_regions(w), p->rows[i], levels))
			continue;
		for (uint32_t k = 0; k < s->count && !inside; k++)
			inside = s->rows[k] != p->rows[i] && wt_region_has_level(wt_place_regions(w), s->rows[k], outer) &&
			    wt_region_inside(wt_place_regions(w), p->rows[i], s->rows[k]);
		if (!inside)
			continue;
		(*count)++;
		found = p->rows[i];
		if (wt_place_level(w, p->rows[i]) == WT_LEVEL_KECAMATAN) {
			kecamatan = p->rows[i];
			kecamatans++;
		}
	}
	/* A kecamatan and a desa of one name: the kecamatan, unless the word says desa. */
	if (*count > 1 && kecamatans == 1) {
		*count = 1;
		return kecamatan;
	}
	return *count == 1 ? found : WT_NO_REGION;
}

/* Districts and villages with their word: inside what the article names, or alone in the land. */
static void
rule_small(struct wt_work *w, struct wt_place *p, const struct wt_settled *s)
{
	static const unsigned outers[] = { WT_LEVEL_KECAMATAN, WT_LEVEL_KABUPATEN | WT_LEVEL_KOTA,
	    WT_LEVEL_PROVINSI };
	uint32_t count, row;

	if (!wt_place_open(p) || (p->levels & WT_LEVELS_SMALL) == 0)
		return;
	if (p->nrows == 0) {
		wt_place_respell(w, p);
		return;
	}
	for (size_t i = 0; i < sizeof outers / sizeof outers[0]; i++) {
		row = inside_settled(w, p, s, outers[i], p->levels, &count);
		if (row != WT_NO_REGION) {
			wt_place_settle(p, row, "inside", 92);
			return;
		}
		if (count > 1)
			return;
	}
	if ((row = wt_place_only(w, p, p->levels)) != WT_NO_REGION)
		wt_place_settle(p, row, "qualifier", 80);
	else if (p->office && (row = wt_place_only(w, p, WT_LEVELS_BIG)) != WT_NO_REGION)
		wt_place_settle(p, row, "unique-despite-qualifier", 60);
}

/* Like is_listed, but a capitalised name that no table has may stand between: ", Cilitan,". */
static bool
is_near(const struct wt_work *w, const struct wt_place *a, const struct wt_place *b)
{
	if (wt_places_listed(w, a, b))
		return true;
	if (b->start < a->last + 2 || b->start - a->last > 5 || !wt_work_is(w, a->last, ",") ||
	    w->doc->tokens[a->first].sentence != w->doc->tokens[b->first].sentence)
		return false;
	for (uint32_t i = a->last; i < b->start; i++)
		if (!wt_work_is(w, i, ",") && !wt_work_is(w, i, "dan") && !wt_work_capital(w, i))
			return false;
	return true;
}

/* How many bare names stand in the list around place k. */
static uint32_t
list_length(const struct wt_work *w, uint32_t k)
{
	uint32_t from = k, to = k;

	while (from > 0 && k - from < 40 && is_near(w, &w->places[from - 1], &w->places[from]))
		from--;
	while (to + 1 < w->nplaces && to - k < 40 && is_near(w, &w->places[to], &w->places[to + 1]))
		to++;
	return to - from + 1;
}

/* "Penjaringan, Jakarta Utara": what contains it stands behind its comma. */
static bool
before_container(const struct wt_work *w, uint32_t k)
{
	const struct wt_place *p = &w->places[k], *next = p + 1;

	if (k + 1 >= w->nplaces || next->row == WT_NO_REGION || next->start != p->last + 1 ||
	    !wt_work_is(w, p->last, ","))
		return false;
	for (uint32_t i = 0; i < p->nrows; i++)
		if (p->rows[i] != next->row && wt_region_inside(wt_place_regions(w), p->rows[i], next->row))
			return true;
	return false;
}

/* Districts and villages without their word. */
static void
rule_bare_small(struct wt_work *w, uint32_t k, const struct wt_settled *s)
{
	struct wt_place *p = &w->places[k];
	bool listed = k > 0 && wt_places_listed(w, &w->places[k - 1], p) && !w->places[k - 1].dropped &&
	    w->places[k - 1].row != WT_NO_REGION &&
	    (wt_place_level(w, w->places[k - 1].row) & WT_LEVELS_SMALL) != 0;
	uint32_t count, row;

	if (!wt_place_open(p) || p->levels != 0 || wt_place_has_level(w, p, WT_LEVELS_BIG))
		return;
	if ((!listed && !behind_place_word(w, p->first) && !before_container(w, k) && list_length(w, k) < 4) ||
	    !stands_alone(w, p)) {
		p->dropped = true;
		return;
	}
	row = inside_settled(w, p, s, WT_LEVEL_KABUPATEN | WT_LEVEL_KOTA, WT_LEVELS_SMALL, &count);
	if (row == WT_NO_REGION && count == 0)
		row = inside_settled(w, p, s, WT_LEVEL_PROVINSI, WT_LEVELS_SMALL, &count);
	if (row == WT_NO_REGION)
		p->dropped = true;
	else
		wt_place_settle(p, row, "inside-bare", 70);
}

/* A dropped bare name counts where the same region was settled elsewhere. */
static void
rule_again(struct wt_work *w, struct wt_place *p, const struct wt_settled *s)
{
	if (!p->dropped || p->levels != 0 || !stands_alone(w, p))
		return;
	for (uint32_t i = 0; i < s->count; i++) {
		if (wt_place_has_row(p, s->rows[i]) && (wt_place_level(w, s->rows[i]) & WT_LEVELS_SMALL) != 0) {
			p->dropped = false;
			wt_place_settle(p, s->rows[i], "elsewhere", 75);
			return;
		}
	}
}

void
wt_places_settle_small(struct wt_work *w)
{
	struct wt_settled s;

	wt_places_gather(w, &s);
	for (uint32_t i = 0; i < w->nplaces; i++)
		rule_common(w, i, &s);
	wt_places_gather(w, &s);
	for (uint32_t i = 0; i < w->nplaces; i++)
		if ((w->places[i].levels & WT_LEVEL_KECAMATAN) != 0)
			rule_small(w, &w->places[i], &s);
	wt_places_gather(w, &s);
	for (uint32_t i = 0; i < w->nplaces; i++)
		rule_small(w, &w->places[i], &s);
	for (uint32_t i = 0; i < w->nplaces; i++)
		rule_bare_small(w, i, &s);
	wt_places_gather(w, &s);
	for (uint32_t i = 0; i < w->nplaces; i++)
		rule_again(w, &w->places[i], &s);
}
