/*
 * Writers that die or cannot write, two at once, and readers beside them: an index is
 * always that of a commit.
 */
#include "index/read.h"
#include "tests/check.h"
#include "tests/unit/index/corpus.h"

#include <dirent.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* Add documents [from, to) and commit. */
static int
change(const char *path, const struct model *m, uint32_t from, uint32_t to)
{
	struct wt_build_options options = { .memory = 1, .threads = 2 };
	struct wt_build *b;
	int code = wt_build_open(path, &options, &b, NULL);

	for (uint32_t i = from; i < to && code == WT_OK; i++)
		code = wt_build_add(b, i % 2, &m->docs[i].doc, NULL);
	if (code == WT_OK)
		code = wt_build_commit(b, NULL);
	wt_build_close(b);
	return code;
}

static unsigned
count_files(const char *path)
{
	DIR *dir = opendir(path);
	unsigned count = 0;

	while (dir != NULL && readdir(dir) != NULL)
		count++;
	if (dir != NULL)
		closedir(dir);
	return count;
}

static void
wait_a_while(long nanoseconds)
{
	struct timespec t = { 0, nanoseconds };

	nanosleep(&t, NULL);
}

static void
test_kill(const char *path, const struct model *m)
{
	struct random r = { 11 };
	unsigned wrong = 0, before = 0, after = 0;
	struct timespec start, end;
	uint32_t micros;

	remove_folder(path);
	clock_gettime(CLOCK_MONOTONIC, &start);
	if (change(path, m, 0, 50) != WT_OK || change(path, m, 50, 150) != WT_OK)
		abort();
	clock_gettime(CLOCK_MONOTONIC, &end);
	micros = (uint32_t)((end.tv_sec - start.tv_sec) * 1000000 +
	    (end.tv_nsec - start.tv_nsec) / 1000) + 1;
	for (unsigned i = 0; i < 40; i++) {
		uint64_t docs;
		pid_t child;

		remove_folder(path);
		if (change(path, m, 0, 50) != WT_OK)
			abort();
		child = fork();
		if (child == 0)
			_exit(change(path, m, 50, 150) != WT_OK);
		wait_a_while((long)(random_below(&r, micros) % 900000) * 1000);
		kill(child, SIGKILL);
		waitpid(child, NULL, 0);
		docs = model_documents(path);
		before += docs == 50;
		after += docs == 150;
		wrong += docs != 50 && docs != 150;
	}
	CHECK(wrong == 0, "killed writers: %u left the old index, %u the new, %u neither", before,
	    after, wrong);
	CHECK(change(path, m, 0, 150) == WT_OK && model_documents(path) == 150 &&
	    count_files(path) == 5, "the next writer tidies up");
}

static void
test_full(const char *path, const struct model *m)
{
	struct rlimit old, limit;
	unsigned wrong = 0, failed = 0;
	rlim_t size = 0;
	int code = WT_EIO;

	signal(SIGXFSZ, SIG_IGN);
	getrlimit(RLIMIT_FSIZE, &old);
	while (code != WT_OK) {
		remove_folder(path);
		if (change(path, m, 0, 50) != WT_OK)
			abort();
		limit = old;
		limit.rlim_cur = size;
		setrlimit(RLIMIT_FSIZE, &limit);
		code = change(path, m, 50, 150);
		setrlimit(RLIMIT_FSIZE, &old);
		failed += code != WT_OK;
		wrong += model_documents(path) != (code == WT_OK ? 150 : 50) ||
		    (code != WT_OK && code != WT_EIO);
		size += 3000;
	}
	CHECK(wrong == 0 && failed > 3, "failed writes: %u, and %u went wrong", failed, wrong);
}

static void
test_two(const char *path, const struct model *m)
{
	struct wt_build_options options = { 0 }, others = { .meta = WT_SPAN("other rules") };
	struct wt_error error = { 0 };
	struct wt_build *a, *b;

	remove_folder(path);
	CHECK(change(path, m, 0, 10) == WT_OK, "a first writer");
	CHECK(wt_build_open(path, &others, &b, &error) == WT_EVERSION && b == NULL,
	    "other rules are refused: %s", error.text);
	CHECK(wt_build_open(path, &options, &a, NULL) == WT_OK, "a second writer");
	CHECK(wt_build_open(path, &options, &b, &error) == WT_EBUSY && b == NULL,
	    "a third is refused: %s", error.text);
	wt_build_close(a);
	CHECK(wt_build_open(path, &options, &b, NULL) == WT_OK, "and let in later");
	wt_build_close(b);
	CHECK(model_documents(path) == 10, "nothing was lost");
	CHECK(wt_build_open("/dev/null/x", &options, &b, &error) != WT_OK,
	    "a folder that cannot be: %s", error.text);
}

struct reader {
	const char *path;
	atomic_bool stop;
	unsigned reads, wrong;
};

static void *
read_on(void *argument)
{
	struct reader *r = argument;

	while (!atomic_load(&r->stop)) {
		uint64_t docs = model_documents(r->path);

		r->reads++;
		r->wrong += docs < 10 || docs > 150 || docs % 10 != 0;
	}
	return NULL;
}

static void
test_readers(const char *path, const struct model *m)
{
	struct reader r = { .path = path };
	unsigned failed = 0;
	pthread_t thread;

	remove_folder(path);
	failed += change(path, m, 0, 10) != WT_OK;
	pthread_create(&thread, NULL, read_on, &r);
	for (uint32_t i = 10; i < 150; i += 10)
		failed += change(path, m, i, i + 10) != WT_OK;
	atomic_store(&r.stop, true);
	pthread_join(thread, NULL);
	CHECK(failed == 0 && r.wrong == 0, "%u reads beside a writer, %u wrong", r.reads, r.wrong);
}

/* Of a large index (here: more than one byte) segments stay, and what is replaced is masked. */
static void
test_large(const char *path, const struct model *m)
{
	struct wt_build_options options = { .compact = 1 };
	struct wt_index_counts counts;
	struct wt_index *ix;
	struct wt_build *b;
	bool masked = false, several = false;
	int code;

	remove_folder(path);
	code = wt_build_open(path, &options, &b, NULL);
	for (uint32_t i = 0; i < 150 && code == WT_OK; i++) {
		code = wt_build_add(b, 0, &m->docs[i].doc, NULL);
		/* The first documents come again and again. */
		if (code == WT_OK && i % 20 == 0)
			code = wt_build_add(b, 0, &m->docs[i / 20].doc, NULL);
		if (code != WT_OK || (i != 100 && i < 120))
			continue;
		code = wt_build_commit(b, NULL);
		if (code == WT_OK && (code = wt_index_open(path, &ix, NULL)) == WT_OK) {
			wt_index_count(ix, &counts);
			several = several || counts.segments > 1;
			masked = masked || counts.deleted > 0;
			wt_index_close(ix);
		}
	}
	wt_build_close(b);
	CHECK(code == WT_OK && several && masked && model_documents(path) == 150,
	    "a large index of several segments with masks");
}

int
main(void)
{
	struct model_shape shape = { 150, 200, 150, 0, 3, 20 };
	char folder[200], path[256];
	struct model m;

	make_folder(folder);
	snprintf(path, sizeof path, "%s/index", folder);
	model_make(&m, 21, &shape);
	test_kill(path, &m);
	test_full(path, &m);
	test_two(path, &m);
	test_readers(path, &m);
	test_large(path, &m);
	model_free(&m);
	remove_folder(folder);
	return check_done();
}
