/* serve_page.c - the frame of a page, its links and its words; behind serve.h. */
#include "cmd/serve.h"
#include "cmd/html.h"
#include "web.h"                /* made by the build from the files of cmd/web */

#include <string.h>

const char *
say(const struct request *q, const char *message)
{
	return speak_in(q->language, message);
}

void
put_say(struct wt_buf *out, const struct request *q, const char *message)
{
	html_text(out, wt_span_of(say(q, message)));
}

/* ---- links ---- */

/* A value in a URL: all but unreserved characters as %XX. */
void
put_value(struct wt_buf *out, struct wt_span s)
{
	static const char digits[] = "0123456789ABCDEF";

	for (size_t i = 0; i < s.len; i++) {
		unsigned char c = (unsigned char)s.at[i];

		if ((c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') ||
		    (c != '\0' && strchr("-._~", c) != NULL)) {
			wt_buf_putc(out, (char)c);
		} else {
			wt_buf_putc(out, '%');
			wt_buf_putc(out, digits[c >> 4]);
			wt_buf_putc(out, digits[c & 15]);
		}
	}
}

void
put_link(struct wt_buf *out, const struct request *q, const char *path, struct wt_span query,
    const char *name, struct wt_span value)
{
	wt_buf_printf(out, "%s?q=", path);
	put_value(out, query);
	if (name != NULL) {
		wt_buf_printf(out, "&amp;%s=", name);
		put_value(out, value);
	}
	if (q->language_given)
		wt_buf_printf(out, "&amp;lang=%s", q->language == SPEAK_INDONESIAN ? "id" : "en");
}

/* Is there an OR outside parentheses and quotes? */
static bool
has_or(struct wt_span s)
{
	static const struct wt_span words[] = { { " OR ", 4 }, { " ATAU ", 6 } };
	bool quoted = false;
	int depth = 0;

	for (size_t i = 0; i < s.len; i++) {
		struct wt_span rest = wt_span_make(s.at + i, s.len - i);

		quoted ^= s.at[i] == '"';
		depth += quoted ? 0 : (s.at[i] == '(') - (s.at[i] == ')');
		if (!quoted && depth == 0 &&
		    (wt_span_starts(rest, words[0]) || wt_span_starts(rest, words[1])))
			return true;
	}
	return false;
}

/* Where `part` stands in `s` between spaces, or s.len. */
static size_t
place_of(struct wt_span s, struct wt_span part)
{
	for (size_t i = 0; i + part.len <= s.len; i++)
		if (memcmp(s.at + i, part.at, part.len) == 0 && (i == 0 || s.at[i - 1] == ' ') &&
		    (i + part.len == s.len || s.at[i + part.len] == ' '))
			return i;
	return s.len;
}

struct wt_span
query_with(struct request *q, const char *field, struct wt_span value, bool *had)
{
	struct wt_span old = q->query.at == NULL ? wt_span_make("", 0) : q->query, term;
	bool group = has_or(old);
	size_t at;

	value = wt_arena_copy(&q->arena, value);
	for (size_t i = 0; i < value.len; i++)
		if (value.at[i] == '"')
			((char *)(uintptr_t)value.at)[i] = ' ';
	term = wt_arena_printf(&q->arena, "%s:\"%.*s\"", field, (int)value.len, value.at);
	at = place_of(old, term);
	*had = old.len > 0 && at < old.len;
	if (*had)
		return wt_span_trim(wt_arena_printf(&q->arena, "%.*s%.*s", (int)at, old.at,
		    (int)(old.len - at - term.len), old.at + at + term.len));
	return wt_arena_printf(&q->arena, "%s%.*s%s%s%.*s", group ? "(" : "", (int)old.len, old.at,
	    group ? ")" : "", old.len > 0 ? " " : "", (int)term.len, term.at);
}

/* ---- the frame ---- */

/* A name of the template and what stands in its place. */
struct slot {
	const char *name;
	struct wt_buf value;
};

enum { LANGUAGE, TITLE, HOME, ACTION, QUERY, PLACEHOLDER, SEARCH, HIDDEN, TABS, INSIDE, FOOTER, SLOTS };

static const char *const paths[] = { "/", "/regions", "/programmes", "/timeline" };

static const char *
label_of(const struct request *q, size_t tab)
{
	switch (tab) {
	case 0: return say(q, "Articles");
	case 1: return say(q, "Regions");
	case 2: return say(q, "Programmes");
	default: return say(q, "Timeline");
	}
}

static void
put_tabs(struct wt_buf *out, const struct request *q)
{
	struct request other = *q;

	for (size_t i = 0; i < sizeof paths / sizeof paths[0]; i++) {
		wt_buf_puts(out, "<a href=\"");
		put_link(out, q, paths[i], q->query, NULL, q->id);
		wt_buf_puts(out, strcmp(paths[i], q->path) == 0 ? "\" aria-current=\"page\">" : "\">");
		html_text(out, wt_span_of(label_of(q, i)));
		wt_buf_puts(out, "</a>\n");
	}
	other.language_given = true;
	other.language = q->language == SPEAK_INDONESIAN ? SPEAK_ENGLISH : SPEAK_INDONESIAN;
	wt_buf_puts(out, "<a class=\"other\" href=\"");
	put_link(out, &other, q->path, q->query, q->id.len > 0 ? "id" : NULL, q->id);
	wt_buf_puts(out, other.language == SPEAK_INDONESIAN ?
	    "\" lang=\"id\" title=\"Bahasa Indonesia\">ID</a>\n" :
	    "\" lang=\"en\" title=\"English\">EN</a>\n");
}

static void
put_footer(struct wt_buf *out, const struct request *q)
{
	struct wt_index_counts counts;

	if (q->o == NULL)
		return;
	wt_index_count(q->o->index, &counts);
	wt_buf_printf(out, say(q, counts.documents == 1 ? "%llu article in the index" :
	    "%llu articles in the index"), (unsigned long long)counts.documents);
	wt_buf_puts(out, " \xc2\xb7 <a href=\"");
	if (strcmp(q->path, "/article") == 0) {
		wt_buf_puts(out, "/api/article?id=");
		put_value(out, q->id);
	} else {
		wt_buf_printf(out, "/api%s", strcmp(q->path, "/") == 0 ? "/search" : q->path);
		put_link(out, q, "", q->query, q->by != NULL ? "by" : NULL, wt_span_of(q->by));
	}
	wt_buf_puts(out, "\">JSON</a>");
}

/* The template with each {{name}} replaced. */
static void
fill(struct wt_buf *out, struct wt_span template, const struct slot *slots)
{
	struct wt_span part;

	while (wt_span_cut(&template, '{', &part)) {
		wt_buf_putspan(out, part);
		if (template.at == NULL || *template.at != '{')
			continue;
		template = wt_span_make(template.at + 1, template.len - 1);
		if (!wt_span_cut(&template, '}', &part) || template.len == 0)
			return;
		template = wt_span_make(template.at + 1, template.len - 1);
		for (size_t i = 0; i < SLOTS; i++)
			if (wt_span_is(part, slots[i].name))
				wt_buf_putspan(out, wt_buf_span(&slots[i].value));
	}
}

void
put_page(struct reply *reply, const struct request *q, struct wt_span title,
    const struct wt_buf *inside)
{
	struct slot s[SLOTS] = { { .name = "language" }, { .name = "title" }, { .name = "home" },
	    { .name = "action" }, { .name = "query" }, { .name = "placeholder" }, { .name = "search" },
	    { .name = "hidden" }, { .name = "tabs" }, { .name = "inside" }, { .name = "footer" } };
	const char *language = q->language == SPEAK_INDONESIAN ? "id" : "en";

	wt_buf_puts(&s[LANGUAGE].value, language);
	html_text(&s[TITLE].value, title);
	wt_buf_puts(&s[TITLE].value, title.len > 0 ? " \xe2\x80\x93 warta" : "warta");
	wt_buf_puts(&s[HOME].value, "/");
	if (q->language_given) {
		wt_buf_printf(&s[HOME].value, "?lang=%s", language);
		wt_buf_printf(&s[HIDDEN].value, "<input type=\"hidden\" name=\"lang\" value=\"%s\">\n",
		    language);
	}
	wt_buf_puts(&s[ACTION].value, strcmp(q->path, "/article") == 0 ? "/" : q->path);
	html_text(&s[QUERY].value, q->query);
	put_say(&s[PLACEHOLDER].value, q, "words, \"a phrase\", wilayah:Banten, tanggal:2020..2022");
	put_say(&s[SEARCH].value, q, "Search");
	put_tabs(&s[TABS].value, q);
	wt_buf_putspan(&s[INSIDE].value, wt_buf_span(inside));
	put_footer(&s[FOOTER].value, q);
	fill(&reply->body, wt_span_make((const char *)web_page, sizeof web_page), s);
	for (size_t i = 0; i < SLOTS; i++) {
		if (s[i].value.err != WT_OK)
			reply->body.err = WT_ENOMEM;
		wt_buf_free(&s[i].value);
	}
}

bool
page_file(const char *path, struct reply *reply)
{
	reply->status = MHD_HTTP_OK;
	if (strcmp(path, "/style.css") == 0) {
		reply->type = "text/css; charset=utf-8";
		wt_buf_put(&reply->body, web_style, sizeof web_style);
	} else if (strcmp(path, "/icon.svg") == 0) {
		reply->type = "image/svg+xml";
		wt_buf_put(&reply->body, web_icon, sizeof web_icon);
	} else {
		return false;
	}
	return true;
}
