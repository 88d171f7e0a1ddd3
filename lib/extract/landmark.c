/*
 * landmark.c - places that are no regions: streets, buildings, waters.
 *
 * A word of the list landmark ("Jalan", "gedung", "pulau") with the capitalised
 * words behind it.  The rule runs last and takes only tokens that no other rule
 * has: a landmark is told, and changes nothing of what the article says else.
 */
#include "extract/work.h"

#define RUN 5           /* words of a name, at most */

static const struct wt_span none = { "", 0 };

static bool
is_free_name(const struct wt_work *w, uint32_t i)
{
	return i < w->doc->ntokens && w->cover[i] == WT_COVER_NONE && wt_work_capital(w, i) &&
	    w->doc->tokens[i].kind == WT_TOKEN_WORD;
}

/* A word in small letters is one of a name only where something is or goes: "di gedung Merdeka". */
static bool
is_head(const struct wt_work *w, uint32_t i)
{
	if (w->cover[i] != WT_COVER_NONE || w->doc->tokens[i].zone == WT_ZONE_FURNITURE)
		return false;
	return wt_work_capital(w, i) || (i > 0 && wt_work_joined(w, i - 1) && wt_work_listed(w, i - 1, WT_LIST_WHERE) &&
	    i + 1 < w->doc->ntokens && w->doc->tokens[i + 1].shape == WT_SHAPE_CAPITAL);
}

/* Behind the name that begins with the word at token i, or i where none does. */
static uint32_t
landmark_end(const struct wt_work *w, uint32_t i)
{
	uint32_t end = i + 1;

	while (end - i <= RUN && wt_work_joined(w, end - 1) && is_free_name(w, end))
		end++;
	/* "Jalan yang", "Pasar, kata Asep": the word alone; a person's or a region's name goes on, so it is not this. */
	if (end == i + 1 || (end < w->doc->ntokens && wt_work_joined(w, end - 1) && wt_work_capital(w, end) &&
	    w->cover[end] != WT_COVER_DATE && w->cover[end] != WT_COVER_REGION))
		return i;
	return end;
}

void
wt_landmarks_find(struct wt_work *w)
{
	const uint64_t what = WT_BEGINS_BIT(WT_BEGINS_LANDMARK);
	uint32_t n = w->doc->ntokens;

	for (uint32_t i = 0; (i = wt_work_next(w, i, n, what)) < n && w->err == WT_OK; i++) {
		uint32_t end, entity;

		if (!is_head(w, i) || (end = landmark_end(w, i)) == i)
			continue;
		entity = wt_work_entity(w, WT_PLACE, wt_work_clean(w, i, end), none, none, none);
		wt_work_cover(w, i, end, WT_COVER_PLACE);
		wt_work_mention(w, WT_PLACE, i, end, w->err == WT_OK ? w->facts->entities[entity].id : none, "landmark", 70);
		i = end - 1;
	}
}
