/*
 * place.c - find the names of regions, with what stands before them.
 *
 * Every match of the names and aliases of regions is a candidate.  A qualifier
 * before it ("Kota", "Pemkab", "Wali Kota", "Kecamatan") narrows its levels; a
 * word of the table not_regions before or behind it, or a longer name of
 * something else around it, takes it out.  Which of several regions of one name
 * is meant is the work of place_resolve.c.
 */
#include "extract/work.h"

#define RUN 6           /* capitalised words before a name that may belong to it, at most */
#define ROWS 4096       /* regions of one name, at most */

/* For every token, the qualifier that ends just before it. */
static int
find_qualifiers(struct wt_work *w)
{
	const uint64_t what = WT_BEGINS_BIT(WT_PHRASE_QUALIFIER);
	uint32_t n = w->doc->ntokens;

	w->qualifier = wt_arena_array(w->arena, (size_t)n + 2, sizeof *w->qualifier);
	if (w->qualifier == NULL)
		return w->err = WT_ENOMEM;
	for (uint32_t i = wt_work_next(w, 0, n, what); i < n; i = wt_work_next(w, i + 1, n, what)) {
		for (uint32_t m = w->phrases.at[i]; m < w->phrases.at[i + 1]; m++) {
			const struct wt_phrase_match *match = &w->phrases.matches[m];

			/* The longest one wins: it begins first. */
			if ((match->kinds >> WT_PHRASE_QUALIFIER & 1) != 0 && w->qualifier[match->last] == 0) {
				w->qualifier[match->last] = m + 1;
				w->begins[match->last] |= WT_BEGINS_BIT(WT_BEGINS_PLACE);
			}
		}
	}
	return WT_OK;
}

/* "Pemerintahan Kota (Pemkot) Cirebon", "Kodim 0602/Serang": from the name, the token behind what qualifies it. */
static uint32_t
before_brackets(const struct wt_work *w, uint32_t i)
{
	uint32_t k = i;

	if (i > 2 && wt_work_sign(w, i - 1, "/") && w->doc->tokens[i - 2].kind == WT_TOKEN_NUMBER)
		return i - 2;
	if (i < 3 || !wt_work_is(w, i - 1, ")"))
		return i;
	for (k = i - 2; k > 0 && i - k <= 5; k--)
		if (wt_work_is(w, k, "("))
			return k;
	return i;
}

static const struct wt_phrase_match *
qualifier_before(const struct wt_work *w, uint32_t i, struct wt_phrase_entry *entry)
{
	uint32_t at = w->qualifier[i] != 0 ? i : before_brackets(w, i);
	const struct wt_phrase_match *match;

	if (at == 0 || w->qualifier[at] == 0)
		return NULL;
	match = &w->phrases.matches[w->qualifier[at] - 1];
	if (w->doc->tokens[match->first].sentence != w->doc->tokens[i].sentence)
		return NULL;
	for (uint32_t e = 0; e < match->entries; e++)
		if (wt_phrase_entry(w->lex->dict, match->entry + e, entry) &&
		    entry->kind == WT_PHRASE_QUALIFIER && wt_phrase_case_fits(w->doc, match, entry))
			return match;
	return NULL;
}

static void
add_row(struct wt_work *w, struct wt_place *p, size_t *cap, uint32_t row)
{
	for (uint32_t i = 0; i < p->nrows; i++)
		if (p->rows[i] == row)
			return;
	if (p->nrows >= ROWS)
		return;
	if (p->nrows == *cap) {
		size_t more = *cap == 0 ? 4 : *cap * 2;
		uint32_t *rows = wt_arena_alloc(w->arena, more * sizeof *rows);

		if (rows == NULL) {
			w->err = WT_ENOMEM;
			return;
		}
		if (p->nrows > 0)
			memcpy(rows, p->rows, p->nrows * sizeof *rows);
		p->rows = rows;
		*cap = more;
	}
	p->rows[p->nrows++] = row;
}

/* The regions of an alias; several make a group. */
static void
add_alias(struct wt_work *w, struct wt_place *p, size_t *cap, uint32_t row, bool qualified)
{
	const struct wt_lexicon *l = w->lex;
	struct wt_span codes = wt_dict_cell(l->dict, l->aliases, row, l->alias_codes), code;
	struct wt_span kind = wt_dict_cell(l->dict, l->aliases, row, l->alias_kind);

	if (wt_span_is(kind, "weak") && !qualified)
		return;
	p->group = p->group || wt_span_is(kind, "group");
	while (wt_span_cut(&codes, '|', &code)) {
		uint32_t region = wt_region_find(&l->regions, wt_span_trim(code));

		if (region != WT_NO_REGION)
			add_row(w, p, cap, region);
	}
}

