/* actor.c - which of the signs of governments acts where a topic stands, behind actor.h. */
#include "extract/actor.h"

#define CARRY 3        /* sentences over which a government stays in force */
#define LOCAL 2        /* signs of a government that make it an article's own, at least */
#define PLACES 3       /* in which a central body does one thing, at most */
#define VENUE 4        /* words from a place to the date that makes it a venue, at most */
#define DIRECT 3       /* words between a subject and its verb, at most */

static void
add_region(struct wt_actor *out, uint32_t region)
{
	if (region == WT_NO_REGION || out->count >= WT_ACTORS_MOST)
		return;
	for (uint32_t i = 0; i < out->count; i++)
		if (out->regions[i] == region)
			return;
	out->regions[out->count++] = region;
}

/* Words before a region that make it a model, a partner or a receiver. */
static bool
is_set_aside(const struct wt_topics *t, const struct wt_sign *g, uint32_t first)
{
	for (uint32_t i = g->first, n = 0; i > first && n < 2; i--, n++)
		if (wt_work_listed(t->w, i - 1, WT_LIST_SET_ASIDE))
			return true;
	return false;
}

/* Regions joined to the sign by "dan" and commas, on both sides. */
static void
add_listed(const struct wt_topics *t, const struct wt_sign *g, uint32_t last, struct wt_actor *out)
{
	const struct wt_work *w = t->w;
	uint32_t i = g->last;

	for (uint32_t n = 0; n < WT_ACTORS_MOST && i < last; n++) {
		uint32_t k = i, place = 0;

		while (
		    k < last && k < i + 3 &&
		    (wt_work_is(w, k, ",") || wt_work_is(w, k, "dan") || wt_work_is(w, k, "serta")))
			k++;
		if (k == i)
			return;
		for (uint32_t p = k; p < last && p < k + 4 && place == 0; p++)
			if (w->place_at[p] != 0 && w->places[w->place_at[p] - 1].start <= k)
				place = w->place_at[p];
		if (place == 0 || w->places[place - 1].dropped)
			return;
		i = w->places[place - 1].last;
		/* "Kota Serang, Banten": the province is no second one. */
		if (g->region != WT_NO_REGION && w->places[place - 1].row != WT_NO_REGION &&
		    wt_region_inside(&w->lex->regions, g->region, w->places[place - 1].row))
			continue;
		add_region(out, wt_actor_region(w, w->places[place - 1].row));
	}
}

/* Do only words of the two names, commas and "dan" stand between two signs? */
static bool
is_side_by_side(const struct wt_topics *t, const struct wt_sign *left, const struct wt_sign *right)
{
	bool joined = false;

	for (uint32_t i = left->last; i < right->first; i++) {
		bool link = wt_work_is(t->w, i, ",") || wt_work_is(t->w, i, "dan") ||
			    wt_work_is(t->w, i, "serta");

		if (!link && t->w->cover[i] == WT_COVER_NONE)
			return false;
		joined = joined || link;
	}
	return joined;
}

/* "Bupati A dan Wali Kota B": the signs before this one in its list. */
static void
add_signs_before(const struct wt_topics *t, const struct wt_actors *a, const struct wt_sign *g,
    uint32_t first, struct wt_actor *out)
{
	for (const struct wt_sign *right = g; right > a->signs && out->count < WT_ACTORS_MOST;
	     right--) {
		const struct wt_sign *left = right - 1;

		if (left->first < first)
			return;
		if (left->last > right->first)
			continue;
		if (!is_side_by_side(t, left, right))
			return;
		add_region(out, left->region);
	}
}

/* "Kota A, Kota B, dan Kabupaten C menyepakati": the places before a subject. */
static void
add_places_before(
    const struct wt_topics *t, const struct wt_sign *g, uint32_t first, struct wt_actor *out)
{
	const struct wt_work *w = t->w;
	uint32_t at = g->first;

	for (uint32_t i = w->nplaces; i-- > 0 && out->count < WT_ACTORS_MOST;) {
		const struct wt_place *p = &w->places[i];
		uint32_t gap = at - p->last;

		if (p->last > at || p->first >= g->first)
			continue;
		if (p->start < first || gap == 0 || gap > 2 || p->dropped ||
		    !(wt_work_is(w, at - 1, ",") || wt_work_is(w, at - 1, "dan")))
			return;
		add_region(out, wt_actor_region(w, p->row));
		at = p->start;
	}
}

