/* facets.c - `warta facets` and `warta timeline`: counts of the articles that match. */
#include "cmd/cmd.h"
#include "cmd/speak.h"
#include "cmd/open.h"
#include "cmd/report.h"
#include "query/search.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char facets_usage[] =
    "usage: warta facets [-d INDEX] --by FIELD [QUERY...]\n"
    "\n"
    "How many of the articles that match have each value of a field, next to how many\n"
    "of all articles have it.  FIELD: region, province, programme, sector, status,\n"
    "official, agency, source, year, month.\n"
    "\n"
    "  -d INDEX        the folder of the index (default: $WARTA_INDEX, else warta.idx)\n"
    "      --by FIELD  what to count by\n"
    "  -n N            so many values at most\n"
    "      --format F  table, csv, tsv, json or jsonl; --json for short\n"
    "      --help\n"
    "\n"
    "examples:\n"
    "  warta facets --by province banjir\n"
    "  warta facets --by programme 'wilayah:\"Kota Serang\"'\n";

static const char timeline_usage[] =
    "usage: warta timeline [-d INDEX] [--by day|month|year] [QUERY...]\n"
    "\n"
    "The articles that match by their date of publication, next to all articles of the\n"
    "same day, month (default) or year.\n"
    "\n"
    "  -d INDEX        the folder of the index (default: $WARTA_INDEX, else warta.idx)\n"
    "      --by P      day, month or year\n"
    "      --format F  table, csv, tsv, json or jsonl; --json for short\n"
    "      --help\n"
    "\n"
    "examples:\n"
    "  warta timeline banjir\n"
    "  warta timeline --by year 'wilayah:Jakarta banjir'\n";

#define STRING WT_COLUMN_STRING, NULL, ""
#define INTEGER WT_COLUMN_INTEGER, NULL, ""
#define NUMBER WT_COLUMN_NUMBER, NULL, ""
#define BAR 30                  /* characters of the longest bar */

static const struct wt_schema_column facet_columns[] = {
	{ "value", STRING }, { "name", STRING }, { "n_articles", INTEGER }, { "n_all", INTEGER },
	{ "share", NUMBER }, { NULL, STRING }
};

static const struct wt_schema_column facet_table[] = {
	{ "value", STRING }, { "name", STRING }, { "articles", INTEGER }, { "of all", INTEGER },
	{ "", STRING }, { NULL, STRING }
};

static const struct wt_schema_column timeline_columns[] = {
	{ "period", STRING }, { "n_articles", INTEGER }, { "n_all", INTEGER }, { "share", NUMBER },
	{ NULL, STRING }
};

static const struct wt_schema_column timeline_table[] = {
	{ "period", STRING }, { "articles", INTEGER }, { "of all", INTEGER }, { "", STRING },
	{ NULL, STRING }
};

struct job {
	const char *command, *by, *path, *overlay;
	enum report_format format;
	unsigned limit;
	struct opened o;
	struct wt_arena arena;
	struct wt_matches found, all;
	struct report report;
};

static int
find(struct job *j, struct wt_span query, struct wt_matches *out, struct wt_error *error)
{
	struct wt_query *q = NULL;
	int code = wt_query_open(j->o.index, &j->o.rules, query, &q, error);

	if (code == WT_OK)
		code = wt_query_matches(q, out, error);
	wt_query_close(q);
	return code;
}

/* A bar as long as its part of the most, or a share as a number. */
static void
put_share(struct job *j, uint64_t count, uint64_t all, uint64_t most)
{
	struct wt_span bar = wt_span_make("", 0);

	if (j->format != REPORT_TABLE) {
		report_cell(&j->report, wt_arena_printf(&j->arena, "%.4f",
		    all == 0 ? 0.0 : (double)count / (double)all));
		return;
	}
	for (uint64_t i = 0; most > 0 && i < (count * BAR + most - 1) / most; i++)
		bar = wt_arena_printf(&j->arena, "%.*s\xe2\x96\x88", (int)bar.len, bar.at);
	report_cell(&j->report, bar);
}

/* ---- facets ---- */

