/*
 * plain.h - the clean title and text of the article an extractor read last.
 *
 * Apart from everything else, since text/ and index/ both have a document.
 */
#ifndef WT_INGEST_PLAIN_H
#define WT_INGEST_PLAIN_H

#include "base/span.h"

#include <stdint.h>

struct wt_extractor;

struct wt_plain {
	struct wt_span title;   /* empty if there is none */
	struct wt_span text;    /* offsets of facts count in it */
	bool inside;            /* the title is a part of the text */
	uint32_t replaced;      /* invalid parts that became U+FFFD */
};

void wt_plain_get(const struct wt_extractor *x, struct wt_plain *plain);

#endif
