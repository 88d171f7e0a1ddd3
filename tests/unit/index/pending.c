/*
 * Writers that are broken off, and those that go on from there: with the same bytes in the
 * end as if nothing had happened.
 */
#include "index/read.h"
#include "tests/check.h"
#include "tests/unit/index/corpus.h"

#define DOCS 600u
#define MANY UINT64_MAX         /* of documents taken over: some, not all */

struct site {
	char whole[256], path[256], away[256];
	struct model m;
	uint32_t docs;                  /* in `whole`, made with `meta` */
	const char *meta;
};

static int
run(const char *format, const char *a, const char *b)
{
	char command[1200];

	if (snprintf(command, sizeof command, format, a, b) >= (int)sizeof command)
		abort();
	return system(command);
}

/* With memory for a part of the documents. */
static struct wt_build *
open_index(const char *path, bool anew, const char *meta)
{
	struct wt_build_options options = { .memory = 1, .threads = 2, .anew = anew,
	    .meta = wt_span_of(meta) };
	struct wt_build *b;

	if (wt_build_open(path, &options, &b, NULL) != WT_OK)
		abort();
	return b;
}

/* Add what is not there yet of [from, to); how many were. */
static uint32_t
add(struct wt_build *b, const struct model *m, uint32_t from, uint32_t to)
{
	uint64_t hash, mask = ((uint64_t)1 << 40) - 1;
	uint32_t there = 0;

	for (uint32_t i = from; i < to; i++) {
		if (wt_build_lookup(b, m->docs[i].doc.key, &hash) == WT_OK &&
		    hash == (m->docs[i].doc.hash & mask))
			there++;
		else if (wt_build_add(b, i % 2, &m->docs[i].doc, NULL) != WT_OK)
			abort();
	}
	return there;
}

/* An index of the first documents, made at once. */
static void
make(const char *path, const struct model *m, uint32_t docs, const char *meta)
{
	struct wt_build *b;

	remove_folder(path);
	b = open_index(path, false, meta);
	add(b, m, 0, docs);
	if (wt_build_commit(b, NULL) != WT_OK)
		abort();
	wt_build_close(b);
}

/* Has an index the bytes of one that was made at once? */
static bool
is_as_made(struct site *s, uint32_t docs, const char *meta)
{
	if (docs != s->docs || strcmp(meta, s->meta) != 0)
		make(s->whole, &s->m, docs, meta);
	s->docs = docs;
	s->meta = meta;
	return run("diff -r '%s' '%s' >/dev/null", s->whole, s->path) == 0;
}

enum harm { NONE, NO_LIST, DAMAGED_LIST, NO_RUN, DAMAGED_FOOT };

static void
do_harm(const char *path, enum harm harm)
{
	static const char *const commands[] = { [NONE] = "true '%s'", [NO_LIST] = "rm '%s/pending'",
	    [DAMAGED_LIST] = "printf x | dd of='%s/pending' bs=1 seek=30 conv=notrunc 2>/dev/null",
	    [NO_RUN] = "rm '%s/run-0.tmp'",
	    [DAMAGED_FOOT] = ("f='%s/run-0.tmp'; s=$(wc -c <\"$f\"); "
	    "printf x | dd of=\"$f\" bs=1 seek=$((s - 20)) conv=notrunc 2>/dev/null") };

	if (run(commands[harm], path, "") != 0)
		abort();
}

/*
 * There may be an index of the first 50 documents.  One writer adds `added`, is closed and
 * may have kept them; another one goes on to `end` and commits.
 */
