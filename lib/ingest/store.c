/*
 * store.c - documents, behind store.h; query/load.c reads them back.
 *
 *      meta = flags title published source url path primary regions    (strings)
 */
#include "ingest/store.h"
#include "analyse/analyse.h"
#include "analyse/region.h"
#include "base/hash.h"
#include "base/varint.h"
#include "ingest/sketch.h"
#include "ingest/uses.h"

#include <stdlib.h>

#define WITHOUT " extract=none"     /* at the end of the rules of an index without facts */
#define TOP_REGIONS 8           /* regions in a story */

struct wt_storer {
	const struct wt_dict *dict;
	struct wt_analyser *an;
	struct wt_arena arena;
	struct wt_buf meta, facts, claims;
	struct wt_uses uses;
	struct wt_cell *cells;
	size_t ncells, cells_cap;
	struct wt_flags flags;
	int err;
};

int
wt_storer_open(const struct wt_dict *dict, struct wt_storer **out, struct wt_error *error)
{
	struct wt_storer *s = calloc(1, sizeof *s);
	int code;

	*out = NULL;
	if (s == NULL)
		return wt_error_set(error, WT_ENOMEM, 0, "memory ran out");
	s->dict = dict;
	if ((code = wt_analyser_open(dict, &s->an, error)) != WT_OK) {
		wt_storer_close(s);
		return code;
	}
	s->uses.analyser = s->an;
	*out = s;
	return WT_OK;
}

void
wt_storer_close(struct wt_storer *s)
{
	if (s == NULL)
		return;
	wt_analyser_close(s->an);
	wt_arena_free(&s->arena);
	wt_buf_free(&s->meta);
	wt_buf_free(&s->facts);
	wt_buf_free(&s->claims);
	wt_uses_free(&s->uses);
	free(s->cells);
	free(s);
}

static void
add_cell(struct wt_storer *s, const char *column, struct wt_span value)
{
	struct wt_cell *at;

	if (value.len == 0 || value.len > WT_VALUE_MAX)
		return;
	if ((at = wt_grow(s->cells, &s->cells_cap, s->ncells + 1, sizeof *at)) == NULL) {
		s->err = WT_ENOMEM;
		return;
	}
	s->cells = at;
	at[s->ncells++] = (struct wt_cell){ wt_span_of(column), value };
}

/* Is a mention a part of the story? */
static bool
in_story(const struct wt_mention *m)
{
	return m->zone <= 2;            /* title, dateline, body */
}

static const struct wt_entity *
entity_of(const struct wt_facts *f, struct wt_span id)
{
	for (uint32_t i = 0; i < f->nentities; i++)
		if (wt_span_eq(f->entities[i].id, id))
			return &f->entities[i];
	return NULL;
}

static void
add_region(struct wt_storer *s, struct wt_span id)
{
	wt_flags_region(&s->flags, id);
	add_cell(s, "region", id);
	if (id.len >= 5)
		add_cell(s, "province", wt_span_make(id.at, 5));
}

static void
add_entity(struct wt_storer *s, const struct wt_entity *e, struct wt_span surface)
{
	if (e->type == WT_OFFICIAL) {
		wt_flags_name(&s->flags, WT_FLAG_OFFICIAL, e->name);
		wt_flags_name(&s->flags, WT_FLAG_OFFICIAL, e->position);
		add_cell(s, "official", e->name);
	} else if (e->type == WT_AGENCY) {
		wt_flags_name(&s->flags, WT_FLAG_AGENCY, e->name);
		wt_flags_name(&s->flags, WT_FLAG_AGENCY, surface);
		add_cell(s, "agency", e->name);
	}
}

static void
add_mentions(struct wt_storer *s, const struct wt_facts *f)
{
	for (uint32_t i = 0; i < f->nmentions; i++) {
		const struct wt_mention *m = &f->mentions[i];
		const struct wt_entity *e;

		if (!in_story(m) || m->entity_id.len == 0)
			continue;
		if (m->type == WT_REGION)
			add_region(s, m->entity_id);
		else if ((e = entity_of(f, m->entity_id)) != NULL)
			add_entity(s, e, m->surface);
	}
	for (uint32_t i = 0; i < f->ndates; i++)
		if (in_story(&f->mentions[f->dates[i].mention]))
			wt_flags_dates(&s->flags, f->dates[i].from, f->dates[i].to);
}

