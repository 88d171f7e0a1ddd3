/*
 * lexicon.h - the tables that rules read, looked up and parsed once.
 *
 * Rows that are asked for at every other word are kept as numbers and spans here;
 * of the others only the table and its columns, for wt_dict_cell.
 */
#ifndef WT_EXTRACT_LEXICON_H
#define WT_EXTRACT_LEXICON_H

#include "base/arena.h"
#include "extract/facts.h"
#include "extract/regions.h"

/* What readers take a bare name for. */
struct wt_default {
	struct wt_span lower;           /* the name, in lower case */
	uint32_t region;                /* row, or WT_NO_REGION */
};

enum wt_cue_kind {
	WT_CUE_KIND_ASPECT,
	WT_CUE_KIND_VERB,
	WT_CUE_KIND_NOUN,
	WT_CUE_KIND_MODAL,
	WT_CUE_KIND_NEGATION
};

/* A word on the stage of something. */
struct wt_cue {
	enum wt_status status;
	enum wt_cue_kind kind;
	int strength;                   /* 0 to 5 */
};

/* What a government does with a programme: see dictionaries/README.md. */
enum wt_verb_kind {
	WT_VERB_STRONG,
	WT_VERB_WEAK,
	WT_VERB_PLAN,
	WT_VERB_DOCUMENT,
	WT_VERB_RULE,
	WT_VERB_DEAL,
	WT_VERB_AID,
	WT_VERB_NAME,
	WT_VERB_CARRY
};

struct wt_verb {
	struct wt_span root, noun;      /* the root may be of several words */
	enum wt_verb_kind kind;
};

struct wt_lexicon {
	const struct wt_dict *dict;
	struct wt_regions regions;
	struct wt_arena arena;          /* of what follows */
	struct wt_default *defaults;    /* of the table region_defaults, `ndefaults` of them */
	uint32_t ndefaults;
	uint32_t *agency_fixed;         /* of each row of agencies: its region by agency_regions, or WT_NO_REGION */
	uint8_t *name_weights;          /* of each row of first_names: 1 to 3 */
	struct wt_cue *cues;            /* of each row of status_cues */
	struct wt_verb *verbs;          /* of each row of programme_verbs, `nverbs` of them */
	uint32_t nverbs;
	int stop, stop_why;             /* programme_stop */
	int aliases, alias_codes, alias_kind;
	int spellings, spelling_code;
	int qualifiers, qualifier_levels, qualifier_kind;
	int not_regions, not_side;
	int agencies, agency_id, agency_name, agency_kind, agency_scope, agency_levels;
	int agency_heads, head_scope, head_kind;
	int offices, office_id, office_position, office_kind, office_level, office_hint;
	int prefixes, prefix_word, prefix_effect;
	int honorifics, honorific_kind;
	int organizations, organization_name, organization_kind;
	int org_heads, org_head_kind;
	int foreign, foreign_name, foreign_kind, places, place_name;
	int known, known_name, known_position, known_from, known_to;
	int speech_verbs, speech_position;
	int programmes, programme_id, programme_name, programme_parent, programme_sector, programme_kind;
	int heads, head_takes;
};

/*
 * Look up the tables: WT_OK, WT_ENOMEM, or WT_ENOENT naming the one that is
 * missing.  Close it either way.
 */
int wt_lexicon_open(const struct wt_dict *dict, struct wt_lexicon *out, struct wt_error *error);
void wt_lexicon_close(struct wt_lexicon *l);

#endif
