/* dict_private.h - a mapped dictionary, for dict.c and phrase.c only. */
#ifndef WT_DICT_DICT_PRIVATE_H
#define WT_DICT_DICT_PRIVATE_H

#include "base/map.h"
#include "base/span.h"

#include <stdint.h>

/* Where the cells of a table are, checked against the bounds of CELLS. */
struct wt_dict_columns {
	struct wt_span name;
	const char *cells;              /* the first row */
	const char *header;             /* offsets of the columns' names */
	uint32_t rows, columns;
};

struct wt_dict {
	struct wt_map map;              /* empty when the bytes are the caller's */
	struct wt_span bytes;
	struct wt_span strings, tables, cells, words, nodes, edges, starts, entries;
	struct wt_dict_columns *sheets; /* owned: one for each table */
	int nsheets;
	uint32_t mask;                  /* slots of WORDS less one */
	uint32_t nwords, nnodes, nedges, nentries;
};

#endif
