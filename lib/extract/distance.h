/*
 * distance.h - how far apart two spellings are.
 */
#ifndef WT_EXTRACT_DISTANCE_H
#define WT_EXTRACT_DISTANCE_H

#include "base/span.h"

/* Levenshtein's distance in bytes, or more than `most`: always more for spans of over 40 bytes. */
unsigned wt_distance(struct wt_span a, struct wt_span b, unsigned most);

#endif
