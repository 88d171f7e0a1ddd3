/* pager.c - behind pager.h. */
#include "cmd/pager.h"
#include "cmd/report.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

static volatile pid_t pager;    /* 0: there is none */

/* Is there a program of this name in PATH? */
static bool
in_path(const char *name)
{
	struct wt_span path = wt_span_of(getenv("PATH")), folder;
	char file[4096];

	while (wt_span_cut(&path, ':', &folder)) {
		int len = snprintf(file, sizeof file, "%.*s/%s", (int)folder.len, folder.at, name);

		if (len > 0 && (size_t)len < sizeof file && access(file, X_OK) == 0)
			return true;
	}
	return false;
}

/* The command of the pager, or NULL. */
static const char *
chosen(void)
{
	const char *command = getenv("WARTA_PAGER");

	if (command == NULL)
		command = getenv("PAGER");
	if (command == NULL)
		command = in_path("less") ? "less" : "";
	return *command == '\0' || strcmp(command, "cat") == 0 ? NULL : command;
}

static void
wait_for(pid_t child)
{
	while (waitpid(child, NULL, 0) < 0 && errno == EINTR)
		;
}

/* The reader said enough: the pager puts the terminal in order first. */
static void
interrupted(int number)
{
	close(STDOUT_FILENO);
	wait_for(pager);
	signal(number, SIG_DFL);
	raise(number);
}

static void
run_pager(const char *command, const int ends[2])
{
	dup2(ends[0], STDIN_FILENO);
	close(ends[0]);
	close(ends[1]);
	signal(SIGPIPE, SIG_DFL);
	setenv("LESS", "FRX", 0);
	execl("/bin/sh", "sh", "-c", command, (char *)NULL);
	_exit(127);
}

void
pager_open(void)
{
	const char *command = chosen();
	int ends[2];
	pid_t child;

	if (command == NULL || !isatty(STDOUT_FILENO))
		return;
	report_keep_terminal();
	fflush(stdout);
	if (pipe(ends) != 0)
		return;
	if ((child = fork()) == 0)
		run_pager(command, ends);
	close(ends[0]);
	if (child > 0) {
		dup2(ends[1], STDOUT_FILENO);
		pager = child;
		signal(SIGINT, interrupted);
		signal(SIGTERM, interrupted);
	}
	close(ends[1]);
}

int
pager_close(int status)
{
	if (pager != 0) {
		close(STDOUT_FILENO);
		wait_for(pager);
		pager = 0;
	}
	return status;
}
