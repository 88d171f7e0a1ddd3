/* expand.c - walks over the ordered dictionary, behind expand.h. */
#include "query/expand.h"
#include "query/edit.h"

#include <stdlib.h>

static int
add(struct wt_entries *entries, const struct wt_entry *entry)
{
	struct wt_entry *at = wt_grow(entries->at, &entries->cap, entries->count + 1, sizeof *at);

	if (at == NULL)
		return WT_ENOMEM;
	entries->at = at;
	at[entries->count++] = *entry;
	return WT_OK;
}

/* Whether a term that is not below text belongs to a pattern that is one stretch. */
static bool
inside(const struct wt_pattern *p, struct wt_span term)
{
	if (p->kind == WT_PATTERN_TERM)
		return wt_span_eq(term, p->text);
	if (p->kind == WT_PATTERN_PREFIX)
		return wt_span_starts(term, p->text);
	return wt_span_cmp(term, p->last) <= 0;
}

static int
add_stretch(const struct wt_segment *s, const struct wt_pattern *p, struct wt_entries *entries)
{
	struct wt_terms t;
	int err = WT_OK;

	for (wt_terms_open(&t, s, p->text); !t.end && err == WT_OK && inside(p, t.term);
	    wt_terms_next(&t))
		err = add(entries, &t.entry);
	return t.err != WT_OK ? t.err : err;
}

static int
add_term(const struct wt_segment *s, const struct wt_pattern *p, struct wt_entries *entries)
{
	struct wt_entry entry;
	int err;

	if (p->text.len > WT_TERM_MAX)
		return WT_OK;
	err = wt_term_find(s, p->text, &entry);
	if (err == WT_ENOENT)
		return WT_OK;
	if (err != WT_OK)
		return err;
	return entry.form ? add_stretch(s, p, entries) : add(entries, &entry);
}

/* `next`, with the mark in front. */
static struct wt_span
with_mark(struct wt_buf *out, struct wt_span mark, const struct wt_buf *next)
{
	wt_buf_clear(out);
	wt_buf_putspan(out, mark);
	wt_buf_putspan(out, wt_buf_span(next));
	return wt_buf_span(out);
}

static int
add_fuzzy(const struct wt_segment *s, const struct wt_pattern *p, struct wt_entries *entries)
{
	struct wt_span mark = wt_span_make(p->text.at, p->mark);
	struct wt_span word = wt_span_make(p->text.at + p->mark, p->text.len - p->mark);
	struct wt_buf next = { 0 }, target = { 0 };
	struct wt_terms t;
	int err = WT_OK;

	wt_terms_open(&t, s, mark);
	while (!t.end && err == WT_OK && wt_span_starts(t.term, mark)) {
		struct wt_span at = wt_span_make(t.term.at + mark.len, t.term.len - mark.len);

		if (wt_edit_near(word, at)) {
			/* The same form may come again, of another term. */
			err = add(entries, &t.entry);
			wt_terms_next(&t);
			continue;
		}
		if (!wt_edit_next(word, at, &next)) {
			err = next.err;
			break;
		}
		with_mark(&target, mark, &next);
		err = next.err != WT_OK ? next.err : target.err;
		wt_terms_next(&t);
		if (err == WT_OK && !t.end && wt_span_cmp(t.term, wt_buf_span(&target)) < 0 &&
		    target.len <= WT_TERM_MAX)
			wt_terms_open(&t, s, wt_buf_span(&target));
	}
	wt_buf_free(&next);
	wt_buf_free(&target);
	return t.err != WT_OK ? t.err : err;
}

int
wt_expand(const struct wt_segment *s, const struct wt_pattern *pattern,
    struct wt_entries *entries)
{
	switch (pattern->kind) {
	case WT_PATTERN_TERM:
		return add_term(s, pattern, entries);
	case WT_PATTERN_FUZZY:
		return add_fuzzy(s, pattern, entries);
	default:
		return add_stretch(s, pattern, entries);
	}
}

void
wt_entries_free(struct wt_entries *entries)
{
	free(entries->at);
	*entries = (struct wt_entries){ 0 };
}

uint64_t
wt_entries_docs(const struct wt_entries *entries)
{
	uint64_t docs = 0;

	for (size_t i = 0; i < entries->count; i++)
		docs += entries->at[i].docs;
	return docs;
}
