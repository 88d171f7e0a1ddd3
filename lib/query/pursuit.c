/* pursuit.c - claims to rows, behind pursuit.h. */
#include "query/pursuit.h"
#include "base/bytes.h"
#include "base/table.h"
#include "query/claim_test.h"

#include <stdlib.h>

#define OFFICIALS 5             /* names in a row */

struct gathering {
	const struct wt_index *ix;
	const struct wt_pursuit_options *o;
	struct wt_claim_test *test;
	struct wt_arena *arena;         /* of the answer */
	struct wt_arena scratch;        /* of one article */
	struct wt_table keys;
	struct wt_table groups;         /* of near copies that a row has counted */
	struct wt_pursuit *rows;        /* owned while gathering */
	size_t cap;
	struct wt_stored claims;
};

/* The region of a row for that of a claim. */
static struct wt_span
roll_up(struct wt_span id, enum wt_pursuit_level level)
{
	size_t most = level == WT_LEVEL_PROVINCE ? 5 : level == WT_LEVEL_REGENCY ? 8 : id.len;

	return wt_span_make(id.at, id.len < most ? id.len : most);
}

static const struct wt_programme *
programme_of(const struct wt_facts *f, struct wt_span id)
{
	for (uint32_t i = 0; i < f->nprogrammes; i++)
		if (wt_span_eq(f->programmes[i].id, id))
			return &f->programmes[i];
	return NULL;
}

/* The row of a region and a programme, made if need be. */
static struct wt_pursuit *
row_of(struct gathering *g, struct wt_span region, const struct wt_programme *p)
{
	struct wt_span key = wt_arena_printf(&g->scratch, "%.*s|%.*s", (int)region.len, region.at,
	    (int)p->id.len, p->id.at);
	uint32_t known = g->keys.count, number;
	struct wt_pursuit *rows;

	if (g->scratch.err != WT_OK || wt_table_intern(&g->keys, key, &number) != WT_OK ||
	    (rows = wt_grow(g->rows, &g->cap, (size_t)g->keys.count, sizeof *rows)) == NULL)
		return NULL;
	g->rows = rows;
	if (number == known)
		rows[number] = (struct wt_pursuit){
			.region_id = wt_arena_copy(g->arena, region),
			.programme_id = wt_arena_copy(g->arena, p->id),
			.programme = wt_arena_copy(g->arena, p->name),
			.sector = wt_arena_copy(g->arena, p->sector),
			.status_date = WT_NO_DATE, .first = WT_NO_DATE, .last = WT_NO_DATE,
			.segment = UINT32_MAX, .doc = UINT32_MAX,
			.seen_segment = UINT32_MAX, .seen_doc = UINT32_MAX,
		};
	return &rows[number];
}

/* Where an article comes from, and the day that counts for it. */
struct source {
	uint32_t segment, doc;
	uint32_t group;                 /* of near copies, or WT_NO_GROUP */
	int32_t date;
	bool copy;
};

static struct source
source_of(const struct gathering *g, uint32_t segment, uint32_t doc)
{
	struct source s = { .segment = segment, .doc = doc, .group = WT_NO_GROUP };
	struct wt_place first = { segment, doc };

	if (g->o->copies != NULL)
		s.group = wt_copies_group(g->o->copies, segment, doc);
	if (s.group != WT_NO_GROUP)
		first = wt_copies_member(g->o->copies, s.group, 0);
	s.copy = first.segment != segment || first.doc != doc;
	s.date = wt_document_date(wt_index_segment(g->ix, first.segment), first.doc);
	return s;
}

/* Is a date before another?  None is after all. */
static bool
is_before(int32_t date, int32_t other)
{
	return date != other && date != WT_NO_DATE && (other == WT_NO_DATE || date < other);
}

/* The region that a claim of a row is of. */
static struct wt_span
own_region(struct gathering *g, const struct wt_pursuit *row, const struct wt_claim *c)
{
	return wt_span_eq(row->region_id, c->region_id) ? row->region_id :
	    wt_arena_copy(g->arena, c->region_id);
}

