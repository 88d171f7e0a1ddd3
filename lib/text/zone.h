/*
 * zone.h - which part of a page each token belongs to.
 *
 * Pages of Indonesian portals come with more than the story: a dateline before
 * its first word, links to other stories between its paragraphs, the initials
 * of its writers behind it, and scraps of the page around it.  Nothing is taken
 * out; the tokens are marked.
 */
#ifndef WT_TEXT_ZONE_H
#define WT_TEXT_ZONE_H

#include "text/document.h"

/* Set the zone of every token, and title, dateline and byline of the document. */
void wt_zones_mark(struct wt_document *d);

#endif
