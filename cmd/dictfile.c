/*
 * dictfile.c - folders of TSV files to compiled dictionaries.
 *
 * An overlay is compiled from the tables inside the compiled dictionary, turned
 * back into TSV, with the user's files behind them.  The result lives in memory
 * that the program keeps to its end: it lays over once.
 */
#include "cmd/dictfile.h"
#include "base/arena.h"
#include "base/map.h"
#include "dict/check.h"
#include "dict/compile.h"
#include "stem/lists.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define FILES 256               /* TSV files of a folder, at most */

struct folder {
	struct wt_dict_source sources[FILES];
	struct wt_map maps[FILES];
	size_t count, mapped;
	struct wt_arena arena;
};

static int
add_file(struct folder *f, const char *folder, const char *name, struct wt_error *error)
{
	struct wt_span path, table;
	size_t len = strlen(name);
	int code;

	if (f->count == FILES)
		return wt_error_set(error, WT_ELIMIT, 0, "%s: more than %d tables", folder, FILES);
	path = wt_arena_printf(&f->arena, "%s/%s", folder, name);
	table = wt_arena_copy(&f->arena, wt_span_make(name, len - 4));
	if (f->arena.err != WT_OK)
		return wt_error_set(error, WT_ENOMEM, 0, "out of memory");
	if ((code = wt_map_open(&f->maps[f->mapped], path.at, error)) != WT_OK)
		return code;
	f->sources[f->count++] = (struct wt_dict_source){ table.at, path.at, f->maps[f->mapped++].bytes };
	return WT_OK;
}

static int
is_table(const struct dirent *entry)
{
	size_t len = strlen(entry->d_name);

	return len > 4 && entry->d_name[0] != '.' && strcmp(entry->d_name + len - 4, ".tsv") == 0;
}

static int
read_folder(struct folder *f, const char *folder, struct wt_error *error)
{
	struct dirent **names;
	int n = scandir(folder, &names, is_table, alphasort), code = WT_OK;

	if (n < 0)
		return wt_error_set(error, wt_code_of_errno(errno), 0, "%s: %s", folder, strerror(errno));
	if (n == 0)
		code = wt_error_set(error, WT_ENOENT, 0, "%s: no .tsv files in this folder", folder);
	for (int i = 0; i < n; i++) {
		if (code == WT_OK)
			code = add_file(f, folder, names[i]->d_name, error);
		free(names[i]);
	}
	free(names);
	return code;
}

static void
release(struct folder *f)
{
	for (size_t i = 0; i < f->mapped; i++)
		wt_map_close(&f->maps[i]);
	wt_arena_free(&f->arena);
}

/* The last source of a table, as the stemmer wants it; empty if there is none. */
static struct wt_stem_source
stem_source(const struct folder *f, const char *table)
{
	struct wt_stem_source found = { 0 };

	for (size_t i = 0; i < f->count; i++)
		if (strcmp(f->sources[i].table, table) == 0)
			found = (struct wt_stem_source){ f->sources[i].path, f->sources[i].bytes };
	return found;
}

static int
compile_roots(const struct folder *f, struct wt_buf *out, struct wt_error *error)
{
	struct wt_stem_sources sources = {
		.roots = stem_source(f, "roots"),
		.overrides = stem_source(f, "roots-overrides"),
		.exceptions = stem_source(f, "stem_exceptions"),
		.infixes = stem_source(f, "stem_infixes"),
		.function_words = stem_source(f, "function_words"),
		.stopwords = stem_source(f, "stopwords"),
		.protected = stem_source(f, "protected"),
	};

	return wt_stem_compile(&sources, out, error);
}

static int
compile(const struct folder *f, struct wt_buf *out, struct wt_error *error)
{
	struct wt_dict_extra roots = { .name = "ROOT" };
	struct wt_buf bytes = { 0 };
	int code = compile_roots(f, &bytes, error);

	if (code == WT_OK) {
		roots.bytes = wt_buf_span(&bytes);
		code = wt_dict_compile(f->sources, f->count, &roots, 1, out, error);
	}
	wt_buf_free(&bytes);
	return code;
}

