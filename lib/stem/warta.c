/*
 * warta.c - the steps behind warta.h; the first that knows the word decides.
 *
 *      the lists: an exception, a name, a function word, a root
 *      the best reading (readings.h)
 *      the algorithm of Sastrawi, which also takes -is, -isme, -isasi off
 *      a guess (guess.h)
 *
 * A reduplication is first made one word: perundang-undangan, perundangan.
 */
#include "stem/warta.h"
#include "base/err.h"
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

/* For words without a reading: the rules of Sastrawi, which know more suffixes, then guesses. */
static int
last_resort(struct wt_warta *w, struct wt_span word, struct wt_span *stem)
{
	int err = wt_sastrawi_stem(w->last, word, stem);

	if (err == WT_OK && wt_span_eq(*stem, word) &&
	    wt_stem_guess(w->roots, w->trace, word, &w->best))
		*stem = stem_of(w);
	return err;
}

/* The stem of a word without a hyphen. */
static int
stem_one(struct wt_warta *w, struct wt_span word, struct wt_span *stem)
{
	struct wt_root entry = wt_roots_find(w->roots, word.at, word.len);

	*stem = listed(w, word, &entry);
	if (stem->at != NULL)
		return WT_OK;
	wt_readings_best(w->roots, w->trace, word, &w->best);
	*stem = word;
	if (w->best.known || (w->best.len > 0 && (entry.bits & WT_ROOT_RARE) == 0)) {
		*stem = stem_of(w);
		return WT_OK;
	}
	return (entry.bits & WT_ROOT_RARE) != 0 ? WT_OK : last_resort(w, word, stem);
}

/*
 * A reduplication with one of its halves taken out: bagi-bagikan to bagikan,
 * perundang-undangan to perundangan.  The first half ends as the second one
 * begins, with three letters or more.  False if it does not.
 */
static bool
undouble(struct wt_span word, size_t hyphen, char *out, size_t *len)
{
	size_t a = hyphen, b = word.len - hyphen - 1, same = a < b ? a : b;
	const char *second = word.at + hyphen + 1;

	while (same >= 3 && memcmp(word.at + a - same, second, same) != 0)
		same--;
	if (same < 3)
		return false;
	memcpy(out, word.at, a);
	memcpy(out + a, second + same, b - same);
	*len = a + b - same;
	return true;
}

/* Is it a root, or a word that the lists know? */
static bool
is_known(const struct wt_warta *w, struct wt_span s)
{
	return wt_roots_find(w->roots, s.at, s.len).bits != 0;
}

/* Both halves lead to one root: tolong-menolong. */
static int
stem_halves(struct wt_warta *w, struct wt_span word, size_t hyphen, struct wt_span *stem)
{
	char first[WT_READING_LONGEST];
	struct wt_span s;
	size_t len;
	int err = stem_one(w, wt_span_make(word.at, hyphen), &s);

	*stem = word;
	if (err != WT_OK || s.len > sizeof first)
		return err;
	len = s.len;
	memcpy(first, s.at, len);
	err = stem_one(w, wt_span_make(word.at + hyphen + 1, word.len - hyphen - 1), &s);
	if (err == WT_OK && wt_span_eq(s, wt_span_make(first, len)) && is_known(w, s))
		*stem = s;
	return err;
}

static int
stem_hyphened(struct wt_warta *w, struct wt_span word, size_t hyphen, struct wt_span *stem)
{
	struct wt_span joined, s;
	size_t len;
	int err;

	if (undouble(word, hyphen, w->joined, &len)) {
		joined = wt_span_make(w->joined, len);
		wt_trace(w->trace, "one of two halves", joined, false);
		if ((err = stem_one(w, joined, &s)) != WT_OK)
			return err;
		if (is_known(w, s) || len == hyphen) {
			*stem = s;
			return WT_OK;
		}
	}
	wt_readings_best(w->roots, w->trace, word, &w->best);
	if (w->best.known) {
		*stem = stem_of(w);
		return WT_OK;
	}
	if ((err = stem_halves(w, word, hyphen, stem)) != WT_OK || stem->len < word.len)
		return err;
	return wt_sastrawi_stem(w->last, word, stem);
}

int
wt_warta_stem(struct wt_warta *w, struct wt_span word, struct wt_span *stem)
{
	const char *hyphen = word.len == 0 ? NULL : memchr(word.at, '-', word.len);
	struct wt_root entry;

	if (word.len > WT_READING_LONGEST) {
		*stem = word;
		return WT_OK;
	}
	if (hyphen == NULL)
		return stem_one(w, word, stem);
	entry = wt_roots_find(w->roots, word.at, word.len);
	entry.bits &= ~(unsigned)WT_ROOT;
	*stem = listed(w, word, &entry);
	if (stem->at != NULL)
		return WT_OK;
	return stem_hyphened(w, word, (size_t)(hyphen - word.at), stem);
}
