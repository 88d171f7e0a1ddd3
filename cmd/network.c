/* network.c - `warta network`: who and what occur together. */
#include "cmd/asked.h"
#include "cmd/speak.h"
#include "cmd/open.h"
#include "cmd/graph.h"
#include "cmd/report.h"
#include "base/save.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const char usage[] =
    "usage: warta network [-d INDEX] [--types TYPES] [QUERY...]\n"
    "\n"
    "Who and what occur together in the articles that match: officials, agencies, regions\n"
    "and programmes, tied by the number of articles that name both.\n"
    "\n"
    "  -d INDEX            the folder of the index (default: $WARTA_INDEX, else warta.idx)\n"
    "      --types TYPES   with commas between: region,official,agency,programme (default),\n"
    "                      person, organization, place\n"
    "      --within W      article (default) or sentence: both in one\n"
    "      --min-weight N  leave out ties of fewer articles\n"
    "      --top N         only the N that are named in most articles\n"
    "      --format F      gexf or graphml; or the ties as table, csv, tsv, json or jsonl\n"
    "      --json          the same as --format json\n"
    "  -o PATH             a file for gexf and graphml; for csv, tsv and jsonl a folder, for\n"
    "                      nodes and edges\n"
    "      --keep-duplicates  count each near copy of an article\n"
    "      --no-pager      on a terminal: all at once\n"
    "      --dict DIR      TSV files laid over the dictionaries\n"
    "      --help\n"
    "\n"
    "examples:\n"
    "  warta network --types official,programme --format gexf -o pejabat.gexf sampah\n"
    "  warta network --within sentence --min-weight 2 --top 50 'wilayah:\"Jawa Tengah\"'\n";

#define STRING WT_COLUMN_STRING, NULL, ""
#define INTEGER WT_COLUMN_INTEGER, NULL, ""
#define STANDARD (1u << WT_REGION | 1u << WT_OFFICIAL | 1u << WT_AGENCY | 1u << WT_PROGRAMME)

static const struct wt_schema_column node_columns[] = {
	{ "id", STRING }, { "label", STRING }, { "type", STRING }, { "position", STRING },
	{ "region_id", STRING }, { "region", STRING }, { "n_articles", INTEGER }, { NULL, STRING }
};

static const struct wt_schema_column edge_columns[] = {
	{ "source", STRING }, { "target", STRING }, { "weight", INTEGER }, { "source_type", STRING },
	{ "source_label", STRING }, { "target_type", STRING }, { "target_label", STRING },
	{ NULL, STRING }
};

static const struct wt_schema_column edge_table[] = {
	{ "who or what", STRING }, { "type", STRING }, { "with", STRING }, { "type", STRING },
	{ "articles", INTEGER }, { NULL, STRING }
};

struct job {
	struct asked asked;
	struct opened o;
	const char *output;
	enum graph_format graph;
	bool drawn;                     /* as a graph, not as rows */
	struct wt_network_options options;
	struct wt_arena arena;
	struct wt_network network;
	struct graph_label *labels;
};

/* ---- rows ---- */

static int
name_nodes(struct job *j)
{
	j->labels = wt_arena_array(&j->arena, j->network.node_count + 1, sizeof *j->labels);
	if (j->labels == NULL)
		return WT_ENOMEM;
	for (size_t i = 0; i < j->network.node_count; i++) {
		const struct wt_network_node *n = &j->network.nodes[i];
		struct graph_label *l = &j->labels[i];

		l->region_id = n->type == WT_REGION ? n->id : n->region_id;
		if (l->region_id.len > 0)
			l->region = cmd_region(&j->o, &j->arena, l->region_id);
		l->label = n->type == WT_REGION ? l->region : n->name.len > 0 ? n->name :
		    n->type == WT_PROGRAMME ? cmd_programme(&j->o, &j->arena, n->id) : n->id;
	}
	return j->arena.err;
}

static void
put_node(const struct job *j, struct wt_row *row, size_t i)
{
	const struct wt_network_node *n = &j->network.nodes[i];

	wt_row_cell(row, n->id);
	wt_row_cell(row, j->labels[i].label);
	wt_row_text(row, wt_type_name(n->type));
	wt_row_cell(row, n->position);
	wt_row_cell(row, j->labels[i].region_id);
	wt_row_cell(row, j->labels[i].region);
	wt_row_number(row, n->articles);
	wt_row_end(row);
}

static void
put_edge(const struct job *j, struct wt_row *row, size_t i)
{
	const struct wt_network_edge *e = &j->network.edges[i];

	wt_row_cell(row, j->network.nodes[e->source].id);
	wt_row_cell(row, j->network.nodes[e->target].id);
	wt_row_number(row, e->articles);
	wt_row_text(row, wt_type_name(j->network.nodes[e->source].type));
	wt_row_cell(row, j->labels[e->source].label);
	wt_row_text(row, wt_type_name(j->network.nodes[e->target].type));
	wt_row_cell(row, j->labels[e->target].label);
	wt_row_end(row);
}

