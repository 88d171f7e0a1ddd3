/*
 * stop.h - end in order when the user, or the system, asks for it.
 *
 * The first SIGINT or SIGTERM sets a flag, and a line on stderr says so; the second ends
 * the program at once.  Where SIGINT is ignored, as in the background, it stays so.
 */
#ifndef WT_CMD_STOP_H
#define WT_CMD_STOP_H

#include <stdatomic.h>

/* From now on; the flag stays false where nothing comes. */
const atomic_bool *stop_listen(const char *command);

/* The exit status of a program that was stopped: 128 and the number of the signal. */
int stop_status(void);

#endif
