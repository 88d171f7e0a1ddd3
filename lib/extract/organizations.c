/*
 * organizations.c - bodies outside the state, and places that are no regions.
 *
 * Names come from the tables organizations, foreign_places and places; unknown
 * bodies from a head word ("PT", "Yayasan", "Universitas") with the capitalised
 * words behind it.  What the table agencies knows is left to agency.c.
 */
#include "extract/name.h"

#define RUN 8           /* words of a name behind a head word, at most */

static const struct wt_span none = { "", 0 };

/* The end of the longest match of a region's name at token i; i if there is none. */
static uint32_t
region_end(const struct wt_work *w, uint32_t i)
{
	struct wt_phrase_match m;
	struct wt_phrase_entry e;
	uint32_t end = i;

	if (wt_work_phrase(w, i, WT_PHRASE_ALIAS, &m, &e))
		end = m.last;
	if (wt_work_phrase(w, i, WT_PHRASE_REGION, &m, &e) && m.last > end &&
	    wt_region_has_level(&w->lex->regions, e.row, WT_LEVELS_BIG))
		end = m.last;
	return end;
}

static uint32_t
agency_end(const struct wt_work *w, uint32_t i)
{
	struct wt_phrase_match m;
	struct wt_phrase_entry e;

	return wt_work_phrase(w, i, WT_PHRASE_AGENCY, &m, &e) ? m.last : i;
}

/* "Ikatan Ahli Perencanaan (IAP)": the short name in brackets belongs to the mention. */
static uint32_t
with_brackets(const struct wt_work *w, uint32_t last)
{
	bool short_name = last + 2 < w->doc->ntokens && wt_work_is(w, last, "(") && wt_work_is(w, last + 2, ")") &&
	    wt_work_joined(w, last - 1) && wt_work_capital(w, last + 1);

	return short_name ? last + 3 : last;
}

static void
report(struct wt_work *w, enum wt_type type, uint32_t first, uint32_t last, struct wt_span name,
    const char *method, unsigned confidence)
{
	uint32_t entity = wt_work_entity(w, type, name, none, none, none);

	if (type == WT_ORGANIZATION)
		last = with_brackets(w, last);
	if (w->err != WT_OK)
		return;
	wt_work_cover(w, first, last, type == WT_PLACE ? WT_COVER_PLACE : WT_COVER_ORGANIZATION);
	wt_work_mention(w, type, first, last, w->facts->entities[entity].id, method, confidence);
}

/* Does a name that began a word or two before go over token i: "Bidara Cina", "Satpol PP"? */
static bool
inside_name(const struct wt_work *w, uint32_t i)
{
	struct wt_phrase_match m;
	struct wt_phrase_entry e;

	for (uint32_t k = 1; k <= 2 && k <= i; k++)
		if ((wt_work_phrase(w, i - k, WT_PHRASE_REGION, &m, &e) && m.last > i) ||
		    (wt_work_phrase(w, i - k, WT_PHRASE_AGENCY, &m, &e) && m.last > i))
			return true;
	return false;
}

/* Was a place found last, and does it end with token i? */
static bool
ends_place(const struct wt_work *w, uint32_t i)
{
	const struct wt_mention *m = w->facts->nmentions == 0 ? NULL : &w->facts->mentions[w->facts->nmentions - 1];

	return w->cover[i] == WT_COVER_PLACE && m != NULL && m->type == WT_PLACE &&
	    m->surface.at + m->surface.len == w->doc->text.at + w->doc->tokens[i].end;
}

/* A country is a place where something is or goes: "di Jepang"; as one who acts it is none. */
static bool
is_where(const struct wt_work *w, uint32_t i)
{
	if (i == 0 || !wt_work_joined(w, i - 1))
		return false;
	if (wt_work_listed(w, i - 1, WT_LIST_WHERE))
		return true;
	return i > 1 && (wt_work_sign(w, i - 1, ",") || wt_work_is(w, i - 1, "dan") || wt_work_is(w, i - 1, "atau")) &&
	    ends_place(w, i - 2);
}

/* "Israel utara", "Gaza City": the token behind what tells the part of a place, or i. */
static uint32_t
skip_part(const struct wt_work *w, uint32_t i)
{
	return wt_work_joined(w, i - 1) && wt_work_listed(w, i, WT_LIST_DIRECTION) ? i + 1 : i;
}

