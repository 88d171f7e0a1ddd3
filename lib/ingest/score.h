/*
 * score.h - facts against articles that were annotated by hand.
 *
 * Each article's set of answers is compared with the annotated set by a largest
 * one-to-one matching; corpus/README.md tells the form of the annotations.
 */
#ifndef WT_INGEST_SCORE_H
#define WT_INGEST_SCORE_H

#include "base/err.h"
#include "extract/facts.h"

#define WT_SCORE_KINDS 11

struct wt_score {
	const char *kind;
	uint64_t gold, found, right;
};

struct wt_gold;

/* Told of answers of one article that are missing or too many, if `kind` is listed. */
typedef void wt_differ_fn(void *context, struct wt_span article, const char *kind, bool missed,
    struct wt_span answer);

/* The annotations of a JSON file: WT_OK, WT_ESYNTAX, WT_ELIMIT, WT_ENOMEM.  The bytes may go. */
int wt_gold_open(struct wt_span json, struct wt_gold **out, struct wt_error *error);
void wt_gold_close(struct wt_gold *g);
void wt_gold_listen(struct wt_gold *g, wt_differ_fn *differ, void *context);

/* Compare an article; one without annotations is passed over.  WT_OK or WT_ENOMEM. */
int wt_gold_compare(struct wt_gold *g, const struct wt_facts *f);

/* Count the annotated articles that did not come as empty; the ids of the first of them. */
int wt_gold_finish(struct wt_gold *g, size_t *absent, struct wt_span *ids, size_t room);

/* The counts, kinds in order of their first appearance. */
const struct wt_score *wt_gold_scores(const struct wt_gold *g, size_t *count);

#endif
