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

	if (d->tokens[i].kind != WT_TOKEN_PUNCT)
		return false;
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

/* "H." and "S.Sos." belong to what follows, unless that is a word that opens sentences. */
static bool
abbreviation_ends(const struct wt_document *d, uint32_t last, uint32_t i)
{
	size_t len = text_of(d, last).len;

	if (wt_abbreviation_closes(text_of(d, last)))
		return starts_like_one(d, i);
	/* The title of a haji opens a name, whatever the name is: "H. Lalu Gita". */
	if (wt_span_is(text_of(d, last), "H."))
		return false;
	/* A degree behind a name, "..., S.H. Ia"; a letter, "Golongan A. Ia"; not "Jl. Dalam Kaum". */
	return len != 3 && wt_opens_sentence(text_of(d, i));
}

/* "di daerah.Pemkot Serang": the space behind the full stop was forgotten. */
static bool
lacks_space(const struct wt_document *d, uint32_t stop, uint32_t i)
{
	return is_sign(d, stop, ".") && d->tokens[stop - 1].kind == WT_TOKEN_WORD &&
	    d->tokens[stop - 1].shape == WT_SHAPE_LOWER && !d->tokens[stop].space &&
	    d->tokens[i].kind == WT_TOKEN_WORD && d->tokens[i].shape == WT_SHAPE_CAPITAL;
}

/*
 * Does the sentence that began at `first` end just before token i?  `last` is its
 * last token that is no closing quote or bracket, or `first` if all are.
 */
static bool
ends_before(const struct wt_document *d, uint32_t i, uint32_t first, uint32_t last)
{
	const struct wt_token *before = &d->tokens[i - 1];

	if (before->kind == WT_TOKEN_ABBREVIATION && d->text.at[before->end - 1] == '.')
		return abbreviation_ends(d, i - 1, i);
	if (!is_stop(d, last) || numbers_item(d, last, first) || !starts_like_one(d, i))
		return false;
	/* A stop with no space behind it goes on, "Rp5.com", unless a quote closes behind it. */
	return d->tokens[i].space || last < i - 1 || (last > first && lacks_space(d, last, i));
}

static bool
is_wrapped(const struct wt_document *d)
{
	uint32_t lines = 0, wrapped = 0, from = 0, ntokens = d->ntokens;

	for (uint32_t i = 1; i < ntokens; i++) {
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

/* Does a line that is full and has no stop go on with a small letter, as wrapped lines do? */
static bool
goes_on(const struct wt_document *d, uint32_t i, uint32_t line)
{
	return d->tokens[i].shape == WT_SHAPE_LOWER && d->tokens[i].kind == WT_TOKEN_WORD &&
	    (d->tokens[i - 1].kind != WT_TOKEN_PUNCT || is_sign(d, i - 1, ",")) &&
	    d->tokens[i - 1].end - d->tokens[line].start >= WRAP_LEAST;
}

/* Does token i open a paragraph?  `line` is the first token of the line before it. */
static bool
opens_paragraph(const struct wt_document *d, uint32_t i, uint32_t line, bool wrapped)
{
	const struct wt_token *t = &d->tokens[i];

	return i == 0 || t->gap == 2 || (t->gap == 1 && !wrapped && !goes_on(d, i, line));
}

int
wt_sentences_split(struct wt_arena *a, struct wt_document *d)
{
	bool wrapped = is_wrapped(d), paragraph;
	uint32_t first = 0, last = 0, line = 0, count = 0, ntokens = d->ntokens;
	struct wt_token *t = d->tokens;
	struct wt_sentence *s;

	s = wt_arena_alloc(a, ((size_t)d->ntokens + 1) * sizeof *s);
	if (s == NULL)
		return WT_ENOMEM;
	d->sentences = s;
	for (uint32_t i = 0; i < ntokens; i++, t++) {
		paragraph = (i == 0 || t->gap > 0) && opens_paragraph(d, i, line, wrapped);
		/* Behind a word the sentence goes on. */
		if (paragraph || t->zone != t[-1].zone ||
		    ((t[-1].kind == WT_TOKEN_PUNCT || t[-1].kind == WT_TOKEN_ABBREVIATION) &&
		    ends_before(d, i, first, last))) {
			if (i > 0)
				s[count++].last = i;
			first = last = i;
			s[count] = (struct wt_sentence){ .first = i, .zone = t->zone, .paragraph = paragraph };
		}
		t->sentence = count;
		if (t->kind != WT_TOKEN_PUNCT || !is_closer(d, i))
			last = i;
		if (t->gap > 0)
			line = i;
	}
	if (ntokens > 0)
		s[count++].last = ntokens;
	d->nsentences = count;
	return WT_OK;
}
