/*
 * serve.h - the parts of `warta serve`.
 *
 *      serve.c          options, sockets, signals
 *      serve_pool.c     indexes, one for each request that is answered at a time
 *      serve_request.c  who may ask what: host, method, path, parameters, headers
 *      serve_api.c      answers as JSON, what the commands print with --json
 *      serve_page.c     the frame of a page, links
 *      serve_view.c     what is in it
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
	enum wt_sort sort;
	bool keep_copies;               /* each near copy for itself */
	struct wt_pursuit_options options;
	struct opened *o;
	struct wt_arena arena;
};

struct reply {
	unsigned status;
	const char *type;               /* of the body */
	struct wt_buf body;
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

/* An error as JSON, or as a page. */
void api_error(const struct request *q, struct reply *reply, const struct wt_error *error);
void view_error(const struct request *q, struct reply *reply, const struct wt_error *error);

/* ---- pages ---- */

/* A message in the language of the request. */
const char *say(const struct request *q, const char *message) __attribute__((format_arg(2)));

/* A message as HTML. */
void put_say(struct wt_buf *out, const struct request *q, const char *message);

/*
 * The value of an href: a path with a query (may be empty) and one more parameter, if
 * `name` is not NULL.
 */
void put_link(struct wt_buf *out, const struct request *q, const char *path, struct wt_span query,
    const char *name, struct wt_span value);

/* A value in a URL. */
void put_value(struct wt_buf *out, struct wt_span s);

/* The query with `field:"value"` added, or taken out if it is there; in the arena. */
struct wt_span query_with(struct request *q, const char *field, struct wt_span value, bool *had);

/* The frame of the page around `inside`; a tab is that of the path of the request. */
void put_page(struct reply *reply, const struct request *q, struct wt_span title,
    const struct wt_buf *inside);

/* Files that are a part of the program: false if there is none of that path. */
bool page_file(const char *path, struct reply *reply);

#endif
