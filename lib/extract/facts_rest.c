/*
 * facts_rest.c - the bytes of facts but for the claims.
 *
 *      rest    = version article entities:n mentions:n mention*n entity*n
 *                dates:n date*n amounts:n amount*n
 *      article = strings words hash duplicate_of chars tokens sentences
 *      mention = head rule entity sentence start length [surface points points]
 *      rule    = 0 word confidence, new; or 1 + the number of one that was
 *      entity  = 36, the next actor; or head [id] [name] position agency region
 *      word    = 0 string, new; or 1 + the number of one that was
 *
 * Numbers are varints, strings have their length before them.  What differs from
 * something near is written as the difference, turned so that small ones of either sign
 * are small numbers.  What is implied is not written:
 *
 *  - the surface of a mention and its code points, where its bytes in the text (head
 *    below 54) or the title (below 108) are that surface;
 *  - the name of an entity, where it is the surface of the first mention that names
 *    it, and an id that is made of the other fields (head 9 to 17, below 18);
 *  - words: of the first 250 different short strings each is written once.  An entity is
 *    named by 1 + its number, any other id by 1 + entities + the number of its word.
 *
 * What is implied must not be written, so that facts have one spelling.  One list of
 * fields serves both directions: a coder either writes a field or reads it, so that
 * they cannot disagree.
 */
#include "extract/facts_coder.h"
#include "text/utf8.h"

#define VERSION 2
#define ZONES 6u
#define HOW (WT_TYPES * ZONES)  /* what a head counts on for each way to give a surface */
#define ACTOR (4u * WT_TYPES)   /* the head of an entity that the claims have */
#define STEP 256u               /* bytes of the text between two counts of code points */

enum how { IN_TEXT, IN_TITLE, WRITTEN };

static void
count_points(struct wt_coder *c)
{
	size_t steps = c->text.len / STEP;

	if ((c->points = wt_arena_array(c->arena, steps + 1, sizeof *c->points)) == NULL) {
		wt_coder_fail(c, WT_ENOMEM);
		return;
	}
	for (size_t i = 0; i < steps; i++)
		c->points[i + 1] = c->points[i] +
		    (uint32_t)wt_utf8_count(wt_span_make(c->text.at + i * STEP, STEP));
}

/* Code points before a byte of the text. */
static uint32_t
points_before(const struct wt_coder *c, uint32_t byte)
{
	uint32_t step = byte / STEP;

	return c->points[step] +
	    (uint32_t)wt_utf8_count(wt_span_make(c->text.at + step * STEP, byte - step * STEP));
}

/* Is the surface of a mention what stands at its place? */
static bool
stands(const struct wt_coder *c, const struct wt_mention *m, enum how how)
{
	struct wt_span whole = how == IN_TEXT ? c->text : c->f->title, title = c->f->title;
	uint32_t start, end;

	if (m->start > m->end || m->end > whole.len ||
	    !wt_span_eq(m->surface, wt_span_make(whole.at + m->start, m->end - m->start)))
		return false;
	start = how == IN_TEXT ? points_before(c, m->start) :
	    (uint32_t)wt_utf8_count(wt_span_make(title.at, m->start));
	end = how == IN_TEXT ? points_before(c, m->end) :
	    (uint32_t)wt_utf8_count(wt_span_make(title.at, m->end));
	return m->cp_start == start && m->cp_end == end;
}

/* Titles are counted from their start for each mention: only short ones. */
static enum how
how_given(const struct wt_coder *c, const struct wt_mention *m)
{
	if (stands(c, m, IN_TEXT))
		return IN_TEXT;
	return c->f->title.len <= STEP && stands(c, m, IN_TITLE) ? IN_TITLE : WRITTEN;
}

static void
read_surface(struct wt_coder *c, struct wt_mention *m, enum how how)
{
	struct wt_span whole = how == IN_TEXT ? c->text : c->f->title;

	if (m->start > m->end || m->end > whole.len || (how == IN_TITLE && whole.len > STEP)) {
		wt_coder_fail(c, WT_ECORRUPT);
		return;
	}
	m->surface = wt_span_make(whole.at + m->start, m->end - m->start);
	m->cp_start = how == IN_TEXT ? points_before(c, m->start) :
	    (uint32_t)wt_utf8_count(wt_span_make(whole.at, m->start));
	m->cp_end = how == IN_TEXT ? points_before(c, m->end) :
	    (uint32_t)wt_utf8_count(wt_span_make(whole.at, m->end));
}

