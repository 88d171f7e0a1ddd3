/* unite.c - which documents of several segments stay, and in which order; see merge.h. */
#include "base/hash.h"
#include "index/merge_private.h"

#include <stdlib.h>

/* A document of a source that a walk stands on. */
struct head {
	uint32_t at;            /* in the order of the walk; at the end: docs */
	uint32_t doc;
	uint64_t hash;          /* of the key */
	int64_t date;
	struct wt_buf key;      /* owned */
};

static void
free_heads(struct head *heads, uint32_t count)
{
	for (uint32_t i = 0; i < count && heads != NULL; i++)
		wt_buf_free(&heads[i].key);
	free(heads);
}

/* ---- by hash of keys ---- */

/* Step to the next live document by hash. */
static int
next_by_hash(const struct wt_source *s, struct head *h)
{
	int code;

	for (; h->at < s->segment->docs; h->at++) {
		if (!wt_key_order(s->segment, h->at, &h->doc))
			return WT_ECORRUPT;
		if (!wt_source_live(s, h->doc))
			continue;
		code = wt_document_key(s->segment, h->doc, &h->key);
		if (code == WT_OK)
			h->hash = wt_hash(wt_buf_span(&h->key));
		return code;
	}
	return WT_OK;
}

static bool
ended(const struct wt_source *s, const struct head *h)
{
	return h->at >= s->segment->docs;
}

/* Does document a stay rather than b, of a later source? */
static bool
stays(const struct wt_source *a, const struct head *x, const struct wt_source *b,
    const struct head *y)
{
	uint64_t first, second;

	if ((a->orders == NULL) != (b->orders == NULL))
		return b->orders == NULL;
	if (a->orders != NULL && a->orders[x->doc] != b->orders[y->doc])
		return a->orders[x->doc] > b->orders[y->doc];
	if (a->orders == NULL)
		return false;
	first = wt_document_hash(a->segment, x->doc);
	second = wt_document_hash(b->segment, y->doc);
	return first > second;
}

static int
kill_doc(struct wt_source *s, uint32_t doc)
{
	if (s->dead == NULL)
		s->dead = calloc(((size_t)s->segment->docs + 7) / 8, 1);
	if (s->dead == NULL)
		return WT_ENOMEM;
	s->dead[doc / 8] = (uint8_t)(s->dead[doc / 8] | 1 << (doc % 8));
	return WT_OK;
}

/* All heads with the lowest hash: settle those of one key, and step over one of them. */
static int
settle(struct wt_source *sources, struct head *heads, uint32_t count, uint32_t least)
{
	uint32_t best = least;
	int code = WT_OK;

	for (uint32_t i = 0; i < count && code == WT_OK &&
	    wt_source_live(&sources[best], heads[best].doc); i++) {
		if (i == least || ended(&sources[i], &heads[i]) ||
		    !wt_source_live(&sources[i], heads[i].doc) ||
		    heads[i].hash != heads[least].hash ||
		    !wt_span_eq(wt_buf_span(&heads[i].key), wt_buf_span(&heads[least].key)))
			continue;
		if (stays(&sources[best], &heads[best], &sources[i], &heads[i])) {
			code = kill_doc(&sources[i], heads[i].doc);
		} else {
			code = kill_doc(&sources[best], heads[best].doc);
			best = i;
		}
	}
	heads[least].at++;
	return code != WT_OK ? code : next_by_hash(&sources[least], &heads[least]);
}

/*
 * The lowest head by hash and key.  Two keys of one hash in a source could hide a pair
 * from each other; with 64 bits that does not happen.
 */
static uint32_t
least_by_hash(const struct wt_source *sources, const struct head *heads, uint32_t count)
{
	uint32_t least = count;

	for (uint32_t i = 0; i < count; i++)
		if (!ended(&sources[i], &heads[i]) &&
		    (least == count || heads[i].hash < heads[least].hash))
			least = i;
	return least;
}

int
wt_sources_unite(struct wt_source *sources, uint32_t count)
{
	struct head *heads = calloc((size_t)count + 1, sizeof *heads);
	int code = heads == NULL ? WT_ENOMEM : WT_OK;
	uint32_t least;

	for (uint32_t i = 0; i < count && code == WT_OK; i++)
		code = next_by_hash(&sources[i], &heads[i]);
	while (code == WT_OK && (least = least_by_hash(sources, heads, count)) < count)
		code = settle(sources, heads, count, least);
	free_heads(heads, count);
	return code;
}

/* ---- by date and key ---- */

static int
next_by_date(const struct wt_source *s, struct head *h)
{
	while (h->at < s->segment->docs && !wt_source_live(s, h->at))
		h->at++;
	if (ended(s, h))
		return WT_OK;
	h->doc = h->at;
	h->date = wt_document_date(s->segment, h->doc);
	return wt_document_key(s->segment, h->doc, &h->key);
}

static bool
comes_first(const struct head *a, const struct head *b)
{
	if (a->date != b->date)
		return a->date < b->date;
	return wt_span_cmp(wt_buf_span(&a->key), wt_buf_span(&b->key)) < 0;
}

static uint32_t
least_by_date(const struct wt_merge *m, const struct head *heads)
{
	uint32_t least = m->count;

	for (uint32_t i = 0; i < m->count; i++)
		if (!ended(&m->sources[i], &heads[i]) &&
		    (least == m->count || comes_first(&heads[i], &heads[least])))
			least = i;
	return least;
}

static int
make_numbers(struct wt_merge *m)
{
	uint64_t docs = 0;

	m->numbers = calloc((size_t)m->count + 1, sizeof *m->numbers);
	if (m->numbers == NULL)
		return WT_ENOMEM;
	for (uint32_t i = 0; i < m->count; i++) {
		size_t size = m->sources[i].segment->docs * sizeof **m->numbers;

		if ((m->numbers[i] = malloc(size)) == NULL)
			return WT_ENOMEM;
		memset(m->numbers[i], 0xff, size);
		for (uint32_t doc = 0; doc < m->sources[i].segment->docs; doc++)
			docs += wt_source_live(&m->sources[i], doc);
	}
	if (docs > WT_DOCS_MAX)
		return WT_ELIMIT;
	m->origins = malloc((size_t)(docs + 1) * sizeof *m->origins);
	return m->origins == NULL ? WT_ENOMEM : WT_OK;
}

int
wt_merge_order(struct wt_merge *m)
{
	struct head *heads = calloc((size_t)m->count + 1, sizeof *heads);
	int code = heads == NULL ? WT_ENOMEM : make_numbers(m);
	uint32_t least;

	for (uint32_t i = 0; i < m->count && code == WT_OK; i++)
		code = next_by_date(&m->sources[i], &heads[i]);
	while (code == WT_OK && (least = least_by_date(m, heads)) < m->count) {
		struct head *h = &heads[least];

		m->numbers[least][h->doc] = m->docs;
		m->origins[m->docs++] = (struct wt_origin){ least, h->doc };
		h->at++;
		code = next_by_date(&m->sources[least], h);
	}
	free_heads(heads, m->count);
	return code;
}
