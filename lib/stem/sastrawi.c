/*
 * sastrawi.c - the pipeline behind sastrawi.h.
 *
 * A word w goes these ways until it is a root ("hit"); if none leads to one,
 * it comes back as it was:
 *
 *      w itself; if its confix asks for it, prefixes and then suffixes;
 *      suffixes; then prefixes; then the prefixes alone of the word with its
 *      last, its last two ... suffixes put back ("restore").
 *
 * All of it happens in a copy of the word.  A rule only drops letters in front
 * and may rewrite the first one left, a suffix only shortens the copy; so a
 * word with its prefixes back is the copy with the first letters copied anew,
 * and one with suffixes back is that with a greater length.  What has led
 * nowhere once is not tried again.
 */
#include "stem/sastrawi.h"
#include "base/err.h"
#include "stem/sastrawi_rules.h"

#define REWRITTEN 32    /* three passes drop five letters each at most */
#define PASSES 3

struct removal {
	size_t before, after;   /* lengths */
	bool kan;               /* the part removed was "kan" */
};

struct run {
	const struct wt_roots *roots;
	const struct wt_stem_trace *trace;
	struct wt_span word;    /* as it came */
	char *copy;             /* word.len bytes */
	char *at;               /* the current word, inside the copy */
	size_t len;
	bool tried;             /* prefixes alone of the whole word led nowhere */
	bool stop;              /* three letters or less: one visitor a group */
	struct removal removals[3];
	size_t nremovals;
};

static bool
hit(const struct run *r, const char *rule)
{
	bool root = wt_roots_has(r->roots, r->at, r->len);

	wt_trace(r->trace, rule, wt_span_make(r->at, r->len), root);
	return root;
}

/* The word again, cut to `len`. */
static void
put_back(struct run *r, size_t len)
{
	size_t rewritten = r->word.len < REWRITTEN ? r->word.len : REWRITTEN;

	if (rewritten > 0)
		memcpy(r->copy, r->word.at, rewritten);
	r->at = r->copy;
	r->len = len;
}

/* Try a cut: keep it if it gives a root, or if it is the last one. */
static bool
try_cut(struct run *r, const char *rule, const struct wt_rule_cut *cut, bool last)
{
	char *from = r->at, kept = '\0';
	size_t len = r->len;

	r->at += cut->drop;
	r->len -= cut->drop;
	if (cut->first != '\0') {
		kept = r->at[0];
		r->at[0] = cut->first == 'c' ? from[0] : cut->first;
	}
	if (hit(r, rule))
		return true;
	if (!last) {
		if (cut->first != '\0')
			r->at[0] = kept;
		r->at = from;
		r->len = len;
	}
	return false;
}

/* The cuts of a rule that fits.  *removed tells if the word was cut. */
static bool
visit(struct run *r, const struct wt_rule *rule, bool *removed)
{
	size_t n = 0;

	while (n < WT_RULE_CUTS && rule->cuts[n].drop != 0)
		n++;
	*removed = false;
	for (size_t i = 0; i < n; i++) {
		const struct wt_rule_cut *cut = &rule->cuts[i];

		if (cut->wants != 0 && r->at[rule->headlen] != cut->wants)
			continue;
		*removed = i + 1 == n;
		if (try_cut(r, rule->name, cut, *removed)) {
			*removed = true;
			return true;
		}
	}
	return false;
}