static void
add_spelling(struct wt_work *w, struct wt_place *p, size_t *cap, uint32_t row)
{
	const struct wt_lexicon *l = w->lex;
	uint32_t region = wt_region_find(&l->regions, wt_dict_cell(l->dict, l->spellings, row, l->spelling_code));

	if (region != WT_NO_REGION)
		add_row(w, p, cap, region);
}

/* The regions that a match names, of levels in `levels` (all: 0). */
static void
collect(struct wt_work *w, struct wt_place *p, const struct wt_phrase_match *m, unsigned levels)
{
	size_t cap = 0;
	struct wt_phrase_entry e;

	p->nrows = 0;
	p->rows = NULL;
	p->group = false;
	for (uint32_t i = 0; i < m->entries && w->err == WT_OK; i++) {
		if (!wt_phrase_entry(w->lex->dict, m->entry + i, &e) || !wt_phrase_case_fits(w->doc, m, &e))
			continue;
		if (e.kind == WT_PHRASE_ALIAS)
			add_alias(w, p, &cap, e.row, p->levels != 0);
		else if (e.kind == WT_PHRASE_REGION)
			add_row(w, p, &cap, e.row);
		else if (e.kind == WT_PHRASE_SPELLING)
			add_spelling(w, p, &cap, e.row);
	}
	if (levels == 0 || p->group)
		return;
	uint32_t kept = 0;
	for (uint32_t i = 0; i < p->nrows; i++)
		if (wt_region_has_level(&w->lex->regions, p->rows[i], levels))
			p->rows[kept++] = p->rows[i];
	p->nrows = kept;
}

/* Is a word of not_regions that looks to `side` among the matches at token i? */
static bool
is_frame(const struct wt_work *w, uint32_t i, const char *side)
{
	const struct wt_lexicon *l = w->lex;
	struct wt_phrase_match m;
	struct wt_phrase_entry e;

	return wt_work_phrase(w, i, WT_PHRASE_NOT_REGION, &m, &e) &&
	    wt_span_is(wt_dict_cell(l->dict, l->not_regions, e.row, l->not_side), side);
}

/* Does a street, food, club or university before the name, or a word behind it, take it out? */
static bool
is_framed(const struct wt_work *w, uint32_t first, uint32_t last)
{
	struct wt_phrase_match m;
	struct wt_phrase_entry e;
	uint32_t i = first;

	if (last < w->doc->ntokens && wt_work_joined(w, last - 1) && is_frame(w, last, "after"))
		return true;
	for (int n = 0; n < RUN && i > 0 && wt_work_joined(w, i - 1); n++) {
		i--;
		if (!wt_work_capital(w, i) && w->doc->tokens[i].kind != WT_TOKEN_NUMBER) {
			/* Streets and foods come in lower case too: "jalan Bandung", "soto Lamongan". */
			return n == 0 && is_frame(w, i, "before");
		}
		/* "PT TUN Surabaya" is a court, no company. */
		if (wt_work_phrase(w, i, WT_PHRASE_AGENCY, &m, &e) && m.last == first)
			return false;
		if (is_frame(w, i, "before"))
			return true;
		if (w->qualifier[i + 1] != 0)
			return false;
	}
	return false;
}

bool
wt_place_behind_agency(const struct wt_work *w, uint32_t first)
{
	struct wt_phrase_match m;
	struct wt_phrase_entry e;

	for (uint32_t k = first; k > 0 && first - k < 6 && wt_work_joined(w, k - 1); k--) {
		if (wt_work_phrase(w, k - 1, WT_PHRASE_AGENCY, &m, &e))
			return true;
		if (!wt_work_capital(w, k - 1) && !wt_work_begins(w, k - 1, WT_PHRASE_HONORIFIC) && !wt_work_is(w, k - 1, "dan"))
			return false;
	}
	return false;
}

/* Is a given name right before the region's name, so that it is a family name? */
static bool
follows_given_name(const struct wt_work *w, uint32_t first)
{
	struct wt_phrase_match m;
	struct wt_phrase_entry e;
	const struct wt_lexicon *l = w->lex;

	if (first == 0 || !wt_work_joined(w, first - 1) || !wt_work_capital(w, first - 1) ||
	    w->qualifier[first] != 0)
		return false;
	return wt_work_phrase(w, first - 1, WT_PHRASE_FIRST_NAME, &m, &e) &&
	    l->name_weights[e.row] > 1;
}

