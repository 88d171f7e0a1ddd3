/* open.c - behind open.h. */
#include "cmd/open.h"
#include "cmd/speak.h"
#include "analyse/region.h"
#include "query/search.h"
#include "text/utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define AROUND ((size_t)60)     /* bytes of a long query that are shown on each side of a mistake */

/* Fields of what extraction finds. */
#define EXTRACTED (1u << WT_FIELD_REGION | 1u << WT_FIELD_OFFICIAL | 1u << WT_FIELD_AGENCY | \
    1u << WT_FIELD_PROGRAMME | 1u << WT_FIELD_SECTOR | 1u << WT_FIELD_STATUS | \
    1u << WT_FIELD_MENTIONS)

const char *
cmd_index_path(const char *given)
{
	const char *named = getenv("WARTA_INDEX");

	if (given != NULL)
		return given;
	return named != NULL && *named != '\0' ? named : "warta.idx";
}

/* An index that other rules made still answers, but may miss words. */
void
cmd_index_compare(const char *command, const char *path, const struct opened *o)
{
	struct wt_arena arena = { 0 };
	struct wt_span rules = wt_store_rules(o->dict, o->extracted, &arena);

	if (!wt_span_eq(rules, wt_index_meta(o->index)))
		cmd_warn(command, "%s was made with other dictionaries or another version; "
		    "words may be missed until `warta index --rebuild` makes it anew", path);
	wt_arena_free(&arena);
}

int
cmd_index_attach(const char *path, struct wt_dict *dict, struct opened *o, struct wt_error *error)
{
	int code;

	*o = (struct opened){ .dict = dict };
	if ((code = wt_index_open(path, &o->index, error)) == WT_OK &&
	    (code = wt_copies_open(o->index, &o->copies, error)) == WT_OK &&
	    (code = wt_analyser_open(dict, &o->analyser, error)) == WT_OK)
		o->rules = wt_rules_of(o->analyser);
	o->extracted = code != WT_OK || wt_store_extracted(wt_index_meta(o->index));
	o->rules.absent = o->extracted ? 0 : EXTRACTED;
	return code;
}

void
cmd_index_detach(struct opened *o)
{
	wt_loader_free(&o->loader);
	wt_analyser_close(o->analyser);
	wt_copies_close(o->copies);
	wt_index_close(o->index);
	*o = (struct opened){ .dict = o->dict };
}

int
cmd_index_open(const char *command, const char *given, const char *overlay, struct opened *o)
{
	const char *path = cmd_index_path(given);
	struct wt_error error = { 0 };
	int code;

	*o = (struct opened){ 0 };
	if ((code = cmd_dict_open_tables(overlay, &o->dict, &error)) == WT_OK)
		code = cmd_index_attach(path, o->dict, o, &error);
	if (code != WT_OK)
		return cmd_fail_run(command, &error);
	cmd_index_compare(command, path, o);
	return CMD_OK;
}

int
cmd_index_needs_facts(const struct opened *o, struct wt_error *error)
{
	return o->extracted ? WT_OK : wt_error_set(error, WT_EABSENT, UINT64_MAX,
	    "the index was made without extraction: it has no regions, programmes, officials or agencies");
}

void
cmd_index_way_out(const char *command)
{
	cmd_warn(command, "`warta index --rebuild`, without --no-extract, makes it anew with all of that");
}

void
cmd_index_close(struct opened *o)
{
	cmd_index_detach(o);
	cmd_dict_close(o->dict);
}

struct wt_span
cmd_query(struct wt_arena *arena, char **words, int count)
{
	struct wt_buf text = { 0 };
	struct wt_span query = { NULL, 0 };

	for (int i = 0; i < count; i++) {
		if (i > 0)
			wt_buf_putc(&text, ' ');
		wt_buf_puts(&text, words[i]);
	}
	if (count > 0 && text.err == WT_OK)
		query = wt_arena_copy(arena, wt_buf_span(&text));
	wt_buf_free(&text);
	return query;
}

int
cmd_query_open(struct opened *o, struct wt_span query, struct wt_query **out,
    struct wt_error *error)
{
	int code = wt_query_open(o->index, &o->rules, query, out, error);

	if (code == WT_OK && !o->keep_copies)
		wt_query_fold(*out, o->copies);
	return code;
}

