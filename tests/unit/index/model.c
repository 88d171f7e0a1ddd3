/*
 * Random corpora: what is read from an index is what was put in, and the bytes of an
 * index depend neither on threads, batches, memory nor order.
 */
#include "index/read.h"
#include "tests/check.h"
#include "tests/unit/index/corpus.h"

#include <pthread.h>

/* ---- the plain model ---- */

/* An occurrence of what has an entry in the dictionary. */
struct fact {
	struct wt_span name, term;      /* term: of a form */
	int kind;                       /* 0: a term, 1: a flag, 2: a form */
	uint32_t doc, position;
};

struct plain {
	const struct model_doc **docs;  /* live ones, by date and key */
	uint32_t count;
	struct fact *facts;             /* sorted */
	size_t fact_count;
};

static int
by_date(const void *x, const void *y)
{
	const struct model_doc *a = *(const struct model_doc *const *)x;
	const struct model_doc *b = *(const struct model_doc *const *)y;

	if (a->doc.date != b->doc.date)
		return a->doc.date < b->doc.date ? -1 : 1;
	return strcmp(a->key, b->key);
}

static int
by_use(const void *x, const void *y)
{
	const struct wt_use *a = x, *b = y;

	if (a->position != b->position)
		return a->position < b->position ? -1 : 1;
	if (wt_span_cmp(a->term, b->term) != 0)
		return wt_span_cmp(a->term, b->term);
	return wt_span_cmp(a->form, b->form);
}

static int
same_entry(const struct fact *a, const struct fact *b)
{
	if (wt_span_cmp(a->name, b->name) != 0)
		return wt_span_cmp(a->name, b->name);
	if (a->kind != b->kind)
		return a->kind < b->kind ? -1 : 1;
	return wt_span_cmp(a->term, b->term);
}

static int
by_entry(const void *x, const void *y)
{
	const struct fact *a = x, *b = y;
	int order = same_entry(a, b);

	if (order != 0)
		return order;
	if (a->doc != b->doc)
		return a->doc < b->doc ? -1 : 1;
	return (a->position > b->position) - (a->position < b->position);
}

static void
add_facts(struct plain *p, uint32_t number, size_t *cap)
{
	const struct wt_addition *d = &p->docs[number]->doc;
	struct wt_use *uses = malloc((d->use_count + 1) * sizeof *uses);
	const struct wt_span none = { "", 0 };

	if (p->fact_count + 2 * d->use_count + d->flag_count > *cap) {
		*cap = (*cap + d->use_count + MODEL_USES) * 2;
		p->facts = realloc(p->facts, *cap * sizeof *p->facts);
	}
	memcpy(uses, d->uses, d->use_count * sizeof *uses);
	qsort(uses, d->use_count, sizeof *uses, by_use);
	for (size_t i = 0; i < d->use_count; i++) {
		const struct wt_use *u = &uses[i];

		/* Of the uses of a term at a position the lowest form stays. */
		if (i > 0 && u->position == u[-1].position && wt_span_eq(u->term, u[-1].term))
			continue;
		p->facts[p->fact_count++] = (struct fact){ u->term, none, 0, number, u->position };
		if (u->form.len > 0)
			p->facts[p->fact_count++] = (struct fact){ u->form, u->term, 2, number,
			    u->position };
	}
	for (size_t i = 0; i < d->flag_count; i++) {
		size_t k = 0;

		while (k < i && !wt_span_eq(d->flags[k], d->flags[i]))
			k++;
		if (k == i)
			p->facts[p->fact_count++] = (struct fact){ d->flags[i], none, 1,
			    number, 0 };
	}
	free(uses);
}

