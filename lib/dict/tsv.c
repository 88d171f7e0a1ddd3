/* tsv.c - cut lines and cells, behind tsv.h. */
#include "dict/tsv.h"

static int
fail(const struct wt_tsv *t, struct wt_error *error, const char *what)
{
	return wt_error_set(error, WT_ESYNTAX, t->line, "%s:%u: %s", t->path, t->line, what);
}

/* The next line that is not empty and no comment; false at the end. */
static bool
next_line(struct wt_tsv *t, struct wt_span *line)
{
	while (t->rest.len > 0 && wt_span_cut(&t->rest, '\n', line)) {
		t->line++;
		if (line->len > 0 && line->at[line->len - 1] == '\r')
			line->len--;
		if (line->len > 0 && line->at[0] != '#')
			return true;
	}
	return false;
}

/* Cut a line into cells: how many, or one more than fit. */
static unsigned
cut_cells(struct wt_span line, struct wt_span *cells)
{
	unsigned n = 0;
	struct wt_span cell;

	while (wt_span_cut(&line, '\t', &cell)) {
		if (n == WT_TSV_COLUMNS)
			return n + 1;
		cells[n++] = wt_span_trim(cell);
	}
	return n;
}

int
wt_tsv_open(struct wt_tsv *t, const char *path, struct wt_span bytes, struct wt_error *error)
{
	struct wt_span line;

	*t = (struct wt_tsv){ .path = path, .rest = bytes };
	if (bytes.len >= 3 && memcmp(bytes.at, "\xef\xbb\xbf", 3) == 0)
		t->rest = wt_span_make(bytes.at + 3, bytes.len - 3);
	if (!next_line(t, &line))
		return wt_error_set(error, WT_ESYNTAX, 0, "%s: no header line", path);
	t->columns = cut_cells(line, t->header);
	if (t->columns > WT_TSV_COLUMNS)
		return fail(t, error, "too many columns");
	for (unsigned i = 0; i < t->columns; i++)
		for (unsigned k = 0; k < i; k++)
			if (wt_span_eq(t->header[i], t->header[k]))
				return fail(t, error, "a column is named twice");
	return WT_OK;
}

int
wt_tsv_next(struct wt_tsv *t, struct wt_error *error)
{
	struct wt_span line;
	unsigned n;

	if (!next_line(t, &line))
		return 0;
	if (line.len > WT_TSV_LINE)
		return fail(t, error, "the line is too long");
	n = cut_cells(line, t->cell);
	if (n != t->columns)
		return wt_error_set(error, WT_ESYNTAX, t->line,
		    "%s:%u: %u cells where the header names %u columns (cells are parted by TAB)",
		    t->path, t->line, n, t->columns);
	return 1;
}

int
wt_tsv_column(const struct wt_tsv *t, const char *name)
{
	for (unsigned i = 0; i < t->columns; i++)
		if (wt_span_is(t->header[i], name))
			return (int)i;
	return -1;
}
