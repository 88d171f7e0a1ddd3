/* report.c - behind report.h. */
#include "cmd/report.h"
#include "base/err.h"
#include "text/utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define LEAST 6                 /* no column gets narrower than this */
#define NARROW 30               /* no terminal is taken to be narrower */

static const char *const names[] = { "auto", "table", "csv", "tsv", "json", "jsonl" };

bool
report_format_named(const char *name, enum report_format *format)
{
	for (size_t i = 1; i < sizeof names / sizeof names[0]; i++) {
		if (strcmp(name, names[i]) == 0) {
			*format = (enum report_format)i;
			return true;
		}
	}
	return false;
}

/* The terminal behind a pager. */
static struct {
	bool kept, colour;
	size_t width;
} terminal;

enum report_format
report_format_resolve(enum report_format format)
{
	if (format != REPORT_AUTO)
		return format;
	return terminal.kept || isatty(STDOUT_FILENO) ? REPORT_TABLE : REPORT_CSV;
}

bool
report_colour(void)
{
	const char *no = getenv("NO_COLOR");

	if (terminal.kept)
		return terminal.colour;
	return (no == NULL || *no == '\0') && isatty(STDOUT_FILENO);
}

size_t
report_width(void)
{
	struct winsize size;

	if (terminal.kept)
		return terminal.width;
	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
		return 100;
	return size.ws_col < NARROW ? NARROW : size.ws_col;
}

void
report_keep_terminal(void)
{
	terminal.colour = report_colour();
	terminal.width = report_width();
	terminal.kept = true;
}

void
report_open(struct report *r, const struct wt_schema_column *columns, enum report_format format)
{
	*r = (struct report){ .format = report_format_resolve(format), .to = stdout };
	report_begin(r, columns);
}

void
report_begin(struct report *r, const struct wt_schema_column *columns)
{
	r->columns = columns;
	while (columns[r->width].name != NULL)
		r->width++;
	wt_row_open(&r->row, &r->out, columns, r->format == REPORT_TSV ? WT_ROW_TSV :
	    r->format == REPORT_CSV ? WT_ROW_CSV : WT_ROW_JSONL, false);
	if (r->format == REPORT_CSV || r->format == REPORT_TSV)
		wt_row_header(&r->row);
	if (r->format == REPORT_JSON)
		wt_buf_puts(&r->out, "[");
}

static bool
keeps(const struct report *r)
{
	return r->format == REPORT_TABLE || r->format == REPORT_KEPT;
}

static void
keep(struct report *r, struct wt_span **list, size_t *cap, size_t count, struct wt_span s)
{
	struct wt_span *at = wt_grow(*list, cap, count + 1, sizeof *at);

	if (at == NULL) {
		r->err = WT_ENOMEM;
		return;
	}
	*list = at;
	at[count] = wt_arena_copy(&r->arena, s);
}

void
report_cell(struct report *r, struct wt_span cell)
{
	if (!keeps(r)) {
		if (r->format == REPORT_JSON && r->row.column == 0)
			wt_buf_puts(&r->out, r->rows > 0 ? ",\n" : "\n");
		wt_row_cell(&r->row, cell);
		return;
	}
	keep(r, &r->cells, &r->cap, r->count, cell);
	r->count += r->err == WT_OK;
}

void
report_number(struct report *r, uint64_t number)
{
	char digits[24];
	int len = snprintf(digits, sizeof digits, "%llu", (unsigned long long)number);

	report_cell(r, wt_span_make(digits, (size_t)len));
}

void
report_percent(struct report *r, unsigned percent)
{
	char digits[16];
	int len = snprintf(digits, sizeof digits, "%u.%02u", percent / 100, percent % 100);

	report_cell(r, wt_span_make(digits, (size_t)len));
}

void
report_end(struct report *r, struct wt_span note)
{
	if (keeps(r)) {
		keep(r, &r->notes, &r->notes_cap, r->rows, note);
		r->rows++;
		return;
	}
	wt_row_end(&r->row);
	/* The objects of a list are divided by commas, not line ends. */
	if (r->format == REPORT_JSON && r->out.len > 0)
		r->out.len--;
	r->rows++;
	if (r->out.len > ((size_t)64 << 10)) {
		fwrite(r->out.at, 1, r->out.len, r->to);
		r->out.len = 0;
	}
}

