/*
 * stem.c - `warta stem`: lines of words in, lines of their roots out.
 */
#include "base/map.h"
#include "cmd/cmd.h"
#include "cmd/speak.h"
#include "cmd/usages.h"
#include "stem/words.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/types.h>

struct options {
	enum wt_stem_mode mode;
	const char *roots, *explain;
	bool pairs;
};

/* What a run holds; released by close_all. */
struct stem_run {
	struct wt_map map;              /* of --roots */
	struct wt_buf block;            /* compiled from it */
	struct wt_dict *dict;
	struct wt_stemmer *stemmer;
	struct wt_arena arena;          /* of one line */
	struct wt_buf out;              /* of one line */
};

/* The value of an option written as --name VALUE or --name=VALUE; NULL if it is another option. */
static const char *
value_of(const char *name, int argc, char **argv, int *i, bool *missing)
{
	size_t len = strlen(name);

	if (strncmp(argv[*i], name, len) != 0)
		return NULL;
	if (argv[*i][len] == '=')
		return argv[*i] + len + 1;
	if (argv[*i][len] != '\0')
		return NULL;
	if (*i + 1 >= argc) {
		*missing = true;
		return NULL;
	}
	return argv[++*i];
}

/* CMD_OK to go on; *done: nothing is left to do. */
static int
parse_options(struct options *o, int argc, char **argv, bool *done)
{
	bool missing = false;

	for (int i = 1; i < argc && !missing; i++) {
		const char *name = argv[i], *value;

		if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0) {
			speak_help(usage_of("stem"));
			*done = true;
			return CMD_OK;
		}
		if (strcmp(name, "--pairs") == 0) {
			o->pairs = true;
		} else if ((value = value_of("--mode", argc, argv, &i, &missing)) != NULL) {
			if (wt_stem_mode_named(wt_span_of(value), &o->mode) != WT_OK)
				return cmd_usage("stem", "no mode is called \"%s\"", value);
		} else if ((value = value_of("--roots", argc, argv, &i, &missing)) != NULL) {
			o->roots = value;
		} else if ((value = value_of("--explain", argc, argv, &i, &missing)) != NULL) {
			o->explain = value;
		} else if (missing) {
			return cmd_usage("stem", "%s needs a value", name);
		} else {
			return cmd_usage("stem", "unknown argument \"%s\"", name);
		}
	}
	return CMD_OK;
}

/* The block of roots: from --roots, or the section of the dictionary. */
static int
find_block(struct stem_run *run, const struct options *o, struct wt_span *block,
    struct wt_error *error)
{
	struct wt_stem_sources sources = { .roots = { .name = o->roots } };
	int err;

	*block = wt_span_make(NULL, 0);
	if (o->mode == WT_STEM_SNOWBALL || o->mode == WT_STEM_NONE)
		return WT_OK;
	if (o->roots != NULL) {
		if ((err = wt_map_open(&run->map, o->roots, error)) != WT_OK)
			return err;
		sources.roots.text = run->map.bytes;
		if ((err = wt_stem_compile(&sources, &run->block, error)) == WT_OK)
			*block = wt_buf_span(&run->block);
		return err;
	}
	if ((err = cmd_dict_open(NULL, &run->dict, error)) != WT_OK)
		return err;
	*block = wt_dict_section(run->dict, "ROOT");
	if (block->len == 0)
		return wt_error_set(error, WT_ENOENT, 0, "the dictionary holds no roots");
	return WT_OK;
}

static void
close_all(struct stem_run *run)
{
	wt_stemmer_close(run->stemmer);
	wt_arena_free(&run->arena);
	wt_buf_free(&run->block);
	wt_buf_free(&run->out);
	if (run->dict != NULL)
		cmd_dict_close(run->dict);
	wt_map_close(&run->map);
}

/* Stem one line. */
static int
stem_line(struct stem_run *run, const struct options *o, struct wt_span line)
{
	struct wt_stem_words words;
	struct wt_span word, stem;
	int err;

	wt_arena_reset(&run->arena);
	wt_buf_clear(&run->out);
	if ((err = wt_stem_words_open(&words, o->mode, line, &run->arena)) != WT_OK)
		return err;
	while (wt_stem_words_next(&words, &word)) {
		if ((err = wt_stem(run->stemmer, word, 0, &stem)) != WT_OK)
			return err;
		if (o->pairs) {
			wt_buf_putspan(&run->out, word);
			wt_buf_putc(&run->out, '\t');
		} else if (run->out.len > 0) {
			wt_buf_putc(&run->out, ' ');
		}
		wt_buf_putspan(&run->out, stem);
		if (o->pairs)
			wt_buf_putc(&run->out, '\n');
	}
	if (!o->pairs)
		wt_buf_putc(&run->out, '\n');
	if (run->out.err == WT_OK && run->out.len > 0)
		fwrite(run->out.at, 1, run->out.len, stdout);
	return run->out.err;
}

static int
stem_lines(struct stem_run *run, const struct options *o)
{
	char *line = NULL;
	size_t cap = 0;
	ssize_t len;
	int err = WT_OK;

	while (err == WT_OK && (len = getline(&line, &cap, stdin)) >= 0) {
		if (len > 0 && line[len - 1] == '\n')
			len--;
		err = stem_line(run, o, wt_span_make(line, (size_t)len));
		if (ferror(stdout))
			break;
	}
	free(line);
	if (err != WT_OK)
		cmd_warn("stem", "%s", wt_strerror(err));
	else if (ferror(stdin))
		cmd_warn("stem", "cannot read: %s", strerror(errno));
	else
		return CMD_OK;
	return CMD_FAILURE;
}

/* One step as a line: the word, a star if it is a root, and the rule. */
static void
print_step(void *user, const char *rule, struct wt_span word, bool root)
{
	(void)user;
	printf("  %.*s\t%s\t%s%s\n", (int)word.len, word.at, root ? "*" : "",
	    *rule >= '0' && *rule <= '9' ? "rule " : "", rule);
}

static int
explain(struct stem_run *run, const struct options *o)
{
	const struct wt_stem_trace trace = { .step = print_step };
	struct wt_stem_words words;
	struct wt_span word, stem;
	int err = wt_stem_words_open(&words, o->mode, wt_span_of(o->explain), &run->arena);

	while (err == WT_OK && wt_stem_words_next(&words, &word)) {
		printf("%.*s\n", (int)word.len, word.at);
		if ((err = wt_stem_explain(run->stemmer, word, &trace, &stem)) == WT_OK)
			printf("= %.*s\n", (int)stem.len, stem.at);
	}
	if (err != WT_OK)
		cmd_warn("stem", "%s", wt_strerror(err));
	return err == WT_OK ? CMD_OK : CMD_FAILURE;
}

int
cmd_stem(int argc, char **argv)
{
	struct options o = { .mode = WT_STEM_WARTA };
	struct stem_run run = { .dict = NULL };
	struct wt_error error = { .code = WT_OK };
	struct wt_span block;
	bool done = false;
	int status = parse_options(&o, argc, argv, &done);

	if (status != CMD_OK || done)
		return done ? cmd_finish("stem", status) : status;
	if (find_block(&run, &o, &block, &error) != WT_OK ||
	    wt_stemmer_open(block, o.mode, &run.stemmer, &error) != WT_OK)
		status = cmd_fail("stem", &error);
	else
		status = o.explain != NULL ? explain(&run, &o) : stem_lines(&run, &o);
	close_all(&run);
	return cmd_finish("stem", status);
}
