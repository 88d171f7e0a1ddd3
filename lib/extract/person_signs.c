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

/* Is token i a word in small letters that goes on with a noun: "(pakar) botani", no verb and no particle? */
static bool
is_attribute(const struct wt_work *w, uint32_t i)
{
	const struct wt_token *t = &w->doc->tokens[i];

	if (wt_work_is(w, i, "sekitar") || wt_work_is(w, i, "setempat"))
		return true;
	return t->kind == WT_TOKEN_WORD && t->shape == WT_SHAPE_LOWER && !w->lexemes[i]->stopword &&
	    !w->lexemes[i]->verb && !wt_span_is(t->norm, "asal") && !wt_span_starts(t->norm, WT_SPAN("ber"));
}

/* "pakar botani X", "Politisi Partai Golkar X", "tersangka X": what somebody is, right before the name. */
static bool
called_before(const struct wt_work *w, uint32_t i)
{
	uint32_t s = w->doc->tokens[i].sentence, k = i;

	if (i == 0 || w->doc->tokens[i - 1].sentence != s)
		return false;
	if (w->lexemes[i - 1]->role || wt_work_listed(w, i - 1, WT_LIST_CALLS))
		return true;
	while (k > 0 && i - k < 9 && w->doc->tokens[k - 1].sentence == s && w->cover[k - 1] != WT_COVER_NONE &&
	    w->cover[k - 1] != WT_COVER_PERSON && w->cover[k - 1] != WT_COVER_DATE)
		k--;
	if (k > 1 && w->doc->tokens[k - 2].sentence == s && !w->lexemes[k - 1]->role && is_attribute(w, k - 1))
		k--;
	return k > 0 && k < i && w->doc->tokens[k - 1].sentence == s && w->lexemes[k - 1]->role;
}