/* "Oman Abdurahim", "Sofia Malau": a given name before another word, where nothing says that it is a place. */
static bool
is_person(const struct wt_work *w, const struct wt_phrase_match *m)
{
	return m->last == m->first + 1 && wt_name_weight(w, m->first) >= 2 && wt_work_joined(w, m->first) &&
	    wt_work_capital(w, m->last) && !wt_name_plain(w, m->last) && !is_where(w, m->first);
}

/* "Eka Fitra": a body's short name that is written as a name, behind a given name. */
static bool
is_second_name(const struct wt_work *w, const struct wt_phrase_match *m)
{
	return m->last == m->first + 1 && w->doc->tokens[m->first].shape == WT_SHAPE_CAPITAL && m->first > 0 &&
	    wt_work_joined(w, m->first - 1) && wt_work_capital(w, m->first - 1) && wt_name_weight(w, m->first - 1) >= 2;
}

/* A name of the tables that is longer than any region's or agency's here: its end, or i. */
static uint32_t
try_listed(struct wt_work *w, uint32_t i)
{
	const struct wt_lexicon *l = w->lex;
	struct wt_phrase_match m;
	struct wt_phrase_entry e;
	uint32_t region = region_end(w, i), agency = agency_end(w, i), last;

	if (inside_name(w, i))
		return i;
	if (wt_work_phrase(w, i, WT_PHRASE_ORGANIZATION, &m, &e) && m.last > region && m.last > agency) {
		if (wt_stands_for_else(w, &m, wt_dict_cell(l->dict, l->organizations, e.row, l->organization_name)) ||
		    is_second_name(w, &m))
			return i;
		report(w, WT_ORGANIZATION, m.first, m.last,
		    wt_dict_cell(l->dict, l->organizations, e.row, l->organization_name), "listed", 90);
		return with_brackets(w, m.last);
	}
	if (wt_work_phrase(w, i, WT_PHRASE_FOREIGN, &m, &e) && m.last > region && m.last > agency && !is_person(w, &m)) {
		if (wt_span_is(wt_dict_cell(l->dict, l->foreign, e.row, l->foreign_kind), "country") &&
		    !is_where(w, m.first)) {
			wt_work_cover(w, m.first, m.last, WT_COVER_PLACE);
			return m.last;
		}
		last = skip_part(w, m.last);
		report(w, WT_PLACE, m.first, last, wt_dict_cell(l->dict, l->foreign, e.row, l->foreign_name), "foreign", 90);
		return last;
	}
	if (wt_work_phrase(w, i, WT_PHRASE_PLACE, &m, &e) && m.last > region && m.last > agency) {
		report(w, WT_PLACE, m.first, m.last, wt_dict_cell(l->dict, l->places, e.row, l->place_name),
		    "listed", 85);
		return m.last;
	}
	return i;
}

/* The end of the capitalised words behind a head word; `i` if there are none. */
static uint32_t
name_end(const struct wt_work *w, uint32_t i)
{
	uint32_t end = i;

	for (int n = 0; n < RUN && end > 0 && wt_work_joined(w, end - 1); n++) {
		if (wt_work_capital(w, end) && w->doc->tokens[end].kind == WT_TOKEN_WORD) {
			end++;
		} else if (end > i && (wt_work_is(w, end, "dan") || wt_work_is(w, end, "&")) &&
		    wt_work_joined(w, end) && wt_work_capital(w, end + 1) && n + 1 < RUN) {
			end += 2;
		} else if (end > i && w->doc->tokens[end].kind == WT_TOKEN_NUMBER && wt_work_joined(w, end) &&
		    w->cover[end] == WT_COVER_NONE && wt_work_capital(w, end + 1)) {
			/* "PT Sinar 99 Permai" */
			end += 2;
		} else if (wt_work_is(w, end, "(") && wt_work_is(w, end + 1, "persero") &&
		    wt_work_is(w, end + 2, ")")) {
			end += 3;
		} else {
			break;
		}
	}
	return end;
}

