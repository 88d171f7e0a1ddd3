/*
 * office.c - prefix, office, unit, agency and region, behind office.h.
 *
 *      office = prefix* title unit? agency? region? suffix?
 *
 * The title comes from the table offices.  What is no agency and no region and
 * still begins with a capital is the name of a unit ("Bidang Humas") or already
 * the person: where an agency, a region or a comma follows, it is the unit.
 */
#include "extract/office.h"
#include "extract/name.h"
#include "text/utf8.h"

#define UNIT 9          /* words of a unit's name, at most */

static struct wt_span
join(struct wt_work *w, struct wt_span a, struct wt_span b)
{
	if (a.len == 0 || b.len == 0)
		return a.len == 0 ? b : a;
	return WT_ARENA_JOIN(w->arena, a, WT_SPAN(" "), b);
}

static struct wt_span
lower(struct wt_work *w, uint32_t first, uint32_t last)
{
	return wt_utf8_lower(w->arena, wt_work_clean(w, first, last));
}

/* Prefixes before the title; each may have brackets behind it: "Pelaksana Tugas (Plt)". */
static uint32_t
read_prefixes(struct wt_work *w, uint32_t i, struct wt_office *o)
{
	const struct wt_lexicon *l = w->lex;
	struct wt_phrase_match m;
	struct wt_phrase_entry e;
	int word = wt_dict_column(l->dict, l->prefixes, "word");

	while (wt_work_phrase(w, i, WT_PHRASE_OFFICE_PREFIX, &m, &e)) {
		struct wt_span effect = wt_dict_cell(l->dict, l->prefixes, e.row, l->prefix_effect);

		if (wt_span_is(effect, "former"))
			o->former = true;
		if (wt_span_starts(effect, WT_SPAN("candidate")))
			o->candidate = true;
		if (wt_span_is(effect, "acting"))
			o->position = join(w, o->position, wt_dict_cell(l->dict, l->prefixes, e.row, word));
		i = m.last;
		if (wt_span_is(effect, "candidate_office")) {
			o->position = join(w, o->position, wt_dict_cell(l->dict, l->prefixes, e.row, word));
			o->last = i;
			return i;
		}
		if (wt_work_sign(w, i, "(") && wt_work_sign(w, i + 2, ")"))
			i += 3;
	}
	return i;
}

/* Words that may follow a title and say nothing new: "RI", "(Kadis)", "terpilih", "periode 2019-2024". */
static uint32_t
skip_filler(const struct wt_work *w, uint32_t i, struct wt_office *o)
{
	const struct wt_lexicon *l = w->lex;
	struct wt_phrase_match m;
	struct wt_phrase_entry e;

	if (i >= w->doc->ntokens || !wt_work_joined(w, i - 1))
		return i;
	if (wt_work_sign(w, i, "(")) {
		for (uint32_t k = i + 1; k < i + 6 && k < w->doc->ntokens; k++)
			if (wt_work_sign(w, k, ")"))
				return w->doc->tokens[i + 1].kind == WT_TOKEN_NUMBER ? i : k + 1;
	}
	if (wt_work_is(w, i, "ri") || wt_work_is(w, i, "republik"))
		return i + (wt_work_is(w, i + 1, "indonesia") ? 2 : 1);
	if (wt_work_is(w, i, "setempat") || wt_work_is(w, i, "daerah"))
		return i + 1;
	if (w->doc->tokens[i].kind == WT_TOKEN_NUMBER && w->cover[i] == WT_COVER_NONE)
		return wt_work_sign(w, i + 1, "/") ? i + 2 : i + 1;
	if (wt_work_is(w, i, "komisi") && i + 1 < w->doc->ntokens && wt_work_text(w, i + 1).len <= 4 &&
	    w->doc->tokens[i + 1].shape == WT_SHAPE_UPPER && w->body_at[i] == 0)
		return i + 2;
	if ((wt_work_is(w, i, "saat") || wt_work_is(w, i, "kala")) &&
	    (wt_work_is(w, i + 1, "ini") || wt_work_is(w, i + 1, "itu")))
		return i + 2;
	if (wt_work_is(w, i, "sebelumnya") || wt_work_is(w, i, "terdahulu")) {
		o->former = true;
		return i + 1;
	}
	if ((wt_work_is(w, i, "asal") || wt_work_is(w, i, "dari")) && (wt_work_is(w, i + 1, "dapil") ||
	    (wt_work_is(w, i + 1, "daerah") && wt_work_is(w, i + 2, "pemilihan")))) {
		for (i += wt_work_is(w, i + 1, "dapil") ? 2 : 3; i < w->doc->ntokens && wt_work_joined(w, i - 1) &&
		    (wt_work_capital(w, i) || w->doc->tokens[i].kind == WT_TOKEN_NUMBER); i++)
			;
		return i;
	}
	if (wt_work_is(w, i, "periode")) {
		for (i++; i < w->doc->ntokens && w->cover[i] == WT_COVER_DATE; i++)
			;
		return i;
	}
	if ((wt_work_is(w, i, "dari") || wt_work_is(w, i, "fraksi")) && i + 1 < w->doc->ntokens) {
		uint32_t k = wt_work_is(w, i + 1, "fraksi") ? i + 2 : i + 1;

		while (k < w->doc->ntokens && w->cover[k] == WT_COVER_ORGANIZATION && wt_work_joined(w, k - 1))
			k++;
		return k > i + 1 && w->cover[k - 1] == WT_COVER_ORGANIZATION ? k : i;
	}
	if (wt_work_phrase(w, i, WT_PHRASE_OFFICE_PREFIX, &m, &e)) {
		struct wt_span effect = wt_dict_cell(l->dict, l->prefixes, e.row, l->prefix_effect);

		if (wt_span_is(effect, "elected") || wt_span_is(effect, "inactive"))
			return m.last;
		if (wt_span_is(effect, "former") && wt_work_text(w, i).at[0] >= 'a') {
			o->former = true;
			return m.last;
		}
	}
	return i;
}

