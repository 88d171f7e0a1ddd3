/*
 * person.c - persons, their offices, and the short forms that lead back to them.
 *
 * Three walks over the tokens:
 *
 *   1. offices with a name behind them ("Wali Kota Tegal, Dedy Yon Supriyono") or
 *      before them ("Johardi, Sekda Kota Tegal"): officials;
 *   2. other names, by signs around them: a title, a word of speech, a given
 *      name that is known, an age: persons (person_signs.c);
 *   3. every later run of words that is part of a known name: the same person.
 *
 * Two runs are one person if the words of the shorter stand in the longer in the
 * same order.  Only the last people met are searched, so that an article of a
 * million names takes its time, not its square.
 */
#include "extract/name.h"
#include "extract/office.h"
#include "extract/person_signs.h"
#include "text/utf8.h"

#include <stdlib.h>

#define RECENT 400      /* people searched for a name, at most */

static const struct wt_span none = { "", 0 };

static bool
is_sign(const struct wt_work *w, uint32_t i, const char *sign)
{
	return i < w->doc->ntokens && w->doc->tokens[i].kind == WT_TOKEN_PUNCT && wt_work_is(w, i, sign);
}

/* Are the words of `part` in `whole`, in order?  One-letter words fit a word they begin. */
static bool
is_part(struct wt_arena *a, struct wt_span part, struct wt_span whole)
{
	struct wt_span word, other;

	part = wt_utf8_lower(a, part);
	whole = wt_utf8_lower(a, whole);
	while (wt_span_cut(&part, ' ', &word)) {
		bool found = false;

		if (word.len > 1 && word.at[word.len - 1] == '.')
			word.len--;
		while (!found && wt_span_cut(&whole, ' ', &other))
			found = wt_span_eq(word, other) || (word.len == 1 && other.len > 0 && other.at[0] == word.at[0]);
		if (!found)
			return false;
	}
	return true;
}

static uint32_t
find_person(const struct wt_work *w, struct wt_span name)
{
	uint32_t least = w->npeople > RECENT ? w->npeople - RECENT : 0;

	for (uint32_t i = w->npeople; i > least; i--) {
		const struct wt_person *p = &w->people[i - 1];

		if (is_part(w->arena, name, p->name) || is_part(w->arena, p->name, name))
			return i - 1;
	}
	return UINT32_MAX;
}

static uint32_t
add_person(struct wt_work *w, const struct wt_name *n)
{
	struct wt_span name = wt_work_clean(w, n->first, n->last);
	uint32_t found = find_person(w, name);
	struct wt_person *p;

	if (found != UINT32_MAX) {
		if (name.len > w->people[found].name.len)
			w->people[found].name = name;
		return found;
	}
	if ((p = wt_work_grow(w, w->people, w->npeople, &w->people_cap, sizeof *p)) == NULL)
		return UINT32_MAX;
	w->people = p;
	w->people[w->npeople] = (struct wt_person){ .name = name, .first_mention = n->first,
	    .office_row = WT_NO_ROW, .region = WT_NO_REGION, .body = UINT32_MAX };
	return w->npeople++;
}

static void
add_mention(struct wt_work *w, uint32_t person, const struct wt_name *n, const char *method,
    unsigned confidence)
{
	struct wt_person_mention *m = wt_work_grow(w, w->person_mentions, w->nperson_mentions,
	    &w->person_mentions_cap, sizeof *m);

	if (m == NULL || person == UINT32_MAX)
		return;
	w->person_mentions = m;
	w->person_mentions[w->nperson_mentions++] = (struct wt_person_mention){ .first = n->first,
	    .last = n->last, .person = person, .method = method, .confidence = (uint8_t)confidence };
	wt_work_cover(w, n->first, n->last, WT_COVER_PERSON);
}

/* Give a person an office, if it says more than what is known. */
static void
appoint(struct wt_work *w, uint32_t person, const struct wt_office *o)
{
	struct wt_person *p;

	if (person == UINT32_MAX)
		return;
	p = &w->people[person];
	if (o->candidate) {
		p->candidate = true;
		return;
	}
	if (p->official && (p->region != WT_NO_REGION || o->region == WT_NO_REGION) && !(p->former && !o->former))
		return;
	if (p->official && o->former && !p->former)
		return;
	p->official = true;
	p->former = o->former;
	p->position = o->position;
	p->office_row = o->row;
	p->region = o->region;
	p->body = o->body;
}

/* May this name stand behind a comma, where any noun can? */
static bool
is_sure(const struct wt_work *w, const struct wt_name *n)
{
	return n->titled || n->degree || n->weight >= 2 || n->words >= 2 ||
	    is_sign(w, n->end, ",") || is_sign(w, n->end, ")") || wt_speaks(w, n->end, false);
}

/* The name behind an office: at once, or behind a comma, dash or "yakni". */
static bool
name_behind(const struct wt_work *w, const struct wt_office *o, struct wt_name *n)
{
	uint32_t i = o->last;
	bool apart = false;

	if (i >= w->doc->ntokens || !wt_work_joined(w, i - 1))
		return false;
	while (i < w->doc->ntokens && i < o->last + 2 && (is_sign(w, i, ",") || is_sign(w, i, "-") ||
	    is_sign(w, i, "\xe2\x80\x93") || is_sign(w, i, ":") || wt_work_is(w, i, "yakni") ||
	    wt_work_is(w, i, "yaitu") || wt_work_is(w, i, "bernama") || wt_work_is(w, i, "saudara"))) {
		apart = true;
		i++;
	}
	if (i >= w->doc->ntokens || w->doc->tokens[i].sentence != w->doc->tokens[o->first].sentence ||
	    !wt_name_read(w, i, n))
		return false;
	return !apart || is_sure(w, n);
}

