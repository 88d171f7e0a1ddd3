/*
 * html_story.c - the main text of a page, by the density of running text.
 *
 * Each block of text (what stands in one paragraph, div or cell, without the
 * blocks inside it) weighs as much as it has characters, those in links taken
 * away twice.  A paragraph gives its weight to the block around it and half to
 * the next; a block whose text is parted by line breaks keeps its own.  Blocks that
 * hold a paragraph and nothing else do not count as being around it.  The heaviest
 * block is the story, but one near the title is preferred to one elsewhere that has
 * more text.  Parts that by element or name hold no story are
 * passed over; a name alone is not believed where half of the page's text stands.
 */
#include "ingest/html_private.h"

#define RUN 80                  /* characters of a line that reads like a paragraph */
#define SCRAP 25                /* fewer in a div are no paragraph */

/* What is known of a block; in the arena, at the private field of its node. */
struct block {
	struct block *up;       /* the block around it */
	xmlNode *node;
	long own, linked;       /* characters right in it; of these in links */
	long line;              /* since the last line break */
	long runs;              /* lines that read like paragraphs */
	long all, all_linked, links;    /* with the blocks inside */
	long running;           /* running text, with the blocks inside */
	long score;
	bool heading;           /* there is an h1 inside */
	bool inner;             /* there are blocks with running text inside */
};

static const char *const block_names[] = { "p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5",
    "h6", "blockquote", "section", "article", "table", "tr", "td", "hr", "pre", "center", "dl", "dt", "dd",
    "main", "body", "th", NULL };

bool
wt_page_is_block(const xmlNode *n)
{
	return wt_xml_is_one_of(n, block_names);
}

/* A head may hold text: the parser leaves in it what stands behind an element it does not know. */
bool
wt_page_holds_no_text(const xmlNode *n)
{
	static const char *const elements[] = { "script", "style", "noscript", "iframe", "select", "textarea",
	    "svg", "template", "title", "object", "marquee", "amp-sidebar", "amp-ad", "amp-list",
	    "amp-user-notification", NULL };

	return n->type == XML_COMMENT_NODE || n->type == XML_PI_NODE || wt_xml_is_one_of(n, elements);
}

/* Elements that by their meaning hold no story. */
static bool
is_frame(const xmlNode *n)
{
	static const char *const elements[] = { "nav", "header", "footer", "aside", "form", "button", "figure",
	    NULL };

	return wt_page_holds_no_text(n) || wt_xml_is_one_of(n, elements);
}

static bool
is_separator(char c)
{
	return c == ' ' || c == '-' || c == '_' || (c >= '\t' && c <= '\r');
}

/* Is the word one of the words of a name, which hyphens and spaces part? */
static bool
has_word(struct wt_span name, const char *word)
{
	size_t len = strlen(word);

	for (size_t i = 0; i + len <= name.len; i++)
		if ((i == 0 || is_separator(name.at[i - 1])) &&
		    (i + len == name.len || is_separator(name.at[i + len])) &&
		    wt_span_same(wt_span_make(name.at + i, len), wt_span_of(word)))
			return true;
	return false;
}

/* 2: what its author calls the element is never a story; 1: it seldom is; 0: it may be. */
static int
call(const xmlNode *n, const char *attribute)
{
	static const char *const never[] = { "comment", "komentar", "related", "terkait", "breadcrumb",
	    "cookie", "newsletter", "recommend", "rekomendasi", "popular", "populer", NULL };
	static const char *const seldom[] = { "menu", "navbar", "footer", "sidebar", "share", "sosial",
	    "social", "iklan", "advert", "banner", "subscribe", "widget", "tags", "paging", "copyright",
	    "caption", "promo", NULL };
	static const char *const words[] = { "ad", "ads", "adsense", "adsbygoogle", "adsbox", "gpt", "tag",
	    "toc", "views", "hits", "bagikan", NULL };
	xmlChar *value = xmlGetProp(n, (const xmlChar *)attribute);
	int found = 0;

	for (const char *const *w = never; value != NULL && found < 2 && *w != NULL; w++)
		found = xmlStrcasestr(value, (const xmlChar *)*w) != NULL ? 2 : found;
	for (const char *const *w = seldom; value != NULL && found == 0 && *w != NULL; w++)
		found = xmlStrcasestr(value, (const xmlChar *)*w) != NULL;
	for (const char *const *w = words; value != NULL && found == 0 && *w != NULL; w++)
		found = has_word(wt_xml_span(value), *w);
	xmlFree(value);
	return found;
}

/* Is this a part of the page that no story stands in?  `whole` is the body's block. */
static bool
is_furniture(const xmlNode *n, const struct block *whole)
{
	const struct block *b = n->_private;
	int class, id;

	if (n->type != XML_ELEMENT_NODE || is_frame(n))
		return n->type != XML_TEXT_NODE && n->type != XML_ENTITY_REF_NODE &&
		    n->type != XML_CDATA_SECTION_NODE;
	if (wt_xml_is(n, "body") || wt_xml_is(n, "html") || wt_xml_is(n, "article") || wt_xml_is(n, "p"))
		return false;
	class = call(n, "class");
	id = call(n, "id");
	if (class == 0 && id == 0)
		return false;
	if (b != NULL && b->heading)
		return false;
	return class == 2 || id == 2 || b == NULL || b->running * 2 < whole->running;
}