/* "Pengamat lingkungan, X, menilai": the phrase before the comma begins with what somebody is. */
static bool
presented(const struct wt_work *w, const struct wt_name *n)
{
	uint32_t k = n->start, s;

	if (k < 2 || !wt_work_sign(w, k - 1, ",") || w->doc->tokens[k - 2].sentence != w->doc->tokens[k].sentence)
		return false;
	s = w->doc->tokens[k].sentence;
	for (k--; k > 0 && n->start - k < 14 && w->doc->tokens[k - 1].sentence == s; k--) {
		const struct wt_token *t = &w->doc->tokens[k - 1];

		if (t->kind == WT_TOKEN_PUNCT && !wt_work_sign(w, k - 1, "(") && !wt_work_sign(w, k - 1, ")"))
			break;
		if (w->lexemes[k - 1]->role)
			return true;
		if (t->shape == WT_SHAPE_LOWER && w->cover[k - 1] == WT_COVER_NONE && !is_attribute(w, k - 1))
			break;
	}
	return false;
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

/*
 * "Arief, warga ...", "Arief, penjual ...": an apposition in small letters.  *sure: it says
 * what somebody is, where "yang" may follow anything.
 */
static bool
explained(const struct wt_work *w, uint32_t i, bool *sure)
{
	bool dash = wt_work_sign(w, i, "\xe2\x80\x94") || wt_work_sign(w, i, "\xe2\x80\x93");

	*sure = false;
	if ((!wt_work_sign(w, i, ",") && !dash) || i + 1 >= w->doc->ntokens || w->doc->tokens[i + 1].shape != WT_SHAPE_LOWER)
		return false;
	*sure = w->lexemes[i + 1]->role || w->lexemes[i + 1]->agent || wt_work_is(w, i + 1, "seorang") ||
	    wt_work_is(w, i + 1, "mantan") || wt_work_is(w, i + 1, "eks");
	return *sure || wt_work_listed(w, i + 1, WT_LIST_EXPLAINS);
}

static bool
opens_sentence(const struct wt_work *w, uint32_t i)
{
	uint32_t first = w->doc->sentences[w->doc->tokens[i].sentence].first;

	while (first < i && w->doc->tokens[first].kind == WT_TOKEN_PUNCT)
		first++;
	return first == i;
}

bool
wt_beside_person(const struct wt_work *w, const struct wt_name *n)
{
	uint32_t i = n->start;
	bool left;

	/* "Ani, Budi, dan Cici": a comma before the "dan" of a series. */
	if (i > 2 && (wt_work_is(w, i - 1, "dan") || wt_work_is(w, i - 1, "serta")) && wt_work_sign(w, i - 2, ","))
		i--;
	left = i >= 2 && wt_work_joined(w, i - 2) && wt_work_joined(w, i - 1) &&
	    (wt_work_sign(w, i - 1, ",") || wt_work_is(w, i - 1, "dan") || wt_work_is(w, i - 1, "serta") ||
	    wt_work_sign(w, i - 1, "-")) && w->cover[i - 2] == WT_COVER_PERSON;
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
		if (wt_work_listed(w, i, WT_LIST_LANDMARK))
			return true;
		if (wt_work_sign(w, i, "-") && back == 0)
			continue;
		/* "Partai Golkar Asep", "Kecamatan Curug Asep": that name is complete. */
		if (w->cover[i] == WT_COVER_ORGANIZATION || w->cover[i] == WT_COVER_REGION)
			return false;
		if (wt_work_phrase(w, i, WT_PHRASE_NOT_NAME, &m, &e) && m.last == i + 1)
			return true;
		if (!wt_work_capital(w, i))
			return false;
	}
	return false;
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

/* Is token i a word that neither the language nor a list has: in these places, a name? */
static bool
is_strange(const struct wt_work *w, uint32_t i)
{
	const struct wt_token *t = &w->doc->tokens[i];

	return t->shape == WT_SHAPE_CAPITAL && t->norm.len > 3 && !wt_name_plain(w, i);
}

/* "Idrus juga", "Jero menuturkan", "Gates, yang": does what stands behind make the name a subject? */
static bool
is_subject(const struct wt_work *w, uint32_t i)
{
	uint32_t k = wt_work_sign(w, i, ",") ? i + 1 : i;

	if (k >= w->doc->ntokens || !wt_work_joined(w, k - 1))
		return false;
	return wt_work_listed(w, k, WT_LIST_SUBJECT) ||
	    (k == i && w->doc->tokens[k].shape == WT_SHAPE_LOWER && w->doc->tokens[k].norm.len > 5 &&
	    wt_span_starts(w->doc->tokens[k].norm, WT_SPAN("me")));
}

/* A whole name in quotation marks is that of a work or a thing. */
static bool
is_quoted(const struct wt_work *w, const struct wt_name *n)
{
	return n->start > 0 && wt_work_listed(w, n->start - 1, WT_LIST_QUOTE_MARK) &&
	    wt_work_listed(w, n->end, WT_LIST_QUOTE_MARK);
}

/*
 * What no person's name is: "Reverse Repo (7DRR)" with its letters in brackets, a word of
 * the language before others, a group that somebody speaks for.  `called`: a word says that
 * a person follows.
 */
static bool
is_thing(const struct wt_work *w, const struct wt_name *n, bool called)
{
	uint32_t i = n->end;

	if (wt_work_sign(w, i, "(") && i + 2 < w->doc->ntokens && w->doc->tokens[i + 1].shape == WT_SHAPE_UPPER &&
	    wt_work_sign(w, i + 2, ")") && wt_work_text(w, i + 1).len > 1)
		return true;
	if (n->words > 1 && !called && w->lexemes[n->first]->known)
		return true;
	/* "Tokoh masyarakat Marind, Bonifasius": the one who is spoken of comes behind the comma. */
	return n->words == 1 && wt_work_sign(w, i, ",") && wt_work_joined(w, i) && wt_work_capital(w, i + 1) &&
	    n->start > 0 && is_attribute(w, n->start - 1);
}

/*
 * One word alone: a verb of speech or an explanation beside a word that is
 * nothing else, or a name that is hardly anything else.
 */
static int
score_single(const struct wt_work *w, const struct wt_name *n, bool strong, bool beside, bool opens)
{
	bool name = n->weight > 1 || (n->weight == 0 && is_strange(w, n->first));
	int score = 0;

	if (strong && name)
		score += opens ? 50 : 20;
	else if (n->weight == 0 && !n->titled)
		score -= 15;
	if (beside && !opens && (n->weight > 1 || w->lexemes[n->first]->name_end))
		score += 30;
	if (n->weight >= 3 && !strong)
		score += is_subject(w, n->end) ? 20 : 0;
	if (opens && n->weight < 3 && !n->titled)
		score -= 30;
	return score;
}

unsigned
wt_person_signs(const struct wt_work *w, const struct wt_name *n)
{
	int score = 0;

	/* "TH (66)", "berinisial Ar": the initials that hide somebody's name. */
	if (n->words == 1 && n->weight == 0 && (w->doc->tokens[n->first].shape == WT_SHAPE_UPPER ||
	    w->doc->tokens[n->first].norm.len < 3))
		return 0;
	bool speech = spoken_before(w, n->start) || wt_speaks(w, n->end, false) ||
	    (wt_work_sign(w, n->end, ",") && wt_work_joined(w, n->end) && wt_speaks(w, n->end + 1, false));
	bool opens = opens_sentence(w, n->start), called = called_before(w, n->start);
	bool beside = wt_beside_person(w, n), sure, told = explained(w, n->end, &sure);
	unsigned unknown = unknown_words(w, n);

	score += n->titled ? 45 : 0;
	score += n->degree ? 40 : 0;
	score += speech ? 35 : 0;
	score += called ? 30 : 0;
	score += presented(w, n) ? 40 : 0;
	score += beside ? 25 : 0;
	score += aged(w, n->end) ? 100 : 0;
	score += n->weight + unknown > 0 && set_apart(w, n) ? 45 : 0;
	score += signs_article(w, n) ? 70 : 0;
	score += told ? 30 : 0;
	score += n->weight > 4 ? 50 : (int)n->weight * 12;
	score += n->words == 2 || n->words == 3 ? 20 : n->words > 3 ? 10 : 0;
	/* The first word of a sentence has its capital anyway, two unknown ones do not. */
	if (!opens || (n->words >= 2 && unknown == n->words))
		score += unknown > 2 ? 30 : (int)unknown * 12;
	if (n->words == 1)
		score += score_single(w, n, speech || sure, beside, opens);
	else if (opens && n->weight < 2 && !n->titled)
		score -= 10;
	if (wt_name_in_heading(w, n->start))
		score -= 25;
	if (!n->titled && (is_quoted(w, n) || (n->weight == 0 && is_thing(w, n, speech || called))))
		score -= 40;
	if (named_after(w, n))
		score -= n->titled ? 100 : 60;
	return score <= 0 ? 0 : score > 95 ? 95 : (unsigned)score;
}
