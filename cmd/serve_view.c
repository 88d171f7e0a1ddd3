/* serve_view.c - what is on the pages; behind serve.h. */
#include "cmd/serve.h"

#include <stdlib.h>
#include <string.h>

#define HITS 10                 /* on a page, if nothing else is said */
#define ROWS 50
#define VALUES 8                /* of a facet */
#define OPEN "\x01"             /* marks of a snippet: texts have no control characters */
#define SHUT "\x02"

static struct wt_span
cell(const struct report *r, size_t row, size_t column)
{
	return report_kept(r, row, column);
}

static unsigned long
number_of(struct wt_span s)
{
	/* Cells are copies that end with NUL. */
	return s.len == 0 ? 0 : strtoul(s.at, NULL, 10);
}

/* A snippet: what stands between its marks goes into <mark>. */
static void
put_snippet(struct wt_buf *out, struct wt_span s)
{
	struct wt_span part, word;

	while (wt_span_cut(&s, *OPEN, &part)) {
		if (wt_span_cut(&part, *SHUT, &word) && part.at != NULL) {
			wt_buf_puts(out, "<mark>");
			html_text(out, word);
			wt_buf_puts(out, "</mark>");
			html_text(out, part);
		} else {
			html_text(out, word);
		}
	}
}

/* ---- pieces ---- */

/* To an article, at a sentence of it if `said` is not empty. */
static void
put_article_link(struct wt_buf *out, const struct request *q, struct wt_span id,
    struct wt_span title, struct wt_span said)
{
	wt_buf_puts(out, "<a href=\"");
	put_link(out, q, "/article", q->query, "id", id);
	wt_buf_puts(out, said.len > 0 ? "#" : "");
	put_value(out, said);
	wt_buf_puts(out, "\">");
	html_text(out, title.len > 0 ? title : id);
	wt_buf_puts(out, "</a>");
}

/* A value as a link that adds field:"value" to the query, on the tab of `path`. */
static void
put_filter(struct wt_buf *out, struct request *q, const char *path, const char *field,
    struct wt_span value, struct wt_span name)
{
	bool had;
	struct wt_span query = query_with(q, field, value, &had);

	wt_buf_puts(out, had ? "<a class=\"on\" href=\"" : "<a href=\"");
	put_link(out, q, path, query, NULL, value);
	wt_buf_puts(out, "\">");
	html_text(out, name.len > 0 ? name : value);
	wt_buf_puts(out, "</a>");
}

/* Parts of a line, those that are not empty, with dots between. */
static void
put_parts(struct wt_buf *out, const struct wt_span *parts, size_t count)
{
	const char *dot = "";

	for (size_t i = 0; i < count; i++) {
		if (parts[i].len == 0)
			continue;
		wt_buf_puts(out, dot);
		html_text(out, parts[i]);
		dot = " \xc2\xb7 ";
	}
}

static void
put_pages(struct wt_buf *out, const struct request *q, uint64_t total, unsigned limit)
{
	char number[16];

	wt_buf_puts(out, "<p class=\"pages\">");
	for (int step = -1; step <= 1; step += 2) {
		unsigned page = q->page + (unsigned)step;

		if (step < 0 ? q->page <= 1 : page > PAGES_MOST || (uint64_t)q->page * limit >= total)
			continue;
		snprintf(number, sizeof number, "%u", page);
		wt_buf_printf(out, "<a rel=\"%s\" href=\"", step < 0 ? "prev" : "next");
		put_link(out, q, q->path, q->query, "page", wt_span_of(number));
		if (q->limit > 0)
			wt_buf_printf(out, "&amp;n=%u", q->limit);
		wt_buf_puts(out, "\">");
		put_say(out, q, step < 0 ? "Previous page" : "Next page");
		wt_buf_puts(out, "</a>");
	}
	wt_buf_puts(out, "</p>\n");
}

static void
put_nothing(struct wt_buf *out, const struct request *q)
{
	wt_buf_puts(out, "<p class=\"count\">");
	put_say(out, q, "Nothing was found. Fewer words, or another form, may help.");
	wt_buf_puts(out, "</p>\n");
}

