/* score.c - behind score.h. */
#include "ingest/score.h"
#include "analyse/region.h"
#include "ingest/clean.h"
#include "ingest/json.h"
#include "ingest/likeness.h"
#include "text/utf8.h"

#include <stdlib.h>

/* One answer: what is compared depends on the kind. */
struct answer {
	struct wt_span text;            /* name, code, date from */
	struct wt_span second;          /* position, date to, programme, agency's code */
	struct wt_span third;           /* code of the office, status */
	struct wt_span *list;           /* surfaces of an agency, keys of a claim */
	size_t count;
};

struct answers {
	struct answer *at;
	size_t count, cap;
};

typedef bool same_fn(const struct answer *gold, const struct answer *found);

struct wt_gold {
	struct json_object *root;
	struct wt_score scores[WT_SCORE_KINDS];
	size_t kinds;
	struct wt_arena arena;          /* of one article */
	wt_differ_fn *differ;
	void *context;
	struct wt_span article;         /* the one in work */
};

/* The line of a byte, both counted from 1. */
static size_t
line_of(struct wt_span text, uint64_t byte)
{
	size_t line = 1;

	for (size_t i = 0; i + 1 < byte && i < text.len; i++)
		line += text.at[i] == '\n';
	return line;
}

/* An object of objects. */
static int
read_gold(struct wt_gold *g, struct wt_span json, struct wt_error *error)
{
	struct wt_error inner = { 0 };
	struct wt_json_members m;
	uint32_t replaced;
	int code = wt_utf8_clean(&g->arena, json, &json, &replaced);

	if (code != WT_OK)
		return wt_error_set(error, code, 0, "memory ran out");
	if (replaced > 0)
		return wt_error_set(error, WT_ESYNTAX, 0, "not valid UTF-8");
	if ((code = wt_json_parse(json, false, &g->root, &inner)) != WT_OK)
		return wt_error_set(error, code, line_of(json, inner.offset), "line %zu: %s",
		    line_of(json, inner.offset), inner.text);
	if (!json_object_is_type(g->root, json_type_object))
		return wt_error_set(error, WT_ESYNTAX, 1, "not a JSON object");
	m = wt_json_members(g->root);
	while (wt_json_next(&m))
		if (!json_object_is_type(m.value, json_type_object))
			return wt_error_set(error, WT_ESYNTAX, 1, "'%s': not a JSON object",
			    wt_clean_line(&g->arena, wt_span_of(m.name)).at);
	return WT_OK;
}

int
wt_gold_open(struct wt_span json, struct wt_gold **out, struct wt_error *error)
{
	struct wt_gold *g = calloc(1, sizeof *g);
	int code;

	*out = NULL;
	if (g == NULL)
		return wt_error_set(error, WT_ENOMEM, 0, "memory ran out");
	if ((code = read_gold(g, json, error)) == WT_OK)
		*out = g;
	else
		wt_gold_close(g);
	return code;
}

void
wt_gold_close(struct wt_gold *g)
{
	if (g == NULL)
		return;
	json_object_put(g->root);
	wt_arena_free(&g->arena);
	free(g);
}

void
wt_gold_listen(struct wt_gold *g, wt_differ_fn *differ, void *context)
{
	g->differ = differ;
	g->context = context;
}

/* ---- lists of answers ---- */

static struct answer *
add(struct wt_gold *g, struct answers *list, struct answer a)
{
	if (list->count == list->cap) {
		size_t cap = list->cap == 0 ? 32 : list->cap * 2;
		struct answer *at = wt_arena_array(&g->arena, cap, sizeof *at);

		if (at == NULL)
			return NULL;
		if (list->count > 0)
			memcpy(at, list->at, list->count * sizeof *at);
		list->at = at;
		list->cap = cap;
	}
	list->at[list->count] = a;
	return &list->at[list->count++];
}

/* Add it unless one with the same three texts is there. */
static struct answer *
add_new(struct wt_gold *g, struct answers *list, struct answer a)
{
	for (size_t i = 0; i < list->count; i++) {
		struct answer *b = &list->at[i];

		if (wt_span_eq(a.text, b->text) && wt_span_eq(a.second, b->second) &&
		    wt_span_eq(a.third, b->third))
			return b;
	}
	return add(g, list, a);
}

