/* progress.c - behind progress.h. */
#include "cmd/progress.h"
#include "cmd/cmd.h"
#include "cmd/speak.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define NOTICES 20              /* lines about records that were kept; the rest is counted */

/*
 * Bytes of all files that will be read, by a walk ahead of the one that reads them;
 * not known where there is standard input.  Nothing is told: the other walk does.
 */
static void *
measure(void *argument)
{
	struct progress *p = argument;
	struct wt_skips skips = { 0 };
	struct wt_walk *walk = NULL;
	const char *path;
	uint64_t total = 0;
	bool given, known = wt_walk_open(p->names, &skips, &walk, NULL) == WT_OK;

	while (known && !atomic_load(&p->stop) && wt_walk_next(walk, 0, &path, &given) == WT_OK) {
		struct stat st;

		known = strcmp(path, "-") != 0 && stat(path, &st) == 0;
		if (known)
			total += (uint64_t)st.st_size;
	}
	if (known && !atomic_load(&p->stop))
		atomic_store(&p->total, total);
	wt_walk_close(walk);
	wt_skips_free(&skips);
	return NULL;
}

void
progress_open(struct progress *p, const char *command, const struct wt_names *names, bool quiet)
{
	*p = (struct progress){ .command = command, .names = names };
	p->shown = !quiet && isatty(STDERR_FILENO);
	clock_gettime(CLOCK_MONOTONIC, &p->start);
	p->last = p->start;
	/* A list from standard input can be read once only. */
	if (p->shown && (names->list == NULL || strcmp(names->list, "-") != 0))
		p->measuring = pthread_create(&p->measurer, NULL, measure, p) == 0;
}

static double
between(const struct timespec *a, const struct timespec *b)
{
	return (double)(b->tv_sec - a->tv_sec) + (double)(b->tv_nsec - a->tv_nsec) / 1e9;
}

void
progress_tell(void *context, const struct wt_progress *now)
{
	struct progress *p = context;
	struct timespec t;
	uint64_t total;
	double elapsed, part;

	if (!p->shown || now->articles % 16 != 0)
		return;
	clock_gettime(CLOCK_MONOTONIC, &t);
	if (between(&p->last, &t) < 0.1)
		return;
	p->last = t;
	elapsed = between(&p->start, &t);
	fprintf(stderr, speak("\r%llu articles, %.0f/s"), (unsigned long long)now->articles,
	    (double)now->articles / elapsed);
	total = atomic_load(&p->total);
	part = total == 0 ? 0 : (double)now->bytes / (double)total;
	if (part > 0 && part <= 1)
		fprintf(stderr, speak(", %.0f %%, %.0f s left"), part * 100, elapsed / part - elapsed);
	if (now->skipped > 0)
		fprintf(stderr, speak(", %llu skipped"), (unsigned long long)now->skipped);
	fputs("\033[K", stderr);
	fflush(stderr);
}

void
progress_skip(void *context, const struct wt_skip *skip, bool notice)
{
	struct progress *p = context;
	char reason[400], room[500];
	const char *told;

	if (notice && p->notices++ >= NOTICES)
		return;
	if (p->shown)
		fputs("\r\033[K", stderr);
	snprintf(reason, sizeof reason, "%.*s", (int)skip->reason.len, skip->reason.at);
	told = speak_error(reason, room, sizeof room);
	if (skip->position == 0)
		cmd_warn(p->command, "%.*s: %s", (int)skip->path.len, skip->path.at, told);
	else
		cmd_warn(p->command, "%.*s:%llu: %s", (int)skip->path.len, skip->path.at,
		    (unsigned long long)skip->position, told);
}

void
progress_close(struct progress *p)
{
	atomic_store(&p->stop, true);
	if (p->measuring)
		pthread_join(p->measurer, NULL);
	p->measuring = false;
	if (p->shown)
		fputs("\r\033[K", stderr);
	if (p->notices > NOTICES)
		cmd_warn(p->command, "and %u more notices like these", p->notices - NOTICES);
}
