/*
 * regions.c - `warta regions` and `warta programmes`: which regions pursue which
 * programmes, seen from either side.
 */
#include "cmd/asked.h"
#include "cmd/speak.h"
#include "cmd/answer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define OPTIONS \
    "  -d INDEX             the folder of the index (default: $WARTA_INDEX, else warta.idx)\n" \
    "  -n N                 so many rows at most\n" \
    "      --evidence       in a table, under each row: the sentence that proves it, the\n" \
    "                       history of the status, the largest budget named\n" \
    "      --min-confidence C   leave out claims less sure than C, 0 to 1\n" \
    "      --level L        roll regions up to kabupaten or province\n" \
    "      --keep-duplicates  count each near copy of an article\n" \
    "      --no-pager       on a terminal: all at once\n" \
    "      --format F       table, csv, tsv, json or jsonl; --json for short\n" \
    "      --dict DIR       TSV files laid over the dictionaries\n" \
    "      --help\n\n"

static const char regions_usage[] =
    "usage: warta regions [-d INDEX] [QUERY...]\n"
    "\n"
    "Which regions pursue what matches: a row for each region and programme, with the\n"
    "latest status and its history, the largest budget named, the number of articles,\n"
    "the first and the last of them, the officials who speak for it and the best\n"
    "evidence.  A word of the query is looked for in the names of programmes and in the\n"
    "evidence.\n"
    "\n" OPTIONS
    "examples:\n"
    "  warta regions 'smart city'\n"
    "  warta regions 'wilayah:Banten status:direncanakan' --evidence\n";

static const char programmes_usage[] =
    "usage: warta programmes [-d INDEX] [QUERY...]\n"
    "\n"
    "Which programmes the regions that match pursue: the rows of `warta regions`, in the\n"
    "order of programmes.\n"
    "\n" OPTIONS
    "examples:\n"
    "  warta programmes 'wilayah:\"Kota Serang\"'\n"
    "  warta programmes 'urusan:kesehatan' --format csv\n";

#define STRING WT_COLUMN_STRING, NULL, ""
#define INTEGER WT_COLUMN_INTEGER, NULL, ""

/* The columns of rows, and behind them those of a kept report. */
#define COLUMNS \
	{ "region_id", STRING }, { "region", STRING }, { "programme_id", STRING }, \
	{ "programme", STRING }, { "sector", STRING }, { "status", STRING }, \
	{ "status_date", STRING }, { "history", WT_COLUMN_JSON, NULL, "" }, \
	{ "amount_idr", WT_COLUMN_NUMBER, NULL, "" }, { "n_articles", INTEGER }, { "first_date", STRING }, \
	{ "last_date", STRING }, { "officials", STRING }, \
	{ "confidence", WT_COLUMN_NUMBER, NULL, "" }, { "article_id", STRING }, \
	{ "article_title", STRING }, { "evidence", STRING }

static const struct wt_schema_column data_columns[] = { COLUMNS, { NULL, STRING } };

static const struct wt_schema_column kept_columns[] = {
	COLUMNS, { "published", STRING }, { "source_name", STRING }, { "source_url", STRING },
	{ "own_region_id", STRING }, { NULL, STRING }
};

_Static_assert(sizeof data_columns / sizeof data_columns[0] == PURSUITS_COLUMNS + 1 &&
    sizeof kept_columns / sizeof kept_columns[0] == PURSUITS_KEPT + 1,
    "enum pursuits_column names the columns");

static const struct wt_schema_column region_columns[] = {
	{ "region", STRING }, { "programme", STRING }, { "status", STRING },
	{ "articles", INTEGER }, { "published", STRING }, { "officials", STRING }, { NULL, STRING }
};

static const struct wt_schema_column programme_columns[] = {
	{ "programme", STRING }, { "region", STRING }, { "status", STRING },
	{ "articles", INTEGER }, { "published", STRING }, { "officials", STRING }, { NULL, STRING }
};

struct job {
	struct opened *o;
	const struct pursuits_asked *asked;
	struct wt_arena arena;
	struct report *report;
};

/* The article of the evidence. */
static int
load_article(struct job *j, const struct wt_pursuit *p, struct wt_span *key, struct wt_story *story)
{
	int code = cmd_key(j->o, (struct wt_place){ p->segment, p->doc }, &j->arena, key);

	return code != WT_OK ? code : wt_load_story(&j->o->loader,
	    wt_index_segment(j->o->index, p->segment), p->doc, &j->arena, story);
}

