/*
 * lines.c - a merge sort, behind lines.h.
 *
 * Lines gather in an arena until they are many.  With a limit those that are not among
 * the best so far are dropped when there are twice as many: the rest moves to another
 * arena, so that memory is bounded by the limit and not by the lines.  If what is there
 * takes too much all the same, it is sorted and put aside as a run:
 *
 *      run  = line*                    a string for each, in their order
 *      line = number start end date title word* article published source left keyword right
 *
 * with varints for numbers (the date as its bits) and a word for each key.  Runs are merged
 * into one when there are many, and at the end as they are read.
 */
#include "query/lines.h"
#include "base/buf.h"
#include "base/spool.h"
#include "base/varint.h"
#include "index/build.h"

#include <stdlib.h>

#define KEEP ((size_t)32 << 20)
#define SPARE 1024              /* lines beyond twice the limit before some are dropped */
#define RUNS 32                 /* merged at a time: a file each */
#define SPANS 6                 /* of a line */

struct entry {
	struct wt_line line;
	uint64_t number;
	const struct wt_lines *order;
	struct wt_span words[WT_CONCORD_KEYS];  /* of each key */
};

struct run {
	struct wt_spool spool;
	uint64_t at;
	struct wt_buf bytes;            /* of the line at hand, to which it points */
	struct entry entry;
};

struct wt_lines {
	struct wt_concord_key keys[WT_CONCORD_KEYS];
	size_t nkeys, limit, keep;
	const char *folder;
	struct wt_arena arenas[2];
	int arena;                      /* the one in use */
	const struct entry **list;      /* owned */
	size_t count, cap, bytes;       /* of the lines in the arena */
	size_t next;                    /* of them */
	uint64_t number, given;
	struct run runs[RUNS];
	size_t nruns;
	struct run *heap[RUNS];         /* the first on top; those at their end are gone */
	size_t nheap;
	bool begun;                     /* the run on top was given, and has to move on */
};

int
wt_lines_open(const struct wt_lines_options *options, struct wt_lines **out)
{
	struct wt_lines *l = *out = calloc(1, sizeof *l);

	if (l == NULL)
		return WT_ENOMEM;
	l->nkeys = options->key_count < WT_CONCORD_KEYS ? options->key_count : WT_CONCORD_KEYS;
	l->limit = options->limit;
	l->keep = options->keep == 0 ? KEEP : options->keep;
	l->folder = options->folder;
	memcpy(l->keys, options->keys, l->nkeys * sizeof *l->keys);
	return WT_OK;
}

static void
free_run(struct run *r)
{
	wt_spool_free(&r->spool);
	wt_buf_free(&r->bytes);
}

void
wt_lines_close(struct wt_lines *l)
{
	if (l == NULL)
		return;
	for (size_t i = 0; i < l->nruns; i++)
		free_run(&l->runs[i]);
	wt_arena_free(&l->arenas[0]);
	wt_arena_free(&l->arenas[1]);
	free(l->list);
	free(l);
}

/* ---- order ---- */

/* The words of the keyword with spaces between, in lower case. */
static struct wt_span
keyword_words(struct wt_arena *arena, const struct wt_marked *text, const struct wt_keyword *k)
{
	size_t len = 0, at = 0;
	char *joined;

	for (size_t i = k->first; i <= k->last; i++)
		len += wt_marked_norm(text, i).len + 1;
	if ((joined = wt_arena_alloc(arena, len)) == NULL)
		return wt_span_make("", 0);
	for (size_t i = k->first; i <= k->last; i++) {
		struct wt_span word = wt_marked_norm(text, i);

		memcpy(joined + at, word.at, word.len);
		at += word.len;
		joined[at++] = ' ';
	}
	return wt_span_make(joined, len - 1);
}

/* What a key looks at; borrowed from the text, or in the arena. */
static struct wt_span
key_words(struct wt_arena *arena, const struct wt_concord_key *key, const struct wt_marked *text,
    const struct wt_keyword *k)
{
	if (key->by == WT_BY_KEYWORD)
		return keyword_words(arena, text, k);
	if (key->by == WT_BY_LEFT && k->first >= key->word)
		return wt_marked_norm(text, k->first - key->word);
	if (key->by == WT_BY_RIGHT && k->last + key->word < text->token_count)
		return wt_marked_norm(text, k->last + key->word);
	return wt_span_make("", 0);
}

/* Dates in order; none comes last, either way. */
static int
by_date(int32_t a, int32_t b, bool down)
{
	if ((a == WT_NO_DATE) != (b == WT_NO_DATE))
		return a == WT_NO_DATE ? 1 : -1;
	return down ? (a < b) - (a > b) : (a > b) - (a < b);
}

