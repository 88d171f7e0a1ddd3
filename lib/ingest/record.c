/* record.c - the only user of jansson, behind record.h. */
#include "ingest/record.h"
#include "ingest/clean.h"
#include "text/utf8.h"

#include <jansson.h>
#include <stdlib.h>

struct wt_json_file {
	json_t *root;
	size_t at;
};

/* The names of each field, the most usual first. */
static const char *const ids[] = { "id", "article_id", "_id", "uuid", "doc_id", NULL };
static const char *const titles[] = { "title", "judul", "headline", NULL };
static const char *const dates[] = { "date", "tanggal", "published", "published_at", "datePublished",
	"date_published", "pubdate", "datetime", "waktu", NULL };
static const char *const texts[] = { "text", "isi", "content", "body", "konten", "artikel", "article",
	NULL };
static const char *const sources[] = { "source", "sumber", "source_name", "media", "publisher", NULL };
static const char *const urls[] = { "url", "link", "source_url", "tautan", NULL };

static const char *const *const names[WT_RECORD_FIELDS] = {
	[WT_RECORD_ID] = ids, [WT_RECORD_TITLE] = titles, [WT_RECORD_DATE] = dates,
	[WT_RECORD_TEXT] = texts, [WT_RECORD_SOURCE] = sources, [WT_RECORD_URL] = urls,
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
	return set_text(r, bytes, error);
}

static bool
same_name(struct wt_span a, const char *b)
{
	size_t i = 0;

	for (; i < a.len && b[i] != '\0'; i++) {
		char x = a.at[i] >= 'A' && a.at[i] <= 'Z' ? (char)(a.at[i] + 32) : a.at[i];
		char y = b[i] >= 'A' && b[i] <= 'Z' ? (char)(b[i] + 32) : b[i];

		if (x != y)
			return false;
	}
	return i == a.len && b[i] == '\0';
}

int
wt_record_field(struct wt_span name)
{
	for (int i = 0; i < WT_RECORD_FIELDS; i++)
		for (const char *const *n = names[i]; *n != NULL; n++)
			if (same_name(name, *n))
				return i;
	return -1;
}

int
wt_record_fields(struct wt_record *r, const struct wt_span *fields, struct wt_error *error)
{
	struct wt_article *a = &r->article;

	a->id = wt_clean_line(&r->arena, fields[WT_RECORD_ID]);
	a->title = wt_clean_line(&r->arena, fields[WT_RECORD_TITLE]);
	a->date = wt_clean_line(&r->arena, fields[WT_RECORD_DATE]);
	a->source = wt_clean_line(&r->arena, fields[WT_RECORD_SOURCE]);
	a->url = wt_clean_line(&r->arena, fields[WT_RECORD_URL]);
	return set_text(r, fields[WT_RECORD_TEXT], error);
}

/* The value of the first of some keys that is there, as text. */
static struct wt_span
member(struct wt_record *r, const json_t *object, const char *const *keys)
{
	for (; *keys != NULL; keys++) {
		const json_t *v = json_object_get(object, *keys);

		if (json_is_string(v) && json_string_length(v) > 0)
			return wt_span_make(json_string_value(v), json_string_length(v));
		if (json_is_integer(v))
			return wt_arena_printf(&r->arena, "%" JSON_INTEGER_FORMAT, json_integer_value(v));
	}
	return wt_span_make("", 0);
}

static int
from_object(struct wt_record *r, const json_t *object, struct wt_error *error)
{
	struct wt_span fields[WT_RECORD_FIELDS];

	if (!json_is_object(object))
		return wt_error_set(error, WT_EINVAL, 0, "not a JSON object");
	for (int i = 0; i < WT_RECORD_FIELDS; i++)
		fields[i] = member(r, object, names[i]);
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
wt_record_json(struct wt_record *r, struct wt_span line, struct wt_error *error)
{
	struct wt_span clean;
	json_t *root;
	int code = wt_utf8_clean(&r->arena, line, &clean, &r->replaced);

	if (code != WT_OK)
		return wt_error_set(error, code, 0, "memory ran out");
	if ((root = parse(clean, error)) == NULL)
		return error->code;
	code = from_object(r, root, error);
	json_decref(root);
	return code;
}

int
wt_json_file_open(struct wt_span bytes, struct wt_json_file **out, struct wt_error *error)
{
	struct wt_json_file *f = calloc(1, sizeof *f);

	*out = NULL;
	if (f == NULL)
		return wt_error_set(error, WT_ENOMEM, 0, "memory ran out");
	if ((f->root = parse(bytes, error)) == NULL) {
		free(f);
		return error->code;
	}
	*out = f;
	return WT_OK;
}

void
wt_json_file_close(struct wt_json_file *f)
{
	if (f == NULL)
		return;
	json_decref(f->root);
	free(f);
}

int
wt_json_file_next(struct wt_json_file *f, struct wt_record *r, struct wt_error *error)
{
	size_t count = json_is_array(f->root) ? json_array_size(f->root) : 1;
	const json_t *object = f->root;

	if (f->at == count)
		return WT_ENOENT;
	if (json_is_array(f->root))
		object = json_array_get(f->root, f->at);
	r->position = ++f->at;
	return from_object(r, object, error);
}
