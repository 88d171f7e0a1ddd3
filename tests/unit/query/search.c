/*
 * Random small corpora and random queries: the engine against a linear scan.
 *
 * usage: search [SEED [ROUNDS]]; a failure prints the seed of its round.
 */
#include "tests/check.h"
#include "tests/unit/query/model.h"

#include <dirent.h>
#include <unistd.h>

#define QUERIES 60              /* of each corpus */
#define PHRASES 40              /* and more of one that has many blocks */

/* ---- an index of random documents ---- */

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

/* Words near the front of the language are common. */
static uint8_t
common_word(uint64_t *random)
{
	return (uint8_t)model_random(random, 1 + model_random(random, MODEL_WORDS));
}

static void
random_doc(struct model_doc *d, uint64_t *random)
{
	*d = (struct model_doc){ .live = true };
	d->count = model_random(random, MODEL_LENGTH + 1);
	d->title = model_random(random, 6);
	if (d->title > d->count)
		d->title = d->count;
	for (uint32_t i = 0; i < d->count; i++)
		d->words[i] = common_word(random);
	d->date = model_random(random, 10) == 0 ? WT_NO_DATE :
	    (int32_t)(MODEL_FIRST_DAY + model_random(random, 500));
	for (uint32_t i = model_random(random, 3); i > 0; i--)
		d->regions |= 1u << model_random(random, MODEL_REGIONS);
	if (model_random(random, 3) == 0)
		d->mention = model_calendar((int32_t)(MODEL_FIRST_DAY + model_random(random, 500)));
}

static int
add_doc(struct wt_build *b, const struct model *m, uint32_t number, struct wt_error *error)
{
	const struct model_doc *d = &m->docs[number];
	struct wt_arena arena = { 0 };
	struct wt_use uses[MODEL_LENGTH * 2];
	struct wt_span flags[MODEL_REGIONS + 1];
	struct wt_cell cells[MODEL_REGIONS];
	struct wt_addition doc = { .date = d->date, .length = d->count, .uses = uses,
	    .flags = flags, .cells = cells, .hash = number };
	int err;

	doc.key = wt_arena_printf(&arena, "d%u", (unsigned)number);
	for (uint32_t i = 0; i < d->count; i++) {
		struct wt_span word = wt_span_of(m->words[d->words[i]]), stem = model_stem(word);
		int len = (int)word.len, stem_len = (int)stem.len;

		uses[doc.use_count++] = (struct wt_use){ stem,
		    wt_arena_printf(&arena, "=%.*s", len, word.at), i, NULL };
		if (i < d->title)
			uses[doc.use_count++] = (struct wt_use){
			    wt_arena_printf(&arena, "T%.*s", stem_len, stem.at),
			    wt_arena_printf(&arena, "T=%.*s", len, word.at), i, NULL };
	}
	for (uint32_t r = 0; r < MODEL_REGIONS; r++) {
		if ((d->regions >> r & 1) == 0)
			continue;
		flags[doc.flag_count] = wt_arena_printf(&arena, "R%u", (unsigned)r);
		cells[doc.cell_count].column = WT_SPAN("region");
		cells[doc.cell_count++].value = flags[doc.flag_count++];
	}
	if (d->mention != 0)
		flags[doc.flag_count++] = wt_arena_printf(&arena, "D%08u", (unsigned)d->mention);
	err = wt_build_add(b, 0, &doc, error);
	wt_arena_free(&arena);
	return err;
}

/*
 * Make an index in `path` in one or more commits, so that it may have several segments,
 * and take some documents out again.
 */
static int
make_index(struct model *m, const char *path, uint64_t *random, struct wt_error *error)
{
	struct wt_build_options options = { .memory = 1 << 20,
	    .compact = model_random(random, 2) == 0 ? 1 : 0 };
	uint32_t commits = 1 + model_random(random, 3);
	uint32_t gone = model_random(random, 2) == 0 ? 0 : model_random(random, m->count / 4 + 1);
	struct wt_build *b;
	int err = wt_build_open(path, &options, &b, error);

	if (err != WT_OK)
		return err;
	for (uint32_t i = 0; i < m->count && err == WT_OK; i++) {
		random_doc(&m->docs[i], random);
		err = add_doc(b, m, i, error);
		if (err == WT_OK && (i + 1) % (m->count / commits + 1) == 0)
			err = wt_build_commit(b, error);
	}
	if (err == WT_OK)
		err = wt_build_commit(b, error);
	for (uint32_t i = 0; i < gone && err == WT_OK; i++) {
		uint32_t number = model_random(random, m->count);
		char key[16];

		if (!m->docs[number].live)
			continue;
		snprintf(key, sizeof key, "d%u", (unsigned)number);
		err = wt_build_delete(b, wt_span_of(key), error);
		m->docs[number].live = false;
	}
	if (err == WT_OK)
		err = wt_build_commit(b, error);
	wt_build_close(b);
	return err;
}

