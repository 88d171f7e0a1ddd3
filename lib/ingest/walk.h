/*
 * walk.h - the files below some files and folders, in byte order of names.
 *
 * Links inside folders are not followed and files that are not regular are not
 * opened; both are told to `skips`.  What is named by the user himself may be a
 * link.  A folder that holds no article is told too, and one that lies in itself.
 */
#ifndef WT_INGEST_WALK_H
#define WT_INGEST_WALK_H

#include "base/err.h"
#include "ingest/skip.h"

struct wt_walk;

enum wt_file_kind {
	WT_FILE_OTHER,          /* nothing to be read */
	WT_FILE_TEXT,
	WT_FILE_JSONL,
	WT_FILE_JSON,
	WT_FILE_COLUMNS,        /* CSV and TSV */
	WT_FILE_HTML,
	WT_FILE_WARC,
	WT_FILE_ARCHIVE
};

/* Does a name end so, in any case of letters: "BERITA.TXT"? */
bool wt_file_ending_is(struct wt_span name, const char *ending);

/* The kind of a file by the ending of its name. */
enum wt_file_kind wt_file_kind_of(struct wt_span name);

/* What the user names: paths, and behind them those that a file lists. */
struct wt_names {
	const char *const *paths;
	size_t count;
	const char *list;       /* a path a line; "-" is standard input; NULL: none */
	bool nul;               /* its paths end with NUL bytes instead of lines */
};

/* The names and `skips` are borrowed.  WT_OK; WT_ENOMEM; what opening the list gave. */
int wt_walk_open(const struct wt_names *names, struct wt_skips *skips, struct wt_walk **out,
    struct wt_error *error);
void wt_walk_close(struct wt_walk *w);

/*
 * The next file, valid until the next call; *given: it was named by the user, so
 * that its kind may be any.  WT_OK, WT_ENOENT at the end, WT_ENOMEM, WT_EIO (of the list).  `order` goes
 * into what is told to skips.
 */
int wt_walk_next(struct wt_walk *w, uint64_t order, const char **path, bool *given);

/*
 * How many bytes at the front of the last path are the folder that the user named,
 * with the slash behind it; 0 where he named the file.
 */
size_t wt_walk_root(const struct wt_walk *w);

#endif
