/*
 * write_terms.c - the dictionary: FORMAT.md, section 6.
 *
 * Lists arrive in order of their terms, each after its forms, whose places in
 * the dictionary are elsewhere.  So entries wait in memory, coded, until all are
 * known:
 *
 *      waiting = (string:term string:body varint:size)*
 */
#include "base/varint.h"
#include "index/write.h"

#include <stdlib.h>

struct wt_alias {
	struct wt_span form;    /* in w->names */
	uint32_t list;          /* number of the list */
	uint32_t number;        /* of the form in its list */
	uint32_t docs;
	uint64_t count;
};

void
wt_write_alias(struct wt_writer *w, struct wt_span form, uint32_t number, uint32_t docs,
    uint64_t count)
{
	struct wt_alias *at = wt_grow(w->aliases, &w->alias_cap, w->alias_count + 1, sizeof *at);
	struct wt_span copy = wt_arena_copy(&w->names, form);

	if (at == NULL || w->names.err != WT_OK) {
		w->aliases = at == NULL ? w->aliases : at;
		w->err = WT_ENOMEM;
		return;
	}
	w->aliases = at;
	at[w->alias_count++] = (struct wt_alias){ copy, (uint32_t)w->foot.lists, number, docs,
	    count };
}

void
wt_write_entry(struct wt_writer *w, const struct wt_list_entry *entry)
{
	uint8_t body[WT_VARINT_MAX * 5 + 1 + WT_INLINE_MAX];
	size_t len = wt_varint_put(body, (uint64_t)entry->docs << 3 | entry->kind);
	bool inside = entry->size == 0;
	uint64_t size = inside ? entry->inside.len : entry->list_len;
	uint64_t more = entry->count - entry->docs;

	if (entry->kind == WT_KIND_FORMS)
		len += wt_varint_put(body + len, entry->forms - 2);
	if (entry->kind == WT_KIND_FLAG) {
		len += wt_varint_put(body + len, size);
	} else {
		len += wt_varint_put(body + len, size << 2 | (more < 3 ? more : 3));
		if (more >= 3)
			len += wt_varint_put(body + len, more - 3);
	}
	if (inside) {
		if (entry->inside.len > 0)
			memcpy(body + len, entry->inside.at, entry->inside.len);
		len += entry->inside.len;
	} else if (entry->kind != WT_KIND_FLAG) {
		if (entry->docs >= WT_BLOCK_DOCS)
			len += wt_varint_put(body + len, entry->places_len);
		body[len++] = entry->impact;
	}
	wt_buf_putstring(&w->terms, entry->term);
	wt_buf_putstring(&w->terms, wt_span_make((const char *)body, len));
	wt_buf_putvarint(&w->terms, entry->size);
	w->foot.lists++;
}

void
wt_part_open(struct wt_part_writer *p, const struct wt_writer *whole)
{
	memset(p, 0, sizeof *p);
	p->w.foot.docs = whole->foot.docs;
	p->w.norms = whole->norms;
	p->w.extents = whole->extents;
	memcpy(p->w.weight, whole->weight, sizeof p->w.weight);
	memcpy(p->w.bounds, whole->bounds, sizeof p->w.bounds);
	p->w.out.memory = &p->bytes;
}

void
wt_part_add(struct wt_part_writer *p, struct wt_writer *whole)
{
	uint32_t lists = (uint32_t)whole->foot.lists;
	struct wt_alias *at = wt_grow(whole->aliases, &whole->alias_cap,
	    whole->alias_count + p->w.alias_count + 1, sizeof *at);

	if (at != NULL)
		whole->aliases = at;
	if (at == NULL || p->w.err != WT_OK || p->bytes.err != WT_OK || p->w.terms.err != WT_OK)
		whole->err = WT_ENOMEM;
	for (size_t i = 0; i < p->w.alias_count && whole->err == WT_OK; i++) {
		struct wt_alias alias = p->w.aliases[i];

		alias.form = wt_arena_copy(&whole->names, alias.form);
		alias.list += lists;
		at[whole->alias_count++] = alias;
	}
	if (whole->err == WT_OK && whole->names.err != WT_OK)
		whole->err = WT_ENOMEM;
	wt_out_put(&whole->out, p->bytes.at, p->bytes.len);
	wt_buf_putspan(&whole->terms, wt_buf_span(&p->w.terms));
	whole->foot.lists += p->w.foot.lists;
	whole->foot.occurrences += p->w.foot.occurrences;
	wt_buf_clear(&p->bytes);
	wt_buf_clear(&p->w.terms);
	wt_arena_reset(&p->w.names);
	p->w.alias_count = 0;
	p->w.foot.lists = p->w.foot.occurrences = 0;
}

void
wt_part_close(struct wt_part_writer *p)
{
	p->w.norms = p->w.extents = NULL;
	wt_writer_close(&p->w);
	wt_buf_free(&p->bytes);
}

/* An entry as it waits. */
struct waiting {
	struct wt_span term, body;
	uint64_t size;
};

static struct wt_span
get_string(const uint8_t **at, const uint8_t *end)
{
	uint64_t len = 0;
	struct wt_span s;

	wt_varint_get64(at, end, &len);
	s = wt_span_make((const char *)*at, (size_t)len);
	*at += len;
	return s;
}

