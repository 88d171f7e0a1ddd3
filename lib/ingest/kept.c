/* kept.c - behind kept.h. */
#include "ingest/kept.h"
#include "base/bytes.h"
#include "base/hash.h"
#include "base/varint.h"
#include "ingest/store.h"

uint64_t
wt_kept_key(const struct wt_article *article)
{
	uint8_t two[16];

	wt_set64(two, wt_store_hash(article));
	wt_set64(two + 8, wt_hash(article->fetched));
	return wt_hash(wt_span_make((const char *)two, sizeof two));
}

void
wt_kept_encode(const struct wt_result *r, uint32_t replaced, struct wt_buf *out)
{
	const struct wt_facts *f = r->facts;
	struct wt_buf part = { 0 };

	wt_buf_put(out, r->sketch, WT_SKETCH);
	wt_buf_putvarint(out, replaced);
	wt_buf_putvarint(out, r->title_inside);
	wt_buf_putstring(out, r->title);
	wt_buf_putstring(out, r->text);
	wt_buf_putstring(out, f->title);
	wt_buf_putstring(out, f->published);
	wt_buf_putstring(out, f->primary_region_id);
	wt_facts_encode_claims(f, &part);
	wt_buf_putstring(out, wt_buf_span(&part));
	if (part.err == WT_OK)
		wt_buf_clear(&part);
	wt_facts_encode(f, r->text, &part);
	wt_buf_putstring(out, wt_buf_span(&part));
	if (part.err != WT_OK)
		out->err = part.err;
	wt_buf_free(&part);
}

static bool
get_string(const uint8_t **at, const uint8_t *end, struct wt_span *s)
{
	uint32_t len;

	if (!wt_varint_get(at, end, &len) || len > (size_t)(end - *at))
		return false;
	*s = wt_span_make((const char *)*at, len);
	*at += len;
	return true;
}

int
wt_kept_decode(struct wt_span bytes, const struct wt_record *record, struct wt_arena *arena,
    struct wt_facts *facts, struct wt_result *r, uint32_t *replaced)
{
	const uint8_t *at = (const uint8_t *)bytes.at, *end = at + bytes.len;
	struct wt_span claims, rest;
	uint32_t inside;
	int code;

	*facts = (struct wt_facts){ .article_id = record->article.id, .path = record->article.path,
	    .url = record->article.url, .source = record->article.source };
	if (bytes.len < WT_SKETCH)
		return WT_ECORRUPT;
	memcpy(r->sketch, at, WT_SKETCH);
	at += WT_SKETCH;
	if (!wt_varint_get(&at, end, replaced) || !wt_varint_get(&at, end, &inside) ||
	    !get_string(&at, end, &r->title) || !get_string(&at, end, &r->text) ||
	    !get_string(&at, end, &facts->title) || !get_string(&at, end, &facts->published) ||
	    !get_string(&at, end, &facts->primary_region_id) || !get_string(&at, end, &claims) ||
	    !get_string(&at, end, &rest) || at != end)
		return WT_ECORRUPT;
	r->title_inside = inside != 0;
	r->facts = facts;
	code = wt_facts_decode_claims(claims, arena, facts);
	return code == WT_OK ? wt_facts_decode(rest, r->text, arena, facts) : code;
}