/* Does the article speak of the region's government at all? */
static bool
is_governed(const struct wt_actors *a, uint32_t region)
{
	for (uint32_t i = 0; i < a->count; i++)
		if (a->signs[i].region == region && a->signs[i].kind != WT_SIGN_SUBJECT)
			return true;
	return false;
}

bool
wt_actor_is_local(const struct wt_actors *a, uint32_t region)
{
	uint32_t own = 0, all = 0;

	for (uint32_t i = 0; i < a->count; i++) {
		if (a->signs[i].kind == WT_SIGN_PRIVATE)
			continue;
		all++;
		own += a->signs[i].region == region;
	}
	return own >= LOCAL && own * 2 >= all;
}

/* The capital is where bodies sit and meet: no place of their work unless its government is there.
 */
static bool
is_seat(const struct wt_work *w, const struct wt_actors *a, uint32_t region)
{
	return wt_span_starts(wt_region_code(&w->lex->regions, region), WT_SPAN("31")) &&
	       !is_governed(a, wt_actor_region(w, region));
}

/* "di Stasiun X, Kota Y, Selasa (2/2)": where people met, not where the work is. */
static bool
is_venue(const struct wt_work *w, const struct wt_place *p)
{
	uint32_t i = p->last;

	for (uint32_t n = 0; n < VENUE && i < w->doc->ntokens; i++, n++) {
		if (w->cover[i] == WT_COVER_DATE)
			return true;
		if (w->doc->tokens[i].kind != WT_TOKEN_PUNCT && w->cover[i] != WT_COVER_REGION)
			return false;
	}
	return false;
}

/* Does the title name a place in this region, or the region? */
static bool
is_titled(const struct wt_work *w, uint32_t region)
{
	for (uint32_t i = 0; i < w->nplaces; i++) {
		const struct wt_place *p = &w->places[i];

		if (w->doc->tokens[p->first].zone == WT_ZONE_TITLE && !p->dropped &&
		    wt_actor_region(w, p->row) == region)
			return true;
	}
	return false;
}

/*
 * Where a central body works: the places behind the topic in its sentence, of the
 * lowest level.  For what the article names again and again, the article's region.
 */
static void
add_location(const struct wt_topics *t, const struct wt_actors *a, const struct wt_sentence *s,
    const struct wt_topic *topic, struct wt_actor *out)
{
	const struct wt_work *w = t->w;
	uint32_t primary = wt_actor_region(w, w->primary);

	for (int province = 0; province < 2 && out->count == 0; province++) {
		for (uint32_t i = 0; i < w->nplaces; i++) {
			const struct wt_place *p = &w->places[i];

			if (p->first < topic->last || p->first >= s->last || p->dropped || p->office ||
			    p->row == WT_NO_REGION || is_seat(w, a, p->row) || is_venue(w, p))
				continue;
			if ((wt_region_level(&w->lex->regions, p->row) == WT_LEVEL_PROVINSI) ==
			    (province == 1))
				add_region(out, wt_actor_region(w, p->row));
		}
	}
	/* A list of places is told about, not worked on. */
	if (out->count > PLACES)
		out->count = 0;
	else if (out->count == 0 && topic->project != WT_NO_PROJECT && primary != WT_NO_REGION &&
	    !is_seat(w, a, w->primary) &&
	    (wt_actor_is_local(a, primary) ||
		(t->projects[topic->project].topics > 2 && is_titled(w, primary))))
		add_region(out, primary);
	out->kind = WT_SIGN_CENTRAL;
	out->method = "location";
}

/* "Di Jambi, pembangunan ...": the place that opens a sentence. */
static uint32_t
opening_place(const struct wt_topics *t, const struct wt_sentence *s, uint32_t before)
{
	const struct wt_work *w = t->w;

	if (!wt_work_is(w, s->first, "di") && !wt_work_is(w, s->first, "untuk"))
		return WT_NO_REGION;
	for (uint32_t i = s->first + 1; i < before && i < s->first + 5; i++) {
		const struct wt_place *p =
		    w->place_at[i] == 0 ? NULL : &w->places[w->place_at[i] - 1];

		if (p != NULL && !p->dropped && !p->office && p->start == s->first + 1)
			return wt_actor_region(w, p->row);
	}
	return WT_NO_REGION;
}

