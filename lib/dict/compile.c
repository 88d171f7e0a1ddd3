/*
 * compile.c - TSV files to the sections of dict/format.h.
 *
 * First all tables are read and laid over each other; then the phrases of the
 * columns in dict/spec.c are cut into words as the tokens of an article are, so
 * that both agree; then the sections are put one behind the other.
 */
#include "dict/compile_private.h"
#include "base/bytes.h"
#include "base/hash.h"
#include "dict/format.h"

#include <stdlib.h>

enum { TABLES, CELLS, WORDS, NODES, EDGES, STARTS, ENTRIES, STRINGS, SECTIONS };

/* The offset of a string in the pool, put there if it is new. */
static int
pool_string(struct wt_compiler *c, struct wt_span s, uint32_t *offset)
{
	uint32_t id, before = c->strings.count, *grown;
	int code;

	if ((code = wt_table_intern(&c->strings, s, &id)) != WT_OK)
		return code;
	if (c->strings.count > before) {
		grown = wt_grow(c->offsets, &c->offsets_cap, (size_t)id + 1, sizeof *grown);
		if (grown == NULL)
			return WT_ENOMEM;
		c->offsets = grown;
		c->offsets[id] = (uint32_t)c->pool.len;
		wt_buf_putstring(&c->pool, s);
	}
	*offset = c->offsets[id];
	return c->pool.err;
}

/* Names stand together in front of all cells: who opens a dictionary reads them. */
static int
pool_names(struct wt_compiler *c)
{
	uint32_t offset;
	int code = WT_OK;

	for (size_t k = 0; k < c->nsheets && code == WT_OK; k++) {
		code = pool_string(c, wt_span_of(c->sheets[k].name), &offset);
		for (unsigned i = 0; i < c->sheets[k].columns && code == WT_OK; i++)
			code = pool_string(c, c->sheets[k].header[i], &offset);
	}
	return code;
}

static int
write_tables(struct wt_compiler *c, struct wt_buf *tables, struct wt_buf *cells)
{
	uint32_t offset = 0;
	int code = pool_names(c);

	for (size_t k = 0; k < c->nsheets && code == WT_OK; k++) {
		const struct wt_compile_sheet *s = &c->sheets[k];

		if ((code = pool_string(c, wt_span_of(s->name), &offset)) != WT_OK)
			return code;
		wt_buf_put32(tables, offset);
		if ((code = pool_string(c, wt_span_of(s->path), &offset)) != WT_OK)
			return code;
		wt_buf_put32(tables, offset);
		wt_buf_put32(tables, s->columns);
		wt_buf_put32(tables, (uint32_t)s->nrows);
		wt_buf_put32(tables, (uint32_t)(cells->len / 4));
		for (unsigned i = 0; i < s->columns && code == WT_OK; i++) {
			code = pool_string(c, s->header[i], &offset);
			wt_buf_put32(cells, offset);
		}
		for (size_t r = 0; r < s->nrows; r++) {
			for (unsigned i = 0; i < s->columns && code == WT_OK; i++) {
				code = pool_string(c, s->rows[r]->cells[i], &offset);
				wt_buf_put32(cells, offset);
			}
			wt_buf_put32(cells, s->rows[r]->line);
		}
	}
	return code != WT_OK ? code : tables->err != WT_OK ? tables->err : cells->err;
}

static int
write_words(struct wt_compiler *c, struct wt_buf *out)
{
	uint32_t nslots = 64, offset;
	size_t base = out->len;
	char *slots;

	while (nslots < c->words.count * 2 + 2)
		nslots *= 2;
	wt_buf_put32(out, nslots);
	wt_buf_put32(out, c->words.count);
	if ((slots = wt_buf_room(out, (size_t)nslots * 8)) == NULL)
		return WT_ENOMEM;
	memset(slots, 0, (size_t)nslots * 8);
	out->len += (size_t)nslots * 8;
	wt_buf_put32(out, 0);
	for (uint32_t i = 0; i < c->words.count; i++) {
		uint64_t hash = wt_hash(c->words.keys[i]);
		uint32_t at = (uint32_t)hash & (nslots - 1);
		int code = pool_string(c, c->words.keys[i], &offset);

		if (code != WT_OK)
			return code;
		wt_buf_put32(out, offset);
		if (out->err != WT_OK)
			return out->err;
		slots = out->at + base + 8;
		while (wt_get32(slots + (size_t)at * 8 + 4) != 0)
			at = (at + 1) & (nslots - 1);
		wt_set32(slots + (size_t)at * 8, (uint32_t)(hash >> 32));
		wt_set32(slots + (size_t)at * 8 + 4, i + 1);
	}
	return out->err;
}

static void
put_section(struct wt_buf *out, size_t start, size_t number, const char *name, struct wt_span bytes)
{
	char *record;

	while (out->err == WT_OK && (out->len - start) % 8 != 0)
		wt_buf_putc(out, 0);
	if (out->err != WT_OK)
		return;
	record = out->at + start + WT_DICT_HEADER + number * WT_DICT_SECTION;
	memcpy(record, name, strlen(name));
	wt_set64(record + 8, out->len - start);
	wt_set64(record + 16, bytes.len);
	wt_buf_putspan(out, bytes);
}

