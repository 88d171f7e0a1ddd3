/*
 * html_about.c - what a page says of itself: title, day, source, address.
 *
 * Meta tags come first, then JSON-LD, then marks in the text, then the title element.
 * Titles carry the name of the paper and other things behind or before them: where
 * a heading of the page is the beginning or the end of its title, that is the title, and
 * the rest may name the paper.
 */
#include "ingest/html_private.h"
#include "ingest/clean.h"
#include "ingest/day.h"
#include "ingest/linked.h"

#define HEADING ((size_t)400)   /* bytes of a heading, at most */
#define NODES 500               /* elements and texts in it */
#define SHORT 10                /* fewer are no title */

/* An attribute's value, in the arena. */
static struct wt_span
attribute(struct page *p, const xmlNode *n, const char *name)
{
	xmlChar *value = xmlGetProp(n, (const xmlChar *)name);
	struct wt_span s = wt_span_make("", 0);

	if (value != NULL)
		s = wt_span_trim(wt_arena_copy(&p->record->arena, wt_xml_span(value)));
	xmlFree(value);
	return s;
}

struct wt_span
wt_page_heading(struct page *p, xmlNode *n)
{
	char text[HEADING];
	size_t len = 0;
	unsigned nodes = 0;

	for (xmlNode *c = n; c != NULL; c = wt_xml_next(c, n, true)) {
		struct wt_span s = c->type == XML_TEXT_NODE || c->type == XML_CDATA_SECTION_NODE ?
		    wt_xml_span(c->content) : wt_span_make("", 0);

		for (size_t i = 0; i < s.len; i++) {
			bool space = (unsigned char)s.at[i] <= ' ';

			if (len == HEADING)
				return wt_span_make("", 0);
			if (!space || (len > 0 && text[len - 1] != ' '))
				text[len++] = space ? ' ' : s.at[i];
		}
		if (++nodes > NODES)
			return wt_span_make("", 0);
	}
	return wt_span_trim(wt_clean_line(&p->record->arena, wt_span_make(text, len)));
}

/* Read a script as JSON-LD.  Line ends inside its strings, which JSON forbids, are usual. */
static void
read_script(struct page *p, const xmlNode *n, struct wt_linked *linked)
{
	xmlChar *value = xmlNodeGetContent(n);

	if (value != NULL)
		wt_linked_read(wt_clean_line(&p->record->arena, wt_xml_span(value)), &p->record->arena,
		    linked);
	xmlFree(value);
}

static void
set(struct page *p, enum wt_record_field field, struct wt_span value)
{
	if (p->fields[field].len == 0)
		p->fields[field] = value;
}

/* What says no day is left to others. */
static void
set_date(struct page *p, struct wt_span value)
{
	if (wt_iso_day(wt_day_read(value)) != 0)
		set(p, WT_RECORD_DATE, value);
}

/* ---- what is marked ---- */

/* Is this what the day of publication is called: datePublished, dc:date, article:published_time? */
static bool
names_a_day(struct wt_span name)
{
	static const char *const names[] = { "publish", "pubdate", "pub-date", "pub_date", "dc:date", "dc.date",
	    "dcterms.created", "dcterms.date", "dc:created", NULL };

	for (const char *const *s = names; name.len > 0 && *s != NULL; s++)
		if (xmlStrcasestr((const xmlChar *)name.at, (const xmlChar *)*s) != NULL)
			return true;
	return wt_span_same(name, WT_SPAN("date"));
}

static void
read_meta(struct page *p, const xmlNode *n)
{
	static const struct {
		const char *name;
		enum wt_record_field field;
	} names[] = {
		{ "og:title", WT_RECORD_TITLE }, { "twitter:title", WT_RECORD_TITLE },
		{ "og:site_name", WT_RECORD_SOURCE }, { "og:url", WT_RECORD_URL },
	};
	static const char *const keys[] = { "property", "name", "itemprop" };

	for (size_t k = 0; k < 3; k++) {
		struct wt_span key = attribute(p, n, keys[k]);

		for (size_t i = 0; key.len > 0 && i < sizeof names / sizeof names[0]; i++) {
			if (!wt_span_same(key, wt_span_of(names[i].name)))
				continue;
			set(p, names[i].field, attribute(p, n, "content"));
		}
		if (names_a_day(key))
			set_date(p, attribute(p, n, "content"));
	}
}

/* An element with an attribute that is a date, by HTML, microdata, RDFa or its name. */
static void
read_time(struct page *p, const xmlNode *n)
{
	static const char *const places[] = { "datetime", "content", "title" };
	bool marked = wt_xml_is(n, "time");

	if (!marked && n->properties != NULL)
		marked = names_a_day(attribute(p, n, "itemprop")) || names_a_day(attribute(p, n, "property")) ||
		    names_a_day(attribute(p, n, "class"));
	for (size_t i = 0; marked && i < sizeof places / sizeof places[0]; i++)
		set_date(p, attribute(p, n, places[i]));
}

static void
read_linked(struct page *p, const struct wt_linked *linked)
{
	set(p, WT_RECORD_TITLE, linked->headline);
	set_date(p, linked->published);
	set(p, WT_RECORD_SOURCE, linked->publisher);
	set(p, WT_RECORD_URL, linked->url);
	p->body = linked->body;
}