/* The partners of a deal: every government and region of the sentence. */
static void
add_partners(const struct wt_topics *t, const struct wt_actors *a, const struct wt_sentence *s,
    struct wt_actor *out)
{
	const struct wt_work *w = t->w;

	for (uint32_t i = 0; i < a->count; i++)
		if (a->signs[i].first >= s->first && a->signs[i].first < s->last &&
		    (a->signs[i].kind == WT_SIGN_BODY || a->signs[i].kind == WT_SIGN_OFFICE))
			add_region(out, a->signs[i].region);
	for (uint32_t i = 0; i < w->nplaces; i++) {
		const struct wt_place *p = &w->places[i];

		if (p->first >= s->first && p->first < s->last && !p->dropped &&
		    p->start > s->first && !p->office &&
		    (wt_work_is(w, p->start - 1, "dengan") ||
			wt_work_is(w, p->start - 1, "antara")))
			add_region(out, wt_actor_region(w, p->row));
	}
}

static void
take_sign(const struct wt_topics *t, const struct wt_actors *a, const struct wt_sign *g,
    const struct wt_topic *topic, enum wt_actor_way way, struct wt_actor *out)
{
	static const char *const methods[] = {"subject", "sentence", "speaker", "before"};
	const struct wt_document *doc = t->w->doc;
	const struct wt_sentence *s = &doc->sentences[doc->tokens[topic->first].sentence];

	out->kind = g->kind;
	out->way = way;
	if (g->kind == WT_SIGN_PRIVATE)
		return;
	if (g->kind == WT_SIGN_CENTRAL) {
		add_location(t, a, s, topic, out);
		return;
	}
	add_region(out, g->region);
	out->entity = g->entity;
	out->method = methods[way];
	if (g->first < s->first)
		return;
	add_listed(t, g, s->last, out);
	if (g->kind == WT_SIGN_SUBJECT)
		add_places_before(t, g, s->first, out);
	else
		add_signs_before(t, a, g, s->first, out);
}

static bool
is_of_name(const struct wt_work *w, uint32_t i)
{
	return w->cover[i] == WT_COVER_OFFICE || w->cover[i] == WT_COVER_REGION ||
	       w->cover[i] == WT_COVER_PERSON || w->cover[i] == WT_COVER_AGENCY;
}

/* "Pemprov, kata Wali Kota X, membantu Y": who only tells of it, between commas. */
static bool
is_aside(const struct wt_topics *t, const struct wt_sign *g, const struct wt_sentence *s)
{
	const struct wt_work *w = t->w;
	uint32_t first = g->first, last = g->last;

	while (first > s->first && is_of_name(w, first - 1))
		first--;
	while (last < s->last && is_of_name(w, last))
		last++;
	return first >= s->first + 2 && last < s->last && wt_work_is(w, last, ",") &&
	       wt_work_is(w, first - 2, ",") &&
	       (wt_actor_is_speech(w, first - 1) || wt_work_is(w, first - 1, "menurut"));
}

static const struct wt_sign *
nearest_before(const struct wt_topics *t, const struct wt_actors *a, const struct wt_sentence *s,
    uint32_t token)
{
	const struct wt_sign *aside = NULL;

	for (uint32_t i = a->count; i-- > 0;) {
		const struct wt_sign *g = &a->signs[i];

		if (g->first < s->first)
			break;
		if (g->last > token || g->first >= s->last || is_set_aside(t, g, s->first))
			continue;
		if (!is_aside(t, g, s))
			return g;
		aside = aside == NULL ? g : aside;
	}
	return aside;
}

static const struct wt_sign *
nearest_after(const struct wt_topics *t, const struct wt_actors *a, const struct wt_sentence *s,
    uint32_t token)
{
	for (uint32_t i = 0; i < a->count; i++) {
		const struct wt_sign *g = &a->signs[i];

		if (g->first < token || g->first < s->first)
			continue;
		if (g->first >= s->last)
			return NULL;
		if (!is_set_aside(t, g, s->first) && g->kind != WT_SIGN_SUBJECT)
			return g;
	}
	return NULL;
}

