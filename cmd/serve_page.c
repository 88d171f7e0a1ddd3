/* serve_page.c - the frame of a page; behind serve.h. */
#include "cmd/serve.h"
#include "cmd/html.h"
#include "web.h"                /* made by the build from the files of cmd/web */

#include <string.h>

const char *
say(const struct request *q, const char *message)
{
	return speak_in(q->language, message);
}

void
put_say(struct wt_buf *out, const struct request *q, const char *message)
{
	html_text(out, wt_span_of(say(q, message)));
}

/* ---- the frame ---- */

/* A name of the template and what stands in its place. */
struct slot {
	const char *name;
	struct wt_buf value;
};

enum { LANGUAGE, TITLE, HOME, ACTION, QUERY, PLACEHOLDER, SEARCH, WRONG, HIDDEN, SKIP, VIEWS, DATES,
	OPEN, FROM, FIRST, TO, LAST, FORM, TABS, INSIDE, FOOTER, SLOTS };

static const char *const slot_names[SLOTS] = { "language", "title", "home", "action", "query",
    "placeholder", "search", "wrong", "hidden", "skip", "views", "dates", "open", "from", "first", "to",
    "last", "form", "tabs", "inside", "footer" };

static const char *const paths[] = { "/", "/regions", "/programmes", "/timeline" };

static const char *
label_of(const struct request *q, size_t tab)
{
	switch (tab) {
	case 0: return say(q, "Articles");
	case 1: return say(q, "Regions");
	case 2: return say(q, "Programmes");
	default: return say(q, "Timeline");
	}
}

static void
put_tabs(struct wt_buf *out, const struct request *q)
{
	struct request other = *q, first = *q;
	char page[16];

	first.limit = 0;
	for (size_t i = 0; i < sizeof paths / sizeof paths[0]; i++) {
		wt_buf_puts(out, "<a href=\"");
		put_link(out, strcmp(paths[i], q->path) == 0 ? q : &first, paths[i], q->query, NULL,
		    q->id);
		wt_buf_puts(out, strcmp(paths[i], q->path) == 0 ? "\" aria-current=\"page\">" : "\">");
		html_text(out, wt_span_of(label_of(q, i)));
		wt_buf_puts(out, "</a>\n");
	}
	other.language_given = true;
	other.language = q->language == SPEAK_INDONESIAN ? SPEAK_ENGLISH : SPEAK_INDONESIAN;
	wt_buf_puts(out, "<a class=\"other\" href=\"");
	snprintf(page, sizeof page, "%u", q->page);
	if (q->page > 1)
		put_link(out, &other, q->path, q->query, "page", wt_span_of(page));
	else
		put_link(out, &other, q->path, q->query, q->id.len > 0 ? "id" : NULL, q->id);
	wt_buf_puts(out, other.language == SPEAK_INDONESIAN ?
	    "\" lang=\"id\" title=\"Bahasa Indonesia\">ID</a>\n" :
	    "\" lang=\"en\" title=\"English\">EN</a>\n");
}

static void
put_footer(struct wt_buf *out, const struct request *q)
{
	struct wt_index_counts counts;

	if (q->o == NULL)
		return;
	wt_index_count(q->o->index, &counts);
	wt_buf_printf(out, say(q, counts.documents == 1 ? "%llu article in the index" :
	    "%llu articles in the index"), (unsigned long long)counts.documents);
	wt_buf_puts(out, " \xc2\xb7 <a href=\"");
	if (strcmp(q->path, "/article") == 0) {
		wt_buf_puts(out, "/api/article?id=");
		put_value(out, q->id);
	} else {
		wt_buf_printf(out, "/api%s", strcmp(q->path, "/") == 0 ? "/search" : q->path);
		put_link(out, q, "", q->query, NULL, q->query);
	}
	wt_buf_puts(out, "\">JSON</a>");
}

/* The template with each {{name}} replaced. */
static void
fill(struct wt_buf *out, struct wt_span template, const struct slot *slots)
{
	struct wt_span part;

	while (wt_span_cut(&template, '{', &part)) {
		wt_buf_putspan(out, part);
		if (template.at == NULL || *template.at != '{')
			continue;
		template = wt_span_make(template.at + 1, template.len - 1);
		if (!wt_span_cut(&template, '}', &part) || template.len == 0)
			return;
		template = wt_span_make(template.at + 1, template.len - 1);
		for (size_t i = 0; i < SLOTS; i++)
			if (wt_span_is(part, slots[i].name))
				wt_buf_putspan(out, wt_buf_span(&slots[i].value));
	}
}

/* The box with the query, and beside it the fields of dates. */
static void
fill_form(struct slot *s, const struct request *q)
{
	struct wt_span from, to;

	wt_buf_puts(&s[ACTION].value, strcmp(q->path, "/article") == 0 ? "/" : q->path);
	html_text(&s[QUERY].value, q->query);
	put_say(&s[PLACEHOLDER].value, q, "words, \"a phrase\", wilayah:Banten, tanggal:2020..2022");
	put_say(&s[SEARCH].value, q, "Search");
	put_hidden(&s[HIDDEN].value, q);
	query_dates(q, &from, &to);
	put_say(&s[DATES].value, q, "Dates");
	wt_buf_puts(&s[OPEN].value, from.len + to.len > 0 ? " open" : "");
	put_say(&s[FROM].value, q, "from");
	html_text(&s[FIRST].value, from);
	put_say(&s[TO].value, q, "to");
	html_text(&s[LAST].value, to);
	put_say(&s[FORM].value, q, "2022, 2022-06 or 2022-06-15");
}

void
put_page(struct reply *reply, const struct request *q, struct wt_span title,
    const struct wt_buf *inside)
{
	struct slot s[SLOTS] = { { .name = NULL } };
	const char *language = q->language == SPEAK_INDONESIAN ? "id" : "en";

	for (size_t i = 0; i < SLOTS; i++)
		s[i].name = slot_names[i];
	wt_buf_puts(&s[LANGUAGE].value, language);
	html_text(&s[TITLE].value, title);
	wt_buf_puts(&s[TITLE].value, title.len > 0 ? " \xe2\x80\x93 warta" : "warta");
	wt_buf_puts(&s[HOME].value, "/");
	if (q->language_given)
		wt_buf_printf(&s[HOME].value, "?lang=%s", language);
	fill_form(s, q);
	if (reply->status == MHD_HTTP_BAD_REQUEST)
		wt_buf_puts(&s[WRONG].value, " aria-invalid=\"true\" aria-describedby=\"problem\"");
	put_say(&s[SKIP].value, q, "To the results");
	put_say(&s[VIEWS].value, q, "Views");
	put_tabs(&s[TABS].value, q);
	wt_buf_putspan(&s[INSIDE].value, wt_buf_span(inside));
	put_footer(&s[FOOTER].value, q);
	fill(&reply->body, wt_span_make((const char *)web_page, sizeof web_page), s);
	for (size_t i = 0; i < SLOTS; i++) {
		if (s[i].value.err != WT_OK)
			reply->body.err = WT_ENOMEM;
		wt_buf_free(&s[i].value);
	}
}

bool
page_file(const char *path, struct reply *reply)
{
	reply->status = MHD_HTTP_OK;
	if (strcmp(path, "/style.css") == 0) {
		reply->type = "text/css; charset=utf-8";
		wt_buf_put(&reply->body, web_style, sizeof web_style);
	} else if (strcmp(path, "/icon.svg") == 0) {
		reply->type = "image/svg+xml";
		wt_buf_put(&reply->body, web_icon, sizeof web_icon);
	} else {
		return false;
	}
	return true;
}