static void
plain_make(struct plain *p, const struct model *m, const bool *deleted)
{
	size_t cap = 0;

	*p = (struct plain){ .docs = calloc(m->count + 1, sizeof *p->docs) };
	for (uint32_t i = 0; i < m->count; i++) {
		bool newest = deleted == NULL || !deleted[i];

		for (uint32_t k = i + 1; k < m->count && newest; k++)
			newest = strcmp(m->docs[i].key, m->docs[k].key) != 0;
		if (newest)
			p->docs[p->count++] = &m->docs[i];
	}
	if (p->count > 0)
		qsort(p->docs, p->count, sizeof *p->docs, by_date);
	for (uint32_t i = 0; i < p->count; i++)
		add_facts(p, i, &cap);
	if (p->fact_count > 0)
		qsort(p->facts, p->fact_count, sizeof *p->facts, by_entry);
}

static void
plain_free(struct plain *p)
{
	free(p->docs);
	free(p->facts);
}

/* ---- comparison: each returns what is wrong, or NULL ---- */

static float
average_of(const struct wt_segment *s)
{
	float average = (float)wt_segment_length(s) / (float)wt_segment_docs(s);

	return average < 1 ? 1 : average;
}

static const char *
compare_impacts(struct wt_cursor *c, const struct wt_entry *e)
{
	const struct wt_segment *s = c->segment;
	float part, average = average_of(s);

	part = wt_bm25_part(wt_cursor_freq(c), wt_document_length(s, c->doc), average);
	wt_cursor_block(c, c->doc);
	if (c->block_last < c->doc || c->block_last >= wt_segment_docs(s))
		return "the end of a block";
	if (wt_impact_bound(s, c->block_impact, average) < part)
		return "the impact of a block";
	if (wt_impact_bound(s, c->block_impact, average * 1.5f) <
	    wt_bm25_part(wt_cursor_freq(c), wt_document_length(s, c->doc), average * 1.5f))
		return "the impact of a block in a larger index";
	return e->impact < c->block_impact ? "the impact of a list" : NULL;
}

/* The facts of one entry against its cursor. */
static const char *
compare_list(const struct wt_segment *s, const struct wt_entry *e, const struct fact *f,
    size_t count)
{
	const char *wrong = NULL;
	uint32_t docs = 0;
	struct wt_cursor c;
	size_t at = 0;

	wt_cursor_open(&c, s, e);
	while (at < count && wrong == NULL) {
		const uint32_t *positions;
		uint32_t number, freq = 0;

		while (at + freq < count && f[at + freq].doc == f[at].doc)
			freq++;
		if (c.doc != f[at].doc || wt_cursor_freq(&c) != freq)
			wrong = "a posting";
		else if (wt_cursor_positions(&c, &positions, &number) != WT_OK ||
		    number != (e->positions ? freq : 0))
			wrong = "a number of positions";
		for (uint32_t i = 0; i < freq && e->positions && wrong == NULL; i++)
			if (positions[i] != f[at + i].position)
				wrong = "a position";
		if (wrong == NULL && e->positions)
			wrong = compare_impacts(&c, e);
		wt_cursor_next(&c);
		at += freq;
		docs++;
	}
	if (wrong == NULL && (c.doc != WT_NO_DOC || c.err != WT_OK))
		wrong = "the end of a list";
	if (wrong == NULL && (docs != e->docs || count != e->count))
		wrong = "the counts of an entry";
	wt_cursor_close(&c);
	return wrong;
}

