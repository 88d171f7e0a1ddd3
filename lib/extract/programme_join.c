/*
 * programme_join.c - which topics of an article are one programme.
 *
 * Topics meet by the roots of their objects: one set contains the other and
 * both begin with the same root ("embung Tarimbang", "embung itu"), or they have
 * the same row of the dictionary and no names that differ, or one has the
 * abbreviation of the other.  Rules, deals and works on one object stay apart,
 * and so do works at two named places.  Words that point back join the project
 * spoken of last.
 */
#include "extract/programme.h"
#include "text/utf8.h"

#include <ctype.h>

#define ROOTS 10 /* of an object, at most */

struct roots {
	struct wt_span items[ROOTS];
	bool capital[ROOTS];
	uint32_t count;
};

static void
read_roots(const struct wt_topics *t, const struct wt_object *o, struct roots *r)
{
	r->count = 0;
	for (uint32_t i = o->first; i < o->last && r->count < ROOTS; i++) {
		const struct wt_token *tok = &t->w->doc->tokens[i];

		if (tok->kind == WT_TOKEN_PUNCT || i == o->alias)
			continue;
		r->capital[r->count] = wt_work_capital(t->w, i) && tok->zone != WT_ZONE_TITLE;
		r->items[r->count++] = t->w->lexemes[i]->stem;
	}
}

static bool
has_root(const struct roots *r, struct wt_span root)
{
	for (uint32_t i = 0; i < r->count; i++)
		if (wt_span_eq(r->items[i], root))
			return true;
	return false;
}

static bool
contains(const struct roots *outer, const struct roots *inner)
{
	for (uint32_t i = 0; i < inner->count; i++)
		if (!has_root(outer, inner->items[i]))
			return false;
	return true;
}

/* Does each have a capitalised word that the other lacks? */
static bool
names_differ(const struct roots *a, const struct roots *b)
{
	bool left = false, right = false;

	for (uint32_t i = 0; i < a->count; i++)
		left = left || (a->capital[i] && !has_root(b, a->items[i]));
	for (uint32_t i = 0; i < b->count; i++)
		right = right || (b->capital[i] && !has_root(a, b->items[i]));
	return left && right;
}

/* Is the object of one nothing but the abbreviation of the other? */
static bool
is_alias(const struct wt_topics *t, const struct wt_topic *a, const struct wt_topic *b)
{
	if (a->object.alias == WT_NO_TOKEN)
		return false;
	for (uint32_t i = b->object.first; i < b->object.last; i++)
		if (wt_span_eq(t->w->doc->tokens[i].norm, t->w->doc->tokens[a->object.alias].norm))
			return true;
	return false;
}

static bool
places_differ(const struct wt_topics *t, const struct wt_object *a, const struct wt_object *b)
{
	if (a->where_last == 0 || b->where_last == 0)
		return false;
	for (uint32_t i = a->where; i < a->where_last; i++)
		for (uint32_t k = b->where; k < b->where_last; k++)
			if (wt_span_eq(t->w->doc->tokens[i].norm, t->w->doc->tokens[k].norm))
				return false;
	return true;
}

/* A rule or a deal on something is not the thing; a listed deal ("sister city") is. */
static bool
kinds_differ(const struct wt_topic *a, const struct wt_topic *b)
{
	if (a->kind == b->kind || (a->row != WT_NO_ROW && a->row == b->row))
		return false;
	return a->kind == WT_TOPIC_RULE || b->kind == WT_TOPIC_RULE || a->kind == WT_TOPIC_DEAL ||
	       b->kind == WT_TOPIC_DEAL;
}

/* Taking something away is another work than making it. */
static bool
takes_away(struct wt_span label)
{
	static const char *const nouns[] = {"larangan", "pembersihan", "pembongkaran", "pencabutan",
	    "penertiban", "penggusuran", "penghapusan", "penutupan"};

	return wt_span_listed(label, nouns, sizeof nouns / sizeof nouns[0]);
}

