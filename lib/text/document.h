/*
 * document.h - a text with its tokens, sentences and zones.
 *
 * One buffer holds the title, an empty line and the text; where the text has
 * its own title inside, only the text.  All offsets are into that buffer;
 * `body_start` and `body_cp` tell where the text as it was given begins, so
 * that offsets into it are found by subtraction.
 */
#ifndef WT_TEXT_DOCUMENT_H
#define WT_TEXT_DOCUMENT_H

#include "text/token.h"

enum wt_zone {
	WT_ZONE_TITLE,
	WT_ZONE_DATELINE,       /* "KOTA SERANG, REDAKSI24.COM –" */
	WT_ZONE_BODY,
	WT_ZONE_RELATED,        /* links to other articles: "BACA JUGA: ..." */
	WT_ZONE_BYLINE,         /* "(fdr/nda)", "Editor: ..." */
	WT_ZONE_FURNITURE       /* "post-img", share buttons, a date above the title */
};

#define WT_ZONES 6

struct wt_sentence {
	uint32_t first, last;   /* tokens, last exclusive */
	uint8_t zone;           /* enum wt_zone of its first token */
	bool paragraph;         /* does it open a paragraph? */
};

struct wt_document {
	struct wt_span text;            /* title, empty line, text: clean UTF-8 */
	struct wt_span title;           /* in text; empty if there is none */
	struct wt_span dateline;        /* in text; empty if there is none */
	struct wt_span byline;          /* in text; the last one; empty if there is none */
	uint32_t body_start;            /* bytes before the text as given */
	uint32_t body_cp;               /* the same in code points */
	struct wt_token *tokens;
	uint32_t ntokens;
	struct wt_sentence *sentences;
	uint32_t nsentences;
	uint32_t replaced;              /* invalid parts replaced by U+FFFD */
};

/* The name of a zone as tables give it. */
const char *wt_zone_name(enum wt_zone zone);

/*
 * Read one article.  `title` may be empty: then a first line that looks like
 * one is the title.  Everything lives in the arena or in the arguments, which
 * must outlive the document.  WT_OK, WT_ENOMEM or WT_ELIMIT (2 GB and more).
 */
int wt_document_read(struct wt_arena *a, struct wt_span title, struct wt_span text,
    struct wt_document *d);

#endif
