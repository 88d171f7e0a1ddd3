/*
 * claim_score.c - how sure a word is, behind claim.h.
 *
 * Each piece of evidence has a weight, in hundredths of log-odds; their sum,
 * through the logistic function, is the confidence in percent.  The weights
 * (claim_weights.h) are fitted to annotated articles by tests/accuracy/fit.py,
 * and are meant to be fitted again when the rules change.
 */
#include "extract/claim.h"
#include "extract/claim_weights.h"

#include <math.h>

#define LEAD 4         /* sentences that make the lead of an article */
#define LATE 15        /* sentences after which it is background */
#define NEAR 5         /* words before a topic in which its doer is looked for */
#define LEAST_PLAIN 50 /* percent; see least_of */
#define LEAST_SPOKEN 42
#define CROWD 3 /* topics of a sentence that are no crowd yet */

static void
mark(struct wt_word *word, enum wt_evidence e, bool holds)
{
	if (holds)
		word->evidence |= UINT64_C(1) << e;
}

static bool
holds_any(const struct wt_topics *t, const struct wt_sentence *s, enum wt_word_list list)
{
	for (uint32_t i = s->first; i < s->last; i++)
		if (wt_work_listed(t->w, i, list))
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

/* Does somebody private stand before the topic, in its clause? */
static bool
others_do(const struct wt_topics *t, const struct wt_topic *topic, const struct wt_sentence *s)
{
	uint32_t from =
	    topic->verb != WT_NO_TOKEN && topic->verb < topic->first ? topic->verb : topic->first;

	for (uint32_t i = from, n = 0; i > s->first && n < NEAR; i--, n++) {
		if (t->w->doc->tokens[i - 1].kind == WT_TOKEN_PUNCT)
			return false;
		if (wt_work_listed(t->w, i - 1, WT_LIST_PRIVATE) || t->w->cover[i - 1] == WT_COVER_ORGANIZATION)
			return true;
	}
	return false;
}

static bool
is_crowded(const struct wt_topics *t, const struct wt_sentence *s)
{
	uint32_t count = 0;

	for (uint32_t k = 0; k < t->count; k++)
		count += t->items[k].first >= s->first && t->items[k].first < s->last;
	return count > CROWD;
}

/* What stands around the topic in its sentence. */
static void
mark_sentence(const struct wt_topics *t, const struct wt_topic *topic, struct wt_word *word)
{
	const struct wt_document *doc = t->w->doc;
	const struct wt_sentence *s = &doc->sentences[doc->tokens[topic->first].sentence];
	uint32_t first = topic->first, object = topic->object.first;

	mark(word, WT_EV_QUESTION, holds_any(t, s, WT_LIST_QUESTION));
	mark(word, WT_EV_DEMAND, holds_any(t, s, WT_LIST_DEMAND));
	mark(word, WT_EV_QUOTE, holds_any(t, s, WT_LIST_QUOTE_MARK));
	mark(word, WT_EV_MONEY, holds_money(t, s));
	mark(word, WT_EV_DATE, holds_cover(t, s, WT_COVER_DATE));
	mark(word, WT_EV_OTHERS, others_do(t, topic, s));
	mark(word, WT_EV_CROWDED, is_crowded(t, s));
	mark(word, WT_EV_PURPOSE, first > s->first && wt_work_listed(t->w, first - 1, WT_LIST_PURPOSE));
	mark(word, WT_EV_PREPOSITION, first > s->first && wt_work_listed(t->w, first - 1, WT_LIST_PREPOSITION));
	mark(word, WT_EV_START, first == s->first || doc->tokens[first - 1].kind == WT_TOKEN_PUNCT);
	mark(word, WT_EV_DEMONSTRATIVE, topic->last < s->last && wt_work_listed(t->w, topic->last, WT_LIST_POINTER));
	for (uint32_t i = s->first; i < first; i++)
		mark(word, WT_EV_WE, wt_work_listed(t->w, i, WT_LIST_WE));
	mark(word, WT_EV_COUNTED,
	    object > s->first && doc->tokens[object - 1].kind == WT_TOKEN_NUMBER);
}

static void
mark_topic(const struct wt_topics *t, struct wt_word *word)
{
	const struct wt_lexicon *l = t->w->lex;
	const struct wt_topic *topic = &t->items[word->topic];
	const struct wt_project *p = &t->projects[word->project];
	const struct wt_object *o = &topic->object;
	bool named = topic->row != WT_NO_ROW &&
		     wt_span_is(wt_dict_cell(l->dict, l->programmes, topic->row, l->programme_kind),
			 "named");
	uint32_t sentence = t->w->doc->tokens[topic->first].sentence, words = o->last - o->first;

	mark(word, (enum wt_evidence)(WT_EV_LISTED + (int)topic->kind), true);
	mark(word, WT_EV_WEAK, topic->weak);
	mark(word, WT_EV_NAMED_ROW, named);
	mark(word, WT_EV_WORK_ROW, topic->row != WT_NO_ROW && !named);
	mark(word, WT_EV_NAMED_ALONE, named && topic->kind == WT_TOPIC_ROW);
	mark(word, WT_EV_STRONG_ROW,
	    topic->row != WT_NO_ROW && !topic->weak &&
		(topic->kind == WT_TOPIC_NOUN || topic->kind == WT_TOPIC_VERB));
	mark(word, WT_EV_WEAK_NO_ROW, topic->row == WT_NO_ROW && topic->weak);
	mark(word, WT_EV_TITLED, p->titled);
	mark(word, WT_EV_TWICE, p->topics == 2);
	mark(word, WT_EV_OFTEN, p->topics > 2);
	mark(word, WT_EV_LEAD, sentence < LEAD);
	mark(word, WT_EV_LATE, sentence >= LATE);
	mark(word, WT_EV_ONE_WORD, words == 1);
	mark(word, WT_EV_MANY_WORDS, words > 3);
	mark(word, WT_EV_CAPITAL, words > 0 && wt_work_capital(t->w, o->last - 1));
	mark(word, WT_EV_WHERE, o->where_last != 0);
	mark_sentence(t, topic, word);
}

static void
mark_actor(const struct wt_actor *actor, struct wt_word *word)
{
	static const enum wt_evidence kinds[] = {WT_EV_BODY, WT_EV_OFFICE, WT_EV_PERSON,
	    WT_EV_SUBJECT, WT_EV_LOCATION, WT_EV_PRIVATE, WT_EV_COUNCIL, WT_EV_NOBODY};
	static const enum wt_evidence ways[] = {
	    WT_EV_BEFORE, WT_EV_AFTER, WT_EV_SPEAKER, WT_EV_EARLIER};

	mark(word, kinds[actor->kind], true);
	if (actor->kind != WT_SIGN_NONE)
		mark(word, ways[actor->way], true);
}

static bool
has(const struct wt_word *word, uint64_t set)
{
	return (word->evidence & set) != 0;
}

#define EV(e) (UINT64_C(1) << WT_EV_##e)

/*
 * The least confidence of the plainest words, which no weight may take away: a
 * government that stands before the verb and a work that is listed, "Pemkot
 * Serang membangun alun-alun", or the same by "kami" from its office-holder.
 */
static int
least_of(const struct wt_word *word)
{
	const uint64_t against = EV(QUESTION) | EV(DEMAND) | EV(OTHERS) | EV(OTHER_MATTER) |
				 EV(WEAK) | EV(COUNCIL) | EV(PRIVATE) | EV(PURPOSE) | EV(FAR_CUE);

	if (!has(word, EV(VERB) | EV(NOUN)) || !has(word, EV(NAMED_ROW) | EV(WORK_ROW)) ||
	    has(word, against))
		return 0;
	if (has(word, EV(BEFORE)) && has(word, EV(BODY) | EV(OFFICE) | EV(SUBJECT)))
		return LEAST_PLAIN;
	return has(word, EV(SPEAKER)) && has(word, EV(WE)) &&
		       has(word, EV(BODY) | EV(OFFICE) | EV(PERSON))
		   ? LEAST_SPOKEN
		   : 0;
}

void
wt_claim_weigh(struct wt_word *word)
{
	double sum = 0;

	for (int e = 0; e < WT_EV_COUNT; e++)
		if ((word->evidence >> e & 1) != 0)
			sum += wt_claim_weights[e];
	word->confidence = (int)(100.0 / (1.0 + exp(-sum / 100.0)) + 0.5);
	if (word->confidence < least_of(word))
		word->confidence = least_of(word);
}

void
wt_claim_score(const struct wt_topics *t, const struct wt_actors *actors,
    const struct wt_actor *actor, bool other_matter, struct wt_word *word)
{
	const struct wt_stage *stage = &word->stage;

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
	mark(word, WT_EV_LOCATION_WEAK, has(word, EV(LOCATION)) && has(word, EV(WEAK)));
	mark(word, WT_EV_LISTED_BARE,
	    has(word, EV(LISTED)) && has(word, EV(WEAK)) && !has(word, EV(NEAR_CUE)));
	mark(word, WT_EV_LOCAL, wt_actor_is_local(actors, word->region));
	mark(word, WT_EV_DIRECT, actor->direct);
	wt_claim_weigh(word);
}
