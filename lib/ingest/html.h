/*
 * html.h - a saved page of a newspaper as a record: the only user of libxml2.
 *
 * Title, date, source and address come from meta tags (OpenGraph, schema.org,
 * JSON-LD); the text is the container with most running text in paragraphs,
 * without menus, scripts, forms, comments and lists of links.  Nothing is loaded
 * from anywhere; size and depth are bounded.
 */
#ifndef WT_INGEST_HTML_H
#define WT_INGEST_HTML_H

#include "ingest/record.h"

#define WT_HTML_LIMIT ((size_t)16 << 20)        /* bytes of a page */

/*
 * Fill a record: WT_OK, WT_EINVAL (no page, or no text in it), WT_ELIMIT, WT_ENOMEM.
 * label: the encoding by HTTP, or empty; it is stronger than the page's own.
 */
int wt_record_html(struct wt_record *r, struct wt_span page, struct wt_span label,
    struct wt_error *error);

#endif
