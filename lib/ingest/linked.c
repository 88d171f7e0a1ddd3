/* linked.c - behind linked.h; with record.c the user of jansson. */
#include "ingest/linked.h"

#include <jansson.h>

#define OBJECTS 200             /* looked at in one script */

static void
set(struct wt_arena *arena, struct wt_span *place, const json_t *value)
{
	if (place->len == 0 && json_is_string(value))
		*place = wt_arena_copy(arena, wt_span_make(json_string_value(value),
		    json_string_length(value)));
}

static bool
names_article(const json_t *type)
{
	const char *name = json_string_value(type);

	return name != NULL && (wt_span_ends(wt_span_of(name), WT_SPAN("Article")) ||
	    wt_span_ends(wt_span_of(name), WT_SPAN("Posting")) || strcmp(name, "Report") == 0);
}

static bool
is_article(const json_t *object)
{
	const json_t *type = json_object_get(object, "@type");

	for (size_t i = 0; i < json_array_size(type); i++)
		if (names_article(json_array_get(type, i)))
			return true;
	return names_article(type);
}

static void
read_article(const json_t *object, struct wt_arena *arena, struct wt_linked *out)
{
	const json_t *publisher = json_object_get(object, "publisher");

	set(arena, &out->headline, json_object_get(object, "headline"));
	set(arena, &out->published, json_object_get(object, "datePublished"));
	set(arena, &out->body, json_object_get(object, "articleBody"));
	set(arena, &out->url, json_object_get(object, "url"));
	set(arena, &out->publisher, json_object_get(publisher, "name"));
}

/* The objects at the top: one, those of a list, those under @graph. */
static void
read_objects(const json_t *root, struct wt_arena *arena, struct wt_linked *out)
{
	const json_t *graph = json_object_get(root, "@graph"), *list = json_is_array(root) ? root : graph;

	if (is_article(root))
		read_article(root, arena, out);
	for (size_t i = 0; i < json_array_size(list) && i < OBJECTS; i++) {
		const json_t *object = json_array_get(list, i);

		if (is_article(object))
			read_article(object, arena, out);
	}
}

/* The value of a key in what is no valid JSON: many pages have line ends in their strings. */
static struct wt_span
find_value(struct wt_span json, const char *key)
{
	size_t len = strlen(key), at = 0, end;

	while (at + len <= json.len && memcmp(json.at + at, key, len) != 0)
		at++;
	for (at += len; at < json.len && (json.at[at] == ' ' || json.at[at] == ':'); at++)
		;
	if (at >= json.len || json.at[at] != '"')
		return wt_span_make("", 0);
	for (end = ++at; end < json.len && json.at[end] != '"' && json.at[end] != '\\'; end++)
		;
	return end < json.len && end - at < 100 ? wt_span_make(json.at + at, end - at) : wt_span_make("", 0);
}

void
wt_linked_read(struct wt_span json, struct wt_arena *arena, struct wt_linked *out)
{
	json_t *root = json_loadb(json.at, json.len, JSON_DISABLE_EOF_CHECK, NULL);

	if (root != NULL)
		read_objects(root, arena, out);
	else if (out->published.len == 0)
		out->published = wt_arena_copy(arena, find_value(json, "\"datePublished\""));
	json_decref(root);
}