/* What people call a value: regions by name, programmes as the dictionary has them. */
static struct wt_span
name_of(struct job *j, struct wt_span value)
{
	int table = wt_dict_table(j->o.dict, "programmes");
	int key = wt_dict_column(j->o.dict, table, "programme_id");

	if (strcmp(j->by, "region") == 0 || strcmp(j->by, "province") == 0)
		return cmd_region(&j->o, &j->arena, value);
	if (strcmp(j->by, "programme") != 0)
		return value;
	for (uint32_t row = 0; row < wt_dict_rows(j->o.dict, table); row++)
		if (wt_span_eq(wt_dict_cell(j->o.dict, table, row, key), value))
			return wt_dict_cell(j->o.dict, table, row, wt_dict_column(j->o.dict, table, "name"));
	/* A discovered one: its id is "x-" and its words. */
	value = wt_arena_copy(&j->arena, value);
	for (size_t i = 0; i < value.len; i++)
		if (value.at[i] == '-')
			((char *)(uintptr_t)value.at)[i] = ' ';
	return wt_span_starts(value, WT_SPAN("x ")) ? wt_span_make(value.at + 2, value.len - 2) : value;
}

static uint64_t
count_of(const struct wt_facet *facets, size_t count, struct wt_span value)
{
	for (size_t i = 0; i < count; i++)
		if (wt_span_eq(facets[i].value, value))
			return facets[i].count;
	return 0;
}

static int
count_facets(struct job *j, size_t *rows, struct wt_error *error)
{
	struct wt_facet *facets, *all;
	size_t count, every;
	int code;

	(void)error;
	if ((code = wt_facets_count(j->o.index, &j->found, wt_span_of(j->by), &j->arena, &facets,
	    &count)) != WT_OK ||
	    (code = wt_facets_count(j->o.index, &j->all, wt_span_of(j->by), &j->arena, &all, &every)) != WT_OK)
		return code;
	*rows = count;
	report_open(&j->report, j->format == REPORT_TABLE ? facet_table : facet_columns, j->format);
	for (size_t i = 0; i < count && (j->limit == 0 || i < j->limit); i++) {
		uint64_t whole = count_of(all, every, facets[i].value);

		report_cell(&j->report, facets[i].value);
		report_cell(&j->report, name_of(j, facets[i].value));
		report_number(&j->report, facets[i].count);
		report_number(&j->report, whole);
		put_share(j, facets[i].count, whole, facets[0].count);
		report_end(&j->report, wt_span_make("", 0));
	}
	return report_close(&j->report);
}

/* ---- timeline ---- */

struct period {
	char name[12];
	uint64_t count, all;
};

static int
by_name(const void *a, const void *b)
{
	return strcmp(((const struct period *)a)->name, ((const struct period *)b)->name);
}

/* The period of a day; empty without a date. */
static void
name_period(struct job *j, int32_t date, char name[12])
{
	struct wt_arena scratch = { 0 };
	struct wt_span day = cmd_day(&scratch, date);
	size_t len = strcmp(j->by, "day") == 0 ? 10 : strcmp(j->by, "year") == 0 ? 4 : 7;

	memset(name, 0, 12);
	if (day.len >= len)
		memcpy(name, day.at, len);
	wt_arena_free(&scratch);
}

/* Documents come in order of their dates in each segment, so a run of one period is long. */
static int
count_periods(struct job *j, struct period **list, size_t *count)
{
	uint32_t segment = 0, doc = 0;
	size_t cap = 0;
	int32_t last = WT_NO_DATE;
	bool had = false;

	for (; wt_matches_next(&j->all, &segment, &doc); doc++) {
		int32_t date = wt_document_date(wt_index_segment(j->o.index, segment), doc);
		struct period *at, now = { .count = 0 };

		if (had && date == last) {
			at = &(*list)[*count - 1];
		} else {
			name_period(j, date, now.name);
			if (*count == 0 || strcmp((*list)[*count - 1].name, now.name) != 0) {
				if ((at = wt_grow(*list, &cap, *count + 1, sizeof *at)) == NULL)
					return WT_ENOMEM;
				*list = at;
				at[(*count)++] = now;
			}
			at = &(*list)[*count - 1];
		}
		had = true;
		last = date;
		at->all++;
		at->count += wt_matches_has(&j->found, segment, doc);
	}
	return WT_OK;
}

/* Segments may have the same periods: add them up. */
static void
unite(struct period *list, size_t *count)
{
	size_t kept = 0;

	if (*count > 0)
		qsort(list, *count, sizeof *list, by_name);
	for (size_t i = 0; i < *count; i++) {
		if (kept > 0 && strcmp(list[kept - 1].name, list[i].name) == 0) {
			list[kept - 1].count += list[i].count;
			list[kept - 1].all += list[i].all;
		} else {
			list[kept++] = list[i];
		}
	}
	*count = kept;
}

