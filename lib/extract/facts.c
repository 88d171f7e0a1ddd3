/*
 * facts.c - names and bytes of facts, behind facts.h.
 *
 *      claims = programmes:n programme*n claims:n claim*n
 *      rest   = version article entities:n entity*n mentions:n mention*n
 *               dates:n date*n amounts:n amount*n
 *
 * Numbers are varints, strings have their length before them, fields stand in
 * the order of the structs.  One list of fields serves both directions: a coder
 * either writes a field or reads it, so that they cannot disagree.
 */
#include "extract/facts.h"
#include "base/err.h"
#include "base/varint.h"

#define VERSION 1

const char *
wt_type_name(enum wt_type type)
{
	static const char *const names[WT_TYPES] = { "region", "official", "person", "agency",
	    "organization", "place", "date", "amount", "programme" };

	return names[type];
}

static const char *const statuses[WT_STATUSES] = { "unknown", "planned", "agreed", "ongoing",
    "completed", "stalled", "cancelled" };

const char *
wt_status_name(enum wt_status status)
{
	return statuses[status];
}

int
wt_status_named(struct wt_span name, enum wt_status *status)
{
	for (int i = 0; i < WT_STATUSES; i++) {
		if (wt_span_is(name, statuses[i])) {
			*status = (enum wt_status)i;
			return WT_OK;
		}
	}
	return WT_EINVAL;
}

struct coder {
	struct wt_buf *out;             /* set when writing */
	const uint8_t *at, *end;        /* set when reading */
	struct wt_arena *arena;
	int err;
};

static void
number(struct coder *c, uint32_t *value)
{
	if (c->out != NULL)
		wt_buf_putvarint(c->out, *value);
	else if (c->err == WT_OK && !wt_varint_get(&c->at, c->end, value))
		c->err = WT_ECORRUPT;
}

/* A number that must stay below `limit`. */
static uint32_t
small(struct coder *c, uint32_t value, uint32_t limit)
{
	number(c, &value);
	if (c->out == NULL && value >= limit) {
		if (c->err == WT_OK)
			c->err = WT_ECORRUPT;
		value = 0;
	}
	return value;
}

static void
string(struct coder *c, struct wt_span *s)
{
	uint32_t len = 0;

	if (c->out != NULL) {
		wt_buf_putstring(c->out, *s);
		return;
	}
	*s = wt_span_make("", 0);
	number(c, &len);
	if (c->err == WT_OK && len > (size_t)(c->end - c->at))
		c->err = WT_ECORRUPT;
	if (c->err != WT_OK)
		return;
	*s = wt_span_make((const char *)c->at, len);
	c->at += len;
}

static void
strings(struct coder *c, struct wt_span *const *fields, size_t count)
{
	for (size_t i = 0; i < count; i++)
		string(c, fields[i]);
}

#define STRINGS(c, ...) strings(c, (struct wt_span *const[]){ __VA_ARGS__ }, \
    sizeof((struct wt_span *const[]){ __VA_ARGS__ }) / sizeof(struct wt_span *))

/* A count and, when reading, zeroed items for it: each takes at least one byte. */
static void *
list(struct coder *c, uint32_t *count, void *items, size_t size)
{
	number(c, count);
	if (c->out != NULL)
		return items;
	if (c->err == WT_OK && *count > (size_t)(c->end - c->at))
		c->err = WT_ECORRUPT;
	if (c->err != WT_OK) {
		*count = 0;
		return NULL;
	}
	items = wt_arena_array(c->arena, (size_t)*count + 1, size);
	if (items == NULL) {
		c->err = WT_ENOMEM;
		*count = 0;
	}
	return items;
}

static void
code_programme(struct coder *c, struct wt_programme *p)
{
	STRINGS(c, &p->id, &p->name, &p->parent_id, &p->sector);
	p->discovered = small(c, p->discovered, 2) != 0;
}

static void
code_claim(struct coder *c, struct wt_claim *k)
{
	STRINGS(c, &k->region_id, &k->programme_id, &k->actor_id, &k->target_from, &k->target_to,
	    &k->amount_idr, &k->evidence, &k->method);
	k->status = (enum wt_status)small(c, (uint32_t)k->status, WT_STATUSES);
	k->confidence = (uint8_t)small(c, k->confidence, 101);
	k->best = small(c, k->best, 2) != 0;
	number(c, &k->sentence);
	number(c, &k->start);
	number(c, &k->end);
	number(c, &k->cp_start);
	number(c, &k->cp_end);
}

