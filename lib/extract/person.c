/*
 * person.c - persons, their offices, and the short forms that lead back to them.
 *
 * Three walks over the tokens:
 *
 *   1. offices with a name behind them ("Wali Kota Tegal, Dedy Yon Supriyono") or
 *      before them ("Johardi, Sekda Kota Tegal"): officials;
 *   2. other names, by signs around them: a title, a word of speech, a given
 *      name that is known, an age: persons (person_signs.c);
 *   3. every later run of words that is part of a known name: the same person.
 *
 * Two runs are one person if the words of the shorter stand in the longer in the
 * same order.  Only the last people met are searched, so that an article of a
 * million names takes its time, not its square.
 */
#include "extract/name.h"
#include "extract/name_match.h"
#include "extract/nickname.h"
#include "extract/office.h"
#include "extract/person_signs.h"
#include "base/sort.h"
#include "text/utf8.h"

#define SURE 50         /* the signs that make a person */
#define RECENT 400      /* people searched for a name, at most */

static const struct wt_span none = { "", 0 };

/* The nickname of a public figure at these tokens, as a row of known_people; else WT_NO_ROW. */
static uint32_t
known_at(const struct wt_work *w, uint32_t first, uint32_t last)
{
	struct wt_phrase_match m;
	struct wt_phrase_entry e;

	return wt_work_phrase(w, first, WT_PHRASE_KNOWN_PERSON, &m, &e) && m.last == last ? e.row : WT_NO_ROW;
}

/* A name as people are searched for it. */
struct sought {
	struct wt_span lower;
	uint64_t initials;
	uint32_t row;           /* of known_people, or WT_NO_ROW */
};

static struct sought
sought_of(const struct wt_work *w, const struct wt_name *n)
{
	/* Half of all names are one word, which the token has in lower case. */
	struct wt_span lower = n->last == n->first + 1 ? w->doc->tokens[n->first].norm :
	    wt_utf8_lower(w->arena, wt_work_clean(w, n->first, n->last));

	return (struct sought){ lower, wt_name_initials(lower), known_at(w, n->first, n->last) };
}

static uint32_t
find_person(const struct wt_work *w, struct wt_span lower, uint64_t set)
{
	uint32_t least = w->npeople > RECENT ? w->npeople - RECENT : 0;

	for (uint32_t i = w->npeople; i > least; i--) {
		const struct wt_person *p = &w->people[i - 1];

		if (p->alias.len > 0 && wt_span_eq(lower, p->alias))
			return i - 1;
		if ((set & p->initials) != set && (set & p->initials) != p->initials)
			continue;
		if (wt_span_eq(lower, p->lower) || wt_name_is_part(lower, p->lower) || wt_name_is_part(p->lower, lower) ||
		    (set == p->initials && wt_name_is_misspelt(lower, p->lower)))
			return i - 1;
	}
	return UINT32_MAX;
}

/* The same, by way of the full name where the run is a nickname. */
static uint32_t
find_named(const struct wt_work *w, const struct sought *s)
{
	const struct wt_lexicon *l = w->lex;
	uint32_t found = find_person(w, s->lower, s->initials);
	struct wt_span name;

	if (found != UINT32_MAX || s->row == WT_NO_ROW)
		return found;
	name = wt_utf8_lower(w->arena, wt_dict_cell(l->dict, l->known, s->row, l->known_name));
	return find_person(w, name, wt_name_initials(name));
}

/* Keep the longest form of a name. */
static void
lengthen(const struct wt_work *w, struct wt_person *p, struct wt_span name)
{
	struct wt_span lower;

	if (name.len <= p->name.len)
		return;
	lower = wt_utf8_lower(w->arena, name);
	if (wt_name_is_part(p->lower, lower)) {
		p->name = name;
		p->lower = lower;
		p->initials = wt_name_initials(lower);
	}
}

