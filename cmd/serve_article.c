/* serve_article.c - the page of one article; behind serve.h. */
#include "cmd/serve.h"
#include "query/mark.h"

#include <string.h>

#define COPIES 200              /* listed at most */

static void
put_head(struct wt_buf *out, const struct request *q, const struct wt_facts *f)
{
	struct wt_span parts[] = { f->published, f->source, f->byline, f->article_id };

	wt_buf_puts(out, "<h1 lang=\"id\">");
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
	if (f->duplicate_of.len > 0) {
		wt_buf_puts(out, " \xc2\xb7 ");
		put_copy_of(out, q, f->duplicate_of);
	}
	wt_buf_puts(out, "</p>\n");
}

static struct citation
citation_of(const struct wt_facts *f, struct wt_span said)
{
	return (struct citation){ .said = said, .title = f->title, .source = f->source,
	    .published = f->published, .url = f->url, .id = f->article_id };
}

/* The other articles of its group. */
static int
put_group(struct wt_buf *out, struct request *q)
{
	uint32_t count, total;
	struct copy *list;
	int code = answer_copies(q->o, q->id, COPIES, &q->arena, &list, &count, &total);

	if (code != WT_OK || total == 0)
		return code;
	wt_buf_puts(out, "<details class=\"copies\"><summary>");
	wt_buf_printf(out, say(q, total == 1 ? "%u near copy" : "%u near copies"), (unsigned)total);
	wt_buf_puts(out, "</summary>\n");
	put_copies(out, q, list, count, total);
	wt_buf_puts(out, "</details>\n");
	return WT_OK;
}

/* The sentence of a claim, leading to its place in the text if it stands there. */
static void
put_said(struct wt_buf *out, struct request *q, const struct article *a, const struct wt_claim *c)
{
	bool there = article_has(a, c);

	wt_buf_puts(out, "<blockquote lang=\"id\">");
	if (there) {
		wt_buf_puts(out, "<a href=\"#");
		put_value(out, article_said(&q->arena, c->region_id, c->programme_id));
		wt_buf_puts(out, "\">");
	}
	html_text(out, c->evidence);
	wt_buf_puts(out, there ? "</a></blockquote>\n" : "</blockquote>\n");
}

static void
put_claims(struct wt_buf *out, struct request *q, const struct article *a)
{
	for (uint32_t i = 0; i < a->facts.nclaims; i++) {
		const struct wt_claim *c = &a->facts.claims[i];
		struct citation cited;

		if (!c->best)
			continue;
		wt_buf_puts(out, "<div class=\"item\">\n<h2>");
		put_filter(out, q, "/regions", "region", c->region_id,
		    cmd_region(q->o, &q->arena, c->region_id));
		wt_buf_puts(out, " \xc2\xb7 ");
		put_filter(out, q, "/regions", "programme", c->programme_id,
		    article_programme(a, c->programme_id));
		wt_buf_putc(out, ' ');
		put_status(out, q, wt_span_of(wt_status_name(c->status)));
		wt_buf_puts(out, "</h2>\n");
		put_budget(out, q, c->amount_idr);
		put_said(out, q, a, c);
		wt_buf_puts(out, "<p class=\"meta\">");
		html_text(out, c->method);
		wt_buf_printf(out, " \xc2\xb7 %u.%02u</p>\n", c->confidence / 100u,
		    c->confidence % 100u);
		cited = citation_of(&a->facts, c->evidence);
		put_citation(out, q, &cited);
		wt_buf_puts(out, "</div>\n");
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

/* The words of the query beside the marks that there are; a query that is wrong has none. */
static int
add_words(struct request *q, const struct article *a, struct html_mark **marks, uint32_t *count)
{
	struct wt_query *query = NULL;
	struct wt_error error = { 0 };
	struct wt_marker *marker;
	struct wt_marked marked;
	struct html_mark *list;
	int code = WT_OK;

	if (q->query.at == NULL || cmd_query_open(q->o, q->query, &query, &error) != WT_OK) {
		wt_query_close(query);
		return WT_OK;
	}
	if ((code = wt_marker_open(&q->arena, &q->o->rules, wt_query_tree(query), &marker)) == WT_OK &&
	    (code = wt_marker_mark(marker, &q->arena, a->text, a->title_inside, &marked)) == WT_OK) {
		list = wt_arena_array(&q->arena, *count + marked.mark_count + 1, sizeof *list);
		if (list == NULL) {
			code = WT_ENOMEM;
		} else {
			memcpy(list, *marks, *count * sizeof *list);
			for (size_t i = 0; i < marked.mark_count; i++)
				list[(*count)++] = (struct html_mark){ .word = true,
				    .start = (uint32_t)marked.marks[i].start,
				    .end = (uint32_t)marked.marks[i].end };
			*marks = list;
		}
	}
	wt_query_close(query);
	return code;
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
	if ((code = article_marks(&a, &q->arena, &marks, &count)) == WT_OK &&
	    (code = add_words(q, &a, &marks, &count)) == WT_OK) {
		struct citation cited = citation_of(&a.facts, wt_span_make("", 0));

		put_head(&inside, q, &a.facts);
		code = put_group(&inside, q);
		put_citation(&inside, q, &cited);
		put_legend(&inside, q);
		wt_buf_puts(&inside, "<div class=\"text\" lang=\"id\">");
		html_marks(&inside, a.text, marks, count);
		wt_buf_puts(&inside, "</div>\n");
		put_claims(&inside, q, &a);
	}
	return view_finish(q, reply, code, a.facts.title, &inside);
}

