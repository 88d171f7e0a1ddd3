/*
 * trace.h - who is told of the steps of a stemmer.
 */
#ifndef WT_STEM_TRACE_H
#define WT_STEM_TRACE_H

#include "base/span.h"

struct wt_stem_trace {
	/*
	 * A rule gave `word`; is it a root?  The name of a rule of Sastrawi is its
	 * number; a reading's has tabs: affixes, known or possible, weight, score.
	 * The strings are valid during the call.
	 */
	void (*step)(void *user, const char *rule, struct wt_span word, bool root);
	void *user;
};

static inline void
wt_trace(const struct wt_stem_trace *trace, const char *rule, struct wt_span word, bool root)
{
	if (trace != NULL)
		trace->step(trace->user, rule, word, root);
}

#endif
