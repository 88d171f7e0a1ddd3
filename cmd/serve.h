/*
 * serve.h - the parts of `warta serve`.
 *
 *      serve.c          options, sockets, signals
 *      serve_pool.c     indexes, one for each request that is answered at a time
 *      serve_cache.c    what was found before, within bounds
 *      serve_guard.c    connections that take too long
 *      serve_request.c  who may ask what: host, method, path, parameters, headers
 *      serve_api.c      answers as JSON, what the commands print with --json
 *      serve_page.c     the frame of a page
 *      serve_link.c     links, and queries with one condition more or less
 *      serve_view.c     pieces of pages, the timeline, what went wrong
 *      serve_hits.c     articles, their copies, facets
 *      serve_pursuits.c regions and programmes, with stages, budget and citation
 *      serve_article.c  one article
 *
 * The page and its style are in cmd/web and become a part of the program.
 */
#ifndef WT_CMD_SERVE_H
#define WT_CMD_SERVE_H

#include "cmd/answer.h"
#include "cmd/speak.h"

#include <microhttpd.h>

/* ---- indexes ---- */

struct pool;

/*
 * `count` readers of an index, over one dictionary.  CMD_OK, or the exit status after
 * a message.
 */
int pool_open(const char *path, const char *overlay, unsigned count, struct pool **out);
void pool_close(struct pool *p);        /* accepts NULL; all must have been given back */

/*
 * Wait for a reader and take it.  It sees the last commit, and keeps seeing it until it
 * is given back.  An error: the index cannot be read now; nothing is to be given back.
 */
int pool_take(struct pool *p, struct opened **out, struct wt_error *error);
void pool_give(struct pool *p, struct opened *o);

/* ---- what was found before ---- */

/*
 * Answers to queries, by the commit that was asked, so that another page of an answer, or
 * the same by another reader, is not found anew.  Those used longest ago are forgotten.
 */
struct cache;

struct kept {
	struct wt_arena arena;          /* of the value; nobody changes them once they are added */
	void *value;
	size_t count;
	struct wt_buf key;              /* private from here */
	unsigned held;
};

struct cache *pool_cache(struct pool *p);

struct cache *cache_open(void);                 /* NULL without memory */
void cache_close(struct cache *c);              /* accepts NULL; nothing may be held */

/* What is kept under a key, or NULL; held until it is let go. */
struct kept *cache_find(struct cache *c, struct wt_span key);

/* Room for a new one, held, or NULL without memory. */
struct kept *cache_make(void);

/* Keep it under a key, unless that is taken or it is too large. */
void cache_add(struct cache *c, struct wt_span key, struct kept *k);
void cache_let_go(struct cache *c, struct kept *k);     /* accepts NULL */

/* ---- slow clients ---- */

/*
 * A client has so long to send the head of a request, however slowly it sends; then its
 * connection is shut.
 */
struct guard;

struct guard *guard_open(unsigned connections); /* at a time, at most; NULL without memory */
void guard_close(struct guard *g);              /* accepts NULL */
void guard_notify(void *guard, struct MHD_Connection *connection, void **place,
    enum MHD_ConnectionNotificationCode code);  /* for MHD */
void guard_met(struct MHD_Connection *connection);      /* the head of a request is there */
void guard_done(void *guard, struct MHD_Connection *connection, void **state,
    enum MHD_RequestTerminationCode code);      /* a request is answered; for MHD */
void guard_look(struct guard *g);               /* shut what took too long; once a second or so */

/* ---- requests ---- */

#define QUERY_MOST 1000         /* bytes of a query */
#define ROWS_MOST 1000          /* rows of an answer */
#define PAGES_MOST 1000

struct request {
	const char *path;
	enum speak_language language;
	bool language_given;            /* by ?lang=, so that links keep it */
	struct wt_span query;           /* at NULL: none */
	struct wt_span id;              /* of an article; empty: none */
	unsigned limit;                 /* n=; 0: not given */
	unsigned page;                  /* from 1 */
	const char *by;                 /* NULL: not given */
	struct wt_span from, to, was;   /* fields of dates; at NULL: not given */
	enum wt_sort sort;
	bool keep_copies;               /* each near copy for itself */
	struct wt_pursuit_options options;
	struct opened *o;
	struct cache *cache;
	struct wt_arena arena;
};

struct reply {
	unsigned status;
	const char *type;               /* of the body */
	struct wt_buf body;
	struct wt_buf location;         /* of a redirection */
};

/* Answers what MHD received; `context` is the pool. */
enum MHD_Result serve_request(void *context, struct MHD_Connection *connection, const char *url,
    const char *method, const char *version, const char *upload, size_t *upload_size,
    void **state);

/* ---- answers ---- */

/*
 * One path: fill reply->body, or return an error.  WT_ENOENT of an article is 404, an
 * error of the query 400.
 */