static const struct {
	const char *what;
	bool index, anew;
	uint32_t added;
	bool keep;
	enum harm harm;
	bool other, again;              /* other rules; anew */
	uint64_t taken;
	uint32_t end;
} rows[] = {
	{ "memory was full", false, false, 500, false, NONE, false, false, MANY, DOCS },
	{ "all was kept", false, false, 500, true, NONE, false, false, 500, DOCS },
	{ "little was added, nothing kept", false, false, 5, false, NONE, false, false, 0, DOCS },
	{ "little was added and kept", false, false, 5, true, NONE, false, false, 5, DOCS },
	{ "nothing is left to do", false, false, DOCS, true, NONE, false, false, DOCS, DOCS },
	{ "an index that grew", true, false, 500, true, NONE, false, false, 450, DOCS },
	{ "no list", true, false, 500, true, NO_LIST, false, false, 0, DOCS },
	{ "a damaged list", true, false, 500, true, DAMAGED_LIST, false, false, 0, DOCS },
	{ "a run is missing", true, false, 500, true, NO_RUN, false, false, 0, DOCS },
	{ "a damaged run", true, false, 500, true, DAMAGED_FOOT, false, false, 0, DOCS },
	{ "other rules", false, false, 500, true, NONE, true, false, 0, DOCS },
	{ "made anew, and again", true, true, 500, true, NONE, false, true, 500, DOCS },
	{ "made anew, with less", true, true, 500, true, NONE, false, true, 500, 120 },
	{ "grew, then made anew with less", true, false, 500, true, NONE, false, true, 450, 120 },
	{ "made anew, then it grew", true, true, 500, true, NONE, false, false, 0, DOCS },
};

static void
test_rows(struct site *s)
{
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		const char *meta = rows[i].other ? "other" : "rules";
		struct wt_build *b;
		uint64_t taken;
		uint32_t there;
		bool right;

		remove_folder(s->path);
		if (rows[i].index)
			make(s->path, &s->m, 50, "rules");
		b = open_index(s->path, rows[i].anew, "rules");
		add(b, &s->m, 0, rows[i].added);
		if (rows[i].keep && wt_build_keep(b, NULL) != WT_OK)
			abort();
		wt_build_close(b);
		do_harm(s->path, rows[i].harm);
		b = open_index(s->path, rows[i].again, meta);
		taken = wt_build_recovered(b);
		there = add(b, &s->m, 0, rows[i].end);
		right = wt_build_commit(b, NULL) == WT_OK;
		wt_build_close(b);
		right = right && (rows[i].taken == MANY ? taken > 0 && taken < rows[i].added :
		    taken == rows[i].taken) && (rows[i].end < DOCS ||
		    there == taken + (rows[i].index && !rows[i].again ? 50 : 0));
		CHECK(right && is_as_made(s, rows[i].end, meta), "%s: %u taken over, %u there", rows[i].what,
		    (unsigned)taken, (unsigned)there);
	}
}

/* Each goes on from all that were broken off before. */
static void
test_thrice(struct site *s)
{
	struct wt_build *b;
	uint64_t taken;

	remove_folder(s->path);
	for (uint32_t i = 1; i <= 3; i++) {
		b = open_index(s->path, false, "rules");
		add(b, &s->m, 0, i * 150);
		if (wt_build_keep(b, NULL) != WT_OK)
			abort();
		wt_build_close(b);
	}
	b = open_index(s->path, false, "rules");
	taken = wt_build_recovered(b);
	add(b, &s->m, 0, DOCS);
	CHECK(wt_build_commit(b, NULL) == WT_OK && taken == 450, "broken off three times");
	wt_build_close(b);
	CHECK(is_as_made(s, DOCS, "rules"), "and the same bytes");
}

/* A list that was left behind by a commit is not gone on from. */
static void
test_stale(struct site *s)
{
	struct wt_build *b;

	make(s->path, &s->m, 50, "rules");
	b = open_index(s->path, false, "rules");
	add(b, &s->m, 50, 100);
	if (wt_build_keep(b, NULL) != WT_OK || run("cp -r '%s' '%s'", s->path, s->away) != 0 ||
	    wt_build_commit(b, NULL) != WT_OK || run("cp '%s'/pending '%s'", s->away, s->path) != 0 ||
	    run("cp '%s'/*.tmp '%s'", s->away, s->path) != 0)
		abort();
	wt_build_close(b);
	b = open_index(s->path, false, "rules");
	CHECK(wt_build_recovered(b) == 0, "runs that were committed are not taken over");
	wt_build_close(b);
	CHECK(is_as_made(s, 100, "rules"), "and removed");
}

