/* record.c - behind record.h; with linked.c the user of jansson. */
#include "ingest/record.h"
#include "base/buf.h"
#include "ingest/clean.h"
#include "ingest/day.h"
#include "text/utf8.h"

#include <jansson.h>
#include <stdlib.h>

#define LISTED 200              /* bytes of keys in a message, about */

struct wt_json_file {
	json_t *root;
	const json_t *list;             /* of the records, in root; NULL: not looked for, or root is the only one */
	size_t at;
	struct wt_encoded encoded;
	uint32_t replaced;              /* in the whole file; told with its first record */
};

void
wt_record_free(struct wt_record *r)
{
	wt_arena_free(&r->arena);
}

/* Clean a text and refuse one that is empty or too long. */
static int
set_text(struct wt_record *r, struct wt_span text, struct wt_error *error)
{
	if (wt_span_trim(text).len == 0)
		return wt_error_set(error, WT_EINVAL, 0, "no text");
	if (text.len > WT_TEXT_LIMIT)
		return wt_error_set(error, WT_ELIMIT, 0, "a text of %zu bytes is longer than %zu",
		    text.len, WT_TEXT_LIMIT);
	r->article.text = wt_clean_text(&r->arena, text);
	return r->arena.err;
}

int
wt_record_text(struct wt_record *r, struct wt_span bytes, struct wt_error *error)
{
	struct wt_span utf8;
	int code = wt_encoding_read(&r->arena, bytes, wt_span_make("", 0), &utf8, &r->encoded, error);

	return code == WT_OK ? set_text(r, utf8, error) : code;
}

/* A date in ISO 8601; one that cannot be read stays as it is. */
static struct wt_span
date_of(struct wt_record *r, struct wt_span value)
{
	uint32_t day = wt_day_read(value);
	char iso[WT_ISO_MAX];

	r->undated = value.len > 0 && day == 0;
	if (day == 0 || wt_iso_get(value.at, value.len < 10 ? value.len : 10) == day)
		return value;
	wt_iso_put(day, iso);
	return wt_arena_copy(&r->arena, wt_span_of(iso));
}

int
wt_record_fields(struct wt_record *r, const struct wt_span *fields, struct wt_error *error)
{
	struct wt_article *a = &r->article;

	a->id = wt_clean_line(&r->arena, fields[WT_RECORD_ID]);
	a->title = wt_clean_line(&r->arena, fields[WT_RECORD_TITLE]);
	a->date = date_of(r, wt_clean_line(&r->arena, fields[WT_RECORD_DATE]));
	a->source = wt_clean_line(&r->arena, fields[WT_RECORD_SOURCE]);
	a->url = wt_clean_line(&r->arena, fields[WT_RECORD_URL]);
	return set_text(r, fields[WT_RECORD_TEXT], error);
}

/* The strings of a list, a line each: paragraphs. */
static struct wt_span
join(struct wt_record *r, const json_t *list)
{
	struct wt_buf lines = { 0 };
	struct wt_span kept;

	for (size_t i = 0; i < json_array_size(list); i++) {
		const json_t *v = json_array_get(list, i);

		if (json_is_string(v)) {
			wt_buf_put(&lines, json_string_value(v), json_string_length(v));
			wt_buf_putc(&lines, '\n');
		}
	}
	kept = wt_arena_copy(&r->arena, wt_buf_span(&lines));
	if (lines.err != WT_OK)
		r->arena.err = lines.err;
	wt_buf_free(&lines);
	return kept;
}

/* {"$date": "..."}, as a database writes a value of a kind that JSON has not. */
static const json_t *
unwrap(const json_t *v)
{
	void *only = json_object_iter((json_t *)(uintptr_t)v);

	return json_object_size(v) == 1 && json_object_iter_key(only)[0] == '$' ?
	    json_object_iter_value(only) : v;
}

/* A value as text; empty for what is none.  The paragraphs of an article may be a list. */
static struct wt_span
value(struct wt_record *r, const json_t *v, int field)
{
	v = unwrap(v);
	if (json_is_string(v))
		return wt_span_make(json_string_value(v), json_string_length(v));
	if (json_is_integer(v))
		return wt_arena_printf(&r->arena, "%" JSON_INTEGER_FORMAT, json_integer_value(v));
	if (json_is_array(v) && field == WT_RECORD_TEXT)
		return join(r, v);
	return wt_span_make("", 0);
}

/* What stands under a key, in any case of letters; NULL if there is none. */
static const json_t *
find_name(const json_t *object, struct wt_span name)
{
	const json_t *found = json_object_getn(object, name.at, name.len);
	const char *key;
	json_t *v;

	if (found != NULL)
		return found;
	json_object_foreach((json_t *)(uintptr_t)object, key, v)
		if (wt_span_same(wt_span_of(key), name))
			return v;
	return NULL;
}

/* The same, or inside an object: "meta.judul" is the key judul of what stands under meta. */
static const json_t *
find_key(const json_t *object, struct wt_span name)
{
	const json_t *found = find_name(object, name);
	struct wt_span part;

	while (found == NULL && object != NULL && wt_span_cut(&name, '.', &part)) {
		object = find_name(object, part);
		if (name.len == 0)
			return object;
	}
	return found;
}

/* The value of a field: of the key that the user names, else of the first usual one that is there. */
static struct wt_span
member(struct wt_record *r, const json_t *object, int field, const struct wt_field_names *names)
{
	struct wt_span own = names->own[field], found = { "", 0 };

	if (own.len > 0)
		return value(r, find_key(object, own), field);
	for (const char *const *key = wt_record_field_keys(field); *key != NULL && found.len == 0; key++)
		found = value(r, json_object_get(object, *key), field);
	return found;
}

