/* spec.c - the tables behind spec.h. */
#include "dict/spec.h"

#include <string.h>

const struct wt_phrase_spec wt_phrase_specs[] = {
	{ "regions", "name", WT_PHRASE_REGION, false, false },
	{ "region_aliases", "alias", WT_PHRASE_ALIAS, false, false },
	{ "region_spellings", "spelling", WT_PHRASE_SPELLING, false, false },
	{ "not_regions", "word", WT_PHRASE_NOT_REGION, true, false },
	{ "region_qualifiers", "phrase", WT_PHRASE_QUALIFIER, true, false },
	{ "common_words", "word", WT_PHRASE_COMMON, true, false },
	{ "agencies", "name", WT_PHRASE_AGENCY, false, false },
	{ "agencies", "variants", WT_PHRASE_AGENCY, false, false },
	{ "agency_heads", "head", WT_PHRASE_AGENCY_HEAD, false, false },
	{ "offices", "position", WT_PHRASE_OFFICE, true, false },
	{ "offices", "variants", WT_PHRASE_OFFICE, true, false },
	{ "office_prefixes", "prefix", WT_PHRASE_OFFICE_PREFIX, true, false },
	{ "office_prefixes", "variants", WT_PHRASE_OFFICE_PREFIX, true, false },
	{ "honorifics", "form", WT_PHRASE_HONORIFIC, false, false },
	{ "organizations", "name", WT_PHRASE_ORGANIZATION, false, false },
	{ "organizations", "variants", WT_PHRASE_ORGANIZATION, false, false },
	{ "org_heads", "head", WT_PHRASE_ORG_HEAD, false, false },
	{ "foreign_places", "name", WT_PHRASE_FOREIGN, false, false },
	{ "foreign_places", "variants", WT_PHRASE_FOREIGN, false, false },
	{ "places", "name", WT_PHRASE_PLACE, false, false },
	{ "places", "variants", WT_PHRASE_PLACE, false, false },
	{ "first_names", "name", WT_PHRASE_FIRST_NAME, false, false },
	{ "not_names", "word", WT_PHRASE_NOT_NAME, true, false },
	{ "known_people", "aliases", WT_PHRASE_KNOWN_PERSON, false, false },
	{ "speech_verbs", "verb", WT_PHRASE_SPEECH_VERB, true, false },
	{ "programmes", "name", WT_PHRASE_PROGRAMME, true, false },
	{ "programmes", "variants", WT_PHRASE_PROGRAMME, true, false },
	{ "programmes", "stems", WT_PHRASE_PROGRAMME_STEMS, true, true },
	{ "programmes", "not", WT_PHRASE_PROGRAMME_NOT, true, false },
	{ "programme_heads", "head", WT_PHRASE_PROGRAMME_HEAD, true, false },
	{ "programme_verbs", "root", WT_PHRASE_PROGRAMME_VERB, true, true },
	{ "programme_verbs", "noun", WT_PHRASE_PROGRAMME_VERB, true, true },
	{ "programme_stop", "word", WT_PHRASE_PROGRAMME_STOP, true, false },
	{ "status_cues", "cue", WT_PHRASE_STATUS_CUE, true, false },
	{ "stopwords", "word", WT_PHRASE_STOPWORD, true, false },
	{ 0 }
};

const char *
wt_dict_key(const char *table)
{
	static const char *const keys[][2] = {
		{ "regions", "code" }, { "programmes", "programme_id" }, { "agencies",
		    "agency_id" },
		{ "offices", "office_id" }, { "sectors", "sector" }, { "programme_actions",
		    "class" },
	};

	for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
		if (strcmp(keys[i][0], table) == 0)
			return keys[i][1];
	return NULL;
}
