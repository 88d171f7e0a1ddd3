/*
 * analyse.h - text and values in, index terms out.
 *
 * The one place that turns text into terms.  Documents and queries both pass
 * through it, so they cannot disagree about case, stems or names of regions.
 * Its version goes into the index, so that an index of older rules is noticed.
 *
 * The first byte says what a term is; words of a text are in lower case, so
 * that a capital cannot begin one:
 *
 *      bangun                  the stem of a word of the title or the text
 *      =pembangunan            form: that word as it was written, in lower case
 *      Tbangun T=pembangunan   the same once more for words of the title
 *      R36.73                  a region, and each region above it
 *      Onanang saepudin        an official: runs of up to four words of name and office
 *      Apemkot serang          an agency, likewise
 *      Psmart-city             a programme: its id, those above it, runs of its words
 *      Ukesehatan              a sector, by its id
 *      Songoing                a status
 *      Nbanten pos             the source, runs of its words
 *      Dd20220621 Dm202206 Dy2022      a day, month or year in the text
 *
 * Every token but signs takes a position, stop words too, so that phrases mean
 * what they say.
 */
#ifndef WT_ANALYSE_ANALYSE_H
#define WT_ANALYSE_ANALYSE_H

#include "base/arena.h"
#include "base/err.h"
#include "dict/dict.h"

#include <stdint.h>

#define WT_ANALYSE_VERSION 1

#define WT_TERM_TITLE 'T'
#define WT_TERM_FORM '='

enum wt_flag {
	WT_FLAG_REGION = 'R',
	WT_FLAG_OFFICIAL = 'O',
	WT_FLAG_AGENCY = 'A',
	WT_FLAG_PROGRAMME = 'P',
	WT_FLAG_SECTOR = 'U',
	WT_FLAG_STATUS = 'S',
	WT_FLAG_SOURCE = 'N',
	WT_FLAG_DATES = 'D'
};

/* Belongs to one thread; the dictionary is borrowed. */
struct wt_analyser;

int wt_analyser_open(const struct wt_dict *dict, struct wt_analyser **out, struct wt_error *error);
void wt_analyser_close(struct wt_analyser *an);

/* ---- words ---- */

struct wt_word {
	size_t start, end;      /* bytes of the text */
	uint32_t position;      /* from 0, increasing */
	struct wt_span term;    /* the stem, without a mark */
	struct wt_span form;    /* as written, in lower case, with the mark '=' */
	bool stopword;
};

/*
 * The words of clean UTF-8, in the arena.  Spans are at most 200 bytes.  WT_OK,
 * WT_ENOMEM, WT_ELIMIT.
 */
int wt_analyse_words(struct wt_analyser *an, struct wt_arena *arena, struct wt_span text,
    struct wt_word **words, size_t *count);

/*
 * One token, which is no sign, as a word of position 0; for callers that have tokens.
 * WT_OK or WT_ENOMEM.
 */
struct wt_token;
int wt_analyse_token(struct wt_analyser *an, struct wt_arena *arena, const struct wt_token *t,
    struct wt_word *w);

/* A word in lower case behind a mark, the start of forms: for prefix and fuzzy queries. */
int wt_analyse_spell(struct wt_analyser *an, struct wt_arena *arena, struct wt_span word,
    const char *mark, struct wt_span *spelt);

/* The term with 'T' before it. */
struct wt_span wt_analyse_title(struct wt_arena *arena, struct wt_span term);

/* ---- flags of documents ---- */

/* Terms without positions, in an arena; zero all but `arena`.  Keeps the first error. */
struct wt_flags {
	struct wt_arena *arena;
	struct wt_span *at;     /* in the arena */
	size_t count, cap;
	int err;
};

/* A region id ("ID.36.73") or code, and the regions above it. */
void wt_flags_region(struct wt_flags *f, struct wt_span id);

/* An id or another short value, as it is but in lower case. */
void wt_flags_value(struct wt_flags *f, enum wt_flag flag, struct wt_span value);

/* Runs of up to four words of a name, and all of it. */
void wt_flags_name(struct wt_flags *f, enum wt_flag flag, struct wt_span name);

/* A programme and, with the dictionary, those above it. */
void wt_flags_programme(struct wt_flags *f, const struct wt_dict *dict, struct wt_span id,
    struct wt_span name);

/* A date in the text: ISO day, month or year; a range gives both ends. */
void wt_flags_dates(struct wt_flags *f, struct wt_span from, struct wt_span to);

/* ---- values of queries ---- */

/* Terms from `first` to `last` in order of bytes; an empty `last`: `first` alone. */
struct wt_flag_range {
	struct wt_span first, last;
};

/*
 * The flags that a value of a query stands for, in the arena: "Kota Serang" one
 * region, "Serang" all kabupaten and kota of that name, "direncanakan" a status.
 * WT_OK; WT_ENOENT: no such region, status or sector; WT_ENOMEM.
 */
int wt_analyse_value(struct wt_analyser *an, struct wt_arena *arena, enum wt_flag flag,
    struct wt_span value, struct wt_flag_range **ranges, size_t *count, struct wt_error *error);

/* Dates in the text from..to, as year * 10000 + month * 100 + day, both inclusive. */
int wt_analyse_dates(struct wt_arena *arena, uint32_t from, uint32_t to,
    struct wt_flag_range **ranges, size_t *count);

#endif
