/*
 * fold.c - answers in which near copies are one, held against the answers in which each
 * stands for itself.
 */
#include "index/alike.h"
#include "query/fold.h"
#include "tests/check.h"
#include "tests/unit/query/model.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define DOCS 600u
#define GROUPS 60u              /* of near copies; most have several members */

static const char *const words[] = { "bab", "cac", "aba", "cab", "bac" };

/* Random words at positions 0..; documents of one group have one sketch. */
static bool
add(struct wt_build *b, uint32_t i)
{
	struct wt_use uses[24];
	struct wt_addition d = { .date = i % 17 == 0 ? WT_NO_DATE : (int32_t)(i * 7919 % 90), .uses = uses };
	uint64_t state = i + 1, group = i % 3 == 0 ? i % GROUPS + 1000 : i;
	uint8_t sketch[WT_SKETCH];
	char key[16];

	for (uint32_t k = 0; k < 8; k++)
		model_random(&state, 2);
	d.length = 1 + model_random(&state, 24);
	for (; d.use_count < d.length; d.use_count++)
		uses[d.use_count] = (struct wt_use){ wt_span_of(words[model_random(&state, i % 2 ? 5 : 3)]),
		    { NULL, 0 }, (uint32_t)d.use_count, NULL };
	group = (group + 1) * UINT64_C(0x9e3779b97f4a7c15);
	for (size_t k = 0; k < WT_SKETCH; k++)
		sketch[k] = (uint8_t)(model_random(&group, 256));
	d.streams[WT_STREAM_SKETCH] = wt_span_make((const char *)sketch, WT_SKETCH);
	snprintf(key, sizeof key, "k%u", (unsigned)i);
	d.key = wt_span_of(key);
	return wt_build_add(b, 0, &d, NULL) == WT_OK;
}

/* What a list of all documents becomes when it is folded. */
static size_t
fold(const struct wt_copies *c, const struct wt_matches *m, const struct wt_found *all, size_t n,
    struct wt_found *out)
{
	bool seen[DOCS] = { false };
	size_t kept = 0;

	for (size_t i = 0; i < n; i++) {
		uint32_t group = wt_copies_group(c, all[i].segment, all[i].doc);
		struct wt_place first = { all[i].segment, all[i].doc };

		if (group != WT_NO_GROUP && (seen[group] || !wt_fold_first(c, group, m, &first)))
			continue;
		if (group != WT_NO_GROUP)
			seen[group] = true;
		out[kept] = all[i];
		out[kept].segment = first.segment;
		out[kept++].doc = first.doc;
	}
	return kept;
}

static bool
same(const struct wt_found *a, const struct wt_found *b, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (a[i].segment != b[i].segment || a[i].doc != b[i].doc)
			return false;
	return true;
}

/* By date, folding takes out all but the first of a group that matches. */
static size_t
keep_first(const struct wt_copies *c, const struct wt_matches *m, const struct wt_found *all, size_t n,
    struct wt_found *out)
{
	size_t kept = 0;

	for (size_t i = 0; i < n; i++) {
		uint32_t group = wt_copies_group(c, all[i].segment, all[i].doc);
		struct wt_place first = { all[i].segment, all[i].doc };

		if (group == WT_NO_GROUP || (wt_fold_first(c, group, m, &first) &&
		    first.segment == all[i].segment && first.doc == all[i].doc))
			out[kept++] = all[i];
	}
	return kept;
}

