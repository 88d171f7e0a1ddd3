/*
 * expand.h - the entries of a segment's dictionary that a pattern stands for.
 */
#ifndef WT_QUERY_EXPAND_H
#define WT_QUERY_EXPAND_H

#include "index/read.h"

enum wt_pattern_kind {
	WT_PATTERN_TERM,        /* text itself; all entries, if it is a form of several terms */
	WT_PATTERN_PREFIX,      /* what starts with text */
	WT_PATTERN_FUZZY,       /* text or what is one edit away, behind the mark */
	WT_PATTERN_RANGE        /* text to last, both inclusive */
};

struct wt_pattern {
	enum wt_pattern_kind kind;
	struct wt_span text, last;      /* borrowed */
	size_t mark;                    /* bytes of text before the word */
};

/* Entries of one segment; zeroed is empty, released by wt_entries_free. */
struct wt_entries {
	struct wt_entry *at;
	size_t count, cap;
};

/* Add the entries of a pattern: WT_OK, WT_ECORRUPT or WT_ENOMEM. */
int wt_expand(const struct wt_segment *s, const struct wt_pattern *pattern,
    struct wt_entries *entries);

void wt_entries_free(struct wt_entries *entries);

/* Postings of all entries together. */
uint64_t wt_entries_docs(const struct wt_entries *entries);

#endif