static uint32_t
add_person(struct wt_work *w, const struct wt_name *n)
{
	struct wt_span name = wt_work_clean(w, n->first, n->last);
	const struct sought sought = sought_of(w, n);
	uint32_t found = find_named(w, &sought);
	struct wt_person *p;

	if (found != UINT32_MAX) {
		lengthen(w, &w->people[found], name);
		return found;
	}
	if ((p = wt_work_grow(w, w->people, w->npeople, &w->people_cap, sizeof *p)) == NULL)
		return UINT32_MAX;
	w->people = p;
	w->people[w->npeople] = (struct wt_person){ .name = name,
	    .lower = wt_utf8_lower(w->arena, name), .first_mention = n->first,
	    .office_row = WT_NO_ROW, .region = WT_NO_REGION, .body = UINT32_MAX };
	p = &w->people[w->npeople];
	p->initials = wt_name_initials(p->lower);
	return w->npeople++;
}

static void
add_mention(struct wt_work *w, uint32_t person, const struct wt_name *n, const char *method,
    unsigned confidence)
{
	struct wt_person_mention *m = wt_work_grow(w, w->person_mentions, w->nperson_mentions,
	    &w->person_mentions_cap, sizeof *m);

	if (m == NULL || person == UINT32_MAX)
		return;
	w->person_mentions = m;
	w->person_mentions[w->nperson_mentions++] = (struct wt_person_mention){ .first = n->first,
	    .last = n->last, .person = person, .method = method, .confidence = (uint8_t)confidence };
	wt_work_cover(w, n->first, n->last, WT_COVER_PERSON);
}

/* Give a person an office, if it says more than what is known. */
/* "Ketua", "Direktur", "Koordinator": an office of the state only with an agency's name behind it. */
static bool
is_private(const struct wt_work *w, const struct wt_office *o)
{
	static const char *const words[] = { "ketua", "wakil ketua", "anggota", "direktur", "direktur utama", "manajer",
	    "koordinator", "sekretaris", "kepala", "wakil kepala", "komisioner", "juru bicara", "ketua umum", "komandan",
	    "sekretaris jenderal", "bendahara", "pimpinan", "wakil sekretaris", "wakil direktur", "staf", "kepala cabang",
	    "kepala divisi", "kepala unit", "kepala pusat", "kepala sekolah", "panglima", "deputi", NULL };
	const struct wt_lexicon *l = w->lex;
	struct wt_span position;

	if (o->elsewhere)
		return true;
	if (o->row == WT_NO_ROW)
		return false;
	/* A neighbourhood's head is a neighbour; all police is the state's. */
	if (wt_span_is(wt_dict_cell(l->dict, l->offices, o->row, l->office_kind), "neighbourhood"))
		return true;
	if (wt_span_is(wt_dict_cell(l->dict, l->offices, o->row, l->office_kind), "police"))
		return false;
	/* "ketua dewan juri", "Ketua Dewan Pimpinan": another council than the title's. */
	if ((wt_work_is(w, o->last - 1, "dewan") && wt_work_capital(w, o->last) && wt_name_plain(w, o->last)) || wt_work_is(w, o->last, "juri") || wt_work_is(w, o->last, "pimpinan"))
		return true;
	if (o->body != UINT32_MAX)
		return false;
	position = wt_dict_cell(l->dict, l->offices, o->row, l->office_position);
	/* "Direktur Kesehatan Masyarakat Veteriner": a unit's name makes it one of the state. */
	if (o->position.len > position.len + 12 && wt_span_starts(o->position, WT_SPAN("direktur ")) &&
	    w->cover[o->last - 1] != WT_COVER_ORGANIZATION)
		return false;
	for (const char *const *word = words; *word != NULL; word++)
		if (wt_span_is(position, *word))
			return true;
	return false;
}

static void
appoint(struct wt_work *w, uint32_t person, const struct wt_office *o)
{
	struct wt_person *p;

	if (person == UINT32_MAX || is_private(w, o))
		return;
	p = &w->people[person];
	if (o->candidate) {
		p->candidate = true;
		return;
	}
	if (p->official && (p->region != WT_NO_REGION || o->region == WT_NO_REGION) && !(p->former && !o->former))
		return;
	if (p->official && o->former && !p->former)
		return;
	p->official = true;
	p->former = o->former;
	p->position = o->position;
	p->office_row = o->row;
	p->region = o->region;
	p->body = o->body;
}

/* May this name stand behind a comma, where any noun can? */
static bool
is_sure(const struct wt_work *w, const struct wt_name *n)
{
	return n->titled || n->degree || n->weight >= 2 || n->words >= 2 ||
	    wt_work_sign(w, n->end, ",") || wt_work_sign(w, n->end, ")") || wt_speaks(w, n->end, false) ||
	    (w->lexemes[n->first]->phrase.number == 0 && w->doc->tokens[n->end < w->doc->ntokens ? n->end : n->first].shape ==
	    WT_SHAPE_LOWER && !wt_work_is(w, n->end, "dan"));
}

