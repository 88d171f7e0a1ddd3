/*
 * network.h - who and what occur together in articles.
 *
 * Nodes are what is named in the title and the body of an article, and the regions and
 * programmes of its claims; an edge between two says in how many articles both are, or
 * both in one sentence.  What stands together with nothing else is left out.
 */
#ifndef WT_QUERY_NETWORK_H
#define WT_QUERY_NETWORK_H

#include "extract/facts.h"
#include "query/search.h"

#define WT_NETWORK_MOST 2000    /* nodes of one article; more are left out */
#define WT_NETWORK_EDGES 5000000u       /* of all; above, nodes are left out */

struct wt_network_options {
	unsigned types;                 /* bit 1 << enum wt_type for each that is wanted */
	bool sentences;                 /* together in one sentence, not in the article */
	uint32_t least;                 /* articles of an edge, at least */
	uint32_t top;                   /* only so many nodes, those in most articles; 0: all */
	size_t most;                    /* pairs of nodes that may be; 0: WT_NETWORK_EDGES */
};

struct wt_network_node {
	enum wt_type type;
	struct wt_span id;
	struct wt_span name;            /* empty for a region, and for a programme without a claim */
	struct wt_span position, region_id;
	uint32_t articles;              /* of the matches, that name it */
};

struct wt_network_edge {
	uint32_t source, target;        /* nodes by number; the source has the lower id */
	uint32_t articles;
};

/* In the arena: nodes in order of their articles downwards, then of their ids; edges likewise. */
struct wt_network {
	struct wt_network_node *nodes;
	struct wt_network_edge *edges;
	size_t node_count, edge_count;
	uint32_t top;                   /* what there would be more pairs without: only so many
	                                   nodes were taken, as if `top` had asked for them; or 0 */
};

/*
 * The network of some articles.  Memory: some 50 bytes a pair, and what the nodes take.
 * WT_OK, WT_ENOMEM, WT_ECORRUPT.
 */
int wt_network_gather(const struct wt_index *ix, const struct wt_matches *matches,
    const struct wt_network_options *options, struct wt_arena *arena, struct wt_network *out);

#endif
