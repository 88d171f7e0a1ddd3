/*
 * html_shown.c - the title and the day that a page shows above its story.
 *
 * Old and homemade pages say nothing of themselves, and their title element may name the
 * paper alone.  The lines above the first paragraph are read as a reader would: one that
 * is an end of the title element is the title; else the last heading, if the title element
 * does not stand below it and speaks of something else; the last line with a day behind the
 * title is the day, else one right above the title.
 */
#include "ingest/html_private.h"
#include "ingest/clean.h"
#include "ingest/day.h"

#define LINES 2000u             /* that are looked at */
#define LINE ((size_t)400)      /* bytes of one that are kept */
#define PARAGRAPH 120           /* more bytes inside the story are its first paragraph */
#define DAY_LINE 100            /* a line with a day has no more */
#define TITLE_LEAST 10          /* bytes of a title */
#define ABOVE 4                 /* lines above the title in which its day may stand */

struct line {
	struct wt_span text;    /* in the arena */
	bool heading;
};

struct lines {
	struct page *page;
	struct line *at;        /* in the arena */
	size_t count;
	char text[LINE];        /* of the line in work */
	size_t len;
	bool heading;
};

static void
put(struct lines *l, struct wt_span s)
{
	for (size_t i = 0; i < s.len && l->len < LINE; i++) {
		bool space = (unsigned char)s.at[i] <= ' ';

		if (!space || (l->len > 0 && l->text[l->len - 1] != ' '))
			l->text[l->len++] = space ? ' ' : s.at[i];
	}
}

static void
end_line(struct lines *l)
{
	struct wt_arena *arena = &l->page->record->arena;
	struct wt_span line = wt_span_trim(wt_span_make(l->text, l->len));

	/* One that is cut off might end within a character: nothing on it is looked for. */
	if (line.len > 0 && l->count < LINES)
		l->at[l->count++] = (struct line){ l->len == LINE ? wt_span_make("", 0) :
		    wt_span_trim(wt_clean_line(arena, line)), l->heading };
	l->len = 0;
	l->heading = false;
}

static bool
is_inside(const xmlNode *n, const xmlNode *story)
{
	while (n != NULL && n != story)
		n = n->parent;
	return n != NULL;
}

/* The lines above the first paragraph of the story. */
static void
collect(struct lines *l, xmlNode *body, const xmlNode *story)
{
	const xmlNode *before = NULL;
	bool inside = false;

	for (xmlNode *n = body; n != NULL && l->count < LINES; ) {
		bool into = !wt_page_holds_no_text(n);

		if (wt_page_is_block(n) || (before != NULL && n->parent != before->parent && n->parent != before &&
		    before->parent != NULL && wt_page_is_block(before->parent))) {
			if (inside && l->len > PARAGRAPH)
				return;
			end_line(l);
			if (inside != is_inside(n, story) && inside)
				return;
			inside = inside || is_inside(n, story);
		}
		if (n->type == XML_ELEMENT_NODE && wt_page_is_heading(l->page, n))
			l->heading = true;
		if (n->type == XML_TEXT_NODE && n->content != NULL)
			put(l, wt_xml_span(n->content));
		before = n;
		n = wt_xml_next(n, body, into);
	}
}

/* Is `part` one end of the title, with a sign between it and the rest? */
static bool
is_end(struct wt_span title, struct wt_span part)
{
	struct wt_span rest, bare;

	if (part.len < TITLE_LEAST || part.len + 3 > title.len)
		return false;
	if (wt_span_starts(title, part))
		rest = wt_span_make(title.at + part.len, title.len - part.len);
	else if (wt_span_ends(title, part))
		rest = wt_span_make(title.at, title.len - part.len);
	else
		return false;
	bare = wt_page_without_signs(rest);
	/* Where it is only spaces that part them, both are one name. */
	return bare.len > 0 && bare.len + 1 < rest.len;
}

/* How many words of a line are in a text? */
static bool
is_told_by(struct wt_span line, struct wt_span text)
{
	struct wt_span word;
	unsigned words = 0, told = 0;

	while (wt_span_cut(&line, ' ', &word)) {
		if (word.len == 0)
			continue;
		words++;
		for (size_t i = 0; i + word.len <= text.len; i++) {
			if (!wt_span_same(wt_span_make(text.at + i, word.len), word))
				continue;
			told++;
			break;
		}
	}
	return words < 3 || told * 2 >= words;
}

/* The line of the title: its number, or l->count. */
static size_t
find_title(const struct lines *l)
{
	struct wt_span title = l->page->fields[WT_RECORD_TITLE];
	size_t found = l->count;

	for (size_t i = 0; title.len > 0 && i < l->count; i++)
		if (wt_span_eq(l->at[i].text, title))
			found = i;
	return found;
}

/* Take the paper's name from a title element that holds more than the title. */
static void
settle_title(const struct lines *l)
{
	struct page *p = l->page;
	struct wt_span *title = &p->fields[WT_RECORD_TITLE], *source = &p->fields[WT_RECORD_SOURCE];
	struct wt_span whole = p->head_title, heading = { "", 0 }, rest;

	for (size_t i = 0; i < l->count; i++) {
		struct wt_span line = l->at[i].text;

		if (is_end(whole, line) && (title->len == whole.len || line.len > title->len))
			*title = line;
		if (wt_span_eq(line, whole))
			heading = wt_span_make("", 0);
		else if (l->at[i].heading && line.len >= TITLE_LEAST)
			heading = line;
	}
	if (title->len < whole.len) {
		rest = wt_span_starts(whole, *title) ? wt_span_make(whole.at + title->len, whole.len - title->len) :
		    wt_span_make(whole.at, whole.len - title->len);
	} else if (heading.len > 0 && !is_told_by(heading, whole)) {
		*title = heading;
		rest = whole;
	} else {
		return;
	}
	if (source->len == 0 && rest.len < LINE / 4)
		*source = wt_page_without_signs(rest);
}

/* The day that a line shows, in ISO 8601; empty if it is a sentence, or shows none. */
static struct wt_span
day_of(const struct lines *l, size_t i)
{
	struct wt_span line = l->at[i].text;
	char iso[WT_ISO_MAX];
	uint32_t day;

	if (line.len < 8 || line.len > DAY_LINE || line.at[line.len - 1] == '.')
		return wt_span_make("", 0);
	day = wt_day_read(line);
	if (wt_iso_day(day) == 0)
		return wt_span_make("", 0);
	wt_iso_put(day, iso);
	return wt_arena_copy(&l->page->record->arena, wt_span_of(iso));
}

static void
settle_day(const struct lines *l)
{
	struct wt_span *date = &l->page->fields[WT_RECORD_DATE];
	size_t title = find_title(l), first = title < l->count ? title + 1 : 0;

	for (size_t i = l->count; i > first && date->len == 0; i--)
		*date = day_of(l, i - 1);
	for (size_t i = first; i > 0 && i + ABOVE > first && date->len == 0; i--)
		*date = day_of(l, i - 1);
}

void
wt_page_read_shown(struct page *p, xmlNode *body, const xmlNode *story)
{
	struct lines l = { .page = p };

	if (!p->untitled && p->fields[WT_RECORD_DATE].len > 0)
		return;
	if ((l.at = wt_arena_array(&p->record->arena, LINES, sizeof *l.at)) == NULL)
		return;
	collect(&l, body, story);
	if (p->untitled)
		settle_title(&l);
	if (p->fields[WT_RECORD_DATE].len == 0)
		settle_day(&l);
}
