/*
 * speak.c - gettext, and where its catalogue is.
 *
 * The language holds for the look-ups here and nowhere else: were it the locale
 * of the program, reasons of the system (strerror) would change with it in
 * tables too.
 */
#include "cmd/speak.h"
#include "cmd/cmd.h"
#include "cmd/refill.h"
#include "formats.h"            /* made by the build: the formats of the catalogue */

#include <libintl.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define DOMAIN "warta"

static locale_t language;       /* of the user; (locale_t)0: English */
static locale_t indonesian;     /* what speak_open_both opened */

/* The locale that the environment names for messages; "" if none. */
static const char *
locale_named(void)
{
	static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };

	for (int i = 0; i < 3; i++) {
		const char *value = getenv(names[i]);

		if (value != NULL && *value != '\0')
			return value;
	}
	return "";
}

static bool
is_language(const char *locale, const char *name)
{
	size_t len = strlen(name);

	return strncmp(locale, name, len) == 0 && strchr("_.@", locale[len]) != NULL;
}

/* Is English asked for?  Then no locale is opened: that takes longer than a search. */
static bool
wants_english(const char *locale)
{
	const char *list = getenv("LANGUAGE");

	return (list == NULL || *list == '\0') && (*locale == '\0' || is_language(locale, "C") ||
	    is_language(locale, "POSIX") || is_language(locale, "en"));
}

/* The catalogues: beside the program, or where `make install` puts them from there. */
static bool
find_catalogue(void)
{
	static const char *const places[] = { "/locale", "/../share/locale", NULL };
	char folder[4096];

	if (!cmd_beside_program(places, folder, sizeof folder))
		return false;
	bindtextdomain(DOMAIN, folder);
	bind_textdomain_codeset(DOMAIN, "UTF-8");
	textdomain(DOMAIN);
	return true;
}

void
speak_open(void)
{
	const char *locale = locale_named();

	if (wants_english(locale) || !find_catalogue())
		return;
	language = newlocale(LC_MESSAGES_MASK, "", (locale_t)0);
	if (language == (locale_t)0 && is_language(locale, "id")) {
		language = newlocale(LC_MESSAGES_MASK, "C.UTF-8", (locale_t)0);
		setenv("LANGUAGE", "id", 1);
	}
}

/* Any locale but C has the messages that LANGUAGE names. */
void
speak_open_both(void)
{
	if (!find_catalogue())
		return;
	if (!is_language(locale_named(), "id") && language != (locale_t)0) {
		freelocale(language);
		language = (locale_t)0;
	}
	setenv("LANGUAGE", "id", 1);
	indonesian = newlocale(LC_MESSAGES_MASK, "C.UTF-8", (locale_t)0);
}

static const char *look_up(locale_t in, const char *message) __attribute__((format_arg(2)));

static const char *
look_up(locale_t in, const char *message)
{
	const char *found;
	locale_t before;

	/* The empty message stands for the head of the catalogue. */
	if (in == (locale_t)0 || *message == '\0')
		return message;
	before = uselocale(in);
	found = gettext(message);
	uselocale(before);
	return found;
}

const char *
speak(const char *message)
{
	return look_up(language, message);
}

const char *
speak_in(enum speak_language in, const char *message)
{
	return look_up(in == SPEAK_INDONESIAN ? indonesian : (locale_t)0, message);
}

/*
 * The translation of a text that a format of the catalogue made, if one did: of several
 * that one which has most of it.  A reason in it that is known is translated, too.
 */
static bool
refill(locale_t in, const char *text, char *room, size_t size)
{
	struct wt_span holes[REFILL_HOLES], best[REFILL_HOLES];
	size_t letters, most = 0;
	const char *format = NULL, *known;
	char words[400];
	int count = 0, n;

	for (size_t i = 0; i < sizeof formats / sizeof formats[0]; i++) {
		n = refill_match(formats[i], wt_span_of(text), holes, &letters);
		if (n > 0 && letters > most) {
			most = letters;
			format = formats[i];
			count = n;
			memcpy(best, holes, sizeof best);
		}
	}
	if (format == NULL || (known = look_up(in, format)) == format)
		return false;
	if (best[count - 1].len < sizeof words) {
		snprintf(words, sizeof words, "%.*s", (int)best[count - 1].len, best[count - 1].at);
		best[count - 1] = wt_span_of(look_up(in, words));
	}
	refill_write(known, best, count, room, size);
	return true;
}

/* A text, or what follows one of the ": " in it, as far left as one is known. */
static const char *
error_in(locale_t in, const char *text, char *room, size_t size)
{
	const char *tail = text, *known;
	size_t front;

	if (in == (locale_t)0)
		return text;
	while (tail != NULL) {
		front = (size_t)(tail - text);
		if (front >= size)
			break;
		if ((known = look_up(in, tail)) != tail) {
			if (front == 0)
				return known;
			snprintf(room, size, "%.*s%s", (int)front, text, known);
			return room;
		}
		if (refill(in, tail, room + front, size - front)) {
			memcpy(room, text, front);
			return room;
		}
		if ((tail = strstr(tail, ": ")) != NULL)
			tail += 2;
	}
	return text;
}

const char *
speak_error(const char *text, char *room, size_t size)
{
	return error_in(language, text, room, size);
}

const char *
speak_error_in(enum speak_language in, const char *text, char *room, size_t size)
{
	return error_in(in == SPEAK_INDONESIAN ? indonesian : (locale_t)0, text, room, size);
}

void
speak_help(const char *usage)
{
	fputs(speak(usage), stdout);
}
