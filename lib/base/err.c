/* err.c - names of errors. */
#include "base/err.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>

const char *
wt_strerror(int code)
{
	switch (code) {
	case WT_OK: return "no error";
	case WT_ENOMEM: return "out of memory";
	case WT_EIO: return "input or output failed";
	case WT_ENOENT: return "not found";
	case WT_ECORRUPT: return "damaged";
	case WT_EVERSION: return "made by a version this one does not know";
	case WT_EINVAL: return "not valid";
	case WT_ESYNTAX: return "cannot be parsed";
	case WT_ELIMIT: return "over a limit";
	case WT_EBUSY: return "in use by another writer";
	case WT_EACCES: return "permission denied";
	case WT_EABSENT: return "not in this index";
	default: return "unknown error";
	}
}

int
wt_error_set(struct wt_error *error, int code, uint64_t offset, const char *format, ...)
{
	va_list args;

	if (error == NULL)
		return code;
	error->code = code;
	error->offset = offset;
	va_start(args, format);
	vsnprintf(error->text, sizeof error->text, format, args);
	va_end(args);
	return code;
}

int
wt_code_of_errno(int number)
{
	switch (number) {
	case 0: return WT_OK;
	case ENOMEM: return WT_ENOMEM;
	case ENOENT: case ENOTDIR: return WT_ENOENT;
	case EACCES: case EPERM: case EROFS: return WT_EACCES;
	case EWOULDBLOCK: return WT_EBUSY;
	default: return WT_EIO;
	}
}
