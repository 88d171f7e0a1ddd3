/*
 * claim.h - one sentence's word that a region pursues a programme.
 */
#ifndef WT_EXTRACT_CLAIM_H
#define WT_EXTRACT_CLAIM_H

#include "extract/actor.h"
#include "extract/programme.h"
#include "extract/status.h"

#define WT_CLAIMS_MOST 600      /* of an article */

struct wt_word {
	uint32_t project, region, topic;
	uint32_t entity;                /* who acts, or UINT32_MAX */
	struct wt_stage stage;
	int confidence;
	unsigned trust;
	const char *actor;              /* how the region was found */
};

/* claim_gate.c: points off every claim of an article of another kind (crime, sport, elections), or 0. */
int wt_claim_gate(const struct wt_work *w);

/* claim_detail.c: the date aimed at and the budget in the topic's sentence, where it says so. */
void wt_claim_detail(const struct wt_topics *t, const struct wt_topic *topic, struct wt_claim *claim);

#endif
