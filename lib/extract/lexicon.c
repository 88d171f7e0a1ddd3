/* lexicon.c - look the tables up and parse the busy ones, behind lexicon.h. */
#include "extract/lexicon.h"
#include "base/table.h"
#include "text/utf8.h"

struct column {
	int *table;             /* where the table's number is kept */
	const char *table_name;
	int *column;
	const char *column_name;
};

static int
missing(const char *table, const char *column, struct wt_error *error)
{
	return wt_error_set(error, WT_ENOENT, 0,
	    "the dictionary has no table %s with a column %s; make it again with `warta dict`", table,
	    column);
}

static int
find_columns(struct wt_lexicon *l, struct wt_error *error)
{
	const struct column columns[] = {
		{ &l->aliases, "region_aliases", &l->alias_codes, "codes" },
		{ &l->aliases, "region_aliases", &l->alias_kind, "kind" },
		{ &l->spellings, "region_spellings", &l->spelling_code, "code" },
		{ &l->qualifiers, "region_qualifiers", &l->qualifier_levels, "levels" },
		{ &l->qualifiers, "region_qualifiers", &l->qualifier_kind, "kind" },
		{ &l->not_regions, "not_regions", &l->not_side, "side" },
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
		{ &l->stop, "programme_stop", &l->stop_why, "why" },
		{ &l->heads, "programme_heads", &l->head_takes, "takes" },
	};

	for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++) {
		const struct column *c = &columns[i];

		*c->table = wt_dict_table(l->dict, c->table_name);
		*c->column = wt_dict_column(l->dict, *c->table, c->column_name);
		if (*c->column < 0)
			return missing(c->table_name, c->column_name, error);
	}
	return WT_OK;
}

/* A table that is parsed: up to three of its columns, and an item for each row. */
struct sheet {
	const struct wt_dict *dict;
	int table, columns[3];
	uint32_t rows;
};

static int
open_sheet(const struct wt_lexicon *l, const char *table, const char *const *columns,
    struct sheet *s, struct wt_error *error)
{
	*s = (struct sheet){ .dict = l->dict, .table = wt_dict_table(l->dict, table) };
	s->rows = wt_dict_rows(l->dict, s->table);
	for (int i = 0; i < 3 && columns[i] != NULL; i++)
		if ((s->columns[i] = wt_dict_column(l->dict, s->table, columns[i])) < 0)
			return missing(table, columns[i], error);
	return WT_OK;
}

static struct wt_span
cell(const struct sheet *s, uint32_t row, int column)
{
	return wt_dict_cell(s->dict, s->table, row, s->columns[column]);
}

/* The place of a word in a list that ends with NULL, or `other`. */
static int
named(struct wt_span word, const char *const *names, int other)
{
	for (int i = 0; names[i] != NULL; i++)
		if (wt_span_is(word, names[i]))
			return i;
	return other;
}

/* A digit between two others, or `other`. */
static int
digit(struct wt_span s, char least, char most, int other)
{
	return s.len == 1 && s.at[0] >= least && s.at[0] <= most ? s.at[0] - '0' : other;
}

static int
read_agencies(struct wt_lexicon *l, struct wt_error *error)
{
	static const char *const columns[] = { "agency_id", "region", NULL };
	uint32_t rows = wt_dict_rows(l->dict, l->agencies), id;
	struct wt_table ids = { 0 };    /* numbers of agencies by id: their ids differ */
	struct sheet s;
	int code = open_sheet(l, "agency_regions", columns, &s, error);

	if (code != WT_OK || (l->agency_fixed =
	    wt_arena_array(&l->arena, (size_t)rows + 1, sizeof *l->agency_fixed)) == NULL)
		return code;
	for (uint32_t i = 0; i < rows; i++) {
		l->agency_fixed[i] = WT_NO_REGION;
		if (wt_table_intern(&ids, wt_dict_cell(l->dict, l->agencies, i, l->agency_id), &id) != WT_OK)
			code = WT_ENOMEM;
	}
	/* The first row of the table wins. */
	for (uint32_t k = s.rows; k > 0 && code == WT_OK; k--)
		if ((id = wt_table_find(&ids, cell(&s, k - 1, 0))) != WT_NO_ID)
			l->agency_fixed[id] = wt_region_find(&l->regions, cell(&s, k - 1, 1));
	wt_table_free(&ids);
	return code == WT_OK ? WT_OK : wt_error_set(error, code, 0, "out of memory");
}