static void
test_query(const struct wt_index *ix, const struct wt_copies *c, const char *text)
{
	static struct wt_found all[DOCS], want[DOCS], got[DOCS + 1];
	const struct wt_rules rules = model_rules();
	struct wt_matches m = { 0 }, folded = { 0 };
	struct wt_query *q = NULL;
	size_t n = 0, kept = 0, found = 0;
	uint64_t count = 0;
	bool good = wt_query_open(ix, &rules, wt_span_of(text), &q, NULL) == WT_OK &&
	    wt_query_matches(q, &m, NULL) == WT_OK;

	for (int sort = 0; sort < 3 && good; sort++) {
		wt_query_fold(q, NULL);
		good = wt_query_top(q, (enum wt_sort)sort, 0, DOCS, all, &n, NULL) == WT_OK;
		kept = sort == 0 && wt_query_is_ranked(q) ? fold(c, &m, all, n, want) :
		    keep_first(c, &m, all, n, want);
		wt_query_fold(q, c);
		good = good && wt_query_top(q, (enum wt_sort)sort, 0, DOCS, got, &found, NULL) == WT_OK &&
		    found == kept && same(got, want, kept);
		CHECK(good && kept < n, "%s by %d: %zu of %zu, %zu found", text, sort, kept, n, found);
		for (size_t at = 0; at < kept && good; at += 7)
			good = wt_query_top(q, (enum wt_sort)sort, at, 7, got, &found, NULL) == WT_OK &&
			    found == (kept - at < 7 ? kept - at : 7) && same(got, want + at, found);
		CHECK(good, "%s by %d: page by page", text, sort);
	}
	CHECK(good && wt_query_count(q, &count, NULL) == WT_OK && count == kept &&
	    wt_query_matches(q, &folded, NULL) == WT_OK && folded.count == kept, "%s: counted", text);
	wt_matches_free(&m);
	wt_matches_free(&folded);
	wt_query_close(q);
}

/* What is found is in all, and of each group there is one in all. */
static void
test_all(const struct wt_index *ix, const struct wt_copies *c)
{
	const struct wt_rules rules = model_rules();
	struct wt_matches found = { 0 }, all = { 0 };
	struct wt_query *q = NULL, *every = NULL;
	uint32_t segment = 0, doc = 0, wrong = 0;
	uint64_t before;

	CHECK(wt_query_open(ix, &rules, WT_SPAN("bac"), &q, NULL) == WT_OK &&
	    wt_query_open(ix, &rules, wt_span_make(NULL, 0), &every, NULL) == WT_OK &&
	    wt_query_matches(q, &found, NULL) == WT_OK && wt_query_matches(every, &all, NULL) == WT_OK,
	    "some and all");
	before = all.count;
	wt_fold_matches(c, &found, &all);
	for (; wt_matches_next(&found, &segment, &doc); doc++)
		wrong += !wt_matches_has(&all, segment, doc);
	CHECK(wrong == 0, "what is found is one of all");
	for (uint32_t g = 0; g < wt_copies_count(c); g = wt_copies_next(c, g)) {
		uint32_t members = 0;

		for (uint32_t i = 0; i < wt_copies_size(c, g); i++) {
			struct wt_place p = wt_copies_member(c, g, i);

			members += wt_matches_has(&all, p.segment, p.doc);
		}
		wrong += members != 1;
	}
	CHECK(wrong == 0 && all.count == before - wt_copies_count(c), "all have one of each group");
	wt_matches_free(&found);
	wt_matches_free(&all);
	wt_query_close(q);
	wt_query_close(every);
}

static void
test_index(const char *path, uint64_t compact)
{
	static const char *const queries[] = { "bab", "bac", "bab OR bac", "cab -aba", "\"bab cac\"",
	    "date:1970-02..1970-03", "cab date:1970" };
	struct wt_build_options options = { .compact = compact };
	struct wt_build *b = NULL;
	struct wt_index *ix = NULL;
	struct wt_copies *c = NULL;
	bool good = wt_build_open(path, &options, &b, NULL) == WT_OK;

	for (uint32_t i = 0; i < DOCS && good; i++)
		good = add(b, i) && (i % 200 != 199 || wt_build_commit(b, NULL) == WT_OK);
	wt_build_close(b);
	good = good && wt_index_open(path, &ix, NULL) == WT_OK && wt_copies_open(ix, &c, NULL) == WT_OK;
	CHECK(good && wt_copies_count(c) > 100, "an index with copies");
	for (size_t i = 0; good && i < sizeof queries / sizeof queries[0]; i++)
		test_query(ix, c, queries[i]);
	if (good)
		test_all(ix, c);
	wt_copies_close(c);
	wt_index_close(ix);
}

int
main(void)
{
	char folder[] = "/tmp/warta-test-XXXXXX", path[100], command[100];

	if (mkdtemp(folder) == NULL)
		return 1;
	snprintf(path, sizeof path, "%s/one", folder);
	test_index(path, 0);
	snprintf(path, sizeof path, "%s/several", folder);
	test_index(path, 1);
	snprintf(command, sizeof command, "rm -rf '%s'", folder);
	return system(command) != 0 || check_done();
}
