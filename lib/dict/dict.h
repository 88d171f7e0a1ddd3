/*
 * dict.h - the compiled dictionaries: tables, words and phrases.
 *
 * `warta dict` compiles the TSV files of dictionaries/ into one file (dict/compile.h),
 * which is mapped at start and shared between processes.  It holds
 *
 *  - every table, by the name of its file without ".tsv", as rows of cells;
 *  - every word of every phrase, numbered from 1 (0: in no phrase);
 *  - one automaton over those numbers that finds all phrases: names of regions,
 *    agencies, offices, programmes, cues ...  (dict/phrase.h);
 *  - sections of bytes that other layers made (the roots of the stemmer).
 *
 * Every page has a checksum.  All are checked at opening, or, where tables are
 * all that is asked for, each when it is first read.  Every number read is checked
 * against its bounds when used, so that a damaged or hostile file gives an error or
 * wrong answers at worst, never a read outside the map.
 */
#ifndef WT_DICT_DICT_H
#define WT_DICT_DICT_H

#include "base/err.h"
#include "base/span.h"

#include <stdint.h>

struct wt_dict;

#define WT_NO_TABLE (-1)
#define WT_NO_COLUMN (-1)
#define WT_NO_ROW UINT32_MAX

/*
 * Map a compiled dictionary.  On success *out is owned by the caller, who
 * releases it with wt_dict_close.  WT_ENOENT, WT_EACCES, WT_EIO, WT_ENOMEM,
 * WT_ECORRUPT (damaged, or no dictionary), WT_EVERSION.
 */
int wt_dict_open(const char *path, struct wt_dict **out, struct wt_error *error);

/*
 * The same without reading what is not asked for: tables and sections only, no words
 * and no phrases.  What is damaged reads as empty, and wt_dict_error tells: ask it before
 * answers are trusted.
 */
int wt_dict_open_tables(const char *path, struct wt_dict **out, struct wt_error *error);

/* WT_OK, or WT_ECORRUPT if damage was met since it was opened. */
int wt_dict_error(const struct wt_dict *d, struct wt_error *error);

/* As wt_dict_open over bytes that the caller keeps until wt_dict_close. */
int wt_dict_open_bytes(struct wt_span bytes, const char *name, struct wt_dict **out,
    struct wt_error *error);

/* Give it the bytes it was opened over: they are from malloc, and freed with it. */
void wt_dict_own(struct wt_dict *d, char *bytes);

void wt_dict_close(struct wt_dict *d);

/* Tables.  Unknown names and rows past the end give WT_NO_..., 0 or an empty span. */
int wt_dict_tables(const struct wt_dict *d);
struct wt_span wt_dict_table_name(const struct wt_dict *d, int table);
int wt_dict_table(const struct wt_dict *d, const char *name);
uint32_t wt_dict_rows(const struct wt_dict *d, int table);
int wt_dict_columns(const struct wt_dict *d, int table);
struct wt_span wt_dict_column_name(const struct wt_dict *d, int table, int column);
int wt_dict_column(const struct wt_dict *d, int table, const char *name);

/* A cell, valid until wt_dict_close; a row's line in its file, from 1. */
struct wt_span wt_dict_cell(const struct wt_dict *d, int table, uint32_t row, int column);
uint32_t wt_dict_line(const struct wt_dict *d, int table, uint32_t row);

/* A section of another layer by its name of at most 8 letters; empty if there is none. */
struct wt_span wt_dict_section(const struct wt_dict *d, const char *name);

/* The number of a lower-case word, or 0. */
uint32_t wt_dict_word(const struct wt_dict *d, struct wt_span word);

/* Numbers that any copy of the same dictionaries shares: to tell when an index is older. */
uint64_t wt_dict_version(const struct wt_dict *d);

#endif
