/*
 * Any table, as a file of its own and laid over a small one: refused with a place,
 * or compiled to bytes that open and have every row with all its cells.
 */
#include "dict/compile.h"
#include "dict/dict.h"
#include "dict/tsv.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
check_reader(struct wt_span text)
{
	struct wt_tsv t;
	struct wt_error error = { 0 };
	uint32_t line = 0;
	int code = wt_tsv_open(&t, "t.tsv", text, &error);

	while (code == WT_OK || code == 1) {
		code = wt_tsv_next(&t, &error);
		if (code == WT_OK)
			return;
		if (code == 1 && (t.line <= line || t.columns == 0 || t.columns > WT_TSV_COLUMNS))
			abort();
		line = t.line;
	}
	if (code != WT_ESYNTAX || error.code != code ||
	    !wt_span_starts(wt_span_of(error.text), WT_SPAN("t.tsv:")))
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct wt_span text = wt_span_make((const char *)data, size);
	const struct wt_dict_source sources[] = {
		{ "programme_actions", "a.tsv", WT_SPAN("class\troots\nbangun\tbangun|dirikan\n") },
		{ "programmes", "p.tsv",
		    WT_SPAN("programme_id\tname\tvariants\tstems\tnot\nx\tRumah (R)\tY\t{bangun} rumah\tz\n") },
		{ "programmes", "t.tsv", text },
	};
	struct wt_buf out = { 0 };
	struct wt_error error = { 0 };
	struct wt_dict *d;
	int code;

	check_reader(text);
	code = wt_dict_compile(sources, 3, NULL, 0, &out, &error);
	if (code == WT_OK) {
		if (wt_dict_open_bytes(wt_buf_span(&out), "small", &d, &error) != WT_OK ||
		    wt_dict_columns(d, wt_dict_table(d, "programmes")) != 5)
			abort();
		wt_dict_close(d);
	} else if (code != WT_ESYNTAX || error.code != code || error.text[0] == '\0') {
		abort();
	}
	wt_buf_free(&out);
	return 0;
}
