/* serve_view.c - pieces of pages, the timeline, what went wrong; behind serve.h. */
#include "cmd/serve.h"
#include "query/search.h"
#include "text/utf8.h"

#include <stdlib.h>
#include <string.h>

#define ALONE 8                 /* words of a query that are counted alone */

unsigned long
number_of(struct wt_span s)
{
	/* Cells are copies that end with NUL. */
	return s.len == 0 ? 0 : strtoul(s.at, NULL, 10);
}

/* ---- pieces ---- */

void
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

void
put_filter(struct wt_buf *out, struct request *q, const char *path, const char *field,
    struct wt_span value, struct wt_span name)
{
	bool had;
	struct wt_span query = query_with(q, field, value, &had);

	wt_buf_puts(out, had ? "<a class=\"on\" href=\"" : "<a href=\"");
	put_link(out, q, path, query, NULL, value);
	if (had) {
		wt_buf_puts(out, "\" title=\"");
		put_say(out, q, "take this back");
	}
	wt_buf_puts(out, "\">");
	html_text(out, name.len > 0 ? name : value);
	wt_buf_puts(out, "</a>");
}

void
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

void
put_choices(struct wt_buf *out, const struct request *q, const char *label, const char *name,
    const struct choice *choices, size_t count)
{
	wt_buf_puts(out, "<p class=\"choices\"><span>");
	html_text(out, wt_span_of(label));
	wt_buf_puts(out, ":</span>\n");
	for (size_t i = 0; i < count; i++) {
		wt_buf_puts(out, "<a ");
		wt_buf_puts(out, choices[i].on ? "aria-current=\"true\" href=\"" : "href=\"");
		put_link(out, q, q->path, q->query, name, wt_span_of(choices[i].value));
		wt_buf_puts(out, "\">");
		html_text(out, wt_span_of(choices[i].label));
		wt_buf_puts(out, "</a>\n");
	}
	wt_buf_puts(out, "</p>\n");
}

/* ---- pages of an answer ---- */

static unsigned
last_page(uint64_t total, unsigned limit)
{
	uint64_t pages = (total + limit - 1) / limit;

	return pages == 0 ? 1 : pages > PAGES_MOST ? PAGES_MOST : (unsigned)pages;
}

void
page_within(struct request *q, uint64_t total, unsigned limit)
{
	unsigned last = last_page(total, limit);

	q->page = q->page > last ? last : q->page;
}

static void
put_page_link(struct wt_buf *out, const struct request *q, unsigned page, const char *rel,
    const char *label)
{
	char number[16];

	snprintf(number, sizeof number, "%u", page);
	wt_buf_printf(out, "<a%s href=\"", rel);
	put_link(out, q, q->path, q->query, "page", wt_span_of(number));
	wt_buf_puts(out, "\">");
	html_text(out, wt_span_of(label));
	wt_buf_puts(out, "</a>\n");
}

void
put_pages(struct wt_buf *out, const struct request *q, uint64_t total, unsigned limit)
{
	unsigned last = last_page(total, limit);

	if (last == 1)
		return;
	wt_buf_puts(out, "<nav class=\"pages\" aria-label=\"");
	put_say(out, q, "Pages");
	wt_buf_puts(out, "\">\n");
	if (q->page > 2)
		put_page_link(out, q, 1, "", say(q, "First page"));
	if (q->page > 1)
		put_page_link(out, q, q->page - 1, " rel=\"prev\"", say(q, "Previous page"));
	wt_buf_puts(out, "<span>");
	wt_buf_printf(out, say(q, "page %u of %u"), q->page, last);
	wt_buf_puts(out, "</span>\n");
	if (q->page < last)
		put_page_link(out, q, q->page + 1, " rel=\"next\"", say(q, "Next page"));
	if (q->page + 1 < last)
		put_page_link(out, q, last, "", say(q, "Last page"));
	wt_buf_puts(out, "</nav>\n");
}

/* ---- nothing found ---- */

