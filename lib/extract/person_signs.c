/*
 * person_signs.c - weigh the signs of a person, behind person_signs.h.
 *
 * Each sign adds its weight; 50 and more is a person.  The weights were set so
 * that one strong sign (a title, a verb of speech with a plausible name) or two
 * weak ones (two words of which one is a known name) are enough.
 */
#include "extract/person_signs.h"

bool
wt_speaks(const struct wt_work *w, uint32_t i, bool after)
{
	const struct wt_lexicon *l = w->lex;
	struct wt_phrase_match m;
	struct wt_phrase_entry e;
	struct wt_span position;

	if (!wt_work_phrase(w, i, WT_PHRASE_SPEECH_VERB, &m, &e))
		return false;
	position = wt_dict_cell(l->dict, l->speech_verbs, e.row, l->speech_position);
	return wt_span_is(position, "both") || wt_span_is(position, after ? "after" : "before");
}

/* A verb of speech that ends just before token i: "kata", "menurut", "ujarnya". */
static bool
spoken_before(const struct wt_work *w, uint32_t i)
{
	return i > 0 && w->doc->tokens[i - 1].sentence == w->doc->tokens[i].sentence &&
	    wt_speaks(w, i - 1, true);
}

/* "bernama X", "tersangka X", "warga bernama X", "pengamat X": a word that takes a person. */
static bool
called_before(const struct wt_work *w, uint32_t i)
{
	return i > 0 && w->doc->tokens[i - 1].sentence == w->doc->tokens[i].sentence &&
	    wt_work_listed(w, i - 1, WT_LIST_CALLS);
}

/* "Arief (45)", "Arief, 45," */
static bool
aged(const struct wt_work *w, uint32_t i)
{
	return (wt_work_sign(w, i, "(") || wt_work_sign(w, i, ",")) && i + 2 < w->doc->ntokens &&
	    w->doc->tokens[i + 1].kind == WT_TOKEN_NUMBER && wt_work_text(w, i + 1).len <= 2 &&
	    (wt_work_sign(w, i + 2, ")") || wt_work_sign(w, i + 2, ",") || wt_work_is(w, i + 2, "tahun"));
}

/* ", Suwandi, mengaku": commas on both sides, as names stand behind what their bearers are. */
static bool
set_apart(const struct wt_work *w, const struct wt_name *n)
{
	return n->start > 0 && wt_work_sign(w, n->start - 1, ",") && wt_work_sign(w, n->end, ",") &&
	    wt_work_joined(w, n->start - 1) && wt_work_joined(w, n->end - 1) && wt_work_joined(w, n->end) &&
	    w->doc->tokens[n->end + 1].shape == WT_SHAPE_LOWER;
}

/* "Penulis: Refdinal": behind the colon of a byline. */
static bool
signs_article(const struct wt_work *w, const struct wt_name *n)
{
	return n->start > 1 && wt_work_sign(w, n->start - 1, ":") && (w->doc->tokens[n->start].zone == WT_ZONE_BYLINE ||
	    wt_work_is(w, n->start - 2, "oleh") || wt_work_is(w, n->start - 2, "penulis"));
}

/* "Arief, warga ...", "Arief, perwakilan ...": an apposition in lower case. */
static bool
explained(const struct wt_work *w, uint32_t i)
{
	return wt_work_sign(w, i, ",") && i + 1 < w->doc->ntokens &&
	    w->doc->tokens[i + 1].shape == WT_SHAPE_LOWER && wt_work_listed(w, i + 1, WT_LIST_EXPLAINS);
}

static bool
opens_sentence(const struct wt_work *w, uint32_t i)
{
	uint32_t first = w->doc->sentences[w->doc->tokens[i].sentence].first;

	while (first < i && w->doc->tokens[first].kind == WT_TOKEN_PUNCT)
		first++;
	return first == i;
}

