/*
 * facts.h - what one article says: the rows of the tables, in plain values.
 *
 * This is where extraction ends and everything else begins: tables, index and
 * reports know facts only.  Spans point into the article's arena or into the
 * bytes that were decoded.  Region ids are "ID." and the Kemendagri code.
 *
 * wt_facts_encode makes bytes for the index, of two parts: claims with the
 * programmes and actors they name, which reports read for many articles, and
 * the rest; facts_claims.c and facts_rest.c have their grammar.
 */
#ifndef WT_EXTRACT_FACTS_H
#define WT_EXTRACT_FACTS_H

#include "base/arena.h"
#include "base/buf.h"

#include <stdint.h>

/* An article as it comes in.  Empty spans where a record has no such field. */
struct wt_article {
	struct wt_span id;              /* unique within a run */
	struct wt_span path;            /* of the file it came from */
	struct wt_span url, source;     /* source: the paper's name */
	struct wt_span title, date, text;
	struct wt_span fetched;         /* the day it was fetched, if that is known: ISO 8601 */
};

enum wt_type {
	WT_REGION, WT_OFFICIAL, WT_PERSON, WT_AGENCY, WT_ORGANIZATION, WT_PLACE, WT_DATE, WT_AMOUNT,
	WT_PROGRAMME
};
#define WT_TYPES 9

enum wt_status {
	WT_STATUS_UNKNOWN, WT_STATUS_PLANNED, WT_STATUS_AGREED, WT_STATUS_ONGOING, WT_STATUS_COMPLETED,
	WT_STATUS_STALLED, WT_STATUS_CANCELLED
};
#define WT_STATUSES 7

#define WT_NO_MENTION UINT32_MAX

/* An official, person, agency, organization or place: one of this article's. */
struct wt_entity {
	enum wt_type type;
	struct wt_span id;              /* made of the other fields, the same in every article */
	struct wt_span name, position, agency_id, region_id;
};

struct wt_mention {
	enum wt_type type;
	uint8_t zone;                   /* enum wt_zone */
	uint8_t confidence;             /* percent */
	struct wt_span entity_id;       /* region, entity or programme; empty when unresolved */
	struct wt_span surface;
	struct wt_span method;          /* the rule; for unresolved names with "candidates ..." */
	uint32_t sentence;
	uint32_t start, end;            /* bytes into the text as given; of the title, into that */
	uint32_t cp_start, cp_end;      /* the same in code points */
};

struct wt_date_fact {
	uint32_t mention;               /* index of its mention */
	struct wt_span from, to;        /* ISO day, month or year */
	struct wt_span precision, anchor, agrees;
};

struct wt_amount_fact {
	uint32_t mention;
	struct wt_span value, value_to; /* plain decimal numbers */
	struct wt_span unit, modifier;
};

struct wt_programme {
	struct wt_span id, name, parent_id, sector;
	bool discovered;
};

struct wt_claim {
	struct wt_span region_id, programme_id;
	struct wt_span actor_id;        /* entity that speaks or acts; may be empty */
	struct wt_span target_from, target_to;
	struct wt_span amount_idr;
	struct wt_span evidence;        /* the sentence, exactly */
	struct wt_span method;
	enum wt_status status;
	uint8_t confidence;             /* percent */
	bool best;                      /* of its region and programme here; others are for `show` */
	uint32_t sentence, start, end, cp_start, cp_end;
	uint64_t signs;                 /* what it was weighed by: bits of extract/claim.h; not encoded */
};

struct wt_token_fact {
	uint32_t sentence, number, cp_start, cp_end;
	struct wt_span surface, norm, stem;
	bool stopword;
};

struct wt_facts {
	struct wt_span article_id, path, url, source, title, byline, dateline_place;
	struct wt_span published, published_precision, published_method;
	struct wt_span primary_region_id, content_hash, duplicate_of;
	uint32_t chars, ntokens, nsentences;

	struct wt_entity *entities;
	struct wt_mention *mentions;
	struct wt_date_fact *dates;
	struct wt_amount_fact *amounts;
	struct wt_programme *programmes;
	struct wt_claim *claims;
	struct wt_token_fact *tokens;           /* only when asked for; not encoded */
	uint32_t nentities, nmentions, ndates, namounts, nprogrammes, nclaims, ntoken_facts;
};

const char *wt_type_name(enum wt_type type);
const char *wt_status_name(enum wt_status status);

/* The status of a name as tables give it: WT_OK or WT_EINVAL. */
int wt_status_named(struct wt_span name, enum wt_status *status);

/*
 * The id of an entity: "P." and twelve hexadecimal digits of the hash of its other
 * fields, in the arena.  WT_OK or WT_ENOMEM.
 */
int wt_entity_id(const struct wt_entity *e, struct wt_arena *arena, struct wt_span *id);

/* What tells one text from another: 16 digits, in the arena; empty without memory. */
struct wt_span wt_content_hash(struct wt_arena *arena, struct wt_span text);

/*
 * Append the two encodings; the buffers keep their errors.  The rest does not repeat
 * what stands in the text, the claims, or the fields that are kept elsewhere: article_id,
 * path, url, source, title, published and primary_region_id.
 */
void wt_facts_encode_claims(const struct wt_facts *f, struct wt_buf *out);
void wt_facts_encode(const struct wt_facts *f, struct wt_span text, struct wt_buf *out);

/*
 * Read them back: claims, programmes and (as entities) actors into `f`, which is zeroed
 * before; or then all the rest, given the same text and, in `f`, the claims and the
 * fields that are kept elsewhere.  Arrays live in the arena, spans point into `bytes`,
 * the text, the arena and the fields of `f`.  WT_OK, WT_ENOMEM, WT_ECORRUPT, and WT_EVERSION
 * for a rest that another version of these rules wrote.
 */
int wt_facts_decode_claims(struct wt_span bytes, struct wt_arena *a, struct wt_facts *f);
int wt_facts_decode(struct wt_span bytes, struct wt_span text, struct wt_arena *a,
    struct wt_facts *f);

#endif
