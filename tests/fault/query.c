/*
 * The n-th allocation of a question fails, for n = 1, 2, 3 and so on, until a run needs
 * no more than n: every run before says WT_ENOMEM or gives the right answer, and none
 * leaks (the address sanitizer looks).  Linked so that allocations come here.
 */
#include "query/collocate.h"
#include "query/lines.h"
#include "query/print.h"
#include "query/snippet.h"
#include "tests/check.h"
#include "tests/fault/fault.h"
#include "tests/unit/query/model.h"

#include <dirent.h>
#include <unistd.h>

#define DOCS 300
#define RUNS 100000

static const char *const queries[] = {
	"a", "a b", "a OR b OR ca", "\"a b\"", "a NEAR/3 b* NEAR/2 ca", "ab~", "b* -a",
	"=ban judul:a", "(a OR \"b ca\") region:all date:2020", "mentions:2020 -(a b)",
	"a (b OR c) (ca OR region:r1)",
};

struct answer {
	uint64_t count;
	struct wt_found found[5];
	size_t found_count, facets, marks, lines, collocates;
};

/* The keywords of a text, as lines in order and with the words near them. */
static int
look_around(const struct wt_index *ix, const struct wt_marker *marker, const struct wt_node *tree,
    const struct wt_marked *marked, struct wt_arena *arena, struct answer *answer)
{
	static const struct wt_concord_key keys[] = { { WT_BY_LEFT, 1, false }, { WT_BY_KEYWORD, 0, true } };
	const struct wt_collocate_options options = { 2, 2, false, true, 1 };
	const struct wt_lines_options order = { .keys = keys, .key_count = 2, .limit = 100, .keep = 9000 };
	const struct wt_line *line = NULL;
	struct wt_lines *lines = NULL;
	struct wt_collocates *near = NULL;
	struct wt_collocate *rows;
	struct wt_keyword *keywords;
	size_t count;
	int err = wt_keywords_find(marker, tree, arena, marked, 0, 3, &keywords, &count);

	if (err == WT_OK)
		err = wt_lines_open(&order, &lines);
	for (size_t i = 0; err == WT_OK && i < 2000; i++) {
		struct wt_line one = { .date = (int32_t)i };

		if (count == 0)
			break;
		wt_line_cut(&one, marked, &keywords[i % count], 10);
		err = wt_lines_add(lines, &one, marked, &keywords[i % count]);
	}
	if (err == WT_OK)
		err = wt_lines_sort(lines);
	while (err == WT_OK && (err = wt_lines_next(lines, &line)) == WT_OK && line != NULL)
		answer->lines++;
	if (err == WT_OK && (err = wt_collocates_open(&options, &near)) == WT_OK)
		err = wt_collocates_add(near, marked, keywords, count);
	if (err == WT_OK)
		err = wt_collocates_rank(near, ix, arena, &rows, &answer->collocates);
	wt_collocates_close(near);
	wt_lines_close(lines);
	return err;
}

/* Everything that can be asked of a query. */
static int
ask(const struct wt_index *ix, const char *text, enum wt_sort sort, struct answer *answer)
{
	struct wt_rules rules = model_rules();
	struct wt_arena arena = { 0 };
	struct wt_matches matches = { 0 };
	struct wt_query *q = NULL;
	struct wt_facet *facets;
	struct wt_marker *marker;
	struct wt_marked marked;
	struct wt_snippet snippet = { 0 };
	int err = wt_query_open(ix, &rules, wt_span_of(text), &q, NULL);

	memset(answer, 0, sizeof *answer);
	if (err == WT_OK)
		err = wt_query_top(q, sort, 0, 5, answer->found, &answer->found_count, NULL);
	if (err == WT_OK)
		err = wt_query_count(q, &answer->count, NULL);
	if (err == WT_OK)
		err = wt_query_matches(q, &matches, NULL);
	if (err == WT_OK)
		err = wt_facets_count(ix, &matches, WT_SPAN("region"), &arena, &facets,
		    &answer->facets);
	if (err == WT_OK)
		err = wt_marker_open(&arena, &rules, wt_query_tree(q), &marker);
	if (err == WT_OK)
		err = wt_marker_mark(marker, &arena, WT_SPAN("a b ca a b. ban a"), true, &marked);
	if (err == WT_OK)
		err = wt_snippet_make(marker, &marked, 10, &arena, &snippet);
	if (err == WT_OK)
		err = look_around(ix, marker, wt_query_tree(q), &marked, &arena, answer);
	answer->marks = snippet.mark_count;
	wt_matches_free(&matches);
	wt_arena_free(&arena);
	wt_query_close(q);
	return err;
}

