/* Tables as an editor writes them: cells, comments, and errors with file and line. */
#include "dict/tsv.h"
#include "tests/check.h"

#include <stdlib.h>

static const struct { const char *what, *text, *rows; } good[] = {
	{ "rows", "a\tb\n1\t2\n3\t4\n", "2:1,2; 3:3,4; " },
	{ "no line end at the end", "a\tb\n1\t2", "2:1,2; " },
	{ "CRLF", "a\tb\r\n1\t2\r\n", "2:1,2; " },
	{ "a BOM", "\xef\xbb\xbf" "a\tb\n1\t2\n", "2:1,2; " },
	{ "comments and empty lines keep their number", "# c\n\na\tb\n# c\n1\t2\n\n# c\n3\t4\n",
	    "5:1,2; 8:3,4; " },
	{ "empty cells", "a\tb\n\t\n\t2\n", "2:,; 3:,2; " },
	{ "spaces around cells", "a\tb\n 1 \t 2\n", "2:1,2; " },
	{ "a # further on", "a\tb\n1\t#2\n", "2:1,#2; " },
	{ "no rows", "a\tb\n", "" },
	{ "one column", "a\nx\n", "2:x; " },
};

static const struct { const char *what, *text, *error; } bad[] = {
	{ "nothing", "", "t.tsv: no header line" },
	{ "comments only", "# c\n\n", "t.tsv: no header line" },
	{ "a column twice", "# c\na\tb\ta\n", "t.tsv:2: a column is named twice" },
	{ "a cell missing", "a\tb\n1\t2\n3\n", "t.tsv:3: 1 cells where the header names 2" },
	{ "a cell too many", "a\tb\n1\t2\t3\n", "t.tsv:2: 3 cells where the header names 2" },
	{ "spaces for TAB", "a\tb\n1 2\n", "t.tsv:2: 1 cells where the header names 2" },
	{ "33 columns",
	    "1\t2\t3\t4\t5\t6\t7\t8\t9\t10\t11\t12\t13\t14\t15\t16\t17\t18\t19\t20\t21\t22\t23\t24\t25\t26"
	    "\t27\t28\t29\t30\t31\t32\t33\n", "t.tsv:1: too many columns" },
};

static void
check_good(void)
{
	for (size_t i = 0; i < sizeof good / sizeof good[0]; i++) {
		struct wt_tsv t;
		struct wt_error error = { 0 };
		char got[128] = "";
		size_t n = 0;
		int code = wt_tsv_open(&t, "t.tsv", wt_span_of(good[i].text), &error);

		while (code >= 0 && (code = wt_tsv_next(&t, &error)) == 1) {
			n += (size_t)snprintf(got + n, sizeof got - n, "%u:", t.line);
			for (unsigned k = 0; k < t.columns; k++)
				n += (size_t)snprintf(got + n, sizeof got - n, "%s%.*s",
				    k > 0 ? "," : "", (int)t.cell[k].len, t.cell[k].at);
			n += (size_t)snprintf(got + n, sizeof got - n, "; ");
		}
		CHECK(code == 0 && strcmp(got, good[i].rows) == 0, "%s", good[i].what);
		CHECK(wt_tsv_next(&t, &error) == 0, "the end stays the end: %s", good[i].what);
		CHECK(wt_tsv_column(&t, "a") == 0 && wt_tsv_column(&t, "none") == -1,
		    "columns: %s", good[i].what);
	}
}

static void
check_bad(void)
{
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
		struct wt_tsv t;
		struct wt_error error = { 0 };
		int code = wt_tsv_open(&t, "t.tsv", wt_span_of(bad[i].text), &error);

		while (code == WT_OK || code == 1)
			code = wt_tsv_next(&t, &error);
		CHECK(code == WT_ESYNTAX && error.code == code &&
		    strncmp(error.text, bad[i].error, strlen(bad[i].error)) == 0, "%s",
		    bad[i].what);
	}
}

static void
check_long(void)
{
	char *text = malloc(WT_TSV_LINE + 8);
	struct wt_tsv t;
	struct wt_error error = { 0 };

	if (text == NULL)
		return;
	memcpy(text, "a\n", 2);
	memset(text + 2, 'x', WT_TSV_LINE + 1);
	CHECK(wt_tsv_open(&t, "t.tsv", wt_span_make(text, WT_TSV_LINE + 2), &error) == WT_OK &&
	    wt_tsv_next(&t, &error) == 1 && t.cell[0].len == WT_TSV_LINE, "the longest line");
	CHECK(wt_tsv_open(&t, "t.tsv", wt_span_make(text, WT_TSV_LINE + 3), &error) == WT_OK &&
	    wt_tsv_next(&t, &error) == WT_ESYNTAX && strcmp(error.text,
	    "t.tsv:2: the line is too long") == 0,
	    "a line longer than that");
	free(text);
}

int
main(void)
{
	check_good();
	check_bad();
	check_long();
	return check_done();
}
