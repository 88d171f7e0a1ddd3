/*
 * json.h - JSON texts as values (RFC 8259).
 *
 * The only user of json-c's parser, which reads a little more than JSON: NaN and
 * Infinity as numbers, names of members in single quotes, zeros in front of a number.
 * A name that comes twice has its last value.  A lone half of a surrogate pair is
 * U+FFFD.
 *
 * A value lives as long as the one that wt_json_parse gave, which the caller releases
 * with json_object_put.  null is NULL.
 */
#ifndef WT_INGEST_JSON_H
#define WT_INGEST_JSON_H

#include "base/err.h"
#include "base/span.h"

#include <json-c/json.h>

#define WT_JSON_DEPTH 500       /* values in each other, at most */
#define WT_JSON_PARTS 1000000   /* objects and lists in a text, at most */

/*
 * Parse valid UTF-8.  Bytes behind the value are refused unless `more`.  WT_OK;
 * WT_ESYNTAX, WT_ELIMIT with the byte, counted from 1, as offset; WT_ENOMEM.
 */
int wt_json_parse(struct wt_span json, bool more, struct json_object **out, struct wt_error *error);

/* A member of an object; NULL if it is absent, null, or the value no object. */
struct json_object *wt_json_member(const struct json_object *object, const char *name);

/* How many elements an array has, and one of them; 0 and NULL for other values. */
size_t wt_json_count(const struct json_object *array);
struct json_object *wt_json_at(const struct json_object *array, size_t i);

/*
 * The text of a string, which may hold any byte, or the digits of a whole number;
 * empty for other values and for numbers beyond 64 bits.
 */
struct wt_span wt_json_text(struct json_object *value);

/* The members of a value that is an object, in their order. */
struct wt_json_members {
	const char *name;
	struct json_object *value;
	struct json_object_iterator at, end;    /* private */
};

struct wt_json_members wt_json_members(struct json_object *object);

/* Go to the next one, first to the first. */
bool wt_json_next(struct wt_json_members *m);

#endif