static const char *
status_label(const struct request *q, struct wt_span status)
{
	enum wt_status s = WT_STATUS_UNKNOWN;

	(void)wt_status_named(status, &s);
	switch (s) {
	case WT_STATUS_PLANNED: return say(q, "planned");
	case WT_STATUS_AGREED: return say(q, "agreed");
	case WT_STATUS_ONGOING: return say(q, "ongoing");
	case WT_STATUS_COMPLETED: return say(q, "completed");
	case WT_STATUS_STALLED: return say(q, "stalled");
	case WT_STATUS_CANCELLED: return say(q, "cancelled");
	default: return say(q, "unknown stage");
	}
}

static void
put_status(struct wt_buf *out, const struct request *q, struct wt_span status)
{
	wt_buf_printf(out, " <span class=\"status %.*s\">", (int)status.len, status.at);
	html_text(out, wt_span_of(status_label(q, status)));
	wt_buf_puts(out, "</span>");
}

/* The page, if all went well; then what it was made of is released. */
static int
finish(struct request *q, struct reply *reply, int code, struct wt_span title, struct wt_buf *inside)
{
	if (code == WT_OK)
		code = inside->err;
	if (code == WT_OK)
		put_page(reply, q, title, inside);
	wt_buf_free(inside);
	return code;
}

/* ---- articles ---- */

/* "+2 copies", "a copy of ...", or nothing. */
static struct wt_span
copies(struct request *q, const struct report *r, size_t row)
{
	unsigned n = (unsigned)number_of(cell(r, row, SEARCH_COPIES));
	struct wt_span original = cell(r, row, SEARCH_DUPLICATE_OF);

	if (original.len > 0)
		return wt_arena_printf(&q->arena, say(q, "a copy of %.*s"), (int)original.len, original.at);
	if (n == 0)
		return wt_span_make("", 0);
	return wt_arena_printf(&q->arena, say(q, n == 1 ? "+%u copy" : "+%u copies"), n);
}

static void
put_hit(struct wt_buf *out, struct request *q, const struct report *r, size_t row)
{
	struct wt_span parts[] = { cell(r, row, SEARCH_PUBLISHED), cell(r, row, SEARCH_SOURCE),
	    cell(r, row, SEARCH_REGIONS), copies(q, r, row) };

	wt_buf_puts(out, "<article class=\"item\">\n<h2>");
	put_article_link(out, q, cell(r, row, SEARCH_ARTICLE_ID), cell(r, row, SEARCH_TITLE),
	    wt_span_make("", 0));
	wt_buf_puts(out, "</h2>\n<p class=\"meta\">");
	put_parts(out, parts, 4);
	wt_buf_puts(out, "</p>\n<p>");
	put_snippet(out, cell(r, row, SEARCH_SNIPPET));
	wt_buf_puts(out, "</p>\n</article>\n");
}

static int
put_hits(struct wt_buf *out, struct request *q, struct wt_error *error)
{
	struct search_asked asked = { .sort = q->sort, .open = OPEN, .shut = SHUT, .total = true,
	    .keep_copies = q->keep_copies };
	struct report r = { .format = REPORT_KEPT };
	uint64_t total = 0;
	size_t count = 0;
	int code;

	asked.limit = q->limit > 0 ? q->limit : HITS;
	asked.skip = (q->page - 1) * asked.limit;
	code = answer_search(q->o, &asked, q->query, &r, &count, &total, error);
	if (code == WT_OK && total == 0) {
		put_nothing(out, q);
	} else if (code == WT_OK) {
		wt_buf_puts(out, "<p class=\"count\">");
		wt_buf_printf(out, say(q, total == 1 ? "%llu article" : "%llu articles"),
		    (unsigned long long)total);
		wt_buf_puts(out, "</p>\n");
		for (size_t i = 0; i < count; i++)
			put_hit(out, q, &r, i);
		put_pages(out, q, total, asked.limit);
	}
	return code != WT_OK ? (void)report_close(&r), code : report_close(&r);
}

