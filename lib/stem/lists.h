/*
 * lists.h - the lists of words behind a stemmer, from text to a block of bytes.
 *
 * Each source is a text of lines; an empty one is left out.  Lines end with LF
 * or CR LF; lines that begin with '#' and empty lines are skipped; the first
 * line of a table (every list but plain roots) names its columns.
 *
 *      roots           root, weight, affixes (letters, see roots.h); or plain: one root a line
 *      overrides       root, change (add or drop), affixes, reason
 *      exceptions      form, stem, reason: for whole words
 *      infixes         form, stem, reason: for what affixes leave, too (infixes, compounds)
 *      function_words  word, then anything
 *      stopwords       word, then anything
 *      protected       word, then anything
 */
#ifndef WT_STEM_LISTS_H
#define WT_STEM_LISTS_H

#include "base/buf.h"
#include "base/err.h"

struct wt_stem_source {
	const char *name;       /* for messages, such as the file's name */
	struct wt_span text;
};

struct wt_stem_sources {
	struct wt_stem_source roots, overrides, exceptions, infixes;
	struct wt_stem_source function_words, stopwords, protected;
};

/*
 * Compile the sources to a block of bytes (roots.h), appended to out.  WT_OK;
 * WT_ESYNTAX with error->offset set to a line and "name:line: what is wrong";
 * WT_ENOMEM; WT_ELIMIT for too many words.
 */
int wt_stem_compile(const struct wt_stem_sources *sources, struct wt_buf *out,
    struct wt_error *error);

#endif
