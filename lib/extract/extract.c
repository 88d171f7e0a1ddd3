/*
 * extract.c - run the rules over an article, in order, and close its facts.
 *
 *      text -> phrases -> dates, amounts -> organizations, places -> regions
 *           -> agencies -> persons and their offices -> programmes and claims
 */
#include "extract/extract.h"
#include "base/sort.h"
#include "extract/amount.h"
#include "extract/date.h"
#include "extract/when.h"
#include "extract/work.h"
#include "text/utf8.h"

#include <stdlib.h>

#define EVEN 20                 /* words of a story whose capitals tell something */

struct wt_extractor {
	struct wt_lexicon lexicon;
	struct wt_stemmer *stemmer;
	struct wt_word_lists lists;
	struct wt_lexemes *lexemes;
	struct wt_date_finder *dates;
	struct wt_amount_finder *amounts;
	struct wt_document document;
	const struct wt_lexeme **words; /* of its tokens; in the arena of the article */
	struct wt_table ids;            /* of the article in work */
};

int
wt_extractor_open(const struct wt_dict *dict, struct wt_extractor **out, struct wt_error *error)
{
	struct wt_extractor *x = calloc(1, sizeof *x);
	int code;

	*out = NULL;
	if (x == NULL)
		return wt_error_set(error, WT_ENOMEM, 0, "out of memory");
	if ((code = wt_lexicon_open(dict, &x->lexicon, error)) != WT_OK ||
	    (code = wt_stemmer_open_warta(wt_dict_section(dict, "ROOT"), &x->stemmer, error)) != WT_OK ||
	    (code = wt_word_lists_open(dict, &x->lists, error)) != WT_OK ||
	    (code = wt_date_finder_open(dict, &x->dates, error)) != WT_OK ||
	    (code = wt_amount_finder_open(dict, &x->amounts, error)) != WT_OK) {
		wt_extractor_close(x);
		return code;
	}
	/* Each word is stemmed once and kept as a lexeme. */
	wt_stemmer_cache(x->stemmer, false);
	if ((x->lexemes = wt_lexemes_new(&(struct wt_lexeme_sources){ .lexicon = &x->lexicon, .stemmer = x->stemmer,
	    .lists = &x->lists, .dates = x->dates, .amounts = x->amounts })) == NULL) {
		wt_extractor_close(x);
		return wt_error_set(error, WT_ENOMEM, 0, "out of memory");
	}
	*out = x;
	return WT_OK;
}

void
wt_extractor_close(struct wt_extractor *x)
{
	if (x == NULL)
		return;
	wt_lexicon_close(&x->lexicon);
	wt_lexemes_free(x->lexemes);
	wt_word_lists_close(&x->lists);
	wt_stemmer_close(x->stemmer);
	wt_date_finder_close(x->dates);
	wt_amount_finder_close(x->amounts);
	wt_table_free(&x->ids);
	free(x);
}

const struct wt_document *
wt_extractor_document(const struct wt_extractor *x)
{
	return &x->document;
}

const struct wt_lexeme *const *
wt_extractor_lexemes(const struct wt_extractor *x, uint32_t *age)
{
	*age = wt_lexemes_age(x->lexemes);
	return x->words;
}

/* The first run of capitalised words of the dateline: "KOTA SERANG". */
static struct wt_span
dateline_place(const struct wt_work *w)
{
	for (uint32_t i = 0; i < w->doc->ntokens; i++) {
		uint32_t end = i;

		if (w->doc->tokens[i].zone != WT_ZONE_DATELINE)
			continue;
		if (w->doc->tokens[i].kind != WT_TOKEN_WORD)
			continue;
		while (end < w->doc->ntokens && w->doc->tokens[end].zone == WT_ZONE_DATELINE &&
		    w->doc->tokens[end].kind == WT_TOKEN_WORD)
			end++;
		return wt_work_clean(w, i, end);
	}
	return wt_span_make("", 0);
}

/* Code points of the text as it was given. */
static uint32_t
count_chars(const struct wt_document *d)
{
	const struct wt_token *last;

	if (d->ntokens == 0)
		return 0;
	last = &d->tokens[d->ntokens - 1];
	return last->cp_end - d->body_cp +
	    (uint32_t)wt_utf8_count(wt_span_make(d->text.at + last->end, d->text.len - last->end));
}