/* Remove one prefix.  `unknown`: the word may be a root as it is.  Is it one now? */
static bool
prefix_pass(struct run *r, bool unknown, bool *removed)
{
	static const struct wt_rule_cut plain = { .drop = 2 };
	struct wt_rule_runs runs;

	*removed = false;
	if (r->len >= 2 && ((r->at[0] == 'd' && r->at[1] == 'i') ||
	    ((r->at[0] == 'k' || r->at[0] == 's') && r->at[1] == 'e'))) {
		*removed = true;
		return try_cut(r, "di- ke- se-", &plain, true);
	}
	if (unknown && hit(r, "with the k of -kan"))
		return true;
	if (r->stop || r->len == 0)
		return false;
	runs = wt_rule_runs(r->at[0]);
	for (size_t run = 0; run < 2; run++)
		for (size_t i = runs.from[run]; i < runs.to[run]; i++) {
			const struct wt_rule *rule = &wt_sastrawi_rules[i];

			if (!wt_rule_fits(rule, r->at, r->len))
				continue;
			if (visit(r, rule, removed))
				return true;
			if (*removed)
				return false;
		}
	return false;
}

static bool
prefixes(struct run *r, bool unknown)
{
	bool removed = true;

	for (int pass = 0; pass < PASSES && removed; pass++) {
		if (prefix_pass(r, unknown, &removed))
			return true;
		unknown = false;
	}
	return false;
}

struct suffix {
	char letters[6];
	uint8_t len;
};

#define SUFFIX(s) { s, sizeof(s) - 1 }

/* memcmp without the call: suffixes are short, and most words do not end so. */
static bool
ends(const struct run *r, const struct suffix *suffix)
{
	const char *end;

	if (r->len < suffix->len)
		return false;
	end = r->at + r->len - suffix->len;
	for (unsigned i = suffix->len; i-- > 0;)
		if (end[i] != suffix->letters[i])
			return false;
	return true;
}

/* Shorten the word to `len`; is it a root now? */
static bool
cut_suffix(struct run *r, size_t len, const char *rule)
{
	size_t cut = r->len - len;
	bool kan = cut == 3 && memcmp(r->at + len, "kan", 3) == 0;

	if (cut == 0)
		return false;
	r->removals[r->nremovals++] = (struct removal){ r->len, len, kan };
	r->len = len;
	return hit(r, rule);
}

/* The length without one of n clitics and the hyphens before it. */
static size_t
without_clitic(const struct run *r, const struct suffix *clitics, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (ends(r, &clitics[i])) {
			size_t len = r->len - clitics[i].len;

			while (len > 0 && r->at[len - 1] == '-')
				len--;
			return len;
		}
	return r->len;
}

static size_t
without_derivation(const struct run *r)
{
	static const struct suffix suffixes[] = {
		SUFFIX("isasi"), SUFFIX("isme"), SUFFIX("kan"), SUFFIX("is"), SUFFIX("an"), SUFFIX("i")
	};

	for (size_t i = 0; i < sizeof suffixes / sizeof suffixes[0]; i++)
		if (ends(r, &suffixes[i]))
			return r->len - suffixes[i].len;
	return r->len;
}

static bool
suffixes(struct run *r)
{
	static const struct suffix particles[] = {
		SUFFIX("lah"), SUFFIX("kah"), SUFFIX("tah"), SUFFIX("pun")
	};
	static const struct suffix possessives[] = { SUFFIX("ku"), SUFFIX("mu"), SUFFIX("nya") };

	r->nremovals = 0;
	if (cut_suffix(r, without_clitic(r, particles, 4), "-lah -kah -tah -pun"))
		return true;
	if (r->stop)
		return false;
	return cut_suffix(r, without_clitic(r, possessives, 3), "-ku -mu -nya") ||
	    cut_suffix(r, without_derivation(r), "-kan -an -i -is -isme -isasi");
}

/* Words whose prefixes go first: be-lah be-an me-i di-i pe-i ter-i. */
static bool
prefixes_first(struct wt_span w)
{
	struct wt_span i = WT_SPAN("i");

	if (wt_span_starts(w, WT_SPAN("be")))
		return (w.len >= 5 && wt_span_ends(w, WT_SPAN("lah"))) ||
		    (w.len >= 4 && wt_span_ends(w, WT_SPAN("an")));
	if (w.len < 3 || !wt_span_ends(w, i))
		return false;
	return wt_span_starts(w, WT_SPAN("me")) || wt_span_starts(w, WT_SPAN("di")) ||
	    wt_span_starts(w, WT_SPAN("pe")) ||
	    (w.len >= 4 && wt_span_starts(w, WT_SPAN("ter")));
}

