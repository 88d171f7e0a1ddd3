/*
 * compile_private.h - what the steps of compiling share: compile.c, compile_read.c
 * and compile_phrases.c.
 */
#ifndef WT_DICT_COMPILE_PRIVATE_H
#define WT_DICT_COMPILE_PRIVATE_H

#include "base/table.h"
#include "dict/compile.h"
#include "dict/spec.h"
#include "dict/trie.h"
#include "dict/tsv.h"

struct wt_compile_row {
	struct wt_span cells[WT_TSV_COLUMNS];
	uint32_t line;
	const char *path;
	const struct wt_dict_source *source;
	bool gone;
};

struct wt_compile_sheet {
	const char *name, *path;
	struct wt_span header[WT_TSV_COLUMNS];
	unsigned columns;
	int key;                /* column of the key, or -1 */
	struct wt_compile_row **rows;      /* in the arena */
	size_t nrows, cap;
	struct wt_table keys;   /* key to index in `at` */
	uint32_t *at;           /* row number of each key */
	size_t at_cap;
};

struct wt_compiler {
	struct wt_compile_sheet *sheets;
	size_t nsheets;
	struct wt_arena arena;
	struct wt_arena scratch;
	struct wt_table words;          /* number n is word n + 1 */
	struct wt_table strings;        /* every string once */
	struct wt_buf pool;             /* STRINGS */
	uint32_t *offsets;              /* of each string in the pool */
	size_t offsets_cap;
	struct wt_trie trie;
	struct wt_error *error;
};

/* An error at the line of a row: WT_ESYNTAX. */
int wt_compile_refuse(struct wt_compiler *c, const struct wt_compile_row *r, const char *what,
    struct wt_span cell);

/* The sheet of a table, or NULL. */
struct wt_compile_sheet *wt_compile_sheet(struct wt_compiler *c, const char *name);

/* Step 1, compile_read.c: read the tables and lay those of one name over each other. */
int wt_compile_read(struct wt_compiler *c, const struct wt_dict_source *sources, size_t n);

/* Step 2, compile_phrases.c: cut the cells of a column into words and put them into the trie. */
int wt_compile_phrases(struct wt_compiler *c, const struct wt_phrase_spec *spec);

#endif
