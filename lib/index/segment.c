/* segment.c - open a segment and check its pages: FORMAT.md, sections 2 and 3. */
#include "index/segment_private.h"
#include "base/hash.h"

#include <stdlib.h>

#define FOOT_FIXED 48u          /* bytes before the records of the sections */
#define FOOT_RECORD 24u
#define FOOT_END 16u

int
wt_segment_damage(const struct wt_segment *s, uint64_t offset, const char *what)
{
	struct wt_guard *g = s->guard;
	int none = 0;

	if (atomic_compare_exchange_strong(&g->state, &none, 1)) {
		wt_error_set(&g->error, WT_ECORRUPT, offset, "%s: damaged at byte %llu: %s",
		    s->path, (unsigned long long)offset, what);
		atomic_store(&g->state, 2);
	}
	return WT_ECORRUPT;
}

int
wt_segment_error(const struct wt_segment *s)
{
	return atomic_load(&s->guard->state) == 0 ? WT_OK : WT_ECORRUPT;
}

/* The checksum of a page is in a page of checksums, which has one too. */
static bool
check_sums(const struct wt_segment *s, uint64_t top)
{
	uint64_t start = top * WT_PAGE, len = s->pages * 4 - start;

	if (len > WT_PAGE)
		len = WT_PAGE;
	if (wt_checksum(s->sums + start, (size_t)len) != wt_get32(s->top_sums + top * 4)) {
		wt_segment_damage(s, s->data_end + start, "checksums do not match theirs");
		return false;
	}
	atomic_store_explicit(&s->checked[s->pages + top], 1, memory_order_relaxed);
	return true;
}

bool
wt_segment_check_page(const struct wt_segment *s, uint64_t page)
{
	uint64_t start = page * WT_PAGE, len = s->data_end - start, top = page * 4 / WT_PAGE;

	if (len > WT_PAGE)
		len = WT_PAGE;
	if (atomic_load_explicit(&s->checked[s->pages + top], memory_order_relaxed) == 0 &&
	    !check_sums(s, top))
		return false;
	if (wt_checksum(s->at + start, (size_t)len) != wt_get32(s->sums + page * 4)) {
		wt_segment_damage(s, start, "a page does not match its checksum");
		return false;
	}
	atomic_store_explicit(&s->checked[page], 1, memory_order_relaxed);
	return true;
}

int
wt_segment_check_all(const struct wt_segment *s)
{
	for (uint64_t page = 0; page < s->pages; page++)
		if (!wt_segment_check_page(s, page))
			return WT_ECORRUPT;
	return WT_OK;
}

static int
read_records(struct wt_segment *s, const uint8_t *at, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++, at += FOOT_RECORD) {
		uint64_t start = wt_get64(at + 8), len = wt_get64(at + 16);

		if (start < WT_HEAD_SIZE || start > s->data_end || len > s->data_end - start)
			return WT_ECORRUPT;
		for (size_t k = 0; k < WT_SECTIONS; k++) {
			if (memcmp(at, wt_section_names[k], 4) != 0)
				continue;
			s->sections[k].at = start;
			s->sections[k].len = len;
		}
	}
	return WT_OK;
}

/* The foot, whose hash was found to be right: its numbers must still make sense. */
static int
read_foot(struct wt_segment *s, const uint8_t *foot, uint64_t len)
{
	uint64_t records = (uint64_t)wt_get32(foot) * FOOT_RECORD;

	s->docs = wt_get32(foot + 4);
	s->length = wt_get64(foot + 8);
	s->occurrences = wt_get64(foot + 16);
	s->terms = wt_get64(foot + 24);
	s->lists = wt_get64(foot + 32);
	s->data_end = wt_get64(foot + 40);
	if (s->data_end > s->size || s->docs == 0 || s->docs > WT_DOCS_MAX ||
	    s->terms > UINT32_MAX || s->lists > s->terms)
		return WT_ECORRUPT;
	s->pages = (s->data_end + WT_PAGE - 1) / WT_PAGE;
	s->tops = (s->pages * 4 + WT_PAGE - 1) / WT_PAGE;
	if (s->data_end + s->pages * 4 + len != s->size ||
	    FOOT_FIXED + records + s->tops * 4 + FOOT_END != len)
		return WT_ECORRUPT;
	s->sums = s->at + s->data_end;
	s->top_sums = foot + FOOT_FIXED + records;
	if (read_records(s, foot + FOOT_FIXED, wt_get32(foot)) != WT_OK)
		return WT_ECORRUPT;
	if (s->sections[WT_SEC_NORM].len != s->docs || s->sections[WT_SEC_EXTENT].len != s->docs ||
	    s->sections[WT_SEC_HASH].len != (uint64_t)s->docs * 5)
		return WT_ECORRUPT;
	return WT_OK;
}

static int
check_frame(struct wt_segment *s, uint64_t hash, struct wt_error *error)
{
	const uint8_t *foot = s->at + s->size;
	uint64_t len;

	if (s->size < WT_HEAD_SIZE + FOOT_FIXED + FOOT_END ||
	    memcmp(s->at, WT_SEGMENT_MAGIC, 8) != 0)
		return wt_error_set(error, WT_ECORRUPT, 0, "%s: not a segment of an index",
		    s->path);
	s->version = wt_get32(s->at + 8);
	if (!wt_format_known(s->version))
		return wt_error_set(error, WT_EVERSION, 8, "%s: format %u is not known", s->path,
		    (unsigned)s->version);
	len = wt_get32(foot - FOOT_END);
	if (len >= FOOT_FIXED + FOOT_END && len <= s->size - WT_HEAD_SIZE) {
		foot -= len;
		s->hash = wt_hash(wt_span_make((const char *)foot, (size_t)len - 8));
		if (s->hash == wt_get64(s->at + s->size - 8) && (hash == 0 || s->hash == hash) &&
		    read_foot(s, foot, len) == WT_OK)
			return WT_OK;
	}
	return wt_error_set(error, WT_ECORRUPT, s->size - FOOT_END,
	    "%s: damaged at byte %llu: the foot does not match its checksum", s->path,
	    (unsigned long long)(s->size - FOOT_END));
}

