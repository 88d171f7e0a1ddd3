/*
 * fields.h - which column of a table, or key of a JSON record, is which field of
 * an article.
 *
 * Usual names in English and Indonesian are known, in any case of letters in a
 * header row.  The user may name the columns himself; then these count alone.
 */
#ifndef WT_INGEST_FIELDS_H
#define WT_INGEST_FIELDS_H

#include "base/err.h"
#include "base/span.h"

/* The fields of a record, whatever it was read from. */
enum wt_record_field {
	WT_RECORD_ID, WT_RECORD_TITLE, WT_RECORD_DATE, WT_RECORD_TEXT, WT_RECORD_SOURCE, WT_RECORD_URL
};
#define WT_RECORD_FIELDS 6

/* The column that the user names for each field; empty: the usual names. */
struct wt_field_names {
	struct wt_span own[WT_RECORD_FIELDS];
};

/*
 * Read "text=isi,title=judul": fields by any of their usual names, each once.  The
 * spans point into `text`.  WT_OK, or WT_EINVAL with the reason.
 */
int wt_field_names_parse(struct wt_span text, struct wt_field_names *names, struct wt_error *error);

/* The field of a column, or -1. */
int wt_record_field_of(const struct wt_field_names *names, struct wt_span column);

/* The keys under which a field is usually found, ending with NULL. */
const char *const *wt_record_field_keys(int field);

/* What a field is called first of all. */
const char *wt_record_field_name(int field);

#endif
