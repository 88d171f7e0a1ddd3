/*
 * actor_signs.c - where an article names governments, and who speaks in each sentence.
 *
 * Signs come from its bodies, its office-holders and its regions (actor.h); which
 * of them acts is the work of actor.c.
 */
#include "extract/actor.h"
#include "base/sort.h"

#define SIGNS_MOST 600 /* of an article */

uint32_t
wt_actor_region(const struct wt_work *w, uint32_t row)
{
	struct wt_span code;

	if (row == WT_NO_REGION)
		return row;
	/* The cities of Jakarta have no government of their own. */
	code = wt_region_code(&w->lex->regions, row);
	if (wt_span_starts(code, WT_SPAN("31.")))
		return wt_region_find(&w->lex->regions, WT_SPAN("31"));
	if (wt_region_has_level(&w->lex->regions, row, WT_LEVELS_BIG))
		return row;
	return code.len < 5 ? WT_NO_REGION
			    : wt_region_find(&w->lex->regions, wt_span_make(code.at, 5));
}

static bool
in_story(const struct wt_work *w, uint32_t i)
{
	return w->doc->tokens[i].zone == WT_ZONE_BODY || w->doc->tokens[i].zone == WT_ZONE_TITLE;
}

static void
add_sign(struct wt_work *w, struct wt_actors *a, const struct wt_sign *sign)
{
	struct wt_sign *signs;

	if (a->count >= SIGNS_MOST || !in_story(w, sign->first) ||
	    (signs = wt_work_grow(w, a->signs, a->count, &a->cap, sizeof *signs)) == NULL)
		return;
	a->signs = signs;
	a->signs[a->count++] = *sign;
}

/* Police, courts, armies, elections and enterprises carry out no programmes of a region. */
static bool
is_other_power(struct wt_span kind)
{
	static const char *const kinds[] = {
	    "police", "military", "court", "prosecutor", "election", "institution", "enterprise"};

	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
		if (wt_span_is(kind, kinds[i]))
			return true;
	return false;
}

static void
add_bodies(struct wt_work *w, struct wt_actors *a)
{
	const struct wt_lexicon *l = w->lex;

	for (uint32_t i = 0; i < w->nbodies; i++) {
		const struct wt_body *b = &w->bodies[i];
		struct wt_span kind = wt_dict_cell(l->dict, l->agencies, b->row, l->agency_kind);
		struct wt_span scope = wt_dict_cell(l->dict, l->agencies, b->row, l->agency_scope);
		uint32_t region = wt_actor_region(w, b->region);
		struct wt_sign sign = {.first = b->first,
		    .last = b->last,
		    .region = region,
		    .entity = b->entity,
		    .kind = WT_SIGN_BODY};

		if (b->last <= b->first)
			continue;
		if (wt_span_is(kind, "council"))
			sign.kind = WT_SIGN_COUNCIL;
		/* A region's enterprise works for it; other powers only stand in the way. */
		if (is_other_power(kind) &&
		    !(wt_span_is(kind, "enterprise") && region != WT_NO_REGION)) {
			sign.kind = WT_SIGN_PRIVATE;
			sign.region = WT_NO_REGION;
		} else if (region == WT_NO_REGION) {
			if (!wt_span_is(scope, "central"))
				continue;
			sign.kind = wt_span_is(kind, "council") ? WT_SIGN_PRIVATE : WT_SIGN_CENTRAL;
		}
		add_sign(w, a, &sign);
	}
}

static void
add_people(struct wt_work *w, struct wt_actors *a)
{
	const struct wt_lexicon *l = w->lex;

	for (uint32_t i = 0; i < w->nperson_mentions; i++) {
		const struct wt_person_mention *m = &w->person_mentions[i];
		const struct wt_person *p = &w->people[m->person];
		struct wt_span kind =
		    p->office_row == WT_NO_ROW
			? wt_span_make("", 0)
			: wt_dict_cell(l->dict, l->offices, p->office_row, l->office_kind);
		struct wt_sign sign = {.first = m->first,
		    .last = m->last,
		    .entity = p->entity,
		    .region = wt_actor_region(w, p->region),
		    .kind = WT_SIGN_PERSON};

		if (wt_span_is(kind, "member") || wt_span_is(kind, "chair"))
			sign.kind = WT_SIGN_COUNCIL;
		if (!p->official || p->former || p->candidate || is_other_power(kind) ||
		    wt_span_is(kind, "judge"))
			sign.region = WT_NO_REGION;
		if (sign.region == WT_NO_REGION)
			sign.kind =
			    p->official && !is_other_power(kind) && !p->former && !p->candidate
				? WT_SIGN_CENTRAL
				: WT_SIGN_PRIVATE;
		add_sign(w, a, &sign);
	}
}

/* "Kota Serang, Banten": the region before the comma, if it lies inside; else the region itself. */
static uint32_t
inner_region(const struct wt_work *w, uint32_t place, uint32_t region)
{
	const struct wt_place *p = &w->places[place], *q = place == 0 ? p : p - 1;

	if (place == 0 || q->last + 1 != p->start || q->dropped || q->row == WT_NO_REGION ||
	    !wt_region_inside(&w->lex->regions, q->row, region))
		return region;
	return wt_actor_region(w, q->row);
}