/* ", Solo Raharjo,": a region's name before a given name, both between commas or behind "bernama". */
static bool
begins_person(const struct wt_work *w, uint32_t first, uint32_t last)
{
	const struct wt_lexicon *l = w->lex;
	struct wt_phrase_match m;
	struct wt_phrase_entry e;

	if (last != first + 1 || first == 0 || !wt_work_joined(w, first - 1) || !wt_work_joined(w, first) ||
	    !wt_work_capital(w, last) || (!wt_work_sign(w, first - 1, ",") && !wt_work_is(w, first - 1, "bernama")))
		return false;
	return wt_work_phrase(w, last, WT_PHRASE_FIRST_NAME, &m, &e) && l->name_weights[e.row] >= 2 &&
	    (wt_work_sign(w, m.last, ",") || wt_work_sign(w, m.last, "(")) && !wt_work_begins(w, last, WT_PHRASE_ALIAS);
}

static struct wt_place *
new_place(struct wt_work *w)
{
	struct wt_place *p = wt_work_grow(w, w->places, w->nplaces, &w->places_cap, sizeof *p);

	if (p == NULL)
		return NULL;
	w->places = p;
	p = &w->places[w->nplaces];
	*p = (struct wt_place){ .row = WT_NO_REGION, .method = "" };
	return p;
}

/* "DPRD Kota Serang": the level's word belongs to the region even when an office comes before it. */
static uint32_t
behind_office(const struct wt_work *w, uint32_t first)
{
	return first > 0 && wt_work_listed(w, first - 1, WT_LIST_LEVEL) ? first - 1 : first;
}

/* Does the name of an agency that began before token i end just before `first`? */
static bool
ends_agency(const struct wt_work *w, uint32_t i, uint32_t first)
{
	struct wt_phrase_match m;
	struct wt_phrase_entry e;

	for (uint32_t k = i; k > 0 && i - k < 8 && wt_work_joined(w, k - 1); k--)
		if (wt_work_phrase(w, k - 1, WT_PHRASE_AGENCY, &m, &e))
			return m.last == first;
	return false;
}

/* Set the levels and the start of a place from the qualifier before it. */
static void
qualify(struct wt_work *w, struct wt_place *p)
{
	const struct wt_lexicon *l = w->lex;
	struct wt_phrase_entry e;
	const struct wt_phrase_match *q = qualifier_before(w, p->first, &e);
	struct wt_span kind;

	p->start = p->first;
	if (q == NULL)
		return;
	/* "Dinas Pemberdayaan Masyarakat dan Desa Klaten": that "Desa" is the agency's. */
	if (wt_work_is(w, q->first, "desa") && ends_agency(w, q->first, p->first))
		return;
	kind = wt_dict_cell(l->dict, l->qualifiers, e.row, l->qualifier_kind);
	p->levels = wt_levels_named(wt_dict_cell(l->dict, l->qualifiers, e.row, l->qualifier_levels));
	p->office = !wt_span_is(kind, "word");
	p->start = p->office ? behind_office(w, p->first) : q->first;
	/* "kota Pandeglang" is loose talk; "Kota Serang" and "Bupati" are not. */
	p->strict = p->office || wt_work_capital(w, q->first);
}

/* "Kota Padang" is the kota of that name, though a village far away is called so, too. */
static bool
is_kota_and_name(const struct wt_work *w, const struct wt_phrase_match *match)
{
	struct wt_phrase_match m;
	struct wt_phrase_entry e;

	return match->last == match->first + 2 && wt_work_is(w, match->first, "kota") &&
	    wt_work_phrase(w, match->first + 1, WT_PHRASE_REGION, &m, &e) && m.last == match->last &&
	    wt_region_level(&w->lex->regions, e.row) == WT_LEVEL_KOTA;
}

/* "Polres Kediri Kota", "Kapolres Bogor Kabupaten": the word behind the name tells which of the two it is. */
static void
prefer_level(const struct wt_work *w, struct wt_place *p)
{
	uint32_t kept = 0;
	unsigned level = wt_work_is(w, p->last, "kota") ? WT_LEVEL_KOTA :
	    wt_work_is(w, p->last, "kabupaten") ? WT_LEVEL_KABUPATEN : 0;

	if (!p->office || (p->levels & level) == 0 || !wt_work_joined(w, p->last - 1) || !wt_work_capital(w, p->last))
		return;
	for (uint32_t i = 0; i < p->nrows; i++)
		if ((unsigned)wt_region_level(&w->lex->regions, p->rows[i]) == level)
			p->rows[kept++] = p->rows[i];
	if (kept > 0) {
		p->nrows = kept;
		p->levels = level;
	}
}

