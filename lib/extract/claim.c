/*
 * claim.c - which regions are pursuing which programmes, from topics, stages and actors.
 *
 * Every topic in the story gives a word: this region, this project, this stage.
 * Words on one region and one project make one claim; its stage is that of the
 * word that says it best, later words counting a little more.  Confidence adds
 * up what kind of topic it is, how its actor was found and how plain the cue is
 * (claim_score.c).
 */
#include "extract/claim.h"
#include "extract/extract.h"

#define TITLE 20     /* what a stage in the title weighs more */
#define BACKGROUND 8 /* what a stage in a sentence on the past weighs less */
#define LEAST 42     /* percent: confidence below which nothing is said */

struct words {
	struct wt_word *items;
	uint32_t count;
	size_t cap;
};

static void
add_word(struct wt_topics *t, struct words *words, const struct wt_word *word)
{
	struct wt_word *items;

	if (words->count >= WT_WORDS_MOST || (items = wt_work_grow(t->w, words->items, words->count,
						  &words->cap, sizeof *items)) == NULL)
		return;
	words->items = items;
	words->items[words->count++] = *word;
}

/* "agar tidak menambah kemacetan": what is to be kept from happening. */
static bool
is_kept_off(const struct wt_topics *t, const struct wt_topic *topic)
{
	static const char *const purposes[] = {"agar", "supaya", "untuk", "sehingga"};
	static const char *const wills[] = {"akan", "berani", "mau", "berniat", "berencana"};
	uint32_t i = topic->verb;

	/* "belum akan membangun X" */
	for (size_t k = 0; i != WT_NO_TOKEN && i > 1 && k < sizeof wills / sizeof wills[0]; k++)
		if (wt_work_is(t->w, i - 1, wills[k]) && wt_work_is(t->w, i - 2, "belum"))
			return true;
	if (i == WT_NO_TOKEN || i < 2 ||
	    !(wt_work_is(t->w, i - 1, "tidak") || wt_work_is(t->w, i - 1, "tak")))
		return false;
	for (size_t k = 0; k < sizeof purposes / sizeof purposes[0]; k++)
		if (wt_work_is(t->w, i - 2, purposes[k]))
			return true;
	return false;
}

/* "memakai dana desa": where the money for something else comes from. */
static bool
is_source(const struct wt_topics *t, const struct wt_topic *topic)
{
	return topic->kind == WT_TOPIC_ROW && topic->first > 0 &&
	    wt_work_listed(t->w, topic->first, WT_LIST_MONEY) &&
	    wt_work_listed(t->w, topic->first - 1, WT_LIST_MONEY_SOURCE);
}

/*
 * "banjir", "longsor susulan", "perajin": a trouble or people that are only named
 * are nobody's programme.  The name of a body, by itself, is who acts.
 */
static bool
is_no_programme(const struct wt_topics *t, const struct wt_topic *topic)
{
	if (topic->kind != WT_TOPIC_ROW)
		return false;
	return (topic->weak && wt_work_listed(t->w, topic->first, WT_LIST_TROUBLE)) ||
	    (wt_work_capital(t->w, topic->first) && wt_work_listed(t->w, topic->first, WT_LIST_BODY));
}

static void
read_words(struct wt_topics *t, const struct wt_actors *a, struct words *words)
{
	bool other_matter = wt_claim_other_matter(t->w);

	for (uint32_t k = 0; k < t->count; k++) {
		const struct wt_topic *topic = &t->items[k];
		struct wt_word word = {.project = topic->project, .topic = k};
		struct wt_actor actor;

		if (topic->project == WT_NO_PROJECT ||
		    t->w->doc->tokens[topic->first].zone != WT_ZONE_BODY ||
		    is_no_programme(t, topic) || is_source(t, topic) || is_kept_off(t, topic))
			continue;
		wt_stage_read(t, topic, &word.stage);
		wt_actor_read(t, a, topic, &actor);
		word.entity = actor.entity;
		word.actor = actor.method;
		for (uint32_t r = 0; r < actor.count; r++) {
			word.region = actor.regions[r];
			wt_claim_score(t, a, &actor, other_matter, &word);
			add_word(t, words, &word);
		}
	}
}

/* Mark the words that a surer one of the same sentence and region stands beside. */
static void
mark_second(const struct wt_topics *t, struct words *words)
{
	const struct wt_token *tokens = t->w->doc->tokens;

	for (uint32_t i = 0; i < words->count; i++) {
		struct wt_word *word = &words->items[i];
		uint32_t sentence = tokens[t->items[word->topic].first].sentence;

		for (uint32_t k = 0; k < words->count; k++) {
			const struct wt_word *other = &words->items[k];

			if (other->project != word->project && other->region == word->region &&
			    tokens[t->items[other->topic].first].sentence == sentence &&
			    (other->confidence > word->confidence ||
				(other->confidence == word->confidence && k < i)))
				word->evidence |= UINT64_C(1) << WT_EV_SECOND;
		}
	}
	for (uint32_t i = 0; i < words->count; i++)
		wt_claim_weigh(&words->items[i]);
}

