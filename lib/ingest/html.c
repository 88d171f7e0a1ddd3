/*
 * html.c - behind html.h.
 *
 * Trees are walked by their links, never by recursion: pages may be nested as
 * deeply as they like.  The private field of a node holds its score.
 */
#include "ingest/html.h"
#include "ingest/clean.h"
#include "text/utf8.h"

#include <libxml/HTMLparser.h>
#include <libxml/tree.h>

#define ATTRIBUTES 5000u        /* of an element; the parser compares each with each */
#define DEPTH 2000              /* elements within each other that are looked at */

struct page {
	struct wt_record *record;
	struct wt_span fields[WT_RECORD_FIELDS];
	struct wt_span heading, head_title;     /* h1; the title element */
	struct wt_buf text;
};

static struct wt_span
span_of(const xmlChar *s)
{
	return wt_span_of((const char *)s);
}

static bool
is_element(const xmlNode *n, const char *name)
{
	return n->type == XML_ELEMENT_NODE && n->name != NULL &&
	    xmlStrcasecmp(n->name, (const xmlChar *)name) == 0;
}

static bool
is_one_of(const xmlNode *n, const char *const *names)
{
	for (; *names != NULL; names++)
		if (is_element(n, *names))
			return true;
	return false;
}

/* The node behind `n` in the order of the text, below `root`; `into`: its children first. */
static xmlNode *
next_node(xmlNode *n, const xmlNode *root, bool into)
{
	if (into && n->type == XML_ELEMENT_NODE && n->children != NULL)
		return n->children;
	while (n != NULL && n != root && n->next == NULL)
		n = n->parent;
	return n == NULL || n == root ? NULL : n->next;
}

/* An attribute's value, in the arena. */
static struct wt_span
attribute(struct page *p, const xmlNode *n, const char *name)
{
	xmlChar *value = xmlGetProp(n, (const xmlChar *)name);
	struct wt_span s = wt_span_make("", 0);

	if (value != NULL)
		s = wt_arena_copy(&p->record->arena, span_of(value));
	xmlFree(value);
	return s;
}

/* Is one of the words a part of what the page's author calls this element? */
static bool
called(const xmlNode *n, const char *name)
{
	static const char *const words[] = { "comment", "komentar", "menu", "navbar", "footer", "sidebar",
	    "related", "terkait", "share", "sosial", "social", "breadcrumb", "popular", "populer", "iklan",
	    "advert", "banner", "cookie", "newsletter", "subscribe", "widget", "tags", "paging", "copyright",
	    "caption", "recommend", "rekomendasi" };
	xmlChar *value = xmlGetProp(n, (const xmlChar *)name);
	bool hit = false;

	for (size_t i = 0; value != NULL && i < sizeof words / sizeof words[0]; i++)
		hit = hit || xmlStrcasestr(value, (const xmlChar *)words[i]) != NULL;
	xmlFree(value);
	return hit;
}

/* Is this a part of the page that no story stands in? */
static bool
is_furniture(const xmlNode *n)
{
	static const char *const elements[] = { "script", "style", "noscript", "nav", "header", "footer",
	    "aside", "form", "iframe", "button", "select", "textarea", "svg", "template", "figure", "head",
	    "object", NULL };

	if (n->type == XML_COMMENT_NODE || n->type == XML_PI_NODE)
		return true;
	if (n->type != XML_ELEMENT_NODE)
		return false;
	if (is_one_of(n, elements))
		return true;
	if (is_element(n, "body") || is_element(n, "html") || is_element(n, "article") || is_element(n, "p"))
		return false;
	return called(n, "class") || called(n, "id");
}

/* ---- what the page says of itself ---- */

static void
set(struct page *p, enum wt_record_field field, struct wt_span value)
{
	if (p->fields[field].len == 0)
		p->fields[field] = wt_span_trim(value);
}

static void
read_meta(struct page *p, const xmlNode *n)
{
	static const struct {
		const char *name;
		enum wt_record_field field;
	} names[] = {
		{ "og:title", WT_RECORD_TITLE }, { "twitter:title", WT_RECORD_TITLE },
		{ "article:published_time", WT_RECORD_DATE }, { "datePublished", WT_RECORD_DATE },
		{ "publishdate", WT_RECORD_DATE }, { "pubdate", WT_RECORD_DATE }, { "date", WT_RECORD_DATE },
		{ "dc.date", WT_RECORD_DATE }, { "og:site_name", WT_RECORD_SOURCE },
		{ "og:url", WT_RECORD_URL },
	};
	static const char *const keys[] = { "property", "name", "itemprop" };

	for (size_t k = 0; k < 3; k++) {
		struct wt_span key = attribute(p, n, keys[k]);

		for (size_t i = 0; key.len > 0 && i < sizeof names / sizeof names[0]; i++)
			if (xmlStrcasecmp((const xmlChar *)key.at, (const xmlChar *)names[i].name) == 0)
				set(p, names[i].field, attribute(p, n, "content"));
	}
}