/* Learn where the index has each document. */
static bool
locate(struct model *m)
{
	for (uint32_t i = 0; i < m->count; i++) {
		struct model_doc *d = &m->docs[i];
		int err;

		snprintf(d->key, sizeof d->key, "d%u", (unsigned)i);
		err = wt_index_find(m->index, wt_span_of(d->key), &d->segment, &d->doc);
		if (err != (d->live ? WT_OK : WT_ENOENT))
			return false;
		if (!d->live)
			d->segment = d->doc = 0;
	}
	return true;
}

/* ---- random queries ---- */

static void put_query(struct wt_buf *out, const struct model *m, uint64_t *random, unsigned depth);

static void
put_word(struct wt_buf *out, const struct model *m, uint64_t *random)
{
	wt_buf_puts(out, m->words[common_word(random)]);
}

static void
put_phrase(struct wt_buf *out, const struct model *m, uint64_t *random)
{
	const struct model_doc *d = &m->docs[model_random(random, m->count)];
	uint32_t count = 1 + model_random(random, 3), at;

	wt_buf_putc(out, '"');
	at = d->count > count ? model_random(random, d->count - count) : 0;
	for (uint32_t i = 0; i < count; i++) {
		if (i > 0)
			wt_buf_putc(out, ' ');
		if (d->count > count)
			wt_buf_puts(out, m->words[d->words[at + i]]);
		else
			put_word(out, m, random);
	}
	wt_buf_putc(out, '"');
}

static void
put_leaf(struct wt_buf *out, const struct model *m, uint64_t *random)
{
	switch (model_random(random, 8)) {
	case 0:
		put_phrase(out, m, random);
		break;
	case 1:
		wt_buf_putc(out, '=');
		put_word(out, m, random);
		break;
	case 2:
		put_word(out, m, random);
		out->len -= out->len > 0 && model_random(random, 2) == 0 &&
		    model_letter(out->at[out->len - 1]) && out->len > 1 &&
		    model_letter(out->at[out->len - 2]);
		wt_buf_putc(out, '*');
		break;
	case 3:
		put_word(out, m, random);
		wt_buf_putc(out, '~');
		break;
	case 4:
		put_word(out, m, random);
		wt_buf_putc(out, '-');
		put_word(out, m, random);
		break;
	default:
		put_word(out, m, random);
	}
}

static void
put_value(struct wt_buf *out, uint64_t *random)
{
	static const char *const values[] = { "region:all", "region:none", "date:2020",
	    "date:2020-03", "date:2020-02..2020-07", "date:2021..", "date:..2020-05-17",
	    "mentions:2020-06", "mentions:2020", "mentions:2021-01-05..", "-date:2020-03" };
	uint32_t which = model_random(random, 20);

	if (which < sizeof values / sizeof values[0])
		wt_buf_puts(out, values[which]);
	else
		wt_buf_printf(out, "region:r%u", (unsigned)model_random(random, MODEL_REGIONS));
}

static void
put_near(struct wt_buf *out, const struct model *m, uint64_t *random)
{
	put_leaf(out, m, random);
	for (uint32_t i = 1 + model_random(random, 2); i > 0; i--) {
		wt_buf_printf(out, " NEAR/%u ", 1 + (unsigned)model_random(random, 4));
		put_leaf(out, m, random);
	}
}

static void
put_unary(struct wt_buf *out, const struct model *m, uint64_t *random, unsigned depth)
{
	switch (model_random(random, 10)) {
	case 0:
		wt_buf_puts(out, "judul:");
		put_leaf(out, m, random);
		break;
	case 1:
		put_value(out, random);
		break;
	case 2:
		put_near(out, m, random);
		break;
	case 3:
		wt_buf_putc(out, '-');
		put_leaf(out, m, random);
		break;
	case 4:
		wt_buf_puts(out, model_random(random, 2) == 0 ? "... " : "");
		put_leaf(out, m, random);
		break;
	case 5:
	case 6:
		if (depth > 0) {
			wt_buf_puts(out, model_random(random, 4) == 0 ? "-(" : "(");
			put_query(out, m, random, depth - 1);
			wt_buf_putc(out, ')');
			break;
		}
		/* FALLTHROUGH */
	default:
		put_leaf(out, m, random);
	}
}

