/* programme.c - walk the sentences for topics, behind programme.h. */
#include "extract/programme.h"


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
	if (w->err != WT_OK)
		return;
	for (uint32_t s = 0; s < w->doc->nsentences && w->err == WT_OK; s++) {
		const struct wt_sentence *sentence = &w->doc->sentences[s];
		uint32_t from = t->count, first = sentence->first;

		while (first < sentence->last && !wt_topic_zone(t, first))
			first++;
		wt_heads_find(t, first, sentence->last);
		wt_rows_find(t, first, sentence->last, from);
		if (t->count > from + 1)
			sort_topics(t->items + from, t->count - from);
	}
	if (w->err == WT_OK)
		wt_projects_join(t);
}