static void
code_claims(struct coder *c, struct wt_facts *f)
{
	f->programmes = list(c, &f->nprogrammes, f->programmes, sizeof *f->programmes);
	for (uint32_t i = 0; i < f->nprogrammes && c->err == WT_OK; i++)
		code_programme(c, &f->programmes[i]);
	f->claims = list(c, &f->nclaims, f->claims, sizeof *f->claims);
	for (uint32_t i = 0; i < f->nclaims && c->err == WT_OK; i++)
		code_claim(c, &f->claims[i]);
}

static void
code_article(struct coder *c, struct wt_facts *f)
{
	STRINGS(c, &f->article_id, &f->path, &f->url, &f->source, &f->title, &f->byline,
	    &f->dateline_place, &f->published, &f->published_precision, &f->published_method,
	    &f->primary_region_id, &f->content_hash, &f->duplicate_of);
	number(c, &f->chars);
	number(c, &f->ntokens);
	number(c, &f->nsentences);
}

static void
code_entity(struct coder *c, struct wt_entity *e)
{
	e->type = (enum wt_type)small(c, (uint32_t)e->type, WT_TYPES);
	STRINGS(c, &e->id, &e->name, &e->position, &e->agency_id, &e->region_id);
}

static void
code_mention(struct coder *c, struct wt_mention *m)
{
	m->type = (enum wt_type)small(c, (uint32_t)m->type, WT_TYPES);
	m->zone = (uint8_t)small(c, m->zone, 6);
	m->confidence = (uint8_t)small(c, m->confidence, 101);
	STRINGS(c, &m->entity_id, &m->surface, &m->method);
	number(c, &m->sentence);
	number(c, &m->start);
	number(c, &m->end);
	number(c, &m->cp_start);
	number(c, &m->cp_end);
}

static void
code_rest(struct coder *c, struct wt_facts *f)
{
	if (small(c, VERSION, VERSION + 1) != VERSION)
		c->err = WT_ECORRUPT;
	code_article(c, f);
	f->entities = list(c, &f->nentities, f->entities, sizeof *f->entities);
	for (uint32_t i = 0; i < f->nentities && c->err == WT_OK; i++)
		code_entity(c, &f->entities[i]);
	f->mentions = list(c, &f->nmentions, f->mentions, sizeof *f->mentions);
	for (uint32_t i = 0; i < f->nmentions && c->err == WT_OK; i++)
		code_mention(c, &f->mentions[i]);
	f->dates = list(c, &f->ndates, f->dates, sizeof *f->dates);
	for (uint32_t i = 0; i < f->ndates && c->err == WT_OK; i++) {
		struct wt_date_fact *d = &f->dates[i];

		d->mention = small(c, d->mention, f->nmentions);
		STRINGS(c, &d->from, &d->to, &d->precision, &d->anchor, &d->agrees);
	}
	f->amounts = list(c, &f->namounts, f->amounts, sizeof *f->amounts);
	for (uint32_t i = 0; i < f->namounts && c->err == WT_OK; i++) {
		struct wt_amount_fact *m = &f->amounts[i];

		m->mention = small(c, m->mention, f->nmentions);
		STRINGS(c, &m->value, &m->value_to, &m->unit, &m->modifier);
	}
}

/* Writing changes nothing: the coder only reads through its pointers then. */
void
wt_facts_encode_claims(const struct wt_facts *f, struct wt_buf *out)
{
	struct wt_facts copy = *f;

	code_claims(&(struct coder){ .out = out }, &copy);
}

void
wt_facts_encode(const struct wt_facts *f, struct wt_buf *out)
{
	struct wt_facts copy = *f;

	code_rest(&(struct coder){ .out = out }, &copy);
}

static int
decode(struct wt_span bytes, struct wt_arena *a, struct wt_facts *f,
    void (*code)(struct coder *, struct wt_facts *))
{
	struct coder c = { .at = (const uint8_t *)bytes.at, .arena = a };

	c.end = bytes.len == 0 ? c.at : c.at + bytes.len;
	code(&c, f);
	if (c.err == WT_OK && c.at != c.end)
		c.err = WT_ECORRUPT;
	return c.err;
}

int
wt_facts_decode_claims(struct wt_span bytes, struct wt_arena *a, struct wt_facts *f)
{
	return decode(bytes, a, f, code_claims);
}

int
wt_facts_decode(struct wt_span bytes, struct wt_arena *a, struct wt_facts *f)
{
	return decode(bytes, a, f, code_rest);
}
