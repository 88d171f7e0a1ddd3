/*
 * snippet.c - behind snippet.h.
 *
 * A window slides over the marks.  The best one is then widened to words on both
 * sides, by a third of what is left before and the rest behind.
 */
#include "query/snippet.h"

struct window {
	size_t first, end;      /* marks [first, end) */
	size_t leaves;          /* different ones */
};

/* Move the end of a window on as far as the marks fit, counting leaves in seen. */
static void
widen(struct window *w, const struct wt_marked *text, size_t most, uint32_t *seen)
{
	size_t start = text->marks[w->first].start;

	while (w->end < text->mark_count && (text->marks[w->end].end - start <= most ||
	    w->end == w->first)) {
		w->leaves += seen[text->marks[w->end].leaf]++ == 0;
		w->end++;
	}
}

static int
best_window(const struct wt_marker *m, const struct wt_marked *text, size_t most,
    struct wt_arena *arena, struct window *best)
{
	uint32_t *seen = wt_arena_array(arena, wt_marker_leaves(m) + (size_t)1, sizeof *seen);
	struct window w = { 0, 0, 0 };

	*best = w;
	if (seen == NULL)
		return WT_ENOMEM;
	for (; w.first < text->mark_count; w.first++) {
		if (w.end < w.first)
			w.end = w.first;
		widen(&w, text, most, seen);
		if (w.leaves > best->leaves ||
		    (w.leaves == best->leaves && w.end - w.first > best->end - best->first))
			*best = w;
		w.leaves -= --seen[text->marks[w.first].leaf] == 0;
	}
	return WT_OK;
}

/* Whether a sentence ends in the bytes between two tokens. */
static bool
sentence_between(const struct wt_marked *text, size_t token)
{
	size_t at, end = text->tokens[token].start;

	if (token == 0)
		return true;
	for (at = text->tokens[token - 1].end; at < end; at++) {
		char c = text->text.at[at];

		if (c == '\n' || ((c == '.' || c == '!' || c == '?') && at + 1 < end))
			return true;
	}
	return false;
}

/*
 * The token to begin with: back from `first` by at most `room` bytes, and if a
 * sentence starts on the way, the farthest that does.
 */
static size_t
begin_at(const struct wt_marked *text, size_t first, size_t room)
{
	size_t origin = text->tokens[first].start, begin = first, sentence = SIZE_MAX;

	for (;;) {
		if (sentence_between(text, begin))
			sentence = begin;
		if (begin == 0 || origin - text->tokens[begin - 1].start > room)
			break;
		begin--;
	}
	return sentence != SIZE_MAX ? sentence : begin;
}

static bool
is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* The end of a token with the signs that follow it at once. */
static size_t
end_of(const struct wt_marked *text, size_t token, size_t limit)
{
	size_t end = text->tokens[token].end, next;

	next = token + 1 < text->token_count ? text->tokens[token + 1].start : text->text.len;
	while (end < next && end < limit && !is_space(text->text.at[end]))
		end++;
	/* Signs that run into the next word belong to it; a character is not cut. */
	return end < next && is_space(text->text.at[end]) ? end :
	    end == text->text.len ? end : text->tokens[token].end;
}

/* Copy the marks inside the passage; those that overlap become one. */
static int
copy_marks(const struct wt_marked *text, struct wt_arena *arena, struct wt_snippet *out)
{
	out->marks = wt_arena_array(arena, text->mark_count, sizeof *out->marks);
	if (out->marks == NULL)
		return WT_ENOMEM;
	for (size_t i = 0; i < text->mark_count; i++) {
		struct wt_mark mark = text->marks[i];
		struct wt_mark *last = out->mark_count == 0 ? NULL :
		    &out->marks[out->mark_count - 1];

		if (mark.start < out->start || mark.end > out->end)
			continue;
		if (last != NULL && mark.start < last->end)
			last->end = mark.end > last->end ? mark.end : last->end;
		else
			out->marks[out->mark_count++] = mark;
	}
	return WT_OK;
}

int
wt_snippet_make(const struct wt_marker *m, const struct wt_marked *text, size_t most,
    struct wt_arena *arena, struct wt_snippet *out)
{
	struct window w;
	size_t first = 0, last = 0, start = 0, end = 0, limit;
	int err = best_window(m, text, most, arena, &w);

	*out = (struct wt_snippet){ 0 };
	if (err != WT_OK || text->token_count == 0)
		return err;
	if (w.end > w.first) {
		start = text->marks[w.first].start;
		for (size_t i = w.first; i < w.end; i++)
			end = text->marks[i].end > end ? text->marks[i].end : end;
		first = wt_marked_at(text, start);
		if (end - start < most)
			first = begin_at(text, first, (most - (end - start)) / 3);
		last = wt_marked_at(text, end - 1);
	}
	out->start = text->tokens[first].start;
	limit = text->text.len - out->start < most ? text->text.len : out->start + most;
	while (last + 1 < text->token_count && text->tokens[last + 1].end <= limit)
		last++;
	out->end = end_of(text, last, limit);
	out->before = first > 0;
	out->after = last + 1 < text->token_count;
	return copy_marks(text, arena, out);
}