typedef int answer_fn(struct request *q, struct reply *reply, struct wt_error *error);

answer_fn api_search, api_regions, api_programmes, api_facets, api_timeline, api_article;
answer_fn view_search, view_regions, view_programmes, view_timeline, view_article;

/*
 * All rows of regions and programmes in their order, found now or before; to be let go.
 * The value is of struct wt_pursuit.
 */
int pursuits_kept(struct request *q, const struct pursuits_asked *asked, struct kept **out,
    struct wt_error *error);

/* An error as JSON, or as a page. */
void api_error(const struct request *q, struct reply *reply, const struct wt_error *error);
void view_error(const struct request *q, struct reply *reply, const struct wt_error *error);

/* ---- links ---- */

/*
 * The value of an href: a path with a query (may be empty).  What else was asked for stays,
 * but for the page and `name` (may be NULL), which gets a value; an empty one takes it away.
 */
void put_link(struct wt_buf *out, const struct request *q, const char *path, struct wt_span query,
    const char *name, struct wt_span value);

/* The same for a header: not HTML. */
void put_location(struct wt_buf *out, const struct request *q, const char *path,
    struct wt_span query);

/* What was asked for beside the query, as hidden fields of a form. */
void put_hidden(struct wt_buf *out, const struct request *q);

/* A value in a URL. */
void put_value(struct wt_buf *out, struct wt_span s);

/* The query with `field:"value"` added, or taken out if it is there; in the arena. */
struct wt_span query_with(struct request *q, const char *field, struct wt_span value, bool *had);

/* Cut the next word, phrase or parenthesis from a query; false at the end. */
bool query_cut(struct wt_span *rest, struct wt_span *piece);

/* "AND" and the like? */
bool query_is_operator(struct wt_span piece);

/* The dates of publication that all of the query is limited to, as "2020" and "2022-06"; or empty. */
void query_dates(const struct request *q, struct wt_span *from, struct wt_span *to);

/* The query limited to other ones; in the arena. */
struct wt_span query_between(struct request *q, struct wt_span from, struct wt_span to);

/* ---- pages ---- */

/* A message in the language of the request. */
const char *say(const struct request *q, const char *message) __attribute__((format_arg(2)));

/* A message as HTML. */
void put_say(struct wt_buf *out, const struct request *q, const char *message);

/* The frame of the page around `inside`; a tab is that of the path of the request. */
void put_page(struct reply *reply, const struct request *q, struct wt_span title,
    const struct wt_buf *inside);

/* Files that are a part of the program: false if there is none of that path. */
bool page_file(const char *path, struct reply *reply);

/* ---- pieces of pages ---- */

/* A number as a cell has it. */
unsigned long number_of(struct wt_span s);

/* To an article; at a sentence of it if `said` is not empty. */
void put_article_link(struct wt_buf *out, const struct request *q, struct wt_span id,
    struct wt_span title, struct wt_span said);

/* A value as a link that adds field:"value" to the query, on the tab of `path`. */
void put_filter(struct wt_buf *out, struct request *q, const char *path, const char *field,
    struct wt_span value, struct wt_span name);

/* Parts of a line, those that are not empty, with dots between. */
void put_parts(struct wt_buf *out, const struct wt_span *parts, size_t count);

/* Values of a parameter as links, with the one that holds now marked. */
struct choice {
	const char *label, *value;      /* value "": without the parameter */
	bool on;
};

void put_choices(struct wt_buf *out, const struct request *q, const char *label, const char *name,
    const struct choice *choices, size_t count);

/* Links to the other pages of an answer with so many rows; page_within puts q->page among them. */
void put_pages(struct wt_buf *out, const struct request *q, uint64_t total, unsigned limit);
void page_within(struct request *q, uint64_t total, unsigned limit);

/* That nothing was found, and what the words of the query find alone. */
void put_nothing(struct wt_buf *out, struct request *q);

void put_status(struct wt_buf *out, const struct request *q, struct wt_span status);

/* An article as one cites it, ready to be copied; `said` may be empty, so may all others. */
struct citation {
	struct wt_span said, title, source, published, url, id;
};

void put_citation(struct wt_buf *out, struct request *q, const struct citation *c);

/* A list of near copies, so many of `total`; and "a copy of" its original. */
void put_copies(struct wt_buf *out, const struct request *q, const struct copy *list,
    uint32_t count, uint32_t total);
void put_copy_of(struct wt_buf *out, const struct request *q, struct wt_span original);

/* The largest amount that is named, if one is. */
void put_budget(struct wt_buf *out, struct request *q, struct wt_span amount);

/* The page, if all went well; then what it was made of is released. */
int view_finish(struct request *q, struct reply *reply, int code, struct wt_span title,
    struct wt_buf *inside);

#endif
