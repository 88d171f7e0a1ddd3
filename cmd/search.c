/* search.c - `warta search`: the best articles for a query. */
#include "cmd/asked.h"
#include "cmd/speak.h"
#include "cmd/answer.h"
#include "cmd/batch.h"
#include "cmd/story.h"
#include "query/snippet.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define REGIONS 3               /* names of regions in a list for readers; of more only the number */
#define INDENT "     "          /* of what stands below a title */

static const char usage[] =
    "usage: warta search [-d INDEX] QUERY...\n"
    "       warta search [-d INDEX] --batch FILE -o DIR\n"
    "\n"
    "The articles that match, the best first.  All words must occur, in any form:\n"
    "\"dua kata\" is a phrase; AND OR NOT, -word, (...), pembangun*, =persis, bantuan~,\n"
    "air NEAR/5 bersih; fields title: region: official: agency: programme: sector:\n"
    "status: source: date: mentions: (judul: wilayah: pejabat: instansi: program:\n"
    "urusan: sumber: tanggal: disebut:).\n"
    "\n"
    "  -d INDEX        the folder of the index (default: $WARTA_INDEX, else warta.idx)\n"
    "  -n N            so many articles (default: 10)\n"
    "      --skip N    leave out the first N\n"
    "      --sort S    score (default), newest or oldest\n"
    "      --format F  table, csv, tsv, json or jsonl; --json for short\n"
    "      --no-pager  on a terminal: all at once\n"
    "      --keep-duplicates  each near copy of an article for itself\n"
    "      --batch FILE  the queries of a file, in one run: lines of a name, a tab and a query,\n"
    "                  perhaps a tab and options (n=50 skip=10 sort=newest)\n"
    "  -o DIR          the folder for the answers to --batch, NAME.csv for each\n"
    "  -q              --batch does not list what it wrote\n"
    "      --dict DIR  TSV files laid over the dictionaries\n"
    "      --help\n"
    "\n"
    "examples:\n"
    "  warta search banjir 'wilayah:Jakarta tanggal:2020..2022'\n"
    "  warta search --batch corpus/queries.tsv -o jawaban/\n";

static const struct wt_schema_column columns[] = {
	{ "rank", WT_COLUMN_INTEGER, NULL, "" }, { "article_id", WT_COLUMN_STRING, NULL, "" },
	{ "score", WT_COLUMN_NUMBER, NULL, "" }, { "published", WT_COLUMN_STRING, NULL, "" },
	{ "source_name", WT_COLUMN_STRING, NULL, "" }, { "title", WT_COLUMN_STRING, NULL, "" },
	{ "regions", WT_COLUMN_STRING, NULL, "" }, { "snippet", WT_COLUMN_STRING, NULL, "" },
	{ "source_url", WT_COLUMN_STRING, NULL, "" }, { "source_path", WT_COLUMN_STRING, NULL, "" },
	{ "copies", WT_COLUMN_INTEGER, NULL, "" }, { "duplicate_of", WT_COLUMN_STRING, NULL, "" },
	{ NULL, WT_COLUMN_STRING, NULL, NULL }
};

_Static_assert(sizeof columns / sizeof columns[0] == SEARCH_COLUMNS + 1,
    "enum search_column names the columns");

struct asking {
	struct opened *o;
	const struct search_asked *asked;
	struct wt_query *query;
	struct wt_marker *marker;
	struct wt_arena kept;           /* of the query */
	struct wt_arena arena;          /* of one article */
	struct report *report;
};

struct hit {
	struct story is;
	struct wt_span regions, snippet;
	struct wt_span duplicate_of;    /* id of its original, if it is a copy */
	uint32_t copies;                /* other documents of its group */
	struct wt_snippet shown;
	size_t rank;
	double score;
};