static int
compare(const struct entry *a, const struct entry *b)
{
	const struct wt_lines *c = a->order;

	for (size_t i = 0; i < c->nkeys; i++) {
		bool down = c->keys[i].down;
		int order = c->keys[i].by == WT_BY_DATE ? by_date(a->line.date, b->line.date, down) :
		    down ? wt_span_cmp(b->words[i], a->words[i]) : wt_span_cmp(a->words[i], b->words[i]);

		if (order != 0)
			return order;
	}
	return (a->number > b->number) - (a->number < b->number);
}

static int
by_keys(const void *left, const void *right)
{
	return compare(*(const struct entry *const *)left, *(const struct entry *const *)right);
}

static void
sort(struct wt_lines *l)
{
	if (l->count > 1)
		qsort(l->list, l->count, sizeof(struct entry *), by_keys);
	if (l->limit > 0 && l->count > l->limit)
		l->count = l->limit;
}

/* ---- lines in memory ---- */

static void
spans_of(struct wt_line *line, struct wt_span *spans[SPANS])
{
	struct wt_span *const all[SPANS] = { &line->article, &line->published, &line->source,
	    &line->left, &line->keyword, &line->right };

	memcpy(spans, all, sizeof all);
}

/* An entry with copies of all its spans; NULL without memory. */
static struct entry *
copy_entry(struct wt_lines *l, struct wt_arena *arena, const struct entry *from)
{
	struct entry *e = wt_arena_alloc(arena, sizeof *e);
	struct wt_span *spans[SPANS];

	if (e == NULL)
		return NULL;
	*e = *from;
	spans_of(&e->line, spans);
	l->bytes += sizeof *e;
	for (size_t i = 0; i < SPANS + l->nkeys; i++) {
		struct wt_span *s = i < SPANS ? spans[i] : &e->words[i - SPANS];

		*s = wt_arena_copy(arena, *s);
		l->bytes += s->len;
	}
	return arena->err == WT_OK ? e : NULL;
}

/* Drop the lines that the limit leaves out, with their memory. */
static int
drop(struct wt_lines *l)
{
	struct wt_arena *to = &l->arenas[!l->arena];

	sort(l);
	l->bytes = 0;
	for (size_t i = 0; i < l->count; i++)
		if ((l->list[i] = copy_entry(l, to, l->list[i])) == NULL)
			return WT_ENOMEM;
	wt_arena_free(&l->arenas[l->arena]);
	l->arena = !l->arena;
	return WT_OK;
}

/* ---- runs ---- */

static int
put_entry(struct wt_lines *l, struct wt_spool *out, struct wt_buf *bytes, const struct entry *e)
{
	struct wt_line line = e->line;
	struct wt_span *spans[SPANS];

	wt_buf_clear(bytes);
	wt_buf_putvarint(bytes, e->number);
	wt_buf_putvarint(bytes, line.start);
	wt_buf_putvarint(bytes, line.end);
	wt_buf_putvarint(bytes, (uint32_t)line.date);
	wt_buf_putvarint(bytes, line.title);
	for (size_t i = 0; i < l->nkeys; i++)
		wt_buf_putstring(bytes, e->words[i]);
	spans_of(&line, spans);
	for (size_t i = 0; i < SPANS; i++)
		wt_buf_putstring(bytes, *spans[i]);
	if (bytes->err != WT_OK)
		return bytes->err;
	wt_spool_putstring(out, wt_buf_span(bytes));
	return out->err;
}

static bool
get_string(const uint8_t **at, const uint8_t *end, struct wt_span *s)
{
	uint64_t len;

	if (!wt_varint_get64(at, end, &len) || len > (uint64_t)(end - *at))
		return false;
	*s = wt_span_make((const char *)*at, (size_t)len);
	*at += len;
	return true;
}

/* Read the next line of a run into its entry: false at the end, or with l's error in *err. */
static bool
get_entry(const struct wt_lines *l, struct run *r, int *err)
{
	const uint8_t *at, *end;
	uint64_t numbers[5];
	struct wt_span *spans[SPANS];
	bool good = true;

	if (r->at == r->spool.size ||
	    (*err = wt_spool_getstring(&r->spool, &r->at, &r->bytes)) != WT_OK)
		return false;
	at = (const uint8_t *)r->bytes.at;
	end = at + r->bytes.len;
	for (size_t i = 0; i < 5; i++)
		good = good && wt_varint_get64(&at, end, &numbers[i]);
	for (size_t i = 0; i < l->nkeys; i++)
		good = good && get_string(&at, end, &r->entry.words[i]);
	spans_of(&r->entry.line, spans);
	for (size_t i = 0; i < SPANS; i++)
		good = good && get_string(&at, end, spans[i]);
	if (!good) {
		*err = WT_EIO;
		return false;
	}
	r->entry.order = l;
	r->entry.number = numbers[0];
	r->entry.line.start = (uint32_t)numbers[1];
	r->entry.line.end = (uint32_t)numbers[2];
	r->entry.line.date = (int32_t)(uint32_t)numbers[3];
	r->entry.line.title = numbers[4] != 0;
	return true;
}

