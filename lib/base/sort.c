/* sort.c - insertion, or qsort, behind sort.h. */
#include "base/sort.h"

#include <stdlib.h>
#include <string.h>

#define FEW 48          /* items that are inserted one by one */
#define SIZE 256        /* bytes of such an item, at most */

static void
insert(char *items, size_t count, size_t size, int (*order)(const void *, const void *))
{
	char held[SIZE];

	for (size_t i = 1; i < count; i++) {
		char *item = items + i * size, *at = item;

		while (at > items && order(at - size, item) > 0)
			at -= size;
		if (at == item)
			continue;
		memcpy(held, item, size);
		memmove(at + size, at, (size_t)(item - at));
		memcpy(at, held, size);
	}
}

void
wt_sort(void *items, size_t count, size_t size, int (*order)(const void *, const void *))
{
	if (count <= FEW && size <= SIZE)
		insert(items, count, size, order);
	else
		qsort(items, count, size, order);
}
