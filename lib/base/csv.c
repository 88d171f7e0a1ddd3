/* csv.c - quote what has to be quoted, behind csv.h. */
#include "base/csv.h"
#include "base/decimal.h"


static bool
needs_quotes(struct wt_span cell, char separator)
{
	if (cell.len == 0)
		return false;
	if (cell.at[0] == ' ' || cell.at[cell.len - 1] == ' ')
		return true;
	for (size_t i = 0; i < cell.len; i++)
		if (cell.at[i] == '"' || cell.at[i] == '\n' || cell.at[i] == '\r' || cell.at[i] == separator)
			return true;
	return false;
}

static bool
is_number(struct wt_span cell)
{
	size_t i = cell.at[0] == '-' || cell.at[0] == '+';

	for (; i < cell.len; i++)
		if ((cell.at[i] < '0' || cell.at[i] > '9') && cell.at[i] != '.')
			return false;
	return cell.len > 1;
}

static bool
is_formula(struct wt_span cell)
{
	return cell.len > 0 && strchr("=+-@\t\r", cell.at[0]) != NULL && cell.at[0] != '\0' &&
	    !is_number(cell);
}

void
wt_csv_cell(struct wt_csv *c, struct wt_span cell)
{
	bool defused = c->defuse && is_formula(cell);

	if (c->started)
		wt_buf_putc(c->out, c->separator);
	c->started = true;
	if (!needs_quotes(cell, c->separator)) {
		if (defused)
			wt_buf_putc(c->out, '\'');
		wt_buf_putspan(c->out, cell);
		return;
	}
	wt_buf_putc(c->out, '"');
	if (defused)
		wt_buf_putc(c->out, '\'');
	for (size_t i = 0; i < cell.len; i++) {
		if (cell.at[i] == '"')
			wt_buf_putc(c->out, '"');
		wt_buf_putc(c->out, cell.at[i]);
	}
	wt_buf_putc(c->out, '"');
}

void
wt_csv_text(struct wt_csv *c, const char *cell)
{
	wt_csv_cell(c, wt_span_of(cell));
}

void
wt_csv_number(struct wt_csv *c, uint64_t number)
{
	char digits[WT_DECIMAL_MAX];

	wt_csv_cell(c, wt_span_make(digits, wt_decimal_put(digits, number)));
}

void
wt_csv_end(struct wt_csv *c)
{
	wt_buf_putc(c->out, '\n');
	c->started = false;
}

void
wt_csv_row(struct wt_csv *c, const char *const *cells)
{
	for (; *cells != NULL; cells++)
		wt_csv_text(c, *cells);
	wt_csv_end(c);
}
