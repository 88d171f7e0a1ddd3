/*
 * pattern.h - PCRE2 patterns from a table, compiled when first used.
 *
 * A pattern is tried at one place of a text: it must match there (anchored), and
 * sees at most 64 bytes before and 256 bytes behind that place.  Matching is
 * caseless, in UTF-8, with JIT where the machine has it, and limited: 10,000
 * steps, depth 250, 256 KiB of heap.  A pattern that runs into a limit does not
 * match.  Bad UTF-8 in the text never matches.
 */
#ifndef WT_EXTRACT_PATTERN_H
#define WT_EXTRACT_PATTERN_H

#include "base/err.h"
#include "base/span.h"

#include <stdint.h>

struct wt_pattern {
	struct wt_span source;          /* the pattern as the table has it; borrowed */
	const char *file;               /* of the table, and the line: for messages */
	uint32_t line;
	void *code, *match, *limits;    /* private; NULL until used */
	size_t base;                    /* private: where the bytes seen begin */
};

/*
 * Try a pattern at text[at]: the bytes it matched (above 0), 0, or an error
 * code: WT_ESYNTAX with file and line if it cannot be compiled, WT_ENOMEM.
 */
int wt_pattern_match(struct wt_pattern *p, struct wt_span text, size_t at,
    struct wt_error *error);

/* What a named group of the last match held; empty if nothing or no such group. */
struct wt_span wt_pattern_group(const struct wt_pattern *p, struct wt_span text,
    const char *name);

/* Compile it now: WT_OK or as above. */
int wt_pattern_compile(struct wt_pattern *p, struct wt_error *error);

/* Release what was compiled; harmless if nothing was. */
void wt_pattern_close(struct wt_pattern *p);

#endif