/* The agency that begins inside the title ("Kepala Dinas ...") or right behind it. */
static uint32_t
body_within(const struct wt_work *w, uint32_t first, uint32_t last)
{
	for (uint32_t i = first; i <= last && i < w->doc->ntokens; i++)
		if (w->body_at[i] != 0 && w->bodies[w->body_at[i] - 1].last >= last &&
		    w->doc->tokens[i].sentence == w->doc->tokens[first].sentence)
			return w->body_at[i] - 1;
	return UINT32_MAX;
}

/* "Kepala dinasnya": the body named last, in this sentence or the one before. */
static uint32_t
body_before(const struct wt_work *w, uint32_t i)
{
	for (uint32_t k = i; k > 0 && i - k < 80 && w->doc->tokens[k - 1].sentence + 1 >= w->doc->tokens[i].sentence; k--)
		if (w->body_at[k - 1] != 0)
			return w->body_at[k - 1] - 1;
	return UINT32_MAX;
}

/* Position words and agency as one: "kepala dinas" and "Dinas Pendidikan" share a word. */
static struct wt_span
with_body(struct wt_work *w, struct wt_span position, struct wt_span base)
{
	struct wt_span rest = base, word;

	base = wt_utf8_lower(w->arena, base);
	if (wt_span_cut(&rest, ' ', &word) && wt_span_ends(position, wt_utf8_lower(w->arena, word)) &&
	    rest.at != NULL)
		base = wt_utf8_lower(w->arena, rest);
	return join(w, position, base);
}

/* Capitalised words of a unit from i on: their end. */
static uint32_t
unit_end(const struct wt_work *w, uint32_t i)
{
	uint32_t end = i;

	while (end - i < UNIT && end < w->doc->ntokens && wt_work_joined(w, end - 1) && w->body_at[end] == 0 &&
	    wt_place_from(w, end) == NULL) {
		if (wt_work_capital(w, end) || (w->doc->tokens[end].kind == WT_TOKEN_NUMBER && end > i))
			end++;
		else if (end > i && (wt_work_is(w, end, "dan") || wt_work_is(w, end, "&")) &&
		    wt_work_capital(w, end + 1))
			end += 2;
		else
			break;
	}
	return end;
}

/* Where in a run of capitalised words the person begins: the run's end if it is all unit. */
static uint32_t
person_in(const struct wt_work *w, uint32_t first, uint32_t end)
{
	struct wt_phrase_match m;
	struct wt_phrase_entry e;

	for (uint32_t i = first; i < end; i++)
		if (wt_name_weight(w, i) >= 2 || wt_work_phrase(w, i, WT_PHRASE_HONORIFIC, &m, &e))
			return i;
	return end;
}

/*
 * "Balai Besar Wilayah Sungai Pemali Juana, Ir. Seno Nugraha": capitalised words
 * behind a listed agency belong to it where a comma and a name follow.
 */
static uint32_t
rest_of_body(const struct wt_work *w, uint32_t i)
{
	uint32_t end = unit_end(w, i);
	struct wt_name n;

	if (end == i || !wt_work_sign(w, end, ",") || person_in(w, i, end) < end || !wt_work_joined(w, end) ||
	    !wt_name_read(w, end + 1, &n) || (n.words < 2 && !n.titled))
		return i;
	return end;
}