static void
add_to_list(struct wt_gold *g, struct answer *a, struct wt_span s)
{
	struct wt_span *list;

	for (size_t i = 0; i < a->count; i++)
		if (wt_span_eq(a->list[i], s))
			return;
	if ((list = wt_arena_array(&g->arena, a->count + 1, sizeof *list)) == NULL)
		return;
	if (a->count > 0)
		memcpy(list, a->list, a->count * sizeof *list);
	list[a->count++] = s;
	a->list = list;
}

/* ---- matching ---- */

struct matching {
	const struct answers *gold, *found;
	same_fn *same;
	size_t *owner;                  /* of each found, or SIZE_MAX */
	bool *seen;
};

/* Find a place for gold answer i, moving others if need be (Kuhn's algorithm). */
static bool
place(struct matching *m, size_t i)
{
	for (size_t k = 0; k < m->found->count; k++) {
		if (m->seen[k] || !m->same(&m->gold->at[i], &m->found->at[k]))
			continue;
		m->seen[k] = true;
		if (m->owner[k] == SIZE_MAX || place(m, m->owner[k])) {
			m->owner[k] = i;
			return true;
		}
	}
	return false;
}

static struct wt_score *
score_of(struct wt_gold *g, const char *kind)
{
	for (size_t i = 0; i < g->kinds; i++)
		if (strcmp(g->scores[i].kind, kind) == 0)
			return &g->scores[i];
	if (g->kinds == WT_SCORE_KINDS)
		return NULL;
	g->scores[g->kinds].kind = kind;
	return &g->scores[g->kinds++];
}

static void
tell(struct wt_gold *g, const char *kind, bool missed, const struct answer *a)
{
	g->differ(g->context, g->article, kind, missed, wt_arena_printf(&g->arena, "%.*s | %.*s | %.*s",
	    (int)a->text.len, a->text.at, (int)a->second.len, a->second.at, (int)a->third.len,
	    a->third.at));
}

static void
tell_differences(struct wt_gold *g, const char *kind, const struct matching *m)
{
	for (size_t i = 0; i < m->gold->count; i++) {
		size_t k = 0;

		while (k < m->found->count && m->owner[k] != i)
			k++;
		if (k == m->found->count)
			tell(g, kind, true, &m->gold->at[i]);
	}
	for (size_t k = 0; k < m->found->count; k++)
		if (m->owner[k] == SIZE_MAX)
			tell(g, kind, false, &m->found->at[k]);
}

static void
compare(struct wt_gold *g, const char *kind, const struct answers *gold,
    const struct answers *found, same_fn *same)
{
	struct matching m = { gold, found, same, NULL, NULL };
	struct wt_score *s = score_of(g, kind);

	m.owner = wt_arena_array(&g->arena, found->count + 1, sizeof *m.owner);
	m.seen = wt_arena_array(&g->arena, found->count + 1, sizeof *m.seen);
	if (s == NULL || m.owner == NULL || m.seen == NULL)
		return;
	for (size_t k = 0; k < found->count; k++)
		m.owner[k] = SIZE_MAX;
	for (size_t i = 0; i < gold->count; i++) {
		memset(m.seen, 0, found->count * sizeof *m.seen);
		s->right += place(&m, i);
	}
	s->gold += gold->count;
	s->found += found->count;
	if (g->differ != NULL)
		tell_differences(g, kind, &m);
}

/* ---- what is the same ---- */

static bool
same_text(const struct answer *p, const struct answer *q)
{
	return wt_span_eq(p->text, q->text);
}

static bool
same_name(const struct answer *p, const struct answer *q)
{
	return wt_like_same(p->text, q->text);
}

static bool
is_code(struct wt_span s)
{
	return s.len > 0 && s.at[0] >= '0' && s.at[0] <= '9';
}

static bool
same_office(const struct answer *p, const struct answer *q)
{
	return wt_like_same(p->text, q->text) && (!is_code(p->third) || wt_span_eq(p->third, q->third)) &&
	    q->count > 0 && wt_like_half(p->second, q->list[0]);
}

static bool
same_agency(const struct answer *p, const struct answer *q)
{
	bool named = wt_span_eq(p->text, q->text);

	for (size_t i = 0; i < p->count && !named; i++)
		for (size_t k = 0; k < q->count && !named; k++)
			named = wt_span_eq(p->list[i], q->list[k]);
	return named && (!is_code(p->second) || wt_span_eq(p->second, q->second));
}

