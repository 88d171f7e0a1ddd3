/* agency_region.c - the region of an agency, and its name with it, behind agency_region.h. */
#include "extract/agency_region.h"

uint32_t
wt_agency_brackets(const struct wt_work *w, uint32_t i, uint32_t *abbr)
{
	*abbr = UINT32_MAX;
	if (i == 0 || !wt_work_joined(w, i - 1) || !wt_work_sign(w, i, "("))
		return i;
	for (uint32_t k = i + 1; k < w->doc->ntokens && k < i + 5; k++) {
		if (!wt_work_sign(w, k, ")"))
			continue;
		if (k == i + 2 && w->doc->tokens[i + 1].kind == WT_TOKEN_WORD)
			*abbr = i + 1;
		return k + 1;
	}
	return i;
}

const struct wt_place *
wt_place_from(const struct wt_work *w, uint32_t i)
{
	for (uint32_t k = i; k < w->doc->ntokens && k < i + 4; k++) {
		const struct wt_place *p;

		if (w->place_at[k] == 0)
			continue;
		p = &w->places[w->place_at[k] - 1];
		/* "Kota" may itself be the name of a village, dropped before "Kota Probolinggo". */
		if (p->dropped)
			continue;
		return p->start > i || w->doc->tokens[i].sentence != w->doc->tokens[k].sentence ? NULL : p;
	}
	return NULL;
}

static enum wt_level
level_of(const struct wt_work *w, uint32_t row)
{
	return wt_region_level(&w->lex->regions, row);
}

uint32_t
wt_region_in_force(const struct wt_work *w, uint32_t token, unsigned levels)
{
	uint32_t office = WT_NO_REGION, any = WT_NO_REGION, here = WT_NO_REGION;

	/* The places are in order; only the last few before the token can matter. */
	for (uint32_t i = wt_places_before(w, token), n = 0; i > 0 && n < 200; i--, n++) {
		const struct wt_place *p = &w->places[i - 1];
		uint8_t zone = w->doc->tokens[p->first].zone;

		if (p->dropped || p->row == WT_NO_REGION || (level_of(w, p->row) & levels) == 0 ||
		    zone == WT_ZONE_RELATED || zone == WT_ZONE_DATELINE)
			continue;
		if (p->office && here == WT_NO_REGION &&
		    w->doc->tokens[p->first].sentence == w->doc->tokens[token].sentence)
			here = p->row;
		if (p->office && office == WT_NO_REGION)
			office = p->row;
		if (any == WT_NO_REGION)
			any = p->row;
	}
	if (here != WT_NO_REGION)
		return here;
	if (w->primary != WT_NO_REGION && (level_of(w, w->primary) & levels) != 0)
		return w->primary;
	return office != WT_NO_REGION ? office : any;
}

/* "Pemerintah" is followed by its level's word: "Pemerintah Kota" and "Serang". */
static bool
ends_with_level(struct wt_span name)
{
	return wt_span_ends(name, WT_SPAN(" Kota")) || wt_span_ends(name, WT_SPAN(" Kabupaten")) ||
	    wt_span_ends(name, WT_SPAN(" Provinsi")) || wt_span_ends(name, WT_SPAN(" Kecamatan")) ||
	    wt_span_ends(name, WT_SPAN(" Kelurahan")) || wt_span_ends(name, WT_SPAN(" Desa"));
}

struct wt_span
wt_agency_full_name(struct wt_work *w, struct wt_span name, uint32_t region)
{
	struct wt_span title;
	const char *word = "";

	if (region == WT_NO_REGION)
		return name;
	/* "Pemda Kota Tegal" is the Pemerintah Kota Tegal. */
	if (wt_span_is(name, "Pemerintah Daerah"))
		name = WT_SPAN("Pemerintah");
	if (ends_with_level(name)) {
		title = wt_region_name(&w->lex->regions, region);
	} else {
		title = wt_region_title(&w->lex->regions, region, w->arena);
		if (level_of(w, region) == WT_LEVEL_PROVINSI)
			word = "Provinsi ";
	}
	return WT_ARENA_JOIN(w->arena, name, WT_SPAN(" "), wt_span_of(word), title);
}

/* "Kodim 0602/Serang": behind the number of a unit and its stroke, or i. */
static uint32_t
skip_number(const struct wt_work *w, uint32_t i)
{
	if (i == 0 || i + 1 >= w->doc->ntokens || w->doc->tokens[i].kind != WT_TOKEN_NUMBER || !wt_work_joined(w, i - 1))
		return i;
	return wt_work_sign(w, i + 1, "/") ? i + 2 : wt_place_from(w, i + 1) != NULL ? i + 1 : i;
}