static bool
labels_differ(struct wt_span a, struct wt_span b)
{
	return a.len > 0 && b.len > 0 && takes_away(a) != takes_away(b);
}

static bool
is_named_row(const struct wt_topics *t, uint32_t row)
{
	const struct wt_lexicon *l = t->w->lex;

	return row != WT_NO_ROW &&
	       wt_span_is(wt_dict_cell(l->dict, l->programmes, row, l->programme_kind), "named");
}

static bool
share_root(const struct roots *a, const struct roots *b)
{
	for (uint32_t i = 0; i < a->count; i++)
		if (has_root(b, a->items[i]))
			return true;
	return false;
}

/* Is the object nothing but words that the row itself has? */
static bool
says_no_more(const struct wt_topics *t, const struct wt_topic *topic)
{
	struct wt_phrase_match m;
	struct wt_phrase_entry e;

	return topic->object.first < topic->object.last &&
	       wt_work_phrase(t->w, topic->object.first, WT_PHRASE_PROGRAMME, &m, &e) &&
	       e.row == topic->row && m.last >= topic->object.last;
}

/* Is the word one of the table's name, which is in lower case? */
static bool
is_word_of(struct wt_span name, struct wt_span word)
{
	for (size_t i = 0; i + word.len <= name.len; i++)
		if (wt_span_eq(wt_span_make(name.at + i, word.len), word) &&
		    (i == 0 || !isalnum((unsigned char)name.at[i - 1])) &&
		    (i + word.len == name.len || !isalnum((unsigned char)name.at[i + word.len])))
			return true;
	return false;
}

static bool
is_said(const struct wt_topics *t, const struct wt_topic *topic, struct wt_span word)
{
	for (uint32_t i = topic->object.first; i < topic->object.last; i++)
		if (wt_span_eq(t->w->doc->tokens[i].norm, word))
			return true;
	return false;
}

/*
 * Does the row's name say what the text says?  A row stands for its kind, too:
 * "Rusun Marunda" is not to be called by the name of another.  All words of one
 * are to be in the other, or two words in both.
 */
static bool
says_as_much(struct wt_topics *t, const struct wt_topic *topic, uint32_t row)
{
	const struct wt_lexicon *l = t->w->lex;
	struct wt_span word, name = wt_utf8_lower(t->w->arena,
				 wt_dict_cell(l->dict, l->programmes, row, l->programme_name));
	struct wt_span rest = name;
	uint32_t shared = 0, words = 0;
	bool all = true;

	for (uint32_t i = topic->object.first; i < topic->object.last; i++) {
		if (t->w->doc->tokens[i].kind == WT_TOKEN_PUNCT || i == topic->object.alias)
			continue;
		words++;
		shared += is_word_of(name, t->w->doc->tokens[i].norm) ||
			  is_word_of(name, t->w->lexemes[i]->stem);
	}
	while (wt_span_cut(&rest, ' ', &word))
		all = all && (wt_span_starts(word, WT_SPAN("(")) || is_said(t, topic, word));
	return all || shared == words || shared > 1;
}

static bool
has_object(const struct wt_topics *t, uint32_t project)
{
	const struct wt_topic *topic = &t->items[t->projects[project].topic];

	return topic->object.first < topic->object.last;
}

