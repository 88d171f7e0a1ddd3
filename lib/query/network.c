/*
 * network.c - behind network.h.
 *
 * Nodes are numbered by a table; pairs of nodes are in one of their own, 16 bytes each.
 * Of both the last article that was counted is kept, so that an article counts once.
 *
 * With a limit to the nodes there are two walks, so that pairs of nodes that will not be
 * shown take no memory.  Where there are more pairs than may be, the nodes that are named
 * least are left out until there are not: the counts of all others hold, as no pair of
 * two that stay was ever dropped.  In a first walk it is not known yet which these are, so
 * it goes on without pairs, and a second one follows.
 */
#include "query/network.h"
#include "base/hash.h"
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
	uint32_t ends[2];
	uint32_t articles, article;     /* articles 0: no pair */
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
	struct wt_table ids;            /* of nodes */
	struct node *nodes;
	struct pair *pairs;             /* where their hash says, or behind it */
	size_t places, npairs, most;    /* a power of two, or 0; pairs in them, at most */
	struct use *uses;               /* of one article */
	size_t nodes_cap, uses_cap, nuses;
	const struct wt_network_node **ranks;   /* all nodes, those in most articles first */
	uint32_t nshown;                /* of the ranks; known in a second walk */
	struct wt_loader loader;
	uint32_t article;               /* at hand, from 1 */
	bool count, join;               /* count nodes, or join those that are shown, or both */
	bool over;                      /* there were too many pairs */
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

/* The place of a pair, or the free one where it would be. */
static struct pair *
place_of(const struct gathering *g, const uint32_t ends[2])
{
	size_t at = (size_t)wt_hash(wt_span_make((const char *)ends, 2 * sizeof *ends));

	for (;; at++) {
		struct pair *p = &g->pairs[at & (g->places - 1)];

		if (p->articles == 0 || (p->ends[0] == ends[0] && p->ends[1] == ends[1]))
			return p;
	}
}

/* Lay the pairs whose ends are both shown into so many places. */
static int
lay_out(struct gathering *g, size_t places)
{
	struct pair *old = g->pairs;
	size_t count = g->places;

	if ((g->pairs = calloc(places, sizeof *g->pairs)) == NULL) {
		g->pairs = old;
		return WT_ENOMEM;
	}
	g->places = places;
	g->npairs = 0;
	for (size_t i = 0; i < count; i++) {
		if (old[i].articles == 0 || !g->nodes[old[i].ends[0]].shown ||
		    !g->nodes[old[i].ends[1]].shown)
			continue;
		*place_of(g, old[i].ends) = old[i];
		g->npairs++;
	}
	free(old);
	return WT_OK;
}

/* Show only so many nodes, the first. */
static void
cut(struct gathering *g, uint32_t most)
{
	while (g->nshown > most)
		g->nodes[wt_table_find(&g->ids, g->ranks[--g->nshown]->id)].shown = false;
}

/* Show a quarter fewer nodes until there is room for pairs, or join none while nodes are counted. */
static int
make_room(struct gathering *g)
{
	int err = WT_OK;

	g->over = true;
	if (g->count) {
		g->join = false;
		free(g->pairs);
		g->pairs = NULL;
		g->places = g->npairs = 0;
		return WT_OK;
	}
	while (err == WT_OK && g->npairs >= g->most && g->nshown > 2) {
		uint32_t fewer = g->nshown - (g->nshown + 3) / 4;

		cut(g, fewer);
		err = lay_out(g, g->places);
	}
	return err;
}

static int
add_pair(struct gathering *g, uint32_t a, uint32_t b)
{
	uint32_t ends[2] = { a, b };
	struct pair *p;
	int err;

	if (g->npairs + g->npairs / 2 >= g->places &&
	    (err = lay_out(g, g->places == 0 ? 1024 : g->places * 2)) != WT_OK)
		return err;
	p = place_of(g, ends);
	if (p->articles == 0) {
		if (g->npairs >= g->most) {
			if ((err = make_room(g)) != WT_OK || !g->join ||
			    !g->nodes[a].shown || !g->nodes[b].shown)
				return err;
			p = place_of(g, ends);
		}
		*p = (struct pair){ .ends = { a, b } };
		g->npairs++;
	}
	p->articles += p->article != g->article;
	p->article = g->article;
	return WT_OK;
}