/* Jumps through the list, with positions now and then. */
static const char *
compare_seeks(const struct wt_segment *s, const struct wt_entry *e, const struct fact *f,
    size_t count, struct random *r)
{
	const char *wrong = NULL;
	uint32_t target = 0, step = 1 + random_below(r, wt_segment_docs(s));
	struct wt_cursor c;
	size_t at = 0;

	wt_cursor_open(&c, s, e);
	while (wrong == NULL && at < count) {
		const uint32_t *positions;
		uint32_t number;

		target += 1 + random_below(r, step);
		wt_cursor_block(&c, target);
		wt_cursor_seek(&c, target);
		while (at < count && f[at].doc < target)
			at++;
		if (c.doc != (at < count ? f[at].doc : WT_NO_DOC))
			wrong = "a jump";
		else if (at < count && c.block_last < c.doc && c.block_last < target)
			wrong = "the block of a jump";
		else if (at < count && e->positions && random_below(r, 2) == 0 &&
		    (wt_cursor_positions(&c, &positions, &number) != WT_OK ||
		    number != wt_cursor_freq(&c) || number > count - at ||
		    positions[0] != f[at].position || f[at + number - 1].doc != c.doc ||
		    positions[number - 1] != f[at + number - 1].position))
			wrong = "positions after a jump";
	}
	wt_cursor_close(&c);
	return wrong;
}

/* A block that is kept as bits has those of the facts from `f` on, and no others. */
static bool
same_bits(const struct wt_cursor *c, const struct fact *f, size_t count)
{
	uint32_t first, bits, last = 0, wrong = 0;
	const uint8_t *set = wt_cursor_bits(c, &first, &bits);

	if (set == NULL)
		return true;
	while (count > 0 && f[count - 1].doc >= first + bits)
		count--;
	for (uint32_t i = 0; i < bits; i++) {
		while (last < count && f[last].doc < first + i)
			last++;
		wrong += (set[i / 8] >> i % 8 & 1) != (last < count && f[last].doc == first + i);
	}
	return wrong == 0;
}

/* Whole blocks at a time. */
static const char *
compare_runs(const struct wt_segment *s, const struct wt_entry *e, const struct fact *f,
    size_t count)
{
	const uint32_t *docs, *freqs;
	struct wt_cursor c;
	size_t at = 0;

	for (wt_cursor_open(&c, s, e); c.doc != WT_NO_DOC; wt_cursor_skip(&c)) {
		uint32_t n;

		if (!same_bits(&c, f + at, count - at))
			return "a bitmap";
		n = wt_cursor_run(&c, &docs);
		if ((freqs = wt_cursor_freqs(&c)) == NULL)
			return "frequencies";

		for (uint32_t i = 0; i < n; i++) {
			if (at >= count || docs[i] != f[at].doc)
				return "a run";
			at += freqs[i];
		}
	}
	wt_cursor_close(&c);
	return at == count ? NULL : "the end of the runs";
}

static const char *
compare_terms(const struct wt_segment *s, const struct plain *p, struct random *r)
{
	const char *wrong = NULL;
	struct wt_terms t;
	size_t at = 0, end;

	for (wt_terms_open(&t, s, wt_span_make("", 0)); !t.end && wrong == NULL;
	    wt_terms_next(&t)) {
		const struct fact *f = &p->facts[at];

		for (end = at; end < p->fact_count && same_entry(f, &p->facts[end]) == 0; end++)
			;
		if (at == p->fact_count || !wt_span_eq(t.term, f->name) ||
		    t.entry.form != (f->kind == 2) || t.entry.positions != (f->kind != 1))
			return "a term";
		wrong = compare_list(s, &t.entry, f, end - at);
		if (wrong == NULL)
			wrong = compare_seeks(s, &t.entry, f, end - at, r);
		if (wrong == NULL)
			wrong = compare_runs(s, &t.entry, f, end - at);
		at = end;
	}
	if (wrong == NULL && (at != p->fact_count || t.err != WT_OK))
		wrong = "the end of the dictionary";
	return wrong;
}

static const char *
compare_lookups(const struct wt_segment *s, const struct plain *p)
{
	struct wt_entry e;
	struct wt_terms t;

	for (size_t i = 0; i < p->fact_count; i += 1 + i / 50) {
		const struct fact *f = &p->facts[i];
		struct wt_span start = wt_span_make(f->name.at, f->name.len - 1);

		if (wt_term_find(s, f->name, &e) != WT_OK)
			return "a lookup";
		wt_terms_open(&t, s, start);
		if (t.end || !wt_span_starts(t.term, start) || wt_span_cmp(t.term, f->name) > 0)
			return "the first term of a prefix";
	}
	if (wt_term_find(s, WT_SPAN("tidak ada"), &e) != WT_ENOENT ||
	    wt_term_find(s, WT_SPAN("\xff"), &e) != WT_ENOENT ||
	    wt_term_find(s, WT_SPAN("!"), &e) != WT_ENOENT)
		return "a term that is not there";
	return NULL;
}

