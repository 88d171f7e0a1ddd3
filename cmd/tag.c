/*
 * tag.c - `warta tag`: text in, the same text with its mentions marked out.
 *
 * Mentions may lie in each other ("Pemkot Serang" names an agency and a region).
 * brat and jsonl give all; ansi, html and conll the outer ones, html with the
 * inner ones inside.
 */
#include "cmd/cmd.h"
#include "cmd/speak.h"
#include "cmd/usages.h"
#include "cmd/html.h"
#include "extract/extract.h"
#include "ingest/row.h"
#include "text/document.h"
#include "text/utf8.h"

#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define MOST ((size_t)64 << 20)         /* bytes of a text, at most */

static const char *const colours[WT_TYPES] = { "1;34", "1;35", "35", "1;36", "36", "34", "32", "33", "1;31" };

/* The bytes of the text as the mentions' offsets count them. */
struct marked {
	const struct wt_document *doc;
	const struct wt_facts *facts;
	struct wt_arena *arena;
	struct wt_buf *out;
};

static struct wt_span
type_name(const struct wt_mention *m)
{
	return wt_span_of(wt_type_name(m->type));
}

static void
write_ansi(struct marked *t)
{
	struct wt_span text = t->doc->text;
	uint32_t at = 0;

	for (uint32_t i = 0; i < t->facts->nmentions; i++) {
		const struct wt_mention *m = &t->facts->mentions[i];

		if (m->start < at)
			continue;
		wt_buf_put(t->out, text.at + at, m->start - at);
		wt_buf_printf(t->out, "\033[%sm%.*s\033[0m", colours[m->type], (int)m->surface.len, m->surface.at);
		at = m->end;
	}
	wt_buf_put(t->out, text.at + at, text.len - at);
}

static void
write_html(struct marked *t)
{
	uint32_t count = t->facts->nmentions;
	struct html_mark *marks = wt_arena_array(t->arena, (size_t)count + 1, sizeof *marks);

	wt_buf_puts(t->out, "<!DOCTYPE html>\n<meta charset=\"utf-8\">\n<title>warta tag</title>\n<style>\n"
	    "body{white-space:pre-wrap;max-width:48em;margin:2em auto;font:16px/1.6 sans-serif}\n"
	    "mark{border-radius:3px;padding:0 2px}.region{background:#cfe2ff}.official{background:#f3d1f4}"
	    ".person{background:#fbe4fb}.agency{background:#cff4fc}.organization{background:#e2f7f7}"
	    ".place{background:#dee7f5}.date{background:#d1f2d9}.amount{background:#fff3cd}.programme{background:#f8d7da}\n"
	    "</style>\n");
	for (uint32_t i = 0; marks != NULL && i < count; i++)
		marks[i] = html_mention(&t->facts->mentions[i]);
	if (marks == NULL)
		t->out->err = WT_ENOMEM;
	else
		html_marks(t->out, t->doc->text, marks, count);
	wt_buf_putc(t->out, '\n');
}

static void
write_brat(struct marked *t)
{
	for (uint32_t i = 0; i < t->facts->nmentions; i++) {
		const struct wt_mention *m = &t->facts->mentions[i];
		struct wt_span name = type_name(m);

		wt_buf_printf(t->out, "T%u\t%c%.*s %u %u\t", i + 1, name.at[0] - 32, (int)name.len - 1, name.at + 1,
		    m->cp_start, m->cp_end);
		for (size_t k = 0; k < m->surface.len; k++)
			wt_buf_putc(t->out, (uint8_t)m->surface.at[k] < ' ' ? ' ' : m->surface.at[k]);
		wt_buf_putc(t->out, '\n');
		if (m->entity_id.len > 0)
			wt_buf_printf(t->out, "#%u\tAnnotatorNotes T%u\t%.*s; %.*s\n", i + 1, i + 1,
			    (int)m->entity_id.len, m->entity_id.at, (int)m->method.len, m->method.at);
	}
}

static void
write_conll(struct marked *t)
{
	const struct wt_document *d = t->doc;
	uint32_t next = 0;

	for (uint32_t i = 0; i < d->ntokens; i++) {
		const struct wt_token *token = &d->tokens[i];
		const struct wt_mention *m = NULL;
		struct wt_span surface = wt_token_text(d->text, token);

		if (i > 0 && token->sentence != d->tokens[i - 1].sentence)
			wt_buf_putc(t->out, '\n');
		/* The outer mention over this token: they are in order, the longest first. */
		while (next < t->facts->nmentions && t->facts->mentions[next].end <= token->start)
			next++;
		if (next < t->facts->nmentions && t->facts->mentions[next].start < token->end)
			m = &t->facts->mentions[next];
		wt_buf_printf(t->out, "%.*s\t", (int)surface.len, surface.at);
		if (m == NULL)
			wt_buf_puts(t->out, "O\n");
		else
			wt_buf_printf(t->out, "%c-%s\n", token->start <= m->start ? 'B' : 'I', wt_type_name(m->type));
	}
}

