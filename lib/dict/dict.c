/* dict.c - the reader of compiled dictionaries, behind dict.h and phrase.h. */
#include "dict/dict.h"
#include "base/bytes.h"
#include "base/hash.h"
#include "base/map.h"
#include "base/varint.h"
#include "dict/dict_private.h"
#include "dict/format.h"

#include <stdlib.h>

static int
damaged(struct wt_error *error, const char *name, uint64_t offset, const char *what)
{
	return wt_error_set(error, WT_ECORRUPT, offset,
	    "%s: damaged dictionary: %s at byte %llu; make it again with `warta dict`", name, what,
	    (unsigned long long)offset);
}

static int
check_header(struct wt_span bytes, const char *name, struct wt_error *error)
{
	if (bytes.len < WT_DICT_HEADER || memcmp(bytes.at, WT_DICT_MAGIC, 8) != 0)
		return wt_error_set(error, WT_ECORRUPT, 0, "%s: not a compiled dictionary", name);
	if (wt_get32(bytes.at + 8) != WT_DICT_FORMAT)
		return wt_error_set(error, WT_EVERSION, 8,
		    "%s: dictionary format %u, this program reads %d", name, wt_get32(bytes.at + 8),
		    WT_DICT_FORMAT);
	if (wt_get64(bytes.at + 16) != bytes.len)
		return damaged(error, name, 16, "wrong length");
	if (wt_get64(bytes.at + 24) !=
	    wt_hash(wt_span_make(bytes.at + WT_DICT_HEADER, bytes.len - WT_DICT_HEADER)))
		return damaged(error, name, 24, "wrong checksum");
	if (wt_get32(bytes.at + 12) > (bytes.len - WT_DICT_HEADER) / WT_DICT_SECTION)
		return damaged(error, name, 12, "too many sections");
	return WT_OK;
}

struct wt_span
wt_dict_section(const struct wt_dict *d, const char *name)
{
	const char *p = d->bytes.at + WT_DICT_HEADER;
	char padded[9] = { 0 };

	for (size_t i = 0; i < 8 && name[i] != '\0'; i++)
		padded[i] = name[i];
	for (uint32_t n = wt_get32(d->bytes.at + 12); n > 0; n--, p += WT_DICT_SECTION) {
		uint64_t offset = wt_get64(p + 8), len = wt_get64(p + 16);

		if (memcmp(p, padded, 8) == 0 && offset <= d->bytes.len &&
		    len <= d->bytes.len - offset)
			return wt_span_make(d->bytes.at + offset, (size_t)len);
	}
	return wt_span_make(NULL, 0);
}

/* Whole records of `size` bytes in a section. */
static uint32_t
count_of(struct wt_span section, size_t size)
{
	return (uint32_t)(section.len / size);
}

static int
find_sections(struct wt_dict *d, const char *name, struct wt_error *error)
{
	uint32_t slots;

	d->strings = wt_dict_section(d, "STRINGS");
	d->tables = wt_dict_section(d, "TABLES");
	d->cells = wt_dict_section(d, "CELLS");
	d->words = wt_dict_section(d, "WORDS");
	d->nodes = wt_dict_section(d, "NODES");
	d->edges = wt_dict_section(d, "EDGES");
	d->starts = wt_dict_section(d, "STARTS");
	d->entries = wt_dict_section(d, "ENTRIES");
	if (d->strings.at == NULL || d->tables.at == NULL || d->cells.at == NULL ||
	    d->nodes.at == NULL || d->edges.at == NULL || d->starts.at == NULL ||
	    d->entries.at == NULL || d->words.len < 8)
		return damaged(error, name, 0, "a section is missing");
	slots = wt_get32(d->words.at);
	d->nwords = wt_get32(d->words.at + 4);
	if (slots == 0 || (slots & (slots - 1)) != 0 ||
	    (uint64_t)slots * 8 + 8 + ((uint64_t)d->nwords + 1) * 4 != d->words.len ||
	    d->starts.len != ((size_t)d->nwords + 1) * 4 || d->nwords >= slots)
		return damaged(error, name, 0, "words do not fit");
	d->mask = slots - 1;
	d->nnodes = count_of(d->nodes, WT_DICT_NODE);
	d->nedges = count_of(d->edges, WT_DICT_EDGE);
	d->nentries = count_of(d->entries, WT_DICT_ENTRY);
	return WT_OK;
}

static struct wt_span
string_at(const struct wt_dict *d, uint32_t offset)
{
	const uint8_t *base = (const uint8_t *)d->strings.at, *at, *end = base + d->strings.len;
	uint32_t len;

	if (offset >= d->strings.len)
		return wt_span_make("", 0);
	at = base + offset;
	if (!wt_varint_get(&at, end, &len) || len > (size_t)(end - at))
		return wt_span_make("", 0);
	return wt_span_make((const char *)at, len);
}

/* Look the tables up once; one whose cells do not fit into CELLS has no rows. */
static int
read_tables(struct wt_dict *d)
{
	uint32_t count = count_of(d->tables, WT_DICT_TABLE), all = count_of(d->cells, 4);

	if (count > WT_DICT_TABLES || (d->sheets = calloc((size_t)count + 1,
	    sizeof *d->sheets)) == NULL)
		return count > WT_DICT_TABLES ? WT_ECORRUPT : WT_ENOMEM;
	d->nsheets = (int)count;
	for (uint32_t i = 0; i < count; i++) {
		const char *p = d->tables.at + (size_t)i * WT_DICT_TABLE;
		uint32_t columns = wt_get32(p + 8), rows = wt_get32(p + 12),
		    cells = wt_get32(p + 16);

		d->sheets[i].name = string_at(d, wt_get32(p));
		if (columns > WT_DICT_COLUMNS ||
		    (uint64_t)cells + columns + (uint64_t)rows * (columns + 1) > all)
			continue;
		d->sheets[i].columns = columns;
		d->sheets[i].rows = rows;
		d->sheets[i].header = d->cells.at + (size_t)cells * 4;
		d->sheets[i].cells = d->sheets[i].header + (size_t)columns * 4;
	}
	return WT_OK;
}

