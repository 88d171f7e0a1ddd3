/* journal.c - behind journal.h. */
#include "ingest/journal.h"
#include "base/bytes.h"
#include "base/hash.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAGIC "warta\x1aJ\x01"
#define HEAD 12                 /* bytes in front of the rules */
#define ENTRY 16                /* bytes in front of an entry's */
#define LONGEST ((size_t)64 << 20)
#define PENDING ((size_t)1 << 20)

struct place {
	uint64_t key, at;       /* of the entry's bytes */
	uint32_t length, checksum;
};

struct wt_journal {
	int fd;                 /* owned; locked */
	struct place *places;   /* owned, by key */
	size_t count, cap;
	uint64_t end;           /* of the last whole entry */
	struct wt_buf pending;  /* behind it, not written yet */
	int err;
};

static int
by_key(const void *a, const void *b)
{
	const struct place *x = a, *y = b;

	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	return (x->at > y->at) - (x->at < y->at);
}

static bool
read_at(int fd, uint64_t at, void *bytes, size_t len)
{
	size_t done = 0;

	while (done < len) {
		ssize_t n = pread(fd, (char *)bytes + done, len - done, (off_t)(at + done));

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		done += (size_t)n;
	}
	return true;
}

static bool
write_at(int fd, uint64_t at, const void *bytes, size_t len)
{
	size_t done = 0;

	while (done < len) {
		ssize_t n = pwrite(fd, (const char *)bytes + done, len - done, (off_t)(at + done));

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		done += (size_t)n;
	}
	return true;
}

/* Find the whole entries of a file of `size` bytes. */
static int
read_places(struct wt_journal *j, uint64_t size)
{
	uint8_t head[ENTRY];

	while (size - j->end >= ENTRY && read_at(j->fd, j->end, head, ENTRY)) {
		struct place p = { wt_get64(head), j->end + ENTRY, wt_get32(head + 8), wt_get32(head + 12) };
		struct place *places;

		if (p.length > LONGEST || size - p.at < p.length)
			break;
		if ((places = wt_grow(j->places, &j->cap, j->count + 1, sizeof *places)) == NULL)
			return WT_ENOMEM;
		j->places = places;
		places[j->count++] = p;
		j->end = p.at + p.length;
	}
	if (j->count > 0)
		qsort(j->places, j->count, sizeof *j->places, by_key);
	return WT_OK;
}

/* Were the same rules in force?  A file of another kind is refused. */
static int
read_head(struct wt_journal *j, uint64_t size, struct wt_span rules, bool *same)
{
	char head[HEAD], text[1000];
	size_t length;

	*same = false;
	if (size == 0)
		return WT_OK;
	if (size < HEAD || !read_at(j->fd, 0, head, HEAD) || memcmp(head, MAGIC, 8) != 0)
		return WT_EINVAL;
	length = wt_get32(head + 8);
	*same = length == rules.len && length <= sizeof text && read_at(j->fd, HEAD, text, length) &&
	    wt_span_eq(wt_span_make(text, length), rules);
	return WT_OK;
}

static int
begin(struct wt_journal *j, struct wt_span rules)
{
	char head[HEAD];

	memcpy(head, MAGIC, 8);
	wt_set32(head + 8, (uint32_t)rules.len);
	j->end = HEAD + rules.len;
	if (ftruncate(j->fd, 0) != 0 || !write_at(j->fd, 0, head, HEAD) ||
	    !write_at(j->fd, HEAD, rules.at, rules.len))
		return WT_EIO;
	return WT_OK;
}

static int
load(struct wt_journal *j, struct wt_span rules)
{
	struct stat st;
	bool same;
	int code;

	if (flock(j->fd, LOCK_EX | LOCK_NB) != 0)
		return WT_EBUSY;
	if (fstat(j->fd, &st) != 0 || !S_ISREG(st.st_mode))
		return WT_EINVAL;
	if ((code = read_head(j, (uint64_t)st.st_size, rules, &same)) != WT_OK)
		return code;
	if (!same)
		return begin(j, rules);
	j->end = HEAD + rules.len;
	return read_places(j, (uint64_t)st.st_size);
}

int
wt_journal_open(const char *path, struct wt_span rules, struct wt_journal **out,
    struct wt_error *error)
{
	struct wt_journal *j = calloc(1, sizeof *j);
	int code;

	*out = NULL;
	if (j == NULL)
		return wt_error_set(error, WT_ENOMEM, 0, "memory ran out");
	j->fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0666);
	code = j->fd < 0 ? wt_code_of_errno(errno) : load(j, rules);
	if (code != WT_OK) {
		wt_journal_close(j);
		return code == WT_EINVAL ? wt_error_set(error, code, 0, "%s: not kept by warta", path) :
		    wt_error_set(error, code, 0, "%s: %s", path, wt_strerror(code));
	}
	*out = j;
	return WT_OK;
}

bool
wt_journal_find(const struct wt_journal *j, uint64_t key, struct wt_buf *out)
{
	size_t low = 0, high = j->count;
	char *room;

	wt_buf_clear(out);
	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (j->places[mid].key < key)
			low = mid + 1;
		else
			high = mid;
	}
	for (; low < j->count && j->places[low].key == key; low++) {
		const struct place *p = &j->places[low];

		if ((room = wt_buf_room(out, p->length)) == NULL)
			return false;
		if (!read_at(j->fd, p->at, room, p->length))
			continue;
		if (wt_checksum(room, p->length) == p->checksum) {
			out->len = p->length;
			return true;
		}
	}
	return false;
}

static int
flush(struct wt_journal *j)
{
	if (j->err == WT_OK && j->pending.err != WT_OK)
		j->err = WT_ENOMEM;
	if (j->err == WT_OK && !write_at(j->fd, j->end, j->pending.at, j->pending.len))
		j->err = WT_EIO;
	j->end += j->pending.len;
	wt_buf_clear(&j->pending);
	return j->err;
}

int
wt_journal_add(struct wt_journal *j, uint64_t key, struct wt_span bytes)
{
	if (bytes.len > LONGEST)
		return WT_OK;
	wt_buf_put64(&j->pending, key);
	wt_buf_put32(&j->pending, (uint32_t)bytes.len);
	wt_buf_put32(&j->pending, wt_checksum(bytes.at, bytes.len));
	wt_buf_putspan(&j->pending, bytes);
	return j->pending.len < PENDING ? j->err : flush(j);
}

int
wt_journal_close(struct wt_journal *j)
{
	int code = WT_OK;

	if (j == NULL)
		return WT_OK;
	if (j->pending.len > 0)
		code = flush(j);
	if (j->fd >= 0)
		close(j->fd);
	free(j->places);
	wt_buf_free(&j->pending);
	free(j);
	return code;
}
