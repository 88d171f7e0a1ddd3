/* work.c - the shared tools of the rules, behind work.h. */
#include "extract/work.h"
#include "base/hash.h"
#include "text/utf8.h"

#include <stdlib.h>

#define AGAIN 24        /* entities among which one is looked for before its id is made */

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

/* Do two spans borrow the same bytes? */
static bool
is_one(struct wt_span a, struct wt_span b)
{
	return a.len == b.len && (a.len == 0 || a.at == b.at);
}

/* One of the last entities with the fields of `e`, as names of the dictionaries come again; else UINT32_MAX. */
static uint32_t
made_before(const struct wt_facts *f, const struct wt_entity *e)
{
	uint32_t least = f->nentities > AGAIN ? f->nentities - AGAIN : 0;

	for (uint32_t i = f->nentities; i > least; i--) {
		const struct wt_entity *o = &f->entities[i - 1];

		if (o->name.at == e->name.at && o->type == e->type && is_one(o->name, e->name) &&
		    is_one(o->position, e->position) && is_one(o->agency_id, e->agency_id) &&
		    is_one(o->region_id, e->region_id))
			return i - 1;
	}
	return UINT32_MAX;
}

uint32_t
wt_work_entity(struct wt_work *w, enum wt_type type, struct wt_span name, struct wt_span position,
    struct wt_span agency_id, struct wt_span region_id)
{
	struct wt_facts *f = w->facts;
	struct wt_entity made = { type, { NULL, 0 }, name, position, agency_id, region_id }, *e;
	uint32_t number = made_before(f, &made);

	if (number != UINT32_MAX)
		return number;
	if (wt_entity_id(&made, w->arena, &made.id) != WT_OK ||
	    wt_table_intern(w->ids, made.id, &number) != WT_OK)
		w->err = WT_ENOMEM;
	if (w->err != WT_OK || number < f->nentities)
		return w->err != WT_OK ? 0 : number;
	if ((e = wt_work_grow(w, f->entities, f->nentities, &w->entities_cap, sizeof *e)) == NULL)
		return 0;
	f->entities = e;
	f->entities[f->nentities] = made;
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
		/* "berinisial MA" is somebody, here and below. */
		if (wt_work_is(w, i, "berinisial") || wt_work_is(w, i, "inisial"))
			return true;
		return spells(w, i, abbr, &first) && !wt_span_eq(wt_utf8_lower(w->arena, name),
		    wt_utf8_lower(w->arena, wt_work_clean(w, first, i)));
	}
	return false;
}

void
wt_introductions_find(struct wt_work *w)
{
	const uint64_t what = WT_BEGINS_BIT(WT_BEGINS_INTRODUCTION);
	const struct wt_token *t = w->doc->tokens;
	uint32_t n = w->doc->ntokens;

	for (uint32_t i = wt_work_next(w, 1, n, what); i + 2 < n && w->nintroduced < WT_INTRODUCED;
	    i = wt_work_next(w, i + 1, n, what))
		if (!wt_work_is(w, i, "(") || (t[i + 1].kind == WT_TOKEN_WORD && wt_work_is(w, i + 2, ")")))
			w->introduced[w->nintroduced++] = i;
}