/* "planned 2021-03-04; ongoing 2022-06-01". */
static struct wt_span
history(struct job *j, const struct wt_pursuit *p)
{
	struct wt_span list = wt_span_make("", 0);

	for (unsigned i = 0; i < p->stages; i++) {
		struct wt_span day = cmd_day(&j->arena, p->history[i].first);

		list = wt_arena_printf(&j->arena, "%.*s%s%s%s%.*s", (int)list.len, list.at,
		    i > 0 ? "; " : "", wt_status_name(p->history[i].status), day.len > 0 ? " " : "",
		    (int)day.len, day.at);
	}
	return list;
}

/* The same as a list of objects, with the first article of each. */
static int
history_json(struct job *j, const struct wt_pursuit *p, struct wt_span *json)
{
	struct wt_buf out = { 0 };
	int code = WT_OK;

	for (unsigned i = 0; i < p->stages && code == WT_OK; i++) {
		const struct wt_stage *s = &p->history[i];
		struct wt_span day = cmd_day(&j->arena, s->first), key;

		code = cmd_key(j->o, (struct wt_place){ s->segment, s->doc }, &j->arena, &key);
		wt_buf_printf(&out, "%s{\"status\":\"%s\",\"first_date\":", i == 0 ? "[" : ",",
		    wt_status_name(s->status));
		if (day.len > 0)
			wt_json_string(&out, day);
		else
			wt_buf_puts(&out, "null");
		wt_buf_puts(&out, ",\"article_id\":");
		wt_json_string(&out, key);
		wt_buf_putc(&out, '}');
	}
	wt_buf_putc(&out, ']');
	*json = wt_arena_copy(&j->arena, wt_buf_span(&out));
	code = code != WT_OK ? code : out.err;
	wt_buf_free(&out);
	return code;
}

/* The same as lines for a kept report. */
static int
history_kept(struct job *j, const struct wt_pursuit *p, struct wt_span *lines)
{
	struct wt_span key, day, list = wt_span_make("", 0);
	int code = WT_OK;

	for (unsigned i = 0; i < p->stages && code == WT_OK; i++) {
		const struct wt_stage *s = &p->history[i];

		code = cmd_key(j->o, (struct wt_place){ s->segment, s->doc }, &j->arena, &key);
		day = cmd_day(&j->arena, s->first);
		list = wt_arena_printf(&j->arena, "%.*s%s\t%.*s\t%.*s\t%.*s\n", (int)list.len, list.at,
		    wt_status_name(s->status), (int)day.len, day.at, (int)s->region_id.len,
		    s->region_id.at, (int)key.len, key.at);
	}
	*lines = list;
	return code;
}

static int
history_of(struct job *j, const struct wt_pursuit *p, struct wt_span *stages)
{
	switch (j->report->format) {
	case REPORT_JSON: case REPORT_JSONL:
		return history_json(j, p, stages);
	case REPORT_KEPT:
		return history_kept(j, p, stages);
	default:
		*stages = history(j, p);
		return WT_OK;
	}
}

static int
put_data(struct job *j, const struct wt_pursuit *p, struct wt_span key, const struct wt_story *story)
{
	struct wt_span stages = wt_span_make("", 0);
	struct report *r = j->report;
	int code = history_of(j, p, &stages);

	if (code != WT_OK)
		return code;
	report_cell(r, p->region_id);
	report_cell(r, cmd_region(j->o, &j->arena, p->region_id));
	report_cell(r, p->programme_id);
	report_cell(r, p->programme);
	report_cell(r, p->sector);
	report_cell(r, wt_span_of(wt_status_name(p->status)));
	report_cell(r, cmd_day(&j->arena, p->status_date));
	report_cell(r, stages);
	report_cell(r, p->amount_idr);
	report_number(r, p->articles);
	report_cell(r, cmd_day(&j->arena, p->first));
	report_cell(r, cmd_day(&j->arena, p->last));
	report_cell(r, p->officials);
	report_percent(r, p->confidence);
	report_cell(r, key);
	report_cell(r, story->title);
	report_cell(r, p->evidence);
	if (r->format == REPORT_KEPT) {
		report_cell(r, story->published);
		report_cell(r, story->source);
		report_cell(r, story->url);
		report_cell(r, p->evidence_region);
	}
	report_end(r, wt_span_make("", 0));
	return j->arena.err;
}

