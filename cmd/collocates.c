/* collocates.c - `warta collocates`: the words that stand near those of a query. */
#include "cmd/asked.h"
#include "cmd/speak.h"
#include "cmd/answer.h"
#include "cmd/report.h"
#include "cmd/story.h"
#include "query/collocate.h"
#include "query/search.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char usage[] =
    "usage: warta collocates [-d INDEX] [--window 5L,5R] QUERY...\n"
    "\n"
    "Which words stand near those of the query more often than chance has it, the most\n"
    "telling first: how often near them, how often in all articles, how often expected,\n"
    "log-likelihood (10.83: one chance in a thousand) and logDice (14 at most).\n"
    "\n"
    "  -d INDEX           the folder of the index (default: $WARTA_INDEX, else warta.idx)\n"
    "      --window W     words before and behind: 5L,5R (default), 3L, 2R, ... up to 50\n"
    "      --by WHAT      stem (default) or form: words as they are written\n"
    "      --min-count N  leave out words that stand there less often (default: 3)\n"
    "      --stopwords    with words such as yang and di\n"
    "      --keep-duplicates  count each near copy of an article\n"
    "  -n N               so many words at most\n"
    "      --format F     table, csv, tsv, json or jsonl; --json for short\n"
    "      --no-pager     on a terminal: all at once\n"
    "      --dict DIR     TSV files laid over the dictionaries\n"
    "      --help\n"
    "\n"
    "examples:\n"
    "  warta collocates sampah\n"
    "  warta collocates --window 0L,2R --by form '\"wali kota\"' -n 20\n";

#define NUMBER WT_COLUMN_NUMBER, NULL, ""
#define INTEGER WT_COLUMN_INTEGER, NULL, ""
#define WINDOW 50               /* most words on a side */

static const struct wt_schema_column columns[] = {
	{ "word", WT_COLUMN_STRING, NULL, "" }, { "n_near", INTEGER }, { "n_total", INTEGER },
	{ "expected", NUMBER }, { "log_likelihood", NUMBER }, { "log_dice", NUMBER },
	{ NULL, NUMBER }
};

struct job {
	struct asked asked;
	struct opened o;
	struct wt_collocate_options options;
	unsigned limit;
	struct wt_query *query;
	struct wt_marker *marker;
	struct wt_collocates *words;
	struct wt_arena kept;           /* of the run */
	struct wt_arena arena;          /* of one article */
};

/* ---- counting ---- */

/* Count an article that matches, or leave out one that does not count. */
static int
take_article(struct job *j, uint32_t segment, uint32_t doc, bool out)
{
	struct story_part parts[2];
	struct story s;
	size_t count;
	int code;

	wt_arena_reset(&j->arena);
	if ((code = story_load(&j->o, segment, doc, &j->arena, &s)) != WT_OK ||
	    (code = story_parts(&s, j->marker, wt_query_tree(j->query), &j->arena, parts,
	    &count)) != WT_OK)
		return code;
	for (size_t i = 0; i < count && code == WT_OK; i++) {
		if (out)
			wt_collocates_leave_out(j->words, &parts[i].marked);
		else
			code = wt_collocates_add(j->words, &parts[i].marked, parts[i].keywords,
			    parts[i].count);
	}
	return code;
}

/* What the index counts but is deleted, or a near copy. */
static int
leave_out(struct job *j, const struct wt_matches *all)
{
	bool copies = !j->o.keep_copies && wt_copies_count(j->o.copies) > 0;
	int code = WT_OK;

	for (uint32_t i = 0; i < all->segments; i++) {
		const struct wt_segment *s = wt_index_segment(j->o.index, i);

		if (wt_segment_deleted(s) == 0 && !copies)
			continue;
		for (uint32_t doc = 0; doc < wt_segment_docs(s); doc++)
			if (!wt_matches_has(all, i, doc) && (code = take_article(j, i, doc, true)) != WT_OK)
				return code;
	}
	return code;
}

static int
count_words(struct job *j, struct wt_span query, struct wt_error *error)
{
	uint32_t segment = 0, doc = 0;
	struct tally t;
	int code = tally_open(&t, &j->o, query, error);

	for (; code == WT_OK && wt_matches_next(&t.found, &segment, &doc); doc++)
		code = take_article(j, segment, doc, false);
	if (code == WT_OK)
		code = leave_out(j, &t.all);
	tally_close(&t);
	return code;
}

/* ---- the answer ---- */

static void
report_fraction(struct report *r, struct wt_arena *arena, double number)
{
	report_cell(r, wt_arena_printf(arena, "%.2f", number));
}

