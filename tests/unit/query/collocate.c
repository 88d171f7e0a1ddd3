/* Collocates against counting by hand, over small random indexes with deleted documents. */
#include "query/collocate.h"
#include "query/search.h"
#include "tests/check.h"
#include "tests/unit/query/model.h"

#include <math.h>
#include <unistd.h>

#define DOCS 120
#define WORDS 8                 /* of the language: each twice, with "an" behind it too */
#define LONGEST 30
#define FOLDER "build/collocate-test"

struct text {
	char text[LONGEST * 4];
	uint8_t words[LONGEST];         /* numbers; odd ones have "an" */
	uint32_t count, title;
	bool live;
};

/* "a", "aan", "b", "ban", ... */
static void
write_text(struct text *t, uint64_t *random)
{
	size_t at = 0;

	t->count = 1 + model_random(random, LONGEST - 1);
	t->title = model_random(random, t->count + 1);
	t->live = true;
	for (uint32_t i = 0; i < t->count; i++) {
		t->words[i] = (uint8_t)model_random(random, 1 + model_random(random, WORDS * 2));
		at += (size_t)snprintf(t->text + at, sizeof t->text - at, "%s%c%s", i > 0 ? " " : "",
		    'a' + t->words[i] / 2, t->words[i] % 2 == 1 ? "an" : "");
	}
}

static int
add_text(struct wt_build *b, const struct text *t, unsigned number)
{
	struct wt_arena arena = { 0 };
	struct wt_use uses[LONGEST * 2];
	struct wt_query_token *tokens;
	struct wt_addition doc = { .length = t->count, .uses = uses, .hash = number };
	size_t count;
	int err;

	doc.key = wt_arena_printf(&arena, "d%u", number);
	if ((err = model_tokens(NULL, &arena, wt_span_of(t->text), &tokens, &count)) != WT_OK)
		return err;
	for (uint32_t i = 0; i < count; i++) {
		uses[doc.use_count++] = (struct wt_use){ tokens[i].term, tokens[i].form, i, NULL };
		if (i < t->title)
			uses[doc.use_count++] = (struct wt_use){ wt_arena_printf(&arena, "T%.*s",
			    (int)tokens[i].term.len, tokens[i].term.at), wt_arena_printf(&arena, "T%.*s",
			    (int)tokens[i].form.len, tokens[i].form.at), i, NULL };
	}
	err = wt_build_add(b, 0, &doc, NULL);
	wt_arena_free(&arena);
	return err;
}

/* Two commits, and some documents deleted. */
static int
make_index(struct text *texts, uint64_t *random)
{
	struct wt_build_options options = { .memory = 1 << 20, .compact = 1 };
	struct wt_build *b;
	int err = wt_build_open(FOLDER, &options, &b, NULL);

	for (unsigned i = 0; i < DOCS && err == WT_OK; i++) {
		write_text(&texts[i], random);
		err = add_text(b, &texts[i], i);
		if (err == WT_OK && (i == DOCS / 2 || i + 1 == DOCS))
			err = wt_build_commit(b, NULL);
	}
	for (unsigned i = 0; i < DOCS && err == WT_OK; i += 7) {
		char key[16];

		snprintf(key, sizeof key, "d%u", i);
		texts[i].live = false;
		err = wt_build_delete(b, wt_span_of(key), NULL);
	}
	if (err == WT_OK)
		err = wt_build_commit(b, NULL);
	wt_build_close(b);
	return err;
}

/* The plain way: for each word of each text, is a keyword near it? */
struct plain {
	uint64_t near[WORDS * 2], total[WORDS * 2], window, all, keywords;
};

static void
count_plainly(struct plain *p, const struct text *t, const struct wt_collocate_options *o)
{
	for (int at = 0; at < (int)t->count && t->live; at++) {
		unsigned word = o->forms ? t->words[at] : t->words[at] / 2 * 2u;
		bool near = false;

		p->total[word]++;
		p->all++;
		p->keywords += t->words[at] / 2 == 0;
		for (int k = at - (int)o->right; k <= at + (int)o->left; k++)
			near = near || (k >= 0 && k < (int)t->count && t->words[k] / 2 == 0);
		if (near && t->words[at] / 2 != 0) {
			p->near[word]++;
			p->window++;
		}
	}
}

static int
count_engine(const struct wt_index *ix, const struct text *texts, unsigned ntexts,
    const struct wt_collocate_options *o, struct wt_arena *arena, struct wt_collocate **rows,
    size_t *count)
{
	struct wt_rules rules = model_rules();
	struct wt_collocates *c = NULL;
	struct wt_node *tree;
	struct wt_marker *marker;
	int err = wt_query_parse(arena, WT_SPAN("a"), &tree, NULL);

	if (err != WT_OK || (err = wt_marker_open(arena, &rules, tree, &marker)) != WT_OK ||
	    (err = wt_collocates_open(o, &c)) != WT_OK)
		return err;
	for (int pass = 0; pass < 2; pass++) {
		for (unsigned i = 0; i < ntexts && err == WT_OK; i++) {
			struct wt_marked marked;
			struct wt_keyword *keywords;
			size_t n;

			if (texts[i].live != (pass == 0))
				continue;
			err = wt_marker_mark(marker, arena, wt_span_of(texts[i].text), true, &marked);
			if (err == WT_OK && pass == 1)
				wt_collocates_leave_out(c, &marked);
			else if (err == WT_OK && (err = wt_keywords_find(marker, tree, arena, &marked, 0, 0,
			    &keywords, &n)) == WT_OK)
				err = wt_collocates_add(c, &marked, keywords, n);
		}
	}
	if (err == WT_OK)
		err = wt_collocates_rank(c, ix, arena, rows, count);
	wt_collocates_close(c);
	return err;
}

