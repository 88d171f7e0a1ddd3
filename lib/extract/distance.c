/* distance.c - row by row, behind distance.h. */
#include "extract/distance.h"

#define LONGEST 40      /* bytes of a word, at most */

unsigned
wt_distance(struct wt_span a, struct wt_span b, unsigned most)
{
	unsigned row[LONGEST + 1];

	if (a.len > LONGEST || b.len > LONGEST || a.len > b.len + most || b.len > a.len + most)
		return most + 1;
	for (unsigned i = 0; i <= b.len; i++)
		row[i] = i;
	for (size_t i = 0; i < a.len; i++) {
		unsigned corner = row[0];

		row[0] = (unsigned)i + 1;
		for (size_t k = 0; k < b.len; k++) {
			unsigned change = corner + (a.at[i] != b.at[k]);
			unsigned least = row[k] < row[k + 1] ? row[k] + 1 : row[k + 1] + 1;

			corner = row[k + 1];
			row[k + 1] = change < least ? change : least;
		}
	}
	return row[b.len];
}
