/* name.c - runs of words that can be a name, behind name.h. */
#include "extract/name.h"

#define WORDS 7         /* words of a name, at most */
#define TITLES 8        /* titles before a name, at most */

unsigned
wt_name_weight(const struct wt_work *w, uint32_t i)
{
	struct wt_phrase_match m;
	struct wt_phrase_entry e;

	return wt_work_phrase(w, i, WT_PHRASE_FIRST_NAME, &m, &e) && m.last == i + 1 ?
	    w->lex->name_weights[e.row] : 0;
}

/* "M.", "A": an initial; "Moh.", "Abd.": a given name cut short. */
static bool
is_initial(const struct wt_work *w, uint32_t i)
{
	struct wt_span s = wt_work_text(w, i);

	if (w->doc->tokens[i].kind == WT_TOKEN_ABBREVIATION && wt_work_listed(w, i, WT_LIST_SHORT_NAME))
		return true;
	return w->doc->tokens[i].shape == WT_SHAPE_UPPER && (s.len == 1 || (s.len == 2 && s.at[1] == '.'));
}

static bool
is_free(const struct wt_work *w, uint32_t i)
{
	return w->cover[i] == WT_COVER_NONE || w->cover[i] == WT_COVER_PERSON || w->cover[i] == WT_COVER_OFFICE;
}

/* A word with affixes, "Pembangunan", "Penyanyi": no name unless a list says so. */
static bool
is_affixed(const struct wt_work *w, uint32_t i)
{
	return w->lexemes[i]->derived && wt_name_weight(w, i) == 0;
}

static bool
is_heading(const struct wt_work *w, const struct wt_sentence *s)
{
	uint32_t words = 0, capitals = 0;

	for (uint32_t k = s->first; k < s->last && k < s->first + 150; k++) {
		words += w->doc->tokens[k].kind == WT_TOKEN_WORD;
		capitals += wt_work_capital(w, k);
	}
	/* Short sentences may be names for the most part: a full stop tells them from headings. */
	return words >= 4 && capitals * 10 >= words * 7 && (words > 8 || !wt_work_sign(w, s->last - 1, "."));
}

bool
wt_name_in_heading(const struct wt_work *w, uint32_t i)
{
	uint32_t s = w->doc->tokens[i].sentence;

	/* 0 is not asked yet, 1 no, 2 yes. */
	if (w->headings[s] == 0)
		w->headings[s] = is_heading(w, &w->doc->sentences[s]) ? 2 : 1;
	return w->headings[s] == 2;
}

bool
wt_name_plain(const struct wt_work *w, uint32_t i)
{
	return wt_name_weight(w, i) == 0 && w->lexemes[i]->known;
}

bool
wt_name_all_plain(const struct wt_work *w, const struct wt_name *n)
{
	for (uint32_t i = n->first; i < n->last; i++)
		if (!wt_name_plain(w, i))
			return false;
	return !n->titled && !n->degree;
}

/* What the dictionaries say of token i as a word of a name, whatever covers it. */
static bool
reads_like_name(const struct wt_work *w, uint32_t i)
{
	const uint64_t others = WT_BEGINS_BIT(WT_PHRASE_PROGRAMME_HEAD) | WT_BEGINS_BIT(WT_PHRASE_OFFICE) |
	    WT_BEGINS_BIT(WT_PHRASE_AGENCY) | WT_BEGINS_BIT(WT_PHRASE_QUALIFIER) |
	    WT_BEGINS_BIT(WT_PHRASE_OFFICE_PREFIX) | WT_BEGINS_BIT(WT_PHRASE_PROGRAMME) |
	    WT_BEGINS_BIT(WT_PHRASE_NOT_NAME) | WT_BEGINS_BIT(WT_PHRASE_SPEECH_VERB);
	const struct wt_token *t = &w->doc->tokens[i];
	unsigned weight;

	if (is_initial(w, i))
		return true;
	if (t->kind != WT_TOKEN_WORD)
		return false;
	weight = wt_name_weight(w, i);
	/* "Lalu Satria Wangsa": a word of every day that is a given name, inside a sentence. */
	if (weight >= 2 || (weight > 0 && i > 0 && w->doc->tokens[i - 1].sentence == t->sentence &&
	    wt_work_joined(w, i) && wt_work_capital(w, i + 1)))
		return true;
	if (w->lexemes[i]->stopword || wt_work_begins_any(w, i, others) || is_affixed(w, i))
		return false;
	if (weight == 0 && (w->lexemes[i]->role || wt_work_begins(w, i, WT_PHRASE_ORG_HEAD)))
		return false;
	/* "Wali Kota Batam Tinjau Posko": in a headline a word of the language is that word. */
	if ((t->zone == WT_ZONE_TITLE || t->zone == WT_ZONE_RELATED) && wt_name_plain(w, i) && wt_name_in_heading(w, i))
		return false;
	/* Capitals alone are an abbreviation: up to three letters may open a name ("TB", "AM"). */
	return t->shape != WT_SHAPE_UPPER || t->end - t->start <= 3;
}