static bool
same_dates(const struct answer *p, const struct answer *q)
{
	return wt_span_eq(p->text, q->text) && wt_span_eq(p->second, q->second);
}

/* One of the keys is in the name, or the name, of several words, in a key. */
static bool
same_claim(const struct answer *p, const struct answer *q)
{
	bool words = wt_like_within(q->second, WT_SPAN(" "));

	if (!wt_span_eq(p->text, q->text))
		return false;
	for (size_t i = 0; i < p->count; i++)
		if (wt_like_within(q->second, p->list[i]) || (words && wt_like_within(p->list[i], q->second)))
			return true;
	return false;
}

static bool
same_claim_and_status(const struct answer *p, const struct answer *q)
{
	return same_claim(p, q) && (wt_span_is(p->third, "any") || wt_span_is(p->third, "unknown") ||
	    wt_span_eq(p->third, q->third));
}

/* ---- what is annotated ---- */

static struct wt_span
member(const struct json_object *object, const char *key)
{
	return wt_json_text(wt_json_member(object, key));
}

static void
gold_regions(struct wt_gold *g, const struct json_object *x, struct answers *big, struct answers *small)
{
	struct json_object *list = wt_json_member(x, "regions");

	for (size_t i = 0; i < wt_json_count(list); i++) {
		struct json_object *v = wt_json_at(list, i);
		struct wt_span code = json_object_is_type(v, json_type_object) ? member(v, "code") : wt_json_text(v);

		add(g, code.len <= 5 ? big : small, (struct answer){ .text = code });
	}
}

static void
gold_officials(struct wt_gold *g, const struct json_object *x, struct answers *names, struct answers *offices)
{
	struct json_object *list = wt_json_member(x, "officials");

	for (size_t i = 0; i < wt_json_count(list); i++) {
		struct json_object *v = wt_json_at(list, i);
		struct wt_span name = wt_like_person(&g->arena, member(v, "name")), of = member(v, "of");

		add_new(g, names, (struct answer){ .text = name });
		add(g, offices, (struct answer){ .text = name,
		    .second = wt_like_agency(&g->arena, member(v, "position")),
		    .third = of.len > 0 ? of : member(v, "region") });
	}
}

static void
gold_persons(struct wt_gold *g, const struct json_object *x, struct answers *persons)
{
	struct json_object *list = wt_json_member(x, "persons");

	for (size_t i = 0; i < wt_json_count(list); i++)
		add_new(g, persons, (struct answer){
		    .text = wt_like_person(&g->arena, wt_json_text(wt_json_at(list, i))) });
}

static void
gold_agencies(struct wt_gold *g, const struct json_object *x, struct answers *agencies)
{
	struct json_object *list = wt_json_member(x, "agencies");

	for (size_t i = 0; i < wt_json_count(list); i++) {
		struct json_object *v = wt_json_at(list, i), *surfaces = wt_json_member(v, "surfaces");
		bool pair = json_object_is_type(v, json_type_array);
		struct answer a = {
			.text = wt_like_agency(&g->arena, pair ? wt_json_text(wt_json_at(v, 0)) : member(v, "name")),
			.second = pair ? wt_json_text(wt_json_at(v, 1)) : member(v, "of") };

		for (size_t k = 0; k < wt_json_count(surfaces); k++)
			add_to_list(g, &a, wt_like_agency(&g->arena, wt_json_text(wt_json_at(surfaces, k))));
		add_to_list(g, &a, a.text);
		add(g, agencies, a);
	}
}

static void
gold_dates(struct wt_gold *g, const struct json_object *x, struct answers *dates)
{
	struct json_object *list = wt_json_member(x, "dates");

	for (size_t i = 0; i < wt_json_count(list); i++) {
		struct json_object *v = wt_json_at(list, i);
		bool range = json_object_is_type(v, json_type_object);

		add_new(g, dates, (struct answer){ .text = range ? member(v, "from") : wt_json_text(v),
		    .second = range ? member(v, "to") : wt_json_text(v) });
	}
}

static void
add_keys(struct wt_gold *g, struct answer *a, const struct json_object *list)
{
	for (size_t i = 0; i < wt_json_count(list); i++)
		add_to_list(g, a, wt_like_plain(&g->arena, wt_json_text(wt_json_at(list, i))));
}

