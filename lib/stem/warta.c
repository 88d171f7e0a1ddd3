/*
 * warta.c - the steps behind warta.h; the first that knows the word decides.
 *
 *      the lists: an exception, a name, a function word, a root
 *      the best reading (readings.h)
 *      a guess (guess.h)
 *
 * A reduplication is first made one word: perundang-undangan, perundangan.
 */
#include "stem/warta.h"
#include "stem/guess.h"

static struct wt_span
stem_of(struct wt_warta *w)
{
	if ((w->best.root.bits & WT_ROOT_MAPPED) != 0)
		return w->best.root.stem;
	return wt_span_make(w->best.at, w->best.len);
}

/* What the lists say of the whole word: its stem, or an empty span. */
static struct wt_span
listed(const struct wt_warta *w, struct wt_span word, const struct wt_root *entry)
{
	if ((entry->bits & (WT_ROOT_EXCEPTION | WT_ROOT_MAPPED)) != 0) {
		wt_trace(w->trace, "exception", entry->stem, true);
		return entry->stem;
	}
	if ((entry->bits & (WT_ROOT | WT_ROOT_PROTECTED | WT_ROOT_FUNCTION)) == 0)
		return wt_span_make(NULL, 0);
	wt_trace(w->trace, (entry->bits & WT_ROOT) != 0 ? "root" :
	    (entry->bits & WT_ROOT_PROTECTED) != 0 ? "name" : "function word", word, true);
	return word;
}

/* The stem of a word without a hyphen. */
static struct wt_span
stem_one(struct wt_warta *w, struct wt_span word)
{
	struct wt_root entry = wt_roots_find(w->roots, word.at, word.len);
	struct wt_span stem = listed(w, word, &entry);
	bool rare = (entry.bits & WT_ROOT_RARE) != 0;

	if (stem.at != NULL)
		return stem;
	wt_readings_best(w->roots, w->trace, word, &w->best);
	if (w->best.known || (w->best.len > 0 && !rare))
		return stem_of(w);
	if (!rare && wt_stem_guess(w->roots, w->trace, word, &w->best))
		return stem_of(w);
	return word;
}

/*
 * A reduplication with one of its halves taken out: bagi-bagikan to bagikan,
 * perundang-undangan to perundangan.  The first half ends as the second one
 * begins, with three letters or more.  Its length, or 0.
 */
static size_t
undouble(struct wt_span word, size_t hyphen, char *out)
{
	size_t b = word.len - hyphen - 1, same = hyphen < b ? hyphen : b;
	const char *second = word.at + hyphen + 1;

	while (same >= 3 && memcmp(word.at + hyphen - same, second, same) != 0)
		same--;
	if (same < 3)
		return 0;
	memcpy(out, word.at, hyphen);
	memcpy(out + hyphen, second + same, b - same);
	return hyphen + b - same;
}

/* Is it a root, or a word that the lists know? */
static bool
is_known(const struct wt_warta *w, struct wt_span s)
{
	return wt_roots_find(w->roots, s.at, s.len).bits != 0;
}

/* Both halves lead to one root: tolong-menolong.  Else the word. */
static struct wt_span
stem_halves(struct wt_warta *w, struct wt_span word, size_t hyphen)
{
	char first[WT_READING_LONGEST];
	struct wt_span s = stem_one(w, wt_span_make(word.at, hyphen));
	size_t len = s.len;

	if (len == 0 || len > sizeof first)
		return word;
	memcpy(first, s.at, len);
	s = stem_one(w, wt_span_make(word.at + hyphen + 1, word.len - hyphen - 1));
	return wt_span_eq(s, wt_span_make(first, len)) && is_known(w, s) ? s : word;
}

static bool
is_clitic(struct wt_span s)
{
	static const char clitics[][4] = { "ku", "mu", "nya", "lah", "kah", "tah", "pun" };

	for (size_t i = 0; i < sizeof clitics / sizeof clitics[0]; i++)
		if (wt_span_is(s, clitics[i]))
			return true;
	return false;
}

/* The stem of a word with a hyphen, the first of them there. */
static struct wt_span
stem_hyphened(struct wt_warta *w, struct wt_span word, size_t hyphen)
{
	struct wt_span joined = { w->joined, undouble(word, hyphen, w->joined) }, s;

	if (joined.len > 0) {
		wt_trace(w->trace, "one of two halves", joined, false);
		s = stem_one(w, joined);
		if (is_known(w, s) || joined.len == hyphen)
			return s;
	}
	if (is_clitic(wt_span_make(word.at + hyphen + 1, word.len - hyphen - 1)))
		return stem_one(w, wt_span_make(word.at, hyphen));
	wt_readings_best(w->roots, w->trace, word, &w->best);
	return w->best.known ? stem_of(w) : stem_halves(w, word, hyphen);
}

void
wt_warta_stem(struct wt_warta *w, struct wt_span word, struct wt_span *stem)
{
	const char *hyphen = word.len == 0 ? NULL : memchr(word.at, '-', word.len);
	struct wt_root entry;

	*stem = word;
	if (word.len > WT_READING_LONGEST)
		return;
	if (hyphen == NULL) {
		*stem = stem_one(w, word);
		return;
	}
	entry = wt_roots_find(w->roots, word.at, word.len);
	entry.bits &= ~(unsigned)WT_ROOT;
	*stem = listed(w, word, &entry);
	if (stem->at == NULL)
		*stem = stem_hyphened(w, word, (size_t)(hyphen - word.at));
}
