/* elsewhere.c - subcommands that are in other programs: beside this one, or installed in libexec. */
#include "cmd/cmd.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

int
cmd_input(int argc, char **argv)
{
	static const char *const places[] = { "/warta-input", "/../libexec/warta-input", NULL };
	char path[4096];

	(void)argc;
	if (!cmd_beside_program(places, path, sizeof path)) {
		cmd_warn(argv[0], "the program warta-input is not beside this one");
		return CMD_FAILURE;
	}
	execv(path, argv);
	cmd_warn(argv[0], "%s: %s", path, strerror(errno));
	return CMD_FAILURE;
}
