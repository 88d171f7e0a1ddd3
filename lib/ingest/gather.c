/*
 * gather.c - one table of ids for each kind, and notes of articles; behind gather.h.
 *
 * `seen` is the number of the last article that was counted for an item, so that
 * an article counts once however often it names it.
 */
#include "ingest/gather.h"
#include "analyse/region.h"
#include "base/bytes.h"
#include "base/table.h"
#include "base/varint.h"

#include <stdio.h>
#include <stdlib.h>

struct region {
	uint64_t articles, mentions, seen;
};

struct entity {
	struct wt_entity is;
	uint64_t articles, mentions, seen;
};

struct programme {
	struct wt_programme is;
	uint64_t articles, regions, seen;
	char first[12], last[12];       /* dates of publication, ISO 8601 */
};

struct wt_gather {
	const struct wt_dict *dict;
	int regions_table, programmes_table;
	struct wt_table region_ids, entity_ids, programme_ids, pairs;
	struct region *regions;         /* by number of the id */
	struct entity *entities;
	struct programme *programmes;
	size_t regions_cap, entities_cap, programmes_cap;
	struct wt_arena arena;
	uint64_t article;               /* from 1 */
};

int
wt_gather_open(const struct wt_dict *dict, struct wt_gather **out)
{
	struct wt_gather *g = calloc(1, sizeof *g);

	*out = g;
	if (g == NULL)
		return WT_ENOMEM;
	g->dict = dict;
	g->regions_table = wt_dict_table(dict, "regions");
	g->programmes_table = wt_dict_table(dict, "programmes");
	return WT_OK;
}

void
wt_gather_close(struct wt_gather *g)
{
	if (g == NULL)
		return;
	wt_table_free(&g->region_ids);
	wt_table_free(&g->entity_ids);
	wt_table_free(&g->programme_ids);
	wt_table_free(&g->pairs);
	free(g->regions);
	free(g->entities);
	free(g->programmes);
	wt_arena_free(&g->arena);
	free(g);
}

/* The item of an id, zeroed when it is new. */
static void *
item_of(struct wt_table *ids, void **items, size_t *cap, size_t size, struct wt_span id, bool *fresh)
{
	uint32_t known = ids->count, number;
	char *at;

	if (wt_table_intern(ids, id, &number) != WT_OK ||
	    (at = wt_grow(*items, cap, (size_t)ids->count, size)) == NULL)
		return NULL;
	*items = at;
	*fresh = number == known;
	if (*fresh)
		memset(at + number * size, 0, size);
	return at + number * size;
}

static struct region *
region_of(struct wt_gather *g, struct wt_span id)
{
	void *items = g->regions;
	bool fresh;
	struct region *r = item_of(&g->region_ids, &items, &g->regions_cap, sizeof *r, id, &fresh);

	g->regions = items;
	return r;
}

/* Make sure that a region has a row, if there is one. */
static int
name_region(struct wt_gather *g, struct wt_span id)
{
	return id.len == 0 || region_of(g, id) != NULL ? WT_OK : WT_ENOMEM;
}

static struct entity *
entity_of(struct wt_gather *g, const struct wt_entity *is)
{
	void *items = g->entities;
	bool fresh = false;
	struct entity *e = item_of(&g->entity_ids, &items, &g->entities_cap, sizeof *e, is->id, &fresh);

	g->entities = items;
	if (e != NULL && fresh) {
		e->is = *is;
		e->is.id = wt_arena_copy(&g->arena, is->id);
		e->is.name = wt_arena_copy(&g->arena, is->name);
		e->is.position = wt_arena_copy(&g->arena, is->position);
		e->is.agency_id = wt_arena_copy(&g->arena, is->agency_id);
		e->is.region_id = wt_arena_copy(&g->arena, is->region_id);
	}
	return e;
}

static struct programme *
programme_of(struct wt_gather *g, const struct wt_programme *is)
{
	void *items = g->programmes;
	bool fresh = false;
	struct programme *p = item_of(&g->programme_ids, &items, &g->programmes_cap, sizeof *p, is->id,
	    &fresh);

	g->programmes = items;
	if (p != NULL && fresh) {
		p->is = *is;
		p->is.id = wt_arena_copy(&g->arena, is->id);
		p->is.name = wt_arena_copy(&g->arena, is->name);
		p->is.parent_id = wt_arena_copy(&g->arena, is->parent_id);
		p->is.sector = wt_arena_copy(&g->arena, is->sector);
	}
	return p;
}

