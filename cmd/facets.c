/* facets.c - `warta facets` and `warta timeline`: counts of the articles that match. */
#include "cmd/asked.h"
#include "cmd/speak.h"
#include "cmd/answer.h"
#include "query/fold.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char facets_usage[] =
    "usage: warta facets [-d INDEX] --by FIELD [QUERY...]\n"
    "\n"
    "How many of the articles that match have each value of a field, next to how many\n"
    "of all articles have it.\n"
    "\n"
    "  -d INDEX        the folder of the index (default: $WARTA_INDEX, else warta.idx)\n"
    "      --by FIELD  region, province, programme, sector, status, official, agency, source,\n"
    "                  year or month\n"
    "  -n N            so many values at most\n"
    "      --keep-duplicates  count each near copy of an article\n"
    "      --no-pager  on a terminal: all at once\n"
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
    "      --keep-duplicates  count each near copy of an article\n"
    "      --no-pager  on a terminal: all at once\n"
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

_Static_assert(sizeof facet_columns / sizeof facet_columns[0] == FACETS_COLUMNS + 1,
    "enum facets_column names the columns");

static const struct wt_schema_column facet_table[] = {
	{ "value", STRING }, { "name", STRING }, { "articles", INTEGER }, { "of all", INTEGER },
	{ "share", NUMBER }, { "", STRING }, { NULL, STRING }
};

static const struct wt_schema_column timeline_columns[] = {
	{ "period", STRING }, { "n_articles", INTEGER }, { "n_all", INTEGER }, { "share", NUMBER },
	{ NULL, STRING }
};

_Static_assert(sizeof timeline_columns / sizeof timeline_columns[0] == TIMELINE_COLUMNS + 1,
    "enum timeline_column names the columns");

static const struct wt_schema_column timeline_table[] = {
	{ "period", STRING }, { "articles", INTEGER }, { "of all", INTEGER }, { "share", NUMBER },
	{ "", STRING }, { NULL, STRING }
};

static const char *const fields[] = { "region", "province", "programme", "sector", "status",
    "official", "agency", "source", "year", "month", NULL };
static const char *const periods[] = { "day", "month", "year", NULL };

struct job {
	struct tally *t;
	const char *by;
	struct report *report;
};

static int
find(struct opened *o, struct wt_span query, struct wt_matches *out, struct wt_error *error)
{
	struct wt_query *q = NULL;
	int code = wt_query_open(o->index, &o->rules, query, &q, error);

	if (code == WT_OK)
		code = wt_query_matches(q, out, error);
	wt_query_close(q);
	return code;
}

int
tally_open(struct tally *t, struct opened *o, struct wt_span query, struct wt_error *error)
{
	int code;

	*t = (struct tally){ .o = o };
	if ((code = find(o, query, &t->found, error)) != WT_OK ||
	    (code = find(o, wt_span_make(NULL, 0), &t->all, error)) != WT_OK)
		return code;
	/* Both have the same one of a group, so that no share is above 1. */
	if (!o->keep_copies)
		wt_fold_matches(o->copies, &t->found, &t->all);
	return WT_OK;
}

int
tally_open_alone(struct tally *t, struct opened *o, struct wt_span query, struct wt_error *error)
{
	int code;

	*t = (struct tally){ .o = o, .alone = true };
	code = find(o, query, &t->found, error);
	if (code == WT_OK && !o->keep_copies)
		wt_fold_matches(o->copies, &t->found, NULL);
	return code;
}

void
tally_close(struct tally *t)
{
	wt_matches_free(&t->found);
	wt_matches_free(&t->all);
	wt_arena_free(&t->arena);
}

/* What was met while counting: an error with its place. */
static int
counted(struct tally *t, int code, struct wt_error *error)
{
	int damage = wt_index_error(t->o->index, error);

	if (damage != WT_OK)
		return damage;
	return code == WT_OK ? WT_OK : wt_error_set(error, code, 0, "%s", wt_strerror(code));
}

