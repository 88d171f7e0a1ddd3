/*
 * open.c - open a compiled dictionary: the front at once, pages when they are read.
 *
 * The front has a checksum of each page, and one of itself in the head.  A
 * dictionary that was opened whole has no `checked`: nothing is left to hold.
 */
#include "base/bytes.h"
#include "base/hash.h"
#include "dict/dict.h"
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

uint64_t
wt_dict_front(struct wt_span bytes, uint64_t data)
{
	char sealed[WT_DICT_ID + 8];

	memcpy(sealed, bytes.at, WT_DICT_ID);
	wt_set64(sealed + WT_DICT_ID, wt_hash(wt_span_make(bytes.at + WT_DICT_HEADER,
	    (size_t)data - WT_DICT_HEADER)));
	return wt_hash(wt_span_make(sealed, sizeof sealed));
}

static int
check_front(struct wt_dict *d, struct wt_error *error)
{
	struct wt_span bytes = d->bytes;
	uint64_t front;

	if (bytes.len < WT_DICT_HEADER || memcmp(bytes.at, WT_DICT_MAGIC, 8) != 0)
		return wt_error_set(error, WT_ECORRUPT, 0, "%s: not a compiled dictionary", d->name);
	if (wt_get32(bytes.at + 8) != WT_DICT_FORMAT)
		return wt_error_set(error, WT_EVERSION, 8,
		    "%s: dictionary format %u, this program reads %d", d->name,
		    wt_get32(bytes.at + 8), WT_DICT_FORMAT);
	if (wt_get64(bytes.at + 16) != bytes.len)
		return damaged(error, d->name, 16, "wrong length");
	d->data = wt_get64(bytes.at + 24);
	if (d->data < WT_DICT_HEADER || d->data > bytes.len || d->data % WT_DICT_PAGE != 0)
		return damaged(error, d->name, 24, "wrong start of the data");
	d->pages = (bytes.len - d->data + WT_DICT_PAGE - 1) / WT_DICT_PAGE;
	front = (uint64_t)wt_get32(bytes.at + 12) * WT_DICT_SECTION + d->pages * 4;
	if (front > d->data - WT_DICT_HEADER)
		return damaged(error, d->name, 12, "too many sections");
	if (wt_dict_front(bytes, d->data) != wt_get64(bytes.at + WT_DICT_ID))
		return damaged(error, d->name, WT_DICT_ID, "wrong checksum");
	d->sums = bytes.at + WT_DICT_HEADER + (size_t)wt_get32(bytes.at + 12) * WT_DICT_SECTION;
	return WT_OK;
}

static bool
page_is_sound(const struct wt_dict *d, uint64_t page)
{
	uint64_t start = d->data + page * WT_DICT_PAGE, len = d->bytes.len - start;

	if (len > WT_DICT_PAGE)
		len = WT_DICT_PAGE;
	return wt_checksum(d->bytes.at + start, (size_t)len) == wt_get32(d->sums + page * 4);
}

bool
wt_dict_check_pages(const struct wt_dict *d, const char *at, size_t len)
{
	uint64_t start = (uint64_t)(at - d->bytes.at) - d->data;

	if (len == 0)
		return true;
	for (uint64_t page = start / WT_DICT_PAGE; page <= (start + len - 1) / WT_DICT_PAGE; page++) {
		if (atomic_load_explicit(&d->checked[page], memory_order_relaxed) != 0)
			continue;
		if (!page_is_sound(d, page)) {
			atomic_store(&d->guard->damaged, d->data + page * WT_DICT_PAGE);
			return false;
		}
		atomic_store_explicit(&d->checked[page], 1, memory_order_relaxed);
	}
	return true;
}

int
wt_dict_error(const struct wt_dict *d, struct wt_error *error)
{
	uint64_t offset = d->guard == NULL ? 0 : atomic_load(&d->guard->damaged);

	return offset == 0 ? WT_OK : damaged(error, d->name, offset, "wrong checksum of a page");
}

struct wt_span
wt_dict_find_section(const struct wt_dict *d, const char *name)
{
	const char *p = d->bytes.at + WT_DICT_HEADER;
	char padded[9] = { 0 };

	for (size_t i = 0; i < 8 && name[i] != '\0'; i++)
		padded[i] = name[i];
	for (uint32_t n = wt_get32(d->bytes.at + 12); n > 0; n--, p += WT_DICT_SECTION) {
		uint64_t offset = wt_get64(p + 8), len = wt_get64(p + 16);

		if (memcmp(p, padded, 8) == 0 && offset >= d->data && offset <= d->bytes.len &&
		    len <= d->bytes.len - offset)
			return wt_span_make(d->bytes.at + offset, (size_t)len);
	}
	return wt_span_make(NULL, 0);
}

struct wt_span
wt_dict_section(const struct wt_dict *d, const char *name)
{
	struct wt_span section = wt_dict_find_section(d, name);

	return section.at != NULL && wt_dict_need(d, section.at, section.len) ? section :
	    wt_span_make(NULL, 0);
}

/* Whole records of `size` bytes in a section. */
static uint32_t
count_of(struct wt_span section, size_t size)
{
	return (uint32_t)(section.len / size);
}

static int
find_tables(struct wt_dict *d, struct wt_error *error)
{
	d->strings = wt_dict_find_section(d, "STRINGS");
	d->tables = wt_dict_find_section(d, "TABLES");
	d->cells = wt_dict_find_section(d, "CELLS");
	if (d->strings.at == NULL || d->tables.at == NULL || d->cells.at == NULL)
		return damaged(error, d->name, 0, "a section is missing");
	return WT_OK;
}