static void
gold_claims(struct wt_gold *g, const struct json_object *x, struct answers *claims)
{
	struct json_object *list = wt_json_member(x, "claims");

	for (size_t i = 0; i < wt_json_count(list); i++) {
		struct json_object *v = wt_json_at(list, i);
		struct json_object *keys = wt_json_member(v, "keys"), *programme = wt_json_member(v, "programme");
		struct answer a = { .text = member(v, "region"), .third = member(v, "status") };

		add_keys(g, &a, wt_json_count(keys) > 0 ? keys : programme);
		/* What is listed for the reader; it is not compared. */
		a.second = member(v, "programme");
		add(g, claims, a);
	}
}

/* ---- what was found ---- */

static const struct wt_entity *
entity_of(const struct wt_facts *f, struct wt_span id)
{
	for (uint32_t i = 0; i < f->nentities; i++)
		if (wt_span_eq(f->entities[i].id, id))
			return &f->entities[i];
	return NULL;
}

struct found {
	struct answers regions, districts, officials, offices, persons, agencies, dates, claims;
};

static void
found_entity(struct wt_gold *g, struct found *o, const struct wt_entity *e,
    const struct wt_mention *m)
{
	struct wt_span name = e == NULL || e->name.len == 0 ? m->surface : e->name;
	struct wt_span code = e == NULL ? wt_span_make("", 0) : wt_region_code(e->region_id);
	struct answer *agency;

	if (m->type == WT_OFFICIAL) {
		struct wt_span person = wt_like_person(&g->arena, name);
		struct wt_span position = e == NULL ? wt_span_make("", 0) : e->position;
		struct answer *office;

		add_new(g, &o->officials, (struct answer){ .text = person });
		/* Offices differ as they are written; they are compared in full. */
		office = add_new(g, &o->offices, (struct answer){ .text = person, .third = code,
		    .second = wt_like_plain(&g->arena, position) });
		if (office != NULL)
			add_to_list(g, office, wt_like_agency(&g->arena, office->second));
	} else if (m->type == WT_PERSON) {
		add_new(g, &o->persons, (struct answer){ .text = wt_like_person(&g->arena, name) });
	} else if (m->type == WT_AGENCY) {
		agency = add_new(g, &o->agencies, (struct answer){
		    .text = wt_like_agency(&g->arena, name), .second = code });
		if (agency != NULL) {
			add_to_list(g, agency, wt_like_agency(&g->arena, m->surface));
			add_to_list(g, agency, agency->text);
		}
	}
}

static struct wt_span
day_of(struct wt_span date)
{
	return wt_span_make(date.at, date.len < 10 ? date.len : 10);
}

static void
find(struct wt_gold *g, const struct wt_facts *f, struct found *o)
{
	for (uint32_t i = 0; i < f->nmentions; i++) {
		const struct wt_mention *m = &f->mentions[i];
		struct wt_span code = wt_region_code(m->entity_id);

		if (m->entity_id.len == 0)
			continue;
		if (m->type == WT_REGION)
			add_new(g, code.len <= 5 ? &o->regions : &o->districts, (struct answer){ .text = code });
		else
			found_entity(g, o, entity_of(f, m->entity_id), m);
	}
	for (uint32_t i = 0; i < f->ndates; i++) {
		const struct wt_date_fact *d = &f->dates[i];

		if (d->from.len > 0)
			add_new(g, &o->dates, (struct answer){ .text = day_of(d->from),
			    .second = day_of(d->to.len > 0 ? d->to : d->from) });
	}
	for (uint32_t i = 0; i < f->nclaims; i++) {
		const struct wt_claim *c = &f->claims[i];
		struct wt_span name = c->programme_id;

		for (uint32_t k = 0; k < f->nprogrammes; k++)
			if (wt_span_eq(f->programmes[k].id, c->programme_id) && f->programmes[k].name.len > 0)
				name = f->programmes[k].name;
		if (c->best)
			add_new(g, &o->claims, (struct answer){ .text = wt_region_code(c->region_id),
			    .second = wt_like_plain(&g->arena, name),
			    .third = wt_span_of(wt_status_name(c->status)) });
	}
}

/* ---- an article ---- */

