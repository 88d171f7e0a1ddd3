/*
 * spool.h - records put aside now and read again later, in order or by place.
 *
 * The first megabytes stay in memory; more goes to a file without a name, which is gone
 * when the spool is freed or the program ends.  So what is kept of a million articles
 * takes no memory.
 */
#ifndef WT_BASE_SPOOL_H
#define WT_BASE_SPOOL_H

#include "base/buf.h"

struct wt_spool {
	const char *folder;     /* borrowed: where the file is made; NULL: /tmp */
	size_t keep;            /* bytes that may stay in memory; 0: 4 MB */
	uint64_t size;          /* bytes so far */
	int err;                /* WT_OK or the first error */
	struct wt_buf tail;     /* private: the bytes behind those in the file */
	uint64_t written;       /* private: bytes in the file */
	int fd;                 /* private: one more than the descriptor; 0: no file yet */
	char *window;           /* private: bytes of the file read last */
	uint64_t window_at;
	size_t window_len;
};

/* Zeroed but for `folder` and `keep`, a spool is empty. */
void wt_spool_put(struct wt_spool *s, const void *bytes, size_t len);

/* A varint of the length and then the bytes. */
void wt_spool_putstring(struct wt_spool *s, struct wt_span record);

/* Read len bytes at a place: WT_OK, WT_EIO, WT_ENOMEM; WT_EINVAL: they are not there. */
int wt_spool_get(struct wt_spool *s, uint64_t at, void *bytes, size_t len);

/* Read the string at *at in place of what is in `out`, and step over it. */
int wt_spool_getstring(struct wt_spool *s, uint64_t *at, struct wt_buf *out);

void wt_spool_free(struct wt_spool *s);

#endif