/* Let the history know when a status was first told. */
static void
take_stage(struct gathering *g, struct wt_pursuit *row, const struct wt_claim *c,
    const struct source *from)
{
	struct wt_stage now = { c->status, from->date, from->segment, from->doc, row->region_id };
	unsigned at = 0;

	while (at < row->stages && row->history[at].status != c->status)
		at++;
	if (at < row->stages && !is_before(now.first, row->history[at].first))
		return;
	if (at == row->stages)
		row->stages++;
	now.region_id = own_region(g, row, c);
	/* Those that are later now move behind it. */
	for (; at > 0 && is_before(now.first, row->history[at - 1].first); at--)
		row->history[at] = row->history[at - 1];
	row->history[at] = now;
}

/* An unknown status is no history where there is another. */
static void
drop_unknown(struct wt_pursuit *row)
{
	unsigned kept = 0;

	for (unsigned i = 0; i < row->stages && row->stages > 1; i++)
		if (row->history[i].status != WT_STATUS_UNKNOWN)
			row->history[kept++] = row->history[i];
	if (row->stages > 1)
		row->stages = kept;
}

/* The latest status that is known counts; an unknown one only where there is no other. */
static void
take_status(struct wt_pursuit *row, const struct wt_claim *c, int32_t date, bool fresh)
{
	bool known = c->status != WT_STATUS_UNKNOWN, had = row->status != WT_STATUS_UNKNOWN;

	if (fresh || (known && !had) || (known == had && date > row->status_date)) {
		row->status = c->status;
		row->status_date = date;
	}
}

/* The surest counts, of equals the latest; the original rather than a copy of it. */
static void
take_evidence(struct gathering *g, struct wt_pursuit *row, const struct wt_claim *c,
    const struct source *from)
{
	if (row->evidence.len > 0) {
		struct source had = source_of(g, row->segment, row->doc);

		if (c->confidence < row->confidence || (c->confidence == row->confidence &&
		    from->date <= had.date && (from->date < had.date || from->copy || !had.copy)))
			return;
	}
	row->evidence = wt_arena_copy(g->arena, c->evidence);
	row->evidence_region = own_region(g, row, c);
	row->confidence = c->confidence;
	row->segment = from->segment;
	row->doc = from->doc;
}

/* Is a plain number, digits with at most one point, above another? */
static bool
is_more(struct wt_span a, struct wt_span b)
{
	struct wt_span a_rest = a, b_rest = b, a_whole = a, b_whole = b;

	if (!wt_span_cut(&a_rest, '.', &a_whole) || !wt_span_cut(&b_rest, '.', &b_whole))
		return b.len == 0 && a.len > 0;
	if (a_whole.len != b_whole.len)
		return a_whole.len > b_whole.len;
	return wt_span_cmp(a, b) > 0;
}

static void
take_amount(struct gathering *g, struct wt_pursuit *row, struct wt_span amount)
{
	if (amount.len > 0 && is_more(amount, row->amount_idr))
		row->amount_idr = wt_arena_copy(g->arena, amount);
}

/* Count an article once in a row, however many claims and near copies it has. */
static int
count_article(struct gathering *g, uint32_t number, const struct source *from)
{
	struct wt_pursuit *row = &g->rows[number];
	uint32_t known = g->groups.count, group;
	uint8_t key[8];
	int code = WT_OK;

	if (row->seen_segment == from->segment && row->seen_doc == from->doc)
		return WT_OK;
	row->seen_segment = from->segment;
	row->seen_doc = from->doc;
	if (from->group == WT_NO_GROUP) {
		row->articles++;
		return WT_OK;
	}
	wt_set32(key, number);
	wt_set32(key + 4, from->group);
	code = wt_table_intern(&g->groups, wt_span_make((const char *)key, sizeof key), &group);
	row->articles += code == WT_OK && group == known;
	return code;
}

/* Is a name among those of a row? */
static bool
listed(struct wt_span list, struct wt_span name)
{
	for (size_t i = 0; i + name.len <= list.len; i++)
		if (memcmp(list.at + i, name.at, name.len) == 0)
			return true;
	return false;
}

static void
take_official(struct gathering *g, struct wt_pursuit *row, const struct wt_facts *f,
    struct wt_span actor)
{
	unsigned names = row->officials.len > 0;