/* Are two topics one programme?  `roots` has those of each topic's object. */
static bool
is_same(struct wt_topics *t, const struct roots *roots, const struct wt_topic *a,
    const struct wt_topic *b)
{
	const struct roots *left = &roots[a - t->items], *right = &roots[b - t->items];

	/* Most pairs have nothing in common by which they could be one. */
	if ((a->row == WT_NO_ROW || a->row != b->row) && a->object.alias == WT_NO_TOKEN &&
	    b->object.alias == WT_NO_TOKEN && left->count > 0 && right->count > 0 &&
	    !wt_span_eq(left->items[0], right->items[0]))
		return false;
	if (kinds_differ(a, b) || labels_differ(a->label, b->label) ||
	    places_differ(t, &a->object, &b->object))
		return false;
	if (is_alias(t, a, b) || is_alias(t, b, a))
		return true;
	/* "Pekan Olahraga Nasional (PON)", "PON XIX": a name and its abbreviation. */
	if (a->row == b->row && is_named_row(t, a->row) && left->count > 0 && right->count > 0 &&
	    left->capital[0] && right->capital[0] && a->kind != WT_TOPIC_DEAL &&
	    b->kind != WT_TOPIC_DEAL &&
	    (says_as_much(t, a, a->row) || says_as_much(t, b, b->row)))
		return true;
	if (a->row != WT_NO_ROW && a->row == b->row)
		return !names_differ(left, right) &&
		       (share_root(left, right) ||
			   (is_named_row(t, a->row) && (says_no_more(t, a) || says_no_more(t, b))));
	/* "kerja sama itu", "kesepakatan": the deal spoken of. */
	if (left->count == 0 || right->count == 0)
		return a->kind == b->kind && (right->count == 0 || !has_object(t, a->project));
	return wt_span_eq(left->items[0], right->items[0]) &&
	       (contains(left, right) || contains(right, left));
}

static uint32_t
find_project(struct wt_topics *t, const struct roots *roots, uint32_t k)
{
	const struct wt_topic *topic = &t->items[k];

	for (uint32_t i = k; i-- > 0;) {
		const struct wt_topic *other = &t->items[i];

		if (other->project == WT_NO_PROJECT || other->kind == WT_TOPIC_BACK)
			continue;
		if (is_same(t, roots, other, topic))
			return other->project;
	}
	return WT_NO_PROJECT;
}

/* What words that point back mean: the project spoken of last, of the same noun if there is one. */
static uint32_t
find_last(const struct wt_topics *t, uint32_t k)
{
	uint32_t sentence = t->w->doc->tokens[t->items[k].first].sentence;
	uint32_t nearest = WT_NO_PROJECT;

	for (uint32_t i = k; i-- > 0;) {
		const struct wt_topic *other = &t->items[i];

		if (other->project == WT_NO_PROJECT)
			continue;
		if (sentence - t->w->doc->tokens[other->first].sentence > 3)
			break;
		if (nearest == WT_NO_PROJECT)
			nearest = other->project;
		if (t->items[k].label.len > 0 && wt_span_eq(other->label, t->items[k].label))
			return other->project;
	}
	return nearest;
}

static uint32_t
new_project(struct wt_topics *t, uint32_t topic)
{
	struct wt_project *p =
	    wt_work_grow(t->w, t->projects, t->nprojects, &t->projects_cap, sizeof *p);

	if (p == NULL)
		return WT_NO_PROJECT;
	t->projects = p;
	t->projects[t->nprojects] = (struct wt_project){
	    .topic = topic, .row = WT_NO_ROW, .deal = t->items[topic].kind == WT_TOPIC_DEAL};
	return t->nprojects++;
}

/* How well a topic names its project: its words, and a noun before them. */
static uint32_t
weight_of(const struct wt_topics *t, const struct wt_topic *topic)
{
	uint32_t words = topic->object.last - topic->object.first;

	if (t->w->doc->tokens[topic->first].zone == WT_ZONE_TITLE)
		return 0;
	return words * 2 + (topic->label.len > 0 ? 3 : 0);
}

/* "pembebasan lahannya" is a pembebasan lahan: the name without the pronoun at its end. */
static struct wt_span
without_pronoun(const struct wt_topics *t, const struct wt_topic *topic, struct wt_span name)
{
	uint32_t last = topic->object.last - 1;

	if (topic->object.first >= topic->object.last || !wt_span_ends(name, WT_SPAN("nya")) ||
	    wt_span_ends(t->w->lexemes[last]->stem, WT_SPAN("nya")) ||
	    t->w->lexemes[last]->stem.len + 3 > name.len)
		return name;
	return wt_span_make(name.at, name.len - 3);
}

