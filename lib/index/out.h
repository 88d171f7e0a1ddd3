/*
 * out.h - write a file of sections whose pages have checksums (FORMAT.md, section 2).
 *
 * The file is written from its first byte to its last.  Errors stick: the caller
 * checks what wt_out_finish returns.
 */
#ifndef WT_INDEX_OUT_H
#define WT_INDEX_OUT_H

#include "base/buf.h"
#include "base/err.h"
#include "base/save.h"
#include "index/format.h"

#include <stdint.h>

/* What the foot of a segment says besides its sections. */
struct wt_foot {
	uint32_t docs;
	uint64_t length, occurrences, terms, lists;
};

struct wt_out {
	struct wt_save save;            /* private */
	struct wt_buf *memory;          /* borrowed; if set, bytes go there and to no file */
	uint64_t at;                    /* bytes so far */
	uint64_t start[WT_SECTIONS], len[WT_SECTIONS];
	struct wt_buf sums;             /* private: checksums of full pages */
	uint32_t fill;                  /* private: bytes of the page */
	uint8_t page[WT_PAGE];          /* private */
};

int wt_out_open(struct wt_out *o, const char *path, struct wt_error *error);

/* Sections come one after the other; those without bytes are left out. */
void wt_out_begin(struct wt_out *o, enum wt_section section);
void wt_out_end(struct wt_out *o, enum wt_section section);

void wt_out_put(struct wt_out *o, const void *bytes, size_t len);
void wt_out_put32(struct wt_out *o, uint32_t value);
void wt_out_put64(struct wt_out *o, uint64_t value);

/* Write the foot and make the file last: its size and its hash. */
int wt_out_finish(struct wt_out *o, const struct wt_foot *foot, uint64_t *size, uint64_t *hash,
    struct wt_error *error);

/* Give up, or release after wt_out_finish. */
void wt_out_close(struct wt_out *o);

#endif
