/* dict.c - what a compiled dictionary answers of tables and words, behind dict.h. */
#include "dict/dict.h"
#include "base/bytes.h"
#include "base/hash.h"
#include "base/varint.h"
#include "dict/dict_private.h"
#include "dict/format.h"

#define LENGTH_BYTES 5          /* of the length in front of a string, at most */

/* A number of a section of u32, checked. */
static uint32_t
cell_at(const struct wt_dict *d, const char *at)
{
	return wt_dict_need(d, at, 4) ? wt_get32(at) : UINT32_MAX;
}

struct wt_span
wt_dict_string(const struct wt_dict *d, uint32_t offset)
{
	const uint8_t *base = (const uint8_t *)d->strings.at, *at, *end = base + d->strings.len;
	uint32_t len;
	size_t head;

	if (offset >= d->strings.len)
		return wt_span_make("", 0);
	at = base + offset;
	head = (size_t)(end - at) < LENGTH_BYTES ? (size_t)(end - at) : LENGTH_BYTES;
	if (!wt_dict_need(d, (const char *)at, head) || !wt_varint_get(&at, end, &len) ||
	    len > (size_t)(end - at) || !wt_dict_need(d, (const char *)at, len))
		return wt_span_make("", 0);
	return wt_span_make((const char *)at, len);
}

uint64_t
wt_dict_version(const struct wt_dict *d)
{
	return wt_get64(d->bytes.at + WT_DICT_ID);
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
	return wt_dict_string(d, cell_at(d, s->header + (size_t)column * 4));
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
number_at(const struct wt_dict *d, const struct wt_dict_columns *s, uint32_t row, uint32_t column)
{
	return cell_at(d, s->cells + ((size_t)row * (s->columns + 1) + column) * 4);
}

struct wt_span
wt_dict_cell(const struct wt_dict *d, int table, uint32_t row, int column)
{
	const struct wt_dict_columns *s = sheet_at(d, table);

	if (column < 0 || (uint32_t)column >= s->columns || row >= s->rows)
		return wt_span_make("", 0);
	return wt_dict_string(d, number_at(d, s, row, (uint32_t)column));
}

uint32_t
wt_dict_line(const struct wt_dict *d, int table, uint32_t row)
{
	const struct wt_dict_columns *s = sheet_at(d, table);

	return row >= s->rows ? 0 : number_at(d, s, row, s->columns);
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
