/* Any bytes as a page: it ends, and what becomes a record has valid, short fields and a text within its limit. */
#include "ingest/html.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct wt_record r = { .order = 0 };
	struct wt_error error = { 0 };
	int code = wt_record_html(&r, wt_span_make((const char *)data, size), wt_span_make("", 0), &error);

	if (code == WT_OK && (r.article.text.len == 0 || r.article.text.len > WT_TEXT_LIMIT ||
	    memchr(r.article.title.at, '\n', r.article.title.len) != NULL))
		abort();
	if (code != WT_OK && *error.text == '\0')
		abort();
	wt_record_free(&r);
	return 0;
}
