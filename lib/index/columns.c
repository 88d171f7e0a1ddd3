/* columns.c - values of documents in columns: FORMAT.md, section 7. */
#include "index/segment_private.h"

uint32_t
wt_segment_columns(const struct wt_segment *s)
{
	const uint8_t *head;
	uint32_t count;

	if (s->sections[WT_SEC_COLUMN].len == 0)
		return 0;
	head = wt_section_need(s, WT_SEC_COLUMN, 0, 8);
	if (head == NULL)
		return 0;
	count = wt_get32(head);
	return count <= WT_COLUMNS_MAX ? count : 0;
}

static bool
inside(const struct wt_segment *s, uint64_t at, uint64_t len)
{
	uint64_t all = s->sections[WT_SEC_COLUMN].len;

	return at <= all && len <= all - at;
}

static bool
makes_sense(const struct wt_segment *s, const struct wt_column *c, uint64_t name)
{
	return inside(s, name, c->name.len) && c->width_offset <= 32 && c->width_start <= 32 &&
	    c->width_id <= 32 && c->values > 0 && c->total <= UINT32_MAX &&
	    c->most <= c->values && inside(s, c->bytes, c->bytes_len) &&
	    inside(s, c->offsets, wt_packed_size((uint64_t)c->values + 1, c->width_offset)) &&
	    (c->width_start > 0 || c->total == s->docs) &&
	    inside(s, c->starts, wt_packed_size((uint64_t)s->docs + 1, c->width_start)) &&
	    inside(s, c->ids, wt_packed_size(c->total, c->width_id));
}

int
wt_column_open(const struct wt_segment *s, uint32_t number, struct wt_column *c)
{
	const uint8_t *at;
	uint64_t name;

	if (number >= wt_segment_columns(s))
		return wt_segment_error(s) == WT_OK ? WT_ENOENT : WT_ECORRUPT;
	at = wt_section_need(s, WT_SEC_COLUMN, 8 + (uint64_t)number * WT_COLUMN_RECORD,
	    WT_COLUMN_RECORD);
	if (at == NULL)
		return WT_ECORRUPT;
	*c = (struct wt_column){ .segment = s };
	name = wt_get64(at);
	c->bytes = wt_get64(at + 8);
	c->offsets = wt_get64(at + 16);
	c->starts = wt_get64(at + 24);
	c->ids = wt_get64(at + 32);
	c->bytes_len = wt_get64(at + 40);
	c->total = wt_get64(at + 48);
	c->name.len = wt_get32(at + 56);
	c->values = wt_get32(at + 60);
	c->most = wt_get32(at + 64);
	c->width_offset = at[68];
	c->width_start = at[69];
	c->width_id = at[70];
	if (!makes_sense(s, c, name))
		return wt_segment_damage(s, s->sections[WT_SEC_COLUMN].at,
		    "a column makes no sense");
	c->name.at = (const char *)wt_section_need(s, WT_SEC_COLUMN, name, c->name.len);
	return c->name.at == NULL ? WT_ECORRUPT : WT_OK;
}

int
wt_column_find(const struct wt_segment *s, struct wt_span name, struct wt_column *c)
{
	uint32_t count = wt_segment_columns(s);

	for (uint32_t i = 0; i < count; i++) {
		int code = wt_column_open(s, i, c);

		if (code != WT_OK || wt_span_eq(c->name, name))
			return code;
	}
	return wt_segment_error(s) == WT_OK ? WT_ENOENT : WT_ECORRUPT;
}

struct wt_span
wt_column_value(const struct wt_column *c, uint32_t id)
{
	const struct wt_segment *s = c->segment;
	const uint8_t *at;
	uint64_t start, end;

	if (id >= c->values ||
	    !wt_section_packed(s, WT_SEC_COLUMN, c->offsets, id, c->width_offset, &start) ||
	    !wt_section_packed(s, WT_SEC_COLUMN, c->offsets, (uint64_t)id + 1, c->width_offset,
	    &end))
		return wt_span_make("", 0);
	if (start > end || end > c->bytes_len) {
		wt_segment_damage(s, s->sections[WT_SEC_COLUMN].at, "values do not rise");
		return wt_span_make("", 0);
	}
	at = wt_section_need(s, WT_SEC_COLUMN, c->bytes + start, end - start);
	return at == NULL ? wt_span_make("", 0) :
	    wt_span_make((const char *)at, (size_t)(end - start));
}

int
wt_column_lookup(const struct wt_column *c, struct wt_span value, uint32_t *id)
{
	uint32_t low = 0, high = c->values;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;

		if (wt_span_cmp(wt_column_value(c, middle), value) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	*id = low;
	if (wt_segment_error(c->segment) != WT_OK)
		return WT_ECORRUPT;
	return low < c->values && wt_span_eq(wt_column_value(c, low), value) ? WT_OK : WT_ENOENT;
}

/* Ids [start, end) of a document. */
static bool
get_range(const struct wt_column *c, uint32_t doc, uint64_t *start, uint64_t *end)
{
	const struct wt_segment *s = c->segment;

	*start = doc;
	*end = (uint64_t)doc + 1;
	if (c->width_start == 0)
		return true;
	if (!wt_section_packed(s, WT_SEC_COLUMN, c->starts, doc, c->width_start, start) ||
	    !wt_section_packed(s, WT_SEC_COLUMN, c->starts, (uint64_t)doc + 1, c->width_start,
	    end))
		return false;
	if (*start <= *end && *end <= c->total && *end - *start <= c->most)
		return true;
	wt_segment_damage(s, s->sections[WT_SEC_COLUMN].at, "a column does not rise");
	return false;
}

uint32_t
wt_column_get(const struct wt_column *c, uint32_t doc, uint32_t *ids, uint32_t room)
{
	uint64_t start, end, id;

	if (!get_range(c, doc, &start, &end))
		return 0;
	for (uint32_t i = 0; i < room && start + i < end; i++) {
		if (!wt_section_packed(c->segment, WT_SEC_COLUMN, c->ids, start + i, c->width_id,
		    &id))
			return 0;
		if (id >= c->values) {
			wt_segment_damage(c->segment, c->segment->sections[WT_SEC_COLUMN].at,
			    "a value of no number");
			return 0;
		}
		ids[i] = (uint32_t)id;
	}
	return (uint32_t)(end - start);
}