static bool
same(const struct wt_collocate *rows, size_t count, const struct plain *p,
    const struct wt_collocate_options *o)
{
	size_t wanted = 0;

	for (unsigned w = 0; w < WORDS * 2; w++)
		wanted += p->near[w] >= o->least && (double)p->near[w] * (double)p->all >
		    (double)p->window * (double)p->total[w];
	for (size_t i = 0; i < count; i++) {
		const struct wt_collocate *r = &rows[i];
		unsigned w = (unsigned)(r->word.at[0] - 'a') * 2 + (o->forms && r->word.len == 3);
		double expected = (double)p->window * (double)p->total[w] / (double)p->all;
		double dice = 14 + log2(2.0 * (double)r->near / (double)(p->keywords + p->total[w]));

		if (r->near != p->near[w] || r->total != p->total[w] || fabs(r->expected - expected) > 1e-9 ||
		    fabs(r->log_dice - dice) > 1e-9 || r->log_likelihood !=
		    wt_log_likelihood(p->near[w], p->total[w], p->window, p->all) ||
		    (i > 0 && r->log_likelihood > rows[i - 1].log_likelihood))
			return false;
	}
	return count == wanted;
}

static void
check_counts(void)
{
	static struct text texts[DOCS];
	static const struct wt_collocate_options options[] = {
		{ 5, 5, false, true, 1 }, { 1, 0, true, true, 1 }, { 0, 2, true, true, 3 },
		{ 50, 50, false, true, 1 }, { 2, 3, false, true, 40 },
	};
	uint64_t random = 11;
	struct wt_index *ix = NULL;
	bool made;

	if (system("rm -rf " FOLDER) != 0)
		printf("# " FOLDER " cannot be removed\n");
	made = make_index(texts, &random) == WT_OK && wt_index_open(FOLDER, &ix, NULL) == WT_OK;
	CHECK(made, "an index of two segments");
	for (size_t i = 0; i < sizeof options / sizeof options[0] && made; i++) {
		struct wt_arena arena = { 0 };
		struct plain p = { 0 };
		struct wt_collocate *rows;
		size_t count = 0;
		int err;

		for (unsigned t = 0; t < DOCS; t++)
			count_plainly(&p, &texts[t], &options[i]);
		err = count_engine(ix, texts, DOCS, &options[i], &arena, &rows, &count);
		CHECK(err == WT_OK && same(rows, count, &p, &options[i]), "%uL,%uR by %s, %u at least: %zu words",
		    options[i].left, options[i].right, options[i].forms ? "form" : "stem",
		    (unsigned)options[i].least, count);
		wt_arena_free(&arena);
	}
	wt_index_close(ix);
	if (system("rm -rf " FOLDER) != 0)
		printf("# " FOLDER " cannot be removed\n");
}

/* An index that knows none of the words: they occur as often as they were seen. */
static void
check_empty(void)
{
	const struct wt_collocate_options o = { 5, 5, false, true, 1 };
	struct wt_arena arena = { 0 };
	static struct text text = { .text = "a b c a b", .live = true };
	struct wt_collocate *rows;
	struct wt_index *ix = NULL;
	struct wt_build *b = NULL;
	size_t count = 9;
	bool good = wt_build_open(FOLDER, &(struct wt_build_options){ 0 }, &b, NULL) == WT_OK &&
	    wt_build_commit(b, NULL) == WT_OK && wt_index_open(FOLDER, &ix, NULL) == WT_OK;

	wt_build_close(b);
	CHECK(good && count_engine(ix, &text, 1, &o, &arena, &rows, &count) == WT_OK && count == 0,
	    "an index that knows none of the words");
	wt_index_close(ix);
	wt_arena_free(&arena);
	if (system("rm -rf " FOLDER) != 0)
		printf("# " FOLDER " cannot be removed\n");
}

int
main(void)
{
	/* Dunning (1993), table 2: "the swiss", "can be", "natural gas". */
	CHECK(fabs(wt_log_likelihood(110, 110 + 111, 110 + 2442, 110 + 2442 + 111 + 29114) - 270.72) < 0.005,
	    "a table of 110 2442 111 29114");
	CHECK(fabs(wt_log_likelihood(29, 29 + 123, 29 + 13, 29 + 13 + 123 + 31612) - 263.90) < 0.005,
	    "a table of 29 13 123 31612");
	CHECK(wt_log_likelihood(0, 0, 0, 10) == 0 && wt_log_likelihood(5, 5, 10, 10) == 0 &&
	    fabs(wt_log_likelihood(1, 10, 10, 100)) < 1e-9, "nothing to tell");
	check_counts();
	check_empty();
	return check_done();
}
