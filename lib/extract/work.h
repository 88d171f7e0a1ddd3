/*
 * work.h - an article in work: what the rules of extraction share.
 *
 * Rules run in an order (extract.c); each reads what earlier ones found and adds
 * its own.  Everything lives in the article's arena.  Tokens are the unit: a
 * finding is a range of tokens, and `cover` says what kind of finding a token
 * belongs to, so that later rules leave it alone.
 */
#ifndef WT_EXTRACT_WORK_H
#define WT_EXTRACT_WORK_H

#include "base/table.h"
#include "dict/phrase.h"
#include "extract/facts.h"
#include "extract/lexeme.h"
#include "extract/lexicon.h"

/* What covers a token. */
enum wt_cover {
	WT_COVER_NONE,
	WT_COVER_DATE,
	WT_COVER_AMOUNT,
	WT_COVER_ORGANIZATION,
	WT_COVER_PLACE,         /* foreign, or no region: "Jalan Bandung", "Soto Lamongan" */
	WT_COVER_AGENCY,
	WT_COVER_OFFICE,
	WT_COVER_PERSON,
	WT_COVER_REGION
};

/* A region as the text names it. */
struct wt_place {
	uint32_t first, last;           /* tokens of the name */
	uint32_t start;                 /* first token with its qualifier: "Kota Serang" */
	unsigned levels;                /* what the qualifier allows, 0 without one */
	bool office;                    /* the qualifier is an office or body, not the region's word */
	bool strict;                    /* such a qualifier cannot be meant loosely */
	uint32_t *rows;                 /* candidates, as rows of the table */
	uint32_t nrows;
	uint32_t row;                   /* the one meant, or WT_NO_REGION */
	bool group;                     /* a name for several regions at once: all rows are meant */
	bool dropped;                   /* no region after all */
	uint8_t confidence;
	const char *method;
};

/* An agency as the text names it. */
struct wt_body {
	uint32_t first, last;           /* tokens */
	uint32_t row;                   /* of the table agencies, or WT_NO_ROW */
	uint32_t region;                /* row, or WT_NO_REGION */
	struct wt_span base;            /* in full, without the region */
	struct wt_span name;            /* in full, with the region */
	uint32_t entity;                /* index into entities */
	uint8_t confidence;
	bool wants_region;              /* a regional kind that the text leaves without its region */
	bool quiet;                     /* part of an office's name only: no mention of its own */
	const char *method;
};

/* A person; mentions point to it. */
struct wt_person {
	struct wt_span name;            /* the longest form, without titles and degrees */
	struct wt_span lower;           /* the same in lower case */
	struct wt_span alias;           /* a nickname that the article tells, in lower case; or empty */
	uint64_t initials;              /* of its words, as bits: see person.c */
	uint32_t first_mention;         /* token of its first mention */
	bool official;
	struct wt_span position;        /* lower case, in full */
	uint32_t office_row;            /* of the table offices, or WT_NO_ROW */
	uint32_t region;                /* of the office, or WT_NO_REGION */
	uint32_t body;                  /* index of its agency, or UINT32_MAX */
	uint32_t entity;                /* index into entities */
	bool former, candidate;
};

struct wt_person_mention {
	uint32_t first, last;           /* tokens of the name itself */
	uint32_t person;
	uint8_t confidence;
	const char *method;
};

#define WT_INTRODUCED 64        /* abbreviations in brackets that count, of an article */

struct wt_work {
	const struct wt_lexicon *lex;
	const struct wt_article *article;
	unsigned flags;                 /* WT_EXTRACT_... */
	struct wt_document *doc;
	struct wt_arena *arena;
	const struct wt_lexeme **lexemes;       /* of each token */
	struct wt_phrases phrases;
	uint64_t *begins;               /* what may begin with each token: bit b, a kind of phrase or enum wt_begins */
	uint8_t *cover;                 /* enum wt_cover of each token */
	uint8_t *name_words;            /* answers that name.c keeps, one a token */
	uint8_t *headings;              /* answers that name.c keeps, one a sentence */
	uint32_t introduced[WT_INTRODUCED];     /* tokens of "(" before an abbreviation, the first ones */
	uint32_t nintroduced;
	uint32_t *qualifier;            /* match + 1 of the qualifier that ends before token i, or 0 */

