/*
 * Any bytes as a web archive: it ends, positions rise, and what becomes a record has
 * a text within its limit.  Encodings and the reader of pages are run through.
 */
#include "ingest/warc.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct rest {
	const uint8_t *at;
	size_t left;
};

static long
give(void *context, char *bytes, size_t size)
{
	struct rest *r = context;
	size_t n = r->left < size ? r->left : size;

	if (n > 0)
		memcpy(bytes, r->at, n);
	r->at += n;
	r->left -= n;
	return (long)n;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct rest rest = { data, size };
	struct wt_record r = { .order = 0 };
	struct wt_error error = { 0 };
	struct wt_stream *s = NULL;
	struct wt_warc *w = NULL;
	uint64_t last = 0;
	int code = WT_OK;

	if (wt_stream_of(give, &rest, &s) != WT_OK || wt_warc_open(s, &w, &error) != WT_OK)
		abort();
	while (code != WT_ENOENT && code != WT_ECORRUPT && code != WT_EIO) {
		wt_arena_reset(&r.arena);
		r.article = (struct wt_article){ 0 };
		code = wt_warc_next(w, &r, &error);
		if (r.position <= last || (code != WT_OK && code != WT_ENOENT && *error.text == '\0') ||
		    (code == WT_OK && (r.article.text.len == 0 || r.article.text.len > WT_TEXT_LIMIT)))
			abort();
		last = r.position;
	}
	wt_warc_close(w);
	wt_stream_close(s);
	wt_record_free(&r);
	return 0;
}
