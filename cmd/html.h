/*
 * html.h - text as HTML: escaped, and with its mentions marked.
 */
#ifndef WT_CMD_HTML_H
#define WT_CMD_HTML_H

#include "base/buf.h"
#include "extract/facts.h"

/* Text, or the value of an attribute between quotes. */
void html_text(struct wt_buf *out, struct wt_span s);

/*
 * A text with its mentions in elements <mark class="TYPE">.  They may lie in each
 * other and stand in the order of html_order; those that cross, or lie outside the
 * text, are left out.
 */
void html_marks(struct wt_buf *out, struct wt_span text, const struct wt_mention *mentions,
    uint32_t count);

/* Put mentions in order: by place, the outer before the inner. */
void html_order(struct wt_mention *mentions, uint32_t count);

#endif
