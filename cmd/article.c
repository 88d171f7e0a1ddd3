/* article.c - one article of an index, for `warta show` and `warta serve`; behind answer.h. */
#include "cmd/answer.h"
#include "ingest/tables.h"

#include <string.h>

/* Of what is it a near copy? */
static int
name_original(struct opened *o, struct wt_arena *arena, struct article *a)
{
	uint32_t group = wt_copies_group(o->copies, a->place.segment, a->place.doc);
	struct wt_place first;

	if (group == WT_NO_GROUP)
		return WT_OK;
	first = wt_copies_member(o->copies, group, 0);
	if (first.segment == a->place.segment && first.doc == a->place.doc)
		return WT_OK;
	return cmd_key(o, first, arena, &a->facts.duplicate_of);
}

/* Read what a list says of a member of a group. */
static int
load_copy(struct opened *o, uint32_t group, uint32_t number, struct wt_arena *arena,
    struct copy *copy)
{
	struct wt_place p = wt_copies_member(o->copies, group, number);
	struct wt_story story;
	int code = cmd_key(o, p, arena, &copy->key);

	if (code == WT_OK)
		code = wt_load_story(&o->loader, wt_index_segment(o->index, p.segment), p.doc, arena,
		    &story);
	if (code != WT_OK)
		return code;
	copy->title = story.title;
	copy->published = story.published;
	copy->source = story.source;
	copy->original = number == 0;
	return WT_OK;
}

int
answer_copies(struct opened *o, struct wt_span key, uint32_t most, struct wt_arena *arena,
    struct copy **list, uint32_t *count, uint32_t *total)
{
	struct wt_place own;
	uint32_t group;
	int code = wt_index_find(o->index, key, &own.segment, &own.doc);

	*count = *total = 0;
	group = code == WT_OK ? wt_copies_group(o->copies, own.segment, own.doc) : WT_NO_GROUP;
	if (group == WT_NO_GROUP)
		return code;
	*total = wt_copies_size(o->copies, group) - 1;
	most = *total < most ? *total : most;
	if ((*list = wt_arena_array(arena, (size_t)most + 1, sizeof **list)) == NULL)
		return WT_ENOMEM;
	for (uint32_t i = 0; *count < most && code == WT_OK; i++) {
		struct wt_place p = wt_copies_member(o->copies, group, i);

		if (p.segment != own.segment || p.doc != own.doc)
			code = load_copy(o, group, i, arena, &(*list)[(*count)++]);
	}
	return code;
}

int
answer_article(struct opened *o, struct wt_span key, struct wt_arena *arena,
    struct article *article, struct wt_error *error)
{
	const struct wt_segment *s;
	struct wt_story story;
	uint32_t segment, doc;
	int code = wt_index_find(o->index, key, &segment, &doc);

	if (code == WT_ENOENT)
		return wt_error_set(error, code, 0, "%.*s: no article has this id", (int)key.len,
		    key.at);
	article->place = (struct wt_place){ segment, doc };
	s = code == WT_OK ? wt_index_segment(o->index, segment) : NULL;
	if (code == WT_OK &&
	    (code = wt_load_facts(&o->loader, s, doc, arena, &article->facts)) == WT_OK &&
	    (code = name_original(o, arena, article)) == WT_OK &&
	    (code = wt_load_story(&o->loader, s, doc, arena, &story)) == WT_OK &&
	    (code = wt_load_text(&o->loader, s, doc, arena, &article->text)) == WT_OK)
		article->title_inside = story.title_inside;
	if (code != WT_OK && wt_index_error(o->index, error) == WT_OK)
		wt_error_set(error, code, 0, "%s", wt_strerror(code));
	return code;
}

int
article_mentions(const struct article *a, struct wt_arena *arena, struct wt_mention **list,
    uint32_t *count)
{
	const struct wt_facts *f = &a->facts;

	*count = 0;
	if ((*list = wt_arena_array(arena, (size_t)f->nmentions + 1, sizeof **list)) == NULL)
		return WT_ENOMEM;
	for (uint32_t i = 0; i < f->nmentions; i++) {
		const struct wt_mention *m = &f->mentions[i];

		if ((m->zone != 0 || a->title_inside) && m->start < m->end && m->end <= a->text.len)
			(*list)[(*count)++] = *m;
	}
	html_order(*list, *count);
	return WT_OK;
}

