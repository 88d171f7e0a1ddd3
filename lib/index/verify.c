/*
 * verify.c - check all of an index.
 *
 * Checksums find what a medium or a program did to the bytes later; the rest finds
 * what a faulty writer might have put there: order, counts, and that dictionary,
 * postings, documents, streams and columns agree.
 */
#include "base/hash.h"
#include "index/copies.h"
#include "index/cursor_private.h"
#include "index/index_private.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

struct course {
	const struct wt_segment *s;
	wt_line_fn *line;
	void *context;
	int code;               /* the first error */
	bool stop;              /* the caller wants no more lines */
};

static void __attribute__((format(printf, 3, 4)))
report(struct course *c, int code, const char *format, ...)
{
	char text[400];
	va_list args;
	int len;

	if (c->code == WT_OK)
		c->code = code;
	if (c->line == NULL || c->stop)
		return;
	va_start(args, format);
	len = vsnprintf(text, sizeof text, format, args);
	va_end(args);
	if (len >= (int)sizeof text)
		len = (int)sizeof text - 1;
	if (len > 0)
		c->stop = c->line(c->context, wt_span_make(text, (size_t)len)) != 0;
}

/* A finding in a segment. */
static void
find(struct course *c, const char *what)
{
	report(c, WT_ECORRUPT, "%s: %s", c->s->path, what);
}

static void
check_pages(struct course *c)
{
	const struct wt_segment *s = c->s;

	for (uint64_t page = 0; page < s->pages && !c->stop; page++)
		if (!wt_segment_check_page(s, page))
			report(c, WT_ECORRUPT, "%s: the page at byte %llu does not match its "
			    "checksum", s->path, (unsigned long long)(page * WT_PAGE));
}

/* ---- documents ---- */

static void
check_key(struct course *c, uint32_t doc, struct wt_buf *key, struct wt_buf *last)
{
	const struct wt_segment *s = c->s;
	int32_t date = wt_document_date(s, doc);
	uint32_t found;
	int code = wt_document_key(s, doc, key);

	if (code != WT_OK) {
		report(c, code, "%s: a key cannot be read", s->path);
		return;
	}
	if (key->len == 0)
		find(c, "a key is empty");
	if (doc > 0 && date < wt_document_date(s, doc - 1))
		find(c, "documents are not in order of dates");
	if (doc > 0 && date == wt_document_date(s, doc - 1) &&
	    wt_span_cmp(wt_buf_span(last), wt_buf_span(key)) >= 0)
		find(c, "documents of a date are not in order of keys");
	code = wt_segment_find(s, wt_buf_span(key), &found);
	if (code != WT_OK && code != WT_ENOENT)
		report(c, code, "%s: the keys cannot be searched", s->path);
	else if (code != WT_OK || found != doc)
		find(c, "a key does not lead to its document");
	wt_buf_clear(last);
	wt_buf_putspan(last, wt_buf_span(key));
}

static void
check_docs(struct course *c)
{
	struct wt_buf key = { 0 }, last = { 0 };
	uint64_t length = 0;

	for (uint32_t doc = 0; doc < c->s->docs && c->code == WT_OK; doc++) {
		check_key(c, doc, &key, &last);
		length += wt_document_length(c->s, doc);
		if (c->code == WT_OK && last.err != WT_OK)
			report(c, last.err, "%s: out of memory", c->s->path);
	}
	if (c->code == WT_OK && length != c->s->length)
		find(c, "the lengths of documents do not add up");
	wt_buf_free(&key);
	wt_buf_free(&last);
}

static void
check_mask(struct course *c)
{
	uint32_t dead = 0;

	for (uint32_t doc = 0; doc < c->s->docs; doc++)
		dead += !wt_segment_live(c->s, doc);
	if (dead != c->s->deleted)
		find(c, "the mask does not delete as many as the manifest says");
}

/* ---- lists ---- */

/* Impacts of the block the cursor stands in. */
static bool
weighs_too_much(struct wt_cursor *c)
{
	const struct wt_segment *s = c->segment;
	float part = wt_bm25_part(wt_cursor_freq(c), wt_document_length(s, c->doc), s->average);

	wt_cursor_block(c, c->doc);
	return part > wt_impact_bound(s, c->block_impact, s->average) ||
	    part > wt_impact_bound(s, c->entry.impact, s->average);
}

static void
check_list(struct course *c, const struct wt_entry *entry, uint64_t *occurrences)
{
	uint64_t docs = 0, count = 0;
	const uint32_t *positions;
	struct wt_cursor cursor;
	uint32_t number;

	wt_cursor_open(&cursor, c->s, entry);
	for (; cursor.doc != WT_NO_DOC; wt_cursor_next(&cursor)) {
		docs++;
		count += wt_cursor_freq(&cursor);
		if (!entry->positions)
			continue;
		if (wt_cursor_positions(&cursor, &positions, &number) == WT_OK &&
		    number != wt_cursor_freq(&cursor))
			find(c, "a posting has not as many positions as its frequency");
		if (cursor.err == WT_OK && !wt_cursor_jumps(&cursor))
			find(c, "positions do not start where a jump leads");
		if (cursor.err == WT_OK && weighs_too_much(&cursor))
			find(c, "a posting weighs more than its block");
	}
	if (cursor.err != WT_OK)
		report(c, cursor.err, "%s: a list cannot be read", c->s->path);
	else if (docs != entry->docs || count != entry->count)
		find(c, "a list has not as many postings as the dictionary says");
	wt_cursor_close(&cursor);
	if (entry->positions && !entry->form)
		*occurrences += count;
}

