/*
 * extract.c - how fast articles are read, in all and stage by stage.
 *
 * usage: extract DICTIONARY FILE.jsonl [ROUNDS]
 *
 * The articles, objects with "title" and "text" a line, are parsed once; then each
 * stage passes over all of them, ROUNDS times (3 if not given), and the best round
 * counts, in processor time.  The stages are
 *
 *      document        tokens, zones, sentences
 *      phrases         the same, and every name of the dictionaries
 *      extract         all facts
 *      with tokens     all facts, and the stem of every token
 *
 * Built by hand: cc -O2 -std=c11 -D_POSIX_C_SOURCE=200809L -Ilib tests/bench/extract.c
 * libwarta.a and the libraries of the Makefile.
 */
#include "base/buf.h"
#include "dict/phrase.h"
#include "extract/extract.h"
#include "extract/facts.h"
#include "ingest/record.h"
#include "text/document.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

struct articles {
	struct wt_article *at;
	size_t n, cap;
	size_t bytes;           /* of titles and texts */
	size_t tokens;          /* counted by the first pass */
};

struct bench {
	const struct wt_dict *dict;
	struct wt_extractor *extractor;
	struct wt_arena arena;
	struct wt_error error;
};

enum stage { DOCUMENT, PHRASES, EXTRACT, WITH_TOKENS, STAGES };

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static int
add_article(struct articles *all, const struct wt_article *from, struct wt_arena *a)
{
	struct wt_article *at = wt_grow(all->at, &all->cap, all->n + 1, sizeof *at);

	if (at == NULL)
		return WT_ENOMEM;
	all->at = at;
	at = &all->at[all->n++];
	*at = (struct wt_article){ .id = wt_arena_copy(a, from->id), .url = wt_arena_copy(a, from->url),
	    .source = wt_arena_copy(a, from->source), .title = wt_arena_copy(a, from->title),
	    .date = wt_arena_copy(a, from->date), .text = wt_arena_copy(a, from->text) };
	all->bytes += at->title.len + at->text.len;
	return a->err;
}

/* Lines that are no articles are left out. */
static int
read_articles(const char *path, struct articles *all, struct wt_arena *a)
{
	static const struct wt_field_names usual;
	FILE *in = fopen(path, "r");
	struct wt_record record = { .order = 0 };
	char *line = NULL;
	size_t cap = 0;
	ssize_t len;
	int err = in == NULL ? WT_ENOENT : WT_OK;

	while (err == WT_OK && (len = getline(&line, &cap, in)) > 0) {
		wt_arena_reset(&record.arena);
		if (wt_record_json(&record, wt_span_make(line, (size_t)len), &usual, NULL) == WT_OK)
			err = add_article(all, &record.article, a);
	}
	wt_record_free(&record);
	free(line);
	if (in != NULL)
		fclose(in);
	return err;
}

/* One article through one stage; its tokens, or 0 and err set. */
static size_t
read_one(struct bench *b, const struct wt_article *article, enum stage stage, int *err)
{
	struct wt_document document;
	struct wt_phrases phrases;
	struct wt_facts facts;

	wt_arena_reset(&b->arena);
	if (stage >= EXTRACT) {
		*err = wt_extract(b->extractor, article, stage == WITH_TOKENS ? WT_EXTRACT_TOKENS : 0,
		    &b->arena, &facts, &b->error);
		return *err == WT_OK ? facts.ntokens : 0;
	}
	*err = wt_document_read(&b->arena, article->title, article->text, &document);
	if (*err == WT_OK && stage == PHRASES)
		*err = wt_phrases_find(b->dict, &document,
			    wt_phrase_starts(b->dict, &document, &b->arena), &b->arena, &phrases);
	return *err == WT_OK ? document.ntokens : 0;
}

static int
run(struct bench *b, struct articles *all, enum stage stage, int rounds)
{
	static const char *const names[STAGES] = { "document", "phrases", "extract", "with tokens" };
	double best = 0;
	int err = WT_OK;

	for (int round = 0; round < rounds; round++) {
		double from = now(), spent;

		all->tokens = 0;
		for (size_t i = 0; i < all->n && err == WT_OK; i++)
			all->tokens += read_one(b, &all->at[i], stage, &err);
		spent = now() - from;
		if (round == 0 || spent < best)
			best = spent;
	}
	if (err == WT_OK)
		printf("bench/extract\t%s\t%.2f M tokens/s\t%.1f MB/s\t%.3f s\n", names[stage],
		    (double)all->tokens / best / 1e6, (double)all->bytes / best / 1e6, best);
	return err;
}

static int
bench(struct bench *b, struct articles *all, int rounds)
{
	int err = wt_extractor_open(b->dict, &b->extractor, &b->error);

	for (int stage = DOCUMENT; stage < STAGES && err == WT_OK; stage++)
		err = run(b, all, (enum stage)stage, rounds);
	if (err == WT_OK)
		printf("bench/extract\t%zu articles, %zu tokens, %zu bytes\n", all->n, all->tokens, all->bytes);
	wt_extractor_close(b->extractor);
	wt_arena_free(&b->arena);
	return err;
}

int
main(int argc, char **argv)
{
	struct bench b = { .error = { .text = "out of memory" } };
	struct articles all = { .n = 0 };
	struct wt_arena texts = { .first = NULL };
	struct wt_dict *dict = NULL;
	int err;

	if (argc < 3) {
		fprintf(stderr, "usage: extract DICTIONARY FILE.jsonl [ROUNDS]\n");
		return 2;
	}
	if ((err = wt_dict_open(argv[1], &dict, &b.error)) == WT_OK &&
	    (err = read_articles(argv[2], &all, &texts)) == WT_OK) {
		b.dict = dict;
		err = bench(&b, &all, argc > 3 ? atoi(argv[3]) : 3);
	}
	if (err != WT_OK)
		fprintf(stderr, "extract: %s\n", b.error.text);
	free(all.at);
	wt_arena_free(&texts);
	wt_dict_close(dict);
	return err == WT_OK ? 0 : 4;
}