/* Does the run of capitalised words from i on end where a name behind a comma begins? */
static bool
before_name(const struct wt_work *w, uint32_t end)
{
	struct wt_name n;

	return wt_work_sign(w, end, ",") && wt_work_joined(w, end - 1) && wt_work_joined(w, end) &&
	    wt_name_read(w, end + 1, &n) && (n.words >= 2 || n.titled || n.weight >= 2) && !wt_name_all_plain(w, &n);
}

/*
 * "Ketua Pansus RTRW, Jansen Malau", "Ketua Fraksi Amanat Rakyat DPRD Bogor": what a
 * committee is about, or a party calls itself, whatever else has been found in it.
 */
static uint32_t
skip_subject(const struct wt_work *w, uint32_t i)
{
	uint32_t end = i;
	struct wt_name n;

	if (wt_name_read(w, i, &n) && !wt_name_all_plain(w, &n))
		return i;
	while (end - i < 6 && wt_work_joined(w, end - 1) && wt_work_capital(w, end) && w->body_at[end] == 0 &&
	    wt_place_from(w, end) == NULL)
		end++;
	return end > i && wt_work_joined(w, end - 1) && (w->body_at[end] != 0 || before_name(w, end)) ? end : i;
}

/* "Deputi bidang pelayanan publik Kementerian ...": a field in small letters before the body, or i. */
static uint32_t
field_end(const struct wt_work *w, uint32_t i)
{
	uint32_t end = i;

	while (end - i < 6 && end < w->doc->ntokens && wt_work_joined(w, end - 1) && w->body_at[end] == 0 &&
	    w->doc->tokens[end].shape == WT_SHAPE_LOWER && !w->lexemes[end]->verb &&
	    (!w->lexemes[end]->stopword || wt_work_is(w, end, "dan")))
		end++;
	return end > i && end < w->doc->ntokens && wt_work_joined(w, end - 1) && w->body_at[end] != 0 ? end : i;
}

/* Is it an office of which a body has many, each for a part of its work? */
static bool
leads_part(const struct wt_work *w, const struct wt_office *o)
{
	static const char *const kinds[] = { "chair", "deputy", "member", "staff", "head", "spokesman", NULL };
	struct wt_span kind;

	if (o->row == WT_NO_ROW)
		return false;
	kind = wt_dict_cell(w->lex->dict, w->lex->offices, o->row, w->lex->office_kind);
	for (const char *const *k = kinds; *k != NULL; k++)
		if (wt_span_is(kind, *k))
			return true;
	return false;
}

/* Units, agencies, regions and fillers behind the title. */
static void
read_tail(struct wt_work *w, struct wt_office *o, bool takes_unit)
{
	uint32_t k = o->last;

	for (int round = 0; round < 6 && k < w->doc->ntokens && wt_work_joined(w, k - 1); round++) {
		uint32_t next = skip_filler(w, k, o);
		const struct wt_place *p;
		struct wt_phrase_match m;
		struct wt_phrase_entry e;

		if (next > k) {
			k = o->last = next;
			continue;
		}
		if (w->body_at[k] != 0) {
			const struct wt_body *b = &w->bodies[w->body_at[k] - 1];

			if (o->body == UINT32_MAX) {
				o->body = w->body_at[k] - 1;
				if (takes_unit)
					o->position = with_body(w, o->position, b->base);
			}
			if (b->region != WT_NO_REGION && !o->region_said) {
				o->region = b->region;
				o->region_said = !b->wants_region;
			}
			k = o->last = b->last;
			k = o->last = rest_of_body(w, k);
		} else if ((p = wt_place_from(w, k)) != NULL && !o->region_said) {
			o->region = p->row;
			o->region_said = true;
			k = o->last = p->last;
			/* "Kapolres Kediri Kota" */
			if ((wt_work_is(w, k, "kota") || wt_work_is(w, k, "kabupaten")) && wt_work_joined(w, k - 1) &&
			    wt_place_from(w, k) == NULL)
				k = ++o->last;
		} else if (takes_unit && !o->region_said && wt_work_capital(w, k) && w->cover[k] != WT_COVER_DATE &&
		    w->cover[k] != WT_COVER_ORGANIZATION) {
			uint32_t end = unit_end(w, k);
			bool closed = end < w->doc->ntokens && wt_work_joined(w, end - 1) &&
			    (w->body_at[end] != 0 || wt_place_from(w, end) != NULL || wt_work_sign(w, end, ",") ||
			    wt_work_sign(w, end, "("));
			uint32_t name = closed && !wt_work_sign(w, end, ",") && !wt_work_sign(w, end, "(") ? end :
			    person_in(w, k, end);

			if (!closed && name == end) {
				/* No sign of where the name begins: the last two words are the person. */
				name = end - k > 2 ? end - 2 : k;
			}
			if (name > k)
				o->position = join(w, o->position, lower(w, k, name));
			k = o->last = name;
			if (name < end)
				return;
		} else if (w->cover[k] == WT_COVER_ORGANIZATION && w->cover[k - 1] == WT_COVER_ORGANIZATION) {
			/* "Kepala SD Inpres" is the title, and the school's name goes on. */
			while (k < w->doc->ntokens && w->cover[k] == WT_COVER_ORGANIZATION && wt_work_joined(w, k - 1))
				k++;
			o->last = k;
		} else if (takes_unit && (next = field_end(w, k)) > k) {
			o->position = join(w, o->position, lower(w, k, next));
			k = o->last = next;
		} else if (w->cover[k] == WT_COVER_PLACE && wt_work_phrase(w, k, WT_PHRASE_FOREIGN, &m, &e)) {
			o->elsewhere = true;
			k = o->last = m.last;
		} else if (!takes_unit && (next = skip_subject(w, k)) > k) {
			/* A president of what is no state, "Presiden Barcelona, ...", is nobody's official. */
			o->elsewhere = !leads_part(w, o);
			o->position = join(w, o->position, lower(w, k, next));
			k = o->last = next;
		} else {
			return;
		}
	}
}