static int
put_facet(struct wt_buf *out, struct request *q, struct tally *t, const char *by, const char *field,
    const char *heading, struct wt_error *error)
{
	struct report r = { .format = REPORT_KEPT };
	size_t count = 0;
	int code = answer_facets(t, by, VALUES, &r, &count, error);

	if (code == WT_EABSENT)         /* an index without extraction has words and dates */
		code = WT_OK;
	if (code == WT_OK && r.rows > 0) {
		wt_buf_puts(out, "<h3>");
		html_text(out, wt_span_of(heading));
		wt_buf_puts(out, "</h3>\n<ul>\n");
		for (size_t i = 0; i < r.rows; i++) {
			struct wt_span n = cell(&r, i, FACETS_ARTICLES);

			wt_buf_puts(out, "<li>");
			put_filter(out, q, "/", field, cell(&r, i, FACETS_VALUE),
			    cell(&r, i, FACETS_NAME));
			wt_buf_printf(out, "<span>%.*s</span></li>\n", (int)n.len, n.at);
		}
		wt_buf_puts(out, "</ul>\n");
	}
	return code != WT_OK ? (void)report_close(&r), code : report_close(&r);
}

static int
put_facets(struct wt_buf *out, struct request *q, struct wt_error *error)
{
	struct tally t;
	int code = tally_open(&t, q->o, q->query, error);

	wt_buf_puts(out, "<aside>\n");
	if (code == WT_OK &&
	    (code = put_facet(out, q, &t, "region", "region", say(q, "Regions"), error)) == WT_OK &&
	    (code = put_facet(out, q, &t, "programme", "programme", say(q, "Programmes"), error)) == WT_OK &&
	    (code = put_facet(out, q, &t, "year", "date", say(q, "Years"), error)) == WT_OK)
		code = put_facet(out, q, &t, "source", "source", say(q, "Sources"), error);
	wt_buf_puts(out, "</aside>\n");
	tally_close(&t);
	return code;
}

int
view_search(struct request *q, struct reply *reply, struct wt_error *error)
{
	struct wt_buf inside = { 0 };
	int code;

	wt_buf_puts(&inside, "<div class=\"two\">\n<section>\n");
	code = put_hits(&inside, q, error);
	wt_buf_puts(&inside, "</section>\n");
	if (code == WT_OK)
		code = put_facets(&inside, q, error);
	wt_buf_puts(&inside, "</div>\n");
	return finish(q, reply, code, q->query, &inside);
}

/* ---- regions and programmes ---- */

/* The stages with the days they are told of first: "planned 2021-03-04; ongoing 2022-06-01". */
static void
put_history(struct wt_buf *out, const struct request *q, struct wt_span stages)
{
	struct wt_span stage, status = { NULL, 0 };

	if (stages.len == 0 || memchr(stages.at, ';', stages.len) == NULL)
		return;
	wt_buf_puts(out, "<p class=\"meta\">");
	while (wt_span_cut(&stages, ';', &stage)) {
		stage = wt_span_trim(stage);
		wt_span_cut(&stage, ' ', &status);
		put_status(out, q, status);
		wt_buf_putc(out, ' ');
		html_text(out, stage);
	}
	wt_buf_puts(out, "</p>\n");
}