/* The word of a government's office right before a region's name, or WT_NO_TOKEN. */
static uint32_t
office_word(const struct wt_work *w, uint32_t start)
{
	for (uint32_t i = start, n = 0; i > 0 && n < 3 && wt_work_joined(w, i - 1); i--, n++) {
		if (w->doc->tokens[i - 1].kind == WT_TOKEN_PUNCT)
			return WT_NO_TOKEN;
		if (wt_work_listed(w, i - 1, WT_LIST_GOVERNMENT))
			return i - 1;
	}
	return WT_NO_TOKEN;
}

/* "Mantan Wali Kota Blitar itu": an office held once acts for no region. */
static bool
is_former(const struct wt_work *w, uint32_t first)
{
	for (uint32_t i = first, n = 0; n < 3 && i < w->doc->ntokens &&
	    w->doc->tokens[i].sentence == w->doc->tokens[first].sentence; i--, n++)
		if (wt_work_listed(w, i, WT_LIST_FORMER))
			return true;
	return false;
}

/* "Pemkot Serang", "Bupati Kebumen" without a name; "Kota Tegal menuju ..." */
static void
add_places(struct wt_work *w, struct wt_actors *a)
{
	for (uint32_t i = 0; i < w->nplaces; i++) {
		const struct wt_place *p = &w->places[i];
		uint32_t region =
		    p->dropped || p->group ? WT_NO_REGION : wt_actor_region(w, p->row);
		struct wt_sign sign = {
		    .first = p->start, .last = p->last, .region = region, .entity = UINT32_MAX};
		const struct wt_token *before;

		if (region == WT_NO_REGION)
			continue;
		if (p->office) {
			sign.kind = WT_SIGN_OFFICE;
			if ((sign.first = office_word(w, p->start)) != WT_NO_TOKEN &&
			    !is_former(w, sign.first))
				add_sign(w, a, &sign);
			continue;
		}
		before = p->start == 0 ? NULL : &w->doc->tokens[p->start - 1];
		if (!p->office && p->last < w->doc->ntokens && wt_work_joined(w, p->last - 1) &&
		    (before == NULL || before->kind == WT_TOKEN_PUNCT ||
			!wt_work_joined(w, p->start - 1) || wt_work_is(w, p->start - 1, "dan")) &&
		    (wt_work_listed(w, p->last, WT_LIST_ACTS) ||
			wt_span_starts(w->doc->tokens[p->last].norm, WT_SPAN("me")))) {
			sign.kind = WT_SIGN_SUBJECT;
			sign.region = inner_region(w, i, region);
			add_sign(w, a, &sign);
		}
	}
}

static int
by_token(const void *left, const void *right)
{
	const struct wt_sign *a = left, *b = right;

	if (a->first != b->first)
		return a->first < b->first ? -1 : 1;
	return (a->kind > b->kind) - (a->kind < b->kind);
}

bool
wt_actor_is_speech(const struct wt_work *w, uint32_t i)
{
	struct wt_phrase_match m;
	struct wt_phrase_entry e;

	return wt_work_phrase(w, i, WT_PHRASE_SPEECH_VERB, &m, &e);
}

/* Who speaks in a sentence: the sign behind or before a verb of speech, else a person named there.
 */
static uint32_t
speaker_of(const struct wt_work *w, const struct wt_actors *a, const struct wt_sentence *s)
{
	uint32_t person = 0;

	for (uint32_t i = 0; i < a->count && a->signs[i].first < s->last; i++) {
		const struct wt_sign *g = &a->signs[i];

		if (g->first < s->first)
			continue;
		if (g->first > s->first && wt_actor_is_speech(w, g->first - 1))
			return i + 1;
		if (g->kind == WT_SIGN_PERSON || g->kind == WT_SIGN_PRIVATE ||
		    g->kind == WT_SIGN_CENTRAL || g->kind == WT_SIGN_COUNCIL)
			person = person == 0 ? i + 1 : person;
		else if (person == 0 && g->kind == WT_SIGN_OFFICE)
			person = i + 1;
	}
	return person;
}

void
wt_actors_find(struct wt_work *w, struct wt_actors *a)
{
	uint32_t last = 0;

	*a = (struct wt_actors){0};
	add_bodies(w, a);
	add_people(w, a);
	add_places(w, a);
	wt_sort(a->signs, a->count, sizeof *a->signs, by_token);
	a->speaker = wt_arena_array(w->arena, (size_t)w->doc->nsentences + 1, sizeof *a->speaker);
	if (a->speaker == NULL) {
		w->err = WT_ENOMEM;
		return;
	}
	for (uint32_t s = 0; s < w->doc->nsentences; s++) {
		uint32_t found = speaker_of(w, a, &w->doc->sentences[s]);

		last = found != 0 ? found : last;
		a->speaker[s] = last;
	}
}
