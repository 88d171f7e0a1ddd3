/*
 * name.h - the names of persons, word by word.
 *
 * A name is a run of capitalised words with initials and particles ("bin",
 * "van") between them; titles and ranks before it and degrees behind it belong
 * to the run, not to the name.
 */
#ifndef WT_EXTRACT_NAME_H
#define WT_EXTRACT_NAME_H

#include "extract/work.h"

struct wt_name {
	uint32_t start;                 /* first token with titles */
	uint32_t first, last;           /* tokens of the name itself */
	uint32_t end;                   /* behind degrees */
	unsigned words;                 /* words of the name */
	unsigned weight;                /* sum of the weights of known given and family names */
	bool titled;                    /* a title, rank or "Pak" stands before it */
	bool rank;                      /* one of the titles is a rank of the police or the forces */
	bool degree;                    /* a degree stands behind it */
};

/* Read a name that begins with token i (titles allowed): false if there is none. */
bool wt_name_read(const struct wt_work *w, uint32_t i, struct wt_name *name);

/* Read the name that ends just before token `end`: false if there is none. */
bool wt_name_read_back(const struct wt_work *w, uint32_t end, struct wt_name *name);

/* May token i be a word of a name? */
bool wt_name_word(const struct wt_work *w, uint32_t i);

/* Is every word of token i's line capitalised, so that capitals say nothing? */
bool wt_name_in_heading(const struct wt_work *w, uint32_t i);

/* Is token i a word of the language, and no given name? */
bool wt_name_plain(const struct wt_work *w, uint32_t i);

/* Is a name without title and degree all words of the language: "Amanat Rakyat"? */
bool wt_name_all_plain(const struct wt_work *w, const struct wt_name *n);

/* The weight of a word in the table first_names, 0 if it is not there. */
unsigned wt_name_weight(const struct wt_work *w, uint32_t i);

#endif