static void
put_pursuit(struct wt_buf *out, struct request *q, const struct report *r, size_t row,
    bool by_programme)
{
	struct wt_span first = cell(r, row, PURSUITS_FIRST), last = cell(r, row, PURSUITS_LAST);
	struct wt_span n = cell(r, row, PURSUITS_ARTICLES), money = cell(r, row, PURSUITS_AMOUNT);
	bool one = wt_span_is(n, "1");
	struct wt_span parts[] = { wt_arena_printf(&q->arena, say(q, one ? "%.*s article" : "%.*s articles"),
	    (int)n.len, n.at), wt_span_eq(first, last) ? first : wt_arena_printf(&q->arena,
	    "%.*s \xe2\x80\x93 %.*s", (int)first.len, first.at, (int)last.len, last.at),
	    money.len > 0 ? answer_rupiah(&q->arena, money) : money,
	    cell(r, row, PURSUITS_OFFICIALS), cell(r, row, PURSUITS_SECTOR) };

	wt_buf_puts(out, "<article class=\"item\">\n<h2>");
	for (int i = 0; i < 2; i++) {
		bool programme = (i == 0) == by_programme;

		wt_buf_puts(out, i == 0 ? "" : " \xc2\xb7 ");
		put_filter(out, q, programme ? "/regions" : "/programmes", programme ? "programme" : "region",
		    cell(r, row, programme ? PURSUITS_PROGRAMME_ID : PURSUITS_REGION_ID),
		    cell(r, row, programme ? PURSUITS_PROGRAMME : PURSUITS_REGION));
	}
	put_status(out, q, cell(r, row, PURSUITS_STATUS));
	wt_buf_puts(out, "</h2>\n<p class=\"meta\">");
	put_parts(out, parts, 5);
	wt_buf_puts(out, "</p>\n");
	put_history(out, q, cell(r, row, PURSUITS_HISTORY));
	wt_buf_puts(out, "<blockquote>");
	html_text(out, cell(r, row, PURSUITS_EVIDENCE));
	wt_buf_puts(out, "</blockquote>\n<p class=\"meta\">");
	put_article_link(out, q, cell(r, row, PURSUITS_ARTICLE_ID), cell(r, row, PURSUITS_TITLE),
	    article_said(&q->arena, cell(r, row, PURSUITS_REGION_ID),
	    cell(r, row, PURSUITS_PROGRAMME_ID)));
	wt_buf_puts(out, " \xc2\xb7 ");
	wt_buf_printf(out, say(q, "confidence %.*s"), (int)cell(r, row, PURSUITS_CONFIDENCE).len,
	    cell(r, row, PURSUITS_CONFIDENCE).at);
	wt_buf_puts(out, "</p>\n</article>\n");
}

static int
put_pursuits(struct wt_buf *out, struct request *q, bool by_programme, struct wt_error *error)
{
	struct pursuits_asked asked = { .options = q->options, .by_programme = by_programme,
	    .keep_copies = q->keep_copies };
	struct report r = { .format = REPORT_KEPT };
	size_t count = 0;
	int code;

	asked.limit = q->limit > 0 ? q->limit : ROWS;
	asked.skip = (q->page - 1) * asked.limit;
	code = answer_pursuits(q->o, &asked, q->query, &r, &count, error);
	if (code == WT_OK && count == 0) {
		put_nothing(out, q);
	} else if (code == WT_OK) {
		wt_buf_puts(out, "<p class=\"count\">");
		wt_buf_printf(out, say(q, count == 1 ? "%zu row: a region and a programme" :
		    "%zu rows: regions and the programmes they pursue"), count);
		wt_buf_puts(out, "</p>\n");
		for (size_t i = 0; i < r.rows; i++)
			put_pursuit(out, q, &r, i, by_programme);
		put_pages(out, q, count, asked.limit);
	}
	return code != WT_OK ? (void)report_close(&r), code : report_close(&r);
}

int
view_regions(struct request *q, struct reply *reply, struct wt_error *error)
{
	struct wt_buf inside = { 0 };
	int code = put_pursuits(&inside, q, false, error);

	return finish(q, reply, code, q->query, &inside);
}

int
view_programmes(struct request *q, struct reply *reply, struct wt_error *error)
{
	struct wt_buf inside = { 0 };
	int code = put_pursuits(&inside, q, true, error);

	return finish(q, reply, code, q->query, &inside);
}

/* ---- timeline ---- */

static void
put_periods(struct wt_buf *out, const struct request *q)
{
	static const char *const names[] = { "year", "month", "day" };
	const char *labels[] = { say(q, "by year"), say(q, "by month"), say(q, "by day") };

	wt_buf_puts(out, "<p class=\"pages\">");
	for (int i = 0; i < 3; i++) {
		if (strcmp(q->by, names[i]) == 0) {
			wt_buf_puts(out, "<b>");
			html_text(out, wt_span_of(labels[i]));
			wt_buf_puts(out, "</b>");
			continue;
		}
		wt_buf_puts(out, "<a href=\"");
		put_link(out, q, q->path, q->query, "by", wt_span_of(names[i]));
		wt_buf_puts(out, "\">");
		html_text(out, wt_span_of(labels[i]));
		wt_buf_puts(out, "</a>");
	}
	wt_buf_puts(out, "</p>\n");
}

