/*
 * readings.c - a walk over prefixes, and at each stop a try of every ending.
 *
 * The word lies in a buffer.  A stop of the walk is an offset into it, with at
 * most its first letter rewritten (memukul: "mukul" at 2, and "pukul" with p
 * in the place of m), so that a root to look up is always a run of bytes.
 */
#include "stem/readings.h"
#include "stem/affix.h"

#include <limits.h>
#include <stdio.h>

#define ENDINGS 24
#define DEPTH 3

/*
 * What counts for a reading and against it.  Fitted by eye on the words of
 * news: a root six affixes richer is worth one prefix more.
 */
#define KNOWN 1000              /* the root is known to take the affixes */
#define OWN 60                  /* the root is on a list made by hand */
#define WEIGHT 4                /* for each affix the root takes ... */
#define WEIGHTS 30              /* ... up to so many */
#define PREFIX 24               /* against each prefix */
#define MISSPELT 24             /* against one k where root and suffix have two */
#define ODD 100                 /* against prefix and suffix that do not go together */
#define FOREIGN 60              /* against -is, -isme and -isasi, which most dictionaries keep on */
#define CLITIC 24               /* against each clitic but -nya */

/* A way to end: the root ends at `end`, what follows is `suffix` and clitics. */
struct ending {
	size_t end;
	enum wt_suffix suffix;
	int cost;               /* of clitics that are rare in print */
};

struct walk {
	const struct wt_roots *roots;
	const struct wt_stem_trace *trace;
	const char *whole;                      /* the word as it came */
	char word[WT_READING_LONGEST + 1];      /* its copy, with a NUL behind it */
	size_t len;
	struct ending endings[ENDINGS];
	size_t nendings;
	enum wt_prefix outer;                   /* of the walk at this moment */
	struct wt_reading *best;
};

static bool
ends(const struct walk *w, size_t len, const char *suffix, size_t n)
{
	return len > n + 1 && memcmp(w->word + len - n, suffix, n) == 0;
}

static void
add_ending(struct walk *w, size_t end, enum wt_suffix suffix, int cost)
{
	if (w->nendings < ENDINGS)
		w->endings[w->nendings++] = (struct ending){ end, suffix, cost };
}

/* The word up to `len` with its derivational suffix, and without each that it may have. */
static void
add_derivations(struct walk *w, size_t len, int cost)
{
	add_ending(w, len, WT_SUFFIX_NONE, cost);
	if (ends(w, len, "an", 2)) {
		if (ends(w, len, "kan", 3))
			add_ending(w, len - 3, WT_SUFFIX_KAN, cost);
		add_ending(w, len - 2, WT_SUFFIX_AN, cost);
		if (ends(w, len, "kan", 3))
			add_ending(w, len - 2, WT_SUFFIX_KAN, cost + MISSPELT);
	} else if (ends(w, len, "i", 1)) {
		add_ending(w, len - 1, WT_SUFFIX_I, cost);
		if (ends(w, len, "isasi", 5))
			add_ending(w, len - 5, WT_SUFFIX_FOREIGN, cost + FOREIGN);
	} else if (ends(w, len, "is", 2)) {
		add_ending(w, len - 2, WT_SUFFIX_FOREIGN, cost + FOREIGN);
	} else if (ends(w, len, "isme", 4)) {
		add_ending(w, len - 4, WT_SUFFIX_FOREIGN, cost + FOREIGN);
	}
}

static void
add_possessives(struct walk *w, size_t len, int cost)
{
	add_derivations(w, len, cost);
	if (ends(w, len, "nya", 3))
		add_derivations(w, len - 3, cost);
	else if (ends(w, len, "ku", 2) || ends(w, len, "mu", 2))
		add_derivations(w, len - 2, cost + CLITIC);
}

static void
add_endings(struct walk *w)
{
	add_possessives(w, w->len, 0);
	if (ends(w, w->len, "lah", 3) || ends(w, w->len, "kah", 3) ||
	    ends(w, w->len, "pun", 3) || ends(w, w->len, "tah", 3))
		add_possessives(w, w->len - 3, CLITIC);
}

/* How good a root is under these affixes. */
static int
score_of(const struct wt_root *root, size_t len, bool known, unsigned prefixes)
{
	int score = known ? KNOWN : 0;

	score += (int)(root->weight < WEIGHTS ? root->weight : WEIGHTS) * WEIGHT;
	score += (int)len;
	if ((root->bits & (WT_ROOT_OWN | WT_ROOT_MAPPED)) != 0)
		score += OWN;
	return score - (int)prefixes * PREFIX;
}