static void
report_type(struct report *r, const struct wt_network_node *n)
{
	report_cell(r, wt_span_of(wt_type_name(n->type)));
}

/* The edges to standard output. */
static int
report_edges(struct job *j)
{
	bool table = j->asked.format == REPORT_TABLE;
	struct report r;

	report_open(&r, table ? edge_table : edge_columns, j->asked.format);
	for (size_t i = 0; i < j->network.edge_count; i++) {
		const struct wt_network_edge *e = &j->network.edges[i];
		const struct wt_network_node *a = &j->network.nodes[e->source];
		const struct wt_network_node *b = &j->network.nodes[e->target];

		report_cell(&r, table ? j->labels[e->source].label : a->id);
		if (table)
			report_type(&r, a);
		report_cell(&r, table ? j->labels[e->target].label : b->id);
		if (table)
			report_type(&r, b);
		report_number(&r, e->articles);
		if (!table) {
			report_type(&r, a);
			report_cell(&r, j->labels[e->source].label);
			report_type(&r, b);
			report_cell(&r, j->labels[e->target].label);
		}
		report_end(&r, wt_span_make("", 0));
	}
	return report_close(&r);
}

/* ---- files ---- */

static int
to_stdout(void *context, const void *bytes, size_t len)
{
	(void)context;
	fwrite(bytes, 1, len, stdout);
	return WT_OK;
}

static int
to_save(void *context, const void *bytes, size_t len)
{
	struct wt_save *save = context;

	wt_save_put(save, bytes, len);
	return save->err;
}

static int
write_graph(struct job *j, struct wt_error *error)
{
	struct wt_save save;
	int code;

	if (j->output == NULL || strcmp(j->output, "-") == 0)
		return graph_write(j->graph, &j->network, j->labels, to_stdout, NULL);
	code = wt_save_open(&save, j->output, error);
	if (code == WT_OK)
		code = graph_write(j->graph, &j->network, j->labels, to_save, &save);
	if (code == WT_OK)
		code = wt_save_commit(&save, error);
	wt_save_cancel(&save);
	return code;
}

/* One table as a file in the folder. */
static int
write_table(struct job *j, const char *name, const struct wt_schema_column *columns, size_t rows,
    void (*put)(const struct job *, struct wt_row *, size_t), struct wt_error *error)
{
	static const char *const endings[] = { [WT_ROW_CSV] = "csv", [WT_ROW_TSV] = "tsv",
	    [WT_ROW_JSONL] = "jsonl" };
	enum wt_row_format format = j->asked.format == REPORT_TSV ? WT_ROW_TSV :
	    j->asked.format == REPORT_JSONL ? WT_ROW_JSONL : WT_ROW_CSV;
	struct wt_span path = wt_arena_printf(&j->arena, "%s/%s.%s", j->output, name, endings[format]);
	struct wt_buf out = { 0 };
	struct wt_save save;
	struct wt_row row;
	int code;

	if (j->arena.err != WT_OK)
		return j->arena.err;
	if ((code = wt_save_open(&save, path.at, error)) != WT_OK)
		return code;
	wt_row_open(&row, &out, columns, format, false);
	wt_row_header(&row);
	for (size_t i = 0; i < rows && out.err == WT_OK; i++) {
		put(j, &row, i);
		wt_save_put(&save, out.at, out.len);
		out.len = 0;
	}
	wt_save_put(&save, out.at, out.len);
	code = out.err != WT_OK ? out.err : wt_save_commit(&save, error);
	wt_save_cancel(&save);
	wt_buf_free(&out);
	return code;
}

static int
write_tables(struct job *j, struct wt_error *error)
{
	int code;

	if (mkdir(j->output, 0777) != 0 && errno != EEXIST)
		return wt_error_set(error, WT_EIO, 0, "%s: %s", j->output, strerror(errno));
	code = write_table(j, "nodes", node_columns, j->network.node_count, put_node, error);
	return code != WT_OK ? code :
	    write_table(j, "edges", edge_columns, j->network.edge_count, put_edge, error);
}

/* ---- the run ---- */

static int
ask(struct job *j, struct wt_span query, struct wt_error *error)
{
	struct wt_matches matches;
	struct wt_query *q;
	int code = cmd_index_needs_facts(&j->o, error);

	if (code != WT_OK || (code = cmd_query_open(&j->o, query, &q, error)) != WT_OK)
		return code;
	code = wt_query_matches(q, &matches, error);
	wt_query_close(q);
	if (code != WT_OK)
		return code;
	code = wt_network_gather(j->o.index, &matches, &j->options, &j->arena, &j->network);
	wt_matches_free(&matches);
	if (code == WT_OK && j->network.top > 0 && !j->asked.quiet)
		cmd_warn("network", "more than %u ties: only the %u that are named in most articles are "
		    "taken; --top, --types or --within sentence make it smaller", WT_NETWORK_EDGES,
		    (unsigned)j->network.top);
	return code == WT_OK ? name_nodes(j) : code;
}