/* The government of the sentences before, if it was spoken of lately. */
static const struct wt_sign *
carried(const struct wt_topics *t, const struct wt_actors *a, uint32_t sentence, uint32_t token)
{
	for (uint32_t i = a->count; i-- > 0;) {
		const struct wt_sign *g = &a->signs[i];

		if (g->first >= token || g->region == WT_NO_REGION || is_set_aside(t, g, 0))
			continue;
		return sentence - t->w->doc->tokens[g->first].sentence <= CARRY ? g : NULL;
	}
	return NULL;
}

static void
take_place(uint32_t region, struct wt_actor *out)
{
	add_region(out, region);
	out->kind = WT_SIGN_CENTRAL;
	out->way = WT_WAY_BEFORE;
	out->method = "place";
}

/* Only a few words, and no sign or bound of a clause, between a subject and its verb? */
static bool
is_subject(const struct wt_topics *t, uint32_t last, uint32_t verb)
{
	if (last > verb || verb - last > DIRECT)
		return false;
	for (uint32_t i = last; i < verb; i++)
		if (t->w->doc->tokens[i].kind == WT_TOKEN_PUNCT || wt_work_listed(t->w, i, WT_LIST_SUBJECT_END))
			return false;
	return true;
}

/* "Pemkot akan membangun X", "kami membangun X", "X dibangun oleh Pemkot". */
static bool
is_direct(const struct wt_topics *t, const struct wt_topic *topic, const struct wt_sign *g,
    const struct wt_actor *actor)
{
	uint32_t verb = topic->verb != WT_NO_TOKEN ? topic->verb : topic->first;
	uint32_t first = t->w->doc->sentences[t->w->doc->tokens[verb].sentence].first;

	if (actor->kind == WT_SIGN_NONE || actor->kind == WT_SIGN_PRIVATE)
		return false;
	if (actor->way == WT_WAY_BEFORE)
		return g != NULL && is_subject(t, g->last, verb);
	if (actor->way == WT_WAY_AFTER)
		return g != NULL && g->first > 0 && wt_work_is(t->w, g->first - 1, "oleh");
	for (uint32_t i = verb, n = 0; i > first && n <= DIRECT; i--, n++)
		if (wt_work_listed(t->w, i - 1, WT_LIST_WE))
			return is_subject(t, i, verb);
	return false;
}

void
wt_actor_read(const struct wt_topics *t, const struct wt_actors *a, const struct wt_topic *topic,
    struct wt_actor *out)
{
	uint32_t sentence = t->w->doc->tokens[topic->first].sentence;
	const struct wt_sentence *s = &t->w->doc->sentences[sentence];
	const struct wt_sign *g = nearest_before(t, a, s, topic->first);
	const struct wt_sign *speaker =
	    a->speaker[sentence] == 0 ? NULL : &a->signs[a->speaker[sentence] - 1];
	uint32_t place;

	*out = (struct wt_actor){.entity = UINT32_MAX, .method = "primary", .kind = WT_SIGN_NONE};
	if (g != NULL && g->kind != WT_SIGN_PRIVATE)
		take_sign(t, a, g, topic, WT_WAY_BEFORE, out);
	else if ((place = opening_place(t, s, topic->first)) != WT_NO_REGION)
		take_place(place, out);
	else if ((g = nearest_after(t, a, s, topic->last)) != NULL && g->kind != WT_SIGN_PRIVATE)
		take_sign(t, a, g, topic, WT_WAY_AFTER, out);
	else if (speaker != NULL)
		take_sign(t, a, speaker, topic, WT_WAY_SPEAKER, out);
	else if ((g = carried(t, a, sentence, topic->first)) != NULL)
		take_sign(t, a, g, topic, WT_WAY_EARLIER, out);
	out->direct = is_direct(t, topic, g, out);
	if (topic->kind == WT_TOPIC_DEAL)
		add_partners(t, a, s, out);
	if (out->count == 0 && t->w->primary != WT_NO_REGION &&
	    wt_actor_is_local(a, wt_actor_region(t->w, t->w->primary)))
		add_region(out, wt_actor_region(t->w, t->w->primary));
}
