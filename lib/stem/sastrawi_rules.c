/*
 * sastrawi_rules.c - the table, in the order in which the rules are tried.
 *
 * The numbers are those of the papers; 22 and 33 do not exist.  Rules 1 to 36
 * are grouped by first letter; 37 to 40 (infixes) fit any consonant and come
 * before 41 and 42.  Rule 36 comes after 35 and fits p-, rule 35 fits t-.
 */
#include "stem/sastrawi_rules.h"

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

/* The classes of a letter, a bit each; bit 0 is every letter a-z. */
enum {
	ANY = 1, VOWEL = 2, CONSONANT = 4, NOT_R = 8, NOT_SONORANT = 16, NOT_E_N = 32,
	L_R_W_Y = 64, B_F_V = 128, C_TO_Z = 256, G_H_Q_K = 512, W_Y = 1024
};

#define PLAIN (ANY | CONSONANT | NOT_R | NOT_SONORANT | NOT_E_N)
#define SONORANT (ANY | CONSONANT | NOT_R | NOT_E_N)

static const uint16_t classes[256] = {
	['a'] = ANY | VOWEL | NOT_E_N, ['e'] = ANY | VOWEL, ['i'] = ANY | VOWEL | NOT_E_N,
	['o'] = ANY | VOWEL | NOT_E_N, ['u'] = ANY | VOWEL | NOT_E_N,
	['b'] = PLAIN | B_F_V, ['f'] = PLAIN | B_F_V, ['v'] = PLAIN | B_F_V,
	['c'] = PLAIN | C_TO_Z, ['d'] = PLAIN | C_TO_Z, ['j'] = PLAIN | C_TO_Z,
	['s'] = PLAIN | C_TO_Z, ['t'] = PLAIN | C_TO_Z, ['z'] = PLAIN | C_TO_Z,
	['g'] = PLAIN | G_H_Q_K, ['h'] = PLAIN | G_H_Q_K, ['q'] = PLAIN | G_H_Q_K,
	['k'] = PLAIN | G_H_Q_K, ['p'] = PLAIN, ['x'] = PLAIN,
	['l'] = SONORANT | L_R_W_Y, ['w'] = SONORANT | L_R_W_Y | W_Y,
	['y'] = SONORANT | L_R_W_Y | W_Y, ['m'] = SONORANT,
	['n'] = ANY | CONSONANT | NOT_R, ['r'] = ANY | CONSONANT | NOT_E_N | L_R_W_Y
};

/* The class that a sign of a tail asks for; 0: the sign is the letter itself. */
static const uint16_t signs[256] = {
	['V'] = VOWEL, ['C'] = CONSONANT, ['A'] = ANY, ['X'] = NOT_E_N, ['N'] = NOT_R,
	['K'] = NOT_SONORANT, ['1'] = L_R_W_Y, ['2'] = B_F_V, ['3'] = C_TO_Z,
	['4'] = G_H_Q_K, ['5'] = W_Y
};

static bool
letter_fits(char sign, char c)
{
	unsigned class = signs[(unsigned char)sign];

	return class == 0 ? c == sign : (classes[(unsigned char)c] & class) != 0;
}

bool
wt_rule_fits(const struct wt_rule *rule, const char *at, size_t len)
{
	size_t i = 0;

	if (len < rule->headlen)
		return false;
	for (; i < rule->headlen; i++)
		if (at[i] != rule->head[i])
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
