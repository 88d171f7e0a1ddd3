/* guess.c - the forms, one function each. */
#include "stem/guess.h"
#include "stem/affix.h"

#define NEW_ROOT 4              /* letters of a root that no list has, at least */

static bool
is_vowel(char c)
{
	return c != '\0' && strchr("aeiou", c) != NULL;
}

static bool
has_vowel(struct wt_span s)
{
	for (size_t i = 0; i < s.len; i++)
		if (is_vowel(s.at[i]))
			return true;
	return false;
}

/* Does front + word + back read as a known root with affixes it takes? */
static bool
reads_as(const struct wt_roots *roots, const char *front, struct wt_span word, const char *back,
    struct wt_reading *best)
{
	char formal[WT_READING_LONGEST];
	size_t before = strlen(front), after = strlen(back);

	if (before + word.len + after > sizeof formal)
		return false;
	memcpy(formal, front, before);
	memcpy(formal + before, word.at, word.len);
	memcpy(formal + before + word.len, back, after);
	wt_readings_best(roots, NULL, wt_span_make(formal, before + word.len + after), best);
	return best->known && best->len >= NEW_ROOT;
}

/* -in, for -kan or -i: jagain, mainin. */
static bool
informal_ending(const struct wt_roots *roots, const char *front, struct wt_span word,
    struct wt_reading *best)
{
	struct wt_span rest;

	if (!wt_span_ends(word, WT_SPAN("in")) || word.len < NEW_ROOT + 2)
		return false;
	rest = wt_span_make(word.at, word.len - 2);
	return reads_as(roots, front, rest, "kan", best) || reads_as(roots, front, rest, "i", best);
}

/* A nasal without its me-: ngambil, nyapu, nonton, mikir. */
static bool
is_bare_nasal(struct wt_span word)
{
	if (word.len < 5)
		return false;
	if (word.at[0] == 'n')
		return word.at[1] == 'g' || word.at[1] == 'y' || is_vowel(word.at[1]);
	return word.at[0] == 'm' && is_vowel(word.at[1]) && word.at[1] != 'e';
}

static bool
informal(const struct wt_roots *roots, struct wt_span word, struct wt_reading *best)
{
	if (is_bare_nasal(word) && (reads_as(roots, "me", word, "", best) ||
	    informal_ending(roots, "me", word, best)))
		return true;
	return informal_ending(roots, "", word, best);
}

static bool
keep(struct wt_reading *best, struct wt_span root)
{
	*best = (struct wt_reading){ .len = root.len };
	memcpy(best->at, root.at, root.len);
	return true;
}

/* -wan and -wati, of people: wirausahawan, peragawati. */
static bool
of_people(const struct wt_roots *roots, struct wt_span word, struct wt_reading *best)
{
	size_t drop = wt_span_ends(word, WT_SPAN("wan")) ? 3 :
	    wt_span_ends(word, WT_SPAN("wati")) ? 4 : 0;

	if (drop == 0 || word.len < drop + NEW_ROOT || !wt_roots_has(roots, word.at, word.len - drop))
		return false;
	return keep(best, wt_span_make(word.at, word.len - drop));
}

/* A new root between plain affixes. */
static bool
new_root(struct wt_span word, struct wt_reading *best)
{
	struct wt_affix_cut cuts[WT_AFFIX_CUTS];
	char copy[WT_READING_LONGEST + 1];
	struct wt_span rest = word;

	if (wt_span_ends(word, WT_SPAN("nya")))
		rest.len -= 3;
	if (wt_span_ends(rest, WT_SPAN("kan"))) {
		memcpy(copy, rest.at, rest.len);
		copy[rest.len] = '\0';
		if (wt_affix_cuts(copy, WT_PREFIX_NONE, cuts) > 0 &&
		    (cuts[0].prefix == WT_PREFIX_DI || cuts[0].prefix == WT_PREFIX_ME) &&
		    rest.len >= cuts[0].drop + 3u + NEW_ROOT) {
			if (cuts[0].first != '\0')
				copy[cuts[0].drop] = cuts[0].first;
			return keep(best, wt_span_make(copy + cuts[0].drop,
			    rest.len - cuts[0].drop - 3));
		}
	}
	if (rest.len == word.len || rest.len < NEW_ROOT || !has_vowel(rest))
		return false;
	return keep(best, rest);
}

bool
wt_stem_guess(const struct wt_roots *roots, const struct wt_stem_trace *trace,
    struct wt_span word, struct wt_reading *best)
{
	const char *rule;

	if (word.len > WT_READING_LONGEST)
		return false;
	if (informal(roots, word, best))
		rule = "informal";
	else if (of_people(roots, word, best))
		rule = "-wan -wati";
	else if (new_root(word, best))
		rule = "new root";
	else
		return false;
	wt_trace(trace, rule, wt_span_make(best->at, best->len), false);
	return true;
}