/* "Puskesmas Cisewu", "RSUD Limpung": named after a district, and the kabupaten's. */
static uint32_t
owner_of(const struct wt_work *w, const struct wt_place *p)
{
	struct wt_span code;

	if (p->row == WT_NO_REGION || (level_of(w, p->row) & WT_LEVELS_SMALL) == 0)
		return p->row;
	/* "32.05.11": the first five bytes are the kabupaten or kota. */
	code = wt_region_code(&w->lex->regions, p->row);
	return wt_region_find(&w->lex->regions, wt_span_make(code.at, code.len < 5 ? code.len : 5));
}

/* Does a body begin with the word of a hospital or health centre, which are known by their place? */
static bool
is_clinic(const struct wt_work *w, uint32_t first)
{
	struct wt_phrase_match m;
	struct wt_phrase_entry e;
	struct wt_span kind;

	if (!wt_work_phrase(w, first, WT_PHRASE_AGENCY_HEAD, &m, &e))
		return false;
	kind = wt_dict_cell(w->lex->dict, w->lex->agency_heads, e.row, w->lex->head_kind);
	return wt_span_is(kind, "health_centre") || wt_span_is(kind, "hospital");
}

/* Take the name and the region of the place behind a body's own name. */
static void
join_place(struct wt_work *w, struct wt_body *b, const struct wt_place *p)
{
	struct wt_span place = wt_work_clean(w, p->start, p->last);
	bool small = p->row == WT_NO_REGION || (level_of(w, p->row) & WT_LEVELS_SMALL) != 0;

	b->last = p->last;
	/* "Polres Kediri Kota" */
	if (p->office && wt_work_joined(w, p->last - 1) && wt_work_is(w, p->last, "kota") && wt_work_capital(w, p->last) &&
	    wt_place_from(w, p->last) == NULL)
		b->last++;
	b->region = p->row;
	if (small && is_clinic(w, b->first)) {
		b->region = owner_of(w, p);
		b->name = wt_work_clean(w, b->first, p->last);
	} else if (p->row == WT_NO_REGION) {
		/* An unresolved name stays in the agency's as it is written. */
		b->name = WT_ARENA_JOIN(w->arena, b->base, WT_SPAN(" "), place);
	} else {
		b->name = wt_agency_full_name(w, b->base, p->row);
	}
}

/* "Kejaksaan Negeri Lhoksukon": a seat that is no region known by that name, behind a court or the police. */
static bool
is_seated(const struct wt_work *w, const struct wt_body *b)
{
	static const char *const kinds[] = { "court", "police", "prosecutor", NULL };
	const struct wt_lexicon *l = w->lex;
	struct wt_span kind;

	if (b->row == WT_NO_ROW || b->last >= w->doc->ntokens || !wt_work_joined(w, b->last - 1) ||
	    w->doc->tokens[b->last].shape != WT_SHAPE_CAPITAL || w->doc->tokens[b->last].kind != WT_TOKEN_WORD ||
	    !wt_work_begins(w, b->last, WT_PHRASE_REGION) || wt_work_begins(w, b->last, WT_PHRASE_FIRST_NAME) ||
	    wt_work_begins(w, b->last, WT_PHRASE_AGENCY))
		return false;
	kind = wt_dict_cell(l->dict, l->agencies, b->row, l->agency_kind);
	for (const char *const *k = kinds; *k != NULL; k++)
		if (wt_span_is(kind, *k))
			return true;
	return false;
}

void
wt_agency_join_region(struct wt_work *w, struct wt_body *b, struct wt_span base, struct wt_span scope,
    unsigned levels)
{
	uint32_t abbr, at = skip_number(w, wt_agency_brackets(w, b->last, &abbr));
	const struct wt_place *p = wt_place_from(w, at);

	b->base = base;
	if (at > b->last && abbr != UINT32_MAX)
		b->last = at;
	/* "KPK Jakarta" is the one there is. */
	if (p != NULL && !p->group && !(wt_span_is(scope, "central") && b->row != WT_NO_ROW)) {
		join_place(w, b, p);
		return;
	}
	if (wt_span_is(scope, "regional") && is_seated(w, b)) {
		b->name = WT_ARENA_JOIN(w->arena, base, WT_SPAN(" "), wt_work_text(w, b->last));
		b->last++;
		return;
	}
	if (wt_span_is(scope, "regional")) {
		b->region = wt_region_in_force(w, b->first, levels == 0 ? WT_LEVELS_BIG : levels);
		b->wants_region = true;
		if (b->confidence > 70)
			b->confidence = 70;
	}
	b->name = wt_agency_full_name(w, base, b->region);
}
