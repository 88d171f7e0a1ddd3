/* record.c - behind record.h. */
#include "ingest/record.h"
#include "base/buf.h"
#include "ingest/clean.h"
#include "ingest/day.h"
#include "ingest/json.h"
#include "text/utf8.h"

#include <stdlib.h>

#define LISTED 200              /* bytes of keys in a message, about */

struct wt_json_file {
	struct json_object *root;
	struct json_object *list;       /* of the records, in root; NULL: not looked for, or root is the only one */
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
join(struct wt_record *r, struct json_object *list)
{
	struct wt_buf lines = { 0 };
	struct wt_span kept;

	for (size_t i = 0; i < wt_json_count(list); i++) {
		struct json_object *v = wt_json_at(list, i);

		if (json_object_is_type(v, json_type_string)) {
			wt_buf_putspan(&lines, wt_json_text(v));
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
static struct json_object *
unwrap(struct json_object *v)
{
	struct wt_json_members m;

	if (!json_object_is_type(v, json_type_object) || json_object_object_length(v) != 1)
		return v;
	m = wt_json_members(v);
	return wt_json_next(&m) && m.name[0] == '$' ? m.value : v;
}

/* A value as text; empty for what is none.  The paragraphs of an article may be a list. */
static struct wt_span
value_of(struct wt_record *r, struct json_object *v, int field)
{
	v = unwrap(v);
	if (json_object_is_type(v, json_type_array) && field == WT_RECORD_TEXT)
		return join(r, v);
	return wt_json_text(v);
}

/* What stands under a key, in any case of letters if no key is the same; false if there is none. */
static bool
find_name(struct json_object *object, struct wt_span name, struct json_object **value)
{
	struct wt_json_members m;
	bool found = false, exact = false;

	*value = NULL;
	if (!json_object_is_type(object, json_type_object))
		return false;
	m = wt_json_members(object);
	while (!exact && wt_json_next(&m)) {
		exact = wt_span_is(name, m.name);
		if (exact || (!found && wt_span_same(wt_span_of(m.name), name))) {
			found = true;
			*value = m.value;
		}
	}
	return found;
}

/* The same, or inside an object: "meta.judul" is the key judul of what stands under meta. */
static bool
find_key(struct json_object *object, struct wt_span name, struct json_object **value)
{
	bool found = find_name(object, name, value);
	struct wt_span part;

	while (!found && object != NULL && wt_span_cut(&name, '.', &part)) {
		found = find_name(object, part, value) && name.len == 0;
		object = *value;
	}
	return found;
}

/* The value of a field: of the key that the user names, else of the first usual one that is there. */
static struct wt_span
member(struct wt_record *r, struct json_object *object, int field, const struct wt_field_names *names)
{
	struct wt_span own = names->own[field], found = { "", 0 };
	struct json_object *value;

	if (own.len > 0) {
		find_key(object, own, &value);
		return value_of(r, value, field);
	}
	for (const char *const *key = wt_record_field_keys(field); *key != NULL && found.len == 0; key++)
		found = value_of(r, wt_json_member(object, *key), field);
	return found;
}

/* The keys of an object, for a message. */
static struct wt_span
list_keys(struct wt_record *r, struct json_object *object)
{
	struct wt_json_members m = wt_json_members(object);
	struct wt_buf list = { 0 };
	struct wt_span kept;

	while (list.len <= LISTED && wt_json_next(&m)) {
		wt_buf_puts(&list, list.len == 0 ? "" : ", ");
		wt_buf_puts(&list, m.name);
	}
	kept = wt_arena_copy(&r->arena, wt_buf_span(&list));
	wt_buf_free(&list);
	return kept;
}

static int
from_object(struct wt_record *r, struct json_object *object, const struct wt_field_names *names,
    struct wt_error *error)
{
	struct wt_span fields[WT_RECORD_FIELDS], text = names->own[WT_RECORD_TEXT], keys;
	struct json_object *value;

	if (!json_object_is_type(object, json_type_object))
		return wt_error_set(error, WT_EINVAL, 0, "not a JSON object");
	if (text.len > 0 && !find_key(object, text, &value)) {
		keys = list_keys(r, object);
		return wt_error_set(error, WT_EINVAL, 0, "no key '%.*s' for the text; there are: %.*s",
		    (int)text.len, text.at, (int)keys.len, keys.at);
	}
	for (int i = 0; i < WT_RECORD_FIELDS; i++)
		fields[i] = member(r, object, i, names);
	return wt_record_fields(r, fields, error);
}

int
wt_record_json(struct wt_record *r, struct wt_span line, const struct wt_field_names *names,
    struct wt_error *error)
{
	struct wt_span clean;
	struct json_object *root;
	int code = wt_encoding_read(&r->arena, line, wt_span_make("", 0), &clean, &r->encoded, error);

	if (code != WT_OK)
		return code;
	if (wt_utf8_clean(&r->arena, clean, &clean, &r->replaced) != WT_OK)
		return wt_error_set(error, WT_ENOMEM, 0, "memory ran out");
	if ((code = wt_json_parse(clean, false, &root, error)) == WT_OK)
		code = from_object(r, root, names, error);
	json_object_put(root);
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
	if (code == WT_OK)
		code = wt_json_parse(bytes, false, &f->root, error);
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
	json_object_put(f->root);
	free(f);
}

/* Has an object a key for the text of an article? */
static bool
has_text(struct json_object *object, const struct wt_field_names *names)
{
	struct wt_span own = names->own[WT_RECORD_TEXT];
	struct json_object *value;

	if (own.len > 0)
		return find_key(object, own, &value);
	for (const char *const *key = wt_record_field_keys(WT_RECORD_TEXT); *key != NULL; key++)
		if (json_object_object_get_ex(object, *key, NULL))
			return true;
	return false;
}

/* The list of records: the file itself, or the only list of objects in the object that it is; or NULL. */
static struct json_object *
find_list(struct json_object *root, const struct wt_field_names *names)
{
	struct json_object *found = NULL;
	struct wt_json_members m;

	if (json_object_is_type(root, json_type_array))
		return root;
	if (!json_object_is_type(root, json_type_object) || has_text(root, names))
		return NULL;
	m = wt_json_members(root);
	while (wt_json_next(&m)) {
		if (!json_object_is_type(wt_json_at(m.value, 0), json_type_object))
			continue;
		if (found != NULL)
			return NULL;
		found = m.value;
	}
	return found;
}

int
wt_json_file_next(struct wt_json_file *f, struct wt_record *r, const struct wt_field_names *names,
    struct wt_error *error)
{
	struct json_object *object = f->root;

	if (f->at == 0)
		f->list = find_list(f->root, names);
	if (f->at == (f->list != NULL ? wt_json_count(f->list) : 1))
		return WT_ENOENT;
	if (f->list != NULL)
		object = wt_json_at(f->list, f->at);
	r->encoded = f->encoded;
	r->replaced = f->at == 0 ? f->replaced : 0;
	r->position = ++f->at;
	return from_object(r, object, names, error);
}
