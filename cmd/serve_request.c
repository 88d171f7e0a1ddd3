/*
 * serve_request.c - who may ask what; behind serve.h.
 *
 * A page of another site must not read the index through the browser of its user.
 * Names that the site points at the loopback address come with its own name as
 * the host, so only names of this machine are answered; and no header lets another
 * origin read an answer.  Nothing of a request is ever a path of a file.
 */
#include "cmd/serve.h"
#include "text/utf8.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define HTML "text/html; charset=utf-8"
#define JSON "application/json; charset=utf-8"

static const struct {
	const char *path, *type;
	answer_fn *answer;
} routes[] = {
	{ "/", HTML, view_search }, { "/regions", HTML, view_regions },
	{ "/programmes", HTML, view_programmes }, { "/timeline", HTML, view_timeline },
	{ "/article", HTML, view_article }, { "/api/search", JSON, api_search },
	{ "/api/regions", JSON, api_regions }, { "/api/programmes", JSON, api_programmes },
	{ "/api/facets", JSON, api_facets }, { "/api/timeline", JSON, api_timeline },
	{ "/api/article", JSON, api_article },
};

#define ROUTES (sizeof routes / sizeof routes[0])

/* "localhost", "127.0.0.1" or "[::1]", with any port: a tunnel may have another one. */
static bool
is_own_host(const char *host)
{
	static const char *const own[] = { "localhost", "127.0.0.1", "[::1]" };

	if (host == NULL)
		return false;
	for (size_t i = 0; i < sizeof own / sizeof own[0]; i++) {
		size_t len = strlen(own[i]);
		const char *port;

		if (strncasecmp(host, own[i], len) != 0)
			continue;
		port = host + len;
		if (*port == ':')
			port += 1 + strspn(port + 1, "0123456789");
		if (*port == '\0')
			return true;
	}
	return false;
}

static enum MHD_Result
count_host(void *count, enum MHD_ValueKind kind, const char *name, const char *value)
{
	(void)kind;
	(void)value;
	*(unsigned *)count += strcasecmp(name, MHD_HTTP_HEADER_HOST) == 0;
	return MHD_YES;
}

/* One host is named, and it is this machine. */
static bool
is_for_us(struct MHD_Connection *connection)
{
	unsigned hosts = 0;

	MHD_get_connection_values(connection, MHD_HEADER_KIND, count_host, &hosts);
	return hosts == 1 && is_own_host(MHD_lookup_connection_value(connection, MHD_HEADER_KIND,
	    MHD_HTTP_HEADER_HOST));
}

