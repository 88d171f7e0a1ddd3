/*
 * segment_private.h - a mapped segment as its readers see it.
 *
 * Nothing of the file is looked at before wt_segment_need or wt_section_need has
 * held its pages against their checksums.  What they return is good for `len` bytes;
 * 8 more can be loaded, and mean nothing.
 */
#ifndef WT_INDEX_SEGMENT_PRIVATE_H
#define WT_INDEX_SEGMENT_PRIVATE_H

#include "base/map.h"
#include "index/bits.h"
#include "index/format.h"
#include "index/read.h"

#include <stdatomic.h>

/* The first damage met; threads may meet it at once. */
struct wt_guard {
	atomic_int state;       /* 0: none; 1: being written; 2: `error` holds it */
	struct wt_error error;
};

struct wt_segment {
	struct wt_map map;
	const uint8_t *at;
	uint64_t size, hash;
	uint32_t version;       /* of its format */
	char *path;             /* owned */
	uint64_t data_end;      /* pages end, their checksums start */
	uint64_t pages, tops;   /* pages of data; pages of checksums */
	const uint8_t *sums, *top_sums;
	atomic_uchar *checked;  /* owned: of each page of data, then of checksums */
	struct wt_guard *guard; /* owned */
	struct { uint64_t at, len; } sections[WT_SECTIONS];
	uint32_t docs, deleted;
	uint64_t length, occurrences, terms, lists;
	struct wt_map mask_map;
	const uint8_t *mask;    /* NULL: all are live */
	float average;          /* length */
	uint32_t lengths[256];  /* wt_norm_value */
};

/* Map and check the foot.  `hash` is that of the foot, or 0: any. */
int wt_segment_open(const char *path, uint64_t size, uint64_t hash, struct wt_segment **out,
    struct wt_error *error);
void wt_segment_close(struct wt_segment *s);

/* Lay a mask of deleted documents over it, from a file. */
int wt_segment_open_mask(struct wt_segment *s, const char *path, uint32_t deleted,
    uint64_t hash, struct wt_error *error);

/*
 * What was read of a file is in the page cache, and need not count as memory of ours: give
 * the pages back.  They are read again when they are needed.  A reader of much does so each
 * time it has read WT_FORGET_EACH bytes; where it reads here and there, each place counts
 * WT_FORGET_AROUND more, since the system maps the pages around it too.
 */
#define WT_FORGET_EACH ((size_t)16 << 20)
#define WT_FORGET_AROUND ((size_t)64 << 10)

void wt_segment_forget(const struct wt_segment *s);

/* Remember damage at an offset of the file: returns WT_ECORRUPT. */
int wt_segment_damage(const struct wt_segment *s, uint64_t offset, const char *what);

/* Check a page now: false if it is damaged. */
bool wt_segment_check_page(const struct wt_segment *s, uint64_t page);

/* Check every page: WT_OK or WT_ECORRUPT. */
int wt_segment_check_all(const struct wt_segment *s);

/* Bytes of the file, checked; NULL if they are damaged or not there. */
static inline const uint8_t *
wt_segment_need(const struct wt_segment *s, uint64_t at, uint64_t len)
{
	if (at > s->data_end || len > s->data_end - at) {
		wt_segment_damage(s, at, "a part lies outside the file");
		return NULL;
	}
	if (len > 0) {
		for (uint64_t page = at / WT_PAGE; page <= (at + len - 1) / WT_PAGE; page++)
			if (atomic_load_explicit(&s->checked[page], memory_order_relaxed) == 0 &&
			    !wt_segment_check_page(s, page))
				return NULL;
	}
	return s->at + at;
}

/* The same in a section. */
static inline const uint8_t *
wt_section_need(const struct wt_segment *s, enum wt_section section, uint64_t at, uint64_t len)
{
	if (at > s->sections[section].len || len > s->sections[section].len - at) {
		wt_segment_damage(s, s->sections[section].at, "a section is too short");
		return NULL;
	}
	return wt_segment_need(s, s->sections[section].at + at, len);
}

/* A directory of write.h: how many blocks it has, and where the bytes of one are. */
bool wt_directory_count(const struct wt_segment *s, enum wt_section section, uint32_t *count,
    unsigned *width);
bool wt_directory_range(const struct wt_segment *s, enum wt_section section,
    enum wt_section blocks, uint32_t number, uint64_t *start, uint64_t *end);

/* The entry of a list by its number in the dictionary. */
int wt_term_by_number(const struct wt_segment *s, uint64_t number, struct wt_entry *entry);

/* Stand on the first entry of a block of the dictionary, below terms / 16 rounded up. */
void wt_terms_block(struct wt_terms *t, const struct wt_segment *s, uint64_t block);

/* Document in place `number` of the order by hash of keys. */
bool wt_key_order(const struct wt_segment *s, uint32_t number, uint32_t *doc);

/* The document with a key, live or not: WT_OK, WT_ENOENT, WT_ECORRUPT, WT_ENOMEM. */
int wt_segment_find(const struct wt_segment *s, struct wt_span key, uint32_t *doc);

/*
 * Which form of its term, by number, each position of the current posting has; NULL
 * if there is at most one form.  Valid until the cursor moves.
 */
int wt_cursor_forms(struct wt_cursor *c, const uint32_t **forms, uint32_t *count);

/* Documents a block of a stream holds, from *first to *end; false: no such block. */
bool wt_stream_block(const struct wt_segment *s, uint32_t stream, uint32_t number,
    uint32_t *first, uint32_t *end);

/* Item of an array of `width` bits that starts at `at` of a section; false if damaged. */
static inline bool
wt_section_packed(const struct wt_segment *s, enum wt_section section, uint64_t at,
    uint64_t number, unsigned width, uint64_t *value)
{
	uint64_t first = number * width;
	const uint8_t *p;

	if (width > 56)
		return false;
	p = wt_section_need(s, section, at + first / 8, (first % 8 + width + 7) / 8);
	if (p == NULL)
		return false;
	*value = wt_bits_load(p) >> (first % 8) & (((uint64_t)1 << width) - 1);
	return true;
}

#endif
