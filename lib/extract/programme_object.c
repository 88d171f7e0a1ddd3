/*
 * programme_object.c - the words that name a thing.
 *
 *      object = quote word* quote | determiner* word+ bracket? word*
 *      where  = region | ("di" | "ke") capital+
 *
 * An object ends at a stop word, a verb, a sign, a date, an amount, a person or
 * a region; the region, or a capitalised name behind "di", is kept beside it.
 */
#include "extract/programme.h"

#define WORDS 8   /* of an object, at most */
#define QUOTED 8  /* of a quoted name, at most */
#define SKIPPED 4 /* words before the object, at most */

bool
wt_object_ends(const struct wt_topics *t, uint32_t i)
{
	static const char *const no_end[] = {"empty", "too general", "crime and private", "office"};
	const struct wt_work *w = t->w;
	struct wt_phrase_match m;
	struct wt_phrase_entry e;
	struct wt_span why;

	if (wt_work_listed(w, i, WT_LIST_OBJECT_END))
		return true;
	for (uint32_t k = w->phrases.at[i]; k < w->phrases.at[i + 1]; k++) {
		m = w->phrases.matches[k];
		for (uint32_t n = 0; n < m.entries; n++) {
			if (m.last != i + 1 || !wt_phrase_entry(w->lex->dict, m.entry + n, &e) ||
			    e.kind != WT_PHRASE_PROGRAMME_STOP)
				continue;
			why = wt_dict_cell(w->lex->dict, w->lex->stop, e.row, w->lex->stop_why);
			for (size_t x = 0; x < sizeof no_end / sizeof no_end[0]; x++)
				if (wt_span_starts(why, wt_span_of(no_end[x])))
					return false;
			return true;
		}
	}
	return false;
}

/* Words on the stage of something are said of it: "jalan lingkar berhenti". */
static bool
is_predicate(const struct wt_topics *t, uint32_t i)
{
	const struct wt_lexicon *l = t->w->lex;
	struct wt_phrase_match m;
	struct wt_phrase_entry e;

	return wt_work_phrase(t->w, i, WT_PHRASE_STATUS_CUE, &m, &e) &&
	       l->cues[e.row].kind == WT_CUE_KIND_VERB &&
	       (wt_span_starts(t->w->doc->tokens[i].norm, WT_SPAN("ber")) ||
		   wt_span_starts(t->w->doc->tokens[i].norm, WT_SPAN("ter")) ||
		   wt_span_eq(t->w->lexemes[i]->stem, t->w->doc->tokens[i].norm));
}

/* "Satu Telur Sehari": a number word that begins a name. */
static bool
is_name_start(const struct wt_topics *t, uint32_t i)
{
	return wt_work_listed(t->w, i, WT_LIST_FIRST_NUMBER) && wt_work_capital(t->w, i) &&
	       wt_work_joined(t->w, i) && wt_work_capital(t->w, i + 1) && wt_topic_zone(t, i) &&
	       t->w->doc->tokens[i].zone == WT_ZONE_BODY;
}

static bool
is_number_word(const struct wt_topics *t, uint32_t i)
{
	if (is_name_start(t, i))
		return false;
	return t->w->doc->tokens[i].kind == WT_TOKEN_NUMBER ||
	       wt_work_listed(t->w, i, WT_LIST_COUNTER);
}

/* Offices and bodies belong to an object only as the place they name: "kantor gubernur". */
static bool
is_foreign_cover(const struct wt_topics *t, uint32_t i, bool begins)
{
	const struct wt_work *w = t->w;

	switch (w->cover[i]) {
	case WT_COVER_DATE:
	case WT_COVER_PERSON:
		return true;
	case WT_COVER_AMOUNT:
		/* "20 truk sampah" counts things, "20 ton sampah" measures them. */
		return w->doc->tokens[i].kind != WT_TOKEN_WORD ||
		       wt_work_listed(w, i, WT_LIST_MEASURE);
	case WT_COVER_OFFICE:
		return begins || !wt_work_listed(w, i - 1, WT_LIST_SEAT);
	case WT_COVER_AGENCY:
		return !(wt_work_listed(w, i, WT_LIST_HOUSE) ||
			 (!begins && wt_work_listed(w, i - 1, WT_LIST_HOUSE)) ||
			 (!begins && wt_work_listed(w, i - 1, WT_LIST_SEAT)));
	default:
		return false;
	}
}

