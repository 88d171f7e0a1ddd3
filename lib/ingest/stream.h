/*
 * stream.h - bytes of a file, line by line or all at once, within limits.
 *
 * Memory is bounded by the longest line that is asked for, not by the file.
 */
#ifndef WT_INGEST_STREAM_H
#define WT_INGEST_STREAM_H

#include "base/buf.h"
#include "base/err.h"

struct wt_stream;

/* Gives up to `size` bytes; 0 at the end; below 0 is an error of enum wt_code. */
typedef long wt_stream_read_fn(void *context, char *bytes, size_t size);

/*
 * Open a regular file; "-" is standard input.  Links are followed: the walk does
 * not give any.  WT_ENOENT, WT_EACCES, WT_EIO, WT_EINVAL (no regular file), WT_ENOMEM.
 */
int wt_stream_open(const char *path, struct wt_stream **out, struct wt_error *error);

/* Bytes from elsewhere. */
int wt_stream_of(wt_stream_read_fn *read, void *context, struct wt_stream **out);

/* What wt_stream_close calls with the context of wt_stream_of. */
void wt_stream_on_close(struct wt_stream *s, void (*release)(void *context));
void wt_stream_close(struct wt_stream *s);

/* The first bytes without taking them, at most 64 KB; fewer only at the end. */
int wt_stream_peek(struct wt_stream *s, size_t size, struct wt_span *bytes);

/* Take bytes that were looked at. */
void wt_stream_drop(struct wt_stream *s, size_t size);

/* Exactly `size` bytes, valid until the next call, or pass over them; WT_ECORRUPT: there are fewer. */
int wt_stream_take(struct wt_stream *s, size_t size, struct wt_span *bytes);
int wt_stream_pass(struct wt_stream *s, uint64_t size);

/*
 * The next line without its line end; valid until the next call.  WT_OK; WT_ENOENT
 * at the end; WT_ELIMIT: longer than `limit`, and passed over; or an error.
 */
int wt_stream_line(struct wt_stream *s, size_t limit, struct wt_span *line);

/* The same with another byte as the end, which is all that is taken off. */
int wt_stream_until(struct wt_stream *s, char end, size_t limit, struct wt_span *part);

/* All that is left; WT_ELIMIT if it is more than `limit`. */
int wt_stream_rest(struct wt_stream *s, size_t limit, struct wt_span *bytes);

/* Bytes read so far. */
uint64_t wt_stream_taken(const struct wt_stream *s);

#endif