static int
read_defaults(struct wt_lexicon *l, struct wt_error *error)
{
	static const char *const columns[] = { "name", "code", NULL };
	struct sheet s;
	int code = open_sheet(l, "region_defaults", columns, &s, error);

	if (code != WT_OK || (l->defaults =
	    wt_arena_array(&l->arena, (size_t)s.rows + 1, sizeof *l->defaults)) == NULL)
		return code;
	l->ndefaults = s.rows;
	for (uint32_t i = 0; i < s.rows; i++)
		l->defaults[i] = (struct wt_default){ .lower = wt_utf8_lower(&l->arena, cell(&s, i, 0)),
		    .region = wt_region_find(&l->regions, cell(&s, i, 1)) };
	return WT_OK;
}

static int
read_names(struct wt_lexicon *l, struct wt_error *error)
{
	static const char *const columns[] = { "weight", NULL };
	struct sheet s;
	int code = open_sheet(l, "first_names", columns, &s, error);

	if (code != WT_OK || (l->name_weights = wt_arena_array(&l->arena, (size_t)s.rows + 1, 1)) == NULL)
		return code;
	for (uint32_t i = 0; i < s.rows; i++)
		l->name_weights[i] = (uint8_t)digit(cell(&s, i, 0), '1', '3', 1);
	return WT_OK;
}

static int
read_cues(struct wt_lexicon *l, struct wt_error *error)
{
	static const char *const columns[] = { "status", "strength", "kind" };
	static const char *const kinds[] = { "aspect", "verb", "noun", "modal", "negation", NULL };
	struct sheet s;
	int code = open_sheet(l, "status_cues", columns, &s, error);

	if (code != WT_OK || (l->cues = wt_arena_array(&l->arena, (size_t)s.rows + 1, sizeof *l->cues)) == NULL)
		return code;
	for (uint32_t i = 0; i < s.rows; i++) {
		struct wt_cue *c = &l->cues[i];

		if (wt_status_named(cell(&s, i, 0), &c->status) != WT_OK)
			return wt_error_set(error, WT_ESYNTAX, wt_dict_line(l->dict, s.table, i),
			    "status_cues.tsv:%u: there is no status \"%.*s\"", wt_dict_line(l->dict, s.table, i),
			    (int)cell(&s, i, 0).len, cell(&s, i, 0).at);
		c->strength = digit(cell(&s, i, 1), '0', '5', 1);
		c->kind = (enum wt_cue_kind)named(cell(&s, i, 2), kinds, WT_CUE_KIND_NOUN);
	}
	return WT_OK;
}

static int
read_verbs(struct wt_lexicon *l, struct wt_error *error)
{
	static const char *const columns[] = { "root", "noun", "kind" };
	static const char *const kinds[] = { "strong", "weak", "plan", "document", "rule", "deal", "aid",
	    "name", "carry", NULL };
	struct sheet s;
	int code = open_sheet(l, "programme_verbs", columns, &s, error);

	if (code != WT_OK || (l->verbs = wt_arena_array(&l->arena, (size_t)s.rows + 1, sizeof *l->verbs)) == NULL)
		return code;
	l->nverbs = s.rows;
	for (uint32_t i = 0; i < s.rows; i++)
		l->verbs[i] = (struct wt_verb){ .root = cell(&s, i, 0), .noun = cell(&s, i, 1),
		    .kind = (enum wt_verb_kind)named(cell(&s, i, 2), kinds, WT_VERB_WEAK) };
	return WT_OK;
}

int
wt_lexicon_open(const struct wt_dict *dict, struct wt_lexicon *l, struct wt_error *error)
{
	static int (*const readers[])(struct wt_lexicon *, struct wt_error *) = { read_agencies,
		read_defaults, read_names, read_cues, read_verbs };
	int code;

	*l = (struct wt_lexicon){ .dict = dict };
	if ((code = find_columns(l, error)) != WT_OK ||
	    (code = wt_regions_open(dict, &l->regions, error)) != WT_OK)
		return code;
	for (size_t i = 0; i < sizeof readers / sizeof readers[0]; i++)
		if ((code = readers[i](l, error)) != WT_OK)
			return code;
	return l->arena.err == WT_OK ? WT_OK : wt_error_set(error, WT_ENOMEM, 0, "out of memory");
}

void
wt_lexicon_close(struct wt_lexicon *l)
{
	wt_arena_free(&l->arena);
}