static void
put_member(struct wt_buf *out, const char *name, struct wt_span text)
{
	wt_buf_printf(out, "\"%s\":", name);
	wt_json_string(out, text);
	wt_buf_putc(out, ',');
}

static void
write_jsonl(struct marked *t)
{
	for (uint32_t i = 0; i < t->facts->nmentions; i++) {
		const struct wt_mention *m = &t->facts->mentions[i];

		wt_buf_putc(t->out, '{');
		put_member(t->out, "type", type_name(m));
		put_member(t->out, "entity_id", m->entity_id);
		put_member(t->out, "surface", m->surface);
		put_member(t->out, "zone", wt_span_of(wt_zone_name((enum wt_zone)m->zone)));
		wt_buf_printf(t->out, "\"sentence_no\":%u,\"start_char\":%u,\"end_char\":%u,", m->sentence,
		    m->cp_start, m->cp_end);
		put_member(t->out, "method", m->method);
		wt_buf_printf(t->out, "\"confidence\":%u.%u", m->confidence / 100U, m->confidence / 10U % 10);
		if (m->confidence % 10 != 0)
			wt_buf_printf(t->out, "%u", m->confidence % 10U);
		wt_buf_puts(t->out, "}\n");
	}
}

static const struct {
	const char *name;
	void (*write)(struct marked *);
} formats[] = {
	{ "ansi", write_ansi }, { "html", write_html }, { "brat", write_brat },
	{ "conll", write_conll }, { "jsonl", write_jsonl },
};

static int
read_input(struct wt_buf *text, struct wt_error *error)
{
	char block[65536];
	size_t n;

	while ((n = fread(block, 1, sizeof block, stdin)) > 0) {
		wt_buf_put(text, block, n);
		if (text->len > MOST)
			return wt_error_set(error, WT_ELIMIT, MOST, "standard input: more than 64 MB; it takes one article");
	}
	if (ferror(stdin))
		return wt_error_set(error, WT_EIO, 0, "standard input: %s", strerror(errno));
	return text->err;
}

static int
tag(const char *overlay, const char *published, size_t format, struct wt_error *error)
{
	struct wt_buf text = { 0 }, out = { 0 };
	struct wt_dict *dict = NULL;
	struct wt_extractor *x = NULL;
	struct wt_arena arena = { 0 };
	struct wt_facts facts;
	int code;

	if ((code = cmd_dict_open(overlay, &dict, error)) == WT_OK &&
	    (code = wt_extractor_open(dict, &x, error)) == WT_OK && (code = read_input(&text, error)) == WT_OK) {
		struct wt_article article = { .id = WT_SPAN("stdin"), .date = wt_span_of(published),
		    .text = wt_buf_span(&text) };

		code = wt_extract(x, &article, 0, &arena, &facts, error);
	}
	if (code == WT_OK) {
		struct marked t = { .doc = wt_extractor_document(x), .facts = &facts, .arena = &arena, .out = &out };

		if (t.doc->replaced > 0)
			cmd_warn("tag", "standard input: %u invalid byte sequences replaced", t.doc->replaced);
		/* Facts have the title's mentions in front. */
		html_order(facts.mentions, facts.nmentions);
		formats[format].write(&t);
		code = out.err;
		if (code == WT_OK)
			fwrite(out.at, 1, out.len, stdout);
		else
			wt_error_set(error, code, 0, "out of memory");
	}
	wt_buf_free(&text);
	wt_buf_free(&out);
	wt_arena_free(&arena);
	wt_extractor_close(x);
	cmd_dict_close(dict);
	return code;
}

int
cmd_tag(int argc, char **argv)
{
	static const struct option options[] = { { "format", required_argument, NULL, 'f' },
	    { "published", required_argument, NULL, 'p' }, { "dict", required_argument, NULL, 'd' },
	    { "help", no_argument, NULL, 'h' }, { 0 } };
	const char *overlay = NULL, *published = "", *name = isatty(STDOUT_FILENO) ? "ansi" : "brat";
	struct wt_error error = { 0 };
	size_t format = 0;
	int c;

	while ((c = getopt_long(argc, argv, "h", options, NULL)) != -1) {
		switch (c) {
		case 'f': name = optarg; break;
		case 'p': published = optarg; break;
		case 'd': overlay = optarg; break;
		case 'h':
			speak_help(usage_of("tag"));
			return CMD_OK;
		default:
			return cmd_mistake("tag", usage_of("tag"), argv, c);
		}
	}
	if (optind != argc)
		return cmd_usage("tag", "it reads standard input, not '%s'", argv[optind]);
	while (format < sizeof formats / sizeof formats[0] && strcmp(formats[format].name, name) != 0)
		format++;
	if (format == sizeof formats / sizeof formats[0])
		return cmd_usage("tag", "unknown format '%s': ansi, html, brat, conll or jsonl", name);
	return tag(overlay, published, format, &error) == WT_OK ? CMD_OK : cmd_fail("tag", &error);
}