static void
code_surface(struct wt_coder *c, struct wt_mention *m, enum how how)
{
	if (how == WRITTEN) {
		wt_coder_string(c, &m->surface);
		wt_coder_near(c, &m->cp_start, m->start);
		wt_coder_near(c, &m->cp_end, m->end);
	} else if (wt_coder_reading(c) && c->err == WT_OK) {
		read_surface(c, m, how);
	}
	if (wt_coder_reading(c) && c->err == WT_OK && how_given(c, m) != how)
		wt_coder_fail(c, WT_ECORRUPT);
}

/* ---- mentions ---- */

static void
code_rule(struct wt_coder *c, struct wt_mention *m)
{
	uint32_t named = 0, count = c->nrules;
	struct wt_coder_rule *r;

	for (uint32_t i = 0; !wt_coder_reading(c) && i < count && named == 0; i++)
		if (c->rules[i].confidence == m->confidence && wt_span_eq(c->rules[i].method, m->method))
			named = i + 1;
	if ((named = wt_coder_small(c, named, count + 1)) > 0) {
		r = &c->rules[named - 1];
		if (wt_coder_reading(c)) {
			m->method = r->method;
			m->confidence = (uint8_t)r->confidence;
		}
		return;
	}
	wt_coder_word(c, &m->method);
	m->confidence = (uint8_t)wt_coder_small(c, m->confidence, 101);
	for (uint32_t i = 0; wt_coder_reading(c) && i < count; i++)
		if (c->rules[i].confidence == m->confidence && wt_span_eq(c->rules[i].method, m->method))
			wt_coder_fail(c, WT_ECORRUPT);
	if (count < WT_CODER_WORDS)
		c->rules[c->nrules++] = (struct wt_coder_rule){ m->method, m->confidence };
}

/* An id: none, one of `entities` (the number is left in *named), or any other. */
static void
code_id(struct wt_coder *c, struct wt_span *id, uint32_t entities, uint32_t *named)
{
	uint32_t value = 0;

	if (!wt_coder_reading(c) && id->len > 0) {
		value = wt_table_find(&c->ids, *id);
		value = value < entities ? value + 1 : entities + 1 + wt_coder_word_number(c, *id);
	}
	value = wt_coder_small(c, value, entities + 2 + c->nwords);
	*named = value <= entities ? value : 0;
	if (value > entities)
		wt_coder_named_word(c, value - entities - 1, id);
	else if (wt_coder_reading(c))
		*id = wt_span_make("", 0);
	if (wt_coder_reading(c) && value > entities && id->len == 0)
		wt_coder_fail(c, WT_ECORRUPT);
}

static void
code_mention(struct wt_coder *c, uint32_t i, uint32_t entities)
{
	struct wt_mention *m = &c->f->mentions[i], none = { 0 };
	const struct wt_mention *before = i == 0 ? &none : m - 1;
	uint32_t head, len;

	head = wt_coder_reading(c) ? 0 :
	    (uint32_t)how_given(c, m) * HOW + m->zone * WT_TYPES + (uint32_t)m->type;
	head = wt_coder_small(c, head, 3 * HOW);
	if (wt_coder_reading(c)) {
		m->type = (enum wt_type)(head % WT_TYPES);
		m->zone = (uint8_t)(head / WT_TYPES % ZONES);
	}
	code_rule(c, m);
	code_id(c, &m->entity_id, entities, &c->named[i]);
	wt_coder_near(c, &m->sentence, before->sentence);
	wt_coder_near(c, &m->start, before->end);
	len = m->end - m->start;
	wt_coder_number(c, &len);
	if (wt_coder_reading(c))
		m->end = m->start + len;
	code_surface(c, m, (enum how)(head / HOW));
	if (c->err == WT_OK && c->named[i] > 0 && c->first[c->named[i] - 1] == WT_NO_MENTION)
		c->first[c->named[i] - 1] = i;
}

/* ---- entities ---- */

/* Is the id made of the other fields? */
static bool
id_is_made(struct wt_coder *c, const struct wt_entity *e, struct wt_span *made)
{
	const struct wt_span fields[] = { e->name, e->position, e->agency_id, e->region_id };
	struct wt_span clean;
	uint32_t replaced;

	for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++) {
		if (wt_utf8_clean(c->arena, fields[i], &clean, &replaced) != WT_OK) {
			wt_coder_fail(c, WT_ENOMEM);
			return false;
		}
		if (replaced > 0 || !wt_span_eq(clean, fields[i]))
			return false;
	}
	if (wt_entity_id(e, c->arena, made) == WT_OK)
		return true;
	wt_coder_fail(c, WT_ENOMEM);
	return false;
}

