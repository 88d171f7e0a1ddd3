/* linked.c - behind linked.h. */
#include "ingest/linked.h"
#include "ingest/json.h"

#define OBJECTS 200             /* looked at in one script */

static void
set(struct wt_arena *arena, struct wt_span *place, struct json_object *value)
{
	if (place->len == 0)
		*place = wt_arena_copy(arena, wt_json_text(value));
}

static bool
names_article(struct json_object *type)
{
	struct wt_span name = wt_json_text(type);

	return wt_span_ends(name, WT_SPAN("Article")) || wt_span_ends(name, WT_SPAN("Posting")) ||
	    wt_span_is(name, "Report");
}

static bool
is_article(struct json_object *object)
{
	struct json_object *type = wt_json_member(object, "@type");

	for (size_t i = 0; i < wt_json_count(type); i++)
		if (names_article(wt_json_at(type, i)))
			return true;
	return names_article(type);
}

static void
read_article(struct json_object *object, struct wt_arena *arena, struct wt_linked *out)
{
	struct json_object *publisher = wt_json_member(object, "publisher");

	set(arena, &out->headline, wt_json_member(object, "headline"));
	set(arena, &out->published, wt_json_member(object, "datePublished"));
	set(arena, &out->body, wt_json_member(object, "articleBody"));
	set(arena, &out->url, wt_json_member(object, "url"));
	set(arena, &out->publisher, wt_json_member(publisher, "name"));
}

/* The objects at the top: one, those of a list, those under @graph. */
static void
read_objects(struct json_object *root, struct wt_arena *arena, struct wt_linked *out)
{
	struct json_object *list = json_object_is_type(root, json_type_array) ? root : wt_json_member(root, "@graph");

	if (is_article(root))
		read_article(root, arena, out);
	for (size_t i = 0; i < wt_json_count(list) && i < OBJECTS; i++) {
		struct json_object *object = wt_json_at(list, i);

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
	struct json_object *root;

	if (wt_json_parse(json, true, &root, NULL) == WT_OK)
		read_objects(root, arena, out);
	else if (out->published.len == 0)
		out->published = wt_arena_copy(arena, find_value(json, "\"datePublished\""));
	json_object_put(root);
}
