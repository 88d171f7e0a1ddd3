/*
 * sastrawi_rules.h - the prefix rules of Sastrawi as a table.
 *
 * A rule fits a word that begins with `head` and goes on as `tail` says, one
 * sign a letter:
 *      V vowel          C consonant        A letter a-z       X letter except e and n
 *      N consonant but r                   K consonant but r w y l m n
 *      1 l r w y        2 b f v            3 c d j s t z      4 g h q k      5 w y
 *      ! "er" does not follow              $ the word ends    a-z that letter
 * Its cuts are tried in order.  A cut drops letters in front and may replace
 * the first one left; with `wants` it exists only if the letter after the
 * head is that one.
 */
#ifndef WT_STEM_SASTRAWI_RULES_H
#define WT_STEM_SASTRAWI_RULES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define WT_RULE_CUTS 4

struct wt_rule_cut {
	uint8_t drop;           /* letters to drop; 0 ends the list */
	char first;             /* 'c': the word's first letter takes the place; else a letter or 0 */
	char wants;             /* a letter, or 0 */
};

struct wt_rule {
	char name[4];           /* as in the papers, "17" */
	char head[8], tail[6];
	uint8_t headlen;
	struct wt_rule_cut cuts[WT_RULE_CUTS];
};

/* The rules that may fit a word with this first letter: two runs of the table, in order. */
struct wt_rule_runs {
	uint8_t from[2], to[2];
};

extern const struct wt_rule wt_sastrawi_rules[];

struct wt_rule_runs wt_rule_runs(char first);
bool wt_rule_fits(const struct wt_rule *rule, const char *at, size_t len);

#endif
