/*
 * The n-th allocation of a writer fails that goes on from another, prunes, keeps and commits:
 * it says WT_ENOMEM or has done all, the index stays whole, and the next writer brings it to
 * the right end.  Linked so that allocations come here.
 */
#include "index/read.h"
#include "tests/check.h"
#include "tests/fault/fault.h"
#include "tests/unit/index/corpus.h"

#define DOCS 40u
#define CLOSE 60u               /* the first allocations fail one by one ... */
#define STEP 13u                /* ... of later ones some do */

static struct model model;

/* Look up [from, to), and add what is not there. */
static int
add(struct wt_build *b, uint32_t from, uint32_t to)
{
	int code = WT_OK;

	for (uint32_t i = from; i < to && code == WT_OK; i++) {
		uint64_t hash;

		code = wt_build_lookup(b, model.docs[i].doc.key, &hash);
		if (code == WT_ENOENT)
			code = wt_build_add(b, 0, &model.docs[i].doc, NULL);
	}
	return code;
}

/* There are 0 to 20, and 20 to 30 pending: all from 5 on stays, the rest comes. */
static int
go_on(const char *path)
{
	struct wt_build_options options = { 0 };
	struct wt_build *b;
	uint64_t count;
	int code = wt_build_open(path, &options, &b, NULL);

	if (code == WT_OK && (code = add(b, 5, DOCS)) == WT_OK &&
	    (code = wt_build_keep(b, NULL)) == WT_OK &&
	    (code = wt_build_prune(b, &count, NULL)) == WT_OK)
		code = wt_build_commit(b, NULL);
	wt_build_close(b);
	return code;
}

static void
make_site(const char *path)
{
	struct wt_build_options options = { 0 };
	struct wt_build *b;

	if (wt_build_open(path, &options, &b, NULL) != WT_OK || add(b, 0, 20) != WT_OK ||
	    wt_build_commit(b, NULL) != WT_OK || add(b, 20, 30) != WT_OK ||
	    wt_build_keep(b, NULL) != WT_OK)
		abort();
	wt_build_close(b);
}

static bool
copy(const char *from, const char *to)
{
	char command[1000];
	int len = snprintf(command, sizeof command, "rm -rf '%s' && cp -r '%s' '%s'", to, from, to);

	return len < (int)sizeof command && system(command) == 0;
}

int
main(void)
{
	struct model_shape shape = { DOCS, 60, 30, 0, 2, 20 };
	unsigned long runs = 0, wrong = 0;
	char folder[200], site[256], path[256];
	int code = WT_ENOMEM;

	make_folder(folder);
	snprintf(site, sizeof site, "%s/site", folder);
	snprintf(path, sizeof path, "%s/index", folder);
	model_make(&model, 3, &shape);
	make_site(site);
	for (unsigned long n = 1; code != WT_OK || failed; n += n < CLOSE ? 1 : STEP) {
		uint64_t docs;

		if (!copy(site, path))
			abort();
		failed = false;
		countdown = n;
		code = go_on(path);
		countdown = 0;
		docs = model_documents(path);
		runs++;
		wrong += code != WT_OK && code != WT_ENOMEM;
		wrong += docs != DOCS - 5 && (docs != 20 || code == WT_OK);
		wrong += go_on(path) != WT_OK || model_documents(path) != DOCS - 5;
	}
	CHECK(runs > CLOSE && wrong == 0, "a writer without memory: %lu runs, %lu wrong", runs, wrong);
	model_free(&model);
	remove_folder(folder);
	return check_done();
}
