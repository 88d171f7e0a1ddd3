/* elsewhere.c - subcommands in other programs: beside this one, or installed in libexec. */
#include "cmd/cmd.h"
#include "cmd/speak.h"
#include "cmd/usages.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

/* Answer --help, else become the first of the places, relative to this program's folder. */
static int
become(const char *const *places, int argc, char **argv)
{
	char path[4096];

	/* The libraries of that program take longer to load than this page to read. */
	if (argc == 2 && (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0)) {
		speak_help(usage_of(argv[0]));
		return CMD_OK;
	}
	if (!cmd_beside_program(places, path, sizeof path)) {
		cmd_warn(argv[0], "the program %s is not beside this one", places[0] + 1);
		return CMD_FAILURE;
	}
	execv(path, argv);
	cmd_warn(argv[0], "%s: %s", path, strerror(errno));
	return CMD_FAILURE;
}

int
cmd_input(int argc, char **argv)
{
	static const char *const places[] = { "/warta-input", "/../libexec/warta-input", NULL };

	return become(places, argc, argv);
}

int
cmd_server(int argc, char **argv)
{
	static const char *const places[] = { "/warta-server", "/../libexec/warta-server", NULL };

	return become(places, argc, argv);
}
