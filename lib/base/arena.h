/*
 * arena.h - memory that is given back all at once.
 *
 * One article is one arena: its tokens, stems and mentions live there until
 * wt_arena_reset.  A zeroed struct is an empty arena.  When memory runs out
 * `err` becomes WT_ENOMEM and stays so until the reset.
 */
#ifndef WT_BASE_ARENA_H
#define WT_BASE_ARENA_H

#include "base/span.h"

struct wt_arena_block;

struct wt_arena {
	struct wt_arena_block *first;   /* private: the block in use, older ones behind it */
	size_t used;                    /* private: bytes used of the first */
	int err;                        /* WT_OK or WT_ENOMEM */
};

/* Bytes aligned for any object, not cleared; valid until the reset.  NULL if there are none. */
void *wt_arena_alloc(struct wt_arena *a, size_t size);

/* The same, zeroed, for `count` items. */
void *wt_arena_array(struct wt_arena *a, size_t count, size_t size);

/* A copy of a span; empty if there is no memory.  The bytes are followed by a NUL. */
struct wt_span wt_arena_copy(struct wt_arena *a, struct wt_span s);

/* Spans one behind the other, followed by a NUL; empty if there is no memory. */
struct wt_span wt_arena_join(struct wt_arena *a, const struct wt_span *parts, size_t count);
#define WT_ARENA_JOIN(arena, ...) wt_arena_join((arena), (const struct wt_span[]){ __VA_ARGS__ }, \
    sizeof (const struct wt_span[]){ __VA_ARGS__ } / sizeof(struct wt_span))

/* A formatted string, as a span followed by a NUL. */
struct wt_span wt_arena_printf(struct wt_arena *a, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Bytes of memory that it holds. */
size_t wt_arena_size(const struct wt_arena *a);

/* Forget everything, keep the largest block. */
void wt_arena_reset(struct wt_arena *a);
void wt_arena_free(struct wt_arena *a);

#endif
