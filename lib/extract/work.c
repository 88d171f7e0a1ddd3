/* work.c - the shared tools of the rules, behind work.h. */
#include "extract/work.h"
#include "base/hash.h"
#include "text/utf8.h"

#include <stdlib.h>

#define ID_DIGITS 12

struct column {
	int *table;             /* where the table's number is kept */
	const char *table_name;
	int *column;
	const char *column_name;
};

/* The regions that the table agency_regions fixes for agencies. */
static int
fix_agencies(struct wt_lexicon *l, struct wt_error *error)
{
	int table = wt_dict_table(l->dict, "agency_regions");
	int id = wt_dict_column(l->dict, table, "agency_id"), region = wt_dict_column(l->dict, table, "region");
	uint32_t rows = wt_dict_rows(l->dict, l->agencies);

	if (id < 0 || region < 0)
		return wt_error_set(error, WT_ENOENT, 0,
		    "the dictionary has no table agency_regions with agency_id and region; make it again with `warta dict`");
	if ((l->agency_fixed = calloc((size_t)rows + 1, sizeof *l->agency_fixed)) == NULL)
		return wt_error_set(error, WT_ENOMEM, 0, "out of memory");
	for (uint32_t i = 0; i < rows; i++) {
		struct wt_span agency = wt_dict_cell(l->dict, l->agencies, i, l->agency_id);

		l->agency_fixed[i] = WT_NO_REGION;
		for (uint32_t k = wt_dict_rows(l->dict, table); k > 0; k--)
			if (wt_span_eq(wt_dict_cell(l->dict, table, k - 1, id), agency))
				l->agency_fixed[i] = wt_region_find(&l->regions,
				    wt_dict_cell(l->dict, table, k - 1, region));
	}
	return WT_OK;
}

int
wt_lexicon_open(const struct wt_dict *dict, struct wt_lexicon *l, struct wt_error *error)
{
	const struct column columns[] = {
		{ &l->aliases, "region_aliases", &l->alias_codes, "codes" },
		{ &l->aliases, "region_aliases", &l->alias_kind, "kind" },
		{ &l->spellings, "region_spellings", &l->spelling_code, "code" },
		{ &l->qualifiers, "region_qualifiers", &l->qualifier_levels, "levels" },
		{ &l->qualifiers, "region_qualifiers", &l->qualifier_kind, "kind" },
		{ &l->not_regions, "not_regions", &l->not_side, "side" },
		{ &l->defaults, "region_defaults", &l->default_name, "name" },
		{ &l->defaults, "region_defaults", &l->default_code, "code" },
		{ &l->agencies, "agencies", &l->agency_id, "agency_id" },
		{ &l->agencies, "agencies", &l->agency_name, "name" },
		{ &l->agencies, "agencies", &l->agency_kind, "kind" },
		{ &l->agencies, "agencies", &l->agency_scope, "scope" },
		{ &l->agencies, "agencies", &l->agency_levels, "levels" },
		{ &l->agency_heads, "agency_heads", &l->head_scope, "scope" },
		{ &l->agency_heads, "agency_heads", &l->head_kind, "kind" },
		{ &l->offices, "offices", &l->office_id, "office_id" },
		{ &l->offices, "offices", &l->office_position, "position" },
		{ &l->offices, "offices", &l->office_kind, "kind" },
		{ &l->offices, "offices", &l->office_level, "level" },
		{ &l->offices, "offices", &l->office_hint, "agency_hint" },
		{ &l->prefixes, "office_prefixes", &l->prefix_word, "prefix" },
		{ &l->prefixes, "office_prefixes", &l->prefix_effect, "effect" },
		{ &l->honorifics, "honorifics", &l->honorific_kind, "kind" },
		{ &l->organizations, "organizations", &l->organization_name, "name" },
		{ &l->organizations, "organizations", &l->organization_kind, "kind" },
		{ &l->org_heads, "org_heads", &l->org_head_kind, "kind" },
		{ &l->foreign, "foreign_places", &l->foreign_name, "name" },
		{ &l->foreign, "foreign_places", &l->foreign_kind, "kind" },
		{ &l->places, "places", &l->place_name, "name" },
		{ &l->first_names, "first_names", &l->first_name_weight, "weight" },
		{ &l->known, "known_people", &l->known_name, "name" },
		{ &l->known, "known_people", &l->known_position, "position" },
		{ &l->known, "known_people", &l->known_from, "from" },
		{ &l->known, "known_people", &l->known_to, "to" },
		{ &l->speech_verbs, "speech_verbs", &l->speech_position, "position" },
		{ &l->programmes, "programmes", &l->programme_id, "programme_id" },
		{ &l->programmes, "programmes", &l->programme_name, "name" },
		{ &l->programmes, "programmes", &l->programme_parent, "parent_id" },
		{ &l->programmes, "programmes", &l->programme_sector, "sector" },
		{ &l->programmes, "programmes", &l->programme_kind, "kind" },
		{ &l->heads, "programme_heads", &l->head_takes, "takes" },
		{ &l->cues, "status_cues", &l->cue_status, "status" },
		{ &l->cues, "status_cues", &l->cue_strength, "strength" },
		{ &l->cues, "status_cues", &l->cue_kind, "kind" },
	};

	int code;

	*l = (struct wt_lexicon){ .dict = dict };
	for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++) {
		const struct column *c = &columns[i];

		*c->table = wt_dict_table(dict, c->table_name);
		*c->column = wt_dict_column(dict, *c->table, c->column_name);
		if (*c->column < 0)
			return wt_error_set(error, WT_ENOENT, 0,
			    "the dictionary has no table %s with a column %s; make it again with `warta dict`",
			    c->table_name, c->column_name);
	}
	code = wt_regions_open(dict, &l->regions, error);
	return code == WT_OK ? fix_agencies(l, error) : code;
}