/* The name behind an office: at once, or behind a comma, dash or "yakni". */
static bool
name_behind(const struct wt_work *w, const struct wt_office *o, struct wt_name *n)
{
	uint32_t i = o->last;
	bool apart = false;

	if (i >= w->doc->ntokens || !wt_work_joined(w, i - 1))
		return false;
	while (i < w->doc->ntokens && i < o->last + 2 && (wt_work_sign(w, i, ",") || wt_work_sign(w, i, "-") ||
	    wt_work_sign(w, i, "\xe2\x80\x93") || wt_work_sign(w, i, ":") || wt_work_is(w, i, "yakni") ||
	    wt_work_is(w, i, "yaitu") || wt_work_is(w, i, "bernama") || wt_work_is(w, i, "saudara"))) {
		apart = true;
		i++;
	}
	if (i >= w->doc->ntokens || w->doc->tokens[i].sentence != w->doc->tokens[o->first].sentence ||
	    !wt_name_read(w, i, n) || wt_name_all_plain(w, n))
		return false;
	return !apart || is_sure(w, n);
}

/* "Gubernur Banten yang berstatus penjabat, Ani Malau,": a clause between the office and its name. */
static bool
name_behind_clause(const struct wt_work *w, const struct wt_office *o, struct wt_name *n)
{
	uint32_t i = o->last;

	if (!wt_work_is(w, i, "yang") || !wt_work_joined(w, i - 1))
		return false;
	while (i - o->last < 8 && wt_work_joined(w, i) && !wt_work_sign(w, i, ",") && !wt_work_capital(w, i))
		i++;
	return wt_work_sign(w, i, ",") && wt_work_joined(w, i) && wt_name_read(w, i + 1, n) && wt_work_sign(w, n->end, ",") &&
	    (n->words >= 2 || n->titled) && !wt_name_all_plain(w, n);
}

/* The name before an office: "Johardi, Sekda", "Johardi selaku Sekda", "Johardi (Sekda". */
static bool
name_before(const struct wt_work *w, const struct wt_office *o, struct wt_name *n)
{
	uint32_t i = o->first;

	if (i < 2 || !wt_work_joined(w, i - 1))
		return false;
	if (!wt_work_sign(w, i - 1, ",") && !wt_work_sign(w, i - 1, "(") && !wt_work_listed(w, i - 1, WT_LIST_HOLDS))
		return false;
	/* "Johardi, yang kini menjabat sebagai Sekda" */
	for (int k = 0; k < 5 && i > 1 && (wt_work_sign(w, i - 1, ",") || wt_work_sign(w, i - 1, "(") ||
	    wt_work_listed(w, i - 1, WT_LIST_HOLDS)); k++)
		i--;
	return i > 0 && w->doc->tokens[i - 1].sentence == w->doc->tokens[o->first].sentence &&
	    wt_name_read_back(w, i, n) && (n->words >= 2 || n->weight >= 2 || n->titled ||
	    w->lexemes[n->first]->phrase.number == 0);
}

/* Does a word of candidacy end just before token i: "calon (gubernur)"? */
static bool
behind_candidacy(const struct wt_work *w, uint32_t i)
{
	struct wt_phrase_match m;
	struct wt_phrase_entry e;

	for (uint32_t k = i; k > 0 && i - k < 3 && wt_work_joined(w, k - 1); k--)
		if (wt_work_phrase(w, k - 1, WT_PHRASE_OFFICE_PREFIX, &m, &e) && m.last == i)
			return wt_span_starts(wt_dict_cell(w->lex->dict, w->lex->prefixes, e.row, w->lex->prefix_effect),
			    WT_SPAN("candidate"));
	return false;
}

