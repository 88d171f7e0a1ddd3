/*
 * claim_test.c - a query asked of claims, behind claim_test.h.
 *
 * The candidates are found by the query itself with two changes: a word may also
 * be one of a programme's names, and nothing is negated.  Both only add articles.
 */
#include "query/claim_test.h"
#include "query/named.h"
#include "query/parse.h"
#include "query/print.h"

#define PIECE_GAP 100u          /* positions between the texts of a claim */

enum kind {
	TEST_TRUE, TEST_WORDS, TEST_PREFIX, TEST_FLAGS, TEST_ARTICLE, TEST_ALL, TEST_ANY, TEST_NOT
};

struct test {
	enum kind kind;
	struct wt_word *words;          /* WORDS: one behind the other */
	size_t word_count;
	bool exact;
	struct wt_span start;           /* PREFIX: of the form */
	struct wt_query_range *ranges;  /* FLAGS */
	size_t range_count;
	struct wt_matches *articles;    /* ARTICLE */
	struct test *child, *next;
};

struct owned {
	struct wt_matches matches;
	struct owned *next;
};

struct wt_claim_test {
	const struct wt_index *ix;
	const struct wt_pursuit_options *o;
	struct wt_arena *arena;
	struct wt_matches candidates;
	struct owned *owned;
	struct test *root;              /* NULL: every claim */
	int programmes, programme_key, programme_variants;
	size_t named;                   /* nodes for programmes so far */
	int err;                        /* of loosening */
};

/* ---- the candidates ---- */

static struct wt_node *
copy_node(struct wt_arena *a, const struct wt_node *n)
{
	struct wt_node *copy = wt_arena_alloc(a, sizeof *copy);

	if (copy != NULL) {
		*copy = *n;
		copy->next = NULL;
	}
	return copy;
}

/* "programme:NAME" before other nodes. */
static struct wt_node *
before(struct wt_claim_test *t, const struct wt_node *leaf, struct wt_span name,
    struct wt_node *next)
{
	struct wt_node *named = copy_node(t->arena, leaf);

	if (named == NULL) {
		t->err = WT_ENOMEM;
		return next;
	}
	named->kind = WT_NODE_PHRASE;
	named->field = WT_FIELD_PROGRAMME;
	named->exact = false;
	named->text = name;
	named->next = next;
	return named;
}

/* A word of the text, or one of a programme's names; NULL where these are too many. */
static struct wt_node *
widen(struct wt_claim_test *t, const struct wt_node *leaf)
{
	struct wt_node *either = copy_node(t->arena, leaf), *word = copy_node(t->arena, leaf);
	struct wt_span *ids;
	struct wt_word *words;
	size_t count, n;
	int code = wt_analyse_words(t->o->analyser, t->arena, leaf->text, &words, &n);

	if (code == WT_OK)
		code = wt_programmes_named(t->o->dict, t->o->analyser, t->arena, words, n, &ids, &count);
	if (code != WT_OK || either == NULL || word == NULL) {
		t->err = code != WT_OK ? code : WT_ENOMEM;
		return NULL;
	}
	if ((t->named += count + 2) > WT_QUERY_CLAUSES / 2)
		return NULL;
	word->next = before(t, leaf, leaf->text, NULL);
	for (size_t i = 0; i < count; i++)
		word->next = before(t, leaf, ids[i], word->next);
	*either = (struct wt_node){ .kind = WT_NODE_OR, .child = word };
	return either;
}

/* The tree of the candidates, or NULL for every article. */
static struct wt_node *
loosen(struct wt_claim_test *t, const struct wt_node *n)
{
	struct wt_node *copy, **tail, *children = NULL;

	if (n->kind == WT_NODE_NOT)
		return NULL;
	if ((n->kind == WT_NODE_WORD || n->kind == WT_NODE_PHRASE) && n->field == WT_FIELD_TEXT)
		return widen(t, n);
	if (n->kind != WT_NODE_AND && n->kind != WT_NODE_OR)
		return copy_node(t->arena, n);
	tail = &children;
	for (const struct wt_node *c = n->child; c != NULL; c = c->next) {
		if ((*tail = loosen(t, c)) != NULL)
			tail = &(*tail)->next;
		else if (n->kind == WT_NODE_OR)
			return NULL;
	}
	if (children == NULL || children->next == NULL)
		return children;
	if ((copy = copy_node(t->arena, n)) != NULL)
		copy->child = children;
	return copy;
}

/* The documents of a tree. */
static int
find_matches(struct wt_claim_test *t, const struct wt_node *root, struct wt_matches *out,
    struct wt_error *error)
{
	struct wt_buf text = { 0 };
	struct wt_query *q = NULL;
	int code;

	if (root != NULL)
		wt_query_print(&text, root);
	code = text.err;
	if (code == WT_OK)
		code = wt_query_open(t->ix, t->o->rules, root == NULL ? wt_span_make(NULL, 0) :
		    wt_buf_span(&text), &q, error);
	if (code == WT_OK)
		code = wt_query_matches(q, out, error);
	wt_query_close(q);
	wt_buf_free(&text);
	return code;
}

/* ---- the test ---- */

