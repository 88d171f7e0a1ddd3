/* collocate.c - behind collocate.h. */
#include "query/collocate.h"
#include "analyse/analyse.h"
#include "base/table.h"

#include <math.h>
#include <stdlib.h>

struct tally {
	uint64_t near;
	uint64_t gone;          /* occurrences in deleted articles */
};

struct wt_collocates {
	struct wt_collocate_options o;
	struct wt_table words;          /* near a keyword */
	struct tally *tallies;          /* owned: of each of them */
	size_t cap;
	uint64_t keywords, window;      /* words in all windows */
	uint64_t gone;                  /* words of deleted articles */
};

int
wt_collocates_open(const struct wt_collocate_options *options, struct wt_collocates **out)
{
	struct wt_collocates *c = *out = calloc(1, sizeof *c);

	if (c == NULL)
		return WT_ENOMEM;
	c->o = *options;
	return WT_OK;
}

void
wt_collocates_close(struct wt_collocates *c)
{
	if (c == NULL)
		return;
	wt_table_free(&c->words);
	free(c->tallies);
	free(c);
}

static struct wt_span
word_of(const struct wt_collocates *c, const struct wt_marked *text, size_t i)
{
	return c->o.forms ? wt_marked_norm(text, i) : text->tokens[i].term;
}

static int
add_word(struct wt_collocates *c, const struct wt_marked *text, size_t i)
{
	uint32_t known = c->words.count, number;
	struct tally *tallies;

	c->window++;
	if (text->tokens[i].stopword && !c->o.stopwords)
		return WT_OK;
	if (wt_table_intern(&c->words, word_of(c, text, i), &number) != WT_OK ||
	    (tallies = wt_grow(c->tallies, &c->cap, number + (size_t)1, sizeof *tallies)) == NULL)
		return WT_ENOMEM;
	c->tallies = tallies;
	if (number == known)
		tallies[number] = (struct tally){ 0 };
	tallies[number].near++;
	return WT_OK;
}

int
wt_collocates_add(struct wt_collocates *c, const struct wt_marked *text,
    const struct wt_keyword *keywords, size_t count)
{
	size_t at = 0;          /* words before it are counted or are keywords */
	int err = WT_OK;

	c->keywords += count;
	for (size_t k = 0; k < count; k++) {
		size_t first = keywords[k].first, last = keywords[k].last;
		size_t next = k + 1 < count ? keywords[k + 1].first : text->token_count;
		size_t from = first > c->o.left ? first - c->o.left : 0;

		for (size_t i = from > at ? from : at; i < first && err == WT_OK; i++)
			err = add_word(c, text, i);
		for (at = last + 1; at < next && at <= last + c->o.right && err == WT_OK; at++)
			err = add_word(c, text, at);
	}
	return err;
}

void
wt_collocates_leave_out(struct wt_collocates *c, const struct wt_marked *text)
{
	c->gone += text->token_count;
	for (size_t i = 0; i < text->token_count; i++) {
		uint32_t number = wt_table_find(&c->words, word_of(c, text, i));

		if (number != WT_NO_ID)
			c->tallies[number].gone++;
	}
}

/* ---- all articles ---- */

/* Occurrences of words in all texts: those of titles were counted once more. */
static int
count_words(const struct wt_index *ix, uint64_t *words)
{
	const char title = WT_TERM_TITLE;
	struct wt_span prefix = wt_span_make(&title, 1);
	struct wt_index_counts counts;

	wt_index_count(ix, &counts);
	*words = counts.occurrences;
	for (uint32_t s = 0; s < counts.segments; s++) {
		struct wt_terms t;

		wt_terms_open(&t, wt_index_segment(ix, s), prefix);
		for (; !t.end && wt_span_starts(t.term, prefix); wt_terms_next(&t))
			*words -= !t.entry.form && t.entry.count < *words ? t.entry.count : 0;
		if (t.err != WT_OK)
			return t.err;
	}
	return WT_OK;
}

/* Occurrences of a term or a form in all segments. */
static int
count_term(const struct wt_index *ix, struct wt_span term, bool form, uint64_t *total)
{
	struct wt_index_counts counts;

	*total = 0;
	wt_index_count(ix, &counts);
	for (uint32_t s = 0; s < counts.segments; s++) {
		struct wt_terms t;

		wt_terms_open(&t, wt_index_segment(ix, s), term);
		for (; !t.end && wt_span_eq(t.term, term); wt_terms_next(&t))
			*total += t.entry.form == form ? t.entry.count : 0;
		if (t.err != WT_OK)
			return t.err;
	}
	return WT_OK;
}

/* x ln(x / expected), 0 for none. */
static double
part(double x, double expected)
{
	return x > 0 && expected > 0 ? x * log(x / expected) : 0;
}

double
wt_log_likelihood(uint64_t near, uint64_t total, uint64_t window, uint64_t all)
{
	double a = (double)near, word = (double)total, in = (double)window, n = (double)all;
	double out = n - in, b = in - a, c = word - a, d = out - c;

	return 2 * (part(a, in * word / n) + part(b, in * (n - word) / n) +
	    part(c, out * word / n) + part(d, out * (n - word) / n));
}

static int
by_weight(const void *left, const void *right)
{
	const struct wt_collocate *a = left, *b = right;

	if (a->log_likelihood != b->log_likelihood)
		return a->log_likelihood > b->log_likelihood ? -1 : 1;
	if (a->near != b->near)
		return a->near > b->near ? -1 : 1;
	return wt_span_cmp(a->word, b->word);
}

/* The weights of a word, of `all`: false if it does not stand out. */
static bool
weigh(const struct wt_collocates *c, struct wt_collocate *row, uint64_t all)
{
	row->expected = (double)c->window * (double)row->total / (double)all;
	row->log_likelihood = wt_log_likelihood(row->near, row->total, c->window, all);
	row->log_dice = 14 + log2(2 * (double)row->near / (double)(c->keywords + row->total));
	return (double)row->near > row->expected;
}

int
wt_collocates_rank(const struct wt_collocates *c, const struct wt_index *ix,
    struct wt_arena *arena, struct wt_collocate **rows, size_t *count)
{
	uint64_t all;
	int err = count_words(ix, &all);

	*count = 0;
	*rows = wt_arena_array(arena, c->words.count + (size_t)1, sizeof **rows);
	if (err == WT_OK && *rows == NULL)
		err = WT_ENOMEM;
	if (err != WT_OK)
		return err;
	all = all > c->gone + c->window ? all - c->gone : c->window;
	for (uint32_t i = 0; i < c->words.count && err == WT_OK; i++) {
		struct wt_collocate row = { .near = c->tallies[i].near };
		struct wt_span word = c->words.keys[i], form;

		if (row.near < c->o.least)
			continue;
		form = wt_arena_printf(arena, "%c%.*s", WT_TERM_FORM, (int)word.len, word.at);
		row.word = wt_span_make(form.at + 1, word.len);
		err = arena->err != WT_OK ? arena->err :
		    count_term(ix, c->o.forms ? form : word, c->o.forms, &row.total);
		row.total -= row.total >= row.near + c->tallies[i].gone ? c->tallies[i].gone : 0;
		/* An index that other dictionaries made may have other stems. */
		row.total = row.total < row.near ? row.near : row.total;
		if (err == WT_OK && weigh(c, &row, all))
			(*rows)[(*count)++] = row;
	}
	if (err == WT_OK && *count > 1)
		qsort(*rows, *count, sizeof **rows, by_weight);
	return err;
}
