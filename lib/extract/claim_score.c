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
	[WT_EV_ALWAYS] = -163, [WT_EV_LISTED] = -91, [WT_EV_NOUN] = 20, [WT_EV_VERB] = -46,
	[WT_EV_PLAN] = -14, [WT_EV_DOCUMENT] = 3, [WT_EV_RULE] = 55, [WT_EV_DEAL] = 66,
	[WT_EV_AID] = 27, [WT_EV_BACK] = -22, [WT_EV_WEAK] = -90, [WT_EV_NAMED_ROW] = 80,
	[WT_EV_WORK_ROW] = 85, [WT_EV_BODY] = 45, [WT_EV_PERSON] = 14, [WT_EV_SUBJECT] = 11,
	[WT_EV_COUNCIL] = -57, [WT_EV_LOCATION] = 29, [WT_EV_PRIVATE] = -18,
	[WT_EV_NOBODY] = -26, [WT_EV_BEFORE] = 40, [WT_EV_AFTER] = 43, [WT_EV_SPEAKER] = -24,
	[WT_EV_EARLIER] = -34, [WT_EV_TITLED] = 77, [WT_EV_TWICE] = 91, [WT_EV_OFTEN] = 91,
	[WT_EV_LEAD] = 21, [WT_EV_LATE] = 14, [WT_EV_NO_CUE] = -37, [WT_EV_FAR_CUE] = -28,
	[WT_EV_CUE] = 1, [WT_EV_NEAR_CUE] = 63, [WT_EV_ONE_WORD] = -99, [WT_EV_MANY_WORDS] = 11,
	[WT_EV_CAPITAL] = 36, [WT_EV_ALIAS] = 30, [WT_EV_WHERE] = 79, [WT_EV_PRIMARY] = 49,
	[WT_EV_OTHER_MATTER] = -171, [WT_EV_QUESTION] = -87
};

static void
mark(struct wt_word *word, enum wt_evidence e, bool holds)
{
	if (holds)
		word->evidence |= UINT64_C(1) << e;
}

static bool
holds_question(const struct wt_topics *t, const struct wt_topic *topic)
{
	static const char *const words[] = { "?", "jika", "kalau", "bila", "apabila", "seandainya", "andai", "jangan",
	    "seharusnya", "semestinya", "sebaiknya", "diduga", "dugaan", "bukan" };
	const struct wt_document *doc = t->w->doc;
	const struct wt_sentence *s = &doc->sentences[doc->tokens[topic->first].sentence];

	for (uint32_t i = s->first; i < s->last; i++)
		for (size_t k = 0; k < sizeof words / sizeof words[0]; k++)
			if (wt_work_is(t->w, i, words[k]))
				return true;
	return false;
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
	mark(word, WT_EV_QUESTION, holds_question(t, topic));
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
