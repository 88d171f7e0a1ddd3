/* The words that the extractor has read are those that reading the text again would give. */
#include "ingest/uses.h"
#include "ingest/input.h"
#include "tests/check.h"
#include "tests/unit/extract/sentences.h"
#include "text/document.h"

static const char *const paths[] = { "corpus/articles", "corpus/daerah" };

static const struct {
	const char *title, *text;
} own[] = {
	{ "", "" },
	{ "", "Judul di Dalam Teks\n\nSERANG - Warga berkumpul di alun-alun." },
	{ "Tanpa teks", "" },
	{ "Jl. Raya No. 5", "5. Jl. Raya No. 5 dan no. 5. H. Ahmad, S.Sos. 5" },
	{ "2022: Rp5 juta", "\"2022\" -- a.n. A. A.n Rp5" },
	{ "Kata.", "Kata. Kata kata. KATA. https://kata.id kata.id." },
};

static bool
same(const struct wt_uses *a, const struct wt_uses *b)
{
	if (a->count != b->count || a->length != b->length)
		return false;
	for (size_t i = 0; i < a->count; i++)
		if (a->at[i].position != b->at[i].position || !wt_span_eq(a->at[i].term, b->at[i].term) ||
		    !wt_span_eq(a->at[i].form, b->at[i].form))
			return false;
	return true;
}

struct ways {
	struct wt_extractor *extractor;
	struct wt_uses read, again;
	struct wt_arena arena, scratch;
};

static bool
try(struct ways *w, const struct wt_article *article)
{
	struct wt_facts facts;
	struct wt_result r = { .facts = &facts };
	const struct wt_document *d;

	wt_arena_reset(&w->arena);
	wt_arena_reset(&w->scratch);
	if (wt_extract(w->extractor, article, 0, &w->arena, &facts, NULL) != WT_OK)
		return false;
	d = wt_extractor_document(w->extractor);
	r.title = d->title;
	r.text = wt_span_make(d->text.at + d->body_start, d->text.len - d->body_start);
	r.title_inside = d->body_start == 0 && d->title.len > 0;
	if (wt_uses_make(&w->again, &w->scratch, &r) != WT_OK)
		return false;
	r.document = d;
	r.lexemes = wt_extractor_lexemes(w->extractor, &r.lexeme_age);
	return wt_uses_make(&w->read, &w->scratch, &r) == WT_OK && same(&w->read, &w->again);
}

static void
test_corpus(struct ways *w)
{
	struct wt_inputs inputs = { .names = { .paths = paths, .count = 2 } };
	struct wt_skips skips = { 0 };
	struct wt_record r = { 0 };
	struct wt_input *in;
	uint32_t count = 0, inside = 0, wrong = 0;

	if (wt_input_open(&inputs, &skips, &in, NULL) != WT_OK)
		return;
	for (; wt_input_next(in, &r) == WT_OK; count++) {
		/* Once with its title, once with the title in the text. */
		wrong += !try(w, &r.article);
		r.article.text = wt_arena_printf(&r.arena, "%.*s\n\n%.*s", (int)r.article.title.len,
		    r.article.title.at, (int)r.article.text.len, r.article.text.at);
		r.article.title.len = 0;
		wrong += !try(w, &r.article);
		inside += w->again.count > 0;
	}
	CHECK(count > 60 && inside > 60 && wrong == 0, "%u articles, %u wrong", count, wrong);
	wt_input_close(in);
	wt_record_free(&r);
	wt_skips_free(&skips);
}

int
main(int argc, char **argv)
{
	struct ways w = { 0 };
	struct wt_analyser *an = NULL;
	struct wt_dict *dict;

	(void)argc;
	if (!sentences_open(argv[0], &dict, &w.extractor))
		return check_done();
	CHECK(wt_analyser_open(dict, &an, NULL) == WT_OK, "an analyser");
	w.read.analyser = w.again.analyser = an;
	for (size_t i = 0; i < sizeof own / sizeof own[0]; i++) {
		struct wt_article a = { .title = wt_span_of(own[i].title), .text = wt_span_of(own[i].text) };

		CHECK(try(&w, &a), "'%s'", own[i].title);
	}
	test_corpus(&w);
	wt_uses_free(&w.read);
	wt_uses_free(&w.again);
	wt_arena_free(&w.arena);
	wt_arena_free(&w.scratch);
	wt_extractor_close(w.extractor);
	wt_analyser_close(an);
	wt_dict_close(dict);
	return check_done();
}
