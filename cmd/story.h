/* story.h - an article of an index with its text, for commands that look for words in it. */
#ifndef WT_CMD_STORY_H
#define WT_CMD_STORY_H

#include "cmd/open.h"

struct story {
	struct wt_span key;             /* the article's id */
	struct wt_story story;
	struct wt_span text;
	size_t title_start, title_end;  /* bytes of the text that are the title; 0, 0 if it is apart */
};

/* Everything in the arena: WT_OK, WT_ENOMEM, WT_ECORRUPT. */
int story_load(struct opened *o, uint32_t segment, uint32_t doc, struct wt_arena *arena,
    struct story *s);

/* A passage as one line: white space and controls become single spaces. */
struct wt_span story_line(struct wt_arena *arena, struct wt_span passage);

#endif
