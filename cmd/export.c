/* export.c - `warta export`: the tables of extract, from an index; and `warta merge`. */
#include "cmd/cmd.h"
#include "cmd/speak.h"
#include "cmd/open.h"
#include "ingest/tables.h"
#include "query/fold.h"
#include "query/search.h"

#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char export_usage[] =
    "usage: warta export [-d INDEX] -o FOLDER [QUERY...]\n"
    "\n"
    "The tables of `warta extract` from an index, of all articles or of those that match,\n"
    "in order of their dates.\n"
    "\n"
    "  -d INDEX          the folder of the index (default: $WARTA_INDEX, else warta.idx)\n"
    "  -o FOLDER         where the tables go; - is standard output, with --table\n"
    "      --format F    csv (default), tsv or jsonl\n"
    "      --table NAME  this table only\n"
    "      --excel       a BOM, and cells that a spreadsheet would run defused\n"
    "      --keep-duplicates  count near copies of an article like any other\n"
    "      --dict DIR    TSV files laid over the dictionaries\n"
    "      --help\n"
    "\n"
    "examples:\n"
    "  warta export -d berita.idx -o tabel\n"
    "  warta export -d berita.idx 'wilayah:Banten' --table claims -o -\n";

static const char merge_usage[] =
    "usage: warta merge -o INDEX INDEX...\n"
    "\n"
    "One index from several: the same bytes as if all had been built at once.  Of\n"
    "articles with one id that of the last index stays.\n"
    "\n"
    "  -o INDEX    the new index\n"
    "      --help\n"
    "\n"
    "examples:\n"
    "  warta merge -o semua.idx 2022.idx 2023.idx\n"
    "  warta merge -o semua.idx *.idx && warta verify semua.idx\n";

struct job {
	struct wt_tables_options tables;
	struct opened o;
	const char *path, *overlay;
};

static int
write_stdout(void *context, const void *bytes, size_t len)
{
	(void)context;
	if (fwrite(bytes, 1, len, stdout) == len)
		return WT_OK;
	/* Whoever reads no further has what he wanted. */
	if (errno == EPIPE)
		_exit(CMD_OK);
	return WT_EIO;
}

/* Of what is an article a copy?  Of the first of its group that is exported too. */
static int
name_original(struct job *j, const struct wt_matches *m, uint32_t segment, uint32_t doc,
    struct wt_arena *arena, struct wt_facts *facts)
{
	uint32_t group = wt_copies_group(j->o.copies, segment, doc);
	struct wt_place first;

	facts->duplicate_of = wt_span_make("", 0);
	if (group == WT_NO_GROUP || !wt_fold_first(j->o.copies, group, m, &first) ||
	    (first.segment == segment && first.doc == doc))
		return WT_OK;
	return cmd_key(&j->o, first, arena, &facts->duplicate_of);
}

static int
export_article(struct job *j, struct wt_tables *t, const struct wt_matches *m, uint32_t segment,
    uint32_t doc, struct wt_arena *arena, struct wt_error *error)
{
	struct wt_facts facts;
	struct wt_result result = { .facts = &facts };
	int code;

	wt_arena_reset(arena);
	code = wt_load_facts(&j->o.loader, wt_index_segment(j->o.index, segment), doc, arena, &facts);
	if (code == WT_OK)
		code = name_original(j, m, segment, doc, arena, &facts);
	if (code != WT_OK) {
		if (wt_index_error(j->o.index, error) == WT_OK)
			wt_error_set(error, code, 0, "%s", wt_strerror(code));
		return code;
	}
	if ((code = wt_tables_prepare(t, 0, &result, error)) == WT_OK)
		code = wt_tables_commit(t, 0, &result, error);
	return code;
}

static int
export_matches(struct job *j, const struct wt_matches *m, struct wt_error *error)
{
	struct wt_tables *t = NULL;
	struct wt_skips none = { 0 };
	struct wt_arena arena = { 0 };
	uint32_t segment = 0, doc = 0;
	int code;

	j->tables.dict = j->o.dict;
	code = wt_tables_open(&j->tables, &t, error);
	for (; code == WT_OK && wt_matches_next(m, &segment, &doc); doc++)
		code = export_article(j, t, m, segment, doc, &arena, error);
	if (code == WT_OK)
		code = wt_tables_finish(t, &none, error);
	wt_tables_close(t);
	wt_arena_free(&arena);
	return code;
}

/* In an index without extraction only the articles have rows. */
static int
check_table(const struct job *j, struct wt_error *error)
{
	int code = j->tables.only == WT_TABLE_ARTICLES ? WT_OK : cmd_index_needs_facts(&j->o, error);

	if (code == WT_OK || j->tables.only >= 0)
		return code;
	cmd_warn("export", "the index was made without extraction: only the table of articles has rows");
	return WT_OK;
}

static int
nothing_found(void)
{
	cmd_warn("export", "nothing found");
	return CMD_NOTHING;
}