static void
add_programmes(struct wt_storer *s, const struct wt_facts *f)
{
	for (uint32_t i = 0; i < f->nprogrammes; i++) {
		const struct wt_programme *p = &f->programmes[i];

		wt_flags_programme(&s->flags, s->dict, p->id, p->name);
		wt_flags_programme(&s->flags, s->dict, p->parent_id, wt_span_make("", 0));
		wt_flags_value(&s->flags, WT_FLAG_SECTOR, p->sector);
		add_cell(s, "programme", p->id);
		add_cell(s, "sector", p->sector);
	}
	for (uint32_t i = 0; i < f->nclaims; i++) {
		struct wt_span status = wt_span_of(wt_status_name(f->claims[i].status));

		if (!f->claims[i].best)
			continue;
		wt_flags_value(&s->flags, WT_FLAG_STATUS, status);
		add_cell(s, "status", status);
		/* The region that acts, also where only its government is named. */
		add_region(s, f->claims[i].region_id);
	}
}

static void
add_article(struct wt_storer *s, const struct wt_facts *f)
{
	wt_flags_name(&s->flags, WT_FLAG_SOURCE, f->source);
	add_cell(s, "source", f->source);
	if (f->published.len >= 4)
		add_cell(s, "year", wt_span_make(f->published.at, 4));
	if (f->published.len >= 7)
		add_cell(s, "month", wt_span_make(f->published.at, 7));
}

/* The regions that the story mentions most, the first mentioned first among equals. */
static struct wt_span
top_regions(struct wt_storer *s, const struct wt_facts *f)
{
	struct wt_span ids[64], list = wt_span_make("", 0);
	unsigned counts[64] = { 0 };
	size_t n = 0;

	for (uint32_t i = 0; i < f->nmentions; i++) {
		const struct wt_mention *m = &f->mentions[i];
		size_t k = 0;

		if (m->type != WT_REGION || !in_story(m) || m->entity_id.len == 0 || m->entity_id.len > 8)
			continue;
		while (k < n && !wt_span_eq(ids[k], m->entity_id))
			k++;
		if (k == 64)
			continue;
		n += k == n;
		ids[k] = m->entity_id;
		counts[k] += 1 + (wt_span_eq(ids[k], f->primary_region_id) ? 1000u : 0);
	}
	for (int round = 0; round < TOP_REGIONS; round++) {
		size_t best = 0;

		for (size_t k = 1; k < n; k++)
			if (counts[k] > counts[best])
				best = k;
		if (n == 0 || counts[best] == 0)
			break;
		list = wt_arena_printf(&s->arena, "%.*s%s%.*s", (int)list.len, list.at,
		    list.len > 0 ? "|" : "", (int)ids[best].len, ids[best].at);
		counts[best] = 0;
	}
	return list;
}

static void
encode_meta(struct wt_storer *s, const struct wt_result *r)
{
	const struct wt_facts *f = r->facts;
	const struct wt_span *fields[] = { &f->title, &f->published, &f->source, &f->url, &f->path,
	    &f->primary_region_id };

	wt_buf_putvarint(&s->meta, r->title_inside);
	for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++)
		wt_buf_putstring(&s->meta, *fields[i]);
	wt_buf_putstring(&s->meta, top_regions(s, f));
}

static void
clear(struct wt_storer *s)
{
	wt_arena_reset(&s->arena);
	wt_buf_clear(&s->meta);
	wt_buf_clear(&s->facts);
	wt_buf_clear(&s->claims);
	s->flags = (struct wt_flags){ .arena = &s->arena };
	s->ncells = 0;
	s->err = WT_OK;
}