/* ---- notes ---- */

/*
 * note = string:published list:regions list:entities list:programmes list:pairs
 * list = varint:count varint*
 *
 * Numbers are those of the tables of ids, a mention each; a pair, of a programme and a
 * region that a claim brings together, is two.
 */
static void
put_list(struct wt_buf *note, struct wt_buf *numbers, uint32_t count)
{
	wt_buf_putvarint(note, count);
	wt_buf_putspan(note, wt_buf_span(numbers));
	if (numbers->err != WT_OK && note->err == WT_OK)
		note->err = numbers->err;
	wt_buf_clear(numbers);
}

static int
note_regions(struct wt_gather *g, const struct wt_facts *f, struct wt_buf *note)
{
	struct wt_buf numbers = { 0 };
	uint32_t count = 0;

	for (uint32_t i = 0; i < f->nmentions; i++) {
		const struct wt_mention *m = &f->mentions[i];

		if (m->entity_id.len == 0 || m->type != WT_REGION)
			continue;
		if (region_of(g, m->entity_id) == NULL)
			return WT_ENOMEM;
		wt_buf_putvarint(&numbers, wt_table_find(&g->region_ids, m->entity_id));
		count++;
	}
	put_list(note, &numbers, count);
	wt_buf_free(&numbers);
	return note->err;
}

static void
note_entities(struct wt_gather *g, const struct wt_facts *f, struct wt_buf *note)
{
	struct wt_buf numbers = { 0 };
	uint32_t count = 0;

	for (uint32_t i = 0; i < f->nmentions; i++) {
		const struct wt_mention *m = &f->mentions[i];
		uint32_t number = m->entity_id.len == 0 || m->type == WT_REGION ? WT_NO_ID :
		    wt_table_find(&g->entity_ids, m->entity_id);

		if (number == WT_NO_ID)
			continue;
		wt_buf_putvarint(&numbers, number);
		count++;
	}
	put_list(note, &numbers, count);
	wt_buf_free(&numbers);
}

static int
note_programmes(struct wt_gather *g, const struct wt_facts *f, struct wt_buf *note)
{
	wt_buf_putvarint(note, f->nprogrammes);
	for (uint32_t i = 0; i < f->nprogrammes; i++) {
		struct programme *p = programme_of(g, &f->programmes[i]);

		if (p == NULL)
			return WT_ENOMEM;
		wt_buf_putvarint(note, (uint64_t)(p - g->programmes));
	}
	return note->err;
}

/* Programmes and regions that belong together by a claim. */
static int
note_claims(struct wt_gather *g, const struct wt_facts *f, struct wt_buf *note)
{
	struct wt_buf numbers = { 0 };
	uint32_t count = 0;
	int code = WT_OK;

	for (uint32_t i = 0; i < f->nclaims && code == WT_OK; i++) {
		const struct wt_claim *c = &f->claims[i];
		uint32_t programme = wt_table_find(&g->programme_ids, c->programme_id);

		code = name_region(g, c->region_id);
		if (code != WT_OK || programme == WT_NO_ID || !c->best || c->region_id.len == 0)
			continue;
		wt_buf_putvarint(&numbers, programme);
		wt_buf_putvarint(&numbers, wt_table_find(&g->region_ids, c->region_id));
		count += 2;
	}
	put_list(note, &numbers, count);
	wt_buf_free(&numbers);
	return code != WT_OK ? code : note->err;
}

int
wt_gather_note(struct wt_gather *g, const struct wt_facts *f, struct wt_buf *note)
{
	int code;

	for (uint32_t i = 0; i < f->nentities; i++)
		if (entity_of(g, &f->entities[i]) == NULL ||
		    name_region(g, f->entities[i].region_id) != WT_OK)
			return WT_ENOMEM;
	wt_buf_putstring(note, f->published);
	if ((code = name_region(g, f->primary_region_id)) != WT_OK ||
	    (code = note_regions(g, f, note)) != WT_OK)
		return code;
	note_entities(g, f, note);
	if ((code = note_programmes(g, f, note)) != WT_OK || (code = note_claims(g, f, note)) != WT_OK)
		return code;
	return g->arena.err != WT_OK ? g->arena.err : note->err;
}

/* ---- counting ---- */

