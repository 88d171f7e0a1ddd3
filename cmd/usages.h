/* usages.h - the texts of --help of commands that are in another program. */
#ifndef WT_CMD_USAGES_H
#define WT_CMD_USAGES_H

/* NULL for a command that is in `warta` itself. */
const char *usage_of(const char *command);

#endif