static int
deliver(struct job *j)
{
	struct wt_error error = { 0 };
	int code = j->drawn ? write_graph(j, &error) : j->output != NULL ? write_tables(j, &error) :
	    report_edges(j);

	if (code == WT_OK)
		return j->network.edge_count > 0 ? CMD_OK : CMD_NOTHING;
	if (error.code == 0)
		wt_error_set(&error, code, 0, "%s", wt_strerror(code));
	return cmd_fail_run("network", &error);
}

static int
run(struct job *j, char **words, int nwords)
{
	struct wt_error error = { 0 };
	struct wt_span query = cmd_query(&j->arena, words, nwords);
	int status = asked_open(&j->asked, &j->o), code;

	if (status == CMD_OK) {
		code = ask(j, query, &error);
		status = asked_status(&j->asked, &j->o, query, code, true, &error);
	}
	if (status == CMD_OK)
		status = deliver(j);
	status = asked_close(&j->asked, &j->o, status);
	wt_arena_free(&j->arena);
	return status;
}

/* ---- options ---- */

static bool
types_named(const char *names, unsigned *types)
{
	static const enum wt_type known[] = { WT_REGION, WT_OFFICIAL, WT_PERSON, WT_AGENCY,
	    WT_ORGANIZATION, WT_PLACE, WT_PROGRAMME };
	struct wt_span rest = wt_span_of(names), name;

	*types = 0;
	while (wt_span_cut(&rest, ',', &name)) {
		size_t i = 0;

		while (i < sizeof known / sizeof known[0] && !wt_span_is(name, wt_type_name(known[i])))
			i++;
		if (i == sizeof known / sizeof known[0])
			return false;
		*types |= 1u << known[i];
	}
	return true;
}

static bool
format_named(struct job *j, const char *name)
{
	j->drawn = strcmp(name, "gexf") == 0 || strcmp(name, "graphml") == 0;
	j->graph = strcmp(name, "gexf") == 0 ? GRAPH_GEXF : GRAPH_GRAPHML;
	return j->drawn || report_format_named(name, &j->asked.format);
}

static bool
within_named(const char *name, bool *sentences)
{
	*sentences = strcmp(name, "sentence") == 0;
	return *sentences || strcmp(name, "article") == 0;
}

/* What rows are written as: -1 or an exit status. */
static int
check_format(struct job *j)
{
	if (j->output == NULL)
		return -1;
	if (j->asked.format == REPORT_TABLE || j->asked.format == REPORT_JSON)
		return cmd_usage("network", "-o takes gexf, graphml, csv, tsv or jsonl");
	if (j->asked.format == REPORT_AUTO)
		j->asked.format = REPORT_CSV;
	return -1;
}

/* -1 or an exit status. */
static int
take_options(struct job *j, int argc, char **argv)
{
	/* Formats of its own beside those of all: these come first. */
	static const struct option options[] = { { "format", required_argument, NULL, 'F' },
	    { "json", no_argument, NULL, 'j' }, { "types", required_argument, NULL, 't' },
	    { "within", required_argument, NULL, 'w' }, { "min-weight", required_argument, NULL, 'm' },
	    { "top", required_argument, NULL, 'T' }, { "output", required_argument, NULL, 'o' },
	    ASKED_OPTIONS };
	struct asked *a = &j->asked;
	int c;

	while ((c = asked_next(a, argc, argv, "o:", options)) != 0) {
		switch (c) {
		case 'o': j->output = optarg; break;
		case 'j': format_named(j, "json"); break;
		case 'F': a->bad = !format_named(j, optarg); break;
		case 't': a->bad = !types_named(optarg, &j->options.types); break;
		case 'w': a->bad = !within_named(optarg, &j->options.sentences); break;
		case 'm': a->bad = !cmd_number(optarg, 1, 1000000000, &j->options.least); break;
		default: a->bad = !cmd_number(optarg, 1, 1000000000, &j->options.top); break;
		}
	}
	if (a->status >= 0)
		return a->status;
	if (!j->drawn && (c = check_format(j)) >= 0)
		return c;
	if (!j->drawn)
		asked_pager(a);
	return -1;
}

int
cmd_network(int argc, char **argv)
{
	struct job j = { .asked = { .command = "network", .usage = usage },
	    .options = { .types = STANDARD, .least = 1 } };
	int status = take_options(&j, argc, argv);

	return status >= 0 ? status : run(&j, argv + optind, argc - optind);
}
