/* common.c - messages, the dictionary, and the end of output. */
#include "cmd/cmd.h"
#include "cmd/dictfile.h"
#include "cmd/speak.h"

#include <errno.h>
#include <getopt.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#if defined(__GLIBC__)
#include <malloc.h>
#endif

void
cmd_begin(void)
{
	signal(SIGPIPE, SIG_IGN);
	opterr = 0;     /* of getopt: cmd_mistake tells */
	speak_open();
}

void
cmd_return_memory(void)
{
#if defined(M_MMAP_THRESHOLD)
	mallopt(M_MMAP_THRESHOLD, 256 << 10);
#endif
}

static void
warn(const char *command, const char *format, va_list args)
{
	fflush(stdout);
	fprintf(stderr, "warta %s: ", command);
	vfprintf(stderr, speak(format), args);
	fputc('\n', stderr);
}

void
cmd_warn(const char *command, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	warn(command, format, args);
	va_end(args);
}

int
cmd_usage(const char *command, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	warn(command, format, args);
	va_end(args);
	fprintf(stderr, speak("`warta %s --help` shows how it is used\n"), command);
	return CMD_USAGE;
}

int
cmd_fail(const char *command, const struct wt_error *error)
{
	char room[500];

	cmd_warn(command, "%s", speak_error(error->text, room, sizeof room));
	return error->code == WT_ESYNTAX || error->code == WT_EINVAL ? CMD_USAGE : CMD_FAILURE;
}

int
cmd_fail_run(const char *command, const struct wt_error *error)
{
	char room[500];

	cmd_warn(command, "%s", speak_error(error->text, room, sizeof room));
	return CMD_FAILURE;
}

bool
cmd_number(const char *text, unsigned least, unsigned most, unsigned *number)
{
	unsigned long value;
	char *end;

	errno = 0;
	value = strtoul(text, &end, 10);
	if (*text < '0' || *text > '9' || *end != '\0' || errno != 0 || value < least || value > most)
		return false;
	*number = (unsigned)value;
	return true;
}

bool
cmd_size(const char *text, size_t *bytes)
{
	static const char units[] = "KMGkmg";
	unsigned long long value;
	const char *unit;
	unsigned shift;
	char *end;

	errno = 0;
	value = strtoull(text, &end, 10);
	if (*text < '0' || *text > '9' || errno != 0)
		return false;
	unit = *end == '\0' ? NULL : strchr(units, *end);
	shift = unit == NULL ? 0 : (unsigned)((unit - units) % 3 + 1) * 10;
	if ((unit == NULL && *end != '\0') || (unit != NULL && end[1] != '\0') || value > SIZE_MAX >> shift)
		return false;
	*bytes = (size_t)value << shift;
	return true;
}

bool
cmd_beside_program(const char *const *places, char *path, size_t size)
{
	ssize_t len = readlink("/proc/self/exe", path, size);
	char *slash;

	if (len <= 0 || (size_t)len >= size)
		return false;
	path[len] = '\0';
	slash = strrchr(path, '/');
	for (; slash != NULL && *places != NULL; places++) {
		if ((size_t)(slash - path) + strlen(*places) >= size)
			break;
		strcpy(slash, *places);
		if (access(path, R_OK) == 0)
			return true;
	}
	return false;
}

/* $WARTA_DICT, or a file beside the program, or where `make install` puts it from there. */
static const char *
dict_path(char *path, size_t size)
{
	static const char *const places[] = { "/warta.dict", "/../share/warta/warta.dict", NULL };
	const char *named = getenv("WARTA_DICT");

	if (named != NULL && *named != '\0')
		return named;
	return cmd_beside_program(places, path, size) ? path : WT_DATADIR "/warta.dict";
}

int
cmd_dict_open(const char *overlay, struct wt_dict **out, struct wt_error *error)
{
	char path[4096];
	int code = wt_dict_open(dict_path(path, sizeof path), out, error);

	if (code != WT_OK || overlay == NULL)
		return code;
	return cmd_dict_overlay(overlay, out, error);
}

int
cmd_dict_open_tables(const char *overlay, struct wt_dict **out, struct wt_error *error)
{
	char path[4096];

	if (overlay != NULL)
		return cmd_dict_open(overlay, out, error);
	return wt_dict_open_tables(dict_path(path, sizeof path), out, error);
}

/* Damage that was met while the dictionary was read is told at the end, by cmd_finish. */
static struct wt_error met;

void
cmd_dict_close(struct wt_dict *d)
{
	if (d != NULL)
		wt_dict_error(d, &met);
	wt_dict_close(d);
}

int
cmd_finish(const char *command, int status)
{
	if (met.code != WT_OK && status != CMD_FAILURE)
		status = cmd_fail_run(command, &met);
	if (fflush(stdout) == 0 && !ferror(stdout))
		return status;
	if (errno == EPIPE)
		return status;
	cmd_warn(command, "cannot write output: %s", speak(strerror(errno)));
	return CMD_FAILURE;
}
