/* serve_hits.c - articles, their near copies, and facets; behind serve.h. */
#include "cmd/serve.h"

#include <string.h>

#define HITS 10                 /* on a page, if nothing else is said */
#define VALUES 8                /* of a facet */
#define COPIES 20               /* listed below an article */
#define OPEN "\x01"             /* marks of a snippet: texts have no control characters */
#define SHUT "\x02"

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

/* ---- facets ---- */

static const struct {
	const char *by, *field;
} fields[] = { { "region", "region" }, { "programme", "programme" }, { "year", "date" },
    { "source", "source" } };

#define FIELDS (sizeof fields / sizeof fields[0])

static const char *
heading_of(const struct request *q, size_t field)
{
	switch (field) {
	case 0: return say(q, "Regions");
	case 1: return say(q, "Programmes");
	case 2: return say(q, "Years");
	default: return say(q, "Sources");
	}
}

/* What is kept of a query: how many articles match, and the first values of each field. */
struct facets {
	uint64_t total;
	struct {
		unsigned count;
		struct {
			struct wt_span value, name, articles;
		} values[VALUES];
	} of[FIELDS];
};

static int
count_field(struct tally *t, size_t field, struct wt_arena *arena, struct facets *f,
    struct wt_error *error)
{
	struct report r = { .format = REPORT_KEPT };
	size_t count = 0;
	int code = answer_facets(t, fields[field].by, VALUES, &r, &count, error);

	if (code == WT_EABSENT)         /* an index without extraction has words and dates */
		code = WT_OK;
	for (size_t i = 0; code == WT_OK && i < r.rows && i < VALUES; i++) {
		f->of[field].values[i].value = wt_arena_copy(arena, report_kept(&r, i, FACETS_VALUE));
		f->of[field].values[i].name = wt_arena_copy(arena, report_kept(&r, i, FACETS_NAME));
		f->of[field].values[i].articles = wt_arena_copy(arena,
		    report_kept(&r, i, FACETS_ARTICLES));
		f->of[field].count++;
	}
	return code != WT_OK ? (void)report_close(&r), code : report_close(&r);
}

static int
count_facets(struct request *q, struct kept *k, struct wt_error *error)
{
	struct facets *f = k->value = wt_arena_array(&k->arena, 1, sizeof *f);
	struct tally t;
	int code;

	if (f == NULL)
		return wt_error_set(error, WT_ENOMEM, 0, "memory ran out");
	code = tally_open_alone(&t, q->o, q->query, error);
	f->total = t.found.count;
	for (size_t i = 0; i < FIELDS && code == WT_OK; i++)
		code = count_field(&t, i, &k->arena, f, error);
	tally_close(&t);
	return code;
}

/* Those of the query, found now or before; to be let go. */
static int
find_facets(struct request *q, struct kept **out, struct wt_error *error)
{
	struct wt_buf key = { 0 };
	int code = WT_OK;

	wt_buf_puts(&key, q->keep_copies ? "F" : "f");
	wt_buf_put64(&key, wt_index_identity(q->o->index));
	wt_buf_putspan(&key, q->query);
	if ((*out = cache_find(q->cache, wt_buf_span(&key))) == NULL) {
		if ((*out = cache_make()) == NULL)
			code = wt_error_set(error, WT_ENOMEM, 0, "memory ran out");
		else if ((code = count_facets(q, *out, error)) == WT_OK && key.err == WT_OK)
			cache_add(q->cache, wt_buf_span(&key), *out);
	}
	wt_buf_free(&key);
	return code;
}

static void
put_facets(struct wt_buf *out, struct request *q, const struct facets *f)
{
	wt_buf_puts(out, "<aside aria-label=\"");
	put_say(out, q, "Narrow it down");
	wt_buf_puts(out, "\">\n");
	for (size_t i = 0; i < FIELDS; i++) {
		if (f->of[i].count == 0)
			continue;
		wt_buf_puts(out, "<h2>");
		html_text(out, wt_span_of(heading_of(q, i)));
		wt_buf_puts(out, "</h2>\n<ul>\n");
		for (unsigned k = 0; k < f->of[i].count; k++) {
			wt_buf_puts(out, "<li>");
			put_filter(out, q, "/", fields[i].field, f->of[i].values[k].value,
			    f->of[i].values[k].name);
			wt_buf_puts(out, "<span>");
			html_text(out, f->of[i].values[k].articles);
			wt_buf_puts(out, "</span></li>\n");
		}
		wt_buf_puts(out, "</ul>\n");
	}
	wt_buf_puts(out, "</aside>\n");
}

/* ---- near copies ---- */

void
put_copies(struct wt_buf *out, const struct request *q, const struct copy *list, uint32_t count,
    uint32_t total)
{
	wt_buf_puts(out, "<ul>\n");
	for (uint32_t i = 0; i < count; i++) {
		struct wt_span parts[] = { list[i].published, list[i].source, list[i].original ?
		    wt_span_of(say(q, "the first of them")) : wt_span_make("", 0) };

		wt_buf_puts(out, "<li>");
		put_article_link(out, q, list[i].key, list[i].title, wt_span_make("", 0));
		wt_buf_puts(out, " <span class=\"meta\">");
		put_parts(out, parts, 3);
		wt_buf_puts(out, "</span></li>\n");
	}
	if (count < total) {
		wt_buf_puts(out, "<li class=\"meta\">");
		wt_buf_printf(out, say(q, "and %u more"), (unsigned)(total - count));
		wt_buf_puts(out, "</li>\n");
	}
	wt_buf_puts(out, "</ul>\n");
}