struct list {
	const uint8_t *at, *end;
	uint32_t left;
	int err;
};

static void
open_list(struct list *l)
{
	if (!wt_varint_get(&l->at, l->end, &l->left)) {
		l->left = 0;
		l->err = WT_ECORRUPT;
	}
}

/* The next number of a list, below `limit`; false at its end. */
static bool
next_number(struct list *l, uint32_t limit, uint32_t *number)
{
	if (l->left == 0)
		return false;
	if (wt_varint_get(&l->at, l->end, number) && *number < limit) {
		l->left--;
		return true;
	}
	l->left = 0;
	l->err = WT_ECORRUPT;
	return false;
}

static void
count_mentions(struct wt_gather *g, struct list *l)
{
	uint32_t number;

	open_list(l);
	while (next_number(l, g->region_ids.count, &number)) {
		struct region *r = &g->regions[number];

		r->mentions++;
		r->articles += r->seen != g->article;
		r->seen = g->article;
	}
	open_list(l);
	while (next_number(l, g->entity_ids.count, &number)) {
		struct entity *e = &g->entities[number];

		e->mentions++;
		e->articles += e->seen != g->article;
		e->seen = g->article;
	}
}

static void
count_programmes(struct wt_gather *g, struct list *l, struct wt_span published)
{
	uint32_t number;

	open_list(l);
	while (next_number(l, g->programme_ids.count, &number)) {
		struct programme *p = &g->programmes[number];

		p->articles += p->seen != g->article;
		p->seen = g->article;
		if (published.len == 0 || published.len >= sizeof p->first)
			continue;
		if (p->first[0] == '\0' || wt_span_cmp(published, wt_span_of(p->first)) < 0)
			snprintf(p->first, sizeof p->first, "%.*s", (int)published.len, published.at);
		if (p->last[0] == '\0' || wt_span_cmp(published, wt_span_of(p->last)) > 0)
			snprintf(p->last, sizeof p->last, "%.*s", (int)published.len, published.at);
	}
}

static int
count_claims(struct wt_gather *g, struct list *l)
{
	uint32_t programme, region, number;

	open_list(l);
	while (next_number(l, g->programme_ids.count, &programme) &&
	    next_number(l, g->region_ids.count, &region)) {
		uint32_t known = g->pairs.count;
		uint8_t pair[8];
		int code;

		wt_set32(pair, programme);
		wt_set32(pair + 4, region);
		code = wt_table_intern(&g->pairs, wt_span_make((const char *)pair, sizeof pair), &number);
		if (code != WT_OK)
			return code;
		g->programmes[programme].regions += number == known;
	}
	return l->err;
}

int
wt_gather_count(struct wt_gather *g, struct wt_span note)
{
	struct list l = { .at = (const uint8_t *)note.at };
	struct wt_span published;
	uint32_t len;

	l.end = l.at + note.len;
	if (!wt_varint_get(&l.at, l.end, &len) || len > (size_t)(l.end - l.at))
		return WT_ECORRUPT;
	published = wt_span_make((const char *)l.at, len);
	l.at += len;
	g->article++;
	count_mentions(g, &l);
	count_programmes(g, &l, published);
	return count_claims(g, &l);
}

/* ---- writing ---- */

struct order {
	struct wt_span id;
	uint32_t number;
};

static int
by_id(const void *a, const void *b)
{
	return wt_span_cmp(((const struct order *)a)->id, ((const struct order *)b)->id);
}

/* The numbers of a table in order of its ids; NULL if there is no memory. */
static struct order *
sorted(const struct wt_table *ids)
{
	struct order *list = malloc(((size_t)ids->count + 1) * sizeof *list);

	for (uint32_t i = 0; list != NULL && i < ids->count; i++)
		list[i] = (struct order){ ids->keys[i], i };
	if (list != NULL && ids->count > 0)
		qsort(list, ids->count, sizeof *list, by_id);
	return list;
}

static struct wt_span
cell(struct wt_gather *g, int table, uint32_t row, const char *column)
{
	return row == WT_NO_ROW ? wt_span_make("", 0) :
	    wt_dict_cell(g->dict, table, row, wt_dict_column(g->dict, table, column));
}