static bool
same_cells(const struct wt_segment *s, uint32_t doc, const struct model_doc *d)
{
	uint32_t found = 0, expected = 0;

	for (size_t i = 0; i < d->doc.cell_count; i++) {
		size_t k = 0;

		while (k < i && (!wt_span_eq(d->cells[k].column, d->cells[i].column) ||
		    !wt_span_eq(d->cells[k].value, d->cells[i].value)))
			k++;
		expected += k == i;
	}
	for (uint32_t n = 0; n < wt_segment_columns(s); n++) {
		uint32_t ids[MODEL_CELLS], count, id;
		struct wt_column c;

		if (wt_column_open(s, n, &c) != WT_OK)
			return false;
		count = wt_column_get(&c, doc, ids, MODEL_CELLS);
		for (uint32_t i = 0; i < count; i++) {
			struct wt_span value = wt_column_value(&c, ids[i]);
			size_t k = 0;

			while (k < d->doc.cell_count && (!wt_span_eq(d->cells[k].column, c.name) ||
			    !wt_span_eq(d->cells[k].value, value)))
				k++;
			if (k == d->doc.cell_count || (i > 0 && ids[i] <= ids[i - 1]) ||
			    wt_column_lookup(&c, value, &id) != WT_OK || id != ids[i])
				return false;
			found++;
		}
	}
	return found == expected;
}

static const char *
compare_docs(const struct wt_index *ix, const struct wt_segment *s, const struct plain *p)
{
	struct wt_stored cache = { 0 };
	struct wt_buf key = { 0 };
	const char *wrong = NULL;
	uint32_t segment, doc;

	for (uint32_t i = 0; i < p->count && wrong == NULL; i++) {
		const struct wt_addition *d = &p->docs[i]->doc;
		struct wt_span bytes;
		double length = wt_document_length(s, i);

		if (wt_document_key(s, i, &key) != WT_OK || !wt_span_eq(wt_buf_span(&key), d->key))
			wrong = "a key";
		else if (wt_index_find(ix, d->key, &segment, &doc) != WT_OK || doc != i)
			wrong = "the document of a key";
		else if (wt_document_date(s, i) != d->date)
			wrong = "a date";
		else if (wt_document_hash(s, i) != (d->hash & 0xffffffffffu))
			wrong = "a hash";
		else if (length < 0.96 * d->length || length > 1.04 * d->length)
			wrong = "a length";
		else if (!same_cells(s, i, p->docs[i]))
			wrong = "columns";
		for (uint32_t k = 0; k < MODEL_STREAMS && wrong == NULL; k++)
			if (wt_document_stream(s, i, k, &cache, &bytes) != WT_OK ||
			    !wt_span_eq(bytes, d->streams[k]))
				wrong = "a stream";
	}
	if (wrong == NULL && wt_index_find(ix, WT_SPAN("x"), &segment, &doc) != WT_ENOENT)
		wrong = "a key that is not there";
	wt_stored_free(&cache);
	wt_buf_free(&key);
	return wrong;
}

static const char *
compare_dates(const struct wt_segment *s, const struct plain *p)
{
	for (int32_t from = -40; from < 80; from += 7) {
		for (int32_t to = from - 1; to < 80; to += 11) {
			uint32_t low = 0, high = 0, first, end;

			while (low < p->count && p->docs[low]->doc.date < from)
				low++;
			for (high = low; high < p->count && p->docs[high]->doc.date <= to;)
				high++;
			if (wt_segment_dates(s, from, to, &first, &end) != WT_OK ||
			    end - first != high - low || (high > low && first != low))
				return "a range of dates";
		}
	}
	return NULL;
}

