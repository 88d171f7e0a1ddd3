/* dump.c - sections of an index as text, tabs between the cells of a line. */
#include "index/copies.h"
#include "index/index_private.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

struct course {
	const struct wt_index *ix;
	wt_line_fn *line;
	void *context;
	struct wt_buf text;     /* the line in hand */
	int code;
	bool stop;
};

static void
flush(struct course *c)
{
	if (c->code == WT_OK && c->text.err != WT_OK)
		c->code = c->text.err;
	if (c->code == WT_OK && !c->stop)
		c->stop = c->line(c->context, wt_buf_span(&c->text)) != 0;
	wt_buf_clear(&c->text);
}

/* Bytes with control characters, tabs and backslashes as \xHH. */
static void
put_escaped(struct course *c, struct wt_span s)
{
	for (size_t i = 0; i < s.len; i++) {
		unsigned char byte = (unsigned char)s.at[i];

		if (byte < ' ' || byte == '\\' || byte == 0x7f)
			wt_buf_printf(&c->text, "\\x%02x", byte);
		else
			wt_buf_putc(&c->text, s.at[i]);
	}
}

static void
dump_manifest(struct course *c)
{
	const struct wt_manifest *m = &c->ix->manifest;

	wt_buf_printf(&c->text, "manifest\tformat %u\tmeta ",
	    (unsigned)m->version);
	put_escaped(c, wt_buf_span(&m->meta));
	flush(c);
	for (uint32_t i = 0; i < m->count; i++) {
		wt_buf_printf(&c->text, "segment\t%u\t%016" PRIx64 ".seg\t%" PRIu64
		    " bytes\t%u documents\t%u deleted", (unsigned)i, m->parts[i].hash,
		    m->parts[i].size, (unsigned)m->parts[i].docs, (unsigned)m->parts[i].deleted);
		flush(c);
	}
}

static void
dump_segments(struct course *c)
{
	for (uint32_t i = 0; i < c->ix->manifest.count; i++) {
		const struct wt_segment *s = c->ix->segments[i];

		wt_buf_printf(&c->text, "counts\t%u\t%" PRIu64 " length\t%" PRIu64
		    " occurrences\t%" PRIu64 " entries\t%" PRIu64 " lists", (unsigned)i,
		    s->length, s->occurrences, s->terms, s->lists);
		flush(c);
		for (size_t k = 0; k < WT_SECTIONS; k++) {
			if (s->sections[k].len == 0)
				continue;
			wt_buf_printf(&c->text, "section\t%u\t%s\t%" PRIu64 "\t%" PRIu64,
			    (unsigned)i, wt_section_names[k], s->sections[k].at,
			    s->sections[k].len);
			flush(c);
		}
	}
}

static void
dump_documents(struct course *c)
{
	struct wt_buf key = { 0 };

	for (uint32_t i = 0; i < c->ix->manifest.count; i++) {
		const struct wt_segment *s = c->ix->segments[i];

		for (uint32_t doc = 0; doc < s->docs && !c->stop && c->code == WT_OK; doc++) {
			int32_t date = wt_document_date(s, doc);

			c->code = wt_document_key(s, doc, &key);
			wt_buf_printf(&c->text, "%u\t%u\t", (unsigned)i, (unsigned)doc);
			put_escaped(c, wt_buf_span(&key));
			if (date == WT_NO_DATE)
				wt_buf_puts(&c->text, "\t-");
			else
				wt_buf_printf(&c->text, "\t%d", (int)date);
			wt_buf_printf(&c->text, "\t%u\t%010" PRIx64 "\t%s",
			    (unsigned)wt_document_length(s, doc), wt_document_hash(s, doc),
			    wt_segment_live(s, doc) ? "live" : "deleted");
			flush(c);
		}
	}
	wt_buf_free(&key);
}

static void
dump_postings(struct course *c, const struct wt_segment *s, const struct wt_entry *entry)
{
	const uint32_t *positions;
	struct wt_cursor cursor;
	uint32_t count;

	wt_cursor_open(&cursor, s, entry);
	for (; cursor.doc != WT_NO_DOC && !c->stop; wt_cursor_next(&cursor)) {
		if (wt_cursor_positions(&cursor, &positions, &count) != WT_OK)
			break;
		wt_buf_printf(&c->text, "\t%u\t%u\t", (unsigned)cursor.doc,
		    (unsigned)wt_cursor_freq(&cursor));
		for (uint32_t i = 0; i < count; i++)
			wt_buf_printf(&c->text, "%s%u", i == 0 ? "" : " ",
			    (unsigned)positions[i]);
		flush(c);
	}
	if (c->code == WT_OK)
		c->code = cursor.err;
	wt_cursor_close(&cursor);
}