/* "Kota Serang, Banten" for "ID.36.73|ID.36"; a list for readers has the first, and how many more. */
static struct wt_span
region_names(struct asking *j, struct wt_span ids)
{
	bool brief = j->report->format == REPORT_TABLE;
	struct wt_span id, list = wt_span_make("", 0);
	unsigned count = 0, more = 0;

	if (ids.len == 0)
		return list;
	while (wt_span_cut(&ids, '|', &id)) {
		struct wt_span name;

		if (brief && ++count > REGIONS) {
			more++;
			continue;
		}
		name = cmd_region(j->o, &j->arena, id);

		list = wt_arena_printf(&j->arena, "%.*s%s%.*s", (int)list.len, list.at,
		    list.len > 0 ? ", " : "", (int)name.len, name.at);
	}
	return more == 0 ? list : wt_arena_printf(&j->arena, "%.*s, +%u", (int)list.len, list.at, more);
}

/* Line ends of a passage become spaces. */
static void
one_line(struct wt_buf *out, const char *at, size_t len)
{
	for (size_t i = 0; i < len; i++)
		wt_buf_putc(out, at[i] == '\n' || at[i] == '\r' || at[i] == '\t' ? ' ' : at[i]);
}

/* The passage with its marks. */
static struct wt_span
write_snippet(struct asking *j, const struct hit *h)
{
	const struct wt_snippet *s = &h->shown;
	size_t at = s->start;
	struct wt_buf out = { 0 };
	struct wt_span span;

	wt_buf_puts(&out, s->before ? "\xe2\x80\xa6 " : "");
	for (size_t i = 0; i < s->mark_count; i++) {
		if (s->marks[i].start < at || s->marks[i].end > s->end)
			continue;
		one_line(&out, h->is.text.at + at, s->marks[i].start - at);
		wt_buf_puts(&out, j->asked->open);
		one_line(&out, h->is.text.at + s->marks[i].start, s->marks[i].end - s->marks[i].start);
		wt_buf_puts(&out, j->asked->shut);
		at = s->marks[i].end;
	}
	one_line(&out, h->is.text.at + at, s->end - at);
	wt_buf_puts(&out, s->after ? " \xe2\x80\xa6" : "");
	span = out.err == WT_OK ? wt_arena_copy(&j->arena, wt_buf_span(&out)) : wt_span_make("", 0);
	wt_buf_free(&out);
	return span;
}

/* Its near copies, and its original if it is one itself. */
static int
load_copies(struct asking *j, const struct wt_found *found, struct hit *h)
{
	uint32_t group = wt_copies_group(j->o->copies, found->segment, found->doc);
	struct wt_place first;

	if (group == WT_NO_GROUP)
		return WT_OK;
	h->copies = wt_copies_size(j->o->copies, group) - 1;
	first = wt_copies_member(j->o->copies, group, 0);
	if (first.segment == found->segment && first.doc == found->doc)
		return WT_OK;
	return cmd_key(j->o, first, &j->arena, &h->duplicate_of);
}

static int
load(struct asking *j, const struct wt_found *found, struct hit *h)
{
	struct wt_marked marked;
	int code;

	wt_arena_reset(&j->arena);
	if ((code = story_load(j->o, found->segment, found->doc, &j->arena, &h->is)) != WT_OK ||
	    (code = wt_marker_mark(j->marker, &j->arena, h->is.text, h->is.story.title_inside,
	    &marked)) != WT_OK ||
	    (code = wt_snippet_make(j->marker, &marked, 240, &j->arena, &h->shown)) != WT_OK ||
	    (code = load_copies(j, found, h)) != WT_OK)
		return code;
	h->score = found->score;
	h->snippet = write_snippet(j, h);
	h->regions = region_names(j, h->is.story.regions);
	return j->arena.err;
}

static void
put_copies(struct wt_buf *line, struct wt_arena *arena, const struct hit *h)
{
	if (h->duplicate_of.len > 0) {
		wt_buf_puts(line, " | ");
		wt_buf_putspan(line, wt_arena_printf(arena, speak("a copy of %.*s"), (int)h->duplicate_of.len,
		    h->duplicate_of.at));
	} else if (h->copies > 0) {
		wt_buf_puts(line, " | ");
		wt_buf_putspan(line, wt_arena_printf(arena, speak(h->copies == 1 ? "+%u copy" : "+%u copies"),
		    (unsigned)h->copies));
	}
}

