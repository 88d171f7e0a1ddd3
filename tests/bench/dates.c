/*
 * dates.c - megabytes of text a second: dates and amounts, on one thread.
 *
 * usage: dates DICTIONARY TEXT [ROUNDS]
 *
 * TEXT is a file of text, a line an article.  The lines are read once; each round
 * (10 if not given) finds all dates or all amounts in them.  The best round counts.
 */
#include "base/map.h"
#include "dict/dict.h"
#include "extract/amount.h"
#include "extract/date.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

struct job {
	struct wt_date_finder *dates;
	struct wt_amount_finder *amounts;
	struct wt_span text;
	struct wt_arena arena;
	size_t found;
};

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static int
find_dates(struct job *j, struct wt_span line, uint32_t record)
{
	struct wt_date_context context = { .record = record };
	struct wt_error error = { 0 };
	struct wt_date_hit *hits;
	size_t count;
	int code = wt_date_find(j->dates, line, &context, &j->arena, &hits, &count, &error);

	j->found += count;
	return code;
}

static int
find_amounts(struct job *j, struct wt_span line, uint32_t unused)
{
	struct wt_amount_hit *hits;
	size_t count;
	int code = wt_amount_find(j->amounts, line, &j->arena, &hits, &count);

	(void)unused;
	j->found += count;
	return code;
}

static void
measure(struct job *j, const char *what, int (*find)(struct job *, struct wt_span, uint32_t),
    uint32_t record, int rounds)
{
	double best = 1e9;

	for (int i = 0; i < rounds; i++) {
		struct wt_span rest = j->text, line;
		double start = now();

		j->found = 0;
		while (wt_span_cut(&rest, '\n', &line)) {
			wt_arena_reset(&j->arena);
			if (find(j, line, record) != WT_OK)
				exit(1);
		}
		if (now() - start < best)
			best = now() - start;
	}
	printf("%-24s %8zu found %8.1f MB/s\n", what, j->found, (double)j->text.len / 1e6 / best);
}

int
main(int argc, char **argv)
{
	struct wt_error error = { 0 };
	struct wt_dict *dict = NULL;
	struct job j = { 0 };
	struct wt_map map = { 0 };
	int rounds = argc > 3 ? atoi(argv[3]) : 10;

	if (argc < 3) {
		fprintf(stderr, "usage: dates DICTIONARY TEXT [ROUNDS]\n");
		return 2;
	}
	if (wt_dict_open(argv[1], &dict, &error) != WT_OK ||
	    wt_map_open(&map, argv[2], &error) != WT_OK ||
	    wt_date_finder_open(dict, &j.dates, &error) != WT_OK ||
	    wt_amount_finder_open(dict, &j.amounts, &error) != WT_OK) {
		fprintf(stderr, "dates: %s\n", error.text);
		return 1;
	}
	j.text = map.bytes;
	measure(&j, "dates, day known", find_dates, wt_iso_make(2017, 10, 1), rounds);
	measure(&j, "dates, day to be found", find_dates, 0, rounds);
	measure(&j, "amounts", find_amounts, 0, rounds);
	wt_date_finder_close(j.dates);
	wt_amount_finder_close(j.amounts);
	wt_arena_free(&j.arena);
	wt_map_close(&map);
	wt_dict_close(dict);
	return 0;
}