/* A day, or two months when there are two days. */
static struct wt_span
period(struct job *j, int32_t first, int32_t last)
{
	struct wt_span from = cmd_day(&j->arena, first), to = cmd_day(&j->arena, last);

	if (first == last)
		return from;
	return wt_arena_printf(&j->arena, "%.7s..%.7s", from.at, to.at);
}

struct wt_span
answer_rupiah(struct wt_arena *arena, struct wt_span amount)
{
	struct wt_span rest = amount, whole = amount;
	char out[64] = "Rp";
	size_t len = 2;

	wt_span_cut(&rest, '.', &whole);
	for (size_t i = 0; i < whole.len && len + 2 < sizeof out; i++) {
		if (i > 0 && (whole.len - i) % 3 == 0)
			out[len++] = '.';
		out[len++] = whole.at[i];
	}
	return wt_arena_copy(arena, wt_span_make(out, len));
}

/* Under a row: the sentence with its article, the history, the budget. */
static struct wt_span
proof(struct job *j, const struct wt_pursuit *p, struct wt_span key)
{
	struct wt_span date = cmd_day(&j->arena, wt_document_date(
	    wt_index_segment(j->o->index, p->segment), p->doc)), stages = history(j, p), money;
	struct wt_span note = wt_arena_printf(&j->arena, "\xe2\x80\x9c%.*s\xe2\x80\x9d [%.*s%s%.*s]",
	    (int)p->evidence.len, p->evidence.at, (int)key.len, key.at, date.len > 0 ? ", " : "",
	    (int)date.len, date.at);

	if (p->stages > 1)
		note = wt_arena_printf(&j->arena, "%.*s\n%.*s", (int)note.len, note.at, (int)stages.len,
		    stages.at);
	if (p->amount_idr.len == 0)
		return note;
	money = answer_rupiah(&j->arena, p->amount_idr);
	return wt_arena_printf(&j->arena, "%.*s\n%.*s", (int)note.len, note.at, (int)money.len, money.at);
}

/* "ongoing 2022-06". */
static struct wt_span
status(struct job *j, const struct wt_pursuit *p)
{
	struct wt_span day = cmd_day(&j->arena, p->status_date);
	const char *name = wt_status_name(p->status);

	return day.len == 0 ? wt_span_of(name) : wt_arena_printf(&j->arena, "%s %.7s", name, day.at);
}

static void
put_table(struct job *j, const struct wt_pursuit *p, struct wt_span key)
{
	struct wt_span region = cmd_region(j->o, &j->arena, p->region_id), note = { NULL, 0 };
	struct report *r = j->report;

	report_cell(r, j->asked->by_programme ? p->programme : region);
	report_cell(r, j->asked->by_programme ? region : p->programme);
	report_cell(r, status(j, p));
	report_number(r, p->articles);
	report_cell(r, period(j, p->first, p->last));
	report_cell(r, p->officials);
	if (j->asked->evidence)
		note = proof(j, p, key);
	report_end(r, note);
}

static int
show(struct job *j, const struct wt_pursuit *rows, size_t count)
{
	const struct pursuits_asked *a = j->asked;
	bool table = j->report->format == REPORT_TABLE;
	int code = WT_OK;

	report_begin(j->report, j->report->format == REPORT_KEPT ? kept_columns :
	    !table ? data_columns : a->by_programme ? programme_columns : region_columns);
	for (size_t i = a->skip; i < count && code == WT_OK &&
	    (a->limit == 0 || i - a->skip < a->limit); i++) {
		struct wt_span key = { NULL, 0 };
		struct wt_story story;

		if ((code = load_article(j, &rows[i], &key, &story)) != WT_OK)
			break;
		if (table)
			put_table(j, &rows[i], key);
		else
			code = put_data(j, &rows[i], key, &story);
	}
	return code;
}

/* By programme, then as they were. */
static int
by_programme(const void *a, const void *b)
{
	const struct wt_pursuit *x = a, *y = b;
	int order = wt_span_cmp(x->programme, y->programme);

	if (order == 0 && x->articles != y->articles)
		order = x->articles > y->articles ? -1 : 1;
	if (order == 0)
		order = wt_span_cmp(x->region_id, y->region_id);
	return order != 0 ? order : wt_span_cmp(x->programme_id, y->programme_id);
}