void
wt_lexicon_close(struct wt_lexicon *l)
{
	free(l->agency_fixed);
	l->agency_fixed = NULL;
}

void *
wt_work_grow(struct wt_work *w, void *items, uint32_t count, size_t *cap, size_t size)
{
	size_t more = *cap == 0 ? 32 : *cap * 2;
	void *grown;

	if (count < *cap)
		return items;
	if (w->err != WT_OK || (grown = wt_arena_alloc(w->arena, more * size)) == NULL) {
		w->err = WT_ENOMEM;
		return NULL;
	}
	if (count > 0)
		memcpy(grown, items, count * size);
	*cap = more;
	return grown;
}

bool
wt_work_phrase_search(const struct wt_work *w, uint32_t i, enum wt_phrase_kind kind,
    struct wt_phrase_match *match, struct wt_phrase_entry *entry)
{
	for (uint32_t m = w->phrases.at[i]; m < w->phrases.at[i + 1]; m++) {
		const struct wt_phrase_match *found = &w->phrases.matches[m];

		if ((found->kinds >> kind & 1) == 0)
			continue;
		for (uint32_t e = 0; e < found->entries; e++) {
			if (!wt_phrase_entry(w->lex->dict, found->entry + e, entry) || entry->kind != kind ||
			    !wt_phrase_case_fits(w->doc, found, entry))
				continue;
			*match = *found;
			return true;
		}
	}
	return false;
}

struct wt_span
wt_work_text(const struct wt_work *w, uint32_t i)
{
	return wt_token_text(w->doc->text, &w->doc->tokens[i]);
}

struct wt_span
wt_work_span(const struct wt_work *w, uint32_t first, uint32_t last)
{
	const struct wt_token *tokens = w->doc->tokens;

	if (last <= first)
		return wt_span_make("", 0);
	return wt_span_make(w->doc->text.at + tokens[first].start, tokens[last - 1].end - tokens[first].start);
}

struct wt_span
wt_work_clean(const struct wt_work *w, uint32_t first, uint32_t last)
{
	struct wt_span s = wt_work_span(w, first, last);
	char *out, *p;
	bool dirty = false;

	for (size_t i = 0; i < s.len && !dirty; i++)
		dirty = (uint8_t)s.at[i] < ' ' || (s.at[i] == ' ' && i + 1 < s.len && s.at[i + 1] == ' ');
	if (!dirty || (out = p = wt_arena_alloc(w->arena, s.len + 1)) == NULL)
		return s;
	for (size_t i = 0; i < s.len; i++) {
		if ((uint8_t)s.at[i] > ' ')
			*p++ = s.at[i];
		else if (p > out && p[-1] != ' ')
			*p++ = ' ';
	}
	return wt_span_make(out, (size_t)(p - out));
}

void
wt_work_cover(struct wt_work *w, uint32_t first, uint32_t last, enum wt_cover cover)
{
	for (uint32_t i = first; i < last; i++)
		w->cover[i] = (uint8_t)cover;
}

/* Offsets into the text as given, or into the title that was given beside it. */
static void
place_mention(const struct wt_work *w, struct wt_mention *m, uint32_t first, uint32_t last)
{
	const struct wt_token *from = &w->doc->tokens[first], *to = &w->doc->tokens[last - 1];
	bool apart = from->start < w->doc->body_start;
	uint32_t bytes = apart ? 0 : w->doc->body_start, points = apart ? 0 : w->doc->body_cp;

	m->zone = from->zone;
	m->sentence = from->sentence;
	m->start = from->start - bytes;
	m->end = to->end - bytes;
	m->cp_start = from->cp_start - points;
	m->cp_end = to->cp_end - points;
	m->surface = wt_work_span(w, first, last);
}

