/* walk.c - one list of names for each folder on the way, behind walk.h. */
#include "ingest/walk.h"
#include "base/buf.h"
#include "ingest/archive.h"
#include "ingest/stream.h"

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
	dev_t device;           /* with the inode: which folder it is */
	ino_t inode;
};

struct wt_walk {
	struct wt_names names;
	size_t at;              /* of the paths */
	struct wt_stream *list; /* owned, or NULL */
	struct wt_skips *skips;
	struct level levels[DEPTH];
	size_t depth;
	char path[PATH + 300];
	uint64_t order;
};

bool
wt_file_ending_is(struct wt_span name, const char *ending)
{
	size_t len = strlen(ending);

	return name.len >= len && wt_span_same(wt_span_make(name.at + name.len - len, len), wt_span_of(ending));
}

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
		{ ".xhtml", WT_FILE_HTML }, { ".warc", WT_FILE_WARC },
	};

	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
		if (wt_file_ending_is(name, kinds[i].ending))
			return kinds[i].kind;
	return wt_archive_named(name) ? WT_FILE_ARCHIVE : WT_FILE_OTHER;
}

int
wt_walk_open(const struct wt_names *names, struct wt_skips *skips, struct wt_walk **out,
    struct wt_error *error)
{
	struct wt_walk *w = calloc(1, sizeof *w);
	struct wt_error inner = { 0 };
	int code;

	*out = NULL;
	if (w == NULL)
		return wt_error_set(error, WT_ENOMEM, 0, "memory ran out");
	w->names = *names;
	w->skips = skips;
	if (names->list != NULL && (code = wt_stream_open(names->list, &w->list, &inner)) != WT_OK) {
		wt_walk_close(w);
		return wt_error_set(error, code, 0, "%s: %s", names->list, inner.text);
	}
	*out = w;
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
	wt_stream_close(w->list);
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

/* Is it one of the folders that we are in?  Mounts can make a folder lie in itself. */
static bool
entered(const struct wt_walk *w, const struct stat *st)
{
	for (size_t i = 0; i < w->depth; i++)
		if (w->levels[i].device == st->st_dev && w->levels[i].inode == st->st_ino)
			return true;
	return false;
}

/* Go into the folder w->path. */
static int
enter(struct wt_walk *w, const struct stat *st)
{
	struct level *l = &w->levels[w->depth];
	size_t len = strlen(w->path);
	DIR *dir;
	int code;

	if (w->depth == DEPTH || len + 1 >= PATH) {
		wt_skips_add(w->skips, w->order, wt_span_of(w->path), 0, "folders nested too deep");
		return WT_OK;
	}
	if (entered(w, st)) {
		wt_skips_add(w->skips, w->order, wt_span_of(w->path), 0, "a folder that lies in itself");
		return WT_OK;
	}
	if ((dir = opendir(w->path)) == NULL) {
		wt_skips_add(w->skips, w->order, wt_span_of(w->path), 0, "%s", strerror(errno));
		return errno == ENOMEM ? WT_ENOMEM : WT_OK;
	}
	while (len > 1 && w->path[len - 1] == '/')
		w->path[--len] = '\0';
	*l = (struct level){ .path_len = len, .device = st->st_dev, .inode = st->st_ino };
	w->depth++;
	code = read_names(dir, l);
	closedir(dir);
	return code;
}

static bool
leads_to_folder(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
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
		return enter(w, &st);
	} else if (!given && wt_file_kind_of(wt_span_of(w->path)) == WT_FILE_OTHER &&
	    !(S_ISLNK(st.st_mode) && leads_to_folder(w->path))) {
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

/* The next name of the list, into w->path.  WT_ENOENT at its end. */
static int
next_listed(struct wt_walk *w)
{
	struct wt_span name;
	int code;

	do {
		code = w->names.nul ? wt_stream_until(w->list, '\0', PATH - 1, &name) :
		    wt_stream_line(w->list, PATH - 1, &name);
	} while (code == WT_OK && name.len == 0);
	if (code == WT_OK && !w->names.nul && memchr(name.at, '\0', name.len) != NULL)
		code = WT_ELIMIT;
	*w->path = '\0';
	if (code == WT_OK && wt_span_is(name, "-")) {
		/* A file of this name: a list has no standard input. */
		strcpy(w->path, "./-");
	} else if (code == WT_OK) {
		memcpy(w->path, name.at, name.len);
		w->path[name.len] = '\0';
	} else if (code == WT_ELIMIT) {
		wt_skips_add(w->skips, w->order, wt_span_of(w->names.list), 0, "a line that is no path");
		code = WT_OK;
	}
	return code;
}

/* The next name of the user's, into w->path; empty if it is none.  WT_ENOENT at the end. */
static int
next_given(struct wt_walk *w)
{
	const char *path;

	if (w->at == w->names.count)
		return w->list == NULL ? WT_ENOENT : next_listed(w);
	path = w->names.paths[w->at++];
	*w->path = '\0';
	if (strlen(path) < PATH)
		strcpy(w->path, path);
	else
		wt_skips_add(w->skips, w->order, wt_span_make(path, 100), 0, "the path is too long");
	return WT_OK;
}

int
wt_walk_next(struct wt_walk *w, uint64_t order, const char **path, bool *given)
{
	bool file = false;
	int code = WT_OK;

	w->order = order;
	*path = w->path;
	while (code == WT_OK && !file) {
		*given = w->depth == 0;
		if (w->depth > 0 && !next_name(w)) {
			leave(w);
			continue;
		}
		if (*given && (code = next_given(w)) != WT_OK)
			break;
		if (*given && strcmp(w->path, "-") == 0)
			break;
		if (*w->path != '\0')
			code = look(w, *given, &file);
	}
	if (file && w->depth > 0)
		w->levels[w->depth - 1].found = true;
	return code;
}

size_t
wt_walk_root(const struct wt_walk *w)
{
	/* The first level is the named folder. */
	size_t len = w->depth == 0 ? 0 : w->levels[0].path_len;

	return len == 0 ? 0 : len + (w->path[len] == '/');
}
