/*
 * archive.h - the files inside .gz .xz .zst .bz2 .zip .tar: the only user of libarchive.
 *
 * Nothing is unpacked to disk: each member is a stream.  Members that are not
 * regular files are passed over; names that lead out of the archive are refused.
 */
#ifndef WT_INGEST_ARCHIVE_H
#define WT_INGEST_ARCHIVE_H

#include "ingest/stream.h"

struct wt_archive;

/* Does the name of a file end like that of an archive? */
bool wt_archive_named(struct wt_span name);

/*
 * Open the file of this path, whose bytes the stream gives ("-" is standard input); the archive closes
 * it, also when it cannot be opened.  WT_OK; WT_ECORRUPT with a reason; WT_ENOMEM.
 */
int wt_archive_open(struct wt_stream *s, const char *path, struct wt_archive **out,
    struct wt_error *error);
void wt_archive_close(struct wt_archive *a);

/*
 * The next member: its name, valid until the next call (of a file that is only
 * compressed: the file's without its last ending), and its bytes, which the caller
 * closes before the next call.  WT_OK; WT_ENOENT at the end; WT_EINVAL: this member is
 * refused, others may follow; other errors end the archive.  What unpacks to hundreds of times
 * its size is a bomb: its stream ends with WT_ECORRUPT, and so does the archive.
 */
int wt_archive_next(struct wt_archive *a, const char **name, struct wt_stream **stream,
    struct wt_error *error);

/* Bytes of the archive itself read so far. */
uint64_t wt_archive_taken(const struct wt_archive *a);

/* Why the stream of a member ended with WT_ECORRUPT, if it was a bomb; else NULL. */
const char *wt_archive_bomb(const struct wt_archive *a);

/* Inflate gzip in memory behind what is in `out`.  WT_ELIMIT: to more than `limit` bytes. */
int wt_archive_inflate(struct wt_span bytes, size_t limit, struct wt_buf *out,
    struct wt_error *error);

#endif
