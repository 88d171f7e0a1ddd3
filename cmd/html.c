/* html.c - behind html.h. */
#include "cmd/html.h"

#include <stdlib.h>

#define DEEPEST 64              /* mentions in each other, at most: an index is not trusted */

void
html_text(struct wt_buf *out, struct wt_span s)
{
	for (size_t i = 0; i < s.len; i++) {
		switch (s.at[i]) {
		case '&': wt_buf_puts(out, "&amp;"); break;
		case '<': wt_buf_puts(out, "&lt;"); break;
		case '>': wt_buf_puts(out, "&gt;"); break;
		case '"': wt_buf_puts(out, "&quot;"); break;
		case '\'': wt_buf_puts(out, "&#39;"); break;
		default: wt_buf_putc(out, s.at[i]);
		}
	}
}

struct marked {
	struct wt_buf *out;
	struct wt_span text;
	const struct html_mark *marks;
	uint32_t count, next;
	unsigned depth;
};

static void
open_mark(struct marked *t, const struct html_mark *mark)
{
	const struct wt_mention *m = mark->mention;

	if (mark->word) {
		wt_buf_puts(t->out, "<b class=\"word\">");
		return;
	}
	if (m == NULL) {
		wt_buf_puts(t->out, "<span class=\"said\" id=\"");
		html_text(t->out, mark->id);
		wt_buf_puts(t->out, "\">");
		return;
	}
	wt_buf_printf(t->out, "<mark class=\"%s\" title=\"", wt_type_name(m->type));
	html_text(t->out, m->method);
	wt_buf_puts(t->out, "\" data-id=\"");
	html_text(t->out, m->entity_id);
	wt_buf_printf(t->out, "\" data-confidence=\"%u.%02u\">", m->confidence / 100u,
	    m->confidence % 100u);
}

/* The text up to `end`, with the marks in it; what they contain in them. */
static void
write_inside(struct marked *t, uint32_t from, uint32_t end)
{
	while (t->next < t->count && t->marks[t->next].start < end) {
		const struct html_mark *m = &t->marks[t->next++];

		if (m->start < from || m->end > end || m->end <= m->start || t->depth == DEEPEST)
			continue;
		html_text(t->out, wt_span_make(t->text.at + from, m->start - from));
		open_mark(t, m);
		t->depth++;
		write_inside(t, m->start, m->end);
		t->depth--;
		wt_buf_puts(t->out, m->word ? "</b>" : m->mention != NULL ? "</mark>" : "</span>");
		from = m->end;
	}
	html_text(t->out, wt_span_make(t->text.at + from, end - from));
}

/* By place, the outer before the inner; of one place the sentence, the mention, the word. */
static int
by_place(const void *left, const void *right)
{
	const struct html_mark *a = left, *b = right;

	if (a->start != b->start)
		return a->start < b->start ? -1 : 1;
	if (a->end != b->end)
		return a->end > b->end ? -1 : 1;
	if (a->word != b->word)
		return b->word ? -1 : 1;
	if ((a->mention == NULL) != (b->mention == NULL))
		return a->mention == NULL ? -1 : 1;
	return a->mention == NULL ? wt_span_cmp(a->id, b->id) :
	    (a->mention > b->mention) - (a->mention < b->mention);
}

void
html_marks(struct wt_buf *out, struct wt_span text, struct html_mark *marks, uint32_t count)
{
	struct marked t = { .out = out, .text = text, .marks = marks, .count = count };

	if (count > 1)
		qsort(marks, count, sizeof *marks, by_place);
	write_inside(&t, 0, (uint32_t)text.len);
}

static int
by_mention(const void *left, const void *right)
{
	const struct wt_mention *a = left, *b = right;

	if (a->start != b->start)
		return a->start < b->start ? -1 : 1;
	return (a->end < b->end) - (a->end > b->end);
}

void
html_order(struct wt_mention *mentions, uint32_t count)
{
	if (count > 1)
		qsort(mentions, count, sizeof *mentions, by_mention);
}
