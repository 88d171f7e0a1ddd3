/*
 * repeats.c - behind repeats.h.
 *
 *      record = sketch[64] u32:day u32:size of the id u64:place of the id
 */
#include "ingest/repeats.h"
#include "base/bytes.h"
#include "base/spool.h"
#include "index/build.h"

#include <stdlib.h>

#define RECORD 80u
#define KEEP ((size_t)48 << 20)        /* of 600,000 articles; those of more are read from disk */
#define ORIGINAL UINT32_MAX

struct wt_repeats {
	struct wt_spool records, ids;
	uint32_t count;
	uint32_t *originals;            /* owned: of each article, or ORIGINAL */
	struct wt_buf one, other;       /* ids that are compared */
};

struct wt_repeats *
wt_repeats_open(const char *folder)
{
	struct wt_repeats *r = calloc(1, sizeof *r);

	if (r != NULL)
		*r = (struct wt_repeats){ .records = { .folder = folder, .keep = KEEP },
		    .ids = { .folder = folder } };
	return r;
}

void
wt_repeats_close(struct wt_repeats *r)
{
	if (r == NULL)
		return;
	wt_spool_free(&r->records);
	wt_spool_free(&r->ids);
	wt_buf_free(&r->one);
	wt_buf_free(&r->other);
	free(r->originals);
	free(r);
}

int
wt_repeats_add(struct wt_repeats *r, const uint8_t sketch[WT_SKETCH], int32_t day,
    struct wt_span id)
{
	uint8_t record[RECORD];

	if (r->count == UINT32_MAX - 1 || id.len > UINT32_MAX)
		return WT_ELIMIT;
	memcpy(record, sketch, WT_SKETCH);
	wt_set32(record + WT_SKETCH, (uint32_t)day);
	wt_set32(record + WT_SKETCH + 4, (uint32_t)id.len);
	wt_set64(record + WT_SKETCH + 8, r->ids.size);
	wt_spool_put(&r->records, record, RECORD);
	wt_spool_put(&r->ids, id.at, id.len);
	r->count++;
	return r->records.err != WT_OK ? r->records.err : r->ids.err;
}

static int
get_sketch(void *context, uint32_t number, uint8_t sketch[WT_SKETCH])
{
	struct wt_repeats *r = context;

	return wt_spool_get(&r->records, (uint64_t)number * RECORD, sketch, WT_SKETCH);
}

static int
get_day(void *context, uint32_t number, int32_t *day)
{
	struct wt_repeats *r = context;
	uint8_t bytes[4];
	int code = wt_spool_get(&r->records, (uint64_t)number * RECORD + WT_SKETCH, bytes, sizeof bytes);

	if (code == WT_OK)
		*day = (int32_t)wt_get32(bytes);
	return code;
}

/* The day and the id of an article. */
static int
get_article(struct wt_repeats *r, uint32_t number, int32_t *day, struct wt_buf *id)
{
	uint8_t rest[RECORD - WT_SKETCH];
	char *room;
	uint32_t size;
	int code = wt_spool_get(&r->records, (uint64_t)number * RECORD + WT_SKETCH, rest, sizeof rest);

	wt_buf_clear(id);
	if (code != WT_OK)
		return code;
	*day = (int32_t)wt_get32(rest);
	size = wt_get32(rest + 4);
	if ((room = wt_buf_room(id, size)) == NULL && size > 0)
		return WT_ENOMEM;
	id->len = size;
	return wt_spool_get(&r->ids, wt_get64(rest + 8), room, size);
}

/* By date, those without one last, then by id: as an index has it. */
static int
is_before(void *context, uint32_t a, uint32_t b, bool *yes)
{
	struct wt_repeats *r = context;
	int32_t day = 0, other = 0;
	int code = get_article(r, a, &day, &r->one);

	if (code == WT_OK)
		code = get_article(r, b, &other, &r->other);
	if (day != other)
		*yes = day != WT_NO_DATE && (other == WT_NO_DATE || day < other);
	else
		*yes = wt_span_cmp(wt_buf_span(&r->one), wt_buf_span(&r->other)) < 0;
	return code;
}

int
wt_repeats_find(struct wt_repeats *r)
{
	struct wt_sketches s = { r, r->count, get_sketch, get_day, is_before };
	struct wt_copy *copies;
	size_t count;
	int code = wt_copies_find(&s, &copies, &count);

	if (code != WT_OK)
		return code;
	if ((r->originals = malloc((r->count + (size_t)1) * sizeof *r->originals)) == NULL) {
		free(copies);
		return WT_ENOMEM;
	}
	for (uint32_t i = 0; i < r->count; i++)
		r->originals[i] = ORIGINAL;
	for (size_t i = 0; i < count; i++)
		r->originals[copies[i].copy] = copies[i].original;
	free(copies);
	return WT_OK;
}

int
wt_repeats_original(struct wt_repeats *r, uint32_t number, bool *yes, struct wt_buf *id)
{
	int32_t day;

	wt_buf_clear(id);
	*yes = r->originals != NULL && r->originals[number] != ORIGINAL;
	return *yes ? get_article(r, r->originals[number], &day, id) : WT_OK;
}
