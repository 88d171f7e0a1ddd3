/* open.h - an index with what is needed to ask it. */
#ifndef WT_CMD_OPEN_H
#define WT_CMD_OPEN_H

#include "cmd/cmd.h"
#include "analyse/analyse.h"
#include "index/copies.h"
#include "ingest/store.h"
#include "query/load.h"
#include "query/rules.h"

struct opened {
	struct wt_dict *dict;
	struct wt_index *index;
	struct wt_analyser *analyser;
	struct wt_rules rules;          /* over the analyser */
	struct wt_loader loader;
	struct wt_copies *copies;       /* groups of near copies */
	bool keep_copies;               /* each counts for itself: --keep-duplicates */
	bool extracted;                 /* false: articles alone, nothing that extraction finds */
	bool told;                      /* why nothing was found */
};

struct wt_query;

/* The index that is meant: `given`, else $WARTA_INDEX, else warta.idx. */
const char *cmd_index_path(const char *given);

/*
 * Open it; an index that other dictionaries made is told on stderr.  CMD_OK, or the exit
 * status after a message.  Released by cmd_index_close in any case.
 */
int cmd_index_open(const char *command, const char *given, const char *overlay, struct opened *o);
void cmd_index_close(struct opened *o);

/*
 * The same in two steps, for several that share a dictionary, which is borrowed.
 * WT_OK or an error; cmd_index_detach releases all but the dictionary in any case.
 */
int cmd_index_attach(const char *path, struct wt_dict *dict, struct opened *o, struct wt_error *error);
void cmd_index_detach(struct opened *o);

/* Tell on stderr if the index was made by other rules than the dictionary has now. */
void cmd_index_compare(const char *command, const char *path, const struct opened *o);

/*
 * WT_OK if the index holds what extraction finds (regions, programmes, officials and so
 * on), else WT_EABSENT with words for it, and a place behind any query.
 */
int cmd_index_needs_facts(const struct opened *o, struct wt_error *error);

/* How to come to such an index, on stderr. */
void cmd_index_way_out(const char *command);

/* The words of a query joined with spaces; `at` is NULL if there are none. */
struct wt_span cmd_query(struct wt_arena *arena, char **words, int count);

/* wt_query_open, with near copies folded unless they are kept. */
int cmd_query_open(struct opened *o, struct wt_span query, struct wt_query **out,
    struct wt_error *error);

/* The id of a document, in the arena: WT_OK, WT_ENOMEM, WT_ECORRUPT. */
int cmd_key(const struct opened *o, struct wt_place place, struct wt_arena *arena, struct wt_span *key);

/* Report an error of a query with the query and a mark under the place; CMD_USAGE, CMD_FAILURE, or
   CMD_NOTHING where the index was made without what is asked for. */
int cmd_query_fail(const char *command, struct wt_span query, const struct wt_error *error);

/* Days since 1970-01-01 as an ISO day; empty for none. */
struct wt_span cmd_day(struct wt_arena *arena, int32_t days);

/* A region id as people write it: "Kota Serang". */
struct wt_span cmd_region(struct opened *o, struct wt_arena *arena, struct wt_span id);

/* A programme id as the dictionary names it; of a discovered one its words. */
struct wt_span cmd_programme(struct opened *o, struct wt_arena *arena, struct wt_span id);

#endif