/* A table of a compiled dictionary as TSV again. */
static int
unfold(const struct wt_dict *d, int table, struct folder *f)
{
	struct wt_buf text = { 0 };
	struct wt_span name = wt_arena_copy(&f->arena, wt_dict_table_name(d, table));
	struct wt_span path = wt_arena_printf(&f->arena, "%s.tsv (built in)", name.at);
	int columns = wt_dict_columns(d, table), code;

	for (int i = 0; i < columns; i++) {
		wt_buf_putspan(&text, wt_dict_column_name(d, table, i));
		wt_buf_putc(&text, i + 1 < columns ? '\t' : '\n');
	}
	for (uint32_t row = 0; row < wt_dict_rows(d, table); row++) {
		for (int i = 0; i < columns; i++) {
			wt_buf_putspan(&text, wt_dict_cell(d, table, row, i));
			wt_buf_putc(&text, i + 1 < columns ? '\t' : '\n');
		}
	}
	code = text.err;
	if (code == WT_OK && f->count < FILES)
		f->sources[f->count++] = (struct wt_dict_source){ name.at, path.at,
		    wt_arena_copy(&f->arena, wt_buf_span(&text)) };
	wt_buf_free(&text);
	return code != WT_OK ? code : f->arena.err;
}

static int
lay_over(struct folder *f, const char *folder, struct wt_dict **dict, struct wt_buf *out,
    struct wt_error *error)
{
	struct wt_dict_extra roots = { "ROOT", wt_dict_section(*dict, "ROOT") };
	int code = WT_OK;

	for (int i = 0; i < wt_dict_tables(*dict) && code == WT_OK; i++)
		code = unfold(*dict, i, f);
	if (code != WT_OK)
		return wt_error_set(error, code, 0, "%s: out of memory", folder);
	if ((code = read_folder(f, folder, error)) != WT_OK)
		return code;
	return wt_dict_compile(f->sources, f->count, &roots, 1, out, error);
}

int
cmd_dict_overlay(const char *folder, struct wt_dict **dict, struct wt_error *error)
{
	struct folder *f = calloc(1, sizeof *f);
	struct wt_buf out = { 0 };
	struct wt_dict *laid = NULL;
	int code;

	if (f == NULL)
		return wt_error_set(error, WT_ENOMEM, 0, "out of memory");
	code = lay_over(f, folder, dict, &out, error);
	if (code == WT_OK)
		code = wt_dict_open_bytes(wt_buf_span(&out), folder, &laid, error);
	if (code == WT_OK && (code = wt_dict_check(laid, true, error)) != WT_OK)
		wt_dict_close(laid);
	release(f);
	free(f);
	if (code != WT_OK) {
		wt_buf_free(&out);
		return code;
	}
	wt_dict_close(*dict);
	wt_dict_own(laid, out.at);
	*dict = laid;
	return WT_OK;
}

/* Hold the tables against each other, as the reader sees them. */
static int
check(const struct wt_buf *bytes, const char *folder, struct wt_error *error)
{
	struct wt_dict *dict;
	int code = wt_dict_open_bytes(wt_buf_span(bytes), folder, &dict, error);

	if (code == WT_OK)
		code = wt_dict_check(dict, false, error);
	wt_dict_close(dict);
	return code;
}

int
cmd_dict_compile(const char *folder, struct wt_buf *out, struct wt_error *error)
{
	static const struct folder empty;
	struct folder *f = malloc(sizeof *f);
	int code;

	if (f == NULL)
		return wt_error_set(error, WT_ENOMEM, 0, "out of memory");
	*f = empty;
	code = read_folder(f, folder, error);
	if (code == WT_OK)
		code = compile(f, out, error);
	if (code == WT_OK)
		code = check(out, folder, error);
	release(f);
	free(f);
	return code;
}