/* The index in a folder, of one segment, against the model. */
static const char *
compare(const char *path, const struct model *m, const bool *deleted, uint64_t seed)
{
	struct random r = { seed };
	struct wt_error error;
	struct wt_index *ix;
	struct plain p;
	struct wt_index_counts counts;
	const char *wrong = NULL;

	if (wt_index_open(path, &ix, &error) != WT_OK)
		return error.text[0] == '\0' ? "open" : "cannot open";
	plain_make(&p, m, deleted);
	wt_index_count(ix, &counts);
	if (counts.documents != p.count || counts.segments != (p.count > 0))
		wrong = "counts";
	if (wrong == NULL && p.count > 0) {
		const struct wt_segment *s = wt_index_segment(ix, 0);

		wrong = compare_docs(ix, s, &p);
		if (wrong == NULL)
			wrong = compare_dates(s, &p);
		if (wrong == NULL)
			wrong = compare_terms(s, &p, &r);
		if (wrong == NULL)
			wrong = compare_lookups(s, &p);
	}
	if (wrong == NULL && wt_index_error(ix, &error) != WT_OK)
		wrong = "damage";
	plain_free(&p);
	wt_index_close(ix);
	return wrong;
}

/* ---- building ---- */

struct way {
	unsigned threads;
	size_t memory;
	uint32_t batch;         /* documents of a commit, 0: all */
	bool backwards;
};

struct worker {
	struct wt_build *build;
	const struct model *m;
	uint32_t from, to;
	unsigned number, threads;
	bool backwards;
	int code;
	pthread_t thread;
};

static void *
add_part(void *argument)
{
	struct worker *w = argument;

	for (uint32_t i = w->from + w->number; i < w->to && w->code == WT_OK; i += w->threads) {
		uint32_t doc = w->backwards ? w->from + w->to - 1 - i : i;

		w->code = wt_build_add(w->build, w->number, &w->m->docs[doc].doc, NULL);
	}
	return NULL;
}

static int
add_batch(struct wt_build *b, const struct model *m, uint32_t from, uint32_t to,
    const struct way *way)
{
	struct worker workers[8];
	int code = WT_OK;

	for (unsigned i = 0; i < way->threads; i++) {
		workers[i] = (struct worker){ .build = b, .m = m, .from = from, .to = to,
		    .number = i, .threads = way->threads, .backwards = way->backwards };
		pthread_create(&workers[i].thread, NULL, add_part, &workers[i]);
	}
	for (unsigned i = 0; i < way->threads; i++) {
		pthread_join(workers[i].thread, NULL);
		if (code == WT_OK)
			code = workers[i].code;
	}
	return code;
}

static int
build(const char *path, const struct model *m, const struct way *way)
{
	struct wt_build_options options = { .memory = way->memory, .threads = way->threads,
	    .meta = WT_SPAN("rules 1") };
	uint32_t batch = way->batch == 0 ? m->count : way->batch;
	struct wt_build *b;
	int code = wt_build_open(path, &options, &b, NULL);

	for (uint32_t i = 0; code == WT_OK && (i < m->count || i == 0); i += batch) {
		uint32_t to = i + batch < m->count ? i + batch : m->count;

		code = add_batch(b, m, i, to, way);
		if (code == WT_OK)
			code = wt_build_commit(b, NULL);
		if (batch == 0)
			break;
	}
	wt_build_close(b);
	return code;
}

/* Two folders hold the same files. */
static bool
same_files(const char *a, const char *b)
{
	char command[1200];

	snprintf(command, sizeof command, "diff -r '%s' '%s' >/dev/null", a, b);
	return system(command) == 0;
}

