/* show.c - `warta show`: one article with what was found in it. */
#include "cmd/cmd.h"
#include "cmd/speak.h"
#include "cmd/open.h"
#include "cmd/report.h"

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
    "      --dict DIR  TSV files laid over the dictionaries\n"
    "      --help\n"
    "\n"
    "examples:\n"
    "  warta show -d berita.idx alun-alun-kota-serang\n"
    "  warta show 2022-001 | less\n";

struct job {
	struct opened o;
	struct wt_arena arena;
	bool colour, all;
};

static const char *
colour_of(enum wt_type type)
{
	static const char *const colours[WT_TYPES] = { "\033[32m", "\033[1;34m", "\033[34m", "\033[35m",
	    "\033[36m", "\033[33m", "\033[31m", "\033[1;31m", "\033[1;33m" };

	return colours[type];
}

/* By place; of two that begin together the longer first. */
static int
by_place(const void *a, const void *b)
{
	const struct wt_mention *x = *(const struct wt_mention *const *)a;
	const struct wt_mention *y = *(const struct wt_mention *const *)b;

	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	return (x->end < y->end) - (x->end > y->end);
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

/* The text with the mentions of its zones marked; of those that overlap the first. */
static int
print_text(struct job *j, const struct wt_facts *f, struct wt_span text, bool title_inside)
{
	const struct wt_mention **list = wt_arena_array(&j->arena, (size_t)f->nmentions + 1, sizeof *list);
	size_t count = 0, at = 0;

	if (list == NULL)
		return WT_ENOMEM;
	for (uint32_t i = 0; i < f->nmentions; i++) {
		const struct wt_mention *m = &f->mentions[i];

		if ((m->zone != 0 || title_inside) && m->start < m->end && m->end <= text.len)
			list[count++] = m;
	}
	qsort(list, count, sizeof *list, by_place);
	for (size_t i = 0; i < count; i++) {
		if (list[i]->start < at)
			continue;
		fwrite(text.at + at, 1, list[i]->start - at, stdout);
		print_mention(j, list[i], text);
		at = list[i]->end;
	}
	fwrite(text.at + at, 1, text.len - at, stdout);
	printf("\n");
	return WT_OK;
}

static struct wt_span
programme_name(const struct wt_facts *f, struct wt_span id)
{
	for (uint32_t i = 0; i < f->nprogrammes; i++)
		if (wt_span_eq(f->programmes[i].id, id))
			return f->programmes[i].name;
	return id;
}

static void
print_claims(struct job *j, const struct wt_facts *f)
{
	for (uint32_t i = 0; i < f->nclaims; i++) {
		const struct wt_claim *c = &f->claims[i];
		struct wt_span region = cmd_region(&j->o, &j->arena, c->region_id);
		struct wt_span name = programme_name(f, c->programme_id);

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
	printf("\n");
}

static int
show(struct job *j, struct wt_span key, struct wt_error *error)
{
	const struct wt_segment *s;
	struct wt_facts facts;
	struct wt_story story;
	struct wt_span text;
	uint32_t segment, doc;
	int code = wt_index_find(j->o.index, key, &segment, &doc);

	if (code == WT_ENOENT)
		return wt_error_set(error, code, 0, "no article has the id '%.*s'", (int)key.len, key.at);
	s = code == WT_OK ? wt_index_segment(j->o.index, segment) : NULL;
	if (code == WT_OK &&
	    (code = wt_load_facts(&j->o.loader, s, doc, &j->arena, &facts)) == WT_OK &&
	    (code = wt_load_story(&j->o.loader, s, doc, &j->arena, &story)) == WT_OK &&
	    (code = wt_load_text(&j->o.loader, s, doc, &j->arena, &text)) == WT_OK) {
		print_head(j, &facts);
		code = print_text(j, &facts, text, story.title_inside);
		print_claims(j, &facts);
	}
	if (code != WT_OK && wt_index_error(j->o.index, error) == WT_OK)
		wt_error_set(error, code, 0, "%s", wt_strerror(code));
	return code;
}

int
cmd_show(int argc, char **argv)
{
	static const struct option options[] = { { "index", required_argument, NULL, 'd' },
	    { "all", no_argument, NULL, 'a' }, { "dict", required_argument, NULL, 'D' },
	    { "help", no_argument, NULL, 'h' }, { 0 } };
	const char *path = NULL, *overlay = NULL;
	struct wt_error error = { 0 };
	struct job j = { .colour = report_colour() };
	int c, status, code;

	opterr = 0;
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
		} else if (c != 'q' && c != 'v') {
			return cmd_usage("show", "unknown option, or one without its value");
		}
	}
	if (optind + 1 != argc)
		return cmd_usage("show", "one article's id is needed");
	status = cmd_index_open("show", path, overlay, &j.o);
	if (status == CMD_OK && (code = show(&j, wt_span_of(argv[optind]), &error)) != WT_OK) {
		cmd_warn("show", "%s", error.text);
		status = code == WT_ENOENT ? CMD_NOTHING : CMD_FAILURE;
	}
	cmd_index_close(&j.o);
	wt_arena_free(&j.arena);
	return status;
}
