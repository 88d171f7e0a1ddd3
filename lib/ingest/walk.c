/* walk.c - one list of names for each folder on the way, behind walk.h. */
#include "ingest/walk.h"
#include "base/buf.h"
#include "ingest/archive.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define DEPTH 64                /* folders within each other */
#define PATH ((size_t)4000)     /* bytes of a path */

struct level {
	char **names;           /* owned, sorted */
	size_t count, at;
	size_t path_len;        /* of the folder */
	bool found;             /* was there a file or a folder with one? */
};

struct wt_walk {
	const char *const *paths;
	size_t count, at;
	struct wt_skips *skips;
	struct level levels[DEPTH];
	size_t depth;
	char path[PATH + 300];
	uint64_t order;
};

enum wt_file_kind
wt_file_kind_of(struct wt_span name)
{
	static const struct {
		const char *ending;
		enum wt_file_kind kind;
	} kinds[] = {
		{ ".txt", WT_FILE_TEXT }, { ".text", WT_FILE_TEXT }, { ".jsonl", WT_FILE_JSONL },
		{ ".ndjson", WT_FILE_JSONL }, { ".json", WT_FILE_JSON }, { ".csv", WT_FILE_COLUMNS },
		{ ".tsv", WT_FILE_COLUMNS }, { ".html", WT_FILE_HTML }, { ".htm", WT_FILE_HTML },
	};

	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
		if (wt_span_ends(name, wt_span_of(kinds[i].ending)))
			return kinds[i].kind;
	return wt_archive_named(name) ? WT_FILE_ARCHIVE : WT_FILE_OTHER;
}

int
wt_walk_open(const char *const *paths, size_t count, struct wt_skips *skips, struct wt_walk **out)
{
	struct wt_walk *w = calloc(1, sizeof *w);

	*out = w;
	if (w == NULL)
		return WT_ENOMEM;
	w->paths = paths;
	w->count = count;
	w->skips = skips;
	return WT_OK;
}

static void
leave(struct wt_walk *w)
{
	struct level *l = &w->levels[--w->depth];

	w->path[l->path_len] = '\0';
	if (!l->found && w->depth == 0)
		wt_skips_add(w->skips, w->order, wt_span_of(w->path), 0, "no articles in this folder");
	for (size_t i = 0; i < l->count; i++)
		free(l->names[i]);
	free(l->names);
	if (l->found && w->depth > 0)
		w->levels[w->depth - 1].found = true;
	*l = (struct level){ 0 };
}

void
wt_walk_close(struct wt_walk *w)
{
	if (w == NULL)
		return;
	for (size_t i = 0; i < w->depth; i++) {
		for (size_t k = 0; k < w->levels[i].count; k++)
			free(w->levels[i].names[k]);
		free(w->levels[i].names);
	}
	free(w);
}

static int
by_bytes(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static int
read_names(DIR *dir, struct level *l)
{
	const struct dirent *entry;
	size_t cap = 0;

	while ((entry = readdir(dir)) != NULL) {
		char **names;

		if (entry->d_name[0] == '.')
			continue;
		if ((names = wt_grow(l->names, &cap, l->count + 1, sizeof *names)) == NULL)
			return WT_ENOMEM;
		l->names = names;
		if ((names[l->count] = strdup(entry->d_name)) == NULL)
			return WT_ENOMEM;
		l->count++;
	}
	if (l->count > 0)
		qsort(l->names, l->count, sizeof *l->names, by_bytes);
	return WT_OK;
}

/* Go into the folder w->path. */
static int
enter(struct wt_walk *w)
{
	struct level *l = &w->levels[w->depth];
	size_t len = strlen(w->path);
	DIR *dir;
	int code;

	if (w->depth == DEPTH || len + 1 >= PATH) {
		wt_skips_add(w->skips, w->order, wt_span_of(w->path), 0, "folders nested too deep");
		return WT_OK;
	}
	if ((dir = opendir(w->path)) == NULL) {
		wt_skips_add(w->skips, w->order, wt_span_of(w->path), 0, "%s", strerror(errno));
		return errno == ENOMEM ? WT_ENOMEM : WT_OK;
	}
	while (len > 1 && w->path[len - 1] == '/')
		w->path[--len] = '\0';
	*l = (struct level){ .path_len = len };
	w->depth++;
	code = read_names(dir, l);
	closedir(dir);
	return code;
}

/* Look at w->path: is it a file to be read?  Folders are entered. */
static int
look(struct wt_walk *w, bool given, bool *file)
{
	struct stat st;
	int failed = given ? stat(w->path, &st) : lstat(w->path, &st);

	*file = false;
	if (failed) {
		wt_skips_add(w->skips, w->order, wt_span_of(w->path), 0, "%s", strerror(errno));
	} else if (S_ISDIR(st.st_mode)) {
		return enter(w);
	} else if (!given && wt_file_kind_of(wt_span_of(w->path)) == WT_FILE_OTHER) {
		return WT_OK;
	} else if (S_ISLNK(st.st_mode)) {
		wt_skips_add(w->skips, w->order, wt_span_of(w->path), 0, "a link, not followed");
	} else if (!S_ISREG(st.st_mode)) {
		wt_skips_add(w->skips, w->order, wt_span_of(w->path), 0, "not a regular file");
	} else {
		*file = true;
	}
	return WT_OK;
}

/* The next name of the folder we are in, put behind its path. */
static bool
next_name(struct wt_walk *w)
{
	struct level *l = &w->levels[w->depth - 1];
	const char *name;
	size_t len;

	if (l->at == l->count)
		return false;
	name = l->names[l->at++];
	len = strlen(name);
	if (len > 255)
		len = 255;
	w->path[l->path_len] = '/';
	memcpy(w->path + l->path_len + (w->path[l->path_len - 1] != '/'), name, len);
	w->path[l->path_len + (w->path[l->path_len - 1] != '/') + len] = '\0';
	return true;
}

int
wt_walk_next(struct wt_walk *w, uint64_t order, const char **path, bool *given)
{
	bool file = false;
	int code = WT_OK;

	w->order = order;
	while (code == WT_OK && !file) {
		if (w->depth > 0) {
			*given = false;
			if (!next_name(w)) {
				leave(w);
				continue;
			}
		} else {
			if (w->at == w->count)
				return WT_ENOENT;
			*given = true;
			*path = w->paths[w->at++];
			if (strcmp(*path, "-") == 0)
				return WT_OK;
			if (strlen(*path) >= PATH) {
				wt_skips_add(w->skips, order, wt_span_make(*path, 100), 0, "the path is too long");
				continue;
			}
			strcpy(w->path, *path);
		}
		code = look(w, *given, &file);
	}
	if (file && w->depth > 0)
		w->levels[w->depth - 1].found = true;
	*path = w->path;
	return code;
}

size_t
wt_walk_root(const struct wt_walk *w)
{
	/* The first level is the named folder. */
	size_t len = w->depth == 0 ? 0 : w->levels[0].path_len;

	return len == 0 ? 0 : len + (w->path[len] == '/');
}
