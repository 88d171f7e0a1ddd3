/* eval.c - `warta eval`: extraction against articles annotated by hand. */
#include "cmd/cmd.h"
#include "cmd/speak.h"
#include "cmd/usages.h"
#include "cmd/inputs.h"
#include "cmd/progress.h"
#include "base/map.h"
#include "ingest/score.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LEASTS 16

struct job {
	const char *gold_path, *overlay, *listed;
	const char *leasts[LEASTS];     /* KIND=F1 */
	size_t nleasts;
	struct wt_inputs inputs;
	unsigned threads;
	struct wt_gold *gold;
};

static int
prepare(void *context, unsigned worker, const struct wt_result *r, struct wt_error *error)
{
	(void)context;
	(void)worker;
	(void)r;
	(void)error;
	return WT_OK;
}

static int
commit(void *context, unsigned worker, const struct wt_result *r, struct wt_error *error)
{
	struct job *j = context;
	int code = wt_gold_compare(j->gold, r->facts);

	(void)worker;
	return code == WT_OK ? code : wt_error_set(error, code, 0, "%s", wt_strerror(code));
}

static void
print_difference(void *context, struct wt_span article, const char *kind, bool missed,
    struct wt_span answer)
{
	const struct job *j = context;

	if (strcmp(kind, j->listed) == 0)
		printf("%.*s: %s %.*s\n", (int)article.len, article.at, missed ? "missed" : "extra ",
		    (int)answer.len, answer.at);
}

/* The least F1 that was asked for a kind, or below 0. */
static const char *
least_of(const struct job *j, const char *kind)
{
	size_t len = strlen(kind);

	for (size_t i = 0; i < j->nleasts; i++)
		if (strncmp(j->leasts[i], kind, len) == 0 && j->leasts[i][len] == '=')
			return j->leasts[i] + len + 1;
	return NULL;
}

static int
print_scores(const struct job *j)
{
	size_t count;
	const struct wt_score *s = wt_gold_scores(j->gold, &count);
	int bad = 0;

	printf("%-14s %5s %5s %5s  %5s %5s %5s\n", "kind", "gold", "found", "right", "P", "R", "F1");
	for (; count > 0; count--, s++) {
		double p = s->found > 0 ? (double)s->right / (double)s->found : 0;
		double r = s->gold > 0 ? (double)s->right / (double)s->gold : 0;
		double f = p + r > 0 ? 2 * p * r / (p + r) : 0;
		const char *least = least_of(j, s->kind);
		bool low = least != NULL && f < strtod(least, NULL);

		printf("%-14s %5llu %5llu %5llu  %5.3f %5.3f %5.3f%s%s\n", s->kind,
		    (unsigned long long)s->gold, (unsigned long long)s->found,
		    (unsigned long long)s->right, p, r, f, low ? " < " : "", low ? least : "");
		bad += low;
	}
	return bad;
}

static void
print_absent(const struct wt_span *ids, size_t absent, size_t room)
{
	printf("articles absent from the tables: %zu [", absent);
	for (size_t i = 0; i < absent && i < room; i++)
		printf("%s'%.*s'", i > 0 ? ", " : "", (int)ids[i].len, ids[i].at);
	printf("]\n");
}

static int
compare(struct job *j, struct wt_skips *skips, struct wt_error *error)
{
	struct progress progress;
	struct wt_dict *dict = NULL;
	struct wt_pipeline p = { .threads = j->threads, .skips = skips,
	    .sink = { .context = j, .prepare = prepare, .commit = commit },
	    .progress = progress_tell, .progress_context = &progress };
	int code = cmd_dict_open(j->overlay, &dict, error);

	p.dict = dict;
	progress_open(&progress, "eval", &j->inputs.names, true);
	skips->tell = progress_skip;
	skips->context = &progress;
	if (code == WT_OK)
		code = wt_pipeline_run(&p, &j->inputs, error);
	progress_close(&progress);
	cmd_dict_close(dict);
	return code;
}

static int
open_gold(struct job *j, struct wt_error *error)
{
	struct wt_map map;
	struct wt_error inner = { 0 };
	int code = wt_map_open(&map, j->gold_path, error);

	if (code != WT_OK)
		return code;
	code = wt_gold_open(map.bytes, &j->gold, &inner);
	wt_map_close(&map);
	if (code != WT_OK)
		return wt_error_set(error, code, inner.offset, "%s: %s", j->gold_path, inner.text);
	if (j->listed != NULL)
		wt_gold_listen(j->gold, print_difference, j);
	return WT_OK;
}

static int
run(struct job *j)
{
	struct wt_error error = { 0 };
	struct wt_skips skips = { 0 };
	struct wt_span ids[5];
	size_t absent = 0;
	int code = open_gold(j, &error), status = CMD_OK;

	if (code == WT_OK)
		code = compare(j, &skips, &error);
	if (code == WT_OK && (code = wt_gold_finish(j->gold, &absent, ids, 5)) != WT_OK)
		wt_error_set(&error, code, 0, "%s", wt_strerror(code));
	if (code == WT_OK) {
		if (absent > 0)
			print_absent(ids, absent, 5);
		if (print_scores(j) > 0 || absent > 0)
			status = CMD_NOTHING;
		else if (skips.count > 0)
			status = CMD_SKIPPED;
	}
	wt_gold_close(j->gold);
	wt_skips_free(&skips);
	return code == WT_OK ? status : cmd_fail_run("eval", &error);
}

int
cmd_eval(int argc, char **argv)
{
	static const struct option options[] = { { "gold", required_argument, NULL, 'g' },
	    { "list", required_argument, NULL, 'l' }, { "min", required_argument, NULL, 'm' },
	    { "dict", required_argument, NULL, 'D' }, { "jobs", required_argument, NULL, 'j' },
	    { "help", no_argument, NULL, 'h' }, INPUTS_OPTIONS, { 0 } };
	struct job j = { .threads = wt_processors() };
	int c, status;

	while ((c = getopt_long(argc, argv, "j:hqv", options, NULL)) != -1) {
		if (c == 'h') {
			speak_help(usage_of("eval"));
			return CMD_OK;
		} else if (c == 'g') {
			j.gold_path = optarg;
		} else if (c == 'l') {
			j.listed = optarg;
		} else if (c == 'm' && j.nleasts < LEASTS) {
			j.leasts[j.nleasts++] = optarg;
		} else if (c == 'D') {
			j.overlay = optarg;
		} else if (c == 'j') {
			if (!cmd_number(optarg, 1, 64, &j.threads))
				return cmd_usage("eval", "-j takes a number from 1 to 64, not '%s'", optarg);
		} else if ((status = inputs_take(&j.inputs, "eval", c, optarg)) > CMD_OK) {
			return status;
		} else if (status < 0 && c != 'q') {
			return cmd_mistake("eval", usage_of("eval"), argv, c);
		}
	}
	if (j.gold_path == NULL)
		return cmd_usage("eval", "--gold FILE is needed");
	if ((status = inputs_names(&j.inputs, "eval", &argv[optind], argc - optind)) != CMD_OK)
		return status;
	return run(&j);
}
