/*
 * check.h - what the tables of a compiled dictionary must say of each other.
 *
 * A compiler sees one table at a time.  Here is what goes over several: every
 * programme has a sector of the table sectors, parents exist, and no programme
 * is its own ancestor.  Tables that are not there are not asked for.
 */
#ifndef WT_DICT_CHECK_H
#define WT_DICT_CHECK_H

#include "dict/dict.h"

/*
 * WT_OK, WT_ENOMEM, or WT_ESYNTAX with the table and line of the first fault.
 * Where a user took programmes out (`laid_over`) a parent may be missing.
 */
int wt_dict_check(const struct wt_dict *d, bool laid_over, struct wt_error *error);

#endif
