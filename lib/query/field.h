/*
 * field.h - the fields of a query, and the dates that two of them take.
 */
#ifndef WT_QUERY_FIELD_H
#define WT_QUERY_FIELD_H

#include "base/err.h"
#include "base/span.h"

#include <stdbool.h>
#include <stdint.h>

enum wt_field {
	WT_FIELD_TEXT,          /* no field: title and body */
	WT_FIELD_TITLE,
	WT_FIELD_REGION,
	WT_FIELD_OFFICIAL,
	WT_FIELD_AGENCY,
	WT_FIELD_PROGRAMME,
	WT_FIELD_SECTOR,
	WT_FIELD_STATUS,
	WT_FIELD_SOURCE,
	WT_FIELD_DATE,          /* of publication */
	WT_FIELD_MENTIONS,      /* dates in the text */
	WT_FIELD_COUNT
};

/* The field of an English or Indonesian name in any case of letters; false if there is none. */
bool wt_field_find(struct wt_span name, enum wt_field *field);

/* The English name; "text" for WT_FIELD_TEXT. */
const char *wt_field_name(enum wt_field field);

/* Text and title hold words with places; date and mentions hold days; the others hold values. */
bool wt_field_is_text(enum wt_field field);
bool wt_field_is_dates(enum wt_field field);

/*
 * The days that `2022`, `2022-06`, `2022-06-15`, `2020..2022-06`, `2020..` or
 * `..2022` stand for, both inclusive, as year * 10000 + month * 100 + day.  An
 * open end is 0 or WT_LAST_DAY.  WT_OK or WT_ESYNTAX, with error->offset at the
 * byte of `text` that is wrong.
 */
#define WT_LAST_DAY 99991231u
int wt_field_dates(struct wt_span text, uint32_t *from, uint32_t *to, struct wt_error *error);

#endif
