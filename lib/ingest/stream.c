/* stream.c - a buffer in front of read, behind stream.h. */
#include "ingest/stream.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define CHUNK ((size_t)256 << 10)

struct wt_stream {
	wt_stream_read_fn *read;
	void *context;
	void (*release)(void *);        /* of the context, or NULL */
	int fd;                 /* owned, or -1 */
	char *bytes;            /* owned */
	size_t cap, start, end; /* not taken yet: bytes[start..end) */
	bool finished;
	uint64_t taken;
};

static long
read_file(void *context, char *bytes, size_t size)
{
	struct wt_stream *s = context;
	ssize_t n;

	do
		n = read(s->fd, bytes, size);
	while (n < 0 && errno == EINTR);
	return n < 0 ? (long)wt_code_of_errno(errno) : (long)n;
}

static int
open_regular(const char *path, int *fd, struct wt_error *error)
{
	struct stat st;

	/* Without O_NONBLOCK a FIFO would wait for a writer. */
	*fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	if (*fd < 0)
		return wt_error_set(error, wt_code_of_errno(errno), 0, "%s", strerror(errno));
	if (fstat(*fd, &st) != 0 || !S_ISREG(st.st_mode)) {
		close(*fd);
		return wt_error_set(error, WT_EINVAL, 0, "not a regular file");
	}
	return WT_OK;
}

int
wt_stream_of(wt_stream_read_fn *fn, void *context, struct wt_stream **out)
{
	struct wt_stream *s = calloc(1, sizeof *s);

	*out = s;
	if (s == NULL)
		return WT_ENOMEM;
	s->read = fn;
	s->context = context == NULL ? s : context;
	s->fd = -1;
	return WT_OK;
}

void
wt_stream_on_close(struct wt_stream *s, void (*release)(void *context))
{
	s->release = release;
}

int
wt_stream_open(const char *path, struct wt_stream **out, struct wt_error *error)
{
	int fd = STDIN_FILENO, code = WT_OK;

	*out = NULL;
	if (strcmp(path, "-") != 0)
		code = open_regular(path, &fd, error);
	if (code != WT_OK)
		return code;
	if (wt_stream_of(read_file, NULL, out) != WT_OK) {
		if (fd != STDIN_FILENO)
			close(fd);
		return wt_error_set(error, WT_ENOMEM, 0, "memory ran out");
	}
	(*out)->fd = fd;
	return WT_OK;
}

void
wt_stream_close(struct wt_stream *s)
{
	if (s == NULL)
		return;
	if (s->fd > STDIN_FILENO)
		close(s->fd);
	if (s->release != NULL)
		s->release(s->context);
	free(s->bytes);
	free(s);
}

/* Read once more behind what is there.  At the end of the file `finished` is set. */
static int
fill(struct wt_stream *s)
{
	size_t kept = s->end - s->start;
	char *bytes;
	long n;

	if (s->start > 0 && kept > 0)
		memmove(s->bytes, s->bytes + s->start, kept);
	s->start = 0;
	s->end = kept;
	if ((bytes = wt_grow(s->bytes, &s->cap, kept + CHUNK, 1)) == NULL)
		return WT_ENOMEM;
	s->bytes = bytes;
	if ((n = s->read(s->context, s->bytes + kept, CHUNK)) < 0)
		return (int)n;
	s->finished = n == 0;
	s->end += (size_t)n;
	s->taken += (uint64_t)n;
	return WT_OK;
}

int
wt_stream_peek(struct wt_stream *s, size_t size, struct wt_span *bytes)
{
	int code = WT_OK;

	while (code == WT_OK && s->end - s->start < size && !s->finished)
		code = fill(s);
	*bytes = wt_span_make(s->bytes == NULL ? "" : s->bytes + s->start, s->end - s->start);
	if (bytes->len > size)
		bytes->len = size;
	return code;
}

void
wt_stream_drop(struct wt_stream *s, size_t size)
{
	size_t there = s->end - s->start;

	s->start += size < there ? size : there;
}

int
wt_stream_take(struct wt_stream *s, size_t size, struct wt_span *bytes)
{
	int code = wt_stream_peek(s, size, bytes);

	if (code == WT_OK && bytes->len < size)
		code = WT_ECORRUPT;
	wt_stream_drop(s, bytes->len);
	return code;
}

int
wt_stream_pass(struct wt_stream *s, uint64_t size)
{
	while (size > 0) {
		size_t there = s->end - s->start;
		int code;

		wt_stream_drop(s, size < there ? (size_t)size : there);
		size -= size < there ? size : there;
		if (size == 0)
			break;
		if (s->finished)
			return WT_ECORRUPT;
		if ((code = fill(s)) != WT_OK)
			return code;
	}
	return WT_OK;
}

/* Throw bytes away up to the next `end`. */
static int
pass_over(struct wt_stream *s, char end)
{
	int code = WT_OK;

	while (code == WT_OK) {
		const char *hit = memchr(s->bytes + s->start, end, s->end - s->start);

		if (hit != NULL) {
			s->start = (size_t)(hit - s->bytes) + 1;
			return WT_ELIMIT;
		}
		s->start = s->end;
		if (s->finished)
			return WT_ELIMIT;
		code = fill(s);
	}
	return code;
}

int
wt_stream_until(struct wt_stream *s, char end, size_t limit, struct wt_span *part)
{
	size_t seen = 0;

	for (;;) {
		const char *from = s->bytes == NULL ? "" : s->bytes + s->start;
		size_t len = s->end - s->start;
		const char *hit = len > seen ? memchr(from + seen, end, len - seen) : NULL;
		int code;

		if (hit != NULL || (s->finished && len > 0)) {
			*part = wt_span_make(from, hit != NULL ? (size_t)(hit - from) : len);
			s->start += part->len + (hit != NULL);
			return part->len > limit ? WT_ELIMIT : WT_OK;
		}
		if (s->finished)
			return WT_ENOENT;
		if (len > limit)
			return pass_over(s, end);
		seen = len;
		if ((code = fill(s)) != WT_OK)
			return code;
	}
}

int
wt_stream_line(struct wt_stream *s, size_t limit, struct wt_span *line)
{
	int code = wt_stream_until(s, '\n', limit, line);

	if (code == WT_OK && line->len > 0 && line->at[line->len - 1] == '\r')
		line->len--;
	return code;
}

int
wt_stream_rest(struct wt_stream *s, size_t limit, struct wt_span *bytes)
{
	int code = WT_OK;

	while (code == WT_OK && !s->finished && s->end - s->start <= limit)
		code = fill(s);
	if (code != WT_OK)
		return code;
	*bytes = wt_span_make(s->bytes == NULL ? "" : s->bytes + s->start, s->end - s->start);
	s->start = s->end;
	return bytes->len > limit ? WT_ELIMIT : WT_OK;
}

uint64_t
wt_stream_taken(const struct wt_stream *s)
{
	return s->taken;
}