/* ---- the title and what stands around it ---- */

bool
wt_page_is_heading(struct page *p, const xmlNode *n)
{
	static const char *const elements[] = { "h1", "h2", "h3", "h4", NULL };
	struct wt_span class;

	if (n->type != XML_ELEMENT_NODE || wt_xml_is_one_of(n, elements))
		return n->type == XML_ELEMENT_NODE;
	if (n->properties == NULL || wt_xml_is(n, "meta"))
		return false;
	if (wt_span_is(attribute(p, n, "itemprop"), "headline"))
		return true;
	class = attribute(p, n, "class");
	return xmlStrcasestr((const xmlChar *)class.at, (const xmlChar *)"judul") != NULL ||
	    xmlStrcasestr((const xmlChar *)class.at, (const xmlChar *)"title") != NULL;
}

struct wt_span
wt_page_without_signs(struct wt_span s)
{
	static const char *const signs[] = { " ", "-", "|", ":", "~", "\xc2\xb7", "\xc2\xbb", "\xc2\xab",
	    "\xe2\x80\x93", "\xe2\x80\x94", "\xe2\x80\xa2" };
	bool more = true;

	while (more && s.len > 0) {
		more = false;
		for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++) {
			struct wt_span sign = wt_span_of(signs[i]);

			if (wt_span_starts(s, sign))
				s = wt_span_make(s.at + sign.len, s.len - sign.len);
			else if (wt_span_ends(s, sign))
				s.len -= sign.len;
			else
				continue;
			more = true;
		}
	}
	return s;
}

/* The rest of a title beside its heading; `at` NULL if the heading is no end of it. */
static struct wt_span
rest_of(struct wt_span title, struct wt_span heading)
{
	if (wt_span_starts(title, heading))
		return wt_span_make(title.at + heading.len, title.len - heading.len);
	if (wt_span_ends(title, heading))
		return wt_span_make(title.at, title.len - heading.len);
	return (struct wt_span){ NULL, 0 };
}

/* The longest heading that begins or ends the title, or empty. */
static struct wt_span
find_heading(struct page *p, xmlNode *root, struct wt_span title)
{
	struct wt_span best = { "", 0 };
	unsigned looked = 0;

	for (xmlNode *n = root; n != NULL && looked < 500; n = wt_xml_next(n, root, true)) {
		struct wt_span heading;

		if (!wt_page_is_heading(p, n))
			continue;
		looked++;
		heading = wt_page_heading(p, n);
		if (heading.len >= SHORT && heading.len > best.len &&
		    rest_of(title, heading).at != NULL)
			best = heading;
	}
	return best;
}

/* Without the paper's name at its end. */
static struct wt_span
without_source(struct wt_span title, struct wt_span source)
{
	struct wt_span rest = title, left;

	if (source.len == 0 || !wt_span_ends(title, source))
		return title;
	rest.len -= source.len;
	left = wt_page_without_signs(rest);
	/* There has to be more than a space between them. */
	return left.len > 0 && left.at == title.at && left.len + 2 < rest.len ? left : title;
}

static void
settle_title(struct page *p, xmlNode *root)
{
	struct wt_span *title = &p->fields[WT_RECORD_TITLE], heading, rest;

	set(p, WT_RECORD_TITLE, p->head_title);
	if (title->len == 0) {
		for (xmlNode *n = root; n != NULL && title->len == 0; n = wt_xml_next(n, root, true))
			if (wt_xml_is(n, "h1"))
				*title = wt_page_heading(p, n);
		return;
	}
	heading = find_heading(p, root, *title);
	p->untitled = heading.len == 0 && title->at == p->head_title.at;
	if (heading.len > 0)
		*title = heading;
	rest = rest_of(p->head_title, *title);
	if (rest.len > 2 && rest.len < HEADING / 4)
		set(p, WT_RECORD_SOURCE, wt_page_without_signs(rest));
	*title = without_source(*title, p->fields[WT_RECORD_SOURCE]);
}

void
wt_page_read_about(struct page *p, xmlNode *root)
{
	struct wt_linked linked = { .headline = { "", 0 } };

	for (xmlNode *n = root; n != NULL; n = wt_xml_next(n, root, true)) {
		if (n->type != XML_ELEMENT_NODE)
			continue;
		if (wt_xml_is(n, "meta"))
			read_meta(p, n);
		else if (wt_xml_is(n, "title") && p->head_title.len == 0)
			p->head_title = wt_page_heading(p, n);
		else if (wt_xml_is(n, "link") && wt_span_is(attribute(p, n, "rel"), "canonical"))
			set(p, WT_RECORD_URL, attribute(p, n, "href"));
		else if (wt_xml_is(n, "script") && wt_span_is(attribute(p, n, "type"), "application/ld+json"))
			read_script(p, n, &linked);
	}
	read_linked(p, &linked);
	for (xmlNode *n = root; n != NULL && p->fields[WT_RECORD_DATE].len == 0;
	    n = wt_xml_next(n, root, true))
		if (n->type == XML_ELEMENT_NODE)
			read_time(p, n);
	settle_title(p, root);
}