/* ---- merging ---- */

/* Let the run at a place of the heap sink below those that come before it. */
static void
sink(struct wt_lines *l, size_t at)
{
	for (size_t least = at;; at = least) {
		struct run *moved = l->heap[at];

		for (size_t child = 2 * at + 1; child <= 2 * at + 2; child++)
			if (child < l->nheap &&
			    compare(&l->heap[child]->entry, &l->heap[least]->entry) < 0)
				least = child;
		if (least == at)
			return;
		l->heap[at] = l->heap[least];
		l->heap[least] = moved;
	}
}

/* Stand before the first line of all runs. */
static int
begin(struct wt_lines *l)
{
	int err = WT_OK;

	l->nheap = 0;
	l->begun = false;
	for (size_t i = 0; i < l->nruns && err == WT_OK; i++)
		if (get_entry(l, &l->runs[i], &err))
			l->heap[l->nheap++] = &l->runs[i];
	for (size_t i = l->nheap / 2; i-- > 0;)
		sink(l, i);
	return err;
}

/* The first line that was not given, valid until the next call; NULL at the end. */
static int
advance(struct wt_lines *l, const struct entry **e)
{
	int err = WT_OK;

	*e = NULL;
	if (l->begun && l->nheap > 0) {
		if (!get_entry(l, l->heap[0], &err))
			l->heap[0] = l->heap[--l->nheap];
		if (err != WT_OK)
			return err;
		sink(l, 0);
	}
	l->begun = true;
	if (l->nheap > 0)
		*e = &l->heap[0]->entry;
	return WT_OK;
}

/* All runs into one. */
static int
merge(struct wt_lines *l)
{
	struct run whole = { .spool = { .folder = l->folder, .keep = 1 << 16 } };
	const struct entry *e = NULL;
	struct wt_buf bytes = { 0 };
	size_t given = 0;
	int err = begin(l);

	while (err == WT_OK && (l->limit == 0 || given++ < l->limit) &&
	    (err = advance(l, &e)) == WT_OK && e != NULL)
		err = put_entry(l, &whole.spool, &bytes, e);
	wt_buf_free(&bytes);
	if (err != WT_OK) {
		free_run(&whole);
		return err;
	}
	while (l->nruns > 0)
		free_run(&l->runs[--l->nruns]);
	l->runs[l->nruns++] = whole;
	return WT_OK;
}

/* The lines in memory become a run. */
static int
put_aside(struct wt_lines *l)
{
	struct wt_buf bytes = { 0 };
	struct run *r;
	int err = l->nruns == RUNS ? merge(l) : WT_OK;

	if (err != WT_OK)
		return err;
	r = &l->runs[l->nruns++];
	*r = (struct run){ .spool = { .folder = l->folder, .keep = 1 << 16 } };
	sort(l);
	for (size_t i = 0; i < l->count && err == WT_OK; i++)
		err = put_entry(l, &r->spool, &bytes, l->list[i]);
	wt_buf_free(&bytes);
	wt_arena_free(&l->arenas[l->arena]);
	l->count = l->bytes = 0;
	return err;
}

/* ---- all of it ---- */

int
wt_lines_add(struct wt_lines *l, const struct wt_line *line, const struct wt_marked *text,
    const struct wt_keyword *keyword)
{
	struct wt_arena *arena = &l->arenas[l->arena];
	const struct entry **list = wt_grow(l->list, &l->cap, l->count + 1, sizeof *list);
	struct entry e = { .line = *line, .order = l, .number = l->number };
	int err = WT_OK;

	if (list == NULL)
		return WT_ENOMEM;
	l->list = list;
	for (size_t i = 0; i < l->nkeys; i++)
		e.words[i] = key_words(arena, &l->keys[i], text, keyword);
	if ((list[l->count] = copy_entry(l, arena, &e)) == NULL)
		return WT_ENOMEM;
	l->count++;
	l->number++;
	if (l->limit > 0 && l->count / 2 >= l->limit && l->count >= l->limit * 2 + SPARE)
		err = drop(l);
	return err == WT_OK && l->bytes > l->keep ? put_aside(l) : err;
}

int
wt_lines_sort(struct wt_lines *l)
{
	int err = WT_OK;

	l->next = l->given = 0;
	if (l->nruns == 0) {
		sort(l);
		return WT_OK;
	}
	if (l->count > 0)
		err = put_aside(l);
	return err == WT_OK ? begin(l) : err;
}

int
wt_lines_next(struct wt_lines *l, const struct wt_line **line)
{
	const struct entry *e = NULL;
	int err = WT_OK;

	if (l->limit == 0 || l->given < l->limit) {
		if (l->nruns > 0)
			err = advance(l, &e);
		else if (l->next < l->count)
			e = l->list[l->next++];
	}
	l->given += e != NULL;
	*line = e == NULL ? NULL : &e->line;
	return err;
}