/* Rows for the regions above those that are there: parents are added behind. */
static int
add_ancestors(struct wt_gather *g)
{
	for (uint32_t i = 0; i < g->region_ids.count; i++) {
		struct wt_span id = g->region_ids.keys[i];

		while (id.len > 0 && id.at[id.len - 1] != '.')
			id.len--;
		if (id.len > 4 && region_of(g, wt_span_make(id.at, id.len - 1)) == NULL)
			return WT_ENOMEM;
	}
	return WT_OK;
}

static void
write_region(struct wt_gather *g, struct wt_row *row, struct wt_span id, const struct region *r)
{
	struct wt_span code = wt_region_code(id), parent;
	uint32_t at = wt_region_row(g->dict, g->regions_table, code);

	parent = cell(g, g->regions_table, at, "parent");
	wt_row_cell(row, id);
	wt_row_cell(row, cell(g, g->regions_table, at, "level"));
	wt_row_cell(row, wt_region_display(g->dict, &g->arena, code));
	wt_row_cell(row, parent.len == 0 ? parent :
	    wt_arena_printf(&g->arena, "ID.%.*s", (int)parent.len, parent.at));
	wt_row_cell(row, code);
	wt_row_cell(row, cell(g, g->regions_table, at, "lat"));
	wt_row_cell(row, cell(g, g->regions_table, at, "lon"));
	wt_row_number(row, r->articles);
	wt_row_number(row, r->mentions);
	wt_row_end(row);
}

static void
write_entity(struct wt_row *row, const struct entity *e)
{
	wt_row_cell(row, e->is.id);
	wt_row_text(row, wt_type_name(e->is.type));
	wt_row_cell(row, e->is.name);
	wt_row_cell(row, e->is.position);
	wt_row_cell(row, e->is.agency_id);
	wt_row_cell(row, e->is.region_id);
	wt_row_number(row, e->articles);
	wt_row_number(row, e->mentions);
	wt_row_end(row);
}

/* Programmes above those that are there, from the dictionary. */
static int
add_parents(struct wt_gather *g)
{
	int key = wt_dict_column(g->dict, g->programmes_table, "programme_id");

	for (uint32_t i = 0; i < g->programme_ids.count; i++) {
		struct wt_span parent = g->programmes[i].is.parent_id;
		struct wt_programme above = { .id = parent, .name = parent };

		if (parent.len == 0 || wt_table_find(&g->programme_ids, parent) != WT_NO_ID)
			continue;
		for (uint32_t row = 0; row < wt_dict_rows(g->dict, g->programmes_table); row++) {
			if (!wt_span_eq(wt_dict_cell(g->dict, g->programmes_table, row, key), parent))
				continue;
			above.name = cell(g, g->programmes_table, row, "name");
			above.parent_id = cell(g, g->programmes_table, row, "parent_id");
			above.sector = cell(g, g->programmes_table, row, "sector");
		}
		if (programme_of(g, &above) == NULL)
			return WT_ENOMEM;
	}
	return g->arena.err;
}

static void
write_programme(struct wt_row *row, const struct programme *p)
{
	wt_row_cell(row, p->is.id);
	wt_row_cell(row, p->is.name);
	wt_row_cell(row, p->is.parent_id);
	wt_row_cell(row, p->is.sector);
	wt_row_text(row, p->is.discovered ? "discovered" : "dictionary");
	wt_row_number(row, p->articles);
	wt_row_number(row, p->regions);
	wt_row_text(row, p->first);
	wt_row_text(row, p->last);
	wt_row_end(row);
}

int
wt_gather_write(struct wt_gather *g, enum wt_table_number table, struct wt_row *row)
{
	const struct wt_table *ids = table == WT_TABLE_REGIONS ? &g->region_ids :
	    table == WT_TABLE_ENTITIES ? &g->entity_ids : &g->programme_ids;
	struct order *list;
	int code = WT_OK;

	if (table == WT_TABLE_REGIONS)
		code = add_ancestors(g);
	else if (table == WT_TABLE_PROGRAMMES)
		code = add_parents(g);
	if (code != WT_OK || (list = sorted(ids)) == NULL)
		return WT_ENOMEM;
	for (uint32_t i = 0; i < ids->count; i++) {
		if (table == WT_TABLE_REGIONS)
			write_region(g, row, list[i].id, &g->regions[list[i].number]);
		else if (table == WT_TABLE_ENTITIES)
			write_entity(row, &g->entities[list[i].number]);
		else
			write_programme(row, &g->programmes[list[i].number]);
	}
	free(list);
	return g->arena.err;
}