/* The keys of an object, for a message. */
static struct wt_span
list_keys(struct wt_record *r, const json_t *object)
{
	struct wt_buf list = { 0 };
	struct wt_span kept;
	const char *key;
	json_t *v;

	json_object_foreach((json_t *)(uintptr_t)object, key, v) {
		if (list.len > LISTED)
			break;
		wt_buf_puts(&list, list.len == 0 ? "" : ", ");
		wt_buf_puts(&list, key);
	}
	kept = wt_arena_copy(&r->arena, wt_buf_span(&list));
	wt_buf_free(&list);
	return kept;
}

static int
from_object(struct wt_record *r, const json_t *object, const struct wt_field_names *names,
    struct wt_error *error)
{
	struct wt_span fields[WT_RECORD_FIELDS], text = names->own[WT_RECORD_TEXT], keys;

	if (!json_is_object(object))
		return wt_error_set(error, WT_EINVAL, 0, "not a JSON object");
	if (text.len > 0 && find_key(object, text) == NULL) {
		keys = list_keys(r, object);
		return wt_error_set(error, WT_EINVAL, 0, "no key '%.*s' for the text; there are: %.*s",
		    (int)text.len, text.at, (int)keys.len, keys.at);
	}
	for (int i = 0; i < WT_RECORD_FIELDS; i++)
		fields[i] = member(r, object, i, names);
	return wt_record_fields(r, fields, error);
}

static json_t *
parse(struct wt_span bytes, struct wt_error *error)
{
	json_error_t problem;
	json_t *root = json_loadb(bytes.at, bytes.len, 0, &problem);

	if (root == NULL)
		wt_error_set(error, json_error_code(&problem) == json_error_out_of_memory ? WT_ENOMEM :
		    WT_ESYNTAX, (uint64_t)problem.position, "not valid JSON at byte %d: %s",
		    problem.position, problem.text);
	return root;
}

int
wt_record_json(struct wt_record *r, struct wt_span line, const struct wt_field_names *names,
    struct wt_error *error)
{
	struct wt_span clean;
	json_t *root;
	int code = wt_encoding_read(&r->arena, line, wt_span_make("", 0), &clean, &r->encoded, error);

	if (code != WT_OK)
		return code;
	if (wt_utf8_clean(&r->arena, clean, &clean, &r->replaced) != WT_OK)
		return wt_error_set(error, WT_ENOMEM, 0, "memory ran out");
	if ((root = parse(clean, error)) == NULL)
		return error->code;
	code = from_object(r, root, names, error);
	json_decref(root);
	return code;
}

int
wt_json_file_open(struct wt_span bytes, struct wt_json_file **out, struct wt_error *error)
{
	struct wt_json_file *f = calloc(1, sizeof *f);
	struct wt_arena arena = { 0 };
	int code;

	*out = NULL;
	if (f == NULL)
		return wt_error_set(error, WT_ENOMEM, 0, "memory ran out");
	code = wt_encoding_read(&arena, bytes, wt_span_make("", 0), &bytes, &f->encoded, error);
	if (code == WT_OK && wt_utf8_clean(&arena, bytes, &bytes, &f->replaced) != WT_OK)
		code = wt_error_set(error, WT_ENOMEM, 0, "memory ran out");
	if (code == WT_OK && (f->root = parse(bytes, error)) == NULL)
		code = error->code;
	wt_arena_free(&arena);
	if (code == WT_OK)
		*out = f;
	else
		free(f);
	return code;
}

void
wt_json_file_close(struct wt_json_file *f)
{
	if (f == NULL)
		return;
	json_decref(f->root);
	free(f);
}

/* Has an object a key for the text of an article? */
static bool
has_text(const json_t *object, const struct wt_field_names *names)
{
	struct wt_span own = names->own[WT_RECORD_TEXT];

	if (own.len > 0)
		return find_key(object, own) != NULL;
	for (const char *const *key = wt_record_field_keys(WT_RECORD_TEXT); *key != NULL; key++)
		if (json_object_get(object, *key) != NULL)
			return true;
	return false;
}

/* The list of records: the file itself, or the only list of objects in the object that it is; or NULL. */
static const json_t *
find_list(const json_t *root, const struct wt_field_names *names)
{
	const json_t *found = NULL;
	const char *key;
	json_t *v;

	if (json_is_array(root) || !json_is_object(root) || has_text(root, names))
		return json_is_array(root) ? root : NULL;
	json_object_foreach((json_t *)(uintptr_t)root, key, v) {
		if (!json_is_array(v) || !json_is_object(json_array_get(v, 0)))
			continue;
		if (found != NULL)
			return NULL;
		found = v;
	}
	return found;
}

int
wt_json_file_next(struct wt_json_file *f, struct wt_record *r, const struct wt_field_names *names,
    struct wt_error *error)
{
	const json_t *object = f->root;

	if (f->at == 0)
		f->list = find_list(f->root, names);
	if (f->at == (f->list != NULL ? json_array_size(f->list) : 1))
		return WT_ENOENT;
	if (f->list != NULL)
		object = json_array_get(f->list, f->at);
	r->encoded = f->encoded;
	r->replaced = f->at == 0 ? f->replaced : 0;
	r->position = ++f->at;
	return from_object(r, object, names, error);
}