/* "Gubernur dan Wakil Gubernur DKI Ani - Budi": is the deputy's office behind its chief's?  *chief is that. */
static bool
follows_chief(const struct wt_work *w, const struct wt_office *deputy, struct wt_office *chief)
{
	const struct wt_lexicon *l = w->lex;
	uint32_t i = deputy->first;
	struct wt_phrase_match m;
	struct wt_phrase_entry e;

	if (i < 2 || !wt_work_joined(w, i - 1) || !wt_span_starts(deputy->position, WT_SPAN("wakil ")) ||
	    (!wt_work_is(w, i - 1, "dan") && !wt_work_sign(w, i - 1, "-") && !wt_work_sign(w, i - 1, "/")))
		return false;
	for (uint32_t k = i - 1; k > 0 && i - k < 4 && wt_work_joined(w, k - 1); k--) {
		if (!wt_work_phrase(w, k - 1, WT_PHRASE_OFFICE, &m, &e) || m.last != i - 1)
			continue;
		*chief = *deputy;
		chief->row = e.row;
		chief->position = wt_dict_cell(l->dict, l->offices, e.row, l->office_position);
		chief->candidate = deputy->candidate || behind_candidacy(w, k - 1);
		return wt_span_ends(deputy->position, chief->position);
	}
	return false;
}

/* Two offices before two names: the first has the first.  The token behind them, or i. */
static uint32_t
try_pair(struct wt_work *w, struct wt_office *deputy, const struct wt_name *first)
{
	uint32_t i = first->end, person;
	struct wt_office chief;
	struct wt_name second;

	if (!follows_chief(w, deputy, &chief) || i + 1 >= w->doc->ntokens || !wt_work_joined(w, i - 1) ||
	    (!wt_work_is(w, i, "dan") && !wt_work_sign(w, i, "-") && !wt_work_sign(w, i, "/") &&
	    !wt_work_sign(w, i, "\xe2\x80\x93")) || !wt_name_read(w, i + 1, &second))
		return first->end;
	person = add_person(w, first);
	appoint(w, person, &chief);
	add_mention(w, person, first, "office, name", chief.candidate ? 80 : 90);
	deputy->candidate = chief.candidate;
	person = add_person(w, &second);
	appoint(w, person, deputy);
	add_mention(w, person, &second, "office, name", chief.candidate ? 80 : 90);
	return second.end;
}

/* Take the office at token i with its holder: the token behind both, or i. */
static uint32_t
try_office(struct wt_work *w, uint32_t i)
{
	struct wt_office o;
	struct wt_name n;
	uint32_t person, end;

	if (!wt_office_read(w, i, &o))
		return i;
	if (name_behind(w, &o, &n) || name_behind_clause(w, &o, &n))
		end = n.end;
	else if (name_before(w, &o, &n))
		end = o.last;
	else
		return i;
	if (end == n.end && (end = try_pair(w, &o, &n)) > n.end)
		return end;
	person = add_person(w, &n);
	appoint(w, person, &o);
	add_mention(w, person, &n, end == o.last ? "name, office" : "office, name", o.candidate ? 80 : 90);
	for (uint32_t k = o.first; k < o.last; k++)
		if (w->cover[k] == WT_COVER_NONE)
			w->cover[k] = WT_COVER_OFFICE;
	return end > i ? end : i + 1;
}

/* "Wali Kota Serang Syafrudin dan wakilnya, Subadri": the deputy of the official named last. */
static uint32_t
try_deputy(struct wt_work *w, uint32_t i)
{
	const struct wt_person *chief;
	struct wt_name n;
	struct wt_office o = { .first = i, .last = i + 1, .row = WT_NO_ROW, .region = WT_NO_REGION, .body = UINT32_MAX };
	uint32_t person;

	if (!wt_work_is(w, i, "wakilnya") || w->nperson_mentions == 0 || !name_behind(w, &o, &n))
		return i;
	chief = &w->people[w->person_mentions[w->nperson_mentions - 1].person];
	if (!chief->official && !chief->candidate)
		return i;
	o.position = WT_ARENA_JOIN(w->arena, WT_SPAN("wakil "), chief->position);
	o.region = chief->region;
	o.body = chief->body;
	o.candidate = chief->candidate;
	person = add_person(w, &n);
	appoint(w, person, &o);
	add_mention(w, person, &n, "deputy", 80);
	return n.end;
}

static bool
is_office_start(const struct wt_work *w, uint32_t i)
{
	struct wt_phrase_match m;
	struct wt_phrase_entry e;

	return w->doc->tokens[i].zone != WT_ZONE_FURNITURE &&
	    (wt_work_phrase(w, i, WT_PHRASE_OFFICE, &m, &e) ||
	    wt_work_phrase(w, i, WT_PHRASE_OFFICE_PREFIX, &m, &e));
}

