/*
 * programme_row.c - topics that the dictionary of programmes knows.
 *
 * A row is met by its names (the phrases of the dictionary) or by its stem
 * patterns, walked over the roots of the words with up to two function words or
 * one other word between.  A row of kind `work` alone ("jembatan") says nothing:
 * it gives its sector and parent to the topic around it, or makes a weak topic.
 */
#include "extract/programme.h"

#define GAPS 2 /* function words inside a stem pattern, at most */

struct found {
	uint32_t first, last, row;
	bool named, acts; /* acts: a stem pattern with its action */
};

static bool
is_named_row(const struct wt_work *w, uint32_t row)
{
	return wt_span_is(
	    wt_dict_cell(w->lex->dict, w->lex->programmes, row, w->lex->programme_kind), "named");
}

/* Does a phrase of the column `not` stand over tokens [first, last)? */
static bool
is_refused(const struct wt_work *w, uint32_t row, uint32_t first, uint32_t last)
{
	uint32_t from = first < 4 ? 0 : first - 4;
	struct wt_phrase_entry e;

	for (uint32_t i = from; i <= first; i++) {
		for (uint32_t k = w->phrases.at[i]; k < w->phrases.at[i + 1]; k++) {
			const struct wt_phrase_match *m = &w->phrases.matches[k];

			for (uint32_t n = 0; m->last >= last && n < m->entries; n++)
				if (wt_phrase_entry(w->lex->dict, m->entry + n, &e) &&
				    e.kind == WT_PHRASE_PROGRAMME_NOT && e.row == row)
					return true;
		}
	}
	return false;
}

/* The longest name of a programme at token i. */
static bool
find_name(const struct wt_topics *t, uint32_t i, struct found *f)
{
	struct wt_phrase_match m;
	struct wt_phrase_entry e;

	if (!wt_work_phrase(t->w, i, WT_PHRASE_PROGRAMME, &m, &e) ||
	    is_refused(t->w, e.row, i, m.last))
		return false;
	/* Short abbreviations in small letters are other words. */
	if (m.last == i + 1 && t->w->doc->tokens[i].norm.len <= 3 &&
	    t->w->doc->tokens[i].shape != WT_SHAPE_UPPER)
		return false;
	*f = (struct found){
	    .first = i, .last = m.last, .row = e.row, .named = is_named_row(t->w, e.row)};
	return true;
}

static bool
take_entry(const struct wt_topics *t, uint32_t node, uint32_t i, uint32_t last, struct found *f)
{
	uint32_t entry, entries;
	struct wt_phrase_entry e;

	wt_phrase_node_entries(t->w->lex->dict, node, &entry, &entries);
	for (uint32_t n = 0; n < entries; n++) {
		if (!wt_phrase_entry(t->w->lex->dict, entry + n, &e) ||
		    e.kind != WT_PHRASE_PROGRAMME_STEMS || is_refused(t->w, e.row, i, last))
			continue;
		*f = (struct found){.first = i,
		    .last = last,
		    .row = e.row,
		    .acts = true,
		    .named = is_named_row(t->w, e.row)};
		return true;
	}
	return false;
}

/* The longest stem pattern that begins with token i. */
static bool
find_stems(const struct wt_topics *t, uint32_t i, uint32_t end, struct found *f)
{
	const struct wt_dict *d = t->w->lex->dict;
	const struct wt_phrase_start *start = &t->w->lexemes[i]->pattern;
	uint32_t node = 0, gaps = 0;
	bool modified = false, found = false;

	if (start->edges == 0)
		return false;
	for (uint32_t k = i + 1; k < end; k++) {
		uint32_t next, number = t->w->lexemes[k]->pattern.number;

		if (!wt_topic_zone(t, k) || t->w->doc->tokens[k].kind == WT_TOKEN_PUNCT)
			break;
		next = node == 0 ? wt_phrase_next(d, start, number) : wt_phrase_step(d, node, number);
		if (next != 0) {
			node = next;
			gaps = 0;
			found = take_entry(t, node, i, k + 1, f) || found;
		} else if (t->w->lexemes[k]->stopword) {
			if (++gaps > GAPS)
				break;
		} else if (modified) {
			break;
		} else {
			modified = true;
		}
	}
	return found;
}

/* Give the row to the topics it overlaps; true if there were any. */
static bool
join_topics(struct wt_topics *t, uint32_t from, const struct found *f)
{
	bool joined = false;

	for (uint32_t k = from; k < t->count; k++) {
		struct wt_topic *topic = &t->items[k];

		if (topic->first >= f->last || f->first >= topic->last ||
		    topic->kind == WT_TOPIC_BACK)
			continue;
		joined = true;
		if (topic->row == WT_NO_ROW || (f->named && !is_named_row(t->w, topic->row)))
			topic->row = f->row;
		/* "revitalisasi Kota Tua": the name may run on behind the object. */
		if (!f->acts && f->last > topic->last && topic->object.last > topic->object.first &&
		    f->first <= topic->object.last && f->first >= topic->object.first)
			topic->object.last = topic->last = f->last;
	}
	return joined;
}

static void
add_row(struct wt_topics *t, uint32_t end, const struct found *f)
{
	struct wt_topic topic = {.first = f->first,
	    .last = f->last,
	    .kind = WT_TOPIC_ROW,
	    .row = f->row,
	    .verb = WT_NO_TOKEN,
	    .weak = !f->named};
	struct wt_object o;

	topic.object = (struct wt_object){.first = f->first, .last = f->last, .alias = WT_NO_TOKEN};
	if (wt_object_read(t, f->first, end, &o) && o.first == f->first && o.last >= f->last) {
		topic.object = o;
		topic.last = o.last;
	}
	wt_topic_add(t, &topic);
}

/* Words inside a name of something else; a body of the programme's own name is the programme. */
static bool
is_inside_name(const struct wt_topics *t, const struct found *f)
{
	if (t->w->cover[f->first] == WT_COVER_AGENCY && t->w->body_at != NULL &&
	    t->w->body_at[f->first] != 0)
		return false;
	/* "Trans Jateng", "MRT Jakarta": the region is part of the programme's name. */
	if (f->named && !wt_topic_is_name(t, f->first) &&
	    t->w->cover[f->last - 1] == WT_COVER_REGION)
		return false;
	return wt_topic_is_name(t, f->first) || wt_topic_is_name(t, f->last - 1);
}

void
wt_rows_find(struct wt_topics *t, uint32_t first, uint32_t last, uint32_t from)
{
	const uint64_t what = WT_BEGINS_BIT(WT_BEGINS_PATTERN) | WT_BEGINS_BIT(WT_PHRASE_PROGRAMME);

	for (uint32_t i = first; (i = wt_work_next(t->w, i, last, what)) < last; i++) {
		struct found f;

		if (!wt_topic_zone(t, i))
			continue;
		if (!wt_topic_is_name(t, i) && find_stems(t, i, last, &f) &&
		    join_topics(t, from, &f))
			continue;
		if (!find_name(t, i, &f) || is_inside_name(t, &f))
			continue;
		if (!join_topics(t, from, &f))
			add_row(t, last, &f);
		i = f.last - 1;
	}
}
