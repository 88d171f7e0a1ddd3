/* kwic.c - `warta kwic`: keywords in the middle of their contexts. */
#include "cmd/asked.h"
#include "cmd/speak.h"
#include "cmd/open.h"
#include "cmd/report.h"
#include "cmd/story.h"
#include "query/lines.h"
#include "query/order.h"
#include "text/utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char usage[] =
    "usage: warta kwic [-d INDEX] [--sort KEYS] QUERY...\n"
    "\n"
    "A line for each place where the words of the query stand, between the words around\n"
    "it.  A phrase is one keyword, and so are the words of a NEAR; of a query with several\n"
    "words each has its lines.  Articles come by date, the oldest first.\n"
    "\n"
    "  -d INDEX         the folder of the index (default: $WARTA_INDEX, else warta.idx)\n"
    "      --sort KEYS  1L (the word before), 2R (the second behind), ... up to 20; 0 (the\n"
    "                   keyword); date; several with commas; - in front: the other way round\n"
    "      --width N    so many columns on each side (default: what the terminal has, else 60)\n"
    "  -n N             so many lines at most\n"
    "      --format F   table, csv, tsv, json or jsonl; --json for short\n"
    "      --keep-duplicates  lines of each near copy of an article\n"
    "      --no-pager   on a terminal: all at once\n"
    "      --dict DIR   TSV files laid over the dictionaries\n"
    "      --help\n"
    "\n"
    "examples:\n"
    "  warta kwic --sort 1R,2R 'normalisasi'\n"
    "  warta kwic '\"air bersih\" wilayah:NTT' --width 80 --format csv\n";

#define STRING WT_COLUMN_STRING, NULL, ""
#define INTEGER WT_COLUMN_INTEGER, NULL, ""
#define WIDTH 60                /* columns on each side where there is no terminal */
#define NAME 16                 /* columns of an article's id in a table */

static const struct wt_schema_column columns[] = {
	{ "article_id", STRING }, { "published", STRING }, { "source_name", STRING }, { "left", STRING },
	{ "keyword", STRING }, { "right", STRING }, { "part", STRING }, { "start_char", INTEGER },
	{ "end_char", INTEGER }, { NULL, STRING }
};

struct job {
	struct asked asked;
	struct opened o;
	struct wt_concord_key keys[WT_CONCORD_KEYS];
	size_t nkeys;
	unsigned limit, width;
	struct wt_query *query;
	struct wt_marker *marker;
	struct wt_lines *lines;         /* NULL: they are shown as they come */
	const char *folder;             /* where they are put aside */
	int lost;                       /* WT_OK, or why they cannot be */
	struct wt_arena kept;           /* of the run */
	struct wt_arena arena;          /* of one article */
	struct report report;
	size_t left, room;              /* of a table: columns before the keyword, of a line */
	size_t shown;
	bool colour;
};

/* ---- one line ---- */

/* The part of a line that fits into some columns, in one line; `whole`: not a part of a word. */
static struct wt_span
fitted(struct wt_arena *arena, struct wt_span s, size_t room, bool whole)
{
	struct wt_span flat = story_line(arena, s);
	size_t used = 0, at = 0;
	unsigned len = 0;

	for (; at < flat.len; at += len) {
		used += wt_utf8_width(wt_utf8_decode(flat.at + at, flat.at + flat.len, &len));
		if (used > room)
			break;
	}
	while (whole && at > 0 && at < flat.len && flat.at[at] != ' ' && flat.at[at - 1] != ' ')
		at--;
	return wt_span_make(flat.at, at);
}

static void
print_padded(struct wt_span s, size_t room, bool right)
{
	size_t wide = wt_utf8_columns(s), pad = wide < room ? room - wide : 0;

	printf("%*s%.*s%*s", right ? (int)pad : 0, "", (int)s.len, s.at, right ? 0 : (int)pad, "");
}

