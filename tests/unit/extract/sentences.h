/*
 * sentences.h - run extraction over the sentences of a table.
 *
 * The dictionary is the one that WARTA_DICT names, else warta.dict of the build
 * folder that the test lies in.  Where there is none, the test is skipped.
 */
#ifndef WT_TESTS_SENTENCES_H
#define WT_TESTS_SENTENCES_H

#include "extract/extract.h"
#include "tests/check.h"

#include <stdlib.h>

/* A rule, a text (a title of its own stands before it), and what is found, one behind the other. */
struct sentence_row {
	const char *rule, *text, *found;
};

typedef void sentence_show(struct wt_buf *out, const struct wt_facts *f);

static inline int
sentences_open(const char *program, struct wt_dict **d, struct wt_extractor **x)
{
	const char *path = getenv("WARTA_DICT"), *slash = program;
	struct wt_error error = { 0 };
	char beside[1024];
	int up = 0;

	/* program is BUILD/tests/unit/extract/NAME. */
	for (const char *p = program + strlen(program); p > program && up < 4; p--) {
		slash = p - 1;
		up += *slash == '/';
	}
	snprintf(beside, sizeof beside, "%.*s/warta.dict", (int)(slash - program), program);
	if (path == NULL)
		path = up == 4 ? beside : "build/release/warta.dict";
	*d = NULL;
	*x = NULL;
	if (wt_dict_open(path, d, &error) == WT_ENOENT) {
		printf("1..0 # SKIP no dictionary at %s\n", path);
		return 0;
	}
	CHECK(*d != NULL && wt_extractor_open(*d, x, &error) == WT_OK, "the dictionary opens %s",
	    error.text);
	return *x != NULL;
}

static inline void
sentences_check(struct wt_extractor *x, const struct sentence_row *rows, size_t count,
    sentence_show *show)
{
	for (size_t i = 0; i < count; i++) {
		const struct wt_article article = { .id = WT_SPAN("test"),
		    .title = WT_SPAN("Judul"), .date = WT_SPAN("2020-03-10"),
		    .text = wt_span_of(rows[i].text) };
		struct wt_arena a = { 0 };
		struct wt_buf got = { 0 };
		struct wt_facts f;
		struct wt_error error = { 0 };
		int code = wt_extract(x, &article, 0, &a, &f, &error);

		if (code == WT_OK)
			show(&got, &f);
		CHECK(code == WT_OK && wt_span_is(wt_buf_span(&got), rows[i].found), "%s: %.*s",
		    rows[i].rule,
		    (int)strcspn(rows[i].text, "\n"), rows[i].text);
		if (!wt_span_is(wt_buf_span(&got), rows[i].found))
			printf("# got  %.*s\n# not  %s\n", (int)got.len,
			    got.len > 0 ? got.at : "", rows[i].found);
		wt_buf_free(&got);
		wt_arena_free(&a);
	}
}

/* Run a table as a whole test program. */
static inline int
sentences_main(const char *program, const struct sentence_row *rows, size_t count,
    sentence_show *show)
{
	struct wt_dict *d;
	struct wt_extractor *x;

	if (!sentences_open(program, &d, &x) && check_count == 0)
		return 0;
	if (x != NULL)
		sentences_check(x, rows, count, show);
	wt_extractor_close(x);
	wt_dict_close(d);
	return check_done();
}

static inline const struct wt_entity *
sentences_entity(const struct wt_facts *f, struct wt_span id)
{
	for (uint32_t i = 0; i < f->nentities; i++)
		if (wt_span_eq(f->entities[i].id, id))
			return &f->entities[i];
	return NULL;
}

#endif
