/* graph.h - a network as GEXF 1.3, as Gephi reads it, or as GraphML. */
#ifndef WT_CMD_GRAPH_H
#define WT_CMD_GRAPH_H

#include "base/buf.h"
#include "query/network.h"

enum graph_format {
	GRAPH_GEXF,
	GRAPH_GRAPHML
};

/* A node as people read it; the rest is in the network. */
struct graph_label {
	struct wt_span label, region_id, region;
};

/* Takes the bytes: WT_OK or an error. */
typedef int graph_write_fn(void *context, const void *bytes, size_t len);

/*
 * Write a network; labels has one for each node.  Node ids are those of the tables, edges
 * are undirected with the articles as their weight.  WT_OK, WT_ENOMEM or what `write` gave.
 */
int graph_write(enum graph_format format, const struct wt_network *network,
    const struct graph_label *labels, graph_write_fn *write, void *context);

#endif
