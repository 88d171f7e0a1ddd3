/*
 * claim_score.c - how sure a word is, behind claim.h.
 *
 * Each piece of evidence has a weight, in hundredths of log-odds; their sum,
 * through the logistic function, is the confidence in percent.  The weights
 * were fitted to annotated articles (logistic regression with a strong prior)
 * and are meant to be fitted again when the rules change.
 */
#include "extract/claim.h"

#include <math.h>

#define LEAD 4          /* sentences that make the lead of an article */
#define LATE 15         /* sentences after which it is background */

static const short weights[WT_EV_COUNT] = {
	[WT_EV_ALWAYS] = -190, [WT_EV_LISTED] = -74, [WT_EV_NOUN] = 95, [WT_EV_VERB] = 15,
	[WT_EV_PLAN] = -7, [WT_EV_DOCUMENT] = 23, [WT_EV_RULE] = 44, [WT_EV_DEAL] = 97,
	[WT_EV_AID] = 38, [WT_EV_CARRIED] = -127, [WT_EV_SUBJECT_OF] = -96, [WT_EV_BACK] = -8,
	[WT_EV_WEAK] = -87, [WT_EV_NAMED_ROW] = 149, [WT_EV_WORK_ROW] = 92, [WT_EV_BODY] = 44,
	[WT_EV_PERSON] = 5, [WT_EV_SUBJECT] = 19, [WT_EV_COUNCIL] = 4, [WT_EV_LOCATION] = 20,
	[WT_EV_PRIVATE] = -66, [WT_EV_NOBODY] = -28, [WT_EV_BEFORE] = 20, [WT_EV_AFTER] = 42,
	[WT_EV_SPEAKER] = -21, [WT_EV_EARLIER] = -15, [WT_EV_TITLED] = 62, [WT_EV_TWICE] = 67,
	[WT_EV_OFTEN] = 50, [WT_EV_LEAD] = -1, [WT_EV_LATE] = -1, [WT_EV_NO_CUE] = -54,
	[WT_EV_FAR_CUE] = -41, [WT_EV_CUE] = 23, [WT_EV_NEAR_CUE] = 71, [WT_EV_ONE_WORD] = -100,
	[WT_EV_MANY_WORDS] = 28, [WT_EV_CAPITAL] = 29, [WT_EV_ALIAS] = -6, [WT_EV_WHERE] = 95,
	[WT_EV_PRIMARY] = 21, [WT_EV_OTHER_MATTER] = -164, [WT_EV_QUESTION] = -69,
	[WT_EV_PURPOSE] = -37, [WT_EV_PREPOSITION] = -56, [WT_EV_START] = 13,
	[WT_EV_DEMONSTRATIVE] = 76, [WT_EV_DEMAND] = -48, [WT_EV_MONEY] = 5, [WT_EV_DATE] = 23,
	[WT_EV_COUNTED] = 131, [WT_EV_QUOTE] = -85
};

static void
mark(struct wt_word *word, enum wt_evidence e, bool holds)
{
	if (holds)
		word->evidence |= UINT64_C(1) << e;
}

static const char *const questions[] = { "?", "jika", "kalau", "bila", "apabila", "seandainya", "andai", "jangan",
    "seharusnya", "semestinya", "sebaiknya", "diduga", "dugaan", "bukan", NULL };
static const char *const demands[] = { "meminta", "mendesak", "mengingatkan", "berharap", "menuntut", "menagih",
    "mengkritik", "menyayangkan", "menilai", "mengimbau", "mengeluhkan", "diharapkan", NULL };
static const char *const purposes[] = { "untuk", "guna", "demi", "agar", "supaya", "dapat", "bisa", "dalam", "mampu",
    NULL };
static const char *const prepositions[] = { "di", "dari", "dengan", "pada", "ke", "oleh", "sebagai", "seperti", "bagi",
    "kepada", "tentang", "terhadap", "soal", "melalui", "lewat", "antara", NULL };

static bool
is_any(const struct wt_topics *t, uint32_t i, const char *const *words)
{
	for (; *words != NULL; words++)
		if (wt_work_is(t->w, i, *words))
			return true;
	return false;
}

static bool
holds_any(const struct wt_topics *t, const struct wt_sentence *s, const char *const *words)
{
	for (uint32_t i = s->first; i < s->last; i++)
		if (is_any(t, i, words))
			return true;
	return false;
}

static bool
holds_cover(const struct wt_topics *t, const struct wt_sentence *s, enum wt_cover cover)
{
	for (uint32_t i = s->first; i < s->last; i++)
		if (t->w->cover[i] == (uint8_t)cover && t->w->doc->tokens[i].zone == WT_ZONE_BODY)
			return true;
	return false;
}

static bool
holds_money(const struct wt_topics *t, const struct wt_sentence *s)
{
	for (uint32_t i = s->first; i < s->last; i++)
		if (t->w->doc->tokens[i].kind == WT_TOKEN_MONEY || wt_work_is(t->w, i, "rp"))
			return true;
	return false;
}

