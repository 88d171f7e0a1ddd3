/*
 * programme.h - programmes as an article names them.
 *
 * A topic is one place of the text that names a programme: a row of the
 * dictionary ("PTSL"), an action and its object ("pembangunan jembatan gantung",
 * "pipa akan dipasang"), a named plan ("Raperda Desa Wisata"), or words that
 * point back ("proyek itu").  Topics of one programme are joined to a project,
 * which has the name, id and parent of the tables.  What a region does with it
 * is the work of claim.c.
 *
 * Everything lives in the article's arena.
 */
#ifndef WT_EXTRACT_PROGRAMME_H
#define WT_EXTRACT_PROGRAMME_H

#include "extract/work.h"

#define WT_NO_TOKEN UINT32_MAX
#define WT_NO_PROJECT UINT32_MAX
#define WT_TOPICS_MOST 400      /* of an article; what comes later is left out */

enum wt_topic_kind {
	WT_TOPIC_ROW,           /* words of the dictionary, alone */
	WT_TOPIC_NOUN,          /* "pembangunan X" */
	WT_TOPIC_VERB,          /* "membangun X", "X dibangun" */
	WT_TOPIC_PLAN,          /* "program X", "proyek X" */
	WT_TOPIC_DOCUMENT,      /* "masterplan X" */
	WT_TOPIC_RULE,          /* "Perda X" */
	WT_TOPIC_DEAL,          /* "kerja sama X" */
	WT_TOPIC_AID,           /* "beasiswa X" */
	WT_TOPIC_CARRIED,       /* "menggelar X", "X ditunda" */
	WT_TOPIC_SUBJECT,       /* "X mangkrak" */
	WT_TOPIC_BACK           /* "proyek itu", "pembangunannya" */
};

/* Words that name a thing: tokens [first, last). */
struct wt_object {
	uint32_t first, last;
	uint32_t where, where_last;     /* "Kecamatan Pacet" behind it; empty: 0, 0 */
	uint32_t alias;                 /* "(RTH)" inside or behind it: the token, or WT_NO_TOKEN */
	bool quoted;
};

struct wt_topic {
	uint32_t first, last;           /* tokens, with the head */
	struct wt_object object;
	uint32_t verb;                  /* token of its verb, or WT_NO_TOKEN */
	struct wt_span label;           /* the noun before the object; may be empty */
	uint32_t row;                   /* of the table programmes, or WT_NO_ROW */
	enum wt_topic_kind kind;
	bool weak;                      /* counts only with more signs of a programme */
	uint32_t project;
};

struct wt_project {
	struct wt_span name, id, parent, sector;
	uint32_t row;
	uint32_t topic;                 /* the one that names it */
	uint32_t topics;                /* how many */
	bool discovered, deal, titled;  /* titled: the title names it */
};

struct wt_topics {
	struct wt_work *w;
	struct wt_topic *items;
	uint32_t count;
	size_t cap;
	struct wt_project *projects;
	uint32_t nprojects;
	size_t projects_cap;
};

/* Find topics and join them.  Errors are in t->w->err. */
void wt_topics_find(struct wt_work *w, struct wt_topics *t);

/* Add one topic; NULL, without an error, past WT_TOPICS_MOST. */
struct wt_topic *wt_topic_add(struct wt_topics *t, const struct wt_topic *topic);

/* Is the token part of the story: its title or body? */
static inline bool
wt_topic_zone(const struct wt_topics *t, uint32_t i)
{
	uint8_t zone = t->w->doc->tokens[i].zone;

	return zone == WT_ZONE_TITLE || zone == WT_ZONE_BODY;
}

/* Is the token part of a name: of a body, a person, a date, a region with its word? */
static inline bool
wt_topic_is_name(const struct wt_topics *t, uint32_t i)
{
	const unsigned names = 1u << WT_COVER_AGENCY | 1u << WT_COVER_OFFICE | 1u << WT_COVER_PERSON |
			       1u << WT_COVER_REGION | 1u << WT_COVER_DATE;

	return (names >> t->w->cover[i] & 1) != 0;
}

/* Is the token a verb of the form me- or di-? */
static inline bool
wt_topic_is_verb(const struct wt_topics *t, uint32_t i)
{
	return t->w->lexemes[i]->verb;
}

/* programme_object.c: the object that begins at token i, before `end`; false if there is none. */
bool wt_object_read(const struct wt_topics *t, uint32_t i, uint32_t end, struct wt_object *out);

/* Does a word of programme_stop that ends an object stand at token i? */
bool wt_object_ends(const struct wt_topics *t, uint32_t i);

/* programme_head.c: topics with a head word or a verb, in the tokens [first, last). */
void wt_heads_find(struct wt_topics *t, uint32_t first, uint32_t last);

/* programme_row.c: rows of the dictionary; they join the topics from `from` on. */
void wt_rows_find(struct wt_topics *t, uint32_t first, uint32_t last, uint32_t from);

/* programme_join.c: projects out of topics. */
void wt_projects_join(struct wt_topics *t);

/* Does the name of one say no more than that of the other: "masterplan", "masterplan smart city"? */
bool wt_project_repeats(const struct wt_topics *t, uint32_t a, uint32_t b);

#endif