	struct wt_place *places;
	uint32_t nplaces;
	size_t places_cap;
	uint32_t *place_at;             /* place + 1 whose name begins with token i, or 0 */
	struct wt_body *bodies;
	uint32_t nbodies;
	size_t bodies_cap;
	uint32_t *body_at;              /* body + 1 that begins with token i, or 0 */
	struct wt_person *people;
	uint32_t npeople;
	size_t people_cap;
	struct wt_person_mention *person_mentions;
	uint32_t nperson_mentions;
	size_t person_mentions_cap;

	uint32_t primary;               /* the region the article is about, or WT_NO_REGION */
	struct wt_facts *facts;
	struct wt_table *ids;           /* ids of the entities, numbered as they are */
	size_t mentions_cap, entities_cap, dates_cap, amounts_cap, claims_cap, programmes_cap;
	bool even;                      /* the story is all in capitals, or has none */
	int err;                        /* WT_OK or WT_ENOMEM: sticky */
};

/* An array in the arena with room for one more; NULL, and err set, without memory. */
void *wt_work_grow(struct wt_work *w, void *items, uint32_t count, size_t *cap, size_t size);

/*
 * The longest phrase of a kind that begins with token i and is written as its
 * entry asks: true, with the match and its first fitting entry.
 */
bool wt_work_phrase_search(const struct wt_work *w, uint32_t i, enum wt_phrase_kind kind,
    struct wt_phrase_match *match, struct wt_phrase_entry *entry);
static inline bool
wt_work_phrase(const struct wt_work *w, uint32_t i, enum wt_phrase_kind kind,
    struct wt_phrase_match *match, struct wt_phrase_entry *entry)
{
	/* Few tokens begin a phrase of the kind asked for: most questions end here. */
	return i < w->doc->ntokens && (w->phrases.kinds[i] >> kind & 1) != 0 &&
	    wt_work_phrase_search(w, i, kind, match, entry);
}

/* The first token from i on, and before `last`, with which something of `what` may begin; `last` if none. */
static inline uint32_t
wt_work_next(const struct wt_work *w, uint32_t i, uint32_t last, uint64_t what)
{
	const uint64_t *b = w->begins;

	while (i + 4 <= last && ((b[i] | b[i + 1] | b[i + 2] | b[i + 3]) & what) == 0)
		i += 4;
	while (i < last && (b[i] & what) == 0)
		i++;
	return i;
}

/* Text, and lower-case text, of a token; whether it is this sign or word. */
struct wt_span wt_work_text(const struct wt_work *w, uint32_t i);
static inline bool
wt_work_is(const struct wt_work *w, uint32_t i, const char *lower)
{
	/* No token is empty; lists of words are walked with this, so the first byte goes first. */
	return i < w->doc->ntokens && w->doc->tokens[i].norm.at[0] == lower[0] &&
	    wt_span_is(w->doc->tokens[i].norm, lower);
}

/* Is token i on this list of words? */
static inline bool
wt_work_listed(const struct wt_work *w, uint32_t i, enum wt_word_list list)
{
	return i < w->doc->ntokens && (w->lexemes[i]->lists >> list & 1) != 0;
}

/* Is token i this sign of punctuation? */
static inline bool
wt_work_sign(const struct wt_work *w, uint32_t i, const char *sign)
{
	return i < w->doc->ntokens && w->doc->tokens[i].kind == WT_TOKEN_PUNCT && wt_work_is(w, i, sign);
}

/* Does anything of `what` (WT_BEGINS_BIT) begin with token i? */
static inline bool
wt_work_begins_any(const struct wt_work *w, uint32_t i, uint64_t what)
{
	return i < w->doc->ntokens && (w->begins[i] & what) != 0;
}

