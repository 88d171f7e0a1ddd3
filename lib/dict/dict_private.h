/* dict_private.h - a mapped dictionary, for open.c, dict.c and phrase.c only. */
#ifndef WT_DICT_DICT_PRIVATE_H
#define WT_DICT_DICT_PRIVATE_H

#include "base/map.h"
#include "base/span.h"

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

/* Where the cells of a table are, checked against the bounds of CELLS. */
struct wt_dict_columns {
	struct wt_span name;
	const char *cells;              /* the first row */
	const char *header;             /* offsets of the columns' names */
	uint32_t rows, columns;
};

struct wt_dict_guard {
	atomic_uint_fast64_t damaged;   /* offset of a damaged page that was met, or 0 */
};

struct wt_dict {
	struct wt_map map;              /* empty when the bytes are the caller's */
	struct wt_span bytes;
	char *given;                    /* owned: the bytes, by wt_dict_own */
	char *name;                     /* owned: of the file */
	uint64_t data, pages;           /* pages start at `data` */
	const char *sums;               /* their checksums */
	atomic_uchar *checked;          /* owned; of each page; NULL: all were checked at opening */
	struct wt_dict_guard *guard;    /* owned; NULL with `checked` */
	struct wt_span strings, tables, cells, words, nodes, edges, starts, entries;
	struct wt_dict_columns *sheets; /* owned: one for each table */
	int nsheets;
	uint32_t mask;                  /* slots of WORDS less one */
	uint32_t nwords, nnodes, nedges, nentries;
};

/* Hold the pages of some bytes against their checksums; false, and remembered, if one differs. */
bool wt_dict_check_pages(const struct wt_dict *d, const char *at, size_t len);

/* May these bytes of the data be read? */
static inline bool
wt_dict_need(const struct wt_dict *d, const char *at, size_t len)
{
	return d->checked == NULL || wt_dict_check_pages(d, at, len);
}

/* A section as it is named in the front, its pages not yet checked; NULL if there is none. */
struct wt_span wt_dict_find_section(const struct wt_dict *d, const char *name);

/* The string at an offset of STRINGS; empty if there is none. */
struct wt_span wt_dict_string(const struct wt_dict *d, uint32_t offset);

#endif
