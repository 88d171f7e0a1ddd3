/*
 * agency.c - find agencies and join them to their regions.
 *
 *      listed       a name or abbreviation of the table agencies
 *      head         "Dinas", "Balai", "Komite" ... with the capitalised words behind it
 *      introduced   an abbreviation that the article put in brackets behind a name
 *
 * A regional kind takes the region behind it ("Diskominfo Kota Serang"); where
 * none stands there, the region of the government spoken of last, or else of
 * the whole article.
 */
#include "extract/agency_region.h"
#include "text/utf8.h"

#define RUN 9           /* words of an unlisted name, at most */

static const struct wt_span none = { "", 0 };

static enum wt_level
level_of(const struct wt_work *w, uint32_t row)
{
	return wt_region_level(&w->lex->regions, row);
}

static struct wt_body *
new_body(struct wt_work *w, uint32_t first, uint32_t last)
{
	struct wt_body *b = wt_work_grow(w, w->bodies, w->nbodies, &w->bodies_cap, sizeof *b);

	if (b == NULL)
		return NULL;
	w->bodies = b;
	b = &w->bodies[w->nbodies];
	*b = (struct wt_body){ .first = first, .last = last, .row = WT_NO_ROW, .region = WT_NO_REGION };
	w->body_at[first] = ++w->nbodies;
	return b;
}

/* Does a comma at token i part words of a name that "dan" closes: "Pariwisata, Pemuda dan Olahraga"? */
static bool
is_series(const struct wt_work *w, uint32_t i)
{
	if (!wt_work_sign(w, i, ","))
		return false;
	for (uint32_t k = i + 1; k + 1 < w->doc->ntokens && k < i + 8 && wt_work_joined(w, k - 1); k++) {
		if (wt_work_is(w, k, "dan"))
			return wt_work_capital(w, k + 1) && w->doc->tokens[k + 1].kind == WT_TOKEN_WORD;
		if (!wt_work_capital(w, k) && !wt_work_sign(w, k, ","))
			return false;
	}
	return false;
}

/* May token i be a word of an agency's name that goes on? */
static bool
goes_on(const struct wt_work *w, uint32_t i)
{
	return wt_work_capital(w, i) && w->doc->tokens[i].kind == WT_TOKEN_WORD && wt_place_from(w, i) == NULL &&
	    !wt_work_begins(w, i, WT_PHRASE_AGENCY) && !wt_work_begins(w, i, WT_PHRASE_AGENCY_HEAD) &&
	    !wt_work_begins(w, i, WT_PHRASE_OFFICE) && !wt_work_begins(w, i, WT_PHRASE_FIRST_NAME);
}

/* Behind "dan", a comma, or both, between two parts of a name: the token there, or i. */
static uint32_t
skip_joint(const struct wt_work *w, uint32_t i)
{
	if (!wt_work_joined(w, i - 1) || (!wt_work_is(w, i, "dan") && !is_series(w, i)) || !wt_work_joined(w, i))
		return i;
	return wt_work_sign(w, i, ",") && wt_work_is(w, i + 1, "dan") && wt_work_joined(w, i + 1) ? i + 2 : i + 1;
}

/* Does "dan Kebudayaan" go on behind a listed "Dinas Pendidikan"?  Its end, or i. */
static uint32_t
continued(const struct wt_work *w, uint32_t i)
{
	uint32_t end = i;

	for (uint32_t next = i; (next = skip_joint(w, end)) > end && goes_on(w, next);) {
		bool last = wt_work_is(w, next - 1, "dan");

		/* Before the "dan" all words up to the next comma; behind it one, or all up to a bracket. */
		for (end = next + 1; wt_work_joined(w, end - 1) && goes_on(w, end); end++)
			;
		if (last && !wt_work_sign(w, end, "("))
			return next + 1;
	}
	return end;
}

static bool
is_family(struct wt_span kind, const char *const *kinds)
{
	for (; *kinds != NULL; kinds++)
		if (wt_span_is(kind, *kinds))
			return true;
	return false;
}

/* Is "MA", "PT", "BI" here what its letters are elsewhere: all capitals in a line of capitals? */
static bool
in_capitals(const struct wt_work *w, uint32_t i)
{
	uint32_t s = w->doc->tokens[i].sentence, upper = 0, words = 0;

	for (uint32_t k = w->doc->sentences[s].first; k < w->doc->sentences[s].last && k < w->doc->sentences[s].first + 150; k++) {
		words += w->doc->tokens[k].kind == WT_TOKEN_WORD;
		upper += w->doc->tokens[k].kind == WT_TOKEN_WORD && w->doc->tokens[k].shape == WT_SHAPE_UPPER;
	}
	return words > 3 && upper * 10 > words * 8;
}

