/* dates.c - `warta dates`: text in, its dates as CSV out, line by line. */
#include "cmd/cmd.h"
#include "cmd/speak.h"
#include "cmd/usages.h"
#include "base/csv.h"
#include "extract/date.h"
#include "text/utf8.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FLUSH 65536

struct job {
	struct wt_date_finder *finder;
	struct wt_arena arena;
	struct wt_buf out;
	struct wt_error *error;
	uint32_t published;
	uint64_t line;          /* of the text in hand: its first line */
	uint64_t replaced;
};

/* Code points in text[0..len): bytes that do not continue one. */
static uint64_t
points(const char *text, size_t len)
{
	uint64_t count = 0;

	for (size_t i = 0; i < len; i++)
		count += ((unsigned char)text[i] & 0xc0) != 0x80;
	return count;
}

/* A number without the work of printf: there are three in every row. */
static void
write_number(struct wt_csv *csv, uint64_t number)
{
	char text[20];
	size_t at = sizeof text;

	do {
		text[--at] = (char)('0' + number % 10);
		number /= 10;
	} while (number > 0);
	wt_csv_cell(csv, wt_span_make(text + at, sizeof text - at));
}

static void
write_iso(struct wt_csv *csv, uint32_t date)
{
	char text[WT_ISO_MAX];

	wt_csv_cell(csv, wt_span_make(text, wt_iso_put(date, text)));
}

static void
write_hit(struct job *j, const struct wt_date_hit *hit, struct wt_span text, uint64_t line,
    uint64_t start)
{
	static const char *const agrees[] = { "", "yes", "no" };
	struct wt_csv csv = { .out = &j->out, .separator = ',' };
	struct wt_span surface = wt_span_make(text.at + hit->start, hit->end - hit->start);
	char anchor[WT_ANCHOR_TEXT_MAX];

	write_number(&csv, line);
	wt_csv_cell(&csv, surface);
	write_number(&csv, start);
	write_number(&csv, start + points(surface.at, surface.len));
	write_iso(&csv, hit->from);
	write_iso(&csv, hit->to);
	wt_csv_text(&csv, wt_date_precision_name(hit->precision));
	wt_csv_cell(&csv, wt_span_make(anchor, wt_date_anchor_put(hit, anchor)));
	wt_csv_text(&csv, agrees[hit->weekday_agrees]);
	wt_csv_end(&csv);
}

static void
flush(struct job *j)
{
	if (j->out.err == WT_OK)
		fwrite(j->out.at, 1, j->out.len, stdout);
	wt_buf_clear(&j->out);
}

/* Find and write the dates of a text of one line or more; j->line counts on. */
static int
write_text(struct job *j, struct wt_span raw)
{
	struct wt_date_context context = { .record = j->published, .times = true };
	struct wt_date_hit *hits;
	struct wt_span text;
	size_t count, at = 0;
	uint64_t start = 0;
	uint32_t replaced;
	int code;

	wt_arena_reset(&j->arena);
	if ((code = wt_utf8_clean(&j->arena, raw, &text, &replaced)) != WT_OK ||
	    (code = wt_date_find(j->finder, text, &context, &j->arena, &hits, &count,
	    j->error)) != WT_OK)
		return code;
	j->replaced += replaced;
	for (size_t i = 0; i < count; i++) {
		const char *newline;

		while ((newline = memchr(text.at + at, '\n', hits[i].start - at)) != NULL) {
			at = (size_t)(newline - text.at) + 1;
			start = 0;
			j->line++;
		}
		start += points(text.at + at, hits[i].start - at);
		at = hits[i].start;
		write_hit(j, &hits[i], text, j->line, start);
	}
	if (j->out.len > FLUSH)
		flush(j);
	return j->out.err;
}

static int
each_line(struct job *j)
{
	char *line = NULL;
	size_t size = 0;
	ssize_t len;
	int code = WT_OK;

	while (code == WT_OK && (len = getline(&line, &size, stdin)) >= 0) {
		if (len > 0 && line[len - 1] == '\n')
			len--;
		j->line++;
		code = write_text(j, wt_span_make(line, (size_t)len));
	}
	free(line);
	return code == WT_OK && ferror(stdin) ? WT_EIO : code;
}

static int
whole(struct job *j)
{
	struct wt_buf in = { 0 };
	size_t got;
	char *room;
	int code;

	do {
		room = wt_buf_room(&in, FLUSH);
		got = room == NULL ? 0 : fread(room, 1, FLUSH, stdin);
		in.len += got;
	} while (got > 0);
	j->line = 1;
	code = in.err != WT_OK ? in.err : ferror(stdin) ? WT_EIO : write_text(j, wt_buf_span(&in));
	wt_buf_free(&in);
	return code;
}

static int
run(struct job *j, const char *overlay, bool article)
{
	static const char *const header[] = { "line", "surface", "start_char", "end_char",
		"date_from", "date_to", "precision", "anchor", "weekday_agrees", NULL };
	struct wt_csv csv = { .out = &j->out, .separator = ',' };
	struct wt_error error = { 0 };
	struct wt_dict *dict = NULL;
	int code = cmd_dict_open(overlay, &dict, &error);

	j->error = &error;
	if (code == WT_OK)
		code = wt_date_finder_open(dict, &j->finder, &error);
	if (code == WT_OK) {
		wt_csv_row(&csv, header);
		code = article ? whole(j) : each_line(j);
		flush(j);
	}
	if (code != WT_OK && error.code == WT_OK)
		wt_error_set(&error, code, 0, "line %llu: %s", (unsigned long long)j->line,
		    wt_strerror(code));
	if (j->replaced > 0)
		cmd_warn("dates", "%llu invalid byte sequences replaced",
		    (unsigned long long)j->replaced);
	wt_date_finder_close(j->finder);
	wt_arena_free(&j->arena);
	wt_buf_free(&j->out);
	cmd_dict_close(dict);
	return code == WT_OK ? CMD_OK : cmd_fail("dates", &error);
}

int
cmd_dates(int argc, char **argv)
{
	static const struct option options[] = { { "published", required_argument, NULL, 'p' },
	    { "article", no_argument, NULL, 'a' }, { "dict", required_argument, NULL, 'd' },
	    { "help", no_argument, NULL, 'h' }, { 0 } };
	const char *overlay = NULL;
	struct job j = { 0 };
	bool article = false;
	int c;

	while ((c = getopt_long(argc, argv, "h", options, NULL)) != -1) {
		switch (c) {
		case 'h':
			speak_help(usage_of("dates"));
			return CMD_OK;
		case 'a':
			article = true;
			break;
		case 'd':
			overlay = optarg;
			break;
		case 'p':
			j.published = wt_iso_get(optarg, strlen(optarg));
			if (wt_iso_day(j.published) == 0)
				return cmd_usage("dates", "--published takes a day as YYYY-MM-DD, not '%s'",
				    optarg);
			break;
		default:
			return cmd_mistake("dates", usage_of("dates"), argv, c);
		}
	}
	if (optind != argc)
		return cmd_usage("dates", "it reads standard input, not '%s'", argv[optind]);
	return run(&j, overlay, article);
}
