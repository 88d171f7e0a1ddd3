/*
 * roots.h - the words a stemmer knows, in one read-only block of bytes.
 *
 * Roots, exceptions, stop words and the other lists are one exact hash table,
 * so that a word needs one look-up for all of them.  The block is made by
 * roots_build.h and may lie in a mapped file; roots.c describes its bytes.
 *
 * A struct wt_roots borrows the block and allocates nothing; any number of
 * threads may read it.  The bytes are not trusted: whatever they hold, reads
 * stay inside the block and look-ups end.
 */
#ifndef WT_STEM_ROOTS_H
#define WT_STEM_ROOTS_H

#include "base/err.h"
#include "base/span.h"

#include <stdint.h>

#define WT_ROOT_LONGEST 100     /* bytes of a word in a list */

/* What a word is; it may be several things at once. */
enum wt_root_bit {
	WT_ROOT = 1,                    /* a root: stripping may end here */
	WT_ROOT_EXCEPTION = 2,          /* as a whole word its stem is `stem` */
	WT_ROOT_STOPWORD = 4,           /* says little about what a text is about */
	WT_ROOT_PROTECTED = 8,          /* a name: left alone as a whole word */
	WT_ROOT_FUNCTION = 16,          /* a function word: left alone as a whole word */
	WT_ROOT_MAPPED = 32,            /* stripped to it, give `stem`: infixes, compounds */
	WT_ROOT_OWN = 64,               /* a root by the project's own decision */
	WT_ROOT_RARE = 128              /* a root, but only as a whole word or with known affixes */
};

/* The affixes a root is known to take, as bits; the letters are those of roots.tsv. */
enum wt_root_affix {
	WT_TAKES_BER = 1,               /* b  ber- */
	WT_TAKES_BER_AN = 2,            /* B  ber-an, ber-kan */
	WT_TAKES_ME = 4,                /* m  me-, di-, ku- */
	WT_TAKES_I = 8,                 /* i  -i, me-i, di-i, ter-i */
	WT_TAKES_KAN = 16,              /* k  -kan, me-kan, di-kan */
	WT_TAKES_MEMPER = 32,           /* x  memper-, diper-, with -i or -kan */
	WT_TAKES_KE_AN = 64,            /* K  ke-an, keber-an, keter-an, kese-an */
	WT_TAKES_KE = 128,              /* e  ke-, ke-i */
	WT_TAKES_PE = 256,              /* p  pe- */
	WT_TAKES_PE_AN = 512,           /* P  pe-an */
	WT_TAKES_PER = 1024,            /* r  per-, per-i, per-kan */
	WT_TAKES_PER_AN = 2048,         /* R  per-an */
	WT_TAKES_SE = 4096,             /* s  se-, se-nya */
	WT_TAKES_TER = 8192,            /* t  ter- */
	WT_TAKES_AN = 16384             /* a  -an */
};
#define WT_TAKES_LETTERS "bBmikxKepPrRsta"

struct wt_roots {
	const uint8_t *filter, *slots, *entries;        /* private: borrowed */
	uint32_t nbits, nslots, nbytes; /* private */
	uint32_t longest;               /* bytes of the longest word */
	uint32_t count;                 /* words */
};

struct wt_root {
	unsigned bits;                  /* enum wt_root_bit; 0 is an unknown word */
	unsigned weight;                /* how many ways the root is used: 0 to 255 */
	unsigned affixes;               /* enum wt_root_affix */
	struct wt_span stem;            /* of an exception or infix; borrowed from the block */
};

/* Read a block: WT_OK, WT_ECORRUPT or WT_EVERSION.  An empty span is a block without words. */
int wt_roots_open(struct wt_roots *r, struct wt_span block, struct wt_error *error);

/* What is known of a word. */
struct wt_root wt_roots_find(const struct wt_roots *r, const char *at, size_t len);

/* Is the word a root? */
bool wt_roots_has(const struct wt_roots *r, const char *at, size_t len);

#endif
