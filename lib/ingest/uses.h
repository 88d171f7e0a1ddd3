/*
 * uses.h - the words of an article as an index takes them.
 *
 * Terms are those of analyse/, which is asked once for a word: the extractor gives words
 * numbers (extract/lexeme.h), by which terms are kept, with what the build notes of them.
 */
#ifndef WT_INGEST_USES_H
#define WT_INGEST_USES_H

#include "analyse/analyse.h"
#include "index/build.h"
#include "ingest/pipeline.h"

/* Zeroed but for `analyser`, it is empty.  For one worker of one build. */
struct wt_uses {
	struct wt_analyser *analyser;   /* borrowed */
	struct wt_use *at;              /* owned: of the last article */
	size_t count, cap;
	uint32_t length;                /* of the article in words, gap included */
	struct wt_known_word **known;   /* owned: by number of lexeme; or NULL */
	size_t known_cap;
	uint32_t age;                   /* of the lexemes they are numbered by */
	struct wt_arena words;          /* holds what is known */
};

/*
 * The uses of an article that was extracted now (its document is not NULL), valid until the
 * next one.  WT_OK or WT_ENOMEM.
 */
int wt_uses_make(struct wt_uses *u, const struct wt_result *r);

void wt_uses_free(struct wt_uses *u);

#endif
