/*
 * affix.h - the prefixes of Indonesian: where each may be cut, and what it says of the root.
 *
 * Sources of the forms: Tata Bahasa Baku Bahasa Indonesia (the standard
 * grammar), and the papers named in sastrawi.h.
 */
#ifndef WT_STEM_AFFIX_H
#define WT_STEM_AFFIX_H

#include <stddef.h>
#include <stdint.h>

enum wt_prefix {
	WT_PREFIX_NONE,
	WT_PREFIX_DI,           /* di-, ku-, kau- */
	WT_PREFIX_ME,
	WT_PREFIX_BER,
	WT_PREFIX_TER,
	WT_PREFIX_KE,
	WT_PREFIX_SE,
	WT_PREFIX_PE,
	WT_PREFIX_PER,
	WT_PREFIX_TIDAK         /* ke-tidak-...-an */
};

enum wt_suffix {
	WT_SUFFIX_NONE,
	WT_SUFFIX_KAN,
	WT_SUFFIX_AN,
	WT_SUFFIX_I,
	WT_SUFFIX_FOREIGN       /* -is, -isme, -isasi */
};

#define WT_AFFIX_CUTS 8

struct wt_affix_cut {
	uint8_t drop;           /* letters of the prefix */
	char first;             /* what the first letter left becomes, or 0 */
	enum wt_prefix prefix;
};

/*
 * The ways to cut one prefix off a word that ends with NUL, when the prefix
 * before it was `outer`: how many of cuts[0..WT_AFFIX_CUTS).
 */
size_t wt_affix_cuts(const char *word, enum wt_prefix outer, struct wt_affix_cut *cuts);

/* The affixes (enum wt_root_affix) any of which a root must take to be used so; 0: none. */
unsigned wt_affix_needs(enum wt_prefix prefix, enum wt_suffix suffix);

#endif
