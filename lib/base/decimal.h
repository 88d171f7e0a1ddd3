/*
 * decimal.h - whole numbers as digits.
 *
 * The tables hold ten numbers for each mention; printf takes longer over them
 * than the rules take to find the mention.
 */
#ifndef WT_BASE_DECIMAL_H
#define WT_BASE_DECIMAL_H

#include <stddef.h>
#include <stdint.h>

#define WT_DECIMAL_MAX 20       /* digits of the largest number */

/* Write the digits, without a NUL: how many. */
static inline size_t
wt_decimal_put(char out[WT_DECIMAL_MAX], uint64_t number)
{
	char digits[WT_DECIMAL_MAX];
	size_t len = 0;

	do {
		digits[len++] = (char)('0' + number % 10);
		number /= 10;
	} while (number > 0);
	for (size_t i = 0; i < len; i++)
		out[i] = digits[len - 1 - i];
	return len;
}

#endif
