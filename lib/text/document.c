/* document.c - title and text to one buffer, then tokens, zones, sentences. */
#include "text/document.h"
#include "base/err.h"
#include "text/sentence.h"
#include "text/utf8.h"
#include "text/zone.h"

const char *
wt_zone_name(enum wt_zone zone)
{
	static const char *const names[WT_ZONES] = { "title", "dateline", "body", "related", "byline",
	    "furniture" };

	return names[zone];
}

/* Title, empty line, text; the text alone where there is no title. */
static int
join(struct wt_arena *a, struct wt_span title, struct wt_span text, struct wt_document *d)
{
	char *at;

	if (title.len == 0) {
		d->text = text;
		return WT_OK;
	}
	if ((at = wt_arena_alloc(a, title.len + 2 + text.len)) == NULL)
		return WT_ENOMEM;
	memcpy(at, title.at, title.len);
	memcpy(at + title.len, "\n\n", 2);
	if (text.len > 0)
		memcpy(at + title.len + 2, text.at, text.len);
	d->text = wt_span_make(at, title.len + 2 + text.len);
	d->title = wt_span_make(at, title.len);
	d->body_start = (uint32_t)title.len + 2;
	d->body_cp = (uint32_t)wt_utf8_count(title) + 2;
	return WT_OK;
}

int
wt_document_read(struct wt_arena *a, struct wt_span title, struct wt_span text, struct wt_document *d)
{
	struct wt_span clean_title, clean_text;
	uint32_t replaced = 0;
	int code;

	*d = (struct wt_document){ 0 };
	if (text.len >= (size_t)1 << 30 || title.len >= (size_t)1 << 30)
		return WT_ELIMIT;
	if ((code = wt_utf8_clean(a, wt_span_trim(title), &clean_title, &d->replaced)) != WT_OK ||
	    (code = wt_utf8_clean(a, text, &clean_text, &replaced)) != WT_OK)
		return code;
	d->replaced += replaced;
	if ((code = join(a, clean_title, clean_text, d)) != WT_OK ||
	    (code = wt_tokenize(a, d->text, &d->tokens, &d->ntokens)) != WT_OK)
		return code;
	wt_zones_mark(d);
	return wt_sentences_split(a, d);
}
