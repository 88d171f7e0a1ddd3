/*
 * sort.h - put in order what is few, or nearly in order.
 *
 * An article's findings come as a few runs, each in the order of the text.  To
 * insert a few dozen of them one by one takes a part of the steps of qsort, which
 * has the rest.
 */
#ifndef WT_BASE_SORT_H
#define WT_BASE_SORT_H

#include <stddef.h>

/*
 * Sort as qsort does.  What `order` calls equal keeps its order only where it is
 * few, so `order` should call nothing equal that differs.
 */
void wt_sort(void *items, size_t count, size_t size, int (*order)(const void *, const void *));

#endif
