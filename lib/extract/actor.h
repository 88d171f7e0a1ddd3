/*
 * actor.h - whose government acts where a topic is named.
 *
 * Signs of a government are its bodies ("Pemkot Serang", "Dinas PU Kota X"), its
 * office-holders, and, weaker, its region as the subject of a verb.  The nearest
 * sign before the topic in its sentence acts; else the one that speaks; else
 * the government of the sentences before; else the article's region.  A central
 * body gives the region of the place where it works.
 */
#ifndef WT_EXTRACT_ACTOR_H
#define WT_EXTRACT_ACTOR_H

#include "extract/programme.h"

#define WT_ACTORS_MOST 8

enum wt_sign_kind {
	WT_SIGN_BODY, WT_SIGN_OFFICE, WT_SIGN_PERSON, WT_SIGN_SUBJECT, WT_SIGN_CENTRAL,
	WT_SIGN_PRIVATE, WT_SIGN_COUNCIL, WT_SIGN_NONE
};

enum wt_actor_way { WT_WAY_BEFORE, WT_WAY_AFTER, WT_WAY_SPEAKER, WT_WAY_EARLIER };

struct wt_sign {
	uint32_t first, last;           /* tokens */
	uint32_t region;                /* kabupaten, kota, provinsi; WT_NO_REGION: none */
	uint32_t entity;                /* index into entities, or UINT32_MAX */
	enum wt_sign_kind kind;
};

struct wt_actors {
	struct wt_sign *signs;          /* by first token */
	uint32_t count;
	size_t cap;
	uint32_t *speaker;              /* sign + 1 of who speaks in each sentence, or 0 */
};

struct wt_actor {
	uint32_t regions[WT_ACTORS_MOST];
	uint32_t count;
	enum wt_sign_kind kind;         /* WT_SIGN_NONE: only the article's region */
	enum wt_actor_way way;          /* where that stands; only with a kind */
	uint32_t entity;                /* who, or UINT32_MAX */
	bool direct;                    /* the subject of the topic's verb */
	const char *method;
};

/* actor_signs.c: the signs of an article, and who speaks.  Errors are in w->err. */
void wt_actors_find(struct wt_work *w, struct wt_actors *a);

/* Does a verb of speech begin at token i? */
bool wt_actor_is_speech(const struct wt_work *w, uint32_t i);

/* Who acts where this topic stands; count is 0 if nobody is known. */
void wt_actor_read(const struct wt_topics *t, const struct wt_actors *a,
    const struct wt_topic *topic, struct wt_actor *out);

/* Is this the government that the article speaks of, more than of all others together? */
bool wt_actor_is_local(const struct wt_actors *a, uint32_t region);

/* The kabupaten, kota or provinsi that a region is in, or itself. */
uint32_t wt_actor_region(const struct wt_work *w, uint32_t row);

#endif