int
pursuits_find(struct opened *o, const struct pursuits_asked *asked, struct wt_span query,
    struct wt_arena *arena, struct wt_pursuit **rows, size_t *count, struct wt_error *error)
{
	struct wt_pursuit_options options = asked->options;
	int code = cmd_index_needs_facts(o, error);

	*rows = NULL;
	if (code != WT_OK)
		return code;
	options.dict = o->dict;
	options.analyser = o->analyser;
	options.rules = &o->rules;
	options.copies = asked->keep_copies ? NULL : o->copies;
	code = wt_pursuits_gather(o->index, &options, query, arena, rows, count, error);
	if (code == WT_OK && asked->by_programme && *count > 0)
		qsort(*rows, *count, sizeof **rows, by_programme);
	return code;
}

int
pursuits_show(struct opened *o, const struct pursuits_asked *asked,
    const struct wt_pursuit *rows, size_t count, struct report *report, struct wt_error *error)
{
	struct job j = { .o = o, .asked = asked, .report = report };
	int code = show(&j, rows, count);

	if (code != WT_OK && wt_index_error(o->index, error) == WT_OK)
		wt_error_set(error, code, 0, "%s", wt_strerror(code));
	wt_arena_free(&j.arena);
	return code;
}

int
answer_pursuits(struct opened *o, const struct pursuits_asked *asked, struct wt_span query,
    struct report *report, size_t *count, struct wt_error *error)
{
	struct wt_arena arena = { 0 };
	struct wt_pursuit *rows;
	int code = pursuits_find(o, asked, query, &arena, &rows, count, error);

	if (code == WT_OK)
		code = pursuits_show(o, asked, rows, *count, report, error);
	wt_arena_free(&arena);
	return code;
}

static int
run(const struct asked *a, const struct pursuits_asked *asked, char **words, int nwords)
{
	struct report report = { .format = a->format, .to = stdout };
	struct wt_arena arena = { 0 };
	struct wt_span query = cmd_query(&arena, words, nwords);
	struct wt_error error = { 0 };
	struct opened o;
	size_t count = 0;
	int status = asked_open(a, &o);

	if (status == CMD_OK) {
		int code = answer_pursuits(&o, asked, query, &report, &count, &error);
		int closed = report_close(&report);

		status = asked_status(a, &o, query, code != WT_OK ? code : closed, count > 0, &error);
	}
	status = asked_close(a, &o, status);
	wt_arena_free(&arena);
	return status;
}

bool
pursuits_level(const char *name, enum wt_pursuit_level *level)
{
	if (strcmp(name, "province") == 0 || strcmp(name, "provinsi") == 0)
		*level = WT_LEVEL_PROVINCE;
	else if (strcmp(name, "kabupaten") == 0 || strcmp(name, "kota") == 0 ||
	    strcmp(name, "regency") == 0)
		*level = WT_LEVEL_REGENCY;
	else
		return false;
	return true;
}

bool
pursuits_percent(const char *text, unsigned *percent)
{
	char *end;
	double value = strtod(text, &end);

	if (end == text || *end != '\0' || !(value >= 0 && value <= 1))
		return false;
	*percent = (unsigned)(value * 100 + 0.5);
	return true;
}

static int
take(struct asked a, bool by_programme, int argc, char **argv)
{
	static const struct option options[] = { { "limit", required_argument, NULL, 'n' },
	    { "evidence", no_argument, NULL, 'e' }, { "min-confidence", required_argument, NULL, 'c' },
	    { "level", required_argument, NULL, 'l' }, ASKED_OPTIONS };
	struct pursuits_asked asked = { .by_programme = by_programme };
	int c;

	while ((c = asked_next(&a, argc, argv, "n:", options)) != 0) {
		switch (c) {
		case 'e': asked.evidence = true; break;
		case 'c': a.bad = !pursuits_percent(optarg, &asked.options.least); break;
		case 'l': a.bad = !pursuits_level(optarg, &asked.options.level); break;
		default: a.bad = !cmd_number(optarg, 1, 1000000000, &asked.limit); break;
		}
	}
	if (a.status >= 0)
		return a.status;
	asked.keep_copies = a.keep_copies;
	asked_pager(&a);
	return run(&a, &asked, argv + optind, argc - optind);
}

int
cmd_regions(int argc, char **argv)
{
	return take((struct asked){ .command = "regions", .usage = regions_usage }, false, argc, argv);
}

int
cmd_programmes(int argc, char **argv)
{
	return take((struct asked){ .command = "programmes", .usage = programmes_usage }, true, argc,
	    argv);
}
