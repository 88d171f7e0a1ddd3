/* show.c - `warta show`: one article with what was found in it. */
#include "cmd/cmd.h"
#include "cmd/speak.h"
#include "cmd/answer.h"
#include "cmd/pager.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char usage[] =
    "usage: warta show [-d INDEX] ARTICLE\n"
    "\n"
    "An article with its mentions marked, then its claims with their evidence.  Marks are\n"
    "colours on a terminal, else [surface|type|id].\n"
    "\n"
    "  -d INDEX        the folder of the index (default: $WARTA_INDEX, else warta.idx)\n"
    "      --all       claims too that were not the best of their region and programme\n"
    "      --json      its text and its rows of every table, as one object\n"
    "      --no-pager  on a terminal: all at once\n"
    "      --dict DIR  TSV files laid over the dictionaries\n"
    "      --help\n"
    "\n"
    "examples:\n"
    "  warta show -d berita.idx alun-alun-kota-serang\n"
    "  warta show 2022-001 | less\n";

struct job {
	struct opened o;
	struct wt_arena arena;
	bool colour, all, json;
};

static const char *
colour_of(enum wt_type type)
{
	static const char *const colours[WT_TYPES] = { "\033[32m", "\033[1;34m", "\033[34m", "\033[35m",
	    "\033[36m", "\033[33m", "\033[31m", "\033[1;31m", "\033[1;33m" };

	return colours[type];
}

static void
print_mention(const struct job *j, const struct wt_mention *m, struct wt_span text)
{
	int len = (int)(m->end - m->start);

	if (j->colour)
		printf("%s%.*s\033[0m", colour_of(m->type), len, text.at + m->start);
	else
		printf("[%.*s|%s%s%.*s]", len, text.at + m->start, wt_type_name(m->type),
		    m->entity_id.len > 0 ? "|" : "", (int)m->entity_id.len, m->entity_id.at);
}

/* The text with its mentions marked; of those that overlap the first. */
static int
print_text(struct job *j, const struct article *a)
{
	struct wt_mention *list;
	uint32_t count, at = 0;
	int code = article_mentions(a, &j->arena, &list, &count);

	for (uint32_t i = 0; code == WT_OK && i < count; i++) {
		if (list[i].start < at)
			continue;
		fwrite(a->text.at + at, 1, list[i].start - at, stdout);
		print_mention(j, &list[i], a->text);
		at = list[i].end;
	}
	if (code == WT_OK)
		printf("%.*s\n", (int)(a->text.len - at), a->text.at + at);
	return code;
}

static void
print_claims(struct job *j, const struct article *a)
{
	const struct wt_facts *f = &a->facts;

	for (uint32_t i = 0; i < f->nclaims; i++) {
		const struct wt_claim *c = &f->claims[i];
		struct wt_span region = cmd_region(&j->o, &j->arena, c->region_id);
		struct wt_span name = article_programme(a, c->programme_id);

		if (!c->best && !j->all)
			continue;
		printf("\n%s%.*s: %.*s (%s, %u.%02u, %.*s)\n    %.*s\n", c->best ? "" : "(also) ",
		    (int)region.len, region.at, (int)name.len, name.at, wt_status_name(c->status),
		    c->confidence / 100u, c->confidence % 100u, (int)c->method.len, c->method.at,
		    (int)c->evidence.len, c->evidence.at);
	}
}

static void
print_head(const struct job *j, const struct wt_facts *f)
{
	const struct {
		const char *name;
		struct wt_span value;
	} lines[] = { { "id", f->article_id }, { "published", f->published }, { "source", f->source },
	    { "url", f->url }, { "path", f->path }, { "byline", f->byline } };

	printf("%s%.*s%s\n", j->colour ? "\033[1m" : "", (int)f->title.len, f->title.at,
	    j->colour ? "\033[0m" : "");
	for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++)
		if (lines[i].value.len > 0)
			printf("%-10s %.*s\n", lines[i].name, (int)lines[i].value.len, lines[i].value.at);
}

/* Its near copies, or what it is a copy of. */
static int
print_copies(struct job *j, struct wt_place at)
{
	uint32_t group = wt_copies_group(j->o.copies, at.segment, at.doc);
	int code = WT_OK;

	for (uint32_t i = 0; group != WT_NO_GROUP && i < wt_copies_size(j->o.copies, group); i++) {
		struct wt_place p = wt_copies_member(j->o.copies, group, i);
		struct wt_span key;

		if (p.segment == at.segment && p.doc == at.doc)
			continue;
		if ((code = cmd_key(&j->o, p, &j->arena, &key)) != WT_OK)
			break;
		printf("%-10s %.*s\n", i == 0 ? "copy of" : "copy", (int)key.len, key.at);
	}
	return code;
}

static int
show(struct job *j, struct wt_span key, struct wt_error *error)
{
	struct wt_buf out = { 0 };
	struct article a;
	int code = answer_article(&j->o, key, &j->arena, &a, error);

	if (code == WT_OK && j->json) {
		if ((code = article_json(&j->o, &a, &out, error)) == WT_OK)
			fwrite(out.at, 1, out.len, stdout);
		wt_buf_free(&out);
	} else if (code == WT_OK) {
		print_head(j, &a.facts);
		if ((code = print_copies(j, a.place)) == WT_OK)
			printf("\n");
		if (code != WT_OK || (code = print_text(j, &a)) != WT_OK)
			wt_error_set(error, code, 0, "%s", wt_strerror(code));
		print_claims(j, &a);
	}
	return code;
}

int
cmd_show(int argc, char **argv)
{
	static const struct option options[] = { { "index", required_argument, NULL, 'd' },
	    { "all", no_argument, NULL, 'a' }, { "json", no_argument, NULL, 'J' },
	    { "no-pager", no_argument, NULL, 'P' },
	    { "dict", required_argument, NULL, 'D' }, { "help", no_argument, NULL, 'h' }, { 0 } };
	const char *path = NULL, *overlay = NULL;
	struct wt_error error = { 0 };
	struct job j = { .colour = report_colour() };
	bool pager = true;
	int c, status, code;

	while ((c = getopt_long(argc, argv, "d:hqv", options, NULL)) != -1) {
		if (c == 'h') {
			speak_help(usage);
			return CMD_OK;
		} else if (c == 'd') {
			path = optarg;
		} else if (c == 'D') {
			overlay = optarg;
		} else if (c == 'a') {
			j.all = true;
		} else if (c == 'J') {
			j.json = true;
		} else if (c == 'P') {
			pager = false;
		} else if (c != 'q' && c != 'v') {
			return cmd_mistake("show", usage, argv, c);
		}
	}
	if (optind + 1 != argc)
		return cmd_usage("show", "one article's id is needed");
	if (pager && !j.json)
		pager_open();
	status = cmd_index_open("show", path, overlay, &j.o);
	if (status == CMD_OK && (code = show(&j, wt_span_of(argv[optind]), &error)) != WT_OK) {
		status = cmd_fail_run("show", &error);
		status = code == WT_ENOENT ? CMD_NOTHING : status;
	}
	cmd_index_close(&j.o);
	wt_arena_free(&j.arena);
	return status;
}
