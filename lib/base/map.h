/*
 * map.h - a file mapped for reading.
 *
 * The bytes are shared with the page cache and with other processes, and stay
 * valid until wt_map_close, also when the file is renamed over or unlinked.
 * An empty file maps to a span of length 0.
 */
#ifndef WT_BASE_MAP_H
#define WT_BASE_MAP_H

#include "base/err.h"
#include "base/span.h"

struct wt_map {
	struct wt_span bytes;
};

/* WT_OK, or WT_ENOENT, WT_EACCES, WT_EIO (also: not a regular file), WT_ENOMEM. */
int wt_map_open(struct wt_map *m, const char *path, struct wt_error *error);
void wt_map_close(struct wt_map *m);

#endif
