/*
 * main.c - find the subcommand and run it.
 *
 * Those that read articles or texts, and the server, are in programs of their own, since
 * the libraries they need take longer to load than a search takes in all.
 */
#include "cmd/cmd.h"
#include "cmd/pager.h"
#include "cmd/speak.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static const struct {
	const char *name;
	int (*run)(int, char **);
	const char *does;
} commands[] = {
	{ "extract", cmd_input, "articles in, tables out" },
	{ "index", cmd_input, "articles into an index, new or grown" },
	{ "search", cmd_search, "the best articles for a query" },
	{ "regions", cmd_regions, "which regions pursue what matches" },
	{ "programmes", cmd_programmes, "which programmes they pursue" },
	{ "facets", cmd_facets, "counts by region, programme, year, ..." },
	{ "timeline", cmd_timeline, "counts by day, month or year" },
	{ "kwic", cmd_kwic, "words of a query between the words around them" },
	{ "collocates", cmd_collocates, "words that stand near those of a query" },
	{ "network", cmd_network, "who and what occur together" },
	{ "show", cmd_show, "one article with what was found in it" },
	{ "serve", cmd_server, "a search page for the browser" },
	{ "export", cmd_export, "the tables of extract, from an index" },
	{ "merge", cmd_merge, "one index from several" },
	{ "eval", cmd_input, "extraction against annotated articles" },
	{ "verify", cmd_verify, "check an index" },
	{ "stats", cmd_stats, "sizes and counts of an index" },
	{ "dump", cmd_dump, "a section of an index as text" },
	{ "stem", cmd_input, "words in, their roots out" },
	{ "tag", cmd_input, "text in, its mentions marked out" },
	{ "tokens", cmd_input, "text in, its tokens as CSV out" },
	{ "dates", cmd_input, "text in, its dates as CSV out" },
	{ "dict", cmd_dict, "compile dictionaries" },
};

#define COMMANDS (sizeof commands / sizeof commands[0])

static void
print_help(FILE *out)
{
	fputs(speak("usage: warta COMMAND [ARGUMENT ...]\n\n"
	    "Indonesian news to tables and to an index: who, where, when, and which\n"
	    "regions are pursuing which programmes.\n\ncommands:\n"), out);
	for (size_t i = 0; i < COMMANDS; i++)
		fprintf(out, "  %-12s %s\n", commands[i].name, speak(commands[i].does));
	fputs(speak("\n`warta COMMAND --help` tells more, with examples.\n"), out);
}

/* `warta help COMMAND` is `warta COMMAND --help`. */
static int
help(int argc, char **argv, char **rewritten)
{
	static char option[] = "--help";

	if (argc < 3)
		return 0;
	rewritten[0] = argv[2];
	rewritten[1] = option;
	rewritten[2] = NULL;
	return 2;
}

int
main(int argc, char **argv)
{
	char *rewritten[3];
	int n;

	cmd_begin();
	if (argc < 2) {
		print_help(stderr);
		return CMD_USAGE;
	}
	argc--;
	argv++;
	if (strcmp(argv[0], "--version") == 0 || strcmp(argv[0], "version") == 0) {
		printf("warta %s\n", WT_VERSION);
		return cmd_finish("version", CMD_OK);
	}
	if (strcmp(argv[0], "help") == 0 && (n = help(argc + 1, argv - 1, rewritten)) > 0) {
		argc = n;
		argv = rewritten;
	}
	if (strcmp(argv[0], "--help") == 0 || strcmp(argv[0], "-h") == 0 || strcmp(argv[0], "help") == 0) {
		print_help(stdout);
		return cmd_finish("help", CMD_OK);
	}
	for (size_t i = 0; i < COMMANDS; i++)
		if (strcmp(argv[0], commands[i].name) == 0)
			return pager_close(cmd_finish(argv[0], commands[i].run(argc, argv)));
	fprintf(stderr, speak("warta: no command named '%s'; `warta help` lists them\n"), argv[0]);
	return CMD_USAGE;
}
