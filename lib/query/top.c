/* top.c - a binary heap, behind top.h. */
#include "query/top.h"
#include "base/buf.h"

#include <stdlib.h>

/* Below, at or above zero as a is better than, the same as or worse than b. */
static int
compare(const void *left, const void *right)
{
	const struct wt_hit *a = left, *b = right;

	if (a->score != b->score)
		return a->score > b->score ? -1 : 1;
	if (a->segment != b->segment)
		return a->segment < b->segment ? -1 : 1;
	return (a->doc > b->doc) - (a->doc < b->doc);
}

void
wt_top_open(struct wt_top *top, size_t room)
{
	*top = (struct wt_top){ .room = room };
}

void
wt_top_close(struct wt_top *top)
{
	free(top->heap);
	*top = (struct wt_top){ 0 };
}

static void
sift_up(struct wt_hit *heap, size_t at, struct wt_hit hit)
{
	while (at > 0 && compare(&hit, &heap[(at - 1) / 2]) > 0) {
		heap[at] = heap[(at - 1) / 2];
		at = (at - 1) / 2;
	}
	heap[at] = hit;
}

static void
replace_worst(struct wt_hit *heap, size_t count, struct wt_hit hit)
{
	size_t at = 0, child;

	while ((child = 2 * at + 1) < count) {
		if (child + 1 < count && compare(&heap[child + 1], &heap[child]) > 0)
			child++;
		if (compare(&heap[child], &hit) <= 0)
			break;
		heap[at] = heap[child];
		at = child;
	}
	heap[at] = hit;
}

int
wt_top_offer(struct wt_top *top, uint32_t segment, uint32_t doc, uint32_t score)
{
	struct wt_hit hit = { segment, doc, score }, *heap;

	if (top->room == 0)
		return WT_OK;
	if (top->count == top->room) {
		if (compare(&hit, &top->heap[0]) < 0)
			replace_worst(top->heap, top->count, hit);
		return WT_OK;
	}
	if ((heap = wt_grow(top->heap, &top->cap, top->count + 1, sizeof *heap)) == NULL)
		return WT_ENOMEM;
	top->heap = heap;
	sift_up(heap, top->count++, hit);
	return WT_OK;
}

void
wt_top_sort(struct wt_top *top)
{
	if (top->count > 1)
		qsort(top->heap, top->count, sizeof *top->heap, compare);
}