static void
put_period(struct wt_buf *out, struct request *q, const struct report *r, size_t row,
    unsigned long most)
{
	struct wt_span period = cell(r, row, TIMELINE_PERIOD), n = cell(r, row, TIMELINE_ARTICLES);
	struct wt_span all = cell(r, row, TIMELINE_ALL);
	double wide = most == 0 ? 0 : 100.0 * (double)number_of(n) / (double)most;

	wt_buf_puts(out, "<tr><td>");
	if (period.len > 0)
		put_filter(out, q, "/", "date", period, period);
	else
		put_say(out, q, "no date");
	wt_buf_printf(out, "</td><td class=\"number\">%.*s</td><td class=\"number\">%.*s</td><td class=\"wide\">"
	    "<svg class=\"bar\" viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
	    "<rect width=\"%.1f\" height=\"10\"/></svg></td></tr>\n", (int)n.len, n.at, (int)all.len, all.at,
	    wide);
}

static int
put_timeline(struct wt_buf *out, struct request *q, struct tally *t, struct wt_error *error)
{
	struct report r = { .format = REPORT_KEPT };
	unsigned long most = 0;
	size_t count = 0;
	int code = answer_timeline(t, q->by, &r, &count, error);

	if (code == WT_OK && count == 0) {
		put_nothing(out, q);
	} else if (code == WT_OK) {
		for (size_t i = 0; i < r.rows; i++)
			if (number_of(cell(&r, i, TIMELINE_ARTICLES)) > most)
				most = number_of(cell(&r, i, TIMELINE_ARTICLES));
		wt_buf_puts(out, "<table>\n<tr><th>");
		put_say(out, q, "Period");
		wt_buf_puts(out, "</th><th class=\"number\">");
		put_say(out, q, "Articles");
		wt_buf_puts(out, "</th><th class=\"number\">");
		put_say(out, q, "of all");
		wt_buf_puts(out, "</th><th></th></tr>\n");
		for (size_t i = 0; i < r.rows; i++)
			put_period(out, q, &r, i, most);
		wt_buf_puts(out, "</table>\n");
	}
	return code != WT_OK ? (void)report_close(&r), code : report_close(&r);
}

int
view_timeline(struct request *q, struct reply *reply, struct wt_error *error)
{
	struct wt_buf inside = { 0 };
	struct tally t;
	int code;

	if (q->by == NULL || !timeline_period(q->by))
		q->by = "month";
	put_periods(&inside, q);
	code = tally_open(&t, q->o, q->query, error);
	if (code == WT_OK)
		code = put_timeline(&inside, q, &t, error);
	tally_close(&t);
	return finish(q, reply, code, q->query, &inside);
}

/* ---- one article ---- */

static void
put_head(struct wt_buf *out, const struct request *q, const struct wt_facts *f)
{
	struct wt_span parts[] = { f->published, f->source, f->byline, f->article_id };

	wt_buf_puts(out, "<h1>");
	html_text(out, f->title.len > 0 ? f->title : f->article_id);
	wt_buf_puts(out, "</h1>\n<p class=\"meta\">");
	put_parts(out, parts, 4);
	/* Only addresses of the web become links: no javascript: and the like. */
	if (wt_span_starts(f->url, WT_SPAN("https://")) || wt_span_starts(f->url, WT_SPAN("http://"))) {
		wt_buf_puts(out, " \xc2\xb7 <a rel=\"noopener noreferrer nofollow\" href=\"");
		html_text(out, f->url);
		wt_buf_puts(out, "\">");
		put_say(out, q, "original");
		wt_buf_puts(out, "</a>");
	}
	wt_buf_puts(out, "</p>\n");
}

