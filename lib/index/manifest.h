/*
 * manifest.h - the file that says which segments make an index: FORMAT.md, section 3.
 */
#ifndef WT_INDEX_MANIFEST_H
#define WT_INDEX_MANIFEST_H

#include "base/buf.h"
#include "base/err.h"

#include <stdint.h>

#define WT_PATH_ROOM 32u        /* bytes a name of a file of an index takes at most */

/* A segment is the file <hash>.seg, its mask <hash>-<mask>.del, numbers in hex; the copies are in
   <hash>.dup. */
struct wt_part {
	uint64_t size, hash;
	uint32_t docs, deleted;
	uint64_t mask;          /* hash of the mask, if any are deleted */
};

struct wt_manifest {
	struct wt_part *parts;  /* owned */
	uint32_t count;
	size_t cap;
	uint32_t version;       /* of the format */
	uint32_t copies;        /* documents that are near copies of others */
	uint64_t copies_hash;   /* of the file that names them, if there are any */
	struct wt_buf meta;     /* owned: the caller's words */
	struct wt_buf bytes;    /* owned: as it is in the file */
};

/* WT_OK, WT_ENOENT: no index there; WT_EVERSION, WT_ECORRUPT, WT_EACCES, WT_EIO, WT_ENOMEM. */
int wt_manifest_read(struct wt_manifest *m, const char *folder, struct wt_error *error);

/* Write aside, sync, rename, sync the folder. */
int wt_manifest_write(const struct wt_manifest *m, const char *folder, struct wt_error *error);

int wt_manifest_add(struct wt_manifest *m, const struct wt_part *part);
void wt_manifest_free(struct wt_manifest *m);

/* folder/name in memory the caller frees, or NULL. */
char *wt_path_join(const char *folder, const char *name);
char *wt_path_segment(const char *folder, const struct wt_part *part);
char *wt_path_mask(const char *folder, const struct wt_part *part);
char *wt_path_copies(const char *folder, const struct wt_manifest *m);

#endif