/* Does a comma or "dan" join the run to somebody who is known already? */
static bool
beside_person(const struct wt_work *w, const struct wt_name *n)
{
	bool left = n->start >= 2 && wt_work_joined(w, n->start - 2) && wt_work_joined(w, n->start - 1) &&
	    (wt_work_sign(w, n->start - 1, ",") || wt_work_is(w, n->start - 1, "dan") || wt_work_is(w, n->start - 1, "serta") ||
	    wt_work_sign(w, n->start - 1, "-")) && w->cover[n->start - 2] == WT_COVER_PERSON;
	bool right = n->end + 1 < w->doc->ntokens && wt_work_joined(w, n->end - 1) && wt_work_joined(w, n->end) &&
	    (wt_work_sign(w, n->end, ",") || wt_work_is(w, n->end, "dan") || wt_work_is(w, n->end, "serta")) &&
	    w->cover[n->end + 1] == WT_COVER_PERSON;

	return left || right;
}

/* Is the run the name of a place, building or event: "Masjid", "Jalan" right before it? */
static bool
named_after(const struct wt_work *w, const struct wt_name *n)
{
	struct wt_phrase_match m;
	struct wt_phrase_entry e;
	uint32_t i = n->start;

	for (int back = 0; back < 3 && i > 0 && wt_work_joined(w, i - 1); back++) {
		i--;
		if (wt_work_phrase(w, i, WT_PHRASE_NOT_NAME, &m, &e) && m.last == i + 1)
			return true;
		if (!wt_work_capital(w, i))
			return false;
	}
	return false;
}

static bool
is_heading(const struct wt_work *w, const struct wt_sentence *s)
{
	uint32_t words = 0, capitals = 0;

	for (uint32_t k = s->first; k < s->last && k < s->first + 150; k++) {
		words += w->doc->tokens[k].kind == WT_TOKEN_WORD;
		capitals += wt_work_capital(w, k);
	}
	return words >= 4 && capitals * 10 >= words * 7;
}

/* Is the line's every word capitalised, so that capitals say nothing? */
static bool
in_heading(const struct wt_work *w, uint32_t i)
{
	uint32_t s = w->doc->tokens[i].sentence;

	/* 0 is not asked yet, 1 no, 2 yes. */
	if (w->headings[s] == 0)
		w->headings[s] = is_heading(w, &w->doc->sentences[s]) ? 2 : 1;
	return w->headings[s] == 2;
}

/* Words of the run that no dictionary knows: names mostly, in the middle of a sentence. */
static unsigned
unknown_words(const struct wt_work *w, const struct wt_name *n)
{
	unsigned count = 0;

	for (uint32_t i = n->first; i < n->last; i++)
		count += w->lexemes[i]->phrase.number == 0 && w->doc->tokens[i].norm.len > 2;
	return count;
}

unsigned
wt_person_signs(const struct wt_work *w, const struct wt_name *n)
{
	int score = 0;
	bool speech = spoken_before(w, n->start) || wt_speaks(w, n->end, false);
	bool opens = opens_sentence(w, n->start);
	unsigned unknown = unknown_words(w, n);

	score += n->titled ? 45 : 0;
	score += n->degree ? 40 : 0;
	score += speech ? 35 : 0;
	score += called_before(w, n->start) ? 25 : 0;
	score += beside_person(w, n) ? 25 : 0;
	score += aged(w, n->end) ? 60 : 0;
	score += n->weight + unknown > 0 && set_apart(w, n) ? 45 : 0;
	score += signs_article(w, n) ? 70 : 0;
	score += explained(w, n->end) ? 30 : 0;
	score += n->weight > 4 ? 50 : (int)n->weight * 12;
	score += n->words == 2 || n->words == 3 ? 20 : n->words > 3 ? 10 : 0;
	/* The first word of a sentence has its capital anyway, two unknown ones do not. */
	if (!opens || (n->words >= 2 && unknown == n->words))
		score += unknown > 2 ? 30 : (int)unknown * 12;
	/* "ujar Sjahril": a verb of speech and a word that is nothing else. */
	if (n->words == 1)
		score += speech && (unknown == 1 || n->weight > 0) && !opens ? 20 : n->weight == 0 && !n->titled ? -15 : 0;
	if (opens && n->weight < 2 && !n->titled)
		score -= n->words == 1 ? 30 : 10;
	if (in_heading(w, n->start))
		score -= 25;
	if (named_after(w, n))
		score -= n->titled ? 100 : 60;
	return score <= 0 ? 0 : score > 95 ? 95 : (unsigned)score;
}
