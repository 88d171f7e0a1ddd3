/*
 * date.h - find the dates in a text and say which days they mean.
 *
 * A finder is made once from the tables date_words, date_patterns and
 * date_holidays.  It finds expressions in three steps: a scan that stops only at
 * digits and at words of the tables, a parser for the regular forms (or a PCRE2
 * pattern for the others), and a resolver that reads the whole article before it
 * dates the forms that leave something out.
 *
 * What the resolver starts from is the anchor: the date of publication that the
 * record gives, or else the first day of report in the text itself ("Rabu
 * (7/9)", "Selasa (10/3/2020)").  Where such a day has no year, the year is the
 * one in which the weekday fits, nearest to the years of which the article
 * speaks; a date inside the url helps to choose among years that fit, but dates
 * nothing by itself.  Forms that need an anchor where there is none come out
 * unresolved: from == 0.
 *
 * Offsets are bytes of the text, 0-based, end-exclusive.  A finder allocates its
 * working memory once and keeps it, so it serves one thread at a time; different
 * finders are independent.  Bad UTF-8 is stepped over.
 */
#ifndef WT_EXTRACT_DATE_H
#define WT_EXTRACT_DATE_H

#include "base/arena.h"
#include "base/err.h"
#include "base/span.h"
#include "extract/calendar.h"
#include "extract/range.h"

struct wt_dict;                 /* dict/dict.h */
struct wt_date_finder;

enum wt_date_precision {
	WT_DATE_NONE,           /* unresolved */
	WT_DATE_DAY, WT_DATE_WEEK, WT_DATE_MONTH, WT_DATE_QUARTER, WT_DATE_HALF, WT_DATE_YEAR,
	WT_DATE_DECADE,
	WT_DATE_PART,           /* beginning, middle or end of a month, year or decade */
	WT_DATE_RANGE,          /* anything from .. to */
	WT_DATE_TIME            /* a time of day alone: never resolved, only if asked for */
};

/* What a date was counted from. */
enum wt_date_anchor {
	WT_ANCHOR_NONE,         /* nothing: the expression says it all, or is unresolved */
	WT_ANCHOR_RECORD,       /* the date of publication given by the caller */
	WT_ANCHOR_FURNITURE,    /* a dated line of the page around the article */
	WT_ANCHOR_TEXT,         /* a day of report in the text */
	WT_ANCHOR_YEAR,         /* only a year of which the text speaks */
	WT_ANCHOR_URL,          /* the date in the url chose among the years that fit */
	WT_ANCHOR_PREVIOUS      /* the date before this one in the text */
};

enum { WT_AGREES_UNKNOWN, WT_AGREES_YES, WT_AGREES_NO };

struct wt_date_hit {
	uint32_t start, end;    /* bytes */
	uint32_t from, to;      /* packed (calendar.h), both inclusive; 0 if unresolved */
	uint32_t anchor_date;   /* packed: what it was counted from, 0 if from nothing */
	uint8_t precision;      /* enum wt_date_precision */
	uint8_t anchor;         /* enum wt_date_anchor */
	uint8_t weekday_agrees; /* WT_AGREES_... */
	bool approximate;       /* from the tabular Hijri calendar */
	const char *method;     /* name of the rule or pattern; valid as long as the finder */
};

/*
 * What is known of an article beside the text.  The caller sets the first
 * three and zeroes the rest; wt_date_find fills in the rest from the text.  To
 * find dates in the title (or in any second text of the same article), call
 * again with the same context: the anchor then stays as it is.
 */
struct wt_date_context {
	uint32_t record;        /* packed date of publication, or 0 */
	struct wt_span url;     /* may be empty */
	struct wt_span title;   /* evidence only: its dates are not reported; may be empty */
	bool times;             /* report times of day too, as WT_DATE_TIME */

	bool settled;           /* the rest is filled in */
	uint32_t day;           /* the anchor: packed day, or 0 */
	int year;               /* the year of the anchor, or the likeliest one, or 0 */
	uint8_t source;         /* enum wt_date_anchor of `day` or `year` */
};

/* Make a finder: WT_OK, WT_ENOMEM, or WT_ESYNTAX with table and line in error. */
int wt_date_finder_open(const struct wt_dict *dict, struct wt_date_finder **out,
    struct wt_error *error);

/* The same from the bytes of the TSV files themselves, which must stay while it is used. */
struct wt_date_tables {
	struct wt_span words, patterns, holidays;
};
int wt_date_finder_read(const struct wt_date_tables *tables, struct wt_date_finder **out,
    struct wt_error *error);
void wt_date_finder_close(struct wt_date_finder *f);

/*
 * Find the dates of a text, in order and without overlap, as an array in the
 * arena.  WT_OK, WT_ENOMEM, WT_ELIMIT (text of 4 GiB or more), or WT_ESYNTAX
 * (a pattern of the tables that does not compile, with its line in *error).
 */
int wt_date_find(struct wt_date_finder *f, struct wt_span text, struct wt_date_context *context,
    struct wt_arena *arena, struct wt_date_hit **hits, size_t *count, struct wt_error *error);

/*
 * The same for dates that begin in some parts of the text: whole words of it, all
 * those in which one may begin.  They may end elsewhere.
 */
int wt_date_find_in(struct wt_date_finder *f, struct wt_span text, const struct wt_ranges *where,
    struct wt_date_context *context, struct wt_arena *arena, struct wt_date_hit **hits,
    size_t *count, struct wt_error *error);

/* May a date begin in this word: one without white space, in whatever case? */
bool wt_date_may_begin(const struct wt_date_finder *f, struct wt_span word);

/* "day", "week", ...; "record", "text", ...: static strings for the tables. */
const char *wt_date_precision_name(int precision);
const char *wt_date_anchor_name(int anchor);

/*
 * The cell `anchor` of the tables: "" or, say, "record:2022-12-09".  At most
 * WT_ANCHOR_TEXT_MAX bytes with the NUL; the length.
 */
#define WT_ANCHOR_TEXT_MAX 24
size_t wt_date_anchor_put(const struct wt_date_hit *hit, char out[WT_ANCHOR_TEXT_MAX]);

/* The date of publication of an article, and how it is known. */
struct wt_published {
	uint32_t date;          /* packed, 0 if unknown */
	uint8_t precision;      /* enum wt_date_precision */
	const char *method;     /* record, furniture, dateline, first-dated-sentence, url, "" */
	uint32_t start, end;    /* bytes of the text it was read from; 0 0 if not the text */
	bool conflict;          /* days of report in the text lie more than 45 days from it */
};

/* Judge the hits that wt_date_find gave for this text and context. */
void wt_date_published(struct wt_span text, const struct wt_date_hit *hits, size_t count,
    const struct wt_date_context *context, struct wt_published *out);

#endif