static bool
restore(struct run *r)
{
	for (size_t i = r->nremovals; i-- > 0;) {
		const struct removal *removal = &r->removals[i];

		if (removal->kan) {
			put_back(r, removal->after + 1);
			if (prefixes(r, true))
				return true;
		}
		if (r->tried && removal->before == r->word.len)
			continue;
		put_back(r, removal->before);
		if (prefixes(r, false))
			return true;
	}
	return false;
}

static bool
strip(struct run *r)
{
	if (hit(r, "the word itself"))
		return true;
	r->stop = r->len <= 3;
	if (prefixes_first(r->word)) {
		if (prefixes(r, false) || suffixes(r))
			return true;
		r->tried = true;
		put_back(r, r->word.len);
		wt_trace(r->trace, "affixes put back", r->word, false);
	}
	if (suffixes(r) || (!(r->tried && r->nremovals == 0) && prefixes(r, false)))
		return true;
	wt_trace(r->trace, "affixes put back", r->word, false);
	return restore(r);
}

/* Strip a word without a second half in `copy`, room for its bytes; or the word itself. */
static struct wt_span
singular(const struct wt_sastrawi *s, struct wt_span word, char *copy)
{
	struct run r = {
		.roots = s->roots, .trace = s->trace, .word = word,
		.copy = copy, .at = copy, .len = word.len
	};

	if (word.len > 0)
		memcpy(copy, word.at, word.len);
	return strip(&r) ? wt_span_make(r.at, r.len) : word;
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

/* The last hyphen, or len if there is none. */
static size_t
last_hyphen(struct wt_span s)
{
	for (size_t i = s.len; i-- > 0;)
		if (s.at[i] == '-')
			return i;
	return s.len;
}

/* Where the second half of a reduplication begins: after its hyphen, or 0 for other words. */
static size_t
second_half(struct wt_span word)
{
	size_t hyphen = last_hyphen(word);

	if (hyphen == word.len)
		return 0;
	if (is_clitic(wt_span_make(word.at + hyphen + 1, word.len - hyphen - 1))) {
		size_t clitic = hyphen;

		hyphen = last_hyphen(wt_span_make(word.at, clitic));
		return hyphen == clitic ? 0 : hyphen + 1;
	}
	return hyphen + 1;
}

/* Both halves stripped, if that gives the same root; else the word. */
static struct wt_span
reduplicated(const struct wt_sastrawi *s, struct wt_span word, size_t second, char *room)
{
	struct wt_span a = wt_span_make(word.at, second - 1);
	struct wt_span b = wt_span_make(word.at + second, word.len - second);
	struct wt_span first = singular(s, a, room), other = singular(s, b, room + a.len);

	if (wt_span_eq(other, b) && !wt_roots_has(s->roots, b.at, b.len)) {
		char *me = room + word.len + b.len;

		memcpy(me, "me", 2);
		if (b.len > 0)
			memcpy(me + 2, b.at, b.len);
		other = singular(s, wt_span_make(me, b.len + 2), me + b.len + 2);
	}
	return wt_span_eq(first, other) ? first : word;
}

int
wt_sastrawi_stem(struct wt_sastrawi *s, struct wt_span word, struct wt_span *stem)
{
	size_t second = second_half(word);
	char *room;

	wt_buf_clear(&s->scratch);
	if (word.len > SIZE_MAX / 8 || (room = wt_buf_room(&s->scratch, 4 * word.len + 8)) == NULL)
		return WT_ENOMEM;
	*stem = second == 0 ? singular(s, word, room) : reduplicated(s, word, second, room);
	return WT_OK;
}