static int
count_timeline(struct job *j, size_t *rows, struct wt_error *error)
{
	struct period *list = NULL;
	size_t count = 0, first = 0;
	uint64_t most = 0;
	int code = count_periods(j, &list, &count), closed;

	(void)error;
	unite(list, &count);
	/* From the first match to the last; what lies between is a finding too. */
	while (first < count && list[first].count == 0)
		first++;
	while (count > first && list[count - 1].count == 0)
		count--;
	for (size_t i = first; i < count; i++)
		most = list[i].count > most ? list[i].count : most;
	*rows = count - first;
	report_open(&j->report, j->format == REPORT_TABLE ? timeline_table : timeline_columns, j->format);
	for (size_t i = first; i < count && code == WT_OK; i++) {
		report_cell(&j->report, wt_span_of(list[i].name));
		report_number(&j->report, list[i].count);
		report_number(&j->report, list[i].all);
		put_share(j, list[i].count, list[i].all, most);
		report_end(&j->report, wt_span_make("", 0));
	}
	closed = report_close(&j->report);
	free(list);
	return code != WT_OK ? code : closed;
}

/* ---- both ---- */

static int
run(struct job *j, int (*count)(struct job *, size_t *, struct wt_error *), char **words, int nwords)
{
	struct wt_error error = { 0 };
	struct wt_span query = cmd_query(&j->arena, words, nwords);
	size_t rows = 0;
	int status = cmd_index_open(j->command, j->path, j->overlay, &j->o), code;

	if (status == CMD_OK) {
		code = find(j, query, &j->found, &error);
		if (code == WT_OK)
			code = find(j, wt_span_make(NULL, 0), &j->all, &error);
		if (code == WT_OK)
			code = count(j, &rows, &error);
		if (code == WT_OK)
			code = wt_index_error(j->o.index, &error);
		if (code != WT_OK && error.code == 0)
			wt_error_set(&error, code, 0, "%s", wt_strerror(code));
		status = code != WT_OK ? cmd_query_fail(j->command, query, &error) :
		    rows > 0 ? CMD_OK : CMD_NOTHING;
	}
	if (status == CMD_NOTHING)
		cmd_warn(j->command, "nothing found");
	wt_matches_free(&j->found);
	wt_matches_free(&j->all);
	cmd_index_close(&j->o);
	wt_arena_free(&j->arena);
	return status;
}

static bool
one_of(const char *name, const char *const *names)
{
	for (; *names != NULL; names++)
		if (strcmp(name, *names) == 0)
			return true;
	return false;
}

/* -1 or an exit status. */
static int
take_options(struct job *j, const char *usage, const char *const *fields, int argc, char **argv)
{
	static const struct option options[] = { { "index", required_argument, NULL, 'd' },
	    { "by", required_argument, NULL, 'b' }, { "limit", required_argument, NULL, 'n' },
	    { "format", required_argument, NULL, 'f' }, { "json", no_argument, NULL, 'J' },
	    { "dict", required_argument, NULL, 'D' }, { "help", no_argument, NULL, 'h' }, { 0 } };
	bool good = true;
	int c;

	opterr = 0;
	while (good && (c = getopt_long(argc, argv, "d:n:hqv", options, NULL)) != -1) {
		switch (c) {
		case 'h':
			speak_help(usage);
			return CMD_OK;
		case 'd': j->path = optarg; break;
		case 'D': j->overlay = optarg; break;
		case 'J': j->format = REPORT_JSON; break;
		case 'b': j->by = optarg; good = one_of(optarg, fields); break;
		case 'n': good = cmd_number(optarg, 1, 1000000000, &j->limit); break;
		case 'f': good = report_format_named(optarg, &j->format); break;
		case 'q': case 'v': break;
		default:
			return cmd_usage(j->command, "unknown option, or one without its value");
		}
	}
	if (!good)
		return cmd_usage(j->command, "'%s' is not a value that this option can take", optarg);
	if (j->by == NULL)
		return cmd_usage(j->command, "--by FIELD says what to count by");
	j->format = report_format_resolve(j->format);
	return -1;
}

int
cmd_facets(int argc, char **argv)
{
	static const char *const fields[] = { "region", "province", "programme", "sector", "status",
	    "official", "agency", "source", "year", "month", NULL };
	struct job j = { .command = "facets" };
	int status = take_options(&j, facets_usage, fields, argc, argv);

	return status >= 0 ? status : run(&j, count_facets, argv + optind, argc - optind);
}

int
cmd_timeline(int argc, char **argv)
{
	static const char *const fields[] = { "day", "month", "year", NULL };
	struct job j = { .command = "timeline", .by = "month" };
	int status = take_options(&j, timeline_usage, fields, argc, argv);

	return status >= 0 ? status : run(&j, count_timeline, argv + optind, argc - optind);
}