static bool
is_pair(const struct wt_word *a, const struct wt_word *b)
{
	return a->project == b->project && a->region == b->region;
}

/* Words that send a sentence into the past: what it tells was the stage once. */
static bool
is_background(const struct wt_topics *t, const struct wt_topic *topic)
{
	const struct wt_document *doc = t->w->doc;
	const struct wt_sentence *s = &doc->sentences[doc->tokens[topic->first].sentence];

	for (uint32_t i = s->first; i < s->last; i++)
		if (wt_work_listed(t->w, i, WT_LIST_PAST))
			return true;
	return false;
}

/* The most confident of the words on one pair. */
static uint32_t
surest_of(const struct words *words, uint32_t i)
{
	uint32_t surest = i;

	for (uint32_t k = i; k < words->count; k++)
		if (is_pair(&words->items[k], &words->items[i]) &&
		    words->items[k].confidence > words->items[surest].confidence)
			surest = k;
	return surest;
}

/* The stage that the title gives to a project. */
static void
title_stage(const struct wt_topics *t, uint32_t project, int *best, enum wt_status *status)
{
	for (uint32_t k = 0; k < t->count; k++) {
		const struct wt_topic *topic = &t->items[k];
		struct wt_stage stage;

		if (topic->project != project ||
		    t->w->doc->tokens[topic->first].zone != WT_ZONE_TITLE)
			continue;
		wt_stage_read(t, topic, &stage);
		if (stage.status == WT_STATUS_UNKNOWN || stage.score + TITLE <= *best)
			continue;
		*best = stage.score + TITLE;
		*status = stage.status;
	}
}

/* The stage on which the words of one pair, and the title, agree best. */
static enum wt_status
stage_of(const struct wt_topics *t, const struct words *words, uint32_t i)
{
	enum wt_status status = WT_STATUS_UNKNOWN;
	int best = -1000;

	for (uint32_t k = i; k < words->count; k++) {
		const struct wt_word *word = &words->items[k];
		int weight = word->stage.score + word->confidence / 2;

		if (!is_pair(word, &words->items[i]) || word->stage.status == WT_STATUS_UNKNOWN)
			continue;
		weight += word->stage.status == WT_STATUS_ONGOING ? 4 : 0;
		weight -= is_background(t, &t->items[word->topic]) ? BACKGROUND : 0;
		if (weight > best) {
			best = weight;
			status = word->stage.status;
		}
	}
	title_stage(t, words->items[i].project, &best, &status);
	return status;
}

static bool
is_first(const struct words *words, uint32_t i)
{
	for (uint32_t k = 0; k < i; k++)
		if (is_pair(&words->items[k], &words->items[i]))
			return false;
	return true;
}

static struct wt_span
method_of(struct wt_work *w, const struct wt_topic *topic, const struct wt_word *word)
{
	static const char *const kinds[] = {"listed", "noun", "verb", "plan", "document", "rule",
	    "deal", "aid", "carried", "subject", "back"};

	const struct wt_span none = {"", 0}, kind = wt_span_of(kinds[topic->kind]);
	bool cue = word->stage.cue != WT_NO_TOKEN;

	return WT_ARENA_JOIN(w->arena, kind, WT_SPAN(", "), wt_span_of(word->actor),
	    cue ? WT_SPAN(", cue ") : none, cue ? wt_work_text(w, word->stage.cue) : none);
}

/* The tokens of a topic's sentence that belong to the story. */
static void
evidence(const struct wt_topics *t, const struct wt_topic *topic, uint32_t *first, uint32_t *last)
{
	const struct wt_sentence *s =
	    &t->w->doc->sentences[t->w->doc->tokens[topic->first].sentence];

	*first = s->first;
	*last = s->last;
	while (*first < topic->first && !wt_topic_zone(t, *first))
		(*first)++;
	while (*last > topic->last && !wt_topic_zone(t, *last - 1))
		(*last)--;
}