static bool
one_of(const char *name, const char *const *names)
{
	for (; *names != NULL; names++)
		if (strcmp(name, *names) == 0)
			return true;
	return false;
}

bool
facets_field(const char *by)
{
	return one_of(by, fields);
}

/* Is it what extraction finds, and the index made without? */
static int
check_field(const struct opened *o, const char *by, struct wt_error *error)
{
	static const char *const own[] = { "source", "year", "month", NULL };

	return one_of(by, own) ? WT_OK : cmd_index_needs_facts(o, error);
}

bool
timeline_period(const char *by)
{
	return one_of(by, periods);
}

/* Characters of the longest bar: about a quarter of the terminal. */
static uint64_t
longest_bar(void)
{
	return report_width() / 4 < BAR ? report_width() / 4 : BAR;
}

/* A share as a number; in a table in percent, and a bar as long as its part of the most. */
static void
put_share(struct job *j, uint64_t count, uint64_t all, uint64_t most)
{
	double share = all == 0 ? 0.0 : (double)count / (double)all;
	uint64_t longest = longest_bar();
	struct wt_span bar = wt_span_make("", 0);

	if (j->report->format != REPORT_TABLE) {
		report_cell(j->report, wt_arena_printf(&j->t->arena, "%.4f", share));
		return;
	}
	report_cell(j->report, wt_arena_printf(&j->t->arena, "%.*f %%", count > 0 && share < 0.1, share * 100));
	for (uint64_t i = 0; most > 0 && i < (count * longest + most - 1) / most; i++)
		bar = wt_arena_printf(&j->t->arena, "%.*s\xe2\x96\x88", (int)bar.len, bar.at);
	report_cell(j->report, bar);
}

/* ---- facets ---- */

/* What people call a value: regions by name, programmes as the dictionary has them. */
static struct wt_span
name_of(struct job *j, struct wt_span value)
{
	if (strcmp(j->by, "region") == 0 || strcmp(j->by, "province") == 0)
		return cmd_region(j->t->o, &j->t->arena, value);
	if (strcmp(j->by, "programme") == 0)
		return cmd_programme(j->t->o, &j->t->arena, value);
	return value;
}

static uint64_t
count_of(const struct wt_facet *facets, size_t count, struct wt_span value)
{
	for (size_t i = 0; i < count; i++)
		if (wt_span_eq(facets[i].value, value))
			return facets[i].count;
	return 0;
}

