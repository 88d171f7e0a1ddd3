/*
 * kept.h - a result of the pipeline to bytes and back, for the journal.
 *
 * What the record itself says (id, path, source, address) is not repeated.
 */
#ifndef WT_INGEST_KEPT_H
#define WT_INGEST_KEPT_H

#include "ingest/journal.h"
#include "ingest/pipeline.h"

/* The key of an article: the same as long as everything it is made from is. */
uint64_t wt_kept_key(const struct wt_article *article);

/* Append the bytes of a result without token facts; the buffer keeps its error. */
void wt_kept_encode(const struct wt_result *r, uint32_t replaced, struct wt_buf *out);

/*
 * Read them back for the same article: fills *facts and, but for the order, *r.  Spans point
 * into the bytes, the record and the arena.  WT_OK, WT_ENOMEM, WT_ECORRUPT, WT_EVERSION.
 */
int wt_kept_decode(struct wt_span bytes, const struct wt_record *record, struct wt_arena *arena,
    struct wt_facts *facts, struct wt_result *r, uint32_t *replaced);

#endif