/* A kind of body, "puskesmas", "BUMD", without a region behind it: any of them, so none. */
static bool
is_bare(const struct wt_work *w, const struct wt_phrase_match *m)
{
	uint32_t abbr, at = wt_agency_brackets(w, m->last, &abbr);

	return wt_place_from(w, at) == NULL;
}

/* "Menteri Pekerjaan Umum dan Perumahan Rakyat (PUPR)": the brackets repeat the office. */
static bool
in_office_brackets(const struct wt_work *w, uint32_t i)
{
	struct wt_phrase_match m;
	struct wt_phrase_entry e;

	if (i < 2 || !wt_work_sign(w, i - 1, "("))
		return false;
	for (uint32_t k = i - 1; k > 0 && i - k < 14 && wt_work_joined(w, k - 1); k--)
		if (wt_work_phrase(w, k - 1, WT_PHRASE_OFFICE, &m, &e) && m.last == i - 1)
			return w->body_at[k - 1] == 0 && w->cover[i - 2] != WT_COVER_AGENCY;
	return false;
}

static uint32_t try_head(struct wt_work *w, uint32_t i);
static uint32_t name_end(const struct wt_work *w, uint32_t i, bool person);

/* "Sekretariat Dewan Kawasan ...": the listed name is only the front of another body's. */
static bool
is_longer_name(const struct wt_work *w, uint32_t i, const struct wt_phrase_match *m)
{
	struct wt_phrase_match head;
	struct wt_phrase_entry e;

	return m->last < w->doc->ntokens && wt_work_joined(w, m->last - 1) && wt_work_capital(w, m->last) &&
	    w->lexemes[m->last]->phrase.number != 0 && !wt_work_begins(w, m->last, WT_PHRASE_REGION) &&
	    wt_work_phrase(w, i, WT_PHRASE_AGENCY_HEAD, &head, &e) &&
	    name_end(w, head.last, false) > m->last;
}

/* "Balai Wilayah Sungai Pemali Juana": a head with a name of its own behind it that is no region's. */
static bool
is_named(const struct wt_work *w, uint32_t i, const struct wt_phrase_match *m)
{
	struct wt_phrase_match head;
	struct wt_phrase_entry e;

	return wt_work_phrase(w, i, WT_PHRASE_AGENCY_HEAD, &head, &e) && head.last == m->last &&
	    wt_span_is(wt_dict_cell(w->lex->dict, w->lex->agency_heads, e.row, w->lex->head_scope), "central") &&
	    name_end(w, m->last, false) > m->last;
}

static uint32_t
try_listed(struct wt_work *w, uint32_t i)
{
	static const char *const generic[] = { "health_centre", "school", "hospital", "enterprise", NULL };
	static const char *const growing[] = { "dinas", "badan", "ministry", "unit", "directorate", NULL };
	const struct wt_lexicon *l = w->lex;
	struct wt_phrase_match m;
	struct wt_phrase_entry e;
	struct wt_body *b;
	struct wt_span kind, name;
	uint32_t end;

	if (!wt_work_phrase(w, i, WT_PHRASE_AGENCY, &m, &e))
		return i;
	if (m.last == i + 1 && wt_work_text(w, i).len <= 3 && in_capitals(w, i))
		return i;
	kind = wt_dict_cell(l->dict, l->agencies, e.row, l->agency_kind);
	name = wt_dict_cell(l->dict, l->agencies, e.row, l->agency_name);
	if (is_family(kind, generic) && is_bare(w, &m) && l->agency_fixed[e.row] == WT_NO_REGION &&
	    wt_span_is(wt_dict_cell(l->dict, l->agencies, e.row, l->agency_scope), "regional"))
		return (end = try_head(w, i)) == i && wt_span_is(kind, "enterprise") ? m.last : end;
	if (in_office_brackets(w, i) || wt_stands_for_else(w, &m, name))
		return m.last;
	if (is_longer_name(w, i, &m) || (wt_span_is(kind, "unit") && is_named(w, i, &m)))
		return try_head(w, i);
	end = is_family(kind, growing) && m.last > i + 1 ? continued(w, m.last) : m.last;
	if ((b = new_body(w, i, end)) == NULL)
		return m.last;
	b->row = e.row;
	b->method = end > m.last ? "listed, continued" : "listed";
	b->confidence = 92;
	if (end > m.last)
		name = WT_ARENA_JOIN(w->arena, name, wt_span_of(wt_work_sign(w, m.last, ",") ? "" : " "),
		    wt_work_clean(w, m.last, end));
	b->region = l->agency_fixed[e.row];
	if (b->region != WT_NO_REGION)
		b->name = b->base = name;
	else
		wt_agency_join_region(w, b, name, wt_dict_cell(l->dict, l->agencies, e.row, l->agency_scope),
		    wt_levels_named(wt_dict_cell(l->dict, l->agencies, e.row, l->agency_levels)));
	b->quiet = wt_span_starts(name, WT_SPAN("Bagian ")) || wt_span_starts(name, WT_SPAN("Biro ")) ||
	    wt_span_starts(name, WT_SPAN("Bidang ")) || wt_span_starts(name, WT_SPAN("Deputi ")) ||
	    (wt_span_is(kind, "police") && wt_span_starts(name, WT_SPAN("Satuan ")));
	wt_work_cover(w, i, end, WT_COVER_AGENCY);
	return b->last;
}