/* Day, paper, regions, id and copies, as far as they are there. */
static void
put_facts(struct wt_buf *line, struct wt_arena *arena, const struct hit *h)
{
	const struct wt_span facts[] = { h->is.story.published, h->is.story.source, h->regions, h->is.key };

	for (size_t i = 0; i < sizeof facts / sizeof facts[0]; i++) {
		wt_buf_puts(line, line->len > 0 && facts[i].len > 0 ? " | " : "");
		wt_buf_putspan(line, facts[i]);
	}
	put_copies(line, arena, h);
}

static int
print_hit(struct asking *j, const struct hit *h)
{
	struct wt_span title = h->is.story.title;
	struct wt_buf line = { 0 };
	bool colour = report_colour();
	char front[30];
	int code;

	snprintf(front, sizeof front, "%3zu. ", h->rank);
	wt_buf_puts(&line, colour ? "\033[1m" : "");
	wt_buf_putspan(&line, title);
	wt_buf_puts(&line, colour ? "\033[0m" : "");
	report_wrap(front, wt_buf_span(&line));
	wt_buf_clear(&line);
	put_facts(&line, &j->arena, h);
	report_wrap(INDENT, wt_buf_span(&line));
	report_wrap(INDENT, h->snippet);
	code = line.err != WT_OK ? line.err : j->arena.err;
	wt_buf_free(&line);
	return code;
}

static void
report_hit(struct asking *j, const struct hit *h)
{
	struct report *r = j->report;

	report_number(r, h->rank);
	report_cell(r, h->is.key);
	report_cell(r, wt_arena_printf(&j->arena, "%.4f", h->score));
	report_cell(r, h->is.story.published);
	report_cell(r, h->is.story.source);
	report_cell(r, h->is.story.title);
	report_cell(r, h->regions);
	report_cell(r, h->snippet);
	report_cell(r, h->is.story.url);
	report_cell(r, h->is.story.path);
	report_number(r, h->copies);
	report_cell(r, h->duplicate_of);
	report_end(r, wt_span_make("", 0));
}

static int
show(struct asking *j, const struct wt_found *found, size_t count)
{
	bool list = j->report->format == REPORT_TABLE;
	int code = WT_OK;

	if (!list)
		report_begin(j->report, columns);
	for (size_t i = 0; i < count; i++) {
		struct hit h = { .rank = j->asked->skip + i + 1 };

		if ((code = load(j, &found[i], &h)) != WT_OK)
			break;
		if (list)
			code = print_hit(j, &h);
		else
			report_hit(j, &h);
	}
	return code;
}

static int
ask(struct asking *j, struct wt_span query, size_t *count, uint64_t *total, struct wt_error *error)
{
	const struct search_asked *a = j->asked;
	struct wt_found *found = wt_arena_array(&j->kept, (size_t)a->limit + 1, sizeof *found);
	int code;

	if (found == NULL)
		return wt_error_set(error, WT_ENOMEM, 0, "memory ran out");
	if ((code = cmd_query_open(j->o, query, &j->query, error)) != WT_OK ||
	    (code = wt_marker_open(&j->kept, &j->o->rules, wt_query_tree(j->query),
	    &j->marker)) != WT_OK ||
	    (code = wt_query_top(j->query, a->sort, a->skip, a->limit, found, count, error)) != WT_OK)
		return code;
	if ((code = show(j, found, *count)) != WT_OK) {
		if (wt_index_error(j->o->index, error) == WT_OK)
			wt_error_set(error, code, 0, "%s", wt_strerror(code));
		return code;
	}
	return a->total ? wt_query_count(j->query, total, error) : WT_OK;
}

int
answer_search(struct opened *o, const struct search_asked *asked, struct wt_span query,
    struct report *report, size_t *count, uint64_t *total, struct wt_error *error)
{
	struct asking j = { .o = o, .asked = asked, .report = report };
	int code;

	o->keep_copies = asked->keep_copies;
	code = ask(&j, query, count, total, error);

	wt_query_close(j.query);
	wt_arena_free(&j.kept);
	wt_arena_free(&j.arena);
	return code;
}

