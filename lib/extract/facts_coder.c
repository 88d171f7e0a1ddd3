/* facts_coder.c - numbers and strings, behind facts_coder.h; and the two codings of facts.h. */
#include "extract/facts_coder.h"
#include "base/varint.h"

void
wt_coder_fail(struct wt_coder *c, int err)
{
	if (c->err == WT_OK)
		c->err = err;
}

void
wt_coder_number(struct wt_coder *c, uint32_t *value)
{
	if (!wt_coder_reading(c))
		wt_buf_putvarint(c->out, *value);
	else if (c->err != WT_OK || !wt_varint_get(&c->at, c->end, value)) {
		*value = 0;
		wt_coder_fail(c, WT_ECORRUPT);
	}
}

/* A number that must stay below `limit`. */
uint32_t
wt_coder_small(struct wt_coder *c, uint32_t value, uint32_t limit)
{
	wt_coder_number(c, &value);
	if (wt_coder_reading(c) && value >= limit) {
		wt_coder_fail(c, WT_ECORRUPT);
		value = 0;
	}
	return value;
}

/* A number near another one. */
void
wt_coder_near(struct wt_coder *c, uint32_t *value, uint32_t other)
{
	uint32_t less = *value - other, turned = less << 1 ^ (less >> 31 != 0 ? UINT32_MAX : 0);

	wt_coder_number(c, &turned);
	if (wt_coder_reading(c))
		*value = other + (turned >> 1 ^ ((turned & 1) != 0 ? UINT32_MAX : 0));
}

void
wt_coder_string(struct wt_coder *c, struct wt_span *s)
{
	uint32_t len = 0;

	if (!wt_coder_reading(c)) {
		wt_buf_putstring(c->out, *s);
		return;
	}
	*s = wt_span_make("", 0);
	wt_coder_number(c, &len);
	if (c->err == WT_OK && len > (size_t)(c->end - c->at))
		wt_coder_fail(c, WT_ECORRUPT);
	if (c->err != WT_OK)
		return;
	*s = wt_span_make((const char *)c->at, len);
	c->at += len;
}

void
wt_coder_strings(struct wt_coder *c, struct wt_span *const *fields, size_t count)
{
	for (size_t i = 0; i < count; i++)
		wt_coder_string(c, fields[i]);
}

/* 1 + the number of a word that was, or 0. */
uint32_t
wt_coder_word_number(const struct wt_coder *c, struct wt_span s)
{
	for (uint32_t i = 0; i < c->nwords; i++)
		if (wt_span_eq(c->words[i], s))
			return i + 1;
	return 0;
}

/* The string of a word whose number was coded: new ones follow, and are remembered. */
void
wt_coder_named_word(struct wt_coder *c, uint32_t named, struct wt_span *s)
{
	if (named > 0) {
		if (wt_coder_reading(c))
			*s = c->words[named - 1];
		return;
	}
	wt_coder_string(c, s);
	if (wt_coder_reading(c) && wt_coder_word_number(c, *s) != 0)
		wt_coder_fail(c, WT_ECORRUPT);
	if (c->nwords < WT_CODER_WORDS)
		c->words[c->nwords++] = *s;
}

void
wt_coder_word(struct wt_coder *c, struct wt_span *s)
{
	uint32_t known = wt_coder_reading(c) ? 0 : wt_coder_word_number(c, *s);

	wt_coder_named_word(c, wt_coder_small(c, known, c->nwords + 1), s);
}

/* A count and, when reading, zeroed items for it: each takes at least one byte. */
void *
wt_coder_list(struct wt_coder *c, uint32_t *count, void *items, size_t size)
{
	wt_coder_number(c, count);
	if (!wt_coder_reading(c))
		return items;
	if (c->err == WT_OK && *count > (size_t)(c->end - c->at))
		wt_coder_fail(c, WT_ECORRUPT);
	if (c->err != WT_OK) {
		*count = 0;
		return NULL;
	}
	items = wt_arena_array(c->arena, (size_t)*count + 1, size);
	if (items == NULL) {
		wt_coder_fail(c, WT_ENOMEM);
		*count = 0;
	}
	return items;
}

/* Writing changes nothing: the coder only reads through its pointers then. */
static void
encode(const struct wt_facts *f, struct wt_span text, struct wt_buf *out,
    void (*code)(struct wt_coder *))
{
	struct wt_facts copy = *f;
	struct wt_arena scratch = { 0 };
	struct wt_coder_memory memory;
	struct wt_coder c = { .out = out, .arena = &scratch, .f = &copy, .text = text,
	    .words = memory.words, .rules = memory.rules };

	code(&c);
	if (scratch.err != WT_OK)
		wt_coder_fail(&c, scratch.err);
	if (out->err == WT_OK)
		out->err = c.err;
	wt_arena_free(&scratch);
}

void
wt_facts_encode_claims(const struct wt_facts *f, struct wt_buf *out)
{
	encode(f, wt_span_make("", 0), out, wt_code_claims);
}

void
wt_facts_encode(const struct wt_facts *f, struct wt_span text, struct wt_buf *out)
{
	encode(f, text, out, wt_code_rest);
}

static int
decode(struct wt_span bytes, struct wt_span text, struct wt_arena *a, struct wt_facts *f,
    void (*code)(struct wt_coder *))
{
	struct wt_coder_memory memory;
	struct wt_coder c = { .at = (const uint8_t *)bytes.at, .arena = a, .f = f, .text = text,
	    .words = memory.words, .rules = memory.rules };

	c.end = bytes.len == 0 ? c.at : c.at + bytes.len;
	code(&c);
	if (c.err == WT_OK && c.at != c.end)
		c.err = WT_ECORRUPT;
	if (c.err == WT_OK)
		c.err = a->err;
	return c.err;
}

int
wt_facts_decode_claims(struct wt_span bytes, struct wt_arena *a, struct wt_facts *f)
{
	return decode(bytes, wt_span_make("", 0), a, f, wt_code_claims);
}

int
wt_facts_decode(struct wt_span bytes, struct wt_span text, struct wt_arena *a,
    struct wt_facts *f)
{
	return decode(bytes, text, a, f, wt_code_rest);
}
