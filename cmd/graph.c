/* graph.c - behind graph.h. */
#include "cmd/graph.h"
#include "cmd/html.h"
#include "base/err.h"

#define FULL ((size_t)64 << 10)

/* Attributes of nodes: name, and whether it is a number. */
static const struct {
	const char *name;
	bool number;
} attributes[] = {
	{ "type", false }, { "position", false }, { "region_id", false }, { "region", false },
	{ "n_articles", true },
};

#define ATTRIBUTES (sizeof attributes / sizeof attributes[0])

struct graph {
	const struct wt_network *network;
	const struct graph_label *labels;
	graph_write_fn *write;
	void *context;
	struct wt_buf out;
	int err;
};

/* Hand on what was gathered, if it is much or `all`. */
static void
flush(struct graph *g, bool all)
{
	if (g->err == WT_OK)
		g->err = g->out.err;
	if (g->err != WT_OK || (g->out.len < FULL && !all))
		return;
	g->err = g->write(g->context, g->out.at, g->out.len);
	wt_buf_clear(&g->out);
}

/* The value of an attribute; empty for none. */
static struct wt_span
value_of(const struct graph *g, size_t node, size_t attribute, char digits[16])
{
	const struct wt_network_node *n = &g->network->nodes[node];
	const struct wt_span values[] = { wt_span_of(wt_type_name(n->type)), n->position,
	    g->labels[node].region_id, g->labels[node].region };
	size_t at = 16;

	if (attribute < sizeof values / sizeof values[0])
		return values[attribute];
	for (uint32_t number = n->articles; at == 16 || number > 0; number /= 10)
		digits[--at] = (char)('0' + number % 10);
	return wt_span_make(digits + at, 16 - at);
}

/* Bytes at i that are no character of XML: a control, U+FFFE or U+FFFF; or 0. */
static size_t
unsayable(struct wt_span s, size_t i)
{
	unsigned char c = (unsigned char)s.at[i];

	if (c < 0x20)
		return c != '\t' && c != '\n' && c != '\r';
	return c == 0xef && i + 2 < s.len && (unsigned char)s.at[i + 1] == 0xbf &&
	    (unsigned char)s.at[i + 2] >= 0xbe ? 3 : 0;
}

/* before, a text without what XML cannot say, behind. */
static void
put(struct graph *g, const char *before, struct wt_span text, const char *behind)
{
	size_t from = 0, gone;

	wt_buf_puts(&g->out, before);
	for (size_t i = 0; i < text.len; i++) {
		if ((gone = unsayable(text, i)) == 0)
			continue;
		html_text(&g->out, wt_span_make(text.at + from, i - from));
		from = i + gone;
	}
	html_text(&g->out, wt_span_make(text.at + from, text.len - from));
	wt_buf_puts(&g->out, behind);
}

/* ---- GEXF ---- */

static void
gexf_node(struct graph *g, size_t node)
{
	char digits[16];

	put(g, "      <node id=\"", g->network->nodes[node].id, "\"");
	put(g, " label=\"", g->labels[node].label, "\">\n        <attvalues>\n");
	for (size_t i = 0; i < ATTRIBUTES; i++) {
		struct wt_span value = value_of(g, node, i, digits);

		if (value.len == 0)
			continue;
		wt_buf_printf(&g->out, "          <attvalue for=\"%s\"", attributes[i].name);
		put(g, " value=\"", value, "\"/>\n");
	}
	wt_buf_puts(&g->out, "        </attvalues>\n      </node>\n");
	flush(g, false);
}

static void
gexf(struct graph *g)
{
	const struct wt_network *n = g->network;

	wt_buf_puts(&g->out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	    "<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n"
	    "  <meta>\n    <creator>warta " WT_VERSION "</creator>\n  </meta>\n"
	    "  <graph defaultedgetype=\"undirected\">\n"
	    "    <attributes class=\"node\">\n");
	for (size_t i = 0; i < ATTRIBUTES; i++)
		wt_buf_printf(&g->out, "      <attribute id=\"%s\" title=\"%s\" type=\"%s\"/>\n",
		    attributes[i].name, attributes[i].name, attributes[i].number ? "integer" : "string");
	wt_buf_puts(&g->out, "    </attributes>\n    <nodes>\n");
	for (size_t i = 0; i < n->node_count && g->err == WT_OK; i++)
		gexf_node(g, i);
	wt_buf_puts(&g->out, "    </nodes>\n    <edges>\n");
	for (size_t i = 0; i < n->edge_count && g->err == WT_OK; i++) {
		wt_buf_printf(&g->out, "      <edge id=\"%zu\"", i);
		put(g, " source=\"", n->nodes[n->edges[i].source].id, "\"");
		put(g, " target=\"", n->nodes[n->edges[i].target].id, "\"");
		wt_buf_printf(&g->out, " weight=\"%u\"/>\n", (unsigned)n->edges[i].articles);
		flush(g, false);
	}
	wt_buf_puts(&g->out, "    </edges>\n  </graph>\n</gexf>\n");
}

/* ---- GraphML ---- */

static void
graphml_node(struct graph *g, size_t node)
{
	char digits[16];

	put(g, "    <node id=\"", g->network->nodes[node].id, "\">\n");
	put(g, "      <data key=\"label\">", g->labels[node].label, "</data>\n");
	for (size_t i = 0; i < ATTRIBUTES; i++) {
		struct wt_span value = value_of(g, node, i, digits);

		if (value.len == 0)
			continue;
		wt_buf_printf(&g->out, "      <data key=\"%s\">", attributes[i].name);
		put(g, "", value, "</data>\n");
	}
	wt_buf_puts(&g->out, "    </node>\n");
	flush(g, false);
}

static void
graphml(struct graph *g)
{
	const struct wt_network *n = g->network;

	wt_buf_puts(&g->out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	    "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n"
	    "  <key id=\"label\" for=\"node\" attr.name=\"label\" attr.type=\"string\"/>\n");
	for (size_t i = 0; i < ATTRIBUTES; i++)
		wt_buf_printf(&g->out, "  <key id=\"%s\" for=\"node\" attr.name=\"%s\" attr.type=\"%s\"/>\n",
		    attributes[i].name, attributes[i].name, attributes[i].number ? "int" : "string");
	wt_buf_puts(&g->out, "  <key id=\"weight\" for=\"edge\" attr.name=\"weight\""
	    " attr.type=\"double\"/>\n"
	    "  <graph id=\"warta\" edgedefault=\"undirected\">\n");
	for (size_t i = 0; i < n->node_count && g->err == WT_OK; i++)
		graphml_node(g, i);
	for (size_t i = 0; i < n->edge_count && g->err == WT_OK; i++) {
		wt_buf_printf(&g->out, "    <edge id=\"e%zu\"", i);
		put(g, " source=\"", n->nodes[n->edges[i].source].id, "\"");
		put(g, " target=\"", n->nodes[n->edges[i].target].id, "\">\n");
		wt_buf_printf(&g->out, "      <data key=\"weight\">%u</data>\n    </edge>\n",
		    (unsigned)n->edges[i].articles);
		flush(g, false);
	}
	wt_buf_puts(&g->out, "  </graph>\n</graphml>\n");
}

int
graph_write(enum graph_format format, const struct wt_network *network,
    const struct graph_label *labels, graph_write_fn *write, void *context)
{
	struct graph g = { .network = network, .labels = labels, .write = write, .context = context };

	if (format == GRAPH_GEXF)
		gexf(&g);
	else
		graphml(&g);
	flush(&g, true);
	wt_buf_free(&g.out);
	return g.err;
}
