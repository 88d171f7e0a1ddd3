/* extract.c - `warta extract`: articles to tables. */
#include "cmd/cmd.h"
#include "cmd/speak.h"
#include "cmd/usages.h"
#include "cmd/inputs.h"
#include "cmd/progress.h"
#include "cmd/stop.h"
#include "ingest/sketch.h"
#include "ingest/store.h"
#include "ingest/tables.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define JOURNAL "extract.resume"        /* in the folder of the tables */

struct job {
	struct wt_tables_options tables;
	const char *overlay;
	struct wt_inputs inputs;
	bool quiet, resume, stopped;
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

/* The journal of the folder, which is made if it is not there. */
static int
open_journal(const struct job *j, struct wt_journal **out, struct wt_error *error)
{
	struct wt_arena arena = { 0 };
	struct wt_buf path = { 0 }, rules = { 0 };
	int code;

	wt_buf_printf(&path, "%s/" JOURNAL, j->tables.folder);
	wt_buf_putc(&path, '\0');
	wt_buf_putspan(&rules, wt_store_rules(j->tables.dict, true, &arena));
	wt_buf_printf(&rules, " sketch=%d %s", WT_SKETCH_VERSION, WT_VERSION);
	code = path.err != WT_OK || rules.err != WT_OK ?
	    wt_error_set(error, WT_ENOMEM, 0, "memory ran out") :
	    wt_journal_open(path.at, wt_buf_span(&rules), out, error);
	wt_buf_free(&path);
	wt_buf_free(&rules);
	wt_arena_free(&arena);
	return code;
}

static int
run_pipeline(struct job *j, struct wt_tables *tables, struct wt_skips *skips,
    struct wt_error *error)
{
	struct progress progress;
	const atomic_bool *stop = stop_listen("extract");
	struct wt_pipeline p = { .dict = j->tables.dict, .threads = j->tables.threads,
	    .flags = j->tables.tokens ? WT_EXTRACT_TOKENS : 0, .skips = skips,
	    .sink = { .context = tables, .prepare = wt_tables_prepare, .commit = wt_tables_commit },
	    .stop = stop,
	    .progress = progress_tell, .progress_context = &progress };
	int code, closed;

	if (j->resume && (code = open_journal(j, &p.journal, error)) != WT_OK)
		return code;
	progress_open(&progress, "extract", &j->inputs.names, j->quiet);
	skips->tell = progress_skip;
	skips->context = &progress;
	code = wt_pipeline_run(&p, &j->inputs, error);
	j->stopped = atomic_load(stop);
	progress_close(&progress);
	skips->tell = NULL;
	skips->context = NULL;
	closed = wt_journal_close(p.journal);
	if (code == WT_OK && closed != WT_OK)
		code = wt_error_set(error, closed, 0, "the file for --resume: %s", wt_strerror(closed));
	return code == WT_OK && !j->stopped ? wt_tables_finish(tables, skips, error) : code;
}

static int
tell_stopped(const struct job *j)
{
	if (j->tables.folder == NULL)
		cmd_warn("extract", "stopped: rows are missing");
	else if (j->resume)
		cmd_warn("extract", "stopped: no table was written, but what was found is kept; the same "
		    "command goes on from there");
	else
		cmd_warn("extract", "stopped: no table was written; --resume keeps what is found for the "
		    "next run");
	return stop_status();
}

static int
run(struct job *j)
{
	struct wt_error error = { 0 };
	struct wt_skips skips = { 0 };
	struct wt_tables *tables = NULL;
	struct wt_dict *dict = NULL;
	bool skipped;
	int code = cmd_dict_open(j->overlay, &dict, &error);

	j->tables.dict = dict;
	if (code == WT_OK)
		code = wt_tables_open(&j->tables, &tables, &error);
	if (code == WT_OK)
		code = run_pipeline(j, tables, &skips, &error);
	skipped = skips.count > 0;
	wt_tables_close(tables);
	wt_skips_free(&skips);
	cmd_dict_close(dict);
	if (code != WT_OK)
		return cmd_fail_run("extract", &error);
	if (j->stopped)
		return tell_stopped(j);
	return skipped ? CMD_SKIPPED : CMD_OK;
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

/* -1: go on; else the exit status. */
static int
take_option(struct job *j, char *const *argv, int c)
{
	enum wt_table_number table;
	int status;

	switch (c) {
	case 'o':
		j->tables.folder = optarg;
		return -1;
	case 'f':
		return format_named(optarg, &j->tables.format) ? -1 :
		    cmd_mistake("extract", usage_of("extract"), argv, c);
	case 't':
		if (!wt_schema_named(wt_span_of(optarg), &table))
			return cmd_usage("extract", "there is no table named '%s': they are articles, regions, "
			    "entities, mentions, dates, amounts, programmes, claims, tokens and skipped", optarg);
		j->tables.only = (int)table;
		return -1;
	case 'k':
		j->tables.tokens = true;
		return -1;
	case 'x':
		j->tables.excel = true;
		return -1;
	case 'R':
		j->resume = true;
		return -1;
	case 'K':
		j->tables.count_copies = true;
		return -1;
	case 'd':
		j->overlay = optarg;
		return -1;
	case 'j':
		return cmd_number(optarg, 1, 64, &j->tables.threads) ? -1 :
		    cmd_usage("extract", "-j takes a number from 1 to 64, not '%s'", optarg);
	case 'q':
		j->quiet = true;
		return -1;
	case 'h':
		speak_help(usage_of("extract"));
		return CMD_OK;
	default:
		status = inputs_take(&j->inputs, "extract", c, optarg);
		if (status >= 0)
			return status == CMD_OK ? -1 : status;
		return cmd_mistake("extract", usage_of("extract"), argv, c);
	}
}

int
cmd_extract(int argc, char **argv)
{
	static const struct option options[] = {
		{ "format", required_argument, NULL, 'f' }, { "table", required_argument, NULL, 't' },
		{ "tokens", no_argument, NULL, 'k' }, { "excel", no_argument, NULL, 'x' },
		{ "keep-duplicates", no_argument, NULL, 'K' }, { "resume", no_argument, NULL, 'R' },
		{ "dict", required_argument, NULL, 'd' }, { "jobs", required_argument, NULL, 'j' },
		{ "output", required_argument, NULL, 'o' }, { "quiet", no_argument, NULL, 'q' },
		{ "help", no_argument, NULL, 'h' }, INPUTS_OPTIONS, { 0 } };
	struct job j = { .tables = { .only = -1, .write = write_stdout, .version = WT_VERSION } };
	int c, status;

	j.tables.threads = wt_processors();
	while ((c = getopt_long(argc, argv, "o:j:qhv", options, NULL)) != -1)
		if ((status = take_option(&j, argv, c)) >= 0)
			return status;
	if ((status = inputs_names(&j.inputs, "extract", &argv[optind], argc - optind)) != CMD_OK)
		return status;
	if (j.tables.folder == NULL)
		return cmd_usage("extract", "-o FOLDER says where the tables go");
	if (strcmp(j.tables.folder, "-") == 0) {
		if (j.tables.only < 0)
			return cmd_usage("extract", "-o - takes one table: --table NAME");
		j.tables.folder = NULL;
	}
	if (j.tables.only == WT_TABLE_TOKENS)
		j.tables.tokens = true;
	if (j.resume && j.tables.folder == NULL)
		return cmd_usage("extract", "--resume goes with a folder of tables");
	return run(&j);
}