/* What stands around the topic in its sentence. */
static void
mark_sentence(const struct wt_topics *t, const struct wt_topic *topic, struct wt_word *word)
{
	static const char *const quotes[] = { "\"", "“", "”", NULL };
	static const char *const pointers[] = { "itu", "tersebut", "ini", NULL };
	const struct wt_document *doc = t->w->doc;
	const struct wt_sentence *s = &doc->sentences[doc->tokens[topic->first].sentence];
	uint32_t first = topic->first, object = topic->object.first;

	mark(word, WT_EV_QUESTION, holds_any(t, s, questions));
	mark(word, WT_EV_DEMAND, holds_any(t, s, demands));
	mark(word, WT_EV_QUOTE, holds_any(t, s, quotes));
	mark(word, WT_EV_MONEY, holds_money(t, s));
	mark(word, WT_EV_DATE, holds_cover(t, s, WT_COVER_DATE));
	mark(word, WT_EV_PURPOSE, first > s->first && is_any(t, first - 1, purposes));
	mark(word, WT_EV_PREPOSITION, first > s->first && is_any(t, first - 1, prepositions));
	mark(word, WT_EV_START, first == s->first || doc->tokens[first - 1].kind == WT_TOKEN_PUNCT);
	mark(word, WT_EV_DEMONSTRATIVE, topic->last < s->last && is_any(t, topic->last, pointers));
	mark(word, WT_EV_COUNTED, object > s->first && doc->tokens[object - 1].kind == WT_TOKEN_NUMBER);
}

static void
mark_topic(const struct wt_topics *t, struct wt_word *word)
{
	const struct wt_lexicon *l = t->w->lex;
	const struct wt_topic *topic = &t->items[word->topic];
	const struct wt_project *p = &t->projects[word->project];
	const struct wt_object *o = &topic->object;
	bool named = topic->row != WT_NO_ROW &&
	    wt_span_is(wt_dict_cell(l->dict, l->programmes, topic->row, l->programme_kind), "named");
	uint32_t sentence = t->w->doc->tokens[topic->first].sentence, words = o->last - o->first;

	mark(word, (enum wt_evidence)(WT_EV_LISTED + (int)topic->kind), true);
	mark(word, WT_EV_WEAK, topic->weak);
	mark(word, WT_EV_NAMED_ROW, named);
	mark(word, WT_EV_WORK_ROW, topic->row != WT_NO_ROW && !named);
	mark(word, WT_EV_TITLED, p->titled);
	mark(word, WT_EV_TWICE, p->topics == 2);
	mark(word, WT_EV_OFTEN, p->topics > 2);
	mark(word, WT_EV_LEAD, sentence < LEAD);
	mark(word, WT_EV_LATE, sentence >= LATE);
	mark(word, WT_EV_ONE_WORD, words == 1);
	mark(word, WT_EV_MANY_WORDS, words > 3);
	mark(word, WT_EV_CAPITAL, words > 0 && wt_work_capital(t->w, o->last - 1));
	mark(word, WT_EV_QUOTED_NAME, o->quoted);
	mark(word, WT_EV_ALIAS, o->alias != WT_NO_TOKEN);
	mark(word, WT_EV_WHERE, o->where_last != 0);
	mark_sentence(t, topic, word);
}

static void
mark_actor(const struct wt_actor *actor, struct wt_word *word)
{
	static const enum wt_evidence kinds[] = { WT_EV_BODY, WT_EV_OFFICE, WT_EV_PERSON, WT_EV_SUBJECT, WT_EV_LOCATION,
	    WT_EV_PRIVATE, WT_EV_COUNCIL, WT_EV_NOBODY };
	static const enum wt_evidence ways[] = { WT_EV_BEFORE, WT_EV_AFTER, WT_EV_SPEAKER, WT_EV_EARLIER };

	mark(word, kinds[actor->kind], true);
	if (actor->kind != WT_SIGN_NONE)
		mark(word, ways[actor->way], true);
}

void
wt_claim_score(const struct wt_topics *t, const struct wt_actor *actor, bool other_matter, struct wt_word *word)
{
	const struct wt_stage *stage = &word->stage;
	double sum = 0;

	word->evidence = 0;
	mark(word, WT_EV_ALWAYS, true);
	mark_topic(t, word);
	mark_actor(actor, word);
	mark(word, WT_EV_NO_CUE, stage->cue == WT_NO_TOKEN);
	mark(word, WT_EV_FAR_CUE, stage->cue != WT_NO_TOKEN && stage->score < 10);
	mark(word, WT_EV_CUE, stage->score >= 10 && stage->score < 22);
	mark(word, WT_EV_NEAR_CUE, stage->score >= 22);
	mark(word, WT_EV_PRIMARY, word->region == wt_actor_region(t->w, t->w->primary));
	mark(word, WT_EV_OTHER_MATTER, other_matter);
	for (int e = 0; e < WT_EV_COUNT; e++)
		if ((word->evidence >> e & 1) != 0)
			sum += weights[e];
	word->confidence = (int)(100.0 / (1.0 + exp(-sum / 100.0)) + 0.5);
}