bool
wt_name_word(const struct wt_work *w, uint32_t i)
{
	if (i >= w->doc->ntokens || !wt_work_capital(w, i) || !is_free(w, i))
		return false;
	/* Asked many times of the same token: 0 is not asked yet, 1 no, 2 yes. */
	if (w->name_words[i] == 0)
		w->name_words[i] = reads_like_name(w, i) ? 2 : 1;
	return w->name_words[i] == 2;
}

static struct wt_span
title_kind(const struct wt_work *w, const struct wt_phrase_entry *e)
{
	return wt_dict_cell(w->lex->dict, w->lex->honorifics, e->row, w->lex->honorific_kind);
}

/* "Cut", "La Ode", "Tubagus" before a word of a name: the token behind it, or i. */
static uint32_t
skip_birth(const struct wt_work *w, uint32_t i)
{
	struct wt_phrase_match m;
	struct wt_phrase_entry e;

	if (wt_work_phrase(w, i, WT_PHRASE_HONORIFIC, &m, &e) && wt_span_is(title_kind(w, &e), "birth") &&
	    is_free(w, i) && wt_work_joined(w, m.last - 1) && wt_name_word(w, m.last))
		return m.last;
	return i;
}

/* A title in front of a name; kinds "before", "rank" and "respect". */
static uint32_t
skip_titles(const struct wt_work *w, uint32_t i, struct wt_name *name)
{
	struct wt_phrase_match m;
	struct wt_phrase_entry e;

	for (int n = 0; n < TITLES && i < w->doc->ntokens && wt_work_phrase(w, i, WT_PHRASE_HONORIFIC, &m, &e) &&
	    !wt_span_is(title_kind(w, &e), "after") && !wt_span_is(title_kind(w, &e), "birth") &&
	    m.last < w->doc->ntokens && wt_work_joined(w, m.last - 1); n++) {
		name->titled = true;
		name->rank = name->rank || wt_span_is(title_kind(w, &e), "rank");
		i = m.last;
		if (wt_work_sign(w, i, "(") && wt_work_is(w, i + 1, "purn") && i + 3 < w->doc->ntokens)
			i += wt_work_sign(w, i + 2, ")") ? 3 : 4;
		/* "Letkol (Inf)", "Drs., " */
		if (wt_work_sign(w, i, ".") || wt_work_sign(w, i, ","))
			i++;
	}
	return i;
}

/* Degrees behind a name: ", S.H., M.Si." */
static uint32_t
skip_degrees(const struct wt_work *w, uint32_t i, bool *degree)
{
	struct wt_phrase_match m;
	struct wt_phrase_entry e;

	for (int n = 0; n < 8 && i < w->doc->ntokens; n++) {
		uint32_t at = wt_work_sign(w, i, ",") ? i + 1 : i;

		if (at >= w->doc->ntokens || w->doc->tokens[at].gap > 0 ||
		    !wt_work_phrase(w, at, WT_PHRASE_HONORIFIC, &m, &e) || !wt_span_is(title_kind(w, &e), "after"))
			break;
		*degree = true;
		i = m.last;
	}
	return i;
}

static bool
is_degree(const struct wt_work *w, uint32_t i)
{
	bool degree = false;

	skip_degrees(w, i, &degree);
	return degree && wt_name_weight(w, i) == 0;
}

/* "Beny Laos": one word that is a place elsewhere, right behind a given name. */
static bool
is_family_name(const struct wt_work *w, const struct wt_name *name, uint32_t i)
{
	/* "Udin Sawahan": a village's name, which may look like any other word. */
	if (name->words == 1 && name->weight >= 2 && wt_work_capital(w, i) && is_free(w, i) && w->lexemes[i]->derived &&
	    wt_work_begins(w, i, WT_PHRASE_REGION) && (wt_work_sign(w, i + 1, ",") || wt_work_sign(w, i + 1, "(")))
		return true;
	/* "Arif Rahman Hakim": a name that is an office too. */
	if (i < w->doc->ntokens && name->words >= 1 && name->weight >= 1 && wt_name_weight(w, i) > 0 && is_free(w, i) && wt_work_capital(w, i))
		return true;
	return name->words == 1 && name->weight >= 1 && i < w->doc->ntokens && wt_work_capital(w, i) &&
	    (w->cover[i] == WT_COVER_PLACE || w->cover[i] == WT_COVER_REGION) &&
	    (i + 1 >= w->doc->ntokens || w->cover[i + 1] == WT_COVER_NONE);
}