static int
add_pairs(struct gathering *g)
{
	int err = WT_OK;

	sort_uses(g);
	for (size_t i = 0; i < g->nuses; i++)
		for (size_t k = i + 1; k < g->nuses && g->uses[k].place == g->uses[i].place &&
		    err == WT_OK && g->join && g->nodes[g->uses[i].node].shown; k++)
			if (g->nodes[g->uses[k].node].shown)
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

/* Put the nodes in their order. */
static int
rank(struct gathering *g)
{
	g->ranks = wt_arena_array(g->arena, g->ids.count + (size_t)1, sizeof *g->ranks);
	if (g->ranks == NULL)
		return WT_ENOMEM;
	for (uint32_t i = 0; i < g->ids.count; i++)
		g->ranks[i] = &g->nodes[i].is;
	if (g->ids.count > 1)
		qsort(g->ranks, g->ids.count, sizeof *g->ranks, by_articles);
	g->nshown = g->ids.count;
	return WT_OK;
}

static bool
is_edge(const struct gathering *g, const struct pair *p)
{
	return p->articles > 0 && p->articles >= g->o->least;
}

/* Copy the nodes that have an edge; *numbers are their places, in the arena. */
static int
put_nodes(struct gathering *g, struct wt_network *out, uint32_t **numbers)
{
	bool *tied = wt_arena_array(g->arena, g->ids.count + (size_t)1, sizeof *tied);

	*numbers = wt_arena_array(g->arena, g->ids.count + (size_t)1, sizeof **numbers);
	out->nodes = wt_arena_array(g->arena, g->ids.count + (size_t)1, sizeof *out->nodes);
	if (tied == NULL || *numbers == NULL || out->nodes == NULL)
		return WT_ENOMEM;
	for (size_t i = 0; i < g->places; i++)
		if (is_edge(g, &g->pairs[i]))
			tied[g->pairs[i].ends[0]] = tied[g->pairs[i].ends[1]] = true;
	for (uint32_t i = 0; i < g->ids.count; i++) {
		uint32_t number = wt_table_find(&g->ids, g->ranks[i]->id);

		if (!tied[number])
			continue;
		(*numbers)[number] = (uint32_t)out->node_count;
		out->nodes[out->node_count++] = *g->ranks[i];
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
	out->edges = wt_arena_array(g->arena, g->npairs + 1, sizeof *out->edges);
	if (out->edges == NULL)
		return WT_ENOMEM;
	for (size_t i = 0; i < g->places; i++) {
		const struct pair *p = &g->pairs[i];
		struct wt_network_edge *e = &out->edges[out->edge_count];

		if (!is_edge(g, p))
			continue;
		*e = (struct wt_network_edge){ numbers[p->ends[0]], numbers[p->ends[1]], p->articles };
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
	    .join = options->top == 0, .most = options->most == 0 ? WT_NETWORK_EDGES : options->most };
	uint32_t *numbers;
	int err = walk(&g, matches);

	*out = (struct wt_network){ 0 };
	if (err == WT_OK && (err = rank(&g)) == WT_OK && !g.join) {
		if (options->top > 0)
			cut(&g, options->top);
		g.count = false;
		g.join = true;
		err = walk(&g, matches);
	}
	out->top = g.over ? g.nshown : 0;
	if (err == WT_OK && (err = put_nodes(&g, out, &numbers)) == WT_OK)
		err = put_edges(&g, out, numbers);
	wt_table_free(&g.ids);
	free(g.nodes);
	free(g.pairs);
	free(g.uses);
	wt_loader_free(&g.loader);
	wt_arena_free(&g.scratch);
	return err;
}