static struct wt_span
first_surface(const struct wt_coder *c, uint32_t i)
{
	return c->first[i] == WT_NO_MENTION ? wt_span_make("", 0) :
	    c->f->mentions[c->first[i]].surface;
}

/* The fields of entity i; its head says what is implied. */
static void
code_fields(struct wt_coder *c, uint32_t i, struct wt_entity *e, uint32_t head)
{
	bool name_implied = head / WT_TYPES % 2 == 1, id_written = head / WT_TYPES / 2 == 1;
	struct wt_span made = { NULL, 0 };
	uint32_t agency;
	bool can;

	if (id_written)
		wt_coder_string(c, &e->id);
	if (name_implied && wt_coder_reading(c))
		e->name = first_surface(c, i);
	else if (!name_implied)
		wt_coder_string(c, &e->name);
	wt_coder_word(c, &e->position);
	code_id(c, &e->agency_id, i, &agency);
	if (agency > 0 && wt_coder_reading(c))
		e->agency_id = c->f->entities[agency - 1].id;
	wt_coder_word(c, &e->region_id);
	if (!wt_coder_reading(c) || c->err != WT_OK)
		return;
	can = id_is_made(c, e, &made);
	if (!id_written)
		e->id = made;
	/* What is implied must not be written, nor what is not be left out. */
	if ((!id_written && !can) || (id_written && can && wt_span_eq(e->id, made)) ||
	    (name_implied && e->name.len == 0) ||
	    (!name_implied && e->name.len > 0 && wt_span_eq(e->name, first_surface(c, i))) ||
	    (agency == 0 && e->agency_id.len > 0 && wt_table_find(&c->ids, e->agency_id) != WT_NO_ID))
		wt_coder_fail(c, WT_ECORRUPT);
}

static uint32_t
entity_head(struct wt_coder *c, uint32_t i)
{
	const struct wt_entity *e = &c->f->entities[i];
	struct wt_span made = { NULL, 0 };
	uint32_t head = (uint32_t)e->type;

	if (e->name.len > 0 && wt_span_eq(e->name, first_surface(c, i)))
		head += WT_TYPES;
	if (!id_is_made(c, e, &made) || !wt_span_eq(e->id, made))
		head += 2 * WT_TYPES;
	return head;
}

/* All entities; when reading, `known` are those that the claims have. */
static void
code_entities(struct wt_coder *c, const struct wt_entity *known, uint32_t nknown)
{
	struct wt_facts *f = c->f;
	struct wt_table actors = { 0 };
	uint32_t taken = 0, number_of;

	wt_coder_gather_actors(c, &actors);
	for (uint32_t i = 0; i < f->nentities && c->err == WT_OK; i++) {
		struct wt_entity *e = &f->entities[i];
		uint32_t head = wt_coder_reading(c) ? 0 :
		    wt_coder_is_actor(&actors, e) ? ACTOR : entity_head(c, i);

		head = wt_coder_small(c, head, ACTOR + 1);
		if (head == ACTOR && wt_coder_reading(c) && taken == nknown)
			wt_coder_fail(c, WT_ECORRUPT);
		if (c->err != WT_OK)
			break;
		if (head == ACTOR) {
			if (wt_coder_reading(c))
				*e = known[taken++];
		} else {
			if (wt_coder_reading(c))
				e->type = (enum wt_type)(head % WT_TYPES);
			code_fields(c, i, e, head);
		}
		if (!wt_coder_reading(c))
			continue;
		if (wt_table_intern(&c->ids, e->id, &number_of) != WT_OK)
			wt_coder_fail(c, WT_ENOMEM);
		else if (number_of != i || (head != ACTOR && wt_coder_is_actor(&actors, e)))
			wt_coder_fail(c, WT_ECORRUPT);
	}
	if (wt_coder_reading(c) && taken != nknown)
		wt_coder_fail(c, WT_ECORRUPT);
	wt_table_free(&actors);
}

/* Give the mentions read the ids of their entities. */
static void
resolve_ids(struct wt_coder *c)
{
	for (uint32_t i = 0; i < c->f->nmentions && c->err == WT_OK; i++) {
		struct wt_mention *m = &c->f->mentions[i];

		if (c->named[i] > 0)
			m->entity_id = c->f->entities[c->named[i] - 1].id;
		else if (m->entity_id.len > 0 && wt_table_find(&c->ids, m->entity_id) != WT_NO_ID)
			wt_coder_fail(c, WT_ECORRUPT);
	}
}

static void
number_entities(struct wt_coder *c)
{
	uint32_t id;

	for (uint32_t i = 0; i < c->f->nentities; i++)
		if (wt_table_intern(&c->ids, c->f->entities[i].id, &id) != WT_OK)
			wt_coder_fail(c, WT_ENOMEM);
}

