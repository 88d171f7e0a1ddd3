/*
 * store.h - articles and their facts to documents of an index, and back.
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

/* Makes documents; belongs to one thread. */
struct wt_storer;

int wt_storer_open(const struct wt_dict *dict, struct wt_storer **out, struct wt_error *error);
void wt_storer_close(struct wt_storer *s);

/* Add an article to an index as the worker: what wt_build_add returns. */
int wt_storer_add(struct wt_storer *s, struct wt_build *build, unsigned worker,
    const struct wt_result *r, struct wt_error *error);

/* A number that is the same as long as the article is. */
uint64_t wt_store_hash(const struct wt_article *article);

/* Days since 1970-01-01 of an ISO date, the first of a month or a year; or WT_NO_DATE. */
int32_t wt_store_day(struct wt_span iso);

/* What an index says of the rules that made it; in the arena. */
struct wt_span wt_store_rules(const struct wt_dict *dict, struct wt_arena *arena);

/* ---- and back ---- */

struct wt_story {
	struct wt_span title, published, source, url, path, primary_region_id;
	struct wt_span regions;         /* ids of those it is about, '|' between, most mentioned first */
	bool title_inside;              /* the title is a part of the text */
};

/* The blocks inflated last; zeroed is empty. */
struct wt_loader {
	struct wt_stored caches[WT_STREAMS];
};

void wt_loader_free(struct wt_loader *l);

/*
 * Read a document.  Spans are copies in the arena.  WT_OK, WT_ENOMEM, WT_ECORRUPT.
 * wt_load_facts fills both parts.
 */
int wt_load_story(struct wt_loader *l, const struct wt_segment *s, uint32_t doc,
    struct wt_arena *arena, struct wt_story *story);
int wt_load_text(struct wt_loader *l, const struct wt_segment *s, uint32_t doc,
    struct wt_arena *arena, struct wt_span *text);
int wt_load_facts(struct wt_loader *l, const struct wt_segment *s, uint32_t doc,
    struct wt_arena *arena, struct wt_facts *facts);

#endif
