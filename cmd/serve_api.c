/* serve_api.c - answers as JSON, the same as the commands print; behind serve.h. */
#include "cmd/serve.h"

#include <stdlib.h>
#include <string.h>

/* Runs a command's answer with a report that writes JSON into memory. */
struct sink {
	struct report report;
	char *bytes;
	size_t len;
};

static int
sink_open(struct sink *s, struct wt_error *error)
{
	*s = (struct sink){ .report = { .format = REPORT_JSON } };
	if ((s->report.to = open_memstream(&s->bytes, &s->len)) != NULL)
		return WT_OK;
	return wt_error_set(error, WT_ENOMEM, 0, "memory ran out");
}

static int
sink_close(struct sink *s, int code, struct reply *reply, struct wt_error *error)
{
	int closed = report_close(&s->report);

	if (fclose(s->report.to) != 0)
		closed = WT_ENOMEM;
	if (code == WT_OK && closed != WT_OK)
		code = wt_error_set(error, closed, 0, "memory ran out");
	if (code == WT_OK)
		wt_buf_put(&reply->body, s->bytes, s->len);
	free(s->bytes);
	return code;
}

/* A query that `warta search` would ask for, too. */
static int
need_query(const struct request *q, struct wt_error *error)
{
	return q->query.at != NULL ? WT_OK : wt_error_set(error, WT_EINVAL, 0, "no query is given");
}

int
api_search(struct request *q, struct reply *reply, struct wt_error *error)
{
	struct search_asked asked = { .sort = q->sort, .open = "**", .shut = "**",
	    .keep_copies = q->keep_copies };
	struct sink s;
	size_t count;
	int code = need_query(q, error);

	asked.limit = q->limit > 0 ? q->limit : 10;
	asked.skip = (q->page - 1) * asked.limit;
	if (code != WT_OK || (code = sink_open(&s, error)) != WT_OK)
		return code;
	code = answer_search(q->o, &asked, q->query, &s.report, &count, NULL, error);
	return sink_close(&s, code, reply, error);
}

static int
pursuits(struct request *q, bool by_programme, struct reply *reply, struct wt_error *error)
{
	struct pursuits_asked asked = { .options = q->options, .by_programme = by_programme,
	    .keep_copies = q->keep_copies, .limit = q->limit, .skip = (q->page - 1) * q->limit };
	struct kept *k = NULL;
	struct sink s;
	int code = sink_open(&s, error);

	if (code != WT_OK)
		return code;
	if ((code = pursuits_kept(q, &asked, &k, error)) == WT_OK)
		code = pursuits_show(q->o, &asked, k->value, k->count, &s.report, error);
	cache_let_go(q->cache, k);
	return sink_close(&s, code, reply, error);
}

int
api_regions(struct request *q, struct reply *reply, struct wt_error *error)
{
	return pursuits(q, false, reply, error);
}

int
api_programmes(struct request *q, struct reply *reply, struct wt_error *error)
{
	return pursuits(q, true, reply, error);
}

static int
tallied(struct request *q, bool timeline, struct reply *reply, struct wt_error *error)
{
	struct tally t;
	struct sink s;
	size_t count;
	int code = sink_open(&s, error);

	if (code != WT_OK)
		return code;
	code = tally_open(&t, q->o, q->query, error);
	if (code == WT_OK)
		code = timeline ? answer_timeline(&t, q->by, &s.report, &count, error) :
		    answer_facets(&t, q->by, q->limit, &s.report, &count, error);
	code = sink_close(&s, code, reply, error);
	tally_close(&t);
	return code;
}

int
api_facets(struct request *q, struct reply *reply, struct wt_error *error)
{
	if (q->by == NULL || !facets_field(q->by))
		return wt_error_set(error, WT_EINVAL, 0,
		    "by: not a value that this parameter can take");
	return tallied(q, false, reply, error);
}

int
api_timeline(struct request *q, struct reply *reply, struct wt_error *error)
{
	if (q->by == NULL)
		q->by = "month";
	if (!timeline_period(q->by))
		return wt_error_set(error, WT_EINVAL, 0,
		    "by: not a value that this parameter can take");
	return tallied(q, true, reply, error);
}

int
api_article(struct request *q, struct reply *reply, struct wt_error *error)
{
	struct article a;
	int code = answer_article(q->o, q->id, &q->arena, &a, error);

	return code != WT_OK ? code : article_json(q->o, &a, &reply->body, error);
}

/* {"error": "...", "offset": N}: the byte of the query at which it is wrong. */
void
api_error(const struct request *q, struct reply *reply, const struct wt_error *error)
{
	char room[500];
	const char *told = speak_error_in(q->language, error->text, room, sizeof room);

	wt_buf_puts(&reply->body, "{\"error\":");
	wt_json_string(&reply->body, wt_span_of(told));
	if (error->code == WT_ESYNTAX || (error->code == WT_ENOENT && q->id.len == 0))
		wt_buf_printf(&reply->body, ",\"offset\":%llu", (unsigned long long)error->offset);
	wt_buf_puts(&reply->body, "}\n");
}
