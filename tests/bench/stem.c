/*
 * stem.c - words a second for each way to stem, and for libstemmer alone.
 *
 * usage: stem DICTIONARY TEXT [ROUNDS]
 *
 * TEXT is a file of text.  Its words are found once; then every way stems all
 * of them in turn, ROUNDS times (10 if not given): the running text with a
 * cache, warm after the first round, and every different word without one.
 * The best round of each counts, in processor time; a ratio is to libstemmer
 * called directly.
 */
#include "base/map.h"
#include "base/table.h"
#include "dict/dict.h"
#include "stem/words.h"

#include <libstemmer.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define AT_LEAST 500000         /* words in a pass, for clocks that tick slowly */

struct words {
	struct wt_span *at;
	size_t n, cap;
};

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static int
add_word(struct words *w, struct wt_span word)
{
	struct wt_span *at = wt_grow(w->at, &w->cap, w->n + 1, sizeof *at);

	if (at == NULL)
		return WT_ENOMEM;
	w->at = at;
	w->at[w->n++] = word;
	return WT_OK;
}

static int
find_words(struct wt_span text, struct wt_arena *arena, struct words *all, struct words *distinct)
{
	struct wt_table seen = { .count = 0 };
	struct wt_stem_words words;
	struct wt_span word;
	uint32_t id, before;
	int err = wt_stem_words_open(&words, WT_STEM_SASTRAWI, text, arena);

	while (err == WT_OK && wt_stem_words_next(&words, &word)) {
		before = seen.count;
		if ((err = add_word(all, word)) == WT_OK &&
		    (err = wt_table_intern(&seen, word, &id)) == WT_OK && seen.count > before)
			err = add_word(distinct, word);
	}
	wt_table_free(&seen);
	return err;
}

/* One pass of one way over some words, in seconds; a short list is gone through several times. */
static double
pass(struct wt_stemmer *s, const struct words *w, uint64_t *check)
{
	size_t times = AT_LEAST / (w->n + 1) + 1;
	double from = now();

	for (size_t n = 0; n < times; n++)
		for (size_t i = 0; i < w->n; i++) {
			struct wt_span stem;

			if (wt_stem(s, w->at[i], 0, &stem) == WT_OK)
				*check += stem.len;
		}
	return (now() - from) / (double)times;
}

static double
pass_of_library(struct sb_stemmer *s, const struct words *w, uint64_t *check)
{
	size_t times = AT_LEAST / (w->n + 1) + 1;
	double from = now();

	for (size_t n = 0; n < times; n++)
		for (size_t i = 0; i < w->n; i++) {
			sb_stemmer_stem(s, (const sb_symbol *)w->at[i].at, (int)w->at[i].len);
			*check += (uint64_t)sb_stemmer_length(s);
		}
	return (now() - from) / (double)times;
}

#define WAYS 3

/* Every way passes over the words in turn, so that a busy machine is busy for all; best times. */
static int
race(struct wt_span block, const struct words *w, bool cached, int rounds, double *best)
{
	struct wt_stemmer *s[WAYS] = { NULL };
	struct sb_stemmer *library = sb_stemmer_new("indonesian", "UTF_8");
	uint64_t check = 0;
	int err = library == NULL ? WT_ENOMEM : WT_OK;

	for (int i = 0; i < WAYS && err == WT_OK; i++) {
		err = wt_stemmer_open(block, (enum wt_stem_mode)i, &s[i], NULL);
		if (err == WT_OK)
			wt_stemmer_cache(s[i], cached);
	}
	for (int round = 0; round < rounds && err == WT_OK; round++)
		for (int i = 0; i <= WAYS; i++) {
			double spent = i < WAYS ? pass(s[i], w, &check) :
			    pass_of_library(library, w, &check);

			if (round == 0 || spent < best[i])
				best[i] = spent;
		}
	for (int i = 0; i < WAYS; i++)
		wt_stemmer_close(s[i]);
	sb_stemmer_delete(library);
	return err;
}

static int
run(struct wt_span block, const struct words *w, const char *what, bool cached, int rounds)
{
	static const char *const names[] = { "warta", "sastrawi", "snowball", "libstemmer itself" };
	double best[WAYS + 1] = { 0 };
	int err = race(block, w, cached, rounds, best);

	for (int i = 0; i <= WAYS && err == WT_OK; i++)
		printf("bench/stem\t%s\t%s\t%.2f M words/s\t%.2f x libstemmer\n", what, names[i],
		    (double)w->n / best[i] / 1e6, best[WAYS] / best[i]);
	return err;
}

static int
bench(struct wt_span block, const struct words *all, const struct words *distinct, int rounds)
{
	int err;

	printf("bench/stem\ttext of %zu words, %zu different\n", all->n, distinct->n);
	err = run(block, all, "running text", true, rounds);
	return err != WT_OK ? err : run(block, distinct, "different words, no cache", false, rounds);
}

int
main(int argc, char **argv)
{
	struct words all = { .n = 0 }, distinct = { .n = 0 };
	struct wt_arena arena = { .first = NULL };
	struct wt_error error = { .text = "out of memory" };
	struct wt_dict *dict = NULL;
	struct wt_map map = { .bytes = { NULL, 0 } };
	int err;

	if (argc < 3) {
		fprintf(stderr, "usage: stem DICTIONARY TEXT [ROUNDS]\n");
		return 2;
	}
	if ((err = wt_dict_open(argv[1], &dict, &error)) == WT_OK &&
	    (err = wt_map_open(&map, argv[2], &error)) == WT_OK &&
	    (err = find_words(map.bytes, &arena, &all, &distinct)) == WT_OK)
		err = bench(wt_dict_section(dict, "ROOT"), &all, &distinct,
		    argc > 3 ? atoi(argv[3]) : 10);
	if (err != WT_OK)
		fprintf(stderr, "stem: %s\n", error.text);
	free(all.at);
	free(distinct.at);
	wt_arena_free(&arena);
	wt_map_close(&map);
	if (dict != NULL)
		wt_dict_close(dict);
	return err == WT_OK ? 0 : 4;
}
