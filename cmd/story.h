/* story.h - an article of an index with its text, for commands that look for words in it. */
#ifndef WT_CMD_STORY_H
#define WT_CMD_STORY_H

#include "cmd/open.h"
#include "query/keyword.h"

struct story {
	struct wt_span key;             /* the article's id */
	struct wt_story story;
	struct wt_span text;
	size_t title_start, title_end;  /* bytes of the text that are the title; 0, 0 if it is apart */
};

/* Everything in the arena: WT_OK, WT_ENOMEM, WT_ECORRUPT. */
int story_load(struct opened *o, uint32_t segment, uint32_t doc, struct wt_arena *arena,
    struct story *s);

/* The words of a title or a text, and which of them are keywords of a query. */
struct story_part {
	struct wt_marked marked;
	struct wt_keyword *keywords;
	size_t count;
	size_t title_start, title_end;  /* bytes of the part that are the title */
};

/*
 * The parts of an article, its title where that is apart and its text, with the keywords
 * of the tree that the marker was made of; in the arena.  WT_OK or WT_ENOMEM.
 */
int story_parts(const struct story *s, const struct wt_marker *marker, const struct wt_node *tree,
    struct wt_arena *arena, struct story_part parts[2], size_t *count);

/* A passage as one line: white space and controls become single spaces. */
struct wt_span story_line(struct wt_arena *arena, struct wt_span passage);

#endif
