/* input.c - warta-input: the subcommands that read articles or texts.  `warta` runs it, not people. */
#include "cmd/cmd.h"

#include <stdio.h>
#include <string.h>

static const struct {
	const char *name;
	int (*run)(int, char **);
} commands[] = {
	{ "extract", cmd_extract },
	{ "index", cmd_index },
	{ "eval", cmd_eval },
	{ "stem", cmd_stem },
	{ "tag", cmd_tag },
	{ "tokens", cmd_tokens },
	{ "dates", cmd_dates },
};

int
main(int argc, char **argv)
{
	cmd_begin();
	cmd_return_memory();
	for (size_t i = 0; argc > 0 && i < sizeof commands / sizeof commands[0]; i++)
		if (strcmp(argv[0], commands[i].name) == 0)
			return cmd_finish(argv[0], commands[i].run(argc, argv));
	fputs("warta-input: `warta` runs this program\n", stderr);
	return CMD_USAGE;
}
