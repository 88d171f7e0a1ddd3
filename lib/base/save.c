/* save.c - write aside, sync, rename; behind save.h. */
#include "base/save.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define BUFFER ((size_t)256 << 10)

static int
fail(struct wt_save *s, struct wt_error *error, const char *what)
{
	int number = errno;

	if (s->err == WT_OK)
		s->err = number == ENOMEM ? WT_ENOMEM : wt_code_of_errno(number);
	return wt_error_set(error, s->err, 0, "%s: %s: %s", s->path == NULL ? "?" : s->path, what,
	    number == 0 ? wt_strerror(s->err) : strerror(number));
}

int
wt_save_open(struct wt_save *s, const char *path, struct wt_error *error)
{
	size_t len = strlen(path);

	*s = (struct wt_save){ .fd = -1 };
	s->path = malloc(len + 1);
	s->aside = malloc(len + 8);
	if (s->path == NULL || s->aside == NULL) {
		s->err = WT_ENOMEM;
		wt_save_cancel(s);
		s->err = WT_ENOMEM;
		return wt_error_set(error, WT_ENOMEM, 0, "%s: out of memory", path);
	}
	memcpy(s->path, path, len + 1);
	snprintf(s->aside, len + 8, "%s.new", path);
	s->fd = open(s->aside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	if (s->fd < 0) {
		/* There is nothing to be taken away, and nobody has to cancel. */
		fail(s, error, "cannot create");
		free(s->aside);
		s->aside = NULL;
		wt_save_cancel(s);
	}
	return s->err;
}

static void
write_out(struct wt_save *s, const char *bytes, size_t len)
{
	while (len > 0 && s->err == WT_OK) {
		ssize_t n = write(s->fd, bytes, len);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0) {
			s->err = n < 0 ? wt_code_of_errno(errno) : WT_EIO;
			return;
		}
		bytes += n;
		len -= (size_t)n;
	}
}

static void
flush(struct wt_save *s)
{
	if (s->err == WT_OK && s->buffer.err != WT_OK)
		s->err = s->buffer.err;
	write_out(s, s->buffer.at, s->buffer.len);
	wt_buf_clear(&s->buffer);
}

void
wt_save_put(struct wt_save *s, const void *bytes, size_t len)
{
	if (s->err != WT_OK)
		return;
	s->written += len;
	if (s->buffer.len + len > BUFFER)
		flush(s);
	if (len > BUFFER)
		write_out(s, bytes, len);
	else
		wt_buf_put(&s->buffer, bytes, len);
}

static int
finish(struct wt_save *s, struct wt_error *error)
{
	int fd = s->fd;

	flush(s);
	if (s->err != WT_OK)
		return fail(s, error, "cannot write");
	if (fsync(fd) != 0)
		return fail(s, error, "cannot sync");
	s->fd = -1;
	if (close(fd) != 0)
		return fail(s, error, "cannot close");
	if (rename(s->aside, s->path) != 0)
		return fail(s, error, "cannot rename");
	return WT_OK;
}

int
wt_sync_folder(const char *path, struct wt_error *error)
{
	int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	int code = WT_OK;

	if (fd < 0)
		return wt_error_set(error, wt_code_of_errno(errno), 0, "%s: %s", path, strerror(errno));
	/* Some file systems cannot sync a folder and say so with EINVAL. */
	if (fsync(fd) != 0 && errno != EINVAL)
		code = wt_error_set(error, WT_EIO, 0, "%s: cannot sync: %s", path, strerror(errno));
	close(fd);
	return code;
}

int
wt_save_commit(struct wt_save *s, struct wt_error *error)
{
	int code;

	errno = 0;
	code = s->path == NULL ? s->err : finish(s, error);
	if (code == WT_OK) {
		/* dirname may write into its argument; the path is done with. */
		code = wt_sync_folder(dirname(s->path), error);
		free(s->aside);
		s->aside = NULL;
	}
	wt_save_cancel(s);
	return code;
}

void
wt_save_cancel(struct wt_save *s)
{
	if (s->fd >= 0)
		close(s->fd);
	if (s->aside != NULL)
		unlink(s->aside);
	free(s->aside);
	free(s->path);
	wt_buf_free(&s->buffer);
	s->fd = -1;
	s->path = s->aside = NULL;
}

int
wt_save_bytes(const char *path, struct wt_span bytes, struct wt_error *error)
{
	struct wt_save s;
	int code = wt_save_open(&s, path, error);

	if (code != WT_OK)
		return code;
	wt_save_put(&s, bytes.at, bytes.len);
	return wt_save_commit(&s, error);
}
