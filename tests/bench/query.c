/*
 * query.c - latency of queries on an index of words.
 *
 * usage: query FOLDER WORDS QUERIES [ROUNDS]
 *
 * Builds the index in FOLDER from WORDS if there is none (terms with positions, no
 * stems, no stored text, so that all engines do the same), then asks each query once
 * to warm up and ROUNDS times (default 3) to measure, taking the best.  Prints, for
 * each kind of query, the 50th and 99th percentile of the ten best and of the count,
 * in microseconds, as tests/bench/peers do.
 */
#include "query/search.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define TOP 10
#define KINDS 4

static const char *const kinds[KINDS] = { "term", "and", "or", "phrase" };

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static void
die(const char *what)
{
	fprintf(stderr, "query: %s\n", what);
	exit(1);
}

/* ---- rules: words are terms ---- */

static int
words(void *context, struct wt_arena *arena, struct wt_span text, enum wt_field field, bool exact,
    struct wt_query_term **out, size_t *count)
{
	struct wt_span word;

	(void)context;
	(void)field;
	(void)exact;
	*count = 0;
	if ((*out = wt_arena_array(arena, text.len + 1, sizeof **out)) == NULL)
		return WT_ENOMEM;
	while (wt_span_cut(&text, ' ', &word)) {
		(*out)[*count].term = word;
		(*out)[*count].position = (uint32_t)*count;
		++*count;
	}
	return WT_OK;
}

static int
spell(void *context, struct wt_arena *arena, struct wt_span word, enum wt_field field,
    struct wt_span *spelt, size_t *mark)
{
	(void)context;
	(void)arena;
	(void)field;
	*spelt = word;
	*mark = 0;
	return WT_OK;
}

/* ---- the index ---- */

static uint32_t
add_words(struct wt_use *uses, uint32_t count, struct wt_span text)
{
	struct wt_span word;

	while (wt_span_cut(&text, ' ', &word)) {
		if (word.len > 0 && word.len <= WT_TERM_MAX && count < 20000) {
			uses[count] = (struct wt_use){ word, { NULL, 0 }, count, NULL };
			count++;
		}
	}
	return count;
}

static void
build(const char *folder, const char *path)
{
	static struct wt_use uses[20000];
	struct wt_error error = { 0 };
	struct wt_build_options options = { 0 };
	struct wt_build *b;
	FILE *in = fopen(path, "r");
	char *line = NULL, key[24];
	size_t cap = 0, bytes = 0;
	ssize_t len;
	unsigned number = 0;
	clock_t start = clock();

	if (in == NULL || wt_build_open(folder, &options, &b, &error) != WT_OK)
		die(in == NULL ? path : error.text);
	for (; (len = getline(&line, &cap, in)) > 0; number++) {
		struct wt_span rest = wt_span_make(line, (size_t)len - 1), day = rest, title;
		struct wt_addition doc = { .uses = uses };

		bytes += (size_t)len;
		wt_span_cut(&rest, '\t', &day);
		wt_span_cut(&rest, '\t', &title);
		snprintf(key, sizeof key, "g%07u", number);
		doc.key = wt_span_of(key);
		doc.date = (int32_t)strtol(day.at, NULL, 10);
		doc.length = add_words(uses, 0, title);
		doc.length = add_words(uses, doc.length, rest);
		doc.use_count = doc.length;
		if (wt_build_add(b, 0, &doc, &error) != WT_OK)
			die(error.text);
	}
	if (wt_build_commit(b, &error) != WT_OK)
		die(error.text);
	wt_build_close(b);
	free(line);
	fclose(in);
	fprintf(stderr, "warta: %u documents, %.1f MB of words, built in %.1f CPU s\n", number,
	    (double)bytes / 1e6, (double)(clock() - start) / CLOCKS_PER_SEC);
}

/* ---- the measurements ---- */

struct times {
	double *top, *count;
	size_t n, top_cap, count_cap;
	uint64_t matches;
};

