/*
 * gather.h - the tables that grow with what is named, not with the articles:
 * regions, entities and programmes, with their counts.
 */
#ifndef WT_INGEST_GATHER_H
#define WT_INGEST_GATHER_H

#include "dict/dict.h"
#include "extract/facts.h"
#include "ingest/row.h"

struct wt_gather;

/* The dictionary is borrowed. */
int wt_gather_open(const struct wt_dict *dict, struct wt_gather **out);
void wt_gather_close(struct wt_gather *g);

/* Count an article: WT_OK or WT_ENOMEM. */
int wt_gather_add(struct wt_gather *g, const struct wt_facts *f);

/* The rows of regions, entities or programmes, in order of their ids. */
int wt_gather_write(struct wt_gather *g, enum wt_table_number table, struct wt_row *row);

#endif
