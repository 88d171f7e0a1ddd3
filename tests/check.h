/*
 * check.h - one macro that prints TAP.
 *
 * A test is a table, a loop and CHECK; main ends with `return check_done();`.
 */
#ifndef WT_TESTS_CHECK_H
#define WT_TESTS_CHECK_H

#include <stdio.h>

static int check_count, check_failed;

#define CHECK(condition, ...) do { \
	int check_ok = (condition) ? 1 : 0; \
	check_count++; \
	check_failed += !check_ok; \
	printf("%sok %d - ", check_ok ? "" : "not ", check_count); \
	printf(__VA_ARGS__); \
	printf("\n"); \
	if (!check_ok) \
		printf("# %s:%d: %s\n", __FILE__, __LINE__, #condition); \
} while (0)

static inline int
check_done(void)
{
	printf("1..%d\n", check_count);
	return check_failed != 0;
}

#endif