/* Annotations may be of days only: then other dates found do not count. */
static void
compare_dates(struct wt_gold *g, const struct json_object *x, const struct answers *found)
{
	struct answers gold = { 0 }, days = { 0 };

	gold_dates(g, x, &gold);
	if (wt_json_member(x, "years") == NULL) {
		compare(g, "dates", &gold, found, same_dates);
		return;
	}
	for (size_t i = 0; i < found->count; i++)
		if (found->at[i].text.len == 10 && wt_span_eq(found->at[i].text, found->at[i].second))
			add(g, &days, found->at[i]);
	compare(g, "dates", &gold, &days, same_dates);
}

static void
compare_published(struct wt_gold *g, const struct json_object *x, const struct wt_facts *f)
{
	struct answers gold = { 0 }, found = { 0 };
	struct wt_span published = member(x, "published");

	if (published.len == 0)
		return;
	add(g, &gold, (struct answer){ .text = published });
	if (f->published.len > 0)
		add(g, &found, (struct answer){ .text = day_of(f->published) });
	compare(g, "published", &gold, &found, same_text);
}

/* Claims that would be wrong: how many there could be, and how many were made. */
static void
count_false(struct wt_gold *g, const struct json_object *x, const struct answers *claims)
{
	struct json_object *list = wt_json_member(x, "not_claims");

	for (size_t i = 0; i < wt_json_count(list); i++) {
		struct json_object *v = wt_json_at(list, i);
		struct wt_score *s = score_of(g, "false claims");
		struct answer a = { .text = member(v, "region") };
		bool made = false;

		add_keys(g, &a, wt_json_member(v, "programme"));
		for (size_t k = 0; k < claims->count; k++)
			made = made || same_claim(&a, &claims->at[k]);
		if (s != NULL) {
			s->gold++;
			s->found += made;
		}
	}
}

static void
compare_article(struct wt_gold *g, const struct json_object *x, const struct wt_facts *f)
{
	struct answers regions = { 0 }, districts = { 0 }, names = { 0 }, offices = { 0 };
	struct answers persons = { 0 }, agencies = { 0 }, claims = { 0 };
	struct found o = { 0 };

	find(g, f, &o);
	gold_regions(g, x, &regions, &districts);
	compare(g, "regions", &regions, &o.regions, same_text);
	compare(g, "districts", &districts, &o.districts, same_text);
	gold_officials(g, x, &names, &offices);
	compare(g, "officials", &names, &o.officials, same_name);
	compare(g, "offices", &offices, &o.offices, same_office);
	gold_persons(g, x, &persons);
	compare(g, "persons", &persons, &o.persons, same_name);
	gold_agencies(g, x, &agencies);
	compare(g, "agencies", &agencies, &o.agencies, same_agency);
	compare_dates(g, x, &o.dates);
	gold_claims(g, x, &claims);
	compare(g, "claims", &claims, &o.claims, same_claim);
	compare(g, "claims+status", &claims, &o.claims, same_claim_and_status);
	compare_published(g, x, f);
	count_false(g, x, &o.claims);
}

int
wt_gold_compare(struct wt_gold *g, const struct wt_facts *f)
{
	struct wt_arena *a = &g->arena;
	struct wt_span id;
	struct json_object *x;

	wt_arena_reset(a);
	id = wt_arena_printf(a, "%.*s", (int)f->article_id.len, f->article_id.at);
	if (a->err != WT_OK)
		return a->err;
	if ((x = wt_json_member(g->root, id.at)) == NULL)
		return WT_OK;
	g->article = id;
	compare_article(g, x, f);
	/* Marked, so that the rest can be told. */
	if (json_object_object_add(x, " seen", json_object_new_boolean(true)) != 0)
		return WT_ENOMEM;
	return a->err;
}

int
wt_gold_finish(struct wt_gold *g, size_t *absent, struct wt_span *ids, size_t room)
{
	struct wt_facts none = { 0 };
	struct wt_json_members m = wt_json_members(g->root);

	*absent = 0;
	while (wt_json_next(&m)) {
		if (wt_json_member(m.value, " seen") != NULL)
			continue;
		wt_arena_reset(&g->arena);
		g->article = wt_span_of(m.name);
		compare_article(g, m.value, &none);
		if (*absent < room)
			ids[*absent] = wt_span_of(m.name);
		++*absent;
	}
	return g->arena.err;
}

const struct wt_score *
wt_gold_scores(const struct wt_gold *g, size_t *count)
{
	*count = g->kinds;
	return g->scores;
}