static void
code_names(struct wt_coder *c)
{
	struct wt_facts *f = c->f;
	const struct wt_entity *known = f->entities;
	uint32_t nknown = f->nentities;

	if (!wt_coder_reading(c))
		number_entities(c);
	f->entities = wt_coder_list(c, &f->nentities, f->entities, sizeof *f->entities);
	f->mentions = wt_coder_list(c, &f->nmentions, f->mentions, sizeof *f->mentions);
	c->named = wt_arena_array(c->arena, (size_t)f->nmentions + 1, sizeof *c->named);
	c->first = wt_arena_array(c->arena, (size_t)f->nentities + 1, sizeof *c->first);
	if (c->named == NULL || c->first == NULL)
		wt_coder_fail(c, WT_ENOMEM);
	for (uint32_t i = 0; i < f->nentities && c->first != NULL; i++)
		c->first[i] = WT_NO_MENTION;
	for (uint32_t i = 0; i < f->nmentions && c->err == WT_OK; i++)
		code_mention(c, i, f->nentities);
	code_entities(c, known, nknown);
	if (wt_coder_reading(c))
		resolve_ids(c);
}

/* ---- the article ---- */

static struct wt_span
content_hash(struct wt_coder *c)
{
	struct wt_span title = c->f->title, whole = c->text;

	if (title.len > 0)
		whole = WT_ARENA_JOIN(c->arena, title, WT_SPAN("\n\n"), c->text);
	return wt_content_hash(c->arena, whole);
}

/* The hash of title and text is not written. */
static void
code_hash(struct wt_coder *c)
{
	struct wt_span made = content_hash(c), *hash = &c->f->content_hash;

	if (wt_coder_small(c, !wt_coder_reading(c) && wt_span_eq(*hash, made), 2) == 1) {
		if (wt_coder_reading(c))
			*hash = made;
		return;
	}
	wt_coder_string(c, hash);
	if (wt_coder_reading(c) && wt_span_eq(*hash, made))
		wt_coder_fail(c, WT_ECORRUPT);
}

static void
code_article(struct wt_coder *c)
{
	struct wt_facts *f = c->f;

	WT_CODER_STRINGS(c, &f->byline, &f->dateline_place, &f->duplicate_of);
	wt_coder_word(c, &f->published_precision);
	wt_coder_word(c, &f->published_method);
	code_hash(c);
	wt_coder_near(c, &f->chars, points_before(c, (uint32_t)c->text.len));
	wt_coder_number(c, &f->ntokens);
	wt_coder_number(c, &f->nsentences);
}

static void
code_values(struct wt_coder *c)
{
	struct wt_facts *f = c->f;
	uint32_t before = 0;

	f->dates = wt_coder_list(c, &f->ndates, f->dates, sizeof *f->dates);
	for (uint32_t i = 0; i < f->ndates && c->err == WT_OK; i++) {
		struct wt_date_fact *d = &f->dates[i];
		struct wt_span *const words[] = { &d->from, &d->to, &d->precision, &d->anchor, &d->agrees };

		wt_coder_near(c, &d->mention, before);
		before = d->mention;
		for (size_t k = 0; k < sizeof words / sizeof words[0]; k++)
			wt_coder_word(c, words[k]);
		if (d->mention >= f->nmentions)
			wt_coder_fail(c, WT_ECORRUPT);
	}
	before = 0;
	f->amounts = wt_coder_list(c, &f->namounts, f->amounts, sizeof *f->amounts);
	for (uint32_t i = 0; i < f->namounts && c->err == WT_OK; i++) {
		struct wt_amount_fact *m = &f->amounts[i];

		wt_coder_near(c, &m->mention, before);
		before = m->mention;
		wt_coder_string(c, &m->value);
		wt_coder_word(c, &m->value_to);
		wt_coder_word(c, &m->unit);
		wt_coder_word(c, &m->modifier);
		if (m->mention >= f->nmentions)
			wt_coder_fail(c, WT_ECORRUPT);
	}
}

void
wt_code_rest(struct wt_coder *c)
{
	uint32_t version = VERSION;

	c->words[c->nwords++] = wt_span_make("", 0);
	wt_coder_number(c, &version);
	if (version != VERSION)
		wt_coder_fail(c, WT_EVERSION);
	count_points(c);
	if (c->err == WT_OK)
		code_article(c);
	if (c->err == WT_OK)
		code_names(c);
	if (c->err == WT_OK)
		code_values(c);
	wt_table_free(&c->ids);
}
