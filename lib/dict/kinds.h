/*
 * kinds.h - what a phrase of the dictionaries can be.
 *
 * dict/spec.c says which column of which table makes phrases of which kind.
 */
#ifndef WT_DICT_KINDS_H
#define WT_DICT_KINDS_H

enum wt_phrase_kind {
	WT_PHRASE_REGION,               /* regions: name */
	WT_PHRASE_ALIAS,                /* region_aliases: alias */
	WT_PHRASE_SPELLING,             /* region_spellings: spelling */
	WT_PHRASE_NOT_REGION,           /* not_regions: word */
	WT_PHRASE_QUALIFIER,            /* region_qualifiers: phrase */
	WT_PHRASE_COMMON,               /* common_words: word */
	WT_PHRASE_AGENCY,               /* agencies: name, variants */
	WT_PHRASE_AGENCY_HEAD,          /* agency_heads: head */
	WT_PHRASE_OFFICE,               /* offices: position, variants */
	WT_PHRASE_OFFICE_PREFIX,        /* office_prefixes: prefix, variants */
	WT_PHRASE_HONORIFIC,            /* honorifics: form */
	WT_PHRASE_ORGANIZATION,         /* organizations: name, variants */
	WT_PHRASE_ORG_HEAD,             /* org_heads: head */
	WT_PHRASE_FOREIGN,              /* foreign_places: name, variants */
	WT_PHRASE_PLACE,                /* places: name, variants */
	WT_PHRASE_FIRST_NAME,           /* first_names: name */
	WT_PHRASE_NOT_NAME,             /* not_names: word */
	WT_PHRASE_KNOWN_PERSON,         /* known_people: aliases */
	WT_PHRASE_SPEECH_VERB,          /* speech_verbs: verb */
	WT_PHRASE_PROGRAMME,            /* programmes: name, variants */
	WT_PHRASE_PROGRAMME_STEMS,      /* programmes: stems */
	WT_PHRASE_PROGRAMME_NOT,        /* programmes: not */
	WT_PHRASE_PROGRAMME_HEAD,       /* programme_heads: head */
	WT_PHRASE_PROGRAMME_VERB,       /* programme_verbs: root and noun, as stem patterns */
	WT_PHRASE_PROGRAMME_STOP,       /* programme_stop: word */
	WT_PHRASE_STATUS_CUE,           /* status_cues: cue */
	WT_PHRASE_STOPWORD,             /* stopwords: word */
	WT_PHRASE_KINDS
};

/* How a phrase has to be written in the text. */
enum wt_phrase_case {
	WT_CASE_ANY,
	WT_CASE_CAPITAL,                /* its first word starts with a capital */
	WT_CASE_UPPER                   /* its first word is all capitals */
};

#endif