/* The value of a key in JSON-LD, without reading the rest of it. */
static struct wt_span
json_value(struct wt_span json, const char *key)
{
	size_t len = strlen(key), at = 0, end;

	while (at + len <= json.len && memcmp(json.at + at, key, len) != 0)
		at++;
	for (at += len; at < json.len && (json.at[at] == ' ' || json.at[at] == ':'); at++)
		;
	if (at >= json.len || json.at[at] != '"')
		return wt_span_make("", 0);
	for (end = ++at; end < json.len && json.at[end] != '"' && json.at[end] != '\\'; end++)
		;
	return end < json.len && end - at < 100 ? wt_span_make(json.at + at, end - at) : wt_span_make("", 0);
}

static struct wt_span
content(struct page *p, const xmlNode *n)
{
	xmlChar *value = xmlNodeGetContent(n);
	struct wt_span s = wt_span_make("", 0);

	if (value != NULL)
		s = wt_span_trim(wt_clean_line(&p->record->arena, span_of(value)));
	xmlFree(value);
	return s;
}

static void
read_about(struct page *p, xmlNode *root)
{
	for (xmlNode *n = root; n != NULL; n = next_node(n, root, true)) {
		if (is_element(n, "meta")) {
			read_meta(p, n);
		} else if (is_element(n, "title") && p->head_title.len == 0) {
			p->head_title = content(p, n);
		} else if (is_element(n, "h1") && p->heading.len == 0) {
			p->heading = content(p, n);
		} else if (is_element(n, "time")) {
			set(p, WT_RECORD_DATE, attribute(p, n, "datetime"));
		} else if (is_element(n, "link") && wt_span_is(attribute(p, n, "rel"), "canonical")) {
			set(p, WT_RECORD_URL, attribute(p, n, "href"));
		} else if (is_element(n, "script") && wt_span_is(attribute(p, n, "type"), "application/ld+json")) {
			struct wt_span json = content(p, n);

			set(p, WT_RECORD_DATE, json_value(json, "\"datePublished\""));
		}
	}
	set(p, WT_RECORD_TITLE, p->heading);
	set(p, WT_RECORD_TITLE, p->head_title);
}

/* ---- the story ---- */

/* Running text below a node: characters, those in links taken away twice. */
static long
weigh(xmlNode *root)
{
	long sum = 0;
	int links = 0;

	for (xmlNode *n = root; n != NULL; ) {
		bool into = !is_furniture(n) || n == root;

		if (n->type == XML_TEXT_NODE && n->content != NULL) {
			for (const xmlNode *up = n->parent; up != NULL && up != root && links == 0; up = up->parent)
				links = is_element(up, "a");
			sum += (long)wt_span_trim(span_of(n->content)).len * (links ? -1 : 1);
			links = 0;
		}
		n = next_node(n, root, into);
	}
	return sum;
}

static void
add_score(xmlNode *n, long score)
{
	if (n != NULL && n->type == XML_ELEMENT_NODE)
		n->_private = (void *)((intptr_t)n->_private + score);
}

/* Text that stands right in an element, as pages that divide by br have it. */
static long
own_text(const xmlNode *n)
{
	long sum = 0;

	for (const xmlNode *c = n->children; c != NULL; c = c->next)
		if (c->type == XML_TEXT_NODE && c->content != NULL)
			sum += (long)wt_span_trim(span_of(c->content)).len;
	return sum;
}

/* The container with most running text. */
static xmlNode *
find_story(xmlNode *root)
{
	static const char *const containers[] = { "div", "td", "section", "article", "body", "main", NULL };
	xmlNode *best = root;

	for (xmlNode *n = root; n != NULL; ) {
		if (n != root && is_furniture(n)) {
			n = next_node(n, root, false);
			continue;
		}
		if (is_element(n, "p")) {
			long weight = weigh(n);

			add_score(n->parent, weight);
			if (n->parent != NULL)
				add_score(n->parent->parent, weight / 2);
		} else if (is_one_of(n, containers)) {
			long own = own_text(n);

			add_score(n, own > 80 ? own : 0);
		}
		n = next_node(n, root, true);
	}
	for (xmlNode *n = root; n != NULL; n = next_node(n, root, true))
		if (n->type == XML_ELEMENT_NODE && (intptr_t)n->_private > (intptr_t)best->_private)
			best = n;
	return best;
}

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