/* ---- measuring ---- */

static void
end_line(struct block *b)
{
	b->runs += b->line > RUN;
	b->line = 0;
}

/* A block is closed: what it holds counts for the one around it. */
static struct block *
close_block(struct block *b)
{
	struct block *up = b->up;
	long own = b->own - 2 * b->linked;

	end_line(b);
	b->all += b->own;
	b->all_linked += b->linked;
	if (own > RUN)
		b->running += own;
	if (up != NULL) {
		up->all += b->all;
		up->all_linked += b->all_linked;
		up->links += b->links;
		up->running += b->running;
		up->heading = up->heading || b->heading || wt_xml_is(b->node, "h1");
		up->inner = up->inner || b->running > 0;
	}
	return up;
}

static struct block *
open_block(struct page *p, xmlNode *n, struct block *up)
{
	struct block *b = wt_arena_array(&p->record->arena, 1, sizeof *b);

	if (b == NULL)
		return NULL;
	b->up = up;
	b->node = n;
	n->_private = b;
	return b;
}

/* Bytes of a text without white space at its ends. */
static long
length_of(const xmlNode *text)
{
	return text->content == NULL ? 0 : (long)wt_span_trim(wt_xml_span(text->content)).len;
}

/* Give every block below `root`, which is one, its struct.  NULL if memory ran out. */
static struct block *
measure(struct page *p, xmlNode *root)
{
	struct block *top = open_block(p, root, NULL), *now = top;
	xmlNode *n = root->children;
	long links = 0;

	while (now != NULL && n != NULL) {
		bool into = n->type == XML_ELEMENT_NODE && n->children != NULL && !wt_page_holds_no_text(n);

		if (n->type == XML_TEXT_NODE) {
			now->own += length_of(n);
			now->line += length_of(n);
			now->linked += links > 0 ? length_of(n) : 0;
		} else if (wt_xml_is(n, "br")) {
			end_line(now);
		} else if (into && wt_page_is_block(n)) {
			end_line(now);
			now = open_block(p, n, now);
		} else if (wt_xml_is(n, "a")) {
			now->links++;
			links += into;
		} else if (wt_page_is_block(n)) {
			end_line(now);
		}
		if (into) {
			n = n->children;
			continue;
		}
		while (n != root && n->next == NULL) {
			n = n->parent;
			links -= wt_xml_is(n, "a");
			if (now != NULL && n->_private == now && n != root)
				now = close_block(now);
		}
		n = n == root ? NULL : n->next;
	}
	if (now == NULL)
		return NULL;
	close_block(top);
	return top;
}

/* ---- choosing ---- */

/* The block around one, past those that only wrap it. */
static struct block *
around(const struct block *b)
{
	struct block *up = b->up;

	while (up != NULL && up->up != NULL && up->all < b->all + b->all / 8 + 8)
		up = up->up;
	return up;
}

/* Let a block give its weight to where it counts. */
static void
weigh(struct block *b)
{
	static const char *const parts[] = { "li", "dt", "dd", "th", "h1", "h2", "h3", "h4", "h5", "h6", "tr",
	    "ul", "ol", "dl", NULL };
	long weight = b->own - 2 * b->linked;
	bool paragraph = wt_xml_is(b->node, "p");
	struct block *up = around(b);

	if (wt_xml_is_one_of(b->node, parts) || (!paragraph && weight < SCRAP))
		return;
	if (!paragraph && (b->inner || b->runs > 1 || wt_xml_is(b->node, "td"))) {
		if (up != NULL)
			up->score += weight / 2;
		b->score += weight;
	} else if (up != NULL) {
		up->score += weight;
		if (up->up != NULL)
			up->up->score += weight / 2;
	}
}

static bool
same_name(const xmlNode *a, const xmlNode *b)
{
	xmlChar *x = xmlGetProp(a, (const xmlChar *)"class"), *y = xmlGetProp(b, (const xmlChar *)"class");
	bool same = xmlStrEqual(a->name, b->name) && x != NULL && y != NULL && xmlStrEqual(x, y);

	xmlFree(x);
	xmlFree(y);
	return same;
}

/* The heaviest block at or below a node. */
static const struct block *
heaviest(xmlNode *root)
{
	const struct block *best = root->_private;

	for (xmlNode *n = root; n != NULL; n = wt_xml_next(n, root, true)) {
		const struct block *b = n->_private;

		if (b != NULL && (best == NULL || b->score > best->score))
			best = b;
	}
	return best;
}

