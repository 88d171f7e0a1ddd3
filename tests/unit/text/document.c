/* A document: its parts, and offsets into the text as it was given. */
#include "base/err.h"
#include "tests/check.h"
#include "text/document.h"
#include "text/utf8.h"

static void
check_titled(void)
{
	struct wt_span text = WT_SPAN("SERANG - Wali Kota datang. (fdr)");
	struct wt_arena a = { 0 };
	struct wt_document d;
	uint32_t body = 0;

	CHECK(wt_document_read(&a, WT_SPAN("  Kaf\xc3\xa9 Baru \n"), text, &d) == WT_OK &&
	    d.replaced == 0, "read");
	CHECK(wt_span_is(d.title, "Kaf\xc3\xa9 Baru"), "the title, trimmed");
	CHECK(wt_span_is(d.dateline, "SERANG -") && wt_span_is(d.byline, "(fdr)"),
	    "dateline and byline");
	CHECK(d.body_start == 12 && d.body_cp == 11 && wt_span_eq(text,
	    wt_span_make(d.text.at + d.body_start,
	    d.text.len - d.body_start)), "where the text as given begins");
	while (body < d.ntokens && d.tokens[body].start < d.body_start)
		body++;
	CHECK(body == 2 && d.tokens[body].cp_start == d.body_cp && d.tokens[body].gap == 2 &&
	    d.tokens[body].zone == WT_ZONE_DATELINE, "its first token");
	CHECK(d.tokens[0].zone == WT_ZONE_TITLE && d.tokens[1].zone == WT_ZONE_TITLE,
	    "tokens of the title");
	wt_arena_free(&a);
}

static void
check_odd(void)
{
	static const struct {
		const char *what, *title, *text;
		uint32_t tokens, sentences, replaced;
	} rows[] = {
		{ "nothing", "", "", 0, 0, 0 },
		{ "a title alone", "Judul Berita", "", 2, 1, 0 },
		{ "white space", " \n", " \n\t", 0, 0, 0 },
		{ "a title of two lines", "Judul\nBerita", "Isi.", 4, 3, 0 },
		{ "a broken title and a broken text", "Judul \xff", "Isi \xc3.", 5, 2, 2 },
		{ "a BOM", "", "\xef\xbb\xbfIsi.", 2, 1, 0 },
	};

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct wt_arena a = { 0 };
		struct wt_document d;
		int code = wt_document_read(&a, wt_span_of(rows[i].title),
		    wt_span_of(rows[i].text), &d);

		CHECK(code == WT_OK && d.ntokens == rows[i].tokens &&
		    d.nsentences == rows[i].sentences &&
		    d.replaced == rows[i].replaced, "%s", rows[i].what);
		wt_arena_free(&a);
	}
}

int
main(void)
{
	struct wt_arena a = { 0 };
	struct wt_document d;

	check_titled();
	check_odd();
	CHECK(wt_document_read(&a, wt_span_make(NULL, 0), wt_span_make(NULL, 0), &d) == WT_OK &&
	    d.ntokens == 0,
	    "no bytes at all");
	CHECK(wt_document_read(&a, wt_span_make(NULL, 0), wt_span_make("x", (size_t)1 << 30),
	    &d) == WT_ELIMIT &&
	    wt_document_read(&a, wt_span_make("x", (size_t)1 << 30), WT_SPAN("x"), &d) == WT_ELIMIT,
	    "a text past the limit is refused unread");
	CHECK(strcmp(wt_zone_name(WT_ZONE_TITLE), "title") == 0 &&
	    strcmp(wt_zone_name(WT_ZONE_FURNITURE), "furniture") == 0, "names of zones");
	wt_arena_free(&a);
	return check_done();
}