/* The name before an office: "Johardi, Sekda", "Johardi selaku Sekda", "Johardi (Sekda". */
static bool
name_before(const struct wt_work *w, const struct wt_office *o, struct wt_name *n)
{
	uint32_t i = o->first;

	if (i < 2 || !wt_work_joined(w, i - 1))
		return false;
	if (!is_sign(w, i - 1, ",") && !is_sign(w, i - 1, "(") && !wt_work_is(w, i - 1, "selaku") &&
	    !wt_work_is(w, i - 1, "sebagai") && !wt_work_is(w, i - 1, "menjabat"))
		return false;
	i--;
	if (wt_work_is(w, i, "sebagai") && wt_work_is(w, i - 1, "menjabat"))
		i--;
	while (i > 0 && is_sign(w, i - 1, ","))
		i--;
	return i > 0 && w->doc->tokens[i - 1].sentence == w->doc->tokens[o->first].sentence &&
	    wt_name_read_back(w, i, n) && (n->words >= 2 || n->weight >= 2 || n->titled);
}

/* Take the office at token i with its holder: the token behind both, or i. */
static uint32_t
try_office(struct wt_work *w, uint32_t i)
{
	struct wt_office o;
	struct wt_name n;
	uint32_t person, end;

	if (!wt_office_read(w, i, &o))
		return i;
	if (name_behind(w, &o, &n))
		end = n.end;
	else if (name_before(w, &o, &n))
		end = o.last;
	else
		return i;
	person = add_person(w, &n);
	appoint(w, person, &o);
	add_mention(w, person, &n, end == o.last ? "name, office" : "office, name", o.candidate ? 80 : 90);
	for (uint32_t k = o.first; k < o.last; k++)
		if (w->cover[k] == WT_COVER_NONE)
			w->cover[k] = WT_COVER_OFFICE;
	return end > i ? end : i + 1;
}

static bool
is_office_start(const struct wt_work *w, uint32_t i)
{
	struct wt_phrase_match m;
	struct wt_phrase_entry e;

	return w->phrases.words[i] != 0 && w->doc->tokens[i].zone != WT_ZONE_FURNITURE &&
	    (wt_work_phrase(w, i, WT_PHRASE_OFFICE, &m, &e) ||
	    wt_work_phrase(w, i, WT_PHRASE_OFFICE_PREFIX, &m, &e));
}

static void
walk_offices(struct wt_work *w)
{
	for (uint32_t i = 0; i < w->doc->ntokens && w->err == WT_OK;) {
		uint32_t next = is_office_start(w, i) ? try_office(w, i) : i;

		i = next > i ? next : i + 1;
	}
}

/* May a name begin with token i, so far untouched? */
static bool
may_begin(const struct wt_work *w, uint32_t i)
{
	return w->cover[i] == WT_COVER_NONE && w->doc->tokens[i].zone != WT_ZONE_FURNITURE &&
	    w->doc->tokens[i].zone != WT_ZONE_DATELINE && wt_work_capital(w, i);
}

static void
walk_names(struct wt_work *w)
{
	for (uint32_t i = 0; i < w->doc->ntokens && w->err == WT_OK; i++) {
		struct wt_name n;
		unsigned confidence;

		if (!may_begin(w, i) || !wt_name_read(w, i, &n))
			continue;
		if (find_person(w, wt_work_clean(w, n.first, n.last)) == UINT32_MAX) {
			confidence = wt_person_signs(w, &n);
			if (confidence >= 50)
				add_mention(w, add_person(w, &n), &n, "signs", confidence);
		}
		i = n.last - 1;
	}
}

/* The person whose name a run of words is part of; only a run that reads like one. */
static void
walk_short_forms(struct wt_work *w)
{
	for (uint32_t i = 0; i < w->doc->ntokens && w->err == WT_OK; i++) {
		struct wt_name n;
		uint32_t person;

		if (!may_begin(w, i) || !wt_name_read(w, i, &n))
			continue;
		person = find_person(w, wt_work_clean(w, n.first, n.last));
		if (person != UINT32_MAX)
			add_mention(w, person, &n, "short form", n.words > 1 ? 90 : 80);
		i = n.last - 1;
	}
}

static struct wt_span
region_id(struct wt_work *w, uint32_t region)
{
	return region == WT_NO_REGION ? none : wt_region_id(&w->lex->regions, region, w->arena);
}

static void
make_entities(struct wt_work *w)
{
	for (uint32_t i = 0; i < w->npeople && w->err == WT_OK; i++) {
		struct wt_person *p = &w->people[i];
		struct wt_span agency = p->body == UINT32_MAX || !p->official ? none :
		    w->facts->entities[w->bodies[p->body].entity].id;

		p->entity = p->official ?
		    wt_work_entity(w, WT_OFFICIAL, p->name, p->position, agency, region_id(w, p->region)) :
		    wt_work_entity(w, WT_PERSON, p->name, none, none, none);
	}
	for (uint32_t i = 0; i < w->nperson_mentions && w->err == WT_OK; i++) {
		const struct wt_person_mention *m = &w->person_mentions[i];
		const struct wt_person *p = &w->people[m->person];

		wt_work_mention(w, p->official ? WT_OFFICIAL : WT_PERSON, m->first, m->last,
		    w->facts->entities[p->entity].id, m->method, m->confidence);
	}
}

static int
by_token(const void *left, const void *right)
{
	const struct wt_person_mention *a = left, *b = right;

	return (a->first > b->first) - (a->first < b->first);
}

void
wt_people_find(struct wt_work *w)
{
	walk_offices(w);
	walk_names(w);
	walk_short_forms(w);
	if (w->nperson_mentions > 1)
		qsort(w->person_mentions, w->nperson_mentions, sizeof *w->person_mentions, by_token);
	make_entities(w);
}