static void
put_claims(struct wt_buf *out, struct request *q, const struct article *a)
{
	for (uint32_t i = 0; i < a->facts.nclaims; i++) {
		const struct wt_claim *c = &a->facts.claims[i];

		if (!c->best)
			continue;
		wt_buf_puts(out, "<div class=\"item\">\n<h2>");
		put_filter(out, q, "/regions", "region", c->region_id,
		    cmd_region(q->o, &q->arena, c->region_id));
		wt_buf_puts(out, " \xc2\xb7 ");
		put_filter(out, q, "/regions", "programme", c->programme_id,
		    article_programme(a, c->programme_id));
		put_status(out, q, wt_span_of(wt_status_name(c->status)));
		wt_buf_puts(out, "</h2>\n<blockquote><a href=\"#");
		put_value(out, article_said(&q->arena, c->region_id, c->programme_id));
		wt_buf_puts(out, "\">");
		html_text(out, c->evidence);
		wt_buf_puts(out, "</a></blockquote>\n<p class=\"meta\">");
		html_text(out, c->method);
		wt_buf_printf(out, " \xc2\xb7 %u.%02u</p>\n</div>\n", c->confidence / 100u,
		    c->confidence % 100u);
	}
}

static void
put_legend(struct wt_buf *out, const struct request *q)
{
	const struct {
		enum wt_type type;
		const char *label;
	} types[] = { { WT_REGION, say(q, "region") }, { WT_OFFICIAL, say(q, "official") },
	    { WT_PERSON, say(q, "person") }, { WT_AGENCY, say(q, "agency") },
	    { WT_ORGANIZATION, say(q, "organization") }, { WT_PLACE, say(q, "place") },
	    { WT_DATE, say(q, "date") }, { WT_AMOUNT, say(q, "amount") },
	    { WT_PROGRAMME, say(q, "programme") } };

	wt_buf_puts(out, "<p class=\"legend\">");
	for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
		wt_buf_printf(out, "<mark class=\"%s\">", wt_type_name(types[i].type));
		html_text(out, wt_span_of(types[i].label));
		wt_buf_puts(out, "</mark>\n");
	}
	wt_buf_puts(out, "</p>\n");
}

int
view_article(struct request *q, struct reply *reply, struct wt_error *error)
{
	struct wt_buf inside = { 0 };
	struct html_mark *marks;
	struct article a;
	uint32_t count;
	int code;

	if ((code = answer_article(q->o, q->id, &q->arena, &a, error)) != WT_OK)
		return code;
	if ((code = article_marks(&a, &q->arena, &marks, &count)) == WT_OK) {
		put_head(&inside, q, &a.facts);
		put_legend(&inside, q);
		wt_buf_puts(&inside, "<div class=\"text\">");
		html_marks(&inside, a.text, marks, count);
		wt_buf_puts(&inside, "</div>\n");
		put_claims(&inside, q, &a);
	}
	return finish(q, reply, code, a.facts.title, &inside);
}

/* ---- what went wrong ---- */

void
view_error(const struct request *q, struct reply *reply, const struct wt_error *error)
{
	struct wt_buf inside = { 0 };
	char room[500];
	size_t at = (size_t)error->offset;

	wt_buf_puts(&inside, "<div class=\"problem\" role=\"alert\">\n<p>");
	html_text(&inside, wt_span_of(speak_error_in(q->language, error->text, room, sizeof room)));
	wt_buf_puts(&inside, "</p>\n");
	/* The query with a mark from the place on. */
	if (error->code == WT_ESYNTAX && q->query.at != NULL && at <= q->query.len) {
		wt_buf_puts(&inside, "<pre>");
		html_text(&inside, wt_span_make(q->query.at, at));
		wt_buf_puts(&inside, "<mark>");
		html_text(&inside, at < q->query.len ? wt_span_make(q->query.at + at, q->query.len - at) :
		    WT_SPAN(" "));
		wt_buf_puts(&inside, "</mark></pre>\n");
	}
	wt_buf_puts(&inside, "</div>\n");
	put_page(reply, q, wt_span_make("", 0), &inside);
	wt_buf_free(&inside);
}
