/*
 * amount_number.c - the reading behind amount_number.h.
 *
 * In Indonesian a point groups thousands and a comma is the decimal sign.  A
 * lone point with other than three digits behind it can only be a decimal sign
 * ("45.9"), and so can one behind a lone 0; commas that repeat are groups.
 */
#include "extract/amount_number.h"

static bool
digit(struct wt_span text, size_t at)
{
	return at < text.len && text.at[at] >= '0' && text.at[at] <= '9';
}

static size_t
run(struct wt_span text, size_t at)
{
	size_t n = 0;

	while (digit(text, at + n))
		n++;
	return n;
}

/* How many groups of exactly three digits behind `sign` follow. */
static int
groups(struct wt_span text, size_t at, char sign, size_t *end)
{
	int n = 0;

	while (at < text.len && text.at[at] == sign && run(text, at + 1) == 3) {
		at += 4;
		n++;
	}
	*end = at;
	return n;
}

static bool
append(struct wt_number *n, struct wt_span text, size_t at, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		char c = text.at[at + i];

		if (c < '0' || c > '9')
			continue;
		if (n->count == 1 && n->digits[0] == '0')
			n->count = 0;
		if (n->count == WT_NUMBER_DIGITS)
			return false;
		n->digits[n->count++] = c;
	}
	return true;
}

void
wt_number_digits(struct wt_span text, size_t at, struct wt_number *n)
{
	size_t first = run(text, at), end = at + first, behind, decimals;
	bool zero = first == 1 && text.at[at] == '0', ok;
	int points, commas;

	*n = (struct wt_number){ 0 };
	points = first <= 3 && !zero ? groups(text, end, '.', &behind) : 0;
	if (points > 0)
		end = behind;
	commas = points == 0 && first <= 3 && !zero ? groups(text, end, ',', &behind) : 0;
	if (commas > 1)
		end = behind;
	ok = append(n, text, at, end - at);
	if (end < text.len && digit(text, end + 1) && (text.at[end] == ',' ||
	    (text.at[end] == '.' && points == 0 && commas < 2))) {
		decimals = run(text, end + 1);
		/* More points follow: a version or an address, not a number. */
		if (end + 1 + decimals < text.len && text.at[end] == '.' &&
		    text.at[end + 1 + decimals] == '.' && digit(text, end + 2 + decimals))
			ok = false;
		n->comma3 = commas == 1;
		ok = ok && append(n, text, end + 1, decimals);
		n->power = -(int)(decimals < 40 ? decimals : 40);
		end += 1 + decimals;
	} else if (end < text.len && (text.at[end] == '.' || text.at[end] == '/' ||
	    text.at[end] == ':') && digit(text, end + 1)) {
		ok = false;
	}
	n->end = end;
	if (!ok)
		n->count = 0;
}

static void
set(struct wt_number *n, uint64_t value)
{
	char reversed[20];
	int count = 0;

	do {
		reversed[count++] = (char)('0' + value % 10);
		value /= 10;
	} while (value > 0);
	n->count = count;
	for (int i = 0; i < count; i++)
		n->digits[i] = reversed[count - 1 - i];
}

void
wt_number_words(const struct wt_amount_words *w, struct wt_span text, size_t at,
    struct wt_number *n)
{
	static const uint64_t tens[] = { 1, 10, 100, 1000, 10000, 100000, 1000000, 10000000,
		100000000, 1000000000, 10000000000, 100000000000, 1000000000000 };
	uint64_t total = 0, group = 0, last = 0;        /* last: the digit in hand */
	bool any = false;
	size_t end;

	*n = (struct wt_number){ .end = at };
	while (at < text.len) {
		const struct wt_amount_word *word = wt_amount_words_at(w, text, at,
		    WT_UNITS_NUMBERS | WT_UNITS_SCALE, &end);

		if (word == NULL || (!any && !(word->kinds & WT_UNITS_NUMBER)))
			break;
		if ((word->kinds & WT_UNITS_NUMBER) && last == 0 && word->number < 10)
			last = (uint64_t)word->number;
		else if ((word->kinds & WT_UNITS_NUMBER) && last == 0 && word->number < 1000)
			group += (uint64_t)word->number;
		else if ((word->kinds & WT_UNITS_NUMBER) && last == 0 && group == 0)
			total += (uint64_t)word->number;
		else if ((word->kinds & WT_UNITS_TEENS) && last > 0)
			group += last + 10, last = 0;
		else if ((word->kinds & WT_UNITS_TENS) && last > 0)
			group += last * 10, last = 0;
		else if ((word->kinds & WT_UNITS_HUNDREDS) && last > 0)
			group += last * 100, last = 0;
		else if ((word->kinds & WT_UNITS_SCALE) && group + last > 0 && group < 10000 &&
		    word->number <= 12 && total < 1000000000000000) {
			total += (group + last) * tens[word->number];
			group = last = 0;
		} else
			break;
		any = true;
		n->end = end;
		at = end;
		while (at < text.len && text.at[at] == ' ')
			at++;
	}
	if (any)
		set(n, total + group + last);
}

void
wt_number_scale(const struct wt_amount_words *w, struct wt_span text, bool money,
    struct wt_number *n)
{
	uint32_t kinds = WT_UNITS_SCALES | (money ? WT_UNITS_SCALE_SHORT : 0);

	for (int i = 0; i < 2; i++) {
		const struct wt_amount_word *word;
		size_t at = n->end, end;

		while (at < text.len && text.at[at] == ' ')
			at++;
		if (at == text.len || (word = wt_amount_words_at(w, text, at, kinds, &end)) == NULL)
			return;
		if (end < text.len && ((text.at[end] >= '0' && text.at[end] <= '9')))
			return;
		n->power += (int)word->number;
		n->about |= (word->kinds & WT_UNITS_SCALE_ABOUT) != 0;
		n->end = end;
		n->comma3 = false;
	}
}

struct wt_span
wt_number_text(const struct wt_number *n, struct wt_arena *arena)
{
	char out[128];
	int count = n->count, power = n->power, len = 0;

	/* Drop zeros behind the decimal sign. */
	while (power < 0 && count > 1 && n->digits[count - 1] == '0') {
		count--;
		power++;
	}
	if (count == 1 && n->digits[0] == '0')
		power = 0;
	if (power < 0 && count <= -power) {
		out[len++] = '0';
		out[len++] = '.';
		for (int i = count; i < -power && len < 100; i++)
			out[len++] = '0';
	}
	for (int i = 0; i < count && len < 100; i++) {
		if (power < 0 && i == count + power && i > 0)
			out[len++] = '.';
		out[len++] = n->digits[i];
	}
	for (int i = 0; i < power && len < 100; i++)
		out[len++] = '0';
	return wt_arena_copy(arena, wt_span_make(out, (size_t)len));
}

void
wt_number_whole(struct wt_number *n)
{
	if (n->comma3) {
		n->power += 3;
		n->comma3 = false;
	}
}
