/*
 * record.h - an article as it comes in, and how JSON becomes one.
 */
#ifndef WT_INGEST_RECORD_H
#define WT_INGEST_RECORD_H

#include "base/err.h"
#include "extract/facts.h"
#include "ingest/encoding.h"
#include "ingest/fields.h"

#define WT_TEXT_LIMIT ((size_t)4 << 20)         /* bytes of an article's text */
#define WT_LINE_LIMIT ((size_t)64 << 20)        /* bytes of a line or a .json file */

struct wt_record {
	struct wt_article article;      /* everything in the arena */
	struct wt_span file;            /* its file as the user would name it; article.path is below the
	                                   folder that he named */
	uint64_t order;                 /* counts from 0 in a run */
	uint64_t position;              /* line or record of its file; 0: the whole file */
	bool undated;                   /* its date is there, but says no day, month or year */
	uint32_t replaced;              /* invalid parts replaced before extraction */
	struct wt_encoded encoded;      /* what its bytes were in */
	struct wt_arena arena;
};

void wt_record_free(struct wt_record *r);

/* Fill a record from the values of its fields, which may be invalid UTF-8. */
int wt_record_fields(struct wt_record *r, const struct wt_span *fields, struct wt_error *error);

/* A text file. */
int wt_record_text(struct wt_record *r, struct wt_span bytes, struct wt_error *error);

/*
 * A JSON object with the keys id, title, date, text, source, url or their common
 * synonyms in English and Indonesian, or those that `names` gives ("meta.judul": a key in what stands
 * under another).  WT_OK; WT_ESYNTAX, WT_ELIMIT, WT_EINVAL with the reason; WT_ENOMEM.
 */
int wt_record_json(struct wt_record *r, struct wt_span line, const struct wt_field_names *names,
    struct wt_error *error);

/* A JSON file of one object, or of a list of them, alone or in an object with nothing else like it. */
struct wt_json_file;
int wt_json_file_open(struct wt_span bytes, struct wt_json_file **out, struct wt_error *error);
void wt_json_file_close(struct wt_json_file *f);

/* The next record of it; WT_ENOENT at the end. */
int wt_json_file_next(struct wt_json_file *f, struct wt_record *r, const struct wt_field_names *names,
    struct wt_error *error);

#endif