/* What the article says of itself. */
static void
fill_article(struct wt_work *w)
{
	const struct wt_article *a = w->article;
	const struct wt_document *d = w->doc;
	struct wt_facts *f = w->facts;
	struct wt_span title = d->title;

	f->article_id = a->id;
	f->path = a->path;
	f->url = a->url;
	f->source = a->source;
	f->title = wt_span_trim(title);
	f->byline = d->byline;
	f->dateline_place = dateline_place(w);
	f->chars = count_chars(d);
	f->ntokens = d->ntokens;
	f->nsentences = d->nsentences;
	f->content_hash = wt_content_hash(w->arena, d->text);
	if (w->primary != WT_NO_REGION)
		f->primary_region_id = wt_region_id(&w->lex->regions, w->primary, w->arena);
}

static void
fill_tokens(struct wt_work *w)
{
	const struct wt_document *d = w->doc;
	struct wt_token_fact *t = wt_arena_array(w->arena, (size_t)d->ntokens + 1, sizeof *t);
	uint32_t number = 0;

	if (t == NULL) {
		w->err = WT_ENOMEM;
		return;
	}
	for (uint32_t i = 0; i < d->ntokens; i++) {
		const struct wt_token *from = &d->tokens[i];
		uint32_t points = from->start < d->body_start ? 0 : d->body_cp;

		number = i > 0 && d->tokens[i - 1].sentence == from->sentence ? number + 1 : 0;
		t[i] = (struct wt_token_fact){ .sentence = from->sentence, .number = number,
		    .cp_start = from->cp_start - points, .cp_end = from->cp_end - points,
		    .surface = wt_work_text(w, i), .norm = from->norm,
		    .stem = wt_arena_copy(w->arena, w->lexemes[i]->stem),
		    .stopword = w->lexemes[i]->stopword };
	}
	w->facts->tokens = t;
	w->facts->ntoken_facts = d->ntokens;
}

/* Mentions in the order of the text, and the facts that point to them with them. */
struct sorted {
	uint64_t place;         /* the title first; of those that begin together the longest first */
	uint32_t before;        /* index that it had */
	enum wt_type type;
};

static uint64_t
place_of(const struct wt_mention *m)
{
	/* Offsets take 31 bits: see wt_document_read. */
	return (uint64_t)(m->zone != WT_ZONE_TITLE) << 63 | (uint64_t)m->start << 32 |
	    (uint32_t)(UINT32_MAX - m->end);
}

static int
by_place(const void *left, const void *right)
{
	const struct sorted *a = left, *b = right;

	if (a->place != b->place)
		return a->place < b->place ? -1 : 1;
	if (a->type != b->type)
		return a->type < b->type ? -1 : 1;
	return (a->before > b->before) - (a->before < b->before);
}

static void
sort_mentions(struct wt_work *w)
{
	struct wt_facts *f = w->facts;
	size_t room = (size_t)f->nmentions + 1;
	struct wt_mention *mentions = wt_arena_alloc(w->arena, room * sizeof *mentions);
	struct sorted *s = wt_arena_alloc(w->arena, room * sizeof *s);
	uint32_t *now = wt_arena_alloc(w->arena, room * sizeof *now);

	if (mentions == NULL || s == NULL || now == NULL) {
		w->err = WT_ENOMEM;
		return;
	}
	for (uint32_t i = 0; i < f->nmentions; i++)
		s[i] = (struct sorted){ place_of(&f->mentions[i]), i, f->mentions[i].type };
	wt_sort(s, f->nmentions, sizeof *s, by_place);
	for (uint32_t i = 0; i < f->nmentions; i++) {
		mentions[i] = f->mentions[s[i].before];
		now[s[i].before] = i;
	}
	f->mentions = mentions;
	w->mentions_cap = room;
	for (uint32_t i = 0; i < f->ndates; i++)
		f->dates[i].mention = now[f->dates[i].mention];
	for (uint32_t i = 0; i < f->namounts; i++)
		f->amounts[i].mention = now[f->amounts[i].mention];
}

static void
run_rules(struct wt_work *w, const struct wt_when *when)
{
	wt_introductions_find(w);
	wt_when_find(w, when);
	wt_organizations_find(w);
	wt_places_find(w);
	if (w->err == WT_OK)
		wt_places_resolve(w);
	wt_bodies_find(w);
	wt_people_find(w);
	wt_claims_find(w);
	wt_landmarks_find(w);
	fill_article(w);
	sort_mentions(w);
}

/*
 * Is the story written in one case?  One without a single capital is then read as if it
 * were all in capitals, which at least hides no name; shorter texts may be a line or two
 * that need none.
 */