static bool
next_waiting(const uint8_t **at, const uint8_t *end, struct waiting *entry)
{
	if (*at == end)
		return false;
	entry->term = get_string(at, end);
	entry->body = get_string(at, end);
	wt_varint_get64(at, end, &entry->size);
	return true;
}

static int
by_form(const void *x, const void *y)
{
	const struct wt_alias *a = x, *b = y;
	int order = wt_span_cmp(a->form, b->form);

	return order != 0 ? order : (a->list > b->list) - (a->list < b->list);
}

/* The number of each list among all entries. */
static void
number_lists(const struct wt_writer *w, uint32_t *numbers)
{
	const uint8_t *at = (const uint8_t *)w->terms.at, *end = at + w->terms.len;
	struct waiting entry;
	size_t alias = 0;

	for (uint32_t i = 0; next_waiting(&at, end, &entry); i++) {
		while (alias < w->alias_count &&
		    wt_span_cmp(w->aliases[alias].form, entry.term) < 0)
			alias++;
		numbers[i] = i + (uint32_t)alias;
	}
}

/* Where the writing of the section has come. */
struct course {
	uint64_t done;                  /* entries */
	uint64_t post;                  /* offset of the next list */
	uint64_t target;                /* entry of the term of the last form of the block */
	char last[WT_TERM_ROOM];
	size_t last_len;
	struct wt_buf starts;           /* 4 bytes for each block */
};

/* The front-coded term; shared and new bytes in a nibble each, 15: a varint follows. */
static void
put_term(struct wt_writer *w, struct course *c, struct wt_span term)
{
	uint8_t head[1 + 2 * WT_VARINT_MAX];
	size_t shared = 0, len = 1, fresh;

	if (c->done % WT_TERM_BLOCK == 0) {
		wt_buf_put32(&c->starts, (uint32_t)(w->out.at - w->out.start[WT_SEC_TERM]));
		len = wt_varint_put(head, c->post);
		wt_out_put(&w->out, head, len);
		len = 1;
		c->target = 0;
	} else {
		while (shared < c->last_len && shared < term.len &&
		    c->last[shared] == term.at[shared])
			shared++;
	}
	fresh = term.len - shared;
	head[0] = (uint8_t)((shared < 15 ? shared : 15) << 4 | (fresh < 15 ? fresh : 15));
	if (shared >= 15)
		len += wt_varint_put(head + len, shared - 15);
	if (fresh >= 15)
		len += wt_varint_put(head + len, fresh - 15);
	wt_out_put(&w->out, head, len);
	wt_out_put(&w->out, term.at + shared, fresh);
	memcpy(c->last + shared, term.at + shared, fresh);
	c->last_len = term.len;
	c->done++;
}

static void
put_alias(struct wt_writer *w, struct course *c, const struct wt_alias *alias,
    const uint32_t *numbers)
{
	uint8_t body[4 * WT_VARINT_MAX];
	size_t len = wt_varint_put(body, (uint64_t)alias->number << 3 | WT_KIND_ALIAS);
	uint64_t more = alias->count - alias->docs;

	put_term(w, c, alias->form);
	len += wt_varint_put(body + len, wt_zigzag(numbers[alias->list], c->target));
	len += wt_varint_put(body + len, (uint64_t)alias->docs << 1 | (more > 0));
	if (more > 0)
		len += wt_varint_put(body + len, more - 1);
	wt_out_put(&w->out, body, len);
	c->target = numbers[alias->list];
}

static void
put_entries(struct wt_writer *w, struct course *c, const uint32_t *numbers)
{
	const uint8_t *at = (const uint8_t *)w->terms.at, *end = at + w->terms.len;
	struct waiting entry;
	size_t alias = 0;
	bool more = next_waiting(&at, end, &entry);

	while (more || alias < w->alias_count) {
		if (alias < w->alias_count &&
		    (!more || wt_span_cmp(w->aliases[alias].form, entry.term) < 0)) {
			put_alias(w, c, &w->aliases[alias++], numbers);
			continue;
		}
		put_term(w, c, entry.term);
		wt_out_put(&w->out, entry.body.at, entry.body.len);
		c->post += entry.size;
		more = next_waiting(&at, end, &entry);
	}
}

void
wt_write_terms(struct wt_writer *w)
{
	uint32_t *numbers = malloc((w->foot.lists + 1) * sizeof *numbers);
	struct course c = { 0 };

	wt_out_end(&w->out, WT_SEC_POST);
	if (w->terms.err != WT_OK || numbers == NULL)
		w->err = WT_ENOMEM;
	if (w->err == WT_OK) {
		if (w->alias_count > 1)
			qsort(w->aliases, w->alias_count, sizeof *w->aliases, by_form);
		number_lists(w, numbers);
		wt_out_begin(&w->out, WT_SEC_TERM);
		put_entries(w, &c, numbers);
		wt_out_end(&w->out, WT_SEC_TERM);
		w->foot.terms = c.done;
		if (c.starts.err != WT_OK)
			w->err = WT_ENOMEM;
		else if (w->out.len[WT_SEC_TERM] >= WT_FOUR_GB || c.done >= UINT32_MAX)
			w->err = WT_ELIMIT;
		else
			wt_write_directory(w, WT_SEC_TERMDIR, &c.starts);
	}
	wt_buf_free(&c.starts);
	free(numbers);
}
