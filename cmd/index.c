/* index.c - `warta index`: articles to an index, new or grown. */
#include "cmd/cmd.h"
#include "cmd/speak.h"
#include "cmd/usages.h"
#include "cmd/open.h"
#include "cmd/inputs.h"
#include "cmd/progress.h"
#include "cmd/stop.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MEMORY_LEAST ((size_t)1 << 20)

struct job {
	const char *path, *overlay;
	struct wt_inputs inputs;
	unsigned threads;
	size_t memory;                  /* 0: the usual */
	bool quiet, rebuild, prune;
	bool articles;                  /* without extraction */
	bool mixed;                     /* an index made otherwise is there */

	struct wt_dict *dict;
	struct wt_build *build;
	struct wt_storer **storers;
	uint64_t added, replaced, kept, pruned;
	bool stopped;
};

/* Is it new, or not as it was? */
static bool
wanted(void *context, const struct wt_record *record)
{
	struct job *j = context;
	uint64_t hash, mask = ((uint64_t)1 << 40) - 1;
	bool there = wt_build_lookup(j->build, record->article.id, &hash) == WT_OK;

	if (there && (hash & mask) == (wt_store_hash(&record->article) & mask)) {
		j->kept++;
		return false;
	}
	j->added += !there;
	j->replaced += there;
	return true;
}

static int
prepare(void *context, unsigned worker, const struct wt_result *r, struct wt_error *error)
{
	struct job *j = context;

	return wt_storer_add(j->storers[worker], j->build, worker, r, error);
}

/* Why the index that is there is not added to. */
static int
refuse(struct job *j, struct wt_error *error)
{
	struct wt_index *ix = NULL;
	bool extracted = !j->articles;

	if (wt_index_open(j->path, &ix, NULL) == WT_OK)
		extracted = wt_store_extracted(wt_index_meta(ix));
	wt_index_close(ix);
	j->mixed = extracted == j->articles;
	if (!j->mixed)
		return wt_error_set(error, WT_EVERSION, 0, "%s was made with other dictionaries or another "
		    "version of warta; --rebuild makes it anew from the articles", j->path);
	return wt_error_set(error, WT_EINVAL, 0, extracted ?
	    "%s was made with extraction and grows without --no-extract; --rebuild makes it anew" :
	    "%s was made with --no-extract and grows with it; --rebuild makes it anew", j->path);
}

static uint64_t
read_in_all(const struct job *j)
{
	return j->added + j->replaced + j->kept;
}

static int
open_all(struct job *j, struct wt_error *error)
{
	struct wt_build_options options = { .threads = j->threads, .anew = j->rebuild,
	    .memory = j->memory };
	struct wt_arena arena = { 0 };
	int code = cmd_dict_open(j->overlay, &j->dict, error);

	if (code != WT_OK)
		return code;
	options.meta = wt_store_rules(j->dict, !j->articles, &arena);
	code = wt_build_open(j->path, &options, &j->build, error);
	wt_arena_free(&arena);
	if (code == WT_EVERSION)
		return refuse(j, error);
	if (code == WT_OK && (j->storers = calloc(j->threads, sizeof *j->storers)) == NULL)
		code = wt_error_set(error, WT_ENOMEM, 0, "memory ran out");
	for (unsigned i = 0; i < j->threads && code == WT_OK; i++)
		code = wt_storer_open(j->dict, &j->storers[i], error);
	return code;
}

/* What workers know of words, 20 MB each, is of no use to a commit. */
static void
close_storers(struct job *j)
{
	for (unsigned i = 0; j->storers != NULL && i < j->threads; i++)
		wt_storer_close(j->storers[i]);
	free(j->storers);
	j->storers = NULL;
}

static void
close_all(struct job *j)
{
	close_storers(j);
	wt_build_close(j->build);
	cmd_dict_close(j->dict);
}

/* All was read, or the user has stopped it. */
static int
finish(struct job *j, size_t skipped, struct wt_error *error)
{
	int code = WT_OK;

	/* Half an index is not put in the place of a whole one. */
	if (j->rebuild && j->stopped)
		return wt_build_keep(j->build, error);
	/* Nor must a name that was mistyped cost the index. */
	if ((j->rebuild || j->prune) && !j->stopped && read_in_all(j) == 0)
		return wt_error_set(error, WT_ENOENT, 0, "no article was read; %s stays as it is", j->path);
	/* What could not be read may be there all the same. */
	if (j->prune && skipped > 0)
		cmd_warn("index", "nothing is taken out, since some inputs were skipped");
	else if (j->prune && !j->stopped)
		code = wt_build_prune(j->build, &j->pruned, error);
	return code == WT_OK ? wt_build_commit(j->build, error) : code;
}

