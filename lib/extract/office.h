/*
 * office.h - an office as the text gives it: "Plt Kepala Dinas PUPR Kota Serang".
 */
#ifndef WT_EXTRACT_OFFICE_H
#define WT_EXTRACT_OFFICE_H

#include "extract/work.h"

struct wt_office {
	uint32_t first, last;           /* tokens, region and agency included */
	uint32_t row;                   /* of the table offices, or WT_NO_ROW */
	struct wt_span position;        /* lower case, spelt out, with "pelaksana tugas" and the like */
	uint32_t region;                /* row, or WT_NO_REGION */
	bool region_said;               /* the region stands here; else it was inferred */
	uint32_t body;                  /* index of the agency named in it, or UINT32_MAX */
	bool former, candidate;
	bool elsewhere;                 /* of another country, or of a body outside the state */
	bool open;                      /* ends in capitalised words that may be unit or name */
	uint32_t open_first;            /* the first of them */
};

/* Read the office that begins with token i: false if none does. */
bool wt_office_read(struct wt_work *w, uint32_t i, struct wt_office *office);

#endif
