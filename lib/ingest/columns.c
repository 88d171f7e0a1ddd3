/*
 * columns.c - behind columns.h.
 *
 * libcsv calls back for every cell and every row; rows wait in `cells` until they
 * are asked for.  A line is given to it at a time, so that only a quoted cell that
 * spans lines makes more than one row's worth wait.
 */
#include "ingest/columns.h"
#include "ingest/guess.h"

#include <csv.h>
#include <stdlib.h>

#define CELLS ((size_t)4096)    /* columns that are looked at */
#define ROW (2 * WT_TEXT_LIMIT)  /* bytes of a row; more is a quotation mark that was left open */
#define MENDED 50               /* such rows of a file, at most: each has its lines read again */
#define LISTED 200              /* bytes of names in a message, about */

struct wt_columns {
	struct wt_stream *stream;
	struct csv_parser parser;
	struct wt_arena arena;          /* of the line in work */
	struct wt_encoded encoded;      /* of the last line that was not UTF-8 */
	struct wt_buf bytes;            /* of the cells of the row in work */
	size_t ends[CELLS];             /* where each cell ends */
	size_t count;
	bool row;                       /* a row is complete */
	unsigned char separator;
	char line_end;
	struct wt_buf lines;            /* of the row in work, as they came */
	struct wt_buf again;            /* lines to be read once more, from `at` on */
	size_t at;
	unsigned mended;                /* rows that were given up so far */
	bool finished;
	int field_of[CELLS];            /* WT_RECORD_... of each column, or -1 */
	size_t columns;
	uint64_t number;                /* of the row, from 1 for the first behind the header */
	int err;
};

static void
take_cell(void *cell, size_t len, void *context)
{
	struct wt_columns *c = context;

	if (c->count == CELLS)
		return;
	if (c->bytes.len + len > ROW) {
		c->err = WT_ELIMIT;
		return;
	}
	wt_buf_put(&c->bytes, cell, len);
	c->ends[c->count++] = c->bytes.len;
}

static void
take_row(int character, void *context)
{
	struct wt_columns *c = context;

	(void)character;
	c->row = true;
}

static struct wt_span
cell(const struct wt_columns *c, size_t i)
{
	size_t start = i == 0 ? 0 : c->ends[i - 1];

	return wt_span_make(c->bytes.at + start, c->ends[i] - start);
}

/* The next line, in UTF-8: one to be read again, else one of the stream. */
static int
read_line(struct wt_columns *c, struct wt_span *line)
{
	struct wt_span rest = wt_span_make(c->again.at + c->at, c->again.len - c->at);
	struct wt_encoded encoded;
	int code;

	if (rest.len > 0 && wt_span_cut(&rest, '\n', line)) {
		c->at += line->len + 1;
		return WT_OK;
	}
	code = c->line_end == '\n' ? wt_stream_line(c->stream, WT_LINE_LIMIT, line) :
	    wt_stream_until(c->stream, c->line_end, WT_LINE_LIMIT, line);
	if (code != WT_OK)
		return code;
	wt_arena_reset(&c->arena);
	code = wt_encoding_read(&c->arena, *line, wt_span_make("", 0), line, &encoded, NULL);
	if (encoded.encoding != WT_ENCODING_UTF8)
		c->encoded = encoded;
	return code;
}

static int
open_parser(struct wt_columns *c)
{
	if (csv_init(&c->parser, 0) != 0)
		return WT_ENOMEM;
	csv_set_delim(&c->parser, c->separator);
	return WT_OK;
}

/*
 * Give the row in work up: a quotation mark was not closed, or a line is no text.
 * The lines behind its first are read again.  Returns `code`.
 */
static int
give_up(struct wt_columns *c, int code)
{
	struct wt_span rest = wt_buf_span(&c->lines), first;
	struct wt_buf again = { 0 };

	wt_span_cut(&rest, '\n', &first);
	if (rest.at != NULL)
		wt_buf_putspan(&again, rest);
	wt_buf_put(&again, c->again.at + c->at, c->again.len - c->at);
	wt_buf_free(&c->again);
	c->again = again;
	c->at = 0;
	csv_free(&c->parser);
	c->finished = ++c->mended > MENDED;
	c->err = open_parser(c) != WT_OK ? WT_ENOMEM : again.err;
	return c->err != WT_OK ? c->err : code;
}

/* Read lines until a row is complete.  WT_ENOENT at the end; WT_ESYNTAX and others: the row is given up. */
static int
read_row(struct wt_columns *c)
{
	wt_buf_clear(&c->bytes);
	wt_buf_clear(&c->lines);
	c->count = 0;
	c->row = false;
	while (!c->row && !c->finished) {
		struct wt_span line;
		int code = read_line(c, &line);

		/* Only a quoted cell keeps a row open behind a line. */
		if (code == WT_ENOENT && wt_span_trim(wt_buf_span(&c->lines)).len == 0)
			return code;
		if (code != WT_OK)
			return code == WT_ENOENT || code == WT_ELIMIT || code == WT_EINVAL ?
			    give_up(c, code == WT_ENOENT ? WT_ESYNTAX : code) : code;
		wt_buf_putspan(&c->lines, line);
		wt_buf_putc(&c->lines, '\n');
		if (csv_parse(&c->parser, line.at, line.len, take_cell, take_row, c) != line.len ||
		    csv_parse(&c->parser, "\n", 1, take_cell, take_row, c) != 1)
			return csv_error(&c->parser) == CSV_ENOMEM ? WT_ENOMEM : give_up(c, WT_ESYNTAX);
		if (c->bytes.err != WT_OK || c->lines.err != WT_OK)
			return WT_ENOMEM;
		if (c->err != WT_OK || (!c->row && c->lines.len > ROW)) {
			c->err = WT_OK;
			return give_up(c, c->row ? WT_ELIMIT : WT_ESYNTAX);
		}
	}
	return c->row ? WT_OK : WT_ENOENT;
}