/* Does a phrase of a kind, written as it asks, begin with token i? */
static inline bool
wt_work_begins(const struct wt_work *w, uint32_t i, enum wt_phrase_kind kind)
{
	return wt_work_begins_any(w, i, WT_BEGINS_BIT(kind));
}

/* The bytes from the first to the last token (exclusive), as written. */
struct wt_span wt_work_span(const struct wt_work *w, uint32_t first, uint32_t last);

/* The same with white space folded to one space: in the arena if it had to change. */
struct wt_span wt_work_clean(const struct wt_work *w, uint32_t first, uint32_t last);

/* Is token i a word that starts with a capital (or is all capitals)? */
static inline bool
wt_work_capital(const struct wt_work *w, uint32_t i)
{
	const struct wt_token *t;

	if (i >= w->doc->ntokens)
		return false;
	t = &w->doc->tokens[i];
	return (t->shape == WT_SHAPE_CAPITAL || t->shape == WT_SHAPE_UPPER) &&
	    (t->kind == WT_TOKEN_WORD || t->kind == WT_TOKEN_ABBREVIATION);
}

void wt_work_cover(struct wt_work *w, uint32_t first, uint32_t last, enum wt_cover cover);

/* Are tokens i and i+1 in one sentence and line? */
static inline bool
wt_work_joined(const struct wt_work *w, uint32_t i)
{
	return i + 1 < w->doc->ntokens && w->doc->tokens[i].sentence == w->doc->tokens[i + 1].sentence;
}

/*
 * Add a mention of tokens [first, last): its index, or WT_NO_MENTION without
 * memory.  Zone, sentence and offsets are filled in from the tokens.
 */
uint32_t wt_work_mention(struct wt_work *w, enum wt_type type, uint32_t first, uint32_t last,
    struct wt_span entity_id, const char *method, unsigned confidence);

/*
 * The entity with these fields, made if need be, with the id that these fields
 * give in every article: its index.
 */
uint32_t wt_work_entity(struct wt_work *w, enum wt_type type, struct wt_span name,
    struct wt_span position, struct wt_span agency_id, struct wt_span region_id);

/* How many places begin before a token (the places are in the order of the text). */
uint32_t wt_places_before(const struct wt_work *w, uint32_t token);

/*
 * Does the article introduce this abbreviation for something else than `name`:
 * "Perjanjian Kerja Sama (PKS)"?
 */
bool wt_stands_for_else(const struct wt_work *w, const struct wt_phrase_match *m, struct wt_span name);

/* "Dinas Kesehatan Serang", "RSUD dr. Drajat Serang": does an agency's name reach the region's? */
bool wt_place_behind_agency(const struct wt_work *w, uint32_t first);

/* The place whose name or qualifier begins at token i, or NULL (agency_region.c). */
const struct wt_place *wt_place_from(const struct wt_work *w, uint32_t i);

/* The region of a bare "Diskominfo": the government spoken of last, else the article's (agency_region.c). */
uint32_t wt_region_in_force(const struct wt_work *w, uint32_t token, unsigned levels);

/*
 * Settle a district or village whose name no table has on the one inside the
 * article's regions that differs by a letter or two, or drop it (place_spelling.c).
 */
void wt_place_respell(struct wt_work *w, struct wt_place *p);

/* The rules, in the order in which they run. */
void wt_introductions_find(struct wt_work *w);  /* work.c */
void wt_organizations_find(struct wt_work *w);  /* organizations.c */
void wt_places_find(struct wt_work *w);         /* place.c */
void wt_places_resolve(struct wt_work *w);      /* place_resolve.c */
void wt_bodies_find(struct wt_work *w);         /* agency.c */
void wt_people_find(struct wt_work *w);         /* person.c */
void wt_landmarks_find(struct wt_work *w);      /* landmark.c */
void wt_claims_find(struct wt_work *w);         /* claim.c */

#endif
