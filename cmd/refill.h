/*
 * refill.h - a text that printf made by a format, made again by another.
 *
 * Errors come from the library as finished English texts.  Held against the formats
 * of the catalogue they give back what was put in, which goes into the translation.
 */
#ifndef WT_CMD_REFILL_H
#define WT_CMD_REFILL_H

#include "base/span.h"

#define REFILL_HOLES 8          /* conversions of a format, at most */

/*
 * What stands in `text` in the place of each conversion of `format`: how many, or -1
 * if the format cannot have made it.  *letters says how much of the text is the format's.
 */
int refill_match(const char *format, struct wt_span text, struct wt_span *holes, size_t *letters);

/*
 * `format`, whose conversions are as many as the holes, with the holes in their place;
 * cut off where the room ends.
 */
void refill_write(const char *format, const struct wt_span *holes, int count, char *room,
    size_t size);

#endif