/* The noun of an action that the project has elsewhere, for a topic without one of its own. */
static struct wt_span
label_of(const struct wt_topics *t, const struct wt_topic *topic)
{
	if (topic->label.len > 0 || topic->kind != WT_TOPIC_ROW)
		return topic->label;
	for (uint32_t k = 0; k < t->count; k++) {
		const struct wt_topic *other = &t->items[k];

		if (other->project == topic->project && !other->weak && other->label.len > 0 &&
		    (other->kind == WT_TOPIC_NOUN || other->kind == WT_TOPIC_VERB))
			return other->label;
	}
	return topic->label;
}

/* "Pembebasan lahan" at the front of a sentence is a "pembebasan lahan"; "Smart City" stays. */
static struct wt_span
without_capital(const struct wt_topics *t, const struct wt_topic *topic, struct wt_span name)
{
	const struct wt_token *tokens = t->w->doc->tokens;
	uint32_t first = topic->object.first;
	struct wt_span lower;

	if (topic->object.last < first + 2 || tokens[first].shape != WT_SHAPE_CAPITAL ||
	    tokens[first + 1].shape != WT_SHAPE_LOWER ||
	    (first > 0 && wt_work_joined(t->w, first - 1)))
		return name;
	lower = wt_utf8_lower(t->w->arena, wt_token_text(t->w->doc->text, &tokens[first]));
	if (lower.len != tokens[first].end - tokens[first].start ||
	    !wt_span_starts(name, wt_token_text(t->w->doc->text, &tokens[first])))
		return name;
	name = wt_span_make(name.at + lower.len, name.len - lower.len);
	return WT_ARENA_JOIN(t->w->arena, lower, name);
}

static struct wt_span
topic_name(const struct wt_topics *t, const struct wt_topic *topic)
{
	struct wt_span label = label_of(t, topic);
	struct wt_span object = wt_work_clean(t->w, topic->object.first, topic->object.last);

	if (topic->object.first >= topic->object.last)
		return topic->label;
	object = without_pronoun(t, topic, object);
	if (t->w->doc->tokens[topic->first].zone == WT_ZONE_TITLE)
		object = wt_utf8_lower(t->w->arena, object);
	if (label.len == 0)
		return without_capital(t, topic, object);
	return WT_ARENA_JOIN(t->w->arena, label, WT_SPAN(" "), object);
}

/* "x-pembangunan-jembatan-gantung": letters and digits of the lower-case name. */
static struct wt_span
slug_of(struct wt_work *w, struct wt_span name)
{
	struct wt_span lower = wt_utf8_lower(w->arena, name);
	char *out = wt_arena_alloc(w->arena, lower.len + 3);
	size_t n = 2;

	if (out == NULL) {
		w->err = WT_ENOMEM;
		return wt_span_make("", 0);
	}
	out[0] = 'x';
	out[1] = '-';
	for (size_t i = 0; i < lower.len; i++) {
		unsigned char c = (unsigned char)lower.at[i];

		if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c >= 0x80)
			out[n++] = (char)c;
		else if (out[n - 1] != '-')
			out[n++] = '-';
	}
	while (n > 2 && out[n - 1] == '-')
		n--;
	return wt_span_make(out, n);
}

static void
name_project(struct wt_topics *t, struct wt_project *p)
{
	const struct wt_lexicon *l = t->w->lex;
	const struct wt_topic *topic = &t->items[p->topic];

	if (p->row != WT_NO_ROW) {
		p->parent = wt_dict_cell(l->dict, l->programmes, p->row, l->programme_id);
		p->sector = wt_dict_cell(l->dict, l->programmes, p->row, l->programme_sector);
	}
	if (p->row != WT_NO_ROW && topic->row == p->row &&
	    topic->object.first < topic->object.last && topic->kind != WT_TOPIC_RULE &&
	    says_no_more(t, topic) && is_named_row(t, p->row) && says_as_much(t, topic, p->row)) {
		p->id = p->parent;
		p->name = wt_dict_cell(l->dict, l->programmes, p->row, l->programme_name);
		p->parent = wt_dict_cell(l->dict, l->programmes, p->row, l->programme_parent);
		return;
	}
	p->discovered = true;
	p->name = topic_name(t, topic);
	p->id = slug_of(t->w, p->name);
}