/* Bytes of head, sections and sums, filled up to a page. */
static size_t
front_size(const struct wt_buf *parts, const struct wt_dict_extra *extras, size_t nextras)
{
	size_t data = 0, front = WT_DICT_HEADER + (SECTIONS + nextras) * WT_DICT_SECTION;

	for (size_t i = 0; i < SECTIONS; i++)
		data += parts[i].len + 7;
	for (size_t i = 0; i < nextras; i++)
		data += extras[i].bytes.len + 7;
	front += (data + WT_DICT_PAGE - 1) / WT_DICT_PAGE * 4;
	return (front + WT_DICT_PAGE - 1) / WT_DICT_PAGE * WT_DICT_PAGE;
}

void
wt_dict_seal(char *bytes, size_t len)
{
	uint64_t data = wt_get64(bytes + 24);
	uint32_t sections = wt_get32(bytes + 12);

	wt_set64(bytes + 16, len);
	if (data < WT_DICT_HEADER || data > len)
		return;
	for (uint64_t at = data, sum = WT_DICT_HEADER + (uint64_t)sections * WT_DICT_SECTION;
	    at < len && sum + 4 <= data; at += WT_DICT_PAGE, sum += 4)
		wt_set32(bytes + sum, wt_checksum(bytes + at,
		    len - at < WT_DICT_PAGE ? (size_t)(len - at) : WT_DICT_PAGE));
	wt_set64(bytes + WT_DICT_ID, wt_dict_front(wt_span_make(bytes, len), data));
}

static int
assemble(struct wt_buf *parts, const struct wt_dict_extra *extras, size_t nextras,
    struct wt_buf *out)
{
	static const char *const names[SECTIONS] = { "TABLES", "CELLS", "WORDS", "NODES",
	    "EDGES", "STARTS",
	    "ENTRIES", "STRINGS" };
	size_t start = out->len, front = front_size(parts, extras, nextras);
	char *head = wt_buf_room(out, front);

	if (head == NULL)
		return WT_ENOMEM;
	memset(head, 0, front);
	out->len += front;
	for (size_t i = 0; i < SECTIONS; i++)
		put_section(out, start, i, names[i], wt_buf_span(&parts[i]));
	for (size_t i = 0; i < nextras; i++)
		put_section(out, start, SECTIONS + i, extras[i].name, extras[i].bytes);
	if (out->err != WT_OK)
		return out->err;
	head = out->at + start;
	memcpy(head, WT_DICT_MAGIC, 8);
	wt_set32(head + 8, WT_DICT_FORMAT);
	wt_set32(head + 12, (uint32_t)(SECTIONS + nextras));
	wt_set64(head + 24, front);
	wt_dict_seal(head, out->len - start);
	return WT_OK;
}

static int
compile(struct wt_compiler *c, const struct wt_dict_source *sources, size_t n, struct wt_buf *parts)
{
	int code;

	if ((code = wt_trie_init(&c->trie)) != WT_OK || (code = wt_compile_read(c, sources,
	    n)) != WT_OK)
		return code;
	for (const struct wt_phrase_spec *spec = wt_phrase_specs; spec->table != NULL; spec++)
		if ((code = wt_compile_phrases(c, spec)) != WT_OK)
			return code;
	if ((code = write_tables(c, &parts[TABLES], &parts[CELLS])) != WT_OK ||
	    (code = write_words(c, &parts[WORDS])) != WT_OK)
		return code;
	wt_buf_putspan(&parts[STRINGS], wt_buf_span(&c->pool));
	if (parts[STRINGS].err != WT_OK)
		return parts[STRINGS].err;
	return wt_trie_write(&c->trie, c->words.count, &parts[NODES], &parts[EDGES], &parts[STARTS],
	    &parts[ENTRIES]);
}

static void
release(struct wt_compiler *c)
{
	for (size_t i = 0; i < c->nsheets; i++) {
		free(c->sheets[i].rows);
		free(c->sheets[i].at);
		wt_table_free(&c->sheets[i].keys);
	}
	free(c->offsets);
	wt_buf_free(&c->pool);
	wt_table_free(&c->words);
	wt_table_free(&c->strings);
	wt_trie_free(&c->trie);
	wt_arena_free(&c->scratch);
	wt_arena_free(&c->arena);
}

int
wt_dict_compile(const struct wt_dict_source *sources, size_t nsources,
    const struct wt_dict_extra *extras, size_t nextras, struct wt_buf *out, struct wt_error *error)
{
	struct wt_compiler c = { .error = error };
	struct wt_buf parts[SECTIONS] = { 0 };
	struct wt_error silent;
	int code;

	if (c.error == NULL)
		c.error = &silent;
	c.error->code = WT_OK;
	code = compile(&c, sources, nsources, parts);
	if (code == WT_OK)
		code = assemble(parts, extras, nextras, out);
	if (code == WT_ENOMEM)
		wt_error_set(c.error, code, 0, "out of memory while compiling dictionaries");
	for (size_t i = 0; i < SECTIONS; i++)
		wt_buf_free(&parts[i]);
	release(&c);
	return code;
}
