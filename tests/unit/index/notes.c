/* Words that are noted by the build are those that it would look up: the same bytes with notes as without. */
#include "index/build.h"
#include "base/map.h"
#include "index/format.h"
#include "tests/check.h"
#include "tests/random.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define WORDS 3000u
#define FORMS 3u
#define DOCS 1500u
#define USES 400u
#define WORKERS 2u

struct word {
	char term[16], form[20];
	struct wt_use_note notes[WORKERS];
};

static struct word words[WORDS][FORMS];

static void
make_words(void)
{
	for (uint32_t w = 0; w < WORDS; w++) {
		for (uint32_t f = 0; f < FORMS; f++) {
			struct word *at = &words[w][f];

			*at = (struct word){ .term = "" };
			snprintf(at->term, sizeof at->term, "kata%u", w);
			/* Some forms are spelt like those of another term, some words have none. */
			if (f > 0)
				snprintf(at->form, sizeof at->form, "=me%u", w / f);
		}
	}
}

static int
add(struct wt_build *b, uint32_t number, bool noted, uint64_t *seed)
{
	struct wt_use uses[USES];
	uint32_t count = 1 + random_below(seed, USES - 1), worker = noted ? random_below(seed, WORKERS) : 0;
	struct wt_addition d = { .uses = uses, .use_count = count, .length = count,
	    .date = (int32_t)(number % 97), .hash = number, .order = number };
	char key[16];

	if (!noted)
		(void)random_below(seed, WORKERS);
	for (uint32_t i = 0; i < count; i++) {
		struct word *w = &words[random_below(seed, 1 + random_below(seed, WORDS))]
		    [random_below(seed, FORMS)];

		uses[i] = (struct wt_use){ wt_span_of(w->term), wt_span_of(w->form), i,
		    noted ? &w->notes[worker] : NULL };
	}
	snprintf(key, sizeof key, "a%u", number);
	d.key = wt_span_of(key);
	return wt_build_add(b, worker, &d, NULL);
}

/* Build, and again on top of it with a changed document; small memory spills some runs. */
static int
build(const char *path, bool noted)
{
	struct wt_build_options options = { .memory = 1, .threads = noted ? WORKERS : 1 };
	struct wt_build *b;
	uint64_t seed = 5;
	int code = wt_build_open(path, &options, &b, NULL);

	make_words();
	for (uint32_t i = 0; i < DOCS && code == WT_OK; i++)
		code = add(b, i, noted, &seed);
	if (code == WT_OK)
		code = wt_build_commit(b, NULL);
	for (uint32_t i = 0; i < DOCS / 10 && code == WT_OK; i++)
		code = add(b, i * 7, noted, &seed);
	if (code == WT_OK)
		code = wt_build_commit(b, NULL);
	wt_build_close(b);
	return code;
}

/* The manifest names segments by their hashes. */
static bool
same(const char *one, const char *other)
{
	struct wt_map a = { 0 }, b = { 0 };
	char name[300];
	bool equal;

	snprintf(name, sizeof name, "%s/" WT_MANIFEST_NAME, one);
	equal = wt_map_open(&a, name, NULL) == WT_OK;
	snprintf(name, sizeof name, "%s/" WT_MANIFEST_NAME, other);
	equal = wt_map_open(&b, name, NULL) == WT_OK && equal && wt_span_eq(a.bytes, b.bytes);
	wt_map_close(&a);
	wt_map_close(&b);
	return equal;
}

int
main(void)
{
	char folder[] = "/tmp/warta-notes-XXXXXX", one[60], other[60], command[80];

	if (mkdtemp(folder) == NULL)
		return 1;
	snprintf(one, sizeof one, "%s/one", folder);
	snprintf(other, sizeof other, "%s/other", folder);
	CHECK(build(one, false) == WT_OK, "without notes");
	CHECK(build(other, true) == WT_OK, "with notes, two workers");
	CHECK(same(one, other), "the same bytes");
	snprintf(command, sizeof command, "rm -r %s", folder);
	return system(command) != 0 || check_done();
}
