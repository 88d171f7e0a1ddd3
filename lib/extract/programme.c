/* programme.c - walk the sentences for topics, behind programme.h. */
#include "extract/programme.h"

#include "dict/dict.h"

static bool
open_tables(struct wt_topics *t)
{
	const struct wt_dict *d = t->w->lex->dict;

	t->verbs = wt_dict_table(d, "programme_verbs");
	t->verb_root = wt_dict_column(d, t->verbs, "root");
	t->verb_noun = wt_dict_column(d, t->verbs, "noun");
	t->verb_kind = wt_dict_column(d, t->verbs, "kind");
	t->stop = wt_dict_table(d, "programme_stop");
	t->stop_why = wt_dict_column(d, t->stop, "why");
	return t->verb_kind >= 0 && t->stop_why >= 0;
}

static void
fill_stems(struct wt_topics *t)
{
	const struct wt_document *doc = t->w->doc;

	t->stems = wt_arena_array(t->w->arena, (size_t)doc->ntokens + 1, sizeof *t->stems);
	t->starts = wt_arena_array(t->w->arena, (size_t)doc->ntokens + 1, sizeof *t->starts);
	if (t->stems == NULL || t->starts == NULL) {
		t->w->err = WT_ENOMEM;
		return;
	}
	for (uint32_t i = 0; i < doc->ntokens; i++) {
		struct wt_span stem = doc->tokens[i].norm;

		if (doc->tokens[i].kind == WT_TOKEN_WORD && wt_topic_zone(t, i))
			wt_stem(t->w->stemmer, doc->tokens[i].norm, 0, &stem);
		t->stems[i] = wt_span_eq(stem, doc->tokens[i].norm)
				  ? doc->tokens[i].norm
				  : wt_arena_copy(t->w->arena, stem);
		/* Heads and rows ask for it several times. */
		if (doc->tokens[i].kind != WT_TOKEN_PUNCT)
			t->starts[i] = wt_phrase_step_stem(t->w->lex->dict, 0, t->stems[i]);
	}
}

bool
wt_topic_zone(const struct wt_topics *t, uint32_t i)
{
	uint8_t zone = t->w->doc->tokens[i].zone;

	return zone == WT_ZONE_TITLE || zone == WT_ZONE_BODY;
}

bool
wt_topic_is_name(const struct wt_topics *t, uint32_t i)
{
	switch (t->w->cover[i]) {
	case WT_COVER_AGENCY:
	case WT_COVER_OFFICE:
	case WT_COVER_PERSON:
	case WT_COVER_REGION:
	case WT_COVER_DATE:
		return true;
	default:
		return false;
	}
}

bool
wt_topic_is_verb(const struct wt_topics *t, uint32_t i)
{
	static const char *const not [] = {"menengah", "dinas", "media", "menteri", "direktur",
	    "digital", "menara", "merdeka", "mengaji", "disabilitas", "menular"};
	struct wt_span norm = t->w->doc->tokens[i].norm;

	if (t->w->doc->tokens[i].kind != WT_TOKEN_WORD || norm.len < 5 ||
	    (!wt_span_starts(norm, WT_SPAN("me")) && !wt_span_starts(norm, WT_SPAN("di"))))
		return false;
	for (size_t k = 0; k < sizeof not / sizeof not [0]; k++)
		if (wt_span_is(norm, not [k]))
			return false;
	return !wt_span_eq(norm, t->stems[i]);
}

struct wt_topic *
wt_topic_add(struct wt_topics *t, const struct wt_topic *topic)
{
	struct wt_topic *items;

	if (t->count >= WT_TOPICS_MOST ||
	    (items = wt_work_grow(t->w, t->items, t->count, &t->cap, sizeof *items)) == NULL)
		return NULL;
	t->items = items;
	t->items[t->count] = *topic;
	t->items[t->count].project = WT_NO_PROJECT;
	return &t->items[t->count++];
}

/* By place; of two that begin together the longer first. */
static void
sort_topics(struct wt_topic *items, uint32_t count)
{
	for (uint32_t i = 1; i < count; i++) {
		struct wt_topic moved = items[i];
		uint32_t k = i;

		for (; k > 0 &&
		       (items[k - 1].first > moved.first ||
			   (items[k - 1].first == moved.first && items[k - 1].last < moved.last));
		     k--)
			items[k] = items[k - 1];
		items[k] = moved;
	}
}

void
wt_topics_find(struct wt_work *w, struct wt_topics *t)
{
	*t = (struct wt_topics){.w = w};
	if (w->err != WT_OK || !open_tables(t))
		return;
	fill_stems(t);
	for (uint32_t s = 0; s < w->doc->nsentences && w->err == WT_OK; s++) {
		const struct wt_sentence *sentence = &w->doc->sentences[s];
		uint32_t from = t->count, first = sentence->first;

		while (first < sentence->last && !wt_topic_zone(t, first))
			first++;
		wt_heads_find(t, first, sentence->last);
		wt_rows_find(t, first, sentence->last, from);
		sort_topics(t->items + from, t->count - from);
	}
	if (w->err == WT_OK)
		wt_projects_join(t);
}
