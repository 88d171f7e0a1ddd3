/*
 * compile.h - dictionaries as an editor writes them to the bytes of dict.h.
 *
 * Any table compiles; dict/spec.c says which columns make phrases.  Cells of
 * those columns hold alternatives parted by |.  A phrase that ends in brackets,
 * "Program Keluarga Harapan (PKH)", counts without them too.  In columns of
 * stem patterns {class} stands for every root of that class in the table
 * programme_actions.
 *
 * The same sources give the same bytes, in whatever order they are passed.
 */
#ifndef WT_DICT_COMPILE_H
#define WT_DICT_COMPILE_H

#include "base/buf.h"
#include "base/err.h"

/* One TSV file. */
struct wt_dict_source {
	const char *table;      /* its name without folder and ".tsv" */
	const char *path;       /* for messages, kept in the dictionary */
	struct wt_span bytes;
};

/* Bytes made by another layer; the name has at most 8 letters. */
struct wt_dict_extra {
	const char *name;
	struct wt_span bytes;
};

/*
 * Append the compiled dictionary to `out`.  Two sources of one table are laid
 * over each other: a row of the later source with the key of an earlier row
 * replaces it, a row whose key begins with "-" takes the row of that key out,
 * and other rows are added.  WT_OK, WT_ENOMEM, or WT_ESYNTAX with file and line
 * (cells missing, not UTF-8, a key twice in one file, an unknown class).
 */
int wt_dict_compile(const struct wt_dict_source *sources, size_t nsources,
    const struct wt_dict_extra *extras, size_t nextras, struct wt_buf *out, struct wt_error *error);

#endif