/* How many articles a query finds; false if it cannot be asked. */
static bool
count_alone(const struct request *q, struct wt_span query, uint64_t *total)
{
	struct wt_error error = { 0 };
	struct wt_query *one = NULL;
	bool good = cmd_query_open(q->o, query, &one, &error) == WT_OK &&
	    wt_query_count(one, total, &error) == WT_OK;

	wt_query_close(one);
	return good;
}

/* The words of a query that all have to occur: their number, 0 where it is not so plain. */
static size_t
words_of(struct wt_span query, struct wt_span words[ALONE])
{
	struct wt_span piece;
	size_t count = 0;

	while (query_cut(&query, &piece)) {
		if (wt_span_is(piece, "AND") || wt_span_is(piece, "DAN"))
			continue;
		if (query_is_operator(piece) || *piece.at == '-' || count == ALONE)
			return 0;
		words[count++] = piece;
	}
	return count < 2 ? 0 : count;
}

void
put_nothing(struct wt_buf *out, struct request *q)
{
	struct wt_span words[ALONE];
	size_t count = q->query.at == NULL ? 0 : words_of(q->query, words);
	uint64_t total;

	wt_buf_puts(out, "<h1 class=\"count\">");
	put_say(out, q, "Nothing was found. Fewer words, or another form, may help.");
	wt_buf_puts(out, "</h1>\n");
	if (count == 0)
		return;
	wt_buf_puts(out, "<p>");
	put_say(out, q, "Articles that have one alone:");
	wt_buf_puts(out, "</p>\n<ul class=\"alone\">\n");
	for (size_t i = 0; i < count; i++) {
		if (!count_alone(q, words[i], &total))
			continue;
		wt_buf_puts(out, "<li><a href=\"");
		put_link(out, q, "/", words[i], NULL, words[i]);
		wt_buf_puts(out, "\">");
		html_text(out, words[i]);
		wt_buf_printf(out, "</a> <span class=\"meta\">%llu</span></li>\n",
		    (unsigned long long)total);
	}
	wt_buf_puts(out, "</ul>\n");
}

/* ---- of rows and articles ---- */

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

void
put_status(struct wt_buf *out, const struct request *q, struct wt_span status)
{
	wt_buf_puts(out, "<span class=\"status ");
	html_text(out, status);
	wt_buf_puts(out, "\">");
	html_text(out, wt_span_of(status_label(q, status)));
	wt_buf_puts(out, "</span>");
}

/* What is there of it: "said" - title. source, day. address [id]. */
void
put_citation(struct wt_buf *out, struct request *q, const struct citation *c)
{
	wt_buf_puts(out, "<details class=\"cite\"><summary>");
	put_say(out, q, "Cite");
	wt_buf_puts(out, "</summary>\n<textarea readonly rows=\"4\" aria-label=\"");
	put_say(out, q, "Citation to be copied");
	wt_buf_puts(out, "\">");
	if (c->said.len > 0) {
		wt_buf_puts(out, "\xe2\x80\x9c");
		html_text(out, c->said);
		wt_buf_puts(out, "\xe2\x80\x9d \xe2\x80\x93 ");
	}
	html_text(out, c->title.len > 0 ? c->title : c->id);
	for (int i = 0; i < 2; i++) {
		struct wt_span part = i == 0 ? c->source : c->published;

		if (part.len == 0)
			continue;
		wt_buf_puts(out, i == 0 || c->source.len == 0 ? ". " : ", ");
		html_text(out, part);
	}
	wt_buf_puts(out, ".");
	if (c->url.len > 0) {
		wt_buf_putc(out, ' ');
		html_text(out, c->url);
	}
	wt_buf_puts(out, " [");
	html_text(out, c->id);
	wt_buf_puts(out, "]</textarea></details>\n");
}

int
view_finish(struct request *q, struct reply *reply, int code, struct wt_span title,
    struct wt_buf *inside)
{
	if (code == WT_OK)
		code = inside->err;
	if (code == WT_OK)
		put_page(reply, q, title, inside);
	wt_buf_free(inside);
	return code;
}

/* ---- timeline ---- */

