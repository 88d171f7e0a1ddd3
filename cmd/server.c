/* server.c - warta-server: the subcommand serve.  `warta` runs it, not people. */
#include "cmd/cmd.h"

int
main(int argc, char **argv)
{
	cmd_begin();
	return cmd_finish("serve", cmd_serve(argc, argv));
}
