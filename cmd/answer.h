/*
 * answer.h - what the commands answer, as rows of a report.
 *
 * The commands print these rows; `warta serve` shows them and hands them out as
 * JSON.  Each takes an open index (which belongs to one thread) and a report whose
 * format and file are set; it begins the report, and the caller closes it.  What
 * a cell borrows lives in the arena or in the report.  Errors of the query point
 * at the character, as those of wt_query_open do.  Near copies are found and counted
 * once, unless it is asked otherwise (of a tally: by the opened index).
 */
#ifndef WT_CMD_ANSWER_H
#define WT_CMD_ANSWER_H

#include "cmd/html.h"
#include "cmd/open.h"
#include "cmd/report.h"
#include "query/pursuit.h"
#include "query/search.h"

/* ---- search ---- */

#define SEARCH_MOST 100000u     /* articles of one answer */
#define SEARCH_SKIP 10000000u

struct search_asked {
	enum wt_sort sort;
	unsigned limit, skip;
	const char *open, *shut;        /* put around words of the query in a snippet */
	bool total;                     /* count all matches too */
	bool keep_copies;               /* each near copy for itself */
};

/* The order of a name; false if there is none.  So the other functions on names. */
bool search_sort(const char *name, enum wt_sort *sort);

enum search_column {
	SEARCH_RANK, SEARCH_ARTICLE_ID, SEARCH_SCORE, SEARCH_PUBLISHED, SEARCH_SOURCE, SEARCH_TITLE,
	SEARCH_REGIONS, SEARCH_SNIPPET, SEARCH_URL, SEARCH_PATH, SEARCH_COPIES, SEARCH_DUPLICATE_OF,
	SEARCH_COLUMNS
};

/* *count says how many hits there are; *total how many match, if it was asked for. */
int answer_search(struct opened *o, const struct search_asked *asked, struct wt_span query,
    struct report *report, size_t *count, uint64_t *total, struct wt_error *error);

/* ---- regions and programmes ---- */

struct pursuits_asked {
	struct wt_pursuit_options options;      /* least and level; the rest is filled in */
	unsigned limit, skip;                   /* limit 0: all rows */
	bool by_programme;
	bool keep_copies;                       /* each near copy for itself */
	bool evidence;                          /* in a table: below each row */
};

/* "province", "kabupaten", ...; a fraction as percent. */
bool pursuits_level(const char *name, enum wt_pursuit_level *level);
bool pursuits_percent(const char *text, unsigned *percent);

enum pursuits_column {
	PURSUITS_REGION_ID, PURSUITS_REGION, PURSUITS_PROGRAMME_ID, PURSUITS_PROGRAMME,
	PURSUITS_SECTOR, PURSUITS_STATUS, PURSUITS_STATUS_DATE, PURSUITS_HISTORY, PURSUITS_AMOUNT,
	PURSUITS_ARTICLES, PURSUITS_FIRST, PURSUITS_LAST, PURSUITS_OFFICIALS, PURSUITS_CONFIDENCE,
	PURSUITS_ARTICLE_ID, PURSUITS_TITLE, PURSUITS_EVIDENCE, PURSUITS_COLUMNS,
	/* of a kept report only: of the article of the evidence, and the region that it names */
	PURSUITS_PUBLISHED = PURSUITS_COLUMNS, PURSUITS_SOURCE, PURSUITS_URL, PURSUITS_OWN_REGION,
	PURSUITS_KEPT
};

/* A stage in the history of a kept report: "status\tday\tregion\tarticle", lines of them. */

/* *count says how many rows there are, left out ones too. */
int answer_pursuits(struct opened *o, const struct pursuits_asked *asked, struct wt_span query,
    struct report *report, size_t *count, struct wt_error *error);

/* The same in two steps: all rows in an arena, in their order; then those that are wanted. */
int pursuits_find(struct opened *o, const struct pursuits_asked *asked, struct wt_span query,
    struct wt_arena *arena, struct wt_pursuit **rows, size_t *count, struct wt_error *error);
int pursuits_show(struct opened *o, const struct pursuits_asked *asked,
    const struct wt_pursuit *rows, size_t count, struct report *report, struct wt_error *error);

/* "Rp11.400.000.000"; a fraction of a rupiah is left out. */
struct wt_span answer_rupiah(struct wt_arena *arena, struct wt_span amount);

/* ---- facets and timeline ---- */

/* The articles that match, and all articles beside them. */
struct tally {
	struct opened *o;
	struct wt_matches found, all;
	bool alone;                     /* `all` is empty: n_all is 0 */
	struct wt_arena arena;
};

/* Released by tally_close in any case.  Alone: all articles take no time, and are not told. */
int tally_open(struct tally *t, struct opened *o, struct wt_span query, struct wt_error *error);
int tally_open_alone(struct tally *t, struct opened *o, struct wt_span query,
    struct wt_error *error);
void tally_close(struct tally *t);

/* Is this a field to count by, or a period? */
bool facets_field(const char *by);
bool timeline_period(const char *by);

enum facets_column {
	FACETS_VALUE, FACETS_NAME, FACETS_ARTICLES, FACETS_ALL, FACETS_SHARE, FACETS_COLUMNS
};

enum timeline_column {
	TIMELINE_PERIOD, TIMELINE_ARTICLES, TIMELINE_ALL, TIMELINE_SHARE, TIMELINE_COLUMNS
};

/* At most `limit` values (0: all); *count says how many there are. */
int answer_facets(struct tally *t, const char *by, unsigned limit, struct report *report,
    size_t *count, struct wt_error *error);
int answer_timeline(struct tally *t, const char *by, struct report *report, size_t *count,
    struct wt_error *error);

/* ---- near copies ---- */

struct copy {
	struct wt_span key, title, published, source;   /* in the arena */
	bool original;                  /* the others are copies of it */
};

/*
 * The other articles of the group of an article, at most `most`, the original first, then
 * by date, in an arena; *total says how many there are.  WT_OK, WT_ENOENT, WT_ENOMEM,
 * WT_ECORRUPT.
 */
int answer_copies(struct opened *o, struct wt_span key, uint32_t most, struct wt_arena *arena,
    struct copy **list, uint32_t *count, uint32_t *total);

/* ---- one article ---- */

struct article {
	struct wt_facts facts;          /* duplicate_of too */
	struct wt_place place;
	struct wt_span text;
	bool title_inside;              /* the title is a part of the text */
};

/* Read an article by its id, into an arena; WT_ENOENT: there is none. */
int answer_article(struct opened *o, struct wt_span key, struct wt_arena *arena,
    struct article *article, struct wt_error *error);

/*
 * The mentions that stand in the text, in an arena, ordered as html_order does; those
 * of a title that is no part of the text are left out.
 */
int article_mentions(const struct article *a, struct wt_arena *arena, struct wt_mention **list,
    uint32_t *count);

/* Does the sentence of a claim stand in the text? */
bool article_has(const struct article *a, const struct wt_claim *c);

/* Its mentions and the sentences of its best claims, as marks with the ids of article_said. */
int article_marks(const struct article *a, struct wt_arena *arena, struct html_mark **list,
    uint32_t *count);

/* What a sentence that speaks of a region and a programme is called in the page of an article. */
struct wt_span article_said(struct wt_arena *arena, struct wt_span region_id,
    struct wt_span programme_id);

/* The name of one of its programmes; its id if it has none. */
struct wt_span article_programme(const struct article *a, struct wt_span id);

/* Its text, and its rows of every table as `warta export --format jsonl` gives them: one object. */
int article_json(struct opened *o, const struct article *a, struct wt_buf *out,
    struct wt_error *error);

#endif
