/*
 * sastrawi_rules.c - the table, in the order in which the rules are tried.
 *
 * The numbers are those of the papers; 22 and 33 do not exist.  Rules 1 to 36
 * are grouped by first letter; 37 to 40 (infixes) fit any consonant and come
 * before 41 and 42.  Rule 36 comes after 35 and fits p-, rule 35 fits t-.
 */
#include "stem/sastrawi_rules.h"

#include <string.h>

#define LEN(s) (sizeof(s) - 1)
#define RULE(name, head, tail, ...) { name, head, tail, LEN(head), { __VA_ARGS__ } }
#define CUT(n) { .drop = (n) }
#define CUT_TO(n, c) { .drop = (n), .first = (c) }
#define CUT_IF(n, c) { .drop = (n), .wants = (c) }

const struct wt_rule wt_sastrawi_rules[] = {
	/* 0: b */
	RULE("1", "ber", "V", CUT(3), CUT(2)),
	RULE("2", "ber", "CA!", CUT(3)),
	RULE("3", "ber", "NAerV", CUT(3)),
	RULE("4", "belajar", "$", CUT(3)),
	RULE("5", "be", "NerC", CUT(2)),
	/* 5: t */
	RULE("6", "ter", "V", CUT(3), CUT(2)),
	RULE("7", "ter", "NerV", CUT(3)),
	RULE("8", "ter", "N!", CUT(3)),
	RULE("9", "te", "NerC", CUT(2)),
	/* 9: m */
	RULE("10", "me", "1V", CUT(2)),
	RULE("11", "mem", "2", CUT(3)),
	RULE("12", "mempe", "", CUT(3)),
	RULE("13", "mem", "V", CUT(2), CUT_TO(2, 'p')),
	RULE("14", "men", "3", CUT(3)),
	RULE("15", "men", "V", CUT(2), CUT_TO(2, 't')),
	RULE("16", "meng", "4", CUT(4)),
	RULE("17", "meng", "V", CUT(4), CUT_TO(3, 'k'), CUT_IF(5, 'e'), CUT(2)),
	RULE("18", "meny", "V", CUT(2), CUT_TO(3, 's')),
	RULE("19", "memp", "X", CUT(3)),
	/* 19: p */
	RULE("20", "pe", "5V", CUT(2)),
	RULE("21", "per", "V", CUT(3), CUT(2)),
	RULE("23", "per", "CA!", CUT(3)),
	RULE("24", "per", "NAerV", CUT(3)),
	RULE("25", "pem", "2", CUT(3)),
	RULE("26", "pem", "V", CUT(2), CUT_TO(2, 'p')),
	RULE("27", "pen", "3", CUT(3)),
	RULE("28", "pen", "V", CUT(2), CUT_TO(2, 't')),
	RULE("29", "peng", "C", CUT(4)),
	RULE("30", "peng", "V", CUT(4), CUT_TO(3, 'k'), CUT_IF(5, 'e')),
	RULE("31", "peny", "V", CUT(2), CUT_TO(3, 's')),
	RULE("32", "pelajar", "$", CUT(3)),
	RULE("32", "pel", "V", CUT(2)),
	RULE("34", "pe", "C!", CUT(2)),
	/* 33: t */
	RULE("35", "ter", "KerC", CUT(3)),
	/* 34: p */
	RULE("36", "pe", "KerC", CUT(2)),
	/* 35: any consonant */
	RULE("37", "", "CerV", CUT_TO(2, 'c')),
	RULE("38", "", "CelV", CUT_TO(2, 'c')),
	RULE("39", "", "CemV", CUT_TO(2, 'c')),
	RULE("40", "", "CinV", CUT_TO(2, 'c')),
	/* 39: k */
	RULE("41", "ku", "", CUT(2)),
	RULE("42", "kau", "", CUT(3))
};

static bool
is_one_of(char c, const char *letters)
{
	return c != '\0' && strchr(letters, c) != NULL;
}

static bool
is_consonant(char c)
{
	return c >= 'a' && c <= 'z' && !is_one_of(c, "aeiou");
}

static bool
letter_fits(char sign, char c)
{
	switch (sign) {
	case 'V': return is_one_of(c, "aeiou");
	case 'C': return is_consonant(c);
	case 'A': return c >= 'a' && c <= 'z';
	case 'X': return c >= 'a' && c <= 'z' && c != 'e' && c != 'n';
	case 'N': return is_consonant(c) && c != 'r';
	case 'K': return is_consonant(c) && !is_one_of(c, "rwylmn");
	case '1': return is_one_of(c, "lrwy");
	case '2': return is_one_of(c, "bfv");
	case '3': return is_one_of(c, "cdjstz");
	case '4': return is_one_of(c, "ghqk");
	case '5': return is_one_of(c, "wy");
	default: return c == sign;
	}
}

bool
wt_rule_fits(const struct wt_rule *rule, const char *at, size_t len)
{
	size_t i = rule->headlen;

	if (len < i || memcmp(at, rule->head, i) != 0)
		return false;
	for (const char *sign = rule->tail; *sign != '\0'; sign++) {
		if (*sign == '!')
			return len - i < 2 || at[i] != 'e' || at[i + 1] != 'r';
		if (*sign == '$')
			return i == len;
		if (i == len || !letter_fits(*sign, at[i]))
			return false;
		i++;
	}
	return true;
}

struct wt_rule_runs
wt_rule_runs(char first)
{
	switch (first) {
	case 'b': return (struct wt_rule_runs){ { 0, 35 }, { 5, 39 } };
	case 't': return (struct wt_rule_runs){ { 5, 33 }, { 9, 39 } };
	case 'm': return (struct wt_rule_runs){ { 9, 35 }, { 19, 39 } };
	case 'p': return (struct wt_rule_runs){ { 19, 34 }, { 33, 39 } };
	case 'k': return (struct wt_rule_runs){ { 35, 0 }, { 41, 0 } };
	default: return (struct wt_rule_runs){ { 35, 0 }, { 39, 0 } };
	}
}
