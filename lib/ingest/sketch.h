/*
 * sketch.h - what near copies of an article have in common, in 64 bytes.
 *
 * Three words that follow each other are a shingle.  A sketch (index/alike.h) has the
 * lowest values of 54 bins of hashes of all shingles of the story, a check of all its words
 * (another word often changes none of the values), and a bit for each number in it.  Title,
 * dateline, byline, related links and page furniture take no part, nor do case and
 * punctuation: those are what papers change when they print a wire report.  The numbers are
 * kept since reports made to a pattern (prices, scores, the weather) are alike in all but
 * these.
 */
#ifndef WT_INGEST_SKETCH_H
#define WT_INGEST_SKETCH_H

#include "index/alike.h"

#define WT_SKETCH_VERSION 3     /* of the rules below; an index remembers it */

struct wt_document;             /* that of text/document.h */
struct wt_extractor;
struct wt_lexeme;

/*
 * The sketch of a text.  A story of less than 24 words is taken with its title; all zero
 * if there is no word at all.  `lexemes`, of each token, save the hashing of words, or are
 * NULL.
 */
void wt_sketch_read(const struct wt_document *d, const struct wt_lexeme *const *lexemes,
    uint8_t sketch[WT_SKETCH]);

/* That of the article an extractor read last. */
void wt_sketch_make(const struct wt_extractor *x, uint8_t sketch[WT_SKETCH]);

#endif
