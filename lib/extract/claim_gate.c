/*
 * claim_gate.c - articles that are about something else.
 *
 * Crime, sport, elections, accidents and markets have their words; where such
 * words fill an article, what sounds like a programme in it is seldom one.
 */
#include "extract/claim.h"

struct matter {
	uint32_t least; /* words before it counts */
	enum wt_word_list list;
};

static const struct matter matters[] = {
    {6, WT_LIST_CRIME}, {6, WT_LIST_SPORT}, {8, WT_LIST_ELECTION}, {6, WT_LIST_ACCIDENT}};

#define MATTERS (sizeof matters / sizeof matters[0])

static void
count_words(const struct wt_work *w, uint32_t *counts)
{
	uint64_t any = 0;

	for (size_t m = 0; m < MATTERS; m++)
		any |= UINT64_C(1) << matters[m].list;
	for (uint32_t i = 0; i < w->doc->ntokens; i++) {
		const struct wt_token *t = &w->doc->tokens[i];

		if ((w->lexemes[i]->lists & any) == 0 || t->kind != WT_TOKEN_WORD ||
		    (t->zone != WT_ZONE_BODY && t->zone != WT_ZONE_TITLE))
			continue;
		for (size_t m = 0; m < MATTERS; m++)
			if (wt_work_listed(w, i, matters[m].list))
				counts[m] += t->zone == WT_ZONE_TITLE ? 3 : 1;
	}
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
	return false;
}
