/*
 * sentence.c - decide for each token whether a sentence begins with it.
 *
 * A line end is a paragraph's end, except in texts that were wrapped to a
 * width: there most lines end inside a sentence, and only an empty line counts.
 */
#include "text/sentence.h"
#include "base/err.h"
#include "text/abbreviation.h"

#define WRAP_LINES 8            /* fewer lines say nothing about wrapping */
#define WRAP_LEAST 40           /* bytes of a wrapped line, at least ... */
#define WRAP_MOST 130           /* ... and at most */

static struct wt_span
text_of(const struct wt_document *d, uint32_t i)
{
	return wt_token_text(d->text, &d->tokens[i]);
}

static bool
is_sign(const struct wt_document *d, uint32_t i, const char *signs)
{
	struct wt_span s = text_of(d, i);

	return d->tokens[i].kind == WT_TOKEN_PUNCT && s.len == 1 && strchr(signs, s.at[0]) != NULL;
}

/* Quotes and brackets that may close a sentence behind its full stop. */
static bool
is_closer(const struct wt_document *d, uint32_t i)
{
	struct wt_span s = text_of(d, i);

	return is_sign(d, i, "\"')]") || wt_span_is(s, "\xe2\x80\x9d") || wt_span_is(s, "\xe2\x80\x99");
}

static bool
is_opener(const struct wt_document *d, uint32_t i)
{
	struct wt_span s = text_of(d, i);

	return is_sign(d, i, "\"'([") || wt_span_is(s, "\xe2\x80\x9c") || wt_span_is(s, "\xe2\x80\x98");
}

static bool
is_stop(const struct wt_document *d, uint32_t i)
{
	struct wt_span s = text_of(d, i);

	return d->tokens[i].kind == WT_TOKEN_PUNCT &&
	    (is_sign(d, i, ".!?") || wt_span_is(s, "\xe2\x80\xa6") || (s.len > 1 && s.at[0] == '.'));
}

/* May a sentence start with token i? */
static bool
starts_like_one(const struct wt_document *d, uint32_t i)
{
	const struct wt_token *t = &d->tokens[i];

	if (t->kind == WT_TOKEN_PUNCT)
		return is_opener(d, i) || (uint8_t)d->text.at[t->start] >= 0x80;
	return t->shape != WT_SHAPE_LOWER;
}

/* Does a stop right behind the first token of a sentence number a list: "1. ..."? */
static bool
numbers_item(const struct wt_document *d, uint32_t stop, uint32_t first)
{
	return stop == first + 1 && d->tokens[first].kind == WT_TOKEN_NUMBER;
}

/* Does the sentence that began at `first` end just before token i? */
static bool
ends_before(const struct wt_document *d, uint32_t i, uint32_t first)
{
	uint32_t last = i - 1;

	if (d->tokens[last].kind == WT_TOKEN_ABBREVIATION && text_of(d, last).at[text_of(d, last).len - 1] == '.') {
		if (wt_abbreviation_closes(text_of(d, last)))
			return starts_like_one(d, i);
		/* A degree behind a name: "..., S.H. Ia" */
		return d->tokens[last].end - d->tokens[last].start > 3 && wt_opens_sentence(text_of(d, i));
	}
	while (last > first && is_closer(d, last))
		last--;
	if (!is_stop(d, last) || numbers_item(d, last, first) || !starts_like_one(d, i))
		return false;
	/* `"...," katanya` goes on; so does a stop with no space behind it but a closing quote's. */
	return d->tokens[i].space || last < i - 1;
}

static bool
is_wrapped(const struct wt_document *d)
{
	uint32_t lines = 0, wrapped = 0, from = 0;

	for (uint32_t i = 1; i < d->ntokens; i++) {
		if (d->tokens[i].gap == 0)
			continue;
		uint32_t width = d->tokens[i - 1].end - d->tokens[from].start;

		lines++;
		if (d->tokens[i].gap == 1 && width >= WRAP_LEAST && width <= WRAP_MOST &&
		    !is_stop(d, i - 1) && !is_closer(d, i - 1))
			wrapped++;
		from = i;
	}
	return lines >= WRAP_LINES && wrapped * 10 >= lines * 6;
}

static bool
opens_paragraph(const struct wt_document *d, uint32_t i, bool wrapped)
{
	const struct wt_token *t = &d->tokens[i];

	return i == 0 || t->gap == 2 || (t->gap == 1 && !wrapped);
}

int
wt_sentences_split(struct wt_arena *a, struct wt_document *d)
{
	bool wrapped = is_wrapped(d), paragraph;
	uint32_t first = 0;
	struct wt_sentence *s;

	s = wt_arena_alloc(a, ((size_t)d->ntokens + 1) * sizeof *s);
	if (s == NULL)
		return WT_ENOMEM;
	d->sentences = s;
	for (uint32_t i = 0; i < d->ntokens; i++) {
		paragraph = opens_paragraph(d, i, wrapped);
		if (paragraph || d->tokens[i].zone != d->tokens[i - 1].zone || ends_before(d, i, first)) {
			if (i > 0)
				d->sentences[d->nsentences++].last = i;
			first = i;
			d->sentences[d->nsentences] = (struct wt_sentence){ .first = i,
			    .zone = d->tokens[i].zone, .paragraph = paragraph };
		}
		d->tokens[i].sentence = d->nsentences;
	}
	if (d->ntokens > 0)
		d->sentences[d->nsentences++].last = d->ntokens;
	return WT_OK;
}