/* The region of an office whose text names none. */
static void
infer_region(struct wt_work *w, struct wt_office *o)
{
	const struct wt_lexicon *l = w->lex;
	struct wt_span level = wt_dict_cell(l->dict, l->offices, o->row, l->office_level);
	unsigned levels = 0;
	struct wt_span part, rest = level;

	if (o->region != WT_NO_REGION || o->row == WT_NO_ROW || wt_span_is(level, "central"))
		return;
	/* A body that needs no region, "Komisi Perlindungan Anak Indonesia", serves the whole country. */
	if (o->body != UINT32_MAX && !w->bodies[o->body].wants_region && w->bodies[o->body].row != WT_NO_ROW &&
	    wt_span_is(wt_dict_cell(l->dict, l->agencies, w->bodies[o->body].row, l->agency_scope), "central"))
		return;
	while (wt_span_cut(&rest, '/', &part))
		levels |= wt_levels_named(part);
	if (wt_span_is(level, "any")) {
		/* A sekda or an assistant serves the government spoken of; a bare chairman may be anybody's. */
		struct wt_span kind = wt_dict_cell(l->dict, l->offices, o->row, l->office_kind);
		struct wt_span hint = wt_dict_cell(l->dict, l->offices, o->row, l->office_hint);

		if (wt_span_is(hint, "*") || wt_span_is(kind, "spokesman"))
			return;
		levels = WT_LEVELS_BIG;
	}
	if (levels != 0)
		o->region = wt_region_in_force(w, o->first, levels);
}

bool
wt_office_read(struct wt_work *w, uint32_t i, struct wt_office *o)
{
	const struct wt_lexicon *l = w->lex;
	struct wt_phrase_match m;
	struct wt_phrase_entry e;
	struct wt_span hint;
	uint32_t k;

	*o = (struct wt_office){ .first = i, .row = WT_NO_ROW, .region = WT_NO_REGION, .body = UINT32_MAX };
	k = read_prefixes(w, i, o);
	if (o->last == 0) {
		if (!wt_work_phrase(w, k, WT_PHRASE_OFFICE, &m, &e))
			return false;
		o->row = e.row;
		o->last = m.last;
		o->position = join(w, o->position, wt_dict_cell(l->dict, l->offices, e.row, l->office_position));
		o->body = body_within(w, m.first + 1, m.last);
		hint = wt_dict_cell(l->dict, l->offices, e.row, l->office_hint);
		if (o->body == UINT32_MAX && wt_span_ends(w->doc->tokens[m.last - 1].norm, WT_SPAN("nya"))) {
			if ((o->body = body_before(w, i)) != UINT32_MAX) {
				o->region = w->bodies[o->body].region;
				o->position = with_body(w, o->position, w->bodies[o->body].base);
			}
		} else if (o->body != UINT32_MAX) {
			const struct wt_body *b = &w->bodies[o->body];

			o->last = b->last;
			o->region = b->region;
			o->region_said = b->region != WT_NO_REGION && !b->wants_region;
			if (wt_span_is(hint, "*"))
				o->position = with_body(w, o->position, b->base);
			o->last = rest_of_body(w, o->last);
		}
		read_tail(w, o, wt_span_is(hint, "*"));
	} else {
		read_tail(w, o, false);
	}
	infer_region(w, o);
	return true;
}
