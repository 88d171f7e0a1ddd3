/* batch.h - saved queries: many searches in one run, a file of rows for each. */
#ifndef WT_CMD_BATCH_H
#define WT_CMD_BATCH_H

#include "cmd/answer.h"

struct batch {
	const char *path;               /* of the queries; "-" is standard input */
	const char *folder;             /* of the answers, made if it is not there */
	enum report_format format;      /* not a table */
	struct search_asked asked;      /* for lines that say nothing else */
	bool quiet;                     /* no rows that tell of what was written */
};

/*
 * Lines of `name TAB query [TAB options]`; empty ones, those that start with '#', and a
 * first line "name TAB query" are passed over.  Options: n=, skip= and sort=, with spaces
 * between.  What is wrong with a line is told on stderr, and the others run.  Returns the
 * exit status: CMD_SKIPPED if a line was wrong, CMD_NOTHING if nothing was found.
 */
int batch_run(const struct batch *b, struct opened *o);

#endif