/* A number inside a name: "Gurindam 12", "DP 0"; not "jembatan 84 meter". */
static bool
is_inner_number(const struct wt_topics *t, uint32_t i, uint32_t end)
{
	const struct wt_token *tok = &t->w->doc->tokens[i];

	if (tok->kind != WT_TOKEN_NUMBER || tok->end - tok->start > 4 ||
	    !wt_work_capital(t->w, i - 1))
		return false;
	return i + 1 >= end || t->w->doc->tokens[i + 1].kind == WT_TOKEN_PUNCT ||
	       wt_object_ends(t, i + 1) || wt_work_capital(t->w, i + 1) ||
	       wt_topic_is_verb(t, i + 1);
}

static bool
is_dash(const struct wt_topics *t, uint32_t i, uint32_t end)
{
	struct wt_span norm = t->w->doc->tokens[i].norm;

	return i + 1 < end &&
	       (wt_span_is(norm, "-") || wt_span_is(norm, "–") || wt_span_is(norm, "/")) &&
	       t->w->doc->tokens[i + 1].kind == WT_TOKEN_WORD && wt_work_capital(t->w, i - 1);
}

/* "tol Padang - Pekanbaru", "Anyer-Carita": a region behind a dash belongs to the name before it. */
static bool
is_route_end(const struct wt_topics *t, uint32_t i)
{
	return i >= 2 && wt_work_capital(t->w, i) && wt_work_capital(t->w, i - 2) &&
	       (wt_work_is(t->w, i - 1, "-") || wt_work_is(t->w, i - 1, "–"));
}

/* Does the object go on with token i? */
static bool
goes_on(const struct wt_topics *t, uint32_t i, uint32_t end, bool begins)
{
	const struct wt_token *tok = &t->w->doc->tokens[i];

	if (!wt_topic_zone(t, i) || is_foreign_cover(t, i, begins) || (!begins && tok->gap > 0))
		return false;
	if (!begins && is_route_end(t, i))
		return true;
	if (t->w->place_at[i] != 0 && !t->w->places[t->w->place_at[i] - 1].dropped)
		return false;
	if (tok->kind == WT_TOKEN_NUMBER)
		return !begins && is_inner_number(t, i, end);
	if (tok->kind == WT_TOKEN_PUNCT)
		return !begins && is_dash(t, i, end);
	if (tok->kind != WT_TOKEN_WORD && tok->kind != WT_TOKEN_ABBREVIATION)
		return false;
	if (!begins && t->w->cover[i] == WT_COVER_REGION)
		return false;
	if (begins && is_name_start(t, i))
		return true;
	return !wt_object_ends(t, i) && !wt_topic_is_verb(t, i) && (begins || !is_predicate(t, i));
}

/* "(RTH)" or "(command center)" at token i: behind it, or i. */
static uint32_t
read_bracket(const struct wt_topics *t, uint32_t i, uint32_t end, uint32_t *alias)
{
	if (i >= end || !wt_work_is(t->w, i, "("))
		return i;
	for (uint32_t k = i + 1; k < end && k <= i + 4; k++) {
		if (!wt_work_is(t->w, k, ")"))
			continue;
		if (k == i + 2 && t->w->doc->tokens[i + 1].kind == WT_TOKEN_WORD)
			*alias = i + 1;
		else if (k == i + 1 || t->w->doc->tokens[i + 1].kind != WT_TOKEN_WORD)
			return i;
		return k + 1;
	}
	return i;
}

