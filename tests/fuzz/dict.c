/*
 * Any bytes as a compiled dictionary, with the checksum put right: refused, or
 * every answer lies inside the bytes and every walk ends.
 */
#include "base/bytes.h"
#include "dict/format.h"
#include "dict/phrase.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
check_inside(struct wt_span all, struct wt_span part)
{
	if (part.len > 0 && (part.at < all.at || part.at + part.len > all.at + all.len))
		abort();
}

static void
check_tables(const struct wt_dict *d, struct wt_span all)
{
	for (int t = 0; t < wt_dict_tables(d); t++) {
		int columns = wt_dict_columns(d, t);

		check_inside(all, wt_dict_table_name(d, t));
		for (uint32_t r = 0; r < wt_dict_rows(d, t); r++) {
			for (int c = 0; c < columns; c++)
				check_inside(all, wt_dict_cell(d, t, r, c));
			(void)wt_dict_line(d, t, r);
		}
		for (int c = 0; c < columns; c++)
			check_inside(all, wt_dict_column_name(d, t, c));
	}
}

static void
check_phrases(const struct wt_dict *d)
{
	struct wt_arena a = { 0 };
	struct wt_document doc;
	struct wt_phrases p;
	struct wt_phrase_entry e;
	uint32_t node, entry, entries;

	if (wt_document_read(&a, WT_SPAN(""),
	    WT_SPAN("Dinas Sosial (Dinsos) Serang Tangerang Selatan rumah layak huni rumah sakit"), &doc) != WT_OK ||
	    wt_phrases_find(d, &doc, wt_phrase_starts(d, &doc, &a), &a, &p) != WT_OK)
		abort();
	for (uint32_t m = 0; m < p.count; m++) {
		if (p.matches[m].last <= p.matches[m].first || p.matches[m].last > doc.ntokens)
			abort();
		for (uint32_t i = 0; i < p.matches[m].entries; i++)
			(void)wt_phrase_entry(d, p.matches[m].entry + i, &e);
	}
	node = wt_phrase_step(d, 0, wt_phrase_stem_number(d, WT_SPAN("bangun")));
	wt_phrase_node_entries(d, wt_phrase_step(d, node, wt_phrase_stem_number(d, WT_SPAN("rumah"))),
	    &entry, &entries);
	wt_arena_free(&a);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *copy = malloc(size + 1);
	struct wt_dict *d;
	struct wt_error error = { 0 };
	int code;

	if (copy == NULL)
		return 0;
	memcpy(copy, data, size);
	if (size >= WT_DICT_HEADER) {
		memcpy(copy, WT_DICT_MAGIC, 8);
		wt_set32(copy + 8, WT_DICT_FORMAT);
		wt_set64(copy + 24, size < WT_DICT_PAGE ? 0 : WT_DICT_PAGE);
		wt_dict_seal(copy, size);
	}
	code = wt_dict_open_bytes(wt_span_make(copy, size), "small", &d, &error);
	if (code == WT_OK) {
		check_tables(d, wt_span_make(copy, size));
		check_phrases(d);
		wt_dict_close(d);
	} else if (d != NULL || code != WT_ECORRUPT || error.code != code) {
		abort();
	}
	free(copy);
	return 0;
}
