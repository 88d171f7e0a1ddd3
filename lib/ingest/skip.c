/* skip.c - the list behind skip.h. */
#include "ingest/skip.h"
#include "base/buf.h"
#include "base/err.h"
#include "ingest/clean.h"
#include "text/utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#define REASON 400

/* A line that a terminal and a table can bear. */
static struct wt_span
keep(struct wt_skips *s, struct wt_span text)
{
	return wt_clean_line(&s->arena, text);
}

static void
fill(struct wt_skips *s, struct wt_skip *skip, struct wt_span path, uint64_t position,
    const char *format, va_list args)
{
	char reason[REASON];
	int len = vsnprintf(reason, sizeof reason, format, args);

	if (len < 0)
		len = 0;
	if (len >= REASON)
		len = REASON - 1;
	skip->path = keep(s, path);
	skip->position = position;
	skip->reason = keep(s, wt_span_make(reason, (size_t)len));
	if (s->arena.err != WT_OK)
		s->err = s->arena.err;
}

void
wt_skips_add(struct wt_skips *s, uint64_t order, struct wt_span path, uint64_t position,
    const char *format, ...)
{
	struct wt_skip *at = wt_grow(s->at, &s->cap, s->count + 1, sizeof *at);
	va_list args;

	if (at == NULL) {
		s->err = WT_ENOMEM;
		return;
	}
	s->at = at;
	at[s->count].order = order;
	at[s->count].number = s->count;
	va_start(args, format);
	fill(s, &at[s->count], path, position, format, args);
	va_end(args);
	if (s->tell != NULL)
		s->tell(s->context, &at[s->count], false);
	s->count++;
}

void
wt_skips_notice(struct wt_skips *s, struct wt_span path, uint64_t position, const char *format, ...)
{
	struct wt_skip skip = { .order = 0 };
	va_list args;

	if (s->tell == NULL)
		return;
	va_start(args, format);
	fill(s, &skip, path, position, format, args);
	va_end(args);
	s->tell(s->context, &skip, true);
}

static int
by_order(const void *a, const void *b)
{
	const struct wt_skip *x = a, *y = b;

	if (x->order != y->order)
		return x->order < y->order ? -1 : 1;
	return (x->number > y->number) - (x->number < y->number);
}

void
wt_skips_sort(struct wt_skips *s)
{
	if (s->count > 0)
		qsort(s->at, s->count, sizeof *s->at, by_order);
}

void
wt_skips_free(struct wt_skips *s)
{
	free(s->at);
	wt_arena_free(&s->arena);
	*s = (struct wt_skips){ 0 };
}
