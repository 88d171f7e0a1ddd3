/* batch.c - behind batch.h. */
#include "cmd/batch.h"
#include "cmd/speak.h"
#include "base/save.h"
#include "base/table.h"
#include "ingest/stream.h"
#include "text/utf8.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define LINE ((size_t)128 << 10)        /* the longest line */
#define NAME 200                        /* bytes of the longest name */

static const struct wt_schema_column columns[] = {
	{ "name", WT_COLUMN_STRING, NULL, "" }, { "n_articles", WT_COLUMN_INTEGER, NULL, "" },
	{ "n_rows", WT_COLUMN_INTEGER, NULL, "" }, { "file", WT_COLUMN_STRING, NULL, "" },
	{ NULL, WT_COLUMN_STRING, NULL, NULL }
};

struct run {
	const struct batch *b;
	struct opened *o;
	struct wt_table names;          /* in lower case: some file systems know no other */
	struct wt_arena arena;          /* of one line */
	struct report report;           /* what was written */
	struct wt_error error;          /* of a line */
	unsigned line;
	bool wrong, found;
};

/* One line of the file. */
struct saved {
	struct wt_span name, query;
	struct search_asked asked;
};

/* ---- lines ---- */

/* Keep what is wrong with a line, behind its place. */
static int
refuse(struct run *r, int code, uint64_t offset, const char *what)
{
	/* A copy: it may be the text that is written over. */
	struct wt_span said = wt_arena_copy(&r->arena, wt_span_of(what));

	return wt_error_set(&r->error, code, offset, "%s:%u: %.*s", r->b->path, r->line, (int)said.len,
	    said.at);
}

/* Is it a name for a file in the folder, and nowhere else? */
static bool
is_name(struct wt_arena *arena, struct wt_span name)
{
	struct wt_span clean;
	uint32_t replaced;

	if (name.len == 0 || name.len > NAME || name.at[0] == '.' || name.at[0] == '-')
		return false;
	for (size_t i = 0; i < name.len; i++)
		if ((unsigned char)name.at[i] < 0x20 || name.at[i] == 0x7f || name.at[i] == '/' ||
		    name.at[i] == '\\')
			return false;
	return wt_utf8_clean(arena, name, &clean, &replaced) == WT_OK && wt_span_eq(name, clean);
}

static bool
read_option(struct wt_span option, struct search_asked *asked)
{
	char value[16];
	struct wt_span name, rest = option;

	if (!wt_span_cut(&rest, '=', &name) || rest.at == NULL || rest.len >= sizeof value)
		return false;
	memcpy(value, rest.at, rest.len);
	value[rest.len] = '\0';
	if (wt_span_is(name, "n"))
		return cmd_number(value, 1, SEARCH_MOST, &asked->limit);
	if (wt_span_is(name, "skip"))
		return cmd_number(value, 0, SEARCH_SKIP, &asked->skip);
	return wt_span_is(name, "sort") && search_sort(value, &asked->sort);
}

/* Read a line: WT_OK, WT_ENOENT if it holds nothing, or an error that was kept. */
static int
read_line(struct run *r, struct wt_span line, struct saved *s)
{
	struct wt_span rest = line, options, option;
	uint32_t known = r->names.count, number;

	if (r->line == 1 && wt_span_starts(line, WT_SPAN("\xef\xbb\xbf")))
		rest = wt_span_make(line.at + 3, line.len - 3);
	if (wt_span_trim(rest).len == 0 || rest.at[0] == '#')
		return WT_ENOENT;
	wt_span_cut(&rest, '\t', &s->name);
	if (!wt_span_cut(&rest, '\t', &s->query) || wt_span_trim(s->query).len == 0)
		return refuse(r, WT_EINVAL, 0, "a line is a name, a tab and a query");
	if (r->line == 1 && wt_span_is(s->name, "name") && wt_span_is(s->query, "query"))
		return WT_ENOENT;
	if (!is_name(&r->arena, s->name))
		return refuse(r, WT_EINVAL, 0, "the name cannot be that of a file in the folder");
	if (wt_table_intern(&r->names, wt_utf8_lower(&r->arena, s->name), &number) != WT_OK)
		return refuse(r, WT_ENOMEM, 0, wt_strerror(WT_ENOMEM));
	if (number != known)
		return refuse(r, WT_EINVAL, 0, "the name was used before");
	s->asked = r->b->asked;
	options = rest.at == NULL ? wt_span_make("", 0) : rest;
	while (wt_span_cut(&options, ' ', &option))
		if (option.len > 0 && !read_option(option, &s->asked))
			return refuse(r, WT_EINVAL, 0, "options are n=, skip= and sort=");
	return r->arena.err;
}