static void
join_topic(struct wt_topics *t, const struct roots *roots, uint32_t k)
{
	struct wt_topic *topic = &t->items[k];
	struct wt_project *p;

	topic->project = topic->kind == WT_TOPIC_BACK ? find_last(t, k) : find_project(t, roots, k);
	if (topic->project == WT_NO_PROJECT && topic->kind != WT_TOPIC_BACK)
		topic->project = new_project(t, k);
	if (topic->project == WT_NO_PROJECT)
		return;
	p = &t->projects[topic->project];
	p->topics++;
	if (topic->kind == WT_TOPIC_BACK)
		return;
	p->titled = p->titled || t->w->doc->tokens[topic->first].zone == WT_ZONE_TITLE;
	if (p->row == WT_NO_ROW)
		p->row = topic->row;
	if (weight_of(t, topic) > weight_of(t, &t->items[p->topic]))
		p->topic = k;
}

/* Projects that came to the same id are one after all. */
static void
merge_projects(struct wt_topics *t)
{
	for (uint32_t k = 0; k < t->count; k++) {
		struct wt_topic *topic = &t->items[k];
		uint32_t own = topic->project;

		for (uint32_t i = 0; own != WT_NO_PROJECT && i < own; i++) {
			if (!wt_span_eq(t->projects[i].id, t->projects[own].id))
				continue;
			t->projects[i].titled = t->projects[i].titled || t->projects[own].titled;
			t->projects[i].topics++;
			topic->project = i;
			break;
		}
	}
}

void
wt_projects_join(struct wt_topics *t)
{
	struct roots *roots = wt_arena_alloc(t->w->arena, ((size_t)t->count + 1) * sizeof *roots);

	if (roots == NULL)
		t->w->err = WT_ENOMEM;
	for (uint32_t k = 0; k < t->count && t->w->err == WT_OK; k++) {
		read_roots(t, &t->items[k].object, &roots[k]);
		join_topic(t, roots, k);
	}
	for (uint32_t i = 0; i < t->nprojects && t->w->err == WT_OK; i++)
		name_project(t, &t->projects[i]);
	if (t->w->err == WT_OK)
		merge_projects(t);
}

/* Words that make a name no other one: "reklamasi baru". */
static bool
says_nothing(struct wt_span root)
{
	static const char *const words[] = {"baru", "langsung", "program", "proyek", "kawasan", "hadap"};

	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		if (wt_span_is(root, words[i]))
			return true;
	return false;
}

/* The words of the noun before the object, as roots of their own. */
static void
add_label(const struct wt_topic *topic, struct roots *r)
{
	struct wt_span rest = topic->label, word;

	while (r->count < ROOTS && wt_span_cut(&rest, ' ', &word)) {
		r->capital[r->count] = false;
		r->items[r->count++] = word;
	}
}

static bool
is_inside(const struct wt_topics *t, const struct wt_topic *inner, const struct wt_topic *outer)
{
	struct roots left, right;
	uint32_t alias = outer->object.alias, count = 0;

	read_roots(t, &inner->object, &left);
	read_roots(t, &outer->object, &right);
	add_label(inner, &left);
	add_label(outer, &right);
	for (uint32_t i = 0; i < left.count; i++) {
		if (says_nothing(left.items[i]))
			continue;
		count++;
		if (!has_root(&right, left.items[i]) &&
		    (alias == WT_NO_TOKEN || !wt_span_eq(t->w->lexemes[alias]->stem, left.items[i])))
			return false;
	}
	return count > 0;
}

bool
wt_project_repeats(const struct wt_topics *t, uint32_t a, uint32_t b)
{
	const struct wt_topic *left = &t->items[t->projects[a].topic];
	const struct wt_topic *right = &t->items[t->projects[b].topic];

	return !places_differ(t, &left->object, &right->object) &&
	       (is_inside(t, left, right) || is_inside(t, right, left));
}