static void
dump_terms(struct course *c, bool postings)
{
	for (uint32_t i = 0; i < c->ix->manifest.count; i++) {
		const struct wt_segment *s = c->ix->segments[i];
		struct wt_terms t;

		for (wt_terms_open(&t, s, wt_span_make("", 0)); !t.end && !c->stop;
		    wt_terms_next(&t)) {
			wt_buf_printf(&c->text, "%u\t", (unsigned)i);
			put_escaped(c, t.term);
			wt_buf_printf(&c->text, "\t%s\t%u\t%" PRIu64, t.entry.form ? "form" :
			    t.entry.positions ? "term" : "flag", (unsigned)t.entry.docs,
			    t.entry.count);
			flush(c);
			if (postings)
				dump_postings(c, s, &t.entry);
		}
		if (c->code == WT_OK)
			c->code = t.err;
	}
}

static void
dump_column(struct course *c, uint32_t segment, const struct wt_column *column)
{
	uint32_t *ids = malloc(((size_t)column->most + 1) * sizeof *ids);

	if (ids == NULL) {
		c->code = WT_ENOMEM;
		return;
	}
	for (uint32_t doc = 0; doc < column->segment->docs && !c->stop; doc++) {
		uint32_t count = wt_column_get(column, doc, ids, column->most);

		for (uint32_t i = 0; i < count; i++) {
			wt_buf_printf(&c->text, "%u\t%u\t", (unsigned)segment, (unsigned)doc);
			put_escaped(c, column->name);
			wt_buf_putc(&c->text, '\t');
			put_escaped(c, wt_column_value(column, ids[i]));
			flush(c);
		}
	}
	free(ids);
}

static void
dump_columns(struct course *c)
{
	for (uint32_t i = 0; i < c->ix->manifest.count; i++) {
		const struct wt_segment *s = c->ix->segments[i];

		for (uint32_t k = 0; k < wt_segment_columns(s) && c->code == WT_OK; k++) {
			struct wt_column column;

			c->code = wt_column_open(s, k, &column);
			if (c->code == WT_OK)
				dump_column(c, i, &column);
		}
	}
}

static void
dump_streams(struct course *c)
{
	struct wt_stored cache = { 0 };
	struct wt_span bytes;

	for (uint32_t i = 0; i < c->ix->manifest.count; i++) {
		const struct wt_segment *s = c->ix->segments[i];

		for (uint32_t doc = 0; doc < s->docs && !c->stop; doc++)
			for (uint32_t k = 0; k < WT_STREAMS && c->code == WT_OK; k++) {
				c->code = wt_document_stream(s, doc, k, &cache, &bytes);
				if (c->code != WT_OK || bytes.len == 0)
					continue;
				wt_buf_printf(&c->text, "%u\t%u\t%u\t", (unsigned)i,
				    (unsigned)doc, (unsigned)k);
				put_escaped(c, bytes);
				flush(c);
			}
	}
	wt_stored_free(&cache);
}

/* A line for each copy: its key, that of its original. */
static void
dump_copies(struct course *c)
{
	struct wt_copies *copies = NULL;
	struct wt_buf key = { 0 };

	c->code = wt_copies_open(c->ix, &copies, NULL);
	for (uint32_t g = 0; c->code == WT_OK && g < wt_copies_count(copies); g = wt_copies_next(copies, g))
		for (uint32_t i = 1; i < wt_copies_size(copies, g) && c->code == WT_OK; i++) {
			struct wt_place at = wt_copies_member(copies, g, i);
			struct wt_place of = wt_copies_member(copies, g, 0);

			c->code = wt_document_key(c->ix->segments[at.segment], at.doc, &key);
			put_escaped(c, wt_buf_span(&key));
			wt_buf_putc(&c->text, '\t');
			if (c->code == WT_OK)
				c->code = wt_document_key(c->ix->segments[of.segment], of.doc, &key);
			put_escaped(c, wt_buf_span(&key));
			flush(c);
		}
	wt_copies_close(copies);
	wt_buf_free(&key);
}

int
wt_index_dump(const struct wt_index *ix, struct wt_span section, wt_line_fn *line,
    void *context, struct wt_error *error)
{
	struct course c = { .ix = ix, .line = line, .context = context };

	if (section.len == 0 || wt_span_is(section, "manifest"))
		dump_manifest(&c);
	if (section.len == 0 || wt_span_is(section, "segments"))
		dump_segments(&c);
	else if (wt_span_is(section, "documents"))
		dump_documents(&c);
	else if (wt_span_is(section, "terms"))
		dump_terms(&c, false);
	else if (wt_span_is(section, "postings"))
		dump_terms(&c, true);
	else if (wt_span_is(section, "columns"))
		dump_columns(&c);
	else if (wt_span_is(section, "streams"))
		dump_streams(&c);
	else if (wt_span_is(section, "copies"))
		dump_copies(&c);
	else if (!wt_span_is(section, "manifest"))
		c.code = wt_error_set(error, WT_ENOENT, 0, "%.*s: no such section",
		    (int)(section.len < 80 ? section.len : 80), section.at);
	wt_buf_free(&c.text);
	if (c.code == WT_OK)
		return wt_index_error(ix, error);
	if (c.code != WT_ENOENT && wt_index_error(ix, error) == WT_OK)
		wt_error_set(error, c.code, 0, "%s", wt_strerror(c.code));
	return c.code;
}
