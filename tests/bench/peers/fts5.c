/*
 * fts5.c - the questions of tests/bench/query.c, asked to FTS5 of SQLite.
 *
 * usage: fts5 FILE WORDS QUERIES ROUNDS
 */
#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define KINDS 4
#define MOST 4096       /* queries of a kind */

static const char *const kinds[KINDS] = { "term", "and", "or", "phrase" };
static sqlite3 *db;

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static void
run(const char *sql)
{
	if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK) {
		fprintf(stderr, "fts5: %s\n", sqlite3_errmsg(db));
		exit(1);
	}
}

static void
build(const char *path)
{
	FILE *in = fopen(path, "r");
	char *line = NULL;
	size_t cap = 0, bytes = 0;
	ssize_t len;
	sqlite3_stmt *insert;
	clock_t start = clock();

	if (in == NULL)
		exit(1);
	run("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-131072");
	run("CREATE VIRTUAL TABLE t USING fts5(x, content='', tokenize='unicode61 "
	    "remove_diacritics 0'); BEGIN");
	sqlite3_prepare_v2(db, "INSERT INTO t(rowid, x) VALUES(?,?)", -1, &insert, NULL);
	for (sqlite3_int64 id = 1; (len = getline(&line, &cap, in)) > 0; id++) {
		char *tab = strchr(line, '\t');

		bytes += (size_t)len;
		sqlite3_bind_int64(insert, 1, id);
		sqlite3_bind_text(insert, 2, tab + 1, -1, SQLITE_STATIC);
		sqlite3_step(insert);
		sqlite3_reset(insert);
	}
	sqlite3_finalize(insert);
	run("COMMIT; INSERT INTO t(t) VALUES('optimize')");
	free(line);
	fclose(in);
	fprintf(stderr, "fts5: %.1f MB of words, built in %.1f CPU s\n", (double)bytes / 1e6,
	    (double)(clock() - start) / CLOCKS_PER_SEC);
}

/* Run a prepared statement on a query: rows seen, or the number that it selects. */
static int64_t
ask(sqlite3_stmt *s, const char *match, double *best)
{
	int64_t rows = 0;
	double start = now(), time;

	sqlite3_bind_text(s, 1, match, -1, SQLITE_STATIC);
	while (sqlite3_step(s) == SQLITE_ROW)
		rows = sqlite3_column_int64(s, 0);
	sqlite3_reset(s);
	time = now() - start;
	*best = time < *best ? time : *best;
	return rows;
}

static void
spell(char *out, size_t kind, const char *question)
{
	static const char *const joins[KINDS] = { "\" AND \"", "\" AND \"", "\" OR \"", " " };

	out += sprintf(out, "\"");
	for (; *question != '\0'; question++)
		out += *question == ' ' ? sprintf(out, "%s", joins[kind]) :
		    sprintf(out, "%c", *question);
	sprintf(out, "\"");
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
	static double top[KINDS][MOST], count[KINDS][MOST];
	static size_t n[KINDS];
	static int64_t matches[KINDS];
	sqlite3_stmt *best, *all;
	char line[4096], match[16384];
	FILE *in;

	if (argc < 5 || sqlite3_open(argv[1], &db) != SQLITE_OK)
		return 2;
	if (sqlite3_table_column_metadata(db, NULL, "t", NULL, NULL, NULL, NULL, NULL, NULL) !=
	    SQLITE_OK)
		build(argv[2]);
	run("PRAGMA cache_size=-262144; PRAGMA mmap_size=1073741824");
	sqlite3_prepare_v2(db, "SELECT rowid FROM t WHERE t MATCH ? ORDER BY rank LIMIT 10", -1,
	    &best, NULL);
	sqlite3_prepare_v2(db, "SELECT count(*) FROM t WHERE t MATCH ?", -1, &all, NULL);
	if ((in = fopen(argv[3], "r")) == NULL)
		return 2;
	while (fgets(line, sizeof line, in) != NULL) {
		char *tab = strchr(line, '\t');
		size_t kind = 0;

		line[strcspn(line, "\n")] = '\0';
		if (tab == NULL)
			continue;
		*tab = '\0';
		while (kind < KINDS && strcmp(kinds[kind], line) != 0)
			kind++;
		if (kind == KINDS || n[kind] == MOST)
			continue;
		spell(match, kind, tab + 1);
		top[kind][n[kind]] = count[kind][n[kind]] = 1e12;
		for (long i = strtol(argv[4], NULL, 10); i >= 0; i--) {
			int64_t rows;

			ask(best, match, &top[kind][n[kind]]);
			rows = ask(all, match, &count[kind][n[kind]]);
			matches[kind] += i == 0 ? rows : 0;
		}
		n[kind]++;
	}
	fclose(in);
	for (size_t k = 0; k < KINDS; k++) {
		if (n[k] == 0)
			continue;
		qsort(top[k], n[k], sizeof **top, by_time);
		qsort(count[k], n[k], sizeof **count, by_time);
		printf("%-8s %-6s top10 %8.1f %8.1f  count %8.1f %8.1f us p50 p99, %zu queries, "
		    "%lld matches\n", "fts5", kinds[k], top[k][n[k] / 2], top[k][n[k] * 99 / 100],
		    count[k][n[k] / 2], count[k][n[k] * 99 / 100], n[k], (long long)matches[k]);
	}
	sqlite3_finalize(best);
	sqlite3_finalize(all);
	sqlite3_close(db);
	return 0;
}
