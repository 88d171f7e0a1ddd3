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

struct ways {
	struct wt_extractor *extractor;
	struct wt_analyser *analyser;
	struct wt_uses uses;
	struct wt_arena arena, scratch;
	size_t at;                      /* uses compared so far */
	uint32_t length;
};

static bool
is_next(struct ways *w, struct wt_span term, struct wt_span form, uint32_t position)
{
	const struct wt_use *use = &w->uses.at[w->at];

	return w->at++ < w->uses.count && use->position == position && wt_span_eq(use->term, term) &&
	    wt_span_eq(use->form, form);
}

/* Are the words of a text, read again, the next uses?  Those in [from, to) are the title's too. */
static bool
are_next(struct ways *w, struct wt_span text, uint32_t base, size_t from, size_t to)
{
	struct wt_word *words;
	size_t count;

	if (wt_analyse_words(w->analyser, &w->scratch, text, &words, &count) != WT_OK)
		return false;
	for (size_t i = 0; i < count; i++) {
		struct wt_span term = words[i].term, form = words[i].form;
		bool title = words[i].start >= from && words[i].start < to, first = term.at[0] < 'T';
		uint32_t at = base + words[i].position;

		if ((!title || first) && !is_next(w, term, form, at))
			return false;
		if (title && !is_next(w, wt_analyse_title(&w->scratch, term),
		    wt_analyse_title(&w->scratch, form), at))
			return false;
		if (title && !first && !is_next(w, term, form, at))
			return false;
	}
	w->length = base + (uint32_t)count;
	return true;
}

static bool
same(struct ways *w, const struct wt_result *r)
{
	size_t at = r->title_inside ? (size_t)(r->title.at - r->text.at) : 0;

	w->at = w->length = 0;
	if (r->title_inside ? !are_next(w, r->text, 0, at, at + r->title.len) :
	    !are_next(w, r->title, 0, 0, r->title.len) ||
	    !are_next(w, r->text, w->length == 0 ? 0 : w->length + 8, 1, 0))
		return false;
	return w->at == w->uses.count && w->length == w->uses.length;
}

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
	r.document = d;
	r.lexemes = wt_extractor_lexemes(w->extractor, &r.lexeme_age);
	return wt_uses_make(&w->uses, &r) == WT_OK && same(w, &r);
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
		inside += w->uses.count > 0;
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
	w.analyser = w.uses.analyser = an;
	for (size_t i = 0; i < sizeof own / sizeof own[0]; i++) {
		struct wt_article a = { .title = wt_span_of(own[i].title), .text = wt_span_of(own[i].text) };

		CHECK(try(&w, &a), "'%s'", own[i].title);
	}
	test_corpus(&w);
	wt_uses_free(&w.uses);
	wt_arena_free(&w.arena);
	wt_arena_free(&w.scratch);
	wt_extractor_close(w.extractor);
	wt_analyser_close(an);
	wt_dict_close(dict);
	return check_done();
}