static int
prepare(struct wt_segment *s, const char *path)
{
	size_t len = strlen(path) + 1;

	s->path = malloc(len);
	s->guard = calloc(1, sizeof *s->guard);
	if (s->path == NULL || s->guard == NULL)
		return WT_ENOMEM;
	memcpy(s->path, path, len);
	for (unsigned norm = 0; norm < 256; norm++)
		s->lengths[norm] = wt_norm_value((uint8_t)norm);
	return WT_OK;
}

static int
open_mapped(struct wt_segment *s, uint64_t hash, struct wt_error *error)
{
	int code = check_frame(s, hash, error);

	if (code != WT_OK)
		return code;
	s->average = (float)s->length / (float)s->docs;
	if (s->average < 1)
		s->average = 1;
	s->checked = calloc((size_t)(s->pages + s->tops), sizeof *s->checked);
	if (s->checked == NULL)
		return wt_error_set(error, WT_ENOMEM, 0, "%s: out of memory", s->path);
	if (s->size <= WT_SMALL_FILE && wt_segment_check_all(s) != WT_OK) {
		if (error != NULL)
			*error = s->guard->error;
		return WT_ECORRUPT;
	}
	return WT_OK;
}

int
wt_segment_open(const char *path, uint64_t size, uint64_t hash, struct wt_segment **out,
    struct wt_error *error)
{
	struct wt_segment *s = calloc(1, sizeof *s);
	int code;

	*out = NULL;
	if (s == NULL || prepare(s, path) != WT_OK) {
		wt_segment_close(s);
		return wt_error_set(error, WT_ENOMEM, 0, "%s: out of memory", path);
	}
	code = wt_map_open(&s->map, path, error);
	if (code == WT_OK) {
		s->at = (const uint8_t *)s->map.bytes.at;
		s->size = s->map.bytes.len;
		if (size != 0 && s->size != size)
			code = wt_error_set(error, WT_ECORRUPT, s->size < size ? s->size : size,
			    "%s: damaged: %llu bytes where the manifest says %llu", path,
			    (unsigned long long)s->size, (unsigned long long)size);
	}
	if (code == WT_OK)
		code = open_mapped(s, hash, error);
	if (code != WT_OK) {
		wt_segment_close(s);
		return code;
	}
	*out = s;
	return WT_OK;
}

int
wt_segment_open_mask(struct wt_segment *s, const char *path, uint32_t deleted, uint64_t hash,
    struct wt_error *error)
{
	int code = wt_map_open(&s->mask_map, path, error);
	const char *at = s->mask_map.bytes.at;

	if (code != WT_OK)
		return code;
	if (s->mask_map.bytes.len != WT_HEAD_SIZE + ((size_t)s->docs + 7) / 8 ||
	    memcmp(at, WT_MASK_MAGIC, 8) != 0 || wt_hash(s->mask_map.bytes) != hash)
		return wt_error_set(error, WT_ECORRUPT, 0,
		    "%s: damaged: the mask does not match its checksum", path);
	s->mask = (const uint8_t *)at + WT_HEAD_SIZE;
	s->deleted = deleted;
	return WT_OK;
}

void
wt_segment_close(struct wt_segment *s)
{
	if (s == NULL)
		return;
	wt_map_close(&s->map);
	wt_map_close(&s->mask_map);
	free(s->checked);
	free(s->guard);
	free(s->path);
	free(s);
}

bool
wt_directory_count(const struct wt_segment *s, enum wt_section section, uint32_t *count,
    unsigned *width)
{
	const uint8_t *head = wt_section_need(s, section, 0, 8);

	if (head == NULL)
		return false;
	*count = wt_get32(head);
	*width = wt_get32(head + 4);
	if (*width > 32 ||
	    s->sections[section].len != 8 + wt_packed_size(*count, *width)) {
		wt_segment_damage(s, s->sections[section].at, "a directory is not of its size");
		return false;
	}
	return true;
}

bool
wt_directory_range(const struct wt_segment *s, enum wt_section section, enum wt_section blocks,
    uint32_t number, uint64_t *start, uint64_t *end)
{
	uint32_t count;
	unsigned width;

	if (!wt_directory_count(s, section, &count, &width) || number >= count ||
	    !wt_section_packed(s, section, 8, number, width, start))
		return false;
	*end = s->sections[blocks].len;
	if (number + 1 < count && !wt_section_packed(s, section, 8, number + 1, width, end))
		return false;
	if (*start <= *end && *end <= s->sections[blocks].len)
		return true;
	wt_segment_damage(s, s->sections[section].at, "a directory does not rise");
	return false;
}

uint32_t
wt_segment_docs(const struct wt_segment *s)
{
	return s->docs;
}

uint32_t
wt_segment_deleted(const struct wt_segment *s)
{
	return s->deleted;
}

uint64_t
wt_segment_length(const struct wt_segment *s)
{
	return s->length;
}

uint64_t
wt_segment_terms(const struct wt_segment *s)
{
	return s->terms;
}

const uint8_t *
wt_segment_mask(const struct wt_segment *s)
{
	return s->mask;
}

bool
wt_segment_live(const struct wt_segment *s, uint32_t doc)
{
	return s->mask == NULL || (s->mask[doc / 8] >> (doc % 8) & 1) == 0;
}