/* "RW 02 Jatipadang Arief Syarifuddin": a village that nothing settled, before a known given name. */
static uint32_t
skip_region(const struct wt_work *w, uint32_t i)
{
	struct wt_phrase_match m;
	struct wt_phrase_entry e;

	if (i > 0 && i < w->doc->ntokens && w->doc->tokens[i - 1].kind == WT_TOKEN_NUMBER && wt_work_joined(w, i - 1) &&
	    wt_name_weight(w, i) == 0 && (wt_work_phrase(w, i, WT_PHRASE_REGION, &m, &e) || wt_work_phrase(w, i, WT_PHRASE_SPELLING, &m, &e)) &&
	    wt_work_joined(w, m.last - 1) && wt_name_weight(w, m.last) >= 2 && wt_name_word(w, m.last))
		return m.last;
	return i;
}

/* No space before and behind the hyphen at token i, or one on both sides as some portals set it. */
static bool
is_hyphen(const struct wt_work *w, uint32_t i)
{
	return wt_work_sign(w, i, "-") && wt_work_joined(w, i - 1) && wt_work_joined(w, i) &&
	    w->doc->tokens[i].space == w->doc->tokens[i + 1].space;
}

/* "al-Sisi", "el-Sheikh" in one token. */
static bool
is_article(const struct wt_work *w, uint32_t i)
{
	struct wt_span s = wt_work_text(w, i);

	return s.len > 4 && (wt_span_starts(s, WT_SPAN("al-")) || wt_span_starts(s, WT_SPAN("el-"))) && s.at[3] >= 'A' &&
	    s.at[3] <= 'Z';
}

/* "Lee Min-ho", "al-Sisi": the token behind a hyphen and what belongs to the name with it, or i. */
static uint32_t
skip_hyphen(const struct wt_work *w, uint32_t i)
{
	if (i == 0 || i + 2 > w->doc->ntokens || !wt_work_joined(w, i - 1))
		return i;
	if (w->doc->tokens[i].norm.len > 3 && is_article(w, i))
		return i + 1;
	if (is_hyphen(w, i) && w->doc->tokens[i + 1].shape == WT_SHAPE_LOWER && w->doc->tokens[i + 1].kind == WT_TOKEN_WORD &&
	    wt_work_text(w, i + 1).len <= 5 && !wt_name_plain(w, i + 1) && !w->lexemes[i + 1]->stopword)
		return i + 2;
	return i;
}

/* Does a rank of the police or the forces with a name behind it begin with token i? */
static bool
begins_rank(const struct wt_work *w, uint32_t i)
{
	struct wt_phrase_match m;
	struct wt_phrase_entry e;

	return wt_work_phrase(w, i, WT_PHRASE_HONORIFIC, &m, &e) && wt_span_is(title_kind(w, &e), "rank") &&
	    wt_work_joined(w, m.last - 1) && wt_name_word(w, m.last);
}

/* The words of a name from token k on: the token behind them. */
static uint32_t
read_words(const struct wt_work *w, uint32_t k, struct wt_name *name)
{
	while (name->words < WORDS && (wt_name_word(w, k) || is_family_name(w, name, k)) &&
	    (k == name->first || (!is_degree(w, k) && !begins_rank(w, k)))) {
		name->words++;
		name->weight += wt_name_weight(w, k);
		k++;
		if (!wt_work_joined(w, k - 1))
			break;
		k = skip_hyphen(w, k);
		/* "Jufri Hi. Kasim": a haji's title inside, as in Ternate. */
		if (wt_work_is(w, k, "hi.") && wt_work_joined(w, k) && wt_name_word(w, k + 1))
			k++;
		if (wt_work_listed(w, k, WT_LIST_PARTICLE) && wt_work_joined(w, k) && wt_name_word(w, k + 1))
			k++;
	}
	return k;
}

/*
 * "Hadir Asep Saefudin", "Kuasa Hukum Asep": a word of the language that has its
 * capital from the sentence or from what somebody is, before a known name.
 */
