/* arena.c - a list of blocks, each twice the last, behind arena.h. */
#include "base/arena.h"
#include "base/err.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define ALIGN _Alignof(max_align_t)
#define FIRST_BLOCK ((size_t)64 << 10)

struct wt_arena_block {
	struct wt_arena_block *older;
	size_t size;
	max_align_t bytes[];
};

static int
add_block(struct wt_arena *a, size_t need)
{
	size_t size = a->first == NULL ? FIRST_BLOCK : a->first->size * 2;
	struct wt_arena_block *block;

	if (size < need)
		size = need;
	if (size > SIZE_MAX / 2 || (block = malloc(sizeof *block + size)) == NULL) {
		a->err = WT_ENOMEM;
		return a->err;
	}
	block->older = a->first;
	block->size = size;
	a->first = block;
	a->used = 0;
	return WT_OK;
}

void *
wt_arena_alloc(struct wt_arena *a, size_t size)
{
	void *at;

	if (size > SIZE_MAX / 4)
		a->err = WT_ENOMEM;
	if (a->err != WT_OK)
		return NULL;
	size = (size + ALIGN - 1) / ALIGN * ALIGN;
	if ((a->first == NULL || a->first->size - a->used < size) && add_block(a, size) != WT_OK)
		return NULL;
	at = (char *)a->first->bytes + a->used;
	a->used += size;
	return at;
}

void *
wt_arena_array(struct wt_arena *a, size_t count, size_t size)
{
	void *at;

	/* A product that does not fit asks for more than there is. */
	at = wt_arena_alloc(a, size != 0 && count > SIZE_MAX / 4 / size ? SIZE_MAX : count * size);
	if (at != NULL)
		memset(at, 0, count * size);
	return at;
}

struct wt_span
wt_arena_copy(struct wt_arena *a, struct wt_span s)
{
	char *at = wt_arena_alloc(a, s.len + 1);

	if (at == NULL)
		return wt_span_make("", 0);
	if (s.len > 0)
		memcpy(at, s.at, s.len);
	at[s.len] = '\0';
	return wt_span_make(at, s.len);
}

struct wt_span
wt_arena_join(struct wt_arena *a, const struct wt_span *parts, size_t count)
{
	size_t len = 0;
	char *out, *at;

	for (size_t i = 0; i < count; i++)
		len += parts[i].len;
	if ((out = at = wt_arena_alloc(a, len + 1)) == NULL)
		return wt_span_make("", 0);
	for (size_t i = 0; i < count; i++) {
		if (parts[i].len > 0)
			memcpy(at, parts[i].at, parts[i].len);
		at += parts[i].len;
	}
	*at = '\0';
	return wt_span_make(out, len);
}

struct wt_span
wt_arena_printf(struct wt_arena *a, const char *format, ...)
{
	va_list args, again;
	char *at = NULL;
	int len;

	va_start(args, format);
	va_copy(again, args);
	len = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (len >= 0 && (at = wt_arena_alloc(a, (size_t)len + 1)) != NULL)
		vsnprintf(at, (size_t)len + 1, format, again);
	va_end(again);
	return at == NULL ? wt_span_make("", 0) : wt_span_make(at, (size_t)len);
}

static void
free_blocks(struct wt_arena_block *block)
{
	while (block != NULL) {
		struct wt_arena_block *older = block->older;

		free(block);
		block = older;
	}
}

size_t
wt_arena_size(const struct wt_arena *a)
{
	size_t size = 0;

	for (const struct wt_arena_block *b = a->first; b != NULL; b = b->older)
		size += sizeof *b + b->size;
	return size;
}

void
wt_arena_reset(struct wt_arena *a)
{
	if (a->first != NULL) {
		free_blocks(a->first->older);
		a->first->older = NULL;
	}
	a->used = 0;
	a->err = WT_OK;
}

void
wt_arena_free(struct wt_arena *a)
{
	free_blocks(a->first);
	*a = (struct wt_arena){ 0 };
}
