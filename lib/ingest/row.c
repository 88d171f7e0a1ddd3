/* row.c - cells behind row.h. */
#include "ingest/row.h"
#include "base/decimal.h"

#define ID_MAX 1024             /* bytes of an article's id in those of its rows */

void
wt_row_open(struct wt_row *r, struct wt_buf *out, const struct wt_schema_column *columns,
    enum wt_row_format format, bool defuse)
{
	*r = (struct wt_row){ .columns = columns, .format = format };
	r->csv = (struct wt_csv){ .out = out, .separator = format == WT_ROW_TSV ? '\t' : ',',
	    .defuse = defuse };
}

void
wt_row_header(struct wt_row *r)
{
	if (r->format == WT_ROW_JSONL)
		return;
	for (const struct wt_schema_column *c = r->columns; c->name != NULL; c++)
		wt_csv_text(&r->csv, c->name);
	wt_csv_end(&r->csv);
}

void
wt_json_string(struct wt_buf *out, struct wt_span s)
{
	wt_buf_putc(out, '"');
	for (size_t i = 0; i < s.len; i++) {
		unsigned char c = (unsigned char)s.at[i];

		if (c == '"' || c == '\\')
			wt_buf_printf(out, "\\%c", c);
		else if (c == '\n' || c == '\t')
			wt_buf_puts(out, c == '\n' ? "\\n" : "\\t");
		else if (c < 0x20 || c == 0x7f)
			wt_buf_printf(out, "\\u%04x", c);
		else
			wt_buf_putc(out, (char)c);
	}
	wt_buf_putc(out, '"');
}

/* A plain number of JSON: digits with at most one point and no needless zero in front. */
static bool
is_number(struct wt_span s)
{
	size_t i = s.len > 0 && s.at[0] == '-', points = 0;

	if (i >= s.len || s.at[i] == '.' || s.at[s.len - 1] == '.')
		return false;
	if (s.at[i] == '0' && i + 1 < s.len && s.at[i + 1] != '.')
		return false;
	for (; i < s.len; i++) {
		points += s.at[i] == '.';
		if (points > 1 || (s.at[i] != '.' && (s.at[i] < '0' || s.at[i] > '9')))
			return false;
	}
	return true;
}

static void
put_json(struct wt_row *r, struct wt_span cell)
{
	const struct wt_schema_column *c = &r->columns[r->column];
	struct wt_buf *out = r->csv.out;

	wt_buf_putc(out, r->column == 0 ? '{' : ',');
	wt_json_string(out, wt_span_of(c->name));
	wt_buf_putc(out, ':');
	if (cell.len == 0)
		wt_buf_puts(out, "null");
	else if (c->type == WT_COLUMN_JSON)
		wt_buf_putspan(out, cell);
	else if (c->type == WT_COLUMN_BOOLEAN)
		wt_buf_puts(out, wt_span_is(cell, "yes") ? "true" : "false");
	else if ((c->type == WT_COLUMN_INTEGER || c->type == WT_COLUMN_NUMBER) && is_number(cell))
		wt_buf_putspan(out, cell);
	else
		wt_json_string(out, cell);
}

void
wt_row_cell(struct wt_row *r, struct wt_span cell)
{
	if (r->format == WT_ROW_JSONL)
		put_json(r, cell);
	else
		wt_csv_cell(&r->csv, cell);
	r->column++;
}

void
wt_row_resume(struct wt_row *r, size_t column)
{
	r->column = column;
	r->csv.started = true;
}

void
wt_row_text(struct wt_row *r, const char *cell)
{
	wt_row_cell(r, wt_span_of(cell));
}

void
wt_row_number(struct wt_row *r, uint64_t number)
{
	char digits[WT_DECIMAL_MAX];

	wt_row_cell(r, wt_span_make(digits, wt_decimal_put(digits, number)));
}

void
wt_row_percent(struct wt_row *r, unsigned percent)
{
	char digits[WT_DECIMAL_MAX + 3];
	size_t len = wt_decimal_put(digits, percent / 100);

	digits[len++] = '.';
	digits[len++] = (char)('0' + percent / 10 % 10);
	digits[len++] = (char)('0' + percent % 10);
	wt_row_cell(r, wt_span_make(digits, len));
}

void
wt_row_id(struct wt_row *r, struct wt_span article, char letter, uint32_t number)
{
	char id[ID_MAX + 2 + WT_DECIMAL_MAX];
	size_t len = article.len < ID_MAX ? article.len : ID_MAX;

	memcpy(id, article.at, len);
	id[len++] = '.';
	id[len++] = letter;
	len += wt_decimal_put(id + len, number);
	wt_row_cell(r, wt_span_make(id, len));
}

void
wt_row_end(struct wt_row *r)
{
	if (r->format == WT_ROW_JSONL)
		wt_buf_puts(r->csv.out, "}\n");
	else
		wt_csv_end(&r->csv);
	r->column = 0;
}