/* Is token i surely a person's name, which ends an unlisted agency's? */
static bool
is_given_name(const struct wt_work *w, uint32_t i)
{
	const struct wt_lexicon *l = w->lex;
	struct wt_phrase_match m;
	struct wt_phrase_entry e;

	return wt_work_phrase(w, i, WT_PHRASE_FIRST_NAME, &m, &e) &&
	    l->name_weights[e.row] > 1;
}

/* "RSUD dr. Drajat": the title of the one whom a hospital is named after. */
static uint32_t
skip_title(const struct wt_work *w, uint32_t i)
{
	struct wt_phrase_match m;
	struct wt_phrase_entry e;

	return i > 0 && wt_work_joined(w, i - 1) && wt_work_phrase(w, i, WT_PHRASE_HONORIFIC, &m, &e) &&
	    wt_work_capital(w, m.last) && wt_work_joined(w, m.last - 1) ? m.last : i;
}

/* The end of the capitalised words from i on that can be an agency's name; `person`: a person's, too. */
static uint32_t
name_end(const struct wt_work *w, uint32_t i, bool person)
{
	uint32_t end = person ? skip_title(w, i) : i, next;

	i = end;
	for (int n = 0; n < RUN && wt_work_joined(w, end - 1); n++) {
		if (wt_place_from(w, end) != NULL || (!person && is_given_name(w, end)) ||
		    wt_work_begins(w, end, WT_PHRASE_AGENCY_HEAD) ||
		    wt_work_begins(w, end, WT_PHRASE_AGENCY) || wt_work_begins(w, end, WT_PHRASE_OFFICE) ||
		    w->cover[end] == WT_COVER_DATE || w->cover[end] == WT_COVER_ORGANIZATION)
			break;
		if (wt_work_capital(w, end) && (w->doc->tokens[end].kind == WT_TOKEN_WORD ||
		    (wt_work_joined(w, end) && wt_work_capital(w, end + 1) && w->doc->tokens[end + 1].gap == 0)))
			end++;
		else if (end > i && (next = skip_joint(w, end)) > end && wt_work_capital(w, next) &&
		    wt_place_from(w, next) == NULL && !is_given_name(w, next) && !wt_work_begins(w, next, WT_PHRASE_AGENCY))
			end = next + 1;
		else
			break;
	}
	return end;
}