static int
run(struct job *j, char **words, int count)
{
	struct wt_error error = { 0 };
	struct wt_arena arena = { 0 };
	struct wt_matches m = { 0 };
	struct wt_query *q = NULL;
	struct wt_span query = cmd_query(&arena, words, count);
	int status = cmd_index_open("export", j->path, j->overlay, &j->o), code;

	if (status == CMD_OK) {
		if ((code = check_table(j, &error)) == WT_OK &&
		    (code = wt_query_open(j->o.index, &j->o.rules, query, &q, &error)) == WT_OK)
			code = wt_query_matches(q, &m, &error);
		if (code != WT_OK)
			status = cmd_query_fail("export", query, &error);
		else if (m.count == 0)
			status = nothing_found();
		else if (export_matches(j, &m, &error) != WT_OK)
			status = cmd_fail_run("export", &error);
	}
	wt_matches_free(&m);
	wt_query_close(q);
	cmd_index_close(&j->o);
	wt_arena_free(&arena);
	return status;
}

static bool
format_named(const char *name, enum wt_row_format *format)
{
	static const char *const names[] = { "csv", "tsv", "jsonl" };

	for (int i = 0; i < 3; i++) {
		if (strcmp(name, names[i]) == 0) {
			*format = (enum wt_row_format)i;
			return true;
		}
	}
	return false;
}

int
cmd_export(int argc, char **argv)
{
	static const struct option options[] = { { "index", required_argument, NULL, 'd' },
	    { "output", required_argument, NULL, 'o' }, { "format", required_argument, NULL, 'f' },
	    { "table", required_argument, NULL, 't' }, { "excel", no_argument, NULL, 'x' },
	    { "keep-duplicates", no_argument, NULL, 'K' },
	    { "dict", required_argument, NULL, 'D' }, { "help", no_argument, NULL, 'h' }, { 0 } };
	struct job j = { .tables = { .only = -1, .write = write_stdout, .version = WT_VERSION,
	    .copies_known = true } };
	enum wt_table_number table;
	int c;

	while ((c = getopt_long(argc, argv, "d:o:hqv", options, NULL)) != -1) {
		if (c == 'h') {
			speak_help(export_usage);
			return CMD_OK;
		} else if (c == 'd') {
			j.path = optarg;
		} else if (c == 'D') {
			j.overlay = optarg;
		} else if (c == 'o') {
			j.tables.folder = optarg;
		} else if (c == 'x') {
			j.tables.excel = true;
		} else if (c == 'K') {
			j.tables.count_copies = true;
		} else if (c == 'f' && format_named(optarg, &j.tables.format)) {
			continue;
		} else if (c == 't' && wt_schema_named(wt_span_of(optarg), &table)) {
			j.tables.only = (int)table;
		} else if (c != 'q' && c != 'v') {
			return cmd_mistake("export", export_usage, argv, c);
		}
	}
	if (j.tables.folder == NULL)
		return cmd_usage("export", "-o FOLDER says where the tables go");
	if (strcmp(j.tables.folder, "-") == 0) {
		if (j.tables.only < 0)
			return cmd_usage("export", "-o - takes one table: --table NAME");
		j.tables.folder = NULL;
	}
	return run(&j, argv + optind, argc - optind);
}

/* Are there indexes with and without extraction among these? */
static bool
are_mixed(char **paths, int count)
{
	bool with = false, without = false;

	for (int i = 0; i < count; i++) {
		struct wt_index *ix = NULL;

		if (wt_index_open(paths[i], &ix, NULL) == WT_OK) {
			bool extracted = wt_store_extracted(wt_index_meta(ix));

			with = with || extracted;
			without = without || !extracted;
		}
		wt_index_close(ix);
	}
	return with && without;
}

int
cmd_merge(int argc, char **argv)
{
	static const struct option options[] = { { "output", required_argument, NULL, 'o' },
	    { "help", no_argument, NULL, 'h' }, { 0 } };
	struct wt_build_options build = { 0 };
	struct wt_error error = { 0 };
	const char *path = NULL;
	int c;

	cmd_return_memory();
	while ((c = getopt_long(argc, argv, "o:hqv", options, NULL)) != -1) {
		if (c == 'h') {
			speak_help(merge_usage);
			return CMD_OK;
		} else if (c == 'o') {
			path = optarg;
		} else if (c != 'q' && c != 'v') {
			return cmd_mistake("merge", merge_usage, argv, c);
		}
	}
	if (path == NULL || optind == argc)
		return cmd_usage("merge", "-o INDEX and the indexes to be merged are needed");
	if (wt_index_merge(path, (const char *const *)&argv[optind], (size_t)(argc - optind), &build,
	    &error) == WT_OK)
		return CMD_OK;
	return error.code == WT_EVERSION && are_mixed(&argv[optind], argc - optind) ? cmd_usage("merge",
	    "indexes made with and without extraction cannot be merged") : cmd_fail_run("merge", &error);
}