/* Tell of a reading: its affixes as they stand in the word, and what counted. */
static void
note(const struct walk *w, size_t from, const struct ending *e, const struct wt_root *root,
    bool known, int score)
{
	char rule[2 * WT_READING_LONGEST + 60];

	snprintf(rule, sizeof rule, "%.*s- -%.*s\t%s\tweight %u\tscore %d", (int)from, w->whole,
	    (int)(w->len - e->end), w->whole + e->end, known ? "known" : "possible",
	    root->weight, score);
	wt_trace(w->trace, rule, wt_span_make(w->word + from, e->end - from), true);
}

/* A rare root under affixes it is not known to take: only where little else fits. */
static bool
rare_root_fits(const struct ending *e, enum wt_prefix inner, size_t from)
{
	return e->end - from >= 4 && inner != WT_PREFIX_NONE && e->suffix != WT_SUFFIX_I;
}

/* Weigh the root found between `from` and an ending. */
static void
weigh(struct walk *w, size_t from, const struct ending *e, const struct wt_root *root,
    enum wt_prefix inner, unsigned prefixes)
{
	unsigned need = wt_affix_needs(w->outer, e->suffix) | wt_affix_needs(inner, e->suffix);
	bool known = (root->affixes & need) != 0 || (root->bits & WT_ROOT_MAPPED) != 0 ||
	    (inner == WT_PREFIX_NONE && e->suffix == WT_SUFFIX_NONE);
	int score;

	if (!known && (root->bits & WT_ROOT) == 0 && !rare_root_fits(e, inner, from))
		return;
	score = score_of(root, e->end - from, known, prefixes) - e->cost;
	if (need == 0 && !known && e->suffix != WT_SUFFIX_FOREIGN)
		score -= ODD;
	if (w->trace != NULL)
		note(w, from, e, root, known, score);
	if (score <= w->best->score)
		return;
	w->best->score = score;
	w->best->root = *root;
	w->best->known = known;
	w->best->len = e->end - from;
	memcpy(w->best->at, w->word + from, w->best->len);
}

/* Is there a root between `from` and an ending?  Endings of one place stand side by side. */
static void
try_endings(struct walk *w, size_t from, enum wt_prefix inner, unsigned prefixes)
{
	struct wt_root root = { .bits = 0 };
	size_t looked_up = 0;

	for (size_t i = 0; i < w->nendings; i++) {
		const struct ending *e = &w->endings[i];

		if (e->end < from + 3)
			continue;
		if (e->end != looked_up) {
			root = wt_roots_find(w->roots, w->word + from, e->end - from);
			looked_up = e->end;
		}
		if ((root.bits & (WT_ROOT | WT_ROOT_RARE | WT_ROOT_MAPPED)) != 0)
			weigh(w, from, e, &root, inner, prefixes);
	}
}

static void walk_from(struct walk *w, size_t from, enum wt_prefix inner, unsigned depth);

/* Stand at `from` + the cut's letters, with its first letter rewritten. */
static void
walk_cut(struct walk *w, size_t from, const struct wt_affix_cut *cut, unsigned depth)
{
	enum wt_prefix outer = w->outer;
	size_t to = from + cut->drop;
	char kept = w->word[to];

	if (depth == 0)
		w->outer = cut->prefix;
	if (cut->first != '\0')
		w->word[to] = cut->first;
	walk_from(w, to, cut->prefix, depth + 1);
	w->word[to] = kept;
	w->outer = outer;
}

static void
walk_from(struct walk *w, size_t from, enum wt_prefix inner, unsigned depth)
{
	struct wt_affix_cut cuts[WT_AFFIX_CUTS];
	size_t n;

	try_endings(w, from, inner, depth);
	if (depth == DEPTH || w->len - from < 5)
		return;
	n = wt_affix_cuts(w->word + from, inner, cuts);
	for (size_t i = 0; i < n; i++)
		walk_cut(w, from, &cuts[i], depth);
}

void
wt_readings_best(const struct wt_roots *roots, const struct wt_stem_trace *trace,
    struct wt_span word, struct wt_reading *best)
{
	struct walk w;                  /* set field by field: clearing it all is slow */

	best->len = 0;
	best->score = INT_MIN;
	best->known = false;
	if (word.len == 0 || word.len > WT_READING_LONGEST)
		return;
	w.roots = roots;
	w.trace = trace;
	w.best = best;
	w.outer = WT_PREFIX_NONE;
	w.nendings = 0;
	w.len = word.len;
	w.whole = word.at;
	memcpy(w.word, word.at, word.len);
	w.word[word.len] = '\0';
	add_endings(&w);
	walk_from(&w, 0, WT_PREFIX_NONE, 0);
}
