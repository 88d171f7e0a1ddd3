/* inputs.h - which articles a command reads, and how: options that several commands share. */
#ifndef WT_CMD_INPUTS_H
#define WT_CMD_INPUTS_H

#include "ingest/input.h"

#include <getopt.h>

/* Rows for the table of getopt_long; but for v the letters are no short options. */
#define INPUTS_OPTIONS \
	{ "columns", required_argument, NULL, 'C' }, \
	{ "files-from", required_argument, NULL, 'F' }, \
	{ "null", no_argument, NULL, '0' }, \
	{ "verbose", no_argument, NULL, 'v' }

/*
 * Take an option that getopt gave: CMD_OK, CMD_USAGE after a message, or -1 if it is
 * none of these.
 */
int inputs_take(struct wt_inputs *inputs, const char *command, int c, const char *value);

/* The names behind the options: CMD_OK, or CMD_USAGE after a message. */
int inputs_names(struct wt_inputs *inputs, const char *command, char **names, int count);

#endif
