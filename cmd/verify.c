/* verify.c - `warta verify`, `warta stats` and `warta dump`: an index from the inside. */
#include "cmd/cmd.h"
#include "cmd/speak.h"
#include "cmd/open.h"
#include "cmd/report.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>

static const char verify_usage[] =
    "usage: warta verify [INDEX]\n"
    "\n"
    "Check an index: checksums, order, counts, and that terms, postings, articles and\n"
    "columns agree.  Each finding is a line.  Exit status 1: damage was found.\n"
    "\n"
    "  -d INDEX    the same as INDEX\n"
    "      --help\n"
    "\n"
    "examples:\n"
    "  warta verify berita.idx\n"
    "  warta verify && echo sound\n";

static const char stats_usage[] =
    "usage: warta stats [INDEX]\n"
    "\n"
    "How much is in an index, and how many bytes each part of it takes.\n"
    "\n"
    "  -d INDEX        the same as INDEX\n"
    "      --format F  table, csv, tsv, json or jsonl; --json for short\n"
    "      --help\n"
    "\n"
    "examples:\n"
    "  warta stats berita.idx\n"
    "  warta stats --json\n";

static const char dump_usage[] =
    "usage: warta dump INDEX [SECTION]\n"
    "\n"
    "A section of an index as text: manifest, segments, documents, terms, postings,\n"
    "columns, streams, copies.  Without one: the first two.\n"
    "\n"
    "  -d INDEX    instead of INDEX\n"
    "      --help\n"
    "\n"
    "examples:\n"
    "  warta dump berita.idx\n"
    "  warta dump berita.idx terms | head\n";

/* The bytes of an index may hold anything: what a terminal would obey becomes '?'. */
static int
print_line(void *context, struct wt_span line)
{
	(void)context;
	for (size_t i = 0; i < line.len; i++)
		putchar((unsigned char)line.at[i] < 0x20 && line.at[i] != '\t' ? '?' : line.at[i]);
	putchar('\n');
	return ferror(stdout);
}

/* -1 or an exit status; the first argument left is the index. */
static int
take(int argc, char **argv, const char *usage, const char **path, enum report_format *format)
{
	static const struct option options[] = { { "index", required_argument, NULL, 'd' },
	    { "format", required_argument, NULL, 'f' }, { "json", no_argument, NULL, 'J' },
	    { "help", no_argument, NULL, 'h' }, { 0 } };
	int c;

	while ((c = getopt_long(argc, argv, "d:hqv", options, NULL)) != -1) {
		if (c == 'h') {
			speak_help(usage);
			return CMD_OK;
		} else if (c == 'd') {
			*path = optarg;
		} else if (c == 'J') {
			*format = REPORT_JSON;
		} else if (c == 'f' && report_format_named(optarg, format)) {
			continue;
		} else if (c != 'q' && c != 'v') {
			return cmd_mistake(argv[0], usage, argv, c);
		}
	}
	if (*path == NULL && optind < argc)
		*path = argv[optind++];
	return -1;
}

int
cmd_verify(int argc, char **argv)
{
	enum report_format format = REPORT_AUTO;
	struct wt_error error = { 0 };
	const char *path = NULL;
	int status = take(argc, argv, verify_usage, &path, &format), code;

	if (status >= 0)
		return status;
	if (optind < argc)
		return cmd_usage("verify", "one index at a time");
	code = wt_index_verify(cmd_index_path(path), print_line, NULL, &error);
	if (code == WT_OK)
		return CMD_OK;
	if (error.text[0] == '\0')
		wt_error_set(&error, code, 0, "%s", wt_strerror(code));
	status = cmd_fail_run("verify", &error);
	return code == WT_ECORRUPT ? CMD_NOTHING : status;
}

static void
put(struct report *r, const char *what, uint64_t number)
{
	report_cell(r, wt_span_of(what));
	report_number(r, number);
	report_end(r, wt_span_make("", 0));
}

static int
print_stats(const struct wt_index *ix, enum report_format format)
{
	static const struct wt_schema_column columns[] = { { "what", WT_COLUMN_STRING, NULL, "" },
	    { "count", WT_COLUMN_INTEGER, NULL, "" }, { NULL, WT_COLUMN_STRING, NULL, NULL } };
	struct wt_index_counts counts;
	struct report r;
	struct wt_span name;
	uint64_t bytes, terms = 0;

	wt_index_count(ix, &counts);
	for (uint32_t i = 0; i < counts.segments; i++)
		terms += wt_segment_terms(wt_index_segment(ix, i));
	report_open(&r, columns, format);
	put(&r, "articles", counts.documents);
	put(&r, "extracted", wt_store_extracted(wt_index_meta(ix)) ? counts.documents : 0);
	put(&r, "deleted", counts.deleted);
	put(&r, "copies", counts.copies);
	put(&r, "words", counts.length);
	put(&r, "occurrences", counts.occurrences);
	put(&r, "terms", terms);
	put(&r, "segments", counts.segments);
	put(&r, "format", counts.version);
	put(&r, "bytes", counts.bytes);
	for (uint32_t i = 0; wt_index_size(ix, i, &name, &bytes); i++) {
		char what[80];

		snprintf(what, sizeof what, "bytes of %.*s", (int)(name.len < 60 ? name.len : 60), name.at);
		put(&r, what, bytes);
	}
	return report_close(&r);
}

int
cmd_stats(int argc, char **argv)
{
	enum report_format format = REPORT_AUTO;
	struct wt_error error = { 0 };
	struct wt_index *ix = NULL;
	const char *path = NULL;
	int status = take(argc, argv, stats_usage, &path, &format), code;

	if (status >= 0)
		return status;
	if ((code = wt_index_open(cmd_index_path(path), &ix, &error)) == WT_OK) {
		print_stats(ix, format);
		code = wt_index_error(ix, &error);
	}
	wt_index_close(ix);
	return code == WT_OK ? CMD_OK : cmd_fail_run("stats", &error);
}

int
cmd_dump(int argc, char **argv)
{
	enum report_format format = REPORT_AUTO;
	struct wt_error error = { 0 };
	struct wt_index *ix = NULL;
	const char *path = NULL;
	char room[500];
	int status = take(argc, argv, dump_usage, &path, &format), code;

	if (status >= 0)
		return status;
	code = wt_index_open(cmd_index_path(path), &ix, &error);
	if (code == WT_OK)
		code = wt_index_dump(ix, wt_span_of(optind < argc ? argv[optind] : ""), print_line, NULL,
		    &error);
	wt_index_close(ix);
	if (code == WT_ENOENT && ix != NULL)
		return cmd_usage("dump", "%s", speak_error(error.text, room, sizeof room));
	return code == WT_OK ? CMD_OK : cmd_fail_run("dump", &error);
}