static void
walk_offices(struct wt_work *w)
{
	const uint64_t what = WT_BEGINS_BIT(WT_PHRASE_OFFICE) | WT_BEGINS_BIT(WT_PHRASE_OFFICE_PREFIX) |
	    WT_BEGINS_BIT(WT_BEGINS_DEPUTY);
	uint32_t n = w->doc->ntokens;

	for (uint32_t i = 0; (i = wt_work_next(w, i, n, what)) < n && w->err == WT_OK;) {
		uint32_t next = is_office_start(w, i) ? try_office(w, i) : try_deputy(w, i);

		i = next > i ? next : i + 1;
	}
}

/* May a name begin with token i, which has a capital: is it untouched so far? */
static bool
may_begin(const struct wt_work *w, uint32_t i)
{
	return w->cover[i] == WT_COVER_NONE && w->doc->tokens[i].zone != WT_ZONE_FURNITURE &&
	    w->doc->tokens[i].zone != WT_ZONE_DATELINE;
}

/* The day of the article, as near as it is known; 0 if it is not. */
static struct wt_span
day_of_article(const struct wt_work *w)
{
	if (w->facts->published.len > 0)
		return w->facts->published;
	for (uint32_t i = 0; i < w->facts->ndates; i++)
		if (w->facts->dates[i].from.len > 0)
			return w->facts->dates[i].from;
	return none;
}

/* Someone who holds one office for the whole country is an official without being called so. */
static void
appoint_known(struct wt_work *w, uint32_t person, uint32_t row)
{
	const struct wt_lexicon *l = w->lex;
	struct wt_span position = wt_dict_cell(l->dict, l->known, row, l->known_position);
	struct wt_span from = wt_dict_cell(l->dict, l->known, row, l->known_from);
	struct wt_span to = wt_dict_cell(l->dict, l->known, row, l->known_to), day = day_of_article(w);
	struct wt_person *p = &w->people[person];

	if (p->official || position.len == 0 || day.len == 0 || wt_span_cmp(day, from) < 0 ||
	    (to.len > 0 && wt_span_cmp(day, to) >= 0))
		return;
	p->official = true;
	p->position = position;
}

/* A run of words that reads like a name. */
struct run {
	struct wt_name name;
	struct sought sought;
};

struct runs {
	struct run *items;
	uint32_t count;
	size_t cap;
};

/* All runs that begin with a token that nothing covers. */
static void
find_runs(struct wt_work *w, struct runs *runs)
{
	const uint64_t what = WT_BEGINS_BIT(WT_BEGINS_NAME);
	uint32_t n = w->doc->ntokens;

	for (uint32_t i = 0; (i = wt_work_next(w, i, n, what)) < n && w->err == WT_OK; i++) {
		struct wt_name name;
		struct run *grown;

		if (!may_begin(w, i) || !wt_name_read(w, i, &name))
			continue;
		if ((grown = wt_work_grow(w, runs->items, runs->count, &runs->cap, sizeof *grown)) == NULL)
			return;
		runs->items = grown;
		runs->items[runs->count++] = (struct run){ name, sought_of(w, &name) };
		i = name.last - 1;
	}
}

/* Officers of the police and the forces are officials by their rank, unless another country is spoken of. */
static void
appoint_by_rank(struct wt_work *w, struct wt_person *p, const struct wt_name *n)
{
	const struct wt_sentence *s = &w->doc->sentences[w->doc->tokens[n->first].sentence];

	for (uint32_t i = s->first; i < s->last && i < s->first + 100; i++)
		if (w->cover[i] == WT_COVER_PLACE)
			return;
	if (p->official)
		return;
	p->official = true;
	p->position = wt_utf8_lower(w->arena, wt_work_clean(w, n->start, n->first));
}