static int
first_error(const struct wt_storer *s)
{
	const int codes[] = { s->err, s->arena.err, s->flags.err, s->meta.err, s->facts.err,
	    s->claims.err };

	for (size_t i = 0; i < sizeof codes / sizeof codes[0]; i++)
		if (codes[i] != WT_OK)
			return codes[i];
	return WT_OK;
}

int
wt_storer_add(struct wt_storer *s, struct wt_build *build, unsigned worker,
    const struct wt_result *r, struct wt_error *error)
{
	const struct wt_facts *f = r->facts;
	struct wt_addition doc = { .key = f->article_id, .date = wt_store_day(f->published),
	    .hash = wt_store_hash(&r->record->article), .order = r->record->order };
	int code;

	clear(s);
	s->err = wt_uses_make(&s->uses, r);
	add_mentions(s, f);
	add_programmes(s, f);
	add_article(s, f);
	encode_meta(s, r);
	wt_facts_encode(f, r->text, &s->facts);
	wt_facts_encode_claims(f, &s->claims);
	if ((code = first_error(s)) != WT_OK)
		return wt_error_set(error, code, 0, "%s", wt_strerror(code));
	doc.length = s->uses.length;
	doc.uses = s->uses.at;
	doc.use_count = s->uses.count;
	doc.flags = s->flags.at;
	doc.flag_count = s->flags.count;
	doc.cells = s->cells;
	doc.cell_count = s->ncells;
	doc.streams[WT_STREAM_META] = wt_buf_span(&s->meta);
	doc.streams[WT_STREAM_TEXT] = r->text;
	doc.streams[WT_STREAM_FACTS] = wt_buf_span(&s->facts);
	doc.streams[WT_STREAM_CLAIMS] = wt_buf_span(&s->claims);
	doc.streams[WT_STREAM_SKETCH] = wt_span_make((const char *)r->sketch, sizeof r->sketch);
	return wt_build_add(build, worker, &doc, error);
}

int32_t
wt_store_day(struct wt_span iso)
{
	int part[3] = { 0, 1, 1 };
	int64_t year, days;
	size_t at = 0;

	for (int i = 0; i < 3 && at < iso.len; i++, at++) {
		part[i] = 0;
		for (; at < iso.len && iso.at[at] >= '0' && iso.at[at] <= '9'; at++)
			part[i] = part[i] * 10 + (iso.at[at] - '0');
	}
	if (part[0] < 1 || part[0] > 9999 || part[1] < 1 || part[1] > 12 || part[2] < 1 || part[2] > 31)
		return WT_NO_DATE;
	/* Years begin in March, so that the leap day is the last. */
	year = part[0] - (part[1] <= 2);
	days = 365 * year + year / 4 - year / 100 + year / 400 +
	    (153 * (part[1] + (part[1] > 2 ? -3 : 9)) + 2) / 5 + part[2] - 1 - 719468;
	return (int32_t)days;
}

uint64_t
wt_store_hash(const struct wt_article *a)
{
	const struct wt_span *const fields[] = { &a->id, &a->path, &a->url, &a->source, &a->title,
	    &a->date, &a->text };
	uint64_t parts[sizeof fields / sizeof fields[0]];
	char bytes[sizeof parts];

	for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
		uint64_t h = wt_hash(*fields[i]);

		for (size_t k = 0; k < 8; k++)
			bytes[i * 8 + k] = (char)(h >> k * 8);
	}
	return wt_hash(wt_span_make(bytes, sizeof bytes));
}

struct wt_span
wt_store_rules(const struct wt_dict *dict, bool extracted, struct wt_arena *arena)
{
	return wt_arena_printf(arena, "warta analyse=%d sketch=%d dict=%016llx%s", WT_ANALYSE_VERSION,
	    WT_SKETCH_VERSION, (unsigned long long)wt_dict_version(dict),
	    extracted ? "" : WITHOUT);
}

bool
wt_store_extracted(struct wt_span rules)
{
	return !wt_span_ends(rules, WT_SPAN(WITHOUT));
}
