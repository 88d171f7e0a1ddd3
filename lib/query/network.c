/*
 * network.c - behind network.h.
 *
 * Nodes and pairs of nodes are numbered by tables; of each the last article that was
 * counted is kept, so that an article counts once.  With a limit to the nodes there are
 * two walks, so that pairs of nodes that will not be shown take no memory.
 */
#include "query/network.h"
#include "base/table.h"
#include "query/load.h"
#include "query/order.h"

#include <stdlib.h>

struct node {
	struct wt_network_node is;
	uint32_t article;               /* the last one that was counted, from 1 */
	bool shown;
};

struct pair {
	uint32_t articles, article;
};

/* A node in a place: a sentence, or the article. */
struct use {
	uint32_t place, node;
};

struct gathering {
	const struct wt_index *ix;
	const struct wt_network_options *o;
	struct wt_arena *arena;         /* of the answer */
	struct wt_arena scratch;        /* of one article */
	struct wt_table ids, keys;      /* of nodes; of pairs, as two numbers */
	struct node *nodes;
	struct pair *pairs;
	struct use *uses;               /* of one article */
	size_t nodes_cap, pairs_cap, uses_cap, nuses;
	struct wt_loader loader;
	uint32_t article;               /* at hand, from 1 */
	bool count, join;               /* count nodes, or join those that are shown, or both */
};

/* ---- nodes ---- */

static const struct wt_entity *
entity_of(const struct wt_facts *f, struct wt_span id)
{
	for (uint32_t i = 0; i < f->nentities; i++)
		if (wt_span_eq(f->entities[i].id, id))
			return &f->entities[i];
	return NULL;
}

/* What an article tells of a node that was not met before. */
static void
describe(struct gathering *g, const struct wt_facts *f, struct wt_network_node *n)
{
	const struct wt_entity *e = entity_of(f, n->id);

	if (e != NULL) {
		n->name = wt_arena_copy(g->arena, e->name);
		n->position = wt_arena_copy(g->arena, e->position);
		n->region_id = wt_arena_copy(g->arena, e->region_id);
	}
	for (uint32_t i = 0; n->type == WT_PROGRAMME && n->name.len == 0 && i < f->nprogrammes; i++)
		if (wt_span_eq(f->programmes[i].id, n->id))
			n->name = wt_arena_copy(g->arena, f->programmes[i].name);
}

/* The number of a node, made if need be; WT_NO_ID if it is not to be shown. */
static int
node_of(struct gathering *g, const struct wt_facts *f, enum wt_type type, struct wt_span id,
    uint32_t *number)
{
	uint32_t known = g->ids.count;
	struct node *nodes;

	if (!g->count) {
		*number = wt_table_find(&g->ids, id);
		if (*number != WT_NO_ID && !g->nodes[*number].shown)
			*number = WT_NO_ID;
		return WT_OK;
	}
	if (wt_table_intern(&g->ids, id, number) != WT_OK ||
	    (nodes = wt_grow(g->nodes, &g->nodes_cap, g->ids.count, sizeof *nodes)) == NULL)
		return WT_ENOMEM;
	g->nodes = nodes;
	if (*number == known) {
		nodes[known] = (struct node){ .is = { .type = type, .id = wt_arena_copy(g->arena, id) },
		    .shown = true };
		describe(g, f, &nodes[known].is);
	} else if (nodes[*number].is.name.len == 0 && nodes[*number].article != g->article) {
		describe(g, f, &nodes[*number].is);
	}
	nodes[*number].is.articles += nodes[*number].article != g->article;
	nodes[*number].article = g->article;
	return g->arena->err;
}

static int
add_use(struct gathering *g, const struct wt_facts *f, enum wt_type type, struct wt_span id,
    uint32_t place)
{
	struct use *uses;
	uint32_t number;
	int err;

	if (id.len == 0 || (g->o->types >> type & 1) == 0)
		return WT_OK;
	if ((err = node_of(g, f, type, id, &number)) != WT_OK || number == WT_NO_ID)
		return err;
	if ((uses = wt_grow(g->uses, &g->uses_cap, g->nuses + 1, sizeof *uses)) == NULL)
		return WT_ENOMEM;
	g->uses = uses;
	uses[g->nuses++] = (struct use){ g->o->sentences ? place : 0, number };
	return WT_OK;
}

