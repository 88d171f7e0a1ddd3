/* docs.c - what is known of each document: FORMAT.md, section 4. */
#include "base/hash.h"
#include "base/varint.h"
#include "index/segment_private.h"

#define DATE_HEAD 16u

/* The head of the section of dates. */
struct days {
	uint32_t undated, count, base;
	unsigned width_date, width_doc;
	uint64_t docs_at;       /* where the first documents of days are */
};

uint8_t
wt_document_norm(const struct wt_segment *s, uint32_t doc)
{
	const uint8_t *at = wt_section_need(s, WT_SEC_NORM, doc, 1);

	return at == NULL ? 0 : *at;
}

const uint8_t *
wt_segment_norms(const struct wt_segment *s)
{
	return wt_section_need(s, WT_SEC_NORM, 0, s->docs);
}

uint32_t
wt_length_of(uint8_t norm)
{
	return wt_norm_value(norm);
}

uint32_t
wt_document_length(const struct wt_segment *s, uint32_t doc)
{
	return s->lengths[wt_document_norm(s, doc)];
}

uint64_t
wt_document_hash(const struct wt_segment *s, uint32_t doc)
{
	const uint8_t *at = wt_section_need(s, WT_SEC_HASH, (uint64_t)doc * 5, 5);

	return at == NULL ? 0 : wt_get32(at) | (uint64_t)at[4] << 32;
}

static bool
read_days(const struct wt_segment *s, struct days *d)
{
	const uint8_t *head = wt_section_need(s, WT_SEC_DATE, 0, DATE_HEAD);

	if (head == NULL)
		return false;
	d->undated = wt_get32(head);
	d->count = wt_get32(head + 4);
	d->base = wt_get32(head + 8);
	d->width_date = head[12];
	d->width_doc = head[13];
	d->docs_at = DATE_HEAD + wt_packed_size(d->count, d->width_date);
	if (d->undated <= s->docs && d->width_date <= 32 && d->width_doc <= 32 &&
	    d->docs_at + wt_packed_size(d->count, d->width_doc) == s->sections[WT_SEC_DATE].len)
		return true;
	wt_segment_damage(s, s->sections[WT_SEC_DATE].at, "dates make no sense");
	return false;
}

static bool
day_date(const struct wt_segment *s, const struct days *d, uint32_t day, int32_t *date)
{
	uint64_t value;

	if (!wt_section_packed(s, WT_SEC_DATE, DATE_HEAD, day, d->width_date, &value))
		return false;
	*date = (int32_t)(uint32_t)(value + d->base);
	return true;
}

/* The first document of a day; behind the last day: the number of documents. */
static bool
day_doc(const struct wt_segment *s, const struct days *d, uint32_t day, uint32_t *doc)
{
	uint64_t value = s->docs;

	if (day < d->count &&
	    !wt_section_packed(s, WT_SEC_DATE, d->docs_at, day, d->width_doc, &value))
		return false;
	*doc = value > s->docs ? s->docs : (uint32_t)value;
	return true;
}

int32_t
wt_document_date(const struct wt_segment *s, uint32_t doc)
{
	uint32_t low = 0, high, first;
	struct days d;
	int32_t date;

	if (!read_days(s, &d) || doc < d.undated || d.count == 0)
		return WT_NO_DATE;
	/* The last day that starts at the document or before it. */
	for (high = d.count - 1; low < high;) {
		uint32_t middle = low + (high - low + 1) / 2;

		if (!day_doc(s, &d, middle, &first))
			return WT_NO_DATE;
		if (first <= doc)
			low = middle;
		else
			high = middle - 1;
	}
	return day_date(s, &d, low, &date) ? date : WT_NO_DATE;
}

/* The first day whose date is at least, or above, a date. */
static bool
find_day(const struct wt_segment *s, const struct days *d, int32_t date, bool above,
    uint32_t *day)
{
	uint32_t low = 0, high = d->count;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		int32_t here;

		if (!day_date(s, d, middle, &here))
			return false;
		if (here < date || (above && here == date))
			low = middle + 1;
		else
			high = middle;
	}
	*day = low;
	return true;
}