/* What changed since is replaced, whatever its order. */
static void
test_changed(struct site *s)
{
	struct wt_addition old = s->m.docs[7].doc;
	struct wt_build *b;

	remove_folder(s->path);
	b = open_index(s->path, false, "rules");
	s->m.docs[7].doc.hash++;
	s->m.docs[7].doc.order = 1000;
	s->m.docs[7].doc.streams[1] = WT_SPAN("as it was before");
	add(b, &s->m, 0, 100);
	s->m.docs[7].doc = old;
	if (wt_build_keep(b, NULL) != WT_OK)
		abort();
	wt_build_close(b);
	b = open_index(s->path, false, "rules");
	add(b, &s->m, 0, 100);
	CHECK(wt_build_commit(b, NULL) == WT_OK && is_as_made(s, 100, "rules"), "a changed document");
	wt_build_close(b);
}

/* An index that grew from 50 to 100 documents, of which 60 are left, and some new ones. */
static void
test_prune(struct site *s)
{
	struct wt_build *b;
	uint64_t count = 0;

	make(s->path, &s->m, 50, "rules");
	b = open_index(s->path, false, "rules");
	add(b, &s->m, 50, 100);
	if (wt_build_keep(b, NULL) != WT_OK)
		abort();
	wt_build_close(b);
	b = open_index(s->path, false, "rules");
	add(b, &s->m, 0, 60);
	CHECK(wt_build_prune(b, &count, NULL) == WT_OK && count == 0 &&
	    wt_build_commit(b, NULL) == WT_OK && is_as_made(s, 60, "rules"),
	    "what was taken over and is not there any more goes");
	add(b, &s->m, 0, 20);
	CHECK(wt_build_prune(b, &count, NULL) == WT_OK && count == 40 &&
	    wt_build_commit(b, NULL) == WT_OK && is_as_made(s, 20, "rules"),
	    "what was committed too");
	add(b, &s->m, 0, 30);
	CHECK(wt_build_commit(b, NULL) == WT_OK && is_as_made(s, 30, "rules"), "then it grows again");
	add(b, &s->m, 0, 30);
	CHECK(wt_build_prune(b, &count, NULL) == WT_OK && count == 0 &&
	    wt_build_commit(b, NULL) == WT_OK && is_as_made(s, 30, "rules"), "nothing is left out");
	CHECK(wt_build_prune(b, &count, NULL) == WT_OK && count == 30 &&
	    wt_build_commit(b, NULL) == WT_OK && is_as_made(s, 0, "rules"), "nothing is left");
	wt_build_close(b);
}

/* Damage inside a run is found when it is read; then nobody goes on from it any more. */
static void
test_damage(struct site *s)
{
	struct wt_build_options roomy = { .threads = 2, .meta = WT_SPAN("rules") };
	struct wt_build *b;
	int first;

	/* A small run would be checked when it is opened. */
	remove_folder(s->path);
	if (wt_build_open(s->path, &roomy, &b, NULL) != WT_OK)
		abort();
	add(b, &s->m, 0, 500);
	if (wt_build_keep(b, NULL) != WT_OK)
		abort();
	wt_build_close(b);
	if (run("f='%s/run-0.tmp'; s=$(wc -c <\"$f\"); [ $s -gt 540000 ] && printf xxxx | "
	    "dd of=\"$f\" bs=1 seek=$((s / 2)) conv=notrunc 2>/dev/null%s", s->path, "") != 0)
		abort();
	b = open_index(s->path, false, "rules");
	add(b, &s->m, 0, DOCS);
	first = wt_build_commit(b, NULL);
	wt_build_close(b);
	b = open_index(s->path, false, "rules");
	CHECK(first == WT_ECORRUPT && wt_build_recovered(b) == 0, "a damaged page");
	add(b, &s->m, 0, DOCS);
	CHECK(wt_build_commit(b, NULL) == WT_OK && is_as_made(s, DOCS, "rules"), "is made again");
	wt_build_close(b);
}

int
main(void)
{
	struct model_shape shape = { DOCS, 900, 450, 0, 3, 20 };
	struct site s = { .meta = "" };
	char folder[200];

	make_folder(folder);
	snprintf(s.whole, sizeof s.whole, "%s/whole", folder);
	snprintf(s.path, sizeof s.path, "%s/index", folder);
	snprintf(s.away, sizeof s.away, "%s/away", folder);
	model_make(&s.m, 5, &shape);
	test_rows(&s);
	test_thrice(&s);
	test_stale(&s);
	test_changed(&s);
	test_prune(&s);
	test_damage(&s);
	model_free(&s.m);
	remove_folder(folder);
	return check_done();
}
