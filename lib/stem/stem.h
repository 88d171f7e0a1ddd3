/*
 * stem.h - from a word to its root.
 *
 * Four ways, one interface, in the manner of libstemmer:
 *
 *      warta           the default: roots with the affixes each is known to
 *                      take, exceptions, names and function words left alone
 *      sastrawi        the algorithm of the Sastrawi project, exactly
 *      snowball        libstemmer's Indonesian, which knows no roots
 *      none            the word itself
 *
 * A stemmer belongs to one thread; it holds scratch space and a cache of a
 * fixed size, and allocates nothing once it is warm.  The block of roots is
 * borrowed and read only: any number of stemmers share it, in a mapped file.
 *
 * A stem may be longer than its word (an exception may name any stem, and a
 * word of two roots has both, with a space between), but is at most
 * WT_STEM_LONGER bytes longer.  If word is valid UTF-8, so is its stem.
 */
#ifndef WT_STEM_STEM_H
#define WT_STEM_STEM_H

#include "base/err.h"
#include "base/span.h"
#include "stem/lists.h"
#include "stem/trace.h"

#define WT_STEM_LONGER 100

enum wt_stem_mode {
	WT_STEM_WARTA,
	WT_STEM_SASTRAWI,
	WT_STEM_SNOWBALL,
	WT_STEM_NONE
};

enum wt_stem_flag {
	WT_STEM_PROTECTED = 1   /* the caller knows it is a name: give it back unchanged */
};

struct wt_stemmer;

/* The mode of a name as written above: WT_OK or WT_EINVAL. */
int wt_stem_mode_named(struct wt_span name, enum wt_stem_mode *mode);

/*
 * A stemmer over a block made by wt_stem_compile (lists.h), which must stay
 * valid while the stemmer is used; snowball and none need none.  WT_OK,
 * WT_ECORRUPT, WT_EVERSION or WT_ENOMEM.
 */
int wt_stemmer_open(struct wt_span block, enum wt_stem_mode mode, struct wt_stemmer **out,
    struct wt_error *error);

/* The same for the default way; a program that asks for no other does not have them. */
int wt_stemmer_open_warta(struct wt_span block, struct wt_stemmer **out, struct wt_error *error);

void wt_stemmer_close(struct wt_stemmer *s);

/* Turn the cache off or on (as it is at first). */
void wt_stemmer_cache(struct wt_stemmer *s, bool on);

/*
 * The stem of one token in lower case.  flags: enum wt_stem_flag or 0.  *stem
 * is valid until the next call with this stemmer, and no longer than `word`
 * is.  WT_OK, or WT_ENOMEM for a word longer than any before.
 */
int wt_stem(struct wt_stemmer *s, struct wt_span word, unsigned flags, struct wt_span *stem);

/* The same without the cache, telling `trace` of each step. */
int wt_stem_explain(struct wt_stemmer *s, struct wt_span word,
    const struct wt_stem_trace *trace, struct wt_span *stem);

/* Is the word, in lower case, on the list of stop words? */
bool wt_stem_is_stopword(const struct wt_stemmer *s, struct wt_span word);

/* What this and the next function say, by one look. */
void wt_stem_tell(const struct wt_stemmer *s, struct wt_span word, bool *stopword, bool *known);

/* Is the word, in lower case, one of the language as it stands: a root, or listed otherwise? */
bool wt_stem_is_word(const struct wt_stemmer *s, struct wt_span word);

#endif
