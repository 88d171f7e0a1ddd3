/* mistake.c - what is wrong with an option, and what its help says. */
#include "cmd/cmd.h"
#include "cmd/speak.h"

#include <ctype.h>
#include <getopt.h>
#include <stdio.h>
#include <string.h>

#define NAME 60                 /* bytes of an option in a message */
#define COLUMN 30               /* where an option stands in the lines of help, at most */

/* The option that getopt has just looked at, without a value: "--format" or "-n". */
static void
name_option(char *const *argv, int c, char *name)
{
	const char *last = argv[optind - 1], *option = last;
	int length;

	/* Its value may be an argument of its own. */
	if (c != '?' && optarg == last)
		option = argv[optind - 2];
	if (c == '?' && optopt != 0 && strncmp(last, "--", 2) != 0)
		snprintf(name, NAME, "-%c", isprint(optopt) ? optopt : '?');
	else if (strncmp(option, "--", 2) != 0)
		snprintf(name, NAME, "%.2s", option);
	else {
		length = (int)strcspn(option, "=");
		snprintf(name, NAME, "%.*s", length < NAME ? length : NAME, option);
	}
}

/* Does a line of help begin with this option? */
static bool
is_about(struct wt_span line, const char *name)
{
	size_t len = strlen(name);

	for (size_t i = 2; i < COLUMN && i + len <= line.len; i++) {
		char before = line.at[i - 1], behind = i + len < line.len ? line.at[i + len] : ' ';

		if (before == ' ' && (behind == ' ' || behind == ',') && memcmp(line.at + i, name, len) == 0 &&
		    (line.at[2] == '-' || line.at[2] == ' '))
			return true;
	}
	return false;
}

/* The lines of help about an option, to `out` unless it is NULL; false if there are none. */
static bool
put_help(FILE *out, const char *usage, const char *name)
{
	struct wt_span rest = wt_span_of(usage), line;
	bool found = false, done = false;

	while (!done && wt_span_cut(&rest, '\n', &line)) {
		size_t blank = 0;

		while (blank < line.len && line.at[blank] == ' ')
			blank++;
		if (found)
			done = blank < 8 || line.at[blank] == '-';
		else if (wt_span_starts(line, WT_SPAN("  ")))
			found = is_about(line, name);
		if (found && !done && out != NULL)
			fprintf(out, "%.*s\n", (int)line.len, line.at);
	}
	return found;
}

int
cmd_mistake(const char *command, const char *usage, char *const *argv, int c)
{
	char name[NAME];
	bool known;

	usage = speak(usage);
	name_option(argv, c, name);
	/* A long option that lacks its value, or has one that it does not take, is told by its letter. */
	known = put_help(NULL, usage, name) || (strncmp(name, "--", 2) == 0 && optopt != 0);
	if (c != '?')
		cmd_warn(command, "'%s' is not a value that %s can take", optarg, name);
	else if (known && strchr(argv[optind - 1], '=') != NULL)
		cmd_warn(command, "%s takes no value", name);
	else if (known)
		cmd_warn(command, "%s needs a value", name);
	else
		cmd_warn(command, "there is no option %s", name);
	put_help(stderr, usage, name);
	fprintf(stderr, speak("`warta %s --help` shows how it is used\n"), command);
	return CMD_USAGE;
}