static bool
even_case(struct wt_document *d)
{
	uint32_t small = 0, large = 0;

	for (uint32_t i = 0; i < d->ntokens; i++) {
		if (d->tokens[i].zone != WT_ZONE_BODY || d->tokens[i].kind != WT_TOKEN_WORD)
			continue;
		small += d->tokens[i].shape == WT_SHAPE_LOWER;
		large += d->tokens[i].shape == WT_SHAPE_UPPER;
		/* Nearly always the first words tell. */
		if ((small > 0 && large > 0) || d->tokens[i].shape == WT_SHAPE_CAPITAL ||
		    d->tokens[i].shape == WT_SHAPE_MIXED)
			return false;
	}
	if (small + large < EVEN)
		return false;
	for (uint32_t i = 0; small > 0 && i < d->ntokens; i++)
		if (d->tokens[i].shape == WT_SHAPE_LOWER)
			d->tokens[i].shape = WT_SHAPE_UPPER;
	return true;
}

/* What the dictionaries say of its words. */
static int
read_words(struct wt_extractor *x, struct wt_work *w)
{
	int code;

	w->lexemes = wt_arena_alloc(w->arena, ((size_t)w->doc->ntokens + 1) * sizeof *w->lexemes);
	if (w->lexemes == NULL)
		return WT_ENOMEM;
	code = wt_lexemes_find(x->lexemes, w->doc->tokens, w->doc->ntokens, w->lexemes);
	x->words = code == WT_OK ? w->lexemes : NULL;
	return code;
}

/* What may begin with each token: phrases, what its word begins, and names where it has a capital. */
static void
mark_begins(struct wt_work *w)
{
	for (uint32_t i = 0; i < w->doc->ntokens; i++)
		w->begins[i] = w->phrases.kinds[i] | w->lexemes[i]->begins |
		    (wt_work_capital(w, i) ? WT_BEGINS_BIT(WT_BEGINS_NAME) : 0);
}

/* What the rules work on. */
static int
prepare(struct wt_extractor *x, struct wt_work *w)
{
	const struct wt_phrase_start **starts;
	int code;

	w->even = even_case(&x->document);
	if ((code = read_words(x, w)) != WT_OK)
		return code;
	starts = wt_arena_alloc(w->arena, ((size_t)w->doc->ntokens + 1) * sizeof *starts);
	/* A qualifier may end behind the last token. */
	w->begins = wt_arena_array(w->arena, (size_t)w->doc->ntokens + 1, sizeof *w->begins);
	w->cover = wt_arena_array(w->arena, (size_t)w->doc->ntokens + 1, 1);
	w->name_words = wt_arena_array(w->arena, (size_t)w->doc->ntokens + 1, 1);
	w->headings = wt_arena_array(w->arena, (size_t)w->doc->nsentences + 1, 1);
	if (starts == NULL || w->begins == NULL || w->cover == NULL || w->name_words == NULL ||
	    w->headings == NULL)
		return WT_ENOMEM;
	for (uint32_t i = 0; i < w->doc->ntokens; i++)
		starts[i] = &w->lexemes[i]->phrase;
	code = wt_phrases_find(w->lex->dict, w->doc, starts, w->arena, &w->phrases);
	if (code == WT_OK)
		mark_begins(w);
	return code;
}

/* What the article says of itself. */
static int
describe(struct wt_extractor *x, struct wt_work *w, const struct wt_when *when)
{
	int code = read_words(x, w);

	if (code == WT_OK) {
		wt_when_published(w, when);
		fill_article(w);
	}
	return code;
}

int
wt_extract(struct wt_extractor *x, const struct wt_article *article, unsigned flags,
    struct wt_arena *arena, struct wt_facts *facts, struct wt_error *error)
{
	struct wt_work w = { .lex = &x->lexicon, .article = article, .flags = flags, .arena = arena,
	    .facts = facts, .ids = &x->ids, .primary = WT_NO_REGION };
	const struct wt_when when = { .dates = x->dates, .amounts = x->amounts, .error = error };
	int code;

	*facts = (struct wt_facts){ 0 };
	x->document = (struct wt_document){ 0 };
	x->words = NULL;
	wt_table_clear(&x->ids);
	w.doc = &x->document;
	if ((code = wt_document_read(arena, article->title, article->text, &x->document)) == WT_OK) {
		if ((flags & WT_EXTRACT_ARTICLE) != 0)
			code = describe(x, &w, &when);
		else if ((code = prepare(x, &w)) == WT_OK)
			run_rules(&w, &when);
	}
	if (code == WT_OK) {
		if ((flags & WT_EXTRACT_TOKENS) != 0 && w.err == WT_OK)
			fill_tokens(&w);
		code = w.err != WT_OK ? w.err : arena->err;
	}
	if (code != WT_OK)
		return wt_error_set(error, code, 0, "%.*s: %s", (int)article->id.len, article->id.at,
		    wt_strerror(code));
	return WT_OK;
}
