/* progress.c - behind progress.h. */
#include "cmd/progress.h"
#include "cmd/cmd.h"
#include "cmd/speak.h"

#include <dirent.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define NOTICES 20              /* lines about records that were kept; the rest is counted */
#define MEASURED 20000          /* files looked at to know how much there is */

/* Bytes of the files given by name; 0 where there is a folder or standard input. */
static uint64_t
measure(const char *const *paths, size_t count)
{
	uint64_t total = 0;

	for (size_t i = 0; i < count && i < MEASURED; i++) {
		struct stat st;

		if (strcmp(paths[i], "-") == 0 || stat(paths[i], &st) != 0 || !S_ISREG(st.st_mode))
			return 0;
		total += (uint64_t)st.st_size;
	}
	return total;
}

void
progress_open(struct progress *p, const char *command, const char *const *paths, size_t count,
    bool quiet)
{
	*p = (struct progress){ .command = command };
	p->shown = !quiet && isatty(STDERR_FILENO);
	clock_gettime(CLOCK_MONOTONIC, &p->start);
	p->last = p->start;
	if (p->shown)
		p->total = measure(paths, count);
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
	part = p->total == 0 ? 0 : (double)now->bytes / (double)p->total;
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
	char reason[400];

	if (notice && p->notices++ >= NOTICES)
		return;
	if (p->shown)
		fputs("\r\033[K", stderr);
	snprintf(reason, sizeof reason, "%.*s", (int)skip->reason.len, skip->reason.at);
	if (skip->position == 0)
		cmd_warn(p->command, "%.*s: %s", (int)skip->path.len, skip->path.at, speak(reason));
	else
		cmd_warn(p->command, "%.*s:%llu: %s", (int)skip->path.len, skip->path.at,
		    (unsigned long long)skip->position, speak(reason));
}

void
progress_close(struct progress *p)
{
	if (p->shown)
		fputs("\r\033[K", stderr);
	if (p->notices > NOTICES)
		cmd_warn(p->command, "and %u more notices like these", p->notices - NOTICES);
}