static void
put_periods(struct wt_buf *out, const struct request *q)
{
	const struct choice periods[] = {
		{ say(q, "by year"), "year", strcmp(q->by, "year") == 0 },
		{ say(q, "by month"), "", strcmp(q->by, "month") == 0 },
		{ say(q, "by day"), "day", strcmp(q->by, "day") == 0 },
	};

	put_choices(out, q, say(q, "Period"), "by", periods, 3);
}

static void
put_period(struct wt_buf *out, struct request *q, const struct report *r, size_t row,
    unsigned long most)
{
	struct wt_span period = report_kept(r, row, TIMELINE_PERIOD);
	struct wt_span n = report_kept(r, row, TIMELINE_ARTICLES);
	struct wt_span all = report_kept(r, row, TIMELINE_ALL);
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
		wt_buf_puts(out, "<h1 class=\"count\">");
		put_say(out, q, "Timeline");
		wt_buf_puts(out, "</h1>\n");
		put_periods(out, q);
		for (size_t i = 0; i < r.rows; i++)
			if (number_of(report_kept(&r, i, TIMELINE_ARTICLES)) > most)
				most = number_of(report_kept(&r, i, TIMELINE_ARTICLES));
		wt_buf_puts(out, "<table>\n<thead>\n<tr><th scope=\"col\">");
		put_say(out, q, "Period");
		wt_buf_puts(out, "</th><th scope=\"col\" class=\"number\">");
		put_say(out, q, "Articles");
		wt_buf_puts(out, "</th><th scope=\"col\" class=\"number\">");
		put_say(out, q, "of all");
		wt_buf_puts(out, "</th><th class=\"wide\"></th></tr>\n</thead>\n<tbody>\n");
		for (size_t i = 0; i < r.rows; i++)
			put_period(out, q, &r, i, most);
		wt_buf_puts(out, "</tbody>\n</table>\n");
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
	code = tally_open(&t, q->o, q->query, error);
	if (code == WT_OK)
		code = put_timeline(&inside, q, &t, error);
	tally_close(&t);
	return view_finish(q, reply, code, q->query, &inside);
}

/* ---- what went wrong ---- */

/* The query with a mark from the place on, to the end of the word. */
static void
put_place(struct wt_buf *out, const struct request *q, size_t at)
{
	struct wt_span query = q->query, rest = wt_span_make(query.at + at, query.len - at), word = rest;

	wt_span_cut(&rest, ' ', &word);
	if (word.len == 0 && at < query.len)
		word.len = 1;
	rest = wt_span_make(word.at + word.len, query.len - at - word.len);
	wt_buf_puts(out, "<pre>");
	html_text(out, wt_span_make(query.at, at));
	wt_buf_puts(out, "<mark class=\"wrong\">");
	html_text(out, word.len > 0 ? word : WT_SPAN("\xe2\x90\xa3"));
	wt_buf_puts(out, "</mark>");
	html_text(out, rest);
	wt_buf_puts(out, "</pre>\n<p class=\"meta\">");
	wt_buf_printf(out, say(q, "at character %zu of the query"),
	    wt_utf8_count(wt_span_make(query.at, at)) + 1);
	wt_buf_puts(out, "</p>\n");
}

void
view_error(const struct request *q, struct reply *reply, const struct wt_error *error)
{
	struct wt_buf inside = { 0 };
	char room[500];
	size_t at = (size_t)error->offset;
	bool placed = error->code == WT_ESYNTAX || (error->code == WT_ENOENT && q->id.len == 0);

	wt_buf_puts(&inside, "<div class=\"problem\" role=\"alert\" id=\"problem\">\n<p>");
	html_text(&inside, wt_span_of(speak_error_in(q->language, error->text, room, sizeof room)));
	wt_buf_puts(&inside, "</p>\n");
	if (placed && q->query.at != NULL && at <= q->query.len)
		put_place(&inside, q, at);
	wt_buf_puts(&inside, "</div>\n");
	put_page(reply, q, wt_span_of(say(q, "Error")), &inside);
	wt_buf_free(&inside);
}