static void
check_terms(struct course *c)
{
	uint64_t lists = 0, terms = 0, occurrences = 0;
	struct wt_buf last = { 0 };
	struct wt_terms t;

	for (wt_terms_open(&t, c->s, wt_span_make("", 0)); !t.end && c->code == WT_OK;
	    wt_terms_next(&t)) {
		if (t.term.len == 0 || (terms > 0 && wt_span_cmp(wt_buf_span(&last), t.term) > 0))
			find(c, "terms are not in order");
		check_list(c, &t.entry, &occurrences);
		wt_buf_clear(&last);
		wt_buf_putspan(&last, t.term);
		if (last.err != WT_OK)
			report(c, last.err, "%s: out of memory", c->s->path);
		lists += !t.entry.form;
		terms++;
	}
	if (t.err != WT_OK)
		find(c, "the dictionary cannot be read");
	else if (c->code == WT_OK && (lists != c->s->lists || terms != c->s->terms ||
	    occurrences != c->s->occurrences))
		find(c, "terms or occurrences do not add up");
	wt_buf_free(&last);
}

/* ---- columns and streams ---- */

static void
check_values(struct course *c, const struct wt_column *column)
{
	struct wt_span last = { NULL, 0 };

	for (uint32_t id = 0; id < column->values; id++) {
		struct wt_span value = wt_column_value(column, id);

		if (id > 0 && wt_span_cmp(last, value) >= 0)
			find(c, "values of a column are not in order");
		last = value;
	}
}

static void
check_column(struct course *c, const struct wt_column *column)
{
	uint32_t *ids = malloc(((size_t)column->most + 1) * sizeof *ids);
	uint64_t total = 0;

	if (ids == NULL) {
		report(c, WT_ENOMEM, "%s: out of memory", c->s->path);
		return;
	}
	for (uint32_t doc = 0; doc < c->s->docs && c->code == WT_OK; doc++) {
		uint32_t count = wt_column_get(column, doc, ids, column->most);

		for (uint32_t i = 1; i < count; i++)
			if (ids[i] <= ids[i - 1])
				find(c, "values of a document are not in order");
		total += count;
	}
	if (c->code == WT_OK && total != column->total)
		find(c, "the values of a column do not add up");
	free(ids);
}

static void
check_columns(struct course *c)
{
	struct wt_column column;

	for (uint32_t i = 0; i < wt_segment_columns(c->s) && c->code == WT_OK; i++) {
		if (wt_column_open(c->s, i, &column) != WT_OK) {
			find(c, "a column cannot be read");
			return;
		}
		check_values(c, &column);
		check_column(c, &column);
	}
}

static void
check_streams(struct course *c)
{
	struct wt_stored cache = { 0 };
	struct wt_span bytes;

	for (uint32_t stream = 0; stream < WT_STREAMS; stream++)
		for (uint32_t doc = 0; doc < c->s->docs && c->code == WT_OK; doc++) {
			int code = wt_document_stream(c->s, doc, stream, &cache, &bytes);

			if (code != WT_OK)
				report(c, code, "%s: stream %u of a document cannot be read",
				    c->s->path, (unsigned)stream);
		}
	wt_stored_free(&cache);
}

static void
check_segment(struct course *c)
{
	check_pages(c);
	if (c->code == WT_OK)
		check_mask(c);
	if (c->code == WT_OK)
		check_docs(c);
	if (c->code == WT_OK)
		check_terms(c);
	if (c->code == WT_OK)
		check_columns(c);
	if (c->code == WT_OK)
		check_streams(c);
	if (c->code == WT_OK && wt_segment_error(c->s) != WT_OK)
		report(c, WT_ECORRUPT, "%s", c->s->guard->error.text);
}

/* Two segments must not have one live key. */
static void
check_unique(struct course *c, const struct wt_index *ix)
{
	struct wt_buf key = { 0 };

	for (uint32_t i = 0; i + 1 < ix->manifest.count; i++) {
		const struct wt_segment *s = ix->segments[i];

		for (uint32_t doc = 0; doc < s->docs && c->code == WT_OK; doc++) {
			uint32_t other;

			if (!wt_segment_live(s, doc) || wt_document_key(s, doc, &key) != WT_OK)
				continue;
			for (uint32_t k = i + 1; k < ix->manifest.count; k++)
				if (wt_segment_find(ix->segments[k], wt_buf_span(&key),
				    &other) == WT_OK && wt_segment_live(ix->segments[k], other))
					report(c, WT_ECORRUPT, "%s: a key is in another "
					    "segment too", s->path);
		}
	}
	wt_buf_free(&key);
}

int
wt_index_verify(const char *path, wt_line_fn *line, void *context, struct wt_error *error)
{
	struct course c = { .line = line, .context = context };
	struct wt_error own;
	struct wt_index *ix;
	int code = wt_index_open(path, &ix, &own);

	if (code != WT_OK) {
		report(&c, code, "%s", own.text);
		if (error != NULL)
			*error = own;
		return code;
	}
	for (uint32_t i = 0; i < ix->manifest.count; i++) {
		struct course one = c;

		one.s = ix->segments[i];
		one.code = WT_OK;
		check_segment(&one);
		c.stop = one.stop;
		if (c.code == WT_OK)
			c.code = one.code;
	}
	if (c.code == WT_OK)
		check_unique(&c, ix);
	if (c.code == WT_OK && (c.code = wt_copies_check(ix, path)) != WT_OK) {
		int found = c.code;

		c.code = WT_OK;
		report(&c, found, "%s: the copies are not those of the documents", path);
	}
	if (c.code != WT_OK && wt_index_error(ix, error) == WT_OK)
		wt_error_set(error, c.code, 0, "%s: %s", path, wt_strerror(c.code));
	wt_index_close(ix);
	return c.code;
}
