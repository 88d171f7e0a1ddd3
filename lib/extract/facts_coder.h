/*
 * facts_coder.h - writes fields or reads them, one list of fields for both.
 *
 * The first error stays; what is read after it is 0 or empty.  When reading, strings
 * point into the bytes, and what is not the one spelling of a value is WT_ECORRUPT.
 */
#ifndef WT_EXTRACT_FACTS_CODER_H
#define WT_EXTRACT_FACTS_CODER_H

#include "base/err.h"
#include "base/table.h"
#include "extract/facts.h"

#define WT_CODER_WORDS 250u     /* short strings that are remembered, at most */

struct wt_coder_rule {
	struct wt_span method;
	uint32_t confidence;
};

/* What is remembered, apart: it is large, and what was not put into it is never read. */
struct wt_coder_memory {
	struct wt_span words[WT_CODER_WORDS];
	struct wt_coder_rule rules[WT_CODER_WORDS];
};

struct wt_coder {
	struct wt_buf *out;             /* set when writing */
	const uint8_t *at, *end;        /* set when reading */
	struct wt_arena *arena;         /* of what is read; when writing, scratch */
	struct wt_facts *f;
	struct wt_span text;
	uint32_t *points;               /* code points before each STEP bytes of the text */
	struct wt_span *words;          /* of a struct wt_coder_memory */
	struct wt_coder_rule *rules;
	uint32_t nwords, nrules;
	struct wt_table ids;            /* of entities, as far as they are known */
	uint32_t *named;                /* entity of each mention plus 1; 0: none, or another id */
	uint32_t *first;                /* mention that names an entity first, or WT_NO_MENTION */
	int err;
};

static inline bool
wt_coder_reading(const struct wt_coder *c)
{
	return c->out == NULL;
}

void wt_coder_fail(struct wt_coder *c, int err);

void wt_coder_number(struct wt_coder *c, uint32_t *value);

/* A number that must stay below `limit`: what was given, or read. */
uint32_t wt_coder_small(struct wt_coder *c, uint32_t value, uint32_t limit);

/* A number near another one: the difference, small ones of either sign as small numbers. */
void wt_coder_near(struct wt_coder *c, uint32_t *value, uint32_t other);

void wt_coder_string(struct wt_coder *c, struct wt_span *s);
void wt_coder_strings(struct wt_coder *c, struct wt_span *const *fields, size_t count);

#define WT_CODER_STRINGS(c, ...) wt_coder_strings(c, (struct wt_span *const[]){ __VA_ARGS__ }, \
    sizeof((struct wt_span *const[]){ __VA_ARGS__ }) / sizeof(struct wt_span *))

/* A short string, in full the first time only; or its number, 0 for a new one, and then it. */
void wt_coder_word(struct wt_coder *c, struct wt_span *s);
uint32_t wt_coder_word_number(const struct wt_coder *c, struct wt_span s);
void wt_coder_named_word(struct wt_coder *c, uint32_t named, struct wt_span *s);

/* A count and, when reading, zeroed items for it: each takes at least one byte. */
void *wt_coder_list(struct wt_coder *c, uint32_t *count, void *items, size_t size);

/* The ids of those who speak or act in claims; is an entity one of them? */
void wt_coder_gather_actors(struct wt_coder *c, struct wt_table *actors);
bool wt_coder_is_actor(const struct wt_table *actors, const struct wt_entity *e);

/* The two parts of facts. */
void wt_code_claims(struct wt_coder *c);
void wt_code_rest(struct wt_coder *c);

#endif
