/*
 * Any article, its title before the first line end: tokens cover the text in
 * order, code points are what counting says, sentences tile the tokens, and the
 * parts of the document lie inside it.
 */
#include "base/err.h"
#include "text/document.h"
#include "text/utf8.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
check_tokens(const struct wt_document *d)
{
	size_t at = 0, points = 0;

	for (uint32_t i = 0; i < d->ntokens; i++) {
		const struct wt_token *t = &d->tokens[i];

		if (t->start < at || t->end <= t->start || t->end > d->text.len ||
		    t->zone >= WT_ZONES ||
		    t->kind > WT_TOKEN_PUNCT || t->norm.len == 0)
			abort();
		points += wt_utf8_count(wt_span_make(d->text.at + at, t->start - at));
		if (t->cp_start != points)
			abort();
		points += wt_utf8_count(wt_token_text(d->text, t));
		if (t->cp_end != points)
			abort();
		at = t->end;
	}
}

static void
check_sentences(const struct wt_document *d)
{
	uint32_t at = 0;

	for (uint32_t s = 0; s < d->nsentences; s++) {
		if (d->sentences[s].first != at || d->sentences[s].last <= at)
			abort();
		for (; at < d->sentences[s].last; at++)
			if (at >= d->ntokens || d->tokens[at].sentence != s ||
			    d->tokens[at].zone != d->sentences[s].zone)
				abort();
	}
	if (at != d->ntokens)
		abort();
}

static void
check_part(const struct wt_document *d, struct wt_span part)
{
	if (part.len > 0 && (part.at < d->text.at || part.at + part.len > d->text.at + d->text.len))
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct wt_arena a = { 0 };
	struct wt_span rest = wt_span_make((const char *)data, size), title = { 0 };
	struct wt_document d;

	wt_span_cut(&rest, '\n', &title);
	if (wt_document_read(&a, title, rest, &d) != WT_OK)
		abort();
	check_tokens(&d);
	check_sentences(&d);
	check_part(&d, d.title);
	check_part(&d, d.dateline);
	check_part(&d, d.byline);
	if (d.body_start > d.text.len)
		abort();
	wt_arena_free(&a);
	return 0;
}