static int
build(const char *path)
{
	static const char *const words[] = { "a", "b", "ca", "ban", "ab" };
	struct wt_build_options options = { .memory = 1 << 20 };
	struct wt_build *b;
	uint64_t random = 99;
	int err = wt_build_open(path, &options, &b, NULL);

	for (unsigned i = 0; i < DOCS && err == WT_OK; i++) {
		struct wt_use uses[20];
		struct wt_span flag = WT_SPAN("R1"), day = WT_SPAN("D20200105");
		struct wt_span flags[] = { flag, day };
		struct wt_cell cell = { WT_SPAN("region"), flag };
		struct wt_addition doc = { .date = MODEL_FIRST_DAY + (int32_t)i, .uses = uses,
		    .flags = flags, .flag_count = i % 3, .cells = &cell, .cell_count = i % 2 };
		char key[8], forms[20][8];

		snprintf(key, sizeof key, "d%u", i);
		doc.key = wt_span_of(key);
		doc.length = model_random(&random, 20);
		doc.use_count = doc.length;
		for (uint32_t w = 0; w < doc.length; w++) {
			const char *word = words[model_random(&random, 5)];

			snprintf(forms[w], sizeof forms[w], "=%s", word);
			uses[w] = (struct wt_use){ model_stem(wt_span_of(word)),
			    wt_span_of(forms[w]), w, NULL };
		}
		err = wt_build_add(b, 0, &doc, NULL);
	}
	if (err == WT_OK)
		err = wt_build_commit(b, NULL);
	wt_build_close(b);
	return err;
}

static bool
same(const struct answer *a, const struct answer *b)
{
	if (a->count != b->count || a->found_count != b->found_count ||
	    a->facets != b->facets || a->marks != b->marks || a->lines != b->lines ||
	    a->collocates != b->collocates)
		return false;
	for (size_t i = 0; i < a->found_count; i++) {
		if (a->found[i].doc != b->found[i].doc || a->found[i].score != b->found[i].score)
			return false;
	}
	return true;
}

static void
check_query(const struct wt_index *ix, const char *text, enum wt_sort sort)
{
	struct answer wanted, got;
	unsigned long n;
	bool fine = ask(ix, text, sort, &wanted) == WT_OK;
	int err;

	for (n = 1; n < RUNS && fine; n++) {
		countdown = n;
		failed = false;
		err = ask(ix, text, sort, &got);
		countdown = 0;
		fine = (err == WT_ENOMEM && failed) ||
		    (err == WT_OK && same(&got, &wanted));
		if (err == WT_OK && !failed)
			break;
	}
	CHECK(fine && n < RUNS && n > 5, "%s, sort %d: %lu allocations", text, (int)sort, n - 1);
}

static void
remove_folder(const char *path)
{
	DIR *dir = opendir(path);
	struct dirent *entry;
	char name[600];

	while (dir != NULL && (entry = readdir(dir)) != NULL) {
		snprintf(name, sizeof name, "%s/%s", path, entry->d_name);
		unlink(name);
	}
	if (dir != NULL)
		closedir(dir);
	rmdir(path);
}

int
main(void)
{
	char path[] = "/tmp/warta-fault-XXXXXX";
	struct wt_index *ix = NULL;
	bool ready = mkdtemp(path) != NULL && build(path) == WT_OK &&
	    wt_index_open(path, &ix, NULL) == WT_OK;

	CHECK(ready, "an index of %d documents", DOCS);
	for (size_t i = 0; ready && i < sizeof queries / sizeof queries[0]; i++) {
		check_query(ix, queries[i], WT_SORT_SCORE);
		check_query(ix, queries[i], WT_SORT_NEWEST);
	}
	wt_index_close(ix);
	remove_folder(path);
	return check_done();
}
