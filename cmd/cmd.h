/*
 * cmd.h - what every subcommand shares.
 *
 * A subcommand is a file of its own with one function, which gets its own name
 * in argv[0] and returns the exit status.  To add one: write cmd/<name>.c,
 * declare it here, and add a row to the table in main.c.  One that reads articles
 * or texts has its function in the table of input.c, and cmd_input in that of main.c.
 */
#ifndef WT_CMD_CMD_H
#define WT_CMD_CMD_H

#include "base/err.h"
#include "dict/dict.h"

#include <stdbool.h>
#include <stddef.h>

enum cmd_status {
	CMD_OK = 0,
	CMD_NOTHING = 1,        /* nothing found, or damage found by verify */
	CMD_USAGE = 2,          /* wrong usage */
	CMD_SKIPPED = 3,        /* finished, but some inputs were skipped */
	CMD_FAILURE = 4
};

/* Run the program warta-input or warta-server, which has this subcommand; they return if they cannot. */
int cmd_input(int argc, char **argv);
int cmd_server(int argc, char **argv);

int cmd_eval(int argc, char **argv);
int cmd_extract(int argc, char **argv);
int cmd_serve(int argc, char **argv);
int cmd_show(int argc, char **argv);
int cmd_merge(int argc, char **argv);
int cmd_export(int argc, char **argv);
int cmd_timeline(int argc, char **argv);
int cmd_facets(int argc, char **argv);
int cmd_dump(int argc, char **argv);
int cmd_stats(int argc, char **argv);
int cmd_verify(int argc, char **argv);
int cmd_programmes(int argc, char **argv);
int cmd_regions(int argc, char **argv);
int cmd_search(int argc, char **argv);
int cmd_collocates(int argc, char **argv);
int cmd_network(int argc, char **argv);
int cmd_kwic(int argc, char **argv);
int cmd_index(int argc, char **argv);
int cmd_dates(int argc, char **argv);
int cmd_dict(int argc, char **argv);
int cmd_stem(int argc, char **argv);
int cmd_tag(int argc, char **argv);
int cmd_tokens(int argc, char **argv);

/* What a program does first: signals and the language of messages. */
void cmd_begin(void);

/*
 * For commands that work through much in phases: let buffers of 256 KB or more go back to the
 * system when they are freed.  Left to itself, the C library soon keeps those of up to 32 MB,
 * between small ones that stay.
 */
void cmd_return_memory(void);

/* "warta COMMAND: ..." on stderr, one line. */
void cmd_warn(const char *command, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The same with a pointer to --help; returns CMD_USAGE. */
int cmd_usage(const char *command, const char *format, ...) __attribute__((format(printf, 2, 3)));

/*
 * Tell what is wrong with the option that getopt has just given as `c`, by `usage`, the help of the
 * command: '?' is one that is not known or lacks its value, any other one whose value in optarg
 * cannot be.  With what the help says of it; returns CMD_USAGE.
 */
int cmd_mistake(const char *command, const char *usage, char *const *argv, int c);

/* Report an error of the library and return the exit status that fits it. */
int cmd_fail(const char *command, const struct wt_error *error);

/* The same where the error is no fault of the user's wording: CMD_FAILURE. */
int cmd_fail_run(const char *command, const struct wt_error *error);

/* A size of an option in bytes: "512M", "2G", "64000K", or a number; false if it is none. */
bool cmd_size(const char *text, size_t *bytes);

/* A number of an option: false if it is none, or not from least to most. */
bool cmd_number(const char *text, unsigned least, unsigned most, unsigned *number);

/*
 * The first of `places` (relative to the program's folder, "/" in front, ending with
 * NULL) that can be read, as a path in `path`; false if there is none.
 */
bool cmd_beside_program(const char *const *places, char *path, size_t size);

/*
 * Open the compiled dictionary: $WARTA_DICT, else warta.dict beside the program,
 * else the installed one; with `overlay` (may be NULL) the TSV files of that
 * folder are laid over it.  The caller closes it with cmd_dict_close.
 */
int cmd_dict_open(const char *overlay, struct wt_dict **out, struct wt_error *error);
/* The same where no text is searched for phrases: it reads of the file what is asked for. */
int cmd_dict_open_tables(const char *overlay, struct wt_dict **out, struct wt_error *error);

void cmd_dict_close(struct wt_dict *d);

/*
 * Flush and close stdout: CMD_OK, or CMD_FAILURE with a message when what was
 * written got lost (a full disk) or came from a damaged dictionary.  A closed pipe is no
 * failure.
 */
int cmd_finish(const char *command, int status);

#endif
