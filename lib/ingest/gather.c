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
#include "base/tally.h"
#include "base/varint.h"
#include "ingest/items.h"

#include <stdio.h>
#include <stdlib.h>

struct region {
	uint64_t articles, mentions, seen;
};

struct entity {
	uint32_t articles, mentions;
	uint64_t seen;
};

struct programme {
	uint32_t articles, regions;
	uint32_t first, last;           /* dates of publication as 20220630, 20220600, 20220000; or 0 */
	uint64_t seen;
};

/* The fields of entities and programmes as they are kept. */
enum { ENTITY_ID, ENTITY_TYPE, ENTITY_NAME, ENTITY_POSITION, ENTITY_AGENCY, ENTITY_REGION,
    ENTITY_FIELDS };
enum { PROGRAMME_ID, PROGRAMME_NAME, PROGRAMME_PARENT, PROGRAMME_SECTOR, PROGRAMME_ORIGIN,
    PROGRAMME_FIELDS };

struct wt_gather {
	const struct wt_dict *dict;
	int regions_table, programmes_table;
	struct wt_table region_ids;     /* there are no more than the dictionary has */
	struct wt_items entity_ids, programme_ids;
	struct wt_tally pairs;          /* of a programme and a region */
	struct region *regions;         /* by number of the id */
	struct entity *entities;
	struct programme *programmes;
	size_t regions_cap, entities_cap, programmes_cap;
	struct wt_arena arena;
	uint64_t article;               /* from 1 */
};

int
wt_gather_open(const struct wt_dict *dict, const char *folder, struct wt_gather **out)
{
	struct wt_gather *g = calloc(1, sizeof *g);

	*out = g;
	if (g == NULL)
		return WT_ENOMEM;
	g->dict = dict;
	g->entity_ids.records.folder = g->programme_ids.records.folder = folder;
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
	wt_items_free(&g->entity_ids);
	wt_items_free(&g->programme_ids);
	wt_tally_free(&g->pairs);
	free(g->regions);
	free(g->entities);
	free(g->programmes);
	wt_arena_free(&g->arena);
	free(g);
}

/* An array with room for `need` items, those from `known` on zeroed; NULL without memory. */
static void *
grow_zeroed(void *items, size_t *cap, size_t known, size_t need, size_t size)
{
	char *at = wt_grow(items, cap, need, size);

	if (at != NULL && need > known)
		memset(at + known * size, 0, (need - known) * size);
	return at;
}

static struct region *
region_of(struct wt_gather *g, struct wt_span id)
{
	uint32_t known = g->region_ids.count, number;
	struct region *at;

	if (wt_table_intern(&g->region_ids, id, &number) != WT_OK ||
	    (at = grow_zeroed(g->regions, &g->regions_cap, known, g->region_ids.count,
	    sizeof *at)) == NULL)
		return NULL;
	g->regions = at;
	return at + number;
}

/* Make sure that a region has a row, if there is one. */
static int
name_region(struct wt_gather *g, struct wt_span id)
{
	return id.len == 0 || region_of(g, id) != NULL ? WT_OK : WT_ENOMEM;
}

/* Why an item could not be taken. */
static int
items_error(const struct wt_items *t)
{
	return t->records.err != WT_OK ? t->records.err : WT_ENOMEM;
}

static int
name_entity(struct wt_gather *g, const struct wt_entity *is)
{
	struct wt_span fields[ENTITY_FIELDS] = { is->id, wt_span_of(wt_type_name(is->type)), is->name,
	    is->position, is->agency_id, is->region_id };
	uint32_t known = g->entity_ids.count;
	struct entity *at;

	if (wt_items_take(&g->entity_ids, fields, ENTITY_FIELDS) == WT_NO_ITEM)
		return items_error(&g->entity_ids);
	if ((at = grow_zeroed(g->entities, &g->entities_cap, known, g->entity_ids.count,
	    sizeof *at)) == NULL)
		return WT_ENOMEM;
	g->entities = at;
	return name_region(g, is->region_id);
}