bool
search_sort(const char *name, enum wt_sort *sort)
{
	static const char *const names[] = { "score", "newest", "oldest" };

	for (int i = 0; i < 3; i++) {
		if (strcmp(name, names[i]) == 0) {
			*sort = (enum wt_sort)i;
			return true;
		}
	}
	return false;
}

struct job {
	struct asked asked;
	struct batch batch;             /* and what is asked of every query */
};

static int
run(const struct job *j, char **words, int nwords)
{
	const struct search_asked *asked = &j->batch.asked;
	struct report report = { .format = j->asked.format, .to = stdout };
	struct wt_arena arena = { 0 };
	struct wt_span query = cmd_query(&arena, words, nwords);
	struct wt_error error = { 0 };
	struct opened o;
	uint64_t total = 0;
	size_t count = 0;
	int status = asked_open(&j->asked, &o);

	if (status == CMD_OK) {
		int code = answer_search(&o, asked, query, &report, &count, &total, &error);
		int closed = report_close(&report);

		status = asked_status(&j->asked, &o, query, code != WT_OK ? code : closed, count > 0,
		    &error);
	}
	if (status == CMD_OK && asked->total)
		printf(speak(total == 1 ? "%llu article\n" : "%llu articles\n"), (unsigned long long)total);
	status = asked_close(&j->asked, &o, status);
	wt_arena_free(&arena);
	return status;
}

/* Saved queries. */
static int
run_batch(struct job *j, int nwords)
{
	struct opened o;
	int status;

	if (j->batch.path == NULL || j->batch.folder == NULL)
		return cmd_usage("search", "--batch FILE and -o DIR go together");
	if (nwords > 0)
		return cmd_usage("search", "with --batch the queries are in the file");
	if (j->asked.format == REPORT_TABLE)
		return cmd_usage("search", "--batch writes csv, tsv, json or jsonl");
	j->batch.format = j->asked.format == REPORT_AUTO ? REPORT_CSV : j->asked.format;
	j->batch.quiet = j->asked.quiet;
	j->batch.asked.total = true;
	if ((status = asked_open(&j->asked, &o)) == CMD_OK)
		status = batch_run(&j->batch, &o);
	return asked_close(&j->asked, &o, status);
}

/* -1 or an exit status. */
static int
take_options(struct job *j, int argc, char **argv)
{
	static const struct option options[] = { { "skip", required_argument, NULL, 'k' },
	    { "sort", required_argument, NULL, 's' }, { "limit", required_argument, NULL, 'n' },
	    { "batch", required_argument, NULL, 'b' }, { "output", required_argument, NULL, 'o' },
	    ASKED_OPTIONS };
	struct search_asked *asked = &j->batch.asked;
	struct asked *a = &j->asked;
	int c;

	while ((c = asked_next(a, argc, argv, "n:o:", options)) != 0) {
		switch (c) {
		case 'b': j->batch.path = optarg; break;
		case 'o': j->batch.folder = optarg; break;
		case 'k': a->bad = !cmd_number(optarg, 0, SEARCH_SKIP, &asked->skip); break;
		case 's': a->bad = !search_sort(optarg, &asked->sort); break;
		default: a->bad = !cmd_number(optarg, 1, SEARCH_MOST, &asked->limit); break;
		}
	}
	asked->keep_copies = a->keep_copies;
	return a->status;
}

int
cmd_search(int argc, char **argv)
{
	struct job j = { .asked = { .command = "search", .usage = usage },
	    .batch.asked = { .limit = 10, .open = "**", .shut = "**" } };
	struct search_asked *asked = &j.batch.asked;
	int status = take_options(&j, argc, argv);

	if (status >= 0)
		return status;
	if (j.batch.path != NULL || j.batch.folder != NULL)
		return run_batch(&j, argc - optind);
	if (optind == argc)
		return cmd_usage("search", "no query is given");
	j.asked.format = report_format_resolve(j.asked.format);
	if ((asked->total = j.asked.format == REPORT_TABLE) && report_colour()) {
		asked->open = "\033[1;33m";
		asked->shut = "\033[0m";
	}
	asked_pager(&j.asked);
	return run(&j, argv + optind, argc - optind);
}