/* Print what fits into `room` columns, then fill up with spaces. */
static void
print_cell(struct wt_span s, size_t room, bool right, bool fill)
{
	size_t count = wt_utf8_columns(s), shown = 0, bytes = 0;

	for (size_t i = 0; right && i + count < room; i++)
		putchar(' ');
	while (bytes < s.len) {
		unsigned len, wide = wt_utf8_width(wt_utf8_decode(s.at + bytes, s.at + s.len, &len));

		if (shown + wide + (count > room) > room)
			break;
		bytes += len;
		shown += wide;
	}
	fwrite(s.at, 1, bytes, stdout);
	if (count > room) {
		fputs("\xe2\x80\xa6", stdout);
		shown++;
	}
	for (; !right && fill && shown < room; shown++)
		putchar(' ');
}

/* How wide each column is: what it needs, the widest cut down until all fit. */
static void
fit(const struct report *r, size_t *widths, size_t room)
{
	size_t sum = 0;

	for (size_t k = 0; k < r->width; k++) {
		widths[k] = strlen(r->columns[k].name);
		for (size_t i = k; i < r->count; i += r->width) {
			size_t n = wt_utf8_columns(r->cells[i]);

			widths[k] = n > widths[k] ? n : widths[k];
		}
		sum += widths[k] + 2;
	}
	while (sum > room) {
		size_t widest = 0;

		for (size_t k = 1; k < r->width; k++)
			if (widths[k] > widths[widest])
				widest = k;
		if (widths[widest] <= LEAST)
			break;
		widths[widest]--;
		sum--;
	}
}

static bool
is_number(const struct wt_schema_column *c)
{
	return c->type == WT_COLUMN_INTEGER || c->type == WT_COLUMN_NUMBER;
}

/* Columns of a word without what sets colours. */
static size_t
columns_of(struct wt_span word)
{
	size_t count = 0, i = 0, start = 0;

	while (i < word.len) {
		if (word.at[i] != '\033') {
			i++;
			continue;
		}
		count += wt_utf8_columns(wt_span_make(word.at + start, i - start));
		while (i < word.len && word.at[i] != 'm')
			i++;
		start = i += i < word.len;
	}
	return count + wt_utf8_columns(wt_span_make(word.at + start, word.len - start));
}

void
report_wrap(const char *front, struct wt_span text)
{
	size_t indent = strlen(front), used = 0, room = report_width() - indent;
	struct wt_span word;

	fputs(front, stdout);
	while (wt_span_cut(&text, ' ', &word)) {
		size_t n = columns_of(word);

		if (word.len == 0)
			continue;
		if (used > 0 && used + 1 + n > room) {
			printf("\n%*s", (int)indent, "");
			used = 0;
		} else if (used > 0) {
			putchar(' ');
			used++;
		}
		used += n;
		fwrite(word.at, 1, word.len, stdout);
	}
	putchar('\n');
}

static void
print_note(struct wt_span note)
{
	struct wt_span line;

	while (note.len > 0 && wt_span_cut(&note, '\n', &line))
		report_wrap("    ", line);
}

static void
print_table(const struct report *r)
{
	size_t widths[64], room = report_width();
	bool colour = report_colour();

	fit(r, widths, room);
	if (colour)
		fputs("\033[1m", stdout);
	for (size_t k = 0; k < r->width; k++) {
		print_cell(wt_span_of(r->columns[k].name), widths[k], is_number(&r->columns[k]),
		    k + 1 < r->width);
		fputs(k + 1 < r->width ? "  " : "", stdout);
	}
	fputs(colour ? "\033[0m\n" : "\n", stdout);
	for (size_t i = 0; i < r->rows && (i + 1) * r->width <= r->count; i++) {
		for (size_t k = 0; k < r->width; k++) {
			print_cell(r->cells[i * r->width + k], widths[k], is_number(&r->columns[k]),
			    k + 1 < r->width);
			fputs(k + 1 < r->width ? "  " : "\n", stdout);
		}
		if (r->notes[i].len > 0)
			print_note(r->notes[i]);
	}
}

struct wt_span
report_kept(const struct report *r, size_t row, size_t column)
{
	size_t i = row * r->width + column;

	/* Where memory ran out there are fewer. */
	return i < r->count && r->cells[i].len > 0 ? r->cells[i] : wt_span_make("", 0);
}

int
report_close(struct report *r)
{
	int code = r->err != WT_OK ? r->err : r->out.err != WT_OK ? r->out.err : r->arena.err;

	if (r->format == REPORT_JSON && r->columns != NULL)
		wt_buf_puts(&r->out, "\n]\n");
	if (code == WT_OK && r->format == REPORT_TABLE && r->rows > 0)
		print_table(r);
	else if (code == WT_OK && r->out.len > 0)
		fwrite(r->out.at, 1, r->out.len, r->to);
	wt_buf_free(&r->out);
	wt_arena_free(&r->arena);
	free(r->cells);
	free(r->notes);
	r->cells = r->notes = NULL;
	return code;
}
