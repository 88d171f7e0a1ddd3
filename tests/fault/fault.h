/*
 * fault.h - allocations that fail when they are told to.
 *
 * The program is linked with --wrap, so that malloc, calloc and realloc of the library
 * come here: the one that `countdown` counts to gives nothing.
 */
#ifndef WT_TESTS_FAULT_H
#define WT_TESTS_FAULT_H

#include <stdbool.h>
#include <stddef.h>

static unsigned long countdown; /* allocations to go until one fails; 0: none fails */
static bool failed;

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *at, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *at, size_t size);

static bool
is_time(void)
{
	if (countdown == 0 || --countdown > 0)
		return false;
	failed = true;
	return true;
}

void *
__wrap_malloc(size_t size)
{
	return is_time() ? NULL : __real_malloc(size);
}

void *
__wrap_calloc(size_t count, size_t size)
{
	return is_time() ? NULL : __real_calloc(count, size);
}

void *
__wrap_realloc(void *at, size_t size)
{
	return is_time() ? NULL : __real_realloc(at, size);
}

#endif