static int
show(struct job *j, size_t *count)
{
	struct wt_collocate *rows;
	struct report r;
	int code = wt_collocates_rank(j->words, j->o.index, &j->kept, &rows, count);

	if (code != WT_OK)
		return code;
	report_open(&r, columns, j->asked.format);
	for (size_t i = 0; i < *count && (j->limit == 0 || i < j->limit); i++) {
		report_cell(&r, rows[i].word);
		report_number(&r, rows[i].near);
		report_number(&r, rows[i].total);
		report_fraction(&r, &j->kept, rows[i].expected);
		report_fraction(&r, &j->kept, rows[i].log_likelihood);
		report_fraction(&r, &j->kept, rows[i].log_dice);
		report_end(&r, wt_span_make("", 0));
	}
	return report_close(&r);
}

static int
ask(struct job *j, struct wt_span query, size_t *count, struct wt_error *error)
{
	int code;

	if ((code = wt_query_open(j->o.index, &j->o.rules, query, &j->query, error)) != WT_OK)
		return code;
	code = wt_marker_open(&j->kept, &j->o.rules, wt_query_tree(j->query), &j->marker);
	if (code == WT_OK && wt_marker_leaves(j->marker) == 0)
		return wt_error_set(error, WT_EINVAL, 0, "the query has no word to be shown");
	if (code == WT_OK)
		code = wt_collocates_open(&j->options, &j->words);
	if (code == WT_OK)
		code = count_words(j, query, error);
	return code != WT_OK ? code : show(j, count);
}

static int
run(struct job *j, char **words, int nwords)
{
	struct wt_error error = { 0 };
	struct wt_span query = cmd_query(&j->kept, words, nwords);
	int status = asked_open(&j->asked, &j->o), code;
	size_t count = 0;

	if (status == CMD_OK) {
		code = ask(j, query, &count, &error);
		status = asked_status(&j->asked, &j->o, query, code, count > 0, &error);
	}
	wt_collocates_close(j->words);
	wt_query_close(j->query);
	status = asked_close(&j->asked, &j->o, status);
	wt_arena_free(&j->kept);
	wt_arena_free(&j->arena);
	return status;
}

/* ---- options ---- */

/* "5L,5R", "3L", "2R": a side that is not named has no words. */
static bool
window_of(const char *text, struct wt_collocate_options *o)
{
	struct wt_span rest = wt_span_of(text), part;

	o->left = o->right = 0;
	while (wt_span_cut(&rest, ',', &part)) {
		unsigned number = 0;

		if (part.len < 2 || part.len > 3)
			return false;
		for (size_t i = 0; i + 1 < part.len; i++) {
			if (part.at[i] < '0' || part.at[i] > '9')
				return false;
			number = number * 10 + (unsigned)(part.at[i] - '0');
		}
		if (number > WINDOW)
			return false;
		if (part.at[part.len - 1] == 'L' || part.at[part.len - 1] == 'l')
			o->left = number;
		else if (part.at[part.len - 1] == 'R' || part.at[part.len - 1] == 'r')
			o->right = number;
		else
			return false;
	}
	return o->left + o->right > 0;
}

static bool
by_named(const char *name, bool *forms)
{
	*forms = strcmp(name, "form") == 0;
	return *forms || strcmp(name, "stem") == 0;
}

/* -1 or an exit status. */
static int
take_options(struct job *j, int argc, char **argv)
{
	static const struct option options[] = { { "window", required_argument, NULL, 'w' },
	    { "by", required_argument, NULL, 'b' }, { "min-count", required_argument, NULL, 'c' },
	    { "stopwords", no_argument, NULL, 's' }, { "limit", required_argument, NULL, 'n' },
	    ASKED_OPTIONS };
	struct asked *a = &j->asked;
	int c;

	while ((c = asked_next(a, argc, argv, "n:", options)) != 0) {
		switch (c) {
		case 's': j->options.stopwords = true; break;
		case 'w': a->bad = !window_of(optarg, &j->options); break;
		case 'b': a->bad = !by_named(optarg, &j->options.forms); break;
		case 'c': a->bad = !cmd_number(optarg, 1, 1000000000, &j->options.least); break;
		default: a->bad = !cmd_number(optarg, 1, 1000000000, &j->limit); break;
		}
	}
	if (a->status >= 0)
		return a->status;
	if (optind == argc)
		return cmd_usage("collocates", "no query is given");
	asked_pager(a);
	return -1;
}

int
cmd_collocates(int argc, char **argv)
{
	struct job j = { .asked = { .command = "collocates", .usage = usage },
	    .options = { .left = 5, .right = 5, .least = 3 } };
	int status = take_options(&j, argc, argv);

	return status >= 0 ? status : run(&j, argv + optind, argc - optind);
}
