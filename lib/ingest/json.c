/* json.c - behind json.h. */
#include "ingest/json.h"

#include <limits.h>

#define EACH(c) (UINT64_C(0x0101010101010101) * (c))    /* the byte, eight times */

/* Are these eight bytes neither controls, quotation marks, backslashes nor brackets? */
static bool
plain(const char *at)
{
	uint64_t eight, quotes, slashes, brackets;

	memcpy(&eight, at, sizeof eight);
	quotes = eight ^ EACH('"');
	slashes = eight ^ EACH('\\');
	brackets = (eight | EACH(' ')) ^ EACH('{');     /* [ too */
	return (((eight - EACH(' ')) | (quotes - EACH(1)) | (slashes - EACH(1)) | (brackets - EACH(1))) &
	    ~eight & EACH(0x80)) == 0;
}

/*
 * The first byte of what JSON forbids and json-c does not, a control character in a
 * string; of \u0000, where json-c would cut a name; or of an object or list too many,
 * as each takes hundreds of bytes.  json.len if there is none.
 */
static size_t
find_forbidden(struct wt_span json)
{
	bool inside = false;
	size_t parts = 0;

	for (size_t i = 0; i < json.len; i++) {
		unsigned char c = (unsigned char)json.at[i];

		if (json.len - i >= 8 && plain(json.at + i))
			i += 7;
		else if (c == '"')
			inside = !inside;
		else if (inside ? c < ' ' : (c | ' ') == '{' && ++parts > WT_JSON_PARTS)
			return i;
		else if (c == '\\' && wt_span_starts(wt_span_make(json.at + i, json.len - i), WT_SPAN("\\u0000")))
			return i;
		else if (c == '\\')
			i++;
	}
	return json.len;
}

static int
refuse(struct wt_error *error, size_t byte, const char *why)
{
	return wt_error_set(error, WT_ESYNTAX, byte, "not valid JSON at byte %zu: %s", byte, why);
}

/* Parse with `t`; the bytes taken are *taken. */
static enum json_tokener_error
parse(struct json_tokener *t, struct wt_span json, struct json_object **out, size_t *taken)
{
	*out = json_tokener_parse_ex(t, json.at, (int)json.len);
	*taken = json_tokener_get_parse_end(t);
	/* A NUL is the end: a number is complete there, all else is not. */
	if (json_tokener_get_error(t) == json_tokener_continue)
		*out = json_tokener_parse_ex(t, "", 1);
	return json_tokener_get_error(t);
}

int
wt_json_parse(struct wt_span json, bool more, struct json_object **out, struct wt_error *error)
{
	struct json_tokener *t;
	enum json_tokener_error problem;
	size_t taken, byte;
	int code = WT_OK;

	*out = NULL;
	if (json.len > INT_MAX)
		return wt_error_set(error, WT_ELIMIT, 0, "JSON of more than %d bytes", INT_MAX);
	byte = find_forbidden(json);
	if (more)
		json.len = byte;
	else if (byte < json.len)
		return (json.at[byte] | ' ') != '{' ? refuse(error, byte + 1, "a control character") :
		    wt_error_set(error, WT_ELIMIT, byte + 1, "more than %d objects and lists", WT_JSON_PARTS);
	if ((t = json_tokener_new_ex(WT_JSON_DEPTH)) == NULL)
		return wt_error_set(error, WT_ENOMEM, 0, "memory ran out");
	json_tokener_set_flags(t, JSON_TOKENER_STRICT | (more ? JSON_TOKENER_ALLOW_TRAILING_CHARS : 0));
	problem = parse(t, json, out, &taken);
	byte = taken < json.len ? taken + 1 : json.len;
	if (problem == json_tokener_error_depth)
		code = wt_error_set(error, WT_ELIMIT, byte, "values nested more than %d deep", WT_JSON_DEPTH);
	else if (problem != json_tokener_success)
		code = refuse(error, byte, json_tokener_error_desc(problem));
	else if (taken == 0)
		code = wt_error_set(error, WT_ENOMEM, 0, "memory ran out");
	else if (taken < json.len && !more)
		code = refuse(error, byte, "unexpected character");
	json_tokener_free(t);
	if (code != WT_OK) {
		json_object_put(*out);
		*out = NULL;
	}
	return code;
}

struct json_object *
wt_json_member(const struct json_object *object, const char *name)
{
	struct json_object *value;

	return json_object_object_get_ex(object, name, &value) ? value : NULL;
}

size_t
wt_json_count(const struct json_object *array)
{
	return json_object_is_type(array, json_type_array) ? json_object_array_length(array) : 0;
}

struct json_object *
wt_json_at(const struct json_object *array, size_t i)
{
	return i < wt_json_count(array) ? json_object_array_get_idx(array, i) : NULL;
}

struct wt_span
wt_json_text(struct json_object *value)
{
	if (json_object_is_type(value, json_type_string))
		return wt_span_make(json_object_get_string(value), (size_t)json_object_get_string_len(value));
	/* Numbers that are too large come as the largest. */
	if (json_object_is_type(value, json_type_int) && json_object_get_uint64(value) != UINT64_MAX &&
	    json_object_get_int64(value) != INT64_MIN)
		return wt_span_of(json_object_get_string(value));
	return wt_span_make("", 0);
}

struct wt_json_members
wt_json_members(struct json_object *object)
{
	return (struct wt_json_members){ .at = json_object_iter_begin(object),
	    .end = json_object_iter_end(object) };
}

bool
wt_json_next(struct wt_json_members *m)
{
	if (json_object_iter_equal(&m->at, &m->end))
		return false;
	m->name = json_object_iter_peek_name(&m->at);
	m->value = json_object_iter_peek_value(&m->at);
	json_object_iter_next(&m->at);
	return true;
}
