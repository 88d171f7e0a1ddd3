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

/* Is there a program of this name, in PATH unless it has a folder? */
static bool
is_there(struct wt_span name)
{
	const char *variable = getenv("PATH");
	struct wt_span path = wt_span_of(variable == NULL ? "" : variable), folder;
	char file[4096];

	if (memchr(name.at, '/', name.len) != NULL)
		path = wt_span_make("", 0);
	while (wt_span_cut(&path, ':', &folder)) {
		int len = snprintf(file, sizeof file, "%.*s%s%.*s", (int)folder.len, folder.at,
		    folder.len > 0 ? "/" : "", (int)name.len, name.at);

		if (len > 0 && (size_t)len < sizeof file && access(file, X_OK) == 0)
			return true;
	}
	return false;
}

/* Does a command begin with the name of a program that is missing?  The shell judges all others. */
static bool
is_missing(const char *command)
{
	static const char name[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.+/";
	size_t len = strspn(command, name);

	return len > 0 && (command[len] == '\0' || command[len] == ' ') &&
	    !is_there(wt_span_make(command, len));
}

/* The command of the pager, or NULL; without it the answer is shown all at once. */
static const char *
chosen(void)
{
	const char *command = getenv("WARTA_PAGER");

	if (command == NULL)
		command = getenv("PAGER");
	if (command == NULL)
		command = "less";
	return *command == '\0' || strcmp(command, "cat") == 0 || is_missing(command) ? NULL : command;
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