	for (size_t i = 0; i < row->officials.len; i++)
		names += row->officials.at[i] == ';';
	for (uint32_t i = 0; i < f->nentities && names < OFFICIALS; i++) {
		const struct wt_entity *e = &f->entities[i];

		if (actor.len == 0 || !wt_span_eq(e->id, actor) || e->type != WT_OFFICIAL ||
		    listed(row->officials, e->name))
			continue;
		row->officials = wt_arena_printf(g->arena, "%.*s%s%.*s (%.*s)",
		    (int)row->officials.len, row->officials.at, row->officials.len > 0 ? "; " : "",
		    (int)e->name.len, e->name.at, (int)e->position.len, e->position.at);
		return;
	}
}

static int
take_claim(struct gathering *g, const struct wt_facts *f, const struct wt_claim *c,
    const struct source *from)
{
	const struct wt_programme *p = programme_of(f, c->programme_id);
	struct wt_pursuit *row;
	int yes;

	if (p == NULL || !c->best || c->confidence < g->o->least)
		return WT_OK;
	if ((yes = wt_claim_test_ask(g->test, from->segment, from->doc, c, p, &g->scratch)) <= 0)
		return yes;
	if ((row = row_of(g, roll_up(c->region_id, g->o->level), p)) == NULL)
		return WT_ENOMEM;
	take_status(row, c, from->date, row->articles == 0);
	take_stage(g, row, c, from);
	take_evidence(g, row, c, from);
	take_official(g, row, f, c->actor_id);
	take_amount(g, row, c->amount_idr);
	if (is_before(from->date, row->first))
		row->first = from->date;
	row->last = from->date > row->last ? from->date : row->last;
	if ((yes = count_article(g, (uint32_t)(row - g->rows), from)) != WT_OK)
		return yes;
	return g->arena->err;
}

static int
take_article(struct gathering *g, uint32_t segment, uint32_t doc)
{
	const struct wt_segment *s = wt_index_segment(g->ix, segment);
	struct source from = source_of(g, segment, doc);
	struct wt_facts f = { 0 };
	struct wt_span bytes;
	int code;

	wt_arena_reset(&g->scratch);
	if ((code = wt_document_stream(s, doc, WT_STREAM_CLAIMS, &g->claims, &bytes)) != WT_OK ||
	    (code = wt_facts_decode_claims(bytes, &g->scratch, &f)) != WT_OK)
		return code;
	for (uint32_t i = 0; i < f.nclaims && code == WT_OK; i++)
		code = take_claim(g, &f, &f.claims[i], &from);
	return code;
}

static int
by_weight(const void *a, const void *b)
{
	const struct wt_pursuit *x = a, *y = b;
	int order;

	if (x->articles != y->articles)
		return x->articles > y->articles ? -1 : 1;
	if (x->last != y->last)
		return x->last > y->last ? -1 : 1;
	order = wt_span_cmp(x->region_id, y->region_id);
	return order != 0 ? order : wt_span_cmp(x->programme_id, y->programme_id);
}

int
wt_pursuits_gather(const struct wt_index *ix, const struct wt_pursuit_options *options,
    struct wt_span query, struct wt_arena *arena, struct wt_pursuit **rows, size_t *count,
    struct wt_error *error)
{
	struct gathering g = { .ix = ix, .o = options, .arena = arena };
	uint32_t segment = 0, doc = 0;
	int code = wt_claim_test_open(ix, options, query, arena, &g.test, error);

	*count = 0;
	if (code == WT_OK) {
		for (; code == WT_OK && wt_matches_next(wt_claim_test_candidates(g.test), &segment, &doc);
		    doc++)
			code = take_article(&g, segment, doc);
		if (code == WT_OK && (*rows = wt_arena_array(arena, (size_t)g.keys.count + 1,
		    sizeof **rows)) == NULL)
			code = WT_ENOMEM;
		if (code != WT_OK && wt_index_error(ix, error) == WT_OK)
			wt_error_set(error, code, 0, "%s", wt_strerror(code));
	}
	if (code == WT_OK && g.keys.count > 0) {
		*count = g.keys.count;
		memcpy(*rows, g.rows, *count * sizeof **rows);
		for (size_t i = 0; i < *count; i++)
			drop_unknown(&(*rows)[i]);
		qsort(*rows, *count, sizeof **rows, by_weight);
	}
	wt_claim_test_close(g.test);
	wt_table_free(&g.keys);
	wt_table_free(&g.groups);
	wt_stored_free(&g.claims);
	wt_arena_free(&g.scratch);
	free(g.rows);
	return code;
}
