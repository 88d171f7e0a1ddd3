/* serve_pursuits.c - regions and the programmes they pursue; behind serve.h. */
#include "cmd/serve.h"

#include <string.h>

#define ROWS 50                 /* on a page, if nothing else is said */

/* ---- rows ---- */

/* The stages, each with the day and the article that told it first; one alone is told above. */
static void
put_history(struct wt_buf *out, const struct request *q, struct wt_span stages,
    struct wt_span programme)
{
	struct wt_span stage, status, day, region;
	size_t lines = 0;

	for (size_t i = 0; i < stages.len; i++)
		lines += stages.at[i] == '\n';
	if (lines < 2)
		return;
	wt_buf_puts(out, "<ol class=\"history\" aria-label=\"");
	put_say(out, q, "Stages, and when they were first told");
	wt_buf_puts(out, "\">\n");
	while (wt_span_cut(&stages, '\n', &stage) && wt_span_cut(&stage, '\t', &status) &&
	    wt_span_cut(&stage, '\t', &day) && wt_span_cut(&stage, '\t', &region)) {
		struct wt_arena said = { 0 };

		wt_buf_puts(out, "<li>");
		put_status(out, q, status);
		wt_buf_putc(out, ' ');
		put_article_link(out, q, stage, day.len > 0 ? day : wt_span_of(say(q, "no date")),
		    article_said(&said, region, programme));
		wt_buf_puts(out, "</li>\n");
		wt_arena_free(&said);
	}
	wt_buf_puts(out, "</ol>\n");
}

/* "12,5 miliar": a million and more of rupiah in words, cut to two decimals; else empty. */
static struct wt_span
in_words(struct request *q, struct wt_span amount)
{
	struct wt_span rest = amount, whole = amount, number;
	const char *point = q->language == SPEAK_INDONESIAN ? "," : ".";
	size_t unit, decimals = 2;

	wt_span_cut(&rest, '.', &whole);
	if (whole.len < 7)
		return wt_span_make("", 0);
	unit = whole.len > 12 ? 12 : whole.len > 9 ? 9 : 6;
	while (decimals > 0 && whole.at[whole.len - unit + decimals - 1] == '0')
		decimals--;
	number = wt_arena_printf(&q->arena, "%.*s%s%.*s", (int)(whole.len - unit), whole.at,
	    decimals > 0 ? point : "", (int)decimals, whole.at + whole.len - unit);
	return wt_arena_printf(&q->arena, unit == 12 ? say(q, "%.*s trillion") : unit == 9 ?
	    say(q, "%.*s billion") : say(q, "%.*s million"), (int)number.len, number.at);
}

void
put_budget(struct wt_buf *out, struct request *q, struct wt_span amount)
{
	struct wt_span words;

	if (amount.len == 0)
		return;
	wt_buf_puts(out, "<p class=\"budget\">");
	put_say(out, q, "Largest amount named:");
	wt_buf_puts(out, " <b>");
	html_text(out, answer_rupiah(&q->arena, amount));
	wt_buf_puts(out, "</b>");
	words = in_words(q, amount);
	if (words.len > 0) {
		wt_buf_puts(out, " (");
		html_text(out, words);
		wt_buf_putc(out, ')');
	}
	wt_buf_puts(out, "</p>\n");
}

/* The sentence, the article that has it, and how to cite it. */
static void
put_evidence(struct wt_buf *out, struct request *q, const struct report *r, size_t row)
{
	struct wt_span sure = report_kept(r, row, PURSUITS_CONFIDENCE);
	struct wt_span parts[] = { report_kept(r, row, PURSUITS_PUBLISHED),
	    report_kept(r, row, PURSUITS_SOURCE), wt_arena_printf(&q->arena, say(q, "confidence %.*s"),
	    (int)sure.len, sure.at) };

	wt_buf_puts(out, "<blockquote lang=\"id\">");
	html_text(out, report_kept(r, row, PURSUITS_EVIDENCE));
	wt_buf_puts(out, "</blockquote>\n<p class=\"meta\">");
	put_article_link(out, q, report_kept(r, row, PURSUITS_ARTICLE_ID),
	    report_kept(r, row, PURSUITS_TITLE), article_said(&q->arena,
	    report_kept(r, row, PURSUITS_OWN_REGION), report_kept(r, row, PURSUITS_PROGRAMME_ID)));
	wt_buf_puts(out, " \xc2\xb7 ");
	put_parts(out, parts, 3);
	wt_buf_puts(out, "</p>\n");
	put_citation(out, q, &(struct citation){ .said = report_kept(r, row, PURSUITS_EVIDENCE),
	    .title = report_kept(r, row, PURSUITS_TITLE),
	    .source = report_kept(r, row, PURSUITS_SOURCE),
	    .published = report_kept(r, row, PURSUITS_PUBLISHED),
	    .url = report_kept(r, row, PURSUITS_URL), .id = report_kept(r, row, PURSUITS_ARTICLE_ID) });
}

