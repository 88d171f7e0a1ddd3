/*
 * pursuit.h - which regions pursue which programmes, from the claims of articles.
 *
 * A query selects claims, not articles: a word matches a claim if the name of its
 * programme (or another name the dictionary knows for it) or its evidence has the
 * word; region:, programme:, sector: and status: ask for those of the claim; all
 * other fields ask for the article.  What was selected is gathered to a row for
 * each region and programme.
 *
 * Near copies of an article (index/copies.h) are one article, of the day of their
 * original, unless the caller gives no copies.
 */
#ifndef WT_QUERY_PURSUIT_H
#define WT_QUERY_PURSUIT_H

#include "analyse/analyse.h"
#include "extract/facts.h"
#include "index/copies.h"
#include "query/search.h"

/* A status, and the first article that tells it. */
struct wt_stage {
	enum wt_status status;
	int32_t first;          /* days since 1970-01-01, or WT_NO_DATE; so all dates here */
	uint32_t segment, doc;
	struct wt_span region_id; /* of its claim: the row's own, unless that is rolled up */
};

struct wt_pursuit {
	struct wt_span region_id, programme_id; /* everything in the arena */
	struct wt_span programme, sector;       /* its name */
	enum wt_status status;          /* of the latest article that tells one */
	int32_t status_date;            /* of that article */
	struct wt_stage history[WT_STATUSES];   /* by their first dates, those without one last; an
	                                   unknown status only where there is no other */
	unsigned stages;
	int32_t first, last;            /* earliest and latest article */
	uint32_t articles;
	struct wt_span officials;       /* "name (office)", with "; " between */
	struct wt_span amount_idr;      /* the largest budget named, a plain number; or empty */
	struct wt_span evidence;        /* the surest, of these the latest */
	struct wt_span evidence_region; /* the region that it speaks of */
	uint8_t confidence;             /* percent, of the evidence */
	uint32_t segment, doc;          /* the article of the evidence */
	uint32_t seen_segment, seen_doc; /* private: the article counted last */
};

/* Levels to which regions are rolled up. */
enum wt_pursuit_level {
	WT_LEVEL_OWN,                   /* as the claim has it */
	WT_LEVEL_REGENCY,               /* kabupaten and kota at most */
	WT_LEVEL_PROVINCE
};

struct wt_pursuit_options {
	const struct wt_dict *dict;
	struct wt_analyser *analyser;
	const struct wt_rules *rules;   /* of queries, over the same analyser */
	const struct wt_copies *copies; /* NULL: each document counts */
	unsigned least;                 /* least confidence, percent */
	enum wt_pursuit_level level;
};

/*
 * The rows of a query (at NULL: of everything), in the arena, those with most articles
 * first, then the latest, then by ids.  Errors are those of wt_query_open.
 */
int wt_pursuits_gather(const struct wt_index *ix, const struct wt_pursuit_options *options,
    struct wt_span query, struct wt_arena *arena, struct wt_pursuit **rows, size_t *count,
    struct wt_error *error);

#endif
