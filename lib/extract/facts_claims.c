/*
 * facts_claims.c - the bytes of claims, of the programmes and the actors they name.
 *
 *      claims  = programmes:n programme*n actors:n actor*n claims:n claim*n
 *
 * Each has its fields in the order of its struct.  Actors are the entities that claims
 * name, in the order of all.
 */
#include "extract/facts_coder.h"

static void
code_programme(struct wt_coder *c, struct wt_programme *p)
{
	WT_CODER_STRINGS(c, &p->id, &p->name, &p->parent_id, &p->sector);
	p->discovered = wt_coder_small(c, p->discovered, 2) != 0;
}

static void
code_actor(struct wt_coder *c, struct wt_entity *e)
{
	e->type = (enum wt_type)wt_coder_small(c, (uint32_t)e->type, WT_TYPES);
	WT_CODER_STRINGS(c, &e->id, &e->name, &e->position, &e->agency_id, &e->region_id);
}

static void
code_claim(struct wt_coder *c, struct wt_claim *k)
{
	WT_CODER_STRINGS(c, &k->region_id, &k->programme_id, &k->actor_id, &k->target_from, &k->target_to,
	    &k->amount_idr, &k->evidence, &k->method);
	k->status = (enum wt_status)wt_coder_small(c, (uint32_t)k->status, WT_STATUSES);
	k->confidence = (uint8_t)wt_coder_small(c, k->confidence, 101);
	k->best = wt_coder_small(c, k->best, 2) != 0;
	wt_coder_number(c, &k->sentence);
	wt_coder_number(c, &k->start);
	wt_coder_number(c, &k->end);
	wt_coder_number(c, &k->cp_start);
	wt_coder_number(c, &k->cp_end);
}

/* The ids of those who speak or act in claims. */
void
wt_coder_gather_actors(struct wt_coder *c, struct wt_table *actors)
{
	uint32_t id;

	for (uint32_t i = 0; i < c->f->nclaims; i++)
		if (wt_table_intern(actors, c->f->claims[i].actor_id, &id) != WT_OK)
			wt_coder_fail(c, WT_ENOMEM);
}

bool
wt_coder_is_actor(const struct wt_table *actors, const struct wt_entity *e)
{
	return e->id.len > 0 && wt_table_find(actors, e->id) != WT_NO_ID;
}

/* Entities that claims name, in the order of all. */
static void
code_actors(struct wt_coder *c, const struct wt_table *actors)
{
	struct wt_facts *f = c->f;
	struct wt_entity *all = f->entities;
	uint32_t count = 0, total = f->nentities;

	for (uint32_t i = 0; !wt_coder_reading(c) && i < total; i++)
		count += wt_coder_is_actor(actors, &all[i]);
	if (wt_coder_reading(c)) {
		f->entities = wt_coder_list(c, &f->nentities, NULL, sizeof *f->entities);
		for (uint32_t i = 0; i < f->nentities && c->err == WT_OK; i++)
			code_actor(c, &f->entities[i]);
		return;
	}
	wt_coder_number(c, &count);
	for (uint32_t i = 0; i < total; i++)
		if (wt_coder_is_actor(actors, &all[i]))
			code_actor(c, &all[i]);
}

void
wt_code_claims(struct wt_coder *c)
{
	struct wt_facts *f = c->f;
	struct wt_table actors = { 0 };

	f->programmes = wt_coder_list(c, &f->nprogrammes, f->programmes, sizeof *f->programmes);
	for (uint32_t i = 0; i < f->nprogrammes && c->err == WT_OK; i++)
		code_programme(c, &f->programmes[i]);
	if (!wt_coder_reading(c))
		wt_coder_gather_actors(c, &actors);
	code_actors(c, &actors);
	f->claims = wt_coder_list(c, &f->nclaims, f->claims, sizeof *f->claims);
	for (uint32_t i = 0; i < f->nclaims && c->err == WT_OK; i++)
		code_claim(c, &f->claims[i]);
	if (wt_coder_reading(c)) {
		wt_coder_gather_actors(c, &actors);
		for (uint32_t i = 0; i < f->nentities; i++)
			if (!wt_coder_is_actor(&actors, &f->entities[i]))
				wt_coder_fail(c, WT_ECORRUPT);
	}
	wt_table_free(&actors);
}
