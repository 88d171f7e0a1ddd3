/*
 * stem.c - words a second for each way to stem, and for libstemmer alone.
 *
 * usage: stem DICTIONARY TEXT [SECONDS]
 *
 * TEXT is a file of text.  Its words are found once; then every way stems all
 * of them again and again for SECONDS (1 if not given), in running text with
 * a warm cache, and every different word once without the cache.  A ratio is
 * to libstemmer in the same run.
 */
#include "base/map.h"
#include "base/table.h"
#include "dict/dict.h"
#include "stem/words.h"

#include <libstemmer.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

struct words {
	struct wt_span *at;
	size_t n, cap;
};

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
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

/* Words a second of one way over some words. */
static double
rate_of(struct wt_stemmer *s, const struct words *w, double seconds, uint64_t *check)
{
	double from = now(), spent;
	size_t done = 0;

	do {
		for (size_t i = 0; i < w->n; i++) {
			struct wt_span stem;

			if (wt_stem(s, w->at[i], 0, &stem) != WT_OK)
				return 0;
			*check += stem.len;
		}
		done += w->n;
		spent = now() - from;
	} while (spent < seconds);
	return (double)done / spent;
}

static double
rate_of_library(const struct words *w, double seconds, uint64_t *check)
{
	struct sb_stemmer *s = sb_stemmer_new("indonesian", "UTF_8");
	double from = now(), spent;
	size_t done = 0;

	if (s == NULL)
		return 0;
	do {
		for (size_t i = 0; i < w->n; i++) {
			sb_stemmer_stem(s, (const sb_symbol *)w->at[i].at, (int)w->at[i].len);
			*check += (uint64_t)sb_stemmer_length(s);
		}
		done += w->n;
		spent = now() - from;
	} while (spent < seconds);
	sb_stemmer_delete(s);
	return (double)done / spent;
}

static void
print_rate(const char *name, double rate, double library)
{
	printf("bench/stem\t%s\t%.2f\tM words/s\t%.2f\tx libstemmer\n", name, rate / 1e6,
	    library > 0 ? rate / library : 0);
}

static int
run(struct wt_span block, const struct words *all, const struct words *distinct, double seconds)
{
	static const char *const names[] = { "warta", "sastrawi", "snowball" };
	uint64_t check = 0;
	double library = rate_of_library(all, seconds, &check);
	double library_distinct = rate_of_library(distinct, seconds, &check);
	char title[80];

	printf("bench/stem\ttext\t%zu words, %zu different\n", all->n, distinct->n);
	print_rate("libstemmer, text", library, library);
	print_rate("libstemmer, distinct", library_distinct, library_distinct);
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
		struct wt_stemmer *s;

		if (wt_stemmer_open(block, (enum wt_stem_mode)i, &s, NULL) != WT_OK)
			return WT_ENOMEM;
		rate_of(s, all, 0, &check);
		snprintf(title, sizeof title, "%s, text", names[i]);
		print_rate(title, rate_of(s, all, seconds, &check), library);
		wt_stemmer_cache(s, false);
		snprintf(title, sizeof title, "%s, distinct, no cache", names[i]);
		print_rate(title, rate_of(s, distinct, seconds, &check), library_distinct);
		wt_stemmer_close(s);
	}
	fprintf(stderr, "check %llu\n", (unsigned long long)check);
	return WT_OK;
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
		fprintf(stderr, "usage: stem DICTIONARY TEXT [SECONDS]\n");
		return 2;
	}
	if ((err = wt_dict_open(argv[1], &dict, &error)) == WT_OK &&
	    (err = wt_map_open(&map, argv[2], &error)) == WT_OK &&
	    (err = find_words(map.bytes, &arena, &all, &distinct)) == WT_OK)
		err = run(wt_dict_section(dict, "ROOT"), &all, &distinct,
		    argc > 3 ? atof(argv[3]) : 1);
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