static int
name_programme(struct wt_gather *g, const struct wt_programme *is, uint32_t *number)
{
	struct wt_span fields[PROGRAMME_FIELDS] = { is->id, is->name, is->parent_id, is->sector,
	    is->discovered ? WT_SPAN("discovered") : WT_SPAN("dictionary") };
	uint32_t known = g->programme_ids.count;
	struct programme *at;

	if ((*number = wt_items_take(&g->programme_ids, fields, PROGRAMME_FIELDS)) == WT_NO_ITEM)
		return items_error(&g->programme_ids);
	if ((at = grow_zeroed(g->programmes, &g->programmes_cap, known, g->programme_ids.count,
	    sizeof *at)) == NULL)
		return WT_ENOMEM;
	g->programmes = at;
	return WT_OK;
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
		uint32_t number = m->entity_id.len == 0 || m->type == WT_REGION ? WT_NO_ITEM :
		    wt_items_find(&g->entity_ids, m->entity_id);

		if (number == WT_NO_ITEM)
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
		uint32_t number;
		int code = name_programme(g, &f->programmes[i], &number);

		if (code != WT_OK)
			return code;
		wt_buf_putvarint(note, number);
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
		uint32_t programme = wt_items_find(&g->programme_ids, c->programme_id);

		code = name_region(g, c->region_id);
		if (code != WT_OK || programme == WT_NO_ITEM || !c->best || c->region_id.len == 0)
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
	int code = WT_OK;

	for (uint32_t i = 0; i < f->nentities && code == WT_OK; i++)
		code = name_entity(g, &f->entities[i]);
	if (code != WT_OK)
		return code;
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

/* An ISO date as a number whose order is that of the dates; 0 for none. */
static uint32_t
date_number(struct wt_span iso)
{
	uint32_t number = 0, digits = 0;

	for (size_t i = 0; i < iso.len && digits < 8; i++) {
		if (iso.at[i] < '0' || iso.at[i] > '9')
			continue;
		number = number * 10 + (uint32_t)(iso.at[i] - '0');
		digits++;
	}
	for (; digits > 0 && digits < 8; digits++)
		number *= 10;
	return number;
}

static void
count_programmes(struct wt_gather *g, struct list *l, struct wt_span published)
{
	uint32_t number, date = date_number(published);

	open_list(l);
	while (next_number(l, g->programme_ids.count, &number)) {
		struct programme *p = &g->programmes[number];

		p->articles += p->seen != g->article;
		p->seen = g->article;
		if (date == 0)
			continue;
		p->first = p->first == 0 || date < p->first ? date : p->first;
		p->last = date > p->last ? date : p->last;
	}
}

static int
count_claims(struct wt_gather *g, struct list *l)
{
	uint32_t programme, region, *seen;

	open_list(l);
	while (next_number(l, g->programme_ids.count, &programme) &&
	    next_number(l, g->region_ids.count, &region)) {
		uint8_t pair[8];

		wt_set32(pair, programme);
		wt_set32(pair + 4, region);
		seen = wt_tally_at(&g->pairs, wt_span_make((const char *)pair, sizeof pair));
		if (seen == NULL)
			return WT_ENOMEM;
		g->programmes[programme].regions += *seen == 0;
		*seen = 1;
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

static int
write_regions(struct wt_gather *g, struct wt_row *row, wt_gather_full_fn *full, void *context)
{
	struct order *list = NULL;
	int code = add_ancestors(g);

	if (code != WT_OK ||
	    (list = malloc(((size_t)g->region_ids.count + 1) * sizeof *list)) == NULL)
		return WT_ENOMEM;
	for (uint32_t i = 0; i < g->region_ids.count; i++)
		list[i] = (struct order){ g->region_ids.keys[i], i };
	qsort(list, g->region_ids.count, sizeof *list, by_id);
	for (uint32_t i = 0; i < g->region_ids.count && code == WT_OK; i++) {
		write_region(g, row, list[i].id, &g->regions[list[i].number]);
		code = full(context);
	}
	free(list);
	return code != WT_OK ? code : g->arena.err;
}

static void
write_entity(struct wt_row *row, const struct wt_span *fields, const struct entity *e)
{
	for (int i = 0; i < ENTITY_FIELDS; i++)
		wt_row_cell(row, fields[i]);
	wt_row_number(row, e->articles);
	wt_row_number(row, e->mentions);
	wt_row_end(row);
}

/* A date that was made a number. */
static void
write_date(struct wt_row *row, uint32_t date)
{
	char iso[20] = "";

	if (date > 0)
		snprintf(iso, sizeof iso, "%04u-%02u-%02u", (unsigned)(date / 10000),
		    (unsigned)(date / 100 % 100), (unsigned)(date % 100));
	if (date > 0 && date % 100 == 0)
		iso[date % 10000 == 0 ? 4 : 7] = '\0';
	wt_row_text(row, iso);
}

static void
write_programme(struct wt_row *row, const struct wt_span *fields, const struct programme *p)
{
	for (int i = 0; i < PROGRAMME_FIELDS; i++)
		wt_row_cell(row, fields[i]);
	wt_row_number(row, p->articles);
	wt_row_number(row, p->regions);
	write_date(row, p->first);
	write_date(row, p->last);
	wt_row_end(row);
}

/* Programmes above those that are there, from the dictionary. */
static int
add_parents(struct wt_gather *g)
{
	int key = wt_dict_column(g->dict, g->programmes_table, "programme_id"), code = WT_OK;
	struct wt_arena scratch = { 0 };

	for (uint32_t i = 0; i < g->programme_ids.count && code == WT_OK; i++) {
		struct wt_span fields[PROGRAMME_FIELDS], parent;
		struct wt_programme above = { 0 };
		uint32_t number;

		if ((code = wt_items_get(&g->programme_ids, i, fields, PROGRAMME_FIELDS)) != WT_OK)
			break;
		wt_arena_reset(&scratch);
		parent = wt_arena_copy(&scratch, fields[PROGRAMME_PARENT]);
		if (parent.len == 0 || wt_items_find(&g->programme_ids, parent) != WT_NO_ITEM)
			continue;
		above.id = above.name = parent;
		for (uint32_t row = 0; row < wt_dict_rows(g->dict, g->programmes_table); row++) {
			if (!wt_span_eq(wt_dict_cell(g->dict, g->programmes_table, row, key), parent))
				continue;
			above.name = cell(g, g->programmes_table, row, "name");
			above.parent_id = cell(g, g->programmes_table, row, "parent_id");
			above.sector = cell(g, g->programmes_table, row, "sector");
		}
		code = scratch.err != WT_OK ? scratch.err : name_programme(g, &above, &number);
	}
	wt_arena_free(&scratch);
	return code;
}

static int
write_items(struct wt_gather *g, struct wt_items *items, struct wt_row *row,
    wt_gather_full_fn *full, void *context)
{
	bool entities = items == &g->entity_ids;
	struct wt_span fields[WT_ITEM_FIELDS];
	uint32_t *order = NULL;
	int code = entities ? WT_OK : add_parents(g);

	if (code == WT_OK)
		code = wt_items_sort(items, &order);
	for (uint32_t i = 0; i < items->count && code == WT_OK; i++) {
		code = wt_items_get(items, order[i], fields, entities ? ENTITY_FIELDS : PROGRAMME_FIELDS);
		if (code != WT_OK)
			break;
		if (entities)
			write_entity(row, fields, &g->entities[order[i]]);
		else
			write_programme(row, fields, &g->programmes[order[i]]);
		code = full(context);
	}
	free(order);
	return code;
}

int
wt_gather_write(struct wt_gather *g, enum wt_table_number table, struct wt_row *row,
    wt_gather_full_fn *full, void *context)
{
	if (table == WT_TABLE_REGIONS)
		return write_regions(g, row, full, context);
	return write_items(g, table == WT_TABLE_ENTITIES ? &g->entity_ids : &g->programme_ids, row,
	    full, context);
}
