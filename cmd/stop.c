/* stop.c - behind stop.h. */
#include "cmd/stop.h"
#include "cmd/speak.h"

#include <errno.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static atomic_bool stopped;
static volatile sig_atomic_t number;
static char message[200];       /* made before there are signals */

static void
take(int signal_number)
{
	int before = errno;

	number = signal_number;
	atomic_store(&stopped, true);
	if (write(STDERR_FILENO, message, strlen(message)) < 0)
		errno = before;
	errno = before;
}

const atomic_bool *
stop_listen(const char *command)
{
	static const int numbers[] = { SIGINT, SIGTERM };
	struct sigaction take_it = { .sa_handler = take, .sa_flags = SA_RESTART | (int)SA_RESETHAND }, was;

	/* A line of progress may be there. */
	snprintf(message, sizeof message, "%swarta %s: %s\n",
	    isatty(STDERR_FILENO) ? "\r\033[K" : "", command,
	    speak("stopping when what was begun is written; once more stops at once"));
	sigemptyset(&take_it.sa_mask);
	for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++)
		if (sigaction(numbers[i], NULL, &was) == 0 && was.sa_handler != SIG_IGN)
			sigaction(numbers[i], &take_it, NULL);
	return &stopped;
}

int
stop_status(void)
{
	return 128 + number;
}
