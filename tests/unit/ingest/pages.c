/*
 * pages.c - main text of the saved pages of corpus/pages, by words.
 *
 * Precision and recall compare the words of the story with those of the expected
 * text beside the page, each as often as it stands there.  The story is dateline and
 * body: related links and bylines inside it are kept, in zones of their own.
 */
#include "base/map.h"
#include "ingest/html.h"
#include "text/document.h"
#include "tests/check.h"

#include <stdio.h>
#include <stdlib.h>

#define PAGES "corpus/pages"
#define LEAST 0.90              /* F1 of each page */
#define AVERAGE 0.95

struct words {
	struct wt_span *at;     /* owned */
	size_t count, cap;
};

static bool
part_of_word(char c)
{
	unsigned char u = (unsigned char)c;

	return u >= 0x80 || (u >= '0' && u <= '9') || (u >= 'a' && u <= 'z') || (u >= 'A' && u <= 'Z');
}

static int
by_bytes(const void *a, const void *b)
{
	return wt_span_cmp(*(const struct wt_span *)a, *(const struct wt_span *)b);
}

/* The words of a text, sorted. */
static void
read_words(struct wt_span text, struct words *w)
{
	for (size_t i = 0, start; i < text.len; ) {
		struct wt_span *at;

		if (!part_of_word(text.at[i])) {
			i++;
			continue;
		}
		for (start = i; i < text.len && part_of_word(text.at[i]); )
			i++;
		if ((at = wt_grow(w->at, &w->cap, w->count + 1, sizeof *at)) == NULL)
			return;
		w->at = at;
		w->at[w->count++] = wt_span_make(text.at + start, i - start);
	}
	if (w->count > 0)
		qsort(w->at, w->count, sizeof *w->at, by_bytes);
}

static double
f1(struct wt_span got, struct wt_span wanted)
{
	struct words a = { 0 }, b = { 0 };
	size_t common = 0;
	double score;

	read_words(got, &a);
	read_words(wanted, &b);
	for (size_t i = 0, k = 0; i < a.count && k < b.count; ) {
		int order = wt_span_cmp(a.at[i], b.at[k]);

		common += order == 0;
		i += order <= 0;
		k += order >= 0;
	}
	score = a.count + b.count == 0 ? 1 : 2.0 * (double)common / (double)(a.count + b.count);
	free(a.at);
	free(b.at);
	return score;
}

/* The words of the zones that are the story, in the arena. */
static struct wt_span
story_of(struct wt_record *r)
{
	struct wt_document d;
	struct wt_buf out = { 0 };
	struct wt_span story;

	if (wt_document_read(&r->arena, r->article.title, r->article.text, &d) != WT_OK)
		return wt_span_make("", 0);
	for (uint32_t i = 0; i < d.ntokens; i++) {
		if (d.tokens[i].zone != WT_ZONE_BODY && d.tokens[i].zone != WT_ZONE_DATELINE)
			continue;
		wt_buf_puts(&out, d.tokens[i].space ? " " : "");
		wt_buf_putspan(&out, wt_token_text(d.text, &d.tokens[i]));
	}
	story = wt_arena_copy(&r->arena, wt_buf_span(&out));
	wt_buf_free(&out);
	return story;
}

/* F1 of a page by its name without ending. */
static double
score_page(struct wt_span name)
{
	struct wt_map page = { 0 }, text = { 0 };
	struct wt_record r = { .order = 0 };
	struct wt_error error = { 0 };
	char path[200];
	double score = 0;

	snprintf(path, sizeof path, PAGES "/%.*s.html", (int)name.len, name.at);
	CHECK(wt_map_open(&page, path, &error) == WT_OK, "%s", path);
	snprintf(path, sizeof path, PAGES "/%.*s.txt", (int)name.len, name.at);
	CHECK(wt_map_open(&text, path, &error) == WT_OK, "%s", path);
	if (wt_record_html(&r, page.bytes, wt_span_make("", 0), &error) == WT_OK)
		score = f1(story_of(&r), text.bytes);
	if (getenv("SHOW_PAGES") != NULL)
		printf("# title %.*s\n# date %.*s\n# source %.*s\n%.*s\n", (int)r.article.title.len, r.article.title.at,
		    (int)r.article.date.len, r.article.date.at, (int)r.article.source.len, r.article.source.at,
		    (int)r.article.text.len, r.article.text.at);
	CHECK(score >= LEAST, "%.*s: F1 %.3f %s", (int)name.len, name.at, score, error.text);
	wt_record_free(&r);
	wt_map_close(&page);
	wt_map_close(&text);
	return score;
}

int
main(void)
{
	struct wt_map list = { 0 };
	struct wt_span rest, line, name;
	struct wt_error error;
	double sum = 0;
	unsigned count = 0;

	CHECK(wt_map_open(&list, PAGES "/pages.tsv", &error) == WT_OK, "the list of pages");
	rest = list.bytes;
	wt_span_cut(&rest, '\n', &line);
	while (wt_span_cut(&rest, '\n', &line) && wt_span_cut(&line, '\t', &name) && name.len > 0) {
		sum += score_page(name);
		count++;
	}
	CHECK(count == 41, "%u pages", count);
	CHECK(sum >= AVERAGE * count, "the average F1 is %.4f", count > 0 ? sum / count : 0);
	wt_map_close(&list);
	return check_done();
}
