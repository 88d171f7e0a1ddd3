/* elsewhere.c - subcommands in other programs: beside this one, or installed in libexec. */
#include "cmd/cmd.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

/* Become the first of the places, relative to this program's folder. */
static int
become(const char *const *places, char **argv)
{
	char path[4096];

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

	(void)argc;
	return become(places, argv);
}

int
cmd_server(int argc, char **argv)
{
	static const char *const places[] = { "/warta-server", "/../libexec/warta-server", NULL };

	(void)argc;
	return become(places, argv);
}