int
answer_facets(struct tally *t, const char *by, unsigned limit, struct report *report,
    size_t *count, struct wt_error *error)
{
	struct job j = { .t = t, .by = by, .report = report };
	struct wt_facet *facets, *all = NULL;
	size_t every = 0;
	int code = check_field(t->o, by, error);

	if (code != WT_OK)
		return code;
	if ((code = wt_facets_count(t->o->index, &t->found, wt_span_of(by), &t->arena, &facets,
	    count)) == WT_OK && !t->alone)
		code = wt_facets_count(t->o->index, &t->all, wt_span_of(by), &t->arena, &all, &every);
	if (code != WT_OK)
		return counted(t, code, error);
	report_begin(report, report->format == REPORT_TABLE ? facet_table : facet_columns);
	for (size_t i = 0; i < *count && (limit == 0 || i < limit); i++) {
		uint64_t whole = count_of(all, every, facets[i].value);

		report_cell(report, facets[i].value);
		report_cell(report, name_of(&j, facets[i].value));
		report_number(report, facets[i].count);
		report_number(report, whole);
		put_share(&j, facets[i].count, whole, facets[0].count);
		report_end(report, wt_span_make("", 0));
	}
	return counted(t, t->arena.err, error);
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
	struct tally *t = j->t;
	uint32_t segment = 0, doc = 0;
	size_t cap = 0;
	int32_t last = WT_NO_DATE;
	bool had = false;

	for (; wt_matches_next(&t->all, &segment, &doc); doc++) {
		int32_t date = wt_document_date(wt_index_segment(t->o->index, segment), doc);
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
		at->count += wt_matches_has(&t->found, segment, doc);
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

int
answer_timeline(struct tally *t, const char *by, struct report *report, size_t *count,
    struct wt_error *error)
{
	struct job j = { .t = t, .by = by, .report = report };
	struct period *list = NULL;
	size_t end = 0, first = 0;
	uint64_t most = 0;
	int code = count_periods(&j, &list, &end);

	unite(list, &end);
	/* From the first match to the last; what lies between is a finding too. */
	while (first < end && list[first].count == 0)
		first++;
	while (end > first && list[end - 1].count == 0)
		end--;
	for (size_t i = first; i < end; i++)
		most = list[i].count > most ? list[i].count : most;
	*count = end - first;
	report_begin(report, report->format == REPORT_TABLE ? timeline_table : timeline_columns);
	for (size_t i = first; i < end && code == WT_OK; i++) {
		report_cell(report, wt_span_of(list[i].name));
		report_number(report, list[i].count);
		report_number(report, list[i].all);
		put_share(&j, list[i].count, list[i].all, most);
		report_end(report, wt_span_make("", 0));
	}
	free(list);
	return counted(t, code, error);
}

/* ---- both ---- */

struct wanted {
	struct asked asked;
	const char *by;
	unsigned limit;
	bool timeline;
};

static int
answer(const struct wanted *w, struct opened *o, struct wt_span query, struct report *report,
    size_t *count, struct wt_error *error)
{
	struct tally t;
	int code = tally_open(&t, o, query, error), closed;

	if (code == WT_OK)
		code = w->timeline ? answer_timeline(&t, w->by, report, count, error) :
		    answer_facets(&t, w->by, w->limit, report, count, error);
	closed = report_close(report);
	tally_close(&t);
	if (code == WT_OK && closed != WT_OK)
		code = wt_error_set(error, closed, 0, "%s", wt_strerror(closed));
	return code;
}

static int
run(const struct wanted *w, char **words, int nwords)
{
	struct report report = { .format = w->asked.format, .to = stdout };
	struct wt_arena arena = { 0 };
	struct wt_span query = cmd_query(&arena, words, nwords);
	struct wt_error error = { 0 };
	struct opened o;
	size_t count = 0;
	int status = asked_open(&w->asked, &o), code;

	if (status == CMD_OK) {
		code = answer(w, &o, query, &report, &count, &error);
		status = asked_status(&w->asked, &o, query, code, count > 0, &error);
	}
	status = asked_close(&w->asked, &o, status);
	wt_arena_free(&arena);
	return status;
}

/* -1 or an exit status. */
static int
take_options(struct wanted *w, int argc, char **argv)
{
	/* All but the first are those of timeline too. */
	static const struct option options[] = { { "limit", required_argument, NULL, 'n' },
	    { "by", required_argument, NULL, 'b' }, ASKED_OPTIONS };
	struct asked *a = &w->asked;
	int c;

	while ((c = asked_next(a, argc, argv, w->timeline ? "" : "n:", options + w->timeline)) != 0) {
		if (c == 'n') {
			a->bad = !cmd_number(optarg, 1, 1000000000, &w->limit);
			continue;
		}
		w->by = optarg;
		a->bad = !(w->timeline ? timeline_period(optarg) : facets_field(optarg));
	}
	if (a->status >= 0)
		return a->status;
	if (w->by == NULL)
		return cmd_usage(a->command, "--by FIELD says what to count by");
	asked_pager(a);
	return -1;
}

int
cmd_facets(int argc, char **argv)
{
	struct wanted w = { .asked = { .command = "facets", .usage = facets_usage } };
	int status = take_options(&w, argc, argv);

	return status >= 0 ? status : run(&w, argv + optind, argc - optind);
}

int
cmd_timeline(int argc, char **argv)
{
	struct wanted w = { .asked = { .command = "timeline", .usage = timeline_usage },
	    .by = "month", .timeline = true };
	int status = take_options(&w, argc, argv);

	return status >= 0 ? status : run(&w, argv + optind, argc - optind);
}