static void
put_query(struct wt_buf *out, const struct model *m, uint64_t *random, unsigned depth)
{
	static const char *const joins[] = { " ", " ", " AND ", " OR ", " OR ", " NOT " };
	const char *join = joins[model_random(random, 6)];
	uint32_t count = 1 + model_random(random, 4);

	for (uint32_t i = 0; i < count; i++) {
		if (i > 0)
			wt_buf_puts(out, model_random(random, 5) == 0 ?
			    joins[model_random(random, 6)] : join);
		put_unary(out, m, random, depth);
	}
}

/* ---- comparisons ---- */

static int
by_score(const void *left, const void *right)
{
	const struct model_doc *a = *(struct model_doc *const *)left;
	const struct model_doc *b = *(struct model_doc *const *)right;

	if (a->score != b->score)
		return a->score > b->score ? -1 : 1;
	if (a->segment != b->segment)
		return a->segment < b->segment ? -1 : 1;
	return (a->doc > b->doc) - (a->doc < b->doc);
}

/* Dates in order, none last; the documents of a date by their keys, as the walk goes. */
static int
by_date(const struct model_doc *a, const struct model_doc *b, int sign)
{
	if ((a->date == WT_NO_DATE) != (b->date == WT_NO_DATE))
		return a->date == WT_NO_DATE ? 1 : -1;
	if (a->date != b->date)
		return a->date > b->date ? sign : -sign;
	if (a->date == WT_NO_DATE)
		sign = 1;
	return strcmp(a->key, b->key) > 0 ? sign : -sign;
}

static int
by_oldest(const void *a, const void *b)
{
	return by_date(*(struct model_doc *const *)a, *(struct model_doc *const *)b, 1);
}

static int
by_newest(const void *a, const void *b)
{
	return by_date(*(struct model_doc *const *)a, *(struct model_doc *const *)b, -1);
}

static bool
same_set(const struct model *m, struct wt_query *q, uint32_t matches)
{
	struct wt_matches set;
	struct wt_facet *facets;
	struct wt_arena arena = { 0 };
	uint64_t count = 0;
	size_t facet_count = 0, regions = 0;
	bool same = wt_query_count(q, &count, NULL) == WT_OK && count == matches &&
	    wt_query_matches(q, &set, NULL) == WT_OK;

	if (!same)
		return false;
	same = set.count == matches;
	for (uint32_t i = 0; i < m->count && same; i++)
		same = !m->docs[i].live ||
		    wt_matches_has(&set, m->docs[i].segment, m->docs[i].doc) == m->docs[i].match;
	same = same && wt_facets_count(m->index, &set, WT_SPAN("region"), &arena, &facets,
	    &facet_count) == WT_OK;
	for (uint32_t r = 0; r < MODEL_REGIONS && same; r++) {
		uint64_t with = 0, found = 0;

		for (uint32_t i = 0; i < m->count; i++)
			with += m->docs[i].match && (m->docs[i].regions >> r & 1) != 0;
		for (size_t i = 0; i < facet_count; i++)
			found += facets[i].value.at[1] == (char)('0' + r) ? facets[i].count : 0;
		regions += with > 0;
		same = with == found;
	}
	same = same && regions == facet_count;
	for (size_t i = 1; i < facet_count && same; i++)
		same = facets[i - 1].count >= facets[i].count;
	wt_matches_free(&set);
	wt_arena_free(&arena);
	return same;
}

/* The order of the matches, cut at random, against the engine's. */
static bool
same_order(struct model_doc **sorted, uint32_t matches, struct wt_query *q, enum wt_sort sort,
    uint64_t *random)
{
	static int (*const orders[])(const void *, const void *) = { by_score, by_newest,
	    by_oldest };
	uint32_t offset = model_random(random, 2) == 0 ? 0 : model_random(random, matches + 2);
	uint32_t limit = 1 + model_random(random, model_random(random, 2) == 0 ? 12 : matches + 3);
	struct wt_found *found = calloc(limit, sizeof *found);
	size_t count = 0;
	bool same;

	if (!wt_query_is_ranked(q) && sort == WT_SORT_SCORE)
		sort = WT_SORT_NEWEST;
	qsort(sorted, matches, sizeof *sorted, orders[sort]);
	same = wt_query_top(q, sort, offset, limit, found, &count, NULL) == WT_OK &&
	    count == (offset >= matches ? 0 : matches - offset < limit ? matches - offset : limit);
	for (uint32_t i = 0; i < count && same; i++) {
		const struct model_doc *d = sorted[offset + i];
		double score = sort == WT_SORT_SCORE ? d->score / (double)WT_SCORE_UNIT : 0;

		same = found[i].segment == d->segment && found[i].doc == d->doc &&
		    found[i].date == d->date && found[i].score == score;
		if (!same)
			printf("# rank %u: %u.%u %f, wanted %u.%u %f\n", (unsigned)i,
			    (unsigned)found[i].segment, (unsigned)found[i].doc, found[i].score,
			    (unsigned)d->segment, (unsigned)d->doc, score);
	}
	free(found);
	return same;
}

