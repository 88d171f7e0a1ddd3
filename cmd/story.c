/* story.c - behind story.h. */
#include "cmd/story.h"

/* Where the title stands in the text that has it. */
static void
find_title(struct story *s)
{
	struct wt_span title = s->story.title, text = s->text;

	if (!s->story.title_inside || title.len == 0)
		return;
	for (size_t i = 0; i + title.len <= text.len; i++) {
		const char *hit = memchr(text.at + i, title.at[0], text.len - title.len + 1 - i);

		if (hit == NULL)
			return;
		i = (size_t)(hit - text.at);
		if (memcmp(hit, title.at, title.len) == 0) {
			s->title_start = i;
			s->title_end = i + title.len;
			return;
		}
	}
}

int
story_load(struct opened *o, uint32_t segment, uint32_t doc, struct wt_arena *arena,
    struct story *s)
{
	const struct wt_segment *in = wt_index_segment(o->index, segment);
	struct wt_buf key = { 0 };
	int code = wt_document_key(in, doc, &key);

	*s = (struct story){ .key = { "", 0 } };
	if (code == WT_OK)
		s->key = wt_arena_copy(arena, wt_buf_span(&key));
	wt_buf_free(&key);
	if (code == WT_OK)
		code = wt_load_story(&o->loader, in, doc, arena, &s->story);
	if (code == WT_OK)
		code = wt_load_text(&o->loader, in, doc, arena, &s->text);
	if (code == WT_OK)
		find_title(s);
	return code != WT_OK ? code : arena->err;
}

static int
make_part(const struct wt_marker *marker, const struct wt_node *tree, struct wt_arena *arena,
    struct wt_span text, struct story_part *p)
{
	int code = wt_marker_mark(marker, arena, text, true, &p->marked);

	return code != WT_OK ? code : wt_keywords_find(marker, tree, arena, &p->marked,
	    p->title_start, p->title_end, &p->keywords, &p->count);
}

int
story_parts(const struct story *s, const struct wt_marker *marker, const struct wt_node *tree,
    struct wt_arena *arena, struct story_part parts[2], size_t *count)
{
	int code = WT_OK;

	*count = 0;
	if (!s->story.title_inside) {
		parts[0] = (struct story_part){ .title_end = s->story.title.len };
		code = make_part(marker, tree, arena, s->story.title, &parts[(*count)++]);
	}
	if (code != WT_OK)
		return code;
	parts[*count] = (struct story_part){ .title_start = s->title_start, .title_end = s->title_end };
	return make_part(marker, tree, arena, s->text, &parts[(*count)++]);
}

struct wt_span
story_line(struct wt_arena *arena, struct wt_span passage)
{
	char *at = wt_arena_alloc(arena, passage.len + 1);
	size_t len = 0;

	if (at == NULL)
		return wt_span_make("", 0);
	for (size_t i = 0; i < passage.len; i++) {
		bool space = (unsigned char)passage.at[i] <= ' ' || passage.at[i] == 0x7f;

		if (!space)
			at[len++] = passage.at[i];
		else if (len == 0 || at[len - 1] != ' ')
			at[len++] = ' ';
	}
	return wt_span_make(at, len);
}