static uint32_t
try_head(struct wt_work *w, uint32_t i)
{
	const struct wt_lexicon *l = w->lex;
	struct wt_phrase_match m;
	struct wt_phrase_entry e;
	struct wt_span scope, kind;
	struct wt_body *b;
	uint32_t end;
	bool regional_word;

	if (!wt_work_phrase(w, i, WT_PHRASE_AGENCY_HEAD, &m, &e))
		return i;
	scope = wt_dict_cell(l->dict, l->agency_heads, e.row, l->head_scope);
	kind = wt_dict_cell(l->dict, l->agency_heads, e.row, l->head_kind);
	if (wt_span_is(scope, "none"))
		return m.last;
	end = name_end(w, m.last, wt_span_is(kind, "hospital") || wt_span_is(kind, "enterprise"));
	/* "RSUD Kota Tegal", "Puskesmas Curug": the place alone makes the name. */
	regional_word = wt_span_is(kind, "health_centre") || wt_span_is(kind, "hospital") ||
	    wt_span_is(kind, "enterprise");
	if (end == m.last && !(regional_word && wt_place_from(w, end) != NULL))
		return i;
	if ((b = new_body(w, i, end)) == NULL)
		return end;
	b->method = "head";
	b->confidence = 75;
	wt_agency_join_region(w, b, wt_work_clean(w, i, end), scope, 0);
	b->quiet = wt_work_is(w, i, "deputi");
	wt_work_cover(w, i, end, WT_COVER_AGENCY);
	return b->last;
}

/* "pemerintah Kota Tegal", "pemerintah DKI": the government in lower case, with its region. */
static uint32_t
try_government(struct wt_work *w, uint32_t i)
{
	const struct wt_place *p;
	struct wt_body *b;
	struct wt_span word;

	if (!wt_work_is(w, i, "pemerintah") || !wt_work_joined(w, i) || (p = wt_place_from(w, i + 1)) == NULL ||
	    p->row == WT_NO_REGION || (level_of(w, p->row) & WT_LEVELS_BIG) == 0 ||
	    (b = new_body(w, i, p->last)) == NULL)
		return i;
	word = wt_span_of(wt_level_name(level_of(w, p->row)));
	b->region = p->row;
	b->base = WT_SPAN("Pemerintah");
	b->name = wt_arena_printf(w->arena, "Pemerintah %c%.*s %.*s", word.at[0] - 32, (int)word.len - 1, word.at + 1,
	    (int)wt_region_name(&w->lex->regions, p->row).len, wt_region_name(&w->lex->regions, p->row).at);
	b->method = "government";
	b->confidence = 88;
	wt_work_cover(w, i, i + 1, WT_COVER_AGENCY);
	return p->last;
}

/* "pemerintah provinsi", "pemkot" in lower case and without a name: that of the region in force. */
static uint32_t
try_bare_government(struct wt_work *w, uint32_t i)
{
	static const struct {
		const char *first, *second, *base;
		unsigned level;
	} forms[] = {
		{ "pemerintah", "provinsi", "Pemerintah Provinsi", WT_LEVEL_PROVINSI },
		{ "pemerintah", "kabupaten", "Pemerintah Kabupaten", WT_LEVEL_KABUPATEN },
		{ "pemerintah", "kota", "Pemerintah Kota", WT_LEVEL_KOTA },
		{ "pemprov", NULL, "Pemerintah Provinsi", WT_LEVEL_PROVINSI },
		{ "pemkab", NULL, "Pemerintah Kabupaten", WT_LEVEL_KABUPATEN },
		{ "pemkot", NULL, "Pemerintah Kota", WT_LEVEL_KOTA },
	};

	for (size_t k = 0; k < sizeof forms / sizeof forms[0]; k++) {
		uint32_t region, last = i + (forms[k].second != NULL ? 2 : 1);
		struct wt_body *b;

		if (!wt_work_is(w, i, forms[k].first) ||
		    (forms[k].second != NULL && !wt_work_is(w, i + 1, forms[k].second)))
			continue;
		region = wt_region_in_force(w, i, forms[k].level);
		if (region == WT_NO_REGION || (b = new_body(w, i, last)) == NULL)
			return i;
		b->region = region;
		b->base = wt_span_of(forms[k].base);
		b->name = wt_agency_full_name(w, b->base, region);
		b->method = "government";
		b->confidence = 75;
		b->wants_region = true;
		wt_work_cover(w, i, last, WT_COVER_AGENCY);
		return last;
	}
	return i;
}

/* "Dinas Pendidikan" after "Dinas Pendidikan dan Kebudayaan" of the same region; "Dewan Nasional". */
static void
join_short_forms(struct wt_work *w)
{
	for (uint32_t i = 1; i < w->nbodies; i++) {
		struct wt_body *b = &w->bodies[i];
		uint32_t least = i > 50 ? i - 50 : 0;

		for (uint32_t k = i; k > least; k--) {
			const struct wt_body *a = &w->bodies[k - 1];

			if (a->region != b->region || a->base.len <= b->base.len + 1 ||
			    !wt_span_starts(a->base, b->base) || a->base.at[b->base.len] != ' ' ||
			    memchr(b->base.at, ' ', b->base.len) == NULL)
				continue;
			b->name = a->name;
			b->base = a->base;
			break;
		}
	}
}