static int
fill(struct job *j, struct wt_skips *skips, struct wt_error *error)
{
	struct progress progress;
	const atomic_bool *stop = stop_listen("index");
	struct wt_pipeline p = { .dict = j->dict, .threads = j->threads, .skips = skips,
	    .flags = j->articles ? WT_EXTRACT_ARTICLE : 0,
	    .sink = { .context = j, .wanted = wanted, .prepare = prepare },
	    .stop = stop, .progress = progress_tell, .progress_context = &progress };
	int code;

	if (wt_build_recovered(j->build) > 0 && !j->quiet)
		cmd_warn("index", "going on from a run that was broken off: %llu articles of it are kept",
		    (unsigned long long)wt_build_recovered(j->build));
	progress_open(&progress, "index", &j->inputs.names, j->quiet);
	skips->tell = progress_skip;
	skips->context = &progress;
	code = wt_pipeline_run(&p, &j->inputs, error);
	j->stopped = atomic_load(stop);
	close_storers(j);
	progress_close(&progress);
	return code == WT_OK ? finish(j, skips->count, error) : code;
}

static int
tell_stopped(const struct job *j)
{
	if (j->rebuild)
		cmd_warn("index", "stopped: %llu articles are kept, from which the same command goes on; "
		    "%s stays as it is until then", (unsigned long long)read_in_all(j), j->path);
	else
		cmd_warn("index", "stopped: %llu articles added, %llu replaced, %llu unchanged; the same "
		    "command goes on from there", (unsigned long long)j->added,
		    (unsigned long long)j->replaced, (unsigned long long)j->kept);
	return stop_status();
}

static int
run(struct job *j)
{
	struct wt_error error = { 0 };
	struct wt_skips skips = { 0 };
	size_t skipped;
	int code = open_all(j, &error);

	if (code == WT_OK)
		code = fill(j, &skips, &error);
	close_all(j);
	skipped = skips.count;
	wt_skips_free(&skips);
	if (code != WT_OK)
		return j->mixed ? cmd_fail("index", &error) : cmd_fail_run("index", &error);
	if (j->stopped)
		return tell_stopped(j);
	if (!j->quiet && j->prune)
		cmd_warn("index", "%llu articles added, %llu replaced, %llu unchanged, %llu taken out, "
		    "%zu skipped", (unsigned long long)j->added, (unsigned long long)j->replaced,
		    (unsigned long long)j->kept, (unsigned long long)j->pruned, skipped);
	else if (!j->quiet)
		cmd_warn("index", "%llu articles added, %llu replaced, %llu unchanged, %zu skipped",
		    (unsigned long long)j->added, (unsigned long long)j->replaced,
		    (unsigned long long)j->kept, skipped);
	return skipped > 0 ? CMD_SKIPPED : CMD_OK;
}

/* -1: go on; else the exit status. */
static int
take_option(struct job *j, char **argv, int c)
{
	int status;

	switch (c) {
	case 'd':
		j->path = optarg;
		return -1;
	case 'D':
		j->overlay = optarg;
		return -1;
	case 'R':
		j->rebuild = true;
		return -1;
	case 'P':
		j->prune = true;
		return -1;
	case 'E':
		j->articles = true;
		return -1;
	case 'q':
		j->quiet = true;
		return -1;
	case 'j':
		return cmd_number(optarg, 1, 64, &j->threads) ? -1 :
		    cmd_usage("index", "-j takes a number from 1 to 64, not '%s'", optarg);
	case 'M':
		if (cmd_size(optarg, &j->memory) && j->memory >= MEMORY_LEAST)
			return -1;
		return cmd_usage("index", "--memory takes a size of at least 1M, such as 512M or 2G, "
		    "not '%s'", optarg);
	case 'h':
		speak_help(usage_of("index"));
		return CMD_OK;
	default:
		status = inputs_take(&j->inputs, "index", c, optarg);
		if (status >= 0)
			return status == CMD_OK ? -1 : status;
		return cmd_mistake("index", usage_of("index"), argv, c);
	}
}

int
cmd_index(int argc, char **argv)
{
	static const struct option options[] = { { "dict", required_argument, NULL, 'D' },
	    { "index", required_argument, NULL, 'd' }, { "jobs", required_argument, NULL, 'j' },
	    { "quiet", no_argument, NULL, 'q' }, { "rebuild", no_argument, NULL, 'R' },
	    { "prune", no_argument, NULL, 'P' }, { "no-extract", no_argument, NULL, 'E' },
	    { "memory", required_argument, NULL, 'M' }, { "help", no_argument, NULL, 'h' }, INPUTS_OPTIONS,
	    { 0 } };
	struct job j = { .threads = wt_processors() };
	int c, status;

	while ((c = getopt_long(argc, argv, "d:j:qhv", options, NULL)) != -1)
		if ((status = take_option(&j, argv, c)) >= 0)
			return status;
	if ((status = inputs_names(&j.inputs, "index", &argv[optind], argc - optind)) != CMD_OK)
		return status;
	j.path = cmd_index_path(j.path);
	return run(&j);
}
