/* Networks against counting by hand, over a random index of two segments. */
#include "query/network.h"
#include "tests/check.h"
#include "tests/random.h"

#include <stdio.h>
#include <stdlib.h>

#define DOCS 80
#define NAMES 14
#define MENTIONS 12
#define FOLDER "build/network-test"

/* What an article names: the number of a name, the zone and the sentence. */
struct named {
	unsigned name, zone, sentence;
};

struct article {
	struct named at[MENTIONS];
	unsigned count;
	bool claims;                    /* the first region and the first programme, in sentence 1 */
	bool live;
};

static enum wt_type
type_of(unsigned name)
{
	static const enum wt_type types[] = { WT_REGION, WT_OFFICIAL, WT_AGENCY, WT_PROGRAMME, WT_PERSON };

	return types[name % 5];
}

static struct wt_span
id_of(unsigned name)
{
	static const char ids[] = "zayaxawavauatasaraqapaoanama";

	return wt_span_make(ids + name * 2, 2);
}

static int
add_article(struct wt_build *b, const struct article *a, unsigned number)
{
	struct wt_mention mentions[MENTIONS] = { 0 };
	struct wt_entity entities[NAMES] = { 0 };
	struct wt_claim claims[] = {
		{ .region_id = id_of(0), .programme_id = id_of(3), .sentence = 1, .best = true },
		{ .region_id = id_of(5), .programme_id = id_of(8), .sentence = 1 },
	};
	struct wt_programme programme = { .id = id_of(3), .name = WT_SPAN("air bersih") };
	struct wt_facts f = { .mentions = mentions, .nmentions = a->count, .entities = entities,
	    .nentities = NAMES, .claims = claims, .nclaims = a->claims ? 2 : 0, .programmes = &programme,
	    .nprogrammes = a->claims };
	struct wt_buf facts = { 0 }, told = { 0 };
	struct wt_addition doc = { .hash = number, .date = (int32_t)(number * 7 % 50) };
	char key[16];
	int err;

	for (unsigned i = 0; i < a->count; i++)
		mentions[i] = (struct wt_mention){ .type = type_of(a->at[i].name), .zone = (uint8_t)a->at[i].zone,
		    .entity_id = id_of(a->at[i].name), .sentence = a->at[i].sentence };
	for (unsigned i = 0; i < NAMES; i++)
		entities[i] = (struct wt_entity){ .type = type_of(i), .id = id_of(i), .name = WT_SPAN("nama"),
		    .position = WT_SPAN("bupati"), .region_id = WT_SPAN("ID.31") };
	wt_facts_encode(&f, WT_SPAN(""), &facts);
	wt_facts_encode_claims(&f, &told);
	snprintf(key, sizeof key, "d%u", number);
	doc.key = wt_span_of(key);
	/* No title, no day, nothing: a number and seven empty strings. */
	doc.streams[WT_STREAM_META] = wt_span_make("\0\0\0\0\0\0\0", 8);
	doc.streams[WT_STREAM_FACTS] = wt_buf_span(&facts);
	doc.streams[WT_STREAM_CLAIMS] = wt_buf_span(&told);
	err = wt_build_add(b, 0, &doc, NULL);
	wt_buf_free(&facts);
	wt_buf_free(&told);
	return err;
}

static int
make_index(struct article *articles)
{
	struct wt_build_options options = { .memory = 1 << 20, .compact = 1 };
	uint64_t random = 5;
	struct wt_build *b;
	int err = wt_build_open(FOLDER, &options, &b, NULL);

	for (unsigned i = 0; i < DOCS && err == WT_OK; i++) {
		articles[i] = (struct article){ .count = random_below(&random, MENTIONS + 1), .live = true,
		    .claims = random_below(&random, 3) == 0 };
		for (unsigned k = 0; k < articles[i].count; k++)
			articles[i].at[k] = (struct named){ random_below(&random, 1 + random_below(&random, NAMES)),
			    random_below(&random, 5), random_below(&random, 3) };
		err = add_article(b, &articles[i], i);
		if (err == WT_OK && (i == DOCS / 3 || i + 1 == DOCS))
			err = wt_build_commit(b, NULL);
	}
	if (err == WT_OK && (err = wt_build_delete(b, WT_SPAN("d3"), NULL)) == WT_OK)
		err = wt_build_commit(b, NULL);
	articles[3].live = false;
	wt_build_close(b);
	return err;
}

/* ---- the plain way ---- */

/* Bit p: the name is in place p of the article (any place is 0 without sentences). */
static unsigned
places_of(const struct article *a, unsigned name, const struct wt_network_options *o)
{
	unsigned places = 0;

	if ((o->types >> type_of(name) & 1) == 0 || !a->live)
		return 0;
	for (unsigned i = 0; i < a->count; i++)
		if (a->at[i].name == name && a->at[i].zone <= 2)
			places |= 1u << (o->sentences ? a->at[i].sentence * 2 + (a->at[i].zone == 0) : 0);
	if (a->claims && (name == 0 || name == 3))
		places |= 1u << (o->sentences ? 2 : 0);
	return places;
}

static unsigned
articles_with(const struct article *articles, unsigned a, unsigned b, const struct wt_network_options *o)
{
	unsigned count = 0;

	for (unsigned i = 0; i < DOCS; i++)
		count += (places_of(&articles[i], a, o) & places_of(&articles[i], b, o)) != 0;
	return count;
}

/* Is a name among those shown: fewer than `top` come before it? */
static bool
is_shown(const struct article *articles, unsigned name, const struct wt_network_options *o)
{
	unsigned before = 0, own = articles_with(articles, name, name, o);

	for (unsigned i = 0; i < NAMES; i++) {
		unsigned other = articles_with(articles, i, i, o);

		before += other > own || (other == own && wt_span_cmp(id_of(i), id_of(name)) < 0);
	}
	return own > 0 && (o->top == 0 || before < o->top);
}