/* The keywords stand below each other. */
static void
print_line(struct job *j, const struct wt_line *line, struct wt_arena *scratch)
{
	size_t head = 10 + 2 + NAME + 2, room = j->room > head + j->left ? j->room - head - j->left : 0;
	struct wt_span left = story_line(scratch, line->left);
	struct wt_span keyword = fitted(scratch, line->keyword, room, false), right;

	room -= wt_utf8_columns(keyword);
	right = fitted(scratch, line->right, room, true);
	print_padded(fitted(scratch, line->published, 10, false), 12, false);
	print_padded(fitted(scratch, line->article, NAME, false), NAME + 2, false);
	print_padded(left, j->left, true);
	printf("%s%.*s%s%.*s\n", j->colour ? "\033[1;33m" : "", (int)keyword.len, keyword.at,
	    j->colour ? "\033[0m" : "", (int)right.len, right.at);
}

static void
report_line(struct job *j, const struct wt_line *line, struct wt_arena *scratch)
{
	struct report *r = &j->report;

	report_cell(r, line->article);
	report_cell(r, line->published);
	report_cell(r, line->source);
	report_cell(r, wt_span_trim(story_line(scratch, line->left)));
	report_cell(r, story_line(scratch, line->keyword));
	report_cell(r, wt_span_trim(story_line(scratch, line->right)));
	report_cell(r, line->title ? WT_SPAN("title") : WT_SPAN("text"));
	report_number(r, line->start);
	report_number(r, line->end);
	report_end(r, wt_span_make("", 0));
}

static void
show_line(struct job *j, const struct wt_line *line, struct wt_arena *scratch)
{
	if (j->asked.format == REPORT_TABLE)
		print_line(j, line, scratch);
	else
		report_line(j, line, scratch);
	j->shown++;
}

/* ---- articles ---- */

/* Whether enough lines were shown, or nobody reads them any more. */
static bool
done(const struct job *j)
{
	return ferror(stdout) || (j->lines == NULL && j->limit > 0 && j->shown >= j->limit);
}

/* The lines of a title or a text. */
static int
take_part(struct job *j, struct wt_line *line, const struct story_part *p)
{
	size_t at = 0;
	int code = WT_OK;

	line->end = 0;
	for (size_t i = 0; i < p->count && code == WT_OK && !done(j); i++) {
		size_t start = p->marked.tokens[p->keywords[i].first].start;

		wt_line_cut(line, &p->marked, &p->keywords[i], j->width);
		line->start = line->end +
		    (uint32_t)wt_utf8_count(wt_span_make(p->marked.text.at + at, start - at));
		line->end = line->start + (uint32_t)wt_utf8_count(line->keyword);
		line->title = start >= p->title_start && start < p->title_end;
		at = start + line->keyword.len;
		if (j->lines != NULL)
			code = j->lost = wt_lines_add(j->lines, line, &p->marked, &p->keywords[i]);
		else
			show_line(j, line, &j->arena);
	}
	return code;
}

static int
take_article(struct job *j, uint32_t segment, uint32_t doc)
{
	struct wt_line line = { .date = wt_document_date(wt_index_segment(j->o.index, segment), doc) };
	struct story_part parts[2];
	struct story s;
	size_t count;
	int code;

	wt_arena_reset(&j->arena);
	if ((code = story_load(&j->o, segment, doc, &j->arena, &s)) != WT_OK ||
	    (code = story_parts(&s, j->marker, wt_query_tree(j->query), &j->arena, parts,
	    &count)) != WT_OK)
		return code;
	line.article = s.key;
	line.published = s.story.published;
	line.source = s.story.source;
	for (size_t i = 0; i < count && code == WT_OK; i++)
		code = take_part(j, &line, &parts[i]);
	return code != WT_OK ? code : j->arena.err;
}

/* Show the lines that were kept. */
static int
show_kept(struct job *j)
{
	const struct wt_line *line;
	int code = j->lost = wt_lines_sort(j->lines);

	while (code == WT_OK && !ferror(stdout) &&
	    (code = j->lost = wt_lines_next(j->lines, &line)) == WT_OK && line != NULL) {
		wt_arena_reset(&j->arena);
		show_line(j, line, &j->arena);
		code = j->arena.err;
	}
	return code;
}