/* All that an article names; sentences of a title are none of the text. */
static int
add_uses(struct gathering *g, const struct wt_facts *f)
{
	int err = WT_OK;

	g->nuses = 0;
	for (uint32_t i = 0; i < f->nmentions && err == WT_OK; i++) {
		const struct wt_mention *m = &f->mentions[i];

		if (m->zone <= 2)       /* title, dateline, body */
			err = add_use(g, f, m->type, m->entity_id, m->sentence * 2 + (m->zone == 0));
	}
	for (uint32_t i = 0; i < f->nclaims && err == WT_OK; i++) {
		const struct wt_claim *c = &f->claims[i];

		if (!c->best)
			continue;
		err = add_use(g, f, WT_REGION, c->region_id, c->sentence * 2);
		if (err == WT_OK)
			err = add_use(g, f, WT_PROGRAMME, c->programme_id, c->sentence * 2);
	}
	return err;
}

/* ---- pairs ---- */

static int
by_place(const void *left, const void *right)
{
	const struct use *a = left, *b = right;

	if (a->place != b->place)
		return a->place < b->place ? -1 : 1;
	return (a->node > b->node) - (a->node < b->node);
}

/* Each node once in each place. */
static void
sort_uses(struct gathering *g)
{
	size_t kept = 0;

	if (g->nuses > 1)
		qsort(g->uses, g->nuses, sizeof *g->uses, by_place);
	for (size_t i = 0; i < g->nuses; i++)
		if (kept == 0 || by_place(&g->uses[kept - 1], &g->uses[i]) != 0)
			g->uses[kept++] = g->uses[i];
	g->nuses = kept < WT_NETWORK_MOST ? kept : WT_NETWORK_MOST;
}

static int
add_pair(struct gathering *g, uint32_t a, uint32_t b)
{
	uint32_t ends[2] = { a, b }, known = g->keys.count, number;
	struct pair *pairs;

	if (wt_table_intern(&g->keys, wt_span_make((const char *)ends, sizeof ends), &number) != WT_OK ||
	    (pairs = wt_grow(g->pairs, &g->pairs_cap, g->keys.count, sizeof *pairs)) == NULL)
		return WT_ENOMEM;
	g->pairs = pairs;
	if (number == known)
		pairs[number] = (struct pair){ 0, 0 };
	pairs[number].articles += pairs[number].article != g->article;
	pairs[number].article = g->article;
	return WT_OK;
}

static int
add_pairs(struct gathering *g)
{
	int err = WT_OK;

	sort_uses(g);
	for (size_t i = 0; i < g->nuses; i++)
		for (size_t k = i + 1; k < g->nuses && g->uses[k].place == g->uses[i].place &&
		    err == WT_OK; k++)
			err = add_pair(g, g->uses[i].node, g->uses[k].node);
	return err;
}

/* ---- the walk ---- */

static int
take_article(struct gathering *g, uint32_t segment, uint32_t doc)
{
	const struct wt_segment *s = wt_index_segment(g->ix, segment);
	struct wt_facts f;
	int err;

	wt_arena_reset(&g->scratch);
	g->article++;
	if ((err = wt_load_facts(&g->loader, s, doc, &g->scratch, &f)) != WT_OK ||
	    (err = add_uses(g, &f)) != WT_OK)
		return err;
	return g->join ? add_pairs(g) : WT_OK;
}

/* In order of dates, so that what is told first does not depend on the segments. */
static int
walk(struct gathering *g, const struct wt_matches *matches)
{
	struct wt_order order;
	uint32_t segment, doc;
	int err = wt_order_open(&order, g->ix, matches, WT_SORT_OLDEST);

	g->article = 0;
	while (err == WT_OK && wt_order_next(&order, &segment, &doc))
		err = take_article(g, segment, doc);
	err = err != WT_OK ? err : order.err;
	wt_order_close(&order);
	return err;
}

/* ---- the answer ---- */

static int
by_articles(const void *left, const void *right)
{
	const struct wt_network_node *a = *(const struct wt_network_node *const *)left;
	const struct wt_network_node *b = *(const struct wt_network_node *const *)right;

	if (a->articles != b->articles)
		return a->articles > b->articles ? -1 : 1;
	return wt_span_cmp(a->id, b->id);
}

/* The nodes in their order; NULL without memory. */
static const struct wt_network_node **
ranked(struct gathering *g)
{
	const struct wt_network_node **list = wt_arena_array(g->arena, g->ids.count + (size_t)1,
	    sizeof *list);

	for (uint32_t i = 0; list != NULL && i < g->ids.count; i++)
		list[i] = &g->nodes[i].is;
	if (list != NULL && g->ids.count > 1)
		qsort(list, g->ids.count, sizeof *list, by_articles);
	return list;
}