static bool
read_quoted(const struct wt_topics *t, uint32_t i, uint32_t end, struct wt_object *out)
{
	if (i >= end || t->w->doc->tokens[i].kind != WT_TOKEN_PUNCT ||
	    !wt_work_listed(t->w, i, WT_LIST_ANY_QUOTE) || !wt_work_capital(t->w, i + 1))
		return false;
	for (uint32_t k = i + 2; k < end && k <= i + 1 + QUOTED; k++) {
		if (t->w->doc->tokens[k].kind != WT_TOKEN_PUNCT ||
		    !wt_work_listed(t->w, k, WT_LIST_ANY_QUOTE))
			continue;
		out->first = i + 1;
		out->last = k;
		out->quoted = true;
		return true;
	}
	return false;
}

/* A region right behind, or "di" and a capitalised name. */
static void
read_where(const struct wt_topics *t, uint32_t end, struct wt_object *out)
{
	uint32_t i = out->last;
	bool preposition = i < end && (wt_work_is(t->w, i, "di") || wt_work_is(t->w, i, "ke"));

	if (i >= end || !wt_work_joined(t->w, i - 1))
		return;
	if (preposition)
		i++;
	else if (t->w->cover[i] != WT_COVER_REGION)
		return;
	while (i < end && wt_work_listed(t->w, i, WT_LIST_AREA))
		i++;
	out->where = i;
	while (i < end && i < out->where + 5 && t->w->doc->tokens[i].kind == WT_TOKEN_WORD &&
	       wt_work_capital(t->w, i) && wt_topic_zone(t, i))
		i++;
	out->where_last = i;
	if (out->where == i)
		out->where = out->where_last = 0;
}

/* All words of an object are of the kind that makes no programme alone. */
static bool
is_empty_object(const struct wt_topics *t, const struct wt_object *o)
{
	const struct wt_work *w = t->w;

	if (o->alias != WT_NO_TOKEN)
		return false;
	/* "proyek strategis", "program pusat" */
	if (o->last == o->first + 1 && wt_work_listed(w, o->first, WT_LIST_HOLLOW_ALONE))
		return true;
	/* "lahannya" points back. */
	if (o->last == o->first + 1 && w->doc->tokens[o->first].norm.len > 6 &&
	    wt_span_ends(w->doc->tokens[o->first].norm, WT_SPAN("nya")) &&
	    !wt_span_eq(t->w->lexemes[o->first]->stem, w->doc->tokens[o->first].norm))
		return true;
	for (uint32_t i = o->first; i < o->last; i++) {
		struct wt_phrase_match m;
		struct wt_phrase_entry e;

		if (w->doc->tokens[i].kind != WT_TOKEN_WORD ||
		    wt_work_listed(w, i, WT_LIST_HOLLOW))
			continue;
		if (!wt_work_phrase(w, i, WT_PHRASE_PROGRAMME_STOP, &m, &e) || m.last > o->last)
			return false;
		i = m.last - 1;
	}
	return true;
}

/* "pembunuhan", "rumah tangga": phrases that programme_stop lists from the head on. */
static bool
read_words(const struct wt_topics *t, uint32_t i, uint32_t end, struct wt_object *out)
{
	uint32_t words = 0, behind;

	out->first = i;
	while (i < end && words < WORDS && goes_on(t, i, end, i == out->first)) {
		i++;
		words++;
	}
	out->last = i;
	if (words == 0)
		return false;
	behind = read_bracket(t, i, end, &out->alias);
	if (behind == i)
		return true;
	out->last = i = behind;
	while (i < end && words < WORDS && goes_on(t, i, end, false) &&
	       t->w->doc->tokens[i].kind == WT_TOKEN_WORD) {
		out->last = ++i;
		words++;
	}
	return true;
}

bool
wt_object_read(const struct wt_topics *t, uint32_t i, uint32_t end, struct wt_object *out)
{
	uint32_t skipped = 0;

	*out = (struct wt_object){.alias = WT_NO_TOKEN};
	if (i < end && wt_work_listed(t->w, i, WT_LIST_LINK))
		i++;
	while (i < end && skipped++ < SKIPPED && is_number_word(t, i) && wt_topic_zone(t, i))
		i++;
	if (i >= end || (!read_quoted(t, i, end, out) && !read_words(t, i, end, out)))
		return false;
	read_where(t, end, out);
	if (!is_empty_object(t, out))
		return true;
	*out = (struct wt_object){.alias = WT_NO_TOKEN};
	return false;
}
