/*
 * clean.h - text that came from outside, fit for tables and terminals.
 *
 * Control characters (but TAB, LF and CR) become spaces before anything looks
 * at a text: they mean nothing in an article, and a terminal would obey them.
 */
#ifndef WT_INGEST_CLEAN_H
#define WT_INGEST_CLEAN_H

#include "base/arena.h"

/* A copy in the arena without control characters, of the same length; NUL bytes stay. */
struct wt_span wt_clean_text(struct wt_arena *a, struct wt_span text);

/* Valid UTF-8 of one line: line ends and TAB become spaces too. */
struct wt_span wt_clean_line(struct wt_arena *a, struct wt_span text);

#endif
