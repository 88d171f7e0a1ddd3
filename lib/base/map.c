/* map.c - mmap, behind map.h. */
#include "base/map.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static int
fail(struct wt_error *error, const char *path)
{
	return wt_error_set(error, wt_code_of_errno(errno), 0, "%s: %s", path, strerror(errno));
}

static int
map_file(struct wt_map *m, int fd, const char *path, struct wt_error *error)
{
	struct stat st;
	void *at;

	if (fstat(fd, &st) != 0)
		return fail(error, path);
	if (!S_ISREG(st.st_mode))
		return wt_error_set(error, WT_EIO, 0, "%s: not a regular file", path);
	if (st.st_size == 0) {
		m->bytes = wt_span_make("", 0);
		return WT_OK;
	}
	at = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_SHARED, fd, 0);
	if (at == MAP_FAILED)
		return fail(error, path);
	m->bytes = wt_span_make(at, (size_t)st.st_size);
	return WT_OK;
}

int
wt_map_open(struct wt_map *m, const char *path, struct wt_error *error)
{
	int fd, code;

	*m = (struct wt_map){ 0 };
	fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
	if (fd < 0)
		return fail(error, path);
	code = map_file(m, fd, path, error);
	close(fd);
	return code;
}

void
wt_map_close(struct wt_map *m)
{
	if (m->bytes.len > 0)
		munmap((void *)(uintptr_t)m->bytes.at, m->bytes.len);
	*m = (struct wt_map){ 0 };
}