int
wt_dict_open_bytes(struct wt_span bytes, const char *name, struct wt_dict **out,
    struct wt_error *error)
{
	struct wt_dict *d;
	int code;

	*out = NULL;
	if ((code = check_header(bytes, name, error)) != WT_OK)
		return code;
	if ((d = calloc(1, sizeof *d)) == NULL)
		return wt_error_set(error, WT_ENOMEM, 0, "%s: out of memory", name);
	d->bytes = bytes;
	if ((code = find_sections(d, name, error)) != WT_OK) {
		free(d);
		return code;
	}
	if ((code = read_tables(d)) != WT_OK) {
		free(d);
		return wt_error_set(error, code, 0, "%s: %s", name, wt_strerror(code));
	}
	*out = d;
	return WT_OK;
}

int
wt_dict_open(const char *path, struct wt_dict **out, struct wt_error *error)
{
	struct wt_map map;
	int code;

	*out = NULL;
	if ((code = wt_map_open(&map, path, error)) != WT_OK)
		return code;
	if ((code = wt_dict_open_bytes(map.bytes, path, out, error)) != WT_OK) {
		wt_map_close(&map);
		return code;
	}
	(*out)->map = map;
	return WT_OK;
}

void
wt_dict_close(struct wt_dict *d)
{
	if (d == NULL)
		return;
	wt_map_close(&d->map);
	free(d->sheets);
	free(d);
}

uint64_t
wt_dict_version(const struct wt_dict *d)
{
	return wt_get64(d->bytes.at + 24);
}

int
wt_dict_tables(const struct wt_dict *d)
{
	return d->nsheets;
}

static const struct wt_dict_columns *
sheet_at(const struct wt_dict *d, int table)
{
	static const struct wt_dict_columns none;

	return table < 0 || table >= d->nsheets ? &none : &d->sheets[table];
}

struct wt_span
wt_dict_table_name(const struct wt_dict *d, int table)
{
	return sheet_at(d, table)->name;
}

int
wt_dict_table(const struct wt_dict *d, const char *name)
{
	for (int i = 0; i < d->nsheets; i++)
		if (wt_span_is(d->sheets[i].name, name))
			return i;
	return WT_NO_TABLE;
}

uint32_t
wt_dict_rows(const struct wt_dict *d, int table)
{
	return sheet_at(d, table)->rows;
}

int
wt_dict_columns(const struct wt_dict *d, int table)
{
	return (int)sheet_at(d, table)->columns;
}

struct wt_span
wt_dict_column_name(const struct wt_dict *d, int table, int column)
{
	const struct wt_dict_columns *s = sheet_at(d, table);

	if (column < 0 || (uint32_t)column >= s->columns)
		return wt_span_make("", 0);
	return string_at(d, wt_get32(s->header + (size_t)column * 4));
}

int
wt_dict_column(const struct wt_dict *d, int table, const char *name)
{
	for (int i = 0; i < wt_dict_columns(d, table); i++)
		if (wt_span_is(wt_dict_column_name(d, table, i), name))
			return i;
	return WT_NO_COLUMN;
}

/* A number of a row: the offset of a cell's string, or behind the last the row's line. */
static uint32_t
number_at(const struct wt_dict_columns *s, uint32_t row, uint32_t column)
{
	return wt_get32(s->cells + ((size_t)row * (s->columns + 1) + column) * 4);
}

struct wt_span
wt_dict_cell(const struct wt_dict *d, int table, uint32_t row, int column)
{
	const struct wt_dict_columns *s = sheet_at(d, table);

	if (column < 0 || (uint32_t)column >= s->columns || row >= s->rows)
		return wt_span_make("", 0);
	return string_at(d, number_at(s, row, (uint32_t)column));
}

uint32_t
wt_dict_line(const struct wt_dict *d, int table, uint32_t row)
{
	const struct wt_dict_columns *s = sheet_at(d, table);

	return row >= s->rows ? 0 : number_at(s, row, s->columns);
}

/* Is the string at `offset` this word?  Words are so short that a length takes one byte. */
static bool
is_string(const struct wt_dict *d, uint32_t offset, struct wt_span word)
{
	const char *at;

	if (offset >= d->strings.len || d->strings.len - offset <= word.len)
		return false;
	at = d->strings.at + offset;
	return (size_t)(uint8_t)at[0] == word.len && memcmp(at + 1, word.at, word.len) == 0;
}

static const char *
slot_at(const struct wt_dict *d, uint32_t at)
{
	return d->words.at + 8 + (size_t)at * 8;
}

uint32_t
wt_dict_word(const struct wt_dict *d, struct wt_span word)
{
	uint64_t hash = wt_hash(word);
	uint32_t at = (uint32_t)hash & d->mask, check = (uint32_t)(hash >> 32);
	const char *strings = slot_at(d, d->mask) + 8;

	if (word.len == 0 || word.len > WT_DICT_WORD_BYTES)
		return 0;
	for (uint32_t probes = 0; probes <= d->mask; at = (at + 1) & d->mask, probes++) {
		const char *slot = slot_at(d, at);
		uint32_t id = wt_get32(slot + 4);

		if (id == 0 || id > d->nwords)
			return 0;
		if (wt_get32(slot) == check &&
		    is_string(d, wt_get32(strings + (size_t)id * 4), word))
			return id;
	}
	return 0;
}