/* One query, or none if what came out does not parse: what is wrong with the answer. */
static const char *
compare(struct model *m, struct wt_span text, uint64_t *random, bool *asked)
{
	struct model_doc **sorted = calloc(m->count + (size_t)1, sizeof *sorted);
	struct wt_rules rules = model_rules();
	struct wt_error error = { 0 };
	struct wt_query *q;
	const char *wrong = NULL;
	uint32_t matches = 0;
	int err = wt_query_open(m->index, &rules, text, &q, &error);

	*asked = err == WT_OK;
	if (err == WT_OK) {
		model_answer(m, wt_query_tree(q));
		for (uint32_t i = 0; i < m->count; i++) {
			if (m->docs[i].match)
				sorted[matches++] = &m->docs[i];
		}
		for (uint32_t i = 0; i < matches && wrong == NULL; i++)
			wrong = sorted[i]->score > 0 && !wt_query_is_ranked(q) ? "ranked" : NULL;
		if (wrong != NULL)
			;
		else if (!same_set(m, q, matches))
			wrong = "set";
		else if (!same_order(sorted, matches, q, WT_SORT_SCORE, random))
			wrong = "ranking";
		else if (!same_order(sorted, matches, q, WT_SORT_NEWEST, random))
			wrong = "newest first";
		else if (!same_order(sorted, matches, q, WT_SORT_OLDEST, random))
			wrong = "oldest first";
	} else if (err != WT_ESYNTAX) {
		wrong = error.text[0] != '\0' ? "error" : "error without words";
	}
	wt_query_close(q);
	free(sorted);
	return wrong;
}

/* A corpus and its queries; false after a failure. */
static bool
run_round(uint64_t seed, uint32_t docs, unsigned queries)
{
	char path[] = "/tmp/warta-query-XXXXXX";
	struct model m = { .count = docs };
	uint64_t random = seed * 0x9e3779b97f4a7c15u + 1;
	struct wt_index *ix = NULL;
	struct wt_error error = { 0 };
	struct wt_buf text = { 0 };
	const char *wrong = NULL;
	unsigned asked = 0;

	m.docs = calloc(docs + (size_t)1, sizeof *m.docs);
	model_language(&m, &random);
	if (m.docs == NULL || mkdtemp(path) == NULL)
		return false;
	if (make_index(&m, path, &random, &error) != WT_OK ||
	    wt_index_open(path, &ix, &error) != WT_OK)
		wrong = error.text;
	m.index = ix;
	if (wrong == NULL && !locate(&m))
		wrong = "documents are not where they should be";
	for (unsigned i = 0; i < queries + (docs > 100 ? PHRASES : 0) && wrong == NULL; i++) {
		bool one;

		wt_buf_clear(&text);
		if (i < queries)
			put_query(&text, &m, &random, 2);
		else
			put_phrase(&text, &m, &random);
		wrong = compare(&m, wt_buf_span(&text), &random, &one);
		asked += one;
	}
	if (wrong == NULL) {
		bool one;

		wrong = compare(&m, wt_span_make(NULL, 0), &random, &one);
	}
	CHECK(wrong == NULL, "seed %llu: %u documents, %u queries", (unsigned long long)seed,
	    (unsigned)docs, asked);
	if (wrong != NULL)
		printf("# %s: %.*s\n", wrong, (int)text.len, text.at);
	wt_index_close(ix);
	wt_buf_free(&text);
	free(m.docs);
	remove_folder(path);
	return wrong == NULL;
}

int
main(int argc, char **argv)
{
	unsigned long seed = argc > 1 ? strtoul(argv[1], NULL, 10) : 1;
	unsigned long rounds = argc > 2 ? strtoul(argv[2], NULL, 10) : argc > 1 ? 1 : 200;

	for (unsigned long i = 0; i < rounds; i++) {
		/* Now and then enough documents for many blocks and several windows. */
		uint32_t docs = (seed + i) % 100 == 7 ? 9000 : (seed + i) % 20 == 3 ? 700 :
		    1 + (uint32_t)((seed + i) * 7 % 80);

		if (!run_round(seed + i, docs, docs > 1000 ? 12 : QUERIES))
			break;
	}
	return check_done();
}
