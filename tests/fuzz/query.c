/*
 * Queries from anywhere: the parser refuses with a place inside the query, or gives
 * a tree whose canonical spelling parses to the same spelling again.
 */
#include "query/parse.h"
#include "query/print.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct wt_arena arena = { 0 };
	struct wt_buf first = { 0 }, again = { 0 };
	struct wt_error error = { 0 };
	struct wt_node *root;
	int err = wt_query_parse(&arena, wt_span_make((const char *)data, size), &root, &error);

	if (err == WT_OK) {
		wt_query_print(&first, root);
		err = wt_query_parse(&arena, wt_buf_span(&first), &root, &error);
		if (err == WT_OK)
			wt_query_print(&again, root);
		/* The canonical spelling has more parentheses and may pass their limit. */
		if (err != WT_ELIMIT &&
		    (err != WT_OK || !wt_span_eq(wt_buf_span(&first), wt_buf_span(&again))))
			abort();
	} else if (root != NULL || error.offset > size || error.text[0] == '\0') {
		abort();
	}
	wt_buf_free(&first);
	wt_buf_free(&again);
	wt_arena_free(&arena);
	return 0;
}
