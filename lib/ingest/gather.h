/*
 * gather.h - the tables that grow with what is named, not with the articles:
 * regions, entities and programmes, with their counts.
 *
 * Naming and counting are apart, since it is known at the end only which articles are
 * copies that are not to be counted.
 */
#ifndef WT_INGEST_GATHER_H
#define WT_INGEST_GATHER_H

#include "dict/dict.h"
#include "extract/facts.h"
#include "ingest/row.h"

struct wt_gather;

/*
 * The dictionary is borrowed, and so is `folder`, where what is named is put aside; NULL:
 * /tmp.  In memory an entity takes about 60 bytes, a programme 70.
 */
int wt_gather_open(const struct wt_dict *dict, const char *folder, struct wt_gather **out);
void wt_gather_close(struct wt_gather *g);

/*
 * Take what an article names, so that it has a row, and write behind `note` what is to
 * be counted of it: WT_OK or WT_ENOMEM.
 */
int wt_gather_note(struct wt_gather *g, const struct wt_facts *f, struct wt_buf *note);

/* Count an article by its note: WT_OK, WT_ENOMEM, WT_ECORRUPT. */
int wt_gather_count(struct wt_gather *g, struct wt_span note);

/* Called after each row, so that what is ready can be written: WT_OK or an error. */
typedef int wt_gather_full_fn(void *context);

/* The rows of regions, entities or programmes, in order of their ids. */
int wt_gather_write(struct wt_gather *g, enum wt_table_number table, struct wt_row *row,
    wt_gather_full_fn *full, void *context);

#endif
