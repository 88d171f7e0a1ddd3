/* spool.c - a tail in memory, the rest in a file; behind spool.h. */
#include "base/spool.h"
#include "base/err.h"
#include "base/varint.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define TAIL ((size_t)4 << 20)          /* bytes in memory before they are written */
#define WINDOW ((size_t)64 << 10)       /* bytes read at once, in order */
#define GLANCE ((size_t)1 << 10)        /* out of order */

static int
fail(struct wt_spool *s, int code)
{
	if (s->err == WT_OK)
		s->err = code;
	return s->err;
}

/* A file that has a name only until it is open. */
static int
open_file(struct wt_spool *s)
{
	const char *folder = s->folder == NULL ? "/tmp" : s->folder;
	size_t size = strlen(folder) + sizeof "/warta-XXXXXX";
	char *path = malloc(size);
	int fd;

	if (path == NULL)
		return fail(s, WT_ENOMEM);
	snprintf(path, size, "%s/warta-XXXXXX", folder);
	fd = mkstemp(path);
	if (fd >= 0) {
		unlink(path);
		fcntl(fd, F_SETFD, FD_CLOEXEC);
		s->fd = fd + 1;
	} else {
		fail(s, wt_code_of_errno(errno));
	}
	free(path);
	return s->err;
}

static void
write_tail(struct wt_spool *s)
{
	size_t done = 0;

	if (s->fd == 0 && open_file(s) != WT_OK)
		return;
	while (done < s->tail.len) {
		ssize_t n = pwrite(s->fd - 1, s->tail.at + done, s->tail.len - done,
		    (off_t)(s->written + done));

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0) {
			fail(s, n < 0 ? wt_code_of_errno(errno) : WT_EIO);
			return;
		}
		done += (size_t)n;
	}
	s->written += done;
	wt_buf_clear(&s->tail);
}

void
wt_spool_put(struct wt_spool *s, const void *bytes, size_t len)
{
	if (s->err != WT_OK)
		return;
	wt_buf_put(&s->tail, bytes, len);
	if (s->tail.err != WT_OK) {
		fail(s, s->tail.err);
		return;
	}
	s->size += len;
	if (s->tail.len >= (s->keep == 0 ? TAIL : s->keep))
		write_tail(s);
}

void
wt_spool_putstring(struct wt_spool *s, struct wt_span record)
{
	uint8_t head[WT_VARINT_MAX];

	wt_spool_put(s, head, wt_varint_put(head, record.len));
	wt_spool_put(s, record.at, record.len);
}

/* Make the window hold the byte at a place of the file. */
static int
look(struct wt_spool *s, uint64_t at)
{
	size_t want;
	ssize_t n;

	if (at >= s->window_at && at - s->window_at < s->window_len)
		return WT_OK;
	if (s->window == NULL && (s->window = malloc(WINDOW)) == NULL)
		return fail(s, WT_ENOMEM);
	want = at == s->window_at + s->window_len || at == 0 ? WINDOW : GLANCE;
	want = s->written - at < want ? (size_t)(s->written - at) : want;
	s->window_len = 0;
	do
		n = pread(s->fd - 1, s->window, want, (off_t)at);
	while (n < 0 && errno == EINTR);
	if (n <= 0)
		return fail(s, WT_EIO);
	s->window_at = at;
	s->window_len = (size_t)n;
	return WT_OK;
}

int
wt_spool_get(struct wt_spool *s, uint64_t at, void *bytes, size_t len)
{
	char *to = bytes;

	if (s->err != WT_OK)
		return s->err;
	if (at > s->size || len > s->size - at)
		return WT_EINVAL;
	while (len > 0 && at < s->written) {
		size_t inside, n;

		if (look(s, at) != WT_OK)
			return s->err;
		inside = (size_t)(at - s->window_at);
		n = s->window_len - inside < len ? s->window_len - inside : len;
		memcpy(to, s->window + inside, n);
		to += n;
		at += n;
		len -= n;
	}
	if (len > 0)
		memcpy(to, s->tail.at + (size_t)(at - s->written), len);
	return WT_OK;
}

int
wt_spool_getstring(struct wt_spool *s, uint64_t *at, struct wt_buf *out)
{
	uint8_t head[WT_VARINT_MAX];
	const uint8_t *p = head;
	uint64_t len, left = *at < s->size ? s->size - *at : 0;
	size_t most = left < sizeof head ? (size_t)left : sizeof head;
	char *room;
	int code = wt_spool_get(s, *at, head, most);

	wt_buf_clear(out);
	if (code != WT_OK)
		return code;
	if (!wt_varint_get64(&p, head + most, &len) || len > left - (uint64_t)(p - head))
		return WT_EINVAL;
	*at += (uint64_t)(p - head);
	if ((room = wt_buf_room(out, (size_t)len)) == NULL && len > 0)
		return WT_ENOMEM;
	code = wt_spool_get(s, *at, room, (size_t)len);
	if (code == WT_OK) {
		out->len = (size_t)len;
		*at += len;
	}
	return code;
}

void
wt_spool_free(struct wt_spool *s)
{
	if (s->fd > 0)
		close(s->fd - 1);
	free(s->window);
	wt_buf_free(&s->tail);
	*s = (struct wt_spool){ .folder = s->folder, .keep = s->keep };
}