/* The element that shows the title, or NULL. */
static xmlNode *
find_title(struct page *p, xmlNode *root)
{
	static const char *const headings[] = { "h1", "h2", "h3", "h4", NULL };
	unsigned looked = 0;

	for (xmlNode *n = root; n != NULL && looked < 200; n = wt_xml_next(n, root, true)) {
		if (!wt_xml_is_one_of(n, headings))
			continue;
		looked++;
		if (wt_span_eq(wt_page_heading(p, n), p->fields[WT_RECORD_TITLE]))
			return n;
	}
	return NULL;
}

/* The heaviest block in the smallest part around the title that holds a good deal of text. */
static const struct block *
near_title(struct page *p, xmlNode *root, const struct block *best)
{
	const xmlNode *title = find_title(p, root);
	const struct block *seen = NULL;

	for (xmlNode *n = title == NULL ? NULL : title->parent; n != NULL && n != root; n = n->parent) {
		const struct block *b = n->_private, *inside;

		/* What holds no more running text than the part before needs no second look. */
		if (b == NULL || b->running < 2 * RUN || (seen != NULL && b->running < seen->running * 3 / 2))
			continue;
		seen = b;
		inside = heaviest(n);
		if (inside->score > 2 * RUN && inside->score * 4 > best->score)
			return inside;
	}
	return best;
}

/* The story.  Of several of one make, as endless pages have them, the first. */
static xmlNode *
find_story(struct page *p, xmlNode *root)
{
	const struct block *whole = root->_private;
	const struct block *best;

	for (xmlNode *n = root; n != NULL; ) {
		bool into = n == root || !is_furniture(n, whole);

		if (into && n->_private != NULL)
			weigh(n->_private);
		n = wt_xml_next(n, root, into);
	}
	best = near_title(p, root, heaviest(root));
	for (xmlNode *n = root; n != NULL && n != best->node; n = wt_xml_next(n, root, true)) {
		const struct block *b = n->_private;

		if (b != NULL && b->score * 3 > best->score && same_name(n, best->node))
			return n;
	}
	return best->node;
}

/* ---- writing ---- */

/* Text with white space folded. */
static void
put_text(struct wt_buf *out, struct wt_span s)
{
	for (size_t i = 0; i < s.len; i++) {
		bool space = s.at[i] == ' ' || (s.at[i] >= '\t' && s.at[i] <= '\r');
		bool open = out->len == 0 || out->at[out->len - 1] == '\n' || out->at[out->len - 1] == ' ';

		if (!space)
			wt_buf_putc(out, s.at[i]);
		else if (!open)
			wt_buf_putc(out, ' ');
	}
}

/* End the line that begins at *line; the title is not a part of the story. */
static void
put_break(struct page *p, size_t *line)
{
	struct wt_buf *out = &p->text;
	struct wt_span title = p->fields[WT_RECORD_TITLE];

	while (out->len > *line && out->at[out->len - 1] == ' ')
		out->len--;
	if (out->len > *line && title.len > 0 &&
	    wt_span_eq(wt_span_make(out->at + *line, out->len - *line), title))
		out->len = *line;
	if (out->len > *line)
		wt_buf_putc(out, '\n');
	*line = out->len;
}

/* A list, table or box of little but links. */
static bool
is_link_list(const xmlNode *n)
{
	const struct block *b = n->_private;

	return b != NULL && b->links > 1 && b->all_linked * 5 > b->all * 4 && !wt_xml_is(n, "p");
}

/* Write the text below a node, a line for each block. */
static void
write_below(struct page *p, xmlNode *root, const struct block *whole)
{
	const xmlNode *before = NULL;
	size_t line = p->text.len;

	for (xmlNode *n = root; n != NULL; ) {
		bool into = n == root || (!is_furniture(n, whole) && !is_link_list(n) && !wt_xml_is(n, "h1"));

		/* A line ends where a block begins, and where one has ended. */
		if (wt_page_is_block(n) || (before != NULL && n->parent != before->parent &&
		    n->parent != before && before->parent != NULL && wt_page_is_block(before->parent)))
			put_break(p, &line);
		if (n->type == XML_TEXT_NODE && n->content != NULL)
			put_text(&p->text, wt_xml_span(n->content));
		before = n;
		n = wt_xml_next(n, root, into);
	}
	put_break(p, &line);
}

/* The paragraphs in front of the story, right beside it: some pages set the first one apart. */
static void
write_leads(struct page *p, const xmlNode *story, const struct block *whole)
{
	xmlNode *n = story->parent == NULL ? NULL : story->parent->children;

	for (; n != NULL && n != story; n = n->next) {
		const struct block *b = n->_private;

		if (wt_xml_is(n, "p") && b != NULL && b->own - 2 * b->linked > RUN && !is_furniture(n, whole))
			write_below(p, n, whole);
	}
}

int
wt_page_write_story(struct page *p, xmlNode *body)
{
	const struct block *whole = measure(p, body);
	xmlNode *story;

	if (whole == NULL)
		return WT_ENOMEM;
	story = find_story(p, body);
	wt_page_read_shown(p, body, story);
	if (story != body)
		write_leads(p, story, whole);
	write_below(p, story, whole);
	return p->text.err;
}
