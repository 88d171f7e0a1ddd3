/*
 * html.c - behind html.h: a page is parsed, within limits, and read in two parts.
 *
 * html_about.c reads what the page says of itself, html_story.c its text.
 */
#include "ingest/html_private.h"
#include "text/utf8.h"

#define ATTRIBUTES 5000u        /* of an element; the parser compares each with each */
#define DEPTH 500               /* elements within each other; an end tag is looked for among all */
#define STEPS 300000000u        /* that the parser may take to find what end tags close */
#define NODES 1000000u          /* elements and texts of a page */

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
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* Is it a tag that is often without its end, as <p> and <br> are?  It begins at the name. */
static bool
needs_no_end(struct wt_span tag)
{
	static const char *const names[] = { "p", "li", "br", "td", "tr", "th", "hr", "dd", "dt", "img",
	    "col", "meta", "link", "input", "option", "area", "base", "param", "source", "embed", "wbr", NULL };
	size_t len = 0;

	while (len < tag.len && is_letter(tag.at[len]))
		len++;
	for (const char *const *n = names; *n != NULL; n++)
		if (wt_span_same(wt_span_make(tag.at, len), wt_span_of(*n)))
			return true;
	return false;
}

/*
 * May elements be nested deeper than the parser should be let go, or its search for what
 * end tags close take too long?  Told by counting tags, since the parser itself would
 * stop in the middle of the page and not say so.
 */
static bool
may_be_deep(struct wt_span page)
{
	size_t depth = 0, deepest = 0, ends = 0;

	for (size_t i = 0; i + 1 < page.len; i++) {
		if (page.at[i] != '<')
			continue;
		if (page.at[i + 1] == '/') {
			depth -= depth > 0;
			ends++;
		} else if (is_letter(page.at[i + 1]) &&
		    !needs_no_end(wt_span_make(page.at + i + 1, page.len - i - 1))) {
			depth++;
		}
		if (depth > deepest)
			deepest = depth;
	}
	return deepest > DEPTH || ends > STEPS / (deepest + 1);
}

/* A tree of the page, or NULL. */
static htmlDocPtr
parse(struct wt_span page)
{
	htmlParserCtxtPtr context = htmlNewParserCtxt();
	htmlDocPtr doc;

	if (context == NULL)
		return NULL;
	/* Else it stops at a depth of 256. */
	context->options |= XML_PARSE_HUGE;
	doc = htmlCtxtReadMemory(context, page.at, (int)page.len, NULL, "UTF-8", HTML_PARSE_RECOVER |
	    HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_COMPACT |
	    HTML_PARSE_IGNORE_ENC);
	htmlFreeParserCtxt(context);
	return doc;
}

/* WT_ELIMIT where elements are nested too deep, or are too many. */
static int
check_size(xmlNode *root, struct wt_error *error)
{
	size_t depth = 0, nodes = 0;

	for (xmlNode *n = root; n != NULL; ) {
		if (++nodes > NODES)
			return wt_error_set(error, WT_ELIMIT, 0, "a page of more than %u elements", NODES);
		if (n->type == XML_ELEMENT_NODE && n->children != NULL) {
			n = n->children;
			if (++depth > DEPTH)
				return wt_error_set(error, WT_ELIMIT, 0, "elements nested more than %d deep", DEPTH);
			continue;
		}
		while (n != root && n->next == NULL) {
			n = n->parent;
			depth--;
		}
		n = n == root ? NULL : n->next;
	}
	return WT_OK;
}

static int
read_page(struct page *p, xmlNode *root, struct wt_error *error)
{
	xmlNode *body = root;
	int code;

	if ((code = check_size(root, error)) != WT_OK)
		return code;
	wt_page_read_about(p, root);
	for (xmlNode *n = root; n != NULL && body == root; n = wt_xml_next(n, root, true))
		if (wt_xml_is(n, "body"))
			body = n;
	if ((code = wt_page_write_story(p, body)) != WT_OK)
		return wt_error_set(error, code, 0, "memory ran out");
	/* Some pages are filled in by a script, and say their text in JSON-LD only. */
	p->fields[WT_RECORD_TEXT] = p->body.len > 2 * p->text.len ? p->body : wt_buf_span(&p->text);
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
	if (may_be_deep(clean))
		return wt_error_set(error, WT_ELIMIT, 0, "elements nested more than %d deep", DEPTH);
	doc = parse(clean);
	root = doc == NULL ? NULL : xmlDocGetRootElement(doc);
	if (root == NULL)
		code = wt_error_set(error, WT_EINVAL, 0, "no page in this file");
	else
		code = read_page(&p, root, error);
	wt_buf_free(&p.text);
	xmlFreeDoc(doc);
	return code;
}
