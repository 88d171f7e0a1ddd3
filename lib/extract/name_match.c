/* name_match.c - word by word, behind name_match.h. */
#include "extract/name_match.h"
#include "extract/distance.h"

/* Does the word `a` stand for `b`: the same, its initial, or its first half ("Sandi" for "Sandiaga")? */
static bool
stands_for(struct wt_span a, struct wt_span b, bool alone)
{
	if (a.len > 1 && a.at[a.len - 1] == '.')
		a.len--;
	if (a.len == 1)
		return b.len > 0 && a.at[0] == b.at[0];
	return wt_span_eq(a, b) || (alone && a.len >= 4 && b.len <= a.len * 2 && wt_span_starts(b, a));
}

bool
wt_name_is_part(struct wt_span part, struct wt_span whole)
{
	struct wt_span word, other;
	bool alone = memchr(part.at, ' ', part.len) == NULL;

	while (wt_span_cut(&part, ' ', &word)) {
		bool found = false;

		while (!found && wt_span_cut(&whole, ' ', &other))
			found = stands_for(word, other, alone);
		if (!found)
			return false;
	}
	return true;
}

bool
wt_name_is_misspelt(struct wt_span a, struct wt_span b)
{
	struct wt_span word, other;
	unsigned same = 0, near = 0;

	while (wt_span_cut(&a, ' ', &word)) {
		if (!wt_span_cut(&b, ' ', &other))
			return false;
		if (wt_span_eq(word, other))
			same++;
		else if (word.len < 4 || word.at[0] != other.at[0] || word.at[word.len - 1] != other.at[other.len - 1] ||
		    wt_distance(word, other, 2) > (word.len < 7 ? 1u : 2u))
			return false;
		else
			near++;
	}
	return b.len == 0 && same > 0 && near == 1;
}

uint64_t
wt_name_initials(struct wt_span lower)
{
	uint64_t set = 0;
	bool start = true;

	for (size_t i = 0; i < lower.len; i++) {
		if (start && lower.at[i] != ' ')
			set |= UINT64_C(1) << ((uint8_t)lower.at[i] & 63);
		start = lower.at[i] == ' ';
	}
	return set;
}
