/*
 * speak.h - messages in the language of the user: English or Indonesian.
 *
 * Messages are written in English where they are used and looked up in the
 * catalogue cmd/po/id.po, compiled to warta.mo.  What is data, the names of
 * columns and the values of fields, is never looked up.
 */
#ifndef WT_CMD_SPEAK_H
#define WT_CMD_SPEAK_H

#include <stddef.h>

/*
 * Take the language from LC_ALL, LC_MESSAGES or LANG.  Indonesian works on
 * machines too that have no Indonesian locale installed.
 */
void speak_open(void);

/* A message in that language, or as it is if it has no translation. */
const char *speak(const char *message) __attribute__((format_arg(1)));

/*
 * For a program that answers in both languages at once: open the Indonesian one too,
 * before there are threads; then ask in either, from any thread.
 */
enum speak_language {
	SPEAK_ENGLISH,
	SPEAK_INDONESIAN
};

void speak_open_both(void);
const char *speak_in(enum speak_language language, const char *message) __attribute__((format_arg(2)));

/*
 * The text of an error in that language, in `room` where it has to be put
 * together: of "PATH: what is wrong" the end is looked up if the whole is not known.
 */
const char *speak_error(const char *text, char *room, size_t size);
const char *speak_error_in(enum speak_language language, const char *text, char *room, size_t size);

/* A help text on standard output. */
void speak_help(const char *usage);

#endif