/* ---- answers ---- */

static const char *
ending_of(enum report_format format)
{
	return format == REPORT_TSV ? "tsv" : format == REPORT_JSON ? "json" :
	    format == REPORT_JSONL ? "jsonl" : "csv";
}

static int
save(struct run *r, const char *path, const char *bytes, size_t len)
{
	struct wt_error error = { 0 };
	struct wt_save file;
	int code = wt_save_open(&file, path, &error);

	if (code == WT_OK) {
		wt_save_put(&file, bytes, len);
		code = wt_save_commit(&file, &error);
	}
	wt_save_cancel(&file);
	return code == WT_OK ? WT_OK : refuse(r, WT_EIO, 0, error.text);
}

/* Ask one query and write its file; errors are kept. */
static int
answer(struct run *r, const struct saved *s)
{
	struct wt_span path = wt_arena_printf(&r->arena, "%s/%.*s.%s", r->b->folder, (int)s->name.len,
	    s->name.at, ending_of(r->b->format));
	struct wt_error error = { 0 };
	uint64_t total = 0;
	size_t count = 0, len = 0;
	char *bytes = NULL;
	struct report report = { .format = r->b->format, .to = open_memstream(&bytes, &len) };
	int code, closed;

	if (report.to == NULL || r->arena.err != WT_OK)
		return refuse(r, WT_ENOMEM, 0, wt_strerror(WT_ENOMEM));
	code = answer_search(r->o, &s->asked, s->query, &report, &count, &total, &error);
	closed = report_close(&report);
	if (fclose(report.to) != 0 && closed == WT_OK)
		closed = WT_ENOMEM;
	if (code == WT_OK && closed != WT_OK)
		code = wt_error_set(&error, closed, 0, "%s", wt_strerror(closed));
	if (code != WT_OK)
		code = refuse(r, code, error.offset, error.text);
	else if ((code = save(r, path.at, bytes, len)) == WT_OK) {
		r->found = r->found || count > 0;
		report_cell(&r->report, s->name);
		report_number(&r->report, total);
		report_number(&r->report, count);
		report_cell(&r->report, path);
		report_end(&r->report, wt_span_make("", 0));
	}
	free(bytes);
	return code;
}

/* Errors of which the other lines would die too. */
static bool
is_fatal(int code)
{
	return code == WT_ENOMEM || code == WT_ECORRUPT || code == WT_EIO;
}

static int
take_line(struct run *r, struct wt_span line)
{
	struct saved s = { .query = { NULL, 0 } };
	int code;

	wt_arena_reset(&r->arena);
	if ((code = read_line(r, line, &s)) == WT_ENOENT)
		return WT_OK;
	if (code == WT_OK)
		code = answer(r, &s);
	if (code == WT_OK)
		return WT_OK;
	r->wrong = true;
	cmd_query_fail("search", s.query.at == NULL || r->error.code == WT_EINVAL ? wt_span_make("", 0) :
	    s.query, &r->error);
	return is_fatal(code) ? code : WT_OK;
}

static int
take_lines(struct run *r, struct wt_stream *in)
{
	struct wt_span line;
	int code = WT_OK, got;

	while (code == WT_OK && (got = wt_stream_line(in, LINE, &line)) != WT_ENOENT) {
		r->line++;
		if (got == WT_OK) {
			code = take_line(r, line);
			continue;
		}
		refuse(r, got, 0, got == WT_ELIMIT ? "the line is too long" : wt_strerror(got));
		cmd_query_fail("search", wt_span_make("", 0), &r->error);
		r->wrong = true;
		code = got == WT_ELIMIT ? WT_OK : got;
	}
	return code;
}

int
batch_run(const struct batch *b, struct opened *o)
{
	struct run r = { .b = b, .o = o };
	struct wt_error error = { 0 };
	struct wt_stream *in;
	int code = wt_stream_open(b->path, &in, &error);

	if (code == WT_OK && mkdir(b->folder, 0777) != 0 && errno != EEXIST) {
		code = wt_error_set(&error, WT_EIO, 0, "%s: %s", b->folder, strerror(errno));
		wt_stream_close(in);
	}
	if (code != WT_OK)
		return cmd_fail_run("search", &error);
	report_open(&r.report, columns, b->quiet ? REPORT_KEPT : REPORT_AUTO);
	code = take_lines(&r, in);
	if (report_close(&r.report) != WT_OK)
		code = WT_ENOMEM;
	wt_stream_close(in);
	wt_table_free(&r.names);
	wt_arena_free(&r.arena);
	return code != WT_OK ? CMD_FAILURE : r.wrong ? CMD_SKIPPED : r.found ? CMD_OK : CMD_NOTHING;
}