static int
walk(struct job *j, struct wt_error *error)
{
	struct wt_matches matches;
	struct wt_order order;
	uint32_t segment, doc;
	int code = wt_query_matches(j->query, &matches, error);

	if (code != WT_OK)
		return code;
	code = wt_order_open(&order, j->o.index, &matches, WT_SORT_OLDEST);
	while (code == WT_OK && !done(j) && wt_order_next(&order, &segment, &doc))
		code = take_article(j, segment, doc);
	if (code == WT_OK)
		code = order.err;
	wt_order_close(&order);
	wt_matches_free(&matches);
	if (code == WT_OK && j->lines != NULL)
		code = show_kept(j);
	if (j->lost != WT_OK && j->lost != WT_ENOMEM)
		code = wt_error_set(error, WT_EIO, 0, "%s: %s", j->folder, wt_strerror(j->lost));
	return code;
}

static int
ask(struct job *j, struct wt_span query, struct wt_error *error)
{
	int code, closed;

	if ((code = cmd_query_open(&j->o, query, &j->query, error)) != WT_OK)
		return code;
	code = wt_marker_open(&j->kept, &j->o.rules, wt_query_tree(j->query), &j->marker);
	if (code == WT_OK && wt_marker_leaves(j->marker) == 0)
		return wt_error_set(error, WT_EINVAL, 0, "the query has no word to be shown");
	if (code == WT_OK && j->nkeys > 0)
		code = wt_lines_open(&(struct wt_lines_options){ .keys = j->keys, .key_count = j->nkeys,
		    .limit = j->limit, .folder = j->folder }, &j->lines);
	if (j->asked.format != REPORT_TABLE)
		report_open(&j->report, columns, j->asked.format);
	if (code == WT_OK)
		code = walk(j, error);
	closed = report_close(&j->report);
	return code != WT_OK ? code : closed;
}

/* Columns on each side of the keyword, and of the line. */
static void
lay_out(struct job *j)
{
	size_t screen = report_width(), head = 10 + 2 + NAME + 2;

	if (j->width == 0)
		j->width = j->asked.format != REPORT_TABLE ? WIDTH :
		    screen > head + 30 ? (unsigned)(screen - head - 10) / 2 : 10;
	else
		screen = head + 2 * (size_t)j->width + 40;
	j->left = j->width;
	j->room = screen;
}

static int
run(struct job *j, char **words, int count)
{
	struct wt_error error = { 0 };
	struct wt_span query = cmd_query(&j->kept, words, count);
	int status = asked_open(&j->asked, &j->o), code;

	if (status == CMD_OK) {
		code = ask(j, query, &error);
		status = asked_status(&j->asked, &j->o, query, code, j->shown > 0, &error);
	}
	wt_lines_close(j->lines);
	wt_query_close(j->query);
	status = asked_close(&j->asked, &j->o, status);
	wt_arena_free(&j->kept);
	wt_arena_free(&j->arena);
	return status;
}

/* -1 or an exit status. */
static int
take_options(struct job *j, int argc, char **argv)
{
	static const struct option options[] = { { "sort", required_argument, NULL, 's' },
	    { "width", required_argument, NULL, 'w' }, { "limit", required_argument, NULL, 'n' },
	    ASKED_OPTIONS };
	struct asked *a = &j->asked;
	int c;

	while ((c = asked_next(a, argc, argv, "n:", options)) != 0) {
		if (c == 's')
			a->bad = wt_concord_keys(wt_span_of(optarg), j->keys, &j->nkeys) != WT_OK;
		else
			a->bad = !cmd_number(optarg, 1, c == 'w' ? 10000 : 1000000000,
			    c == 'w' ? &j->width : &j->limit);
	}
	if (a->status >= 0)
		return a->status;
	if (optind == argc)
		return cmd_usage("kwic", "no query is given");
	a->format = report_format_resolve(a->format);
	j->colour = a->format == REPORT_TABLE && report_colour();
	lay_out(j);
	asked_pager(a);
	return -1;
}

int
cmd_kwic(int argc, char **argv)
{
	const char *folder = getenv("TMPDIR");
	struct job j = { .asked = { .command = "kwic", .usage = usage },
	    .folder = folder != NULL && *folder != '\0' ? folder : "/tmp" };
	int status = take_options(&j, argc, argv);

	return status >= 0 ? status : run(&j, argv + optind, argc - optind);
}