static int make(struct wt_claim_test *t, const struct wt_node *n, struct test **out,
    struct wt_error *error);

static int
make_words(struct wt_claim_test *t, const struct wt_node *leaf, struct test *test)
{
	int code = wt_analyse_words(t->o->analyser, t->arena, leaf->text, &test->words,
	    &test->word_count);
	bool telling = leaf->exact || leaf->kind == WT_NODE_PHRASE;

	for (size_t i = 0; i < test->word_count; i++)
		telling = telling || !test->words[i].stopword;
	test->kind = telling && test->word_count > 0 ? TEST_WORDS : TEST_TRUE;
	test->exact = leaf->exact;
	return code;
}

static int
make_flags(struct wt_claim_test *t, const struct wt_node *leaf, struct test *test,
    struct wt_error *error)
{
	int code;

	test->kind = TEST_FLAGS;
	code = t->o->rules->values(t->o->rules->context, t->arena, leaf, &test->ranges,
	    &test->range_count, error);
	if (code != WT_OK && error != NULL)
		error->offset = leaf->offset;
	return code;
}

/* A leaf that asks for the article, not for the claim. */
static int
make_article(struct wt_claim_test *t, const struct wt_node *leaf, struct test *test,
    struct wt_error *error)
{
	struct owned *owned = wt_arena_array(t->arena, 1, sizeof *owned);
	struct wt_node *alone = copy_node(t->arena, leaf);
	int code;

	if (owned == NULL || alone == NULL)
		return WT_ENOMEM;
	test->kind = TEST_ARTICLE;
	test->articles = &owned->matches;
	if ((code = find_matches(t, alone, &owned->matches, error)) != WT_OK)
		return code;
	owned->next = t->owned;
	t->owned = owned;
	return WT_OK;
}

static int
make_children(struct wt_claim_test *t, const struct wt_node *n, struct test *test,
    struct wt_error *error)
{
	struct test **tail = &test->child;
	int code = WT_OK;

	test->kind = n->kind == WT_NODE_OR ? TEST_ANY : n->kind == WT_NODE_NOT ? TEST_NOT : TEST_ALL;
	for (const struct wt_node *c = n->child; c != NULL && code == WT_OK; c = c->next)
		if ((code = make(t, c, tail, error)) == WT_OK)
			tail = &(*tail)->next;
	return code;
}

static int
make(struct wt_claim_test *t, const struct wt_node *n, struct test **out, struct wt_error *error)
{
	struct test *test = wt_arena_array(t->arena, 1, sizeof *test);
	size_t mark;

	if ((*out = test) == NULL)
		return WT_ENOMEM;
	if (n->kind == WT_NODE_AND || n->kind == WT_NODE_OR || n->kind == WT_NODE_NOT ||
	    n->kind == WT_NODE_NEAR)
		return make_children(t, n, test, error);
	switch (n->field) {
	case WT_FIELD_TEXT:
		if (n->kind == WT_NODE_WORD || n->kind == WT_NODE_PHRASE)
			return make_words(t, n, test);
		if (n->kind == WT_NODE_FUZZY)
			return make_article(t, n, test, error);
		test->kind = TEST_PREFIX;
		return t->o->rules->spell(t->o->rules->context, t->arena, n->text, n->field,
		    &test->start, &mark);
	case WT_FIELD_REGION:
	case WT_FIELD_PROGRAMME:
	case WT_FIELD_SECTOR:
	case WT_FIELD_STATUS:
		return make_flags(t, n, test, error);
	default:
		return make_article(t, n, test, error);
	}
}

int
wt_claim_test_open(const struct wt_index *ix, const struct wt_pursuit_options *options,
    struct wt_span query, struct wt_arena *arena, struct wt_claim_test **out,
    struct wt_error *error)
{
	struct wt_claim_test *t = wt_arena_array(arena, 1, sizeof *t);
	struct wt_node *root = NULL, *loose = NULL;
	int code = WT_OK;

	if ((*out = t) == NULL)
		return wt_error_set(error, WT_ENOMEM, 0, "memory ran out");
	t->ix = ix;
	t->o = options;
	t->arena = arena;
	t->programmes = wt_dict_table(options->dict, "programmes");
	t->programme_key = wt_dict_column(options->dict, t->programmes, "programme_id");
	t->programme_variants = wt_dict_column(options->dict, t->programmes, "variants");
	if (query.at != NULL && (code = wt_query_parse(arena, query, &root, error)) != WT_OK)
		return code;
	if (root != NULL) {
		loose = loosen(t, root);
		if (t->err != WT_OK)
			return wt_error_set(error, t->err, 0, "%s", wt_strerror(t->err));
		if ((code = make(t, root, &t->root, error)) != WT_OK)
			return error->code == 0 ? wt_error_set(error, code, 0, "%s", wt_strerror(code)) : code;
	}
	return find_matches(t, loose, &t->candidates, error);
}

void
wt_claim_test_close(struct wt_claim_test *t)
{
	if (t == NULL)
		return;
	for (struct owned *o = t->owned; o != NULL; o = o->next)
		wt_matches_free(&o->matches);
	wt_matches_free(&t->candidates);
}