/* The name of a column, from the header row. */
static struct wt_span
column_name(const struct wt_columns *c, size_t i)
{
	struct wt_span name = wt_span_trim(cell(c, i));

	if (i == 0 && wt_span_starts(name, WT_SPAN("\xef\xbb\xbf")))
		name = wt_span_make(name.at + 3, name.len - 3);
	return name;
}

/* Say which column is missing, and which there are. */
static int
refuse(const struct wt_columns *c, int field, struct wt_span wanted, struct wt_error *error)
{
	struct wt_buf list = { 0 };
	int code;

	for (size_t i = 0; i < c->columns && list.len < LISTED; i++) {
		wt_buf_puts(&list, i == 0 ? "" : ", ");
		wt_buf_putspan(&list, column_name(c, i));
	}
	if (wanted.len > 0)
		code = wt_error_set(error, WT_EINVAL, 0, "no column '%.*s' for the field %s; there are: %.*s",
		    (int)wanted.len, wanted.at, wt_record_field_name(field), (int)list.len, list.at);
	else
		code = wt_error_set(error, WT_EINVAL, 0, "no column for the text: it is named text, isi, "
		    "content or body, or by --columns text=NAME; there are: %.*s", (int)list.len, list.at);
	wt_buf_free(&list);
	return code;
}

static int
read_header(struct wt_columns *c, const struct wt_field_names *names, struct wt_error *error)
{
	bool found[WT_RECORD_FIELDS] = { false };
	int code = read_row(c);

	if (code != WT_OK)
		return code == WT_ENOENT ? wt_error_set(error, WT_EINVAL, 0, "no articles in this file") :
		    wt_error_set(error, code, 0, "the first row: %s", code == WT_ESYNTAX ?
		    "a quotation mark is not closed" : wt_strerror(code));
	for (c->columns = 0; c->columns < c->count; c->columns++) {
		int field = wt_record_field_of(names, column_name(c, c->columns));

		c->field_of[c->columns] = field;
		if (field >= 0)
			found[field] = true;
	}
	for (int i = 0; i < WT_RECORD_FIELDS; i++)
		if (!found[i] && (i == WT_RECORD_TEXT || names->own[i].len > 0))
			return refuse(c, i, names->own[i], error);
	return WT_OK;
}

/* Separator and line end by the front of the file; "sep=;" above the names is a spreadsheet's word for it. */
static void
judge(struct wt_columns *c, struct wt_span front)
{
	bool named = wt_span_starts(front, WT_SPAN("sep=")) && front.len > 5 &&
	    (front.at[5] == '\n' || front.at[5] == '\r');

	c->separator = (unsigned char)(named ? front.at[4] : wt_guess_separator(front));
	c->line_end = memchr(front.at, '\n', front.len) == NULL && memchr(front.at, '\r', front.len) != NULL ?
	    '\r' : '\n';
	if (named)
		wt_stream_drop(c->stream, 5 + (size_t)(front.at[5] == '\r' && front.len > 6 && front.at[6] == '\n') + 1);
}

int
wt_columns_open(struct wt_stream *s, const struct wt_field_names *names,
    struct wt_columns **out, struct wt_error *error)
{
	struct wt_columns *c = calloc(1, sizeof *c);
	struct wt_span front;
	int code;

	*out = NULL;
	if (c == NULL)
		return wt_error_set(error, WT_ENOMEM, 0, "memory ran out");
	c->stream = s;
	if ((code = wt_stream_peek(s, WT_GUESS_BYTES, &front)) == WT_OK) {
		judge(c, front);
		code = open_parser(c);
	}
	if (code != WT_OK) {
		free(c);
		return wt_error_set(error, code, 0, "%s", wt_strerror(code));
	}
	if ((code = read_header(c, names, error)) != WT_OK) {
		wt_columns_close(c);
		return code;
	}
	*out = c;
	return WT_OK;
}

void
wt_columns_close(struct wt_columns *c)
{
	if (c == NULL)
		return;
	csv_free(&c->parser);
	wt_buf_free(&c->bytes);
	wt_buf_free(&c->lines);
	wt_buf_free(&c->again);
	wt_arena_free(&c->arena);
	free(c);
}

int
wt_columns_next(struct wt_columns *c, struct wt_record *r, struct wt_error *error)
{
	struct wt_span fields[WT_RECORD_FIELDS] = { { NULL, 0 } };
	int code;

	do
		code = read_row(c);
	while (code == WT_OK && c->count == 0);
	r->encoded = c->encoded;
	r->position = ++c->number;
	if (code == WT_ENOENT)
		return code;
	if (code == WT_ESYNTAX && c->finished)
		return wt_error_set(error, code, 0, "a quotation mark is not closed; the rest of the file is "
		    "left out");
	if (code == WT_ESYNTAX)
		return wt_error_set(error, code, 0, "a quotation mark is not closed; the row is left out");
	if (code != WT_OK)
		return wt_error_set(error, code, 0, "the row cannot be read: %s", wt_strerror(code));
	for (size_t i = 0; i < c->count && i < c->columns; i++)
		if (c->field_of[i] >= 0 && fields[c->field_of[i]].len == 0)
			fields[c->field_of[i]] = cell(c, i);
	return wt_record_fields(r, fields, error);
}