/* "Rumah Tahanan Polres Jakarta Selatan": a body right before another that has its region said. */
static void
join_neighbours(struct wt_work *w)
{
	for (uint32_t i = w->nbodies; i > 1; i--) {
		const struct wt_body *b = &w->bodies[i - 1];
		struct wt_body *a = &w->bodies[i - 2];

		if (!a->wants_region || a->last != b->first || b->region == WT_NO_REGION || b->wants_region ||
		    !wt_work_joined(w, a->last - 1))
			continue;
		a->region = b->region;
		a->wants_region = false;
		a->name = wt_agency_full_name(w, a->base, a->region);
	}
}

/* Abbreviations that the article put behind a name: "Organisasi Perangkat Daerah (OPD)". */
static void
find_introduced(struct wt_work *w)
{
	uint32_t known = w->nbodies, learnt = 0;

	for (uint32_t k = 0; k < known && w->err == WT_OK; k++) {
		const struct wt_body b = w->bodies[k];
		uint32_t abbr, i;

		abbr = UINT32_MAX;
		for (i = b.first; i < b.last && abbr == UINT32_MAX; i++)
			wt_agency_brackets(w, i, &abbr);
		if (abbr == UINT32_MAX)
			wt_agency_brackets(w, b.last, &abbr);
		if (abbr == UINT32_MAX || wt_work_text(w, abbr).len < 2)
			continue;
		if (++learnt > WT_INTRODUCED)
			break;
		for (i = abbr + 2; i < w->doc->ntokens && w->err == WT_OK; i++) {
			struct wt_body *again;

			if (w->cover[i] != WT_COVER_NONE || w->body_at[i] != 0 ||
			    !wt_span_eq(wt_work_text(w, i), wt_work_text(w, abbr)) ||
			    (again = new_body(w, i, i + 1)) == NULL)
				continue;
			again->row = b.row;
			again->region = b.region;
			again->name = b.name;
			again->base = b.base;
			again->method = "introduced";
			again->confidence = b.confidence > 85 ? 85 : b.confidence;
			wt_work_cover(w, i, i + 1, WT_COVER_AGENCY);
		}
	}
}

static void
report(struct wt_work *w, struct wt_body *b)
{
	struct wt_span region = b->region == WT_NO_REGION ? none :
	    wt_region_id(&w->lex->regions, b->region, w->arena);

	b->entity = wt_work_entity(w, WT_AGENCY, b->name, none, none, region);
	if (w->err == WT_OK && !b->quiet)
		wt_work_mention(w, WT_AGENCY, b->first, b->last, w->facts->entities[b->entity].id, b->method,
		    b->confidence);
}

void
wt_bodies_find(struct wt_work *w)
{
	const uint64_t what = WT_BEGINS_BIT(WT_PHRASE_AGENCY) | WT_BEGINS_BIT(WT_PHRASE_AGENCY_HEAD) |
	    WT_BEGINS_BIT(WT_BEGINS_GOVERNMENT);
	uint32_t n = w->doc->ntokens;

	w->body_at = wt_arena_array(w->arena, (size_t)w->doc->ntokens + 1, sizeof *w->body_at);
	if (w->body_at == NULL) {
		w->err = WT_ENOMEM;
		return;
	}
	for (uint32_t i = 0; (i = wt_work_next(w, i, n, what)) < n && w->err == WT_OK;) {
		uint32_t next = i;

		if ((w->cover[i] == WT_COVER_NONE || w->cover[i] == WT_COVER_REGION) &&
		    w->doc->tokens[i].zone != WT_ZONE_FURNITURE && w->doc->tokens[i].zone != WT_ZONE_DATELINE) {
			next = try_listed(w, i);
			if (next == i)
				next = try_head(w, i);
			if (next == i)
				next = try_government(w, i);
			if (next == i)
				next = try_bare_government(w, i);
		}
		i = next > i ? next : i + 1;
	}
	join_neighbours(w);
	find_introduced(w);
	join_short_forms(w);
	for (uint32_t i = 0; i < w->nbodies && w->err == WT_OK; i++)
		report(w, &w->bodies[i]);
}