int
cmd_key(const struct opened *o, struct wt_place place, struct wt_arena *arena, struct wt_span *key)
{
	struct wt_buf bytes = { 0 };
	int code = wt_document_key(wt_index_segment(o->index, place.segment), place.doc, &bytes);

	*key = code == WT_OK ? wt_arena_copy(arena, wt_buf_span(&bytes)) : wt_span_make("", 0);
	wt_buf_free(&bytes);
	return code == WT_OK ? arena->err : code;
}

/* Back to the beginning of a character. */
static size_t
character_at(struct wt_span s, size_t at)
{
	while (at > 0 && at < s.len && ((unsigned char)s.at[at] & 0xc0) == 0x80)
		at--;
	return at;
}

/* Show the query, or what of a long one is near, with a sign under the character at `at`. */
static void
point_at(struct wt_span query, size_t at)
{
	size_t first = at > AROUND ? character_at(query, at - AROUND) : 0;
	size_t last = query.len - at > AROUND ? character_at(query, at + AROUND) : query.len;
	struct wt_buf line = { 0 };
	size_t before;

	if (query.len <= 2 * AROUND) {
		first = 0;
		last = query.len;
	}
	wt_buf_puts(&line, first > 0 ? "\xe2\x80\xa6" : "");
	before = line.len + at - first;
	for (size_t i = first; i < last; i++)
		wt_buf_putc(&line, (unsigned char)query.at[i] < 0x20 || query.at[i] == 0x7f ? ' ' : query.at[i]);
	wt_buf_puts(&line, last < query.len ? "\xe2\x80\xa6" : "");
	if (line.err == WT_OK)
		fprintf(stderr, "    %.*s\n%*s^\n", (int)line.len, line.at,
		    (int)(4 + wt_utf8_columns(wt_span_make(line.at, before))), "");
	wt_buf_free(&line);
}

int
cmd_query_fail(const char *command, struct wt_span query, const struct wt_error *error)
{
	struct wt_arena arena = { 0 };
	struct wt_span clean;
	size_t at = error->offset < query.len ? (size_t)error->offset : query.len;
	uint32_t replaced;
	char room[500];
	bool absent = error->code == WT_EABSENT, asked = absent || error->code == WT_ESYNTAX ||
	    error->code == WT_ELIMIT || error->code == WT_ENOENT || error->code == WT_EINVAL;

	cmd_warn(command, "%s", speak_error(error->text, room, sizeof room));
	if (asked && query.len > 0 && error->offset <= query.len &&
	    wt_utf8_clean(&arena, query, &clean, &replaced) == WT_OK && replaced == 0)
		point_at(query, at);
	wt_arena_free(&arena);
	if (absent)
		cmd_index_way_out(command);
	return absent ? CMD_NOTHING : asked ? CMD_USAGE : CMD_FAILURE;
}

struct wt_span
cmd_day(struct wt_arena *arena, int32_t days)
{
	int64_t z = (int64_t)days + 719468, era, day, year, month;

	if (days == WT_NO_DATE)
		return wt_span_make("", 0);
	/* Years begin in March, in eras of 400 years. */
	era = (z >= 0 ? z : z - 146096) / 146097;
	day = z - era * 146097;
	year = (day - day / 1460 + day / 36524 - day / 146096) / 365;
	day -= 365 * year + year / 4 - year / 100;
	month = (5 * day + 2) / 153;
	day = day - (153 * month + 2) / 5 + 1;
	month += month < 10 ? 3 : -9;
	return wt_arena_printf(arena, "%04d-%02d-%02d", (int)(year + era * 400 + (month <= 2)),
	    (int)month, (int)day);
}

struct wt_span
cmd_region(struct opened *o, struct wt_arena *arena, struct wt_span id)
{
	return wt_region_display(o->dict, arena, wt_region_code(id));
}

struct wt_span
cmd_programme(struct opened *o, struct wt_arena *arena, struct wt_span id)
{
	int table = wt_dict_table(o->dict, "programmes");
	int key = wt_dict_column(o->dict, table, "programme_id");
	struct wt_span words;

	for (uint32_t row = 0; row < wt_dict_rows(o->dict, table); row++)
		if (wt_span_eq(wt_dict_cell(o->dict, table, row, key), id))
			return wt_dict_cell(o->dict, table, row, wt_dict_column(o->dict, table, "name"));
	/* A discovered one: its id is "x-" and its words. */
	words = wt_arena_copy(arena, id);
	for (size_t i = 0; i < words.len; i++)
		if (words.at[i] == '-')
			((char *)(uintptr_t)words.at)[i] = ' ';
	return wt_span_starts(words, WT_SPAN("x ")) ? wt_span_make(words.at + 2, words.len - 2) : words;
}
