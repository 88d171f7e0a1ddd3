/*
 * copies.h - which documents of an index are near copies of which.
 *
 * Found anew at each commit, from the sketches of all live documents (alike.h), and
 * kept in a file of their own: FORMAT.md, section 9.  Copies are documents like any
 * other; what to make of them is the caller's affair.
 *
 * A group is an original and its copies.  Documents of no group have no copies.
 */
#ifndef WT_INDEX_COPIES_H
#define WT_INDEX_COPIES_H

#include "index/manifest.h"
#include "index/read.h"

#define WT_NO_GROUP UINT32_MAX

struct wt_copies;

/* Where a document is. */
struct wt_place {
	uint32_t segment, doc;
};

/*
 * Check the file of copies, 12 bytes for each, and be able to ask it; the index is
 * borrowed.  WT_OK, WT_ECORRUPT, WT_ENOMEM.
 */
int wt_copies_open(const struct wt_index *ix, struct wt_copies **out, struct wt_error *error);
void wt_copies_close(struct wt_copies *c);      /* accepts NULL */

uint32_t wt_copies_count(const struct wt_copies *c);

/* The group of a document, a number below wt_copies_count, or WT_NO_GROUP. */
uint32_t wt_copies_group(const struct wt_copies *c, uint32_t segment, uint32_t doc);

/* All groups: from 0 on, each followed by wt_copies_next, below wt_copies_count. */
uint32_t wt_copies_next(const struct wt_copies *c, uint32_t group);

/* Documents of a group, at least 2; member 0 is the original, then by date and key. */
uint32_t wt_copies_size(const struct wt_copies *c, uint32_t group);
struct wt_place wt_copies_member(const struct wt_copies *c, uint32_t group, uint32_t number);

/* ---- for writers ---- */

/*
 * Find the copies among the documents that a manifest names in a folder, write them
 * there and say so in the manifest.  The files of its segments and masks must be there.
 */
int wt_copies_write(struct wt_manifest *m, const char *folder, struct wt_error *error);

/*
 * Are the copies those that its sketches give?  WT_OK, WT_ECORRUPT if not, other errors.
 * Work of a large index goes to a file in the folder that is gone at the end.  For verify.
 */
int wt_copies_check(const struct wt_index *ix, const char *folder);

#endif
