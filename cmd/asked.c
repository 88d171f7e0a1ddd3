/* asked.c - the options and the end of every question, behind asked.h. */
#include "cmd/asked.h"
#include "cmd/pager.h"
#include "cmd/speak.h"

#include <stdio.h>

static int
end(struct asked *a, int status)
{
	a->status = status;
	return 0;
}

int
asked_next(struct asked *a, int argc, char **argv, const char *letters, const struct option *options)
{
	char all[32];
	int c = 0;

	snprintf(all, sizeof all, "d:hqv%s", letters);
	a->status = -1;
	for (;;) {
		if (a->bad)
			return end(a, cmd_mistake(a->command, a->usage, argv, c));
		switch (c = getopt_long(argc, argv, all, options, NULL)) {
		case -1:
			return 0;
		case 'h':
			speak_help(a->usage);
			return end(a, CMD_OK);
		case 'd': a->path = optarg; break;
		case 'D': a->overlay = optarg; break;
		case 'f': a->bad = !report_format_named(optarg, &a->format); break;
		case 'J': a->format = REPORT_JSON; break;
		case 'K': a->keep_copies = true; break;
		case 'P': a->no_pager = true; break;
		case 'q': a->quiet = true; break;
		case 'v': break;
		case '?':
			return end(a, cmd_mistake(a->command, a->usage, argv, c));
		default:
			return c;
		}
	}
}

void
asked_pager(struct asked *a)
{
	a->format = report_format_resolve(a->format);
	if (!a->no_pager && a->format == REPORT_TABLE)
		pager_open();
}

int
asked_open(const struct asked *a, struct opened *o)
{
	int status = cmd_index_open(a->command, a->path, a->overlay, o);

	o->keep_copies = a->keep_copies;
	return status;
}

int
asked_status(const struct asked *a, struct opened *o, struct wt_span query, int code,
    bool found, struct wt_error *error)
{
	if (code == WT_OK)
		return found ? CMD_OK : CMD_NOTHING;
	/* An error without words is one of what was read, which the index can tell. */
	if (error->code == 0 && wt_index_error(o->index, error) == WT_OK)
		wt_error_set(error, code, 0, "%s", wt_strerror(code));
	o->told = true;
	return cmd_query_fail(a->command, query, error);
}

int
asked_close(const struct asked *a, struct opened *o, int status)
{
	if (status == CMD_NOTHING && !o->told)
		cmd_warn(a->command, "nothing found");
	cmd_index_close(o);
	return status;
}