static void
put_pursuit(struct wt_buf *out, struct request *q, const struct report *r, size_t row,
    bool by_programme)
{
	struct wt_span n = report_kept(r, row, PURSUITS_ARTICLES);
	struct wt_span first = report_kept(r, row, PURSUITS_FIRST);
	struct wt_span last = report_kept(r, row, PURSUITS_LAST);
	bool one = wt_span_is(n, "1");
	struct wt_span parts[] = { wt_arena_printf(&q->arena,
	    say(q, one ? "%.*s article" : "%.*s articles"), (int)n.len, n.at), wt_span_eq(first, last) ? first : wt_arena_printf(&q->arena,
	    "%.*s \xe2\x80\x93 %.*s", (int)first.len, first.at, (int)last.len, last.at),
	    report_kept(r, row, PURSUITS_OFFICIALS), report_kept(r, row, PURSUITS_SECTOR) };

	wt_buf_puts(out, "<article class=\"item\">\n<h2>");
	for (int i = 0; i < 2; i++) {
		bool programme = (i == 0) == by_programme;

		wt_buf_puts(out, i == 0 ? "" : " \xc2\xb7 ");
		put_filter(out, q, programme ? "/regions" : "/programmes",
		    programme ? "programme" : "region",
		    report_kept(r, row, programme ? PURSUITS_PROGRAMME_ID : PURSUITS_REGION_ID),
		    report_kept(r, row, programme ? PURSUITS_PROGRAMME : PURSUITS_REGION));
	}
	wt_buf_putc(out, ' ');
	put_status(out, q, report_kept(r, row, PURSUITS_STATUS));
	wt_buf_puts(out, " <span class=\"when\">");
	html_text(out, report_kept(r, row, PURSUITS_STATUS_DATE));
	wt_buf_puts(out, "</span></h2>\n<p class=\"meta\">");
	put_parts(out, parts, 4);
	wt_buf_puts(out, "</p>\n");
	put_history(out, q, report_kept(r, row, PURSUITS_HISTORY),
	    report_kept(r, row, PURSUITS_PROGRAMME_ID));
	put_budget(out, q, report_kept(r, row, PURSUITS_AMOUNT));
	put_evidence(out, q, r, row);
	wt_buf_puts(out, "</article>\n");
}

/* ---- all rows ---- */

/* What decides which rows there are. */
static void
put_key(struct wt_buf *key, const struct request *q, bool by_programme)
{
	wt_buf_puts(key, by_programme ? "p" : "r");
	wt_buf_put64(key, wt_index_identity(q->o->index));
	wt_buf_put32(key, (uint32_t)q->options.level);
	wt_buf_put32(key, q->options.least);
	wt_buf_put32(key, q->keep_copies);
	wt_buf_putspan(key, q->query);
}

int
pursuits_kept(struct request *q, const struct pursuits_asked *asked, struct kept **out,
    struct wt_error *error)
{
	struct wt_buf key = { 0 };
	int code = WT_OK;

	put_key(&key, q, asked->by_programme);
	if ((*out = cache_find(q->cache, wt_buf_span(&key))) == NULL) {
		struct wt_pursuit *rows;

		if ((*out = cache_make()) == NULL) {
			code = wt_error_set(error, WT_ENOMEM, 0, "memory ran out");
		} else if ((code = pursuits_find(q->o, asked, q->query, &(*out)->arena, &rows,
		    &(*out)->count, error)) == WT_OK) {
			(*out)->value = rows;
			if (key.err == WT_OK)
				cache_add(q->cache, wt_buf_span(&key), *out);
		}
	}
	wt_buf_free(&key);
	return code;
}

/* To which level regions are rolled up, and how sure a row must be. */
static void
put_limits(struct wt_buf *out, const struct request *q)
{
	enum wt_pursuit_level level = q->options.level;
	const struct choice levels[] = {
		{ say(q, "as told"), "", level == WT_LEVEL_OWN },
		{ say(q, "kabupaten and kota"), "kabupaten", level == WT_LEVEL_REGENCY },
		{ say(q, "provinces"), "province", level == WT_LEVEL_PROVINCE },
	};
	const struct choice least[] = {
		{ say(q, "all"), "", q->options.least == 0 },
		{ "0.70+", "0.70", q->options.least == 70 },
		{ "0.90+", "0.90", q->options.least == 90 },
	};

	put_choices(out, q, say(q, "Regions"), "level", levels, 3);
	put_choices(out, q, say(q, "Confidence"), "min", least, 3);
}

static int
put_rows(struct wt_buf *out, struct request *q, struct pursuits_asked *asked, const struct kept *k,
    struct wt_error *error)
{
	struct report r = { .format = REPORT_KEPT };
	int code;

	asked->limit = q->limit > 0 ? q->limit : ROWS;
	page_within(q, k->count, asked->limit);
	asked->skip = (q->page - 1) * asked->limit;
	code = pursuits_show(q->o, asked, k->value, k->count, &r, error);
	wt_buf_puts(out, "<h1 class=\"count\">");
	wt_buf_printf(out, say(q, k->count == 1 ? "%zu row: a region and a programme" :
	    "%zu rows: regions and the programmes they pursue"), k->count);
	wt_buf_puts(out, "</h1>\n");
	put_limits(out, q);
	for (size_t i = 0; i < r.rows && code == WT_OK; i++)
		put_pursuit(out, q, &r, i, asked->by_programme);
	put_pages(out, q, k->count, asked->limit);
	return code != WT_OK ? (void)report_close(&r), code : report_close(&r);
}

static int
view(struct request *q, bool by_programme, struct reply *reply, struct wt_error *error)
{
	struct pursuits_asked asked = { .options = q->options, .by_programme = by_programme,
	    .keep_copies = q->keep_copies };
	struct wt_buf inside = { 0 };
	struct kept *k;
	int code = pursuits_kept(q, &asked, &k, error);

	if (code == WT_OK && k->count == 0) {
		put_nothing(&inside, q);
		if (q->options.least > 0)
			put_limits(&inside, q);
	} else if (code == WT_OK) {
		code = put_rows(&inside, q, &asked, k, error);
	}
	cache_let_go(q->cache, k);
	return view_finish(q, reply, code, q->query, &inside);
}

int
view_regions(struct request *q, struct reply *reply, struct wt_error *error)
{
	return view(q, false, reply, error);
}

int
view_programmes(struct request *q, struct reply *reply, struct wt_error *error)
{
	return view(q, true, reply, error);
}
