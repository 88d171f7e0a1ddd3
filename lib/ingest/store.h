/*
 * store.h - articles and their facts to documents of an index; query/load.h reads them back.
 *
 * Streams: WT_STREAM_META is what a list of results shows (struct wt_story),
 * WT_STREAM_TEXT the clean text, WT_STREAM_CLAIMS and WT_STREAM_FACTS the two
 * parts of the facts.  Terms and flags are those of analyse/.  Columns:
 *
 *      region province programme sector status official agency source year month
 *
 * Regions, dates and names in related links and page furniture are facts, but
 * the article is not found or counted by them.
 */
#ifndef WT_INGEST_STORE_H
#define WT_INGEST_STORE_H

#include "dict/dict.h"
#include "index/read.h"
#include "ingest/pipeline.h"

/* Makes documents; belongs to one worker of one build. */
struct wt_storer;

int wt_storer_open(const struct wt_dict *dict, struct wt_storer **out, struct wt_error *error);
void wt_storer_close(struct wt_storer *s);

/* Add an article, extracted now, to an index as the worker: what wt_build_add returns. */
int wt_storer_add(struct wt_storer *s, struct wt_build *build, unsigned worker,
    const struct wt_result *r, struct wt_error *error);

/* A number that is the same as long as the article is. */
uint64_t wt_store_hash(const struct wt_article *article);

/* Days since 1970-01-01 of an ISO date, the first of a month or a year; or WT_NO_DATE. */
int32_t wt_store_day(struct wt_span iso);

/*
 * What an index says of the rules that made it, in the arena; `extracted`: its articles
 * went through all of wt_extract, not WT_EXTRACT_ARTICLE alone.
 */
struct wt_span wt_store_rules(const struct wt_dict *dict, bool extracted, struct wt_arena *arena);

/* Does an index with these rules hold what was extracted? */
bool wt_store_extracted(struct wt_span rules);

#endif
