/*
 * html.h - text as HTML: escaped, and with its mentions marked.
 */
#ifndef WT_CMD_HTML_H
#define WT_CMD_HTML_H

#include "base/buf.h"
#include "extract/facts.h"

/* Text, or the value of an attribute between quotes. */
void html_text(struct wt_buf *out, struct wt_span s);

/* Bytes of a text that get an element of their own. */
struct html_mark {
	uint32_t start, end;
	const struct wt_mention *mention;       /* <mark class="TYPE">, or NULL: */
	struct wt_span id;                      /* <span class="said" id="ID">, a sentence; */
	bool word;                              /* or <b class="word">, a word of a query */
};

/* The mark of a mention. */
static inline struct html_mark
html_mention(const struct wt_mention *m)
{
	return (struct html_mark){ .start = m->start, .end = m->end, .mention = m };
}

/*
 * A text with its marks.  They may lie in each other and need no order: they are put
 * into one.  Those that cross, or lie outside the text, are left out.
 */
void html_marks(struct wt_buf *out, struct wt_span text, struct html_mark *marks, uint32_t count);

/* Put mentions in order: by place, the outer before the inner. */
void html_order(struct wt_mention *mentions, uint32_t count);

#endif
