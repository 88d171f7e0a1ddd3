/* Words one edit away: the walk over an ordered list finds what comparing all finds. */
#include "query/edit.h"
#include "tests/check.h"

#include <stdlib.h>

static const struct {
	const char *a, *b;
	bool near;
} rows[] = {
	{ "bantuan", "bantuan", true },
	{ "bantuan", "bantuann", true },
	{ "bantuan", "bantan", true },
	{ "bantuan", "bentuan", true },
	{ "bantuan", "batnuan", true },
	{ "bantuan", "antuan", true },
	{ "bantuan", "xbantuan", true },
	{ "bantuan", "bantu", false },
	{ "bantuan", "btanaun", false },
	{ "bantuan", "", false },
	{ "a", "", true },
	{ "", "a", true },
	{ "", "", true },
	{ "ab", "ba", true },
	{ "abc", "cba", false },
	{ "caf\xc3\xa9", "cafe", true },
	{ "\xc3\xa9t\xc3\xa9", "t\xc3\xa9\xc3\xa9", true },
	{ "\xc3\xa9", "\xc3\xa8", true },
	{ "\xc3\xa9", "ab", false },
};

#define LETTERS 4
#define LONGEST 5

static int
by_bytes(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* All words of up to LONGEST letters, in order. */
static size_t
all_words(char **words, char (*bytes)[2 * LONGEST + 1])
{
	static const char *const letters[LETTERS] = { "a", "b", "z", "\xc3\xa9" };
	size_t count = 1, from = 0;

	bytes[0][0] = '\0';
	for (int len = 1; len <= LONGEST; len++) {
		size_t end = count;

		for (; from < end; from++) {
			for (int i = 0; i < LETTERS; i++) {
				char *end_of = stpcpy(bytes[count++], bytes[from]);

				stpcpy(end_of, letters[i]);
			}
		}
	}
	for (size_t i = 0; i < count; i++)
		words[i] = bytes[i];
	qsort(words, count, sizeof *words, by_bytes);
	return count;
}

/* Walk the words as the dictionary is walked; the number of words looked at, or 0. */
static size_t
walk(char **words, size_t count, struct wt_span word)
{
	struct wt_buf next = { 0 };
	size_t looked = 0, found = 0, wanted = 0;

	for (size_t i = 0; i < count; i++)
		wanted += wt_edit_near(word, wt_span_of(words[i]));
	for (size_t i = 0; i < count; looked++) {
		if (wt_edit_near(word, wt_span_of(words[i]))) {
			found++;
			i++;
			continue;
		}
		if (!wt_edit_next(word, wt_span_of(words[i]), &next))
			break;
		for (i++; i < count && wt_span_cmp(wt_span_of(words[i]), wt_buf_span(&next)) < 0; )
			i++;
	}
	wt_buf_free(&next);
	return found == wanted ? looked : 0;
}

int
main(void)
{
	static char bytes[1400][2 * LONGEST + 1];
	static char *words[1400];
	size_t count = all_words(words, bytes);

	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct wt_span a = wt_span_of(rows[i].a), b = wt_span_of(rows[i].b);

		CHECK(wt_edit_near(a, b) == rows[i].near && wt_edit_near(b, a) == rows[i].near,
		    "%s and %s", rows[i].a, rows[i].b);
	}
	for (size_t i = 0; i < count; i += 37) {
		size_t looked = walk(words, count, wt_span_of(words[i]));

		CHECK(looked > 0 && looked < count / 3, "words near \"%s\", of %zu looked at %zu",
		    words[i], count, looked);
	}
	return check_done();
}
