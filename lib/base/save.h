/*
 * save.h - a file that appears whole or not at all.
 *
 * The bytes go to a file beside the target, which is flushed with fsync and
 * renamed over it by wt_save_commit; then the folder is flushed.  Until the
 * commit the target is as it was, and wt_save_cancel leaves no trace.
 */
#ifndef WT_BASE_SAVE_H
#define WT_BASE_SAVE_H

#include "base/buf.h"
#include "base/err.h"

struct wt_save {
	int fd;                 /* private; -1 when closed */
	int err;                /* WT_OK or the first error */
	uint64_t written;       /* bytes so far */
	char *path, *aside;     /* private: the target, the file beside it */
	struct wt_buf buffer;   /* private: not written yet */
};

/* Begin to write `path`.  The first error is kept; see wt_save_commit.  After one nothing is held. */
int wt_save_open(struct wt_save *s, const char *path, struct wt_error *error);

void wt_save_put(struct wt_save *s, const void *bytes, size_t len);

/* Flush, sync, rename, sync the folder.  On an error the target is untouched. */
int wt_save_commit(struct wt_save *s, struct wt_error *error);

/* Give up; harmless after a commit. */
void wt_save_cancel(struct wt_save *s);

/* All of it in one: the file then has these bytes. */
int wt_save_bytes(const char *path, struct wt_span bytes, struct wt_error *error);

/* fsync a folder, so that renames and removals in it last. */
int wt_sync_folder(const char *path, struct wt_error *error);

#endif
