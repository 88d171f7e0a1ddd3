/* merge_private.h - a merge from inside: documents, lists and columns, a file each. */
#ifndef WT_INDEX_MERGE_PRIVATE_H
#define WT_INDEX_MERGE_PRIVATE_H

#include "index/merge.h"
#include "index/segment_private.h"

struct wt_origin {
	uint32_t source, doc;
};

struct wt_merge {
	const struct wt_source *sources;
	uint32_t count;
	struct wt_writer w;
	uint32_t docs;
	struct wt_origin *origins;      /* owned: where each document comes from */
	uint32_t **numbers;             /* owned: of each source, the new number of a document */
	struct wt_buf key;              /* the key given last */
	struct wt_stored *stored;       /* owned: of each source */
	size_t fetched;                 /* bytes of streams since pages were given back */
};

/* Give the pages of all sources back, and count the bytes that are read anew. */
void wt_merge_forget(const struct wt_merge *m, size_t *bytes);

/* Number the live documents by date and key. */
int wt_merge_order(struct wt_merge *m);

/*
 * Forms of a segment, by their terms.  They stand elsewhere in the dictionary than
 * these, so they are gathered first.
 */
struct wt_merge_form {
	uint64_t term;          /* number of the entry of its term */
	uint32_t number;        /* in its list */
	uint32_t len;
	size_t at;              /* of its bytes in the spellings */
};

struct wt_merge_forms {
	struct wt_merge_form *forms;    /* owned; by term and number */
	size_t count, cap;
	struct wt_buf spellings;
};

int wt_merge_forms_gather(struct wt_merge_forms *f, const struct wt_segment *s);
void wt_merge_forms_free(struct wt_merge_forms *f);

/* Merges lists, one range of terms after the other; a thread has its own. */
struct wt_list_merger;

int wt_list_merger_open(struct wt_merge *m, const struct wt_merge_forms *forms,
    struct wt_list_merger **out);

/* Lists with terms from `from` to below `end`, which may be empty: to the last. */
int wt_list_merger_run(struct wt_list_merger *l, struct wt_writer *w, struct wt_span from,
    struct wt_span end);
void wt_list_merger_close(struct wt_list_merger *l);

/* All lists, by several threads. */
int wt_merge_lists(struct wt_merge *m, unsigned threads);
int wt_merge_columns(struct wt_merge *m);

#endif
