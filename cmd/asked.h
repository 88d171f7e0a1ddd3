/*
 * asked.h - what every question to an index has: which one, how the answer is to be
 * written, and how it ends.
 *
 * A command has these options beside its own:
 *
 *      asked_next      one of its own options at a time; those of all are taken here
 *      asked_pager     the format settled, and the pager if it is a table
 *      asked_open, asked_status, asked_close
 *                      the index, the exit status of an answer, and the end
 */
#ifndef WT_CMD_ASKED_H
#define WT_CMD_ASKED_H

#include "cmd/open.h"
#include "cmd/report.h"

#include <getopt.h>

struct asked {
	const char *command, *usage;    /* for messages and --help */
	const char *path, *overlay;     /* of the index, of dictionaries; NULL: the default, none */
	enum report_format format;
	bool keep_copies, quiet;
	bool no_pager;
	bool bad;                       /* set by the command: its option does not take this value */
	int status;                     /* the exit status where asked_next ended early, else -1 */
};

/* In the table of getopt_long, behind the command's own: of one name the first counts. */
#define ASKED_OPTIONS \
	{ "index", required_argument, NULL, 'd' }, { "dict", required_argument, NULL, 'D' }, \
	{ "format", required_argument, NULL, 'f' }, { "json", no_argument, NULL, 'J' }, \
	{ "keep-duplicates", no_argument, NULL, 'K' }, { "no-pager", no_argument, NULL, 'P' }, \
	{ "quiet", no_argument, NULL, 'q' }, { "help", no_argument, NULL, 'h' }, { 0 }

/*
 * The letter of the next option that is the command's own, with its value in optarg; 0
 * behind the last.  `letters` holds the command's letters beside "d:hqv".  The status is
 * then -1, or that of --help or of a mistake, which has been told.
 */
int asked_next(struct asked *a, int argc, char **argv, const char *letters,
    const struct option *options);

/* Settle the format, and send what is a table through the pager. */
void asked_pager(struct asked *a);

/* Open the index that is meant: CMD_OK, or the exit status after a message. */
int asked_open(const struct asked *a, struct opened *o);

/* The exit status of an answer: CMD_NOTHING if nothing was found; an error has been told. */
int asked_status(const struct asked *a, struct opened *o, struct wt_span query, int code,
    bool found, struct wt_error *error);

/* Close the index, and say so if nothing was found.  Gives the status back. */
int asked_close(const struct asked *a, struct opened *o, int status);

#endif
