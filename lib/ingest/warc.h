/*
 * warc.h - pages of a web archive: ISO 28500, WARC 1.0 and 1.1.
 *
 * Responses with status 200, and resources, that are HTML become records; others are
 * passed over.  HTTP headers go, chunks are joined and gzip is inflated.  The
 * address is that of the WARC record; its date counts as the day of fetching, which dates
 * an article only if nothing else does.
 */
#ifndef WT_INGEST_WARC_H
#define WT_INGEST_WARC_H

#include "ingest/record.h"
#include "ingest/stream.h"

struct wt_warc;

/* The stream, decompressed, is borrowed.  WT_OK or WT_ENOMEM. */
int wt_warc_open(struct wt_stream *s, struct wt_warc **out, struct wt_error *error);
void wt_warc_close(struct wt_warc *w);

/*
 * The next page; position counts all records of the file from 1.  WT_OK; WT_ENOENT at the
 * end; WT_ECORRUPT: nothing more can be read; others: this one cannot be, others may follow.
 */
int wt_warc_next(struct wt_warc *w, struct wt_record *r, struct wt_error *error);

#endif