static unsigned
number_of(struct wt_span id)
{
	unsigned name = 0;

	while (name < NAMES && !wt_span_eq(id_of(name), id))
		name++;
	return name;
}

static bool
same_edges(const struct wt_network *n, const struct article *articles, const struct wt_network_options *o)
{
	size_t wanted = 0;

	for (unsigned a = 0; a < NAMES; a++)
		for (unsigned b = a + 1; b < NAMES; b++)
			wanted += is_shown(articles, a, o) && is_shown(articles, b, o) &&
			    articles_with(articles, a, b, o) >= o->least;
	for (size_t i = 0; i < n->edge_count; i++) {
		const struct wt_network_edge *e = &n->edges[i];
		struct wt_span a = n->nodes[e->source].id, b = n->nodes[e->target].id;

		if (wt_span_cmp(a, b) >= 0 || e->articles != articles_with(articles, number_of(a), number_of(b), o) ||
		    (i > 0 && e->articles > e[-1].articles))
			return false;
	}
	return n->edge_count == wanted && wanted > 0;
}

static bool
same_nodes(const struct wt_network *n, const struct article *articles, const struct wt_network_options *o)
{
	for (size_t i = 0; i < n->node_count; i++) {
		const struct wt_network_node *node = &n->nodes[i];
		unsigned name = number_of(node->id);
		bool tied = false;

		for (size_t k = 0; k < n->edge_count; k++)
			tied = tied || n->edges[k].source == i || n->edges[k].target == i;
		if (!tied || name == NAMES || node->type != type_of(name) || !wt_span_is(node->name, "nama") ||
		    !wt_span_is(node->position, "bupati") ||
		    node->articles != articles_with(articles, name, name, o) ||
		    (i > 0 && node->articles > node[-1].articles))
			return false;
	}
	return true;
}

#define ALL (1u << WT_REGION | 1u << WT_OFFICIAL | 1u << WT_AGENCY | 1u << WT_PROGRAMME | 1u << WT_PERSON)

static void
check_networks(const struct wt_index *ix, const struct article *articles)
{
	static const struct wt_network_options options[] = {
		{ ALL, false, 1, 0, 0 }, { ALL, true, 1, 0, 0 }, { ALL, false, 5, 0, 0 }, { ALL, false, 1, 6, 0 },
		{ ALL, true, 2, 8, 0 }, { 1u << WT_REGION | 1u << WT_PROGRAMME, false, 1, 0, 0 },
		{ 1u << WT_REGION | 1u << WT_PROGRAMME, true, 1, 3, 0 }, { ALL, false, 1, 1000, 0 },
		/* More pairs than may be: as if fewer nodes had been asked for. */
		{ ALL, false, 1, 0, 1000 }, { ALL, false, 1, 0, 91 }, { ALL, false, 1, 0, 40 },
		{ ALL, false, 1, 0, 12 }, { ALL, true, 1, 0, 25 }, { ALL, false, 1, 12, 30 }, { ALL, false, 2, 13, 10 },
	};
	struct wt_matches matches;

	for (size_t i = 0; i < sizeof options / sizeof options[0]; i++) {
		struct wt_network_options as_if = options[i], *o = &as_if;
		struct wt_arena arena = { 0 };
		struct wt_network n = { 0 };
		int err = wt_matches_open(&matches, ix);

		for (uint32_t s = 0; err == WT_OK && s < matches.segments; s++) {
			for (uint32_t doc = 0; doc < matches.docs[s]; doc++)
				matches.bits[s][doc / 64] |= UINT64_C(1) << doc % 64;
			wt_bits_live(matches.bits[s], wt_index_segment(ix, s));
		}
		if (err == WT_OK)
			err = wt_network_gather(ix, &matches, o, &arena, &n);
		CHECK((n.top == 0 || n.top < (o->top == 0 ? NAMES : o->top)) && (n.top > 0) == (o->most > 0 && o->most < 91) &&
		    (o->most == 0 || n.edge_count <= o->most), "%zu pairs at most: the first %u nodes, %zu edges", o->most,
		    (unsigned)n.top, n.edge_count);
		o->top = n.top > 0 ? n.top : o->top;
		CHECK(err == WT_OK && same_edges(&n, articles, o) && same_nodes(&n, articles, o),
		    "types %x, %s, %u at least, the first %u: %zu nodes, %zu edges", o->types,
		    o->sentences ? "sentences" : "articles", (unsigned)o->least, (unsigned)o->top, n.node_count,
		    n.edge_count);
		wt_matches_free(&matches);
		wt_arena_free(&arena);
	}
}

int
main(void)
{
	static struct article articles[DOCS];
	struct wt_index *ix = NULL;
	struct wt_matches none;
	struct wt_network n;
	struct wt_arena arena = { 0 };
	const struct wt_network_options all = { ALL, false, 1, 0, 0 };
	bool made;

	if (system("rm -rf " FOLDER) != 0)
		printf("# " FOLDER " cannot be removed\n");
	made = make_index(articles) == WT_OK && wt_index_open(FOLDER, &ix, NULL) == WT_OK;
	CHECK(made, "an index of two segments");
	if (made) {
		check_networks(ix, articles);
		CHECK(wt_matches_open(&none, ix) == WT_OK && wt_network_gather(ix, &none, &all, &arena, &n) == WT_OK &&
		    n.node_count == 0 && n.edge_count == 0, "no articles");
		wt_matches_free(&none);
	}
	wt_arena_free(&arena);
	wt_index_close(ix);
	if (system("rm -rf " FOLDER) != 0)
		printf("# " FOLDER " cannot be removed\n");
	return check_done();
}