static void
test_shape(const char *folder, uint64_t seed, const struct model_shape *shape)
{
	static const struct way ways[] = {
		{ 1, 0, 0, false }, { 1, 0, 0, true }, { 3, 0, 0, false }, { 2, 1 << 20, 0, true },
		{ 1, 1 << 20, 37, false }, { 1, 0, 211, false }
	};
	char first[256], other[256];
	struct model m;

	model_make(&m, seed, shape);
	snprintf(first, sizeof first, "%s/first", folder);
	for (size_t i = 0; i < sizeof ways / sizeof ways[0]; i++) {
		const char *wrong = NULL;

		/* Many small commits of a large corpus take too long. */
		if (ways[i].batch > 0 && m.count > ways[i].batch * 20)
			continue;
		snprintf(other, sizeof other, "%s/other", folder);
		if (build(i == 0 ? first : other, &m, &ways[i]) != WT_OK)
			wrong = "building";
		else if (i == 0)
			wrong = compare(first, &m, NULL, seed);
		else if (!same_files(first, other))
			wrong = "the bytes";
		CHECK(wrong == NULL, "seed %u, way %u: %s", (unsigned)seed, (unsigned)i,
		    wrong == NULL ? "as the model" : wrong);
		if (i > 0)
			remove_folder(other);
	}
	remove_folder(first);
	model_free(&m);
}

/* ---- deleting and replacing ---- */

static void
test_deletions(const char *folder, uint64_t seed)
{
	struct model_shape shape = { 300, 400, 60, 0, 4, 50 };
	struct wt_build_options options = { .meta = WT_SPAN("rules 1") };
	struct random r = { seed };
	char path[256], other[256];
	struct wt_build *b;
	struct model m;
	bool deleted[300] = { false };
	int code;

	model_make(&m, seed, &shape);
	snprintf(path, sizeof path, "%s/deleted", folder);
	snprintf(other, sizeof other, "%s/never", folder);
	code = build(path, &m, &(struct way){ 1, 0, 0, false });
	CHECK(code == WT_OK, "seed %u: an index to delete from", (unsigned)seed);
	code = wt_build_open(path, &options, &b, NULL);
	for (uint32_t i = 0; i < m.count && code == WT_OK; i++) {
		uint64_t hash;

		deleted[i] = random_below(&r, 3) > 0;
		if (!deleted[i])
			continue;
		code = wt_build_delete(b, m.docs[i].doc.key, NULL);
		CHECK(wt_build_delete(b, m.docs[i].doc.key, NULL) == WT_ENOENT ||
		    code != WT_OK, "a document is deleted once");
		if (wt_build_lookup(b, m.docs[i].doc.key, &hash) != WT_OK ||
		    hash != (m.docs[i].doc.hash & 0xffffffffffu))
			code = WT_EINVAL;
	}
	if (code == WT_OK)
		code = wt_build_commit(b, NULL);
	wt_build_close(b);
	CHECK(code == WT_OK && compare(path, &m, deleted, seed) == NULL,
	    "seed %u: the rest is as the model", (unsigned)seed);
	code = wt_build_open(other, &options, &b, NULL);
	for (uint32_t i = 0; i < m.count && code == WT_OK; i++)
		if (!deleted[i])
			code = wt_build_add(b, 0, &m.docs[i].doc, NULL);
	if (code == WT_OK)
		code = wt_build_commit(b, NULL);
	wt_build_close(b);
	CHECK(code == WT_OK && same_files(path, other), "seed %u: no trace of the deleted",
	    (unsigned)seed);
	remove_folder(path);
	remove_folder(other);
	model_free(&m);
}

/* ---- merging indexes ---- */