static void
add_claim(struct wt_topics *t, const struct wt_word *word, enum wt_status status, int confidence,
    bool best)
{
	struct wt_work *w = t->w;
	struct wt_facts *f = w->facts;
	const struct wt_topic *topic = &t->items[word->topic];
	struct wt_claim *c = wt_work_grow(w, f->claims, f->nclaims, &w->claims_cap, sizeof *c);
	uint32_t first, last;

	if (c == NULL)
		return;
	f->claims = c;
	c = &f->claims[f->nclaims++];
	evidence(t, topic, &first, &last);
	*c = (struct wt_claim){.region_id = wt_region_id(&w->lex->regions, word->region, w->arena),
	    .programme_id = t->projects[word->project].id,
	    .status = status,
	    .best = best,
	    .confidence = (uint8_t)(confidence < 5    ? 5
				    : confidence > 97 ? 97
						      : confidence),
	    .signs = word->evidence,
	    .evidence = wt_work_span(w, first, last),
	    .method = method_of(w, topic, word),
	    .sentence = w->doc->tokens[first].sentence};
	if (word->entity < f->nentities)
		c->actor_id = f->entities[word->entity].id;
	c->start = w->doc->tokens[first].start - w->doc->body_start;
	c->end = w->doc->tokens[last - 1].end - w->doc->body_start;
	c->cp_start = w->doc->tokens[first].cp_start - w->doc->body_cp;
	c->cp_end = w->doc->tokens[last - 1].cp_end - w->doc->body_cp;
	wt_claim_detail(t, topic, c);
}

/* Is there a surer claim of the region whose programme is the same by another name? */
static bool
is_repeated(const struct wt_topics *t, const struct words *words, uint32_t i, int confidence)
{
	const struct wt_word *word = &words->items[i];

	for (uint32_t k = 0; k < words->count; k++) {
		const struct wt_word *other = &words->items[k];

		if (other->region == word->region && other->project != word->project &&
		    (other->confidence > confidence ||
			(other->confidence == confidence && other->project < word->project)) &&
		    wt_project_repeats(t, word->project, other->project))
			return true;
	}
	return false;
}

static void
make_claims(struct wt_topics *t, const struct words *words)
{
	for (uint32_t i = 0; i < words->count && t->w->err == WT_OK; i++) {
		uint32_t surest;
		enum wt_status status;
		int confidence;

		if (!is_first(words, i))
			continue;
		surest = surest_of(words, i);
		confidence = words->items[surest].confidence;
		if (confidence < LEAST && (t->w->flags & WT_EXTRACT_DOUBTFUL) == 0)
			continue;
		if (is_repeated(t, words, i, confidence))
			continue;
		status = stage_of(t, words, i);
		/* What is told without a word on its stage mostly goes on. */
		if (status == WT_STATUS_UNKNOWN)
			status = WT_STATUS_ONGOING;
		add_claim(t, &words->items[surest], status, confidence, true);
		for (uint32_t k = i; k < words->count; k++)
			if (k != surest && is_pair(&words->items[k], &words->items[i]))
				add_claim(t, &words->items[k], words->items[k].stage.status,
				    words->items[k].confidence, false);
	}
}

/* The programme in the facts, once. */
static void
add_programme(struct wt_topics *t, const struct wt_project *p)
{
	struct wt_facts *f = t->w->facts;
	struct wt_programme *items;

	for (uint32_t i = 0; i < f->nprogrammes; i++)
		if (wt_span_eq(f->programmes[i].id, p->id))
			return;
	items =
	    wt_work_grow(t->w, f->programmes, f->nprogrammes, &t->w->programmes_cap, sizeof *items);
	if (items == NULL)
		return;
	f->programmes = items;
	f->programmes[f->nprogrammes++] =
	    (struct wt_programme){p->id, p->name, p->parent, p->sector, p->discovered};
}

/* Mentions: every programme of the dictionary, and those discovered that have a claim. */
static void
report(struct wt_topics *t)
{
	const struct wt_facts *f = t->w->facts;

	for (uint32_t k = 0; k < t->count && t->w->err == WT_OK; k++) {
		const struct wt_topic *topic = &t->items[k];
		const struct wt_project *p;
		bool claimed = false;

		if (topic->project == WT_NO_PROJECT || topic->kind == WT_TOPIC_BACK)
			continue;
		p = &t->projects[topic->project];
		for (uint32_t i = 0; i < f->nclaims && !claimed; i++)
			claimed = wt_span_eq(f->claims[i].programme_id, p->id);
		if (!claimed && p->discovered)
			continue;
		add_programme(t, p);
		wt_work_mention(t->w, WT_PROGRAMME, topic->first, topic->last, p->id,
		    p->discovered ? "discovered" : "listed", p->discovered ? 60 : 85);
	}
}

void
wt_claims_find(struct wt_work *w)
{
	struct wt_topics topics;
	struct wt_actors actors;
	struct words words = {0};

	if (w->err != WT_OK)
		return;
	wt_topics_find(w, &topics);
	if (w->err == WT_OK)
		wt_actors_find(w, &actors);
	if (w->err != WT_OK)
		return;
	read_words(&topics, &actors, &words);
	mark_second(&topics, &words);
	make_claims(&topics, &words);
	report(&topics);
}