static int
find_phrases(struct wt_dict *d, struct wt_error *error)
{
	uint32_t slots;

	d->words = wt_dict_find_section(d, "WORDS");
	d->nodes = wt_dict_find_section(d, "NODES");
	d->edges = wt_dict_find_section(d, "EDGES");
	d->starts = wt_dict_find_section(d, "STARTS");
	d->entries = wt_dict_find_section(d, "ENTRIES");
	if (d->nodes.at == NULL || d->edges.at == NULL || d->starts.at == NULL ||
	    d->entries.at == NULL || d->words.len < 8)
		return damaged(error, d->name, 0, "a section is missing");
	slots = wt_get32(d->words.at);
	d->nwords = wt_get32(d->words.at + 4);
	if (slots == 0 || (slots & (slots - 1)) != 0 ||
	    (uint64_t)slots * 8 + 8 + ((uint64_t)d->nwords + 1) * 4 != d->words.len ||
	    d->starts.len != ((size_t)d->nwords + 1) * 4 || d->nwords >= slots)
		return damaged(error, d->name, 0, "words do not fit");
	d->mask = slots - 1;
	d->nnodes = count_of(d->nodes, WT_DICT_NODE);
	d->nedges = count_of(d->edges, WT_DICT_EDGE);
	d->nentries = count_of(d->entries, WT_DICT_ENTRY);
	return WT_OK;
}

/* Look the tables up once; one whose cells do not fit into CELLS has no rows. */
static int
read_tables(struct wt_dict *d)
{
	uint32_t count = count_of(d->tables, WT_DICT_TABLE), all = count_of(d->cells, 4);

	if (count > WT_DICT_TABLES || !wt_dict_need(d, d->tables.at, d->tables.len))
		return WT_ECORRUPT;
	if ((d->sheets = calloc((size_t)count + 1, sizeof *d->sheets)) == NULL)
		return WT_ENOMEM;
	d->nsheets = (int)count;
	for (uint32_t i = 0; i < count; i++) {
		const char *p = d->tables.at + (size_t)i * WT_DICT_TABLE;
		uint32_t columns = wt_get32(p + 8), rows = wt_get32(p + 12),
		    cells = wt_get32(p + 16);

		d->sheets[i].name = wt_dict_string(d, wt_get32(p));
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

static int
check_all(const struct wt_dict *d, struct wt_error *error)
{
	for (uint64_t page = 0; page < d->pages; page++)
		if (!page_is_sound(d, page))
			return damaged(error, d->name, d->data + page * WT_DICT_PAGE,
			    "wrong checksum of a page");
	return WT_OK;
}

static int
open_lazily(struct wt_dict *d)
{
	/* WORDS with one slot, which is empty. */
	static const char none[8 + 8 + 4] = { 1 };

	d->words = wt_span_make(none, sizeof none);
	d->checked = calloc((size_t)d->pages + 1, sizeof *d->checked);
	d->guard = calloc(1, sizeof *d->guard);
	return d->checked == NULL || d->guard == NULL ? WT_ENOMEM : WT_OK;
}

static int
open_parts(struct wt_dict *d, bool whole, struct wt_error *error)
{
	int code = check_front(d, error);

	if (code == WT_OK)
		code = find_tables(d, error);
	if (code != WT_OK)
		return code;
	if (whole && ((code = check_all(d, error)) != WT_OK ||
	    (code = find_phrases(d, error)) != WT_OK))
		return code;
	if ((!whole && (code = open_lazily(d)) != WT_OK) || (code = read_tables(d)) != WT_OK)
		return wt_error_set(error, code, 0, "%s: %s", d->name, wt_strerror(code));
	return wt_dict_error(d, error);
}

static int
open_bytes(struct wt_span bytes, const char *name, bool whole, struct wt_dict **out,
    struct wt_error *error)
{
	size_t len = strlen(name) + 1;
	struct wt_dict *d = calloc(1, sizeof *d);
	int code;

	*out = NULL;
	if (d == NULL || (d->name = malloc(len)) == NULL) {
		wt_dict_close(d);
		return wt_error_set(error, WT_ENOMEM, 0, "%s: out of memory", name);
	}
	memcpy(d->name, name, len);
	d->bytes = bytes;
	if ((code = open_parts(d, whole, error)) != WT_OK) {
		wt_dict_close(d);
		return code;
	}
	*out = d;
	return WT_OK;
}

static int
open_file(const char *path, bool whole, struct wt_dict **out, struct wt_error *error)
{
	struct wt_map map;
	int code;

	*out = NULL;
	if ((code = wt_map_open(&map, path, error)) != WT_OK)
		return code;
	if ((code = open_bytes(map.bytes, path, whole, out, error)) != WT_OK) {
		wt_map_close(&map);
		return code;
	}
	(*out)->map = map;
	return WT_OK;
}

int
wt_dict_open_bytes(struct wt_span bytes, const char *name, struct wt_dict **out,
    struct wt_error *error)
{
	return open_bytes(bytes, name, true, out, error);
}

int
wt_dict_open(const char *path, struct wt_dict **out, struct wt_error *error)
{
	return open_file(path, true, out, error);
}

int
wt_dict_open_tables(const char *path, struct wt_dict **out, struct wt_error *error)
{
	return open_file(path, false, out, error);
}

void
wt_dict_own(struct wt_dict *d, char *bytes)
{
	d->given = bytes;
}

void
wt_dict_close(struct wt_dict *d)
{
	if (d == NULL)
		return;
	wt_map_close(&d->map);
	free(d->given);
	free(d->checked);
	free(d->guard);
	free(d->sheets);
	free(d->name);
	free(d);
}
