/*
 * html_private.h - what the files of html.h share.
 *
 * Trees are walked by their links, never by recursion: pages may be nested as
 * deeply as they like.
 */
#ifndef WT_INGEST_HTML_PRIVATE_H
#define WT_INGEST_HTML_PRIVATE_H

#include "ingest/html.h"

#include <libxml/HTMLparser.h>
#include <libxml/tree.h>

struct page {
	struct wt_record *record;
	struct wt_span fields[WT_RECORD_FIELDS];
	struct wt_span head_title;              /* the title element */
	bool untitled;                          /* nothing else says the title, and no heading is a part of it */
	struct wt_span body;                    /* the text by JSON-LD */
	struct wt_buf text;
};

static inline struct wt_span
wt_xml_span(const xmlChar *s)
{
	return wt_span_of((const char *)s);
}

static inline bool
wt_xml_is(const xmlNode *n, const char *name)
{
	return n->type == XML_ELEMENT_NODE && n->name != NULL &&
	    xmlStrcasecmp(n->name, (const xmlChar *)name) == 0;
}

/* Is it one of these elements?  The names end with NULL. */
static inline bool
wt_xml_is_one_of(const xmlNode *n, const char *const *names)
{
	for (; *names != NULL; names++)
		if (wt_xml_is(n, *names))
			return true;
	return false;
}

/* The node behind `n` in the order of the text, below `root`; `into`: its children first. */
static inline xmlNode *
wt_xml_next(xmlNode *n, const xmlNode *root, bool into)
{
	if (into && n->type == XML_ELEMENT_NODE && n->children != NULL)
		return n->children;
	while (n != NULL && n != root && n->next == NULL)
		n = n->parent;
	return n == NULL || n == root ? NULL : n->next;
}

/*
 * The text of an element on one line, white space folded, in the arena; empty if it is
 * longer than a heading, so that headings within headings cost little.
 */
struct wt_span wt_page_heading(struct page *p, xmlNode *n);

/* Is it a heading, by element, microdata or name? */
bool wt_page_is_heading(struct page *p, const xmlNode *n);

/* What is left of a title without the signs that part it from what stands around it. */
struct wt_span wt_page_without_signs(struct wt_span s);

/* Does an element begin and end lines?  Does it hold nothing that a reader sees as text? */
bool wt_page_is_block(const xmlNode *n);
bool wt_page_holds_no_text(const xmlNode *n);

/* What the page says of itself, into p->fields, head_title and body (html_about.c). */
void wt_page_read_about(struct page *p, xmlNode *root);

/* Title, source and day where nothing says them, by the lines in front of the story (html_shown.c). */
void wt_page_read_shown(struct page *p, xmlNode *body, const xmlNode *story);

/* The story, into p->text; the title is known (html_story.c).  WT_OK or WT_ENOMEM. */
int wt_page_write_story(struct page *p, xmlNode *body);

#endif