int
wt_segment_dates(const struct wt_segment *s, int32_t from, int32_t to, uint32_t *first,
    uint32_t *end)
{
	struct days d;
	uint32_t low, high;

	*first = *end = 0;
	if (from > to)
		return WT_OK;
	if (!read_days(s, &d) || !find_day(s, &d, from, false, &low) ||
	    !find_day(s, &d, to, true, &high))
		return WT_ECORRUPT;
	if (!day_doc(s, &d, low, first) || !day_doc(s, &d, high, end))
		return WT_ECORRUPT;
	if (from == WT_NO_DATE)
		*first = 0;
	if (to == WT_NO_DATE)
		*end = d.undated;
	if (*end < *first)
		*end = *first;
	return WT_OK;
}

static bool
get_key(const uint8_t **at, const uint8_t *end, bool whole, struct wt_buf *out)
{
	uint32_t shared = 0, fresh;

	if ((!whole && !wt_varint_get(at, end, &shared)) || !wt_varint_get(at, end, &fresh) ||
	    shared > out->len || fresh > (size_t)(end - *at) || shared + fresh > WT_KEY_MAX)
		return false;
	out->len = shared;
	wt_buf_put(out, *at, fresh);
	*at += fresh;
	return true;
}

int
wt_document_key(const struct wt_segment *s, uint32_t doc, struct wt_buf *out)
{
	uint64_t start, end;
	const uint8_t *at, *stop;

	wt_buf_clear(out);
	if (!wt_directory_range(s, WT_SEC_KEYDIR, WT_SEC_KEYS, doc / WT_KEY_BLOCK, &start, &end) ||
	    (at = wt_section_need(s, WT_SEC_KEYS, start, end - start)) == NULL)
		return wt_segment_damage(s, s->sections[WT_SEC_KEYS].at, "no such block of keys");
	stop = at + (end - start);
	for (uint32_t i = 0; i <= doc % WT_KEY_BLOCK && out->err == WT_OK; i++)
		if (!get_key(&at, stop, i == 0, out))
			return wt_segment_damage(s, s->sections[WT_SEC_KEYS].at + start,
			    "keys make no sense");
	return out->err;
}

bool
wt_key_order(const struct wt_segment *s, uint32_t number, uint32_t *doc)
{
	uint64_t value;

	if (!wt_section_packed(s, WT_SEC_KEYHASH, 0, number, wt_width(s->docs - 1), &value))
		return false;
	*doc = (uint32_t)value;
	if (value < s->docs)
		return true;
	wt_segment_damage(s, s->sections[WT_SEC_KEYHASH].at, "a key of no document");
	return false;
}

/* The key and its hash of a place in the order of hashes. */
static int
key_at(const struct wt_segment *s, uint32_t number, uint32_t *doc, struct wt_buf *key,
    uint64_t *hash)
{
	int code;

	*hash = 0;
	if (!wt_key_order(s, number, doc))
		return WT_ECORRUPT;
	code = wt_document_key(s, *doc, key);
	*hash = code == WT_OK ? wt_hash(wt_buf_span(key)) : 0;
	return code;
}

int
wt_segment_find(const struct wt_segment *s, struct wt_span key, uint32_t *doc)
{
	uint64_t hash = wt_hash(key), here = 0;
	uint32_t low = 0, high = s->docs;
	struct wt_buf other = { 0 };
	int code = WT_OK;

	while (low < high && code == WT_OK) {
		uint32_t middle = low + (high - low) / 2;

		code = key_at(s, middle, doc, &other, &here);
		if (here < hash)
			low = middle + 1;
		else
			high = middle;
	}
	for (; code == WT_OK; low++) {
		if (low == s->docs)
			code = WT_ENOENT;
		else
			code = key_at(s, low, doc, &other, &here);
		if (code == WT_OK && here != hash)
			code = WT_ENOENT;
		if (code == WT_OK && wt_span_eq(wt_buf_span(&other), key))
			break;
	}
	wt_buf_free(&other);
	return code;
}
