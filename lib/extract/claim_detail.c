/*
 * claim_detail.c - when a programme is to be ready, and what it costs.
 *
 * The date is one behind a word of aim ("rampung", "ditargetkan", "mulai") in the
 * topic's sentence; the budget an amount of rupiah there that is not one for
 * each of many.
 */
#include "extract/claim.h"

#define REACH 6 /* tokens from the word of aim to its date, at most */

/* The tokens that a mention begins at and ends behind: false outside the topic's sentence. */
static bool
mention_tokens(const struct wt_topics *t, const struct wt_mention *m, const struct wt_sentence *s,
    uint32_t *first)
{
	const struct wt_document *doc = t->w->doc;

	if (m->zone == WT_ZONE_TITLE)
		return false;
	for (uint32_t i = s->first; i < s->last; i++) {
		if (doc->tokens[i].end <= m->start + doc->body_start)
			continue;
		*first = i;
		return doc->tokens[i].start <= m->start + doc->body_start;
	}
	return false;
}

static bool
is_aimed(const struct wt_work *w, uint32_t date, uint32_t first)
{
	for (uint32_t i = date, n = 0; i > first && n < REACH; i--, n++)
		if (wt_work_listed(w, i - 1, WT_LIST_AIM))
			return true;
	return false;
}

static bool
is_share(const struct wt_work *w, uint32_t i, uint32_t last)
{
	for (uint32_t k = i, n = 0; k < last && n < 5; k++, n++)
		if (wt_work_is(w, k, "per") || wt_work_is(w, k, "setiap") ||
		    wt_work_is(w, k, "tiap"))
			return true;
	return false;
}

void
wt_claim_detail(const struct wt_topics *t, const struct wt_topic *topic, struct wt_claim *claim)
{
	const struct wt_document *doc = t->w->doc;
	const struct wt_sentence *s = &doc->sentences[doc->tokens[topic->first].sentence];
	const struct wt_facts *f = t->w->facts;
	uint32_t first;

	for (uint32_t i = 0; i < f->ndates && claim->target_from.len == 0; i++) {
		if (f->dates[i].from.len == 0 || f->dates[i].mention >= f->nmentions ||
		    !mention_tokens(t, &f->mentions[f->dates[i].mention], s, &first) ||
		    !is_aimed(t->w, first, s->first))
			continue;
		claim->target_from = f->dates[i].from;
		claim->target_to = f->dates[i].to;
	}
	for (uint32_t i = 0; i < f->namounts && claim->amount_idr.len == 0; i++) {
		if (!wt_span_is(f->amounts[i].unit, "IDR") ||
		    f->amounts[i].mention >= f->nmentions ||
		    !mention_tokens(t, &f->mentions[f->amounts[i].mention], s, &first) ||
		    is_share(t->w, first, s->last))
			continue;
		claim->amount_idr = f->amounts[i].value;
	}
}
