/*
 * claim_gate.c - articles that are about something else.
 *
 * Crime, sport, elections, accidents and markets have their words; where such
 * words fill an article, what sounds like a programme in it is seldom one.
 */
#include "extract/claim.h"

#define FOREIGN 6 /* names of foreign places that make an article one from abroad, at least */

struct matter {
	uint32_t least; /* words before it counts */
	enum wt_word_list list;
};

static const struct matter matters[] = {
    {6, WT_LIST_CRIME}, {6, WT_LIST_SPORT}, {8, WT_LIST_ELECTION}, {6, WT_LIST_ACCIDENT},
    {6, WT_LIST_STAGE}, {6, WT_LIST_MARKET}, {6, WT_LIST_WAR}};

#define MATTERS (sizeof matters / sizeof matters[0])

static void
count_words(const struct wt_work *w, uint32_t *counts)
{
	const uint64_t what = WT_BEGINS_BIT(WT_BEGINS_MATTER);
	uint32_t n = w->doc->ntokens;

	for (uint32_t i = wt_work_next(w, 0, n, what); i < n; i = wt_work_next(w, i + 1, n, what)) {
		const struct wt_token *t = &w->doc->tokens[i];

		if (t->kind != WT_TOKEN_WORD ||
		    (t->zone != WT_ZONE_BODY && t->zone != WT_ZONE_TITLE))
			continue;
		for (size_t m = 0; m < MATTERS; m++)
			if (wt_work_listed(w, i, matters[m].list))
				counts[m] += t->zone == WT_ZONE_TITLE ? 3 : 1;
	}
}

/* More names of other countries than of regions: news from abroad. */
static bool
is_foreign(const struct wt_work *w)
{
	const struct wt_facts *f = w->facts;
	uint32_t foreign = 0, own = 0;

	for (uint32_t i = 0; i < f->nmentions; i++)
		foreign += f->mentions[i].type == WT_PLACE &&
			   wt_span_is(f->mentions[i].method, "foreign");
	for (uint32_t i = 0; i < w->nplaces; i++)
		own += !w->places[i].dropped;
	return foreign >= FOREIGN && foreign > own;
}

bool
wt_claim_other_matter(const struct wt_work *w)
{
	uint32_t counts[MATTERS] = {0};

	count_words(w, counts);
	/* A share of the words, too: a long article may touch on anything. */
	for (size_t m = 0; m < MATTERS; m++)
		if (counts[m] >= matters[m].least && counts[m] * 80 >= w->doc->ntokens)
			return true;
	return is_foreign(w);
}