static enum MHD_Result
send_reply(struct MHD_Connection *connection, struct reply *r)
{
	static const char *const headers[][2] = {
		{ "Content-Security-Policy", "default-src 'none'; style-src 'self'; img-src 'self'; "
		    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'" },
		{ "X-Content-Type-Options", "nosniff" }, { "X-Frame-Options", "DENY" },
		{ "Referrer-Policy", "no-referrer" }, { "Cross-Origin-Resource-Policy", "same-origin" },
		{ "Cross-Origin-Opener-Policy", "same-origin" }, { "Cache-Control", "no-cache" },
		{ "Vary", "Accept-Language" },
	};
	struct MHD_Response *response;
	enum MHD_Result result;

	if (r->body.err != WT_OK || r->location.err != WT_OK) {
		wt_buf_free(&r->body);
		wt_buf_free(&r->location);
		r->status = MHD_HTTP_INTERNAL_SERVER_ERROR;
	}
	response = MHD_create_response_from_buffer(r->body.len, r->body.at, MHD_RESPMEM_MUST_FREE);
	if (response == NULL) {
		wt_buf_free(&r->body);
		wt_buf_free(&r->location);
		return MHD_NO;
	}
	MHD_add_response_header(response, MHD_HTTP_HEADER_CONTENT_TYPE, r->type);
	for (size_t i = 0; i < sizeof headers / sizeof headers[0]; i++)
		MHD_add_response_header(response, headers[i][0], headers[i][1]);
	if (r->location.len > 0)
		MHD_add_response_header(response, MHD_HTTP_HEADER_LOCATION, r->location.at);
	if (r->status == MHD_HTTP_METHOD_NOT_ALLOWED)
		MHD_add_response_header(response, MHD_HTTP_HEADER_ALLOW, "GET, HEAD");
	wt_buf_free(&r->location);
	result = MHD_queue_response(connection, r->status, response);
	MHD_destroy_response(response);
	return result;
}

/* ---- parameters ---- */

/* The language that is wanted most of those there are: "id;q=0.8, en". */
static enum speak_language
accepted(const char *list)
{
	enum speak_language best = SPEAK_ENGLISH;
	double most = 0;

	while (list != NULL && *list != '\0') {
		size_t len = strcspn(list, ",");
		const char *weight = memchr(list, ';', len);
		bool weighed = weight != NULL && strncmp(weight, ";q=", 3) == 0;
		double w = weighed ? strtod(weight + 3, NULL) : 1;
		bool id = strncmp(list, "id", 2) == 0, en = strncmp(list, "en", 2) == 0;

		if ((id || en) && strchr("-;, ", list[2]) != NULL && w > most) {
			best = id ? SPEAK_INDONESIAN : SPEAK_ENGLISH;
			most = w;
		}
		list += len;
		list += strspn(list, ", ");
	}
	return best;
}

static struct wt_span
parameter(struct MHD_Connection *connection, const char *name)
{
	const char *value = NULL;
	size_t len = 0;

	if (MHD_lookup_connection_value_n(connection, MHD_GET_ARGUMENT_KIND, name, strlen(name), &value,
	    &len) != MHD_YES || value == NULL)
		return wt_span_make(NULL, 0);
	return wt_span_make(value, len);
}

static int
wrong(struct wt_error *error, const char *name)
{
	return wt_error_set(error, WT_EINVAL, 0, "%s: not a value that this parameter can take", name);
}

/* Valid UTF-8 without NUL, within a length; at NULL if it is empty. */
static int
take_text(struct request *q, struct MHD_Connection *connection, const char *name,
    struct wt_span *text, struct wt_error *error)
{
	struct wt_span given = wt_span_trim(parameter(connection, name));
	uint32_t replaced;

	*text = wt_span_make(NULL, 0);
	if (given.len == 0)
		return WT_OK;
	if (given.len > QUERY_MOST)
		return wt_error_set(error, WT_ELIMIT, 0, "a query has at most %d bytes", QUERY_MOST);
	if (wt_utf8_clean(&q->arena, given, text, &replaced) != WT_OK)
		return wt_error_set(error, WT_ENOMEM, 0, "memory ran out");
	*text = wt_arena_copy(&q->arena, *text);
	return q->arena.err;
}

static int
take_number(struct MHD_Connection *connection, const char *name, unsigned most, unsigned *number,
    struct wt_error *error)
{
	struct wt_span given = parameter(connection, name);

	if (given.len == 0 || cmd_number(given.at, 1, most, number))
		return WT_OK;
	return wrong(error, name);
}

/* The values are C strings in the memory of the connection. */
static int
take_parameters(struct request *q, struct MHD_Connection *connection, struct wt_error *error)
{
	struct wt_span sort = parameter(connection, "sort"), by = parameter(connection, "by");
	struct wt_span level = parameter(connection, "level"), least = parameter(connection, "min");
	int code;

	q->page = 1;
	if ((code = take_text(q, connection, "q", &q->query, error)) != WT_OK ||
	    (code = take_text(q, connection, "id", &q->id, error)) != WT_OK ||
	    (code = take_text(q, connection, "from", &q->from, error)) != WT_OK ||
	    (code = take_text(q, connection, "to", &q->to, error)) != WT_OK ||
	    (code = take_text(q, connection, "was", &q->was, error)) != WT_OK ||
	    (code = take_number(connection, "n", ROWS_MOST, &q->limit, error)) != WT_OK ||
	    (code = take_number(connection, "page", PAGES_MOST, &q->page, error)) != WT_OK)
		return code;
	if (sort.len > 0 && !search_sort(sort.at, &q->sort))
		return wrong(error, "sort");
	if (level.len > 0 && !pursuits_level(level.at, &q->options.level))
		return wrong(error, "level");
	if (least.len > 0 && !pursuits_percent(least.at, &q->options.least))
		return wrong(error, "min");
	q->by = by.len > 0 ? by.at : NULL;
	q->keep_copies = wt_span_is(parameter(connection, "keep-duplicates"), "1");
	return WT_OK;
}

static void
take_language(struct request *q, struct MHD_Connection *connection)
{
	struct wt_span given = parameter(connection, "lang");

	q->language_given = wt_span_is(given, "id") || wt_span_is(given, "en");
	if (q->language_given)
		q->language = wt_span_is(given, "id") ? SPEAK_INDONESIAN : SPEAK_ENGLISH;
	else
		q->language = accepted(MHD_lookup_connection_value(connection, MHD_HEADER_KIND,
		    MHD_HTTP_HEADER_ACCEPT_LANGUAGE));
}

/* ---- answers ---- */

static unsigned
status_of(int code, bool asked)
{
	if (!asked)
		return MHD_HTTP_SERVICE_UNAVAILABLE;
	switch (code) {
	case WT_ESYNTAX: case WT_ELIMIT: case WT_EINVAL: case WT_EABSENT:
		return MHD_HTTP_BAD_REQUEST;
	case WT_ENOENT:
		return MHD_HTTP_NOT_FOUND;
	default:
		return MHD_HTTP_INTERNAL_SERVER_ERROR;
	}
}

/* Ask the index; `asked` tells whether it could be. */
static int
ask(struct pool *pool, struct request *q, answer_fn *answer, struct reply *r, bool *asked,
    struct wt_error *error)
{
	int code = pool_take(pool, &q->o, error);

	*asked = code == WT_OK;
	if (code != WT_OK)
		return code;
	q->o->keep_copies = q->keep_copies;
	q->cache = pool_cache(pool);
	code = answer(q, r, error);
	if (code == WT_OK && (q->arena.err != WT_OK || r->body.err != WT_OK))
		code = wt_error_set(error, WT_ENOMEM, 0, "memory ran out");
	pool_give(pool, q->o);
	q->o = NULL;
	return code;
}

/*
 * The fields of dates become a part of the query, so that a page has one address: what the
 * form sends leads there.  Those left as they were do not undo what was typed.
 */
static bool
settle_dates(struct request *q, struct MHD_Connection *connection, struct reply *r)
{
	struct wt_span query = q->query, fields;

	if (strcmp(r->type, HTML) != 0 || parameter(connection, "was").at == NULL)
		return false;
	fields = wt_arena_printf(&q->arena, "%.*s..%.*s", (int)q->from.len, q->from.at, (int)q->to.len,
	    q->to.at);
	if (!wt_span_eq(fields, q->was))
		query = query_between(q, q->from, q->to);
	put_location(&r->location, q, q->path, query);
	wt_buf_putc(&r->location, '\0');
	r->status = MHD_HTTP_SEE_OTHER;
	return true;
}

static void
answer_route(struct pool *pool, struct MHD_Connection *connection, size_t route, struct reply *r)
{
	struct request q = { .path = routes[route].path };
	struct wt_error error = { 0 };
	bool asked = true;
	int code;

	r->type = routes[route].type;
	r->status = MHD_HTTP_OK;
	take_language(&q, connection);
	if ((code = take_parameters(&q, connection, &error)) == WT_OK &&
	    !settle_dates(&q, connection, r))
		code = ask(pool, &q, routes[route].answer, r, &asked, &error);
	if (code != WT_OK) {
		wt_buf_free(&r->body);
		r->status = status_of(code, asked);
		if (r->status == MHD_HTTP_NOT_FOUND && q.id.len == 0)
			r->status = MHD_HTTP_BAD_REQUEST;
		(strcmp(r->type, JSON) == 0 ? api_error : view_error)(&q, r, &error);
	}
	wt_arena_free(&q.arena);
}

/* Has a request a body?  None that is answered has. */
static bool
has_body(struct MHD_Connection *connection)
{
	const char *length = MHD_lookup_connection_value(connection, MHD_HEADER_KIND,
	    MHD_HTTP_HEADER_CONTENT_LENGTH);

	return (length != NULL && strcmp(length, "0") != 0) || MHD_lookup_connection_value(connection,
	    MHD_HEADER_KIND, MHD_HTTP_HEADER_TRANSFER_ENCODING) != NULL;
}

static void
refuse(struct reply *r, unsigned status, const char *text)
{
	r->status = status;
	r->type = "text/plain; charset=utf-8";
	wt_buf_printf(&r->body, "%u %s\n", status, text);
}

enum MHD_Result
serve_request(void *context, struct MHD_Connection *connection, const char *url,
    const char *method, const char *version, const char *upload, size_t *upload_size,
    void **state)
{
	static int seen;
	struct reply r = { 0 };
	bool get = strcmp(method, "GET") == 0 || strcmp(method, "HEAD") == 0, body;
	size_t i = 0;

	(void)version;
	(void)upload;
	(void)upload_size;
	guard_met(connection);
	/* The first call has the headers only; what must not be sent is refused there. */
	body = has_body(connection);
	if (*state == NULL && get && !body) {
		*state = &seen;
		return MHD_YES;
	}
	while (i < ROUTES && strcmp(routes[i].path, url) != 0)
		i++;
	if (!is_for_us(connection))
		refuse(&r, MHD_HTTP_FORBIDDEN, "the host must be localhost, 127.0.0.1 or [::1]");
	else if (!get)
		refuse(&r, MHD_HTTP_METHOD_NOT_ALLOWED, "GET and HEAD only");
	else if (body)
		refuse(&r, MHD_HTTP_BAD_REQUEST, "a request has no body");
	else if (i < ROUTES)
		answer_route(context, connection, i, &r);
	else if (!page_file(url, &r))
		refuse(&r, MHD_HTTP_NOT_FOUND, "no such page");
	return send_reply(connection, &r);
}