/* Take a run for a person if it is a nickname of one or has the signs of one. */
static void
try_run(struct wt_work *w, const struct run *run)
{
	const struct wt_name *n = &run->name;
	unsigned confidence;
	uint32_t row = run->sought.row, person;

	if (find_named(w, &run->sought) != UINT32_MAX)
		return;
	if (row == WT_NO_ROW && (person = wt_nickname_of(w, n)) != UINT32_MAX) {
		w->people[person].alias = run->sought.lower;
		add_mention(w, person, n, "nickname", 80);
		return;
	}
	confidence = row != WT_NO_ROW ? 85 : wt_person_signs(w, n);
	if (confidence < SURE)
		return;
	person = add_person(w, n);
	add_mention(w, person, n, row != WT_NO_ROW ? "nickname" : n->rank ? "rank" : "signs", confidence);
	if (row != WT_NO_ROW && person != UINT32_MAX)
		appoint_known(w, person, row);
	else if (n->rank && person != UINT32_MAX)
		appoint_by_rank(w, &w->people[person], n);
}

/* `again`: only names that stand beside somebody can have a sign that they had not before. */
static void
walk_names(struct wt_work *w, const struct runs *runs, bool again)
{
	for (uint32_t i = 0; i < runs->count && w->err == WT_OK; i++)
		if (w->cover[runs->items[i].name.start] == WT_COVER_NONE &&
		    (!again || wt_beside_person(w, &runs->items[i].name)))
			try_run(w, &runs->items[i]);
}

/* The person whose name a run of words is part of. */
static void
walk_short_forms(struct wt_work *w, const struct runs *runs)
{
	for (uint32_t i = 0; i < runs->count && w->err == WT_OK; i++) {
		const struct wt_name *n = &runs->items[i].name;
		uint32_t person;

		/* "Pak Asep": the title is free, the name behind it taken already. */
		if (w->cover[n->start] != WT_COVER_NONE || w->cover[n->first] == WT_COVER_PERSON ||
		    (person = find_named(w, &runs->items[i].sought)) == UINT32_MAX)
			continue;
		lengthen(w, &w->people[person], wt_work_clean(w, n->first, n->last));
		add_mention(w, person, n, "short form", n->words > 1 ? 90 : 80);
	}
}

static struct wt_span
region_id(struct wt_work *w, uint32_t region)
{
	return region == WT_NO_REGION ? none : wt_region_id(&w->lex->regions, region, w->arena);
}

/* The name as others write it, where the article is all in capitals or has none. */
static struct wt_span
cased(const struct wt_work *w, struct wt_span name)
{
	char *out = w->even ? wt_arena_alloc(w->arena, name.len + 1) : NULL;

	if (out == NULL)
		return name;
	for (size_t i = 0; i < name.len; i++) {
		bool starts = i == 0 || name.at[i - 1] == ' ' || name.at[i - 1] == '-';
		char c = name.at[i];

		out[i] = starts && c >= 'a' && c <= 'z' ? (char)(c - 32) :
		    !starts && c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
	}
	return wt_span_make(out, name.len);
}

static void
make_entities(struct wt_work *w)
{
	for (uint32_t i = 0; i < w->npeople && w->err == WT_OK; i++) {
		struct wt_person *p = &w->people[i];
		struct wt_span agency = p->body == UINT32_MAX || !p->official ? none :
		    w->facts->entities[w->bodies[p->body].entity].id;

		p->entity = p->official ?
		    wt_work_entity(w, WT_OFFICIAL, cased(w, p->name), p->position, agency, region_id(w, p->region)) :
		    wt_work_entity(w, WT_PERSON, cased(w, p->name), none, none, none);
	}
	for (uint32_t i = 0; i < w->nperson_mentions && w->err == WT_OK; i++) {
		const struct wt_person_mention *m = &w->person_mentions[i];
		const struct wt_person *p = &w->people[m->person];

		wt_work_mention(w, p->official ? WT_OFFICIAL : WT_PERSON, m->first, m->last,
		    w->facts->entities[p->entity].id, m->method, m->confidence);
	}
}

static int
by_token(const void *left, const void *right)
{
	const struct wt_person_mention *a = left, *b = right;

	return (a->first > b->first) - (a->first < b->first);
}

void
wt_people_find(struct wt_work *w)
{
	struct runs runs = { 0 };

	walk_offices(w);
	find_runs(w, &runs);
	walk_names(w, &runs, false);
	/* A name beside one that is known now has one more sign. */
	walk_names(w, &runs, true);
	walk_short_forms(w, &runs);
	wt_sort(w->person_mentions, w->nperson_mentions, sizeof *w->person_mentions, by_token);
	make_entities(w);
}