static bool
opens_with_word(const struct wt_work *w, uint32_t k)
{
	if (k + 1 >= w->doc->ntokens || !wt_work_joined(w, k) ||
	    (wt_name_weight(w, k + 1) < 2 && !wt_work_begins(w, k + 1, WT_PHRASE_HONORIFIC) &&
	    !wt_work_begins(w, k + 1, WT_PHRASE_KNOWN_PERSON)))
		return false;
	return (w->doc->sentences[w->doc->tokens[k].sentence].first == k || (wt_work_joined(w, k - 1) && w->lexemes[k - 1]->role)) &&
	    wt_name_plain(w, k);
}

/* "DPD I", "MSH": capitals alone that no list has for a name. */
static bool
is_letters(const struct wt_work *w, const struct wt_name *name)
{
	struct wt_phrase_match m;
	struct wt_phrase_entry e;

	if (name->weight > 0 || wt_work_phrase(w, name->first, WT_PHRASE_KNOWN_PERSON, &m, &e))
		return false;
	for (uint32_t i = name->first; i < name->last; i++)
		if (w->doc->tokens[i].shape != WT_SHAPE_UPPER)
			return false;
	return !wt_name_in_heading(w, name->first);
}

/* "Gus Dur", "Bung Karno": a nickname of the whole country that has an address for its first word. */
static bool
is_byname(const struct wt_work *w, uint32_t i, uint32_t last)
{
	struct wt_phrase_match m;
	struct wt_phrase_entry e;

	return wt_work_phrase(w, i, WT_PHRASE_KNOWN_PERSON, &m, &e) && m.last == last && !wt_work_is(w, i, "pak") &&
	    !wt_work_is(w, i, "bu") && !wt_work_is(w, i, "kang");
}

bool
wt_name_read(const struct wt_work *w, uint32_t i, struct wt_name *name)
{
	const uint64_t before = WT_BEGINS_BIT(WT_PHRASE_HONORIFIC) | WT_BEGINS_BIT(WT_PHRASE_REGION) |
	    WT_BEGINS_BIT(WT_PHRASE_SPELLING);
	uint32_t k, born;

	/* Most words with a capital are no name, and nothing that stands before one. */
	if (!wt_name_word(w, i) && !wt_work_begins_any(w, i, before))
		return false;
	*name = (struct wt_name){ .start = i };
	k = skip_titles(w, i, name);
	if (!name->titled)
		k = skip_region(w, k);
	if (opens_with_word(w, k))
		return false;
	name->first = k;
	if ((born = skip_birth(w, k)) > k) {
		name->titled = name->titled || wt_name_weight(w, born) > 0;
		name->words = born - k;
		k = born;
	}
	name->last = k = read_words(w, k, name);
	if (k > name->first && wt_work_joined(w, k - 1) && begins_rank(w, k)) {
		/* "Kapolsek Simpang Kramat Ipda Asep": what stands before the rank is no part of the name. */
		*name = (struct wt_name){ .start = i };
		name->first = k = skip_titles(w, k, name);
		name->last = read_words(w, k, name);
	}
	while (name->last > name->first && is_initial(w, name->last - 1) &&
	    w->doc->tokens[name->last - 1].kind == WT_TOKEN_WORD && name->words == 1)
		name->last--;
	if (name->last == name->first)
		return false;
	if (!name->titled && is_letters(w, name))
		return false;
	if (name->titled && is_byname(w, i, name->last))
		name->first = i;
	name->end = skip_degrees(w, name->last, &name->degree);
	return true;
}

bool
wt_name_read_back(const struct wt_work *w, uint32_t end, struct wt_name *name)
{
	uint32_t i = end;

	while (i > 0 && end - i < WORDS + 4 && w->doc->tokens[i - 1].sentence == w->doc->tokens[end - 1].sentence &&
	    (wt_name_word(w, i - 1) || is_degree(w, i - 1) || (wt_work_listed(w, i - 1, WT_LIST_PARTICLE) && i < end) ||
	    (wt_work_sign(w, i - 1, ",") && i < end && is_degree(w, i))))
		i--;
	while (i < end && !wt_name_word(w, i))
		i++;
	/* "La Ode Marwan": up to two words of a rank of birth. */
	for (uint32_t k = i > 2 ? i - 2 : 0; k < i; k++)
		if (w->doc->tokens[k].sentence == w->doc->tokens[i].sentence && skip_birth(w, k) == i)
			i = k;
	for (; i < end; i++)
		if (wt_name_read(w, i, name) && name->end >= end && name->last <= end)
			return true;
	return false;
}
