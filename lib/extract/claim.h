/*
 * claim.h - one sentence's word that a region pursues a programme.
 */
#ifndef WT_EXTRACT_CLAIM_H
#define WT_EXTRACT_CLAIM_H

#include "extract/actor.h"
#include "extract/programme.h"
#include "extract/status.h"

#define WT_WORDS_MOST 600       /* of an article */

/* What speaks for or against a word: bits of a set, weighed in claim_score.c. */
enum wt_evidence {
	WT_EV_ALWAYS,
	/* kinds of topic, in the order of wt_topic_kind */
	WT_EV_LISTED, WT_EV_NOUN, WT_EV_VERB, WT_EV_PLAN, WT_EV_DOCUMENT, WT_EV_RULE, WT_EV_DEAL,
	WT_EV_AID, WT_EV_CARRIED, WT_EV_SUBJECT_OF, WT_EV_BACK,
	WT_EV_WEAK, WT_EV_NAMED_ROW, WT_EV_WORK_ROW,
	/* who acts */
	WT_EV_BODY, WT_EV_OFFICE, WT_EV_PERSON, WT_EV_SUBJECT, WT_EV_COUNCIL, WT_EV_LOCATION,
	WT_EV_PRIVATE, WT_EV_NOBODY,
	WT_EV_BEFORE, WT_EV_AFTER, WT_EV_SPEAKER, WT_EV_EARLIER, /* where that is said */
	WT_EV_TITLED, WT_EV_TWICE, WT_EV_OFTEN, WT_EV_LEAD, WT_EV_LATE,
	WT_EV_NO_CUE, WT_EV_FAR_CUE, WT_EV_CUE, WT_EV_NEAR_CUE,
	WT_EV_ONE_WORD, WT_EV_MANY_WORDS, WT_EV_CAPITAL,
	WT_EV_WHERE,
	WT_EV_PRIMARY,                  /* the region is the article's */
	WT_EV_OTHER_MATTER,             /* the article is about crime, sport, elections ... */
	WT_EV_QUESTION,                 /* conditions and wishes: "jika", "seandainya", "?" */
	WT_EV_PURPOSE,                  /* "untuk meningkatkan X" */
	WT_EV_PREPOSITION, WT_EV_START, WT_EV_DEMONSTRATIVE, /* what stands beside the topic */
	WT_EV_DEMAND,                   /* "meminta", "mendesak" */
	WT_EV_MONEY, WT_EV_DATE, WT_EV_COUNTED, WT_EV_QUOTE,
	WT_EV_OTHERS,                   /* somebody private does it: "investor membangun X" */
	WT_EV_CROWDED,                  /* many topics in one sentence */
	WT_EV_SECOND,                   /* a surer one of its sentence and region */
	WT_EV_NAMED_ALONE, WT_EV_STRONG_ROW, WT_EV_WEAK_NO_ROW, /* kinds and rows together */
	WT_EV_WE,                       /* "kami", "pihaknya" stands before it */
	WT_EV_DIRECT,                   /* the government is the verb's own subject */
	WT_EV_LOCATION_WEAK,            /* a central body, and a work that is only named */
	WT_EV_LISTED_BARE,              /* a work only named, and no plain stage */
	WT_EV_LOCAL,                    /* the article speaks of that government most */
	WT_EV_COUNT
};

struct wt_word {
	uint32_t project, region, topic;
	uint32_t entity;                /* who acts, or UINT32_MAX */
	struct wt_stage stage;
	uint64_t evidence;              /* bits of enum wt_evidence */
	int confidence;                 /* percent */
	const char *actor;              /* how the region was found */
};

/* claim_gate.c: is the article of another kind (crime, sport, elections)? */
bool wt_claim_other_matter(const struct wt_work *w);

/* claim_score.c: fill evidence and confidence of a word whose other fields are set. */
void wt_claim_score(const struct wt_topics *t, const struct wt_actors *actors,
    const struct wt_actor *actor, bool other_matter, struct wt_word *word);

/* Confidence again, out of the evidence. */
void wt_claim_weigh(struct wt_word *word);

/* claim_detail.c: the date aimed at and the budget in the topic's sentence, where it says so. */
void wt_claim_detail(const struct wt_topics *t, const struct wt_topic *topic,
    struct wt_claim *claim);

#endif