static void
test_merge(const char *folder, uint64_t seed)
{
	struct model_shape shape = { 500, 600, 80, 350, 5, 40 };
	struct wt_build_options options = { .threads = 2 };
	char parts[3][256], whole[256], merged[256];
	const char *paths[3] = { parts[0], parts[1], parts[2] };
	struct model m, part;
	int code = WT_OK;

	model_make(&m, seed, &shape);
	for (uint32_t i = 0; i < 3; i++) {
		part = (struct model){ m.docs + i * 170, i < 2 ? 170 : 160 };
		snprintf(parts[i], sizeof parts[i], "%s/part%u", folder, (unsigned)i);
		code = code == WT_OK ? build(parts[i], &part, &(struct way){ 1, 0, 0, i == 1 }) :
		    code;
	}
	snprintf(whole, sizeof whole, "%s/whole", folder);
	snprintf(merged, sizeof merged, "%s/merged", folder);
	if (code == WT_OK)
		code = build(whole, &m, &(struct way){ 1, 0, 0, false });
	if (code == WT_OK)
		code = wt_index_merge(merged, paths, 3, &options, NULL);
	CHECK(code == WT_OK && compare(merged, &m, NULL, seed) == NULL,
	    "seed %u: a merged index is as the model", (unsigned)seed);
	CHECK(same_files(whole, merged), "seed %u: the bytes of a merged index", (unsigned)seed);
	CHECK(wt_index_merge(merged, paths, 3, &options, NULL) == WT_EINVAL,
	    "no merge into an index that is there");
	for (uint32_t i = 0; i < 3; i++)
		remove_folder(parts[i]);
	remove_folder(whole);
	remove_folder(merged);
	model_free(&m);
}

/* More indexes than are merged at once. */
static void
test_many(const char *folder)
{
	struct model_shape shape = { 120, 100, 40, 90, 3, 10 };
	struct wt_build_options options = { 0 };
	char paths[60][256], whole[256], merged[256];
	const char *list[60];
	struct model m, part;
	int code = WT_OK;

	model_make(&m, 77, &shape);
	for (uint32_t i = 0; i < 60 && code == WT_OK; i++) {
		part = (struct model){ m.docs + i * 2, 2 };
		snprintf(paths[i], sizeof paths[i], "%s/many%u", folder, (unsigned)i);
		list[i] = paths[i];
		code = build(paths[i], &part, &(struct way){ 1, 0, 0, false });
	}
	snprintf(whole, sizeof whole, "%s/whole", folder);
	snprintf(merged, sizeof merged, "%s/merged", folder);
	if (code == WT_OK)
		code = build(whole, &m, &(struct way){ 2, 0, 0, false });
	if (code == WT_OK)
		code = wt_index_merge(merged, list, 60, &options, NULL);
	CHECK(code == WT_OK && same_files(whole, merged), "sixty indexes merged");
	for (uint32_t i = 0; i < 60; i++)
		remove_folder(paths[i]);
	remove_folder(whole);
	remove_folder(merged);
	model_free(&m);
}

int
main(void)
{
	static const struct model_shape shapes[] = {
		{ 0, 10, 10, 0, 0, 0 },
		{ 1, 10, 20, 0, 0, 0 },
		{ 1, 50, 0, 0, 0, 5 },
		{ 2, 3, 40, 0, 3, 2 },
		{ 40, 60, 100, 0, 0, 3 },
		{ 40, 60, 100, 25, 3, 3 },
		{ 300, 500, 30, 0, 0, 100 },
		{ 300, 20, 60, 200, 9, 100 },
		{ 1500, 40, 20, 0, 5, 60 },
		{ 400, 3000, 300, 0, 4, 9 },
		{ 60, 30, 1100, 0, 2, 0 },
	};
	char folder[200];

	make_folder(folder);
	for (size_t i = 0; i < sizeof shapes / sizeof shapes[0]; i++)
		test_shape(folder, i + 1, &shapes[i]);
	for (uint64_t seed = 1; seed < 3; seed++) {
		test_deletions(folder, seed);
		test_merge(folder, seed);
	}
	test_many(folder);
	remove_folder(folder);
	return check_done();
}