/* Try the matches at token i as a region: the token behind it, or i. */
static uint32_t
try_region(struct wt_work *w, uint32_t i)
{
	const uint32_t names = 1u << WT_PHRASE_REGION | 1u << WT_PHRASE_ALIAS | 1u << WT_PHRASE_SPELLING;
	const uint32_t kinds = names | 1u << WT_PHRASE_ORGANIZATION | 1u << WT_PHRASE_PLACE | 1u << WT_PHRASE_FOREIGN;

	for (uint32_t k = w->phrases.at[i]; k < w->phrases.at[i + 1]; k++) {
		const struct wt_phrase_match *m = &w->phrases.matches[k];
		bool region;
		struct wt_place *p;

		if ((m->kinds & kinds) == 0)
			continue;
		region = (m->kinds & names) != 0;
		/* A longer name of something else: "Bali United", "Sungai Serang". */
		if (!region)
			return m->last;
		if (is_kota_and_name(w, m))
			continue;
		if ((p = new_place(w)) == NULL)
			return m->last;
		p->first = i;
		p->last = m->last;
		qualify(w, p);
		collect(w, p, m, p->levels);
		prefer_level(w, p);
		if (p->nrows == 0 && p->levels != 0 && (p->levels & WT_LEVELS_BIG) != 0)
			collect(w, p, m, WT_LEVELS_BIG);
		if (p->nrows == 0)
			continue;
		if (is_framed(w, p->start, p->last) || (p->levels == 0 && follows_given_name(w, p->first) &&
		    !wt_place_behind_agency(w, p->first)) ||
		    (p->levels == 0 && begins_person(w, p->first, p->last)))
			return m->last;
		w->place_at[i] = ++w->nplaces;
		return m->last;
	}
	return i;
}

/* "Kecamatan Hahjamukti": a district's word before a name that no table has, for place_spelling.c. */
static uint32_t
try_unknown(struct wt_work *w, uint32_t i)
{
	struct wt_place *p;
	uint32_t last = i;

	if (w->qualifier[i] == 0 || !wt_work_capital(w, i) || w->doc->tokens[i].kind != WT_TOKEN_WORD ||
	    w->cover[i] != WT_COVER_NONE || w->doc->tokens[i].zone == WT_ZONE_FURNITURE)
		return i;
	while (last < i + 3 && last < w->doc->ntokens && wt_work_capital(w, last) &&
	    w->cover[last] == WT_COVER_NONE && (last == i || wt_work_joined(w, last - 1)))
		last++;
	if ((p = new_place(w)) == NULL)
		return i;
	p->first = i;
	p->last = last;
	qualify(w, p);
	if ((p->levels & WT_LEVELS_SMALL) == 0 || p->office)
		return i;
	w->place_at[i] = ++w->nplaces;
	return i + 1;
}

static bool
may_begin(const struct wt_work *w, uint32_t i)
{
	const struct wt_token *t = &w->doc->tokens[i];

	return t->zone != WT_ZONE_FURNITURE && t->zone != WT_ZONE_BYLINE && t->kind != WT_TOKEN_PUNCT &&
	    w->cover[i] != WT_COVER_ORGANIZATION && w->cover[i] != WT_COVER_PLACE;
}

void
wt_places_find(struct wt_work *w)
{
	const uint64_t what = WT_BEGINS_BIT(WT_PHRASE_REGION) | WT_BEGINS_BIT(WT_PHRASE_ALIAS) |
	    WT_BEGINS_BIT(WT_PHRASE_SPELLING) | WT_BEGINS_BIT(WT_PHRASE_ORGANIZATION) |
	    WT_BEGINS_BIT(WT_PHRASE_PLACE) | WT_BEGINS_BIT(WT_PHRASE_FOREIGN) | WT_BEGINS_BIT(WT_BEGINS_PLACE);
	uint32_t n = w->doc->ntokens;

	w->place_at = wt_arena_array(w->arena, (size_t)w->doc->ntokens + 1, sizeof *w->place_at);
	if (w->place_at == NULL || find_qualifiers(w) != WT_OK) {
		w->err = WT_ENOMEM;
		return;
	}
	for (uint32_t i = 0; (i = wt_work_next(w, i, n, what)) < n && w->err == WT_OK;) {
		uint32_t next = may_begin(w, i) ? try_region(w, i) : i;

		if (next == i)
			next = try_unknown(w, i);
		i = next > i ? next : i + 1;
	}
}
