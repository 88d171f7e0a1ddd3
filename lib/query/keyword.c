/*
 * keyword.c - behind keyword.h.
 *
 * Marks become candidates; for `a NEAR/5 b NEAR/3 c` those of b are cut to the ones
 * near an a, then those of c to the ones near such a b, as when the index is asked,
 * each growing to the words from its nearest partner on.
 */
#include "query/keyword.h"

#include <stdlib.h>

struct finding {
	const struct wt_marker *m;
	struct wt_arena *arena;
	const struct wt_marked *text;
	struct wt_keyword *list;        /* candidates; marks are room enough */
	size_t count;
	bool *near;                     /* of each leaf: stands in a NEAR */
};

static struct wt_keyword
words_of(const struct wt_marked *text, const struct wt_mark *mark)
{
	return (struct wt_keyword){ wt_marked_at(text, mark->start), wt_marked_at(text, mark->end - 1) };
}

/* The leaf of the marker that a node became, or UINT32_MAX. */
static uint32_t
leaf_of(const struct wt_marker *m, const struct wt_node *node)
{
	for (uint32_t i = 0; i < wt_marker_leaves(m); i++)
		if (wt_marker_node(m, i) == node)
			return i;
	return UINT32_MAX;
}

/* A place of one operand of a NEAR, and the words from its partners to it. */
struct place {
	struct wt_keyword own, whole;
};

/* The places of a leaf: in order, for marks are. */
static size_t
places_of(const struct finding *f, uint32_t leaf, struct place *places)
{
	size_t count = 0;

	for (size_t i = 0; i < f->text->mark_count; i++) {
		struct wt_keyword k;

		if (f->text->marks[i].leaf != leaf)
			continue;
		k = words_of(f->text, &f->text->marks[i]);
		places[count++] = (struct place){ k, k };
	}
	return count;
}

/* Grow b by a partner at most `distance` words away, the nearer one; false if there is none. */
static bool
join(struct place *b, const struct place *before, const struct place *after, size_t distance)
{
	size_t back = before == NULL ? SIZE_MAX : b->own.first - before->own.last;
	size_t on = after == NULL ? SIZE_MAX : after->own.first - b->own.last;
	const struct place *a = back <= on ? before : after;

	if (a == NULL || (back <= on ? back : on) > distance)
		return false;
	if (a->whole.first < b->whole.first)
		b->whole.first = a->whole.first;
	if (a->whole.last > b->whole.last)
		b->whole.last = a->whole.last;
	return true;
}

/* Keep the places of b that have a partner: how many. */
static size_t
keep_near(struct place *b, size_t nb, const struct place *a, size_t na, size_t distance)
{
	size_t kept = 0, before = 0, after = 0;

	for (size_t i = 0; i < nb; i++) {
		while (before < na && a[before].own.last < b[i].own.first)
			before++;
		while (after < na && a[after].own.first <= b[i].own.last)
			after++;
		if (join(&b[i], before > 0 ? &a[before - 1] : NULL, after < na ? &a[after] : NULL, distance))
			b[kept++] = b[i];
	}
	return kept;
}

static int
by_start(const void *left, const void *right)
{
	const struct wt_keyword *a = left, *b = right;

	if (a->first != b->first)
		return a->first < b->first ? -1 : 1;
	return (a->last < b->last) - (a->last > b->last);
}

/* Add the keywords of a NEAR: of those that overlap the shorter from the left. */
static int
add_near(struct finding *f, const struct wt_node *node)
{
	struct place *now = wt_arena_array(f->arena, f->text->mark_count + 1, sizeof *now);
	struct place *next = wt_arena_array(f->arena, f->text->mark_count + 1, sizeof *next), *swap;
	size_t count = 0, n, end = 0;
	bool first = true;

	if (now == NULL || next == NULL)
		return WT_ENOMEM;
	for (const struct wt_node *c = node->child; c != NULL; c = c->next) {
		uint32_t leaf = leaf_of(f->m, c);

		if (leaf == UINT32_MAX)
			continue;               /* no word that is indexed */
		f->near[leaf] = true;
		n = places_of(f, leaf, next);
		count = first ? n : keep_near(next, n, now, count, c->distance);
		first = false;
		swap = now;
		now = next;
		next = swap;
	}
	for (size_t i = 0; i < count; i++) {
		if (now[i].whole.first < end)
			continue;
		f->list[f->count++] = now[i].whole;
		end = now[i].whole.last + 1;
	}
	return WT_OK;
}

/* The NEARs of a tree. */
static int
add_nears(struct finding *f, const struct wt_node *node)
{
	int err = WT_OK;

	if (node->kind == WT_NODE_NOT)
		return WT_OK;
	if (node->kind == WT_NODE_NEAR)
		return add_near(f, node);
	for (const struct wt_node *c = node->child; c != NULL && err == WT_OK; c = c->next)
		err = add_nears(f, c);
	return err;
}

/* What stands by itself. */
static void
add_others(struct finding *f)
{
	for (size_t i = 0; i < f->text->mark_count; i++)
		if (!f->near[f->text->marks[i].leaf])
			f->list[f->count++] = words_of(f->text, &f->text->marks[i]);
}

/* The marks without those of the title's words outside of it; in the arena. */
static int
marks_of(const struct finding *f, size_t start, size_t end, struct wt_marked *out)
{
	*out = *f->text;
	out->mark_count = 0;
	if ((out->marks = wt_arena_array(f->arena, f->text->mark_count + 1, sizeof *out->marks)) == NULL)
		return WT_ENOMEM;
	for (size_t i = 0; i < f->text->mark_count; i++) {
		const struct wt_mark *mark = &f->text->marks[i];

		if (wt_marker_node(f->m, mark->leaf)->field != WT_FIELD_TITLE ||
		    (mark->start >= start && mark->end <= end))
			out->marks[out->mark_count++] = *mark;
	}
	return WT_OK;
}

int
wt_keywords_find(const struct wt_marker *m, const struct wt_node *tree, struct wt_arena *arena,
    const struct wt_marked *text, size_t title_start, size_t title_end,
    struct wt_keyword **keywords, size_t *count)
{
	struct finding f = { .m = m, .arena = arena, .text = text };
	struct wt_marked marks;
	size_t end = 0;
	int err = marks_of(&f, title_start, title_end, &marks);

	*count = 0;
	f.text = &marks;
	if (err != WT_OK)
		return err;
	f.list = wt_arena_array(arena, marks.mark_count + 1, sizeof *f.list);
	f.near = wt_arena_array(arena, wt_marker_leaves(m) + (size_t)1, sizeof *f.near);
	if (f.list == NULL || f.near == NULL)
		return WT_ENOMEM;
	if (tree != NULL && (err = add_nears(&f, tree)) != WT_OK)
		return err;
	add_others(&f);
	if (f.count > 1)
		qsort(f.list, f.count, sizeof *f.list, by_start);
	for (size_t i = 0; i < f.count; i++) {
		if (f.list[i].first < end)
			continue;
		f.list[(*count)++] = f.list[i];
		end = f.list[i].last + 1;
	}
	*keywords = f.list;
	return WT_OK;
}
