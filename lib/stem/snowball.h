/*
 * snowball.h - libstemmer's Indonesian; the only user of that library.
 *
 * The algorithm is Talla's (2003) as the Snowball project has it.
 */
#ifndef WT_STEM_SNOWBALL_H
#define WT_STEM_SNOWBALL_H

#include "base/span.h"

struct wt_snowball;

/* NULL if memory ran out or the library has no Indonesian. */
struct wt_snowball *wt_snowball_open(void);
void wt_snowball_close(struct wt_snowball *s);

/* The stem, valid until the next call; false if memory ran out. */
bool wt_snowball_stem(struct wt_snowball *s, struct wt_span word, struct wt_span *stem);

#endif
