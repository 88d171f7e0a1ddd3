/*
 * repeats.h - which articles of a run are near copies of which.
 *
 * Articles are numbered from 0 as they are added.  What is needed of each to find its
 * copies (its sketch, its date and its id, about a hundred bytes) is put aside on disk;
 * only the search itself, at the end, takes memory: 36 bytes an article.
 */
#ifndef WT_INGEST_REPEATS_H
#define WT_INGEST_REPEATS_H

#include "base/buf.h"
#include "index/alike.h"

struct wt_repeats;

/* `folder` is borrowed: where they are put aside; NULL: /tmp. */
struct wt_repeats *wt_repeats_open(const char *folder);
void wt_repeats_close(struct wt_repeats *r);    /* accepts NULL */

/* Add the next article: its day since 1970-01-01, or WT_NO_DATE. */
int wt_repeats_add(struct wt_repeats *r, const uint8_t sketch[WT_SKETCH], int32_t day,
    struct wt_span id);

/* Look for copies, when all are added: WT_OK, WT_ENOMEM, WT_EIO. */
int wt_repeats_find(struct wt_repeats *r);

/* After that: is an article a copy?  Then the id of its original is put in `id`. */
int wt_repeats_original(struct wt_repeats *r, uint32_t number, bool *yes, struct wt_buf *id);

#endif