static void
put_break(struct wt_buf *out)
{
	while (out->len > 0 && out->at[out->len - 1] == ' ')
		out->len--;
	if (out->len > 0 && out->at[out->len - 1] != '\n')
		wt_buf_putc(out, '\n');
}

static void
write_story(struct page *p, xmlNode *root)
{
	static const char *const blocks[] = { "p", "div", "br", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5",
	    "h6", "blockquote", "section", "article", "table", "tr", "td", "hr", "pre", "center", NULL };
	const xmlNode *before = NULL;

	for (xmlNode *n = root; n != NULL; ) {
		bool into = n == root || !is_furniture(n);

		if (is_element(n, "h1"))
			into = false;
		/* A line ends where a block begins, and where one has ended. */
		if (is_one_of(n, blocks) || (before != NULL && n->parent != before->parent &&
		    n->parent != before && before->parent != NULL && is_one_of(before->parent, blocks)))
			put_break(&p->text);
		if (n->type == XML_TEXT_NODE && n->content != NULL)
			put_text(&p->text, span_of(n->content));
		before = n;
		n = next_node(n, root, into);
	}
	put_break(&p->text);
}

/* ---- the whole ---- */

/* Is there an element with more attributes than any page has? */
static bool
too_many_attributes(struct wt_span page)
{
	unsigned count = 0;

	for (size_t i = 0; i < page.len; i++) {
		if (page.at[i] == '<' || page.at[i] == '>')
			count = 0;
		else if (page.at[i] == '=' && ++count > ATTRIBUTES)
			return true;
	}
	return false;
}

static bool
too_deep(xmlNode *root)
{
	size_t depth = 0;

	for (xmlNode *n = root; n != NULL; ) {
		if (n->type == XML_ELEMENT_NODE && n->children != NULL) {
			n = n->children;
			if (++depth > DEPTH)
				return true;
			continue;
		}
		while (n != root && n->next == NULL) {
			n = n->parent;
			depth--;
		}
		n = n == root ? NULL : n->next;
	}
	return false;
}

static int
read_page(struct page *p, xmlNode *root, struct wt_error *error)
{
	xmlNode *body = root;
	int code;

	if (too_deep(root))
		return wt_error_set(error, WT_ELIMIT, 0, "elements nested more than %d deep", DEPTH);
	read_about(p, root);
	for (xmlNode *n = root; n != NULL && body == root; n = next_node(n, root, true))
		if (is_element(n, "body"))
			body = n;
	write_story(p, find_story(body));
	if ((code = p->text.err) != WT_OK)
		return wt_error_set(error, code, 0, "memory ran out");
	p->fields[WT_RECORD_TEXT] = wt_buf_span(&p->text);
	return wt_record_fields(p->record, p->fields, error);
}

int
wt_record_html(struct wt_record *r, struct wt_span bytes, struct wt_span label,
    struct wt_error *error)
{
	struct page p = { .record = r };
	struct wt_span clean;
	htmlDocPtr doc;
	xmlNode *root;
	int code;

	if (bytes.len > WT_HTML_LIMIT)
		return wt_error_set(error, WT_ELIMIT, 0, "a page of more than %zu bytes", WT_HTML_LIMIT);
	if (too_many_attributes(bytes))
		return wt_error_set(error, WT_ELIMIT, 0, "an element with more than %u attributes", ATTRIBUTES);
	if (label.len == 0)
		label = wt_encoding_declared(bytes);
	code = wt_encoding_read(&r->arena, bytes, label, &bytes, &r->encoded, error);
	if (code != WT_OK)
		return code;
	if ((code = wt_utf8_clean(&r->arena, bytes, &clean, &r->replaced)) != WT_OK)
		return wt_error_set(error, code, 0, "memory ran out");
	doc = htmlReadMemory(clean.at, (int)clean.len, NULL, "UTF-8", HTML_PARSE_RECOVER |
	    HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_COMPACT |
	    HTML_PARSE_IGNORE_ENC);
	root = doc == NULL ? NULL : xmlDocGetRootElement(doc);
	if (root == NULL)
		code = wt_error_set(error, WT_EINVAL, 0, "no page in this file");
	else
		code = read_page(&p, root, error);
	wt_buf_free(&p.text);
	xmlFreeDoc(doc);
	return code;
}