/* Show only the first nodes. */
static int
cut(struct gathering *g)
{
	const struct wt_network_node **list = ranked(g);

	if (list == NULL)
		return WT_ENOMEM;
	for (uint32_t i = g->o->top; i < g->ids.count; i++)
		g->nodes[wt_table_find(&g->ids, list[i]->id)].shown = false;
	return WT_OK;
}

static void
ends_of(const struct gathering *g, uint32_t pair, uint32_t ends[2])
{
	memcpy(ends, g->keys.keys[pair].at, 2 * sizeof *ends);
}

/* Copy the nodes that have an edge; *numbers are their places, in the arena. */
static int
put_nodes(struct gathering *g, struct wt_network *out, uint32_t **numbers)
{
	const struct wt_network_node **list = ranked(g);
	bool *tied = wt_arena_array(g->arena, g->ids.count + (size_t)1, sizeof *tied);
	uint32_t ends[2];

	*numbers = wt_arena_array(g->arena, g->ids.count + (size_t)1, sizeof **numbers);
	out->nodes = wt_arena_array(g->arena, g->ids.count + (size_t)1, sizeof *out->nodes);
	if (list == NULL || tied == NULL || *numbers == NULL || out->nodes == NULL)
		return WT_ENOMEM;
	for (uint32_t i = 0; i < g->keys.count; i++) {
		ends_of(g, i, ends);
		if (g->pairs[i].articles >= g->o->least)
			tied[ends[0]] = tied[ends[1]] = true;
	}
	for (uint32_t i = 0; i < g->ids.count; i++) {
		uint32_t number = wt_table_find(&g->ids, list[i]->id);

		if (!tied[number])
			continue;
		(*numbers)[number] = (uint32_t)out->node_count;
		out->nodes[out->node_count++] = *list[i];
	}
	return WT_OK;
}

/* Edges have numbers of nodes, which are in the order of their articles and ids. */
static int
by_weight(const void *left, const void *right)
{
	const struct wt_network_edge *a = left, *b = right;

	if (a->articles != b->articles)
		return a->articles > b->articles ? -1 : 1;
	if (a->source != b->source)
		return a->source < b->source ? -1 : 1;
	return (a->target > b->target) - (a->target < b->target);
}

static int
put_edges(struct gathering *g, struct wt_network *out, const uint32_t *numbers)
{
	out->edges = wt_arena_array(g->arena, g->keys.count + (size_t)1, sizeof *out->edges);
	if (out->edges == NULL)
		return WT_ENOMEM;
	for (uint32_t i = 0; i < g->keys.count; i++) {
		struct wt_network_edge *e = &out->edges[out->edge_count];
		uint32_t ends[2];

		if (g->pairs[i].articles < g->o->least)
			continue;
		ends_of(g, i, ends);
		*e = (struct wt_network_edge){ numbers[ends[0]], numbers[ends[1]], g->pairs[i].articles };
		if (wt_span_cmp(out->nodes[e->source].id, out->nodes[e->target].id) > 0)
			*e = (struct wt_network_edge){ e->target, e->source, e->articles };
		out->edge_count++;
	}
	if (out->edge_count > 1)
		qsort(out->edges, out->edge_count, sizeof *out->edges, by_weight);
	return WT_OK;
}

int
wt_network_gather(const struct wt_index *ix, const struct wt_matches *matches,
    const struct wt_network_options *options, struct wt_arena *arena, struct wt_network *out)
{
	struct gathering g = { .ix = ix, .o = options, .arena = arena, .count = true,
	    .join = options->top == 0 };
	uint32_t *numbers;
	int err = walk(&g, matches);

	*out = (struct wt_network){ 0 };
	if (err == WT_OK && options->top > 0 && (err = cut(&g)) == WT_OK) {
		g.count = false;
		g.join = true;
		err = walk(&g, matches);
	}
	if (err == WT_OK && (err = put_nodes(&g, out, &numbers)) == WT_OK)
		err = put_edges(&g, out, numbers);
	wt_table_free(&g.ids);
	wt_table_free(&g.keys);
	free(g.nodes);
	free(g.pairs);
	free(g.uses);
	wt_loader_free(&g.loader);
	wt_arena_free(&g.scratch);
	return err;
}