/*
 * "Pimpinan Wilayah PKS Irwan Malau": where in a name of two words and more a
 * person's begins, which is no part of it; companies, schools and hospitals are named after persons.
 */
static uint32_t
before_person(const struct wt_work *w, uint32_t first, uint32_t end, struct wt_span kind)
{
	static const char *const named[] = { "company", "foundation", "hospital", "school", "university", NULL };

	for (const char *const *k = named; *k != NULL; k++)
		if (wt_span_is(kind, *k))
			return end;
	for (uint32_t i = first + 1; i + 1 < end; i++)
		if (wt_name_weight(w, i) >= 2 && (wt_name_weight(w, i + 1) >= 2 || !w->lexemes[i + 1]->known))
			return i;
	return end;
}

/* "Losari FC", "Kangen Band": the word of its kind stands behind the name.  The token behind it, or i. */
static uint32_t
try_tail(struct wt_work *w, uint32_t i)
{
	struct wt_phrase_match m;
	struct wt_phrase_entry e;
	uint32_t first = i;

	if (!wt_work_phrase(w, i, WT_PHRASE_ORG_HEAD, &m, &e) ||
	    !wt_span_ends(wt_dict_cell(w->lex->dict, w->lex->org_heads, e.row, w->lex->org_head_kind), WT_SPAN("_tail")))
		return i;
	while (first > 0 && i - first < 3 && wt_work_joined(w, first - 1) && w->cover[first - 1] == WT_COVER_NONE &&
	    wt_work_capital(w, first - 1) && !w->lexemes[first - 1]->role && !w->lexemes[first - 1]->derived &&
	    !wt_work_begins(w, first - 1, WT_PHRASE_OFFICE) && !wt_work_begins(w, first - 1, WT_PHRASE_SPEECH_VERB) &&
	    !w->lexemes[first - 1]->stopword)
		first--;
	if (first == i || inside_name(w, i))
		return i;
	for (uint32_t k = first; k < i; k++)
		if (wt_work_begins(w, k, WT_PHRASE_AGENCY) || wt_work_begins(w, k, WT_PHRASE_AGENCY_HEAD))
			return i;
	report(w, WT_ORGANIZATION, first, m.last, wt_work_clean(w, first, m.last), "tail", 75);
	return m.last;
}

static uint32_t
try_head(struct wt_work *w, uint32_t i)
{
	struct wt_phrase_match m;
	struct wt_phrase_entry e;
	uint32_t end;

	if (!wt_work_phrase(w, i, WT_PHRASE_ORG_HEAD, &m, &e) || inside_name(w, i) ||
	    wt_span_ends(wt_dict_cell(w->lex->dict, w->lex->org_heads, e.row, w->lex->org_head_kind), WT_SPAN("_tail")))
		return i;
	end = before_person(w, m.last, name_end(w, m.last),
	    wt_dict_cell(w->lex->dict, w->lex->org_heads, e.row, w->lex->org_head_kind));
	if (end == m.last || agency_end(w, i) > i)
		return i;
	/* "di Hotel Santika": where something is; as one who acts it is an enterprise. */
	report(w, wt_work_listed(w, i, WT_LIST_LANDMARK) && is_where(w, i) ? WT_PLACE : WT_ORGANIZATION, i, end,
	    wt_work_clean(w, i, end), "head", 80);
	return with_brackets(w, end);
}

void
wt_organizations_find(struct wt_work *w)
{
	const uint64_t kinds = WT_BEGINS_BIT(WT_PHRASE_ORGANIZATION) | WT_BEGINS_BIT(WT_PHRASE_FOREIGN) |
	    WT_BEGINS_BIT(WT_PHRASE_PLACE) | WT_BEGINS_BIT(WT_PHRASE_ORG_HEAD);
	uint32_t n = w->doc->ntokens;

	for (uint32_t i = 0; (i = wt_work_next(w, i, n, kinds)) < n && w->err == WT_OK;) {
		uint32_t next = i;

		if (w->cover[i] == WT_COVER_NONE && w->doc->tokens[i].zone != WT_ZONE_FURNITURE) {
			next = try_listed(w, i);
			if (next == i)
				next = try_head(w, i);
			if (next == i)
				next = try_tail(w, i);
		}
		i = next > i ? next : i + 1;
	}
}
