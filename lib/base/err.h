/*
 * err.h - the error codes of the library, and an error with its place.
 *
 * Functions that can fail return int: WT_OK is 0, the others are negative.
 * Writers, buffers and cursors keep the first error (a "sticky" error): later
 * calls do nothing, and the caller checks once at the end.
 */
#ifndef WT_BASE_ERR_H
#define WT_BASE_ERR_H

#include <stdint.h>

enum wt_code {
	WT_OK = 0,
	WT_ENOMEM = -1,         /* memory ran out */
	WT_EIO = -2,            /* a read, write, sync or rename failed */
	WT_ENOENT = -3,         /* no such file, index, section or name */
	WT_ECORRUPT = -4,       /* bytes that no writer of ours could have left */
	WT_EVERSION = -5,       /* a format that this version does not know */
	WT_EINVAL = -6,         /* an argument or an input that cannot be meant */
	WT_ESYNTAX = -7,        /* a query, dictionary line or record that does not parse */
	WT_ELIMIT = -8,         /* a stated limit was passed */
	WT_EBUSY = -9,          /* another writer holds the index */
	WT_EACCES = -10,        /* permission denied, or a read-only medium */
	WT_EABSENT = -11        /* an index was made without what is asked for */
};

/* What went wrong and where; offset counts bytes, or lines where text says so. */
struct wt_error {
	int code;
	uint64_t offset;
	char text[400];         /* one line without a newline, ends with NUL */
};

/* The meaning of a code, a static string in English. */
const char *wt_strerror(int code);

/* Fill `error` (which may be NULL) and return `code`. */
int wt_error_set(struct wt_error *error, int code, uint64_t offset, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* The code for the errno of a failed system call. */
int wt_code_of_errno(int number);

#endif
