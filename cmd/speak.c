/*
 * speak.c - gettext, and where its catalogue is.
 *
 * The language holds for the look-ups here and nowhere else: were it the locale
 * of the program, reasons of the system (strerror) would change with it in
 * tables too.
 */
#include "cmd/speak.h"
#include "cmd/cmd.h"

#include <libintl.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define DOMAIN "warta"

static locale_t language;       /* (locale_t)0: English */

/* Does the environment ask for Indonesian? */
static int
wants_indonesian(void)
{
	static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };

	for (int i = 0; i < 3; i++) {
		const char *value = getenv(names[i]);

		if (value != NULL && *value != '\0')
			return strncmp(value, "id", 2) == 0 && strchr("_.@", value[2]) != NULL;
	}
	return 0;
}

void
speak_open(void)
{
	/* The catalogues: beside the program, or where `make install` puts them from there. */
	static const char *const places[] = { "/locale", "/../share/locale", NULL };
	char folder[4096];

	if (!cmd_beside_program(places, folder, sizeof folder))
		return;
	language = newlocale(LC_MESSAGES_MASK, "", (locale_t)0);
	if (language == (locale_t)0 && wants_indonesian()) {
		language = newlocale(LC_MESSAGES_MASK, "C.UTF-8", (locale_t)0);
		setenv("LANGUAGE", "id", 1);
	}
	bindtextdomain(DOMAIN, folder);
	bind_textdomain_codeset(DOMAIN, "UTF-8");
	textdomain(DOMAIN);
}

const char *
speak(const char *message)
{
	const char *found;
	locale_t before;

	/* The empty message stands for the head of the catalogue. */
	if (language == (locale_t)0 || *message == '\0')
		return message;
	before = uselocale(language);
	found = gettext(message);
	uselocale(before);
	return found;
}

const char *
speak_error(const char *text, char *room, size_t size)
{
	const char *known = speak(text), *tail = text, *next;

	if (known != text)
		return known;
	while ((next = strstr(tail, ": ")) != NULL)
		tail = next + 2;
	if (tail == text || (known = speak(tail)) == tail)
		return text;
	snprintf(room, size, "%.*s%s", (int)(tail - text), text, known);
	return room;
}

void
speak_help(const char *usage)
{
	fputs(speak(usage), stdout);
}
