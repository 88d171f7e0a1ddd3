/*
 * extract.h - from an article to its facts: the one door to extraction.
 *
 * An extractor belongs to one thread: it holds a stemmer, finders of dates and
 * amounts and their working memory.  The dictionary is borrowed, read only, and
 * shared by any number of extractors.
 */
#ifndef WT_EXTRACT_EXTRACT_H
#define WT_EXTRACT_EXTRACT_H

#include "dict/dict.h"
#include "extract/facts.h"

struct wt_extractor;
struct wt_document;

#define WT_EXTRACT_TOKENS 1u    /* fill facts->tokens too */
#define WT_EXTRACT_DOUBTFUL 2u  /* keep claims of any confidence, for fitting the weights */
#define WT_EXTRACT_ARTICLE 4u   /* no rules: what the article says of itself, and tokens if asked for */

/* WT_OK, WT_ENOMEM, WT_ENOENT (a table is missing), WT_ESYNTAX with the table's line. */
int wt_extractor_open(const struct wt_dict *dict, struct wt_extractor **out, struct wt_error *error);
void wt_extractor_close(struct wt_extractor *x);

/*
 * Read one article.  Everything in `facts` lives in the arena, in the article
 * or in the dictionary, and is valid until the first of them goes.  WT_OK,
 * WT_ENOMEM, WT_ELIMIT (a text too long).
 */
int wt_extract(struct wt_extractor *x, const struct wt_article *article, unsigned flags,
    struct wt_arena *arena, struct wt_facts *facts, struct wt_error *error);

/* The document of the last article, and how many invalid parts were replaced in it. */
const struct wt_document *wt_extractor_document(const struct wt_extractor *x);

/*
 * The lexeme of each of its tokens, valid as long as the facts are and until the next
 * article.  A number stands for one word as long as the age of lexemes stays what it is.
 */
struct wt_lexeme;
const struct wt_lexeme *const *wt_extractor_lexemes(const struct wt_extractor *x, uint32_t *age);

#endif
