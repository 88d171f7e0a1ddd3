/*
 * affix.c - the prefixes, letter by letter.
 *
 * Where meN- and peN- meet a root, its first letter may be gone (pukul,
 * memukul), so that there are several cuts; also before r and l, where new
 * words drop it (program, pemrograman; kritik, mengritik), and sy may give
 * ny (syair, penyair).
 */
#include "stem/affix.h"
#include "stem/roots.h"

#include <string.h>

struct list {
	struct wt_affix_cut *cuts;
	size_t n;
};

static bool
is_one_of(char c, const char *letters)
{
	return c != '\0' && strchr(letters, c) != NULL;
}

static bool
is_vowel(char c)
{
	return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

static bool
is_consonant(char c)
{
	return c >= 'a' && c <= 'z' && !is_vowel(c);
}

static void
add(struct list *l, unsigned drop, char first, enum wt_prefix prefix)
{
	if (l->n < WT_AFFIX_CUTS)
		l->cuts[l->n++] = (struct wt_affix_cut){ (uint8_t)drop, first, prefix };
}

/* After me or pe comes m: b f v p stay, p may be gone. */
static void
nasal_m(struct list *l, const char *w, enum wt_prefix prefix)
{
	if (is_one_of(w[3], "bfvp")) {
		add(l, 3, '\0', prefix);
	} else if (is_vowel(w[3])) {
		add(l, 2, 'p', prefix);
		add(l, 2, '\0', prefix);
	} else if (is_one_of(w[3], "rl")) {
		add(l, 2, 'p', prefix);
	}
}

static void
nasal_ng(struct list *l, const char *w, enum wt_prefix prefix)
{
	if (is_vowel(w[4])) {
		add(l, 4, '\0', prefix);
		add(l, 3, 'k', prefix);
		add(l, 2, '\0', prefix);
		if (w[4] == 'e')
			add(l, 5, '\0', prefix);
	} else if (is_one_of(w[4], "rl")) {
		add(l, 3, 'k', prefix);
		add(l, 4, '\0', prefix);
	} else if (w[4] != '\0') {
		add(l, 4, '\0', prefix);
	}
}

static void
nasal_n(struct list *l, const char *w, enum wt_prefix prefix)
{
	if (w[3] == 'g') {
		nasal_ng(l, w, prefix);
	} else if (w[3] == 'y') {
		add(l, 3, 's', prefix);
		add(l, 2, 's', prefix);
		add(l, 2, '\0', prefix);
	} else if (is_one_of(w[3], "cdjstz")) {
		add(l, 3, '\0', prefix);
	} else if (is_vowel(w[3])) {
		add(l, 2, 't', prefix);
		add(l, 2, '\0', prefix);
	}
}

static void
cut_me(struct list *l, const char *w, enum wt_prefix prefix)
{
	if (w[2] == 'm')
		nasal_m(l, w, prefix);
	else if (w[2] == 'n')
		nasal_n(l, w, prefix);
	else if (is_one_of(w[2], "lrwy"))
		add(l, 2, '\0', prefix);
}

static void
cut_pe(struct list *l, const char *w)
{
	if (w[2] == 'r') {
		add(l, 3, '\0', WT_PREFIX_PER);
		if (is_vowel(w[3]))
			add(l, 2, '\0', WT_PREFIX_PE);
		return;
	}
	cut_me(l, w, WT_PREFIX_PE);
	if (strncmp(w, "pelajar", 7) == 0)
		add(l, 3, '\0', WT_PREFIX_PER);
	if (is_consonant(w[2]) && l->n == 0)
		add(l, 2, '\0', WT_PREFIX_PE);
}

/* ber-, ter-: the r is gone before r and before a first syllable with er. */
static void
cut_er(struct list *l, const char *w, enum wt_prefix prefix)
{
	if (w[2] == 'r') {
		add(l, 3, '\0', prefix);
		if (is_vowel(w[3]))
			add(l, 2, '\0', prefix);
	} else if (is_consonant(w[2]) && w[3] == 'e' && w[4] == 'r') {
		add(l, 2, '\0', prefix);
	} else if (strncmp(w, "belajar", 7) == 0) {
		add(l, 3, '\0', prefix);
	}
}

static bool
begins(const char *w, char a, char b)
{
	return w[0] == a && w[1] == b;
}

size_t
wt_affix_cuts(const char *word, enum wt_prefix outer, struct wt_affix_cut *cuts)
{
	struct list l = { .cuts = cuts };

	if (begins(word, 'm', 'e')) {
		if (outer == WT_PREFIX_NONE || outer == WT_PREFIX_SE)
			cut_me(&l, word, WT_PREFIX_ME);
	} else if (begins(word, 'p', 'e')) {
		cut_pe(&l, word);
	} else if (begins(word, 'd', 'i')) {
		if (outer == WT_PREFIX_NONE)
			add(&l, 2, '\0', WT_PREFIX_DI);
	} else if (begins(word, 'b', 'e')) {
		cut_er(&l, word, WT_PREFIX_BER);
	} else if (begins(word, 't', 'e')) {
		cut_er(&l, word, WT_PREFIX_TER);
	} else if (begins(word, 'k', 'e')) {
		add(&l, 2, '\0', WT_PREFIX_KE);
	} else if (begins(word, 's', 'e')) {
		add(&l, 2, '\0', WT_PREFIX_SE);
	} else if (begins(word, 'k', 'u')) {
		if (outer == WT_PREFIX_NONE)
			add(&l, 2, '\0', WT_PREFIX_DI);
	} else if (strncmp(word, "kau", 3) == 0) {
		if (outer == WT_PREFIX_NONE)
			add(&l, 3, '\0', WT_PREFIX_DI);
	} else if (outer == WT_PREFIX_KE && strncmp(word, "tidak", 5) == 0) {
		add(&l, 5, '\0', WT_PREFIX_TIDAK);
	}
	return l.n;
}

unsigned
wt_affix_needs(enum wt_prefix prefix, enum wt_suffix suffix)
{
	static const uint16_t needs[][4] = {
		/* by suffix: none, -kan, -an, -i */
		[WT_PREFIX_NONE] = { 0, WT_TAKES_KAN, WT_TAKES_AN, WT_TAKES_I },
		[WT_PREFIX_DI] = { WT_TAKES_ME, WT_TAKES_KAN, 0, WT_TAKES_I },
		[WT_PREFIX_ME] = { WT_TAKES_ME, WT_TAKES_KAN, 0, WT_TAKES_I },
		[WT_PREFIX_BER] = { WT_TAKES_BER, WT_TAKES_BER_AN, WT_TAKES_BER_AN, 0 },
		[WT_PREFIX_TER] = { WT_TAKES_TER, WT_TAKES_KAN, 0, WT_TAKES_I },
		[WT_PREFIX_KE] = { WT_TAKES_KE, 0, WT_TAKES_KE_AN, WT_TAKES_KE },
		[WT_PREFIX_SE] = { WT_TAKES_SE, 0, WT_TAKES_SE, 0 },
		[WT_PREFIX_PE] = { WT_TAKES_PE, 0, WT_TAKES_PE_AN, 0 },
		[WT_PREFIX_PER] = { WT_TAKES_PER | WT_TAKES_MEMPER, WT_TAKES_PER | WT_TAKES_MEMPER,
		    WT_TAKES_PER_AN, WT_TAKES_PER | WT_TAKES_MEMPER },
		[WT_PREFIX_TIDAK] = { 0, 0, 0xffff, 0 }
	};

	return suffix == WT_SUFFIX_FOREIGN ? 0 : needs[prefix][suffix];
}