const struct wt_matches *
wt_claim_test_candidates(const struct wt_claim_test *t)
{
	return &t->candidates;
}

/* ---- asking ---- */

struct asked {
	const struct wt_claim_test *t;
	uint32_t segment, doc;
	struct wt_word *words;
	size_t word_count;
	struct wt_flags flags;
};

static struct wt_span
variants_of(const struct wt_claim_test *t, struct wt_span id)
{
	for (uint32_t row = 0; row < wt_dict_rows(t->o->dict, t->programmes); row++)
		if (wt_span_eq(wt_dict_cell(t->o->dict, t->programmes, row, t->programme_key), id))
			return wt_dict_cell(t->o->dict, t->programmes, row, t->programme_variants);
	return wt_span_make("", 0);
}

/* The words of the programme's names and of the evidence, apart. */
static int
read_words(struct asked *a, const struct wt_claim *claim, const struct wt_programme *programme,
    struct wt_arena *scratch)
{
	struct wt_span pieces = variants_of(a->t, programme->id), text[66];
	struct wt_word *parts[66];
	size_t counts[66], n = 0, sum = 0;
	uint32_t base = 0;
	int code;

	text[n++] = claim->evidence;
	text[n++] = programme->name;
	while (n < 66 && wt_span_cut(&pieces, '|', &text[n]))
		n++;
	for (size_t i = 0; i < n; i++) {
		code = wt_analyse_words(a->t->o->analyser, scratch, text[i], &parts[i], &counts[i]);
		if (code != WT_OK)
			return code;
		sum += counts[i];
	}
	if ((a->words = wt_arena_array(scratch, sum + 1, sizeof *a->words)) == NULL)
		return WT_ENOMEM;
	for (size_t i = 0; i < n; i++) {
		for (size_t k = 0; k < counts[i]; k++) {
			a->words[a->word_count] = parts[i][k];
			a->words[a->word_count++].position += base;
		}
		base += (uint32_t)counts[i] + PIECE_GAP;
	}
	return WT_OK;
}

static bool
same_word(const struct wt_word *asked, const struct wt_word *word, bool exact)
{
	return exact ? wt_span_eq(asked->form, word->form) : wt_span_eq(asked->term, word->term);
}

static bool
has_words(const struct asked *a, const struct test *test)
{
	for (size_t i = 0; i + test->word_count <= a->word_count; i++) {
		size_t n = 0;

		while (n < test->word_count &&
		    a->words[i + n].position - a->words[i].position == n &&
		    same_word(&test->words[n], &a->words[i + n], test->exact))
			n++;
		if (n == test->word_count)
			return true;
	}
	return false;
}

static bool
has_prefix(const struct asked *a, const struct test *test)
{
	for (size_t i = 0; i < a->word_count; i++)
		if (wt_span_starts(a->words[i].form, test->start))
			return true;
	return false;
}

static bool
has_flag(const struct asked *a, const struct test *test)
{
	for (size_t i = 0; i < a->flags.count; i++) {
		struct wt_span flag = a->flags.at[i];

		for (size_t k = 0; k < test->range_count; k++) {
			const struct wt_query_range *r = &test->ranges[k];

			if (r->last.len == 0 ? wt_span_eq(flag, r->first) :
			    wt_span_cmp(flag, r->first) >= 0 && wt_span_cmp(flag, r->last) <= 0)
				return true;
		}
	}
	return false;
}

static bool
ask(const struct asked *a, const struct test *test)
{
	bool any = false, all = true;

	switch (test->kind) {
	case TEST_TRUE:
		return true;
	case TEST_WORDS:
		return has_words(a, test);
	case TEST_PREFIX:
		return has_prefix(a, test);
	case TEST_FLAGS:
		return has_flag(a, test);
	case TEST_ARTICLE:
		return wt_matches_has(test->articles, a->segment, a->doc);
	default:
		break;
	}
	for (const struct test *c = test->child; c != NULL; c = c->next) {
		bool yes = ask(a, c);

		any = any || yes;
		all = all && yes;
	}
	return test->kind == TEST_ANY ? any : test->kind == TEST_NOT ? !any : all;
}

int
wt_claim_test_ask(const struct wt_claim_test *t, uint32_t segment, uint32_t doc,
    const struct wt_claim *claim, const struct wt_programme *programme, struct wt_arena *scratch)
{
	struct asked a = { .t = t, .segment = segment, .doc = doc, .flags = { .arena = scratch } };
	int code;

	if (t->root == NULL)
		return 1;
	if ((code = read_words(&a, claim, programme, scratch)) != WT_OK)
		return code;
	wt_flags_region(&a.flags, claim->region_id);
	wt_flags_programme(&a.flags, t->o->dict, programme->id, programme->name);
	wt_flags_programme(&a.flags, t->o->dict, programme->parent_id, wt_span_make("", 0));
	wt_flags_value(&a.flags, WT_FLAG_SECTOR, programme->sector);
	wt_flags_value(&a.flags, WT_FLAG_STATUS, wt_span_of(wt_status_name(claim->status)));
	return a.flags.err != WT_OK ? a.flags.err : ask(&a, t->root);
}