struct wt_span
article_said(struct wt_arena *arena, struct wt_span region_id, struct wt_span programme_id)
{
	return wt_arena_printf(arena, "%.*s:%.*s", (int)region_id.len, region_id.at,
	    (int)programme_id.len, programme_id.at);
}

/* The sentence of a title may not. */
bool
article_has(const struct article *a, const struct wt_claim *c)
{
	return c->start < c->end && c->end <= a->text.len && wt_span_eq(c->evidence,
	    wt_span_make(a->text.at + c->start, c->end - c->start));
}

int
article_marks(const struct article *a, struct wt_arena *arena, struct html_mark **list,
    uint32_t *count)
{
	const struct wt_facts *f = &a->facts;
	struct wt_mention *mentions;
	uint32_t nmentions;
	int code = article_mentions(a, arena, &mentions, &nmentions);

	*count = 0;
	if (code != WT_OK)
		return code;
	*list = wt_arena_array(arena, (size_t)nmentions + f->nclaims + 1, sizeof **list);
	if (*list == NULL)
		return WT_ENOMEM;
	for (uint32_t i = 0; i < nmentions; i++)
		(*list)[(*count)++] = html_mention(&mentions[i]);
	for (uint32_t i = 0; i < f->nclaims; i++) {
		const struct wt_claim *c = &f->claims[i];

		if (c->best && article_has(a, c))
			(*list)[(*count)++] = (struct html_mark){ .start = c->start, .end = c->end,
			    .id = article_said(arena, c->region_id, c->programme_id) };
	}
	return arena->err;
}

struct wt_span
article_programme(const struct article *a, struct wt_span id)
{
	for (uint32_t i = 0; i < a->facts.nprogrammes; i++)
		if (wt_span_eq(a->facts.programmes[i].id, id))
			return a->facts.programmes[i].name;
	return id;
}

/* Rows come as lines of objects; in a list they have commas between. */
static int
put_rows(void *context, const void *bytes, size_t len)
{
	struct wt_buf *out = context;
	struct wt_span rest = wt_span_make(bytes, len), line;

	while (wt_span_cut(&rest, '\n', &line)) {
		if (line.len == 0)
			continue;
		wt_buf_puts(out, out->at[out->len - 1] == '[' ? "\n" : ",\n");
		wt_buf_putspan(out, line);
	}
	return out->err;
}

static int
put_table(struct opened *o, const struct wt_facts *facts, enum wt_table_number table,
    struct wt_buf *out, struct wt_error *error)
{
	struct wt_tables_options options = { .dict = o->dict, .only = (int)table,
	    .format = WT_ROW_JSONL, .write = put_rows, .write_context = out, .copies_known = true,
	    .count_copies = true };
	struct wt_result result = { .facts = facts };
	struct wt_tables *t = NULL;
	struct wt_skips none = { 0 };
	int code = wt_tables_open(&options, &t, error);

	wt_buf_printf(out, ",\n\"%s\": [", wt_schema_of(table)->name);
	if (code == WT_OK && out->err == WT_OK &&
	    (code = wt_tables_prepare(t, 0, &result, error)) == WT_OK &&
	    (code = wt_tables_commit(t, 0, &result, error)) == WT_OK)
		code = wt_tables_finish(t, &none, error);
	wt_tables_close(t);
	wt_buf_puts(out, "\n]");
	return code;
}

int
article_json(struct opened *o, const struct article *a, struct wt_buf *out, struct wt_error *error)
{
	int code = WT_OK;

	wt_buf_puts(out, "{\n\"text\": ");
	wt_json_string(out, a->text);
	for (int table = 0; code == WT_OK && table < WT_TABLE_COUNT; table++)
		if (table != WT_TABLE_TOKENS && table != WT_TABLE_SKIPPED)
			code = put_table(o, &a->facts, (enum wt_table_number)table, out, error);
	wt_buf_puts(out, "\n}\n");
	if (code == WT_OK && out->err != WT_OK)
		code = wt_error_set(error, out->err, 0, "%s", wt_strerror(out->err));
	return code;
}
