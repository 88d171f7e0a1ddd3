/*
 * print.h - a query written back in one canonical spelling.
 *
 * Every AND and OR is written, in parentheses; fields have their English names;
 * dates are ranges of days.  Parsing the result gives the same tree again.
 */
#ifndef WT_QUERY_PRINT_H
#define WT_QUERY_PRINT_H

#include "base/buf.h"
#include "query/parse.h"

/* Append the query; `out` keeps the error, if memory runs out. */
void wt_query_print(struct wt_buf *out, const struct wt_node *root);

#endif
