/* sort.c - any order of few and of many, against qsort. */
#include "base/sort.h"
#include "tests/check.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define MOST 200

struct item {
	uint32_t key;
	char rest[36];          /* moves with its key */
};

static int
by_key(const void *left, const void *right)
{
	const struct item *a = left, *b = right;

	return (a->key > b->key) - (a->key < b->key);
}

/* Items of different keys in one of some orders. */
static void
fill(struct item *items, uint32_t count, int order)
{
	for (uint32_t i = 0; i < count; i++) {
		uint32_t key = order == 0 ? i : order == 1 ? count - i :
		    order == 2 ? i % 3 * MOST + i : i * 7919 % 100003;

		items[i] = (struct item){ .key = key };
		snprintf(items[i].rest, sizeof items[i].rest, "item %u", key);
	}
}

static bool
is_same(const struct item *a, const struct item *b, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++)
		if (a[i].key != b[i].key || strcmp(a[i].rest, b[i].rest) != 0)
			return false;
	return true;
}

int
main(void)
{
	static const char *const names[] = { "in order", "the wrong way round", "three runs", "mixed" };
	static const uint32_t counts[] = { 0, 1, 2, 3, 30, 48, 49, MOST };
	struct item mine[MOST], theirs[MOST];

	for (int order = 0; order < 4; order++) {
		for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++) {
			fill(mine, counts[i], order);
			fill(theirs, counts[i], order);
			wt_sort(mine, counts[i], sizeof *mine, by_key);
			qsort(theirs, counts[i], sizeof *theirs, by_key);
			CHECK(is_same(mine, theirs, counts[i]), "%u items, %s", counts[i], names[order]);
		}
	}
	wt_sort(NULL, 0, sizeof *mine, by_key);
	return check_done();
}