uint32_t
wt_work_mention(struct wt_work *w, enum wt_type type, uint32_t first, uint32_t last,
    struct wt_span entity_id, const char *method, unsigned confidence)
{
	struct wt_facts *f = w->facts;
	struct wt_mention *m = wt_work_grow(w, f->mentions, f->nmentions, &w->mentions_cap, sizeof *m);

	if (m == NULL)
		return WT_NO_MENTION;
	f->mentions = m;
	m = &f->mentions[f->nmentions];
	*m = (struct wt_mention){ .type = type, .entity_id = entity_id, .method = wt_span_of(method),
	    .confidence = (uint8_t)(confidence > 100 ? 100 : confidence) };
	place_mention(w, m, first, last);
	return f->nmentions++;
}

/* "P." and twelve hexadecimal digits of the hash of all fields. */
static struct wt_span
entity_id(struct wt_work *w, enum wt_type type, const struct wt_span *fields, size_t count)
{
	static const char letters[WT_TYPES] = { 'R', 'O', 'P', 'A', 'G', 'L', 'D', 'M', 'W' };
	struct wt_buf key = { 0 };
	char id[2 + ID_DIGITS];
	uint64_t hash;

	wt_buf_putc(&key, letters[type]);
	for (size_t i = 0; i < count; i++)
		wt_buf_putstring(&key, wt_utf8_lower(w->arena, fields[i]));
	if (key.err != WT_OK)
		w->err = key.err;
	hash = wt_hash(wt_buf_span(&key));
	wt_buf_free(&key);
	id[0] = letters[type];
	id[1] = '.';
	for (int i = ID_DIGITS - 1; i >= 0; i--, hash >>= 4)
		id[2 + i] = "0123456789abcdef"[hash & 15];
	return wt_arena_copy(w->arena, wt_span_make(id, sizeof id));
}

uint32_t
wt_work_entity(struct wt_work *w, enum wt_type type, struct wt_span name, struct wt_span position,
    struct wt_span agency_id, struct wt_span region_id)
{
	struct wt_facts *f = w->facts;
	struct wt_span fields[] = { name, position, agency_id, region_id };
	struct wt_span id = entity_id(w, type, fields, 4);
	struct wt_entity *e;
	uint32_t number = 0;

	if (wt_table_intern(w->ids, id, &number) != WT_OK)
		w->err = WT_ENOMEM;
	if (w->err != WT_OK || number < f->nentities)
		return w->err != WT_OK ? 0 : number;
	if ((e = wt_work_grow(w, f->entities, f->nentities, &w->entities_cap, sizeof *e)) == NULL)
		return 0;
	f->entities = e;
	f->entities[f->nentities] = (struct wt_entity){ type, id, name, position, agency_id, region_id };
	return f->nentities++;
}

uint32_t
wt_places_before(const struct wt_work *w, uint32_t token)
{
	uint32_t low = 0, high = w->nplaces;

	while (low < high) {
		uint32_t mid = low + (high - low) / 2;

		if (w->places[mid].first < token)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* Do the words before token `open` begin with the letters of `abbr`, the last word with the last? */
static bool
spells(const struct wt_work *w, uint32_t open, struct wt_span abbr, uint32_t *first)
{
	size_t left = abbr.len;
	uint32_t i = open;

	while (left > 0 && i > 0 && w->doc->tokens[i - 1].sentence == w->doc->tokens[open].sentence) {
		struct wt_span norm = w->doc->tokens[--i].norm;

		if (wt_span_is(norm, "dan") || wt_span_is(norm, "di"))
			continue;
		if (norm.at[0] != (abbr.at[left - 1] | 32))
			return false;
		left--;
	}
	*first = i;
	return left == 0;
}

bool
wt_stands_for_else(const struct wt_work *w, const struct wt_phrase_match *m, struct wt_span name)
{
	struct wt_span abbr = wt_work_text(w, m->first);
	uint32_t first;

	if (m->last != m->first + 1 || w->doc->tokens[m->first].shape != WT_SHAPE_UPPER || abbr.len < 2 ||
	    abbr.len > 6)
		return false;
	for (uint32_t k = 0; k < w->nintroduced; k++) {
		uint32_t i = w->introduced[k];

		if (!wt_span_eq(wt_work_text(w, i + 1), abbr))
			continue;
		return spells(w, i, abbr, &first) && !wt_span_eq(wt_utf8_lower(w->arena, name),
		    wt_utf8_lower(w->arena, wt_work_clean(w, first, i)));
	}
	return false;
}

void
wt_introductions_find(struct wt_work *w)
{
	const struct wt_token *t = w->doc->tokens;

	for (uint32_t i = 1; i + 2 < w->doc->ntokens && w->nintroduced < WT_INTRODUCED; i++)
		if (wt_work_is(w, i, "(") && t[i + 1].kind == WT_TOKEN_WORD && wt_work_is(w, i + 2, ")"))
			w->introduced[w->nintroduced++] = i;
}
