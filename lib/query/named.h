/*
 * named.h - which programmes of the dictionary have some words in one of their names.
 */
#ifndef WT_QUERY_NAMED_H
#define WT_QUERY_NAMED_H

#include "analyse/analyse.h"

/*
 * Their ids, in the arena: programmes of which the name or one of the variants has all
 * the words, in any form and order.  WT_OK, WT_ENOMEM, or an error of the analyser.
 */
int wt_programmes_named(const struct wt_dict *dict, struct wt_analyser *analyser,
    struct wt_arena *arena, const struct wt_word *words, size_t word_count, struct wt_span **ids,
    size_t *count);

#endif