/* Below an article: its copies, folded until they are asked for. */
static int
put_hit_copies(struct wt_buf *out, struct request *q, const struct report *r, size_t row)
{
	unsigned n = (unsigned)number_of(report_kept(r, row, SEARCH_COPIES));
	uint32_t count, total;
	struct copy *list;
	int code;

	if (n == 0 || report_kept(r, row, SEARCH_DUPLICATE_OF).len > 0)
		return WT_OK;
	code = answer_copies(q->o, report_kept(r, row, SEARCH_ARTICLE_ID), COPIES, &q->arena, &list,
	    &count, &total);
	if (code != WT_OK || count == 0)
		return code;
	wt_buf_puts(out, "<details class=\"copies\"><summary>");
	wt_buf_printf(out, say(q, n == 1 ? "+%u copy" : "+%u copies"), n);
	wt_buf_puts(out, "</summary>\n");
	put_copies(out, q, list, count, total);
	wt_buf_puts(out, "</details>\n");
	return WT_OK;
}

void
put_copy_of(struct wt_buf *out, const struct request *q, struct wt_span original)
{
	/* The message around the link: what stands before the id and behind it. */
	struct wt_span rest = wt_span_of(say(q, "a copy of %.*s")), before = rest;

	wt_span_cut(&rest, '%', &before);
	html_text(out, before);
	put_article_link(out, q, original, original, wt_span_make("", 0));
	if (rest.len > 3)
		html_text(out, wt_span_make(rest.at + 3, rest.len - 3));
}

/* ---- articles ---- */

static int
put_hit(struct wt_buf *out, struct request *q, const struct report *r, size_t row)
{
	struct wt_span parts[] = { report_kept(r, row, SEARCH_PUBLISHED),
	    report_kept(r, row, SEARCH_SOURCE), report_kept(r, row, SEARCH_REGIONS) };
	struct wt_span original = report_kept(r, row, SEARCH_DUPLICATE_OF);

	wt_buf_puts(out, "<article class=\"item\">\n<h2 lang=\"id\">");
	put_article_link(out, q, report_kept(r, row, SEARCH_ARTICLE_ID),
	    report_kept(r, row, SEARCH_TITLE), wt_span_make("", 0));
	wt_buf_puts(out, "</h2>\n<p class=\"meta\">");
	put_parts(out, parts, 3);
	if (original.len > 0) {
		wt_buf_puts(out, " \xc2\xb7 ");
		put_copy_of(out, q, original);
	}
	wt_buf_puts(out, "</p>\n<p lang=\"id\">");
	put_snippet(out, report_kept(r, row, SEARCH_SNIPPET));
	wt_buf_puts(out, "</p>\n");
	if (put_hit_copies(out, q, r, row) != WT_OK)
		return WT_ECORRUPT;
	wt_buf_puts(out, "</article>\n");
	return WT_OK;
}

/* The order of articles, and whether copies are shown one by one. */
static void
put_orders(struct wt_buf *out, const struct request *q)
{
	const struct choice orders[] = {
		{ say(q, "best first"), "", q->sort == WT_SORT_SCORE },
		{ say(q, "newest first"), "newest", q->sort == WT_SORT_NEWEST },
		{ say(q, "oldest first"), "oldest", q->sort == WT_SORT_OLDEST },
	};
	const struct choice copies[] = {
		{ say(q, "copies together"), "", !q->keep_copies },
		{ say(q, "each copy"), "1", q->keep_copies },
	};

	put_choices(out, q, say(q, "Order"), "sort", orders, 3);
	put_choices(out, q, say(q, "Near copies"), "keep-duplicates", copies, 2);
}

static int
put_hits(struct wt_buf *out, struct request *q, uint64_t total, struct wt_error *error)
{
	struct search_asked asked = { .sort = q->sort, .open = OPEN, .shut = SHUT,
	    .keep_copies = q->keep_copies, .limit = q->limit > 0 ? q->limit : HITS };
	struct report r = { .format = REPORT_KEPT };
	size_t count = 0;
	int code;

	page_within(q, total, asked.limit);
	asked.skip = (q->page - 1) * asked.limit;
	code = answer_search(q->o, &asked, q->query, &r, &count, NULL, error);
	wt_buf_puts(out, "<h1 class=\"count\">");
	wt_buf_printf(out, say(q, total == 1 ? "%llu article" : "%llu articles"),
	    (unsigned long long)total);
	wt_buf_puts(out, "</h1>\n");
	put_orders(out, q);
	for (size_t i = 0; i < count && code == WT_OK; i++)
		if ((code = put_hit(out, q, &r, i)) != WT_OK &&
		    wt_index_error(q->o->index, error) == WT_OK)
			wt_error_set(error, code, 0, "%s", wt_strerror(code));
	put_pages(out, q, total, asked.limit);
	return code != WT_OK ? (void)report_close(&r), code : report_close(&r);
}

int
view_search(struct request *q, struct reply *reply, struct wt_error *error)
{
	struct wt_buf inside = { 0 };
	struct kept *k;
	int code = find_facets(q, &k, error);
	const struct facets *f = code == WT_OK ? k->value : NULL;

	if (code == WT_OK && f->total == 0) {
		put_nothing(&inside, q);
	} else if (code == WT_OK) {
		wt_buf_puts(&inside, "<div class=\"two\">\n<section>\n");
		code = put_hits(&inside, q, f->total, error);
		wt_buf_puts(&inside, "</section>\n");
		put_facets(&inside, q, f);
		wt_buf_puts(&inside, "</div>\n");
	}
	cache_let_go(q->cache, k);
	return view_finish(q, reply, code, q->query, &inside);
}
