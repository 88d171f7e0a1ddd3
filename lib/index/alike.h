/*
 * alike.h - which documents are near copies of which, by their sketches.
 *
 * A sketch is 64 bytes that somebody made of a document: 54 values, each equal in two
 * documents with the probability that is the likeness of the two (MinHash); a check of
 * all that was hashed, 16 bits; and a set of 64 bits, marks that copies share.  What was
 * hashed is the maker's affair.  Equal sketches are of documents that are the same.
 *
 * FORMAT.md, section 9, tells when two are alike and which of them is the original:
 * it depends on the documents alone, not on how they are numbered.  What is said again a
 * year later with a word changed is news, so those that are not the same have to lie near
 * each other in time.
 */
#ifndef WT_INDEX_ALIKE_H
#define WT_INDEX_ALIKE_H

#include "base/err.h"
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define WT_SKETCH 64            /* bytes of a sketch; all zero: none */
#define WT_SKETCH_VALUES 54     /* of these, values; then 2 of the check, then the marks */
#define WT_SKETCH_MARKS_AT 56
#define WT_SKETCH_LEAST 29      /* equal values of documents that are alike */
#define WT_SKETCH_MARKS 3       /* marks from which on they count */
#define WT_COPY_DAYS 31         /* between two that are alike, at most */

/* Are two documents alike but for their dates?  Those without a sketch are like no other. */
bool wt_sketch_alike(const uint8_t *a, const uint8_t *b);

/* May documents of two days be alike?  WT_NO_DATE of build.h may be any. */
bool wt_days_near(int32_t a, int32_t b);

/* Documents by number; the functions return WT_OK or an error that ends the search. */
struct wt_sketches {
	void *context;
	uint32_t count;
	int (*get)(void *context, uint32_t number, uint8_t sketch[WT_SKETCH]);

	/* Since 1970-01-01, or WT_NO_DATE. */
	int (*day)(void *context, uint32_t number, int32_t *day);

	/* Does a come before b?  An order of all documents, the same every time, by day first. */
	int (*before)(void *context, uint32_t a, uint32_t b, bool *yes);
};

struct wt_copy {
	uint32_t original, copy;
};

/*
 * All copies with their originals, which are no copies themselves: in order of the
 * originals' numbers, those of one as `before` has them.  The list is the caller's,
 * released by free.  Takes about 32 bytes a document for the time, and 16 for every
 * two that are alike.
 */
int wt_copies_find(const struct wt_sketches *s, struct wt_copy **copies, size_t *count);

#endif
