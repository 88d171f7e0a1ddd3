/* plain.c - behind plain.h. */
#include "ingest/plain.h"
#include "extract/extract.h"
#include "text/document.h"

void
wt_plain_get(const struct wt_extractor *x, struct wt_plain *plain)
{
	const struct wt_document *d = wt_extractor_document(x);

	*plain = (struct wt_plain){ 0 };
	if (d == NULL)
		return;
	plain->title = d->title;
	plain->text = wt_span_make(d->text.at + d->body_start, d->text.len - d->body_start);
	plain->inside = d->body_start == 0 && d->title.len > 0;
	plain->replaced = d->replaced;
}