/* The query language's spelling of a question. */
static struct wt_span
spelling(struct wt_buf *out, size_t kind, const char *question)
{
	wt_buf_clear(out);
	if (kind == 3)
		wt_buf_putc(out, '"');
	for (const char *p = question; *p != '\0'; p++) {
		if (kind == 2 && *p == ' ')
			wt_buf_puts(out, " OR ");
		else
			wt_buf_putc(out, *p);
	}
	if (kind == 3)
		wt_buf_putc(out, '"');
	return wt_buf_span(out);
}

static double
ask(const struct wt_index *ix, const struct wt_rules *rules, struct wt_span text, bool top,
    uint64_t *matches)
{
	struct wt_found found[TOP];
	struct wt_error error = { 0 };
	struct wt_query *q;
	size_t count;
	double start = now();

	if (wt_query_open(ix, rules, text, &q, &error) != WT_OK)
		die(error.text);
	if ((top ? wt_query_top(q, WT_SORT_SCORE, 0, TOP, found, &count, &error) :
	    wt_query_count(q, matches, &error)) != WT_OK)
		die(error.text);
	wt_query_close(q);
	return now() - start;
}

static double
best_of(const struct wt_index *ix, const struct wt_rules *rules, struct wt_span text, bool top,
    unsigned rounds, uint64_t *matches)
{
	double best = 1e12;

	ask(ix, rules, text, top, matches);
	for (unsigned i = 0; i < rounds; i++) {
		double time = ask(ix, rules, text, top, matches);

		best = time < best ? time : best;
	}
	return best;
}

static void
measure(const struct wt_index *ix, const char *path, unsigned rounds, struct times *times)
{
	struct wt_rules rules = { NULL, 0, words, spell, NULL, NULL };
	struct wt_buf text = { 0 };
	FILE *in = fopen(path, "r");
	char *line = NULL, *tab;
	size_t cap = 0;
	ssize_t len;

	if (in == NULL)
		die(path);
	while ((len = getline(&line, &cap, in)) > 0) {
		size_t kind = 0;
		struct times *t;
		uint64_t matches = 0;

		line[len - 1] = '\0';
		if ((tab = strchr(line, '\t')) == NULL)
			continue;
		*tab = '\0';
		while (kind < KINDS && strcmp(kinds[kind], line) != 0)
			kind++;
		if (kind == KINDS)
			continue;
		t = &times[kind];
		t->top = wt_grow(t->top, &t->top_cap, t->n + 1, sizeof *t->top);
		t->count = wt_grow(t->count, &t->count_cap, t->n + 1, sizeof *t->count);
		if (t->top == NULL || t->count == NULL)
			die("memory ran out");
		spelling(&text, kind, tab + 1);
		t->top[t->n] = best_of(ix, &rules, wt_buf_span(&text), true, rounds, &matches);
		t->count[t->n++] = best_of(ix, &rules, wt_buf_span(&text), false, rounds, &matches);
		t->matches += matches;
	}
	wt_buf_free(&text);
	free(line);
	fclose(in);
}

static int
by_time(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

int
main(int argc, char **argv)
{
	struct times times[KINDS] = { { 0 } };
	struct wt_error error = { 0 };
	struct wt_index *ix;

	if (argc < 4)
		die("usage: query FOLDER WORDS QUERIES [ROUNDS]");
	if (wt_index_open(argv[1], &ix, &error) != WT_OK) {
		build(argv[1], argv[2]);
		if (wt_index_open(argv[1], &ix, &error) != WT_OK)
			die(error.text);
	}
	measure(ix, argv[3], argc > 4 ? (unsigned)strtoul(argv[4], NULL, 10) : 3, times);
	for (size_t k = 0; k < KINDS; k++) {
		struct times *t = &times[k];

		if (t->n == 0)
			continue;
		qsort(t->top, t->n, sizeof *t->top, by_time);
		qsort(t->count, t->n, sizeof *t->count, by_time);
		printf("%-8s %-6s top10 %8.1f %8.1f  count %8.1f %8.1f us p50 p99, %zu queries, "
		    "%.0f matches\n", "warta", kinds[k], t->top[t->n / 2],
		    t->top[t->n * 99 / 100], t->count[t->n / 2], t->count[t->n * 99 / 100], t->n,
		    (double)t->matches);
		free(t->top);
		free(t->count);
	}
	wt_index_close(ix);
	return 0;
}
